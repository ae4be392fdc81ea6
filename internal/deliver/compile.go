package deliver

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"onrecord/internal/digest"
	"onrecord/internal/email"
	"onrecord/internal/issue"
)

// lateness is how long after its event a digest may come into the archive and
// still be mailed: Lambda keeps an asynchronous event for six hours.
const lateness = 6 * time.Hour

// compileDue stores the issue that is due at a time, unless it stands already.
func (d *Deliverer) compileDue(ctx context.Context, at time.Time) error {
	last, err := d.lastIssue(ctx)
	if err != nil {
		return err
	}
	w := d.window(at, last.Window)
	if !w.From.Before(w.To) {
		return nil
	}
	is, err := d.compile(ctx, w, last)
	if err != nil {
		return err
	}
	kept, err := email.Compose(is, d.keptOptions())
	if err != nil {
		return fmt.Errorf("compose issue %s: %w", is.ID, err)
	}
	if err := d.publish(ctx, is); err != nil {
		return err
	}
	err = d.Archive.PutIssue(ctx, is, kept.HTML, kept.Text)
	if errors.Is(err, fs.ErrExist) { // another beat was faster
		return nil
	}
	if err == nil {
		d.Log.InfoContext(ctx, "compiled", "issue", is.ID, "stories", len(is.Stories))
	}
	return err
}

// lastIssue returns the issue that ends last, or an empty one where there is
// none yet.
func (d *Deliverer) lastIssue(ctx context.Context) (issue.Issue, error) {
	ids, err := d.Archive.Issues(ctx)
	if err != nil || len(ids) == 0 {
		return issue.Issue{}, err
	}
	return d.Archive.Issue(ctx, ids[len(ids)-1])
}

// compile makes the issue of a window out of its digests and of those that
// came too late for last, the issue before.
func (d *Deliverer) compile(ctx context.Context, w issue.Window, last issue.Issue) (issue.Issue, error) {
	since := w.From.Add(-lateness)
	gone, err := d.withdrawals(ctx, since)
	if err != nil {
		return issue.Issue{}, err
	}
	var digests []digest.Digest
	for g, err := range d.Archive.Digests(ctx, since, w.To) {
		switch {
		case errors.Is(err, digest.ErrInvalid): // costs itself, not the issue
			d.Log.ErrorContext(ctx, "left out", "error", err)
		case err != nil:
			return issue.Issue{}, err
		case gone.covers(g):
		case !g.Source.ReceivedAt.After(w.From) && (last.ID == "" || printed(last, g)):
		default:
			digests = append(digests, g)
		}
	}
	return issue.Compile(w, d.Zone, digests, d.past(ctx, w)...), nil
}

// printed reports whether an issue holds the digest, or a later one of the
// same upload.
func printed(is issue.Issue, d digest.Digest) bool {
	for _, s := range is.Stories {
		for _, a := range s.Articles {
			if a.Digest == d.ID || a.Key == d.Source.Key && !a.ReceivedAt.Before(d.Source.ReceivedAt) {
				return true
			}
		}
	}
	return false
}

// deletions holds, by bucket and key, when an upload was last deleted.
type deletions map[[2]string]time.Time

func (d *Deliverer) withdrawals(ctx context.Context, since time.Time) (deletions, error) {
	gone := deletions{}
	for w, err := range d.Archive.Withdrawals(ctx, since, d.Now()) {
		if errors.Is(err, digest.ErrInvalid) {
			d.Log.ErrorContext(ctx, "left out", "error", err)
			continue
		}
		if err != nil {
			return nil, err
		}
		k := [2]string{w.Bucket, w.Key}
		if w.At.After(gone[k]) {
			gone[k] = w.At
		}
	}
	return gone, nil
}

func (g deletions) covers(d digest.Digest) bool {
	at, found := g[[2]string{d.Source.Bucket, d.Source.Key}]
	return found && !d.Source.ReceivedAt.After(at)
}

// keptOptions are for the version that the archive keeps: the same issue with
// no link that is one reader's own.
func (d *Deliverer) keptOptions() email.Options {
	o := d.Options
	o.Hour = d.Hour
	o.UnsubscribeURL = ""
	return o
}

// mailOptions are for the mail of an issue.
func (d *Deliverer) mailOptions() email.Options {
	o := d.Options
	o.Hour = d.Hour
	o.UnsubscribeURL = email.Unsubscribe
	return o
}
