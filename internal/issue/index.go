package issue

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/speaker"
)

// voice is a speaker of one story, as the index of people looks at it.
type voice struct {
	Appearance
	*Speaker
	name    name
	section string // key of the story's
}

// whoSaidWhat returns everybody with statements in more than one story: those
// in the most stories first, and then in the order of the issue.
//
// Over the borders of a story a name proves less than within, and to print
// somebody's words as another's is worse than to leave an entry out. See
// [voice.same] for what is asked.
func whoSaidWhat(stories []Story) []Person {
	groups := []group{}
	for _, namesakes := range byName(stories) {
		for _, g := range groupVoices(namesakes) {
			if len(g) > 1 {
				groups = append(groups, g)
			}
		}
	}
	slices.SortFunc(groups, func(a, b group) int {
		return cmp.Or(
			cmp.Compare(len(b), len(a)),
			cmp.Compare(a[0].Story, b[0].Story),
			cmp.Compare(a[0].Appearance.Speaker, b[0].Appearance.Speaker),
		)
	})
	out := make([]Person, 0, len(groups))
	for _, g := range groups {
		out = append(out, g.person())
	}
	return out
}

// byName returns the voices of all stories, those together that may be one by
// the key of their name. No voice is under two keys.
func byName(stories []Story) [][]voice {
	var keys []string
	found := map[string][]voice{}
	for i := range stories {
		section := sectionKey(stories[i].Topic)
		for j := range stories[i].Speakers {
			s := &stories[i].Speakers[j]
			v := voice{Appearance{i, j}, s, newName(s.Name), section}
			k := v.key()
			if k == "" || len(s.Positions) == 0 {
				continue
			}
			if found[k] == nil {
				keys = append(keys, k)
			}
			found[k] = append(found[k], v)
		}
	}
	out := make([][]voice, 0, len(keys))
	for _, k := range keys {
		out = append(out, found[k])
	}
	return out
}

// key is the same for all names of one speaker, or empty where a name says
// nothing over the border of its story.
func (v voice) key() string {
	parts := v.name.parts
	switch {
	case len(parts) == 0:
		return ""
	case v.Kind == speaker.Person && (len(parts) > 1 || !isStopword(parts[0])): // "She"
		return "person " + parts[len(parts)-1]
	case v.Kind == speaker.Organization && proper(v.Speaker.Name) && !isStopword(parts[0]) && // "This company"
		slices.ContainsFunc(parts, notGeneric):
		for len(parts) > 1 && !notLegalForm(parts[len(parts)-1]) {
			parts = parts[:len(parts)-1]
		}
		if len(parts) > 2 {
			return "body " + initials(parts)
		}
		return "body " + strings.Join(parts, "")
	}
	return ""
}

// proper reports whether a name has a capital behind its article: "the
// Harbour Board", but not "the ministry".
func proper(name string) bool {
	first, _ := utf8.DecodeRuneInString(withoutArticle(name))
	return !unicode.IsLower(first)
}

// notGeneric reports whether a word of a body's name tells it from others of
// its sort. Every country has a Foreign Ministry, and every city a council.
func notGeneric(word string) bool {
	switch word {
	case "administration", "agency", "army", "association", "authorities", "authority", "bank", "board", "bureau",
		"cabinet", "center", "central", "centre", "chamber", "city", "commission", "committee", "company", "congress",
		"council", "county", "court", "defence", "defense", "department", "district", "education", "electoral", "embassy",
		"energy", "environment", "federal", "federation", "finance", "fire", "force", "foreign", "foundation",
		"general", "government", "health", "high", "hospital", "house", "institute", "interior", "justice", "labor",
		"labour", "military", "ministry", "municipality", "national", "navy", "of", "office", "opposition", "parliament",
		"party", "police", "presidency", "presidential", "province", "public", "regional", "school", "senate", "service",
		"research", "society", "state", "study", "supreme", "town", "trade", "transport", "treasury", "union", "university", "war":
		return false
	}
	return true
}

// group is the voices of one speaker, at most one a story, in the order of the
// issue.
type group []voice

// groupVoices joins the voices that are one, fuller names first as [people]
// does. A voice that may be any of several speakers is none of them.
func groupVoices(voices []voice) []group {
	sorted := slices.Clone(voices)
	slices.SortStableFunc(sorted, func(a, b voice) int {
		return cmp.Or(cmp.Compare(b.name.whole(), a.name.whole()), cmp.Compare(len(b.name.parts), len(a.name.parts)))
	})
	var groups []group
	for _, v := range sorted {
		var matches, exact []int
		for g := range groups {
			if groups[g].has(v) {
				matches = append(matches, g)
				if groups[g][0].name.equal(v.name) {
					exact = append(exact, g)
				}
			}
		}
		if len(exact) > 0 { // the very same name goes before a form of it
			matches = exact
		}
		if len(matches) == 1 {
			groups[matches[0]] = append(groups[matches[0]], v)
		} else {
			groups = append(groups, group{v})
		}
	}
	for _, g := range groups {
		slices.SortFunc(g, func(a, b voice) int { return cmp.Compare(a.Story, b.Story) })
	}
	return groups
}

// has reports whether v is the speaker of the group. One story has a speaker
// once: whom it tells apart stays apart.
func (g group) has(v voice) bool {
	for _, have := range g {
		if have.Story == v.Story {
			return false
		}
	}
	return slices.ContainsFunc(g, v.same)
}

// same reports whether v, whose name is no fuller, and w are one speaker in
// two stories.
//
// A person must have the same given name and surname, in whatever form, and
// nothing that speaks against it: the roles share a word, or one is unknown,
// or both stories are of one section. A name that lacks a given name, or has
// its initial only, must also come with the very same role. A body must have
// the same name, but for its legal form, or its initials.
func (v voice) same(w voice) bool {
	if v.Kind != speaker.Person {
		return v.name.equal(w.name) || v.name.shortFor(w.name, speaker.Organization) && (acronym(v.name) || len(v.name.parts) > 1)
	}
	if !v.name.equal(w.name) && !v.name.shortFor(w.name, speaker.Person) {
		return false
	}
	if len(v.name.parts) < 2 || v.name.whole() < 2 {
		return shareRole(v.Roles, w.Roles)
	}
	return v.section == w.section || len(v.Roles) == 0 || len(w.Roles) == 0 || shareRoleWord(v.Roles, w.Roles)
}

// acronym reports whether a name may be initials.
func acronym(n name) bool { return len(n.parts) == 1 && len(n.parts[0]) >= 3 }

// shareRoleWord reports whether a telling word stands in a role of both.
func shareRoleWord(a, b []string) bool {
	x, y := tellingWords(a...), tellingWords(b...)
	for w := range x {
		if y[w] {
			return true
		}
	}
	return false
}

func (g group) person() Person {
	p := Person{Kind: g[0].Kind, Roles: []string{}}
	for _, v := range g {
		if fuller(v.Speaker.Name, p.Name) {
			p.Name = v.Speaker.Name
		}
		for _, r := range v.Roles {
			p.Roles = addRole(p.Roles, r)
		}
		p.Stories = append(p.Stories, v.Appearance)
	}
	return p
}
