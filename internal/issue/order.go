package issue

import (
	"cmp"
	"math"
	"slices"
	"time"

	"onrecord/internal/speaker"
)

// arrange puts the stories in the order they are read in: the weightiest
// first with the rest of its section, then the section of the weightiest that
// is left, and so on. Stories without a section are one. Equals stand in the
// order of their headlines, and those in that of their lead articles' keys.
func arrange(w Window, stories []Story) {
	weights := make(map[string]float64, len(stories)) // by the lead article
	sections := map[string]float64{}
	for _, s := range stories {
		x := weight(w, s)
		weights[identity(s)] = x
		k := sectionKey(s.Topic)
		sections[k] = max(sections[k], x)
	}
	slices.SortFunc(stories, func(a, b Story) int {
		x, y := sectionKey(a.Topic), sectionKey(b.Topic)
		return cmp.Or(
			cmp.Compare(sections[y], sections[x]),
			cmp.Compare(x, y),
			cmp.Compare(weights[identity(b)], weights[identity(a)]),
			cmp.Compare(a.Headline, b.Headline),
			cmp.Compare(identity(a), identity(b)),
		)
	})
}

func identity(s Story) string { return s.Articles[0].Key + "\x00" + s.Articles[0].Digest }

// How much each sign that a story matters is worth, in points. A story of one
// article has coverageWeight points by that alone.
const (
	coverageWeight = 3.0 // each doubling of the coverage and one
	speakersWeight = 1.0 // each doubling of the speakers and one
	recencyWeight  = 1.0 // of an article at the end of the window
	sectionWeight  = 1.0 // of the sections that a paper opens with
)

// weight says how much a story matters, in points. That several outlets wrote
// about it is the best sign, and the second counts for more than the tenth;
// then how many people speak, how fresh it is, and where a paper would put it.
func weight(w Window, s Story) float64 {
	return coverageWeight*math.Log2(1+coverage(s)) +
		speakersWeight*math.Log2(1+float64(named(s))) +
		recencyWeight*freshness(w, s) +
		sectionWeight*standing(sectionKey(s.Topic))
}

// coverage counts the outlets that have the story, and by half what each has
// beyond one article. An article that names no outlet is by one of its own.
func coverage(s Story) float64 {
	outlets, n := map[string]bool{}, 0.0
	for _, a := range s.Articles {
		if o := outlet(a.Publication, a.URL); o != "" && outlets[o] {
			n += 0.5
		} else {
			outlets[o] = true
			n++
		}
	}
	return n
}

// named counts the speakers that have a name.
func named(s Story) int {
	n := 0
	for _, sp := range s.Speakers {
		if sp.Kind != speaker.Unnamed {
			n++
		}
	}
	return n
}

// freshness is when the newest article came in, from 0 at the beginning of
// the window to 1 at its end.
func freshness(w Window, s Story) float64 {
	span := w.To.Sub(w.From)
	if span <= 0 {
		return 0
	}
	var newest time.Time
	for _, a := range s.Articles {
		if a.ReceivedAt.After(newest) {
			newest = a.ReceivedAt
		}
	}
	return min(1, max(0, float64(newest.Sub(w.From))/float64(span)))
}

// standing puts the sections a paper opens with above the ones it closes
// with, from 1 to -1, by their name in lower case. It is worth less than a
// second article, so a big day for a small section still leads.
func standing(section string) float64 {
	switch section {
	case "world", "national", "nation", "politics", "us", "uk", "us politics", "front page":
		return 1
	case "business", "economy", "local", "courts", "crime", "health", "science", "climate", "environment", "education", "technology", "tech":
		return 0.5
	case "sport", "sports", "culture", "arts", "entertainment", "lifestyle", "travel", "food", "books", "style":
		return -0.5
	case "opinion", "comment", "obituaries", "weather", "puzzles", "horoscope":
		return -1
	}
	return 0
}
