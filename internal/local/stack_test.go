package local

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

const ferry = `Ferry Line to Halme Will Close in March

The ferry line between Corrin and the island of Halme will close in March after 94 years.

“We looked at every timetable there is,” said Ane Brodd, the line’s director.
`

func startStack(t *testing.T) *Stack {
	t.Helper()
	stack, err := Start(t.Context(), StackOptions{
		S3Addr: "127.0.0.1:0", SESAddr: "127.0.0.1:0", Zone: time.UTC, Hour: 7,
		Readers: sampleReaders(), Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := stack.Close(); err != nil {
			t.Error(err)
		}
	})
	stack.Clock.Set(time.Date(2026, 11, 23, 6, 50, 0, 0, time.UTC))
	return stack
}

func upload(t *testing.T, stack *Stack, key, body string) {
	t.Helper()
	if err := stack.Upload(t.Context(), key, []byte(body), "text/plain"); err != nil {
		t.Fatal(err)
	}
}

func nextIssue(t *testing.T, stack *Stack) {
	t.Helper()
	if _, err := stack.NextIssue(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// TestStackSamples takes the sample articles the whole way to the inbox.
func TestStackSamples(t *testing.T) {
	stack := startStack(t)
	n, err := uploadFolder(t.Context(), stack, "../../events/articles")
	if err != nil {
		t.Fatal(err)
	}
	result, err := stack.NextIssue(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if result.Sent != 3 || !result.Complete || result.Stories < 8 || result.Stories >= n {
		t.Errorf("%d articles: %+v, want 3 mails of 8 stories or more, two articles merged", n, result)
	}
	for _, m := range stack.SES.Mailbox() {
		if strings.Contains(m.HTML+m.Text, "amazonSES") {
			t.Errorf("the mail to %v has the placeholder of the unsubscribe link", m.To)
		}
	}
	if again, err := stack.Beat(t.Context()); err != nil || again.Issue != "" || len(stack.SES.Mailbox()) != 3 {
		t.Errorf("a beat with nothing due: %+v, %v, %d mails", again, err, len(stack.SES.Mailbox()))
	}
}

// TestStackPut puts an article as the AWS command line does, past Upload.
func TestStackPut(t *testing.T) {
	stack := startStack(t)
	_, err := stack.S3.Client().PutObject(t.Context(), &s3.PutObjectInput{
		Bucket: aws.String(articlesBucket), Key: aws.String("articles/local/a b+c%2B.txt"), Body: strings.NewReader(ferry),
	})
	if err != nil {
		t.Fatal(err)
	}
	upload(t, stack, "articles/local/after.txt", ferry) // events come in order
	nextIssue(t, stack)
	page := get(t, stack, "/")
	if !strings.Contains(page, "articles/local/a b&#43;c%2B.txt") {
		t.Errorf("the page does not name the key:\n%s", page)
	}
}

func TestStackWithdraws(t *testing.T) {
	stack := startStack(t)
	upload(t, stack, "articles/a.txt", ferry)
	upload(t, stack, "articles/b.txt", strings.ReplaceAll(ferry, "Halme", "Vessel Point"))
	_, err := stack.S3.Client().DeleteObject(t.Context(), &s3.DeleteObjectInput{
		Bucket: aws.String(articlesBucket), Key: aws.String("articles/a.txt"),
	})
	if err != nil {
		t.Fatal(err)
	}
	upload(t, stack, "articles/c.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR") // comes after the deletion
	nextIssue(t, stack)
	mailbox := stack.SES.Mailbox()
	if len(mailbox) != 3 || !strings.Contains(mailbox[0].Subject, "Vessel Point") || strings.Contains(mailbox[0].Text, "Halme") {
		t.Errorf("%d mails, the first %q; want the article that was not deleted alone", len(mailbox), mailbox[0].Subject)
	}
	if page := get(t, stack, "/"); !strings.Contains(page, "articles/c.png") || !strings.Contains(page, "The file is a picture") {
		t.Errorf("the page does not say why the picture was rejected:\n%s", page)
	}
}

// TestWatch drops a file into a new subfolder of the watched folder.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	got := make(chan string, 10)
	record := func(_ context.Context, key string, body []byte, _ string) error {
		got <- key + " " + string(body)
		return nil
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	if err := watch(ctx, dir, record, slog.New(slog.NewTextHandler(t.Output(), nil))); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "world"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, body := range map[string]string{".half.txt": "no", "ferry line.txt": "words"} {
		if err := os.WriteFile(filepath.Join(dir, "world", name), []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if first := <-got; first != "articles/world/ferry line.txt words" {
		t.Errorf("uploaded %q, want the file alone, under its folder", first)
	}
}

// request asks the page something, as a browser on this machine does.
func request(t *testing.T, stack *Stack, r *http.Request) *http.Response {
	t.Helper()
	w := httptest.NewRecorder()
	newPage(stack, slog.New(slog.NewTextHandler(t.Output(), nil))).ServeHTTP(w, r)
	return w.Result()
}

func get(t *testing.T, stack *Stack, path string) string {
	t.Helper()
	answer := request(t, stack, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+path, nil))
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("GET %s: %v, %s\n%s", path, err, answer.Status, body)
	}
	if policy := answer.Header.Get("Content-Security-Policy"); !strings.Contains(policy, "default-src 'none'") {
		t.Errorf("GET %s: Content-Security-Policy %q", path, policy)
	}
	return string(body)
}

func TestPage(t *testing.T) {
	stack := startStack(t)
	upload(t, stack, "articles/local/ferry.txt", ferry)
	upload(t, stack, "articles/<b>/x.txt", strings.ReplaceAll(ferry, "Halme", "<script>alert(1)</script>"))
	nextIssue(t, stack)
	home := get(t, stack, "/")
	if strings.Contains(home, "<script") || strings.Contains(home, "<b>") {
		t.Errorf("an upload's text is markup on the page:\n%s", home)
	}
	links := regexp.MustCompile(`href="(/(?:digests|issues|mail)/[^"]+)"`).FindAllStringSubmatch(home, -1)
	if len(links) != 2+1+3 {
		t.Fatalf("%d links on the page, want 2 digests, 1 issue and 3 mails:\n%s", len(links), home)
	}
	for _, link := range links {
		for _, suffix := range []string{"", "/html", "/json", "/source"} {
			switch path := link[1]; {
			case suffix == "/json" && !strings.HasPrefix(path, "/digests"),
				suffix == "/html" && strings.HasPrefix(path, "/digests"),
				suffix == "/source" && !strings.HasPrefix(path, "/mail"):
				continue
			default:
				if body := get(t, stack, path+suffix); strings.Contains(body, "<script>alert") && suffix != "/json" && suffix != "/source" {
					t.Errorf("an article's text is markup at %s", path+suffix)
				}
			}
		}
	}
}

// TestPageHighlights follows the links between a digest and its source.
func TestPageHighlights(t *testing.T) {
	stack := startStack(t)
	upload(t, stack, "articles/local/ferry.txt", ferry)
	link := regexp.MustCompile(`/digests/[0-9a-f]{32}`).FindString(get(t, stack, "/"))
	body := get(t, stack, link)
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(body, -1) {
		if ids[m[1]] {
			t.Errorf("id %q stands twice", m[1])
		}
		ids[m[1]] = true
	}
	targets := regexp.MustCompile(`href="#([^"]+)"`).FindAllStringSubmatch(body, -1)
	for _, m := range targets {
		if !ids[m[1]] {
			t.Errorf("a link to #%s, which is nowhere", m[1])
		}
	}
	if len(targets) < 4 || !ids["p1-1"] || !ids["s1"] {
		t.Errorf("%d links within the digest, ids %v; want both ways for the summary and the position", len(targets), ids)
	}
}

func TestPageRefuses(t *testing.T) {
	stack := startStack(t)
	foreign := httptest.NewRequest(http.MethodPost, "http://127.0.0.1/beat", nil)
	foreign.Header.Set("Origin", "https://evil.example.com")
	foreign.Header.Set("Sec-Fetch-Site", "cross-site")
	tests := []struct {
		desc    string
		request *http.Request
		want    int
	}{
		{"another site's name for this address", httptest.NewRequest(http.MethodGet, "http://evil.example.com/", nil), http.StatusForbidden},
		{"another site's form", foreign, http.StatusForbidden},
		{"a link that beats the schedule", httptest.NewRequest(http.MethodGet, "http://127.0.0.1/beat", nil), http.StatusMethodNotAllowed},
		{"no such digest", httptest.NewRequest(http.MethodGet, "http://127.0.0.1/digests/x", nil), http.StatusNotFound},
		{"no such issue", httptest.NewRequest(http.MethodGet, "http://127.0.0.1/issues/20260101T0000Z-20260102T0000Z", nil), http.StatusNotFound},
		{"no such mail", httptest.NewRequest(http.MethodGet, "http://127.0.0.1/mail/1", nil), http.StatusNotFound},
	}
	for _, tt := range tests {
		if got := request(t, stack, tt.request).StatusCode; got != tt.want {
			t.Errorf("%s: status %d, want %d", tt.desc, got, tt.want)
		}
	}
	if n := len(stack.SES.Mailbox()); n > 0 {
		t.Errorf("%d mails were sent", n)
	}
}

// TestPageUpload uploads through the form and moves the clock by the button.
func TestPageUpload(t *testing.T) {
	stack := startStack(t)
	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	if err := w.WriteField("section", "../local"); err != nil {
		t.Fatal(err)
	}
	part, err := w.CreateFormFile("article", "../../ferry.txt")
	if err == nil {
		_, err = io.WriteString(part, ferry)
	}
	if err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1/upload", &form)
	r.Header.Set("Content-Type", w.FormDataContentType())
	if answer := request(t, stack, r); answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("upload: %s", answer.Status)
	}
	if home := get(t, stack, "/"); !strings.Contains(home, "articles/local/ferry.txt") {
		t.Errorf("the upload is not on the page:\n%s", home)
	}
	if answer := request(t, stack, httptest.NewRequest(http.MethodPost, "http://127.0.0.1/beat", nil)); answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("beat: %s", answer.Status)
	}
	if n := len(stack.SES.Mailbox()); n != 3 {
		t.Errorf("%d mails after the beat, want 3", n)
	}
}

func TestUnsubscribe(t *testing.T) {
	stack := startStack(t)
	upload(t, stack, "articles/local/ferry.txt", ferry)
	nextIssue(t, stack)
	link := regexp.MustCompile(`http://[^\s"]+`).FindString(after(stack.SES.Mailbox()[0].Text, "Unsubscribe"))
	if link == "" {
		t.Fatalf("no unsubscribe link in the mail:\n%s", stack.SES.Mailbox()[0].Text)
	}
	answer, err := http.PostForm(link, url.Values{"List-Unsubscribe": {"One-Click"}})
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	upload(t, stack, "articles/local/more.txt", strings.ReplaceAll(ferry, "Halme", "Vessel Point"))
	nextIssue(t, stack)
	if n := len(stack.SES.Mailbox()); answer.StatusCode != http.StatusOK || n != 3+2 {
		t.Errorf("unsubscribe answered %s; %d mails in all, want 5", answer.Status, n)
	}
}

func after(s, mark string) string {
	_, rest, _ := strings.Cut(s, mark)
	return rest
}
