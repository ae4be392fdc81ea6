package deliver

import (
	"context"
	"errors"
	"io/fs"

	"onrecord/internal/issue"
)

// past returns the issues of the week before a window, the latest first, for
// its stories to say what they follow. Windows that follow on one another are
// read, so an issue for readers elsewhere, of nearly the same digests, costs
// nothing. An issue that can't be read costs only itself: that a story is not
// new is worth a line in a mail, and not the mail.
func (d *Deliverer) past(ctx context.Context, w issue.Window) []issue.Issue {
	ids, err := d.Archive.Issues(ctx)
	if err != nil {
		d.Log.WarnContext(ctx, "past issues left out", "error", err)
		return nil
	}
	var out []issue.Issue
	end := w.From
	for i := len(ids) - 1; i >= 0 && ctx.Err() == nil; i-- {
		told, err := issue.ParseID(ids[i])
		if err != nil || told.To.After(end) || w.To.Sub(told.To) > issue.Memory {
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
