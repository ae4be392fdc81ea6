package issue

import (
	"fmt"
	"time"
)

// Round is one step of delivery: every subscriber whose cut-off lies after
// From and not after To gets the issue that ends there. Rounds follow one
// another without a gap, and one is begun only when the last is done.
//
// What it says of digests makes every digest belong to exactly one instant of
// that chain, and so to exactly one of the windows that a subscriber is sent.
type Round struct {
	Schema string    `json:"schema"`
	From   time.Time `json:"from"` // where the round before ended
	To     time.Time `json:"to"`
	Begun  time.Time `json:"begun"`

	// The schedule of those who chose none, and since when it holds. Up to
	// then they were served until Served.
	Timezone string    `json:"timezone"`
	Hour     int       `json:"hour"`
	Since    time.Time `json:"since"`
	Served   time.Time `json:"served"`

	// Seen lists the digests that were in the archive when the round began.
	Seen []Seen `json:"seen"`
}

// Seen is a digest as a round found it.
type Seen struct {
	Digest     string    `json:"digest"` // digest id
	Upload     string    `json:"upload"` // the same for every version of an article
	ReceivedAt time.Time `json:"received_at"`
	// At is the instant that the digest counts for: ReceivedAt, or, where it
	// came into the archive after the round for that was begun, the first
	// instant of the next.
	At time.Time `json:"at"`
}

// RoundSchema names the version of a round's stored JSON.
const RoundSchema = "onrecord/round/v1"

// ID names the round by its end, in UTC. Ids sort as rounds do.
func (r Round) ID() string { return r.To.UTC().Format(idTime) }

// Verify reports what makes a stored round unusable.
func (r Round) Verify() error {
	if r.Schema != RoundSchema {
		return fmt.Errorf("schema %q, want %q", r.Schema, RoundSchema)
	}
	if !r.From.Before(r.To) {
		return fmt.Errorf("a round from %s to %s", r.From, r.To)
	}
	_, err := time.LoadLocation(r.Timezone)
	return err
}
