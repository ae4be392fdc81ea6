package issue

import (
	"slices"

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

// addPosition appends p, whose words it adds to said, unless another article
// reports the same statement already. Of the two the one that says more is
// kept, in the earlier's place; but never the article's own words for the
// speaker's.
func addPosition(ps []Position, said []statement, p Position) ([]Position, []statement) {
	st := newStatement(p.Text)
	for i, have := range ps {
		if have.Article == p.Article || !said[i].same(st) {
			continue
		}
		if len(p.Text) > len(have.Text) && (have.Type != speaker.Direct || p.Type == speaker.Direct) {
			ps[i], said[i] = p, st
		}
		return ps, said
	}
	return append(ps, p), append(said, st)
}
