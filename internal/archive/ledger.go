package archive

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

	"onrecord/internal/issue"
	"onrecord/internal/subscriber"
)

// Ledger says how the mails of one issue stand, as of when it was read.
type Ledger struct {
	issueID string
	lines   []line // sorted by hash
}

// line is what a ledger keeps of an entry: 18 bytes, a million of which are
// still small in a Lambda function.
type line struct {
	hash     subscriber.Key
	standing standing
	claim    uint8 // number of the latest claim
}

// shards splits a ledger that is too long for one page into as many parallel
// listings, by the first digit of the hash. A million recipients are 2,000
// pages, which one after the other would take minutes.
const shards = "0123456789abcdef"

// Ledger reads from a listing alone how the mails of an issue stand, in about
// 20 bytes of memory a recipient.
func (a *Archive) Ledger(ctx context.Context, issueID string) (*Ledger, error) {
	if err := checkName("issue", issueID); err != nil {
		return nil, err
	}
	prefix := ledgerFolder + issueID + "/"
	lines, whole, err := a.lines(ctx, prefix, "", page)
	if err != nil {
		return nil, err
	}
	if whole {
		return &Ledger{issueID: issueID, lines: lines}, nil
	}
	parts := make([][]line, len(shards))
	errs := make([]error, len(shards))
	var group sync.WaitGroup
	for i := range shards {
		group.Go(func() { parts[i], _, errs[i] = a.lines(ctx, prefix, shards[i:i+1], 0) })
	}
	group.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return &Ledger{issueID: issueID, lines: slices.Concat(parts...)}, nil
}

// page is the number of keys in one page of a listing.
const page = 1000

// lines reads one shard of a ledger. It gives up, and says that it is not the
// whole, after limit keys, unless limit is 0.
func (a *Archive) lines(ctx context.Context, prefix, shard string, limit int) (lines []line, whole bool, err error) {
	var e entry
	flush := func() {
		if s := e.standing(); s != open {
			lines = append(lines, line{hash: e.hash, standing: s, claim: uint8(max(0, e.claims-1))})
		}
	}
	seen := 0
	for key, err := range a.keys(ctx, prefix+shard, "") {
		if err != nil {
			return nil, false, err
		}
		if seen++; seen == limit {
			return nil, false, nil
		}
		hash, name, ok := splitLedgerKey(strings.TrimPrefix(key, prefix))
		if !ok {
			continue
		}
		if hash != e.hash {
			flush()
			e = entry{hash: hash}
		}
		e.add(name)
	}
	flush()
	return lines, true, nil
}

func splitLedgerKey(rest string) (hash subscriber.Key, name string, ok bool) {
	folder, name, found := strings.Cut(rest, "/")
	if !found || len(folder) != hex.EncodedLen(len(hash)) {
		return hash, "", false
	}
	_, err := hex.Decode(hash[:], []byte(folder))
	return hash, name, err == nil
}

// Outcome returns how the mail to recipient stands, Unconfirmed where it was
// claimed and not settled, and false where it is still to be sent.
func (l *Ledger) Outcome(recipient string) (issue.Outcome, bool) {
	hash := subscriber.KeyOf(recipient)
	i, found := slices.BinarySearchFunc(l.lines, hash, func(l line, hash subscriber.Key) int {
		return bytes.Compare(l.hash[:], hash[:])
	})
	if !found {
		return "", false
	}
	return l.lines[i].standing.outcome()
}

// Claimed reports whether the mail to recipient was claimed and not released:
// it is not to be sent.
func (l *Ledger) Claimed(recipient string) bool {
	_, claimed := l.Outcome(recipient)
	return claimed
}

// Count returns how many recipients' mails ended so.
func (l *Ledger) Count(o issue.Outcome) int {
	n := 0
	for _, line := range l.lines {
		if outcome, _ := line.standing.outcome(); outcome == o {
			n++
		}
	}
	return n
}

// key returns where the receipt of a line is: of a mail that was never
// settled, the claim, which is a receipt's recipient and time.
func (l *Ledger) key(line line) string {
	name := fmt.Sprintf(claimName, line.claim)
	if line.standing != claimed {
		outcome, _ := line.standing.outcome()
		name = string(outcome) + ".json"
	}
	return ledgerKey(l.issueID, line.hash, name)
}

// Receipts loads the receipts of all recipients with that outcome, in the
// order of their keys. A claim that was never settled gives a receipt with the
// recipient and the time of the claim. Errors are as those of
// [Archive.Digests].
func (a *Archive) Receipts(ctx context.Context, l *Ledger, o issue.Outcome) iter.Seq2[issue.Receipt, error] {
	keys := func(context.Context) iter.Seq2[string, error] {
		return func(yield func(string, error) bool) {
			for _, line := range l.lines {
				if outcome, _ := line.standing.outcome(); outcome == o && !yield(l.key(line), nil) {
					return
				}
			}
		}
	}
	return fetch(ctx, keys, func(ctx context.Context, key string) (issue.Receipt, error) {
		r, err := load(ctx, a, key, decodeJSON[issue.Receipt])
		r.Outcome = o // a claim names none
		return r, err
	})
}

// Claimed reads the ledger of an issue and returns [Ledger.Claimed] of it.
func (a *Archive) Claimed(ctx context.Context, issueID string) (func(recipient string) bool, error) {
	l, err := a.Ledger(ctx, issueID)
	if err != nil {
		return nil, err
	}
	return l.Claimed, nil
}

// Report reads the ledger of an issue into a delivery report: how many mails
// were sent, and by name who was refused and whose mail is unconfirmed. When
// the delivery began and ended, and how many subscribers there are, is the
// caller's to fill in. A receipt that can't be read counts as unconfirmed,
// with its key as the reason.
func (a *Archive) Report(ctx context.Context, issueID string) (issue.Delivery, error) {
	l, err := a.Ledger(ctx, issueID)
	if err != nil {
		return issue.Delivery{}, err
	}
	d := issue.Delivery{
		Schema:      issue.DeliverySchema,
		Issue:       issueID,
		Sent:        l.Count(issue.Sent),
		Refused:     []issue.Receipt{},
		Unconfirmed: []issue.Receipt{},
	}
	for _, o := range []issue.Outcome{issue.Refused, issue.Unconfirmed} {
		for r, err := range a.Receipts(ctx, l, o) {
			var corrupt *CorruptError
			switch {
			case errors.As(err, &corrupt):
				d.Unconfirmed = append(d.Unconfirmed, issue.Receipt{Outcome: issue.Unconfirmed, Reason: err.Error()})
			case err != nil:
				return issue.Delivery{}, err
			case o == issue.Refused:
				d.Refused = append(d.Refused, r)
			default:
				d.Unconfirmed = append(d.Unconfirmed, r)
			}
		}
	}
	return d, nil
}
