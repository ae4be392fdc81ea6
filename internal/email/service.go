package email

import (
	"errors"
	"fmt"
)

// Recipient is a party to a mail.
type Recipient struct {
	Address string
	Name    string // may be empty
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
// somebody acts: sending paused, sender not verified, permission missing.
var ErrPaused = errors.New("mail service takes no mail from this account")

// ErrQuota reports that the service takes no more mail in these 24 hours. It
// will by itself, as what was sent a day ago stops counting.
var ErrQuota = errors.New("daily sending quota is used up")

// ErrSandbox reports that mail was refused because the service takes mail to
// verified addresses only until somebody asks it for more.
var ErrSandbox = errors.New("mail account is in the sandbox: only verified addresses get mail")

// ErrListing reports that the service has forgotten how far a list of contacts
// was read; it must be read from the start.
var ErrListing = errors.New("mail service has dropped the listing")

// ErrUnconfirmed reports a send whose outcome is not known: the request left
// and no answer came back. Sending again might be a second copy.
var ErrUnconfirmed = errors.New("mail service did not answer")

// RefusedError reports a mail that the service will not take for this one
// recipient, now or later.
type RefusedError struct {
	Reason string // the service's own words
}

func (e *RefusedError) Error() string { return fmt.Sprintf("refused: %s", e.Reason) }
