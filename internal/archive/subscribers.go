package archive

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"onrecord/internal/subscriber"
)

// The folders of what is known of subscribers. The pages hold addresses, and
// the template has S3 forget them after some days; the roster holds none.
const (
	contacts = "subscribers/contacts/"
	roster   = "subscribers/roster/"
)

func pageKey(listing string, n int) string {
	return fmt.Sprintf("%s%s/%06d.json", contacts, listing, n)
}

// Contacts returns the nth page, from 0, of a listing of the contacts. The
// error wraps [fs.ErrNotExist] where it was not stored yet.
func (a *Archive) Contacts(ctx context.Context, listing string, n int) (subscriber.ContactPage, error) {
	if err := checkName("listing", listing); err != nil {
		return subscriber.ContactPage{}, err
	}
	return load(ctx, a, pageKey(listing, n), decodeJSON[subscriber.ContactPage])
}

// PutContacts stores the nth page of a listing where there is none. The error
// wraps [fs.ErrExist] where there is one, so that each page goes on from the
// one before whoever asked for them.
func (a *Archive) PutContacts(ctx context.Context, listing string, n int, p subscriber.ContactPage) error {
	if err := checkName("listing", listing); err != nil {
		return err
	}
	return a.createJSON(ctx, pageKey(listing, n), p)
}

// storedReader is a line of the roster.
type storedReader struct {
	Key     string             `json:"key"`
	Updated int64              `json:"updated"`
	Wishes  *subscriber.Wishes `json:"wishes,omitempty"`
}

func rosterKey(shard int) string { return roster + shards[shard:shard+1] + ".jsonl" }

// Readers returns a sixteenth of the roster, 0 to 15, the readers whose keys
// begin with that hexadecimal digit, sorted by key. Without one it is empty.
func (a *Archive) Readers(ctx context.Context, shard int) ([]subscriber.Reader, error) {
	readers, err := load(ctx, a, rosterKey(shard), decodeReaders)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return readers, err
}

func decodeReaders(body []byte) ([]subscriber.Reader, error) {
	readers := make([]subscriber.Reader, 0, bytes.Count(body, []byte("\n")))
	d := json.NewDecoder(bytes.NewReader(body))
	for {
		var s storedReader
		err := d.Decode(&s)
		if errors.Is(err, io.EOF) {
			return readers, nil
		}
		if err != nil {
			return nil, err
		}
		r := subscriber.Reader{Updated: s.Updated, Wishes: s.Wishes}
		if hex.DecodedLen(len(s.Key)) != len(r.Key) {
			return nil, fmt.Errorf("key %q", s.Key)
		}
		if _, err := hex.Decode(r.Key[:], []byte(s.Key)); err != nil {
			return nil, err
		}
		readers = append(readers, r)
	}
}

// PutReaders stores a sixteenth of the roster in place of what was there.
func (a *Archive) PutReaders(ctx context.Context, shard int, readers []subscriber.Reader) error {
	var body bytes.Buffer
	enc := json.NewEncoder(&body)
	for _, r := range readers {
		if err := enc.Encode(storedReader{hex.EncodeToString(r.Key[:]), r.Updated, r.Wishes}); err != nil {
			return fmt.Errorf("archive %s: %w", rosterKey(shard), err)
		}
	}
	return a.put(ctx, rosterKey(shard), "application/jsonl", body.Bytes())
}
