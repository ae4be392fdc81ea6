package deliver

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"

	"onrecord/internal/email"
	"onrecord/internal/issue"
)

const (
	// margin is kept between the last new mail and the deadline of the
	// invocation, for the mails in flight to be answered and noted.
	margin = 20 * time.Second
	// senders is how many mails are in flight at once: at SES's usual 50 to
	// 100 ms a call, enough for some 150 mails a second.
	senders = 16
	// pause is how long a throttled sender waits at first; it doubles up to
	// longestPause, and each wait is jittered.
	pause        = 200 * time.Millisecond
	longestPause = 10 * time.Second
)

// run is one beat's work on one issue's mails.
type run struct {
	*Deliverer
	issue    issue.Issue
	message  email.Message
	claimant string
	limit    *rate.Limiter
	left     atomic.Int64 // mails that the daily quota still allows
	seen     int
	wanting  atomic.Bool // somebody is left for a later beat
}

// mail sends an issue to everybody who is not in its ledger yet.
func (d *Deliverer) mail(ctx context.Context, is issue.Issue) (Result, error) {
	result := Result{Issue: is.ID, Stories: len(is.Stories)}
	if is.Empty() && d.EmptyDay != issue.OneLine {
		d.Log.InfoContext(ctx, "no stories, no mail", "issue", is.ID)
		return d.close(ctx, is, issue.Skipped, result)
	}
	r, err := d.newRun(ctx, is)
	if err != nil {
		return result, err
	}
	err = r.everybody(ctx)
	result.Subscribers = r.seen
	if err != nil || r.wanting.Load() {
		d.Log.WarnContext(ctx, "left for the next beat", "issue", is.ID, "subscribers", r.seen, "error", err)
		return result, err
	}
	return d.close(ctx, is, issue.Mailed, result)
}

func (d *Deliverer) newRun(ctx context.Context, is issue.Issue) (*run, error) {
	account, err := d.Mail.Account(ctx)
	if err != nil {
		return nil, fmt.Errorf("mail account: %w", err)
	}
	if !account.Sending {
		return nil, fmt.Errorf("mail account: %w", email.ErrPaused)
	}
	if account.Sandbox {
		d.Log.WarnContext(ctx, "mail account is in the sandbox: only verified addresses get mail")
	}
	message, err := email.Compose(is, d.mailOptions())
	if err != nil {
		return nil, fmt.Errorf("compose issue %s: %w", is.ID, err)
	}
	r := &run{
		Deliverer: d,
		issue:     is,
		message:   message,
		claimant:  fmt.Sprintf("%016x", rand.Uint64()),
		limit:     rate.NewLimiter(rate.Limit(max(account.MaxPerSecond, 1)), 1),
	}
	r.left.Store(int64(account.Left()))
	return r, nil
}

// everybody works through the contacts, several at once, until all are done,
// the deadline is near or an error concerns more than one recipient.
func (r *run) everybody(ctx context.Context) error {
	claimed, err := r.Archive.Claimed(ctx, r.issue.ID)
	if err != nil {
		return err
	}
	budget, stop := r.budget(ctx)
	defer stop(nil)
	work := make(chan email.Recipient)
	var group sync.WaitGroup
	for range senders {
		group.Go(func() {
			for to := range work {
				if err := r.one(ctx, budget, to); err != nil {
					stop(err)
				}
			}
		})
	}
	err = r.feed(budget, work, claimed)
	group.Wait()
	if cause := context.Cause(budget); cause != nil && !errors.Is(cause, context.DeadlineExceeded) {
		return cause
	}
	return err
}

// budget returns a context that ends a margin before ctx's deadline, or with
// the error that it is stopped with. Sends in flight keep ctx itself.
func (r *run) budget(ctx context.Context) (context.Context, context.CancelCauseFunc) {
	budget, stop := context.WithCancelCause(ctx)
	deadline, limited := ctx.Deadline()
	if !limited {
		return budget, stop
	}
	budget, cancel := context.WithDeadline(budget, deadline.Add(-margin))
	return budget, func(cause error) { stop(cause); cancel() }
}

// feed hands out the contacts who are not claimed yet.
func (r *run) feed(budget context.Context, work chan<- email.Recipient, claimed func(string) bool) error {
	defer close(work)
	for to, err := range r.Mail.Contacts(budget) {
		if budget.Err() != nil {
			r.wanting.Store(true)
			return nil
		}
		if err != nil {
			return fmt.Errorf("contacts: %w", err)
		}
		r.seen++
		if claimed(to.Address) {
			continue
		}
		select {
		case work <- to:
		case <-budget.Done():
			r.wanting.Store(true)
			return nil
		}
	}
	return nil
}

// one claims, sends and settles the mail to one recipient. An error concerns
// every recipient; what concerns this one alone is settled or logged.
func (r *run) one(ctx, budget context.Context, to email.Recipient) error {
	if err := r.limit.Wait(budget); err != nil {
		r.wanting.Store(true)
		return nil
	}
	if r.left.Add(-1) < 0 {
		r.wanting.Store(true)
		return fmt.Errorf("daily sending quota used up: %w", email.ErrPaused)
	}
	err := r.Archive.Claim(ctx, r.issue.ID, to.Address, r.claimant, r.Now())
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		// The claim may have been made all the same; nothing was sent for it.
		return errors.Join(err, r.release(ctx, to))
	}
	id, err := r.send(ctx, budget, to)
	return r.settle(ctx, to, id, err)
}

// send hands the mail over, again and again while the service throttles.
func (r *run) send(ctx, budget context.Context, to email.Recipient) (string, error) {
	wait := pause
	for {
		id, err := r.Mail.Send(ctx, to, r.message)
		if !errors.Is(err, email.ErrThrottled) {
			return id, err
		}
		timer := time.NewTimer(wait/2 + rand.N(wait))
		select {
		case <-timer.C:
		case <-budget.Done():
			timer.Stop()
			return "", err
		}
		wait = min(2*wait, longestPause)
		if r.limit.Wait(budget) != nil {
			return "", err
		}
	}
}

// settle notes how a send ended. Where it certainly did not happen the claim
// is given back; where that is not known the claim stays, unsettled.
func (r *run) settle(ctx context.Context, to email.Recipient, id string, sent error) error {
	receipt := issue.Receipt{Recipient: to.Address, At: r.Now().UTC()}
	var refused *email.RefusedError
	switch {
	case sent == nil:
		receipt.Outcome, receipt.MessageID = issue.Sent, id
	case errors.As(sent, &refused):
		receipt.Outcome, receipt.Reason = issue.Refused, refused.Reason
	case errors.Is(sent, email.ErrThrottled), errors.Is(sent, email.ErrPaused):
		r.wanting.Store(true)
		if errors.Is(sent, email.ErrThrottled) {
			sent = nil // the service may take the others
		}
		return errors.Join(sent, r.release(ctx, to))
	default:
		r.Log.ErrorContext(ctx, "unconfirmed", "issue", r.issue.ID, "error", sent)
		return nil
	}
	if err := r.Archive.Settle(ctx, r.issue.ID, receipt); err != nil {
		r.Log.ErrorContext(ctx, "receipt not stored", "issue", r.issue.ID, "outcome", receipt.Outcome, "error", err)
	}
	return nil
}

// release gives a claim back, so that a later beat may mail the recipient.
func (r *run) release(ctx context.Context, to email.Recipient) error {
	err := r.Archive.Release(ctx, r.issue.ID, to.Address, r.claimant)
	if errors.Is(err, fs.ErrNotExist) { // there was none to give back
		return nil
	}
	return err
}

// close writes the delivery report, which says that an issue is done.
func (d *Deliverer) close(ctx context.Context, is issue.Issue, ending issue.Ending, result Result) (Result, error) {
	report, err := d.Archive.Report(ctx, is.ID)
	if err != nil {
		return result, err
	}
	report.Schema = issue.DeliverySchema
	report.Issue = is.ID
	report.Ending = ending
	report.Subscribers = result.Subscribers
	report.Finished = d.Now().UTC()
	if err := d.Archive.PutDelivery(ctx, report); err != nil {
		return result, err
	}
	result.Sent, result.Refused, result.Unconfirmed = report.Sent, len(report.Refused), len(report.Unconfirmed)
	result.Complete, result.Ending = true, ending
	d.Log.InfoContext(ctx, "delivered", "issue", is.ID, "subscribers", result.Subscribers,
		"sent", result.Sent, "refused", result.Refused, "unconfirmed", result.Unconfirmed)
	return result, nil
}
