package issue

import (
	"math"
	"slices"
	"time"
)

// What makes an article the one that a story is told by. Each part is from 0
// to 1, so that the weights say what an editor would trade for what.
const (
	coreWeight    = 1.0 // headline and summary say what the other articles say, too
	voicesWeight  = 0.5 // people are quoted
	recentWeight  = 0.2 // tolls and votes change through the day
	fullWeight    = 0.2 // a report, not a brief
	addressWeight = 0.1 // readers can be sent there
)

// fullLength is the text of a whole report, in bytes: about 400 words.
const fullLength = 2400

// enoughSpeakers is how many speakers a mail shows of a story: more do not
// make an article the better one to lead it.
const enoughSpeakers = 6

// leadFirst returns the articles in the order that a story lists them in:
// first the one that tells it best, then those whose headline contradicts that
// one's, then the others, each by the time they came in.
//
// An article without a headline, or without a summary, leads only where all
// are so. Of equals the earlier leads, and of headlines that contradict one
// another the last: a vote is taken again, and a toll is counted on.
func leadFirst(articles []revision) []revision {
	lead := leadOf(articles)
	ordered := slices.Clone(articles)
	slices.SortFunc(ordered, func(a, b revision) int { return compareTime(a.Digest, b.Digest) })
	says := headline(articles[lead].Digest)
	rank := func(a revision) int {
		switch {
		case compareSource(a.Digest, articles[lead].Digest) == 0:
			return 0
		case contradicts(says, headline(a.Digest)):
			return 1
		}
		return 2
	}
	slices.SortStableFunc(ordered, func(a, b revision) int { return rank(a) - rank(b) })
	return ordered
}

func leadOf(articles []revision) int {
	if len(articles) == 1 {
		return 0
	}
	scores, lead := leadScores(articles), 0
	for i := range articles {
		switch {
		case scores[i] > scores[lead],
			scores[i] == scores[lead] && compareTime(articles[i].Digest, articles[lead].Digest) < 0:
			lead = i
		}
	}
	last := lead
	for i, a := range articles {
		if scores[i] >= 0 && appeared(a.Digest).After(appeared(articles[last].Digest)) &&
			contradicts(headline(articles[lead].Digest), headline(a.Digest)) {
			last = i
		}
	}
	return last
}

// leadScores says of each article how well it would lead, under zero where it
// only may if it must. A copy is no later news than what it was copied from.
func leadScores(articles []revision) []float64 {
	core := coreShares(articles)
	first := slices.MinFunc(articles, func(a, b revision) int {
		return a.Source.ReceivedAt.Compare(b.Source.ReceivedAt)
	}).Source.ReceivedAt
	printed := map[string]time.Time{} // when each text first came in
	for _, a := range articles {
		if at, found := printed[a.Article.Text]; !found || a.Source.ReceivedAt.Before(at) {
			printed[a.Article.Text] = a.Source.ReceivedAt
		}
	}
	out := make([]float64, len(articles))
	for i, a := range articles {
		score := coreWeight * core[i]
		score += voicesWeight * math.Log2(1+float64(min(enoughSpeakers, len(a.Speakers)))) / math.Log2(1+enoughSpeakers)
		score += recentWeight * min(1, printed[a.Article.Text].Sub(first).Hours()/24)
		score += fullWeight * min(1, float64(len(a.Article.Text))/fullLength)
		if a.Article.URL != "" {
			score += addressWeight
		}
		if a.Article.Headline == "" {
			score -= 100
		}
		if len(a.Summary) == 0 {
			score -= 10
		}
		out[i] = score
	}
	return out
}

// coreWords is how many of the words that most articles of a story share make
// its core.
const coreWords = 40

// coreShares returns how much of the story's core is in the headline and the
// summary of each article, by how many articles have each word in their
// headline or lead.
func coreShares(articles []revision) []float64 {
	spread := map[string]int{}
	for _, a := range articles {
		for w := range tellingWords(a.Article.Headline, a.Article.Text) {
			spread[w]++
		}
	}
	var counts []int
	for _, n := range spread {
		if n > 1 {
			counts = append(counts, n)
		}
	}
	slices.Sort(counts)
	total := 0
	for _, n := range counts[max(0, len(counts)-coreWords):] {
		total += n
	}
	out := make([]float64, len(articles))
	for i, a := range articles {
		said := 0
		summary := make([]string, 0, 4)
		for _, s := range a.Summary {
			summary = append(summary, s.Text)
		}
		for w := range tellingWords(append(summary, a.Article.Headline)...) {
			if n := spread[w]; n > 1 {
				said += n
			}
		}
		if total > 0 {
			out[i] = min(1, float64(said)/float64(total))
		}
	}
	return out
}

// tellingWords returns the words of the texts' beginnings without stop-words.
func tellingWords(texts ...string) map[string]bool {
	out := map[string]bool{}
	for _, t := range texts {
		for _, w := range words(t, leadWords) {
			if one := singular(w.folded); len(one) > 1 && !isStopword(w.folded) {
				out[one] = true
			}
		}
	}
	return out
}
