package local

import (
	"slices"
	"strconv"

	"onrecord/internal/digest"
	"onrecord/internal/text"
)

// passage is a stretch of the article's text over which the same findings
// hold, for the page to mark.
type passage struct {
	Text    string
	Summary bool   // part of a summary sentence
	Speaker int    // 1 for the first speaker, 0 for nobody's words
	Anchor  string // id of the finding that begins here, may be empty
	Back    string // id of the entry in the digest that the words belong to
}

// finding is a span of the text and the digest's entry for it.
type finding struct {
	text.Span
	summary bool
	speaker int
	anchor  string
}

// positionAnchor is the id of a speaker's position in the article's text;
// both count from 1.
func positionAnchor(speaker, position int) string {
	return "p" + strconv.Itoa(speaker) + "-" + strconv.Itoa(position)
}

// summaryAnchor is the id of a summary sentence in the article's text.
func summaryAnchor(sentence int) string { return "s" + strconv.Itoa(sentence) }

func findings(d digest.Digest) []finding {
	var out []finding
	for i, s := range d.Summary {
		out = append(out, finding{Span: s.Span, summary: true, anchor: summaryAnchor(i + 1)})
	}
	for i, s := range d.Speakers {
		for j, p := range s.Positions {
			out = append(out, finding{Span: p.Span, speaker: i + 1, anchor: positionAnchor(i+1, j+1)})
		}
	}
	return out
}

// highlight cuts the text of a digest's article into paragraphs of passages.
// Findings may overlap: a summary sentence that holds a position is cut where
// the position begins and ends.
func highlight(d digest.Digest) [][]passage {
	marks := findings(d)
	var out [][]passage
	for _, p := range text.Paragraphs(d.Article.Text) {
		out = append(out, passages(d.Article.Text, p, marks))
	}
	return out
}

func passages(s string, paragraph text.Span, marks []finding) []passage {
	cuts := []int{paragraph.Start, paragraph.End}
	var here []finding
	for _, m := range marks {
		if !m.Overlaps(paragraph) {
			continue
		}
		here = append(here, m)
		cuts = append(cuts, max(m.Start, paragraph.Start), min(m.End, paragraph.End))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []passage
	for i := range len(cuts) - 1 {
		out = append(out, newPassage(s, text.Span{Start: cuts[i], End: cuts[i+1]}, here))
	}
	return out
}

func newPassage(s string, span text.Span, marks []finding) passage {
	p := passage{Text: span.Of(s)}
	for _, m := range marks {
		if !m.Contains(span) {
			continue
		}
		p.Summary = p.Summary || m.summary
		if m.speaker > 0 {
			p.Speaker = m.speaker
		}
		if m.Start == span.Start && (p.Anchor == "" || m.speaker > 0) {
			p.Anchor = m.anchor
		}
		if p.Back == "" || m.speaker > 0 {
			p.Back = "d-" + m.anchor
		}
	}
	return p
}
