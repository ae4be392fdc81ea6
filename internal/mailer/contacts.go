package mailer

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"
	"unicode"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"

	"onrecord/internal/email"
)

// pageSize is the most contacts that SES gives in one page.
const pageSize = 1000

// Contacts yields the contacts of the list who want its topic, page by page,
// in SES's order: those who chose it, and those who chose nothing where the
// topic is on by default. Who left the topic or the list is left out. A page
// may be empty and not the last. An error ends the sequence.
func (m *Mailer) Contacts(ctx context.Context) iter.Seq2[email.Recipient, error] {
	return func(yield func(email.Recipient, error) bool) {
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
		for {
			page, err := m.page(ctx, in)
			if err != nil {
				yield(email.Recipient{}, fmt.Errorf("contacts of %s: %w", m.o.ContactList, err))
				return
			}
			for _, c := range page.Contacts {
				if !m.wants(c) {
					continue
				}
				r, found, err := m.recipient(ctx, aws.ToString(c.EmailAddress))
				if err != nil {
					yield(email.Recipient{}, fmt.Errorf("contacts of %s: %w", m.o.ContactList, err))
					return
				}
				if found && !yield(r, nil) {
					return
				}
			}
			if aws.ToString(page.NextToken) == "" {
				return
			}
			in.NextToken = page.NextToken
		}
	}
}

// errSamePage reports a listing that would never end.
var errSamePage = errors.New("SES named the same page as the next one")

func (m *Mailer) page(ctx context.Context, in *sesv2.ListContactsInput) (*sesv2.ListContactsOutput, error) {
	if err := m.o.Pace(ctx); err != nil {
		return nil, err
	}
	page, err := m.client.ListContacts(ctx, in)
	if err == nil && in.NextToken != nil && aws.ToString(page.NextToken) == *in.NextToken {
		err = errSamePage
	}
	return page, err
}

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

// recipient returns a contact with what its attributes say, and false where it
// was deleted since it was listed.
func (m *Mailer) recipient(ctx context.Context, address string) (email.Recipient, bool, error) {
	r := email.Recipient{Address: address, Hour: -1}
	if !m.o.Attributes {
		return r, true, nil
	}
	if err := m.o.Pace(ctx); err != nil {
		return r, false, err
	}
	out, err := m.client.GetContact(ctx, &sesv2.GetContactInput{
		ContactListName: aws.String(m.o.ContactList),
		EmailAddress:    aws.String(address),
	})
	var gone *types.NotFoundException
	if errors.As(err, &gone) {
		return r, false, nil
	}
	if err != nil {
		return r, false, err
	}
	if problem := attributes(&r, aws.ToString(out.AttributesData)); problem != "" {
		m.o.Note(address, problem)
	}
	return r, true, nil
}

// attributes fills in what a contact's AttributesData says: a JSON object with
// "name", "timezone", "hour" and "topics", each of which may be missing. What
// can't be read costs only its own default, and is named in the answer.
func attributes(r *email.Recipient, data string) (problem string) {
	if strings.TrimSpace(data) == "" {
		return ""
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal([]byte(data), &fields); err != nil {
		return "attributes are no JSON object"
	}
	var problems []string
	read := func(name string, into func(json.RawMessage) bool) {
		if raw, found := fields[name]; found && string(raw) != "null" && !into(raw) {
			problems = append(problems, name)
		}
	}
	read("name", func(raw json.RawMessage) bool { return readName(raw, &r.Name) })
	read("timezone", func(raw json.RawMessage) bool { return readZone(raw, &r.Zone) })
	read("hour", func(raw json.RawMessage) bool { return readHour(raw, &r.Hour) })
	read("topics", func(raw json.RawMessage) bool { return readTopics(raw, &r.Topics) })
	if len(problems) == 0 {
		return ""
	}
	return "attributes can't be read: " + strings.Join(problems, ", ")
}

// maxName bounds a name to what a To line bears.
const maxName = 100

func readName(raw json.RawMessage, name *string) bool {
	var s string
	if json.Unmarshal(raw, &s) != nil || len(s) > maxName || strings.ContainsFunc(s, unicode.IsControl) {
		return false
	}
	*name = strings.TrimSpace(s)
	return true
}

func readZone(raw json.RawMessage, zone *string) bool {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return false
	}
	if s == "" {
		return true
	}
	if _, err := time.LoadLocation(s); err != nil || s == "Local" {
		return false
	}
	*zone = s
	return true
}

// readHour takes a number or, as forms write it, a number in a string.
func readHour(raw json.RawMessage, hour *int) bool {
	digits := strings.Trim(string(raw), `"`)
	var n int
	if json.Unmarshal([]byte(digits), &n) != nil || n < 0 || n > 23 {
		return false
	}
	*hour = n
	return true
}

func readTopics(raw json.RawMessage, topics *[]string) bool {
	var some []string
	if json.Unmarshal(raw, &some) != nil {
		return false
	}
	*topics = some
	return true
}
