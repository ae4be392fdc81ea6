package archive

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

// TestPublishedFilesGoStale checks what the embedded server forgets: without
// the header CloudFront keeps yesterday's feed for a day.
func TestPublishedFilesGoStale(t *testing.T) {
	var cached string
	a := over(func(r *http.Request) (int, io.Reader) {
		cached = r.Header.Get("Cache-Control")
		return http.StatusOK, strings.NewReader("")
	})
	if err := a.PutWeb(t.Context(), "feeds/issues.xml", "application/atom+xml", nil); err != nil || cached != fresh {
		t.Errorf("PutWeb: %v, cached %q, want %q", err, cached, fresh)
	}
}
