package article

import (
	_ "embed"
	"strings"

	"onrecord/internal/text"
)

// givenNames holds given names of some forty languages, lower-case, sorted,
// each on a line of its own. It was written down for this project. Words that
// open a line of capitals more often than a name does (“May”, “Art”) are left
// out.
//
//go:embed givennames.txt
var givenNames string

// givenName reports whether the lower-case word w is a frequent given name.
func givenName(w string) bool {
	_, listed := text.Listed(givenNames, w)
	return listed
}

// likelyName reports a name that nothing but its words speaks for: it opens
// with a given name or with initials, and has a family name.
func likelyName(s string) bool {
	words := strings.Fields(bareName(s))
	if len(words) < 2 {
		return false
	}
	first := strings.ToLower(strings.Trim(words[0], ".,"))
	before, _, _ := strings.Cut(first, "-")
	return givenName(first) || givenName(before) || initials(words[0]) && !credential(words[0])
}

// initials reports "A.", "J.K." and their like.
func initials(w string) bool {
	return len(w) >= 2 && len(w) <= 6 && strings.HasSuffix(w, ".") && strings.Count(w, ".")*2 == len(w) && strings.ToUpper(w) == w
}
