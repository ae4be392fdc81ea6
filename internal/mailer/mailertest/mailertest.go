// Package mailertest is the contract of a mail service: what [mailer.Mailer]
// needs of Amazon SES and of what stands in for it. It is a list of clauses,
// as few stand-ins do all that SES does.
package mailertest

import (
	"context"
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"

	"onrecord/internal/mailer"
)

// Service is an account of the service under test, without contact lists.
type Service struct {
	Client *sesv2.Client
	From   string // a verified sender
	// Arrived returns the mail with a message id. Needed for [Arrives] only.
	Arrived func(t *testing.T, id string) Mail
	// Unsubscribe follows the unsubscribe link of that mail. Needed for
	// [Unsubscribes] only.
	Unsubscribe func(t *testing.T, m Mail)
}

// Mail is what arrived.
type Mail struct {
	From, To, Subject, HTML, Text string
}

// Clause is one thing that a service does as SES does it.
type Clause struct {
	Name string
	test func(t *testing.T, s Service)
}

// The clauses.
var (
	Sends            = Clause{"a mail is accepted, under an id of its own", testSends}
	Arrives          = Clause{"a mail arrives as it was written", testArrives}
	RefusesSender    = Clause{"an unverified sender may not send", testRefusesSender}
	RefusesAddress   = Clause{"a malformed address is refused, for that recipient alone", testRefusesAddress}
	LimitsRecipients = Clause{"a mail has 50 recipients at most", testLimitsRecipients}
	TellsAccount     = Clause{"an account tells its limits", testTellsAccount}
	LimitsLists      = Clause{"an account has one list, of 20 topics, with each contact once", testLimitsLists}
	ListsContacts    = Clause{"contacts are those who want the topic", testListsContacts}
	PagesContacts    = Clause{"many contacts come page by page", testPagesContacts}
	ReadsAttributes  = Clause{"a contact's attributes are read, and faults cost only themselves", testReadsAttributes}
	TellsChanges     = Clause{"a listing tells when a contact changed", testTellsChanges}
	TellsSections    = Clause{"a listing tells which sections are not wanted", testTellsSections}
	NeedsList        = Clause{"mail of an unknown list or topic stops the run", testNeedsList}
	Unsubscribes     = Clause{"a subscriber who leaves is no contact any more", testUnsubscribes}
)

// All returns every clause.
func All() []Clause {
	return []Clause{
		Sends, Arrives, RefusesSender, RefusesAddress, LimitsRecipients, TellsAccount,
		LimitsLists, ListsContacts, PagesContacts, ReadsAttributes, TellsChanges, TellsSections, NeedsList, Unsubscribes,
	}
}

// Run holds the service behind open to clauses. open is called once for each.
func Run(t *testing.T, open func(t *testing.T) Service, clauses ...Clause) {
	if len(clauses) == 0 {
		t.Error("no clauses, nothing tested")
	}
	for _, c := range clauses {
		t.Run(c.Name, func(t *testing.T) { c.test(t, open(t)) })
	}
}

// The list that clauses make where they need one.
const (
	list  = "readers"
	topic = "daily"
)

// mailer returns a mailer to the list, that does not wait between calls.
func (s Service) mailer(change func(*mailer.Options)) *mailer.Mailer {
	o := mailer.Options{
		From: s.From, ContactList: list, Topic: topic,
		Pace: func(ctx context.Context) error { return ctx.Err() },
	}
	if change != nil {
		change(&o)
	}
	return mailer.New(s.Client, o)
}

// unlisted is a mailer that sends without list management.
func (s Service) unlisted() *mailer.Mailer {
	return s.mailer(func(o *mailer.Options) { o.ContactList, o.Topic = "", "" })
}

func (s Service) arrived(t *testing.T, id string) Mail {
	t.Helper()
	if s.Arrived == nil {
		t.Fatal("the service under test does not tell what arrived")
	}
	return s.Arrived(t, id)
}

func (s Service) makeList(t *testing.T) {
	t.Helper()
	_, err := s.Client.CreateContactList(t.Context(), &sesv2.CreateContactListInput{
		ContactListName: aws.String(list),
		Topics: []types.Topic{
			{TopicName: aws.String(topic), DisplayName: aws.String("Daily"), DefaultSubscriptionStatus: types.SubscriptionStatusOptIn},
			{TopicName: aws.String("extra"), DisplayName: aws.String("Extra"), DefaultSubscriptionStatus: types.SubscriptionStatusOptOut},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
}

func (s Service) makeContact(t *testing.T, address string, change func(*sesv2.CreateContactInput)) {
	t.Helper()
	in := &sesv2.CreateContactInput{ContactListName: aws.String(list), EmailAddress: aws.String(address)}
	if change != nil {
		change(in)
	}
	if _, err := s.Client.CreateContact(t.Context(), in); err != nil {
		t.Fatal(err)
	}
}

// contacts returns the addresses of a mailer's contacts, sorted.
func contacts(t *testing.T, m *mailer.Mailer) []string {
	t.Helper()
	var all []string
	for from, more := "", true; more; {
		page, err := m.Contacts(t.Context(), from)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range page.Contacts {
			all = append(all, c.Address)
		}
		from, more = page.Next, page.Next != ""
	}
	slices.Sort(all)
	return all
}
