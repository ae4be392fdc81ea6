// Package config is the only reader of the environment. A function reads its
// configuration once at start, and every mistake in it is reported at once.
//
// What AWS itself defines is left to AWS's own libraries: region, credentials
// and endpoints (AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL_SESV2) to the SDK, log
// format and level to the Lambda library.
package config

import (
	"errors"
	"fmt"
	"net/mail"
	"net/url"
	"strconv"
	"strings"
	"time"

	"onrecord/internal/issue"
)

// Ingest configures the function that digests uploads.
type Ingest struct {
	DigestsBucket string // bucket for digests, rejections and withdrawals
}

// Deliver configures the function that mails the day's issue.
type Deliver struct {
	DigestsBucket    string         // bucket of digests, issues and ledger
	Sender           string         // From header, an address verified in SES
	ContactList      string         // SES contact list that holds the subscribers
	Topic            string         // topic of the list that a subscriber can leave
	ConfigurationSet string         // SES configuration set, may be empty
	Zone             *time.Location // where the day is cut, unless a subscriber says otherwise
	Hour             int            // local hour of the cut, 0 to 23
	EmptyDay         issue.EmptyDay // what is done on a day without a story
	Title            string         // the publication's name in the mail
	PostalAddress    string         // footer of the mail, may be empty
	WebBaseURL       string         // root of the web versions, no slash at the end; empty: no link
}

// IngestFrom reads the ingest function's configuration; getenv is os.Getenv
// or a stand-in. The error joins every mistake found.
func IngestFrom(getenv func(string) string) (Ingest, error) {
	r := reader{getenv: getenv}
	c := Ingest{
		DigestsBucket: r.required("DIGESTS_BUCKET"),
	}
	return c, r.err()
}

// DeliverFrom reads the deliver function's configuration; getenv is os.Getenv
// or a stand-in. The error joins every mistake found.
func DeliverFrom(getenv func(string) string) (Deliver, error) {
	r := reader{getenv: getenv}
	c := Deliver{
		DigestsBucket:    r.required("DIGESTS_BUCKET"),
		Sender:           r.address("SENDER"),
		ContactList:      r.required("CONTACT_LIST"),
		Topic:            r.required("TOPIC"),
		ConfigurationSet: r.optional("CONFIGURATION_SET"),
		Zone:             r.zone("TIMEZONE"),
		Hour:             r.hour("HOUR"),
		EmptyDay:         r.emptyDay("EMPTY_DAY"),
		Title:            r.optional("TITLE"),
		PostalAddress:    r.optional("POSTAL_ADDRESS"),
		WebBaseURL:       r.url("WEB_BASE_URL"),
	}
	return c, r.err()
}

// Colour reports whether a terminal's owner wants words set off there: NO_COLOR
// is not set (no-color.org) and the terminal is not a dumb one.
func Colour(getenv func(string) string) bool {
	return getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
}

// IngestVariables lists the variables that [IngestFrom] reads, in its order.
func IngestVariables() []string {
	return asked(func(getenv func(string) string) { _, _ = IngestFrom(getenv) })
}

// DeliverVariables lists the variables that [DeliverFrom] reads, in its order.
func DeliverVariables() []string {
	return asked(func(getenv func(string) string) { _, _ = DeliverFrom(getenv) })
}

// asked notes which variables read asks for, so that the list can't drift
// from the code.
func asked(read func(getenv func(string) string)) []string {
	var names []string
	read(func(name string) string {
		names = append(names, name)
		return ""
	})
	return names
}

// reader reads variables and collects what is wrong with them.
type reader struct {
	getenv   func(string) string
	mistakes []error
}

func (r *reader) err() error { return errors.Join(r.mistakes...) }

func (r *reader) mistake(name, format string, args ...any) {
	r.mistakes = append(r.mistakes, fmt.Errorf("%s: %s", name, fmt.Sprintf(format, args...)))
}

func (r *reader) optional(name string) string { return strings.TrimSpace(r.getenv(name)) }

func (r *reader) required(name string) string {
	v := r.optional(name)
	if v == "" {
		r.mistake(name, "is not set")
	}
	return v
}

func (r *reader) address(name string) string {
	v := r.required(name)
	if v == "" {
		return ""
	}
	if _, err := mail.ParseAddress(v); err != nil {
		r.mistake(name, "%q is not a mail address such as %q", v, "On Record <digest@example.com>")
	}
	return v
}

func (r *reader) zone(name string) *time.Location {
	v := r.optional(name)
	zone, err := time.LoadLocation(v) // UTC where v is empty
	if err != nil || v == "Local" {
		r.mistake(name, "%q is not an IANA timezone such as %q", v, "Europe/Berlin")
		return time.UTC
	}
	return zone
}

func (r *reader) hour(name string) int {
	v := r.required(name)
	if v == "" {
		return 0
	}
	hour, err := strconv.Atoi(v)
	if err != nil || hour < 0 || hour > 23 {
		r.mistake(name, "%q is not an hour from 0 to 23", v)
		return 0
	}
	return hour
}

func (r *reader) emptyDay(name string) issue.EmptyDay {
	switch v := issue.EmptyDay(r.optional(name)); v {
	case "":
		return issue.NoMail
	case issue.NoMail, issue.OneLine:
		return v
	default:
		r.mistake(name, "%q is neither %q nor %q", string(v), issue.NoMail, issue.OneLine)
		return issue.NoMail
	}
}

func (r *reader) url(name string) string {
	v := strings.TrimRight(r.optional(name), "/")
	if v == "" {
		return ""
	}
	if u, err := url.Parse(v); err != nil || u.Scheme != "https" || u.Host == "" {
		r.mistake(name, "%q is not an https address", v)
	}
	return v
}
