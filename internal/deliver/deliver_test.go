package deliver

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"onrecord/internal/digest"
	"onrecord/internal/email"
	"onrecord/internal/issue"
)

func TestBeat(t *testing.T) {
	s := newShelf(newDigest("articles/a.txt", morning.Add(-time.Hour)))
	p := newPostOffice("ada@example.org", "ben@example.org", "cem@example.org")
	d := newDeliverer(t, s, p, morning.Add(3*time.Minute))
	got, err := d.Beat(t.Context(), Beat{})
	if err != nil {
		t.Fatalf("Beat: %v", err)
	}
	want := Result{
		Round: "20261123T0703Z", Issue: "20261122T0700Z-20261123T0700Z",
		Stories: 1, Subscribers: 3, Sent: 3, Complete: true, Ending: issue.Mailed,
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(Result{})); diff != "" {
		t.Errorf("Beat (-want +got):\n%s", diff)
	}
	if !strings.Contains(p.last.Subject, "Headline of articles/a.txt") || !strings.Contains(p.last.Text, email.Unsubscribe) {
		t.Errorf("mail %+v, want the headline and an unsubscribe link", p.last)
	}
	// Nothing is left to the next beat, nor to one that is repeated.
	if again := beat(t, d); again != (Result{}) || len(p.received) != 3 {
		t.Errorf("second Beat = %+v, %d mails; want nothing to do and 3 mails", again, len(p.received))
	}
}

func TestBeatSelects(t *testing.T) {
	corrected := newDigest("articles/corrected.txt", morning.Add(-2*time.Hour))
	corrected.ID = "newer"
	tomorrows := newDigest("articles/corrected-later.txt", morning.Add(30*time.Second))
	tomorrows.ID = "tomorrow's"
	s := newShelf(
		newDigest("articles/first-moment.txt", morning.Add(-24*time.Hour+time.Second)),
		newDigest("articles/last-moment.txt", morning),
		newDigest("articles/too-late.txt", morning.Add(time.Second)),
		newDigest("articles/corrected.txt", morning.Add(-3*time.Hour)), corrected,
		newDigest("articles/corrected-later.txt", morning.Add(-3*time.Hour)), tomorrows,
		newDigest("articles/deleted.txt", morning.Add(-5*time.Hour)),
		newDigest("articles/deleted-and-back.txt", morning.Add(-time.Hour)),
	)
	s.broken = []error{fmt.Errorf("digests/x.json: %w", digest.ErrInvalid)} // costs itself
	s.withdrawals = []digest.Withdrawal{
		{Bucket: "uploads", Key: "articles/deleted.txt", At: morning.Add(-4 * time.Hour)},
		{Bucket: "uploads", Key: "articles/deleted-and-back.txt", At: morning.Add(-4 * time.Hour)},
		{Bucket: "another", Key: "articles/last-moment.txt", At: morning},
	}
	d := newDeliverer(t, s, newPostOffice("ada@example.org"), morning.Add(time.Minute))
	if _, err := d.Beat(t.Context(), Beat{}); err != nil {
		t.Fatalf("Beat: %v", err)
	}
	want := []string{"articles/corrected.txt", "articles/deleted-and-back.txt", "articles/first-moment.txt", "articles/last-moment.txt"}
	if diff := cmp.Diff(want, keys(onlyIssue(t, s))); diff != "" {
		t.Errorf("articles of the issue (-want +got):\n%s", diff)
	}
}

func TestBeatArchiveFailsWhileCompiling(t *testing.T) {
	s := newShelf(newDigest("articles/a.txt", morning.Add(-time.Hour)))
	s.broken = []error{errors.New("SlowDown")}
	d := newDeliverer(t, s, newPostOffice("ada@example.org"), morning)
	if _, err := d.Beat(t.Context(), Beat{}); err == nil || len(s.issues) > 0 {
		t.Errorf("Beat = %v with %d issues; want an error and no issue that lacks digests", err, len(s.issues))
	}
}

func TestBeatEmptyDay(t *testing.T) {
	for _, c := range []struct {
		on    issue.EmptyDay
		want  issue.Ending
		mails int
	}{
		{"", issue.Skipped, 0},
		{issue.NoMail, issue.Skipped, 0},
		{issue.OneLine, issue.Mailed, 1},
	} {
		s, p := newShelf(), newPostOffice("ada@example.org")
		d := newDeliverer(t, s, p, morning)
		d.EmptyDay = c.on
		got, err := d.Beat(t.Context(), Beat{})
		if err != nil || !got.Complete || got.Ending != c.want || len(p.received) != c.mails {
			t.Errorf("Beat on an empty day with %q = %+v, %v, %d mails; want %s and %d mails", c.on, got, err, len(p.received), c.want, c.mails)
		}
		if closed, found := s.deliveries[got.Issue]; !found || closed.Ending != c.want {
			t.Errorf("with %q the empty issue was closed by %+v, want %s", c.on, closed, c.want)
		}
	}
}

func TestBeatOutcomes(t *testing.T) {
	s := newShelf(newDigest("articles/a.txt", morning.Add(-time.Hour)))
	p := newPostOffice("ok@example.org", "slow@example.org", "bad@example.org", "lost@example.org")
	p.answers["slow@example.org"] = []error{email.ErrThrottled, email.ErrThrottled}
	p.answers["bad@example.org"] = []error{&email.RefusedError{Reason: "Address is on the suppression list"}}
	p.answers["lost@example.org"] = []error{fmt.Errorf("send: %w", email.ErrUnconfirmed)}
	d := newDeliverer(t, s, p, morning)
	got, err := d.Beat(t.Context(), Beat{})
	if err != nil {
		t.Fatalf("Beat: %v", err)
	}
	want := Result{Round: got.Round, Issue: got.Issue, Stories: 1, Subscribers: 4, Sent: 2, Refused: 1, Unconfirmed: 1, Complete: true, Ending: issue.Mailed}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(Result{})); diff != "" {
		t.Errorf("Beat (-want +got):\n%s", diff)
	}
	report := s.deliveries[got.Issue]
	if report.Refused[0].Recipient != "bad@example.org" || report.Unconfirmed[0].Recipient != "lost@example.org" {
		t.Errorf("report %+v, want the refused and the unconfirmed by name", report)
	}
}

func TestBeatPaused(t *testing.T) {
	s := newShelf(newDigest("articles/a.txt", morning.Add(-time.Hour)))
	p := newPostOffice("ada@example.org", "ben@example.org")
	p.account.Sending = false
	d := newDeliverer(t, s, p, morning)
	if _, err := d.Beat(t.Context(), Beat{}); !errors.Is(err, email.ErrPaused) {
		t.Errorf("Beat with a paused account: %v, want ErrPaused", err)
	}
	p.account.Sending = true
	p.answers["ada@example.org"] = []error{email.ErrPaused} // paused between two mails
	p.answers["ben@example.org"] = []error{email.ErrPaused}
	if _, err := d.Beat(t.Context(), Beat{}); !errors.Is(err, email.ErrPaused) {
		t.Errorf("Beat with an account paused on the way: %v, want ErrPaused", err)
	}
	p.answers = map[string][]error{}
	got, err := d.Beat(t.Context(), Beat{})
	if err != nil || got.Sent != 2 || len(p.received) != 2 {
		t.Errorf("Beat after the pause = %+v, %v, %d mails; want both sent once", got, err, len(p.received))
	}
}

func TestBeatQuota(t *testing.T) {
	s := newShelf(newDigest("articles/a.txt", morning.Add(-time.Hour)))
	p := newPostOffice("a@example.org", "b@example.org", "c@example.org")
	p.account.MaxPerDay, p.account.SentToday = 200, 198
	d := newDeliverer(t, s, p, morning)
	for _, want := range []int{2, 0} {
		if got := beat(t, d); got.Sent != want || got.Held != quotaHeld || got.Complete || len(p.received) != 2 {
			t.Errorf("Beat = %+v with %d mails, want it held after the 2 that the quota leaves", got, len(p.received))
		}
		p.account.SentToday = 200
	}
	p.account.SentToday = 150
	if got := beat(t, d); got.Sent != 3 || !got.Complete || len(p.received) != 3 {
		t.Errorf("Beat on the next day = %+v, %d mails; want 3 sent once", got, len(p.received))
	}
}

func TestBeatSandbox(t *testing.T) {
	s := newShelf(newDigest("articles/a.txt", morning.Add(-time.Hour)))
	p := newPostOffice("verified@example.org", "other@example.org")
	p.account.Sandbox = true
	p.answers["other@example.org"] = []error{&email.RefusedError{Reason: "Email address is not verified."}}
	d := newDeliverer(t, s, p, morning)
	got, err := d.Beat(t.Context(), Beat{})
	if !errors.Is(err, email.ErrSandbox) || got.Sent != 1 || got.Refused != 1 || !got.Complete {
		t.Errorf("Beat in the sandbox = %+v, %v; want one sent, one refused and ErrSandbox", got, err)
	}
	if got, err := d.Beat(t.Context(), Beat{}); err != nil || len(p.received) != 1 {
		t.Errorf("next Beat = %+v, %v, %d mails; want nothing more", got, err, len(p.received))
	}
}

// TestBeatLeased holds that a beat leaves another alone, and that who died
// holds it up no longer than its time would have lasted.
func TestBeatLeased(t *testing.T) {
	s := newShelf(newDigest("articles/a.txt", morning.Add(-time.Hour)))
	p := newPostOffice("a@example.org")
	if _, err := s.Lease(t.Context(), "another", morning, morning.Add(14*time.Minute)); err != nil {
		t.Fatal(err)
	}
	if got := beat(t, newDeliverer(t, s, p, morning.Add(time.Minute))); got.Held != leaseHeld || len(p.received) > 0 {
		t.Errorf("Beat beside another = %+v, %d mails; want it to leave", got, len(p.received))
	}
	if got := beat(t, newDeliverer(t, s, p, morning.Add(15*time.Minute))); !got.Complete || len(p.received) != 1 {
		t.Errorf("the next Beat = %+v, %d mails; want one", got, len(p.received))
	}
	if !s.held.IsZero() {
		t.Errorf("the lease is held until %v after the beat", s.held)
	}
}

// TestBeatDeadline holds that a beat with no time left takes no new mail and
// leaves everybody to the next.
func TestBeatDeadline(t *testing.T) {
	s := newShelf(newDigest("articles/a.txt", morning.Add(-time.Hour)))
	p := newPostOffice("a@example.org", "b@example.org")
	d := newDeliverer(t, s, p, morning)
	short, cancel := context.WithDeadline(t.Context(), time.Now().Add(margin-time.Second))
	defer cancel()
	got, err := d.Beat(short, Beat{})
	if err != nil || got.Complete || len(p.received) > 0 {
		t.Errorf("Beat = %+v, %v, %d mails; want none sent and no error", got, err, len(p.received))
	}
	if got, err := d.Beat(t.Context(), Beat{}); err != nil || got.Sent != 2 {
		t.Errorf("next Beat = %+v, %v; want both sent", got, err)
	}
}

// TestBeatKilled kills a beat in the middle of a send, and starts another.
func TestBeatKilled(t *testing.T) {
	s := newShelf(newDigest("articles/a.txt", morning.Add(-time.Hour)))
	p := newPostOffice("a@example.org", "b@example.org", "c@example.org")
	id := issue.Window{From: morning.Add(-24 * time.Hour), To: morning}.ID()
	if err := s.Claim(t.Context(), id, "B@example.org", "a sender that died", morning); err != nil {
		t.Fatal(err)
	}
	got, err := newDeliverer(t, s, p, morning).Beat(t.Context(), Beat{})
	if err != nil || got.Sent != 2 || got.Unconfirmed != 1 || !got.Complete {
		t.Errorf("Beat = %+v, %v; want 2 sent and 1 unconfirmed", got, err)
	}
	if slices.Contains(p.received, "b@example.org") {
		t.Error("a recipient whose sender died got what may be a second copy")
	}
}

func TestBeatConcurrent(t *testing.T) {
	s := newShelf(newDigest("articles/a.txt", morning.Add(-time.Hour)))
	var readers []string
	for i := range 200 {
		readers = append(readers, fmt.Sprintf("reader%d@example.org", i))
	}
	p := newPostOffice(readers...)
	d := newDeliverer(t, s, p, morning)
	round, _, err := d.nextRound(t.Context(), morning, &roster{})
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 2 { // past the lease, which would keep one of them away
		group.Go(func() {
			if _, err := d.mail(t.Context(), round, &roster{}); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	slices.Sort(p.received)
	if got := len(slices.Compact(slices.Clone(p.received))); got != 200 || len(p.received) != 200 {
		t.Errorf("two beats at once sent %d mails to %d readers, want 200 to 200", len(p.received), got)
	}
}

func TestBeatScheduledTime(t *testing.T) {
	tests := []struct {
		desc      string
		scheduled time.Time
		want      string
	}{
		{"a beat tried again is for when it was meant", morning.Add(time.Minute), "20261122T0700Z-20261123T0700Z"},
		{"a beat of the future is for now", morning.Add(72 * time.Hour), "20261123T0700Z-20261124T0700Z"},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			s := newShelf()
			d := newDeliverer(t, s, newPostOffice(), morning.Add(25*time.Hour))
			got, err := d.Beat(t.Context(), Beat{ScheduledTime: tt.scheduled})
			if err != nil || got.Issue != tt.want {
				t.Errorf("Beat = %q, %v; want issue %s", got.Issue, err, tt.want)
			}
		})
	}
}
