package mailertest

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"
	"github.com/google/go-cmp/cmp"

	"onrecord/internal/email"
	"onrecord/internal/mailer"
)

var message = email.Message{
	Subject: "Bridge to be rebuilt – “soon”, says Mayor Fenn 🗞",
	HTML:    "<p>Grüße, <b>東京</b> &amp; more.</p>\n" + strings.Repeat("<p>A line that is longer than a mail's lines may be.</p>", 40),
	Text:    "Grüße, 東京 & more.\n.\nA line that begins with a dot is a trap.\n",
}

var ada = email.Recipient{Address: "ada@example.com"}

func testSends(t *testing.T, s Service) {
	m := s.unlisted()
	seen := map[string]bool{}
	for range 3 {
		id, err := m.Send(t.Context(), ada, message)
		if err != nil {
			t.Fatal(err)
		}
		if id == "" || seen[id] {
			t.Errorf("message id %q is empty or was given before", id)
		}
		seen[id] = true
	}
}

func testArrives(t *testing.T, s Service) {
	id, err := s.unlisted().Send(t.Context(), ada, message)
	if err != nil {
		t.Fatal(err)
	}
	want := Mail{From: s.From, To: ada.Address, Subject: message.Subject, HTML: message.HTML, Text: message.Text}
	if diff := cmp.Diff(want, s.arrived(t, id)); diff != "" {
		t.Errorf("mail (-want +got):\n%s", diff)
	}
}

func testRefusesSender(t *testing.T, s Service) {
	m := s.mailer(func(o *mailer.Options) {
		o.From, o.ContactList, o.Topic = "On Record <nobody@unverified.example.net>", "", ""
	})
	if _, err := m.Send(t.Context(), ada, message); !errors.Is(err, email.ErrPaused) {
		t.Errorf("Send from an unverified address: %v, want email.ErrPaused", err)
	}
}

func testRefusesAddress(t *testing.T, s Service) {
	for _, address := range []string{
		"", "ada", "@example.com", "ada@", "ada@exam ple.com", "ada@example..com",
		"ada\r\nBcc: bob@example.com", "ada@example.com, bob@example.com", "jürgen@example.com",
	} {
		_, err := s.unlisted().Send(t.Context(), email.Recipient{Address: address}, message)
		var refused *email.RefusedError
		if !errors.As(err, &refused) || refused.Reason == "" {
			t.Errorf("Send to %q: %v, want a RefusedError with a reason", address, err)
		}
	}
	if _, err := s.unlisted().Send(t.Context(), ada, message); err != nil {
		t.Errorf("Send to another after it: %v", err)
	}
}

func testLimitsRecipients(t *testing.T, s Service) {
	to := make([]string, 51)
	for i := range to {
		to[i] = fmt.Sprintf("reader%d@example.com", i)
	}
	send := func(to []string) error {
		_, err := s.Client.SendEmail(t.Context(), &sesv2.SendEmailInput{
			FromEmailAddress: aws.String(s.From),
			Destination:      &types.Destination{ToAddresses: to[:10], CcAddresses: to[10:20], BccAddresses: to[20:]},
			Content: &types.EmailContent{Simple: &types.Message{
				Subject: &types.Content{Data: aws.String("Hello")},
				Body:    &types.Body{Text: &types.Content{Data: aws.String("Hello")}},
			}},
		})
		return err
	}
	if err := send(to[:50]); err != nil {
		t.Errorf("50 recipients: %v", err)
	}
	if err := send(to); err == nil {
		t.Error("51 recipients are accepted")
	}
}

func testTellsAccount(t *testing.T, s Service) {
	m := s.unlisted()
	before, err := m.Account(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !before.Sending || before.MaxPerSecond <= 0 || before.Left() <= 0 {
		t.Errorf("Account = %+v, want one that may send", before)
	}
	if _, err := m.Send(t.Context(), ada, message); err != nil {
		t.Fatal(err)
	}
	after, err := m.Account(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	before.SentToday++
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("Account after one mail (-want +got):\n%s", diff)
	}
}

func testNeedsList(t *testing.T, s Service) {
	s.makeList(t)
	for name, change := range map[string]func(*mailer.Options){
		"list":  func(o *mailer.Options) { o.ContactList = "nobody" },
		"topic": func(o *mailer.Options) { o.Topic = "nothing" },
	} {
		m := s.mailer(change)
		if _, err := m.Send(t.Context(), ada, message); !errors.Is(err, email.ErrPaused) {
			t.Errorf("Send to an unknown %s: %v, want email.ErrPaused", name, err)
		}
		if _, err := m.Contacts(t.Context(), ""); err == nil {
			t.Errorf("Contacts of an unknown %s give no error", name)
		}
	}
}

func testUnsubscribes(t *testing.T, s Service) {
	s.makeList(t)
	s.makeContact(t, ada.Address, nil)
	m := s.mailer(nil)
	msg := message
	msg.HTML += `<a href="` + email.Unsubscribe + `">Unsubscribe</a>`
	msg.Text += email.Unsubscribe
	id, err := m.Send(t.Context(), ada, msg)
	if err != nil {
		t.Fatal(err)
	}
	mail := s.arrived(t, id)
	if strings.Contains(mail.HTML+mail.Text, email.Unsubscribe) {
		t.Error("the unsubscribe placeholder was not replaced")
	}
	if diff := cmp.Diff([]string{ada.Address}, contacts(t, m)); diff != "" {
		t.Errorf("contacts before (-want +got):\n%s", diff)
	}
	s.Unsubscribe(t, mail)
	if got := contacts(t, m); len(got) != 0 {
		t.Errorf("contacts after = %v, want none", got)
	}
}
