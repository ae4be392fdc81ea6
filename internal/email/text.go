package email

import (
	"fmt"
	"strings"

	"onrecord/internal/issue"
	"onrecord/internal/text"
)

// columns is the width of the plain text part: what a terminal or a quoting
// reply shows without breaking lines of its own.
const columns = 72

// Ink sets parts of a plain text off, as a terminal can. Each func takes a
// piece of one line; nil leaves it as it is.
type Ink struct {
	Strong func(string) string // titles, headlines, names, cues
	Faint  func(string) string // what stands around a story
}

// Text writes the plain text part of an issue's mail alone, set off by ink.
func Text(is issue.Issue, o Options, ink Ink) (string, error) {
	l, _, err := layOut(is, o)
	if err != nil {
		return "", err
	}
	return l.text(ink), nil
}

// sheet is a text that is written line by line.
type sheet struct {
	strings.Builder
	ink Ink
}

// line writes a paragraph of wrapped lines, the first after first and the
// others after rest. What is empty writes nothing.
func (s *sheet) line(first, rest, paragraph string) {
	if paragraph != "" {
		s.WriteString(text.Wrap(first, rest, paragraph, columns))
		s.WriteByte('\n')
	}
}

// plain writes a paragraph from the margin.
func (s *sheet) plain(paragraph string) { s.line("", "", paragraph) }

// inked writes a paragraph from the margin, each line of it set off.
func (s *sheet) inked(ink func(string) string, paragraph string) {
	if paragraph == "" {
		return
	}
	for line := range strings.SplitSeq(text.Wrap("", "", paragraph, columns), "\n") {
		s.WriteString(inked(ink, line) + "\n")
	}
}

func inked(ink func(string) string, piece string) string {
	if ink == nil || piece == "" {
		return piece
	}
	return ink(piece)
}

// led is line, with the words that the paragraph begins with set off, as far
// as its first line has all of them.
func (s *sheet) led(first, rest, words, paragraph string) {
	wrapped := text.Wrap(first, rest, paragraph, columns)
	if more, found := strings.CutPrefix(wrapped, first+words); found {
		wrapped = first + inked(s.ink.Strong, words) + more
	}
	s.WriteString(wrapped + "\n")
}

// url writes an address, which is never broken.
func (s *sheet) url(before string, u address) {
	if u != "" {
		s.WriteString(before + string(u) + "\n")
	}
}

func (s *sheet) blank() { s.WriteByte('\n') }

// rule begins a section.
func (s *sheet) rule() {
	s.blank()
	s.inked(s.ink.Faint, strings.Repeat("-", columns))
}

// text is the plain text part.
func (l *letter) text(ink Ink) string {
	s := sheet{ink: ink}
	s.inked(ink.Strong, strings.ToUpper(l.Title))
	s.plain(l.Date)
	s.plain(strings.Join(l.Counts, ", "))
	if l.Nothing != "" {
		s.blank()
		s.plain(l.Nothing)
	}
	if len(l.Contents) > 0 {
		s.blank()
	}
	for _, e := range l.Contents {
		s.line(fmt.Sprintf("%2d. ", e.Number), "    ", e.Headline)
	}
	for _, st := range l.Stories {
		st.text(&s)
	}
	l.moreText(&s)
	l.peopleText(&s)
	l.footText(&s)
	return s.String()
}

func (l *letter) moreText(s *sheet) {
	if len(l.More) == 0 {
		return
	}
	s.rule()
	s.inked(s.ink.Strong, "MORE HEADLINES")
	s.blank()
	for _, e := range l.More {
		s.line(fmt.Sprintf("%2d. ", e.Number), "    ", e.Headline)
		s.line("    ", "    ", strings.Join(e.Meta, ", "))
		s.url("    ", e.URL)
	}
	if l.Unlisted != "" {
		s.blank()
		s.plain(l.Unlisted)
	}
}

func (l *letter) peopleText(s *sheet) {
	if len(l.People) == 0 {
		return
	}
	s.rule()
	s.inked(s.ink.Strong, "IN MORE THAN ONE STORY")
	s.blank()
	for _, p := range l.People {
		s.line("* ", "  ", p.Name)
		s.line("  ", "  ", strings.Join(p.line(), ", "))
	}
}

func (l *letter) footText(s *sheet) {
	s.rule()
	s.plain(l.Why)
	if l.Unsubscribe != "" || l.Web != "" {
		s.blank()
	}
	s.url("Unsubscribe: ", l.Unsubscribe)
	s.url("View in browser: ", l.Web)
	s.blank()
	s.plain(l.Colophon)
	if l.PostalAddress != "" {
		s.blank()
		s.plain(l.PostalAddress)
	}
}

func (st story) text(s *sheet) {
	s.rule()
	s.inked(s.ink.Faint, strings.ToUpper(st.Label))
	s.inked(s.ink.Strong, st.Headline)
	s.inked(s.ink.Faint, strings.Join(st.Meta, ", "))
	st.Follows.text(s)
	if st.Summary != "" {
		s.blank()
		s.plain(st.Summary)
	}
	s.blank()
	if len(st.Speakers) > 0 {
		s.plain("WHO SAID WHAT (" + st.Count + ")")
	}
	s.plain(st.Note)
	for _, v := range st.Speakers {
		s.blank()
		s.led("* ", "  ", v.Name, v.NameRole())
		for _, p := range v.Positions {
			s.led("  ", "    ", p.Cue, p.Line())
		}
	}
	if st.Rest != "" {
		s.blank()
		s.plain("… and " + st.Rest + st.RestIn)
	}
	s.blank()
	if st.URL == "" {
		s.plain(st.Read)
	} else {
		s.plain(st.Read + ":")
		s.url("", st.URL)
	}
	st.othersText(s)
}

func (f follows) text(s *sheet) {
	switch {
	case f.Said == "":
	case f.Headline == "":
		s.plain(f.Said)
	default:
		s.plain(f.Said + ": " + f.Headline)
	}
}

func (st story) othersText(s *sheet) {
	if len(st.Others) == 0 {
		return
	}
	s.blank()
	s.plain(st.Merged)
	for _, o := range st.Others {
		headline := o.Headline
		if o.Contradicts {
			headline = "Reports it differently: " + headline
		}
		s.line("* ", "  ", headline)
		s.line("  ", "  ", strings.Join(o.Meta, ", "))
		s.url("  ", o.URL)
	}
	s.plain(st.Fewer)
}
