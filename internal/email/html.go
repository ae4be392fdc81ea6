package email

import (
	"strconv"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"
)

// The HTML is built of typed elements, so that foreign text can only become
// text or the value of an attribute, escaped, and an address only what [link]
// let through. Raw is for constants of this package.

// render writes a node as HTML.
func render(n g.Node) string {
	var b strings.Builder
	_ = n.Render(&b) // a Builder takes everything
	return b.String()
}

// size is how many bytes a node takes as HTML.
func size(n g.Node) int {
	var c counter
	_ = n.Render(&c) // as does a counter
	return int(c)
}

type counter int

func (n *counter) Write(p []byte) (int, error) {
	*n += counter(len(p))
	return len(p), nil
}

func (n *counter) WriteString(s string) (int, error) {
	*n += counter(len(s))
	return len(s), nil
}

// newline stands before every block, so that the source can be read and no
// line of it grows beyond what mail allows.
var newline = g.Raw("\n")

func block(n g.Node) g.Node { return g.Group{newline, n} }

func p(children ...g.Node) g.Node { return block(h.P(children...)) }

// line is a paragraph of text.
func line(l look, s string) g.Node { return p(l, g.Text(s)) }

// lineIf is a line where there is a text.
func lineIf(l look, s string) g.Node { return g.Iff(s != "", func() g.Node { return line(l, s) }) }

// table is a table for layout alone, which assistive software doesn't read as
// one.
func table(l g.Node, rows ...g.Node) g.Node {
	return block(h.Table(h.Role("presentation"), g.Attr("cellpadding", "0"), g.Attr("cellspacing", "0"),
		g.Attr("border", "0"), h.Width("100%"), l, g.Group(rows)))
}

// row is a row of one cell.
func row(l look, children ...g.Node) g.Node {
	return block(h.Tr(h.Td(l, g.Group(children))))
}

// anchor is a link, or its text alone where there is no address.
func anchor(u address, l look, text string) g.Node {
	if u == "" {
		return g.Text(text)
	}
	return h.A(h.Href(string(u)), l, g.Text(text))
}

// dots is short texts in a row.
func dots(parts []string) g.Node {
	var out g.Group
	for i, part := range parts {
		if i > 0 {
			out = append(out, g.Raw("&nbsp;&nbsp;·&nbsp; "))
		}
		out = append(out, h.Span(auto, g.Text(part)))
	}
	return out
}

// document is the whole mail, or the page.
func (l *letter) document() g.Node {
	return h.Doctype(h.HTML(h.Lang("en"), h.Dir("ltr"), g.Attr("xmlns:o", "urn:schemas-microsoft-com:office:office"),
		newline, l.head(),
		newline, h.Body(pageLook,
			g.If(!l.Page, g.Group{newline, h.Div(outOfSight, g.Attr("aria-hidden", "true"), auto, g.Text(l.Preheader), padding)}),
			newline, l.landmark(
				table(sheetLook, h.Tr(h.Td(g.Attr("align", "center"), outerLook,
					newline, g.Raw(outlookOpen), table(cardLook, l.rows()), newline, g.Raw(outlookClose)))),
			),
			newline),
		newline))
}

// padding keeps an inbox from showing the beginning of the mail after a short
// preheader.
var padding = g.Raw(strings.Repeat("&#847;&zwnj;&nbsp;", 40))

// landmark is the element around everything: an article within whatever a mail
// program shows, but the main part of a page.
func (l *letter) landmark(children ...g.Node) g.Node {
	if l.Page {
		return h.Main(children...)
	}
	return h.Div(h.Role("article"), g.Attr("aria-roledescription", "email"), h.Aria("label", l.Title+", "+l.Date),
		h.Lang("en"), h.Dir("ltr"), g.Group(children))
}

func (l *letter) head() g.Node {
	meta := func(name, content string) g.Node { return block(h.Meta(h.Name(name), h.Content(content))) }
	head := g.Group{
		newline, h.Meta(h.Charset("utf-8")),
		meta("viewport", "width=device-width, initial-scale=1"),
		meta("color-scheme", "light dark"),
		meta("supported-color-schemes", "light dark"),
		meta("format-detection", "telephone=no, date=no, address=no, email=no"),
		meta("x-apple-disable-message-reformatting", "yes"),
	}
	if l.Page && l.Preheader != "" {
		head = append(head, meta("description", l.Preheader))
	}
	for _, f := range l.Feeds {
		head = append(head, block(h.Link(h.Rel("alternate"), h.Type("application/atom+xml"), h.Href(string(f.URL)), h.Title(f.Name))))
	}
	return h.Head(head,
		newline, h.TitleEl(g.Text(l.Title+": "+l.Date)),
		newline, g.Raw(outlookHead),
		newline, h.StyleEl(g.Raw(stylesheet)), newline)
}

// rows is the card from top to bottom.
func (l *letter) rows() g.Node {
	out := g.Group{row(headLook,
		newline, h.H1(titleLook, auto, g.Text(l.Title)),
		line(dateLook, l.Date),
		g.If(len(l.Counts) > 0, p(countsLook, dots(l.Counts))),
	)}
	if l.Nothing != "" {
		out = append(out, row(storyLook, line(nothingLook, l.Nothing)))
	}
	if len(l.Contents) > 0 {
		out = append(out, row(listLook, table(wideLook, g.Map(l.Contents, func(e entry) g.Node { return e.row(l.Page) }))))
	}
	for _, s := range l.Stories {
		out = append(out, s.row(l.Page))
	}
	if len(l.More) > 0 {
		out = append(out, row(storyLook,
			newline, h.H2(sectionLook, g.Text(l.MoreTitle)),
			g.Map(l.More, entry.line),
			g.If(l.unlisted() != "", p(moreLook, anchor(l.Web, linkLook, l.unlisted()))),
		))
	}
	if len(l.People) > 0 {
		out = append(out, l.people())
	}
	if l.Page && l.AllIssues == "" {
		out = append(out, row(storyLook,
			newline, h.H2(sectionLook, g.Text("Feeds")),
			g.Map(l.Feeds, func(f feedLink) g.Node { return p(set(lineLook, f.Name), anchor(f.URL, linkLook, f.Name)) })))
	}
	return append(out, l.foot(), newline)
}

// unlisted leads from the list of headlines to what the mail leaves out.
func (l *letter) unlisted() string {
	switch {
	case l.Web == "":
		return l.Unlisted
	case l.Unlisted == "":
		return "Read all stories in the browser"
	}
	return l.Unlisted + ": read all stories in the browser"
}

// row is a story in the contents.
func (e entry) row(page bool) g.Node {
	u := e.URL
	if page {
		u = address("#" + e.Anchor)
	}
	return block(h.Tr(
		h.Td(h.Width("34"), g.Attr("valign", "top"), numberLook, g.Text(strconv.Itoa(e.Number))),
		h.Td(g.Attr("valign", "top"), set(entryLook, e.Headline), anchor(u, quietLink, e.Headline)),
	))
}

// line is a story that is told nowhere in the mail.
func (e entry) line() g.Node {
	return p(set(lineLook, e.Headline),
		g.If(e.Number > 0, g.Group{h.Strong(cueLook, g.Text(strconv.Itoa(e.Number))), g.Raw("&nbsp; ")}), anchor(e.URL, linkLook, e.Headline),
		g.If(len(e.Meta) > 0, g.Group{h.Br(), h.Span(lineMetaLook, dots(e.Meta))}))
}

// people is who spoke in more than one story.
func (l *letter) people() g.Node {
	return row(storyLook,
		newline, h.H2(sectionLook, g.Text("In more than one story")),
		g.Map(l.People, func(w person) g.Node {
			return p(set(personLook, w.Name), h.Strong(nameLook, g.Text(w.Name)), h.Br(),
				h.Span(roleLook, dots(w.line())))
		}))
}

// foot says why the reader gets this and how to get it no more.
func (l *letter) foot() g.Node {
	button := func(u address, text string) g.Node {
		return g.Iff(u != "", func() g.Node { return g.Group{anchor(u, buttonLook, text), g.Text(" ")} })
	}
	buttons := g.Group{button(l.Unsubscribe, "Unsubscribe")}
	if l.Page {
		buttons = append(buttons, button(l.AllIssues, "All issues and feeds"))
	} else {
		buttons = append(buttons, button(l.Web, "View in browser"))
	}
	return row(footLook,
		line(whyLook, l.Why),
		g.If(l.Unsubscribe+l.Web+l.AllIssues != "", p(actionsLook, buttons)),
		line(smallLook, l.Colophon),
		g.If(l.PostalAddress != "", p(auto, smallLook, g.Text(l.PostalAddress))),
	)
}
