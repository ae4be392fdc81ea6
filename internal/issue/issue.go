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
	Stories  []Story `json:"stories"`  // in the order they are read in, none left out
	// People is who said what today over the borders of stories: everybody
	// with statements in more than one.
	People []Person `json:"people"`
}

// Empty reports whether nothing happened in the window that can be told.
func (is Issue) Empty() bool { return len(is.Stories) == 0 }

// Story is one event with every article on it.
type Story struct {
	Headline string    `json:"headline"`
	Topic    string    `json:"topic"`   // folder that most of the articles were uploaded to, as it is written
	Section  string    `json:"section"` // what readers call Topic, see [SectionName]; empty where there is none
	Follows  *Follows  `json:"follows"` // null where no earlier issue has the story
	Summary  []string  `json:"summary"` // verbatim sentences of one of the articles
	Speakers []Speaker `json:"speakers"`
	Articles []Source  `json:"articles"` // the first is the one that Headline and Summary are from
}

// Follows is the earlier issue in which a story was told last.
type Follows struct {
	Window   string `json:"window"`   // id of that issue: its folder under issues/
	Date     string `json:"date"`     // the day it was cut, 2006-01-02 in the zone of the issue at hand
	Days     int    `json:"days"`     // days from then to this issue's: 1 is yesterday's issue
	Headline string `json:"headline"` // what the story was called there
	URL      string `json:"url"`      // its first article there, may be empty
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
	// Contradicts says that Headline and the story's can't both be true. Such
	// articles come right after the first.
	Contradicts bool `json:"contradicts"`
	// Supersedes lists the earlier versions of the article that it stands for,
	// the latest first.
	Supersedes []Version `json:"supersedes"`
}

// Version is an earlier version of an article, which is not told any more.
type Version struct {
	Digest     string    `json:"digest"` // digest id
	Key        string    `json:"key"`
	Headline   string    `json:"headline"`
	ReceivedAt time.Time `json:"received_at"`
}

// Compile makes the issue of a window. The order of digests does not matter:
// the same set gives the same issue. Which digests belong to the window is the
// caller's to say; of several versions of one article the latest counts.
//
// A story that one of the earlier issues has told says so. Those of the last
// seven days are looked at, in whatever order they are given, unless their
// window overlaps this one.
func Compile(w Window, zone *time.Location, digests []digest.Digest, earlier ...Issue) Issue {
	current := latest(digests)
	groups := events(current)
	stories := make([]Story, 0, len(groups))
	for _, g := range groups {
		stories = append(stories, tell(g))
	}
	arrange(w, stories)
	follow(w, zone, stories, earlier)
	return Issue{
		Schema:   Schema,
		ID:       w.ID(),
		Window:   Window{From: w.From.UTC(), To: w.To.UTC()},
		Timezone: zone.String(),
		Stories:  stories,
		People:   whoSaidWhat(stories),
	}
}
