package issue

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// SectionName is what readers call a topic, the folder its articles were
// uploaded to: "us-politics" is "US politics", "caf%C3%A9_%26_bar" is "Café &
// bar". A topic without a letter names no section: it is a folder of a year.
func SectionName(topic string) string {
	if decoded, err := url.PathUnescape(topic); err == nil {
		topic = decoded
	}
	topic = strings.ToValidUTF8(norm.NFC.String(topic), "")
	words := strings.FieldsFunc(topic, separates)
	for i, w := range words {
		if abbreviation(w) {
			words[i] = strings.ToUpper(w)
		}
	}
	name := strings.Join(words, " ")
	if !strings.ContainsFunc(name, unicode.IsLetter) {
		return ""
	}
	first, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToTitle(first)) + name[n:]
}

// abbreviation reports whether a folder's word is written in capitals. None of
// these is an ordinary word where sections are named.
func abbreviation(w string) bool {
	switch w {
	case "us", "usa", "uk", "eu", "un", "nato", "tv", "ai", "diy", "nyc":
		return true
	}
	return false
}

// separates reports whether r stands between the words of a folder's name.
func separates(r rune) bool {
	return r == '-' || r == '_' || r == '+' || r == '/' || unicode.IsSpace(r) || unicode.IsControl(r)
}

// sectionKey is the same for topics that readers would take for one section.
func sectionKey(topic string) string { return strings.ToLower(SectionName(topic)) }
