package article

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// candidate is a value the page gives for one fact, and where it gives it.
type candidate struct {
	value string
	from  string // "json-ld", "og:title", "h1", …
}

// maxCandidates bounds how many values of one fact a page can give.
const maxCandidates = 60

// metadata is what a page says about itself outside the text.
type metadata struct {
	lang      string
	canonical string
	titles    []candidate
	authors   []candidate // one name or line of names each
	dates     []candidate
	outlets   []candidate
	body      string // JSON-LD articleBody
	// description is what the page says it is about: often its standfirst.
	description string
	chosen      string // headline, once chosen
	news        bool   // JSON-LD says NewsArticle
	graph       graph
	// What the page shows: its short lines, folded, its byline, its date.
	lines       map[string]bool
	shownByline []string
	signed      []string // by a line anywhere on the page
	shownDate   string
	loneDate    string // of a line further from the headline
	times       int    // time elements seen
	written     bool   // the card for a share is about to name the author
}

// collect reads the metadata of a page in one walk.
func collect(root *html.Node) *metadata {
	m := &metadata{}
	m.walk(root, false)
	m.graph.resolve(m)
	return m
}

func (m *metadata) walk(n *html.Node, junk bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		switch c.DataAtom {
		case atom.Meta:
			m.meta(c)
			continue
		case atom.Link:
			m.link(c)
			continue
		case atom.Script:
			if strings.Contains(strings.ToLower(attribute(c, "type")), "ld+json") {
				m.graph.add(textOf(c, 2<<20))
			}
			continue
		case atom.Title:
			if c.Parent.DataAtom != atom.Svg {
				m.title("title", textOf(c, 2000))
			}
			continue
		case atom.Html:
			if m.lang == "" {
				m.lang = attribute(c, "lang")
			}
		}
		inside := junk || elementKind(c)&(kindJunk|kindAside) != 0 && c.DataAtom != atom.Body && c.DataAtom != atom.Html
		m.element(c, inside)
		m.walk(c, inside)
	}
}

// meta reads one meta element.
func (m *metadata) meta(n *html.Node) {
	v := collapse(attribute(n, "content"))
	if v == "" {
		return
	}
	for _, key := range []string{attribute(n, "property"), attribute(n, "name"), attribute(n, "itemprop")} {
		switch key = strings.ToLower(key); key {
		case "og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title", "headline":
			m.title(key, v)
		case "author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator", "citation_author", "cxenseparse:author", "og:article:author", "article:author:name", "creator":
			m.authors = append(m.authors, candidate{v, key})
		case "article:published_time", "og:article:published_time", "datepublished", "article:published", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
			"dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "date", "pubdate", "publishdate", "publish-date", "publication_date", "citation_publication_date", "date.release", "originalpublicationdate", "article.published", "og:published_time", "published", "published-date", "published_date", "published_time", "date-published", "publish_date", "datecreated", "created":
			m.dates = append(m.dates, candidate{v, key})
		case "twitter:label1", "twitter:label2":
			m.written = strings.EqualFold(v, "written by") || strings.EqualFold(v, "author")
		case "twitter:data1", "twitter:data2":
			if m.written {
				m.authors = append(m.authors, candidate{v, "twitter:data"})
			}
			m.written = false
		case "og:site_name", "publisher", "application-name", "dc.publisher", "cre", "citation_journal_title", "al:ios:app_name":
			m.outlets = append(m.outlets, candidate{v, key})
		case "og:description", "description", "twitter:description":
			if len(v) > len(m.description) && len(v) <= 1000 {
				m.description = v
			}
		case "og:url":
			if m.canonical == "" {
				m.canonical = webAddress(v)
			}
		case "og:locale", "content-language", "dc.language", "language":
			if m.lang == "" {
				m.lang = v
			}
		}
	}
}

func (m *metadata) title(from, v string) {
	if v = collapse(v); v != "" && len(v) <= 1000 && len(m.titles) < maxCandidates {
		m.titles = append(m.titles, candidate{v, from})
	}
}

func (m *metadata) link(n *html.Node) {
	for rel := range strings.FieldsSeq(strings.ToLower(attribute(n, "rel"))) {
		if rel == "canonical" {
			if u := webAddress(attribute(n, "href")); u != "" {
				m.canonical = u
			}
		}
	}
}

// element reads what the visible page says: headings, bylines, times.
func (m *metadata) element(n *html.Node, junk bool) {
	switch n.DataAtom {
	case atom.H1:
		if v := visible(n, 1000); v != "" && !junk {
			m.title("h1", v)
		}
	case atom.Time:
		if m.times++; m.times <= 4 {
			m.time(n, junk)
		}
	}
	if junk {
		// The box about the author names them too.
		if attribute(n, "rel") == "author" && len(m.authors) < maxCandidates && inAuthorBox(n) {
			m.authors = append(m.authors, candidate{visibleNames(n), "rel=author aside"})
		}
		return
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "itemprop":
			m.microdata(n, strings.ToLower(a.Val))
		case "rel":
			if a.Val == "author" && len(m.authors) < maxCandidates {
				m.authors = append(m.authors, candidate{visibleNames(n), "rel=author"})
			}
		case "class":
			if k := bylineClass(a.Val); k != "" && len(m.authors) < maxCandidates {
				m.authors = append(m.authors, candidate{visibleNames(n), k})
			} else if len(m.dates) < maxCandidates && dateClass(a.Val) {
				m.dates = append(m.dates, candidate{visible(n, 100), "class date"})
			}
		}
	}
}

// inAuthorBox reports an element within one that is named after the author.
func inAuthorBox(n *html.Node) bool {
	for p, i := n.Parent, 0; p != nil && i < 4; p, i = p.Parent, i+1 {
		if nameKind(attribute(p, "class"))&kindAuthor != 0 {
			return true
		}
	}
	return false
}

func (m *metadata) microdata(n *html.Node, prop string) {
	v := visible(n, 300)
	switch prop {
	case "headline":
		m.title("itemprop", v)
	case "author", "creator":
		m.authors = append(m.authors, candidate{visibleNames(n), "itemprop"})
	case "datepublished":
		if c := attribute(n, "content"); c != "" {
			v = c
		} else if c := attribute(n, "datetime"); c != "" {
			v = c
		}
		m.dates = append(m.dates, candidate{v, "itemprop"})
	}
}

// bylineClass names the class that marks a byline, empty for none.
func bylineClass(class string) string {
	low := strings.ToLower(class)
	if strings.Contains(low, "byline") {
		return "class byline"
	}
	for word := range strings.FieldsSeq(low) {
		switch word {
		case "author", "author-name", "authorname", "article-author", "article__author", "post-author", "entry-author", "p-author", "author_name", "author__name", "article-author-name", "authors", "article__authors":
			return "class author"
		}
	}
	return ""
}

// dateClass reports a class that marks a date, whichever words stand around
// it: "entry-date", "PublishedDate", "blog_posted__on".
func dateClass(class string) bool {
	for word := range strings.FieldsSeq(class) {
		if len(word) <= 40 && nameKind(word)&(kindCredit|kindJunk|kindTail) == kindCredit {
			return true
		}
	}
	return false
}

// time reads a time element. Within an aside it may be that of another story.
func (m *metadata) time(n *html.Node, junk bool) {
	from := "time"
	if junk {
		from = "time aside"
	}
	if v := attribute(n, "datetime"); v != "" {
		m.dates = append(m.dates, candidate{v, from})
	}
	if v := visible(n, 100); v != "" {
		m.dates = append(m.dates, candidate{v, from + " text"})
	}
}

// article returns what the metadata gives but for the headline.
func (m *metadata) article() Article {
	outlet := m.outlet()
	return Article{
		Byline:      m.byline(outlet),
		Publication: outlet,
		URL:         m.canonical,
		Published:   m.published(),
		Language:    primarySubtag(m.lang),
	}
}

// outlet picks the publication: what JSON-LD calls the publisher is often the
// company behind it, so the name the site goes by comes first.
func (m *metadata) outlet() string {
	for _, from := range []string{"og:site_name", "json-ld", "publisher", "dc.publisher", "cre", "application-name", "al:ios:app_name", "citation_journal_title"} {
		for _, c := range m.outlets {
			if c.from == from && c.value != "" && webAddress(c.value) == "" && !strings.HasPrefix(c.value, "@") {
				return c.value
			}
		}
	}
	return ""
}

// webAddress returns s where it is an absolute http or https address, empty
// for anything else.
func webAddress(s string) string {
	s = strings.TrimSpace(s)
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.ContainsAny(s, " \n\t\"<>") {
		return ""
	}
	return s
}
