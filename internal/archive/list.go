package archive

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"sync"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// keys yields the keys that begin with prefix and come after another key, in
// S3's order, which is that of their bytes. An error ends the sequence.
func (a *Archive) keys(ctx context.Context, prefix, after string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		in := &s3.ListObjectsV2Input{Bucket: aws.String(a.bucket), Prefix: aws.String(prefix)}
		if after != "" {
			in.StartAfter = aws.String(after)
		}
		pages := s3.NewListObjectsV2Paginator(a.client, in)
		for pages.HasMorePages() {
			page, err := pages.NextPage(ctx)
			if err != nil {
				yield("", fmt.Errorf("archive list %s: %w", prefix, err))
				return
			}
			for _, o := range page.Contents {
				if !yield(aws.ToString(o.Key), nil) {
					return
				}
			}
		}
	}
}

// inFlight is how many objects are fetched at once.
const inFlight = 16

// result is what became of one key.
type result[T any] struct {
	value T
	err   error
}

// fetch loads every key that keys yields, inFlight at a time, and yields the
// results in the keys' order. A [*CorruptError] costs its key only, as does an
// object that was removed since it was listed; any other error is the last
// result.
func fetch[T any](
	ctx context.Context,
	keys func(context.Context) iter.Seq2[string, error],
	load func(ctx context.Context, key string) (T, error),
) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		work, stop := context.WithCancel(ctx)
		slots := make(chan chan result[T], inFlight)
		var group sync.WaitGroup
		defer group.Wait()
		defer stop()
		group.Go(func() {
			defer close(slots)
			for key, err := range keys(work) {
				slot := make(chan result[T], 1)
				select {
				case slots <- slot:
				case <-work.Done():
					return
				}
				if err != nil {
					slot <- result[T]{err: err}
					return
				}
				group.Go(func() {
					value, err := load(work, key)
					slot <- result[T]{value, err}
				})
			}
		})
		for slot := range slots {
			r := <-slot
			if errors.Is(r.err, fs.ErrNotExist) {
				continue
			}
			if !yield(r.value, r.err) || r.err != nil && !isCorrupt(r.err) {
				return
			}
		}
		if err := ctx.Err(); err != nil { // the keys may have ended early
			var none T
			yield(none, err)
		}
	}
}

func isCorrupt(err error) bool {
	var corrupt *CorruptError
	return errors.As(err, &corrupt)
}
