package document

import (
	"bytes"
	"errors"
	"fmt"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/language"
)

// decode turns raw into clean UTF-8. What a file says about its own charset
// is often wrong and UTF-8 is never valid by accident, so the order is: byte
// order mark, valid UTF-8, what the page or the uploader declares, the usual
// legacy charset of the declared language, windows-1252.
func decode(raw []byte, hint Hint) (string, error) {
	switch bom(raw) {
	case "utf-8":
		raw = raw[3:]
	case "utf-16le":
		return decodeUTF16(raw, unicode.LittleEndian)
	case "utf-16be":
		return decodeUTF16(raw, unicode.BigEndian)
	}
	if utf8.Valid(raw) {
		return clean(string(raw)), nil
	}
	if mostlyUTF8(raw) {
		return clean(strings.ToValidUTF8(string(raw), "\uFFFD")), nil
	}
	name, enc := declared(raw, hint)
	out, err := enc.NewDecoder().Bytes(raw)
	if err != nil {
		return "", &SyntaxError{Format: Text, Err: fmt.Errorf("not readable as %s: %w", name, err)}
	}
	if n := bytes.Count(out, []byte("\uFFFD")); n > 8 && n > len(out)/100 {
		return "", &SyntaxError{Format: Text, Err: fmt.Errorf("not readable as %s: %d broken characters", name, n)}
	}
	return clean(string(bytes.ToValidUTF8(out, []byte("\uFFFD")))), nil
}

// bom names the charset that a byte order mark announces, or that shows in the
// bytes as clearly.
func bom(raw []byte) string {
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		return "utf-8"
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return "utf-16le"
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return "utf-16be"
	}
	return unmarked16(raw)
}

// unmarked16 names the byte order of UTF-16 without its mark, as some exports
// write it: of nearly every pair at the start, which is in Latin letters or
// markup, the same half is zero.
func unmarked16(raw []byte) string {
	head := raw[:min(len(raw), 512)&^1]
	if len(head) < 16 {
		return ""
	}
	even, odd := 0, 0
	for i := 0; i < len(head); i += 2 {
		if head[i] == 0 {
			even++
		}
		if head[i+1] == 0 {
			odd++
		}
	}
	switch pairs := len(head) / 2; {
	case even == 0 && odd*10 >= pairs*8:
		return "utf-16le"
	case odd == 0 && even*10 >= pairs*8:
		return "utf-16be"
	}
	return ""
}

func decodeUTF16(raw []byte, order unicode.Endianness) (string, error) {
	if len(raw)%2 == 1 {
		return "", &SyntaxError{Format: Text, Offset: len(raw) - 1, Err: errors.New("UTF-16 text ends in half a character")}
	}
	out, err := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(raw)
	if err != nil {
		return "", &SyntaxError{Format: Text, Err: fmt.Errorf("broken UTF-16: %w", err)}
	}
	if bytes.IndexByte(out, 0) >= 0 || mostlyControl(out) {
		return "", &UnsupportedError{"application/octet-stream"}
	}
	return clean(string(out)), nil
}

// mostlyUTF8 reports text in which broken bytes are the exception: a UTF-8
// page cut in the middle of a character, or with one foreign snippet in it.
func mostlyUTF8(raw []byte) bool {
	good, bad := 0, 0
	for len(raw) > 0 {
		if raw[0] < utf8.RuneSelf {
			raw = raw[1:]
			continue
		}
		if !utf8.FullRune(raw) {
			break // the end was cut off
		}
		r, size := utf8.DecodeRune(raw)
		if r == utf8.RuneError && size == 1 {
			bad++
		} else {
			good++
		}
		raw = raw[size:]
	}
	return good > 4*bad
}

// declared returns the charset that the page's own meta element, its XML
// declaration or the uploader's Content-Type name.
func declared(raw []byte, hint Hint) (string, encoding.Encoding) {
	_, params, _ := mime.ParseMediaType(hint.ContentType)
	for _, label := range []string{metaCharset(raw), params["charset"]} {
		enc, err := htmlindex.Get(label)
		if err != nil {
			continue
		}
		// A page that claims UTF-8 and is not lies; UTF-16 would have shown
		// itself by its mark.
		if name, err := htmlindex.Name(enc); err == nil && !strings.HasPrefix(name, "utf-") && name != "replacement" {
			return name, enc
		}
	}
	if name := languageCharset(raw); name != "" {
		if enc, err := htmlindex.Get(name); err == nil {
			return name, enc
		}
	}
	return "windows-1252", charmap.Windows1252
}

// metaCharset finds charset= in the head of a page. Pages put it wherever
// they like, so all of the head is looked at and not the first 1,024 bytes.
func metaCharset(raw []byte) string {
	head := bytes.ToLower(raw[:min(len(raw), 256<<10)])
	if end := bytes.Index(head, []byte("<body")); end >= 0 {
		head = head[:end]
	}
	for rest := head; ; {
		i := bytes.IndexByte(rest, '<')
		if i < 0 {
			return ""
		}
		rest = rest[i:]
		if !bytes.HasPrefix(rest, []byte("<meta")) && !bytes.HasPrefix(rest, []byte("<?xml")) {
			rest = rest[1:]
			continue
		}
		tag, after, _ := bytes.Cut(rest, []byte(">"))
		for _, key := range []string{"charset", "encoding"} {
			if v := value(tag, key); v != "" {
				return v
			}
		}
		rest = after
	}
}

// languageCharset returns the charset that browsers assume for the language
// in the html element, where nothing else is declared.
func languageCharset(raw []byte) string {
	head := bytes.ToLower(raw[:min(len(raw), 16<<10)])
	_, tag, found := bytes.Cut(head, []byte("<html"))
	if !found {
		return ""
	}
	tag, _, _ = bytes.Cut(tag, []byte(">"))
	t, err := language.Parse(value(tag, "lang"))
	if err != nil {
		return ""
	}
	return htmlindex.LanguageDefault(t)
}

// value returns what follows key= in a tag, quoted or not.
func value(tag []byte, key string) string {
	_, v, found := strings.Cut(string(tag), key)
	if !found {
		return ""
	}
	v = strings.TrimLeft(v, " \t\n")
	v, found = strings.CutPrefix(v, "=")
	if !found {
		return ""
	}
	v = strings.TrimLeft(v, " \t\n\"'")
	if end := strings.IndexAny(v, " \t\n\"';/?"); end >= 0 {
		v = v[:end]
	}
	return v
}

// clean unifies line ends and drops what is layout and not text: control
// characters, byte order marks, soft hyphens, zero-width spaces, word joiners.
func clean(s string) string {
	i := unclean([]byte(s)) // no copy is made
	if i < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for ; i >= 0; i = unclean([]byte(s)) {
		b.WriteString(s[:i])
		r, size := utf8.DecodeRuneInString(s[i:])
		s = s[i+size:]
		switch r {
		case '\r':
			s = strings.TrimPrefix(s, "\n")
			b.WriteByte('\n')
		case '\u2028', '\u2029', '\u0085':
			b.WriteByte('\n')
		case utf8.RuneError:
			b.WriteRune(r)
		}
	}
	b.WriteString(s)
	return b.String()
}

// unclean returns the place of the first character that clean changes, -1 for
// none. It looks at bytes, since nearly all pages are long and clean.
func unclean(s []byte) int {
	for i := printable(s); i < len(s); i += 1 + printable(s[i+1:]) {
		c := s[i]
		switch {
		case c == '\n', c == '\t':
		case c < utf8.RuneSelf:
			return i
		case c == 0xc2, c == 0xe2, c == 0xef: // what those that are dropped begin with
			r, size := utf8.DecodeRune(s[i:])
			if dropped(r) || r == utf8.RuneError && size == 1 {
				return i
			}
		}
	}
	return -1
}

func dropped(r rune) bool {
	switch r {
	case '\n', '\t':
		return false
	case 0x7f, '\u00ad', '\u200b', '\u2028', '\u2029', '\u2060', '\ufeff':
		return true
	}
	return r < ' ' || 0x80 <= r && r < 0xa0
}
