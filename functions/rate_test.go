package functions_test

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"onrecord/internal/subscriber"
)

// fast is for .ci/run: where other work goes on beside the tests, 500 mails a
// second may be more than the machine can do, or can do evenly.
var fast = flag.Bool("fast", false, "the machine has nothing else to do: measure the highest rate, too")

// TestRate measures at the stand-in how fast mails come: within 2 % of what
// the account allows, and never faster in any one second, which the stand-in
// would turn down. A stall of the machine is given another try, and a machine
// that could hardly go faster without a limit is not held to it.
func TestRate(t *testing.T) {
	mails := map[int]int{14: 80}
	if *fast {
		mails[500] = 5000
	}
	for allowed, mails := range mails {
		t.Run(fmt.Sprint(allowed), func(t *testing.T) {
			var got float64
			var hasty int
			for range 3 {
				got, hasty = rate(t, allowed, mails)
				if hasty == 0 && got >= 0.98*float64(allowed) {
					t.Logf("%d mails at %.2f a second, of %d allowed", mails, got, allowed)
					return
				}
				t.Logf("once more: %.2f a second, %d turned down", got, hasty)
			}
			if most, _ := rate(t, 100_000, mails); hasty == 0 && most < 2*float64(allowed) {
				t.Logf("the machine is too busy to tell: %.2f a second of %d, and %.2f where nothing holds it", got, allowed, most)
				return
			}
			t.Errorf("%.2f mails a second and %d turned down, where %d a second are allowed", got, hasty, allowed)
		})
	}
}

// rate mails an issue and returns how many mails came a second, and how many
// came too fast.
func rate(t *testing.T, allowed, mails int) (perSecond float64, hasty int) {
	r := newRig(t, mails, fmt.Sprintf(`{"MaxPerSecond":%d,"MaxPerDay":-1}`, allowed))
	r.list()
	r.finish()
	c := r.ses.count(t)
	if c.Mails != mails || c.Twice > 0 {
		t.Errorf("%d mails, %d of them twice, want %d", c.Mails, c.Twice, mails)
	}
	return float64(c.Mails-1) / c.Last.Sub(c.First).Seconds(), c.Hasty
}

// list stores the day's listing of contacts, which SES tells of at a thousand
// a second, so that a rate above it can be measured.
func (r *rig) list() {
	r.t.Helper()
	const size = 1000
	for n := 0; n*size < r.readers; n++ {
		var page subscriber.ContactPage
		for i := n * size; i < min((n+1)*size, r.readers); i++ {
			page.Contacts = append(page.Contacts, subscriber.Contact{Address: reader(i), Updated: r.day})
		}
		if (n+1)*size < r.readers {
			page.Next = strconv.Itoa((n + 1) * size)
		}
		if err := r.archive.PutContacts(r.t.Context(), r.day.Format("20060102T1504Z"), n, page); err != nil {
			r.t.Fatal(err)
		}
	}
}

// BenchmarkDeliver mails one issue as fast as it goes, on this machine alone,
// and says what each process has used:
//
//	go test -run '^$' -bench Deliver -benchtime 1x ./functions -subscribers 100000
func BenchmarkDeliver(b *testing.B) {
	for b.Loop() {
		r := newRig(b, *subscribers, `{"MaxPerSecond":100000,"MaxPerDay":-1}`)
		r.list()
		s3, ses := cpu(b, r.s3.command.Process.Pid), cpu(b, r.ses.command.Process.Pid)
		began := time.Now()
		l := r.start(600)
		l.await(600, r.finished)
		took := time.Since(began)
		s3, ses = cpu(b, r.s3.command.Process.Pid)-s3, cpu(b, r.ses.command.Process.Pid)-ses
		r.kill(l)
		if sum := r.check(); sum.sent != r.readers {
			b.Errorf("%+v, want all sent", sum)
		}
		used := l.State()
		own := used.UserTime() + used.SystemTime()
		n := float64(r.readers)
		b.ReportMetric(n/took.Seconds(), "mails/s")
		b.ReportMetric(float64(own.Microseconds())/n, "deliver-cpu-us/mail")
		b.ReportMetric(float64(s3.Microseconds())/n, "s3-cpu-us/mail")
		b.ReportMetric(float64(ses.Microseconds())/n, "ses-cpu-us/mail")
		b.ReportMetric(100*float64(own+s3+ses)/float64(took)/float64(runtime.NumCPU()), "%machine")
		if usage, ok := used.SysUsage().(*syscall.Rusage); ok {
			b.ReportMetric(float64(usage.Maxrss)/1024, "deliver-MB")
		}
	}
}

// cpu returns how long a process has kept a processor busy so far.
func cpu(t testing.TB, pid int) time.Duration {
	t.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		t.Fatal(err) // this wants Linux
	}
	_, rest, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(rest)
	var ticks int
	for _, f := range fields[11:13] { // utime and stime, in hundredths of a second
		n, err := strconv.Atoi(f)
		if err != nil {
			t.Fatal(err)
		}
		ticks += n
	}
	return time.Duration(ticks) * 10 * time.Millisecond
}
