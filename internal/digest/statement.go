package digest

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/speaker"
)

// Statements puts together the positions of a speaker that are one statement,
// as indexes into s.Positions: one each, but for those of a sentence that words
// of reporting interrupt, "The figures, she said, were true", which has two.
// They come in the order of s.Positions, a sentence where the first of its
// parts does, and the parts of a sentence in that of the text.
func (d Digest) Statements(s speaker.Speaker) [][]int {
	ordered := make([]int, len(s.Positions))
	for i := range ordered {
		ordered[i] = i
	}
	slices.SortStableFunc(ordered, func(a, b int) int { return s.Positions[a].Start - s.Positions[b].Start })
	of := make([]int, len(s.Positions)) // index of the position that a sentence begins with
	parts := map[int][]int{}
	for k, i := range ordered {
		of[i] = i
		if k > 0 && d.goesOn(s.Positions[ordered[k-1]], s.Positions[i]) {
			of[i] = of[ordered[k-1]]
		}
		parts[of[i]] = append(parts[of[i]], i)
	}
	out := make([][]int, 0, len(parts))
	for i := range s.Positions {
		if together := parts[of[i]]; together != nil {
			out = append(out, together)
			delete(parts, of[i])
		}
	}
	return out
}

// longestAside is how many bytes the words of reporting within a sentence may
// take: "according to data on the Strava Community Hub" is short.
const longestAside = 160

// goesOn reports whether the sentence of p goes on in q, quoted as p is or
// not: between them stands nothing but words of reporting, set off on both
// sides.
func (d Digest) goesOn(p, q speaker.Position) bool {
	if (p.Type == speaker.Direct) != (q.Type == speaker.Direct) || p.Cue != q.Cue || p.Cue == "" ||
		p.End > q.Start || q.Start-p.End > longestAside {
		return false
	}
	between := d.Article.Text[p.End:q.Start]
	aside := strings.TrimSpace(between)
	if p.Type == speaker.Direct { // the comma stands before the closing mark, or behind it
		aside = strings.TrimRight(aside, quotationMarks+" \u00a0")
		before, after, _ := strings.Cut(aside, " ")
		aside = strings.Trim(before, quotationMarks) + " " + after
	}
	first, n := utf8.DecodeRuneInString(aside)
	last, _ := utf8.DecodeLastRuneInString(aside)
	return setsOff(first) && setsOff(last) && strings.Contains(aside[n:], p.Cue) && !strings.ContainsAny(between, "\n!?;")
}

const quotationMarks = "“”„‟\"‘’'«»‹›"

func setsOff(r rune) bool { return r == ',' || unicode.Is(unicode.Pd, r) }

// Opens reports whether a position begins a sentence of the article, or what
// stands behind a colon, with a capital: there its first letter says nothing of
// a name.
func (d Digest) Opens(p speaker.Position) bool {
	begin := strings.TrimLeft(p.Text, "“‘«\"'([")
	if r, _ := utf8.DecodeRuneInString(begin); !unicode.IsUpper(r) && !unicode.IsDigit(r) {
		return false
	}
	before := strings.TrimRight(d.Article.Text[:p.Start], " \t\u00a0")
	before = strings.TrimRight(before, "“‘«\"'([")
	before = strings.TrimRight(before, " \t\u00a0”’»)]")
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || strings.ContainsRune("\n.!?…:", last)
}
