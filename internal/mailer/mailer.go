// Package mailer sends mail through Amazon SES (API v2) to the subscribers of
// its contact list.
//
// Most callers want [New], then [Mailer.Account] for the pace,
// [Mailer.Contacts] for whom, [Mailer.Attributes] for when, and [Mailer.Send].
package mailer

import (
	"context"
	"errors"
	"fmt"
	"net/http/httptrace"
	"net/mail"
	"sync/atomic"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"
	"golang.org/x/time/rate"

	"onrecord/internal/email"
)

// Options says in whose name mail goes out, and to which list.
type Options struct {
	From             string // From header, an address verified in SES
	ReplyTo          string // may be empty
	ContactList      string // SES contact list that holds the subscribers
	Topic            string // topic of the list that a subscriber can leave
	ConfigurationSet string // SES configuration set, may be empty

	// Pace waits until the next call about contacts may be made. nil: one call
	// a second, which is what SES allows, the first a second after [New], so
	// that a process started anew keeps its distance from the last.
	Pace func(context.Context) error
}

// Mailer sends mail through one SES account. It may be used by many goroutines
// at once.
type Mailer struct {
	client *sesv2.Client
	o      Options
}

// New returns a mailer. Nothing is asked of SES before the first verb.
func New(client *sesv2.Client, o Options) *Mailer {
	if o.Pace == nil {
		limit := rate.NewLimiter(1, 1)
		limit.Allow()
		o.Pace = limit.Wait
	}
	return &Mailer{client: client, o: o}
}

// Account returns what SES allows this account at the moment. It is asked once
// a beat and needs no pace.
func (m *Mailer) Account(ctx context.Context) (email.Account, error) {
	out, err := m.client.GetAccount(ctx, &sesv2.GetAccountInput{})
	if err != nil {
		return email.Account{}, fmt.Errorf("SES account: %w", err)
	}
	if out.SendQuota == nil {
		return email.Account{}, errors.New("SES account: no sending quota in the answer")
	}
	return email.Account{
		Sending:      out.SendingEnabled && aws.ToString(out.EnforcementStatus) != "SHUTDOWN",
		Sandbox:      !out.ProductionAccessEnabled,
		MaxPerSecond: out.SendQuota.MaxSendRate,
		MaxPerDay:    out.SendQuota.Max24HourSend,
		SentToday:    out.SendQuota.SentLast24Hours,
	}, nil
}

// Send mails msg to one recipient, once: the SDK's retries are off, as a
// repeated send whose first answer was lost would be a second copy. The error
// wraps [email.ErrThrottled], [email.ErrPaused], [email.ErrQuota] or
// [email.ErrUnconfirmed], or is an [*email.RefusedError]; the table in outcome says which and why.
func (m *Mailer) Send(ctx context.Context, to email.Recipient, msg email.Message) (messageID string, err error) {
	var left atomic.Bool
	traced := httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GotConn: func(httptrace.GotConnInfo) { left.Store(true) },
	})
	out, err := m.client.SendEmail(traced, m.input(to, msg), once)
	if err != nil {
		return "", outcome(err, left.Load(), m.o.From, to.Address)
	}
	return aws.ToString(out.MessageId), nil
}

// once turns the SDK's retries off for one call, whatever the client's are.
func once(o *sesv2.Options) {
	o.Retryer = aws.NopRetryer{}
	o.RetryMaxAttempts = 1
}

func (m *Mailer) input(to email.Recipient, msg email.Message) *sesv2.SendEmailInput {
	in := &sesv2.SendEmailInput{
		FromEmailAddress: aws.String(mailbox(m.o.From)),
		Destination:      &types.Destination{ToAddresses: []string{named(to)}},
		Content: &types.EmailContent{Simple: &types.Message{
			Subject: utf8(msg.Subject),
			Body:    &types.Body{Html: utf8(msg.HTML), Text: utf8(msg.Text)},
		}},
	}
	if m.o.ReplyTo != "" {
		in.ReplyToAddresses = []string{mailbox(m.o.ReplyTo)}
	}
	if m.o.ContactList != "" {
		in.ListManagementOptions = &types.ListManagementOptions{ContactListName: aws.String(m.o.ContactList)}
		if m.o.Topic != "" {
			in.ListManagementOptions.TopicName = aws.String(m.o.Topic)
		}
	}
	if m.o.ConfigurationSet != "" {
		in.ConfigurationSetName = aws.String(m.o.ConfigurationSet)
	}
	return in
}

func utf8(s string) *types.Content {
	return &types.Content{Data: aws.String(s), Charset: aws.String("UTF-8")}
}

// mailbox writes an address as SES wants it: a display name that is not ASCII
// as MIME encoded words. What is no address is SES's to refuse.
func mailbox(s string) string {
	a, err := mail.ParseAddress(s)
	if err != nil {
		return s
	}
	return named(email.Recipient{Name: a.Name, Address: a.Address})
}

// named returns the recipient's address, with the name where there is one.
// The address itself stays as the contact list has it.
func named(r email.Recipient) string {
	if r.Name == "" {
		return r.Address
	}
	name := (&mail.Address{Name: r.Name, Address: "x@example.com"}).String()
	return name[:len(name)-len("<x@example.com>")] + "<" + r.Address + ">"
}
