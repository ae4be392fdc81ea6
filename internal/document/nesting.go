package document

import "golang.org/x/net/html/atom"

// close ends the open elements that a start tag of a ends without saying so:
// a paragraph by the next block, a list item by the next, a cell by a cell.
func (b *builder) close(a atom.Atom) {
	switch {
	case heading(a) && heading(b.top().DataAtom):
		b.pop(len(b.stack) - 1)
	case a == atom.Li:
		b.closeWithin(a, a, atom.Ul, atom.Ol)
	case a == atom.Dd || a == atom.Dt:
		b.closeWithin(atom.Dd, atom.Dt, atom.Dl, atom.Dl)
	case a == atom.Td || a == atom.Th:
		b.closeWithin(atom.Td, atom.Th, atom.Tr, atom.Table)
	case a == atom.Tr:
		b.closeWithin(a, a, atom.Table, atom.Table)
	case a == atom.Tbody || a == atom.Thead || a == atom.Tfoot:
		for _, part := range [...]atom.Atom{atom.Tbody, atom.Thead, atom.Tfoot} {
			b.closeWithin(part, part, atom.Table, atom.Table)
		}
	case a == atom.Option || a == atom.Button:
		b.closeWithin(a, a, atom.Select, atom.Form)
	case a == atom.A:
		b.closeLink()
	}
	if block(a) {
		b.closeParagraph()
	}
}

// closeWithin closes the innermost open x or y, looking no further up than
// the nearest limit.
func (b *builder) closeWithin(x, y, limit, or atom.Atom) {
	for i := len(b.stack) - 1; i > 0; i-- {
		switch b.stack[i].DataAtom {
		case x, y:
			b.pop(i)
			return
		case limit, or, atom.Table, atom.Template:
			return
		}
	}
}

// closeParagraph ends an open p. Only inline elements can lie between it and
// the top, since any block would have closed it, but for the scopes below.
func (b *builder) closeParagraph() {
	for i := len(b.stack) - 1; i > 0; i-- {
		switch a := b.stack[i].DataAtom; {
		case a == atom.P:
			b.pop(i)
			return
		case cell(a), block(a), a == atom.Button, a == atom.Object, a == atom.Template:
			return
		}
	}
}

// closeLink ends a link that was left open: links don't nest.
func (b *builder) closeLink() {
	for i := len(b.stack) - 1; i > 0; i-- {
		switch a := b.stack[i].DataAtom; {
		case a == atom.A:
			b.pop(i)
			return
		case block(a), cell(a):
			return
		}
	}
}

func void(a atom.Atom) bool {
	switch a {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Frame, atom.Hr, atom.Img, atom.Input,
		atom.Keygen, atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}

// block reports the elements before which an open paragraph ends.
func block(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Center, atom.Dd, atom.Details,
		atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
		atom.Footer, atom.Form, atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Li, atom.Listing, atom.Main,
		atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Ul,
		atom.Xmp:
		return true
	}
	return heading(a)
}

func heading(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

func cell(a atom.Atom) bool {
	return a == atom.Td || a == atom.Th || a == atom.Caption
}

func tablePart(a atom.Atom) bool {
	switch a {
	case atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption:
		return true
	}
	return false
}
