package email

import (
	"fmt"
	"strings"
	"unicode"

	"onrecord/internal/issue"
	"onrecord/internal/speaker"
)

// voice is one speaker as the mail shows them.
type voice struct {
	Monogram      string
	Name, Role    string
	Positions     []position
	MorePositions string
	Last          bool // no line below
}

// position is one statement, or several direct quotes under one cue. Text has
// quotation marks around direct quotes; a mixed report has the article's own.
type position struct {
	Cue    string // the reporting words with a capital, may be empty
	Text   string
	Quotes bool   // Text is direct quotes only
	From   string // the article, where it is not the one that leads the story
}

// newVoice shows a speaker of a story told by the articles from, and at most
// so many of their statements.
func newVoice(s issue.Speaker, from []issue.Source, most int) voice {
	v := voice{Name: capital(plain(s.Name, longestName))}
	if v.Name == "" {
		v.Name = "Unnamed"
	}
	v.Monogram = monogram(v.Name)
	if len(s.Roles) > 0 {
		v.Role = plain(s.Roles[0], longestRole)
	}
	shown, more := 0, 0
	for _, p := range s.Positions {
		said := newPosition(p, from)
		switch {
		case plain(p.Text, 1) == "":
			continue
		case shown == most:
			more++
			continue
		case len(v.Positions) > 0 && v.Positions[len(v.Positions)-1].goesOn(said):
			v.Positions[len(v.Positions)-1].Text += " " + said.Text
		default:
			v.Positions = append(v.Positions, said)
		}
		shown++
	}
	if more > 0 {
		v.MorePositions = fmt.Sprintf("and %s in the %s", count(more, "more statement"), articles(len(from)))
	}
	return v
}

func newPosition(p issue.Position, from []issue.Source) position {
	v := position{
		Cue:    capital(plain(p.Cue, longestCue)),
		Text:   plain(p.Text, longestPosition),
		Quotes: p.Type == speaker.Direct,
	}
	if v.Quotes {
		v.Text = "“" + v.Text + "”"
	}
	if p.Article > 0 && p.Article < len(from) {
		if name := publisher(from[p.Article]); name != "" && name != publisher(from[0]) {
			v.From = "(" + name + ")"
		}
	}
	return v
}

// goesOn reports whether next continues the quotes of p, as in “A,” she said,
// “B”: the reporting words then stand once.
func (p position) goesOn(next position) bool {
	return p.Quotes && next.Quotes && p.Cue == next.Cue && p.From == next.From
}

// RoleLine is the role on a line of its own.
func (v voice) RoleLine() string { return capital(v.Role) }

// NameRole is the speaker's line in plain text.
func (v voice) NameRole() string {
	if v.Role == "" {
		return v.Name
	}
	return v.Name + ", " + v.Role
}

// Line is the statement's line in plain text.
func (p position) Line() string {
	line := p.Text
	switch {
	case p.Cue == "":
	case p.Quotes:
		line = p.Cue + ": " + line
	default:
		line = p.Cue + " " + line
	}
	if p.From != "" {
		line += " " + p.From
	}
	return line
}

// monogram is the initials of the first and the last part of a name.
func monogram(name string) string {
	var initials []rune
	for part := range strings.FieldsSeq(name) {
		if strings.EqualFold(part, "a") || strings.EqualFold(part, "an") || strings.EqualFold(part, "the") {
			continue
		}
		for _, r := range part {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				initials = append(initials, unicode.ToUpper(r))
				break
			}
		}
	}
	switch n := len(initials); {
	case n == 0:
		return "•"
	case n == 1 || rtl(name): // Arabic letters would join to a word
		return string(initials[0])
	default:
		return string([]rune{initials[0], initials[n-1]})
	}
}
