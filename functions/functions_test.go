// Package functions_test runs the two Lambda functions as AWS does: the real
// bootstrap binaries, over the Lambda runtime API, against an S3 server and a
// stand-in for SES.
package functions_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"

	"onrecord/internal/archive"
	"onrecord/internal/archive/embedded"
	"onrecord/internal/deliver"
	_ "onrecord/internal/ingest" // so that its changes run these tests again
	"onrecord/internal/local/runtimeapi"
	"onrecord/internal/mailer/standin"
	"onrecord/internal/metrics"
)

const digestsBucket = "digests"

// binaries are the functions that were built so far, by name, in a folder that
// ends with the tests.
var binaries struct {
	sync.Mutex
	folder string
	built  map[string]string
}

// build compiles a function as the template does and returns its binary.
func build(t testing.TB, name string) string {
	t.Helper()
	binaries.Lock()
	defer binaries.Unlock()
	if bootstrap := binaries.built[name]; bootstrap != "" {
		return bootstrap
	}
	// The test cache knows only the files that the test itself has read.
	if _, err := os.ReadFile(filepath.Join(name, "main.go")); err != nil {
		t.Fatal(err)
	}
	bootstrap := filepath.Join(binaries.folder, name)
	flags, err := os.ReadFile("goflags")
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command("go", "build", "-o", bootstrap, "./"+name)
	command.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS="+strings.TrimSpace(string(flags)))
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("go build ./%s: %v\n%s", name, err, out)
	}
	binaries.built[name] = bootstrap
	return bootstrap
}

// start runs a function's binary with what its template gives it.
func start(t *testing.T, name string, env ...string) *runtimeapi.Function {
	t.Helper()
	f, err := runtimeapi.Start(build(t, name), append(env,
		"AWS_REGION=eu-west-1", "AWS_ACCESS_KEY_ID=local", "AWS_SECRET_ACCESS_KEY=local",
		"DIGESTS_BUCKET="+digestsBucket)...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
		if t.Failed() {
			t.Logf("%s wrote:\n%s", name, f.Output.String())
		}
	})
	return f
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// uploaded reads the S3 event in events/ and returns it with its only record.
func uploaded(t *testing.T) ([]byte, events.S3EventRecord) {
	t.Helper()
	raw := read(t, "../events/s3-put.json")
	var e events.S3Event
	if err := json.Unmarshal(raw, &e); err != nil || len(e.Records) != 1 {
		t.Fatalf("events/s3-put.json: %v, %d records", err, len(e.Records))
	}
	return raw, e.Records[0]
}

func startS3(t *testing.T, buckets ...string) *embedded.Server {
	t.Helper()
	server, err := embedded.Start("127.0.0.1:0", buckets...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Error(err)
		}
	})
	return server
}

func startSES(t *testing.T, readers ...string) *standin.Server {
	t.Helper()
	server, err := standin.Start("127.0.0.1:0", standin.Options{Identities: []string{"example.com"}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Error(err)
		}
	})
	client := server.Client()
	_, err = client.CreateContactList(t.Context(), &sesv2.CreateContactListInput{
		ContactListName: aws.String("readers"),
		Topics: []types.Topic{{
			TopicName: aws.String("daily"), DisplayName: aws.String("Daily"),
			DefaultSubscriptionStatus: types.SubscriptionStatusOptIn,
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range readers {
		_, err := client.CreateContact(t.Context(), &sesv2.CreateContactInput{
			ContactListName: aws.String("readers"), EmailAddress: aws.String(r),
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return server
}

// TestFromUploadToInbox takes the article that events/s3-put.json names
// through both functions, with the events that sam local invoke takes.
func TestFromUploadToInbox(t *testing.T) {
	event, record := uploaded(t)
	key := record.S3.Object.URLDecodedKey
	server := startS3(t, record.S3.Bucket.Name, digestsBucket)
	ses := startSES(t, "ada@example.org", "ben@example.org")
	_, err := server.Client().PutObject(t.Context(), &s3.PutObjectInput{
		Bucket: aws.String(record.S3.Bucket.Name), Key: aws.String(key),
		Body: bytes.NewReader(read(t, filepath.Join("..", "events", filepath.FromSlash(key)))),
	})
	if err != nil {
		t.Fatal(err)
	}

	ingest := start(t, "ingest", "AWS_ENDPOINT_URL_S3="+server.Endpoint(),
		"AWS_LAMBDA_LOG_FORMAT=JSON", "AWS_LAMBDA_FUNCTION_NAME=on-record-ingest")
	for range 2 { // S3 delivers at least once
		if _, err := ingest.Invoke(t.Context(), event); err != nil {
			t.Fatalf("ingest: %v", err)
		}
	}
	wantMetric(t, &ingest.Output, "on-record-ingest", metrics.Articles, 2)
	found := 0
	day := record.EventTime.UTC().Truncate(24 * time.Hour)
	for d, err := range archive.New(server.Client(), digestsBucket).Digests(t.Context(), day, day.Add(24*time.Hour)) {
		if err != nil {
			t.Fatal(err)
		}
		found++
		if d.Source.Key != key || len(d.Speakers) == 0 || len(d.Summary) == 0 {
			t.Errorf("digest of %q with %d speakers and %d sentences", d.Source.Key, len(d.Speakers), len(d.Summary))
		}
	}
	if found != 1 {
		t.Fatalf("%d digests in the archive, want 1", found)
	}

	deliverer := start(t, "deliver", "AWS_ENDPOINT_URL_S3="+server.Endpoint(), "AWS_ENDPOINT_URL_SESV2="+ses.Endpoint(),
		"SENDER=On Record <digest@example.com>", "CONTACT_LIST=readers", "TOPIC=daily", "TIMEZONE=Europe/Berlin", "HOUR=8")
	answer, err := deliverer.Invoke(t.Context(), read(t, "../events/schedule.json"))
	if err != nil {
		t.Fatalf("deliver: %v", err)
	}
	var result deliver.Result
	if err := json.Unmarshal(answer, &result); err != nil {
		t.Fatal(err)
	}
	if result.Sent != 2 || result.Stories != 1 || !result.Complete {
		t.Errorf("deliver = %+v, want one story sent to both", result)
	}
	for _, m := range ses.Mailbox() {
		if !strings.Contains(m.Text, "WHO SAID WHAT") || strings.Contains(m.HTML, "amazonSES") {
			t.Errorf("mail to %v: %.300s", m.To, m.Text)
		}
	}
	if got := len(ses.Mailbox()); got != 2 {
		t.Errorf("%d mails, want 2", got)
	}
}

// wantMetric looks through what a function writes for the sum of a metric, as
// CloudWatch would take it from the log. A function answers before what it
// wrote has come through its pipe, so it may have to look again.
func wantMetric(t *testing.T, output *runtimeapi.Output, function, name string, want float64) {
	t.Helper()
	sum, deadline := 0.0, time.Now().Add(10*time.Second)
	for sum < want && time.Now().Before(deadline) {
		time.Sleep(10 * time.Millisecond)
		sum = 0
		for line := range strings.Lines(output.String()) {
			if strings.HasSuffix(line, "\n") {
				sum += measured(t, line, function, name)
			}
		}
	}
	if sum != want {
		t.Errorf("%s is %v in the log of %s, want %v:\n%s", name, sum, function, want, output.String())
	}
}

// measured returns the value of a metric in a line of a function's log, which
// must be a whole record of the embedded metric format where it holds one.
func measured(t *testing.T, line, function, name string) float64 {
	t.Helper()
	var r struct {
		FunctionName, RequestID string
		AWS                     struct {
			Timestamp         int64
			CloudWatchMetrics []struct {
				Namespace string
				Metrics   []struct{ Name string }
			}
		} `json:"_aws"`
	}
	var values map[string]any
	if json.Unmarshal([]byte(line), &r) != nil || json.Unmarshal([]byte(line), &values) != nil {
		t.Errorf("%s wrote a line that is no JSON: %s", function, line)
		return 0
	}
	sum := 0.0
	for _, d := range r.AWS.CloudWatchMetrics {
		for _, m := range d.Metrics {
			if m.Name != name {
				continue
			}
			if r.FunctionName != function || r.RequestID == "" || r.AWS.Timestamp == 0 || d.Namespace != metrics.Namespace {
				t.Errorf("a record of %s lacks function, request, time or namespace: %s", name, line)
			}
			sum += values[name].(float64)
		}
	}
	return sum
}

// TestIngestEvents hands ingest what else S3 sends.
func TestIngestEvents(t *testing.T) {
	_, record := uploaded(t)
	server := startS3(t, record.S3.Bucket.Name, digestsBucket)
	ingest := start(t, "ingest", "AWS_ENDPOINT_URL_S3="+server.Endpoint())
	for _, name := range []string{"s3-test.json", "s3-remove.json"} {
		if _, err := ingest.Invoke(t.Context(), read(t, filepath.Join("../events", name))); err != nil {
			t.Errorf("ingest of events/%s: %v", name, err)
		}
	}
	_, err := ingest.Invoke(t.Context(), []byte(`{"Records":[{"eventName":"ObjectCreated:Put"}]}`))
	var reported *runtimeapi.FunctionError
	if !errors.As(err, &reported) || !strings.Contains(reported.Message, "incomplete") {
		t.Errorf("ingest of a broken record: %v, want the function's own error", err)
	}
}

// TestMisconfigured holds that a function without its configuration says all
// that is missing, and ends.
func TestMisconfigured(t *testing.T) {
	f, err := runtimeapi.Start(build(t, "deliver"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Invoke(t.Context(), []byte(`{}`)); err == nil {
		t.Error("a function without configuration answered")
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"DIGESTS_BUCKET", "SENDER", "CONTACT_LIST", "TOPIC", "HOUR"} {
		if !strings.Contains(f.Output.String(), name+": is not set") {
			t.Errorf("output does not name %s:\n%s", name, f.Output.String())
		}
	}
}
