package issue

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"onrecord/internal/speaker"
)

// name is a speaker's name as it is compared: what spelling, accents and
// points do not change.
type name struct {
	parts  []string // lower case, without accents, points, "the" and suffix
	suffix string   // "jr", "ii": tells father from son
}

// newName takes a name apart: "U.N." is "un", "J. Biden" is "j", "biden".
func newName(s string) name {
	between := func(r rune) bool { return !alphanumeric(r) && !strings.ContainsRune(".'’-", r) }
	var n name
	for i, p := range strings.FieldsFunc(plainLetters(strings.ToLower(s)), between) {
		p = strings.Trim(strings.ReplaceAll(strings.ReplaceAll(p, ".", ""), "’", "'"), "'-")
		if p == "" || i == 0 && p == "the" {
			continue
		}
		n.parts = append(n.parts, p)
	}
	if last := len(n.parts) - 1; last > 0 && generation(n.parts[last]) {
		n.parts, n.suffix = n.parts[:last], n.parts[last]
	}
	return n
}

func generation(s string) bool {
	return s == "jr" || s == "sr" || s == "ii" || s == "iii" || s == "iv"
}

// plainLetters takes accents off, and writes out the letters that have no
// other form without: Orbán is Orban, Łódź Lodz.
func plainLetters(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 }) {
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r) && r < 0x370: // the combining marks of Latin, Greek and Cyrillic
		case r == 'ł':
			b.WriteByte('l')
		case r == 'ø':
			b.WriteByte('o')
		case r == 'đ':
			b.WriteByte('d')
		case r == 'ı':
			b.WriteByte('i')
		case r == 'æ':
			b.WriteString("ae")
		case r == 'œ':
			b.WriteString("oe")
		case r == 'ß':
			b.WriteString("ss")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func (n name) equal(m name) bool {
	return slices.Equal(n.parts, m.parts) && n.sameSuffix(m)
}

// sameSuffix holds where only one of the names has a suffix: most articles
// leave it out.
func (n name) sameSuffix(m name) bool {
	return n.suffix == "" || m.suffix == "" || n.suffix == m.suffix
}

// whole counts the parts that are more than an initial.
func (n name) whole() int {
	c := 0
	for _, p := range n.parts {
		if !initial(p) {
			c++
		}
	}
	return c
}

func initial(part string) bool {
	for i := range part {
		if i > 0 {
			return false
		}
	}
	return true
}

// shortFor reports whether n, which has no more parts than long, is a form of
// it. Either may be its last words: a surname, "the Council".
func (n name) shortFor(long name, kind speaker.Kind) bool {
	short := n.parts
	if len(short) == 0 || len(short) > len(long.parts) || !n.sameSuffix(long) {
		return false
	}
	if slices.Equal(long.parts[len(long.parts)-len(short):], short) {
		return true
	}
	if kind == speaker.Organization {
		return sameBody(long.parts, short)
	}
	return samePerson(long.parts, short)
}

// samePerson adds the first words of a name, given or in the family's own
// order ("Kim"), and both ends without what stands between, unless both names
// have something there that differs.
func samePerson(long, short []string) bool {
	if hasPrefix(long, short) {
		return true
	}
	l, s := len(long)-1, len(short)-1
	if s < 1 || short[s] != long[l] || !sameGiven(long[0], short[0]) {
		return false
	}
	return s == 1 || l == 1 || sameMiddle(long[1:l], short[1:s])
}

// sameMiddle reports whether one of the middle names may be the other.
func sameMiddle(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool {
		return slices.ContainsFunc(b, func(y string) bool { return sameGiven(x, y) })
	})
}

// sameGiven reports whether two given names are the same, or one is the
// other's initial or short form.
func sameGiven(a, b string) bool {
	if initial(a) || initial(b) {
		return []rune(a)[0] == []rune(b)[0]
	}
	return a == b || shortForms(a, b) || shortForms(b, a)
}

// sameBody adds the first word ("Brightwater" for Brightwater Cement), all
// but the legal form, and the initials. More of the first words will not do:
// the Harbour Board is not the Harbour Board Union.
func sameBody(long, short []string) bool {
	if len(short) == 1 {
		return short[0] == long[0] || len(long) > 1 && short[0] == initials(long)
	}
	return hasPrefix(long, short) && !slices.ContainsFunc(long[len(short):], notLegalForm)
}

func notLegalForm(word string) bool {
	switch word {
	case "inc", "ltd", "llc", "plc", "corp", "corporation", "co", "company", "limited", "group", "ag", "gmbh", "sa", "nv", "ab":
		return false
	}
	return true
}

func hasPrefix(long, short []string) bool {
	return len(short) <= len(long) && slices.Equal(long[:len(short)], short)
}

func initials(parts []string) string {
	var b strings.Builder
	for _, p := range parts {
		if p == "of" || p == "the" || p == "for" || p == "and" {
			continue
		}
		b.WriteRune([]rune(p)[0])
	}
	return b.String()
}

// fuller reports whether name says more than than.
func fuller(name, than string) bool {
	a, b := newName(name), newName(than)
	if len(a.parts) != len(b.parts) {
		return len(a.parts) > len(b.parts)
	}
	if a.whole() != b.whole() {
		return a.whole() > b.whole()
	}
	return len(name) > len(than)
}
