package archive

import (
	"bytes"
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// web is the folder of what is published. Nothing else in the bucket may be:
// the ledger names subscribers.
const web = "web/"

// fresh is how long a browser or a cache may show a published file without
// asking again. Feeds change once a day.
const fresh = "public, max-age=300"

// PutWeb stores one file of what is published, under web/ and path, in place of
// an earlier one.
func (a *Archive) PutWeb(ctx context.Context, path, contentType string, body []byte) error {
	if err := checkName("web", path); err != nil {
		return err
	}
	_, err := a.client.PutObject(ctx, &s3.PutObjectInput{
		Bucket:       aws.String(a.bucket),
		Key:          aws.String(web + path),
		Body:         bytes.NewReader(body),
		ContentType:  aws.String(contentType),
		CacheControl: aws.String(fresh),
	})
	if err != nil {
		return fmt.Errorf("archive %s: %w", web+path, err)
	}
	return nil
}
