// Package email writes an issue as a mail: subject, HTML and plain text.
//
// Most callers want [Compose]. What it writes is the articles' own words:
// nothing is paraphrased, and quotation marks stand only where an article has
// them. Articles are foreign text, so nothing in one can become markup, a
// script, a header or a placeholder of the mail service.
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
	UnsubscribeURL string // placeholder that SES replaces
	WebURL         string // this issue's web version; empty: no link
}

// Unsubscribe is the placeholder that SES replaces by the recipient's
// unsubscribe link when a message is sent with ListManagementOptions.
const Unsubscribe = "{{amazonSESUnsubscribeUrl}}"

// Compose writes the mail of an issue. The HTML is under [MaxHTML] bytes
// whatever the issue holds: on a day of many stories all but the first show
// fewer speakers, and what still does not fit is listed by headline.
func Compose(is issue.Issue, o Options) (Message, error) {
	zone, err := time.LoadLocation(is.Timezone)
	if err != nil {
		return Message{}, fmt.Errorf("compose issue %s: %w", is.ID, err)
	}
	l, html, err := densest(is, o, zone)
	if err != nil {
		return Message{}, fmt.Errorf("compose issue %s: %w", is.ID, err)
	}
	text, err := l.text()
	if err != nil {
		return Message{}, fmt.Errorf("compose issue %s: %w", is.ID, err)
	}
	return Message{Subject: subject(is, l.Title), HTML: html, Text: text}, nil
}
