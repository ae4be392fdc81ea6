package issue

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/internal/speaker"
)

// people groups the mentions by who it is, in the order of first mention.
// Longer names are placed first, so that a surname alone finds its bearer; a
// surname that two people of the story bear stays alone.
func people(mentions []mention) [][]mention {
	byLength := make([]int, len(mentions))
	for i := range byLength {
		byLength[i] = i
	}
	names := make([][]string, len(mentions))
	for i, m := range mentions {
		names[i] = nameParts(m.Name)
	}
	slices.SortStableFunc(byLength, func(a, b int) int {
		return cmp.Compare(len(names[b]), len(names[a]))
	})
	var groups [][]int // indexes into mentions; the first bears the longest name
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
func bearer(mentions []mention, names [][]string, groups [][]int, i int) int {
	found, bearers := -1, 0
	for g, members := range groups {
		first := members[0]
		switch {
		case mentions[i].Kind == speaker.Unnamed || mentions[first].Kind == speaker.Unnamed:
			if sameUnnamed(mentions[first], mentions[i]) {
				return g
			}
		case slices.Equal(names[first], names[i]):
			return g
		case mentions[first].Kind == mentions[i].Kind && sameName(mentions[i].Kind, names[first], names[i]):
			found = g
			bearers++
		}
	}
	if bearers > 1 {
		return -1
	}
	return found
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

// sameName reports whether short, which has no more parts than long, is a
// form of it. Either may be its last words: a surname, "the Council".
func sameName(kind speaker.Kind, long, short []string) bool {
	if len(short) == 0 || len(short) > len(long) {
		return false
	}
	if slices.Equal(long[len(long)-len(short):], short) {
		return true
	}
	if kind == speaker.Organization {
		return sameBody(long, short)
	}
	return samePerson(long, short)
}

// samePerson adds the first words of a name, given or in the family's own
// order ("Kim"), and both ends without what stands between.
func samePerson(long, short []string) bool {
	if hasPrefix(long, short) {
		return true
	}
	return len(short) >= 2 && short[len(short)-1] == long[len(long)-1] && sameGiven(long[0], short[0])
}

// sameBody adds the first word ("Brightwater" for Brightwater Cement), all
// but the legal form, and the initials. More of the first words will not do:
// the Harbour Board is not the Harbour Board Union.
func sameBody(long, short []string) bool {
	if len(short) == 1 {
		return short[0] == long[0] || len(long) > 1 && short[0] == initials(long)
	}
	return hasPrefix(long, short) && !slices.ContainsFunc(long[len(short):], notLegalForm)
}

func notLegalForm(word string) bool {
	switch word {
	case "inc", "ltd", "llc", "plc", "corp", "corporation", "co", "company", "limited", "group", "ag", "gmbh", "sa", "nv", "ab":
		return false
	}
	return true
}

func hasPrefix(long, short []string) bool {
	return len(short) <= len(long) && slices.Equal(long[:len(short)], short)
}

// sameGiven reports whether two given names are the same or one is the
// other's initial.
func sameGiven(a, b string) bool {
	if len([]rune(a)) == 1 || len([]rune(b)) == 1 {
		return []rune(a)[0] == []rune(b)[0]
	}
	return a == b
}

func initials(parts []string) string {
	var b strings.Builder
	for _, p := range parts {
		if p == "of" || p == "the" || p == "for" || p == "and" {
			continue
		}
		b.WriteRune([]rune(p)[0])
	}
	return b.String()
}

// nameParts returns the words of a name in lower case, without "the" and
// without points: "U.N." is "un", "J. Biden" is "j", "biden".
func nameParts(name string) []string {
	parts := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !alphanumeric(r) && r != '.' && r != '\'' && r != '’' && r != '-' })
	out := parts[:0]
	for i, p := range parts {
		p = strings.Trim(strings.ReplaceAll(p, ".", ""), "'’-")
		if p == "" || i == 0 && p == "the" {
			continue
		}
		out = append(out, p)
	}
	return out
}

// fuller reports whether name says more than than.
func fuller(name, than string) bool {
	a, b := nameParts(name), nameParts(than)
	if len(a) != len(b) {
		return len(a) > len(b)
	}
	return len(name) > len(than)
}
