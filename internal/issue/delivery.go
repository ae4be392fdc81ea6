package issue

import "time"

// Outcome says how the mail to one recipient ended.
type Outcome string

// The outcomes. A recipient who was claimed and never settled is Unconfirmed:
// the sender died, or got no answer, between the two.
const (
	Sent        Outcome = "sent"
	Refused     Outcome = "refused"
	Unconfirmed Outcome = "unconfirmed"
)

// EmptyDay is what a publisher wants done with an issue that has no story.
type EmptyDay string

// What can be done on an empty day. Either way the issue is compiled, stored
// and closed by a report.
const (
	NoMail  EmptyDay = "none" // nobody is mailed
	OneLine EmptyDay = "line" // everybody is mailed one line that says so
)

// Ending says how the delivery of an issue was closed.
type Ending string

// The endings of a delivery.
const (
	Mailed  Ending = "mailed"  // every subscriber has a line in the ledger
	Skipped Ending = "skipped" // there was no story, and on such a day no mail is wanted
	// GivenUp: the issue had been on its way for a month, and whoever has no
	// line in the ledger got no mail.
	GivenUp Ending = "given up"
)

// Receipt is the ledger's line for one recipient of one issue.
type Receipt struct {
	Recipient string    `json:"recipient"` // address
	Outcome   Outcome   `json:"outcome"`
	MessageID string    `json:"message_id,omitempty"` // the service's, where sent
	Reason    string    `json:"reason,omitempty"`     // the service's, where refused
	At        time.Time `json:"at"`
}

// Delivery is the report on one issue's mails.
type Delivery struct {
	Schema      string    `json:"schema"`
	Issue       string    `json:"issue"`
	Ending      Ending    `json:"ending"`
	Subscribers int       `json:"subscribers"` // who were due; given up, who have a line in the ledger
	Elsewhere   int       `json:"elsewhere"`   // of those: who chose none of its sections, and got no mail
	Sent        int       `json:"sent"`
	Refused     []Receipt `json:"refused"`
	Unconfirmed []Receipt `json:"unconfirmed"`
	Started     time.Time `json:"started"`
	Finished    time.Time `json:"finished"`
	// From Started to Finished: with the waits between beats, for a delivery
	// that took more than one.
	Seconds        float64 `json:"seconds"`
	MailsPerSecond float64 `json:"mails_per_second"`
}

// DeliverySchema names the version of a delivery report's stored JSON.
const DeliverySchema = "onrecord/delivery/v1"
