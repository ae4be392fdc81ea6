package archive

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"onrecord/internal/digest"
)

// Uploads opens uploaded articles, in whichever bucket their event names.
type Uploads struct {
	client *s3.Client
}

// NewUploads returns the uploads that client may read. S3 says 404 for a
// missing object only to a caller who may list the bucket (s3:ListBucket);
// to anyone else it says 403, which is not told from a missing permission.
func NewUploads(client *s3.Client) *Uploads { return &Uploads{client: client} }

// Open returns the body of the object that src names by bucket, key and,
// where it has one, version, and src completed by what the object itself
// says: content type, size, ETag without its quotation marks, version. The
// bytes are those stored, whatever their Content-Encoding. The caller closes
// the body. The error wraps [fs.ErrNotExist] where the object or that version
// of it is gone.
func (u *Uploads) Open(ctx context.Context, src digest.Source) (io.ReadCloser, digest.Source, error) {
	in := &s3.GetObjectInput{Bucket: aws.String(src.Bucket), Key: aws.String(src.Key)}
	if src.VersionID != "" {
		in.VersionId = aws.String(src.VersionID)
	}
	out, err := u.client.GetObject(ctx, in, func(o *s3.Options) {
		// Objects uploaded in parts have a checksum of checksums, which the
		// SDK can't check and would say so in the log for each of them.
		o.DisableLogOutputChecksumValidationSkipped = true
	})
	if err != nil {
		return nil, src, fmt.Errorf("open s3://%s/%s: %w", src.Bucket, src.Key, missing(err))
	}
	src.ContentType = aws.ToString(out.ContentType)
	src.Size = aws.ToInt64(out.ContentLength)
	src.ETag = strings.Trim(aws.ToString(out.ETag), `"`)
	if out.VersionId != nil {
		src.VersionID = *out.VersionId
	}
	return out.Body, src, nil
}
