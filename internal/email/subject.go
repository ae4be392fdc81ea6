package email

import (
	"fmt"
	"unicode/utf8"

	"onrecord/internal/issue"
)

// longestSubject is in characters: what a wide mail client shows of one.
const longestSubject = 120

// subject names the first story and how many more there are.
func subject(is issue.Issue, title string) string {
	if len(is.Stories) == 0 {
		return cut(title, longestSubject-len(": no stories today")) + ": no stories today"
	}
	more := ""
	if n := len(is.Stories) - 1; n > 0 {
		more = fmt.Sprintf(" and %d more", n)
	}
	headline := headlineOf(is.Stories[0].Headline)
	return cut(headline, longestSubject-utf8.RuneCountInString(more)) + more
}
