package email

import (
	"cmp"
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
	Number   int
	Label    string // number and section
	Headline string
	URL      address  // the lead article's page, may be empty
	Meta     []string // publication, time, reading time
	Follows  follows
	Summary  string
	Count    string // of speakers
	Note     string // how to read the statements
	Speakers []voice
	Rest     string  // how much more there is
	RestIn   string  // where: " in the article"
	PageURL  address // the story on the issue's page, with all of it; may be empty
	Anchor   string  // what the page calls it
	Read     string  // what the link to the article says
	Merged   string
	Others   []source
	Fewer    string // how many more articles there are
}

// follows is the earlier issue that had the story.
type follows struct {
	Said     string // "Also in yesterday’s issue", empty where there was none
	Headline string // what it was called there, empty where it is the same
	URL      address
}

// source is a further article of a story.
type source struct {
	Headline    string
	URL         address
	Meta        []string
	Contradicts bool
}

// mostSources is how many further articles of a story a mail lists.
const mostSources = 5

// teller lays out the stories of one issue.
type teller struct {
	now     time.Time
	zone    *time.Location
	options Options
	web     address // the issue's own page, may be empty
	density density
}

func (t teller) tell(n int, s issue.Story) story {
	v := story{
		Number:   n,
		Label:    fmt.Sprint(n),
		Headline: headlineOf(s.Headline),
		Follows:  t.follows(s),
		Summary:  plain(strings.Join(s.Summary, " "), longestSummary),
		Count:    count(len(s.Speakers), "speaker"),
		Note:     note(s),
	}
	if name := sectionOf(s); name != "" {
		v.Label += " · " + name
	}
	t.sources(&v, s)
	statements := 0
	for i, sp := range s.Speakers {
		if i >= t.density.speakers {
			break
		}
		voice, left := newVoice(sp, s.Articles, t.density.positions)
		v.Speakers = append(v.Speakers, voice)
		statements += left
	}
	if len(v.Speakers) > 0 {
		v.Speakers[len(v.Speakers)-1].Last = true
	}
	v.Rest = rest(len(s.Speakers)-len(v.Speakers), statements)
	v.RestIn, v.PageURL, v.Anchor = " in the "+articles(len(s.Articles)), onPage(t.web, s), anchorName(s)
	return v
}

// sources says where a story is from.
func (t teller) sources(v *story, s issue.Story) {
	for i, a := range s.Articles {
		switch {
		case i == 0:
			v.URL, v.Meta, v.Read = link(a.URL), t.meta(a), read(a)
		case i <= mostSources:
			v.Others = append(v.Others, source{headlineOf(a.Headline), link(a.URL), t.meta(a), a.Contradicts})
		}
	}
	if n := len(s.Articles) - 1; n > 0 {
		v.Merged = "Merged with " + count(n, "other article") + " on the same story:"
		if n > mostSources {
			v.Fewer = "and " + count(n-mostSources, "more article")
		}
	}
}

// follows says where a story was told before.
func (t teller) follows(s issue.Story) follows {
	if s.Follows == nil {
		return follows{}
	}
	f := follows{
		Said: "Also in " + earlier(*s.Follows, t.now, t.zone),
		URL:  cmp.Or(webPage(t.options, s.Follows.Window), link(s.Follows.URL)),
	}
	if h := plain(s.Follows.Headline, longestHeadline); h != headlineOf(s.Headline) {
		f.Headline = h
	}
	return f
}

// rest says how many of a story's statements the mail leaves out.
func rest(speakers, statements int) string {
	var more []string
	if speakers > 0 {
		more = append(more, count(speakers, "more speaker"))
	}
	if statements > 0 {
		more = append(more, count(statements, "more statement"))
	}
	return strings.Join(more, " and ")
}

// headlineOf is a headline as the mail shows it, the same everywhere.
func headlineOf(s string) string {
	return cmp.Or(plain(s, longestHeadline), "Untitled")
}

// sectionOf is the name of a story's section, which may be empty.
func sectionOf(s issue.Story) string {
	return plain(s.Section, longestLabel)
}

// meta says where and when an article appeared and how long it takes.
func (t teller) meta(a issue.Source) []string {
	var m []string
	if p := publisher(a); p != "" {
		m = append(m, p)
	}
	if at := published(a.Published, a.ReceivedAt, t.now, t.zone); at != "" {
		m = append(m, at)
	}
	if a.ReadingMinutes > 0 {
		m = append(m, fmt.Sprintf("%d\u00a0min\u00a0read", a.ReadingMinutes))
	}
	if len(a.Supersedes) > 0 {
		m = append(m, "updated")
	}
	return m
}

// publisher is the publication's name, or else its site.
func publisher(a issue.Source) string {
	if p := plain(a.Publication, longestName); p != "" {
		return p
	}
	u, err := url.Parse(string(link(a.URL)))
	if err != nil {
		return ""
	}
	return plain(strings.TrimPrefix(u.Hostname(), "www."), longestName)
}

func read(a issue.Source) string {
	p := publisher(a)
	switch {
	case link(a.URL) == "" && p == "":
		return "Sent in without a web address"
	case link(a.URL) == "":
		return "From " + p + ", sent in without a web address"
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
