package issue

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// stopwords are the words that say nothing of an event: the grammar's, the
// newsroom's and the calendar's.
//
//go:embed stopwords.txt
var stopwords string

var sortedStopwords = sync.OnceValue(func() []string {
	ws := strings.Fields(stopwords)
	slices.Sort(ws)
	return ws
})

func isStopword(folded string) bool {
	_, found := slices.BinarySearch(sortedStopwords(), folded)
	return found
}
