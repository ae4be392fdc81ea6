package archivetest

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/issue"
	"onrecord/internal/subscriber"
)

func roundTo(to time.Time) issue.Round {
	return issue.Round{
		Schema: issue.RoundSchema, From: to.Add(-time.Hour), To: to, Begun: to, Timezone: "Europe/Berlin", Hour: 7,
		Seen: []issue.Seen{{Digest: "1", Upload: "2", ReceivedAt: to.Add(-time.Minute), At: to.Add(-time.Minute)}},
	}
}

func testRounds(t *testing.T, s Store) {
	a, ctx := s.archive(), t.Context()
	if _, _, err := a.LastRound(ctx, noon); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("LastRound of an empty bucket: %v, want fs.ErrNotExist", err)
	}
	for _, hours := range []int{1, 0, 2} { // the order that they are stored in tells nothing
		r := roundTo(noon.Add(time.Duration(hours) * time.Hour))
		if err := a.PutRound(ctx, r); err != nil {
			t.Fatal(err)
		}
		if err := a.PutRound(ctx, r); !errors.Is(err, fs.ErrExist) {
			t.Errorf("PutRound again: %v, want fs.ErrExist", err)
		}
		if err := a.CloseRound(ctx, roundTo(noon), noon); err != nil {
			t.Fatal(err)
		}
	}
	last := roundTo(noon.Add(2 * time.Hour))
	for _, now := range []time.Time{noon, noon.Add(400 * 24 * time.Hour)} { // found also after a long pause
		got, closed, err := a.LastRound(ctx, now)
		if err != nil || closed {
			t.Fatalf("LastRound = %v, closed %v, want it open", err, closed)
		}
		if diff := cmp.Diff(last, got); diff != "" {
			t.Errorf("LastRound (-want +got):\n%s", diff)
		}
	}
	if err := a.CloseRound(ctx, last, noon); err != nil {
		t.Fatal(err)
	}
	if _, closed, err := a.LastRound(ctx, noon); err != nil || !closed {
		t.Errorf("LastRound once it is closed: %v, closed %v", err, closed)
	}
}

// testLargeRound has somebody upload an archive. A round that can't be read
// would be the end of all mail.
func testLargeRound(t *testing.T, s Store) {
	a, ctx := s.archive(), t.Context()
	want := roundTo(noon)
	want.Seen = nil
	for i := range 300_000 {
		id := fmt.Sprintf("%032x", i)
		want.Seen = append(want.Seen, issue.Seen{Digest: id, Upload: id[:16], ReceivedAt: noon, At: noon})
	}
	if err := a.PutRound(ctx, want); err != nil {
		t.Fatal(err)
	}
	got, _, err := a.LastRound(ctx, noon)
	if err != nil || len(got.Seen) != len(want.Seen) || got.Seen[len(got.Seen)-1] != want.Seen[len(want.Seen)-1] {
		t.Errorf("LastRound of %d digests = %d, %v", len(want.Seen), len(got.Seen), err)
	}
}

func testRoundRace(t *testing.T, s Store) {
	a := s.archive()
	won := 0
	for _, err := range race(t, func(ctx context.Context, _ int) error { return a.PutRound(ctx, roundTo(noon)) }) {
		if err == nil {
			won++
		} else if !errors.Is(err, fs.ErrExist) {
			t.Errorf("PutRound: %v, want fs.ErrExist", err)
		}
	}
	if won != 1 {
		t.Errorf("%d beats began the round, want 1", won)
	}
}

func testContacts(t *testing.T, s Store) {
	a, ctx := s.archive(), t.Context()
	if _, err := a.Contacts(ctx, "1", 0); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Contacts before they are stored: %v, want fs.ErrNotExist", err)
	}
	want := subscriber.ContactPage{
		Contacts: []subscriber.Contact{{Address: "ada@example.com", Updated: noon, Without: []string{"sport"}}, {Address: "ben@example.com", Updated: noon}},
		Next:     "2",
	}
	if err := a.PutContacts(ctx, "1", 0, want); err != nil {
		t.Fatal(err)
	}
	if err := a.PutContacts(ctx, "1", 0, subscriber.ContactPage{}); !errors.Is(err, fs.ErrExist) {
		t.Errorf("PutContacts again: %v, want fs.ErrExist", err)
	}
	got, err := a.Contacts(ctx, "1", 0)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Contacts (-want +got):\n%s", diff)
	}
}

func testRoster(t *testing.T, s Store) {
	a, ctx := s.archive(), t.Context()
	if got, err := a.Readers(ctx, 15); err != nil || len(got) != 0 {
		t.Errorf("Readers of an empty bucket = %v, %v", got, err)
	}
	want := []subscriber.Reader{
		{Key: subscriber.Key{0xf0}, Updated: 1},
		{Key: subscriber.Key{0xf1, 2}, Updated: noon.UnixMilli(), Wishes: &subscriber.Wishes{Name: "Ada <b>", Zone: "Asia/Tokyo", Hour: 6, Served: noon, Since: noon.Add(time.Minute)}},
	}
	for _, readers := range [][]subscriber.Reader{want[:1], want} {
		if err := a.PutReaders(ctx, 15, readers); err != nil {
			t.Fatal(err)
		}
	}
	got, err := a.Readers(ctx, 15)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Readers (-want +got):\n%s", diff)
	}
	s.raw(t, "subscribers/roster/3.jsonl", `{"key":"12"}`)
	if _, err := a.Readers(ctx, 3); err == nil {
		t.Error("a roster with half a key is read without an error")
	}
}

func testLease(t *testing.T, s Store) {
	a, ctx := s.archive(), t.Context()
	until := noon.Add(time.Minute)
	won := 0
	var release func(context.Context) error
	for _, err := range race(t, func(ctx context.Context, i int) error {
		r, err := a.Lease(ctx, string(rune('a'+i)), noon, until)
		if err == nil {
			release = r
		}
		return err
	}) {
		if err == nil {
			won++
		} else if !errors.Is(err, fs.ErrExist) {
			t.Errorf("Lease: %v, want fs.ErrExist", err)
		}
	}
	if won != 1 {
		t.Fatalf("%d got the lease, want 1", won)
	}
	if _, err := a.Lease(ctx, "next", noon.Add(time.Second), until); !errors.Is(err, fs.ErrExist) {
		t.Errorf("Lease while it is held: %v, want fs.ErrExist", err)
	}
	if err := release(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Lease(ctx, "next", noon.Add(time.Second), until); err != nil {
		t.Errorf("Lease once it is given back: %v", err)
	}
	if err := release(ctx); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a lease that was lost is given back: %v, want fs.ErrExist", err)
	}
	if _, err := a.Lease(ctx, "heir", until, until.Add(time.Minute)); err != nil {
		t.Errorf("Lease once its time is over: %v", err)
	}
}

func testPagesOfIssue(t *testing.T, s Store) {
	a, ctx := s.archive(), t.Context()
	is := issueOf(noon)
	if found, err := a.HasPages(ctx, is.ID); err != nil || found {
		t.Errorf("HasPages before there are any: %v, %v", found, err)
	}
	if err := a.PutPages(ctx, is.ID, "<p>mended</p>", "mended"); err != nil {
		t.Fatal(err)
	}
	if found, err := a.HasPages(ctx, is.ID); err != nil || !found {
		t.Errorf("HasPages: %v, %v", found, err)
	}
	if html, err := a.Page(ctx, is.ID); err != nil || html != "<p>mended</p>" {
		t.Errorf("Page = %q, %v", html, err)
	}
}

func testSomeDigests(t *testing.T, s Store) {
	a, ctx := s.archive(), t.Context()
	for _, id := range []string{"a", "b"} {
		if err := a.PutDigest(ctx, digestWithID(id)); err != nil {
			t.Fatal(err)
		}
	}
	s.raw(t, dayOf(digestWithID("a").Source.ReceivedAt)+"poisoned.json", "{")
	at := digestWithID("a").Source.ReceivedAt
	got := must(t, a.SomeDigests(ctx, at.Add(-time.Hour), at.Add(time.Hour), func(id string) bool { return id == "b" }))
	if len(got) != 1 || got[0].ID != "b" {
		t.Errorf("SomeDigests = %v, want b alone, and the others not read", got)
	}
}

func dayOf(at time.Time) string { return "digests/" + at.UTC().Format("2006/01/02/") }
