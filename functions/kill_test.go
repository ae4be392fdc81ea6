package functions_test

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"onrecord/internal/archive"
	"onrecord/internal/article"
	"onrecord/internal/deliver"
	"onrecord/internal/digest"
	"onrecord/internal/issue"
	"onrecord/internal/local/runtimeapi"
)

// .ci/run gives more of both.
var (
	kills       = flag.Int("kills", 50, "how often deliver is killed")
	subscribers = flag.Int("subscribers", 1500, "how many subscribers it mails meanwhile")
)

// rig is the deliver function's own binary between an S3 server and a stand-in
// for SES, each in a process of its own.
type rig struct {
	t        testing.TB
	s3, ses  *server
	client   *s3.Client
	archive  *archive.Archive
	bucket   string
	troubled bool
	readers  int
	day      time.Time // whose issue is being mailed
	days     []time.Time
}

// newRig starts the servers, with readers subscribed. ONRECORD_TEST_S3 names
// another S3 server to be used.
func newRig(t testing.TB, readers int, options string) *rig {
	t.Helper()
	build(t, "deliver")
	r := &rig{
		t: t, readers: readers, bucket: digestsBucket,
		ses: startServer(t, "ses", "ONRECORD_TEST_SES_OPTIONS="+options),
		// A year ago, so that there are days enough.
		day: time.Now().UTC().Truncate(24*time.Hour).AddDate(-1, 0, 0).Add(7 * time.Hour),
	}
	r.ses.subscribe(t, readers)
	if endpoint := os.Getenv("ONRECORD_TEST_S3"); endpoint != "" {
		r.s3 = &server{greeting: greeting{Endpoint: endpoint, Troubled: endpoint}}
		r.bucket = fmt.Sprintf("onrecord-%d", rand.Uint64())
	} else {
		r.s3 = startServer(t, "s3")
	}
	r.client = s3.New(s3.Options{
		BaseEndpoint: aws.String(r.s3.Endpoint), Region: "us-east-1", UsePathStyle: true,
		Credentials: credentials.NewStaticCredentialsProvider(key("AWS_ACCESS_KEY_ID"), key("AWS_SECRET_ACCESS_KEY"), ""),
	})
	if r.bucket != digestsBucket {
		if _, err := r.client.CreateBucket(t.Context(), &s3.CreateBucketInput{Bucket: &r.bucket}); err != nil {
			t.Fatal(err)
		}
	}
	r.archive = archive.New(r.client, r.bucket)
	r.newDay()
	return r
}

func key(name string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return "local"
}

// newDay has an article come in for the next day's issue, whose subject it is.
func (r *rig) newDay() {
	r.t.Helper()
	r.day = r.day.AddDate(0, 0, 1)
	r.days = append(r.days, r.day)
	src := digest.Source{Bucket: "uploads", Key: "articles/a.txt", ETag: r.day.String(), ReceivedAt: r.day.Add(-time.Hour)}
	err := r.archive.PutDigest(r.t.Context(), digest.New(src, article.Article{
		Headline: "News of " + r.day.Format(time.DateOnly), Words: 10, ReadingMinutes: 1,
		Text: "The council met on Monday evening to talk about the harbour.",
	}))
	if err != nil {
		r.t.Fatal(err)
	}
}

// life is one process of the deliver function at work on the day's beat.
type life struct {
	*runtimeapi.Function
	done   chan struct{} // closed once the beat has ended
	result deliver.Result
	err    error
}

// start starts a process and its beat, which has a number of seconds beside
// the margin that it keeps.
func (r *rig) start(seconds int) *life {
	r.t.Helper()
	s3, ses := r.s3.Endpoint, r.ses.Endpoint
	if r.troubled {
		s3, ses = r.s3.Troubled, r.ses.Troubled
	}
	f, err := runtimeapi.Start(build(r.t, "deliver"),
		"AWS_REGION=us-east-1", "AWS_ACCESS_KEY_ID="+key("AWS_ACCESS_KEY_ID"), "AWS_SECRET_ACCESS_KEY="+key("AWS_SECRET_ACCESS_KEY"),
		"DIGESTS_BUCKET="+r.bucket, "AWS_ENDPOINT_URL_S3="+s3, "AWS_ENDPOINT_URL_SESV2="+ses,
		"SENDER=On Record <digest@example.com>", "CONTACT_LIST=readers", "TOPIC=daily", "TIMEZONE=UTC", "HOUR=7")
	if err != nil {
		r.t.Fatal(err)
	}
	l := &life{Function: f, done: make(chan struct{})}
	beat, err := json.Marshal(deliver.Beat{ScheduledTime: r.day})
	if err != nil {
		r.t.Fatal(err)
	}
	go func() {
		defer close(l.done)
		ctx, cancel := context.WithTimeout(context.Background(), time.Duration(seconds+25)*time.Second)
		defer cancel()
		var answer []byte
		if answer, l.err = f.Invoke(ctx, beat); l.err == nil {
			l.err = json.Unmarshal(answer, &l.result)
		}
	}()
	return l
}

// kill ends a process with SIGKILL, wherever it is.
func (r *rig) kill(l *life) {
	r.t.Helper()
	if err := l.Close(); err != nil {
		r.t.Fatal(err)
	}
	<-l.done
	r.freeLease()
}

// freeLease takes the lease away from whoever has it. Its time would be over
// by the next beat; the tests don't wait for it, so that what keeps two senders
// apart is the ledger alone.
func (r *rig) freeLease() { freeLease(r.t, r.client, r.bucket) }

// finished reports whether the day's issue is mailed.
func (r *rig) finished() bool {
	round, closed, err := r.archive.LastRound(r.t.Context(), r.day)
	return err == nil && closed && round.To.Equal(r.day)
}

// await waits until a condition holds, the beat of a life has ended or some
// seconds have gone.
func (l *life) await(seconds float64, condition func() bool) {
	for end := time.Now().Add(time.Duration(seconds * float64(time.Second))); time.Now().Before(end) && !condition(); {
		select {
		case <-l.done:
			return
		case <-time.After(5 * time.Millisecond):
		}
	}
}

// killOften starts and kills deliver n times, at random instants, and a day
// after another is mailed meanwhile. atOnce processes run beside one another.
func (r *rig) killOften(n, atOnce int) {
	mails := 0
	for killed := 0; killed < n; {
		before := mails
		var lives []*life
		for range atOnce {
			r.freeLease()
			lives = append(lives, r.start(600))
			if atOnce > 1 { // it has the lease by then
				time.Sleep(60 * time.Millisecond)
			}
		}
		// Half of them die at any instant of the first third of a second, with
		// all the listings that there are before the first mail; the others
		// some mails later.
		if rand.IntN(2) == 0 {
			time.Sleep(time.Duration(rand.IntN(300)) * time.Millisecond)
		} else {
			lives[0].await(5, func() bool { return r.ses.count(r.t).Mails > before || r.finished() })
			time.Sleep(time.Duration(rand.IntN(120)) * time.Millisecond)
		}
		for _, l := range lives {
			r.kill(l)
			killed++
		}
		if mails = r.ses.count(r.t).Mails; r.finished() {
			r.newDay()
		}
	}
}

// finish lets deliver live until the day's issue is mailed.
func (r *rig) finish() {
	r.t.Helper()
	for try := 0; !r.finished(); try++ {
		if try == 20 {
			r.t.Fatal("the issue is not mailed after 20 beats")
		}
		l := r.start(60)
		l.await(60, r.finished)
		r.kill(l)
	}
}

// tally is what became of the mails of all days.
type tally struct{ due, sent, twice, unconfirmed, missed int }

// check holds what the stand-in has taken against the delivery reports.
func (r *rig) check() tally {
	r.t.Helper()
	var mails map[string]int
	r.ses.ask(r.t, "mails", &mails)
	var sum tally
	for _, day := range r.days {
		d, err := r.archive.Delivery(r.t.Context(), issue.Window{From: day.AddDate(0, 0, -1), To: day}.ID())
		if err != nil {
			r.t.Fatal(err)
		}
		doubt := map[string]bool{}
		for _, u := range d.Unconfirmed {
			if u.Recipient == "" || doubt[u.Recipient] {
				r.t.Errorf("an unconfirmed mail of %s without a name of its own: %+v", d.Issue, u)
			}
			doubt[u.Recipient] = true
		}
		if d.Subscribers != r.readers || d.Sent+len(d.Unconfirmed) != r.readers || len(d.Refused) > 0 {
			r.t.Errorf("report of %s: %d due, %d sent, %d unconfirmed, %d refused; want %d due and each in one of them",
				d.Issue, d.Subscribers, d.Sent, len(d.Unconfirmed), len(d.Refused), r.readers)
		}
		subject := "News of " + day.Format(time.DateOnly)
		for i := range r.readers {
			n := mails[reader(i)+subject]
			sum.due++
			switch {
			case n > 1:
				sum.twice++
			case n == 0 && !doubt[reader(i)]:
				sum.missed++
			case doubt[reader(i)]:
				sum.unconfirmed++
			default:
				sum.sent++
			}
		}
	}
	if sum.twice > 0 || sum.missed > 0 {
		r.t.Errorf("%d mails came twice, %d were missed without a word", sum.twice, sum.missed)
	}
	return sum
}

// checkListings holds that SES was asked for contacts once a second at most,
// also by processes that were started one after another.
func (r *rig) checkListings() {
	r.t.Helper()
	var listed []time.Time
	r.ses.ask(r.t, "listed", &listed)
	const calls = 5
	for i := calls; i < len(listed); i++ {
		// Some of a second is for what comes late on a busy machine.
		if took := listed[i].Sub(listed[i-calls]); took < (calls-1)*time.Second {
			r.t.Errorf("%d calls of ListContacts within %v", calls+1, took)
		}
	}
}

// rate of the account in these tests; a quarter of a second's mails are in
// flight at most.
const (
	killRate = `{"MaxPerSecond":400,"MaxPerDay":-1}`
	inFlight = 100
)

// TestKilled kills deliver at random instants, again and again.
func TestKilled(t *testing.T) {
	r := newRig(t, *subscribers, killRate)
	r.killOften(*kills, 1)
	r.finish()
	sum := r.check()
	r.checkListings()
	if sum.unconfirmed > *kills*inFlight {
		t.Errorf("%d unconfirmed of %d kills", sum.unconfirmed, *kills)
	}
	t.Logf("%d kills, %d subscribers, %d days: %d mails due, %d sent, %d twice, %d unconfirmed, %d missed",
		*kills, *subscribers, len(r.days), sum.due, sum.sent, sum.twice, sum.unconfirmed, sum.missed)
}

// TestKilledInTrouble does the same where one request in twenty to either
// service goes wrong, with two beats at once.
func TestKilledInTrouble(t *testing.T) {
	r := newRig(t, *subscribers/2, killRate)
	r.troubled = true
	r.killOften(*kills/3, 2)
	r.finish()
	sum := r.check()
	t.Logf("%d kills of two at once, in trouble, %d subscribers, %d days: %d mails due, %d sent, %d twice, %d unconfirmed, %d missed",
		*kills/3, r.readers, len(r.days), sum.due, sum.sent, sum.twice, sum.unconfirmed, sum.missed)
}
