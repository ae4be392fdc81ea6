// Package deliver is the use case of one issue: compile it when it is due and
// mail it to every subscriber once.
//
// Delivery is a reconciliation. A scheduler beats every 15 minutes, and each
// beat asks the archive which issue is due, what of it is left to do and goes
// on from there, so that a beat may be late, repeated or killed at any
// instant. What is promised is in [Deliverer.Beat].
package deliver

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"log/slog"
	"time"

	"onrecord/internal/digest"
	"onrecord/internal/email"
	"onrecord/internal/issue"
)

// Archive holds digests, issues and the ledger of who was mailed.
type Archive interface {
	// Digests yields the digests received after from, up to and including to.
	// A digest that can't be read for good yields an error wrapping
	// [digest.ErrInvalid], and the rest follow; any other error is the end.
	Digests(ctx context.Context, from, to time.Time) iter.Seq2[digest.Digest, error]
	// Withdrawals yields the deletions after from, up to and including to, with
	// errors as those of Digests.
	Withdrawals(ctx context.Context, from, to time.Time) iter.Seq2[digest.Withdrawal, error]

	// Issues lists the ids of the stored issues, oldest first.
	Issues(ctx context.Context) ([]string, error)
	// Issue reads a stored issue; the error wraps [fs.ErrNotExist] where
	// there is none.
	Issue(ctx context.Context, id string) (issue.Issue, error)
	// PutWeb stores one file of what is published, in place of an earlier one.
	PutWeb(ctx context.Context, path, contentType string, body []byte) error
	// PutIssue stores an issue with its mail. The error wraps
	// [fs.ErrExist] where the issue stands already: it is never rewritten.
	PutIssue(ctx context.Context, is issue.Issue, html, text string) error
	// Delivery reads the report that closes an issue; the error wraps
	// [fs.ErrNotExist] until there is one.
	Delivery(ctx context.Context, id string) (issue.Delivery, error)
	// PutDelivery stores the report that closes an issue.
	PutDelivery(ctx context.Context, d issue.Delivery) error

	Ledger
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
	// Contacts yields the subscribers page by page. An error is the end.
	Contacts(ctx context.Context) iter.Seq2[email.Recipient, error]
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
	Issue       string `json:"issue"` // id, empty where none was due
	Stories     int    `json:"stories"`
	Subscribers int    `json:"subscribers"` // seen in this beat
	Sent        int    `json:"sent"`        // since the issue was compiled, as the rest
	Refused     int    `json:"refused"`
	Unconfirmed int    `json:"unconfirmed"`
	Complete    bool   `json:"complete"` // nothing is left to a later beat
	// Ending is how the issue was closed, empty where it is not: it tells a day
	// without a story from one on which nobody was mailed.
	Ending issue.Ending `json:"ending"`
}

// Beat brings the mails up to date: it finishes what an earlier beat left,
// then compiles and mails the issue that is due. It sends nobody a second
// copy of an issue. A mail whose sender died between claim and receipt is
// never sent again; it is named in the delivery report as unconfirmed.
//
// It stops early, without an error, shortly before ctx's deadline. An error
// means that a later beat will have to do better: the archive or the mail
// service failed, or the account may not send.
func (d *Deliverer) Beat(ctx context.Context, b Beat) (Result, error) {
	at := d.Now()
	if !b.ScheduledTime.IsZero() && b.ScheduledTime.Before(at) {
		at = b.ScheduledTime
	}
	if b.DryRun {
		return d.rehearse(ctx, at)
	}
	if err := d.compileDue(ctx, at); err != nil {
		return Result{}, err
	}
	open, err := d.unfinished(ctx)
	if err != nil {
		return Result{}, err
	}
	var last Result
	for _, is := range open {
		last, err = d.mail(ctx, is)
		if err != nil || !last.Complete {
			return last, err
		}
	}
	return last, nil
}

// reach is how many of the latest issues a beat looks back over for one that
// was not finished. An issue that three later ones have overtaken is old news.
const reach = 3

// unfinished returns the latest issues that have no delivery report yet,
// oldest first.
func (d *Deliverer) unfinished(ctx context.Context) ([]issue.Issue, error) {
	ids, err := d.Archive.Issues(ctx)
	if err != nil {
		return nil, err
	}
	var open []issue.Issue
	for _, id := range ids[max(0, len(ids)-reach):] {
		_, err := d.Archive.Delivery(ctx, id)
		if err == nil {
			continue
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		is, err := d.Archive.Issue(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("issue %s: %w", id, err)
		}
		open = append(open, is)
	}
	return open, nil
}

// rehearse compiles the issue that is due, or takes the last one where none
// is, and counts whom it would reach.
func (d *Deliverer) rehearse(ctx context.Context, at time.Time) (Result, error) {
	is, err := d.lastIssue(ctx)
	if err != nil {
		return Result{}, err
	}
	if w := d.window(at, is.Window); w.From.Before(w.To) {
		if is, err = d.compile(ctx, w, is); err != nil {
			return Result{}, err
		}
	}
	r := Result{Issue: is.ID, Stories: len(is.Stories)}
	for _, err := range d.Mail.Contacts(ctx) {
		if err != nil {
			return r, err
		}
		r.Subscribers++
	}
	d.Log.InfoContext(ctx, "dry run", "issue", is.ID, "stories", r.Stories, "subscribers", r.Subscribers)
	return r, nil
}
