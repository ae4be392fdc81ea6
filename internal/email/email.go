// Package email writes an issue as a mail: subject, HTML and plain text. It
// also writes what is published of issues on the web, which is set in the same
// type: a page for each issue, and Atom feeds.
//
// Most callers want [Compose], and [Page] and [Index] for the web. What they write is the
// articles' own words: nothing is paraphrased, and quotation marks stand only
// where an article has them. Articles are foreign text, so nothing in one can
// become markup, a script, a header or a placeholder of the mail service.
package email

import (
	"fmt"
	"time"

	"onrecord/internal/issue"
)

// Message is a mail's content, without addresses.
type Message struct {
	Subject string // one line, any Unicode, no control characters
	HTML    string
	Text    string
}

// Options is what a mail says beside the issue.
type Options struct {
	Title          string // the publication's name, "Daily Digest" where empty
	Hour           int    // local hour at which the mail is due, 0 to 23
	PostalAddress  string // sender's postal address for the footer, may be empty
	UnsubscribeURL string // placeholder that SES replaces; a page of the web has none
	WebBaseURL     string // root of the web, where [Page] and [Index] are published; empty: no link
}

// Unsubscribe is the placeholder that SES replaces by the recipient's
// unsubscribe link when a message is sent with ListManagementOptions.
const Unsubscribe = "{{amazonSESUnsubscribeUrl}}"

// Compose writes the mail of an issue. The HTML is under [MaxHTML] bytes
// whatever the issue holds: on a day of many stories all but the first show
// fewer speakers, and what still does not fit is listed by headline and linked.
func Compose(is issue.Issue, o Options) (Message, error) {
	l, html, err := layOut(is, o)
	if err != nil {
		return Message{}, err
	}
	return Message{Subject: subject(is, l.Title), HTML: html, Text: l.text(Ink{})}, nil
}

// layOut returns what both parts of the mail of an issue show, and the one
// that decides how much that is.
func layOut(is issue.Issue, o Options) (l *letter, html string, err error) {
	zone, err := time.LoadLocation(is.Timezone)
	if err != nil {
		return nil, "", fmt.Errorf("compose issue %s: %w", is.ID, err)
	}
	l, html = densest(is, o, zone)
	return l, html, nil
}
