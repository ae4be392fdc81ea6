package local

import (
	"embed"
	"errors"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"
	"time"

	"onrecord/internal/loopback"
)

//go:embed templates static
var assets embed.FS

// page shows what comes of the uploads, to one person on this machine: a form
// on another site can't post to it.
type page struct {
	stack     *Stack
	log       *slog.Logger
	templates *template.Template
}

// policy lets a page load its own stylesheet and frame its own mails, and
// nothing else, whatever an article says.
const policy = "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"

// framePolicy is for a mail in its frame: inline styles as in a mail program,
// no script, no request.
const framePolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; sandbox allow-popups allow-popups-to-escape-sandbox"

// busy is after how many seconds a browser looks again while uploads wait.
const busy = "2"

func newPage(stack *Stack, log *slog.Logger) http.Handler {
	p := &page{stack: stack, log: log}
	p.templates = template.Must(template.New("").Funcs(template.FuncMap{
		"statements":    statementsOf,
		"summaryAnchor": summaryAnchor,
		"inc":           func(i int) int { return i + 1 },
		"clock":         clock,
		"hue":           hue,
		"directOnly":    func() string { return directOnly },
	}).ParseFS(assets, "templates/*.html"))
	mux := http.NewServeMux()
	for pattern, handler := range map[string]http.HandlerFunc{
		"GET /{$}":               p.home,
		"GET /digests":           p.digests,
		"GET /digests/{id}":      p.digest,
		"GET /digests/{id}/json": p.digestJSON,
		"GET /issues":            p.issues,
		"GET /issues/{id}":       p.issue,
		"GET /issues/{id}/html":  p.issueHTML,
		"GET /issues/{id}/json":  p.issueJSON,
		"GET /mail":              p.mails,
		"GET /mail/{n}":          p.mail,
		"GET /mail/{n}/html":     p.mailHTML,
		"GET /mail/{n}/source":   p.mailSource,
		"GET /subscribers":       p.subscriberList,
		"GET /rejected":          p.rejected,
		"POST /beat":             p.beat,
		"POST /upload":           p.upload,
		"POST /subscribers":      p.subscribe,
	} {
		mux.HandleFunc(pattern, handler)
	}
	mux.Handle("GET /static/", http.FileServerFS(assets))
	return loopback.Handler(http.NewCrossOriginProtection().Handler(guarded(mux)))
}

// guarded says to a browser what a page of ours may load and do.
func guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		// Not no-referrer: a browser would then not say either that a form is
		// this page's own, and the form would be refused.
		h.Set("Referrer-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// show answers with a page. A list that is still growing is looked at again.
func (p *page) show(w http.ResponseWriter, name string, data interface{ growing() bool }) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if data.growing() {
		w.Header().Set("Refresh", busy)
	}
	if err := p.templates.ExecuteTemplate(w, name, data); err != nil {
		p.log.Error("page", "template", name, "error", err)
	}
}

func (p *page) fail(w http.ResponseWriter, err error) {
	status := http.StatusInternalServerError
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
		status = http.StatusNotFound
	} else {
		p.log.Error("page", "error", err)
	}
	http.Error(w, err.Error(), status)
}

// clock writes a time for a person.
func clock(t time.Time) string { return t.UTC().Format("2 Jan 2006, 15:04 UTC") }

// hues is how many colours the stylesheet has for speakers.
const hues = 6

// hue returns the number of a speaker's colour; speakers count from 1.
func hue(speaker int) int { return (speaker-1)%hues + 1 }
