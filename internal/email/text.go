package email

import (
	"fmt"
	"strings"

	"onrecord/internal/text"
)

// columns is the width of the plain text part: what a terminal or a quoting
// reply shows without breaking lines of its own.
const columns = 72

// sheet is a text that is written line by line.
type sheet struct{ strings.Builder }

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

// url writes an address, which is never broken.
func (s *sheet) url(before string, u address) {
	if u != "" {
		s.WriteString(before + string(u) + "\n")
	}
}

func (s *sheet) blank() { s.WriteByte('\n') }

// rule begins a section.
func (s *sheet) rule() { s.WriteString("\n" + strings.Repeat("-", columns) + "\n") }

// text is the plain text part.
func (l *letter) text() string {
	var s sheet
	s.plain(strings.ToUpper(l.Title))
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
	s.plain("MORE HEADLINES")
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
	s.plain("IN MORE THAN ONE STORY")
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
	s.plain(strings.ToUpper(st.Label))
	s.plain(st.Headline)
	s.plain(strings.Join(st.Meta, ", "))
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
		s.line("* ", "  ", v.NameRole())
		for _, p := range v.Positions {
			s.line("  ", "    ", p.Line())
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
