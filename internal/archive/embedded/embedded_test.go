package embedded

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/smithy-go"
)

const bucket = "uploads"

func start(t testing.TB) *Server {
	t.Helper()
	s, err := Start("127.0.0.1:0", bucket)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func put(t *testing.T, s *Server, key, body string, change func(*s3.PutObjectInput)) {
	t.Helper()
	in := &s3.PutObjectInput{Bucket: aws.String(bucket), Key: aws.String(key), Body: strings.NewReader(body)}
	if change != nil {
		change(in)
	}
	if _, err := s.Client().PutObject(t.Context(), in); err != nil {
		t.Fatal(err)
	}
}

func TestStartRefusesOthers(t *testing.T) {
	for _, addr := range []string{":0", "0.0.0.0:0", "[::]:0", "192.0.2.1:0", "nonsense"} {
		if s, err := Start(addr); err == nil {
			t.Errorf("Start(%q) serves on %s", addr, s.Endpoint())
			s.Close()
		}
	}
	if s, err := Start("127.0.0.1:0", "Not A Bucket", "Not A Bucket"); err == nil {
		t.Error("Start with a bucket twice gives no error")
		s.Close()
	}
}

func TestWebPagesAreKeptOut(t *testing.T) {
	s := start(t)
	for _, c := range []struct {
		host, origin string
		want         int
	}{
		{"", "", http.StatusOK},
		{"localhost:80", "http://127.0.0.1:8080", http.StatusOK},
		{"[::1]:80", "", http.StatusOK},
		{"rebound.example.com", "", http.StatusForbidden},
		{"127.0.0.1.example.com:80", "", http.StatusForbidden},
		{"", "https://example.com", http.StatusForbidden},
		{"", "null", http.StatusForbidden},
	} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.Endpoint()+"/"+bucket, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = c.host
		if c.origin != "" {
			r.Header.Set("Origin", c.origin)
		}
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != c.want {
			t.Errorf("Host %q, Origin %q: %d, want %d", c.host, c.origin, answer.StatusCode, c.want)
		}
	}
}

// TestChanges makes every kind of change there is, from within the callback

// too, and checks what is told of it.

// list returns what a listing tells, folders in brackets, in the order of the

// pages, and within each of the names.

// TestMetadataGoesWithItsObject checks that nothing of an object lives on in

// the one that takes its place: above all not its checksum.

// TestBodies puts an object in each of the ways that clients put theirs.

// TestErrors checks that a refusal reaches the SDK under its own name.

func TestErrors(t *testing.T) {
	s := start(t)
	_, err := s.Client().PutObject(t.Context(), &s3.PutObjectInput{
		Bucket: aws.String(bucket), Key: aws.String("a"), Body: strings.NewReader("a"), ChecksumCRC32: aws.String("AAAAAA=="),
	})
	var api smithy.APIError
	if !errors.As(err, &api) || api.ErrorCode() != "BadDigest" {
		t.Errorf("PutObject with a wrong checksum: %v, want BadDigest", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	if _, err := s.Client(func(o *s3.Options) { o.RetryMaxAttempts = 1 }).ListBuckets(ctx, &s3.ListBucketsInput{}); err == nil {
		t.Error("a closed server answers")
	}
}
