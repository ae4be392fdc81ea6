package issue

import (
	_ "embed"
	"strings"
)

// shortForms lists given names by the short forms that newspapers print of
// people whom others call by the long one.
//
//go:embed shortforms.txt
var shortFormList string

// shortForms reports whether short is a usual short form of the given name
// long. It reads the list from its start: it is asked only of two people with
// one surname.
func shortForms(short, long string) bool {
	for line := range strings.Lines(shortFormList) {
		forms := strings.Fields(line)
		if len(forms) == 0 || forms[0] != short {
			continue
		}
		for _, f := range forms[1:] {
			if f == long {
				return true
			}
		}
	}
	return false
}
