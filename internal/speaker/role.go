package speaker

import (
	"cmp"
	"slices"
	"strings"
)

// findRoles gives every named person the phrases that say what he or she is:
// before the name, in apposition on either side, and after "is".
func (r *reading) findRoles() {
	for _, u := range r.units {
		for i := u.first; i < u.end; i++ {
			k := r.tokens[i].name
			if k < 0 || r.names[k].first != i {
				continue
			}
			n := r.names[k]
			if r.tokens[n.end-1].Len() == 0 {
				continue
			}
			if !r.entities[n.entity].isPerson() && !r.introducedAlone(u, n) && !r.calledPerson(u, n) {
				r.bodyAfter(u, n)
				continue
			}
			r.roleBefore(u, n)
			r.appositionBefore(u, n)
			r.identified(u, n)
			r.appositionAfter(u, n)
			r.postAfter(u, n)
			r.lesserAfter(u, n)
		}
	}
}

func (r *reading) addRole(n name, first, end int) {
	several := r.oneOf(first, end)
	for first < end && !several && !r.ranks(first, end) && (r.tokens[first].is(determiner) && !r.tokens[first].is(possessive) || r.tokens[first].is(coordinator|adverb) || r.tokens[first].kind != word) {
		first++
	}
	if hasWord("its their his her our my ", r.tokens[min(first, end-1)].Of(r.low)) {
		first++
	}
	for end > first && (r.tokens[end-1].kind != word || r.tokens[end-1].is(preposition|coordinator)) {
		end--
	}
	if first = r.ownRole(n, first, end); first >= end {
		return
	}
	e := &r.entities[n.entity]
	span := r.span(first, end)
	if end <= n.first && span.End < len(r.text) && r.text[span.End] == '.' && r.abbreviates(end-1) {
		span.End++ // "Sen."
	}
	s := span.Of(r.low)
	for _, had := range e.roles {
		if had.Of(r.low) == s {
			return
		}
	}
	if len(e.roles) < maxRoles {
		e.roles = append(e.roles, span)
	}
	for i := first; i < end && !r.tokens[i].is(preposition); i++ {
		if i+1 < end && !r.tokens[i+1].is(preposition|coordinator) {
			continue // the head says it: not "the women’s minister"
		}
		her, his := sexOf(r.tokens[i].Of(r.low))
		if !e.female && !e.male { // the name tells more than a role that may be another’s
			e.female, e.male = her, his
		}
	}
	e.person++
}

// ranks reports whether the word at token first, though it counts or compares, is
// part of the role: "only doctor on the island", "first lady".
func (r *reading) ranks(first, end int) bool {
	if first+1 >= end || !hasWord("only first most last ", r.tokens[first].Of(r.low)) {
		return false
	}
	n := r.tokens[first+1]
	return n.kind == word && !n.is(determiner|preposition|pronoun)
}

// ownRole returns where the phrase [first, end) begins to say what the person with
// the name n is; end where it says somebody else’s role.
func (r *reading) ownRole(n name, first, end int) int {
	if first >= end {
		return end
	}
	t := r.tokens[first]
	switch {
	case first+1 < end && hasWord("day week month year moment time hour ", t.Of(r.low)) && r.tokens[first+1].is(roleNoun|rolePrefix):
		return first + 1 // "the day | president Hale left"
	case first+2 < end && end <= n.first && plural(t.Of(r.low)) && r.tokens[first+1].Of(r.low) == "of":
		return first + 2 // "critics of | the mayor Hale"
	}
	if end > first+1 && r.asserted(first, end) {
		return end // "according to Hale, the storm brings hail"
	}
	for i := first + 1; i < end; i++ { // "Prince Andrew, | Governor Bill Hale"
		if r.tokens[i].is(preposition) {
			break // "chief of staff to President Bill Hale"
		}
		k := r.tokens[i].name
		if k < 0 || i != r.names[k].first || r.names[k].end < end && r.tokens[r.names[k].end].is(possessive) || r.names[k].entity == n.entity || !r.tokens[i-1].is(roleNoun|rolePrefix|honorific) {
			continue
		}
		if m := r.names[k].end; m < end && r.tokens[m].kind == word && !r.tokens[m].is(preposition|capital|coordinator) {
			continue // "a former Bill Hale aide"
		}
		if e := &r.entities[r.names[k].entity]; e.isPerson() && e.words > 1 {
			return end
		}
	}
	return first
}

// asserted reports whether the tokens are a clause with its verb and no
// description.
func (r *reading) asserted(first, end int) bool {
	for i := first + 1; i < end; i++ {
		t := r.tokens[i]
		switch {
		case t.is(relative):
			return false
		case t.name >= 0 || t.kind != word || t.is(capital|roleNoun|rolePrefix):
		case i+1 == end && t.frame != 0 && t.frame&likeNoun == 0 && t.form == present:
			return true
		case i+1 < end && (t.is(verbal) || t.frame != 0 && t.frame&likeNoun == 0 && t.form == present) && r.tokens[i+1].is(determiner|possessive) && !r.tokens[i-1].is(preposition|determiner|adverb|coordinator):
			return end > first+5
		}
	}
	return false
}

// maxRoles bounds how many roles a person is given.
const maxRoles = 6

// hasRole reports whether a noun for a role stands in the tokens.
func (r *reading) hasRole(first, end int) bool {
	for i := first; i < end; i++ {
		if r.tokens[i].is(roleNoun) {
			return true
		}
	}
	return false
}

// bestRoles orders the roles of an entity: the longest informative phrase
// first, and none that another already says.
func (r *reading) bestRoles(e *entity) []string {
	out := []string{}
	for _, p := range e.roles {
		s := p.Of(r.text)
		dup := false
		for _, q := range e.roles {
			if q != p && q.Len() > p.Len() && contains(q.Of(r.low), p.Of(r.low)) {
				dup = true
			}
		}
		if r.leastOf(e, s) {
			continue
		}
		if !dup && !contains(e.name.Of(r.low), p.Of(r.low)) {
			out = append(out, s)
		}
	}
	if len(out) == 0 && e.lesser.Len() > 0 {
		return append(out, e.lesser.Of(r.text))
	}
	slices.SortStableFunc(out, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	return out
}

// leastOf reports whether the role s, an age or a word for anybody, says less than
// another role of the entity.
func (r *reading) leastOf(e *entity, s string) bool {
	age := strings.HasSuffix(s, "-year-old") && !strings.Contains(s, " ")
	if !age && !anybody(s) {
		return false
	}
	for _, p := range e.roles {
		if o := p.Of(r.low); !anybody(o) && !(age && strings.HasSuffix(o, "-year-old") && !strings.Contains(o, " ")) {
			return true
		}
	}
	return false
}

// anybody reports whether the role s tells nothing but that its bearer is human.
func anybody(s string) bool { return hasWord("man woman person boy girl lady ", s) }

// contains reports whether part stands in s on word borders.
func contains(s, part string) bool {
	for i := 0; i+len(part) <= len(s); i++ {
		if s[i:i+len(part)] == part && (i == 0 || s[i-1] == ' ') && (i+len(part) == len(s) || !letter(s[i+len(part)])) {
			return true
		}
	}
	return false
}

func letter(b byte) bool { return 'a' <= b && b <= 'z' || b >= 0x80 }
