package ingest_test

import (
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/google/go-cmp/cmp"

	"onrecord/internal/archive"
	"onrecord/internal/archive/embedded"
	"onrecord/internal/ingest"
)

// requests notes what is asked of S3: requests are what an article costs.
type requests struct {
	mu   sync.Mutex
	made []string
}

func (r *requests) Do(q *http.Request) (*http.Response, error) {
	r.mu.Lock()
	folder, _, _ := strings.Cut(strings.TrimPrefix(q.URL.Path, "/"), "/2")
	r.made = append(r.made, q.Method+" "+folder)
	r.mu.Unlock()
	return http.DefaultClient.Do(q)
}

// TestRequests counts the requests of an upload: one to fetch it, one to
// store what came of it, and not one more.
func TestRequests(t *testing.T) {
	server, err := embedded.Start("127.0.0.1:0", "uploads", "digests")
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	for key, body := range map[string]string{"articles/ferry.txt": report, "articles/empty.txt": ""} {
		_, err := server.Client().PutObject(t.Context(), &s3.PutObjectInput{
			Bucket: aws.String("uploads"), Key: aws.String(key), Body: strings.NewReader(body),
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		key, event string
		want       []string
	}{
		{"articles/ferry.txt", "ObjectCreated:Put", []string{"GET uploads/articles/ferry.txt", "PUT digests/digests"}},
		{"articles/empty.txt", "ObjectCreated:Put", []string{"GET uploads/articles/empty.txt", "PUT digests/rejected"}},
		{"articles/gone.txt", "ObjectCreated:Put", []string{"GET uploads/articles/gone.txt"}},
		{"articles/gone.txt", "ObjectRemoved:Delete", []string{"PUT digests/withdrawn"}},
	} {
		var asked requests
		client := server.Client(func(o *s3.Options) { o.HTTPClient = &asked })
		in := &ingest.Ingester{
			Uploads: archive.NewUploads(client), Archive: archive.New(client, "digests"),
			Log: slog.New(slog.NewTextHandler(t.Output(), nil)), Now: time.Now,
		}
		if err := in.Handle(t.Context(), events.S3Event{Records: []events.S3EventRecord{record(tt.event, tt.key)}}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, asked.made); diff != "" {
			t.Errorf("%s of %s: requests (-want +got):\n%s", tt.event, tt.key, diff)
		}
	}
}
