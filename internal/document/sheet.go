package document

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
)

// maxBlocks is how many paragraphs and cells a file may have: a novel has some
// 10,000.
const maxBlocks = 100_000

// sheet collects the blocks of a format that is not HTML as a page, so that
// all that has headings, lists and tables ends in the same tree.
type sheet struct {
	out    strings.Builder
	blocks int
}

// block adds a paragraph, heading, list item or caption. Line breaks within
// it stay line breaks; a block without words is left out.
func (s *sheet) block(tag, text string) {
	text = strings.TrimSpace(clean(strings.ToValidUTF8(text, "\uFFFD")))
	if text == "" {
		return
	}
	s.blocks++
	s.open(tag)
	s.out.WriteString(strings.ReplaceAll(html.EscapeString(text), "\n", "<br>"))
	s.shut(tag)
}

// open writes a start tag.
func (s *sheet) open(tag string) {
	s.out.WriteByte('<')
	s.out.WriteString(tag)
	s.out.WriteByte('>')
}

// shut writes an end tag.
func (s *sheet) shut(tag string) {
	s.out.WriteString("</")
	s.out.WriteString(tag)
	s.out.WriteString(">\n")
}

// document parses the page.
func (s *sheet) document(format Format, meta map[string]string) (*Document, error) {
	if s.blocks > maxBlocks {
		return nil, fmt.Errorf("%w: more than %d paragraphs", ErrTooLarge, maxBlocks)
	}
	root, err := buildTree(s.out.String())
	if err != nil {
		return nil, err
	}
	if len(meta) == 0 {
		meta = nil
	}
	return &Document{Format: format, Root: root, Meta: meta}, nil
}

// headingTag is the tag of a heading of that rank, from 1.
func headingTag(rank int) string { return "h" + string(rune('0'+min(max(rank, 1), 6))) }
