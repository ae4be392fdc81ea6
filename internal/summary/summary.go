// Package summary picks the sentences of an article that say what it is
// about, verbatim and in reading order.
//
// Every set of two or three sentences out of the article's opening that keeps
// to the word limit and can be understood by itself is scored by the
// weights of weights.go, and the best one wins: sets are compared and not
// sentences, because two good sentences that say the same are one too many.
package summary

import (
	"onrecord/internal/article"
	"onrecord/internal/text"
)

const (
	maxSentences = 3  // a summary is two or three sentences
	maxWords     = 60 // together, where the article allows it
	minWords     = 6  // below, a sentence is a crosshead, a caption or a list item
	// horizon is how many sentences may be chosen from. News is written in an
	// inverted pyramid: what comes later is detail or background, and twelve
	// sentences make only 298 sets.
	horizon = 12
	// context is how many sentences are read to learn what the article is
	// about. It bounds the work on a text of any length.
	context = 240
)

// Sentence is one sentence of the article. Text is always
// article.Text[Start:End].
type Sentence struct {
	Text string `json:"text"`
	text.Span
}

// Of returns two or three sentences of a that stand by themselves, together
// at most 60 words; a single one, of any length, where no two of the article's
// sentences do, and its first where not even one does. It is empty only where the text holds no finished sentence.
func Of(a article.Article) []Sentence {
	r := read(a)
	chosen := r.choose(&weights)
	out := make([]Sentence, 0, len(chosen))
	for _, k := range chosen {
		span := r.candidates[k].span
		out = append(out, Sentence{Text: span.Of(a.Text), Span: span})
	}
	return out
}
