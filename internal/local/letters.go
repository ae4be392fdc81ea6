package local

import (
	"io"
	"net/http"
	"strconv"
	"strings"
)

func (p *page) issue(w http.ResponseWriter, r *http.Request) {
	e, err := p.edition(r.Context(), r.PathValue("id"))
	if err != nil {
		p.fail(w, err)
		return
	}
	p.show(w, "issue.html", struct {
		view
		edition
	}{p.view("Issue of "+clock(e.Window.To), ""), e})
}

func (p *page) issueHTML(w http.ResponseWriter, r *http.Request) {
	html, err := p.stack.archive.Page(r.Context(), r.PathValue("id"))
	if err != nil {
		p.fail(w, err)
		return
	}
	frame(w, html)
}

func (p *page) issueJSON(w http.ResponseWriter, r *http.Request) {
	is, err := p.stack.archive.Issue(r.Context(), r.PathValue("id"))
	if err != nil {
		p.fail(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	if err := is.Encode(w); err != nil {
		p.log.Error("page", "error", err)
	}
}

// message returns the mail that a request names by its number.
func (p *page) message(w http.ResponseWriter, r *http.Request) (letter, bool) {
	mailbox := p.stack.SES.Mailbox()
	n, err := strconv.Atoi(r.PathValue("n"))
	if err != nil || n < 1 || n > len(mailbox) {
		http.NotFound(w, r)
		return letter{}, false
	}
	return letter{mailbox[n-1], n}, true
}

func (p *page) mail(w http.ResponseWriter, r *http.Request) {
	m, found := p.message(w, r)
	if !found {
		return
	}
	raw, err := m.EML()
	if err != nil {
		p.fail(w, err)
		return
	}
	p.show(w, "mail.html", struct {
		view
		letter
		Source string
	}{p.view(m.Subject, ""), m, strings.ToValidUTF8(string(raw), "\uFFFD")})
}

func (p *page) mailHTML(w http.ResponseWriter, r *http.Request) {
	if m, found := p.message(w, r); found {
		frame(w, m.HTML)
	}
}

// mailSource hands the mail out as a file for a mail program.
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
	w.Header().Set("Content-Type", "message/rfc822")
	w.Header().Set("Content-Disposition", `attachment; filename="mail-`+strconv.Itoa(m.N)+`.eml"`)
	_, _ = w.Write(raw)
}

// frame answers with a mail's HTML, for the frame that it is shown in. Its
// links open beside the page, as a mail program has it.
func frame(w http.ResponseWriter, html string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", framePolicy)
	_, _ = io.WriteString(w, strings.Replace(html, "<head>", `<head><base target="_blank">`, 1))
}
