package document

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// builder makes a tree of the tokens of a page. html.Parse is not used: it
// refuses pages nested deeper than 512 elements, and rebuilds unclosed
// formatting elements in every later paragraph, so that a few kilobytes grow
// to gigabytes. For text only this much of the standard's tree construction
// matters: which element ends which, raw text, and what lies in what. One pass, linear in
// the page.
type builder struct {
	scanner scanner
	stack   []*html.Node // open elements, the document first
	slab    []html.Node
	attrs   []html.Attribute // a slab too
	nodes   int
	svg     int // depth of the open svg or math element, 0 outside
}

// maxAttributes bounds how many attributes an element keeps.
const maxAttributes = 16

// buildTree makes the tree of a page, whose text is clean.
func buildTree(page string) (*html.Node, error) {
	root := &html.Node{Type: html.DocumentNode}
	b := &builder{stack: []*html.Node{root}}
	b.scanner.page = page
	for {
		var err error
		switch t := b.scanner.next(); t {
		case endToken:
			return root, nil
		case textToken:
			err = b.text(b.scanner.text)
		case startTag, emptyTag:
			err = b.start(t == emptyTag)
		case endTag:
			err = b.end(lookup(b.scanner.name), b.scanner.name)
		}
		if err != nil {
			return nil, err
		}
	}
}

// lookup returns the atom of a name, 0 for one that is no element of HTML.
func lookup(name string) atom.Atom {
	var short [16]byte // longer than the name of any element
	if len(name) > len(short) {
		return 0
	}
	return atom.Lookup(short[:copy(short[:], name)])
}

func (b *builder) top() *html.Node { return b.stack[len(b.stack)-1] }

// text adds a text. That of scripts and styles is dropped, but for the JSON
// that describes the page.
func (b *builder) text(data string) error {
	top := b.top()
	switch top.DataAtom {
	case atom.Style:
		return nil
	case atom.Script:
		if !strings.Contains(attr(top, "type"), "json") {
			return nil
		}
	}
	if data == "" {
		return nil // a soft hyphen, say
	}
	if blank(data) {
		data = " "
		if last := top.LastChild; last != nil && last.Type == html.TextNode {
			return nil
		}
	}
	n, err := b.append(top, html.TextNode)
	if err != nil {
		return err
	}
	n.Data = data
	return nil
}

func (b *builder) start(empty bool) error {
	a := lookup(b.scanner.name)
	b.close(a)
	if len(b.stack) == MaxDepth {
		b.pop(len(b.stack) - 1)
	}
	n, err := b.append(b.top(), html.ElementNode)
	if err != nil {
		return err
	}
	n.DataAtom, n.Data = a, b.scanner.name
	n.Attr = b.keep(b.scanner.attrs)
	if b.svg > 0 {
		b.scanner.raw = "" // <title> is an element like any other there
	}
	if void(a) || empty && (b.svg > 0 || a == atom.Svg || a == atom.Math) {
		return nil
	}
	b.stack = append(b.stack, n)
	if b.svg == 0 && (a == atom.Svg || a == atom.Math) {
		b.svg = len(b.stack) - 1
	}
	return nil
}

// keep returns the attributes that say something about an element's text; of
// two of the same name the first.
func (b *builder) keep(written []pair) []html.Attribute {
	if len(b.attrs) < maxAttributes {
		b.attrs = make([]html.Attribute, 16*maxAttributes)
	}
	n := 0
	for _, p := range written {
		if key := asciiLower(p.key); n < maxAttributes && attribute(key) && !has(b.attrs[:n], key) {
			b.attrs[n] = html.Attribute{Key: key, Val: unescape(p.value, true)}
			n++
		}
	}
	if n == 0 {
		return nil
	}
	kept := b.attrs[:n:n]
	b.attrs = b.attrs[n:]
	return kept
}

func has(attrs []html.Attribute, key string) bool {
	return slices.ContainsFunc(attrs, func(a html.Attribute) bool { return a.Key == key })
}

// end closes the innermost open element of that name. An inline element is
// left open where a block element was opened inside it: closing both would
// tear the block in two.
func (b *builder) end(a atom.Atom, name string) error {
	if a == atom.Br {
		n, err := b.append(b.top(), html.ElementNode)
		if err == nil {
			n.DataAtom, n.Data = a, "br"
		}
		return err
	}
	if a == atom.Body || a == atom.Html {
		return nil // text after them still belongs to the page
	}
	blockBetween := false
	for i := len(b.stack) - 1; i > 0; i-- {
		n := b.stack[i]
		if n.DataAtom == a && (a != 0 || n.Data == name) || heading(n.DataAtom) && heading(a) {
			if !blockBetween || block(a) || a == 0 {
				b.pop(i)
			}
			return nil
		}
		if cell(n.DataAtom) && !tablePart(a) && a != atom.Form {
			return nil
		}
		blockBetween = blockBetween || block(n.DataAtom)
	}
	return nil
}

// pop closes the elements from depth i up.
func (b *builder) pop(i int) {
	b.stack = b.stack[:i]
	if b.svg >= i {
		b.svg = 0
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func blank(s string) bool {
	for i := range len(s) {
		if !isSpace(s[i]) {
			return false
		}
	}
	return true
}
