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

// statements is what one speaker said, each statement once, and the words of
// each.
type statements struct {
	positions []Position
	said      []statement
}

// add appends p, unless another article reports the same statement already: a
// syndicated copy, or the same press conference. Both articles are then noted.
// Of the two reports the one that says more is kept, in the earlier's place;
// but never the article's own words for the speaker's.
func (ss *statements) add(p Position) {
	st := newStatement(p.Text)
	for i := range ss.positions {
		have := &ss.positions[i]
		if have.Article == p.Article || !ss.said[i].same(st) {
			continue
		}
		other := p.Article
		if len(p.Text) > len(have.Text) && (have.Type != speaker.Direct || p.Type == speaker.Direct) {
			other = have.Article
			p.Also = have.Also
			*have, ss.said[i] = p, st
		}
		have.also(other)
		return
	}
	ss.positions = append(ss.positions, p)
	ss.said = append(ss.said, st)
}

// also notes that an article reports p too.
func (p *Position) also(article int) {
	p.Also = slices.DeleteFunc(p.Also, func(a int) bool { return a == p.Article })
	if at, found := slices.BinarySearch(p.Also, article); !found && article != p.Article {
		p.Also = slices.Insert(p.Also, at, article)
	}
}
