package document

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// docx reads a Word file: the paragraphs of its main part, headings by their
// style, and what the core properties say. Headers, footers, footnotes and
// comments are parts of their own and not read.
func (b *bundle) docx() (*Document, error) {
	main, err := b.read(b.find("word/document"))
	if err != nil {
		return nil, err
	}
	styles, err := b.read(b.find("word/styles"))
	if err != nil {
		return nil, err
	}
	core, err := b.read(b.find("docProps/core"))
	if err != nil {
		return nil, err
	}
	w := &word{xml: newMarkup(DOCX, main), styles: wordStyles(styles)}
	if err := w.body(); err != nil {
		return nil, err
	}
	page := &w.page
	if page.blocks == 0 {
		page = &w.boxes // a newsletter laid out in nothing but text boxes
	}
	return page.document(DOCX, properties(DOCX, core, coreKey))
}

func coreKey(local string) string {
	switch local {
	case "title", "language":
		return local
	case "creator":
		return "author"
	case "created":
		return "date"
	}
	return ""
}

// word walks the main part. Text boxes lie within the paragraph they are
// anchored to, so their paragraphs go to a page of their own.
type word struct {
	xml    *markup
	styles map[string]string
	page   sheet
	boxes  sheet
	open   []*paragraph
	box    int // text boxes around the token
}

type paragraph struct {
	tag    string
	text   strings.Builder
	hidden bool // the open run is
}

func (w *word) body() error {
	for {
		t, err := w.xml.next()
		if t == nil || err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			err = w.start(t)
		case xml.EndElement:
			w.end(t.Name.Local)
		}
		if err != nil {
			return err
		}
	}
}

func (w *word) sheet() *sheet {
	if w.box > 0 {
		return &w.boxes
	}
	return &w.page
}

func (w *word) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "p":
		w.open = append(w.open, &paragraph{tag: "p"})
	case "txbxContent":
		w.box++
	case "tbl", "tr", "tc":
		w.sheet().open(tableTag(e.Name.Local))
	case "del", "moveFrom", "Fallback", "rubyPr", "rt", "sdtPr", "tblPr", "sectPr":
		return w.xml.skip() // what was deleted, and what is there twice
	}
	if n := len(w.open); n > 0 {
		return w.within(w.open[n-1], e)
	}
	return nil
}

// within reads an element of a paragraph.
func (w *word) within(p *paragraph, e xml.StartElement) error {
	switch e.Name.Local {
	case "pStyle":
		if tag := w.styles[attrValue(e, "val")]; tag != "" {
			p.tag = tag
		}
	case "outlineLvl":
		if n, err := strconv.Atoi(attrValue(e, "val")); err == nil && n >= 0 && n < 9 {
			p.tag = headingTag(n + 1)
		}
	case "numPr":
		if p.tag == "p" {
			p.tag = "li"
		}
	case "r":
		p.hidden = false
	case "vanish":
		p.hidden = attrValue(e, "val") != "0" && attrValue(e, "val") != "false"
	case "t":
		return w.text(p)
	case "br", "cr":
		if attrValue(e, "type") == "" || attrValue(e, "type") == "textWrapping" {
			p.text.WriteByte('\n')
		}
	case "tab", "ptab":
		p.text.WriteByte(' ')
	case "noBreakHyphen":
		p.text.WriteByte('-')
	}
	return nil
}

// text adds the text of a t element, with the spaces at its ends.
func (w *word) text(p *paragraph) error {
	for inside := w.xml.depth; w.xml.depth >= inside; {
		t, err := w.xml.next()
		if t == nil || err != nil {
			return err
		}
		if c, ok := t.(xml.CharData); ok && !p.hidden {
			p.text.Write(c)
		}
	}
	return nil
}

func (w *word) end(local string) {
	switch local {
	case "p":
		if n := len(w.open) - 1; n >= 0 {
			if p := w.open[n]; p.tag != "toc" {
				w.sheet().block(p.tag, p.text.String())
			}
			w.open = w.open[:n]
		}
	case "txbxContent":
		w.box--
	case "tbl", "tr", "tc":
		w.sheet().shut(tableTag(local))
	}
}

func tableTag(local string) string {
	switch local {
	case "tbl":
		return "table"
	case "tc":
		return "td"
	}
	return "tr"
}

// wordStyles maps the styles that say what a paragraph is to tags. Ids are in
// the language of whoever made the file, the names of built-in styles never.
func wordStyles(raw []byte) map[string]string {
	tags, base := map[string]string{}, map[string]string{}
	id := ""
	for m := newMarkup(DOCX, raw); ; {
		t, err := m.next()
		if t == nil || err != nil {
			break
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "style":
			id = attrValue(e, "styleId")
		case "name":
			tags[id] = styleTag(attrValue(e, "val"))
		case "basedOn":
			base[id] = attrValue(e, "val")
		}
	}
	for id := range tags {
		for up, n := base[id], 0; tags[id] == "" && up != "" && n < 10; up, n = base[up], n+1 {
			tags[id] = tags[up]
		}
	}
	return tags
}

// styleTag is the tag for a built-in style, empty for running text.
func styleTag(name string) string {
	name = strings.ToLower(name)
	switch name {
	case "title":
		return "h1"
	case "caption":
		return "figcaption"
	case "header", "footer":
		return "toc"
	}
	if level, found := strings.CutPrefix(name, "heading "); found {
		if n, err := strconv.Atoi(level); err == nil {
			return headingTag(n)
		}
	}
	if strings.HasPrefix(name, "toc ") {
		return "toc"
	}
	return ""
}
