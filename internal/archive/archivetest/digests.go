package archivetest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/google/go-cmp/cmp"

	"onrecord/internal/archive"
	"onrecord/internal/article"
	"onrecord/internal/digest"
	"onrecord/internal/summary"
	"onrecord/internal/text"
)

// noon is a day in the middle of a month.
var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// digestOf returns a valid digest of an upload.
func digestOf(key string, at time.Time) digest.Digest {
	const body = "“We will rebuild the bridge,” said Mayor Orla Fenn. – Müller, 東京, \u2028 <b>&amp;</b>"
	src := digest.Source{Bucket: "uploads", Key: key, ETag: "e" + key, ContentType: "text/html", Size: 9, ReceivedAt: at}
	return digest.Digest{
		Schema:  digest.Schema,
		ID:      digest.ID(src.Bucket, src.Key, src.ETag),
		Source:  src,
		Article: article.Article{Headline: "Bridge to be rebuilt", Byline: []string{}, Language: "en", Text: body},
		Summary: []summary.Sentence{{Text: body[:10], Span: text.Span{Start: 0, End: 10}}},
	}
}

func keysOf(ds []digest.Digest) []string {
	keys := make([]string, len(ds))
	for i, d := range ds {
		keys[i] = d.Source.Key
	}
	slices.Sort(keys)
	return keys
}

func testWindow(t *testing.T, s Store) {
	a := s.archive()
	midnight := time.Date(2026, 12, 31, 24, 0, 0, 0, time.UTC) // and a new year
	tokyo := time.FixedZone("", 9*60*60)
	for key, at := range map[string]time.Time{
		"long before":       noon.AddDate(-3, 0, 0),
		"at from":           midnight.Add(-time.Hour),
		"just after from":   midnight.Add(-time.Hour + time.Nanosecond),
		"at midnight":       midnight,
		"elsewhere's clock": midnight.Add(30 * time.Minute).In(tokyo),
		"at to":             midnight.Add(time.Hour),
		"just after to":     midnight.Add(time.Hour + time.Nanosecond),
		"a year after":      midnight.AddDate(1, 0, 0),
	} {
		if err := a.PutDigest(t.Context(), digestOf(key, at)); err != nil {
			t.Fatal(err)
		}
	}
	for _, w := range []struct {
		name     string
		from, to time.Time
		want     []string
	}{
		{"two hours over midnight", midnight.Add(-time.Hour), midnight.Add(time.Hour),
			[]string{"at midnight", "at to", "elsewhere's clock", "just after from"}},
		{"the same in another zone", midnight.Add(-time.Hour).In(tokyo), midnight.Add(time.Hour).In(tokyo),
			[]string{"at midnight", "at to", "elsewhere's clock", "just after from"}},
		{"empty", midnight, midnight, []string{}},
		{"backwards", midnight.Add(time.Hour), midnight.Add(-time.Hour), []string{}},
		{"a gap of days without digests", noon.AddDate(0, 0, -300), midnight.Add(-2 * time.Hour), []string{}},
		{"all time", time.Time{}, time.Date(12026, 1, 1, 0, 0, 0, 0, time.UTC),
			[]string{"a year after", "at from", "at midnight", "at to", "elsewhere's clock", "just after from", "just after to", "long before"}},
	} {
		got := keysOf(must(t, a.Digests(t.Context(), w.from, w.to)))
		if diff := cmp.Diff(w.want, got); diff != "" {
			t.Errorf("%s: Digests (-want +got):\n%s", w.name, diff)
		}
	}
}

func testDigestByID(t *testing.T, s Store) {
	a := s.archive()
	d := digestOf("a.html", noon)
	if _, err := a.Digest(t.Context(), d.ID, noon); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Digest of an id that is not there: %v, want an error wrapping fs.ErrNotExist", err)
	}
	if err := a.PutDigest(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	got, err := a.Digest(t.Context(), d.ID, noon)
	if err != nil || got.Source.Key != d.Source.Key {
		t.Errorf("Digest = %q, %v, want that of %q", got.Source.Key, err, d.Source.Key)
	}
	if _, err := a.Digest(t.Context(), "../"+d.ID, noon); err == nil {
		t.Error("Digest took a path for an id")
	}
}

func testPages(t *testing.T, s Store) {
	const n = 2500
	a := s.archive()
	each(t, n, func(ctx context.Context, i int) error {
		return a.PutDigest(ctx, digestOf(fmt.Sprint(i), noon))
	})
	got := must(t, a.Digests(t.Context(), noon.Add(-time.Second), noon))
	if len(got) != n {
		t.Fatalf("got %d digests, want %d", len(got), n)
	}
	if !slices.IsSortedFunc(got, func(a, b digest.Digest) int { return strings.Compare(a.ID, b.ID) }) {
		t.Error("digests are not in the order of their keys")
	}
	seen := map[string]bool{}
	for _, d := range got {
		seen[d.Source.Key] = true
	}
	if len(seen) != n {
		t.Errorf("got %d different digests, want %d", len(seen), n)
	}
}

func testRepeatedDigest(t *testing.T, s Store) {
	a := s.archive()
	d := digestOf("articles/world/brücke 1+1 & 東京.html", noon)
	for range 3 {
		if err := a.PutDigest(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	d.Article.Headline = "Bridge to be rebuilt, says mayor"
	if err := a.PutDigest(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	got := must(t, a.Digests(t.Context(), noon.Add(-time.Hour), noon))
	if len(got) != 1 {
		t.Fatalf("got %d digests, want 1", len(got))
	}
	var want, have bytes.Buffer
	if err := errors.Join(d.Encode(&want), got[0].Encode(&have)); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.String(), have.String()); diff != "" {
		t.Errorf("Digests (-want +got):\n%s", diff)
	}
}

// raw stores bytes that the archive would not write.
func (s Store) raw(t *testing.T, key, body string) {
	t.Helper()
	_, err := s.Client.PutObject(t.Context(), &s3.PutObjectInput{
		Bucket: aws.String(s.Bucket), Key: aws.String(key), Body: strings.NewReader(body),
	})
	if err != nil {
		t.Fatal(err)
	}
}

func testPoisoned(t *testing.T, s Store) {
	a := s.archive()
	for i := range 40 {
		if err := a.PutDigest(t.Context(), digestOf(fmt.Sprint(i), noon)); err != nil {
			t.Fatal(err)
		}
	}
	poison := []string{
		"digests/2026/11/23/0.json",
		"digests/2026/11/23/7.json",
		"digests/2026/11/23/zz.json",
	}
	s.raw(t, poison[0], "")
	s.raw(t, poison[1], `{"schema":"onrecord/digest/v1","summary":[{"text":"x","start":-1,"end":99}]}`)
	s.raw(t, poison[2], strings.Repeat("[", 100_000))
	s.raw(t, "digests/2026/11/23/notes.txt", "not the archive's")
	s.raw(t, "digests/README.json", "{}")
	s.raw(t, "digests/2026/13/99/x.json", "{}")

	var good int
	var bad []string
	for _, err := range a.Digests(t.Context(), noon.Add(-time.Hour), noon) {
		var corrupt *archive.CorruptError
		switch {
		case err == nil:
			good++
		case errors.As(err, &corrupt) && errors.Is(err, digest.ErrInvalid):
			bad = append(bad, corrupt.Key)
		default:
			t.Fatalf("%v is no CorruptError of an invalid digest", err)
		}
	}
	if good != 40 {
		t.Errorf("got %d good digests, want 40", good)
	}
	if diff := cmp.Diff(poison, bad); diff != "" {
		t.Errorf("corrupt keys (-want +got):\n%s", diff)
	}
}

func testLeave(t *testing.T, s Store) {
	a := s.archive()
	each(t, 60, func(ctx context.Context, i int) error {
		return a.PutDigest(ctx, digestOf(fmt.Sprint(i), noon))
	})
	for range a.Digests(t.Context(), noon.Add(-time.Hour), noon) {
		break
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var last error
	n := 0
	for _, err := range a.Digests(ctx, noon.Add(-time.Hour), noon) {
		n++
		last = err
		if n == 3 {
			cancel()
		}
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("cancelled after 3 of 60: the last of %d errors is %v, want context.Canceled", n, last)
	}
	missing := archive.New(s.Client, s.Bucket+"-missing")
	for _, err := range missing.Digests(t.Context(), noon.Add(-time.Hour), noon) {
		last = err
	}
	if last == nil || errors.As(last, new(*archive.CorruptError)) {
		t.Errorf("missing bucket: error is %v, want one that ends the sequence", last)
	}
}

func testRejections(t *testing.T, s Store) {
	a := s.archive()
	want := digest.Rejection{
		Schema: digest.RejectionSchema, ID: "0123", Reason: "too_large", Detail: "It is <too> large.",
		Source: digest.Source{Bucket: "uploads", Key: "ü.html", ReceivedAt: noon},
	}
	for range 2 {
		if err := a.PutRejection(t.Context(), want); err != nil {
			t.Fatal(err)
		}
	}
	s.raw(t, "rejected/2026/11/23/x.json", `{"schema":"onrecord/rejection/v0"}`)
	var got []digest.Rejection
	var errs []string
	for r, err := range a.Rejections(t.Context(), noon.Add(-1), noon) {
		if err != nil {
			errs = append(errs, err.Error())
			continue
		}
		got = append(got, r)
	}
	if diff := cmp.Diff([]digest.Rejection{want}, got); diff != "" {
		t.Errorf("Rejections (-want +got):\n%s", diff)
	}
	if len(errs) != 1 || !strings.Contains(errs[0], "rejected/2026/11/23/x.json") {
		t.Errorf("errors are %q, want one that names the key of another schema", errs)
	}
}

func testWithdrawals(t *testing.T, s Store) {
	a := s.archive()
	second := digest.Withdrawal{Bucket: "uploads", Key: "a b+c.html", At: noon.Add(2 * time.Hour)}
	first := digest.Withdrawal{Bucket: "uploads", Key: "a b+c.html", At: noon}
	for _, w := range []digest.Withdrawal{second, first, second} {
		if err := a.Withdraw(t.Context(), w); err != nil {
			t.Fatal(err)
		}
	}
	got := must(t, a.Withdrawals(t.Context(), noon.Add(-1), noon.Add(2*time.Hour)))
	slices.SortFunc(got, func(a, b digest.Withdrawal) int { return a.At.Compare(b.At) })
	if diff := cmp.Diff([]digest.Withdrawal{first, second}, got); diff != "" {
		t.Errorf("Withdrawals (-want +got):\n%s", diff)
	}
	got = must(t, a.Withdrawals(t.Context(), noon, noon.Add(time.Hour)))
	if len(got) != 0 {
		t.Errorf("Withdrawals between the two = %v, want none", got)
	}
}
