package issue

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

const (
	// Memory is how far back an issue looks for what it goes on with.
	Memory = 7 * 24 * time.Hour
	// sameStory is how alike a story is to the one that it follows. Two stories
	// are compared by what the issues tell of them, which is less than all of
	// their articles' words and more to the point, so likeness runs higher than
	// between articles. Chosen on events split over two days, between similar
	// events that must not be taken for the same.
	sameStory = 0.25
)

// follow notes with each story the earlier issue that told it last: the latest
// of the last seven days with a story of likeness sameStory or more, or with
// one of the story's articles, by key or address and in whatever version.
// Even such a story must be a little alike, as some keys and addresses stand
// for another article every day. Of several stories of that issue the most
// alike counts. Issues whose window overlaps the one at hand are left out: they tell
// the same day, for readers elsewhere.
func follow(w Window, zone *time.Location, stories []Story, earlier []Issue) {
	told := archived(recent(w, earlier))
	if len(told) == 0 || len(stories) == 0 {
		return
	}
	pieces := make([]piece, 0, len(told)+len(stories))
	for _, t := range told {
		pieces = append(pieces, tale(t.Story))
	}
	for _, s := range stories {
		pieces = append(pieces, tale(s))
	}
	vs := vectors(pieces)
	past, shared := newSearch(vs[:len(told)]), newArticleIndex(told)
	for i := range stories {
		best, most := -1, 0.0
		again := shared.stories(stories[i])
		past.near(vs[len(told)+i], len(told), func(t int, x float64) {
			switch {
			case x < sameStory && !again[t]:
			case best < 0 || told[t].when.After(told[best].when),
				told[t].when.Equal(told[best].when) && (x > most || x == most && t < best):
				best, most = t, x
			}
		})
		if best >= 0 {
			stories[i].Follows = told[best].followed(w, zone)
		}
	}
}

// recent returns the issues that may be followed, the latest first.
func recent(w Window, earlier []Issue) []Issue {
	var past []Issue
	for _, is := range earlier {
		if !is.Window.To.After(w.From) && w.To.Sub(is.Window.To) <= Memory {
			past = append(past, is)
		}
	}
	slices.SortFunc(past, func(a, b Issue) int {
		return cmp.Or(b.Window.To.Compare(a.Window.To), cmp.Compare(b.ID, a.ID))
	})
	return slices.CompactFunc(past, func(a, b Issue) bool { return a.ID == b.ID })
}

// archivedStory is a story of an earlier issue.
type archivedStory struct {
	Story
	issue string // id
	when  time.Time
}

// archived returns the stories of issues, in their order.
func archived(past []Issue) []archivedStory {
	var out []archivedStory
	for _, is := range past {
		for _, s := range is.Stories {
			out = append(out, archivedStory{s, is.ID, is.Window.To})
		}
	}
	return out
}

func (a archivedStory) followed(w Window, zone *time.Location) *Follows {
	f := &Follows{
		Window:   a.issue,
		Date:     a.when.In(zone).Format(time.DateOnly),
		Days:     days(a.when.In(zone), w.To.In(zone)),
		Headline: a.Headline,
	}
	if len(a.Articles) > 0 {
		f.URL = a.Articles[0].URL
	}
	return f
}

// days counts the midnights between two times on their own calendar, on which
// a day may have 23 or 25 hours.
func days(from, to time.Time) int {
	date := func(t time.Time) time.Time {
		return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	}
	return int(date(to).Sub(date(from)) / (24 * time.Hour))
}

// tale is a story as an issue tells it: the part of an article's text that is
// still there when the article itself is not.
func tale(s Story) piece {
	var b strings.Builder
	line := func(s string) {
		b.WriteString(s)
		b.WriteByte('\n')
	}
	for _, sentence := range s.Summary {
		line(sentence)
	}
	for i, a := range s.Articles {
		if i > 0 && i <= enoughHeadlines {
			line(a.Headline)
		}
	}
	var speakers []string
	for _, sp := range s.Speakers {
		speakers = append(append(speakers, sp.Name), sp.Roles...)
		for _, p := range sp.Positions {
			line(p.Text)
		}
	}
	return piece{s.Headline, b.String(), speakers}
}

// enoughHeadlines is how many headlines beside the first tell of a story: at
// that many the statements must still be among the first textWords.
const enoughHeadlines = 5

// articleIndex is, for what names an article, the stories that have it.
type articleIndex map[string][]int

func newArticleIndex(told []archivedStory) articleIndex {
	out := articleIndex{}
	for i, t := range told {
		for _, name := range articleNames(t.Story) {
			out[name] = append(out[name], i)
		}
	}
	return out
}

// stories returns those that share an article with s.
func (ix articleIndex) stories(s Story) map[int]bool {
	out := map[int]bool{}
	for _, name := range articleNames(s) {
		for _, i := range ix[name] {
			out[i] = true
		}
	}
	return out
}

// articleNames returns what tells the articles of a story from others: their
// keys, those of their earlier versions, and their addresses.
func articleNames(s Story) []string {
	var out []string
	for _, a := range s.Articles {
		out = append(out, "key "+a.Key)
		if a.URL != "" {
			out = append(out, "url "+a.URL)
		}
		for _, v := range a.Supersedes {
			out = append(out, "key "+v.Key)
		}
	}
	return out
}
