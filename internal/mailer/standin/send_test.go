package standin

import (
	"bytes"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/mail"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"
	"github.com/aws/smithy-go"
)

func letter(change func(*sesv2.SendEmailInput)) *sesv2.SendEmailInput {
	in := &sesv2.SendEmailInput{
		FromEmailAddress: aws.String(from),
		Destination:      &types.Destination{ToAddresses: []string{"ada@example.org"}},
		Content: &types.EmailContent{Simple: &types.Message{
			Subject: &types.Content{Data: aws.String("Hello")},
			Body:    &types.Body{Text: &types.Content{Data: aws.String("Hello")}},
		}},
	}
	if change != nil {
		change(in)
	}
	return in
}

func TestRefusals(t *testing.T) {
	s := start(t, Options{Region: "eu-central-1"})
	makeList(t, s)
	simple := func(change func(*types.Message)) func(*sesv2.SendEmailInput) {
		return func(in *sesv2.SendEmailInput) { change(in.Content.Simple) }
	}
	to := func(addresses ...string) func(*sesv2.SendEmailInput) {
		return func(in *sesv2.SendEmailInput) { in.Destination.ToAddresses = addresses }
	}
	managed := func(list, topic string) func(*sesv2.SendEmailInput) {
		return func(in *sesv2.SendEmailInput) {
			in.ListManagementOptions = &types.ListManagementOptions{ContactListName: &list, TopicName: &topic}
		}
	}
	for _, c := range []struct {
		name          string
		change        func(*sesv2.SendEmailInput)
		code, message string
	}{
		{"no recipient", to(), "BadRequestException", "no recipients"},
		{"no at", to("ada"), "BadRequestException", "Missing final '@domain'"},
		{"no domain", to("ada@"), "BadRequestException", "Missing domain"},
		{"dots", to("ada@example..org"), "BadRequestException", "Domain contains dot-dot"},
		{"space", to("a da@example.org"), "BadRequestException", "Local address contains control or whitespace"},
		{"not ASCII", to("äda@example.org"), "BadRequestException", "Local address contains illegal character"},
		{"name not ASCII", to("Äda <ada@example.org>"), "BadRequestException", "User name is not ASCII"},
		{"header injection", to("ada@example.org\r\nBcc: b@example.org"), "BadRequestException", "Illegal address"},
		{"51 recipients", to(strings.Split(strings.Repeat("ada@example.org ", 51)[:51*16-1], " ")...), "BadRequestException", "Recipient count exceeds 50."},
		{"reply-to", func(in *sesv2.SendEmailInput) { in.ReplyToAddresses = []string{"x"} }, "BadRequestException", "Reply-To"},
		{"no sender", func(in *sesv2.SendEmailInput) { in.FromEmailAddress = nil }, "BadRequestException", "FromEmailAddress"},
		{"unverified sender", func(in *sesv2.SendEmailInput) { in.FromEmailAddress = aws.String("Bob <bob@example.net>") }, "MessageRejected",
			"Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: bob@example.net"},
		{"no content", func(in *sesv2.SendEmailInput) { in.Content = &types.EmailContent{} }, "BadRequestException", "Content"},
		{"no body", simple(func(m *types.Message) { m.Body = &types.Body{} }), "BadRequestException", "Body"},
		{"no subject", simple(func(m *types.Message) { m.Subject.Data = aws.String("") }), "BadRequestException", "Subject"},
		{"subject of two lines", simple(func(m *types.Message) { m.Subject.Data = aws.String("a\r\nBcc: b@example.org") }), "BadRequestException", "Subject"},
		{"header of two lines", simple(func(m *types.Message) {
			m.Headers = []types.MessageHeader{{Name: aws.String("X-A"), Value: aws.String("a\nb")}}
		}), "BadRequestException", "Header"},
		{"header name", simple(func(m *types.Message) {
			m.Headers = []types.MessageHeader{{Name: aws.String("X A"), Value: aws.String("a")}}
		}), "BadRequestException", "Header"},
		{"too long", simple(func(m *types.Message) { m.Body.Text.Data = aws.String(strings.Repeat("x", 40<<20)) }), "BadRequestException", "Message length is more than"},
		{"unknown list", managed("nobody", "daily"), "NotFoundException", "List with name: nobody doesn't exist."},
		{"unknown topic", managed("readers", "weekly"), "BadRequestException", "Topic: weekly doesn't exist in list: readers"},
		{"list and two recipients", func(in *sesv2.SendEmailInput) {
			managed("readers", "daily")(in)
			in.Destination.CcAddresses = []string{"bob@example.org"}
		}, "BadRequestException", "single recipient"},
		{"configuration set", func(in *sesv2.SendEmailInput) { in.ConfigurationSetName = aws.String("x") }, "NotFoundException", "Configuration set <x> does not exist."},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := s.Client().SendEmail(t.Context(), letter(c.change))
			var api smithy.APIError
			if !errors.As(err, &api) || api.ErrorCode() != c.code || !strings.Contains(api.ErrorMessage(), c.message) {
				t.Errorf("SendEmail: %v, want %s: %s", err, c.code, c.message)
			}
		})
	}
	if n := len(s.Mailbox()); n != 0 {
		t.Errorf("%d mails were kept, want none", n)
	}
}

func FuzzAddress(f *testing.F) {
	for _, s := range []string{
		"ada@example.org", "Ada <ada@example.org>", "=?utf-8?q?=C3=84?= <a@b.c>", "a@b@c.d", "\"a b\"@c.d", "a@[127.0.0.1]", "", "@", "<>", "a\x00@b.c", "\xff@b.c", "<a@b.c>, <d@e.f>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		address, problem := bare(s)
		if problem != "" {
			return
		}
		parsed, err := mail.ParseAddress(address)
		if err != nil || parsed.Address != address {
			t.Errorf("bare(%q) = %q, which net/mail reads as %v, %v", s, address, parsed, err)
		}
	})
}

func FuzzSendEmail(f *testing.F) {
	f.Add([]byte(`{"FromEmailAddress":"digest@example.com","Destination":{"ToAddresses":["ada@example.org"]},"Content":{"Simple":{"Subject":{"Data":"a"},"Body":{"Text":{"Data":"b"}}}}}`))
	f.Add([]byte(`{"ListManagementOptions":{"ContactListName":"x"},"Content":{"Raw":{"Data":"eA=="}}}`))
	f.Add([]byte("null"))
	f.Fuzz(func(t *testing.T, body []byte) {
		s := newServer(Options{Identities: []string{from}})
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/v2/email/outbound-emails", bytes.NewReader(body)))
		if w.Code >= 500 {
			t.Errorf("%q: %d %s", body, w.Code, w.Body)
		}
		for _, m := range s.Mailbox() {
			if _, err := m.EML(); err != nil {
				t.Errorf("%q: accepted, and then: %v", body, err)
			}
		}
	})
}
