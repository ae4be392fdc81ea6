// Package article frees a news article from the page or file that carried it:
// headline, byline, date, publication, language and exactly the article's own
// paragraphs, in the article's own words.
//
// Most callers want [Extract].
package article

import (
	"errors"
	"fmt"
	"strings"

	"onrecord/internal/document"
)

// ErrNoText reports a document in which no article text was found.
var ErrNoText = errors.New("no article text")

// Article is a news article. Its text is never changed beyond decoding and
// white space; what is not the article is left out.
type Article struct {
	Headline    string   `json:"headline"`
	Byline      []string `json:"byline"` // people only
	Publication string   `json:"publication"`
	URL         string   `json:"url"` // canonical, http(s) only
	// Published is the date as written: RFC 3339 with the written offset, a
	// bare 2006-01-02, or empty.
	Published string `json:"published"`
	Language  string `json:"language"` // BCP 47 primary subtag, or empty
	Words     int    `json:"words"`
	// ReadingMinutes is Words at 238 words a minute, rounded, at least 1
	// (Brysbaert 2019, silent reading of English non-fiction).
	ReadingMinutes int `json:"reading_minutes"`
	// Text is the body: paragraphs separated by one blank line, no headline.
	Text string `json:"text"`
}

const (
	// MaxWords is how long an article may be. The longest that newspapers print
	// run to some 40,000 words, and long novels to 250,000.
	MaxWords = 250_000
	// maxLines is how many lines pasted text may have: each is judged by some
	// hundred rules, and a novel has 30,000.
	maxLines = 300_000
)

// Extract finds the article in d. It returns an error wrapping [ErrNoText]
// where there is none, and [document.ErrTooLarge] where the text is longer
// than [MaxWords] or is made of lines without end.
func Extract(d *document.Document) (Article, error) {
	if n := strings.Count(d.Text, "\n"); n > maxLines {
		return Article{}, fmt.Errorf("%w: %d lines, at most %d are read", document.ErrTooLarge, n, maxLines)
	}
	a, paragraphs, found := fromFile(d)
	switch {
	case found:
	case d.Root == nil:
		a, paragraphs = fromText(d.Text)
	case d.Format == document.Markdown:
		a, paragraphs = fromMarkdown(d)
	default:
		a, paragraphs = fromPage(d.Root)
	}
	a.Text = strings.Join(paragraphs, "\n\n")
	a.Words = countWords(a.Text)
	if a.Words > MaxWords {
		return Article{}, fmt.Errorf("%w: %d words, at most %d are read", document.ErrTooLarge, a.Words, MaxWords)
	}
	if err := refusal(d, a); err != nil {
		return Article{}, err
	}
	if a.Words == 0 {
		return Article{}, ErrEmpty
	}
	if a.Headline == "" {
		// A digest needs a headline: the first sentence is the article's own
		// words, and stays in the text.
		a.Headline = firstSentence(paragraphs[0])
	}
	if a.Language == "" {
		a.Language = detectLanguage(a.Text)
	}
	a.ReadingMinutes = readingMinutes(a.Words)
	return a, nil
}
