// Package pdf reads the text layer of a PDF: headline, paragraphs in reading
// order, and what the file says of itself.
//
// It reads for text alone. The libraries there are for Go either run forever
// on a page tree that holds itself, know no widths of composite fonts, which
// is what browsers print, or are built for making PDFs. Objects are found by
// walking the file once from its start, so neither a broken cross-reference
// table nor a loop in one matters.
//
// Most callers want [Read].
package pdf

import (
	"errors"
	"fmt"
	"strings"
)

// ErrEncrypted reports a file that opens with a password only.
var ErrEncrypted = errors.New("encrypted")

// ErrScanned reports pages that show something, but no text that can be read.
var ErrScanned = errors.New("no text layer")

// ErrTooLarge reports a file that grows past the bounds while it is read.
var ErrTooLarge = errors.New("too large")

// The bounds: what a file may ask for, however small it is.
const (
	maxObjects  = 300_000
	maxValues   = 2_000_000 // numbers, names, strings, arrays, dictionaries
	maxUnpacked = 40 << 20  // bytes of streams, all together
	maxOps      = 2_000_000 // operators of all pages
	maxGlyphs   = 3_000_000
	maxRuns     = 100_000 // of text with a place of its own
	maxPages    = 500     // the first ones are read; an article has a few
	maxNesting  = 60
)

// File is what was read.
type File struct {
	Headline string // the largest type on the first page, empty if there is none
	Text     string // paragraphs, a blank line between them
	Title    string // Info dictionary
	Author   string
	Created  string // RFC 3339 with the written offset, or a bare date
	Language string
}

// Read reads a PDF. It returns an error wrapping [ErrEncrypted], [ErrScanned],
// [ErrTooLarge], or one that says what is broken; it never panics.
func Read(raw []byte) (f *File, err error) {
	defer func() {
		// The reader has no panic of its own; this is for the one nobody
		// thought of, which must not take a batch of uploads with it.
		if r := recover(); r != nil {
			f, err = nil, fmt.Errorf("unreadable: %v", r)
		}
	}()
	d := &file{raw: raw, objects: map[int]value{}, unpacked: maxUnpacked}
	if err := d.load(); err != nil {
		return nil, err
	}
	pages := d.pages()
	if len(pages) == 0 {
		return nil, errors.New("no pages")
	}
	in := &interpreter{file: d, fonts: map[ref]*font{}}
	var sheets []*sheet
	for _, p := range pages {
		s, err := in.page(p)
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, s)
	}
	if d.unpacked <= 0 {
		return nil, fmt.Errorf("%w: unpacked, over %d bytes", ErrTooLarge, maxUnpacked)
	}
	out := d.info()
	out.Headline, out.Text = compose(sheets)
	switch words := len(strings.Fields(out.Text)); {
	case words == 0 && (in.drawn > 0 || in.glyphs > 0), // pictures, or glyphs that nothing says the meaning of
		words < 10 && in.pictures >= len(pages): // a scanner's stamp
		return nil, ErrScanned
	}
	return out, nil
}
