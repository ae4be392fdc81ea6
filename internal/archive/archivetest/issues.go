package archivetest

import (
	"context"
	"errors"
	"io/fs"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/google/go-cmp/cmp"

	"onrecord/internal/issue"
)

// issueOf returns a valid issue whose window ends at a time.
func issueOf(to time.Time) issue.Issue {
	w := issue.Window{From: to.AddDate(0, 0, -1), To: to}
	return issue.Issue{
		Schema: issue.Schema, ID: w.ID(), Window: w, Timezone: "Europe/Berlin",
		Stories: []issue.Story{{
			Headline: "Bridge <b>to</b> be rebuilt", Topic: "world",
			Summary: []string{"It will cost “a lot”."}, Speakers: []issue.Speaker{},
			Articles: []issue.Source{{Digest: "1", Key: "articles/world/a.html", ReceivedAt: to, Supersedes: []issue.Version{}}},
		}},
		People: []issue.Person{},
	}
}

func testIssue(t *testing.T, s Store) {
	a, ctx := s.archive(), t.Context()
	is := issueOf(noon)
	if _, err := a.Issue(ctx, is.ID); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Issue before it is compiled: %v, want fs.ErrNotExist", err)
	}
	if _, err := a.Page(ctx, is.ID); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Page before it is compiled: %v, want fs.ErrNotExist", err)
	}
	if err := a.PutIssue(ctx, is, "<p>ü</p>", "ü"); err != nil {
		t.Fatal(err)
	}
	later := is
	later.Stories = nil
	for _, again := range []issue.Issue{is, later} {
		if err := a.PutIssue(ctx, again, "<p>other</p>", "other"); !errors.Is(err, fs.ErrExist) {
			t.Errorf("PutIssue again: %v, want fs.ErrExist", err)
		}
	}
	got, err := a.Issue(ctx, is.ID)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(is, got); diff != "" {
		t.Errorf("Issue (-want +got):\n%s", diff)
	}
	html, err := a.Page(ctx, is.ID)
	if err != nil || html != "<p>ü</p>" {
		t.Errorf("Page = %q, %v, want the first", html, err)
	}
	for name, contentType := range map[string]string{
		"issue.json": "application/json", "issue.html": "text/html; charset=utf-8", "issue.txt": "text/plain; charset=utf-8",
	} {
		head, err := s.Client.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &s.Bucket, Key: aws.String("issues/" + is.ID + "/" + name)})
		if err != nil {
			t.Fatal(err)
		}
		if got := aws.ToString(head.ContentType); got != contentType {
			t.Errorf("%s is %q, want %q", name, got, contentType)
		}
	}
}

func testIssueRace(t *testing.T, s Store) {
	a := s.archive()
	won := 0
	for _, err := range race(t, func(ctx context.Context, _ int) error { return a.PutIssue(ctx, issueOf(noon), "h", "t") }) {
		switch {
		case err == nil:
			won++
		case !errors.Is(err, fs.ErrExist):
			t.Errorf("PutIssue: %v, want fs.ErrExist", err)
		}
	}
	if won != 1 {
		t.Errorf("%d compilers won, want 1", won)
	}
}

func testIssues(t *testing.T, s Store) {
	a, ctx := s.archive(), t.Context()
	if got, err := a.Issues(ctx, time.Time{}); err != nil || len(got) != 0 {
		t.Errorf("Issues of an empty bucket = %v, %v", got, err)
	}
	var want []string
	for _, days := range []int{2, 0, 400, 1} {
		is := issueOf(noon.AddDate(0, 0, days))
		if err := a.PutIssue(ctx, is, "h", "t"); err != nil {
			t.Fatal(err)
		}
		if err := a.PutDelivery(ctx, issue.Delivery{Schema: issue.DeliverySchema, Issue: is.ID}); err != nil {
			t.Fatal(err)
		}
	}
	for _, days := range []int{0, 1, 2, 400} {
		want = append(want, issueOf(noon.AddDate(0, 0, days)).ID)
	}
	s.raw(t, "issues/killed-before-the-commit/issue.html", "h")
	s.raw(t, "issues/README", "not an issue")
	second := issueOf(noon.AddDate(0, 0, 1)).Window.From
	for _, c := range []struct {
		since time.Time
		want  []string
	}{
		{time.Time{}, want},
		{second, want[1:]},
		{second.Add(time.Minute), want[2:]},
		{noon.AddDate(2, 0, 0), nil},
	} {
		got, err := a.Issues(ctx, c.since)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("Issues since %v (-want +got):\n%s", c.since, diff)
		}
	}
}

func testDelivery(t *testing.T, s Store) {
	a, ctx := s.archive(), t.Context()
	want := issue.Delivery{
		Schema: issue.DeliverySchema, Issue: "1", Subscribers: 3, Sent: 1,
		Refused:     []issue.Receipt{{Recipient: "a@example.com", Outcome: issue.Refused, Reason: "no", At: noon}},
		Unconfirmed: []issue.Receipt{}, Started: noon, Finished: noon.Add(time.Minute),
	}
	if _, err := a.Delivery(ctx, "1"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Delivery before it is written: %v, want fs.ErrNotExist", err)
	}
	for _, sent := range []int{0, 1} {
		want.Sent = sent
		if err := a.PutDelivery(ctx, want); err != nil {
			t.Fatal(err)
		}
	}
	got, err := a.Delivery(ctx, "1")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Delivery (-want +got):\n%s", diff)
	}
	// It names subscribers, so it must lie where S3 forgets it, and be no
	// subscriber's line itself.
	if _, err := s.Client.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &s.Bucket, Key: aws.String("ledger/1/delivery.json")}); err != nil {
		t.Errorf("Delivery is not with the ledger: %v", err)
	}
	if again, err := a.Report(ctx, "1"); err != nil || again.Sent+len(again.Refused)+len(again.Unconfirmed) > 0 {
		t.Errorf("Report of a ledger without lines = %+v, %v", again, err)
	}
}

func testNames(t *testing.T, s Store) {
	a, ctx := s.archive(), t.Context()
	for _, id := range []string{"", ".", "..", "../digests", "a/../b", "/a", "a/", "a//b"} {
		_, missing := a.Issue(ctx, id)
		_, unread := a.Ledger(ctx, id)
		for call, err := range map[string]error{
			"PutDigest":   a.PutDigest(ctx, digestWithID(id)),
			"PutIssue":    a.PutIssue(ctx, issue.Issue{ID: id}, "", ""),
			"Issue":       missing,
			"PutDelivery": a.PutDelivery(ctx, issue.Delivery{Issue: id}),
			"Claim":       a.Claim(ctx, id, "a@example.com", "me", noon),
			"Release":     a.Release(ctx, id, "a@example.com", "me"),
			"Settle":      a.Settle(ctx, id, issue.Receipt{Recipient: "a@example.com", Outcome: issue.Sent}),
			"Ledger":      unread,
		} {
			if !errors.Is(err, fs.ErrInvalid) {
				t.Errorf("%s of id %q: %v, want fs.ErrInvalid", call, id, err)
			}
		}
	}
	if err := a.Settle(ctx, "1", issue.Receipt{Outcome: "lost"}); !errors.Is(err, fs.ErrInvalid) {
		t.Errorf("Settle of an unknown outcome: %v, want fs.ErrInvalid", err)
	}
}
