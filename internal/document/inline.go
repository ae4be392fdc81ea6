package document

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// inline renders the marks within a paragraph: emphasis and code lose their
// marks, a link keeps its words, an image goes. HTML and entities pass.
func inline(s string) string {
	if !strings.ContainsAny(s, "\\`![<*_~") {
		return s
	}
	var out strings.Builder
	closer, pairs := brackets(s), paired(s)
	for i := 0; i < len(s); {
		n := 1
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s) && strings.IndexByte("\\`*_{}[]()#+-.!<>~|\"'", s[i+1]) >= 0:
			out.WriteString(html.EscapeString(s[i+1 : i+2]))
			n = 2
		case c == '`':
			var text string
			n, text = codeSpan(s[i:])
			out.WriteString(html.EscapeString(text))
		case c == '!' && i+1 < len(s) && address(s, closer, i+1) > 0:
			n = address(s, closer, i+1) - i
		case c == '[' && address(s, closer, i) > 0:
			text := s[i+1 : closer[i]]
			out.WriteString("<a>" + emphasis(text) + "</a>")
			n = address(s, closer, i) - i
		case c == '<' && autolink(s[i:]) > 0:
			n = autolink(s[i:])
			out.WriteString(html.EscapeString(s[i+1 : i+n-1]))
		case c == '*' || c == '_' || c == '~':
			n = marks(s, i)
			if len(pairs) > 0 && pairs[0] == i {
				pairs = pairs[1:]
			} else {
				out.WriteString(s[i : i+n])
			}
		default:
			out.WriteByte(c)
		}
		i += n
		for len(pairs) > 0 && pairs[0] < i {
			pairs = pairs[1:]
		}
	}
	return out.String()
}

// brackets tells for each [ where its ] stands; 0 for all else.
func brackets(s string) []int32 {
	if !strings.Contains(s, "](") {
		return nil
	}
	closer := make([]int32, len(s))
	var open []int
	for i := range len(s) {
		switch {
		case s[i] == '[':
			open = append(open, i)
		case s[i] == ']' && len(open) > 0:
			closer[open[len(open)-1]] = int32(i)
			open = open[:len(open)-1]
		}
	}
	return closer
}

// address returns where the link ends whose [ stands at i, 0 for no link.
func address(s string, closer []int32, i int) int {
	if closer == nil || closer[i] == 0 {
		return 0
	}
	j := int(closer[i]) + 1
	if j >= len(s) || s[j] != '(' {
		return 0
	}
	end := strings.IndexByte(s[j:min(len(s), j+2000)], ')')
	if end < 0 {
		return 0
	}
	return j + end + 1
}

// emphasis takes the marks out of a link's words, which hold no link.
func emphasis(s string) string { return strings.NewReplacer("**", "", "*", "", "`", "").Replace(s) }

// codeSpan returns the length and the text of a code span, or of the
// backticks alone where it is not closed.
func codeSpan(s string) (int, string) {
	n := len(s) - len(strings.TrimLeft(s, "`"))
	end := strings.Index(s[n:min(len(s), n+1000)], s[:n])
	if end < 0 {
		return n, s[:n]
	}
	return n + end + n, s[n : n+end]
}

// autolink returns the length of <https://…>, 0 for anything else.
func autolink(s string) int {
	if !strings.HasPrefix(s, "<http://") && !strings.HasPrefix(s, "<https://") && !strings.HasPrefix(s, "<mailto:") {
		return 0
	}
	return strings.IndexByte(s[:min(len(s), 3000)], '>') + 1
}

func marks(s string, i int) int {
	n := 1
	for i+n < len(s) && s[i+n] == s[i] {
		n++
	}
	return n
}

// paired returns where the marks stand that emphasise: each opens before a
// word or closes after one, and has its like. A star between spaces is a
// star, an underscore within a word part of it, and stars that nothing closes
// are a censored word or a footnote.
func paired(s string) []int {
	var found []int
	var open [3][4][]int // by mark and length
	for i := 0; i < len(s); {
		mark := strings.IndexByte("*_~", s[i])
		if mark < 0 || i > 0 && s[i-1] == '\\' {
			i++
			continue
		}
		n := marks(s, i)
		opens, closes := leans(s, i, n)
		if n <= 3 {
			o := &open[mark][n]
			switch {
			case closes && len(*o) > 0:
				found = append(found, (*o)[len(*o)-1], i)
				*o = (*o)[:len(*o)-1]
			case opens:
				*o = append(*o, i)
			}
		}
		i += n
	}
	slices.Sort(found)
	return found
}

// leans tells whether n marks at i can open and close emphasis.
func leans(s string, i, n int) (opens, closes bool) {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	left, right := i > 0 && !unicode.IsSpace(before), i+n < len(s) && !unicode.IsSpace(after)
	if s[i] == '_' && letter(before) && letter(after) {
		return false, false
	}
	return right, left
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
