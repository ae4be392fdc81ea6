package ingest

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"onrecord/internal/article"
	"onrecord/internal/digest"
	"onrecord/internal/document"
)

func TestRejected(t *testing.T) {
	tests := []struct {
		err  error
		want digest.Reason // empty: worth a retry
	}{
		{document.ErrTooLarge, "too_large"},
		{document.ErrUnsupported, "unsupported_format"},
		{&document.UnsupportedError{Kind: "application/msword"}, "unsupported_format"},
		{&document.UnsupportedError{Kind: "image/png"}, "image"},
		{fmt.Errorf("parse x: %w", &document.UnsupportedError{Kind: "video/mp4"}), "recording"}, // wrapped
		{article.ErrEmpty, "empty"},
		{article.ErrErrorPage, "error_page"},
		{fmt.Errorf("extract x: %w", article.ErrLogin), "login_page"},
		{document.ErrEncrypted, "encrypted"},
		{fmt.Errorf("%w: pdf", document.ErrScanned), "scanned"},
		{&document.SyntaxError{Format: document.HTML, Err: io.ErrUnexpectedEOF}, "malformed"},
		{article.ErrNoText, "no_article"},
		{fmt.Errorf("extract x: %w", fmt.Errorf("html: %w", article.ErrNoText)), "no_article"}, // wrapped
		{errors.New("SlowDown"), ""},
		{io.ErrUnexpectedEOF, ""}, // a connection that broke
		{nil, ""},
	}
	for _, tt := range tests {
		got, found := rejected(tt.err)
		if got.reason != tt.want || found != (tt.want != "") {
			t.Errorf("rejected(%v) = %q, %v; want %q", tt.err, got.reason, found, tt.want)
		}
	}
}
