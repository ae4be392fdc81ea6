package mailer

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"
	"github.com/aws/smithy-go"

	"onrecord/internal/email"
	"onrecord/internal/subscriber"
)

// pageSize is the most contacts that SES gives in one page.
const pageSize = 1000

// Contacts returns a page of the contacts of the list who want its topic, in
// SES's order: those who chose it, and those who chose nothing where the topic
// is on by default. Who left the topic or the list is left out, so that a page
// may be empty and not the last. from is the Next of the page before, empty
// for the first; the error wraps [email.ErrListing] where SES knows it no more.
func (m *Mailer) Contacts(ctx context.Context, from string) (subscriber.ContactPage, error) {
	if err := m.o.Pace(ctx); err != nil {
		return subscriber.ContactPage{}, err
	}
	in := &sesv2.ListContactsInput{
		ContactListName: aws.String(m.o.ContactList),
		PageSize:        aws.Int32(pageSize),
		Filter:          &types.ListContactsFilter{FilteredStatus: types.SubscriptionStatusOptIn},
	}
	if m.o.Topic != "" {
		in.Filter.TopicFilter = &types.TopicFilter{
			TopicName:                         aws.String(m.o.Topic),
			UseDefaultIfPreferenceUnavailable: true,
		}
	}
	if from != "" {
		in.NextToken = aws.String(from)
	}
	out, err := m.client.ListContacts(ctx, in)
	if api := smithy.APIError(nil); errors.As(err, &api) && api.ErrorCode() == "InvalidNextTokenException" {
		err = fmt.Errorf("%w: %w", email.ErrListing, err)
	}
	if err == nil && from != "" && aws.ToString(out.NextToken) == from {
		err = errSamePage
	}
	if err != nil {
		return subscriber.ContactPage{}, fmt.Errorf("contacts of %s: %w", m.o.ContactList, err)
	}
	page := subscriber.ContactPage{Contacts: []subscriber.Contact{}, Next: aws.ToString(out.NextToken)}
	for _, c := range out.Contacts {
		if m.wants(c) {
			page.Contacts = append(page.Contacts, subscriber.Contact{
				Address: aws.ToString(c.EmailAddress),
				Updated: aws.ToTime(c.LastUpdatedTimestamp).UTC(),
				Without: m.without(c),
			})
		}
	}
	return page, nil
}

// errSamePage reports a listing that would never end.
var errSamePage = errors.New("SES named the same page as the next one")

// wants reports whether a contact wants the topic. SES was asked for those who
// do; mail to one who does not would be a grave mistake, so the answer is
// looked at again.
func (m *Mailer) wants(c types.Contact) bool {
	if c.UnsubscribeAll || aws.ToString(c.EmailAddress) == "" {
		return false
	}
	for _, preferences := range [][]types.TopicPreference{c.TopicPreferences, c.TopicDefaultPreferences} {
		for _, p := range preferences {
			if aws.ToString(p.TopicName) == m.o.Topic {
				return p.SubscriptionStatus == types.SubscriptionStatusOptIn
			}
		}
	}
	return true
}

// without returns the list's other topics, which are sections, that a contact
// does not want. Who never chose among them gets everything, whatever the
// topics' defaults say; who did gets what was chosen, and the default of a
// topic that came later.
func (m *Mailer) without(c types.Contact) []string {
	chosen := slices.ContainsFunc(c.TopicPreferences, func(p types.TopicPreference) bool {
		return aws.ToString(p.TopicName) != m.o.Topic
	})
	if !chosen {
		return nil
	}
	var out []string
	for _, p := range slices.Concat(c.TopicPreferences, c.TopicDefaultPreferences) {
		name := aws.ToString(p.TopicName)
		if name != m.o.Topic && p.SubscriptionStatus == types.SubscriptionStatusOptOut {
			out = append(out, subscriber.SectionTopic(name))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
