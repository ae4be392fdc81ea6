package archive

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// leaseKey is the one object of the archive that changes its meaning. That
// nobody gets an issue twice does not depend on it: two senders at once are
// kept apart by their claims. The lease spares the second the work, and keeps
// one from changing the roster while the other begins a round by it.
const leaseKey = "lease.json"

type lease struct {
	Holder string    `json:"holder"`
	Until  time.Time `json:"until"`
}

// Lease takes the right to deliver until a time and returns how to give it
// back. The error wraps [fs.ErrExist] where somebody else holds it at now.
// Whoever dies holds it until its time is over.
func (a *Archive) Lease(ctx context.Context, holder string, now, until time.Time) (release func(context.Context) error, err error) {
	held, etag, err := a.lease(ctx)
	if err != nil {
		return nil, err
	}
	if held.Until.After(now) {
		return nil, fmt.Errorf("archive %s: held until %s: %w", leaseKey, held.Until.Format(time.RFC3339), fs.ErrExist)
	}
	etag, err = a.putLease(ctx, lease{holder, until.UTC()}, etag)
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context) error {
		_, err := a.putLease(ctx, lease{Holder: holder}, etag)
		return err
	}, nil
}

func (a *Archive) lease(ctx context.Context) (held lease, etag string, err error) {
	out, err := a.client.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String(a.bucket), Key: aws.String(leaseKey)})
	if err = missing(err); errors.Is(err, fs.ErrNotExist) {
		return lease{}, "", nil
	}
	if err != nil {
		return lease{}, "", fmt.Errorf("archive %s: %w", leaseKey, err)
	}
	defer out.Body.Close()
	body, err := io.ReadAll(io.LimitReader(out.Body, 1<<16))
	if err != nil {
		return lease{}, "", fmt.Errorf("archive %s: %w", leaseKey, err)
	}
	held, err = decodeJSON[lease](body)
	if err != nil { // nobody's; it is written anew
		held = lease{}
	}
	return held, aws.ToString(out.ETag), nil
}

// putLease stores a lease in place of the one with an ETag, or where there is
// none. The error wraps [fs.ErrExist] where it changed in between, be it by
// an earlier try of this very call: then nobody holds it for long.
func (a *Archive) putLease(ctx context.Context, l lease, etag string) (string, error) {
	body, err := encodeJSON(l)
	if err != nil {
		return "", fmt.Errorf("archive %s: %w", leaseKey, err)
	}
	in := &s3.PutObjectInput{
		Bucket: aws.String(a.bucket), Key: aws.String(leaseKey),
		Body: bytes.NewReader(body), ContentType: aws.String(jsonType),
	}
	if etag == "" {
		in.IfNoneMatch = aws.String("*")
	} else {
		in.IfMatch = aws.String(etag)
	}
	out, err := a.client.PutObject(ctx, in, retryConflicts)
	if hasStatus(err, http.StatusPreconditionFailed) {
		return a.leaseLost(ctx, l, err)
	}
	if err != nil {
		return "", fmt.Errorf("archive %s: %w", leaseKey, err)
	}
	return aws.ToString(out.ETag), nil
}

// leaseLost looks whose lease is there: the SDK may have been told 412 by what
// its own first try, whose answer was lost, had stored.
func (a *Archive) leaseLost(ctx context.Context, want lease, err error) (string, error) {
	held, etag, lookErr := a.lease(ctx)
	if lookErr == nil && held.Holder == want.Holder && held.Until.Equal(want.Until) {
		return etag, nil
	}
	return "", fmt.Errorf("archive %s: %w: %w", leaseKey, fs.ErrExist, err)
}
