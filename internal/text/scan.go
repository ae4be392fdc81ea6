package text

import (
	"unicode"
	"unicode/utf8"
)

// next decodes the rune at byte i of s and its width. A byte that is not
// UTF-8 is a rune of width one, so that any input can be walked.
func next(s string, i int) (rune, int) {
	if i >= len(s) {
		return 0, 0
	}
	if b := s[i]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	return utf8.DecodeRuneInString(s[i:])
}

// prev decodes the rune that ends at byte i of s and its width.
func prev(s string, i int) (rune, int) {
	if i <= 0 {
		return 0, 0
	}
	if b := s[i-1]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	return utf8.DecodeLastRuneInString(s[:i])
}

func runeBefore(s string, i int) rune { r, _ := prev(s, i); return r }

func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || '\t' <= r && r <= '\r'
	}
	return unicode.IsSpace(r)
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	// Marks carry the accents of decomposed letters, and vowels in many
	// scripts.
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return unicode.IsDigit(r)
}

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return 'A' <= r && r <= 'Z'
	}
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

func isLower(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z'
	}
	return unicode.IsLower(r)
}

func isWordRune(r rune) bool { return isLetter(r) || isDigit(r) }

// Trim returns p without the white space at its ends.
func (p Span) Trim(s string) Span {
	for p.Start < p.End {
		r, w := next(s, p.Start)
		if !isSpace(r) {
			break
		}
		p.Start += w
	}
	for p.Start < p.End {
		r, w := prev(s, p.End)
		if !isSpace(r) {
			break
		}
		p.End -= w
	}
	return p
}
