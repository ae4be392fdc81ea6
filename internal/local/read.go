package local

import (
	"bytes"
	"crypto/md5"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"onrecord/internal/digest"
	"onrecord/internal/document"
)

// standardInput is the file name that stands for standard input.
const standardInput = "-"

// digestFile digests a file, or standard input. The source's key is the path
// as given, its ETag what S3 would have said, and it counts as received when
// the file was last written.
func (p *program) digestFile(path string) (digest.Digest, error) {
	raw, received, err := p.read(path)
	if err != nil {
		return digest.Digest{}, err
	}
	sum := md5.Sum(raw)
	return digest.Make(digest.Source{
		Key:        path,
		ETag:       hex.EncodeToString(sum[:]),
		Size:       int64(len(raw)),
		ReceivedAt: received,
	}, raw)
}

// read reads no more of a file than a document may have.
func (p *program) read(path string) ([]byte, time.Time, error) {
	var in io.Reader = p.stdin
	var received time.Time
	if path != standardInput {
		f, err := os.Open(path)
		if err != nil {
			return nil, received, err
		}
		defer f.Close()
		info, err := f.Stat()
		if err != nil {
			return nil, received, err
		}
		in, received = f, info.ModTime().UTC().Truncate(time.Second)
	}
	var b bytes.Buffer
	n, err := io.Copy(&b, io.LimitReader(in, document.MaxBytes+1))
	if err != nil {
		return nil, received, fmt.Errorf("read %s: %w", path, err)
	}
	if n > document.MaxBytes {
		return nil, received, fmt.Errorf("read %s: %w", path, document.ErrTooLarge)
	}
	return b.Bytes(), received, nil
}

// digestFiles hands the digest of each file to use, in the order given. A file
// that has none is named on stderr and the rest go on; the error is errSome
// then.
func (p *program) digestFiles(paths []string, use func(digest.Digest) error) error {
	rejected := false
	progress := newProgress(p.stderr, len(paths))
	defer progress.clear()
	for i, path := range paths {
		d, err := p.digestFile(path)
		progress.clear()
		if err != nil {
			rejected = true
			fmt.Fprintf(p.stderr, "onrecord: %s\n", oneLine(err))
			continue
		}
		if err := use(d); err != nil {
			return err
		}
		progress.done(i + 1)
	}
	if rejected {
		return errSome
	}
	return nil
}

// oneLine writes an error on one line.
func oneLine(err error) string {
	return strings.ReplaceAll(err.Error(), "\n", "; ")
}
