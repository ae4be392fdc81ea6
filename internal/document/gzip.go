package document

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
)

// gunzip unpacks an upload that was stored compressed, one layer of it. What
// comes out is an upload like any other, and bounded like one. A name that
// says .gz loses that, since what is left says what the content is.
func gunzip(raw []byte, hint Hint) ([]byte, Hint, error) {
	if !bytes.HasPrefix(raw, []byte("\x1f\x8b\x08")) {
		return raw, hint, nil
	}
	zr, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, hint, &SyntaxError{Format: "gzip", Err: err}
	}
	out, err := io.ReadAll(io.LimitReader(zr, MaxBytes+1))
	if len(out) > MaxBytes {
		return nil, hint, fmt.Errorf("%w: unpacked, over %d bytes", ErrTooLarge, MaxBytes)
	}
	if err != nil && !(errors.Is(err, gzip.ErrHeader) && len(out) > 0) { // bytes after the end are ignored
		return nil, hint, &SyntaxError{Format: "gzip", Offset: len(raw), Err: err}
	}
	hint.Name = strings.TrimSuffix(strings.TrimSuffix(hint.Name, ".gz"), ".GZ")
	return out, hint, nil
}
