package embedded

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"

	"github.com/johannesboyne/gofakes3"
)

// maxBody bounds one request: an object put whole, or one part of one.
const maxBody = 256 << 20

// changeHeader carries to the backend, among the metadata, which event a
// request will be. A client can't set it.
const changeHeader = "X-Amz-Embedded-Event"

// plain hands gofakes3 requests as it understands them: the whole body, not
// aws-chunked, its checksums verified.
func plain(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Header.Del(changeHeader)
		if r.Method == http.MethodPut || r.Method == http.MethodPost {
			if err := unwrap(r); err != nil {
				refuse(w, err)
				return
			}
			r.Header.Set(changeHeader, eventOf(r))
		}
		if r.Header.Get("Range") != "" || r.Header.Get("X-Amz-Checksum-Mode") == "" {
			w = &withoutChecksums{ResponseWriter: w}
		}
		next.ServeHTTP(w, r)
	})
}

// eventOf returns the event that a write will be if it creates an object.
func eventOf(r *http.Request) string {
	switch _, uploads := r.URL.Query()["uploads"]; {
	case uploads: // its metadata goes with the completed object
		return CreatedComplete
	case r.Header.Get("X-Amz-Copy-Source") != "":
		return CreatedCopy
	case r.Method == http.MethodPost:
		return CreatedPost
	default:
		return CreatedPut
	}
}

// unwrap reads the body of r, decodes it where it is aws-chunked, and puts in
// its place what the client meant to store.
func unwrap(r *http.Request) error {
	body, err := io.ReadAll(io.LimitReader(r.Body, maxBody+1))
	if err != nil {
		return gofakes3.ErrorMessage(gofakes3.ErrIncompleteBody, err.Error())
	}
	if len(body) > maxBody {
		return gofakes3.ErrorMessagef(gofakes3.ErrInvalidArgument, "more than %d bytes", maxBody)
	}
	if chunked(r.Header) {
		if body, err = dechunk(body, r.Header); err != nil {
			return gofakes3.ErrorMessage(gofakes3.ErrIncompleteBody, err.Error())
		}
	}
	if r.Method == http.MethodPut {
		if err := verify(body, r.Header); err != nil {
			return err
		}
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	r.ContentLength = int64(len(body))
	r.TransferEncoding = nil
	r.Header.Set("Content-Length", strconv.Itoa(len(body)))
	return nil
}

func chunked(h http.Header) bool {
	return strings.HasPrefix(h.Get("X-Amz-Content-Sha256"), "STREAMING-") ||
		strings.Contains(h.Get("Content-Encoding"), "aws-chunked")
}

var errChunk = errors.New("malformed aws-chunked body")

// dechunk decodes an aws-chunked body: chunks of hexadecimal size, perhaps a
// signature, and bytes; an empty one; and trailers, which become headers. The
// signatures are not checked, as those of requests are not.
func dechunk(body []byte, h http.Header) ([]byte, error) {
	in := bufio.NewReader(bytes.NewReader(body))
	out := make([]byte, 0, len(body))
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return nil, fmt.Errorf("%w: %v", errChunk, err)
		}
		digits, _, _ := strings.Cut(strings.TrimSpace(line), ";")
		size, err := strconv.ParseUint(digits, 16, 32)
		if err != nil || size > uint64(in.Size()+len(body)) {
			return nil, fmt.Errorf("%w: size %q", errChunk, digits)
		}
		if size == 0 {
			break
		}
		from := len(out)
		out = append(out, make([]byte, size)...)
		if _, err := io.ReadFull(in, out[from:]); err != nil {
			return nil, fmt.Errorf("%w: %v", errChunk, err)
		}
		if _, err := in.Discard(len("\r\n")); err != nil {
			return nil, fmt.Errorf("%w: %v", errChunk, err)
		}
	}
	if want := h.Get("X-Amz-Decoded-Content-Length"); want != strconv.Itoa(len(out)) {
		return nil, fmt.Errorf("%w: %d bytes, X-Amz-Decoded-Content-Length %q", errChunk, len(out), want)
	}
	trailers(in, h)
	h.Set("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD")
	h.Del("X-Amz-Decoded-Content-Length")
	contentEncoding(h)
	return out, nil
}

// trailers turns the lines after the last chunk into headers.
func trailers(in *bufio.Reader, h http.Header) {
	for {
		line, err := in.ReadString('\n')
		name, value, found := strings.Cut(strings.TrimSpace(line), ":")
		if found && strings.HasPrefix(strings.ToLower(name), "x-amz-checksum-") {
			h.Set(name, strings.TrimSpace(value))
		}
		if err != nil {
			return
		}
	}
}

// contentEncoding removes aws-chunked, which is of the request and not of the
// object.
func contentEncoding(h http.Header) {
	var kept []string
	for e := range strings.SplitSeq(h.Get("Content-Encoding"), ",") {
		if e = strings.TrimSpace(e); e != "" && e != "aws-chunked" {
			kept = append(kept, e)
		}
	}
	h.Del("Content-Encoding")
	if len(kept) > 0 {
		h.Set("Content-Encoding", strings.Join(kept, ","))
	}
}
