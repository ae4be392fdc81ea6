package issue

import (
	_ "embed"
	"strings"
)

// shortFormList is given names by the short forms that newspapers print of
// people whom others call by the long one: a short form to a line, and what it
// is short for. Its first line is empty, so that every short form has a line
// end before it.
//
//go:embed shortforms.txt
var shortFormList string

// shortForms reports whether short is a usual short form of the given name
// long.
func shortForms(short, long string) bool {
	at := strings.Index(shortFormList, "\n"+short+" ")
	if at < 0 {
		return false
	}
	line, _, _ := strings.Cut(shortFormList[at+1:], "\n")
	for form := range strings.FieldsSeq(line[len(short):]) {
		if form == long {
			return true
		}
	}
	return false
}
