// Package ingest is the use case of one upload: an S3 event names an object,
// and its digest, or the reason why there is none, is stored.
//
// Events arrive at least once, late and out of order. Each ends in exactly one
// of four ways: a digest, a rejection, a withdrawal, or an error that Lambda
// retries and then parks in the failure queue. Handling an event again writes
// the same bytes to the same key.
package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"

	"onrecord/internal/digest"
	"onrecord/internal/document"
	"onrecord/internal/metrics"
)

// Uploads opens uploaded objects.
type Uploads interface {
	// Open returns the body of the object that src names by bucket, key and,
	// where it has one, version, and src completed by what the object itself
	// says: ETag, content type, size. The caller closes the body. The error
	// wraps [fs.ErrNotExist] where the object is gone; any other is worth a
	// retry.
	Open(ctx context.Context, src digest.Source) (io.ReadCloser, digest.Source, error)
}

// Archive stores what became of an upload. Storing the same thing twice is
// the same as once. Every error is worth a retry.
type Archive interface {
	PutDigest(ctx context.Context, d digest.Digest) error
	PutRejection(ctx context.Context, r digest.Rejection) error
	Withdraw(ctx context.Context, w digest.Withdrawal) error
}

// Ingester handles S3 events.
type Ingester struct {
	Uploads Uploads
	Archive Archive
	Log     *slog.Logger
	Now     func() time.Time
}

// Handle works through the records of e. One that goes wrong does not keep
// the others from being tried; the error joins what is worth a retry, each
// part named with its key. An S3 test event, which has no records, is fine.
func (in *Ingester) Handle(ctx context.Context, e events.S3Event) error {
	if len(e.Records) == 0 {
		in.Log.InfoContext(ctx, "event without records")
	}
	var errs []error
	for _, r := range e.Records {
		if err := in.record(ctx, r); err != nil {
			in.Log.ErrorContext(ctx, "retry", "event", r.EventName, "key", r.S3.Object.URLDecodedKey, "error", err,
				metrics.Count(metrics.Retries, 1))
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func (in *Ingester) record(ctx context.Context, r events.S3EventRecord) error {
	src, err := source(r)
	if err != nil {
		return err
	}
	switch {
	case strings.HasSuffix(src.Key, "/"): // a folder that the S3 console made
		return nil
	case strings.HasPrefix(r.EventName, "ObjectCreated:"):
		return in.digest(ctx, src)
	case strings.HasPrefix(r.EventName, "ObjectRemoved:"):
		return in.removed(ctx, src)
	default:
		in.Log.WarnContext(ctx, "event of a kind that is not subscribed to", "event", r.EventName, "key", src.Key)
		return nil
	}
}

func (in *Ingester) digest(ctx context.Context, src digest.Source) error {
	w := startWatch(in.Now)
	raw, src, err := in.read(ctx, src)
	w.lap(metrics.FetchTime)
	if errors.Is(err, fs.ErrNotExist) {
		in.Log.InfoContext(ctx, "deleted before it was read", "key", src.Key)
		return nil
	}
	var d digest.Digest
	if err == nil {
		d, err = digest.MakeStaged(src, raw, w.ended)
	}
	if rule, found := rejected(err); found {
		return in.reject(ctx, src, rule)
	}
	if err != nil {
		return err
	}
	if err := in.Archive.PutDigest(ctx, d); err != nil {
		return err
	}
	w.lap(metrics.StoreTime)
	in.Log.LogAttrs(ctx, slog.LevelInfo, "digested", append(w.laps,
		slog.String("key", src.Key), slog.String("id", d.ID), slog.Int("words", d.Article.Words),
		metrics.Count(metrics.Articles, 1), metrics.Bytes(metrics.ArticleSize, src.Size), metrics.Count(metrics.Speakers, len(d.Speakers)))...)
	return nil
}

// read fetches the upload. What the event or the object says is too large is
// not fetched, and what turns out to be larger than it said is cut off.
func (in *Ingester) read(ctx context.Context, src digest.Source) ([]byte, digest.Source, error) {
	if src.Size > document.MaxBytes {
		return nil, src, fmt.Errorf("read %s: %d bytes: %w", src.Key, src.Size, document.ErrTooLarge)
	}
	body, object, err := in.Uploads.Open(ctx, src)
	if err != nil {
		return nil, src, err
	}
	defer body.Close()
	src = object
	raw, err := io.ReadAll(io.LimitReader(body, document.MaxBytes+1))
	if err != nil {
		return nil, src, fmt.Errorf("read %s: %w", src.Key, err)
	}
	if len(raw) > document.MaxBytes {
		return nil, src, fmt.Errorf("read %s: %w", src.Key, document.ErrTooLarge)
	}
	return raw, src, nil
}

func (in *Ingester) reject(ctx context.Context, src digest.Source, rule rule) error {
	r := digest.Rejection{
		Schema: digest.RejectionSchema,
		ID:     digest.ID(src.Bucket, src.Key, src.ETag),
		Source: src,
		Reason: rule.reason,
		Detail: rule.detail,
	}
	if err := in.Archive.PutRejection(ctx, r); err != nil {
		return err
	}
	in.Log.WarnContext(ctx, "rejected", "key", src.Key, "id", r.ID,
		metrics.Dimension(metrics.Reason, string(r.Reason)), metrics.Count(metrics.Rejections, 1))
	return nil
}

// removed withdraws an article that was deleted. In a bucket with versions the
// end of one version, which has an id, may leave the article standing: then
// there is nothing to withdraw.
func (in *Ingester) removed(ctx context.Context, src digest.Source) error {
	if src.VersionID != "" {
		body, _, err := in.Uploads.Open(ctx, digest.Source{Bucket: src.Bucket, Key: src.Key})
		if err == nil {
			return body.Close()
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return in.withdraw(ctx, src)
}

func (in *Ingester) withdraw(ctx context.Context, src digest.Source) error {
	w := digest.Withdrawal{Bucket: src.Bucket, Key: src.Key, At: src.ReceivedAt}
	if err := in.Archive.Withdraw(ctx, w); err != nil {
		return err
	}
	in.Log.InfoContext(ctx, "withdrawn", "key", src.Key, metrics.Count(metrics.Withdrawals, 1))
	return nil
}
