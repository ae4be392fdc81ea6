package email

import (
	"errors"
	"fmt"
)

// Recipient is a subscriber to mail.
type Recipient struct {
	Address string
	Name    string   // may be empty
	Zone    string   // IANA timezone, empty for the stack's
	Hour    int      // local hour due, -1 for the stack's
	Topics  []string // sections chosen, empty for all
}

// Account is what a mail service allows its sender at the moment.
type Account struct {
	Sending      bool    // false: paused by the service or its owner
	Sandbox      bool    // only verified recipients
	MaxPerSecond float64 // mails
	MaxPerDay    float64 // mails in 24 hours; -1 for no limit
	SentToday    float64 // mails in the last 24 hours
}

// Left returns how many mails may still be sent in these 24 hours.
func (a Account) Left() float64 {
	if a.MaxPerDay < 0 {
		return 1e12
	}
	return max(0, a.MaxPerDay-a.SentToday)
}

// ErrThrottled reports that the service takes no mail for the moment: sent
// too fast, or a fault of its own. The mail was not accepted; sending it
// again later is right.
var ErrThrottled = errors.New("mail service is throttling")

// ErrPaused reports that the service takes no mail from this account until
// somebody acts: sending paused, sender not verified, daily quota reached.
var ErrPaused = errors.New("mail service takes no mail from this account")

// ErrUnconfirmed reports a send whose outcome is not known: the request left
// and no answer came back. Sending again might be a second copy.
var ErrUnconfirmed = errors.New("mail service did not answer")

// RefusedError reports a mail that the service will not take for this one
// recipient, now or later.
type RefusedError struct {
	Reason string // the service's own words
}

func (e *RefusedError) Error() string { return fmt.Sprintf("refused: %s", e.Reason) }
