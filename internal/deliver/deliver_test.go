package deliver

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/article"
	"onrecord/internal/digest"
	"onrecord/internal/email"
	"onrecord/internal/issue"
)

// shelf is an archive in memory. It holds issues and the ledger as S3 does:
// created once, and the first claim wins.
type shelf struct {
	mu          sync.Mutex
	digests     []digest.Digest
	broken      []error
	withdrawals []digest.Withdrawal
	issues      map[string]issue.Issue
	deliveries  map[string]issue.Delivery
	claims      map[string]string        // recipient by issue → claimant
	receipts    map[string]issue.Receipt // recipient by issue
	web         map[string]string        // what is published, by path
	webFault    error
}

func newShelf(digests ...digest.Digest) *shelf {
	return &shelf{
		digests: digests, issues: map[string]issue.Issue{}, deliveries: map[string]issue.Delivery{},
		claims: map[string]string{}, receipts: map[string]issue.Receipt{}, web: map[string]string{},
	}
}

func (s *shelf) Digests(_ context.Context, from, to time.Time) iter.Seq2[digest.Digest, error] {
	return func(yield func(digest.Digest, error) bool) {
		for _, err := range s.broken {
			if !yield(digest.Digest{}, err) {
				return
			}
		}
		for _, d := range s.digests {
			if at := d.Source.ReceivedAt; at.After(from) && !at.After(to) && !yield(d, nil) {
				return
			}
		}
	}
}

func (s *shelf) Withdrawals(_ context.Context, from, to time.Time) iter.Seq2[digest.Withdrawal, error] {
	return func(yield func(digest.Withdrawal, error) bool) {
		for _, w := range s.withdrawals {
			if w.At.After(from) && !w.At.After(to) && !yield(w, nil) {
				return
			}
		}
	}
}

func (s *shelf) Issues(context.Context) ([]string, error) {
	var ids []string
	for id := range s.issues {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids, nil
}

func (s *shelf) Issue(_ context.Context, id string) (issue.Issue, error) {
	is, found := s.issues[id]
	if !found {
		return is, fs.ErrNotExist
	}
	return is, nil
}

func (s *shelf) PutIssue(_ context.Context, is issue.Issue, html, text string) error {
	if _, found := s.issues[is.ID]; found {
		return fs.ErrExist
	}
	if html == "" || text == "" {
		return errors.New("an issue without its web version")
	}
	s.issues[is.ID] = is
	return nil
}

func (s *shelf) Delivery(_ context.Context, id string) (issue.Delivery, error) {
	d, found := s.deliveries[id]
	if !found {
		return d, fs.ErrNotExist
	}
	return d, nil
}

func (s *shelf) PutDelivery(_ context.Context, d issue.Delivery) error {
	s.deliveries[d.Issue] = d
	return nil
}

func (s *shelf) Claim(_ context.Context, id, recipient, claimant string, _ time.Time) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, found := s.claims[id+recipient]; found {
		return fs.ErrExist
	}
	s.claims[id+recipient] = claimant
	return nil
}

func (s *shelf) Release(_ context.Context, id, recipient, claimant string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.claims[id+recipient] != claimant {
		return fs.ErrNotExist
	}
	delete(s.claims, id+recipient)
	return nil
}

func (s *shelf) Settle(_ context.Context, id string, r issue.Receipt) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.receipts[id+r.Recipient] = r
	return nil
}

func (s *shelf) Claimed(_ context.Context, id string) (func(string) bool, error) {
	return func(recipient string) bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		_, found := s.claims[id+recipient]
		return found
	}, nil
}

func (s *shelf) Report(_ context.Context, id string) (issue.Delivery, error) {
	var d issue.Delivery
	for k := range s.claims {
		recipient, found := strings.CutPrefix(k, id)
		if !found {
			continue
		}
		switch r, settled := s.receipts[k]; {
		case !settled:
			d.Unconfirmed = append(d.Unconfirmed, issue.Receipt{Recipient: recipient, Outcome: issue.Unconfirmed})
		case r.Outcome == issue.Sent:
			d.Sent++
		default:
			d.Refused = append(d.Refused, r)
		}
	}
	return d, nil
}

// postOffice is a mail service in memory.
type postOffice struct {
	mu       sync.Mutex
	readers  []string
	account  email.Account
	answers  map[string][]error // by address, what its sends answer, in turn
	received []string           // addresses, one entry a copy
	last     email.Message
	onSend   func()
}

func newPostOffice(readers ...string) *postOffice {
	return &postOffice{
		readers: readers, answers: map[string][]error{},
		account: email.Account{Sending: true, MaxPerSecond: 10_000, MaxPerDay: 50_000},
	}
}

func (p *postOffice) Contacts(context.Context) iter.Seq2[email.Recipient, error] {
	return func(yield func(email.Recipient, error) bool) {
		for _, r := range p.readers {
			if !yield(email.Recipient{Address: r}, nil) {
				return
			}
		}
	}
}

func (p *postOffice) Send(_ context.Context, to email.Recipient, m email.Message) (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.onSend != nil {
		p.onSend()
	}
	if rest := p.answers[to.Address]; len(rest) > 0 {
		p.answers[to.Address] = rest[1:]
		if rest[0] != nil {
			return "", rest[0]
		}
	}
	p.received = append(p.received, to.Address)
	p.last = m
	return fmt.Sprintf("id-%d", len(p.received)), nil
}

func (p *postOffice) Account(context.Context) (email.Account, error) { return p.account, nil }

// morning is when the day of the tests is cut.
var morning = time.Date(2026, 11, 23, 7, 0, 0, 0, time.UTC)

func newDigest(key string, received time.Time) digest.Digest {
	src := digest.Source{Bucket: "uploads", Key: key, ETag: key, ReceivedAt: received}
	return digest.New(src, article.Article{
		Headline: "Headline of " + key, Words: 10, ReadingMinutes: 1,
		Text: "The council of " + key + " met on Monday evening to talk about the harbour.",
	})
}

func newDeliverer(t *testing.T, s *shelf, p *postOffice, now time.Time) *Deliverer {
	return &Deliverer{
		Archive: s, Mail: p, Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
		Now: func() time.Time { return now }, Zone: time.UTC, Hour: 7,
	}
}

func keys(is issue.Issue) []string {
	out := []string{}
	for _, s := range is.Stories {
		for _, a := range s.Articles {
			out = append(out, a.Key)
		}
	}
	slices.Sort(out)
	return out
}

func onlyIssue(t *testing.T, s *shelf) issue.Issue {
	t.Helper()
	if len(s.issues) != 1 {
		t.Fatalf("%d issues stored, want one", len(s.issues))
	}
	for _, is := range s.issues {
		return is
	}
	return issue.Issue{}
}

func TestBeat(t *testing.T) {
	s := newShelf(newDigest("articles/a.txt", morning.Add(-time.Hour)))
	p := newPostOffice("ada@example.org", "ben@example.org", "cem@example.org")
	d := newDeliverer(t, s, p, morning.Add(3*time.Minute))
	got, err := d.Beat(t.Context(), Beat{})
	if err != nil {
		t.Fatalf("Beat: %v", err)
	}
	want := Result{Issue: "20261122T0700Z-20261123T0700Z", Stories: 1, Subscribers: 3, Sent: 3, Complete: true, Ending: issue.Mailed}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Beat (-want +got):\n%s", diff)
	}
	if !strings.Contains(p.last.Subject, "Headline of articles/a.txt") || !strings.Contains(p.last.Text, email.Unsubscribe) {
		t.Errorf("mail %+v, want the headline and an unsubscribe link", p.last)
	}
	// Nothing is left to the next beat, nor to one that is repeated.
	if again, err := d.Beat(t.Context(), Beat{}); err != nil || again != (Result{}) || len(p.received) != 3 {
		t.Errorf("second Beat = %+v, %v, %d mails; want nothing to do and 3 mails", again, err, len(p.received))
	}
}

func TestBeatSelects(t *testing.T) {
	corrected := newDigest("articles/corrected.txt", morning.Add(-2*time.Hour))
	corrected.ID = "newer"
	s := newShelf(
		newDigest("articles/first-moment.txt", morning.Add(-24*time.Hour+time.Second)),
		newDigest("articles/last-moment.txt", morning),
		newDigest("articles/too-late.txt", morning.Add(time.Second)),
		newDigest("articles/corrected.txt", morning.Add(-3*time.Hour)), corrected,
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

func TestBeatLateDigest(t *testing.T) {
	s := newShelf(newDigest("articles/a.txt", morning.Add(-time.Hour)))
	p := newPostOffice("ada@example.org")
	if _, err := newDeliverer(t, s, p, morning).Beat(t.Context(), Beat{}); err != nil {
		t.Fatal(err)
	}
	// Its event was on the way while the issue was compiled.
	s.digests = append(s.digests, newDigest("articles/late.txt", morning.Add(-2*time.Hour)))
	next := newDeliverer(t, s, p, morning.Add(24*time.Hour))
	if _, err := next.Beat(t.Context(), Beat{}); err != nil {
		t.Fatal(err)
	}
	want := []string{"articles/late.txt"}
	if diff := cmp.Diff(want, keys(s.issues["20261123T0700Z-20261124T0700Z"])); diff != "" {
		t.Errorf("the next day's issue (-want +got):\n%s", diff)
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
	want := Result{Issue: got.Issue, Stories: 1, Subscribers: 4, Sent: 2, Refused: 1, Unconfirmed: 1, Complete: true, Ending: issue.Mailed}
	if diff := cmp.Diff(want, got); diff != "" {
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
	if _, err := d.Beat(t.Context(), Beat{}); !errors.Is(err, email.ErrPaused) || len(p.received) != 2 {
		t.Errorf("Beat = %v with %d mails, want ErrPaused after the 2 that the quota leaves", err, len(p.received))
	}
	p.account.SentToday = 0
	if got, err := d.Beat(t.Context(), Beat{}); err != nil || got.Sent != 3 || len(p.received) != 3 {
		t.Errorf("Beat on the next day = %+v, %v, %d mails; want 3 sent once", got, err, len(p.received))
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
	if err := s.Claim(t.Context(), id, "b@example.org", "a sender that died", morning); err != nil {
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
	if err := d.compileDue(t.Context(), morning); err != nil {
		t.Fatal(err)
	}
	is := onlyIssue(t, s)
	var group sync.WaitGroup
	for range 2 {
		group.Go(func() {
			r, err := d.newRun(t.Context(), is)
			if err == nil {
				err = r.everybody(t.Context())
			}
			if err != nil {
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

func TestBeatDryRun(t *testing.T) {
	s := newShelf(newDigest("articles/a.txt", morning.Add(-time.Hour)))
	p := newPostOffice("a@example.org", "b@example.org")
	got, err := newDeliverer(t, s, p, morning).Beat(t.Context(), Beat{DryRun: true})
	if err != nil || got.Stories != 1 || got.Subscribers != 2 || len(p.received)+len(s.issues) > 0 {
		t.Errorf("dry run = %+v, %v, %d mails, %d issues; want counts alone", got, err, len(p.received), len(s.issues))
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
