package local

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/internal/digest"
)

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

// post sends a form of the page's.
func post(t *testing.T, stack *Stack, path string, fields ...string) *http.Response {
	t.Helper()
	form := url.Values{}
	for i := 0; i < len(fields); i += 2 {
		form.Set(fields[i], fields[i+1])
	}
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1"+path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return request(t, stack, r)
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

// TestPageLeft holds that a beat goes on when the browser that asked for it
// has gone.
func TestPageLeft(t *testing.T) {
	stack := startStack(t)
	upload(t, stack, "articles/local/ferry.txt", ferry)
	gone, leave := context.WithCancel(t.Context())
	leave()
	r := httptest.NewRequestWithContext(gone, http.MethodPost, "http://127.0.0.1/beat?clock=issue", nil)
	if answer := request(t, stack, r); answer.StatusCode != http.StatusSeeOther || len(stack.SES.Mailbox()) != 3 {
		t.Errorf("POST /beat: %s, %d mails, want all 3", answer.Status, len(stack.SES.Mailbox()))
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
	if answer := post(t, stack, "/beat", "clock", "issue"); answer.StatusCode != http.StatusSeeOther {
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

// TestPageClock moves the clock by the page's buttons.
func TestPageClock(t *testing.T) {
	stack := startStack(t) // ten minutes before the cut
	upload(t, stack, "articles/local/ferry.txt", ferry)
	for _, step := range []struct {
		clock string
		want  int // mails after it
	}{{"", 0}, {"hour", 3}, {"hour", 3}} {
		if answer := post(t, stack, "/beat", "clock", step.clock); answer.StatusCode != http.StatusSeeOther {
			t.Fatalf("beat %q: %s", step.clock, answer.Status)
		}
		if n := len(stack.SES.Mailbox()); n != step.want {
			t.Errorf("%d mails after %q, want %d", n, step.clock, step.want)
		}
	}
}

func TestPageSubscribers(t *testing.T) {
	stack := startStack(t)
	for _, step := range []struct {
		address, leave string
		status         int
		want           string // subscribers after it
	}{
		{"new@example.org", "", http.StatusSeeOther, "ada.lind@example.org new@example.org newsroom@example.net press+daily@example.com"},
		{"ada.lind@example.org", "1", http.StatusSeeOther, "new@example.org newsroom@example.net press+daily@example.com"},
		{"ada.lind@example.org", "", http.StatusSeeOther, "ada.lind@example.org new@example.org newsroom@example.net press+daily@example.com"},
		{"nobody at all", "", http.StatusBadRequest, "ada.lind@example.org new@example.org newsroom@example.net press+daily@example.com"},
		{"stranger@example.org", "1", http.StatusBadRequest, "ada.lind@example.org new@example.org newsroom@example.net press+daily@example.com"},
	} {
		if answer := post(t, stack, "/subscribers", "address", step.address, "leave", step.leave); answer.StatusCode != step.status {
			t.Errorf("%q, leave %q: %s, want %d", step.address, step.leave, answer.Status, step.status)
		}
		var got []string
		for _, s := range stack.subscribers(t.Context()) {
			if s.Subscribed {
				got = append(got, s.Address)
			}
		}
		slices.Sort(got)
		if strings.Join(got, " ") != step.want {
			t.Errorf("subscribers after %q, leave %q: %v, want %s", step.address, step.leave, got, step.want)
		}
	}
	body := get(t, stack, "/subscribers")
	if !strings.Contains(body, "press&#43;daily@example.com") || !strings.Contains(body, "Ada Lind") {
		t.Errorf("the page does not show the subscribers:\n%s", body)
	}
}

// TestPageSheets shows the latest of more digests than a page holds, and the
// first of them on the last sheet.
func TestPageSheets(t *testing.T) {
	stack := startStack(t)
	for i := range full + glance + 1 {
		d := digest.Digest{ID: fmt.Sprintf("%032d", i), Schema: digest.Schema}
		d.Article.Headline = fmt.Sprintf("Headline %d.", i)
		if err := stack.shelf.PutDigest(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		path, first, last, next string
	}{
		{"/", "Headline 110.", "Headline 101.", `href="/digests">All 111 digests`},
		{"/digests", "Headline 110.", "Headline 11.", `href="?sheet=2"`},
		{"/digests?sheet=2", "Headline 10.", "Headline 0.", `href="?sheet=1"`},
		{"/digests?sheet=99", "Headline 10.", "Headline 0.", `href="?sheet=1"`},
		{"/digests?sheet=x", "Headline 110.", "Headline 11.", `href="?sheet=2"`},
	} {
		body := get(t, stack, tt.path)
		lines := regexp.MustCompile(`Headline \d+\.`).FindAllString(body, -1)
		if len(lines) == 0 || lines[0] != tt.first || lines[len(lines)-1] != tt.last || !strings.Contains(body, tt.next) {
			t.Errorf("%s: headlines %v, want %s to %s, and %s", tt.path, lines, tt.first, tt.last, tt.next)
		}
	}
}

// TestPageWhileBusy holds that a list says what still waits, and is looked at
// again by itself, until nothing does.
func TestPageWhileBusy(t *testing.T) {
	stack := startStack(t)
	for i := range 50 {
		if err := stack.Put(t.Context(), fmt.Sprintf("articles/%d.txt", i), []byte(ferry), "text/plain"); err != nil {
			t.Fatal(err)
		}
	}
	r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1/digests", nil)
	if busy := request(t, stack, r); stack.Waiting() > 0 && busy.Header.Get("Refresh") == "" {
		t.Errorf("%d uploads wait, and the list is not looked at again", stack.Waiting())
	}
	stack.settle(t.Context(), time.Minute)
	if idle := request(t, stack, r); idle.Header.Get("Refresh") != "" || stack.Waiting() != 0 {
		t.Errorf("%d uploads wait, Refresh %q; want neither", stack.Waiting(), idle.Header.Get("Refresh"))
	}
	if body := get(t, stack, "/digests"); strings.Count(body, "<code>articles/") != 50 {
		t.Errorf("%d digests on the list, want 50", strings.Count(body, "<code>articles/"))
	}
}

// TestPageMail looks at a mail in each way that the page shows it.
func TestPageMail(t *testing.T) {
	stack := startStack(t)
	upload(t, stack, "articles/local/ferry.txt", ferry)
	nextIssue(t, stack)
	body := get(t, stack, "/mail/1")
	for _, want := range []string{`title="The mail at desktop width"`, `title="The mail at phone width"`, "MIME-Version: 1.0", "WHO SAID WHAT"} {
		if !strings.Contains(body, want) {
			t.Errorf("the mail's page has no %s", want)
		}
	}
	if framed := get(t, stack, "/mail/1/html"); !strings.Contains(framed, `<head><base target="_blank">`) {
		t.Errorf("links in the frame stay in it: %.200s", framed)
	}
	issue := regexp.MustCompile(`/issues/[^"]+`).FindString(get(t, stack, "/issues"))
	if body := get(t, stack, issue); !strings.Contains(body, "3 of 3 mails sent") {
		t.Errorf("the issue's page does not say how its mails went:\n%s", body)
	}
	if body := get(t, stack, issue+"/json"); !strings.HasPrefix(body, `{"schema":"onrecord/issue/v1"`) {
		t.Errorf("the issue's JSON begins %.100s", body)
	}
}
