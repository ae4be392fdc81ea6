package mailer

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"
	"unicode"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"

	"onrecord/internal/subscriber"
)

// Attributes reads what a contact's AttributesData says. SES lists contacts
// without it, so that it takes a call a contact, at one a second. What can't
// be read costs only its own default, and is named in the answer's Problem.
// The error wraps [fs.ErrNotExist] where the contact was deleted.
func (m *Mailer) Attributes(ctx context.Context, address string) (subscriber.Attributes, error) {
	if err := m.o.Pace(ctx); err != nil {
		return subscriber.Attributes{}, err
	}
	out, err := m.client.GetContact(ctx, &sesv2.GetContactInput{
		ContactListName: aws.String(m.o.ContactList),
		EmailAddress:    aws.String(address),
	})
	if gone := new(types.NotFoundException); errors.As(err, &gone) {
		return subscriber.Attributes{}, fmt.Errorf("contact: %w", fs.ErrNotExist)
	}
	if err != nil {
		return subscriber.Attributes{}, fmt.Errorf("contact: %w", err)
	}
	return attributes(aws.ToString(out.AttributesData)), nil
}

// attributes reads a JSON object with "name", "timezone" and "hour", each of
// which may be missing.
func attributes(data string) subscriber.Attributes {
	a := subscriber.Attributes{Hour: -1}
	if strings.TrimSpace(data) == "" {
		return a
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal([]byte(data), &fields); err != nil {
		a.Problem = "attributes are no JSON object"
		return a
	}
	var problems []string
	read := func(name string, into func(json.RawMessage) bool) {
		if raw, found := fields[name]; found && string(raw) != "null" && !into(raw) {
			problems = append(problems, name)
		}
	}
	read("name", func(raw json.RawMessage) bool { return readName(raw, &a.Name) })
	read("timezone", func(raw json.RawMessage) bool { return readZone(raw, &a.Zone) })
	read("hour", func(raw json.RawMessage) bool { return readHour(raw, &a.Hour) })
	if len(problems) > 0 {
		a.Problem = "attributes can't be read: " + strings.Join(problems, ", ")
	}
	return a
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
