// Package issue compiles the digests of one window into an issue: one story
// an event, its speakers pooled over every article, ordered and sectioned.
//
// Most callers want [Compile], and [Encode] and [Decode] to store what it made.
package issue

import (
	"time"

	"onrecord/internal/digest"
)

// Schema names the version of the stored JSON.
const Schema = "onrecord/issue/v1"

// Issue is what one mail says.
type Issue struct {
	Schema string `json:"schema"`
	// ID names the window, as in the keys under issues/.
	ID       string  `json:"id"`
	Window   Window  `json:"window"`
	Timezone string  `json:"timezone"` // IANA name that dates are shown in
	Stories  []Story `json:"stories"`
}

// Story is one event with every article on it.
type Story struct {
	Headline string    `json:"headline"`
	Topic    string    `json:"topic"`
	Summary  []string  `json:"summary"` // verbatim sentences of one of the articles
	Speakers []Speaker `json:"speakers"`
	Articles []Source  `json:"articles"` // the first is the one that Headline and Summary are from
}

// Source is one article of a story.
type Source struct {
	Digest         string    `json:"digest"` // digest id
	Key            string    `json:"key"`
	Headline       string    `json:"headline"`
	Publication    string    `json:"publication"`
	URL            string    `json:"url"`
	Published      string    `json:"published"`
	ReceivedAt     time.Time `json:"received_at"`
	ReadingMinutes int       `json:"reading_minutes"`
}

// Compile makes the issue of a window. The order of digests does not matter:
// the same set gives the same issue. Which digests belong to the window is the
// caller's to say; of several versions of one article the latest counts.
func Compile(w Window, zone *time.Location, digests []digest.Digest) Issue {
	current := latest(digests)
	groups := events(current)
	stories := make([]Story, 0, len(groups))
	for _, g := range groups {
		stories = append(stories, tell(g))
	}
	arrange(w, stories)
	return Issue{
		Schema:   Schema,
		ID:       w.ID(),
		Window:   Window{From: w.From.UTC(), To: w.To.UTC()},
		Timezone: zone.String(),
		Stories:  stories,
	}
}
