package standin

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"
)

// Message is a mail that was accepted.
type Message struct {
	ID      string // SES message id
	Time    time.Time
	From    string
	ReplyTo []string
	To      []string
	Cc      []string
	Bcc     []string
	Subject string
	HTML    string   // with the recipient's unsubscribe link filled in
	Text    string   // likewise
	Headers []Header // beside those above, in order
	// Bounced says why SES would have bounced the mail that it accepted: its
	// recipient has left the list. Empty for a mail that went out.
	Bounced string
}

// Header is one line of a message's header.
type Header struct{ Name, Value string }

// placeholder is what SES replaces by the recipient's unsubscribe link, twice
// at most in each part.
const (
	placeholder  = "{{amazonSESUnsubscribeUrl}}"
	placeholders = 2
)

// keep puts an accepted mail into the mailbox. The caller holds the lock.
func (s *Server) keep(in *sendRequest, sub *subscription) Message {
	s.serial++
	simple := in.Content.Simple
	m := Message{
		ID:      fmt.Sprintf("0102%012x-%08x-%s-000000", s.o.Now().UnixMilli(), s.serial, strings.ToLower(rand.Text()[:12])),
		Time:    s.o.Now(),
		From:    in.FromEmailAddress,
		ReplyTo: in.ReplyToAddresses,
		To:      in.Destination.ToAddresses,
		Cc:      in.Destination.CcAddresses,
		Bcc:     in.Destination.BccAddresses,
		Subject: simple.Subject.Data,
		Headers: slices.Clone(simple.Headers),
	}
	if s.o.Terse {
		return s.file(Message{ID: m.ID, Time: m.Time, To: m.To, Subject: m.Subject})
	}
	if simple.Body.Html != nil {
		m.HTML = simple.Body.Html.Data
	}
	if simple.Body.Text != nil {
		m.Text = simple.Body.Text.Data
	}
	if sub != nil {
		s.manage(&m, *sub)
	}
	return s.file(m)
}

// file puts a message into the mailbox.
func (s *Server) file(m Message) Message {
	s.messages = append(s.messages, m)
	if s.onMessage != nil {
		s.onMessage(m)
	}
	return m
}

// manage adds to a mail what list management does.
func (s *Server) manage(m *Message, sub subscription) {
	if s.optedOut(&sub) {
		m.Bounced = "The recipient has unsubscribed."
	}
	token := rand.Text()
	s.links[token] = sub
	link := s.endpoint + "/unsubscribe/" + token
	m.HTML = strings.Replace(m.HTML, placeholder, link, placeholders)
	m.Text = strings.Replace(m.Text, placeholder, link, placeholders)
	m.Headers = slices.DeleteFunc(m.Headers, func(h Header) bool {
		return strings.EqualFold(h.Name, "List-Unsubscribe") || strings.EqualFold(h.Name, "List-Unsubscribe-Post")
	})
	m.Headers = append(m.Headers,
		Header{"List-Unsubscribe", "<" + link + ">"},
		Header{"List-Unsubscribe-Post", "List-Unsubscribe=One-Click"})
}

// Mailbox returns the accepted messages, oldest first.
func (s *Server) Mailbox() []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.messages)
}

// OnMessage has f called with every message that is accepted from now on, one
// at a time, before its sender is answered. f may not use the server.
func (s *Server) OnMessage(f func(Message)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.onMessage = f
}

// EML returns the message as an .eml file, to be opened by a mail program.
func (m Message) EML() ([]byte, error) {
	out := gomail.NewMsg(gomail.WithNoDefaultUserAgent(), gomail.WithBoundary("part-"+m.ID))
	if err := m.address(out); err != nil {
		return nil, fmt.Errorf("write mail %s: %w", m.ID, err)
	}
	out.Subject(m.Subject)
	out.SetDateWithValue(m.Time)
	out.SetMessageIDWithValue(m.ID + "@email.example.com")
	for _, h := range m.Headers {
		out.SetGenHeaderPreformatted(gomail.Header(h.Name), h.Value)
	}
	if m.Text == "" {
		out.SetBodyString(gomail.TypeTextHTML, m.HTML)
	} else {
		out.SetBodyString(gomail.TypeTextPlain, m.Text)
		if m.HTML != "" {
			out.AddAlternativeString(gomail.TypeTextHTML, m.HTML)
		}
	}
	var file bytes.Buffer
	if _, err := out.WriteTo(&file); err != nil {
		return nil, fmt.Errorf("write mail %s: %w", m.ID, err)
	}
	return file.Bytes(), nil
}

// address fills in the parties; who got a blind copy is nobody's to read.
func (m Message) address(out *gomail.Msg) error {
	err := errors.Join(out.From(m.From), out.To(m.To...), out.Cc(m.Cc...))
	if len(m.ReplyTo) > 0 {
		err = errors.Join(err, out.ReplyTo(m.ReplyTo[0]))
	}
	return err
}
