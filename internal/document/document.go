// Package document turns uploaded bytes into a [Document]: the format is
// sniffed from the content, the charset decoded to UTF-8, size and depth
// bounded. It knows nothing of what an article is.
//
// Most callers want [Parse].
package document

import (
	"errors"
	"fmt"

	"golang.org/x/net/html"
)

// ErrUnsupported reports bytes in no format that is read here. The error that
// wraps it is an *[UnsupportedError].
var ErrUnsupported = errors.New("unsupported format")

// UnsupportedError names what the bytes are instead. It is [ErrUnsupported].
type UnsupportedError struct {
	Kind string // the MIME type, or in words what keeps the file from being read
}

// Error names the kind.
func (e *UnsupportedError) Error() string { return ErrUnsupported.Error() + ": " + e.Kind }

// Unwrap returns ErrUnsupported.
func (e *UnsupportedError) Unwrap() error { return ErrUnsupported }

// ErrTooLarge reports an upload over MaxBytes, or one that grows past the
// bounds while it is decoded.
var ErrTooLarge = errors.New("too large")

// ErrEncrypted reports a document that opens with a password only.
var ErrEncrypted = errors.New("encrypted")

// ErrScanned reports a document whose pages are pictures of text.
var ErrScanned = errors.New("pages without a text layer")

// MaxBytes is the largest upload that is read, in bytes.
const MaxBytes = 10 << 20

// Format names a document format that is read here.
type Format string

// The formats.
const (
	HTML     Format = "html"
	Text     Format = "text"
	Markdown Format = "markdown"
	MHTML    Format = "mhtml"
	EML      Format = "eml"
	DOCX     Format = "docx"
	ODT      Format = "odt"
	PDF      Format = "pdf"
	RTF      Format = "rtf"
	JSON     Format = "json"
	NewsML   Format = "newsml"
)

// Hint is what the uploader claimed about the bytes. It only breaks ties that
// the content leaves open.
type Hint struct {
	Name        string // file name or object key
	ContentType string // MIME type, may be empty
}

// Document is an upload, decoded.
type Document struct {
	Format Format
	// Root is the parsed page of an HTML document, and of every other that
	// has headings, lists or tables, which are rendered to HTML first; nil
	// for plain text. Elements are nested at most
	// [MaxDepth] deep, and keep only the attributes that say something about
	// their text: no event handlers, no styles but the inline one.
	Root *html.Node
	// Text is the decoded plain text with \n line ends; empty for HTML.
	Text string
	// Meta holds front matter, lower-case keys; nil where there is none.
	// The items of a list are joined by "; ". Formats other than Markdown
	// use title, author and date for what the file says of itself, headline
	// and byline where that is what a reader sees, and publication, url and
	// lang.
	Meta map[string]string
}

// Parse decodes raw. It returns an error wrapping [ErrUnsupported],
// [ErrTooLarge], [ErrEncrypted], [ErrScanned] or a *[SyntaxError]; never panics, whatever the bytes.
func Parse(raw []byte, hint Hint) (*Document, error) {
	if len(raw) > MaxBytes {
		return nil, fmt.Errorf("%w: %d bytes, at most %d are read", ErrTooLarge, len(raw), MaxBytes)
	}
	raw, hint, err := gunzip(raw, hint)
	if err != nil {
		return nil, err
	}
	if kind := binaryKind(raw); kind != "" {
		return parseBinary(raw, kind)
	}
	s, err := decode(raw, hint)
	if err != nil {
		return nil, err
	}
	format, kind := sniff(s, hint)
	switch format {
	case HTML:
		return parseHTML(s)
	case Markdown:
		return parseMarkdown(s)
	case Text:
		return parseText(s)
	case EML:
		return parseMail(raw)
	case MHTML:
		return parseMHTML(raw)
	case RTF:
		return parseRTF(raw)
	case JSON:
		return parseJSON(s)
	case NewsML:
		return parseNewsML(s)
	}
	return nil, &UnsupportedError{kind}
}

// SyntaxError reports bytes that claim a format and break its rules.
type SyntaxError struct {
	Format Format
	Offset int // byte offset into the upload, where the format tells
	Err    error
}

// Error says what is broken and where.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%s: byte %d: %v", e.Format, e.Offset, e.Err)
}

// Unwrap returns the cause.
func (e *SyntaxError) Unwrap() error { return e.Err }
