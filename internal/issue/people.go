package issue

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/internal/speaker"
)

// people groups the mentions of one story by who it is, in the order of first
// mention. Fuller names are placed first, so that a surname alone finds its
// bearer; a surname that two people of the story bear stays alone, unless the
// role tells which of them it is.
func people(mentions []mention) [][]mention {
	byLength := make([]int, len(mentions))
	for i := range byLength {
		byLength[i] = i
	}
	names := make([]name, len(mentions))
	for i, m := range mentions {
		names[i] = newName(m.Name)
	}
	slices.SortStableFunc(byLength, func(a, b int) int {
		return cmp.Or(
			cmp.Compare(names[b].whole(), names[a].whole()),
			cmp.Compare(len(names[b].parts), len(names[a].parts)),
			cmp.Compare(len(names[b].suffix), len(names[a].suffix)),
		)
	})
	var groups [][]int // indexes into mentions; the first bears the fullest name
	for _, i := range byLength {
		if g := bearer(mentions, names, groups, i); g >= 0 {
			groups[g] = append(groups[g], i)
		} else {
			groups = append(groups, []int{i})
		}
	}
	for _, g := range groups {
		slices.Sort(g)
	}
	slices.SortFunc(groups, func(a, b []int) int { return a[0] - b[0] })
	out := make([][]mention, len(groups))
	for k, g := range groups {
		for _, i := range g {
			out[k] = append(out[k], mentions[i])
		}
	}
	return out
}

// bearer returns the one group that mention i belongs to, or -1 where there
// is none or more than one. The very same name goes before a part of one.
func bearer(mentions []mention, names []name, groups [][]int, i int) int {
	var bearers []int
	for g, members := range groups {
		first := members[0]
		switch {
		case mentions[i].Kind == speaker.Unnamed || mentions[first].Kind == speaker.Unnamed:
			if sameUnnamed(mentions[first], mentions[i]) {
				return g
			}
		case names[first].equal(names[i]): // whatever kind each article takes it for
			return g
		case mentions[first].Kind == mentions[i].Kind && names[i].shortFor(names[first], mentions[i].Kind):
			bearers = append(bearers, g)
		}
	}
	if len(bearers) > 1 {
		bearers = slices.DeleteFunc(bearers, func(g int) bool {
			return !slices.ContainsFunc(groups[g], func(m int) bool { return shareRole(mentions[m].Roles, mentions[i].Roles) })
		})
	}
	if len(bearers) != 1 {
		return -1
	}
	return bearers[0]
}

// shareRole reports whether one of the roles is that of the other speaker too,
// in the same words whatever their case.
func shareRole(a, b []string) bool {
	return slices.ContainsFunc(a, func(r string) bool {
		return slices.ContainsFunc(b, func(q string) bool { return sameRole(r, q) })
	})
}

func sameRole(a, b string) bool {
	return strings.EqualFold(withoutArticle(a), withoutArticle(b))
}

// sameUnnamed reports whether two mentions without a name are of one speaker.
// "A senior official" in two articles may be two people, so they must have
// said the same.
func sameUnnamed(a, b mention) bool {
	return a.Kind == b.Kind && a.article != b.article && strings.EqualFold(a.Name, b.Name) && shareStatement(a, b)
}

func shareStatement(a, b mention) bool {
	for _, p := range a.Positions {
		for _, q := range b.Positions {
			if newStatement(p.Text).same(newStatement(q.Text)) {
				return true
			}
		}
	}
	return false
}
