package document

import (
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
	stack []*html.Node // open elements, the document first
	slab  []html.Node
	nodes int
	svg   int // depth of the open svg or math element, 0 outside
}

func buildTree(s string) (*html.Node, error) {
	root := &html.Node{Type: html.DocumentNode}
	b := &builder{stack: []*html.Node{root}}
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		var err error
		switch z.Next() {
		case html.ErrorToken:
			return root, nil // the end: a string reader fails with nothing else
		case html.TextToken:
			err = b.text(z)
		case html.StartTagToken:
			err = b.start(z, false)
		case html.SelfClosingTagToken:
			err = b.start(z, true)
		case html.EndTagToken:
			name, _ := z.TagName()
			err = b.end(atom.Lookup(name), name)
		}
		if err != nil {
			return nil, err
		}
	}
}

func (b *builder) top() *html.Node { return b.stack[len(b.stack)-1] }

// text adds a text token. The text of scripts and styles is dropped, but for
// the JSON that describes the page.
func (b *builder) text(z *html.Tokenizer) error {
	top := b.top()
	switch top.DataAtom {
	case atom.Style:
		return nil
	case atom.Script:
		if !strings.Contains(attr(top, "type"), "json") {
			return nil
		}
	}
	raw := z.Text()
	if len(raw) == 0 {
		return nil
	}
	data := " "
	if !blank(raw) {
		data = clean(strings.ToValidUTF8(string(raw), "\uFFFD")) // an entity may stand for a soft hyphen
	}
	if last := top.LastChild; last != nil && last.Type == html.TextNode && data == " " {
		return nil
	}
	n, err := b.append(top, html.TextNode)
	if err != nil {
		return err
	}
	n.Data = data
	return nil
}

func (b *builder) start(z *html.Tokenizer, selfClosing bool) error {
	name, more := z.TagName()
	a := atom.Lookup(name)
	b.close(a)
	if len(b.stack) == MaxDepth {
		b.pop(len(b.stack) - 1)
	}
	n, err := b.append(b.top(), html.ElementNode)
	if err != nil {
		return err
	}
	n.DataAtom = a
	if n.Data = a.String(); a == 0 {
		n.Data = strings.ToValidUTF8(string(name), "\uFFFD")
	}
	for more {
		var key, val []byte
		key, val, more = z.TagAttr()
		if attribute(key) && len(n.Attr) < 16 {
			n.Attr = append(n.Attr, html.Attribute{Key: string(key), Val: clean(strings.ToValidUTF8(string(val), "\uFFFD"))})
		}
	}
	if b.svg > 0 {
		z.NextIsNotRawText()
	}
	if void(a) || selfClosing && (b.svg > 0 || a == atom.Svg || a == atom.Math) {
		return nil
	}
	b.stack = append(b.stack, n)
	if b.svg == 0 && (a == atom.Svg || a == atom.Math) {
		b.svg = len(b.stack) - 1
	}
	return nil
}

// end closes the innermost open element of that name. An inline element is
// left open where a block element was opened inside it: closing both would
// tear the block in two.
func (b *builder) end(a atom.Atom, name []byte) error {
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
		if n.DataAtom == a && (a != 0 || n.Data == string(name)) || heading(n.DataAtom) && heading(a) {
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

func blank(b []byte) bool {
	for _, c := range b {
		if c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f' {
			return false
		}
	}
	return true
}
