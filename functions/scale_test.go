package functions_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"onrecord/internal/archive"
	"onrecord/internal/archive/embedded"
	"onrecord/internal/article"
	"onrecord/internal/deliver"
	"onrecord/internal/digest"
	"onrecord/internal/email"
	"onrecord/internal/issue"
	"onrecord/internal/subscriber"
)

var simulated = flag.Int("simulated", 20_000, "how many subscribers are mailed in simulated time")

// crowd is an archive and a mail service for very many subscribers, who cost
// it no memory to speak of: contacts are made up as they are asked for, and the
// ledger is a bit or two for each of them. The archive's own code reads it, out
// of listings as S3 would give them. Claims and receipts count as the one PUT
// that each of them is.
type crowd struct {
	*archive.Archive // of a few objects, and of the ledger's listings
	n                int
	order            []uint32 // who comes how early in the order of the ledger's keys
	claimed, sent    []atomic.Bool

	puts, gets, lists       atomic.Int64 // requests to S3
	sends, listings, others atomic.Int64 // to SES
	twice                   atomic.Int64
	pages                   atomic.Int64 // of contacts that are stored
	peak                    uint64       // bytes of heap, with what is not collected yet
}

// newCrowd puts a wire that counts between the archive and an S3 backend.
func newCrowd(n int, backend http.Handler) *crowd {
	c := &crowd{n: n, order: make([]uint32, n), claimed: make([]atomic.Bool, n), sent: make([]atomic.Bool, n)}
	keys := make([]subscriber.Key, n)
	for i := range n {
		c.order[i], keys[i] = uint32(i), subscriber.KeyOf(reader(i))
	}
	slices.SortFunc(c.order, func(a, b uint32) int { return bytes.Compare(keys[a][:], keys[b][:]) })
	client := s3.New(s3.Options{
		Region: "eu-west-1", BaseEndpoint: aws.String("http://127.0.0.1"), UsePathStyle: true,
		Credentials: aws.AnonymousCredentials{}, HTTPClient: &http.Client{Transport: &counter{c, backend}},
	})
	c.Archive = archive.New(client, digestsBucket)
	return c
}

// counter answers listings of the ledger itself, and has the backend answer
// the rest.
type counter struct {
	*crowd
	backend http.Handler
}

func (c *counter) RoundTrip(r *http.Request) (*http.Response, error) {
	switch {
	case r.Method == http.MethodPut:
		c.puts.Add(1)
	case r.URL.Query().Has("list-type"):
		c.lists.Add(1)
		if prefix := r.URL.Query().Get("prefix"); strings.HasPrefix(prefix, "ledger/") {
			return c.ledger(r, prefix)
		}
	default:
		c.gets.Add(1)
	}
	answer := &memory{header: http.Header{}, status: http.StatusOK}
	asked := r.Clone(r.Context())
	asked.Host, asked.RequestURI = r.URL.Host, r.URL.RequestURI()
	if asked.Body == nil {
		asked.Body = http.NoBody
	}
	c.backend.ServeHTTP(answer, asked)
	return &http.Response{
		StatusCode: answer.status, Header: answer.header, Request: r,
		Body: io.NopCloser(&answer.body), ContentLength: int64(answer.body.Len()),
	}, nil
}

// memory is a response that is kept.
type memory struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (m *memory) Header() http.Header         { return m.header }
func (m *memory) WriteHeader(status int)      { m.status = status }
func (m *memory) Write(p []byte) (int, error) { return m.body.Write(p) }

// ledger answers a listing of the ledger.
func (c *crowd) ledger(r *http.Request, prefix string) (*http.Response, error) {
	var answer struct {
		XMLName               xml.Name `xml:"ListBucketResult"`
		IsTruncated           bool
		NextContinuationToken string
		Contents              []struct{ Key string }
	}
	folder := prefix[:strings.LastIndexByte(prefix, '/')+1]
	shard := strings.TrimPrefix(prefix, folder)
	from, _ := strconv.Atoi(r.URL.Query().Get("continuation-token"))
	if from == 0 {
		from, _ = slices.BinarySearchFunc(c.order, shard, func(i uint32, shard string) int {
			return strings.Compare(fmt.Sprintf("%x", subscriber.KeyOf(reader(int(i)))), shard)
		})
	}
	for ; from < c.n; from++ {
		i := c.order[from]
		name := fmt.Sprintf("%x", subscriber.KeyOf(reader(int(i))))
		if !strings.HasPrefix(name, shard) {
			break
		}
		if len(answer.Contents) >= 999 {
			answer.IsTruncated, answer.NextContinuationToken = true, strconv.Itoa(from)
			break
		}
		if c.claimed[i].Load() {
			answer.Contents = append(answer.Contents, struct{ Key string }{folder + name + "/claim-00.json"})
		}
		if c.sent[i].Load() {
			answer.Contents = append(answer.Contents, struct{ Key string }{folder + name + "/sent.json"})
		}
	}
	body, err := xml.Marshal(answer)
	return &http.Response{
		StatusCode: http.StatusOK, Header: http.Header{}, Request: r,
		Body: io.NopCloser(bytes.NewReader(body)), ContentLength: int64(len(body)),
	}, err
}

func number(address string) int {
	n, _ := strconv.Atoi(address[len("reader"):strings.IndexByte(address, '@')])
	return n
}

// Claim is one PUT to S3.
func (c *crowd) Claim(_ context.Context, _, recipient, _ string, _ time.Time) error {
	c.puts.Add(1)
	time.Sleep(20 * time.Millisecond)
	if c.claimed[number(recipient)].Swap(true) {
		return fs.ErrExist
	}
	return nil
}

// Release is a listing and a GET of S3, and one PUT.
func (c *crowd) Release(_ context.Context, _, recipient, _ string) error {
	c.lists.Add(1)
	c.gets.Add(1)
	c.puts.Add(1)
	c.claimed[number(recipient)].Store(false)
	return nil
}

// Contacts is a GET of S3, of a page that was stored.
func (c *crowd) Contacts(_ context.Context, _ string, n int) (subscriber.ContactPage, error) {
	c.gets.Add(1)
	if int64(n) >= c.pages.Load() {
		return subscriber.ContactPage{}, fs.ErrNotExist
	}
	return c.page(n * pageSize), nil
}

// PutContacts is a PUT to S3.
func (c *crowd) PutContacts(_ context.Context, _ string, n int, _ subscriber.ContactPage) error {
	c.puts.Add(1)
	c.pages.Store(int64(n) + 1)
	return nil
}

const pageSize = 1000

// page makes up the contacts from a number on.
func (c *crowd) page(from int) subscriber.ContactPage {
	end := min(from+pageSize, c.n)
	page := subscriber.ContactPage{}
	for i := from; i < end; i++ {
		page.Contacts = append(page.Contacts, subscriber.Contact{Address: reader(i), Updated: time.UnixMilli(1)})
	}
	if end < c.n {
		page.Next = strconv.Itoa(end)
	}
	return page
}

// Settle is one PUT to S3.
func (c *crowd) Settle(_ context.Context, _ string, r issue.Receipt) error {
	c.puts.Add(1)
	time.Sleep(20 * time.Millisecond)
	c.sent[number(r.Recipient)].Store(r.Outcome == issue.Sent)
	return nil
}

// office is the mail service of a crowd.
type office struct {
	*crowd
	pace *time.Ticker
}

func (o office) Account(context.Context) (email.Account, error) {
	o.others.Add(1)
	return email.Account{Sending: true, MaxPerSecond: 500, MaxPerDay: -1}, nil
}

func (o office) Contacts(ctx context.Context, from string) (subscriber.ContactPage, error) {
	select {
	case <-o.pace.C: // one a second
	case <-ctx.Done():
		return subscriber.ContactPage{}, ctx.Err()
	}
	o.listings.Add(1)
	start, _ := strconv.Atoi(from)
	return o.page(start), nil
}

func (o office) Attributes(ctx context.Context, _ string) (subscriber.Attributes, error) {
	select {
	case <-o.pace.C:
	case <-ctx.Done():
		return subscriber.Attributes{}, ctx.Err()
	}
	o.others.Add(1)
	return subscriber.Attributes{Hour: -1}, nil
}

func (o office) Send(_ context.Context, to email.Recipient, _ email.Message) (string, error) {
	if n := o.sends.Add(1); n%5000 == 0 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		o.peak = max(o.peak, m.HeapAlloc)
	}
	if o.sent[number(to.Address)].Load() {
		o.twice.Add(1)
	}
	time.Sleep(80 * time.Millisecond)
	return "id", nil
}

// known writes a roster in which everybody stands and one in ten has an hour
// of their own, which is that of everybody else.
func (c *crowd) known(t *testing.T) {
	var shards [16][]subscriber.Reader
	for _, i := range c.order {
		r := subscriber.Reader{Key: subscriber.KeyOf(reader(int(i))), Updated: 1}
		if i%10 == 0 {
			r.Wishes = &subscriber.Wishes{Zone: "Europe/Berlin", Hour: 8, Name: "Reader"}
		}
		shards[r.Key[0]>>4] = append(shards[r.Key[0]>>4], r)
	}
	for i, readers := range shards {
		if err := c.PutReaders(t.Context(), i, readers); err != nil {
			t.Fatal(err)
		}
	}
}

// TestScale mails an issue to very many subscribers over as many beats as it
// takes, in simulated time, with invocations of the length that the template
// gives them, and says what it took and what AWS would ask for it.
//
//	go test -run TestScale -v ./functions -simulated 1000000
func TestScale(t *testing.T) {
	server := startS3(t, digestsBucket)
	synctest.Test(t, func(t *testing.T) { scale(t, server) })
}

func scale(t *testing.T, server *embedded.Server) {
	cut := time.Date(2000, 1, 2, 7, 0, 0, 0, time.UTC) // in the simulated time
	c := newCrowd(*simulated, server.Handler())
	src := digest.Source{Bucket: "uploads", Key: "articles/a.txt", ReceivedAt: cut.Add(-time.Hour)}
	err := c.PutDigest(t.Context(), digest.New(src, article.Article{Headline: "News", Words: 1, ReadingMinutes: 1, Text: "The council met."}))
	if err != nil {
		t.Fatal(err)
	}
	c.known(t)
	before := heap()
	c.peak = before
	c.puts.Store(0)
	pace := time.NewTicker(time.Second)
	defer pace.Stop()
	d := &deliver.Deliverer{
		Archive: c, Mail: office{c, pace}, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Now: time.Now, Zone: time.UTC, Hour: 7,
	}
	var first, last time.Time
	var live []string
	for beat := cut; ; beat = beat.Add(15 * time.Minute) {
		time.Sleep(time.Until(beat))
		if first.IsZero() {
			first = beat
		}
		ctx, cancel := context.WithTimeout(t.Context(), 840*time.Second)
		result, err := d.Beat(ctx, deliver.Beat{ScheduledTime: beat})
		late := ctx.Err()
		cancel()
		if err != nil || late != nil {
			t.Fatalf("Beat = %+v, %v, %v", result, err, late)
		}
		live = append(live, fmt.Sprintf("%d", (heap()-before)>>20))
		if result.Complete {
			last = time.Now()
			break
		}
	}
	if c.sends.Load() != int64(c.n) || c.twice.Load() > 0 {
		t.Errorf("%d mails to %d subscribers, %d of them twice", c.sends.Load(), c.n, c.twice.Load())
	}
	report, err := c.Delivery(t.Context(), issue.Window{From: cut.AddDate(0, 0, -1), To: cut}.ID())
	if err != nil || report.Sent != c.n || len(report.Unconfirmed) > 0 {
		t.Errorf("report %+v, %v; want all sent", report, err)
	}
	peak := float64(c.peak-before) / (1 << 20)
	const most = 256
	if peak > most {
		t.Errorf("%.0f MB of memory at most, want under %d", peak, most)
	}
	ses, s3Puts := float64(c.sends.Load())*0.10/1000, float64(c.puts.Load()+c.lists.Load())*0.005/1000
	s3Gets := float64(c.gets.Load()) * 0.0004 / 1000
	t.Logf("%d subscribers at 500 a second: %d beats, %v; memory %.0f MB at most, %s MB after each beat",
		c.n, len(live), last.Sub(first).Round(time.Second), peak, strings.Join(live, ", "))
	t.Logf("SES: %d SendEmail, %d ListContacts, %d others, $%.2f; S3: %d PUT, %d LIST, %d GET, $%.2f",
		c.sends.Load(), c.listings.Load(), c.others.Load(), ses, c.puts.Load(), c.lists.Load(), c.gets.Load(), s3Puts+s3Gets)
	if perMail := (s3Puts + s3Gets) / float64(c.n); perMail > 15e-6 {
		t.Errorf("S3 costs $%.8f a mail, want 1.5 cents a thousand at most", perMail)
	}
}

// heap returns the bytes that are in use.
func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
