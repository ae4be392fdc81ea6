package text

import "unicode/utf8"

// Paragraphs returns the blocks of s that are separated by one or more blank
// lines, without the white space around them, and none that is empty. A line
// that holds nothing but white space is blank.
func Paragraphs(s string) []Span {
	var out []Span
	start, end := -1, 0 // the block being read: its first byte, and past its last
	blank := true       // no more than white space since the last line break
	for i := 0; i < len(s); {
		if c := s[i]; c > ' ' && c < utf8.RuneSelf { // nearly all of a text
			if start < 0 {
				start = i
			}
			i++
			end, blank = i, false
			continue
		}
		r, w := next(s, i)
		switch {
		case r == '\n', r == '\u2028':
			if blank && start >= 0 {
				out = append(out, Span{start, end})
				start = -1
			}
			blank = true
		case r == '\u2029': // Unicode's own paragraph separator
			if start >= 0 {
				out = append(out, Span{start, end})
				start = -1
			}
			blank = true
		case !isSpace(r):
			if start < 0 {
				start = i
			}
			end, blank = i+w, false
		}
		i += w
	}
	if start >= 0 {
		out = append(out, Span{start, end})
	}
	return out
}
