package text

import "strings"

// Listed looks a word up in a list of lines that are sorted by bytes, each a word
// and perhaps a space and what is noted of it, which is returned. The list can be
// an embedded file: nothing is decoded, and a look-up allocates nothing.
func Listed(list, word string) (note string, found bool) {
	for low, high := 0, len(list); low < high; {
		mid := (low + high) / 2
		start := strings.LastIndexByte(list[:mid], '\n') + 1
		line, _, _ := strings.Cut(list[start:], "\n")
		switch entry, note, _ := strings.Cut(line, " "); strings.Compare(entry, word) {
		case 0:
			return note, true
		case -1:
			low = start + len(line) + 1
		default:
			high = start
		}
	}
	return "", false
}
