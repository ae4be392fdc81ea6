package email

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"net/url"
	"strings"
	"time"
	"unicode"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"onrecord/internal/issue"
)

// feed is one feed: of the issues, or of the stories of a section.
type feed struct {
	name    string
	path    string
	section string // empty for the issues
}

// feedsOf lists the feeds that the issues fill, the sections in the order in
// which they come up.
func feedsOf(latest []issue.Issue) []feed {
	const most = 30 // sections; a paper has a dozen
	feeds := []feed{{name: "All issues", path: "feeds/issues.xml"}}
	seen := map[string]bool{}
	for _, is := range latest {
		for _, s := range is.Stories {
			name := sectionOf(s)
			path := "feeds/sections/" + url.PathEscape(slug(name)) + ".xml"
			if slug(name) == "" || seen[path] || len(feeds) > most {
				continue
			}
			seen[path] = true
			feeds = append(feeds, feed{name: name, path: path, section: slug(name)})
		}
	}
	return feeds
}

// slug is a section's name as a file can bear it.
func slug(section string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(section), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	}), "-")
}

// The elements of Atom (RFC 4287) that the feeds use.
type (
	atomFeed struct {
		XMLName   xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		ID        string      `xml:"id"`
		Title     string      `xml:"title"`
		Updated   string      `xml:"updated"`
		Links     []atomLink  `xml:"link"`
		Author    string      `xml:"author>name"`
		Generator string      `xml:"generator"`
		Entries   []atomEntry `xml:"entry"`
	}
	atomLink struct {
		Rel  string `xml:"rel,attr"`
		Type string `xml:"type,attr,omitempty"`
		Href string `xml:"href,attr"`
	}
	atomEntry struct {
		ID       string         `xml:"id"`
		Title    string         `xml:"title"`
		Updated  string         `xml:"updated"`
		Links    []atomLink     `xml:"link"`
		Category []atomCategory `xml:"category"`
		Content  atomContent    `xml:"content"`
	}
	atomCategory struct {
		Term string `xml:"term,attr"`
	}
	atomContent struct {
		Type string `xml:"type,attr"`
		HTML string `xml:",chardata"`
	}
)

// mostEntries is how many stories the feed of a section holds.
const mostEntries = 50

// atom writes every feed.
func (s site) atom() ([]File, error) {
	var files []File
	for _, f := range s.feeds {
		self := string(s.address(f.path))
		out := atomFeed{
			ID: self, Title: title(s.options), Updated: stamp(s.editions[0]),
			Links: []atomLink{
				{Rel: "self", Type: "application/atom+xml", Href: self},
				{Rel: "alternate", Type: "text/html", Href: string(s.address(indexPath))},
			},
			Author: title(s.options), Generator: "On Record",
		}
		if f.section == "" {
			out.Entries = s.issues()
		} else {
			out.Title += ": " + f.name
			out.Entries = s.stories(f.section)
			out.Updated = out.Entries[0].Updated
		}
		var b bytes.Buffer
		b.WriteString(xml.Header)
		enc := xml.NewEncoder(&b)
		enc.Indent("", " ")
		if err := enc.Encode(out); err != nil {
			return nil, fmt.Errorf("site: %s: %w", f.path, err)
		}
		b.WriteByte('\n')
		path, err := url.PathUnescape(f.path) // an object's key is not escaped
		if err != nil {
			return nil, fmt.Errorf("site: %s: %w", f.path, err)
		}
		files = append(files, File{path, atomType, b.Bytes()})
	}
	return files, nil
}

// stamp is when an issue was cut. An issue never changes after that, nor does
// its address, which is what its entry and its stories' are known by.
func stamp(e edition) string { return e.Window.To.UTC().Format(time.RFC3339) }

// issues are the entries of the feed of issues.
func (s site) issues() []atomEntry {
	var out []atomEntry
	for _, e := range s.editions {
		l := newLetter(e.Issue, s.options, e.zone, inFull, mostEntries)
		page := string(webPage(s.options, e.ID))
		out = append(out, atomEntry{
			ID: page, Title: subject(e.Issue, l.Title), Updated: stamp(e),
			Links:   []atomLink{{Rel: "alternate", Type: "text/html", Href: page}},
			Content: atomContent{"html", render(l.summaries())},
		})
	}
	return out
}

// summaries is an issue as a feed reader shows it: its headlines and summaries.
func (l *letter) summaries() g.Node {
	if len(l.Stories) == 0 {
		return h.P(g.Text(l.Nothing))
	}
	return h.Ol(g.Map(l.Stories, func(s story) g.Node {
		return h.Li(auto, h.A(h.Href(string(s.PageURL)), g.Text(s.Headline)),
			g.If(s.Summary != "", g.Group{h.Br(), g.Text(s.Summary)}))
	}))
}

// stories are the entries of the feed of a section.
func (s site) stories(section string) []atomEntry {
	var out []atomEntry
	for _, e := range s.editions {
		page := webPage(s.options, e.ID)
		t := teller{now: e.Window.To, zone: e.zone, options: s.options, web: page, density: inFull}
		for i, st := range e.Stories {
			if slug(sectionOf(st)) != section || len(out) == mostEntries {
				continue
			}
			v := t.tell(i+1, st)
			entry := atomEntry{
				ID: string(v.PageURL), Title: v.Headline, Updated: stamp(e),
				Links:    []atomLink{{Rel: "alternate", Type: "text/html", Href: string(v.PageURL)}},
				Category: []atomCategory{{sectionOf(st)}},
				Content:  atomContent{"html", render(v.plainHTML())},
			}
			if v.URL != "" {
				entry.Links = append(entry.Links, atomLink{Rel: "via", Href: string(v.URL)})
			}
			out = append(out, entry)
		}
	}
	return out
}

// plainHTML is a story without a look of its own: a feed reader has one.
func (s story) plainHTML() g.Node {
	out := g.Group{g.If(s.Summary != "", h.P(auto, g.Text(s.Summary)))}
	for _, v := range s.Speakers {
		out = append(out, h.P(auto, h.Strong(g.Text(v.Name)), g.If(v.Role != "", g.Text(", "+v.Role))),
			h.Ul(g.Map(v.Positions, func(p position) g.Node { return h.Li(auto, g.Text(p.Line())) })))
	}
	return append(out, h.P(auto, anchor(s.URL, look{}, s.Read)))
}
