package email

import (
	"math"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean makes foreign text harmless on one line: no control characters, no
// marks that turn the direction of what follows, no flood of accents, white
// space collapsed. Two opening braces in a row get a space between: they would
// be a placeholder to the mail service, which replaces those wherever they
// stand.
func clean(s string) string { return cleanTo(s, math.MaxInt) }

// cleanTo is clean, but stops after n characters.
func cleanTo(s string, n int) string {
	var b strings.Builder
	var last rune
	space, accents := false, 0
	for _, r := range s {
		if n <= 0 {
			break
		}
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			space = true
			continue
		}
		if dropped(r) {
			continue
		}
		if accents = accentsAfter(accents, r); accents > mostAccents {
			continue
		}
		if space && b.Len() > 0 || r == '{' && last == '{' {
			b.WriteByte(' ')
			n--
		}
		space = false
		n--
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// mostAccents is how many combining marks a letter may bear: pointed Hebrew
// with cantillation needs four, towers that run over other lines need dozens.
const mostAccents = 4

func accentsAfter(n int, r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return n + 1
	}
	return 0
}

// dropped reports whether r has no place in a line of foreign text.
func dropped(r rune) bool {
	switch {
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069: // embeddings, overrides, isolates
		return true
	case r == 0x200E, r == 0x200F, r == 0x061C: // direction marks: dir=auto does their work
		return true
	case r >= 0xFFF9 && r <= 0xFFFB, r == 0xFEFF, r == 0x00AD, r == 0x200B, r == 0x2060: // invisible
		return true
	case r >= 0xE0000 && r <= 0xE0FFF: // tags, unseen
		return true
	case r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE: // noncharacters
		return true
	}
	return false
}

// cut shortens s to at most n runes, at a space where there is one not too
// far back, and says so with an ellipsis.
func cut(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	runes := []rune(s)
	at := n - 1
	for i := at; i > n/2; i-- {
		if runes[i] == ' ' {
			at = i
			break
		}
	}
	for at > 0 && joined(runes[at-1], runes[at]) {
		at--
	}
	short := strings.TrimRightFunc(string(runes[:at]), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || strings.ContainsRune(",;:.", r)
	})
	return short + "…"
}

// joined reports whether b belongs to the character that a begins or goes on
// with, so that a cut between them would leave another character or a part of
// one: accents, the parts of an emoji, the two letters of a flag.
func joined(a, b rune) bool {
	const joiner = '\u200D'
	return unicode.In(b, unicode.M, unicode.Variation_Selector) || a == joiner || b == joiner ||
		b >= 0x1F3FB && b <= 0x1F3FF || // skin tones
		regional(a) && regional(b)
}

func regional(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// plain is clean text of at most n runes. It looks at no more of s than it
// needs, however long that is.
func plain(s string, n int) string { return cut(cleanTo(s, n+2), n) }

// address is where a link may lead: what [link] let through, or the mail
// service's placeholder. Empty: no link.
type address string

// link returns the address of a web page as a mail may carry it, or nothing
// for anything else: another scheme, credentials in it, or longer than any
// page's is.
func link(s string) address {
	const longest = 1000
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil || strings.ContainsFunc(u.Host, notInHost) {
		return ""
	}
	out := u.String()
	if len(out) > longest || strings.ContainsAny(out, "{}\"'<>\\") || strings.ContainsFunc(out, unsafeInURL) {
		return ""
	}
	return address(out)
}

func unsafeInURL(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || dropped(r)
}

// notInHost reports whether r is none of what names a host and its port.
func notInHost(r rune) bool {
	return !unicode.In(r, unicode.L, unicode.Mn, unicode.Nd) && !strings.ContainsRune("-._:[]", r)
}

// capital upper-cases the first letter of s.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// rtl reports whether s is read from right to left: its first letter is of
// such a script. Mail clients take the direction from dir="auto" but not the
// side to set the lines on.
func rtl(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
		}
	}
	return false
}
