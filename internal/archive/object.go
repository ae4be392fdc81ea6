package archive

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/smithy-go"
)

// Content types of what the archive stores.
const (
	jsonType = "application/json"
	htmlType = "text/html; charset=utf-8"
	textType = "text/plain; charset=utf-8"
)

// maxObject bounds what is read of one stored object: three times the largest
// article there can be, whose text a digest holds with its quotations.
const maxObject = 32 << 20

// put stores an object in place of whatever has that key.
func (a *Archive) put(ctx context.Context, key, contentType string, body []byte) error {
	_, err := a.client.PutObject(ctx, &s3.PutObjectInput{
		Bucket:      aws.String(a.bucket),
		Key:         aws.String(key),
		Body:        bytes.NewReader(body),
		ContentType: aws.String(contentType),
	})
	if err != nil {
		return fmt.Errorf("archive %s: %w", key, err)
	}
	return nil
}

// attempt is the metadata that names the call which created an object.
const attempt = "attempt"

// create stores an object unless one has that key already. The error wraps
// [fs.ErrExist] where one has.
//
// S3 may create the object and the answer be lost. The SDK then tries again
// and is told 412, by the object that this very call created. So every call
// writes a nonce with the object, and on a 412 looks whose nonce is there:
// S3 reads its own writes, so if it is ours, so is the object. If the look
// fails the object counts as somebody else's, which is wrong at worst on the
// side of not acting.
func (a *Archive) create(ctx context.Context, key, contentType string, body []byte) error {
	nonce := rand.Text()
	_, err := a.client.PutObject(ctx, &s3.PutObjectInput{
		Bucket:      aws.String(a.bucket),
		Key:         aws.String(key),
		Body:        bytes.NewReader(body),
		ContentType: aws.String(contentType),
		IfNoneMatch: aws.String("*"),
		Metadata:    map[string]string{attempt: nonce},
	}, retryConflicts)
	if err == nil {
		return nil
	}
	if !hasStatus(err, http.StatusPreconditionFailed) {
		return fmt.Errorf("archive %s: %w", key, err)
	}
	head, err := a.client.HeadObject(ctx, &s3.HeadObjectInput{Bucket: aws.String(a.bucket), Key: aws.String(key)})
	if err == nil && head.Metadata[attempt] == nonce {
		return nil
	}
	return fmt.Errorf("archive %s: %w", key, fs.ErrExist)
}

// retryConflicts has the SDK retry what S3 answers to conditional writes that
// met in the middle: neither has won yet.
func retryConflicts(o *s3.Options) {
	o.Retryer = retry.AddWithErrorCodes(o.Retryer, "ConditionalRequestConflict", "OperationAborted")
}

// get returns an object's bytes. The error wraps [fs.ErrNotExist] where there
// is none, and is a [*CorruptError] where it is larger than maxObject.
func (a *Archive) get(ctx context.Context, key string) ([]byte, error) {
	return a.getUpTo(ctx, key, maxObject)
}

// getUpTo is get with a bound of its own, in bytes.
func (a *Archive) getUpTo(ctx context.Context, key string, most int64) ([]byte, error) {
	out, err := a.client.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String(a.bucket), Key: aws.String(key)})
	if err != nil {
		return nil, fmt.Errorf("archive %s: %w", key, missing(err))
	}
	defer out.Body.Close()
	body, err := io.ReadAll(io.LimitReader(out.Body, most+1))
	if err != nil {
		return nil, fmt.Errorf("archive %s: %w", key, err)
	}
	if int64(len(body)) > most {
		return nil, &CorruptError{Key: key, Err: fmt.Errorf("larger than %d bytes", most)}
	}
	return body, nil
}

// exists reports whether an object has that key.
func (a *Archive) exists(ctx context.Context, key string) (bool, error) {
	_, err := a.client.HeadObject(ctx, &s3.HeadObjectInput{Bucket: aws.String(a.bucket), Key: aws.String(key)})
	switch {
	case err == nil:
		return true, nil
	case hasStatus(err, http.StatusNotFound): // HEAD has no body, so no code
		return false, nil
	default:
		return false, fmt.Errorf("archive %s: %w", key, err)
	}
}

// missing joins [fs.ErrNotExist] to what S3 says of an object or version that
// is not there. A bucket that is not there is a mistake of the caller's, not
// a missing object.
func missing(err error) error {
	var api smithy.APIError
	if !errors.As(err, &api) {
		return err
	}
	switch api.ErrorCode() {
	case "NoSuchKey", "NoSuchVersion",
		"NotFound",         // some servers' NoSuchKey
		"MethodNotAllowed": // the version asked for is a delete marker
		return fmt.Errorf("%w: %w", fs.ErrNotExist, err)
	}
	return err
}

func hasStatus(err error, status int) bool {
	var answer *awshttp.ResponseError
	return errors.As(err, &answer) && answer.HTTPStatusCode() == status
}
