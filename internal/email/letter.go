package email

import (
	"fmt"
	"html/template"
	"strings"
	"time"

	"onrecord/internal/issue"
)

// letter is what both templates show: every text in it is clean and of
// bounded length, every address a web page's.
type letter struct {
	Title, Date, Preheader string
	Counts                 []string
	Nothing                string // said where there is no story
	Contents               []entry
	Stories                []story
	More                   []entry // stories by headline only
	Unlisted               string  // how many are not even that
	Why, Colophon          string
	UnsubscribeURL, WebURL string
	PostalAddress          string

	// The parts of the HTML that html/template would escape or take out.
	Unsubscribe                            template.HTMLAttr
	Padding                                template.HTML
	OutlookHead, OutlookOpen, OutlookClose template.HTML
}

// entry is a story in a list of headlines.
type entry struct {
	Number   int
	Headline string
	URL      string   // may be empty
	Meta     []string // where and when it appeared
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

const defaultTitle = "Daily Digest"

// newLetter lays out an issue, the first story in full and the others at d.
func newLetter(is issue.Issue, o Options, zone *time.Location, d density) *letter {
	l := &letter{
		Title:         title(o),
		Date:          date(is.Window.To, zone),
		Nothing:       "No stories today. The next digest comes as usual.",
		Why:           why(o, is.Timezone),
		Colophon:      "Every headline, summary and statement is in the articles’ own words, picked by software that can pick wrongly: the article is the record. This email has no tracking pixel and no tracked links.",
		WebURL:        link(o.WebURL),
		PostalAddress: plain(o.PostalAddress, longestAddress),
		Padding:       template.HTML(strings.Repeat("&#847;&zwnj;&nbsp;", 40)),
		OutlookHead:   outlookHead,
		OutlookOpen:   outlookOpen,
		OutlookClose:  outlookClose,
	}
	l.setUnsubscribe(o.UnsubscribeURL)
	for i, s := range is.Stories {
		shown := d
		if i == 0 {
			shown = inFull
		}
		l.Stories = append(l.Stories, newStory(i+1, s, is.Window.To, zone, shown))
		l.Contents = append(l.Contents, newEntry(l.Stories[i]))
	}
	sayOnce(l.Stories, quotesNote)
	l.Counts = counts(is, l.Stories)
	l.Preheader = preheader(l.Stories)
	if len(l.Stories) == 0 {
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

// newEntry lists a story. Its link is to the article: an anchor within the mail
// works in few mail clients.
func newEntry(s story) entry {
	return entry{Number: s.Number, Headline: s.Headline, URL: s.URL, Meta: s.Meta}
}

func title(o Options) string {
	if t := plain(o.Title, longestTitle); t != "" {
		return t
	}
	return defaultTitle
}

// setUnsubscribe takes the mail service's placeholder as it is, which
// html/template would escape, or a web address, and nothing else.
func (l *letter) setUnsubscribe(u string) {
	if u != Unsubscribe {
		if u = link(u); u == "" {
			return
		}
	}
	l.UnsubscribeURL = u
	l.Unsubscribe = template.HTMLAttr(`href="` + template.HTMLEscapeString(u) + `"`)
}

// why says why the reader gets this mail, when, and on whose clock.
func why(o Options, zone string) string {
	if zone == "" {
		zone = "UTC"
	}
	return fmt.Sprintf("You get this email because you subscribed to %s. It comes every day at %s, %s time.",
		title(o), clock(o.Hour), clean(zone))
}

// counts says how much the mail holds.
func counts(is issue.Issue, stories []story) []string {
	if len(stories) == 0 {
		return nil
	}
	articles, speakers, words := 0, 0, 0
	for i, s := range is.Stories {
		articles += len(s.Articles)
		speakers += len(s.Speakers)
		words += stories[i].words()
	}
	const wordsPerMinute = 238
	from := count(len(stories), "story")
	if len(stories) != 1 {
		from = fmt.Sprintf("%d stories", len(stories))
	}
	if articles != len(stories) {
		from += " from " + count(articles, "article")
	}
	out := []string{from}
	if speakers > 0 {
		out = append(out, count(speakers, "speaker"))
	}
	return append(out, fmt.Sprintf("%d\u00a0min\u00a0read", max(1, (words+wordsPerMinute/2)/wordsPerMinute)))
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
	}
	return cut(strings.Join(parts, " · "), longest)
}

// Outlook for Windows, which lays mail out with Word, needs a table of fixed
// width and its own fonts; html/template takes comments out of a template.
const (
	outlookHead  template.HTML = `<!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><style>td,p,h1,h2,h3,a,span{font-family:Arial,sans-serif !important}</style><![endif]-->`
	outlookOpen  template.HTML = `<!--[if mso]><table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->`
	outlookClose template.HTML = `<!--[if mso]></td></tr></table><![endif]-->`
)
