package local

import (
	"context"
	"errors"
	"io"
	"net/http"
	"path"
	"time"

	"onrecord/internal/document"
)

// beat beats the schedule, after moving the clock where the form says so: on
// by an hour, or to the next issue.
func (p *page) beat(w http.ResponseWriter, r *http.Request) {
	var err error
	// A beat has no caller who may hang up: mails on their way when somebody
	// leaves the page would be unconfirmed.
	ctx := context.WithoutCancel(r.Context())
	switch r.FormValue("clock") {
	case "hour":
		p.stack.Advance(time.Hour)
		_, err = p.stack.Beat(ctx)
	case "issue":
		_, err = p.stack.NextIssue(ctx)
	default:
		_, err = p.stack.Beat(ctx)
	}
	if err != nil {
		p.fail(w, err)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// upload puts files that the page's form sends into the bucket. A few are
// digested by the time that the next page shows; of many it shows how far
// they are.
func (p *page) upload(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 64*document.MaxBytes)
	if err := r.ParseMultipartForm(document.MaxBytes); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	for _, f := range r.MultipartForm.File["article"] {
		file, err := f.Open()
		if err != nil {
			p.fail(w, err)
			return
		}
		body, err := io.ReadAll(file)
		if err = errors.Join(err, file.Close()); err == nil {
			key := uploads + path.Join("/", r.FormValue("section"), path.Base(f.Filename))[1:]
			err = p.stack.Put(r.Context(), key, body, f.Header.Get("Content-Type"))
		}
		if err != nil {
			p.fail(w, err)
			return
		}
	}
	p.stack.settle(r.Context(), time.Second)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// settle waits until every upload so far has been handled, or for a while.
func (s *Stack) settle(ctx context.Context, atMost time.Duration) {
	ctx, cancel := context.WithTimeout(ctx, atMost)
	defer cancel()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for s.Waiting() > 0 {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// subscribe takes an address onto the list, or off it where the form says so.
func (p *page) subscribe(w http.ResponseWriter, r *http.Request) {
	if err := p.stack.setSubscribed(r.Context(), r.FormValue("address"), r.FormValue("leave") == ""); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	http.Redirect(w, r, "/subscribers", http.StatusSeeOther)
}
