package speaker

import (
	"slices"
	"strings"
	"testing"
)

// TestGivenNames holds the form of the list that text.Listed reads.
func TestGivenNames(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(givenNames, "\n"), "\n")
	if !slices.IsSorted(lines) {
		t.Error("givennames.txt is not sorted by bytes")
	}
	for _, line := range lines {
		name, whose, _ := strings.Cut(line, " ")
		if givenName(name) != firstName || hasHer(name) != (whose == "f") || hasHis(name) != (whose == "m") || !hasWord("f m - ", whose) {
			t.Errorf("givennames.txt: %q is not found as it stands", line)
		}
	}
	for _, w := range []string{"", "the", "zzz", "aaro", "aaronn", "Aaron", "aaron m"} {
		if givenName(w) != 0 || hasHer(w) || hasHis(w) {
			t.Errorf("%q is taken for a first name", w)
		}
	}
}
