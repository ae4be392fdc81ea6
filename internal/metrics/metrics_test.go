package metrics_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-lambda-go/lambdacontext"
	"github.com/google/go-cmp/cmp"

	"onrecord/internal/metrics"
)

// written logs one record through [metrics.NewHandler] and returns its JSON.
func written(t *testing.T, attrs ...any) map[string]any {
	t.Helper()
	var out bytes.Buffer
	h := slog.NewJSONHandler(&out, &slog.HandlerOptions{ReplaceAttr: lambdacontext.ReplaceAttr})
	slog.New(metrics.NewHandler(h, "on-record-ingest")).With("version", "7").Info("digested", attrs...)
	var got map[string]any
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatalf("%s: %v", out.Bytes(), err)
	}
	return got
}

func TestRecord(t *testing.T) {
	got := written(t, "key", "articles/a.html",
		metrics.Count("Articles", 1), metrics.Bytes("ArticleSize", 5120),
		metrics.Milliseconds("DigestTime", 1234567*time.Nanosecond), metrics.PerSecond("SendRate", 13.9))
	for name, want := range map[string]any{
		"level": "INFO", "message": "digested", "version": "7", "key": "articles/a.html",
		"FunctionName": "on-record-ingest", "Articles": 1.0, "ArticleSize": 5120.0, "DigestTime": 1.234, "SendRate": 13.9,
	} {
		if got[name] != want {
			t.Errorf("%s is %v, want %v", name, got[name], want)
		}
	}

	aws, _ := got["_aws"].(map[string]any)
	at, err := time.Parse(time.RFC3339Nano, got["timestamp"].(string))
	if err != nil || aws["Timestamp"] != float64(at.UnixMilli()) {
		t.Errorf("_aws.Timestamp is %v, the record is of %v (%v)", aws["Timestamp"], at, err)
	}
	want := []any{map[string]any{
		"Namespace":  "OnRecord",
		"Dimensions": []any{[]any{"FunctionName"}},
		"Metrics": []any{
			map[string]any{"Name": "Articles", "Unit": "Count"},
			map[string]any{"Name": "ArticleSize", "Unit": "Bytes"},
			map[string]any{"Name": "DigestTime", "Unit": "Milliseconds"},
			map[string]any{"Name": "SendRate", "Unit": "Count/Second"},
		},
	}}
	if diff := cmp.Diff(want, aws["CloudWatchMetrics"]); diff != "" {
		t.Errorf("directives (-want +got):\n%s", diff)
	}
}

func TestDimension(t *testing.T) {
	got := written(t, metrics.Dimension("Reason", "scanned"), metrics.Count("Rejections", 1))
	if got["Reason"] != "scanned" {
		t.Errorf("Reason is %v, want scanned", got["Reason"])
	}
	aws, _ := got["_aws"].(map[string]any)
	directives, _ := aws["CloudWatchMetrics"].([]any)
	if len(directives) != 1 {
		t.Fatalf("%d directives, want 1", len(directives))
	}
	want := []any{[]any{"FunctionName"}, []any{"FunctionName", "Reason"}}
	if diff := cmp.Diff(want, directives[0].(map[string]any)["Dimensions"]); diff != "" {
		t.Errorf("dimensions (-want +got):\n%s", diff)
	}
}

func TestRecordWithoutMetrics(t *testing.T) {
	got := written(t, "key", "articles/a.html")
	for _, name := range []string{"_aws", metrics.FunctionName} {
		if v, found := got[name]; found {
			t.Errorf("a record without metrics has %s: %v", name, v)
		}
	}
}

// TestOtherHandler checks what the local run prints.
func TestOtherHandler(t *testing.T) {
	var out strings.Builder
	slog.New(slog.NewTextHandler(&out, nil)).Info("rejected",
		metrics.Count("Rejections", 1), metrics.Dimension("Reason", "scanned"), metrics.Milliseconds("DigestTime", 1500*time.Microsecond))
	if want := "msg=rejected Rejections=1 Reason=scanned DigestTime=1.5\n"; !strings.HasSuffix(out.String(), want) {
		t.Errorf("a text handler wrote %q, want it to end in %q", out.String(), want)
	}
}

func TestGroup(t *testing.T) {
	var out bytes.Buffer
	log := slog.New(metrics.NewHandler(slog.NewJSONHandler(&out, nil), "f"))
	log.WithGroup("").Info("kept", metrics.Count("N", 1))
	if !strings.Contains(out.String(), `"_aws"`) {
		t.Errorf("a group without a name lost the metrics: %s", out.String())
	}
	out.Reset()
	log.WithGroup("g").Info("lost", metrics.Count("N", 1))
	if strings.Contains(out.String(), `"_aws"`) {
		t.Errorf("_aws in a group is no metric: %s", out.String())
	}
}
