package speaker

import (
	_ "embed"

	"onrecord/internal/text"
)

// givenNames lists first names, in lower case and sorted, each on a line of its
// own with whose it mostly is: f for women, m for men, - for either. It was written
// down for this project.
//
//go:embed givennames.txt
var givenNames string

// givenName returns firstName for a frequent first name, in lower case.
func givenName(w string) class {
	if _, listed := text.Listed(givenNames, w); listed {
		return firstName
	}
	return 0
}

// hasHer reports whether w, in lower case, is mostly a woman’s first name.
func hasHer(w string) bool {
	whose, _ := text.Listed(givenNames, w)
	return whose == "f"
}

// hasHis reports whether w, in lower case, is mostly a man’s first name.
func hasHis(w string) bool {
	whose, _ := text.Listed(givenNames, w)
	return whose == "m"
}
