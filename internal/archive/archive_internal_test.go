package archive

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"onrecord/internal/digest"
)

// wire answers requests in place of a server.

type wire func(r *http.Request) (status int, body io.Reader)

func (w wire) RoundTrip(r *http.Request) (*http.Response, error) {
	status, body := w(r)
	return &http.Response{StatusCode: status, Request: r, Header: http.Header{}, Body: io.NopCloser(body), ContentLength: -1}, nil
}

func over(w wire) *Archive {
	return New(s3.New(s3.Options{
		Region: "eu-west-1", BaseEndpoint: aws.String("http://127.0.0.1:1"), UsePathStyle: true,
		Credentials: aws.AnonymousCredentials{}, HTTPClient: &http.Client{Transport: w},
		Retryer: retry.AddWithMaxBackoffDelay(retry.NewStandard(), time.Nanosecond),
	}), "digests")
}

// TestConflictsAreRetried checks the answer that S3 gives to conditional

// writes that meet, which no stand-in gives and the SDK does not retry.

func TestConflictsAreRetried(t *testing.T) {
	for _, code := range []string{"ConditionalRequestConflict", "OperationAborted"} {
		puts := 0
		a := over(func(r *http.Request) (int, io.Reader) {
			if puts++; puts < 3 {
				return http.StatusConflict, strings.NewReader("<Error><Code>" + code + "</Code></Error>")
			}
			return http.StatusOK, strings.NewReader("")
		})
		if err := a.Claim(t.Context(), "1", "ada@example.com", "me", time.Now()); err != nil || puts != 3 {
			t.Errorf("Claim after two answers of %s: %v, %d requests; want 3", code, err, puts)
		}
	}
}

// TestReadIsBounded checks that an object without end is given up on.

func TestReadIsBounded(t *testing.T) {
	var read atomic.Int64
	a := over(func(*http.Request) (int, io.Reader) { return http.StatusOK, endless{&read} })
	_, err := a.Issue(t.Context(), "1")
	var corrupt *CorruptError
	if !errors.As(err, &corrupt) || corrupt.Key != "issues/1/issue.json" {
		t.Errorf("Issue without end: %v, want a CorruptError with its key", err)
	}
	if n := read.Load(); n > 2*maxObject {
		t.Errorf("%d bytes were read, want about %d", n, maxObject)
	}
}

type endless struct{ read *atomic.Int64 }

func (e endless) Read(p []byte) (int, error) {
	e.read.Add(int64(len(p)))
	return len(p), nil
}

// TestFetchIsBounded checks that no more than a few objects are fetched ahead

// of a slow reader, and that none is once it has left.

func TestFetchIsBounded(t *testing.T) {
	var begun atomic.Int32
	keys := func(context.Context) iter.Seq2[string, error] {
		return func(yield func(string, error) bool) {
			for i := 0; yield(fmt.Sprint(i), nil); i++ {
			}
		}
	}
	want := 0
	for key, err := range fetch(t.Context(), keys, func(_ context.Context, key string) (string, error) {
		begun.Add(1)
		return key, nil
	}) {
		if err != nil || key != fmt.Sprint(want) {
			t.Fatalf("got %q, %v, want %d", key, err, want)
		}
		if want++; want == 100 {
			break
		}
		if ahead := int(begun.Load()) - want; ahead > inFlight+2 {
			t.Fatalf("%d objects fetched ahead, want %d at most", ahead, inFlight)
		}
	}
	after := begun.Load()
	runtime.Gosched()
	if got := begun.Load(); got != after {
		t.Errorf("%d objects were fetched after the reader had left", got-after)
	}
}

func TestDay(t *testing.T) {
	for _, c := range []struct {
		at   time.Time
		want string
	}{
		{time.Date(2026, 11, 23, 23, 59, 59, 0, time.FixedZone("", -3600)), "2026/11/24"},
		{time.Time{}, "0001/01/01"},
		{time.Date(-5, 1, 1, 0, 0, 0, 0, time.UTC), "0001/01/01"},
		{time.Date(12026, 1, 1, 0, 0, 0, 0, time.UTC), "9999/12/31"},
	} {
		if got := day(c.at); got != c.want {
			t.Errorf("day(%v) = %q, want %q", c.at, got, c.want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"schema":"onrecord/rejection/v1"}`))
	f.Add([]byte(`{"at":"yesterday"}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		a := over(func(r *http.Request) (int, io.Reader) {
			if strings.Contains(r.URL.RawQuery, "list-type") {
				return http.StatusOK, strings.NewReader("<R><Contents><Key>rejected/2026/11/23/a.json</Key></Contents></R>")
			}
			return http.StatusOK, strings.NewReader(string(body))
		})
		at := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
		for r, err := range a.Rejections(t.Context(), at.AddDate(0, 0, -1), at.AddDate(0, 0, 1)) {
			var corrupt *CorruptError
			if err != nil && !errors.As(err, &corrupt) || err == nil && r.Schema != digest.RejectionSchema {
				t.Errorf("%q: %+v, %v", body, r, err)
			}
		}
	})
}

// ledgerOf answers listings of a ledger of n settled recipients, whose hashes

// it makes up as it goes.

// BenchmarkLedger reports what a ledger holds on to for each recipient.
