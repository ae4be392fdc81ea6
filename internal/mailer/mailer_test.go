package mailer_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"

	"onrecord/internal/mailer/mailertest"
	"onrecord/internal/mailer/standin"
)

const from = "digest@example.com"

func start(t *testing.T, o standin.Options) *standin.Server {
	t.Helper()
	o.Identities = append(o.Identities, from)
	server, err := standin.Start("127.0.0.1:0", o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Error(err)
		}
	})
	return server
}

func openStandin(t *testing.T) mailertest.Service {
	t.Helper()
	server := start(t, standin.Options{})
	s := mailertest.Service{Client: server.Client(), From: from}
	s.Arrived = func(t *testing.T, id string) mailertest.Mail {
		t.Helper()
		for _, m := range server.Mailbox() {
			if m.ID == id {
				return mailertest.Mail{From: m.From, To: strings.Join(m.To, ", "), Subject: m.Subject, HTML: m.HTML, Text: m.Text}
			}
		}
		t.Fatalf("no mail with id %s", id)
		return mailertest.Mail{}
	}
	s.Unsubscribe = func(t *testing.T, m mailertest.Mail) {
		t.Helper()
		_, link, _ := strings.Cut(m.Text, server.Endpoint())
		answer, err := http.Post(server.Endpoint()+link, "application/x-www-form-urlencoded", strings.NewReader("List-Unsubscribe=One-Click"))
		if err != nil || answer.Body.Close() != nil || answer.StatusCode != http.StatusOK {
			t.Fatal(answer, err)
		}
	}
	return s
}

// others are stand-ins of other makers, with the clauses that they keep.
func others(name string) (open func(endpoint string) func(*testing.T) mailertest.Service, clauses []mailertest.Clause) {
	switch name {
	case "moto":
		return openMoto, []mailertest.Clause{
			mailertest.Sends, mailertest.RefusesSender, mailertest.LimitsRecipients,
		}
	case "aws-ses-v2-local":
		return openLocal, []mailertest.Clause{
			mailertest.Sends, mailertest.Arrives,
		}
	default:
		return nil, nil
	}
}

// TestMailer runs the contract against the stand-in, and what others keep of it
// against those that ONRECORD_TEST_SES names: name=endpoint, with commas
// between.
func TestMailer(t *testing.T) {
	t.Run("standin", func(t *testing.T) { mailertest.Run(t, openStandin, mailertest.All()...) })
	for pair := range strings.SplitSeq(os.Getenv("ONRECORD_TEST_SES"), ",") {
		name, endpoint, found := strings.Cut(strings.TrimSpace(pair), "=")
		if !found {
			continue
		}
		open, clauses := others(name)
		if open == nil {
			t.Errorf("ONRECORD_TEST_SES: %q is no server known here", name)
			continue
		}
		t.Run(name, func(t *testing.T) { mailertest.Run(t, open(endpoint), clauses...) })
	}
}

func client(endpoint string) *sesv2.Client {
	return sesv2.New(sesv2.Options{
		BaseEndpoint: aws.String(endpoint),
		Region:       "us-east-1",
		Credentials:  credentials.NewStaticCredentialsProvider("test", "test", ""),
	})
}

// openMoto empties a moto server.
func openMoto(endpoint string) func(t *testing.T) mailertest.Service {
	return func(t *testing.T) mailertest.Service {
		t.Helper()
		answer, err := http.Post(endpoint+"/moto-api/reset", "", nil)
		if err != nil || answer.Body.Close() != nil || answer.StatusCode != http.StatusOK {
			t.Fatal(answer, err)
		}
		c := client(endpoint)
		if _, err := c.CreateEmailIdentity(t.Context(), &sesv2.CreateEmailIdentityInput{EmailIdentity: aws.String(from)}); err != nil {
			t.Fatal(err)
		}
		return mailertest.Service{Client: c, From: from}
	}
}

// openLocal uses an aws-ses-v2-local server, which keeps all mail in one store.
func openLocal(endpoint string) func(t *testing.T) mailertest.Service {
	return func(t *testing.T) mailertest.Service {
		t.Helper()
		return mailertest.Service{Client: client(endpoint), From: from, Arrived: func(t *testing.T, id string) mailertest.Mail {
			t.Helper()
			m, err := storedMail(endpoint, id)
			if err != nil {
				t.Fatal(err)
			}
			return m
		}}
	}
}

func storedMail(endpoint, id string) (mailertest.Mail, error) {
	answer, err := http.Get(endpoint + "/store")
	if err != nil {
		return mailertest.Mail{}, err
	}
	defer answer.Body.Close()
	raw, err := io.ReadAll(answer.Body)
	if err != nil {
		return mailertest.Mail{}, err
	}
	var store struct {
		Emails []struct {
			MessageID, From, Subject string
			Destination              struct{ To []string }
			Body                     struct{ HTML, Text string }
		}
	}
	if err := json.Unmarshal(raw, &store); err != nil {
		return mailertest.Mail{}, err
	}
	for _, m := range store.Emails {
		if m.MessageID == id {
			return mailertest.Mail{
				From: m.From, To: strings.Join(m.Destination.To, ", "), Subject: m.Subject, HTML: m.Body.HTML, Text: m.Body.Text,
			}, nil
		}
	}
	return mailertest.Mail{}, fmt.Errorf("no mail with id %s among %d", id, len(store.Emails))
}

// canned answers every request with the same JSON.
type canned string

func (c canned) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{
		StatusCode: http.StatusOK, Request: r, Header: http.Header{"Content-Type": {"application/json"}},
		Body: io.NopCloser(strings.NewReader(string(c))), ContentLength: int64(len(c)),
	}, nil
}
