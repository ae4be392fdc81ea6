package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// textOf returns the text nodes below n as they are, up to limit bytes.
func textOf(n *html.Node, limit int) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
			if b.Len() > limit {
				break
			}
		}
	}
	return b.String()
}

// visibleNames returns the text of a byline with a bar at the borders of
// blocks and links, where one name ends and another begins.
func visibleNames(n *html.Node) string {
	var b strings.Builder
	if !visibleText(n, &b, 300, "|") {
		return ""
	}
	return collapse(b.String())
}

// visible returns the text below n that a reader sees, collapsed; empty where
// it is longer than limit bytes, since then it is not the small fact looked
// for.
func visible(n *html.Node, limit int) string {
	var b strings.Builder
	if !visibleText(n, &b, limit, "") {
		return ""
	}
	return collapse(b.String())
}

func visibleText(n *html.Node, b *strings.Builder, limit int, border string) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Type == html.ElementNode && !silent(c.DataAtom):
			edge := blockElement(c.DataAtom) || c.DataAtom == atom.Br || border != "" && c.DataAtom == atom.A
			if edge {
				b.WriteString(border + "\n")
			}
			if !visibleText(c, b, limit, border) {
				return false
			}
			if edge {
				b.WriteString(border + "\n")
			}
		}
		if b.Len() > limit+200 {
			return false
		}
	}
	return true
}
