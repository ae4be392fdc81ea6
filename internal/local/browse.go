package local

import (
	"context"
	"errors"
	"io/fs"
	"net/http"
	"slices"
	"time"

	"onrecord/internal/digest"
	"onrecord/internal/issue"
	"onrecord/internal/mailer/standin"
)

// How many entries of each list the first page and the lists show.
const (
	glance = 10
	full   = 100
)

// view is what every page shows around its own matter.
type view struct {
	Title   string
	Here    string // path of the page in the navigation
	Now     time.Time
	Waiting int // uploads that wait for their digest
}

func (p *page) view(title, here string) view {
	return view{Title: title, Here: here, Now: p.stack.Clock.Now(), Waiting: p.stack.Waiting()}
}

// growing reports whether a page in the navigation will soon show more.
func (v view) growing() bool { return v.Here != "" && v.Waiting > 0 }

// list is one of the page's lists, or the beginning of it.
type list[T any] struct {
	view
	sheet
	Entries []T
}

// letter is a mail with its number in the mailbox, from 1.
type letter struct {
	standin.Message
	N int
}

// home is what the first page shows.
type home struct {
	view
	NextCutOff  time.Time
	Digests     list[label]
	Issues      list[edition]
	Mail        list[letter]
	Rejections  list[digest.Rejection]
	Failures    []Failure
	Subscribers int
}

func (p *page) home(w http.ResponseWriter, r *http.Request) {
	h := home{view: p.view("On Record on this machine", "/"), Failures: p.stack.Failures()}
	h.NextCutOff = p.stack.cut(h.Now)
	short := sheet{Number: 1, Size: glance}
	h.Digests.Entries, h.Digests.sheet = p.stack.shelf.labels(short)
	h.Rejections.Entries, h.Rejections.sheet = p.stack.shelf.refused(short)
	h.Mail.Entries, h.Mail.sheet = p.letters(short)
	var err error
	if h.Issues.Entries, h.Issues.sheet, err = p.editions(r.Context(), short); err != nil {
		p.fail(w, err)
		return
	}
	for _, s := range p.stack.subscribers(r.Context()) {
		if s.Subscribed {
			h.Subscribers++
		}
	}
	p.show(w, "home.html", h)
}

func (p *page) digests(w http.ResponseWriter, r *http.Request) {
	l := list[label]{view: p.view("Digests", "/digests")}
	l.Entries, l.sheet = p.stack.shelf.labels(sheetOf(r, full))
	p.show(w, "digests.html", l)
}

func (p *page) rejected(w http.ResponseWriter, r *http.Request) {
	l := list[digest.Rejection]{view: p.view("Rejected uploads", "/rejected")}
	l.Entries, l.sheet = p.stack.shelf.refused(sheetOf(r, full))
	p.show(w, "rejected.html", struct {
		list[digest.Rejection]
		Failures []Failure
	}{l, p.stack.Failures()})
}

func (p *page) mails(w http.ResponseWriter, r *http.Request) {
	l := list[letter]{view: p.view("Mail", "/mail")}
	l.Entries, l.sheet = p.letters(sheetOf(r, full))
	p.show(w, "mails.html", l)
}

func (p *page) letters(s sheet) ([]letter, sheet) {
	var all []letter
	for i, m := range p.stack.SES.Mailbox() {
		all = append(all, letter{m, i + 1})
	}
	return latest(all, s)
}

// edition is an issue with the report on its mails, where there is one.
type edition struct {
	issue.Issue
	Delivery *issue.Delivery
}

func (p *page) issues(w http.ResponseWriter, r *http.Request) {
	l := list[edition]{view: p.view("Issues", "/issues")}
	var err error
	if l.Entries, l.sheet, err = p.editions(r.Context(), sheetOf(r, full)); err != nil {
		p.fail(w, err)
		return
	}
	p.show(w, "issues.html", l)
}

func (p *page) editions(ctx context.Context, s sheet) ([]edition, sheet, error) {
	ids, err := p.stack.archive.Issues(ctx, time.Time{})
	if err != nil {
		return nil, s, err
	}
	ids, s = latest(ids, s)
	var out []edition
	for _, id := range ids {
		e, err := p.edition(ctx, id)
		if err != nil {
			return nil, s, err
		}
		out = append(out, e)
	}
	return out, s, nil
}

func (p *page) edition(ctx context.Context, id string) (edition, error) {
	is, err := p.stack.archive.Issue(ctx, id)
	if err != nil {
		return edition{}, err
	}
	e := edition{Issue: is}
	switch d, err := p.stack.archive.Delivery(ctx, id); {
	case err == nil:
		e.Delivery = &d
	case !errors.Is(err, fs.ErrNotExist):
		return e, err
	}
	return e, nil
}

// find returns the digest that a request names, or answers that there is
// none.
func (p *page) find(w http.ResponseWriter, r *http.Request) (digest.Digest, bool) {
	l, found := p.stack.shelf.find(r.PathValue("id"))
	if !found {
		http.NotFound(w, r)
		return digest.Digest{}, false
	}
	d, err := p.stack.archive.Digest(r.Context(), l.ID, l.Received)
	if err != nil {
		p.fail(w, err)
		return d, false
	}
	return d, true
}

func (p *page) digest(w http.ResponseWriter, r *http.Request) {
	if d, found := p.find(w, r); found {
		p.show(w, "digest.html", struct {
			view
			digest.Digest
			Paragraphs [][]passage
		}{p.view(d.Article.Headline, ""), d, highlight(d)})
	}
}

func (p *page) digestJSON(w http.ResponseWriter, r *http.Request) {
	if d, found := p.find(w, r); found {
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		if err := d.Encode(w); err != nil {
			p.log.Error("page", "error", err)
		}
	}
}

// subscriberList shows who gets the mail.
func (p *page) subscriberList(w http.ResponseWriter, r *http.Request) {
	all := p.stack.subscribers(r.Context())
	slices.SortFunc(all, func(a, b Subscriber) int { return b.Since.Compare(a.Since) })
	p.show(w, "subscribers.html", struct {
		view
		Entries []Subscriber
	}{p.view("Subscribers", "/subscribers"), all})
}
