package email

import (
	"strings"
	"testing"
	"time"

	"onrecord/internal/issue"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"  two \n\n words\t", "two words"},
		{"a\x00b\x7fc", "a b c"},
		{"Subject\r\nBcc: x@example.org", "Subject Bcc: x@example.org"},
		{"{{amazonSESUnsubscribeUrl}}", "{ {amazonSESUnsubscribeUrl}}"},
		{"{{{", "{ { {"},
		{"{\u200B{", "{ {"},
		{"{\u202E{", "{ {"},
		{"{ {", "{ {"},
		{"abc\u202Egnp.exe", "abcgnp.exe"},
		{"\xff", "\uFFFD"},
		{"e\u0301\u0301\u0301\u0301\u0301\u0301", "e\u0301\u0301\u0301\u0301"},
		{"نیم\u200Cفاصله", "نیم\u200Cفاصله"}, // the zero-width non-joiner is spelling
		{"👩‍🚀", "👩‍🚀"},
	} {
		if got := clean(c.in); string(got) != c.want {
			t.Errorf("clean(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{
		{"short", 10, "short"},
		{"exactly ten", 11, "exactly ten"},
		{"one two three four", 12, "one two…"},
		{"one two, three four", 10, "one two…"},
		{"Donaudampfschiff", 8, "Donauda…"},
		{"日本語の見出しです", 5, "日本語の…"},
	} {
		if got := cut(c.in, c.n); string(got) != c.want {
			t.Errorf("cut(%q, %d) = %q, want %q", c.in, c.n, got, c.want)
		}
	}
}

func TestLink(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"https://example.com/a?b=c&d=e#f", "https://example.com/a?b=c&d=e#f"},
		{" http://example.com ", "http://example.com"},
		{"HTTPS://example.com/ü", "https://example.com/%C3%BC"},
		{"javascript:alert(1)", ""},
		{"java\nscript:alert(1)", ""},
		{"data:text/html,x", ""},
		{"//example.com/x", ""},
		{"/x", ""},
		{"https:///x", ""},
		{"http://%28", ""},
		{"http://exa mple.com/", ""},
		{"https://[2001:db8::1]:8080/x", "https://[2001:db8::1]:8080/x"},
		{"https://bücher.example.com/", "https://b%C3%BCcher.example.com/"},
		{"https://user:pass@example.com/", ""},
		{"https://example.com/{{amazonSESUnsubscribeUrl}}", "https://example.com/%7B%7BamazonSESUnsubscribeUrl%7D%7D"},
		{"https://example.com/?q={{x}}", ""},
		{"https://example.com/?q=\"><script>", ""},
		{"https://example.com/" + strings.Repeat("a", 2000), ""},
	} {
		if got := link(c.in); string(got) != c.want {
			t.Errorf("link(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestPublished(t *testing.T) {
	zone, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 23, 6, 0, 0, 0, time.UTC)
	received := time.Date(2026, 11, 23, 5, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		written  string
		received time.Time
		want     string
	}{
		{"2026-11-22T15:40:00-05:00", received, "Nov 22, 9:40 PM CET"},
		{"2026-11-22", received, "Nov 22"},
		{"2024-06-01", received, "Jun 1, 2024"},
		{"", received, "received Nov 23, 6:00 AM CET"},
		{"yesterday", time.Time{}, ""},
	} {
		if got := published(c.written, c.received, now, zone); string(got) != c.want {
			t.Errorf("published(%q) = %q, want %q", c.written, got, c.want)
		}
	}
}

func TestSubject(t *testing.T) {
	story := func(headline string) issue.Story {
		return tells("", nil, nil, issue.Source{Headline: headline})
	}
	long := strings.Repeat("Seven Words Make This One Headline Longer ", 4)
	for _, c := range []struct {
		stories []issue.Story
		want    string
	}{
		{nil, "Daily Digest: no stories today"},
		{[]issue.Story{story("Bridge Reopens")}, "Bridge Reopens"},
		{[]issue.Story{story("Bridge Reopens"), story("x"), story("y")}, "Bridge Reopens and 2 more"},
		{[]issue.Story{story("Bridge\r\nBcc: a@example.org\x00"), story("x")}, "Bridge Bcc: a@example.org and 1 more"},
		{[]issue.Story{story(long), story("x")}, "Seven Words Make This One Headline Longer Seven Words… and 1 more"},
		{append(make([]issue.Story, 0), story("US, Allies Face Off Against China and Russia over North Korea’s Missile Launches"), story("1"), story("2"), story("3"), story("4"), story("5"), story("6")),
			"US, Allies Face Off Against China and Russia… and 6 more"},
		{[]issue.Story{story(strings.Repeat("港", 90)), story("x")}, strings.Repeat("港", 54) + "… and 1 more"},
		{[]issue.Story{story(strings.Repeat("👩‍👩‍👧", 30)), story("x")}, strings.Repeat("👩‍👩‍👧", 10) + "… and 1 more"},
		{[]issue.Story{story("ab " + strings.Repeat("🇩🇪", 40)), story("x")}, "ab… and 1 more"},
		{[]issue.Story{story("")}, "Untitled"},
	} {
		if got := subject(fixture(c.stories...), "Daily Digest"); string(got) != c.want {
			t.Errorf("subject of %d stories = %q, want %q", len(c.stories), got, c.want)
		}
	}
}

func TestMonogram(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"Oriane Delvaux", "OD"},
		{"Ludwig van der Berg", "LB"},
		{"Madonna", "M"},
		{"a senior official", "SO"},
		{"The Hague Council", "HC"},
		{"ليلى منصور", "ل"},
		{"…", "•"},
		{"", "•"},
	} {
		if got := monogram(c.name); string(got) != c.want {
			t.Errorf("monogram(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}
