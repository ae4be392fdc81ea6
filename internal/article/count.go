package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordsPerMinute is the silent reading speed of English non-fiction
// (Brysbaert 2019).
const wordsPerMinute = 238

// countWords counts the runs between white space that hold a letter or a
// digit. Scripts without spaces count two characters as a word.
func countWords(s string) int {
	var c wordCount
	c.add(s)
	return c.words()
}

// countUpTo counts the words of all paragraphs, but no further than up to
// enough.
func countUpTo(enough int, paragraphs []string) int {
	var c wordCount
	for _, p := range paragraphs {
		if c.words() >= enough {
			break
		}
		c.add(p)
	}
	return c.words()
}

// wordCount is what was counted in some paragraphs.
type wordCount struct{ runs, ideographs int }

func (c *wordCount) words() int { return c.runs + (c.ideographs+1)/2 }

func (c *wordCount) add(s string) {
	inWord := false
	for _, r := range s {
		switch {
		case isSpace(r):
			inWord = false
		case r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			c.ideographs++
		case !inWord && isAlphanumeric(r):
			inWord = true
			c.runs++
		}
	}
}

// opensWith reports whether s begins with prefix, in whatever letters.
func opensWith(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// isSpace is unicode.IsSpace, quick about what most of a text is.
func isSpace(r rune) bool {
	return r == ' ' || '\t' <= r && r <= '\r' || r >= 0x85 && unicode.IsSpace(r)
}

// isAlphanumeric reports letters and digits, likewise.
func isAlphanumeric(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
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
	return foldInto(&b, s)
}

// foldInto is fold for a caller that keeps many: it returns the part of b that
// it wrote.
func foldInto(b *strings.Builder, s string) string {
	start, gap := b.Len(), false
	for _, r := range s {
		if !isAlphanumeric(r) {
			gap = b.Len() > start
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		switch {
		case r >= utf8.RuneSelf:
			b.WriteRune(unicode.ToLower(r))
		case 'A' <= r && r <= 'Z':
			b.WriteByte(byte(r) + 'a' - 'A')
		default:
			b.WriteByte(byte(r))
		}
	}
	return b.String()[start:]
}
