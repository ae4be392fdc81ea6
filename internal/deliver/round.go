package deliver

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"onrecord/internal/digest"
	"onrecord/internal/issue"
	"onrecord/internal/metrics"
)

// keeping is how long a digest that was seen is remembered, and so how late
// one may come and still be told from one that was mailed. An event that
// failed lies in the failure queue for 14 days at most; a day is to spare.
const keeping = 15 * 24 * time.Hour

// OpenLongest is how long a round may stay open. S3 forgets the lines of the
// ledger some weeks after that (ledger/ in the template): whoever was mailed
// by a round that is still open then would be mailed again.
const OpenLongest = 30 * 24 * time.Hour

// nextRound returns the round to work on: one that an earlier beat left open,
// or a new one where somebody is due at a time. Where there is nothing to do
// found is false and the round is the last one.
func (d *Deliverer) nextRound(ctx context.Context, at time.Time, readers *roster) (r issue.Round, found bool, err error) {
	last, closed, err := d.Archive.LastRound(ctx, at)
	first := errors.Is(err, fs.ErrNotExist)
	switch {
	case first:
		last = d.firstRound(at)
	case err != nil:
		return last, false, err
	case !closed && !d.overdue(last):
		return last, true, nil
	case !closed:
		if err := d.giveUp(ctx, last); err != nil {
			return last, false, fmt.Errorf("give up round %s: %w", last.ID(), err)
		}
	}
	next := d.following(last, at)
	if !next.From.Before(next.To) || !d.someoneDue(next, last, readers) {
		return last, false, nil
	}
	if next.Seen, err = d.see(ctx, last, next, first); err != nil {
		return last, false, err
	}
	err = d.Archive.PutRound(ctx, next)
	if errors.Is(err, fs.ErrExist) { // another beat was faster
		last, closed, err := d.Archive.LastRound(ctx, at)
		return last, !closed, err
	}
	if err != nil {
		return last, false, err
	}
	d.Log.InfoContext(ctx, "round", "round", next.ID(), "from", next.From, "digests", len(next.Seen))
	return next, true, nil
}

// overdue reports whether a round has been open for too long: the stack was
// paused in the middle of it, or the quota is far too small for the list.
func (d *Deliverer) overdue(r issue.Round) bool { return d.Now().Sub(r.Begun) > OpenLongest }

// giveUp closes a round that nobody is to be mailed for any more. What it
// leaves unsent is older than anything that an issue reaches back to. The
// reports say who was mailed before.
func (d *Deliverer) giveUp(ctx context.Context, r issue.Round) error {
	ids, err := d.Archive.Issues(ctx, r.From.Add(-longest)) // no window of the round begins before
	if err != nil {
		return err
	}
	for _, id := range ids {
		if w, err := issue.ParseID(id); err != nil || !w.To.After(r.From) || w.To.After(r.To) {
			continue
		}
		report, err := d.Archive.Report(ctx, id)
		if err != nil {
			return err
		}
		report.Issue, report.Ending = id, issue.GivenUp
		report.Subscribers = report.Sent + len(report.Refused) + len(report.Unconfirmed)
		if err := d.Archive.PutDelivery(ctx, d.dated(report, r)); err != nil {
			return err
		}
		d.Log.ErrorContext(ctx, "given up: who is not in the delivery report got no mail", "issue", id, "begun", r.Begun, "sent", report.Sent)
	}
	return d.Archive.CloseRound(ctx, r, d.Now())
}

// firstRound stands in for the round before the first: it ends just before the
// latest cut-off, so that a new stack mails the day that ends there.
func (d *Deliverer) firstRound(at time.Time) issue.Round {
	to := d.schedule().cutOff(at).Add(-time.Minute).UTC()
	return issue.Round{To: to, Timezone: d.Zone.String(), Hour: d.Hour}
}

func (d *Deliverer) schedule() schedule { return schedule{d.Zone, d.Hour} }

// following returns the round after last that ends at a time. Where the
// stack's schedule was changed, the new one holds from here on, as for a
// subscriber who changes it.
func (d *Deliverer) following(last issue.Round, at time.Time) issue.Round {
	r := issue.Round{
		Schema: issue.RoundSchema, From: last.To, To: at.UTC(), Begun: d.Now().UTC(),
		Timezone: d.Zone.String(), Hour: d.Hour, Since: last.Since, Served: last.Served,
	}
	if d.rescheduled(last) {
		r.Since, r.Served = r.To, common(last).cutOff(last.To)
	}
	return r
}

func (d *Deliverer) rescheduled(last issue.Round) bool {
	return last.Timezone != d.Zone.String() || last.Hour != d.Hour
}

// someoneDue reports whether a round is worth while: whether anybody's day is
// cut in it, or a changed schedule is to be noted.
func (d *Deliverer) someoneDue(next, last issue.Round, readers *roster) bool {
	if _, due := window(common(next), next); due || d.rescheduled(last) {
		return true
	}
	for w := range readers.wishes() {
		s, _ := serviceOf(w, next)
		if _, due := window(s, next); due {
			return true
		}
	}
	return false
}

// see lists the digests that are in the archive as a round begins. One that
// was received before the last round's end and is not in its list came late:
// it counts for the first instant after that end. All windows of this round
// hold that instant, as do the next windows of those who are not due in it,
// and no window does that was compiled before. Before the first round nothing
// is late: what is older is history.
//
// A deleted article leaves the list. Put back, it is new.
func (d *Deliverer) see(ctx context.Context, last, next issue.Round, first bool) ([]issue.Seen, error) {
	oldest := last.To.Add(-keeping)
	gone, err := d.withdrawals(ctx, oldest)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	seen := []issue.Seen{}
	for _, s := range last.Seen {
		// A day more than is listed, which is by whole days.
		if s.ReceivedAt.After(oldest.Add(-24*time.Hour)) && !gone.cover(s.Upload, s.ReceivedAt) {
			known[s.Digest] = true
			seen = append(seen, s)
		}
	}
	late, met := 0, map[string]bool{}
	for g, err := range d.Archive.SomeDigests(ctx, oldest, next.To, func(id string) bool { return !known[id] }) {
		if errors.Is(err, digest.ErrInvalid) { // costs itself, not the issue
			d.Log.ErrorContext(ctx, "left out", "error", err, metrics.Count(metrics.DigestsLeftOut, 1))
			continue
		}
		if err != nil {
			return nil, err
		}
		s := sighting(g)
		if known[g.ID] || met[g.ID] || gone.cover(s.Upload, s.ReceivedAt) {
			continue
		}
		if !first && !s.At.After(last.To) {
			s.At = last.To.Add(1)
			late++
		}
		met[g.ID] = true
		seen = append(seen, s)
	}
	if late > 0 {
		d.Log.InfoContext(ctx, "digests that came late", "round", next.ID(), "digests", late)
	}
	return seen, nil
}

func sighting(g digest.Digest) issue.Seen {
	at := g.Source.ReceivedAt.UTC()
	return issue.Seen{Digest: g.ID, Upload: uploadOf(g.Source.Bucket, g.Source.Key), ReceivedAt: at, At: at}
}

// uploadOf names an article over all its versions.
func uploadOf(bucket, key string) string {
	sum := sha256.Sum256([]byte(bucket + "\n" + key))
	return hex.EncodeToString(sum[:8])
}

// deletions holds, by upload, when it was last deleted.
type deletions map[string]time.Time

func (g deletions) cover(upload string, received time.Time) bool {
	at, found := g[upload]
	return found && !received.After(at)
}

func (d *Deliverer) withdrawals(ctx context.Context, since time.Time) (deletions, error) {
	gone := deletions{}
	for w, err := range d.Archive.Withdrawals(ctx, since, d.Now()) {
		if errors.Is(err, digest.ErrInvalid) {
			d.Log.ErrorContext(ctx, "left out", "error", err)
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("withdrawals: %w", err)
		}
		upload := uploadOf(w.Bucket, w.Key)
		if w.At.After(gone[upload]) {
			gone[upload] = w.At
		}
	}
	return gone, nil
}
