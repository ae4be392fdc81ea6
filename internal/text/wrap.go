package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Columns returns how many columns of a terminal s takes: two for a wide East
// Asian character (Unicode Standard Annex 11), none for a combining mark or
// an invisible character, one for any other.
func Columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	if r < 0x300 && r != 0xad { // below it nothing is wide or combining
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// Wrap sets s in lines of at most columns columns (see [Columns]), the first
// line after first and the others after rest. White space is folded. Lines
// break at spaces and between ideographs, not in front of closing punctuation;
// only a word that is longer than a line is cut.
func Wrap(first, rest, s string, columns int) string {
	var b strings.Builder
	b.WriteString(first)
	used := Columns(first)
	indent := used
	for _, p := range pieces(s, max(1, columns-max(used, Columns(rest)))) {
		gap := 0
		if p.space && used > indent {
			gap = 1
		}
		if used > indent && used+gap+p.columns > columns {
			b.WriteByte('\n')
			b.WriteString(rest)
			used, gap = Columns(rest), 0
			indent = used
		}
		if gap == 1 {
			b.WriteByte(' ')
		}
		b.WriteString(p.text)
		used += gap + p.columns
	}
	return b.String()
}

// piece is a run of text that no line breaks within.
type piece struct {
	text    string
	columns int
	space   bool // a space stands before it
}

// pieces cuts s where a line may end, into pieces of at most longest columns.
func pieces(s string, longest int) []piece {
	var out []piece
	for field := range strings.FieldsSeq(s) {
		p := piece{space: len(out) > 0}
		start := 0
		var last rune
		for i, r := range field {
			n := runeColumns(r)
			if i > start && n > 0 && (p.columns+n > longest || breaksBetween(last, r)) {
				p.text = field[start:i]
				out = append(out, p)
				p, start = piece{}, i
			}
			p.columns += n
			last = r
		}
		p.text = field[start:]
		out = append(out, p)
	}
	return out
}

// breaksBetween reports whether a line may end between two characters of a
// word: beside an ideograph or kana, but not before closing punctuation or
// after opening.
func breaksBetween(a, b rune) bool {
	if a < utf8.RuneSelf && b < utf8.RuneSelf || unicode.In(b, unicode.Po, unicode.Pe, unicode.Pf) || unicode.In(a, unicode.Ps, unicode.Pi) {
		return false
	}
	return ideographic(a) || ideographic(b)
}

func ideographic(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}
