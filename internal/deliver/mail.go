package deliver

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"onrecord/internal/email"
	"onrecord/internal/issue"
	"onrecord/internal/subscriber"
)

const (
	// margin is kept between the last new mail and the deadline of the
	// invocation: for the answers to the mails in flight, at sendTimeout, and
	// for noting them.
	margin = 25 * time.Second
	// sendTimeout bounds one try to hand a mail over, noteTimeout one line of
	// the ledger.
	sendTimeout = 12 * time.Second
	noteTimeout = 6 * time.Second
	// pause is how long a throttled sender waits at first; it doubles up to
	// longestPause, and each wait is jittered.
	pause        = 200 * time.Millisecond
	longestPause = 10 * time.Second
	// fewestSenders and mostSenders bound how many mails are in flight at
	// once, which is also how many a kill can leave in doubt. In between it is
	// a quarter of a second's mails: SES and the two lines of the ledger take
	// 100 to 200 ms together.
	fewestSenders, mostSenders = 4, 128
)

// run is one beat's work on one round.
type run struct {
	*Deliverer
	round    issue.Round
	readers  *roster
	claimant string
	editions editions

	// What is known once there is somebody to be mailed.
	account       email.Account
	tickets, gate *pace
	left          atomic.Int64 // mails that the daily quota still allows

	subscribers                int
	sent, refused, unconfirmed atomic.Int64
	wanting                    atomic.Bool  // somebody is left for a later beat
	exhausted                  atomic.Bool  // for lack of quota
	faults, faultsInARow       atomic.Int64 // of the ledger
	throttled                  atomic.Int64 // tries to hand over a mail
}

// job is one mail to be sent.
type job struct {
	issue   string
	to      email.Recipient
	message *email.Message
}

// mail sends the issues of a round to everybody who is due in it and is not in
// the ledger yet.
func (d *Deliverer) mail(ctx context.Context, round issue.Round, readers *roster) (Result, error) {
	r := &run{Deliverer: d, round: round, readers: readers, claimant: fmt.Sprintf("%016x", rand.Uint64())}
	r.editions = newEditions(r)
	err := r.everybody(ctx)
	result := r.result()
	switch {
	case errors.Is(err, email.ErrQuota):
		result.Held = quotaHeld
		err = nil
	case err == nil && r.faults.Load() > 0:
		result.Held = faultsHeld
	case err == nil && r.wanting.Load():
		result.Held = timeHeld
	}
	if err != nil || result.Held != "" {
		d.Log.WarnContext(ctx, "left for the next beat", "round", round.ID(), "held", result.Held,
			"subscribers", r.subscribers, "sent", result.Sent, "throttled", r.throttled.Load(), "error", err)
		return result, err
	}
	return r.close(ctx, result)
}

// everybody works through the contacts, several at once, until all are done,
// the deadline is near or an error concerns more than one recipient.
func (r *run) everybody(ctx context.Context) error {
	budget, stop := allowance(ctx)
	defer stop(nil)
	if err := r.editions.common(ctx); err != nil {
		return err
	}
	work := make(chan job)
	var group sync.WaitGroup
	start := func() {
		for range r.senders() {
			group.Go(func() {
				for j := range work {
					if err := r.one(ctx, budget, j); err != nil {
						stop(err)
					}
				}
			})
		}
	}
	err := r.feed(ctx, budget, work, start)
	close(work)
	group.Wait()
	if cause := context.Cause(budget); cause != nil && !errors.Is(cause, context.DeadlineExceeded) {
		return cause
	}
	if err == nil && r.exhausted.Load() {
		return email.ErrQuota
	}
	return err
}

// allowance returns a context that ends a margin before ctx's deadline, or
// with the error that it is stopped with. Mails in flight keep ctx itself.
func allowance(ctx context.Context) (context.Context, context.CancelCauseFunc) {
	budget, stop := context.WithCancelCause(ctx)
	deadline, limited := ctx.Deadline()
	if !limited {
		return budget, stop
	}
	budget, cancel := context.WithDeadline(budget, deadline.Add(-margin))
	return budget, func(cause error) { stop(cause); cancel() }
}

func (r *run) senders() int {
	return min(max(int(r.account.MaxPerSecond/4), fewestSenders), mostSenders)
}

// feed hands out the mails of those who are due and not claimed yet. It calls
// start before the first.
func (r *run) feed(ctx, budget context.Context, work chan<- job, start func()) error {
	for page, err := range r.contacts(budget, r.round) {
		if budget.Err() != nil {
			r.wanting.Store(true)
			return nil
		}
		if err != nil {
			return err
		}
		for _, c := range page.Contacts {
			j, due, err := r.job(ctx, c)
			if err != nil {
				return err
			}
			if !due {
				continue
			}
			if r.exhausted.Load() {
				return nil
			}
			if r.gate == nil {
				if err := r.open(ctx); err != nil {
					return err
				}
				start()
			}
			select {
			case work <- j:
			case <-budget.Done():
				r.wanting.Store(true)
				return nil
			}
		}
	}
	return nil
}

// job returns the mail that a contact is to be sent, and false where none is.
func (r *run) job(ctx context.Context, c subscriber.Contact) (job, bool, error) {
	reader := r.readers.meet(subscriber.KeyOf(c.Address))
	s, follows := serviceOf(reader.Wishes, r.round)
	w, due := window(s, r.round)
	if !due {
		return job{}, false, nil
	}
	e, err := r.editions.of(ctx, w)
	if err != nil {
		return job{}, false, err
	}
	r.subscribers++
	e.due++
	if e.claimed == nil || e.claimed(c.Address) {
		return job{}, false, nil
	}
	m, err := r.editions.message(e, follows, c.Without)
	if err != nil {
		return job{}, false, err
	}
	if m == nil {
		e.elsewhere++
		return job{}, false, nil
	}
	to := email.Recipient{Address: c.Address}
	if reader.Wishes != nil {
		to.Name = reader.Wishes.Name
	}
	return job{e.issue.ID, to, m}, true, nil
}

// open asks what the account may send, before the first mail of a beat.
func (r *run) open(ctx context.Context) error {
	account, err := r.Mail.Account(ctx)
	if err != nil {
		return fmt.Errorf("mail account: %w", err)
	}
	if !account.Sending {
		return fmt.Errorf("mail account: %w", email.ErrPaused)
	}
	if account.Left() < 1 {
		return email.ErrQuota
	}
	if account.Sandbox {
		r.Log.WarnContext(ctx, "mail account is in the sandbox: only verified addresses get mail")
	}
	r.account = account
	r.left.Store(int64(account.Left()))
	most := max(account.MaxPerSecond, 0.1)
	r.tickets, r.gate = newPace(most, below), newPace(most, 1)
	return nil
}

// one claims, sends and settles the mail to one recipient. An error concerns
// every recipient; what concerns this one alone is settled or logged.
func (r *run) one(ctx, budget context.Context, j job) error {
	started, err := r.tickets.wait(budget)
	if err != nil {
		r.wanting.Store(true)
		return nil
	}
	started() // how long claiming takes is the gate's to make up for
	if r.left.Add(-1) < 0 {
		r.exhausted.Store(true) // those before are still to go
		return nil
	}
	noting, cancel := context.WithTimeout(ctx, noteTimeout)
	defer cancel()
	err = r.Archive.Claim(noting, j.issue, j.to.Address, r.claimant, r.Now())
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		// The claim may have been made all the same; nothing was sent for it.
		return r.fault(ctx, j, errors.Join(err, r.release(ctx, j)))
	}
	r.faultsInARow.Store(0)
	id, err := r.send(ctx, budget, j)
	return r.settle(ctx, j, id, err)
}

// send hands the mail over, again and again while the service throttles.
func (r *run) send(ctx, budget context.Context, j job) (string, error) {
	wait := pause
	for {
		answered, err := r.gate.wait(budget)
		if err != nil {
			return "", email.ErrThrottled
		}
		sending, cancel := context.WithTimeout(ctx, sendTimeout)
		id, err := r.Mail.Send(sending, j.to, *j.message)
		cancel()
		answered()
		if !errors.Is(err, email.ErrThrottled) {
			return id, err
		}
		r.throttled.Add(1)
		r.tickets.slow()
		r.gate.slow()
		timer := time.NewTimer(wait/2 + rand.N(wait))
		select {
		case <-timer.C:
		case <-budget.Done():
			timer.Stop()
			return "", err
		}
		wait = min(2*wait, longestPause)
	}
}

// settle notes how a send ended. Where it certainly did not happen the claim
// is given back; where that is not known the claim stays, unsettled.
func (r *run) settle(ctx context.Context, j job, id string, sent error) error {
	receipt := issue.Receipt{Recipient: j.to.Address, At: r.Now().UTC()}
	var refused *email.RefusedError
	switch {
	case sent == nil:
		receipt.Outcome, receipt.MessageID = issue.Sent, id
		r.sent.Add(1)
	case errors.As(sent, &refused):
		receipt.Outcome, receipt.Reason = issue.Refused, refused.Reason
		r.refused.Add(1)
	case errors.Is(sent, email.ErrThrottled), errors.Is(sent, email.ErrPaused), errors.Is(sent, email.ErrQuota):
		r.wanting.Store(true)
		if errors.Is(sent, email.ErrThrottled) {
			sent = nil // the service may take the others
		}
		if err := r.release(ctx, j); err != nil {
			sent = errors.Join(sent, r.fault(ctx, j, err))
		}
		return sent
	default:
		r.unconfirmed.Add(1)
		r.Log.ErrorContext(ctx, "unconfirmed", "issue", j.issue, "subscriber", shortKey(j.to.Address), "error", redact(sent, j.to.Address))
		receipt.Outcome, receipt.Reason = issue.Unconfirmed, sent.Error()
	}
	noting, cancel := context.WithTimeout(ctx, noteTimeout)
	defer cancel()
	if err := r.Archive.Settle(noting, j.issue, receipt); err != nil {
		r.Log.ErrorContext(ctx, "receipt not stored", "issue", j.issue, "subscriber", shortKey(j.to.Address), "outcome", receipt.Outcome, "error", err)
	}
	return nil
}

// fault leaves a recipient, whose line in the ledger could not be written, to
// the next beat. It returns the error where that happens to many in a row, and
// so to everybody.
func (r *run) fault(ctx context.Context, j job, err error) error {
	r.wanting.Store(true)
	r.faults.Add(1)
	r.Log.WarnContext(ctx, "ledger", "issue", j.issue, "subscriber", shortKey(j.to.Address), "error", err)
	if r.faultsInARow.Add(1) < manyFailures {
		return nil
	}
	return err
}

// release gives a claim back, so that a later beat may mail the recipient.
func (r *run) release(ctx context.Context, j job) error {
	noting, cancel := context.WithTimeout(ctx, noteTimeout)
	defer cancel()
	err := r.Archive.Release(noting, j.issue, j.to.Address, r.claimant)
	if errors.Is(err, fs.ErrNotExist) { // there was none to give back
		return nil
	}
	return err
}

// editions are the issues of a round, with how far each is mailed.
type editions struct {
	run      *run
	issues   map[string]*edition
	messages map[messageKey]*email.Message
}

// edition is one issue of a round.
type edition struct {
	issue     issue.Issue
	claimed   func(recipient string) bool // nil for an issue that nobody is mailed
	due       int                         // subscribers
	elsewhere int                         // of those: who chose none of its sections
}

// messageKey tells apart the mails of one issue.
type messageKey struct{ issue, zone, without string }

func newEditions(r *run) editions {
	return editions{run: r, issues: map[string]*edition{}, messages: map[messageKey]*email.Message{}}
}

// common compiles the issue of those who follow the stack's schedule, be there
// any or not: it is what the archive shows of the day.
func (es editions) common(ctx context.Context) error {
	w, due := window(common(es.run.round), es.run.round)
	if !due {
		return nil
	}
	_, err := es.of(ctx, w)
	return err
}

// of returns the edition of a window.
func (es editions) of(ctx context.Context, w issue.Window) (*edition, error) {
	id := w.ID()
	if e, found := es.issues[id]; found {
		return e, nil
	}
	is, err := es.run.stand(ctx, w, es.run.round)
	if err != nil {
		return nil, err
	}
	e := &edition{issue: is}
	if is.Empty() && es.run.EmptyDay != issue.OneLine {
		es.run.Log.InfoContext(ctx, "no stories, no mail", "issue", id)
	} else if e.claimed, err = es.run.Archive.Claimed(ctx, id); err != nil {
		return nil, err
	}
	es.issues[id] = e
	return e, nil
}

// mostMessages bounds how many composed mails are kept at once, of some
// 150 kB each.
const mostMessages = 64

// message returns the mail of an edition for a schedule, whose date it shows,
// and without some sections: nil where nothing is left.
func (es editions) message(e *edition, s schedule, without []string) (*email.Message, error) {
	k := messageKey{e.issue.ID, fmt.Sprint(s.zone, s.hour), fmt.Sprint(without)}
	if m, found := es.messages[k]; found {
		return m, nil
	}
	is := e.issue.Select(func(s issue.Story) bool { return !slices.Contains(without, subscriber.SectionTopic(s.Topic)) })
	is.Timezone = s.zone.String()
	var m *email.Message
	if !is.Empty() || es.run.EmptyDay == issue.OneLine {
		composed, err := email.Compose(is, es.run.mailOptions(s.hour))
		if err != nil {
			return nil, fmt.Errorf("compose issue %s: %w", is.ID, err)
		}
		m = &composed
	}
	if len(es.messages) >= mostMessages {
		clear(es.messages)
	}
	es.messages[k] = m
	return m, nil
}
