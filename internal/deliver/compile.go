package deliver

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"time"

	"onrecord/internal/digest"
	"onrecord/internal/email"
	"onrecord/internal/issue"
	"onrecord/internal/metrics"
)

// stand returns the issue of a window, compiled now unless it was before, with
// its mail in place.
func (d *Deliverer) stand(ctx context.Context, w issue.Window, r issue.Round) (issue.Issue, error) {
	is, err := d.Archive.Issue(ctx, w.ID())
	if err == nil {
		return is, d.mendPages(ctx, is)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return issue.Issue{}, err
	}
	if is, err = d.compile(ctx, w, r); err != nil {
		return issue.Issue{}, err
	}
	kept, err := email.Compose(is, d.keptOptions())
	if err != nil {
		return issue.Issue{}, fmt.Errorf("compose issue %s: %w", is.ID, err)
	}
	if err := d.publish(ctx, is); err != nil {
		return issue.Issue{}, err
	}
	err = d.Archive.PutIssue(ctx, is, kept.HTML, kept.Text)
	if errors.Is(err, fs.ErrExist) { // another beat was faster
		return d.Archive.Issue(ctx, w.ID())
	}
	if err == nil {
		d.Log.InfoContext(ctx, "compiled", "issue", is.ID, metrics.Count(metrics.Stories, len(is.Stories)))
	}
	return is, err
}

// mendPages writes the mail of an issue, as the archive keeps it, whose compiler was killed
// before it did.
func (d *Deliverer) mendPages(ctx context.Context, is issue.Issue) error {
	found, err := d.Archive.HasPages(ctx, is.ID)
	if err != nil || found {
		return err
	}
	kept, err := email.Compose(is, d.keptOptions())
	if err != nil {
		return fmt.Errorf("compose issue %s: %w", is.ID, err)
	}
	return d.Archive.PutPages(ctx, is.ID, kept.HTML, kept.Text)
}

// compile makes the issue of a window.
func (d *Deliverer) compile(ctx context.Context, w issue.Window, r issue.Round) (issue.Issue, error) {
	digests, err := d.digests(ctx, w, r)
	if err != nil {
		return issue.Issue{}, err
	}
	return issue.Compile(w, d.Zone, digests, d.past(ctx, w)...), nil
}

// mostDigests is how many digests an issue is made of at most: what fits into
// the function's memory. More come only where somebody uploads an archive, and
// without a bound no issue would ever be compiled again.
const mostDigests = 10_000

// fitting returns as many of a window's digests as an issue holds, the latest.
func (d *Deliverer) fitting(ctx context.Context, w issue.Window, current []issue.Seen) []issue.Seen {
	more := len(current) - mostDigests
	if more <= 0 {
		return current
	}
	d.Log.ErrorContext(ctx, "left out: more digests than an issue holds", "issue", w.ID(), "holds", mostDigests,
		metrics.Count(metrics.DigestsLeftOut, more))
	slices.SortFunc(current, func(a, b issue.Seen) int {
		return cmp.Or(b.ReceivedAt.Compare(a.ReceivedAt), cmp.Compare(a.Digest, b.Digest))
	})
	return current[:mostDigests]
}

// digests returns what a round has seen for a window: without the articles
// that were deleted up to now, and without the versions of an article that a
// later one supersedes, be it of the next window.
func (d *Deliverer) digests(ctx context.Context, w issue.Window, r issue.Round) ([]digest.Digest, error) {
	newest := map[string]time.Time{}
	for _, s := range r.Seen {
		if s.ReceivedAt.After(newest[s.Upload]) {
			newest[s.Upload] = s.ReceivedAt
		}
	}
	current := []issue.Seen{}
	for _, s := range r.Seen {
		if w.Contains(s.At) && !s.ReceivedAt.Before(newest[s.Upload]) {
			current = append(current, s)
		}
	}
	wanted := map[string]bool{}
	oldest := w.From
	for _, s := range d.fitting(ctx, w, current) {
		wanted[s.Digest] = true
		if s.ReceivedAt.Before(oldest) {
			oldest = s.ReceivedAt
		}
	}
	if len(wanted) == 0 {
		return nil, nil
	}
	oldest = oldest.Add(-1)
	gone, err := d.withdrawals(ctx, oldest)
	if err != nil {
		return nil, err
	}
	var digests []digest.Digest
	had := map[string]bool{} // the same bytes may lie under two days
	for g, err := range d.Archive.SomeDigests(ctx, oldest, d.Now(), func(id string) bool { return wanted[id] }) {
		switch {
		case errors.Is(err, digest.ErrInvalid):
			d.Log.ErrorContext(ctx, "left out", "error", err)
		case err != nil:
			return nil, err
		case wanted[g.ID] && !had[g.ID] && !gone.cover(uploadOf(g.Source.Bucket, g.Source.Key), g.Source.ReceivedAt):
			digests = append(digests, g)
			had[g.ID] = true
		}
	}
	return digests, nil
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
func (d *Deliverer) mailOptions(hour int) email.Options {
	o := d.Options
	o.Hour = hour
	o.UnsubscribeURL = email.Unsubscribe
	return o
}
