package mailer_test

import (
	"context"
	"errors"
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"

	"onrecord/internal/email"
	"onrecord/internal/mailer"
	"onrecord/internal/mailer/standin"
)

var (
	ada  = email.Recipient{Address: "ada@example.org", Name: "Äda, “the” Fenn"}
	note = email.Message{Subject: "Hello", HTML: "<p>Hello</p>", Text: "Hello"}
)

// counting counts the requests that leave.
type counting struct{ requests atomic.Int32 }

func (c *counting) RoundTrip(r *http.Request) (*http.Response, error) {
	c.requests.Add(1)
	return http.DefaultTransport.RoundTrip(r)
}

// eager is a client that retries everything at once, as a careless caller's
// might.
func eager(server *standin.Server) (*sesv2.Client, *counting) {
	wire := new(counting)
	return server.Client(func(o *sesv2.Options) {
		o.HTTPClient = &http.Client{Transport: wire}
		o.Retryer = retry.AddWithMaxBackoffDelay(retry.AddWithMaxAttempts(retry.NewStandard(), 10), 1)
		o.RetryMaxAttempts = 10
	}), wire
}

func TestSendIsNeverRepeated(t *testing.T) {
	for _, c := range []struct {
		name     string
		fault    standin.FaultKind
		want     error
		accepted int
	}{
		{"throttled", standin.Throttle, email.ErrThrottled, 0},
		{"unavailable", standin.Unavailable, email.ErrThrottled, 0},
		{"dropped before it was accepted", standin.DropBefore, email.ErrUnconfirmed, 0},
		{"dropped after it was accepted", standin.DropAfter, email.ErrUnconfirmed, 1},
		{"failed after it was accepted", standin.FailAfter, email.ErrUnconfirmed, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			server := start(t, standin.Options{})
			client, wire := eager(server)
			m := mailer.New(client, mailer.Options{From: from})
			server.Inject(standin.Fault{Kind: c.fault})
			if _, err := m.Send(t.Context(), ada, note); !errors.Is(err, c.want) {
				t.Errorf("Send = %v, want %v", err, c.want)
			}
			if got := wire.requests.Load(); got != 1 {
				t.Errorf("%d requests left, want 1", got)
			}
			if got := len(server.Mailbox()); got != c.accepted {
				t.Errorf("%d mails were accepted, want %d", got, c.accepted)
			}
			if _, err := m.Send(t.Context(), ada, note); err != nil {
				t.Errorf("Send after it: %v", err)
			}
		})
	}
}

func TestSendWithoutAnswer(t *testing.T) {
	server := start(t, standin.Options{})
	m := mailer.New(server.Client(), mailer.Options{From: from})
	never := make(chan struct{})
	defer close(never)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	server.Inject(standin.Fault{Reached: cancel, Until: never})
	if _, err := m.Send(ctx, ada, note); !errors.Is(err, email.ErrUnconfirmed) {
		t.Errorf("Send cancelled on its way = %v, want email.ErrUnconfirmed", err)
	}
	ctx, cancel = context.WithCancel(t.Context())
	cancel()
	if _, err := m.Send(ctx, ada, note); !errors.Is(err, email.ErrThrottled) {
		t.Errorf("Send cancelled before it left = %v, want email.ErrThrottled", err)
	}
	gone := start(t, standin.Options{})
	m = mailer.New(gone.Client(), mailer.Options{From: from})
	if err := gone.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := m.Send(t.Context(), ada, note); !errors.Is(err, email.ErrThrottled) {
		t.Errorf("Send to nobody = %v, want email.ErrThrottled", err)
	}
}

func TestAccountsThatMayNotSend(t *testing.T) {
	now := time.Date(2026, 11, 23, 6, 0, 0, 0, time.UTC)
	clock := func() time.Time { return now }
	send := func(server *standin.Server, to string) error {
		m := mailer.New(server.Client(), mailer.Options{From: "On Record <" + from + ">"})
		_, err := m.Send(t.Context(), email.Recipient{Address: to}, note)
		return err
	}
	t.Run("rate", func(t *testing.T) {
		server := start(t, standin.Options{MaxPerSecond: 2, Now: clock})
		err := errors.Join(send(server, "a@example.org"), send(server, "b@example.org"))
		if err != nil {
			t.Fatal(err)
		}
		if err := send(server, "c@example.org"); !errors.Is(err, email.ErrThrottled) {
			t.Errorf("third mail in a second: %v, want email.ErrThrottled", err)
		}
		now = now.Add(time.Second)
		if err := send(server, "c@example.org"); err != nil {
			t.Errorf("a second later: %v", err)
		}
	})
	t.Run("daily quota", func(t *testing.T) {
		server := start(t, standin.Options{MaxPerDay: 1, Now: clock})
		if err := send(server, "a@example.org"); err != nil {
			t.Fatal(err)
		}
		if err := send(server, "b@example.org"); !errors.Is(err, email.ErrQuota) {
			t.Errorf("second mail of the day: %v, want email.ErrQuota", err)
		}
		now = now.Add(24 * time.Hour)
		if err := send(server, "b@example.org"); err != nil {
			t.Errorf("a day later: %v", err)
		}
	})
	t.Run("paused", func(t *testing.T) {
		server := start(t, standin.Options{})
		server.Pause(true)
		if err := send(server, "a@example.org"); !errors.Is(err, email.ErrPaused) {
			t.Errorf("paused: %v, want email.ErrPaused", err)
		}
		account, err := mailer.New(server.Client(), mailer.Options{}).Account(t.Context())
		if err != nil || account.Sending {
			t.Errorf("Account = %+v, %v; want one that is not sending", account, err)
		}
		server.Pause(false)
		if err := send(server, "a@example.org"); err != nil {
			t.Errorf("resumed: %v", err)
		}
	})
	t.Run("sandbox", func(t *testing.T) {
		server := start(t, standin.Options{Sandbox: true, MaxPerSecond: 10, Identities: []string{"example.org"}})
		if err := send(server, "a@sub.example.org"); err != nil {
			t.Errorf("verified recipient: %v", err)
		}
		var refused *email.RefusedError
		if err := send(server, "a@example.net"); !errors.As(err, &refused) {
			t.Errorf("unverified recipient: %v, want a RefusedError", err)
		}
		account, err := mailer.New(server.Client(), mailer.Options{}).Account(t.Context())
		want := email.Account{Sending: true, Sandbox: true, MaxPerSecond: 10, MaxPerDay: 200, SentToday: 1}
		if err != nil || account != want {
			t.Errorf("Account = %+v, %v; want %+v", account, err, want)
		}
	})
}

// TestSendFillsIn checks what a mail carries beside its words.
func TestSendFillsIn(t *testing.T) {
	server := start(t, standin.Options{ConfigurationSets: []string{"digest"}})
	m := mailer.New(server.Client(), mailer.Options{
		From: "Über Record <" + from + ">", ReplyTo: "desk@example.org", ConfigurationSet: "digest",
	})
	id, err := m.Send(t.Context(), ada, note)
	if err != nil {
		t.Fatal(err)
	}
	got := server.Mailbox()[0]
	for name, pair := range map[string][2]string{
		"id":       {got.ID, id},
		"From":     {got.From, "=?utf-8?q?=C3=9Cber_Record?= <" + from + ">"},
		"To":       {got.To[0], "=?utf-8?b?w4RkYSwg4oCcdGhl4oCdIEZlbm4=?= <ada@example.org>"},
		"Reply-To": {got.ReplyTo[0], "desk@example.org"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s is %q, want %q", name, pair[0], pair[1])
		}
	}
	m = mailer.New(server.Client(), mailer.Options{From: from, ConfigurationSet: "other"})
	if _, err := m.Send(t.Context(), ada, note); !errors.Is(err, email.ErrPaused) {
		t.Errorf("Send with an unknown configuration set: %v, want email.ErrPaused", err)
	}
}

// TestTurns checks that calls about contacts wait for their turn.
func TestTurns(t *testing.T) {
	server := start(t, standin.Options{})
	turns := 0
	m := mailer.New(server.Client(), mailer.Options{From: from, Pace: func(context.Context) error { turns++; return nil }})
	if _, err := m.Account(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := m.Send(t.Context(), ada, note); err != nil {
		t.Fatal(err)
	}
	for range 2 { // neither is there
		if _, err := m.Contacts(t.Context(), ""); err == nil {
			t.Error("Contacts of no list give no error")
		}
		if _, err := m.Attributes(t.Context(), ada.Address); err == nil {
			t.Error("Attributes in no list give no error")
		}
	}
	if turns != 4 {
		t.Errorf("%d turns were waited for, want 4, for contacts alone", turns)
	}
}

// TestContactsEnd checks against a service that never comes to a last page.
func TestContactsEnd(t *testing.T) {
	body := `{"Contacts":[],"NextToken":"again"}`
	client := sesv2.New(sesv2.Options{
		Region: "eu-west-1", BaseEndpoint: aws.String("http://127.0.0.1:1"), Credentials: aws.AnonymousCredentials{},
		HTTPClient: &http.Client{Transport: canned(body)},
	})
	m := mailer.New(client, mailer.Options{ContactList: "readers", Pace: func(context.Context) error { return nil }})
	page, err := m.Contacts(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := m.Contacts(t.Context(), page.Next); err == nil {
		t.Error("Contacts of a service that names one page for ever end without an error")
	}
}
