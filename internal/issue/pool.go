package issue

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"onrecord/internal/digest"
	"onrecord/internal/speaker"
)

// mention is one speaker of one article.
type mention struct {
	speaker.Speaker
	digest  *digest.Digest
	article int
	turn    int // place of the article in the order of time
	rank    int // place among the speakers of its article
}

// pool joins the speakers of a story's articles: each person once, the most
// important first.
func pool(ordered []revision) []Speaker {
	turns := turns(ordered)
	var mentions []mention
	for i := range ordered {
		d := &ordered[i].Digest
		for rank, s := range d.Speakers {
			mentions = append(mentions, mention{s, d, i, turns[i], rank})
		}
	}
	groups := people(mentions)
	// Importance within an article is given by the order of its speakers;
	// over articles the reciprocal ranks add up.
	importance := func(g []mention) float64 {
		var sum float64
		for _, m := range g {
			sum += 1 / float64(1+m.rank)
		}
		return sum
	}
	slices.SortStableFunc(groups, func(a, b []mention) int {
		return cmp.Compare(importance(b), importance(a))
	})
	out := make([]Speaker, 0, len(groups))
	for _, g := range groups {
		out = append(out, join(g))
	}
	return out
}

// join makes one speaker of the mentions of one person.
func join(g []mention) Speaker {
	s := Speaker{Kind: g[0].Kind, Roles: []string{}}
	for _, m := range g {
		if fuller(m.Name, s.Name) {
			s.Name = m.Name
		}
		for _, r := range m.Roles {
			s.Roles = addRole(s.Roles, r)
		}
	}
	byTime := slices.Clone(g)
	slices.SortStableFunc(byTime, func(a, b mention) int { return cmp.Compare(a.turn, b.turn) })
	var ss statements
	for _, m := range byTime {
		for _, at := range m.digest.Statements(m.Speaker) {
			ss.add(newReport(m.digest, m.Speaker, at, m.article))
		}
	}
	s.Positions = ss.positions()
	return s
}

// turns returns the place of each digest in the order of time.
func turns(ds []revision) []int {
	order := make([]int, len(ds))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(appeared(ds[a].Digest).Compare(appeared(ds[b].Digest)), compareTime(ds[a].Digest, ds[b].Digest))
	})
	out := make([]int, len(ds))
	for turn, i := range order {
		out[i] = turn
	}
	return out
}

// appeared is when an article came out, as far as it says so to the minute and
// can be right; else when it was received. Many bear a day only, and that of
// an uploaded clipping may be years ago.
func appeared(d digest.Digest) time.Time {
	const believed = 7 * 24 * time.Hour
	at, err := time.Parse(time.RFC3339, d.Article.Published)
	if err != nil || at.After(d.Source.ReceivedAt) || d.Source.ReceivedAt.Sub(at) > believed {
		return d.Source.ReceivedAt
	}
	return at
}

// addRole adds r unless one of roles says as much: the same words, whatever
// their case and order and the small words between, or more of them. A role
// that says less than r makes room for it.
func addRole(roles []string, r string) []string {
	if r == "" {
		return roles
	}
	words := tellingWords(r)
	if slices.ContainsFunc(roles, func(have string) bool {
		return sameRole(have, r) || len(words) > 0 && within(words, tellingWords(have))
	}) {
		return roles
	}
	less := func(have string) bool {
		others := tellingWords(have)
		return len(others) > 0 && within(others, words)
	}
	if at := slices.IndexFunc(roles, less); at >= 0 {
		roles[at] = r
		return append(roles[:at+1], slices.DeleteFunc(roles[at+1:], less)...)
	}
	return append(roles, r)
}

// within reports whether all of the words are among those of whole.
func within(words, whole map[string]bool) bool {
	for w := range words {
		if !whole[w] {
			return false
		}
	}
	return true
}

func withoutArticle(s string) string {
	for _, a := range []string{"the ", "a ", "an "} {
		if len(s) > len(a) && strings.EqualFold(s[:len(a)], a) {
			return s[len(a):]
		}
	}
	return s
}
