package deliver

import (
	"context"
	"errors"
	"io/fs"
	"time"

	"onrecord/internal/email"
	"onrecord/internal/issue"
)

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
	result := Result{Round: round.ID()}
	stories := map[string]int{}
	count := func(w issue.Window) error {
		if _, found := stories[w.ID()]; found {
			return nil
		}
		is, err := d.Archive.Issue(ctx, w.ID())
		if errors.Is(err, fs.ErrNotExist) {
			is, err = d.compile(ctx, w, round)
		}
		stories[w.ID()] = len(is.Stories)
		if result.Issue == "" {
			result.Issue, result.Stories = w.ID(), len(is.Stories)
		}
		return err
	}
	if w, due := window(common(round), round); due {
		if err := count(w); err != nil {
			return result, err
		}
	}
	for from, more := "", true; more; {
		page, err := d.Mail.Contacts(ctx, from)
		if err != nil {
			return result, err
		}
		for _, c := range page.Contacts {
			reader, _ := readers.find(email.KeyOf(c.Address))
			s, _ := serviceOf(reader.Wishes, round)
			w, due := window(s, round)
			if !due {
				continue
			}
			result.Subscribers++
			if err := count(w); err != nil {
				return result, err
			}
		}
		from, more = page.Next, page.Next != ""
	}
	d.Log.InfoContext(ctx, "dry run", "round", round.ID(), "issues", len(stories),
		"stories", result.Stories, "subscribers", result.Subscribers)
	return result, nil
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
