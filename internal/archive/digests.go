package archive

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"iter"
	"path"
	"strings"
	"time"

	"onrecord/internal/digest"
)

// PutDigest stores d under digests/YYYY/MM/DD/<id>.json, the day being that
// of Source.ReceivedAt in UTC.
func (a *Archive) PutDigest(ctx context.Context, d digest.Digest) error {
	if err := checkName("digest", d.ID); err != nil {
		return err
	}
	var body bytes.Buffer
	if err := d.Encode(&body); err != nil {
		return fmt.Errorf("archive: %w", err)
	}
	return a.put(ctx, dayKey(digests, d.Source.ReceivedAt, d.ID), jsonType, body.Bytes())
}

// Digests yields the digests with from < ReceivedAt ≤ to, in the order of
// their keys: by day, and within a day by id. One that can't be decoded is
// yielded as a [*CorruptError] that wraps [digest.ErrInvalid], and the next
// follows; any other error means that the rest is not known, and ends the
// sequence.
func (a *Archive) Digests(ctx context.Context, from, to time.Time) iter.Seq2[digest.Digest, error] {
	return a.SomeDigests(ctx, from, to, everything)
}

// SomeDigests yields, as [Archive.Digests] does, the digests whose ids are
// wanted. The others are not fetched. want is called while what came before is
// worked on, from another goroutine.
func (a *Archive) SomeDigests(ctx context.Context, from, to time.Time, want func(id string) bool) iter.Seq2[digest.Digest, error] {
	at := func(d digest.Digest) time.Time { return d.Source.ReceivedAt }
	return stored(ctx, a, digests, from, to, want, decodeDigest, at)
}

func everything(string) bool { return true }

// Digest returns the digest with an id of an article received at a time. The
// error wraps [fs.ErrNotExist] where there is none, and is a [*CorruptError]
// where it can't be decoded.
func (a *Archive) Digest(ctx context.Context, id string, received time.Time) (digest.Digest, error) {
	if err := checkName("digest", id); err != nil {
		return digest.Digest{}, err
	}
	return load(ctx, a, dayKey(digests, received, id), decodeDigest)
}

func decodeDigest(body []byte) (digest.Digest, error) { return digest.Decode(bytes.NewReader(body)) }

// PutRejection stores r under rejected/YYYY/MM/DD/<id>.json, the day being
// that of Source.ReceivedAt in UTC.
func (a *Archive) PutRejection(ctx context.Context, r digest.Rejection) error {
	if err := checkName("rejection", r.ID); err != nil {
		return err
	}
	return a.putJSON(ctx, dayKey(rejected, r.Source.ReceivedAt, r.ID), r)
}

// Rejections yields the rejections with from < ReceivedAt ≤ to, as
// [Archive.Digests] does.
func (a *Archive) Rejections(ctx context.Context, from, to time.Time) iter.Seq2[digest.Rejection, error] {
	decode := func(body []byte) (digest.Rejection, error) {
		r, err := decodeJSON[digest.Rejection](body)
		return r, checkSchema(err, r.Schema, digest.RejectionSchema)
	}
	at := func(r digest.Rejection) time.Time { return r.Source.ReceivedAt }
	return stored(ctx, a, rejected, from, to, everything, decode, at)
}

// Withdraw stores w under withdrawn/YYYY/MM/DD/<hash>.json, the day being
// that of At in UTC and the hash over bucket, key and time: a repeated event
// overwrites itself, and two deletions on one day, told in either order, are
// both kept.
func (a *Archive) Withdraw(ctx context.Context, w digest.Withdrawal) error {
	at := w.At.UTC()
	sum := sha256.Sum256([]byte(w.Bucket + "\n" + w.Key + "\n" + at.Format(time.RFC3339Nano)))
	return a.putJSON(ctx, dayKey(withdrawn, at, hex.EncodeToString(sum[:16])), w)
}

// Withdrawals yields the withdrawals with from < At ≤ to, as
// [Archive.Digests] does.
func (a *Archive) Withdrawals(ctx context.Context, from, to time.Time) iter.Seq2[digest.Withdrawal, error] {
	decode := func(body []byte) (digest.Withdrawal, error) {
		w, err := decodeJSON[digest.Withdrawal](body)
		if err != nil {
			err = fmt.Errorf("%w: %v", digest.ErrInvalid, err)
		}
		return w, err
	}
	at := func(w digest.Withdrawal) time.Time { return w.At }
	return stored(ctx, a, withdrawn, from, to, everything, decode, at)
}

// stored yields what a folder of days holds of the wanted ids and of the time
// after from, up to and including to.
func stored[T any](
	ctx context.Context, a *Archive, folder string, from, to time.Time, want func(id string) bool,
	decode func([]byte) (T, error), at func(T) time.Time,
) iter.Seq2[T, error] {
	keys := func(ctx context.Context) iter.Seq2[string, error] {
		return func(yield func(string, error) bool) {
			for key, err := range a.dayKeys(ctx, folder, from, to) {
				id := strings.TrimSuffix(path.Base(key), ".json")
				if (err != nil || want(id)) && !yield(key, err) {
					return
				}
			}
		}
	}
	load := func(ctx context.Context, key string) (T, error) { return load(ctx, a, key, decode) }
	return func(yield func(T, error) bool) {
		for v, err := range fetch(ctx, keys, load) {
			if t := at(v); err == nil && (!t.After(from) || t.After(to)) {
				continue
			}
			if !yield(v, err) {
				return
			}
		}
	}
}

// load reads and decodes one object; what can't be decoded is corrupt.
func load[T any](ctx context.Context, a *Archive, key string, decode func([]byte) (T, error)) (T, error) {
	return loadUpTo(ctx, a, key, maxObject, decode)
}

// loadUpTo is load with a bound of its own, in bytes.
func loadUpTo[T any](ctx context.Context, a *Archive, key string, most int64, decode func([]byte) (T, error)) (T, error) {
	var none T
	body, err := a.getUpTo(ctx, key, most)
	if err != nil {
		return none, err
	}
	v, err := decode(body)
	if err != nil {
		return none, &CorruptError{Key: key, Err: err}
	}
	return v, nil
}

// putJSON stores v as one line of JSON.
func (a *Archive) putJSON(ctx context.Context, key string, v any) error {
	body, err := encodeJSON(v)
	if err != nil {
		return fmt.Errorf("archive %s: %w", key, err)
	}
	return a.put(ctx, key, jsonType, body)
}

func encodeJSON(v any) ([]byte, error) {
	var body bytes.Buffer
	enc := json.NewEncoder(&body)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return body.Bytes(), err
}

func decodeJSON[T any](body []byte) (T, error) {
	var v T
	err := json.Unmarshal(body, &v)
	return v, err
}

// checkSchema returns err, or an error of its own where the schema is another.
func checkSchema(err error, got, want string) error {
	if err == nil && got != want {
		return fmt.Errorf("schema %q, want %q", got, want)
	}
	return err
}
