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
	// The span allows a gap a week long, as after a pause, for every issue.
	earlier := d.before(ctx, is.Window, email.LatestIssues*longest, email.LatestIssues-1)
	files, err := email.Site(append([]issue.Issue{is}, earlier...), o)
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
