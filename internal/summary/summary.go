// Package summary picks the sentences of an article that say what it is
// about, verbatim and in reading order.
package summary

import (
	"cmp"
	"slices"

	"onrecord/internal/article"
	"onrecord/internal/text"
)

const (
	maxSentences = 3  // a summary is two or three sentences
	maxWords     = 60 // together, where the article allows it
	minWords     = 6  // below, a sentence is a crosshead, a caption or a list item
	// horizon is how many sentences are candidates. News is written in an
	// inverted pyramid: what comes later is detail or background.
	horizon = 12
)

// Sentence is one sentence of the article. Text is always
// article.Text[Start:End].
type Sentence struct {
	Text string `json:"text"`
	text.Span
}

// Of returns two or three sentences of a that stand by themselves, together
// some 60 words at most; fewer where a has no more. The first sentence chosen
// may be longer than that: an article is never left without a summary.
func Of(a article.Article) []Sentence {
	candidates := candidatesOf(a)
	slices.SortStableFunc(candidates, func(x, y candidate) int { return cmp.Compare(y.score, x.score) })
	var chosen []candidate
	words := 0
	for _, c := range candidates {
		if len(chosen) == maxSentences {
			break
		}
		if len(chosen) > 0 && (words+c.words > maxWords || c.quoted > quoteMost || repeats(chosen, c)) || !c.standsAlone(chosen) {
			continue
		}
		chosen = append(chosen, c)
		words += c.words
	}
	slices.SortFunc(chosen, func(x, y candidate) int { return cmp.Compare(x.span.Start, y.span.Start) })
	out := make([]Sentence, 0, len(chosen))
	for _, c := range chosen {
		out = append(out, Sentence{Text: c.span.Of(a.Text), Span: c.span})
	}
	return out
}
