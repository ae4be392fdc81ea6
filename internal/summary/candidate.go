package summary

import (
	"strings"

	"onrecord/internal/article"
	"onrecord/internal/text"
)

// candidate is a sentence that might go into the summary.
type candidate struct {
	index   int // among all sentences
	span    text.Span
	words   int
	terms   map[string]bool // content words, lower-cased
	leaning bool            // opens with a word that points back at the sentence before
	quoted  float64         // share inside quotation marks
	score   float64
}

// The weights of a sentence's score, each with its reason.
const (
	leadWeight     = 9.0  // the lead says what happened; the rest falls off with 1/(1+index)
	headlineWeight = 1.0  // share of the headline's content words: it is about the same thing
	openingWeight  = 0.4  // first of its paragraph: paragraphs open with their point
	leaningWeight  = -0.6 // only makes sense after its neighbour
	quoteWeight    = -1.0 // share inside quotation marks: the speakers section shows it
	quoteMost      = 0.5  // over it, a sentence is a quotation and no summary, if anything else is there
	longWeight     = -0.5 // over 40 words: spends the whole summary on one thought
)

// candidatesOf returns the scored candidates of a in reading order.
func candidatesOf(a article.Article) []candidate {
	headline := terms(a.Headline)
	quotations := text.Quotations(a.Text)
	var out []candidate
	index := 0
	for _, p := range text.Paragraphs(a.Text) {
		for k, s := range text.SentencesIn(a.Text, p) {
			index++
			if index > horizon && len(out) > 0 {
				return out
			}
			if c, ok := newCandidate(s.Of(a.Text), a.Headline, headline); ok {
				c.span = s
				c.index = index - 1
				c.score += leadWeight / float64(index)
				if k == 0 {
					c.score += openingWeight
				}
				c.quoted = quoted(s, quotations)
				c.score += quoteWeight * c.quoted
				out = append(out, c)
			}
		}
	}
	return out
}

// newCandidate measures a sentence by itself. A crosshead, a sentence that no
// full stop ends, or the headline in other words is no candidate. The very
// headline is: then the article has none of its own, and the headline was
// taken from the text.
func newCandidate(sentence, headline string, headlineTerms map[string]bool) (candidate, bool) {
	words := text.Words(sentence)
	if len(words) < minWords || !ends(sentence) {
		return candidate{}, false
	}
	c := candidate{words: len(words), terms: terms(sentence)}
	shared := overlap(headlineTerms, c.terms)
	if shared == 1 && len(c.terms) <= len(headlineTerms)+1 && sentence != headline {
		return candidate{}, false
	}
	c.score = headlineWeight * shared
	if c.leaning = leans(strings.ToLower(words[0].Of(sentence))); c.leaning {
		c.score += leaningWeight
	}
	if len(words) > 40 {
		c.score += longWeight
	}
	return c, true
}

// ends reports whether a sentence is finished: by its own mark, perhaps
// inside a closing quotation mark or bracket.
func ends(sentence string) bool {
	trimmed := strings.TrimRight(sentence, "”’\"')]»“」")
	return strings.HasSuffix(trimmed, ".") || strings.HasSuffix(trimmed, "!") ||
		strings.HasSuffix(trimmed, "?") || strings.HasSuffix(trimmed, "。") || strings.HasSuffix(trimmed, "…")
}

// leans reports whether a sentence that opens with the word (lower-cased)
// points back at the one before it.
func leans(word string) bool {
	switch word {
	case "he", "she", "it", "they", "his", "her", "its", "their", "him", "them", // whom?
		"this", "that", "these", "those", "such", "both", "another", "others", // which?
		"but", "and", "so", "or", "yet", "nor", "also", "however", "still", "instead", // after what?
		"meanwhile", "moreover", "nevertheless", "then", "thus", "therefore", "later":
		return true
	}
	return false
}

// standsAlone reports whether the reader of the chosen sentences understands
// c: it points at nothing, or what it points at, the sentence before, is there.
func (c candidate) standsAlone(chosen []candidate) bool {
	if !c.leaning {
		return true
	}
	for _, other := range chosen {
		if other.index == c.index-1 {
			return true
		}
	}
	return false
}

// repeats reports whether most of what c says is said by one chosen already.
func repeats(chosen []candidate, c candidate) bool {
	for _, other := range chosen {
		if overlap(c.terms, other.terms) > 0.6 {
			return true
		}
	}
	return false
}

// quoted returns the share of a span that lies inside quotation marks.
func quoted(span text.Span, quotations []text.Quotation) float64 {
	inside := 0
	for _, q := range quotations {
		start, end := max(span.Start, q.Outer.Start), min(span.End, q.Outer.End)
		inside += max(0, end-start)
	}
	return min(1, float64(inside)/float64(span.Len()))
}

// terms returns the content words of s, lower-cased. Words of three letters or
// fewer are left out unless they carry a capital or a digit: most of them are
// function words, in any language written in Latin script.
func terms(s string) map[string]bool {
	words := text.Words(s)
	set := make(map[string]bool, len(words))
	for _, w := range words {
		word := w.Of(s)
		lower := strings.ToLower(word)
		if len(word) > 3 || lower != word || word[0] <= '9' {
			set[strings.TrimSuffix(strings.TrimSuffix(lower, "’s"), "'s")] = true
		}
	}
	return set
}

// overlap returns the share of a's terms that b has too.
func overlap(a, b map[string]bool) float64 {
	if len(a) == 0 {
		return 0
	}
	shared := 0
	for term := range a {
		if b[term] {
			shared++
		}
	}
	return float64(shared) / float64(len(a))
}
