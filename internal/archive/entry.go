package archive

import (
	"strconv"
	"strings"

	"onrecord/internal/issue"
	"onrecord/internal/subscriber"
)

// standing is how the mail to one recipient stands.
type standing uint8

// From what is known least to what settles the matter. Where the ledger holds
// several, the last of them counts: a mail known to be sent was sent, whatever
// else was noted.
const (
	open        standing = iota // never claimed, or released
	claimed                     // claimed and not settled
	unconfirmed                 // settled: the mail service gave no answer
	refused                     // settled
	sent                        // settled
)

// entry is what the names in one recipient's folder tell.
type entry struct {
	hash     subscriber.Key
	settled  standing // open where nothing is
	claims   int      // one more than the highest number of a claim
	releases int      // likewise
}

// add reads the name of one object. Names that the archive does not write
// tell nothing.
func (e *entry) add(name string) {
	base, found := strings.CutSuffix(name, ".json")
	if !found {
		return
	}
	if n, found := number(base, "claim-"); found {
		e.claims = max(e.claims, n+1)
	}
	if n, found := number(base, "released-"); found {
		e.releases = max(e.releases, n+1)
	}
	switch issue.Outcome(base) {
	case issue.Sent:
		e.settled = max(e.settled, sent)
	case issue.Refused:
		e.settled = max(e.settled, refused)
	case issue.Unconfirmed:
		e.settled = max(e.settled, unconfirmed)
	}
}

func number(base, kind string) (int, bool) {
	digits, found := strings.CutPrefix(base, kind)
	n, err := strconv.Atoi(digits)
	return n, found && err == nil && 0 <= n && n < maxClaims
}

func (e entry) standing() standing {
	switch {
	case e.settled != open:
		return e.settled
	case e.claims > e.releases:
		return claimed
	default:
		return open
	}
}

// outcome returns the outcome that a standing means, false while the mail is
// still to be sent.
func (s standing) outcome() (issue.Outcome, bool) {
	switch s {
	case sent:
		return issue.Sent, true
	case refused:
		return issue.Refused, true
	case claimed, unconfirmed:
		return issue.Unconfirmed, true
	default:
		return "", false
	}
}
