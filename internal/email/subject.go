package email

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord/internal/issue"
)

// How long a subject may be, in characters. A mail client shows some 70 of one
// in a list, and what it cuts off must not be how many stories there are. A
// few more are better than a headline cut for their sake.
const (
	longestSubject = 100 // of one story, which nothing follows
	wholeSubject   = 78  // of several, with the headline whole
	cutSubject     = 66  // of several, with the headline cut
)

// subject names the first story and how many more there are.
func subject(is issue.Issue, title string) string {
	if len(is.Stories) == 0 {
		return cut(title, longestSubject-len(": no stories today")) + ": no stories today"
	}
	headline := headlineOf(is.Stories[0].Headline)
	if len(is.Stories) == 1 {
		return cutTidily(headline, longestSubject)
	}
	more := fmt.Sprintf(" and %d more", len(is.Stories)-1)
	if utf8.RuneCountInString(headline)+len(more) <= wholeSubject {
		return headline + more
	}
	return cutTidily(headline, cutSubject-len(more)) + more
}

// cutTidily is cut, but leaves no word before the ellipsis that points to one
// behind it.
func cutTidily(s string, n int) string {
	short := cut(s, n)
	if short == s {
		return s
	}
	words := strings.TrimSuffix(short, "…")
	for {
		i := strings.LastIndexByte(words, ' ')
		if i <= 0 || !slices.Contains(pointers[:], strings.ToLower(words[i+1:])) {
			return words + "…"
		}
		words = strings.TrimRight(words[:i], " ,;:–—-")
	}
}

// pointers is the short words of English that a line should not end with.
var pointers = [...]string{
	"a", "after", "against", "amid", "an", "and", "are", "as", "at", "before", "but", "by", "for", "from", "in", "into",
	"is", "its", "of", "on", "or", "over", "that", "the", "their", "to", "under", "was", "will", "with",
}
