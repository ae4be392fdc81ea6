package document

import (
	entities "html" // its table is made when first asked, x/net's at every start
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// scanner cuts a page into tags and texts. It cuts where html.Tokenizer cuts,
// which the tests hold it to, but each piece is a part of the page and no copy:
// the tokenizer takes two to four allocations for every attribute, of which a
// page has thousands and of which few are kept.
type scanner struct {
	page string // clean
	at   int    // the first byte that is not read
	raw  string // the element that has just begun and holds text only; empty for others

	// What was read last.
	text  string // of a textToken, its entities decoded
	name  string // of a tag, lower-case
	attrs []pair // of a start tag, as they are written
}

// pair is an attribute as it is written: its name in any case, its value with
// entities.
type pair struct{ key, value string }

type token uint8

const (
	endToken token = iota // of the page
	textToken
	startTag
	emptyTag // <br/>
	endTag
)

// next reads the next tag or text. Comments and declarations are passed over.
func (s *scanner) next() token {
	if s.raw != "" && s.rawText() {
		return textToken
	}
	for s.at < len(s.page) {
		if end := s.at + textLength(s.page[s.at:]); end > s.at {
			s.text = unescape(s.page[s.at:end], false)
			s.at = end
			return textToken
		}
		switch c := s.page[s.at+1]; {
		case c == '!':
			s.at += declarationLength(s.page[s.at:])
		case c == '?':
			s.at += through(s.page[s.at:], ">")
		case c != '/':
			return s.tag(startTag, 1)
		case isLetter(s.page[s.at+2]):
			return s.tag(endTag, 2)
		default: // no name: a comment
			s.at += through(s.page[s.at:], ">")
		}
	}
	return endToken
}

// textLength returns how far s is text: up to what opens a tag, a comment or a
// declaration. A sign that nothing follows opens none.
func textLength(s string) int {
	for i := 0; ; i++ {
		n := strings.IndexByte(s[i:], '<')
		if n < 0 || i+n+1 == len(s) {
			return len(s)
		}
		i += n
		c := s[i+1]
		if c == '/' && i+2 == len(s) && i == 0 {
			return len(s)
		}
		if isLetter(c) || c == '/' || c == '!' || c == '?' {
			return i
		}
	}
}

// declarationLength returns the length of the comment or the declaration that
// s begins with.
func declarationLength(s string) int {
	const open = len("<!--")
	rest, comment := strings.CutPrefix(s, "<!--")
	switch {
	case !comment:
		return through(s, ">")
	case strings.HasPrefix(rest, ">"):
		return open + 1
	case strings.HasPrefix(rest, "->"):
		return open + 2
	}
	for n := open; ; n++ {
		i := strings.Index(s[n:], "--")
		if i < 0 {
			return len(s)
		}
		n += i
		if strings.HasPrefix(s[n+2:], ">") {
			return n + len("-->")
		}
		if strings.HasPrefix(s[n+2:], "!>") {
			return n + len("--!>")
		}
	}
}

// through returns the length of s up to the end of mark, all of it where there
// is none.
func through(s, mark string) int {
	if i := strings.Index(s, mark); i >= 0 {
		return i + len(mark)
	}
	return len(s)
}

// tag reads a tag whose name begins so many bytes from here. A tag that the
// end of the page cuts off is none.
func (s *scanner) tag(kind token, name int) token {
	s.at += name
	start := s.at
	for s.at < len(s.page) && !isSpace(s.page[s.at]) && s.page[s.at] != '/' && s.page[s.at] != '>' {
		s.at++
	}
	s.name = asciiLower(s.page[start:s.at])
	s.attrs = s.attrs[:0]
	lastEnd := 0 // of the last attribute
	for s.skipSpace(); s.at < len(s.page); s.skipSpace() {
		if s.page[s.at] != '>' {
			if p, end := s.attribute(); p.key != "" {
				s.attrs, lastEnd = append(s.attrs, p), end
			}
			continue
		}
		s.at++
		switch {
		case kind == endTag:
			return endTag
		case rawElement(s.name):
			s.raw = s.name
		}
		// The slash of <a href=/> is the address.
		if s.page[s.at-2] == '/' && lastEnd != s.at-1 {
			return emptyTag
		}
		return startTag
	}
	return endToken
}

// attribute reads an attribute, or the slash that stands for none, and returns
// where its value ends.
func (s *scanner) attribute() (p pair, end int) {
	start := s.at
	for s.at < len(s.page) && !isSpace(s.page[s.at]) && s.page[s.at] != '/' && s.page[s.at] != '>' && (s.page[s.at] != '=' || s.at == start) {
		s.at++
	}
	p.key, end = s.page[start:s.at], s.at
	if s.skipSpace(); s.at == len(s.page) {
		return p, end
	}
	switch s.page[s.at] {
	case '/':
		s.at++
		return p, end
	case '=':
		s.at++
	default:
		return p, end
	}
	if s.skipSpace(); s.at == len(s.page) {
		return p, end
	}
	start = s.at
	switch quote := s.page[s.at]; quote {
	case '>':
	case '"', '\'':
		start++
		end = start + through(s.page[start:], s.page[s.at:start])
		s.at = end
		if s.page[end-1] == quote && end > start {
			end--
		}
		p.value = s.page[start:end]
	default:
		for s.at < len(s.page) && !isSpace(s.page[s.at]) && s.page[s.at] != '>' {
			s.at++
		}
		p.value, end = s.page[start:s.at], s.at
	}
	return p, end
}

func (s *scanner) skipSpace() {
	for s.at < len(s.page) && isSpace(s.page[s.at]) {
		s.at++
	}
}

// rawElement reports the elements that hold no elements, but text up to their
// own end tag.
func rawElement(name string) bool {
	switch name {
	case "iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp":
		return true
	}
	return false
}

// rawText reads the text of the raw element that has just begun, and reports
// whether there is any.
func (s *scanner) rawText() bool {
	name, rest := s.raw, s.page[s.at:]
	s.raw = ""
	n := rawLength(rest, name)
	s.at += n
	s.text = rest[:n]
	if name == "textarea" || name == "title" {
		s.text = unescape(s.text, false)
	}
	return n > 0
}

// rawLength returns how far s, which stands in a raw element of that name, goes
// up to the element's end tag.
func rawLength(s, name string) int {
	if name == "plaintext" {
		return len(s)
	}
	for i := 0; ; i += 2 {
		n := strings.Index(s[i:], "</")
		if n < 0 {
			i = len(s)
		} else if i += n; !closes(s[i+2:], name) {
			continue
		}
		if name == "script" && strings.Contains(s[:i], "<!--") {
			return commentedScript(s)
		}
		return i
	}
}

// closes reports whether s goes on with the name of an end tag.
func closes(s, name string) bool {
	return len(s) > len(name) && strings.EqualFold(s[:len(name)], name) && (isSpace(s[len(name)]) || s[len(name)] == '/' || s[len(name)] == '>')
}

// commentedScript is rawLength for a script with what looks like a comment, in
// which the standard lets scripts lie within scripts. That is rare and left to
// the library.
func commentedScript(s string) int {
	z := html.NewTokenizer(io.MultiReader(strings.NewReader("<script>"), strings.NewReader(s)))
	z.Next()
	if z.Next() != html.TextToken {
		return 0
	}
	return len(z.Raw())
}

// unescape decodes the entities of s, which may stand for what is no text.
func unescape(s string, attribute bool) string {
	if strings.IndexByte(s, '&') < 0 {
		return s
	}
	s = closeNumbers(s)
	if attribute {
		s = unescapeAttribute(s)
	} else {
		s = entities.UnescapeString(s)
	}
	return clean(strings.ToValidUTF8(s, "\uFFFD"))
}

// closeNumbers writes the numbers of characters so that the standard library
// reads them as the tokenizer does: closed by a semicolon, for it leaves "&#9"
// alone, none so large that it wraps around, and no "&#x;" without a number.
func closeNumbers(s string) string {
	if !strings.Contains(s, "&#") {
		return s
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "&#")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		s = rest
		digits, base := rest, 10
		if digits != "" && digits[0]|0x20 == 'x' {
			digits, base = digits[1:], 16
		}
		n := 0
		for n < len(digits) && isDigit(digits[n], base) {
			n++
		}
		if n == 0 {
			b.WriteString("&amp;#")
			continue
		}
		char, err := strconv.ParseUint(digits[:n], base, 32)
		if err != nil || char > utf8.MaxRune {
			char = 0 // which stands for U+FFFD too
		}
		b.WriteString("&#")
		b.WriteString(strconv.FormatUint(char, 10))
		b.WriteByte(';')
		s = strings.TrimPrefix(digits[n:], ";")
	}
}

func isDigit(c byte, base int) bool {
	return '0' <= c && c <= '9' || base == 16 && 'a' <= c|0x20 && c|0x20 <= 'f'
}

// unescapeAttribute decodes the entities of an attribute's value. There one
// without its semicolon counts only where no equals sign follows and its whole
// name is known: addresses have parameters named copy and lang.
func unescapeAttribute(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		s = s[i:]
		n := 1
		for n < len(s) && (isLetter(s[n]) || '0' <= s[n] && s[n] <= '9' || n == 1 && s[n] == '#') {
			n++
		}
		closed := n < len(s) && s[n] == ';'
		if closed {
			n++
		}
		entity := s[:n]
		s = s[n:]
		plain := entities.UnescapeString(entity)
		if strings.HasPrefix(entity, "&#") || closed && whole(entity, plain) || !strings.HasPrefix(s, "=") && whole(entity, plain) {
			entity = plain
		}
		b.WriteString(entity)
	}
}

// whole reports whether plain is what all of the entity stands for: of one
// whose beginning alone is known, the rest is left as it is.
func whole(entity, plain string) bool {
	return utf8.RuneCountInString(plain) == 1 || plain[len(plain)-1] != entity[len(entity)-1]
}

// asciiLower returns s with its ASCII letters in lower case.
func asciiLower(s string) string {
	for i := range len(s) {
		if 'A' <= s[i] && s[i] <= 'Z' {
			b := []byte(s)
			for ; i < len(b); i++ {
				if 'A' <= b[i] && b[i] <= 'Z' {
					b[i] += 'a' - 'A'
				}
			}
			return string(b)
		}
	}
	return s
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }
