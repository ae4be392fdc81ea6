package mailertest

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"
	"github.com/google/go-cmp/cmp"

	"onrecord/internal/email"
	"onrecord/internal/mailer"
	"onrecord/internal/subscriber"
)

func prefers(in bool, name string) func(*sesv2.CreateContactInput) {
	status := types.SubscriptionStatusOptOut
	if in {
		status = types.SubscriptionStatusOptIn
	}
	return func(c *sesv2.CreateContactInput) {
		c.TopicPreferences = []types.TopicPreference{{TopicName: aws.String(name), SubscriptionStatus: status}}
	}
}

func testListsContacts(t *testing.T, s Service) {
	s.makeList(t)
	s.makeContact(t, "default@example.com", nil)
	s.makeContact(t, "in@example.com", prefers(true, topic))
	s.makeContact(t, "out@example.com", prefers(false, topic))
	s.makeContact(t, "extra@example.com", prefers(true, "extra"))
	s.makeContact(t, "gone@example.com", func(c *sesv2.CreateContactInput) { c.UnsubscribeAll = true })
	s.makeContact(t, "gone+in@example.com", func(c *sesv2.CreateContactInput) {
		prefers(true, topic)(c)
		c.UnsubscribeAll = true
	})
	for _, c := range []struct {
		topic string
		want  []string
	}{
		{topic, []string{"default@example.com", "extra@example.com", "in@example.com"}},
		{"extra", []string{"extra@example.com"}},
		{"", []string{"default@example.com", "extra@example.com", "in@example.com", "out@example.com"}},
	} {
		got := contacts(t, s.mailer(func(o *mailer.Options) { o.Topic = c.topic }))
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("contacts of topic %q (-want +got):\n%s", c.topic, diff)
		}
	}
}

func testPagesContacts(t *testing.T, s Service) {
	const n = 2300
	s.makeList(t)
	for i := range n {
		// The first page is of nobody who wants the topic.
		s.makeContact(t, fmt.Sprintf("reader%04d@example.com", i), prefers(i >= 1000, topic))
	}
	calls := 0
	m := s.mailer(func(o *mailer.Options) {
		o.Pace = func(context.Context) error { calls++; return nil }
	})
	got := contacts(t, m)
	if len(got) != n-1000 || len(slices.Compact(got)) != n-1000 {
		t.Errorf("got %d contacts, want %d different ones", len(got), n-1000)
	}
	if calls < 3 {
		t.Errorf("%d calls, each of which was to be waited for; want 3 or more", calls)
	}
	if _, err := m.Contacts(t.Context(), "no page of this name"); !errors.Is(err, email.ErrListing) {
		t.Errorf("Contacts from a page that is not known: %v, want email.ErrListing", err)
	}
	stop := errors.New("stop")
	m = s.mailer(func(o *mailer.Options) {
		o.Pace = func(context.Context) error { return stop }
	})
	if _, err := m.Contacts(t.Context(), ""); !errors.Is(err, stop) {
		t.Errorf("Contacts whose Pace fails: %v, want its error", err)
	}
}

func testLimitsLists(t *testing.T, s Service) {
	topics := make([]types.Topic, 21)
	for i := range topics {
		topics[i] = types.Topic{
			TopicName: aws.String(fmt.Sprintf("t%d", i)), DisplayName: aws.String("T"),
			DefaultSubscriptionStatus: types.SubscriptionStatusOptIn,
		}
	}
	_, err := s.Client.CreateContactList(t.Context(), &sesv2.CreateContactListInput{ContactListName: aws.String("many"), Topics: topics})
	if bad := new(types.BadRequestException); !errors.As(err, &bad) {
		t.Errorf("a list of 21 topics: %v, want BadRequestException", err)
	}
	s.makeList(t)
	_, err = s.Client.CreateContactList(t.Context(), &sesv2.CreateContactListInput{ContactListName: aws.String("second")})
	if limit := new(types.LimitExceededException); !errors.As(err, &limit) {
		t.Errorf("a second list: %v, want LimitExceededException", err)
	}
	s.makeContact(t, "ada@example.com", nil)
	_, err = s.Client.CreateContact(t.Context(), &sesv2.CreateContactInput{
		ContactListName: aws.String(list), EmailAddress: aws.String("ADA@example.com"),
	})
	if exists := new(types.AlreadyExistsException); !errors.As(err, &exists) {
		t.Errorf("the same contact again: %v, want AlreadyExistsException", err)
	}
	_, err = s.Client.GetContact(t.Context(), &sesv2.GetContactInput{
		ContactListName: aws.String(list), EmailAddress: aws.String("nobody@example.com"),
	})
	if missing := new(types.NotFoundException); !errors.As(err, &missing) {
		t.Errorf("an unknown contact: %v, want NotFoundException", err)
	}
}

func testReadsAttributes(t *testing.T, s Service) {
	s.makeList(t)
	data := map[string]string{
		"all@example.com":     `{"name":" Ada Fenn ","timezone":"Asia/Tokyo","hour":7,"topics":["world"],"other":[1]}`,
		"none@example.com":    "",
		"nulls@example.com":   `{"name":null,"timezone":"","hour":null}`,
		"string@example.com":  `{"hour":"18"}`,
		"broken@example.com":  `{"timezone":`,
		"array@example.com":   `["timezone"]`,
		"faults@example.com":  `{"name":"Bob\r\nBcc: x@example.com","timezone":"Mars/Olympus","hour":24,"topics":"world"}`,
		"half@example.com":    `{"name":7,"timezone":"Europe/Berlin","hour":-1}`,
		"a+b%40c@example.com": `{"hour":0}`,
	}
	for address, attributes := range data {
		s.makeContact(t, address, func(c *sesv2.CreateContactInput) {
			if attributes != "" {
				c.AttributesData = aws.String(attributes)
			}
		})
	}
	m := s.mailer(nil)
	got := map[string]subscriber.Attributes{}
	for _, address := range contacts(t, m) {
		a, err := m.Attributes(t.Context(), address)
		if err != nil {
			t.Fatal(err)
		}
		got[address] = a
	}
	want := map[string]subscriber.Attributes{
		"a+b%40c@example.com": {Hour: 0},
		"all@example.com":     {Name: "Ada Fenn", Zone: "Asia/Tokyo", Hour: 7},
		"array@example.com":   {Hour: -1, Problem: "attributes are no JSON object"},
		"broken@example.com":  {Hour: -1, Problem: "attributes are no JSON object"},
		"faults@example.com":  {Hour: -1, Problem: "attributes can't be read: name, timezone, hour"},
		"half@example.com":    {Zone: "Europe/Berlin", Hour: -1, Problem: "attributes can't be read: name, hour"},
		"none@example.com":    {Hour: -1},
		"nulls@example.com":   {Hour: -1},
		"string@example.com":  {Hour: 18},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Attributes (-want +got):\n%s", diff)
	}
	if _, err := m.Attributes(t.Context(), "nobody@example.com"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Attributes of a contact that was deleted: %v, want fs.ErrNotExist", err)
	}
}

// testTellsChanges holds what saves reading every contact's attributes anew.
func testTellsChanges(t *testing.T, s Service) {
	s.makeList(t)
	s.makeContact(t, ada.Address, nil)
	m := s.mailer(nil)
	updated := func() time.Time {
		page, err := m.Contacts(t.Context(), "")
		if err != nil || len(page.Contacts) != 1 || page.Next != "" {
			t.Fatalf("Contacts = %+v, %v, want one on one page", page, err)
		}
		return page.Contacts[0].Updated
	}
	before := updated()
	if again := updated(); !again.Equal(before) {
		t.Errorf("contact that did not change: updated %v, then %v", before, again)
	}
	time.Sleep(2 * time.Millisecond) // the service tells milliseconds
	_, err := s.Client.UpdateContact(t.Context(), &sesv2.UpdateContactInput{
		ContactListName: aws.String(list), EmailAddress: aws.String(ada.Address), AttributesData: aws.String(`{"hour":9}`),
	})
	if err != nil {
		t.Fatal(err)
	}
	if after := updated(); !after.After(before) {
		t.Errorf("contact that changed: updated %v, before %v", after, before)
	}
}

// testTellsSections holds that who never chose gets everything, and who did
// gets what was chosen.
func testTellsSections(t *testing.T, s Service) {
	s.makeList(t)
	s.makeContact(t, "never@example.com", nil)
	s.makeContact(t, "daily@example.com", prefers(true, topic))
	s.makeContact(t, "with@example.com", prefers(true, "extra"))
	s.makeContact(t, "without@example.com", prefers(false, "extra"))
	page, err := s.mailer(nil).Contacts(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	for _, c := range page.Contacts {
		got[c.Address] = c.Without
	}
	want := map[string][]string{"never@example.com": nil, "daily@example.com": nil, "with@example.com": nil, "without@example.com": {"extra"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sections that are not wanted (-want +got):\n%s", diff)
	}
}
