package email

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"onrecord/internal/issue"
	"onrecord/internal/speaker"
)

// story is one story as the mail shows it.
type story struct {
	Number       int
	Label        string // number and section
	Headline     string
	URL          string   // the lead article's page, may be empty
	Meta         []string // publication, time, reading time
	Summary      string
	Count        string // of speakers
	Note         string // how to read the statements
	Speakers     []voice
	MoreSpeakers string
	Read         string // what the link to the article says
	Merged       string
	Others       []source
	MoreSources  string
}

// source is a further article of a story.
type source struct {
	Headline string
	URL      string
	Meta     []string
}

// mostSources is how many further articles of a story a mail lists.
const mostSources = 5

func newStory(n int, s issue.Story, now time.Time, zone *time.Location, d density) story {
	v := story{
		Number:   n,
		Label:    fmt.Sprint(n),
		Headline: headlineOf(s.Headline),
		Summary:  plain(strings.Join(s.Summary, " "), longestSummary),
		Count:    count(len(s.Speakers), "speaker"),
		Note:     note(s),
	}
	if t := section(s.Topic); t != "" {
		v.Label += " · " + t
	}
	for i, a := range s.Articles {
		switch {
		case i == 0:
			v.URL, v.Meta, v.Read = link(a.URL), meta(a, now, zone), read(a)
		case i <= mostSources:
			v.Others = append(v.Others, source{headlineOf(a.Headline), link(a.URL), meta(a, now, zone)})
		}
	}
	if n := len(s.Articles) - 1; n > 0 {
		v.Merged = "Merged with " + count(n, "other article") + " on the same story:"
		if n > mostSources {
			v.MoreSources = "and " + count(n-mostSources, "more article")
		}
	}
	for i, sp := range s.Speakers {
		if i < d.speakers {
			v.Speakers = append(v.Speakers, newVoice(sp, s.Articles, d.positions))
		}
	}
	if len(v.Speakers) > 0 {
		v.Speakers[len(v.Speakers)-1].Last = true
	}
	if n := len(s.Speakers) - d.speakers; n > 0 {
		v.MoreSpeakers = fmt.Sprintf("and %d more in the %s", n, articles(len(s.Articles)))
	}
	return v
}

// headlineOf is a headline as the mail shows it, the same everywhere.
func headlineOf(s string) string {
	if h := plain(s, longestHeadline); h != "" {
		return h
	}
	return "Untitled"
}

// section is the name of a topic: "us-politics" is "Us politics".
func section(topic string) string {
	return capital(plain(strings.NewReplacer("-", " ", "_", " ").Replace(topic), longestLabel))
}

// meta says where and when an article appeared and how long it takes.
func meta(a issue.Source, now time.Time, zone *time.Location) []string {
	var m []string
	if p := publisher(a); p != "" {
		m = append(m, p)
	}
	if t := published(a.Published, a.ReceivedAt, now, zone); t != "" {
		m = append(m, t)
	}
	if a.ReadingMinutes > 0 {
		m = append(m, fmt.Sprintf("%d\u00a0min\u00a0read", a.ReadingMinutes))
	}
	return m
}

// publisher is the publication's name, or else its site.
func publisher(a issue.Source) string {
	if p := plain(a.Publication, longestName); p != "" {
		return p
	}
	u, err := url.Parse(link(a.URL))
	if err != nil {
		return ""
	}
	return plain(strings.TrimPrefix(u.Hostname(), "www."), longestName)
}

func read(a issue.Source) string {
	p := publisher(a)
	switch {
	case link(a.URL) == "" && p == "":
		return "The article has no address on the web"
	case link(a.URL) == "":
		return "From " + p
	case p == "":
		return "Read the full article"
	}
	return "Read the full article at " + p
}

// articles is what a story's n articles are called.
func articles(n int) string {
	if n > 1 {
		return "articles"
	}
	return "article"
}

// note says how to read the statements of a story.
func note(s issue.Story) string {
	the := "The " + articles(len(s.Articles))
	verb := "s"
	if len(s.Articles) > 1 {
		verb = ""
	}
	if len(s.Speakers) == 0 {
		return fmt.Sprintf("%s name%s no one as saying anything.", the, verb)
	}
	quotes := slices.ContainsFunc(s.Speakers, func(sp issue.Speaker) bool {
		return slices.ContainsFunc(sp.Positions, func(p issue.Position) bool { return p.Type != speaker.Indirect })
	})
	if !quotes {
		return fmt.Sprintf("%s quote%s no one directly. Every line is the reporting’s own words.", the, verb)
	}
	return quotesNote
}

// quotesNote is said once in a mail, of the first story with a quote.
const quotesNote = "Quotation marks mean a direct quote, unchanged."

// words counts what there is to read, roughly.
func (s story) words() int {
	n := len(strings.Fields(s.Headline)) + len(strings.Fields(s.Summary))
	for _, v := range s.Speakers {
		n += len(strings.Fields(v.Name)) + len(strings.Fields(v.Role))
		for _, p := range v.Positions {
			n += len(strings.Fields(p.Text)) + 1
		}
	}
	return n
}
