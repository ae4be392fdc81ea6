package archive

import (
	"context"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"onrecord/internal/issue"
)

// rounds is the folder of the rounds, each a folder of its own.
const rounds = "rounds/"

// What the folder of a round holds.
const (
	roundName  = "round.json"
	closedName = "closed.json"
)

// recently is how far back the last round is looked for before the whole
// folder is listed: a listing of at most 96 rounds a day, two objects each.
const recently = 3 * 24 * time.Hour

func roundKey(id, name string) string { return rounds + id + "/" + name }

// LastRound returns the round that ends last and whether it was closed. now
// only says where to look first. The error wraps [fs.ErrNotExist] where there
// is none.
func (a *Archive) LastRound(ctx context.Context, now time.Time) (r issue.Round, closed bool, err error) {
	recent := issue.Round{To: now.Add(-recently)}.ID()
	for _, after := range []string{rounds + recent, ""} {
		id, closed, err := a.lastRound(ctx, after)
		if err != nil {
			return r, false, err
		}
		if id != "" {
			r, err = a.round(ctx, id)
			return r, closed, err
		}
	}
	return r, false, fmt.Errorf("archive %s: %w", rounds, fs.ErrNotExist)
}

// maxRound bounds what is read of a round, which lists the digests of 15 days
// in some 150 bytes each: more than 800,000.
const maxRound = 128 << 20

func (a *Archive) round(ctx context.Context, id string) (issue.Round, error) {
	return loadUpTo(ctx, a, roundKey(id, roundName), maxRound, decodeRound)
}

func (a *Archive) lastRound(ctx context.Context, after string) (last string, closed bool, err error) {
	for key, err := range a.keys(ctx, rounds, after) {
		if err != nil {
			return "", false, err
		}
		id, name, _ := strings.Cut(strings.TrimPrefix(key, rounds), "/")
		switch name {
		case roundName:
			// closed.json of the same round sorts before round.json.
			closed = closed && id == last
			last = id
		case closedName:
			last, closed = id, true
		}
	}
	return last, closed, nil
}

func decodeRound(body []byte) (issue.Round, error) {
	r, err := decodeJSON[issue.Round](body)
	if err == nil {
		err = r.Verify()
	}
	return r, err
}

// PutRound stores a round where none ends at that time. The error wraps
// [fs.ErrExist] where one does: it is never changed.
func (a *Archive) PutRound(ctx context.Context, r issue.Round) error {
	return a.createJSON(ctx, roundKey(r.ID(), roundName), r)
}

// CloseRound notes that nothing of a round is left to do.
func (a *Archive) CloseRound(ctx context.Context, r issue.Round, at time.Time) error {
	return a.putJSON(ctx, roundKey(r.ID(), closedName), struct {
		At time.Time `json:"at"`
	}{at.UTC()})
}

// createJSON stores v as one line of JSON unless an object has that key.
func (a *Archive) createJSON(ctx context.Context, key string, v any) error {
	body, err := encodeJSON(v)
	if err != nil {
		return fmt.Errorf("archive %s: %w", key, err)
	}
	return a.create(ctx, key, jsonType, body)
}
