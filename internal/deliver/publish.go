package deliver

import (
	"context"
	"fmt"

	"onrecord/internal/email"
	"onrecord/internal/issue"
)

// publish writes the page of an issue, the list of issues and the feeds, where
// the publication is on the web at all. It comes before the issue is stored:
// killed in between, the next beat writes the same files again, and no mail
// ever links to a page that is not there.
func (d *Deliverer) publish(ctx context.Context, is issue.Issue) error {
	o := d.keptOptions()
	if o.WebBaseURL == "" {
		return nil
	}
	files, err := d.webFiles(ctx, is, o)
	if err != nil {
		return fmt.Errorf("publish issue %s: %w", is.ID, err)
	}
	for _, f := range files {
		if err := d.Archive.PutWeb(ctx, f.Path, f.Type, f.Body); err != nil {
			return fmt.Errorf("publish issue %s: %w", is.ID, err)
		}
	}
	return nil
}

// webFiles returns an issue's page and, where the issue is cut by the
// publisher's own clock, the list and the feeds: the issues that are cut for
// readers elsewhere tell nearly the same, and would stand in them twice.
func (d *Deliverer) webFiles(ctx context.Context, is issue.Issue, o email.Options) ([]email.File, error) {
	page, err := email.Page(is, o)
	if err != nil || !d.home(is.Window) {
		return []email.File{page}, err
	}
	latest := []issue.Issue{is}
	// The span allows for a gap of a week, as after a pause, before every issue.
	for _, earlier := range d.before(ctx, is.Window, email.LatestIssues*longest, 2*email.LatestIssues) {
		if d.home(earlier.Window) {
			latest = append(latest, earlier)
		}
	}
	index, err := email.Index(latest, o)
	return append(index, page), err
}

// home reports whether a window is cut where and when the publisher's day is.
func (d *Deliverer) home(w issue.Window) bool { return d.schedule().cutOff(w.To).Equal(w.To) }
