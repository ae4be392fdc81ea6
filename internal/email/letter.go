package email

import (
	"fmt"
	"strings"
	"time"

	"onrecord/internal/issue"
)

// letter is what both parts of a mail show, and the page of the web: every
// text in it is clean and of bounded length, every address a web page's.
type letter struct {
	Title, Date, Preheader string
	Counts                 []string
	Nothing                string // said where there is no story
	Contents               []entry
	Stories                []story
	MoreTitle              string
	More                   []entry // stories by headline only
	Unlisted               string  // how many are not even that
	People                 []person
	Why, Colophon          string
	Unsubscribe, Web       address
	PostalAddress          string

	// What only a page of the web has.
	Page      bool
	AllIssues address
	Feeds     []feedLink
}

// entry is a story in a list of headlines.
type entry struct {
	Number   int
	Headline string
	URL      address  // may be empty
	Anchor   string   // of the story on the page
	Meta     []string // where and when it appeared
}

// feedLink is a feed that a page of the web names.
type feedLink struct {
	Name string
	URL  address
}

// How long the texts of a mail may be, in characters. No honest article
// reaches them; they keep one story from filling the mail.
const (
	longestTitle    = 80
	longestHeadline = 300
	longestSummary  = 1500
	longestPosition = 700
	longestName     = 100
	longestRole     = 160
	longestCue      = 60
	longestLabel    = 60
	longestAddress  = 300
)

// origin says whose the words are.
const origin = "Every headline, summary and statement is in the articles’ own words, picked by software that can pick wrongly: the article is the record."

const defaultTitle = "Daily Digest"

// newLetter lays out an issue, the first story in full, the others at d, and
// at most so many of them.
func newLetter(is issue.Issue, o Options, zone *time.Location, d density, most int) *letter {
	l := &letter{
		Title:         title(o),
		Date:          date(is.Window.To, zone),
		MoreTitle:     "More headlines",
		Why:           why(o, is.Timezone),
		Colophon:      origin + " This email has no tracking pixel and no tracked links.",
		Unsubscribe:   unsubscribe(o.UnsubscribeURL),
		Web:           webPage(o, is.ID),
		PostalAddress: plain(o.PostalAddress, longestAddress),
		People:        people(is),
	}
	t := teller{now: is.Window.To, zone: zone, options: o, web: l.Web}
	for i, s := range is.Stories[:min(len(is.Stories), most)] {
		t.density = d
		if i == 0 {
			t.density = density{max(d.speakers, inFull.speakers), max(d.positions, inFull.positions)}
		}
		l.Stories = append(l.Stories, t.tell(i+1, s))
		l.Contents = append(l.Contents, newEntry(l.Stories[i]))
	}
	sayOnce(l.Stories, quotesNote)
	l.Preheader = preheader(l.Stories)
	if l.Counts = counts(is); l.Counts != nil {
		l.Counts = append(l.Counts, readingTime(l.Stories))
	}
	if len(l.Stories) == 0 {
		l.Nothing = "No stories today. The next digest comes as usual."
		l.Preheader = l.Nothing
	}
	return l
}

// sayOnce leaves note only with the first story that has it.
func sayOnce(stories []story, note string) {
	said := false
	for i := range stories {
		if stories[i].Note == note {
			if said {
				stories[i].Note = ""
			}
			said = true
		}
	}
}

// newEntry lists a story. In a mail its link is to the article: an anchor
// within the mail works in few mail clients.
func newEntry(s story) entry {
	return entry{Number: s.Number, Headline: s.Headline, URL: s.URL, Anchor: s.Anchor, Meta: s.Meta}
}

func title(o Options) string {
	if t := plain(o.Title, longestTitle); t != "" {
		return t
	}
	return defaultTitle
}

// unsubscribe takes the mail service's placeholder as it is, or a web address,
// and nothing else.
func unsubscribe(u string) address {
	if u == Unsubscribe {
		return Unsubscribe
	}
	return link(u)
}

// why says why the reader gets this mail, when, and on whose clock.
func why(o Options, zone string) string {
	if zone == "" {
		zone = "UTC"
	}
	return fmt.Sprintf("You get this email because you subscribed to %s. It comes every day at %s, %s time.",
		title(o), clock(o.Hour), clean(zone))
}

// counts says how much an issue holds.
func counts(is issue.Issue) []string {
	if len(is.Stories) == 0 {
		return nil
	}
	articles, speakers := 0, 0
	for _, s := range is.Stories {
		articles += len(s.Articles)
		speakers += len(s.Speakers)
	}
	from := fmt.Sprintf("%d stories", len(is.Stories))
	if len(is.Stories) == 1 {
		from = "1 story"
	}
	if articles != len(is.Stories) {
		from += " from " + count(articles, "article")
	}
	out := []string{from}
	if speakers > 0 {
		out = append(out, count(speakers, "speaker"))
	}
	return out
}

// readingTime is how long the stories take to read as they are shown.
func readingTime(stories []story) string {
	const wordsPerMinute = 238
	words := 0
	for _, s := range stories {
		words += s.words()
	}
	return fmt.Sprintf("%d\u00a0min\u00a0read", max(1, (words+wordsPerMinute/2)/wordsPerMinute))
}

// preheader is what an inbox shows after the subject, which has the first
// headline already: the first summary, then what else there is.
func preheader(stories []story) string {
	const longest = 160
	var parts []string
	for i, s := range stories {
		if i > 0 {
			parts = append(parts, s.Headline)
		} else if s.Summary != "" {
			parts = append(parts, cut(s.Summary, longest*2/3))
		}
		if i > longest { // more than there is room for
			break
		}
	}
	return cut(strings.Join(parts, " · "), longest)
}
