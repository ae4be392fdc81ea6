package local

import (
	"context"
	"errors"
	"fmt"

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
