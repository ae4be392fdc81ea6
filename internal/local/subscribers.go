package local

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"

	"onrecord/internal/mailer/standin"
)

// sender is the From header of the local run's mail.
const sender = "On Record <digest@example.com>"

// Reader is a subscriber of the local run.
type Reader struct{ Address, Name string }

// sampleReaders are subscribed when a local run starts.
func sampleReaders() []Reader {
	return []Reader{
		{"ada.lind@example.org", "Ada Lind"},
		{"newsroom@example.net", "The newsroom"},
		{"press+daily@example.com", "Press office"},
	}
}

// Subscriber is a contact of the list as the page shows it.
type Subscriber struct {
	Address    string
	Attributes string // name, timezone and hour, as JSON; may be empty
	Subscribed bool
	Since      time.Time // of the last change
}

// subscribers returns every contact, in the list's order. One that goes
// while it is asked for is left out.
func (s *Stack) subscribers(ctx context.Context) []Subscriber {
	client := s.SES.Client()
	var out []Subscriber
	pages := sesv2.NewListContactsPaginator(client, &sesv2.ListContactsInput{ContactListName: aws.String(contactList)})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			s.log.Error("subscribers", "error", err)
			return out
		}
		for _, c := range page.Contacts {
			contact, err := client.GetContact(ctx, &sesv2.GetContactInput{
				ContactListName: aws.String(contactList), EmailAddress: c.EmailAddress,
			})
			if err != nil {
				continue
			}
			out = append(out, Subscriber{
				Address:    aws.ToString(c.EmailAddress),
				Attributes: aws.ToString(contact.AttributesData),
				Subscribed: !contact.UnsubscribeAll && status(contact.TopicPreferences, contact.TopicDefaultPreferences) == types.SubscriptionStatusOptIn,
				Since:      aws.ToTime(c.LastUpdatedTimestamp),
			})
		}
	}
	return out
}

// status returns whether a contact is in the topic, by choice or else by
// default.
func status(chosen, byDefault []types.TopicPreference) types.SubscriptionStatus {
	for _, p := range slices.Concat(chosen, byDefault) {
		if aws.ToString(p.TopicName) == topic {
			return p.SubscriptionStatus
		}
	}
	return types.SubscriptionStatusOptOut
}

// setSubscribed takes a contact into the topic or out of it; a new address
// becomes a contact.
func (s *Stack) setSubscribed(ctx context.Context, address string, subscribed bool) error {
	client := s.SES.Client()
	want := types.SubscriptionStatusOptOut
	if subscribed {
		want = types.SubscriptionStatusOptIn
	}
	preferences := []types.TopicPreference{{TopicName: aws.String(topic), SubscriptionStatus: want}}
	contact, err := client.GetContact(ctx, &sesv2.GetContactInput{
		ContactListName: aws.String(contactList), EmailAddress: aws.String(address),
	})
	var missing *types.NotFoundException
	switch {
	case errors.As(err, &missing) && subscribed:
		_, err = client.CreateContact(ctx, &sesv2.CreateContactInput{
			ContactListName: aws.String(contactList), EmailAddress: aws.String(address), TopicPreferences: preferences,
		})
	case err == nil:
		_, err = client.UpdateContact(ctx, &sesv2.UpdateContactInput{
			ContactListName: aws.String(contactList), EmailAddress: aws.String(address),
			TopicPreferences: preferences, AttributesData: contact.AttributesData,
		})
	}
	return err
}

// startMail starts the SES stand-in with a verified sender, the contact list
// and its subscribers, set up by the calls that an operator would make.
func startMail(ctx context.Context, o StackOptions, clock *Clock) (*standin.Server, error) {
	server, err := standin.Start(o.SESAddr, standin.Options{
		Region:     region,
		Identities: []string{"example.com"},
		Now:        clock.Now,
	})
	if err != nil {
		return nil, err
	}
	if err := subscribe(ctx, server.Client(), o.Readers); err != nil {
		return nil, errors.Join(err, server.Close())
	}
	return server, nil
}

func subscribe(ctx context.Context, client *sesv2.Client, readers []Reader) error {
	_, err := client.CreateContactList(ctx, &sesv2.CreateContactListInput{
		ContactListName: aws.String(contactList),
		Topics: []types.Topic{{
			TopicName:                 aws.String(topic),
			DisplayName:               aws.String("Daily digest"),
			DefaultSubscriptionStatus: types.SubscriptionStatusOptIn,
		}},
	})
	if err != nil {
		return fmt.Errorf("contact list: %w", err)
	}
	for _, r := range readers {
		_, err := client.CreateContact(ctx, &sesv2.CreateContactInput{
			ContactListName: aws.String(contactList),
			EmailAddress:    aws.String(r.Address),
			AttributesData:  aws.String(fmt.Sprintf(`{"name":%q}`, r.Name)),
		})
		if err != nil {
			return fmt.Errorf("subscriber %s: %w", r.Address, err)
		}
	}
	return nil
}
