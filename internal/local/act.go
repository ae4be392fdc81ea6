package local

import (
	"errors"
	"io"
	"net/http"
	"path"

	"onrecord/internal/document"
)

// beat moves the clock to the next cut-off and beats the schedule.
func (p *page) beat(w http.ResponseWriter, r *http.Request) {
	if _, err := p.stack.NextIssue(r.Context()); err != nil {
		p.fail(w, err)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// upload puts files that the page's form sends into the bucket.
func (p *page) upload(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 8*document.MaxBytes)
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
			err = p.stack.Upload(r.Context(), key, body, f.Header.Get("Content-Type"))
		}
		if err != nil {
			p.fail(w, err)
			return
		}
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}
