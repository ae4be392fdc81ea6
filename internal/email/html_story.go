package email

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"
)

// row is a story from its number to its sources. On a page of the web other
// pages can lead to it.
func (s story) row(page bool) g.Node {
	return row(storyLook,
		p(g.If(page, h.ID(s.Anchor)), auto, labelLook, g.Text(s.Label)),
		newline, h.H2(set(headlineLook, s.Headline), anchor(s.URL, quietLink, s.Headline)),
		g.If(len(s.Meta) > 0, p(metaLook, dots(s.Meta))),
		g.If(s.Follows.Said != "", s.Follows.line()),
		g.If(s.Summary != "", p(set(summaryLook, s.Summary), g.Text(s.Summary))),
		s.who(),
		s.from(),
	)
}

func (f follows) line() g.Node {
	if f.Headline == "" {
		return p(followLook, anchor(f.URL, linkLook, f.Said))
	}
	return p(followLook, g.Text(f.Said+": "), h.Span(auto, anchor(f.URL, linkLook, f.Headline)))
}

// who is who said what.
func (s story) who() g.Node {
	if len(s.Speakers) == 0 {
		return line(nobodyLook, s.Note)
	}
	return g.Group{
		newline, h.H3(whoLook, g.Text("Who said what "), h.Span(countLook, g.Text("· "+s.Count))),
		lineIf(noteLook, s.Note),
		table(g.Group{g.If(rtl(s.Headline), h.Dir("rtl")), wideLook}, g.Map(s.Speakers, voice.row)),
		g.If(s.Rest != "", p(moreLook, anchor(s.PageURL, linkLook, s.Rest), g.Text(s.RestIn))),
	}
}

// from is where the story is from.
func (s story) from() g.Node {
	l := readLook
	if s.URL == "" {
		l = unlinkedLook
	}
	box := g.Group{p(auto, l, anchor(s.URL, linkLook, s.Read))}
	if len(s.Others) > 0 {
		box = append(box, line(smallLook, s.Merged), g.Map(s.Others, source.line), lineIf(smallLook, s.Fewer))
	}
	return table(sourcesLook, h.Tr(h.Td(sourceBoxLook, box)))
}

func (s source) line() g.Node {
	return p(set(sourceLook, s.Headline),
		g.If(s.Contradicts, h.Strong(disagreeLook, g.Text("Reports it differently: "))),
		anchor(s.URL, linkLook, s.Headline),
		g.If(len(s.Meta) > 0, g.Group{h.Br(), h.Span(lineMetaLook, dots(s.Meta))}))
}

// row is one speaker. Who they are stands in a cell beside the initials, which
// are an ornament.
func (v voice) row() g.Node {
	return block(h.Tr(
		h.Td(h.Width("52"), g.Attr("valign", "top"), unruled(monoCellLook, v.Last),
			h.Div(monoLook, g.Attr("aria-hidden", "true"), g.Text(v.Monogram))),
		h.Td(g.Attr("valign", "top"), unruled(voiceLook, v.Last),
			p(set(nameLineLook, v.Name), h.Strong(nameLook, g.Text(v.Name)),
				g.If(v.Role != "", g.Group{h.Br(), h.Span(roleLook, g.Text(capital(v.Role)))})),
			g.Map(v.Positions, position.line)),
	))
}

func (s position) line() g.Node {
	cue := g.If(s.Cue != "", g.Group{h.Strong(cueLook, g.Text(s.Cue)), g.Text(" ")})
	from := g.If(s.From != "", g.Group{g.Text(" "), h.Span(fromLook, auto, g.Text(s.From))})
	if !s.Quotes {
		return p(set(statedLook, s.Text), cue, g.Text(s.Text), from)
	}
	l := quotedLook
	if rtl(s.Text) {
		l = quotedRTL
	}
	return p(auto, l, cue, h.Em(wordsLook, g.Text(s.Text)), from)
}
