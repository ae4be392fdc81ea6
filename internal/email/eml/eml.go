// Package eml writes a composed mail as a message file (RFC 5322), as a
// mailbox keeps it and any mail program opens it. It is apart from package
// email because the function that sends does not need it: the mail service
// writes its own.
package eml

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html"
	"strings"
	"time"

	"github.com/wneessen/go-mail"

	"onrecord/internal/email"
)

// Envelope is what a message file has beside the mail's content.
type Envelope struct {
	From, To string // mailboxes, with or without a display name
	Date     time.Time
	// MessageID is without angle brackets, such as 20261123.ada@example.com.
	// Empty: made from the content.
	MessageID string
	// UnsubscribeURL goes into List-Unsubscribe and takes the place of the
	// mail service's placeholder in both parts. Empty: no such header.
	UnsubscribeURL string
}

// Write returns m as a message file: multipart/alternative, the plain text
// before the HTML, with the headers for one-click unsubscribing (RFC 8058).
// The same arguments give the same bytes.
func Write(m email.Message, e Envelope) ([]byte, error) {
	mark := fingerprint(m, e)
	if e.MessageID == "" {
		e.MessageID = mark + "@localhost"
	}
	msg := mail.NewMsg(mail.WithNoDefaultUserAgent(), mail.WithBoundary(mark))
	if err := msg.From(e.From); err != nil {
		return nil, fmt.Errorf("message file: sender %q: %w", e.From, err)
	}
	if err := msg.To(e.To); err != nil {
		return nil, fmt.Errorf("message file: recipient %q: %w", e.To, err)
	}
	msg.Subject(m.Subject)
	msg.SetDateWithValue(e.Date)
	msg.SetMessageIDWithValue(e.MessageID)
	if e.UnsubscribeURL != "" {
		msg.SetGenHeader("List-Unsubscribe", "<"+e.UnsubscribeURL+">")
		msg.SetGenHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
		m.HTML = strings.ReplaceAll(m.HTML, email.Unsubscribe, html.EscapeString(e.UnsubscribeURL))
		m.Text = strings.ReplaceAll(m.Text, email.Unsubscribe, e.UnsubscribeURL)
	}
	msg.SetBodyString(mail.TypeTextPlain, m.Text)
	msg.AddAlternativeString(mail.TypeTextHTML, m.HTML)
	var b bytes.Buffer
	if _, err := msg.WriteTo(&b); err != nil {
		return nil, fmt.Errorf("message file: %w", err)
	}
	return b.Bytes(), nil
}

// fingerprint names the mail by what it says and to whom. As the boundary
// between the parts it cannot stand in either: who wrote them would have had
// to know the hash of what they were writing.
func fingerprint(m email.Message, e Envelope) string {
	h := sha256.New()
	for _, s := range []string{m.Subject, m.HTML, m.Text, e.From, e.To, e.Date.UTC().Format(time.RFC3339Nano)} {
		fmt.Fprintf(h, "%d\n%s\n", len(s), s)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
