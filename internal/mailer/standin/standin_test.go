package standin

import (
	"errors"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"
	"github.com/aws/smithy-go"
)

const from = "digest@example.com"

var monday = time.Date(2026, 11, 23, 6, 0, 0, 0, time.UTC)

func start(t testing.TB, o Options) *Server {
	t.Helper()
	o.Identities = append(o.Identities, from, "example.org")
	s, err := Start("127.0.0.1:0", o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// letter is a valid SendEmail; a case says only what is different about it.

func makeList(t *testing.T, s *Server) {
	t.Helper()
	_, err := s.Client().CreateContactList(t.Context(), &sesv2.CreateContactListInput{
		ContactListName: aws.String("readers"), Description: aws.String("Everybody"),
		Topics: []types.Topic{{
			TopicName: aws.String("daily"), DisplayName: aws.String("Daily"), DefaultSubscriptionStatus: types.SubscriptionStatusOptIn,
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestWire checks what the SDK hides: how an error looks on the wire.

func TestWire(t *testing.T) {
	s := newServer(Options{})
	for _, c := range []struct {
		method, path, body string
		status             int
		code               string
	}{
		{"POST", "/v2/email/outbound-emails", "{}", 400, "BadRequestException"},
		{"POST", "/v2/email/outbound-emails", "{", 400, "SerializationException"},
		{"GET", "/v2/email/contact-lists/x", "", 404, "NotFoundException"},
		{"GET", "/v2/email/suppression/addresses", "", 404, "UnknownOperationException"},
		{"POST", "/v2/email/contact-lists", `{"ContactListName":"x","Topics":[{"TopicName":"a"}]}`, 400, "BadRequestException"},
	} {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequest(c.method, c.path, strings.NewReader(c.body)))
		if w.Code != c.status || w.Header().Get("X-Amzn-ErrorType") != c.code || !strings.Contains(w.Body.String(), `{"message":"`) {
			t.Errorf("%s %s: %d %v %s, want %d %s", c.method, c.path, w.Code, w.Header(), w.Body, c.status, c.code)
		}
	}
}

func TestIdentities(t *testing.T) {
	s := start(t, Options{})
	c := s.Client()
	in := &sesv2.CreateEmailIdentityInput{EmailIdentity: aws.String("news.example.net")}
	if _, err := c.CreateEmailIdentity(t.Context(), in); err != nil {
		t.Fatal(err)
	}
	_, err := c.CreateEmailIdentity(t.Context(), in)
	if exists := new(types.AlreadyExistsException); !errors.As(err, &exists) {
		t.Errorf("the same identity again: %v, want AlreadyExistsException", err)
	}
	out, err := c.GetEmailIdentity(t.Context(), &sesv2.GetEmailIdentityInput{EmailIdentity: in.EmailIdentity})
	if err != nil || !out.VerifiedForSendingStatus || out.IdentityType != types.IdentityTypeDomain {
		t.Errorf("GetEmailIdentity = %+v, %v", out, err)
	}
	_, err = c.GetEmailIdentity(t.Context(), &sesv2.GetEmailIdentityInput{EmailIdentity: aws.String("example.com")})
	if missing := new(types.NotFoundException); !errors.As(err, &missing) {
		t.Errorf("an unknown identity: %v, want NotFoundException", err)
	}
	for address, want := range map[string]bool{
		"a@news.example.net": true, "A@DESK.NEWS.example.net": true, "a@example.net": false, "a@badnews.example.net": false, from: true, "x" + from: false,
	} {
		if got := s.verified(address); got != want {
			t.Errorf("verified(%q) = %v, want %v", address, got, want)
		}
	}
}

func TestLists(t *testing.T) {
	s := start(t, Options{Now: func() time.Time { return monday }})
	makeList(t, s)
	c := s.Client()
	lists, err := c.ListContactLists(t.Context(), &sesv2.ListContactListsInput{})
	if err != nil || len(lists.ContactLists) != 1 || *lists.ContactLists[0].ContactListName != "readers" {
		t.Fatalf("ListContactLists = %+v, %v", lists, err)
	}
	got, err := c.GetContactList(t.Context(), &sesv2.GetContactListInput{ContactListName: aws.String("readers")})
	if err != nil || len(got.Topics) != 1 || !got.CreatedTimestamp.Equal(monday) || *got.Description != "Everybody" {
		t.Fatalf("GetContactList = %+v, %v", got, err)
	}
	ada := aws.String("ada+news@example.org")
	if _, err := c.CreateContact(t.Context(), &sesv2.CreateContactInput{
		ContactListName: got.ContactListName, EmailAddress: ada, AttributesData: aws.String("{}"),
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := c.UpdateContact(t.Context(), &sesv2.UpdateContactInput{
		ContactListName: got.ContactListName, EmailAddress: ada, UnsubscribeAll: true,
	}); err != nil {
		t.Fatal(err)
	}
	contact, err := c.GetContact(t.Context(), &sesv2.GetContactInput{ContactListName: got.ContactListName, EmailAddress: ada})
	if err != nil || !contact.UnsubscribeAll || contact.AttributesData != nil || len(contact.TopicDefaultPreferences) != 1 {
		t.Fatalf("GetContact after an update that left the attributes out = %+v, %v", contact, err)
	}
	if _, err := c.DeleteContact(t.Context(), &sesv2.DeleteContactInput{ContactListName: got.ContactListName, EmailAddress: ada}); err != nil {
		t.Fatal(err)
	}
	_, err = c.ListContacts(t.Context(), &sesv2.ListContactsInput{ContactListName: got.ContactListName, NextToken: aws.String("x")})
	if api := smithy.APIError(nil); !errors.As(err, &api) || api.ErrorCode() != "InvalidNextTokenException" {
		t.Errorf("ListContacts from nowhere: %v, want InvalidNextTokenException", err)
	}
}

func TestStartRefusesOthers(t *testing.T) {
	for _, addr := range []string{":0", "0.0.0.0:0", "[::]:0", "192.0.2.1:0", "nonsense"} {
		if s, err := Start(addr, Options{}); err == nil {
			t.Errorf("Start(%q) serves on %s", addr, s.Endpoint())
			s.Close()
		}
	}
}
