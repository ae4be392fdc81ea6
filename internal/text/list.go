package text

import "strings"

// Listed looks a word up in a list of lines that are sorted by bytes, each a word
// and perhaps a space and what is noted of it, which is returned. The words hold no
// byte below a space. The list can be an embedded file: nothing is decoded, and a
// look-up allocates nothing.
func Listed(list, word string) (note string, found bool) {
	for low, high := 0, len(list); low < high; {
		mid := (low + high) / 2
		start := low + strings.LastIndexByte(list[low:mid], '\n') + 1
		line := list[start:high]
		i := 0
		for i < len(word) && i < len(line) && line[i] == word[i] && word[i] > ' ' {
			i++
		}
		next := byte('\n') // behind what both begin with
		if i < len(line) {
			next = line[i]
		}
		end := strings.IndexByte(line, '\n')
		if end < 0 {
			end = len(line)
		}
		switch {
		case i == len(word) && next <= ' ':
			return strings.TrimPrefix(line[i:end], " "), true
		case i < len(word) && (next <= ' ' || next < word[i]):
			low = start + end + 1
		default:
			high = start
		}
	}
	return "", false
}
