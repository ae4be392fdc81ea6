package deliver

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"onrecord/internal/email"
	"onrecord/internal/issue"
	"onrecord/internal/metrics"
)

// result says what a beat did to a round so far.
func (r *run) result() Result {
	result := Result{
		Round: r.round.ID(), Subscribers: r.subscribers,
		Sent: int(r.sent.Load()), Refused: int(r.refused.Load()), Unconfirmed: int(r.unconfirmed.Load()),
	}
	result.mailed, result.turnedDown = result.Sent, result.Refused
	for _, id := range r.editions.ids() {
		result.Issue, result.Stories = id, len(r.editions.issues[id].issue.Stories)
	}
	if w, due := window(common(r.round), r.round); due && r.editions.issues[w.ID()] != nil {
		result.Issue, result.Stories = w.ID(), len(r.editions.issues[w.ID()].issue.Stories)
	}
	return result
}

func (es editions) ids() []string {
	var ids []string
	for id := range es.issues {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// close writes the delivery report of every issue of the round, and then that
// the round is done. What the result counts from here on is of the whole
// round, whichever beat did it.
func (r *run) close(ctx context.Context, result Result) (Result, error) {
	thisBeat := result
	result.Sent, result.Refused, result.Unconfirmed = 0, 0, 0
	for _, id := range r.editions.ids() {
		report, err := r.report(ctx, r.editions.issues[id])
		if err != nil {
			return thisBeat, err
		}
		if err := r.Archive.PutDelivery(ctx, report); err != nil {
			return thisBeat, err
		}
		if id == result.Issue {
			result.Ending = report.Ending
		}
		result.Sent += report.Sent
		result.Refused += len(report.Refused)
		result.Unconfirmed += len(report.Unconfirmed)
	}
	if err := r.Archive.CloseRound(ctx, r.round, r.Now()); err != nil {
		return thisBeat, err
	}
	result.Complete = true
	r.Log.InfoContext(ctx, "delivered", "round", r.round.ID(), "issues", len(r.editions.issues),
		"subscribers", result.Subscribers, "sent", result.Sent, "refused", result.Refused, "throttled", r.throttled.Load(),
		metrics.Count(metrics.MailsUnconfirmed, result.Unconfirmed))
	if r.account.Sandbox && thisBeat.Refused > 0 {
		return result, fmt.Errorf("%w: %d mails refused", email.ErrSandbox, thisBeat.Refused)
	}
	return result, nil
}

// report says how the mails of one issue ended. It lists by name whom the mail
// service refused, with its reason, and whose mail is unconfirmed: there the
// sender was killed, or got no answer, between claim and receipt.
func (r *run) report(ctx context.Context, e *edition) (issue.Delivery, error) {
	ending := issue.Skipped
	d := issue.Delivery{Refused: []issue.Receipt{}, Unconfirmed: []issue.Receipt{}}
	if e.claimed != nil {
		ending = issue.Mailed
		var err error
		if d, err = r.Archive.Report(ctx, e.issue.ID); err != nil {
			return d, err
		}
	}
	d.Issue, d.Ending = e.issue.ID, ending
	d.Subscribers, d.Elsewhere = e.due, e.elsewhere
	return r.dated(d, r.round), nil
}

// dated says in a report when the delivery began and ended.
func (d *Deliverer) dated(report issue.Delivery, r issue.Round) issue.Delivery {
	report.Schema = issue.DeliverySchema
	report.Started, report.Finished = r.Begun, d.Now().UTC()
	report.Seconds = report.Finished.Sub(report.Started).Seconds()
	if report.Seconds > 0 {
		report.MailsPerSecond = float64(report.Sent) / report.Seconds
	}
	return report
}

// redacted is an error whose text, which may come into the log, has no address
// in it.
type redacted struct {
	err     error
	address string
}

// redact takes a recipient's address out of an error's text: as it is, and as
// it stands in the path of a URL.
func redact(err error, address string) error { return &redacted{err, address} }

func (r *redacted) Error() string {
	text := r.err.Error()
	for _, form := range []string{r.address, url.PathEscape(r.address), url.QueryEscape(r.address)} {
		text = strings.ReplaceAll(text, form, "<recipient>")
	}
	return text
}

func (r *redacted) Unwrap() error { return r.err }
