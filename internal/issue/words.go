package issue

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is one word of a text as the grouping sees it.
type word struct {
	folded  string // lower case, without a possessive ending
	name    bool   // capitalised where an ordinary word would not be
	capital bool   // capitalised
	number  bool
}

// words cuts at most limit words from s. Letters, digits and the marks inside
// a word (hyphen, apostrophe, the point or comma in a number) make a word.
func words(s string, limit int) []word {
	out := make([]word, 0, min(limit, len(s)/5))
	opens := true // at the start of a sentence, where every word has a capital
	for len(s) > 0 && len(out) < limit {
		start := strings.IndexFunc(s, alphanumeric)
		if start < 0 {
			break
		}
		if strings.ContainsAny(s[:start], ".!?:\n“\"`") {
			opens = true
		}
		end, next := wordEnd(s, start)
		out = append(out, newWord(s[start:end], opens))
		opens = false
		s = s[next:]
	}
	return out
}

func newWord(s string, opens bool) word {
	first, _ := utf8.DecodeRuneInString(s)
	folded := strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	folded = strings.TrimSuffix(folded, "'s")
	return word{
		folded:  folded,
		name:    unicode.IsUpper(first) && !opens,
		capital: unicode.IsUpper(first),
		number:  unicode.IsDigit(first),
	}
}

// wordEnd returns where the word that begins at s[start] ends and where to
// look for the next. A word longer than any that is written is cut: it is
// noise, and may be megabytes of it. Ideographs are written without spaces, so
// each with the next one is a word.
func wordEnd(s string, start int) (end, next int) {
	const longest = 64
	end = start
	for end < len(s) && end-start < longest {
		r, n := utf8.DecodeRuneInString(s[end:])
		if ideographic(r) {
			if end > start {
				break
			}
			after, m := utf8.DecodeRuneInString(s[end+n:])
			if ideographic(after) {
				return end + n + m, end + n
			}
			return end + n, end + n
		}
		if !alphanumeric(r) && !(strings.ContainsRune("'’-.,", r) && inside(s, end, n, r)) {
			break
		}
		end += n
	}
	return end, end
}

func ideographic(r rune) bool {
	const first = 0x2E80 // of the East Asian blocks
	return r >= first && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// inside reports whether the mark of n bytes at s[i] joins what stands on both
// sides of it: any mark between digits, all but a comma between letters.
func inside(s string, i, n int, mark rune) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	if mark == ',' || mark == '.' {
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	}
	return alphanumeric(before) && alphanumeric(after)
}

func alphanumeric(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}
