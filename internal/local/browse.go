package local

import (
	"context"
	"errors"
	"io"
	"net/http"
	"slices"
	"strconv"
	"time"

	"onrecord/internal/archive"
	"onrecord/internal/digest"
	"onrecord/internal/issue"
	"onrecord/internal/mailer/standin"
)

// home is what the first page shows.
type home struct {
	Now        time.Time
	Digests    []digest.Digest
	Rejections []digest.Rejection
	Failures   []Failure
	Issues     []issue.Issue
	Mail       []standin.Message
	NextCutOff time.Time
}

// horizon is how far back and ahead of the clock the page looks.
const horizon = 31 * 24 * time.Hour

func (p *page) home(w http.ResponseWriter, r *http.Request) {
	now := p.stack.Clock.Now()
	h := home{Now: now, Failures: p.stack.Failures(), Mail: p.stack.SES.Mailbox(), NextCutOff: p.stack.cut(now)}
	var err error
	if h.Digests, err = p.digests(r.Context()); err != nil {
		p.fail(w, err)
		return
	}
	for rejection, err := range p.stack.archive.Rejections(r.Context(), now.Add(-horizon), now.Add(horizon)) {
		if err != nil {
			p.fail(w, err)
			return
		}
		h.Rejections = append(h.Rejections, rejection)
	}
	ids, err := p.stack.archive.Issues(r.Context())
	for i := len(ids) - 1; i >= 0 && err == nil; i-- {
		var is issue.Issue
		is, err = p.stack.archive.Issue(r.Context(), ids[i])
		h.Issues = append(h.Issues, is)
	}
	if err != nil {
		p.fail(w, err)
		return
	}
	p.show(w, "home.html", h)
}

// digests returns the stored digests, the latest first. One that can't be
// read is left out, and the log says so.
func (p *page) digests(ctx context.Context) ([]digest.Digest, error) {
	now := p.stack.Clock.Now()
	var out []digest.Digest
	for d, err := range p.stack.archive.Digests(ctx, now.Add(-horizon), now.Add(horizon)) {
		var corrupt *archive.CorruptError
		switch {
		case errors.As(err, &corrupt):
			p.log.Error("left out", "error", err)
		case err != nil:
			return nil, err
		default:
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b digest.Digest) int { return b.Source.ReceivedAt.Compare(a.Source.ReceivedAt) })
	return out, nil
}

func (p *page) find(w http.ResponseWriter, r *http.Request) (digest.Digest, bool) {
	digests, err := p.digests(r.Context())
	if err != nil {
		p.fail(w, err)
		return digest.Digest{}, false
	}
	for _, d := range digests {
		if d.ID == r.PathValue("id") {
			return d, true
		}
	}
	http.NotFound(w, r)
	return digest.Digest{}, false
}

func (p *page) digest(w http.ResponseWriter, r *http.Request) {
	if d, found := p.find(w, r); found {
		p.show(w, "digest.html", struct {
			digest.Digest
			Paragraphs [][]passage
		}{d, highlight(d)})
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

func (p *page) issue(w http.ResponseWriter, r *http.Request) {
	is, err := p.stack.archive.Issue(r.Context(), r.PathValue("id"))
	if err != nil {
		p.fail(w, err)
		return
	}
	p.show(w, "issue.html", is)
}

func (p *page) issueHTML(w http.ResponseWriter, r *http.Request) {
	html, err := p.stack.archive.Page(r.Context(), r.PathValue("id"))
	if err != nil {
		p.fail(w, err)
		return
	}
	frame(w, html)
}

// message returns the nth mail of the mailbox, from 1.
func (p *page) message(w http.ResponseWriter, r *http.Request) (standin.Message, bool) {
	mailbox := p.stack.SES.Mailbox()
	n, err := strconv.Atoi(r.PathValue("n"))
	if err != nil || n < 1 || n > len(mailbox) {
		http.NotFound(w, r)
		return standin.Message{}, false
	}
	return mailbox[n-1], true
}

func (p *page) mail(w http.ResponseWriter, r *http.Request) {
	if m, found := p.message(w, r); found {
		p.show(w, "mail.html", struct {
			standin.Message
			N string
		}{m, r.PathValue("n")})
	}
}

func (p *page) mailHTML(w http.ResponseWriter, r *http.Request) {
	if m, found := p.message(w, r); found {
		frame(w, m.HTML)
	}
}

func (p *page) mailSource(w http.ResponseWriter, r *http.Request) {
	m, found := p.message(w, r)
	if !found {
		return
	}
	raw, err := m.EML()
	if err != nil {
		p.fail(w, err)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write(raw)
}

// frame answers with a mail's HTML, for the frame that it is shown in.
func frame(w http.ResponseWriter, html string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", framePolicy)
	_, _ = io.WriteString(w, html)
}
