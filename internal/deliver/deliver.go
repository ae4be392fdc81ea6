// Package deliver is the use case of one issue: compile it when it is due and
// mail it to every subscriber once.
//
// Delivery is a reconciliation. A scheduler beats every 15 minutes, and each
// beat asks the archive which issue is due, what of it is left to do and goes
// on from there, so that a beat may be late, repeated or killed at any
// instant. What is promised is in [Deliverer.Beat], and why it holds in
// [issue.Round] (which digests), in service (whose day is cut when) and in the
// ledger of package archive (who was mailed).
package deliver

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"log/slog"
	"math/rand/v2"
	"time"

	"onrecord/internal/digest"
	"onrecord/internal/email"
	"onrecord/internal/issue"
	"onrecord/internal/metrics"
	"onrecord/internal/subscriber"
)

// Archive holds digests, issues, rounds, what is known of subscribers, and the
// ledger of who was mailed.
type Archive interface {
	// SomeDigests yields the digests received after from, up to and including
	// to, whose ids are wanted; want is called from another goroutine, while
	// the loop runs. A digest that can't be read for good yields an
	// error wrapping [digest.ErrInvalid], and the rest follow; any other error
	// is the end.
	SomeDigests(ctx context.Context, from, to time.Time, want func(id string) bool) iter.Seq2[digest.Digest, error]
	// Withdrawals yields the deletions after from, up to and including to, with
	// errors as those of SomeDigests.
	Withdrawals(ctx context.Context, from, to time.Time) iter.Seq2[digest.Withdrawal, error]

	// Issues lists the ids of the stored issues whose windows begin at a time
	// or later, oldest first.
	Issues(ctx context.Context, since time.Time) ([]string, error)
	// Issue reads a stored issue; the error wraps [fs.ErrNotExist] where
	// there is none.
	Issue(ctx context.Context, id string) (issue.Issue, error)
	// PutWeb stores one file of what is published, in place of an earlier one.
	PutWeb(ctx context.Context, path, contentType string, body []byte) error
	// PutIssue stores an issue with its mail. The error wraps
	// [fs.ErrExist] where the issue stands already: it is never rewritten.
	PutIssue(ctx context.Context, is issue.Issue, html, text string) error
	// HasPages reports whether an issue has its web version, and PutPages gives
	// it one.
	HasPages(ctx context.Context, id string) (bool, error)
	PutPages(ctx context.Context, id, html, text string) error
	// PutDelivery stores the report that closes an issue.
	PutDelivery(ctx context.Context, d issue.Delivery) error

	Rounds
	Subscribers
	Ledger
	// Lease takes the right to deliver until a time and returns how to give it
	// back. The error wraps [fs.ErrExist] where somebody else holds it at now.
	Lease(ctx context.Context, holder string, now, until time.Time) (release func(context.Context) error, err error)
}

// Rounds are the steps of delivery, one after another.
type Rounds interface {
	// LastRound returns the round that ends last and whether it was closed; the
	// error wraps [fs.ErrNotExist] where there is none.
	LastRound(ctx context.Context, now time.Time) (r issue.Round, closed bool, err error)
	// PutRound stores a round. The error wraps [fs.ErrExist] where one ends at
	// that time already.
	PutRound(ctx context.Context, r issue.Round) error
	// CloseRound notes that nothing of a round is left to do.
	CloseRound(ctx context.Context, r issue.Round, at time.Time) error
}

// Subscribers is what is known of them.
type Subscribers interface {
	// Contacts returns the nth page of a listing; the error wraps
	// [fs.ErrNotExist] where it was not stored yet.
	Contacts(ctx context.Context, listing string, n int) (subscriber.ContactPage, error)
	// PutContacts stores it; the error wraps [fs.ErrExist] where it was.
	PutContacts(ctx context.Context, listing string, n int, p subscriber.ContactPage) error
	// Readers returns a sixteenth of the roster, 0 to 15, sorted by key.
	Readers(ctx context.Context, shard int) ([]subscriber.Reader, error)
	// PutReaders stores it in place of what was there.
	PutReaders(ctx context.Context, shard int, readers []subscriber.Reader) error
}

// Ledger says who was mailed. It is what makes a second copy impossible.
type Ledger interface {
	// Claim reserves the mail to a recipient for claimant, a name that no two
	// processes share. The error wraps [fs.ErrExist] where somebody holds the
	// claim already; after any other error it may have been made.
	Claim(ctx context.Context, id, recipient, claimant string, at time.Time) error
	// Release gives a claim back where certainly nothing was sent for it. The
	// error wraps [fs.ErrNotExist] where claimant holds none.
	Release(ctx context.Context, id, recipient, claimant string) error
	// Settle notes how the mail to a claimed recipient ended.
	Settle(ctx context.Context, id string, r issue.Receipt) error
	// Claimed returns whether a recipient is claimed, for every recipient of
	// the issue, as of now.
	Claimed(ctx context.Context, id string) (func(recipient string) bool, error)
	// Report reads the whole ledger of an issue: how many mails were sent,
	// and every refused or unsettled one by name.
	Report(ctx context.Context, id string) (issue.Delivery, error)
}

// Mail is the mail service. Its errors are those of package email.
type Mail interface {
	// Contacts returns a page of the subscribers, the first where from is
	// empty. The error wraps [email.ErrListing] where the service does not know
	// from any more.
	Contacts(ctx context.Context, from string) (subscriber.ContactPage, error)
	// Attributes reads what a contact says beside its address; the error wraps
	// [fs.ErrNotExist] where there is no such contact any more.
	Attributes(ctx context.Context, address string) (subscriber.Attributes, error)
	// Send hands one mail over and returns the service's id for it.
	Send(ctx context.Context, to email.Recipient, m email.Message) (string, error)
	// Account says what the service allows at the moment.
	Account(ctx context.Context) (email.Account, error)
}

// Deliverer mails issues.
type Deliverer struct {
	Archive Archive
	Mail    Mail
	Log     *slog.Logger
	Now     func() time.Time

	Zone     *time.Location // where the day is cut
	Hour     int            // local hour of the cut, 0 to 23
	EmptyDay issue.EmptyDay // what is done on a day without a story; empty: no mail
	Options  email.Options  // what the mail says beside the issue; with a WebBaseURL, issues are published too
}

// Beat is one beat of the schedule.
type Beat struct {
	// ScheduledTime is when the scheduler meant to beat; it stays the same
	// when the beat is tried again. Absent or in the future, now counts.
	ScheduledTime time.Time `json:"scheduled_time"`
	// DryRun compiles and counts, and neither stores nor sends.
	DryRun bool `json:"dry_run"`
}

// Result says what a beat did, without an address.
type Result struct {
	Round       string `json:"round"`       // id of the last one worked on, empty for none
	Issue       string `json:"issue"`       // of the stack's own schedule, or another of the round
	Stories     int    `json:"stories"`     // of that issue
	Subscribers int    `json:"subscribers"` // seen in this beat who were due
	Sent        int    `json:"sent"`        // in this beat; of the whole round once it is complete; so the rest
	Refused     int    `json:"refused"`
	Unconfirmed int    `json:"unconfirmed"`
	Complete    bool   `json:"complete"`       // nothing of the round is left to a later beat
	Held        string `json:"held,omitempty"` // why something is: "time", "daily quota", "lease", "faults"
	// Ending is how the issue was closed, empty where it is not: it tells a day
	// without a story from one on which nobody was mailed.
	Ending issue.Ending `json:"ending"`

	mailed, turnedDown int // in this beat, over all its rounds
}

// What holds up a beat.
const (
	timeHeld   = "time"
	quotaHeld  = "daily quota"
	leaseHeld  = "lease"
	faultsHeld = "faults"
)

// Beat brings the mails up to date: it finishes the round that an earlier beat
// left, begins those that are due since, and then reads up on subscribers who
// changed something. It sends nobody a second copy of an issue. A mail whose
// sender died between claim and receipt is never sent again; it is named in
// the delivery report as unconfirmed.
//
// Every subscriber has a day, cut at an hour of a timezone: those they chose,
// or the stack's. At each cut-off an issue is due to them of what came since
// the last. Rounds ([issue.Round]) make a chain of that for everybody at once:
// a round goes from the end of the one before to now, and a subscriber's issue
// in it from the last cut-off before its beginning to the last before its end.
// So a stack that was paused for three days mails one issue of three days; a
// day of 23 or 25 hours is one day; whoever moves to another timezone gets
// what came since their last issue, neither more nor less; and a digest that
// comes late, which counts for the beginning of the next round, is in the
// next issue of everybody. Over a longer pause than a week, the week before
// its end is mailed. A round that is open for longer than [OpenLongest] is
// given up.
//
// A beat that finds another at work leaves. It stops early, without an error,
// shortly before ctx's deadline and where the daily quota is used up; the next
// beat goes on. An error means that a later beat will have to do better: the
// archive or the mail service failed, or the account may not send.
func (d *Deliverer) Beat(ctx context.Context, b Beat) (Result, error) {
	at := d.Now()
	if !b.ScheduledTime.IsZero() && b.ScheduledTime.Before(at) {
		at = b.ScheduledTime
	}
	at = at.Truncate(time.Minute)
	if b.DryRun {
		return d.rehearse(ctx, at)
	}
	release, err := d.lease(ctx)
	if errors.Is(err, fs.ErrExist) {
		d.Log.InfoContext(ctx, "another beat is at work")
		return Result{Held: leaseHeld}, nil
	}
	if err != nil {
		return Result{}, err
	}
	began := time.Now()
	result, err := d.rounds(ctx, at)
	d.measure(ctx, result, err, time.Since(began))
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), noteTimeout)
	defer cancel()
	if giveBack := release(last); giveBack != nil {
		d.Log.WarnContext(ctx, "lease not given back", "error", giveBack)
	}
	return result, err
}

// patience is how long a lease lasts for an invocation without a deadline.
const patience = 15 * time.Minute

func (d *Deliverer) lease(ctx context.Context) (func(context.Context) error, error) {
	lasts := patience
	if deadline, limited := ctx.Deadline(); limited {
		lasts = time.Until(deadline)
	}
	now := d.Now()
	return d.Archive.Lease(ctx, fmt.Sprintf("%016x", rand.Uint64()), now, now.Add(lasts))
}

// rounds works through what is due, and then reads up on subscribers.
func (d *Deliverer) rounds(ctx context.Context, at time.Time) (Result, error) {
	readers, err := loadRoster(ctx, d.Archive)
	if err != nil {
		return Result{}, err
	}
	var result Result
	for {
		round, found, err := d.nextRound(ctx, at, readers)
		if err != nil {
			return result, err
		}
		if !found {
			budget, stop := allowance(ctx)
			defer stop(nil)
			return result, d.refresh(ctx, budget, readers, round, result.Complete)
		}
		before := result
		result, err = d.mail(ctx, round, readers)
		result.mailed += before.mailed
		result.turnedDown += before.turnedDown
		if err != nil || !result.Complete {
			return result, err
		}
		// The list was read to its end. What is forgotten is stored before
		// another round can begin.
		readers.forget(d.Now())
		if err := readers.store(ctx, d.Archive); err != nil {
			return result, err
		}
	}
}

// measure logs a beat, with what CloudWatch is to count.
func (d *Deliverer) measure(ctx context.Context, r Result, err error, took time.Duration) {
	attrs := []slog.Attr{
		slog.String("round", r.Round), slog.String("held", r.Held),
		metrics.Milliseconds(metrics.BeatTime, took),
		metrics.Count(metrics.Subscribers, r.Subscribers),
		metrics.Count(metrics.MailsSent, r.mailed),
		metrics.Count(metrics.MailsRefused, r.turnedDown),
	}
	if r.mailed > 0 {
		attrs = append(attrs, metrics.PerSecond(metrics.SendRate, float64(r.mailed)/took.Seconds()))
	}
	if r.Held == quotaHeld {
		attrs = append(attrs, metrics.Count(metrics.QuotaReached, 1))
	}
	if errors.Is(err, email.ErrPaused) || errors.Is(err, email.ErrSandbox) {
		attrs = append(attrs, metrics.Count(metrics.AccountRefused, 1))
	}
	d.Log.LogAttrs(ctx, slog.LevelInfo, "beat", attrs...)
}

// NextCutOff returns the first cut-off of the stack's schedule after a time.
func (d *Deliverer) NextCutOff(after time.Time) time.Time { return d.schedule().next(after) }
