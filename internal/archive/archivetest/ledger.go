package archivetest

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/google/go-cmp/cmp"

	"onrecord/internal/archive"
	"onrecord/internal/digest"
	"onrecord/internal/issue"
)

func digestWithID(id string) digest.Digest {
	d := digestOf("a", noon)
	d.ID = id
	return d
}

func testClaimRace(t *testing.T, s Store) {
	a := s.archive()
	for _, recipient := range []string{"ada@example.com", "jürgen+news@exämple.org"} {
		won := 0
		for _, err := range race(t, func(ctx context.Context, i int) error {
			address := recipient
			if i%2 == 1 {
				address = " " + strings.ToUpper(recipient)
			}
			return a.Claim(ctx, "1", address, fmt.Sprint("claimant ", i), noon)
		}) {
			switch {
			case err == nil:
				won++
			case !errors.Is(err, fs.ErrExist):
				t.Errorf("Claim: %v, want fs.ErrExist", err)
			}
		}
		if won != 1 {
			t.Errorf("%d claims on %s won, want 1", won, recipient)
		}
	}
	if err := a.Claim(t.Context(), "2", "ada@example.com", "me", noon); err != nil {
		t.Errorf("Claim for another issue: %v", err)
	}
}

func testRelease(t *testing.T, s Store) {
	a, ctx := s.archive(), t.Context()
	const to = "ada@example.com"
	steps := []struct {
		name string
		call func() error
		want error
	}{
		{"release without a claim", func() error { return a.Release(ctx, "1", to, "x") }, fs.ErrNotExist},
		{"claim", func() error { return a.Claim(ctx, "1", to, "x", noon) }, nil},
		{"claim of another", func() error { return a.Claim(ctx, "1", to, "y", noon) }, fs.ErrExist},
		{"one's own claim again", func() error { return a.Claim(ctx, "1", to, "x", noon) }, fs.ErrExist},
		{"release of another", func() error { return a.Release(ctx, "1", to, "y") }, fs.ErrNotExist},
		{"release", func() error { return a.Release(ctx, "1", to, "x") }, nil},
		{"release again", func() error { return a.Release(ctx, "1", to, "x") }, fs.ErrNotExist},
		{"claim of another after it", func() error { return a.Claim(ctx, "1", to, "y", noon) }, nil},
		{"late release by the first", func() error { return a.Release(ctx, "1", to, "x") }, fs.ErrNotExist},
		{"claim after the late release", func() error { return a.Claim(ctx, "1", to, "x", noon) }, fs.ErrExist},
		{"release by the second", func() error { return a.Release(ctx, "1", to, "y") }, nil},
		{"third claim", func() error { return a.Claim(ctx, "1", to, "z", noon) }, nil},
		{"settle", func() error {
			return a.Settle(ctx, "1", issue.Receipt{Recipient: to, Outcome: issue.Sent, At: noon})
		}, nil},
		{"settle again", func() error {
			return a.Settle(ctx, "1", issue.Receipt{Recipient: to, Outcome: issue.Sent, At: noon})
		}, nil},
		{"release after it", func() error { return a.Release(ctx, "1", to, "z") }, fs.ErrNotExist},
		{"claim after it", func() error { return a.Claim(ctx, "1", to, "x", noon) }, fs.ErrExist},
	}
	for _, step := range steps {
		if err := step.call(); !errors.Is(err, step.want) {
			t.Fatalf("%s: %v, want %v", step.name, err, step.want)
		}
	}
}

func testReleaseRace(t *testing.T, s Store) {
	a, ctx := s.archive(), t.Context()
	const to = "ada@example.com"
	if err := errors.Join(a.Claim(ctx, "1", to, "first", noon), a.Release(ctx, "1", to, "first")); err != nil {
		t.Fatal(err)
	}
	won := 0
	for _, err := range race(t, func(ctx context.Context, i int) error { return a.Claim(ctx, "1", to, fmt.Sprint(i), noon) }) {
		switch {
		case err == nil:
			won++
		case !errors.Is(err, fs.ErrExist):
			t.Errorf("Claim: %v, want fs.ErrExist", err)
		}
	}
	if won != 1 {
		t.Errorf("%d claims won, want 1", won)
	}
}

// losing drops the first answers to PUTs of a name: the server has acted, and
// the client does not know.
type losing struct {
	next   http.RoundTripper
	name   string // end of the object's key
	losses atomic.Int32
}

var errLost = errors.New("connection reset by peer")

func (l *losing) RoundTrip(r *http.Request) (*http.Response, error) {
	answer, err := l.next.RoundTrip(r)
	if err == nil && r.Method == http.MethodPut && strings.HasSuffix(r.URL.Path, l.name) && l.losses.Add(-1) >= 0 {
		answer.Body.Close()
		return nil, errLost
	}
	return answer, err
}

func testLostAnswer(t *testing.T, s Store) {
	ctx := t.Context()
	wire := &losing{next: http.DefaultTransport}
	lossy := archive.New(s3.New(s.Client.Options(), func(o *s3.Options) {
		o.HTTPClient = &http.Client{Transport: wire}
		o.RetryMaxAttempts = 3
	}), s.Bucket)

	wire.losses.Store(2)
	if err := lossy.Claim(ctx, "1", "ada@example.com", "me", noon); err != nil {
		t.Errorf("Claim with two answers lost: %v, want it to be recognised as one's own", err)
	}
	if err := s.archive().Claim(ctx, "1", "ada@example.com", "other", noon); !errors.Is(err, fs.ErrExist) {
		t.Errorf("Claim of another after it: %v, want fs.ErrExist", err)
	}
	wire.losses.Store(1)
	if err := lossy.Claim(ctx, "1", "ada@example.com", "me", noon); !errors.Is(err, fs.ErrExist) {
		t.Errorf("second Claim with an answer lost: %v, want fs.ErrExist", err)
	}
	wire.losses.Store(100)
	err := lossy.Claim(ctx, "1", "bob@example.com", "me", noon)
	if err == nil || errors.Is(err, fs.ErrExist) {
		t.Errorf("Claim with every answer lost: %v, want the fault itself", err)
	}
	wire.losses.Store(0)
	if err := lossy.Release(ctx, "1", "bob@example.com", "me"); err != nil {
		t.Errorf("Release of a claim that failed and was made: %v", err)
	}
	if err := s.archive().Claim(ctx, "1", "bob@example.com", "other", noon); err != nil {
		t.Errorf("Claim after that release: %v", err)
	}
	wire.name = "/issue.json"
	wire.losses.Store(2)
	if err := lossy.PutIssue(ctx, issueOf(noon), "h", "t"); err != nil {
		t.Errorf("PutIssue with the answers to its commit lost: %v", err)
	}
}

func testLedger(t *testing.T, s Store) {
	a, ctx := s.archive(), t.Context()
	receipt := func(to string, o issue.Outcome, reason string) issue.Receipt {
		return issue.Receipt{Recipient: to, Outcome: o, Reason: reason, At: noon}
	}
	for _, to := range []string{"sent", "refused", "silent", "killed", "freed"} {
		if err := a.Claim(ctx, "1", to+"@example.com", "me", noon); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(
		a.Settle(ctx, "1", receipt("sent@example.com", issue.Sent, "")),
		a.Settle(ctx, "1", receipt("refused@example.com", issue.Refused, "Illegal address")),
		a.Settle(ctx, "1", receipt("silent@example.com", issue.Unconfirmed, "timeout")),
		a.Release(ctx, "1", "freed@example.com", "me"),
		a.Claim(ctx, "12", "open@example.com", "me", noon), // an issue whose id begins alike
	); err != nil {
		t.Fatal(err)
	}
	s.raw(t, "ledger/1/README.json", "{}")
	s.raw(t, "ledger/1/zz/claim-00.json", "{}")

	l, err := a.Ledger(ctx, "1")
	if err != nil {
		t.Fatal(err)
	}
	for to, want := range map[string]issue.Outcome{
		"SENT": issue.Sent, "refused": issue.Refused, "silent": issue.Unconfirmed, "killed": issue.Unconfirmed,
		"freed": "", "open": "",
	} {
		got, done := l.Outcome(to + "@example.com")
		if got != want || done != (want != "") || l.Claimed(to+"@example.com") != done {
			t.Errorf("%s: Outcome = %q, %v, want %q", to, got, done, want)
		}
	}
	want := issue.Delivery{
		Schema: issue.DeliverySchema, Issue: "1", Sent: 1,
		Refused: []issue.Receipt{receipt("refused@example.com", issue.Refused, "Illegal address")},
		Unconfirmed: []issue.Receipt{
			receipt("killed@example.com", issue.Unconfirmed, ""),
			receipt("silent@example.com", issue.Unconfirmed, "timeout"),
		},
	}
	got, err := a.Report(ctx, "1")
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(got.Unconfirmed, func(a, b issue.Receipt) int { return strings.Compare(a.Recipient, b.Recipient) })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Report (-want +got):\n%s", diff)
	}
}

func testShards(t *testing.T, s Store) {
	const n = 1200 // with their receipts more than two pages
	a := s.archive()
	address := func(i int) string { return fmt.Sprintf("reader%d@example.com", i) }
	each(t, n, func(ctx context.Context, i int) error {
		if err := a.Claim(ctx, "1", address(i), "me", noon); err != nil {
			return err
		}
		r := issue.Receipt{Recipient: address(i), Outcome: issue.Sent, At: noon}
		switch {
		case i < 3:
			return nil
		case i < 8:
			r.Outcome = issue.Refused
		}
		return a.Settle(ctx, "1", r)
	})
	claimed, err := a.Claimed(t.Context(), "1")
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		if !claimed(address(i)) {
			t.Fatalf("%s is not in the ledger", address(i))
		}
	}
	if claimed(address(n)) {
		t.Errorf("%s is in the ledger", address(n))
	}
	got, err := a.Report(t.Context(), "1")
	if err != nil {
		t.Fatal(err)
	}
	if got.Sent != n-8 || len(got.Refused) != 5 || len(got.Unconfirmed) != 3 {
		t.Errorf("Report: %d sent, %d refused, %d unconfirmed; want %d, 5, 3",
			got.Sent, len(got.Refused), len(got.Unconfirmed), n-8)
	}
}
