package issue

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// arrange puts the stories in the order they are read in: the weightiest
// first with the rest of its section, then the section of the weightiest that
// is left, and so on.
func arrange(w Window, stories []Story) {
	weights := make(map[string]float64, len(stories)) // by the lead article's digest
	sections := map[string]float64{}
	for _, s := range stories {
		x := weight(w, s)
		weights[identity(s)] = x
		sections[s.Topic] = max(sections[s.Topic], x)
	}
	slices.SortFunc(stories, func(a, b Story) int {
		return cmp.Or(
			cmp.Compare(sections[b.Topic], sections[a.Topic]),
			cmp.Compare(a.Topic, b.Topic),
			cmp.Compare(weights[identity(b)], weights[identity(a)]),
			cmp.Compare(a.Headline, b.Headline),
			cmp.Compare(identity(a), identity(b)),
		)
	})
}

func identity(s Story) string { return s.Articles[0].Key + "\x00" + s.Articles[0].Digest }

// weight says how much a story matters. That several desks or outlets wrote
// about it is the best sign, so the second article counts for more than the
// tenth; then how many people speak, and how fresh it is.
func weight(w Window, s Story) float64 {
	return 3*math.Log2(1+float64(len(s.Articles))) +
		math.Log2(1+float64(len(s.Speakers))) +
		freshness(w, s) +
		standing(s.Topic)
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
// with. It is worth less than a second article, so a big day for a small
// section still leads.
func standing(topic string) float64 {
	switch topic {
	case "world", "national", "politics":
		return 1
	case "business", "economy", "local", "health", "science", "climate", "technology":
		return 0.5
	case "sport", "sports", "culture", "arts", "entertainment", "lifestyle", "travel", "food":
		return -0.5
	case "opinion", "obituaries", "weather":
		return -1
	}
	return 0
}
