package deliver

import (
	"context"
	"errors"
	"io/fs"
	"math"
	"time"

	"onrecord/internal/issue"
)

// past returns the issues of the week before a window, the latest first, for
// its stories to say what they follow. That a story is not new is worth a line
// in a mail, and not the mail, so an issue that can't be read costs only
// itself.
func (d *Deliverer) past(ctx context.Context, w issue.Window) []issue.Issue {
	return d.before(ctx, w, issue.Memory, math.MaxInt)
}

// before returns at most so many issues that were cut within span before the
// end of a window, the latest first. Windows that follow on one another are
// read, so an issue for readers elsewhere, of nearly the same digests, costs
// nothing. One that can't be read is left out, and the log says so.
func (d *Deliverer) before(ctx context.Context, w issue.Window, span time.Duration, most int) []issue.Issue {
	ids, err := d.Archive.Issues(ctx, w.To.Add(-span-longest)) // no window is longer than that
	if err != nil {
		d.Log.WarnContext(ctx, "past issues left out", "error", err)
		return nil
	}
	var out []issue.Issue
	end := w.From
	for i := len(ids) - 1; i >= 0 && len(out) < most && ctx.Err() == nil; i-- {
		told, err := issue.ParseID(ids[i])
		if err != nil || told.To.After(end) || w.To.Sub(told.To) > span {
			continue
		}
		is, err := d.Archive.Issue(ctx, ids[i])
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			d.Log.WarnContext(ctx, "past issue left out", "issue", ids[i], "error", err)
		default:
			out = append(out, is)
			end = told.From
		}
	}
	return out
}
