// Package archive keeps what On Record makes in one S3 bucket: digests,
// rejections and withdrawals by day, issues by window, and the ledger that
// says who got which issue. It also opens the uploads that digests are made
// of, which lie in a bucket of their own.
//
// Most callers want [New] and, to read uploads, [NewUploads].
//
// Every write may be repeated: it overwrites itself and nothing else. The two
// that must happen once only, compiling an issue and claiming a recipient,
// are conditional (If-None-Match: *), and S3 lets one writer win.
package archive

import (
	"fmt"
	"io/fs"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// Archive is one bucket. It may be used by many goroutines at once.
type Archive struct {
	client *s3.Client
	bucket string
}

// New returns the archive in bucket, which exists. Nothing is asked of S3
// before the first verb.
func New(client *s3.Client, bucket string) *Archive {
	return &Archive{client: client, bucket: bucket}
}

// CorruptError reports a stored object that is not what its key promises.
// Reading it again gives the same answer, so a caller leaves it out and says
// so; the other objects of a listing are not affected.
type CorruptError struct {
	Key string // object key in the archive's bucket
	Err error
}

// Error names the object's key and what is wrong with it.
func (e *CorruptError) Error() string { return fmt.Sprintf("archive %s: %v", e.Key, e.Err) }

// Unwrap returns what is wrong with the object.
func (e *CorruptError) Unwrap() error { return e.Err }

// checkName refuses an id that would not be a folder or file of its own in a
// key: empty, or with empty, "." or ".." elements.
func checkName(kind, id string) error {
	if id == "." || !fs.ValidPath(id) {
		return fmt.Errorf("archive: %s id %q: %w", kind, id, fs.ErrInvalid)
	}
	return nil
}
