package article

import (
	"strings"
	"unicode"
)

// wordsPerMinute is the silent reading speed of English non-fiction
// (Brysbaert 2019).
const wordsPerMinute = 238

// countWords counts the runs between white space that hold a letter or a
// digit. Scripts without spaces count two characters as a word.
func countWords(s string) int {
	words, ideographs, inWord := 0, 0, false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			inWord = false
		case r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			ideographs++
		case !inWord && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			inWord = true
			words++
		}
	}
	return words + (ideographs+1)/2
}

func readingMinutes(words int) int {
	return max(1, (words+wordsPerMinute/2)/wordsPerMinute)
}

// collapse turns every run of white space into one space and trims the ends.
func collapse(s string) string { return strings.Join(strings.Fields(s), " ") }

// fold returns the letters and digits of s, lower-case, words apart by one
// space: two lines are the same line where their folds are equal.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
