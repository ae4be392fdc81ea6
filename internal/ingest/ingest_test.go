package ingest_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/google/go-cmp/cmp"

	"onrecord/internal/digest"
	"onrecord/internal/document"
	"onrecord/internal/ingest"
	"onrecord/internal/metrics"
)

// bucket is an S3 bucket in memory; the key of an object that fails says how.
type bucket map[string][]byte

func (b bucket) Open(_ context.Context, src digest.Source) (io.ReadCloser, digest.Source, error) {
	if strings.HasPrefix(src.Key, "articles/throttled") {
		return nil, src, errors.New("SlowDown: please reduce your request rate")
	}
	body, found := b[src.Key]
	if !found {
		return nil, src, fmt.Errorf("open %s: %w", src.Key, fs.ErrNotExist)
	}
	src.ETag, src.ContentType, src.Size = "etag", "text/plain", int64(len(body))
	return io.NopCloser(bytes.NewReader(body)), src, nil
}

// shelf is an archive in memory.
type shelf struct {
	digests     map[string]digest.Digest
	rejections  map[string]digest.Rejection
	withdrawals []digest.Withdrawal
	err         error // what every write answers
}

func newShelf() *shelf {
	return &shelf{digests: map[string]digest.Digest{}, rejections: map[string]digest.Rejection{}}
}

func (s *shelf) PutDigest(_ context.Context, d digest.Digest) error {
	s.digests[d.Source.Key] = d
	return s.err
}

func (s *shelf) PutRejection(_ context.Context, r digest.Rejection) error {
	s.rejections[r.Source.Key] = r
	return s.err
}

func (s *shelf) Withdraw(_ context.Context, w digest.Withdrawal) error {
	s.withdrawals = append(s.withdrawals, w)
	return s.err
}

const report = `Ferry Line to Halme Will Close in March

The ferry line between Corrin and the island of Halme will close in March after 94 years.

“We looked at every timetable there is,” said Ane Brodd, the line’s director.
`

var received = time.Date(2026, 11, 23, 6, 1, 2, 0, time.UTC)

func record(name, key string) events.S3EventRecord {
	r := events.S3EventRecord{EventName: name, EventTime: received}
	r.S3.Bucket.Name = "uploads"
	r.S3.Object.Key = key
	return r
}

func handle(t *testing.T, s *shelf, records ...events.S3EventRecord) error {
	t.Helper()
	return handleLogged(t, t.Output(), s, records...)
}

// handleLogged is handle with the log elsewhere. Every look at its clock takes
// a millisecond.
func handleLogged(t *testing.T, log io.Writer, s *shelf, records ...events.S3EventRecord) error {
	t.Helper()
	now := received
	in := &ingest.Ingester{
		Uploads: bucket{
			"articles/local/ferry line + more.txt": []byte(report),
			"articles/møte.txt":                    []byte(report),
			"articles/picture.png":                 []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
			"articles/empty.txt":                   {},
			"articles/huge.txt":                    bytes.Repeat([]byte("a word "), document.MaxBytes/7+1),
		},
		Archive: s,
		Log:     slog.New(metrics.NewHandler(slog.NewJSONHandler(log, nil), "on-record-ingest")),
		Now: func() time.Time {
			now = now.Add(time.Millisecond)
			return now
		},
	}
	return in.Handle(t.Context(), events.S3Event{Records: records})
}

func TestHandleCreated(t *testing.T) {
	s := newShelf()
	if err := handle(t, s, record("ObjectCreated:Put", "articles/local/ferry+line+%2B+more.txt")); err != nil {
		t.Fatalf("Handle: %v", err)
	}
	d, found := s.digests["articles/local/ferry line + more.txt"]
	if !found {
		t.Fatalf("no digest under the decoded key, only %v", s.digests)
	}
	want := digest.Source{
		Bucket: "uploads", Key: "articles/local/ferry line + more.txt", ETag: "etag",
		ContentType: "text/plain", Size: int64(len(report)), ReceivedAt: received,
	}
	if diff := cmp.Diff(want, d.Source); diff != "" {
		t.Errorf("source (-want +got):\n%s", diff)
	}
	if d.Topic != "local" || d.Article.Headline != "Ferry Line to Halme Will Close in March" {
		t.Errorf("topic %q, headline %q", d.Topic, d.Article.Headline)
	}
	if len(d.Speakers) != 1 || d.Speakers[0].Name != "Ane Brodd" {
		t.Errorf("speakers %+v, want Ane Brodd alone", d.Speakers)
	}
}

func TestHandleUnicodeKey(t *testing.T) {
	s := newShelf()
	if err := handle(t, s, record("ObjectCreated:CompleteMultipartUpload", "articles/m%C3%B8te.txt")); err != nil {
		t.Fatalf("Handle: %v", err)
	}
	if _, found := s.digests["articles/møte.txt"]; !found {
		t.Errorf("digests %v, want one of articles/møte.txt", s.digests)
	}
}

func TestHandleRejected(t *testing.T) {
	tests := []struct {
		key  string
		want digest.Reason
	}{
		{"articles/picture.png", "image"},
		{"articles/empty.txt", "empty"},
		{"articles/huge.txt", "too_large"},
	}
	for _, tt := range tests {
		t.Run(tt.key, func(t *testing.T) {
			s := newShelf()
			if err := handle(t, s, record("ObjectCreated:Put", tt.key)); err != nil {
				t.Fatalf("Handle: %v, want a rejection, which is not retried", err)
			}
			r := s.rejections[tt.key]
			if r.Reason != tt.want || r.Detail == "" || len(r.ID) != 32 || r.Schema != digest.RejectionSchema {
				t.Errorf("rejection %+v, want reason %q with a sentence and an id", r, tt.want)
			}
			if len(s.digests) > 0 {
				t.Errorf("rejected and digested: %v", s.digests)
			}
		})
	}
}

func TestHandleTooLargeIsNotFetched(t *testing.T) {
	s := newShelf()
	r := record("ObjectCreated:Put", "articles/throttled-and-huge.txt") // fetching it would fail
	r.S3.Object.Size = document.MaxBytes + 1
	if err := handle(t, s, r); err != nil {
		t.Fatalf("Handle: %v", err)
	}
	if got := s.rejections["articles/throttled-and-huge.txt"].Reason; got != "too_large" {
		t.Errorf("reason %q, want too_large", got)
	}
}

func TestHandleWithdrawn(t *testing.T) {
	for _, name := range []string{"ObjectRemoved:Delete", "ObjectRemoved:DeleteMarkerCreated"} {
		s := newShelf()
		if err := handle(t, s, record(name, "articles/old+news.txt")); err != nil {
			t.Fatalf("Handle(%s): %v", name, err)
		}
		want := []digest.Withdrawal{{Bucket: "uploads", Key: "articles/old news.txt", At: received}}
		if diff := cmp.Diff(want, s.withdrawals); diff != "" {
			t.Errorf("withdrawals after %s (-want +got):\n%s", name, diff)
		}
	}
}

func TestHandleVersionRemoved(t *testing.T) {
	for key, want := range map[string]int{
		"articles/m%C3%B8te.txt": 0, // an old version; the article stands
		"articles/gone.txt":      1, // the last one
	} {
		r := record("ObjectRemoved:Delete", key)
		r.S3.Object.VersionID = "version"
		s := newShelf()
		if err := handle(t, s, r); err != nil || len(s.withdrawals) != want {
			t.Errorf("Handle of a version's end of %s: %v, %d withdrawals, want %d", key, err, len(s.withdrawals), want)
		}
	}
	r := record("ObjectRemoved:Delete", "articles/throttled.txt")
	r.S3.Object.VersionID = "version"
	if err := handle(t, newShelf(), r); err == nil {
		t.Error("Handle where it is not known whether the article stands: no error, want a retry")
	}
}

func TestHandleNothingToDo(t *testing.T) {
	tests := []struct {
		desc   string
		record events.S3EventRecord
	}{
		{"an object that was deleted before its event came", record("ObjectCreated:Put", "articles/gone.txt")},
		{"a folder made in the console", record("ObjectCreated:Put", "articles/world/")},
		{"a kind of event that is not subscribed to", record("ObjectTagging:Put", "articles/møte.txt")},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			s := newShelf()
			if err := handle(t, s, tt.record); err != nil {
				t.Errorf("Handle: %v", err)
			}
			if len(s.digests)+len(s.rejections)+len(s.withdrawals) > 0 {
				t.Errorf("stored something: %+v", s)
			}
		})
	}
	if err := handle(t, newShelf()); err != nil {
		t.Errorf("Handle of an S3 test event, which has no records: %v", err)
	}
}

func TestHandleOneBadRecord(t *testing.T) {
	s := newShelf()
	err := handle(t, s,
		record("ObjectCreated:Put", "articles/throttled.txt"),
		record("ObjectCreated:Put", "articles/%zz.txt"),
		record("ObjectCreated:Put", ""),
		record("ObjectCreated:Put", "articles/m%C3%B8te.txt"))
	if err == nil || !strings.Contains(err.Error(), "SlowDown") || !strings.Contains(err.Error(), "%zz") {
		t.Errorf("Handle: %v, want both bad records named", err)
	}
	if _, found := s.digests["articles/møte.txt"]; !found {
		t.Error("the good record after the bad ones has no digest")
	}
}

func TestHandleArchiveFails(t *testing.T) {
	for _, r := range []events.S3EventRecord{
		record("ObjectCreated:Put", "articles/m%C3%B8te.txt"),
		record("ObjectCreated:Put", "articles/empty.txt"),
		record("ObjectRemoved:Delete", "articles/m%C3%B8te.txt"),
	} {
		s := newShelf()
		s.err = errors.New("ServiceUnavailable")
		if err := handle(t, s, r); !errors.Is(err, s.err) {
			t.Errorf("Handle(%s %s) = %v, want the archive's error, for a retry", r.EventName, r.S3.Object.Key, err)
		}
	}
}

func TestHandleTwice(t *testing.T) {
	r := record("ObjectCreated:Put", "articles/m%C3%B8te.txt")
	s := newShelf()
	if err := handle(t, s, r); err != nil {
		t.Fatal(err)
	}
	first := s.digests["articles/møte.txt"]
	if err := handle(t, s, r, r); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first, s.digests["articles/møte.txt"]); diff != "" {
		t.Errorf("a repeated event changed the digest (-first +again):\n%s", diff)
	}
}

// measured returns the metrics that handling the records logs, by name, as
// CloudWatch would sum them.
func measured(t *testing.T, s *shelf, records ...events.S3EventRecord) map[string]float64 {
	t.Helper()
	var log bytes.Buffer
	if err := handleLogged(t, &log, s, records...); err != nil {
		t.Log(err)
	}
	sums := map[string]float64{}
	for line := range strings.Lines(log.String()) {
		var r struct {
			AWS struct {
				CloudWatchMetrics []struct{ Metrics []struct{ Name string } }
			} `json:"_aws"`
		}
		var values map[string]any
		if err := errors.Join(json.Unmarshal([]byte(line), &r), json.Unmarshal([]byte(line), &values)); err != nil {
			t.Fatalf("log line %s: %v", line, err)
		}
		for _, d := range r.AWS.CloudWatchMetrics {
			for _, m := range d.Metrics {
				sums[m.Name] += values[m.Name].(float64)
			}
		}
	}
	return sums
}

func TestMetrics(t *testing.T) {
	got := measured(t, newShelf(),
		record("ObjectCreated:Put", "articles/local/ferry+line+%2B+more.txt"),
		record("ObjectCreated:Put", "articles/picture.png"),
		record("ObjectCreated:Put", "articles/empty.txt"),
		record("ObjectCreated:Put", "articles/throttled.txt"),
		record("ObjectRemoved:Delete", "articles/gone.txt"))
	want := map[string]float64{
		metrics.Articles: 1, metrics.ArticleSize: float64(len(report)), metrics.Speakers: 1,
		metrics.Rejections: 2, metrics.Retries: 1, metrics.Withdrawals: 1,
		metrics.FetchTime: 1, metrics.ParseTime: 1, metrics.ExtractTime: 1,
		metrics.AttributeTime: 1, metrics.SummarizeTime: 1, metrics.StoreTime: 1,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("metrics (-want +got):\n%s", diff)
	}
}

// TestLogKeepsTheArticleToItself holds that nothing of an article's text, and
// no name in it, gets into the log.
func TestLogKeepsTheArticleToItself(t *testing.T) {
	var log bytes.Buffer
	err := handleLogged(t, &log, newShelf(),
		record("ObjectCreated:Put", "articles/local/ferry+line+%2B+more.txt"), record("ObjectCreated:Put", "articles/picture.png"))
	if err != nil {
		t.Fatal(err)
	}
	for _, private := range []string{"Ferry Line", "Brodd", "timetable", "94 years"} {
		if strings.Contains(log.String(), private) {
			t.Errorf("the log holds %q:\n%s", private, log.String())
		}
	}
}
