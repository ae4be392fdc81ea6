package archive

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"onrecord/internal/issue"
	"onrecord/internal/subscriber"
)

// The ledger of an issue is a folder for each recipient,
//
//	ledger/<issue>/<hash of the address>/
//	    claim-00.json       somebody has the right to mail the recipient
//	    released-00.json    and gave it back, having mailed nothing
//	    claim-01.json       somebody has it again
//	    sent.json           and how it ended: or refused.json, unconfirmed.json
//
// and, once the issue is closed, delivery.json beside those folders. Nothing
// is ever changed, and S3 forgets a ledger only when no round can need it any
// more: see OpenLongest of package deliver. A claim is made only where there is
// none of its number (If-None-Match: *), and number n+1 only after n was
// released. So between two sends to one recipient there always lies a release
// by the first's sender, who makes one only after the mail service has said
// that it did not take the mail. That is the whole argument why nobody gets
// two copies; it needs neither clocks nor leases, and a sender who dies or
// stalls at any point leaves a claim that nobody can take from it.
const (
	ledgerFolder = "ledger/"
	claimName    = "claim-%02d.json"
	releaseName  = "released-%02d.json"
)

// maxClaims bounds how often a recipient's claim is given back, at one beat
// every 15 minutes for a day and some. After that the recipient stays claimed
// and is reported as unconfirmed.
const maxClaims = 100

// claim is the stored right to mail one recipient.
type claim struct {
	Recipient string    `json:"recipient"`
	Claimant  string    `json:"claimant"`
	At        time.Time `json:"at"`
}

func ledgerKey(issueID string, hash subscriber.Key, name string) string {
	return ledgerFolder + issueID + "/" + hex.EncodeToString(hash[:]) + "/" + name
}

// Claim takes the right to mail an issue to recipient. A nil error is the
// right; every other answer means: do not send. The error wraps [fs.ErrExist]
// where somebody holds a claim, or the mail was settled. claimant names the
// caller, such as the Lambda request id, and no two callers alike.
//
// A claim whose answer was lost is recognised as one's own by its nonce (see
// create), so that a network fault between S3 and the sender does not cost
// the recipient the mail. A claim that fails with any other error may have
// been made after all; nothing was sent for it, so [Archive.Release] is right,
// and without it the recipient is reported as unconfirmed.
func (a *Archive) Claim(ctx context.Context, issueID, recipient, claimant string, at time.Time) error {
	if err := checkName("issue", issueID); err != nil {
		return err
	}
	body, err := encodeJSON(claim{Recipient: recipient, Claimant: claimant, At: at.UTC()})
	if err != nil {
		return fmt.Errorf("archive claim: %w", err)
	}
	hash := subscriber.KeyOf(recipient)
	for n := 0; n < maxClaims; {
		err := a.create(ctx, ledgerKey(issueID, hash, fmt.Sprintf(claimName, n)), jsonType, body)
		if err == nil || !errors.Is(err, fs.ErrExist) {
			return err
		}
		e, lookErr := a.entry(ctx, issueID, hash)
		if lookErr != nil {
			return lookErr
		}
		if e.standing() != open || e.claims <= n {
			return err
		}
		n = e.claims // the one before was released
	}
	return fmt.Errorf("archive: issue %s: claimed and released %d times: %w", issueID, maxClaims, fs.ErrExist)
}

// Release gives a claim back, so that a later run may claim the recipient
// again. Only its claimant may, and only where nothing was sent or the mail
// service said that it did not accept the mail. The error wraps
// [fs.ErrNotExist] where claimant holds no claim.
func (a *Archive) Release(ctx context.Context, issueID, recipient, claimant string) error {
	if err := checkName("issue", issueID); err != nil {
		return err
	}
	hash := subscriber.KeyOf(recipient)
	e, err := a.entry(ctx, issueID, hash)
	if err != nil {
		return err
	}
	none := fmt.Errorf("archive: issue %s: no claim of %s: %w", issueID, claimant, fs.ErrNotExist)
	if e.standing() != claimed {
		return none
	}
	n := e.claims - 1
	held, err := load(ctx, a, ledgerKey(issueID, hash, fmt.Sprintf(claimName, n)), decodeJSON[claim])
	if err != nil {
		return err
	}
	if held.Claimant != claimant {
		return none
	}
	return a.putJSON(ctx, ledgerKey(issueID, hash, fmt.Sprintf(releaseName, n)), held)
}

// Settle writes down how the mail to r.Recipient ended, under a name that
// tells the outcome, so that a listing does.
func (a *Archive) Settle(ctx context.Context, issueID string, r issue.Receipt) error {
	if err := checkName("issue", issueID); err != nil {
		return err
	}
	name, err := outcomeName(r.Outcome)
	if err != nil {
		return err
	}
	return a.putJSON(ctx, ledgerKey(issueID, subscriber.KeyOf(r.Recipient), name), r)
}

func outcomeName(o issue.Outcome) (string, error) {
	switch o {
	case issue.Sent, issue.Refused, issue.Unconfirmed:
		return string(o) + ".json", nil
	default:
		return "", fmt.Errorf("archive: outcome %q: %w", o, fs.ErrInvalid)
	}
}

// entry lists the folder of one recipient.
func (a *Archive) entry(ctx context.Context, issueID string, hash subscriber.Key) (entry, error) {
	e := entry{hash: hash}
	prefix := ledgerKey(issueID, hash, "")
	for key, err := range a.keys(ctx, prefix, "") {
		if err != nil {
			return e, err
		}
		e.add(strings.TrimPrefix(key, prefix))
	}
	return e, nil
}
