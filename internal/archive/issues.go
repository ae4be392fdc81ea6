package archive

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"time"

	"onrecord/internal/issue"
)

// issues is the folder of the issues, each a folder of its own.
const issues = "issues/"

// What the folder of an issue holds.
const (
	compiledName = "issue.json"
	htmlName     = "issue.html"
	textName     = "issue.txt"
)

func issueKey(id, name string) string { return issues + id + "/" + name }

// PutIssue stores a compiled issue under issues/<id>/: issue.json where none
// exists, and then its pages. The first write is the commit point: an issue
// that has one is never compiled again, and PutIssue returns an error wrapping
// [fs.ErrExist] and changes nothing, so of several calls at once one wins and
// the pages are its own. Killed between the two, PutIssue leaves an issue
// without pages, for [Archive.PutPages] to mend.
func (a *Archive) PutIssue(ctx context.Context, is issue.Issue, html, text string) error {
	if err := checkName("issue", is.ID); err != nil {
		return err
	}
	var body bytes.Buffer
	if err := is.Encode(&body); err != nil {
		return fmt.Errorf("archive: %w", err)
	}
	if err := a.create(ctx, issueKey(is.ID, compiledName), jsonType, body.Bytes()); err != nil {
		return err
	}
	return a.PutPages(ctx, is.ID, html, text)
}

// PutPages stores the web version of an issue. It is made of issue.json alone,
// so that whoever writes it writes the same.
func (a *Archive) PutPages(ctx context.Context, id, html, text string) error {
	if err := checkName("issue", id); err != nil {
		return err
	}
	// The HTML comes last: it is what HasPages looks for.
	if err := a.put(ctx, issueKey(id, textName), textType, []byte(text)); err != nil {
		return err
	}
	return a.put(ctx, issueKey(id, htmlName), htmlType, []byte(html))
}

// HasPages reports whether an issue has its web version.
func (a *Archive) HasPages(ctx context.Context, id string) (bool, error) {
	if err := checkName("issue", id); err != nil {
		return false, err
	}
	return a.exists(ctx, issueKey(id, htmlName))
}

// Issue returns the compiled issue. The error wraps [fs.ErrNotExist] where
// there is none, and is a [*CorruptError] where it can't be decoded.
func (a *Archive) Issue(ctx context.Context, id string) (issue.Issue, error) {
	if err := checkName("issue", id); err != nil {
		return issue.Issue{}, err
	}
	decode := func(body []byte) (issue.Issue, error) { return issue.Decode(bytes.NewReader(body)) }
	return load(ctx, a, issueKey(id, compiledName), decode)
}

// Page returns the web version of a compiled issue, as it was mailed. The
// error wraps [fs.ErrNotExist] where there is none.
func (a *Archive) Page(ctx context.Context, id string) (html string, err error) {
	if err := checkName("issue", id); err != nil {
		return "", err
	}
	body, err := a.get(ctx, issueKey(id, htmlName))
	return string(body), err
}

// Issues returns the ids of the compiled issues whose windows begin at a time
// or later, to the minute, oldest window first; of all for the zero time. A
// folder without issue.json was never committed and is left out. An issue is
// three objects, and there is one a day for every hour and timezone that
// readers chose: a week's are a page of the listing.
func (a *Archive) Issues(ctx context.Context, since time.Time) ([]string, error) {
	var ids []string
	for key, err := range a.keys(ctx, issues, issues+issue.Window{From: since}.ID()) {
		if err != nil {
			return nil, err
		}
		id, found := strings.CutSuffix(strings.TrimPrefix(key, issues), "/"+compiledName)
		if found {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// deliveryKey is where the report on an issue's mails is: with the ledger, as
// it names subscribers too, and S3 is to forget both.
func deliveryKey(id string) string { return ledgerFolder + id + "/delivery.json" }

// PutDelivery stores the report on an issue's mails under
// ledger/<id>/delivery.json, in place of an earlier one.
func (a *Archive) PutDelivery(ctx context.Context, d issue.Delivery) error {
	if err := checkName("issue", d.Issue); err != nil {
		return err
	}
	return a.putJSON(ctx, deliveryKey(d.Issue), d)
}

// Delivery returns the report on an issue's mails. The error wraps
// [fs.ErrNotExist] where none was written yet or S3 has forgotten it, and is a [*CorruptError] where
// it can't be decoded.
func (a *Archive) Delivery(ctx context.Context, id string) (issue.Delivery, error) {
	if err := checkName("issue", id); err != nil {
		return issue.Delivery{}, err
	}
	return load(ctx, a, deliveryKey(id), func(body []byte) (issue.Delivery, error) {
		d, err := decodeJSON[issue.Delivery](body)
		return d, checkSchema(err, d.Schema, issue.DeliverySchema)
	})
}
