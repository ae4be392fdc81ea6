package article

import (
	entities "html" // its table is made when first asked, x/net's at every start
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
	language                    choice
	canonical                   string // address
	canonicalFrom, canonicalWhy string
	publisher                   *choice // once chosen
	titles                      []candidate
	authors                     []candidate // one name or line of names each
	dates                       []candidate
	outlets                     []candidate
	body                        string // JSON-LD articleBody
	// description is what the page says it is about: often its standfirst.
	description string
	chosen      choice // headline, once chosen
	news        bool   // JSON-LD says NewsArticle
	graph       graph
	names       *names
	// What the page shows: its short lines, folded, who signs there, its date.
	lines        map[string]bool
	by           *attribution // once chosen
	signedBy     attribution  // under "By", by the headline
	shownByline  []string     // of the two, the people by the headline
	named        attribution  // by the headline without it
	posted       attribution  // under the name of an account, by the headline
	blocks       []block
	headlineLine int               // of blocks
	headingParts map[string]bool   // folded, of headings that elements divide
	authorPages  map[string]bool   // folded texts of links to pages about an author
	machineDates map[string]string // of time elements, by the text they show
	shownDate    string
	updatedDate  string // beside the headline, and said to be of a change
	times        int    // time elements seen
	timesAside   int    // of them, in what is not the article
	written      bool   // the card for a share is about to name the author
}

// collect reads the metadata of a page in one walk.
func collect(root *html.Node) *metadata {
	m := &metadata{names: newNames()}
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
			m.says(attribute(c, "lang"), "html lang")

		}
		inside := junk || m.names.element(c)&(kindJunk|kindAside) != 0 && c.DataAtom != atom.Body && c.DataAtom != atom.Html
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
			if u := webAddress(v); u != "" && (m.canonical == "" || frontPage(m.canonical)) {
				m.canonical, m.canonicalFrom, m.canonicalWhy = u, "og:url", "the address for shares; the page has no canonical one of its own"
			}
		case "og:locale", "content-language", "dc.language", "language":
			m.says(v, key)

		}
	}
}

// says notes the language that a source declares, where none did before.
func (m *metadata) says(tag, from string) {
	if m.language.value == "" && primarySubtag(tag) != "" {
		m.language = choice{primarySubtag(tag), from, "declared by the page"}
	}
}

// frontPage reports the address of a site rather than of a page on it.
func frontPage(address string) bool {
	u, err := url.Parse(address)
	return err == nil && strings.Trim(u.Path, "/") == "" && u.RawQuery == ""
}

func (m *metadata) title(from, v string) {
	if strings.ContainsRune(v, '&') {
		v = entities.UnescapeString(v) // escaped twice
	}
	if v = collapse(v); v != "" && len(v) <= 1000 && len(m.titles) < maxCandidates {
		m.titles = append(m.titles, candidate{v, from})
	}
}

func (m *metadata) link(n *html.Node) {
	for rel := range strings.FieldsSeq(strings.ToLower(attribute(n, "rel"))) {
		if rel == "canonical" {
			if u := webAddress(attribute(n, "href")); u != "" && m.canonicalFrom != "canonical" && !(frontPage(u) && m.canonical != "" && !frontPage(m.canonical)) {
				m.canonical, m.canonicalFrom, m.canonicalWhy = u, "canonical", "the page's own canonical address"
			}
		}
	}
}

// element reads what the visible page says: headings, bylines, times.
func (m *metadata) element(n *html.Node, junk bool) {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3:
		if junk {
			break
		}
		if n.DataAtom == atom.H1 {
			m.title("h1", visible(n, 1000))
		}
		m.heading(n)
	case atom.Time:
		m.time(n, junk)
	case atom.A:
		if len(m.authorPages) < maxCandidates && authorAddress(attribute(n, "href")) {
			if m.authorPages == nil {
				m.authorPages = map[string]bool{}
			}
			m.authorPages[fold(visible(n, 80))] = true
		}
	}
	if junk {
		// The box about the author names them too.
		if attribute(n, "rel") == "author" && len(m.authors) < maxCandidates && inAuthorBox(n) {
			m.authors = append(m.authors, candidate{visibleNames(n), "rel=author aside"})
		}
		return
	}
	if len(m.authors) < maxCandidates && helper(m.textBefore(n)) {
		return // Edited by: <a rel="author">
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
			if says := m.names.class(a.Val); says.byline != "" && len(m.authors) < maxCandidates {
				m.authors = append(m.authors, candidate{visibleNames(n), says.byline})
			} else if len(m.dates) < maxCandidates && says.date {
				m.dates = append(m.dates, candidate{visible(n, 100), "class date"})
			}
		}
	}
}

// heading notes the parts of a heading that its elements set apart.
func (m *metadata) heading(n *html.Node) {
	if n.FirstChild == nil || n.FirstChild.NextSibling == nil || len(m.headingParts) >= maxCandidates {
		return
	}
	if m.headingParts == nil {
		m.headingParts = map[string]bool{}
	}
	whole := squashed(fold(visible(n, 1000)))
	m.headingParts[whole] = true
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s := ""
		switch c.Type {
		case html.TextNode:
			s = collapse(c.Data)
		case html.ElementNode:
			s = visible(c, 500)
		}
		if part := fold(s); len(part) >= 20 && squashed(part) != whole {
			m.headingParts[part] = true
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

// textBefore returns the short text that stands right before n, beside it or
// beside what holds it; empty for an element that says nothing of authors.
func (m *metadata) textBefore(n *html.Node) string {
	if m.names.element(n)&kindAuthor == 0 {
		return ""
	}
	for range 2 {
		for p, i := n.PrevSibling, 0; p != nil && i < 3; p, i = p.PrevSibling, i+1 {
			s := ""
			switch p.Type {
			case html.TextNode:
				s = collapse(p.Data)
			case html.ElementNode:
				s = visible(p, 40)
			}
			if s != "" {
				return s[:boundary(s, 40)]
			}
		}
		if n = n.Parent; n == nil {
			break
		}
	}
	return ""
}

// authorAddress reports the address of a page about an author.
func authorAddress(href string) bool {
	for part := range strings.SplitSeq(href, "/") {
		switch strings.ToLower(part) {
		case "author", "authors", "autor", "autoren", "autores", "auteur", "auteurs", "autore", "autori", "by", "contributor", "contributors", "profile", "profiles", "people", "person", "staff", "journalist", "journalists", "journaliste", "writer", "writers", "team", "reporter", "reporters", "skribent", "redaktion":
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
	from, count := "time", &m.times
	if junk {
		from, count = "time aside", &m.timesAside
	}
	machine, shown := attribute(n, "datetime"), visible(n, 100)
	if *count++; *count > maxCandidates {
		return
	}
	if machine != "" && shown != "" {
		if m.machineDates == nil {
			m.machineDates = map[string]string{}
		}
		m.machineDates[shown] = machine
	}
	if *count > 4 {
		return
	}
	if machine != "" {
		m.dates = append(m.dates, candidate{machine, from})
	}
	if shown != "" {
		m.dates = append(m.dates, candidate{shown, from + " text"})
	}
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
