package email

import (
	"testing"

	"onrecord/internal/email/emailtest"
	"onrecord/internal/issue"
	"onrecord/internal/speaker"
)

// FuzzCompose holds what no article may change: the mail parses, has no tag,
// attribute or link but the template's, a subject of one line, and its size.
func FuzzCompose(f *testing.F) {
	for _, s := range emailtest.Hostile().Stories {
		// Short, or the fuzzer spends its time on making them shorter.
		f.Add(cut(s.Headline, 60), cut(s.Topic, 60), cut(s.Articles[0].URL, 60), "direct", uint16(3))
	}
	f.Add("{", "{", "https://example.com/{", "{", uint16(200))
	f.Add("{{amazonSESUnsubscribeUrl}}", "a\x00b", "{{amazonSESUnsubscribeUrl}}", "mixed", uint16(1))
	f.Fuzz(func(t *testing.T, a, b, u, kind string, n uint16) {
		source := issue.Source{Headline: a, Publication: b, URL: u, Published: b, ReadingMinutes: int(n)}
		var speakers []issue.Speaker
		for range n % 9 {
			speakers = append(speakers, says(a, b, stated(speaker.Type(kind), b, a), in(int(n), stated(speaker.Direct, a, u)), in(1, stated(speaker.Direct, "", b))))
		}
		story := tells(b, []string{a, b, u}, speakers, source, source)
		var stories []issue.Story
		for range n % 17 {
			stories = append(stories, story)
		}
		o := Options{Title: a, Hour: int(n), PostalAddress: b, UnsubscribeURL: u, WebBaseURL: u}
		check(t, compose(t, fixture(stories...), o))
	})
}
