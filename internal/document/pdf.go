package document

import (
	"errors"
	"fmt"

	"onrecord/internal/document/pdf"
)

// parsePDF reads a PDF with a text layer.
func parsePDF(raw []byte) (*Document, error) {
	f, err := pdf.Read(raw)
	switch {
	case errors.Is(err, pdf.ErrEncrypted):
		return nil, fmt.Errorf("%w: %s", ErrEncrypted, PDF)
	case errors.Is(err, pdf.ErrScanned):
		return nil, fmt.Errorf("%w: %s", ErrScanned, PDF)
	case errors.Is(err, pdf.ErrTooLarge):
		return nil, fmt.Errorf("%w: pages that unpack to too much", ErrTooLarge)
	case err != nil:
		return nil, &SyntaxError{Format: PDF, Err: err}
	}
	d := &Document{Format: PDF, Text: clean(f.Text), Meta: map[string]string{}}
	for key, value := range map[string]string{"headline": f.Headline, "title": f.Title, "author": f.Author, "date": f.Created, "lang": f.Language} {
		if value = clean(value); value != "" {
			d.Meta[key] = value
		}
	}
	return d, nil
}
