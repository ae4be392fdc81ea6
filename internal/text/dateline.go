package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestDateline is how many bytes place, day and agency may take.
const longestDateline = 80

// AfterDateline returns what is left of the sentence p of s behind the place,
// day and agency that open a report: "PORT ORVIK, Lenmark, Nov. 3 (Northern
// Wire) — ". The place is in capitals, or an agency stands in brackets, and a
// dash ends it (Associated Press Stylebook, "datelines"). Without such a
// dateline it is p.
func AfterDateline(s string, p Span) Span {
	opening := s[p.Start:min(p.End, p.Start+longestDateline)]
	i := strings.IndexFunc(opening, func(r rune) bool { return r == '—' || r == '–' || r == '-' })
	for i > 0 && opening[i] == '-' && !strings.HasPrefix(opening[i:], "- ") && !strings.HasPrefix(opening[i:], "--") {
		next := strings.IndexAny(opening[i+1:], "—–-") // the hyphen of a name
		if next < 0 {
			return p
		}
		i += 1 + next
	}
	if i <= 0 || !isDateline(strings.TrimSpace(opening[:i])) {
		return p
	}
	rest := Span{p.Start + i, p.End}
	rest.Start += len(s[rest.Start:rest.End]) - len(strings.TrimLeft(s[rest.Start:rest.End], "—–- \u00a0\u2009"))
	if rest.Len() == 0 {
		return p
	}
	return rest
}

// isDateline reports whether s is nothing but names, numbers and brackets, of
// which one says that it is no sentence: capitals all through the first word,
// or an agency in brackets at the end.
func isDateline(s string) bool {
	for _, w := range Words(s) {
		if word := w.Of(s); !IsCapitalized(word) && !isDigit(runeAt(word, 0)) && !particle(word) {
			return false
		}
	}
	if strings.HasSuffix(s, ")") {
		return strings.Contains(s, "(")
	}
	first, _, _ := strings.Cut(s, " ")
	first = strings.TrimRight(first, ",.")
	return utf8.RuneCountInString(first) > 2 && strings.ToUpper(first) == first && strings.IndexFunc(first, unicode.IsLetter) >= 0
}

// particle reports whether w is a small word in the names of places.
func particle(w string) bool {
	switch w {
	case "de", "del", "da", "do", "la", "le", "les", "of", "on", "am", "an", "der", "upon", "sur":
		return true
	}
	return false
}
