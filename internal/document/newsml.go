package document

import (
	"encoding/xml"
	"strings"

	"golang.org/x/net/html"
)

// looksNewsML reports XML whose first element is one of the IPTC's: NewsML-G2
// or NITF.
func looksNewsML(head string) bool {
	for {
		_, rest, found := strings.Cut(head, "<")
		if !found {
			return false
		}
		if head = rest; strings.HasPrefix(head, "!--") {
			if _, head, found = strings.Cut(head, "-->"); !found {
				return false
			}
			continue
		}
		if head == "" || head[0] == '?' || head[0] == '!' {
			continue
		}
		name := head[:min(len(head), 80)]
		if end := strings.IndexAny(name, " \t\n/>"); end >= 0 {
			name = name[:end]
		}
		switch name[strings.IndexByte(name, ':')+1:] {
		case "newsItem", "newsMessage", "nitf":
			return true
		}
		return false
	}
}

// newsML walks a news item. What it says of the article goes to meta, the
// inline body to a page.
type newsML struct {
	xml   *markup
	path  []string // local names of the open elements
	meta  map[string]string
	page  sheet
	body  int // depth of the element that holds the text, 0 outside
	words bool
	done  bool
}

// parseNewsML reads the first item with a text.
func parseNewsML(s string) (*Document, error) {
	n := &newsML{xml: newMarkup(NewsML, []byte(s)), meta: map[string]string{}}
	for !n.done {
		t, err := n.xml.next()
		if err != nil {
			return nil, err
		}
		if t == nil {
			break
		}
		switch t := t.(type) {
		case xml.StartElement:
			err = n.start(t)
		case xml.EndElement:
			n.end(t.Name.Local)
		case xml.CharData:
			n.text(string(t))
		}
		if err != nil {
			return nil, err
		}
	}
	if !n.words {
		return nil, &UnsupportedError{"NewsML-G2 without an inline text"}
	}
	return n.page.document(NewsML, n.meta)
}

func (n *newsML) text(s string) {
	if n.body == 0 {
		return
	}
	s = clean(strings.ToValidUTF8(s, "\uFFFD"))
	n.words = n.words || strings.TrimSpace(s) != ""
	s = html.EscapeString(s)
	if n.path[len(n.path)-1] == "inlineData" {
		s = strings.ReplaceAll(s, "\n\n", "<p>")
	}
	n.page.out.WriteString(s)
}

func (n *newsML) start(e xml.StartElement) error {
	local := e.Name.Local
	parent := ""
	if len(n.path) > 0 {
		parent = n.path[len(n.path)-1]
	}
	switch {
	case n.body > 0 && dropsOut(local):
		return n.xml.skip()
	case n.body > 0:
		if tag := inlineTag(local); tag != "" {
			n.page.open(tag)
		}
	case local == "body" && parent == "html", local == "body.content", local == "inlineData":
		n.body = n.xml.depth
	default:
		taken, err := n.fact(e, parent)
		if taken || err != nil {
			return err
		}
	}
	n.path = append(n.path, local)
	return nil
}

func (n *newsML) end(local string) {
	if k := len(n.path) - 1; k >= 0 {
		n.path = n.path[:k]
	}
	if n.body > 0 {
		if tag := inlineTag(local); tag != "" && tag != "br" {
			n.page.shut(tag)
		}
	}
	if n.xml.depth < n.body {
		n.body = 0
	}
	if (local == "newsItem" || local == "nitf") && n.words {
		n.done = true
	}
}

// fact notes what an element outside of the text says. It reports whether it
// read past the element's end.
func (n *newsML) fact(e xml.StartElement, parent string) (taken bool, err error) {
	local := e.Name.Local
	note := func(key, value string) {
		value = strings.Join(strings.Fields(clean(strings.ToValidUTF8(value, "\uFFFD"))), " ")
		if value != "" && n.meta[key] == "" {
			n.meta[key] = value
		}
	}
	switch local {
	case "newsItem":
		if n.words {
			break
		}
		clear(n.meta) // those of an item without a text
		note("lang", attrValue(e, "lang"))
	case "language":
		note("lang", attrValue(e, "tag"))
	case "pubdata":
		note("date", attrValue(e, "date.publication"))
		note("publication", attrValue(e, "name"))
	case "date.issue":
		note("date", attrValue(e, "norm"))
	case "creator":
		note("author", attrValue(e, "literal"))
	case "provider":
		note("publication", attrValue(e, "literal"))
	}
	key := factKey(local, parent)
	if key == "" {
		return false, nil
	}
	v, err := n.xml.text()
	note(key, v)
	return true, err
}

// factKey is the name that Meta has for an element's text. Names of creators
// and providers lie in elements that all sorts of things have.
func factKey(local, parent string) string {
	switch local {
	case "headline", "hl1":
		return "headline"
	case "by", "byline":
		return "byline"
	case "contentCreated", "firstCreated":
		return "date"
	case "versionCreated":
		return "version"
	case "title":
		if parent == "head" {
			return "title"
		}
	case "name":
		switch parent {
		case "creator":
			return "author"
		case "provider":
			return "publication"
		}
	}
	return ""
}

// dropsOut reports elements within a body that are not its text.
func dropsOut(local string) bool {
	switch local {
	case "script", "style", "media", "dateline", "distributor", "tagline", "body.end", "byline", "figure":
		return true
	}
	return false
}

// inlineTag is the tag for an element of XHTML or NITF, empty where only its
// text counts.
func inlineTag(local string) string {
	switch local {
	case "p", "h1", "h2", "h3", "h4", "h5", "h6", "br", "ul", "ol", "li", "table", "tr", "td", "th", "blockquote", "div", "section", "pre", "aside", "a":
		return local
	case "hl1", "hl2":
		return "h2"
	case "block":
		return "div"
	case "bq":
		return "blockquote"
	}
	return ""
}
