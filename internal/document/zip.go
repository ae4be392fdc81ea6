package document

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

const (
	// maxUnpacked bounds what the parts of one office file may grow to.
	// The text of the longest articles takes a few hundred kilobytes of XML.
	maxUnpacked = MaxBytes
	// maxParts bounds the entries of an office file: text, styles, pictures.
	maxParts = 5000
)

// bundle is an office file: a ZIP archive of XML parts.
type bundle struct {
	format Format
	parts  []*zip.File
	left   int64 // of maxUnpacked
}

// parseZip reads the office formats among ZIP archives. kind is what the
// first bytes look like, for the error that names what is not read.
func parseZip(raw []byte, kind string) (*Document, error) {
	format := officeFormat(kind)
	zr, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	switch {
	case err != nil && format == "":
		return nil, &UnsupportedError{kind}
	case err != nil:
		return nil, &SyntaxError{Format: format, Offset: len(raw), Err: err}
	case len(zr.File) > maxParts:
		return nil, fmt.Errorf("%w: more than %d parts", ErrTooLarge, maxParts)
	}
	b := &bundle{format: format, parts: zr.File, left: maxUnpacked}
	// A writer may put the telling parts behind megabytes of pictures.
	switch {
	case b.find("word/document") != nil:
		b.format = DOCX
		return b.docx()
	case b.find("content.xml") != nil && (format == ODT || format == "" && b.textDocument()):
		b.format = ODT
		return b.odt()
	case format != "":
		return nil, &SyntaxError{Format: format, Err: errors.New("no text in the archive")}
	}
	return nil, &UnsupportedError{kind}
}

func officeFormat(kind string) Format {
	switch kind {
	case "application/vnd.openxmlformats-officedocument.wordprocessingml.document":
		return DOCX
	case "application/vnd.oasis.opendocument.text":
		return ODT
	}
	return ""
}

// find returns the first XML part whose name begins with prefix, nil for none.
func (b *bundle) find(prefix string) *zip.File {
	for _, f := range b.parts {
		if strings.HasPrefix(f.Name, prefix) && strings.HasSuffix(f.Name, ".xml") {
			return f
		}
	}
	return nil
}

// textDocument reports an ODT whose type stands where nobody looks.
func (b *bundle) textDocument() bool {
	for _, f := range b.parts {
		if f.Name == "mimetype" {
			raw, err := b.read(f)
			return err == nil && strings.HasPrefix(string(raw), "application/vnd.oasis.opendocument.text")
		}
	}
	return false
}

// read unpacks a part. A nil part is empty: titles and styles may be missing.
func (b *bundle) read(f *zip.File) ([]byte, error) {
	if f == nil {
		return nil, nil
	}
	if f.Flags&1 != 0 {
		return nil, fmt.Errorf("%w: %s", ErrEncrypted, b.format)
	}
	r, err := f.Open()
	if err != nil {
		return nil, &SyntaxError{Format: b.format, Err: fmt.Errorf("%s: %w", part(f), err)}
	}
	defer r.Close()
	raw, err := io.ReadAll(io.LimitReader(r, b.left+1))
	if b.left -= int64(len(raw)); b.left < 0 {
		return nil, fmt.Errorf("%w: unpacked, over %d bytes", ErrTooLarge, maxUnpacked)
	}
	if err != nil {
		return nil, &SyntaxError{Format: b.format, Err: fmt.Errorf("%s: %w", part(f), err)}
	}
	return raw, nil
}

// part is the name of a part as an error may say it.
func part(f *zip.File) string {
	return strings.ToValidUTF8(f.Name[:min(len(f.Name), 80)], "\uFFFD")
}

// locked reports an OLE file that holds an office file under a password: the
// name of its stream stands in the directory as UTF-16.
func locked(raw []byte) bool {
	return bytes.Contains(raw, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"))
}
