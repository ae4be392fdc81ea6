package issue

import (
	"slices"
	"strings"

	"onrecord/internal/digest"
	"onrecord/internal/speaker"
)

// statement is the words of a position, sorted, each once.
type statement struct {
	text  string
	words []string
}

func newStatement(s string) statement {
	const limit = 80
	ws := words(s, limit)
	folded := make([]string, 0, len(ws))
	for _, w := range ws {
		folded = append(folded, w.folded)
	}
	slices.Sort(folded)
	return statement{s, slices.Compact(folded)}
}

// same reports whether s and t are one statement in nearly the same words:
// four of five words shared, or a telling one wholly within the other.
func (s statement) same(t statement) bool {
	const telling = 4
	shared := 0
	for i, j := 0, 0; i < len(s.words) && j < len(t.words); {
		switch {
		case s.words[i] < t.words[j]:
			i++
		case s.words[i] > t.words[j]:
			j++
		default:
			shared++
			i++
			j++
		}
	}
	fewer, all := min(len(s.words), len(t.words)), len(s.words)+len(t.words)-shared
	if all == 0 {
		return s.text == t.text
	}
	return shared*5 >= all*4 || fewer >= telling && shared == fewer
}

// report is one statement as an article has it: a position, or those of a
// sentence that words of reporting interrupt.
type report []Position

// newReport reads the positions of d that are at some places of a speaker's.
func newReport(d *digest.Digest, s speaker.Speaker, at []int, article int) report {
	r := make(report, 0, len(at))
	for k, i := range at {
		p := s.Positions[i]
		r = append(r, Position{Position: p, Article: article, Also: []int{}, Opens: k == 0 && d.Opens(p), GoesOn: k > 0})
	}
	return r
}

func (r report) text() string {
	if len(r) == 1 {
		return r[0].Text
	}
	var parts []string
	for _, p := range r {
		parts = append(parts, p.Text)
	}
	return strings.Join(parts, " ")
}

// statements is what one speaker said, each statement once, and the words of
// each.
type statements struct {
	reports []report
	said    []statement
}

// add appends r, unless another article reports the same statement already: a
// syndicated copy, or the same press conference. Both articles are then noted.
// Of the two reports the one that says more is kept, in the earlier's place;
// but never the article's own words for the speaker's.
func (ss *statements) add(r report) {
	st := newStatement(r.text())
	for i, have := range ss.reports {
		if have[0].Article == r[0].Article || !ss.said[i].same(st) {
			continue
		}
		other := r[0].Article
		if len(st.text) > len(ss.said[i].text) && (have[0].Type != speaker.Direct || r[0].Type == speaker.Direct) {
			other = have[0].Article
			for k := range r {
				r[k].Also = slices.Clone(have[0].Also)
			}
			ss.reports[i], ss.said[i] = r, st
		}
		for k := range ss.reports[i] {
			ss.reports[i][k].also(other)
		}
		return
	}
	ss.reports = append(ss.reports, r)
	ss.said = append(ss.said, st)
}

// positions returns those of all reports, one after another.
func (ss *statements) positions() []Position {
	out := make([]Position, 0, len(ss.reports))
	for _, r := range ss.reports {
		out = append(out, r...)
	}
	return out
}

// also notes that an article reports p too.
func (p *Position) also(article int) {
	p.Also = slices.DeleteFunc(p.Also, func(a int) bool { return a == p.Article })
	if at, found := slices.BinarySearch(p.Also, article); !found && article != p.Article {
		p.Also = slices.Insert(p.Also, at, article)
	}
}
