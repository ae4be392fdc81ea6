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
const framePolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; sandbox allow-popups allow-top-navigation-by-user-activation"

func newPage(stack *Stack, log *slog.Logger) http.Handler {
	p := &page{stack: stack, log: log}
	p.templates = template.Must(template.New("").Funcs(template.FuncMap{
		"anchor":        positionAnchor,
		"summaryAnchor": summaryAnchor,
		"inc":           func(i int) int { return i + 1 },
		"clock":         func(t time.Time) string { return t.UTC().Format("2 Jan 2006, 15:04 UTC") },
	}).ParseFS(assets, "templates/*.html"))
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", p.home)
	mux.HandleFunc("GET /digests/{id}", p.digest)
	mux.HandleFunc("GET /digests/{id}/json", p.digestJSON)
	mux.HandleFunc("GET /issues/{id}", p.issue)
	mux.HandleFunc("GET /issues/{id}/html", p.issueHTML)
	mux.HandleFunc("GET /mail/{n}", p.mail)
	mux.HandleFunc("GET /mail/{n}/html", p.mailHTML)
	mux.HandleFunc("GET /mail/{n}/source", p.mailSource)
	mux.HandleFunc("POST /beat", p.beat)
	mux.HandleFunc("POST /upload", p.upload)
	mux.Handle("GET /static/", http.FileServerFS(assets))
	return loopback.Handler(http.NewCrossOriginProtection().Handler(guarded(mux)))
}

// guarded says to a browser what a page of ours may load and do.
func guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		next.ServeHTTP(w, r)
	})
}

func (p *page) show(w http.ResponseWriter, name string, data any) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
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
