package deliver

import (
	"context"
	"errors"
	"io/fs"
	"time"

	"onrecord/internal/issue"
	"onrecord/internal/subscriber"
)

// rehearsal is what a beat would do to a round.
type rehearsal struct {
	*Deliverer
	round   issue.Round
	stories map[string]int // of each issue, by its id
	result  Result
}

// rehearse says what a beat would do: it compiles the issues that are due, or
// takes the last round where nobody is, and counts whom they would reach. It
// asks SES for the contacts, and neither stores nor sends.
func (d *Deliverer) rehearse(ctx context.Context, at time.Time) (Result, error) {
	readers, err := loadRoster(ctx, d.Archive)
	if err != nil {
		return Result{}, err
	}
	round, err := d.imaginedRound(ctx, at)
	if err != nil {
		return Result{}, err
	}
	r := &rehearsal{Deliverer: d, round: round, stories: map[string]int{}, result: Result{Round: round.ID()}}
	if w, due := window(common(round), round); due {
		err = r.count(ctx, w)
	}
	for from, more := "", true; more && err == nil; {
		var page subscriber.ContactPage
		if page, err = d.Mail.Contacts(ctx, from); err == nil {
			err = r.contacts(ctx, page, readers)
		}
		from, more = page.Next, page.Next != ""
	}
	if err != nil {
		return r.result, err
	}
	d.Log.InfoContext(ctx, "dry run", "round", round.ID(), "issues", len(r.stories),
		"stories", r.result.Stories, "subscribers", r.result.Subscribers)
	return r.result, nil
}

// contacts counts the readers of a page who are due, and the stories of their
// issues.
func (r *rehearsal) contacts(ctx context.Context, page subscriber.ContactPage, readers *roster) error {
	for _, c := range page.Contacts {
		reader, _ := readers.find(subscriber.KeyOf(c.Address))
		s, _ := serviceOf(reader.Wishes, r.round)
		w, due := window(s, r.round)
		if !due {
			continue
		}
		r.result.Subscribers++
		if err := r.count(ctx, w); err != nil {
			return err
		}
	}
	return nil
}

// count counts the stories of an issue, as it stands or as it would be.
func (r *rehearsal) count(ctx context.Context, w issue.Window) error {
	if _, found := r.stories[w.ID()]; found {
		return nil
	}
	is, err := r.Archive.Issue(ctx, w.ID())
	if errors.Is(err, fs.ErrNotExist) {
		is, err = r.compile(ctx, w, r.round)
	}
	if err != nil {
		return err
	}
	r.stories[w.ID()] = len(is.Stories)
	if r.result.Issue == "" {
		r.result.Issue, r.result.Stories = w.ID(), len(is.Stories)
	}
	return nil
}

// imaginedRound returns the round that a beat would begin or go on with, or
// the last one.
func (d *Deliverer) imaginedRound(ctx context.Context, at time.Time) (issue.Round, error) {
	last, closed, err := d.Archive.LastRound(ctx, at)
	first := errors.Is(err, fs.ErrNotExist)
	if first {
		last, closed, err = d.firstRound(at), true, nil
	}
	next := d.following(last, at)
	_, due := window(common(next), next)
	if err != nil || !closed && !d.overdue(last) || !first && !due {
		return last, err
	}
	next.Seen, err = d.see(ctx, last, next, first)
	return next, err
}
