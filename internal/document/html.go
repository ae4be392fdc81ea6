package document

import (
	"fmt"

	"golang.org/x/net/html"
)

// MaxDepth is how deep the elements of [Document.Root] are nested at most.
// What lies deeper is kept, as siblings at that depth. Pages of real sites
// stay under 60.
const MaxDepth = 200

// maxNodes bounds the memory that a page of nothing but tags can ask for,
// to about 130 MB. The largest article pages have 60,000.
const maxNodes = 1_000_000

// parseHTML parses a page.
func parseHTML(s string) (*Document, error) {
	root, err := buildTree(s)
	if err != nil {
		return nil, fmt.Errorf("html: %w", err)
	}
	return &Document{Format: HTML, Root: root}, nil
}

// attribute reports whether an element keeps the attribute of that name.
func attribute(key string) bool {
	switch key {
	case "class", "id", "href", "rel", "content", "property", "name", "itemprop", "itemtype",
		"datetime", "type", "lang", "style", "hidden", "role", "aria-hidden", "alt", "title",
		"data-testid", "data-component", "data-type", "data-qa", "data-module", "data-block", "data-gu-name", "data-nosnippet":
		return true
	}
	return false
}

// append adds a node of type t below p. Nodes come from slabs: a page has
// tens of thousands of them.
func (b *builder) append(p *html.Node, t html.NodeType) (*html.Node, error) {
	if b.nodes++; b.nodes > maxNodes {
		return nil, fmt.Errorf("%w: more than %d elements", ErrTooLarge, maxNodes)
	}
	if len(b.slab) == 0 {
		b.slab = make([]html.Node, 256)
	}
	n := &b.slab[0]
	b.slab = b.slab[1:]
	n.Type, n.Parent, n.PrevSibling = t, p, p.LastChild
	if p.LastChild != nil {
		p.LastChild.NextSibling = n
	} else {
		p.FirstChild = n
	}
	p.LastChild = n
	return n, nil
}
