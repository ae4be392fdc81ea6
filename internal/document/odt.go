package document

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// odt reads an OpenDocument text: the paragraphs of its content, headings by
// their element or style, and what its metadata says.
func (b *bundle) odt() (*Document, error) {
	manifest, err := b.read(b.find("META-INF/manifest"))
	if err != nil {
		return nil, err
	}
	if bytes.Contains(manifest, []byte("encryption-data")) {
		return nil, fmt.Errorf("%w: %s", ErrEncrypted, ODT)
	}
	content, err := b.read(b.find("content.xml"))
	if err != nil {
		return nil, err
	}
	meta, err := b.read(b.find("meta.xml"))
	if err != nil {
		return nil, err
	}
	o := &openText{xml: newMarkup(ODT, content), parent: map[string]string{}}
	if err := o.body(); err != nil {
		return nil, err
	}
	page := &o.page
	if page.blocks == 0 {
		page = &o.boxes
	}
	return page.document(ODT, properties(ODT, meta, odfKey))
}

func odfKey(local string) string {
	switch local {
	case "title", "language":
		return local
	case "initial-creator", "creator":
		return "author"
	case "creation-date":
		return "date"
	}
	return ""
}

// openText walks the content. Frames lie within the paragraph they are
// anchored to, so their paragraphs go to a page of their own.
type openText struct {
	xml    *markup
	parent map[string]string // of the automatic styles
	page   sheet
	boxes  sheet
	open   []*paragraph
	box    int
	items  int // list items around the token
}

func (o *openText) body() error {
	for {
		t, err := o.xml.next()
		if t == nil || err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			err = o.start(t)
		case xml.EndElement:
			o.end(t.Name.Local)
		case xml.CharData:
			if n := len(o.open); n > 0 {
				o.open[n-1].text.Write(collapseSpace(t))
			}
		}
		if err != nil {
			return err
		}
	}
}

// collapseSpace makes one space of white space, as the format has it: more
// than one is written as an element.
func collapseSpace(b []byte) []byte {
	return bytes.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || r == '\r' {
			return ' '
		}
		return r
	}, b)
}

func (o *openText) sheet() *sheet {
	if o.box > 0 {
		return &o.boxes
	}
	return &o.page
}

func (o *openText) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "style":
		o.parent[attrValue(e, "name")] = attrValue(e, "parent-style-name")
	case "h":
		rank, _ := strconv.Atoi(attrValue(e, "outline-level"))
		o.open = append(o.open, &paragraph{tag: headingTag(rank)})
	case "p":
		o.open = append(o.open, &paragraph{tag: o.tag(attrValue(e, "style-name"))})
	case "text-box":
		o.box++
	case "table", "table-row", "table-cell":
		o.sheet().open(cellTag(e.Name.Local))
	case "list-item":
		o.items++
	case "note", "annotation", "tracked-changes", "ruby-text", "table-of-content", "alphabetical-index":
		return o.xml.skip()
	case "title", "desc": // of a picture; as a field of the text it is text
		if e.Name.Space == "svg" {
			return o.xml.skip()
		}
	}
	if len(o.open) == 0 {
		return nil
	}
	p := o.open[len(o.open)-1]
	switch e.Name.Local {
	case "line-break":
		p.text.WriteByte('\n')
	case "s", "tab":
		p.text.WriteByte(' ')
	}
	return nil
}

func (o *openText) end(local string) {
	switch local {
	case "h", "p":
		if n := len(o.open) - 1; n >= 0 {
			o.sheet().block(o.open[n].tag, o.open[n].text.String())
			o.open = o.open[:n]
		}
	case "text-box":
		o.box--
	case "list-item":
		o.items--
	case "table", "table-row", "table-cell":
		o.sheet().shut(cellTag(local))
	}
}

func cellTag(local string) string {
	switch local {
	case "table":
		return local
	case "table-row":
		return "tr"
	}
	return "td"
}

// tag is what a paragraph of that style is. A style made by the writer goes
// back to the built-in one it was made from.
func (o *openText) tag(style string) string {
	for n := 0; n < 10 && o.parent[style] != ""; n++ {
		style = o.parent[style]
	}
	switch style {
	case "Title":
		return "h1"
	case "Illustration", "Caption", "Figure":
		return "figcaption"
	}
	if level, found := strings.CutPrefix(style, "Heading_20_"); found {
		n, _ := strconv.Atoi(level)
		return headingTag(n)
	}
	if o.items > 0 {
		return "li"
	}
	return "p"
}
