package local

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/digest"
	"onrecord/internal/email"
	"onrecord/internal/speaker"
)

// statement is one line of who said what, as the page and the terminal show
// it. The parts of a sentence that words of reporting interrupt are one.
type statement struct {
	Cue   string // what the line begins with, may be empty
	Parts []part
}

// part is a position.
type part struct {
	Anchor string // id of its place in the article's text
	Text   string // with quotation marks around a direct quote
}

// statementsOf lists what the nth speaker of a digest, from 0, said. The
// reporting words are those that a line of the mail begins with, as a clause.
func statementsOf(d digest.Digest, n int) []statement {
	s := d.Speakers[n]
	var out []statement
	for _, at := range d.Statements(s) {
		first := s.Positions[at[0]]
		line := statement{Cue: uncapital(email.Cue(first.Cue))}
		if line.Cue != "" && first.Type != speaker.Direct && d.Opens(first) {
			line.Cue += ":"
		}
		for _, i := range at {
			p := part{positionAnchor(n+1, i+1), s.Positions[i].Text}
			if s.Positions[i].Type == speaker.Direct {
				p.Text = "“" + p.Text + "”"
			}
			line.Parts = append(line.Parts, p)
		}
		out = append(out, line)
	}
	return out
}

// String is the line.
func (s statement) String() string {
	var words []string
	for _, p := range s.Parts {
		words = append(words, p.Text)
	}
	return strings.TrimSpace(s.Cue + " " + strings.Join(words, " … "))
}

func uncapital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}
