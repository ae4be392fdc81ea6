package issue

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/internal/digest"
	"onrecord/internal/speaker"
)

// mention is one speaker of one article.
type mention struct {
	speaker.Speaker
	article int
	rank    int // place among the speakers of its article
}

// pool joins the speakers of a story's articles: each person once, the most
// important first.
func pool(ordered []digest.Digest) []Speaker {
	var mentions []mention
	for i, d := range ordered {
		for rank, s := range d.Speakers {
			mentions = append(mentions, mention{s, i, rank})
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
	s := Speaker{Kind: g[0].Kind, Roles: []string{}, Positions: []Position{}}
	var said []statement
	for _, m := range g {
		if fuller(m.Name, s.Name) {
			s.Name = m.Name
		}
		for _, r := range m.Roles {
			s.Roles = addRole(s.Roles, r)
		}
		for _, p := range m.Positions {
			s.Positions, said = addPosition(s.Positions, said, Position{Position: p, Article: m.article, Also: []int{}})
		}
	}
	return s
}

// addRole appends r unless it says what one of roles says already: the same
// words, whatever their case and with or without an article before them.
func addRole(roles []string, r string) []string {
	if r == "" {
		return roles
	}
	for _, have := range roles {
		if strings.EqualFold(withoutArticle(have), withoutArticle(r)) {
			return roles
		}
	}
	return append(roles, r)
}

func withoutArticle(s string) string {
	for _, a := range []string{"the ", "a ", "an "} {
		if len(s) > len(a) && strings.EqualFold(s[:len(a)], a) {
			return s[len(a):]
		}
	}
	return s
}
