package summary

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/text"
)

// candidate is a sentence that might go into the summary.
type candidate struct {
	span  text.Span
	index int // among all sentences
	words int
	// leansOn is the index of the sentence without which this one is not
	// understood, -1 for none.
	leansOn int
	pronoun bool // it leans by a pronoun for a person
	// anchor is the term that it takes as known, -1 for none: another sentence
	// of the summary, or the headline, has to bring it.
	anchor int32

	opensParagraph bool
	quoted         float64 // share inside quotation marks
	names          int     // pairs of capitalised words
	number         bool
	reports        bool // it holds a verb of saying
	firstPerson    bool
	secondPerson   bool

	place     float64 // share of the article that comes before it
	central   float64 // mean likeness to the other sentences
	restated  float64 // likeness to the one that is most like it
	carriedOn float64 // share of its terms that come back after the opening
}

// newcomers meets the article's sentences in order and makes candidates of
// those that may be chosen.
type newcomers struct {
	language string
	named    int // the last sentence that holds a name, -1 before the first
}

// candidate measures the sentence s, which is the article's index-th. What is
// too short or not finished is none: a crosshead, a caption, a list item.
func (n *newcomers) candidate(span text.Span, s string, words []text.Span, index int) (candidate, bool) {
	c := candidate{span: span, index: index, words: length(s, words), leansOn: -1, anchor: -1}
	named := n.named
	c.measure(s, words)
	if c.names > 0 || holdsName(s, words) {
		n.named = index
	}
	if c.words < minWords || !ends(s) {
		return candidate{}, false
	}
	if index > 0 {
		switch leaning(s, words, n.language) {
		case onPerson:
			c.leansOn, c.pronoun = index-1, true
			if named >= 0 {
				c.leansOn = named
			}
		case onSentence:
			c.leansOn = index - 1
		}
	}
	return c, true
}

// measure notes which kinds of words s holds.
func (c *candidate) measure(s string, words []text.Span) {
	before := false // the word before is capitalised
	for k, w := range words {
		word := w.Of(s)
		var buffer [16]byte
		lower := lowerInto(buffer[:0], word)
		switch string(lower) {
		case "said", "says", "told", "added":
			c.reports = true
		case "i", "we", "my", "our", "i'm", "i’m", "we're", "we’re":
			c.firstPerson = true
		case "you", "your":
			c.secondPerson = true
		}
		capital := text.IsCapitalized(word) && !isFunctionWord(lower)
		if k > 0 && capital && before {
			c.names++
		}
		before = capital
		c.number = c.number || word[0] >= '0' && word[0] <= '9'
	}
}

// holdsName reports whether a word after the first is capitalised.
func holdsName(s string, words []text.Span) bool {
	for _, w := range words[min(1, len(words)):] {
		var buffer [16]byte
		if text.IsCapitalized(w.Of(s)) && !isFunctionWord(lowerInto(buffer[:0], w.Of(s))) {
			return true
		}
	}
	return false
}

// length returns how many words s has. Chinese and Japanese write no spaces:
// there two letters count as a word.
func length(s string, words []text.Span) int {
	wide := 0
	for _, r := range s {
		if r >= 0x3040 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
			wide++
		}
	}
	return max(len(words), wide/2)
}

// ends reports whether a sentence is finished: by its own mark, perhaps
// inside a closing quotation mark or bracket.
func ends(sentence string) bool {
	trimmed := strings.TrimRight(sentence, "”’\"')]»“」』）")
	for _, mark := range [...]string{".", "!", "?", "…", "。", "！", "？"} {
		if strings.HasSuffix(trimmed, mark) {
			return true
		}
	}
	return false
}

func toLower(r rune) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return unicode.ToLower(r)
}

// isLower reports whether a word begins with a small letter.
func isLower(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r)
}

// lowerInto appends word in lower case to b, as much of it as b has room for.
// No word that is looked up is longer.
func lowerInto(b []byte, word string) []byte {
	for _, r := range word {
		if len(b)+utf8.RuneLen(toLower(r)) > cap(b) {
			break
		}
		b = utf8.AppendRune(b, toLower(r))
	}
	return b
}
