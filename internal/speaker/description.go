package speaker

import "strings"

// described returns whom a definite description stands for: "the treasurer" is
// the person with that role, "the trust" the body with that noun in its name,
// "the diplomat" whoever was met as "a Western diplomat". The phrase p ends
// with the noun.
func (r *reading) described(p phrase, noun token) source {
	w := noun.Of(r.low)
	if i := r.byRole(p, w); i >= 0 {
		return r.named(i)
	}
	if r.tokens[p.first].Of(r.low) != "the" {
		return nobody
	}
	if p.end == p.first+2 && (company(w) || institution(w) || noun.is(orgNoun) && !noun.is(capital)) {
		if i := r.bodyOf(w); i >= 0 {
			return r.named(i)
		}
		if company(w) {
			return r.bodyBefore(p.first)
		}
		return nobody
	}
	if !noun.is(roleNoun) || plural(w) {
		return nobody
	}
	for i := len(r.reports) - 1; i >= max(0, len(r.reports)-12); i-- {
		s := r.reports[i].source
		if s.entity < 0 && s.kind == Unnamed && r.indefinite(s) && contains(s.span.Of(r.low), w) {
			return s
		}
	}
	if f := r.focus; f.entity >= 0 && len(r.entities[f.entity].roles) == 0 && p.end <= p.first+5 && r.mayBe(f.entity, p, w) {
		r.entities[f.entity].roles = append(r.entities[f.entity].roles, r.span(p.first+1, p.end))
		return f
	}
	return nobody
}

// mayBe reports whether nothing known of the entity i speaks against the
// description p, whose noun is w.
func (r *reading) mayBe(i int, p phrase, w string) bool {
	for j := p.first; j < p.end; j++ {
		if r.tokens[j].is(preposition) {
			return false
		}
	}
	for j := min(r.opened, p.first); j < p.first; j++ {
		if k := r.tokens[j].name; k >= 0 && r.names[k].entity == i {
			return false // "Asked by Marn, the witness said"
		}
	}
	her, his := sexOf(w)
	return r.fits(i, "she") || !her && (r.fits(i, "he") || !his)
}

// sexOf reports whether the noun w, in lower case, is for a woman or for a man.
func sexOf(w string) (her, his bool) {
	n := len(w)
	switch w {
	case "mother", "wife", "daughter", "sister", "widow", "actress", "midwife", "nun", "girl", "niece", "aunt", "grandmother", "queen", "princess", "duchess", "baroness", "heroine", "mum", "mom", "girlfriend", "heiress", "hostess", "waitress", "dame", "lady", "empress", "abbess", "ballerina", "seamstress", "matron", "mistress", "stepmother", "bride", "goddaughter", "granddaughter":
		return true, false
	case "father", "husband", "son", "brother", "widower", "monk", "boy", "nephew", "uncle", "grandfather", "king", "prince", "duke", "earl", "baron", "hero", "dad", "boyfriend", "actor", "lord", "sir", "friar", "imam", "pope", "cardinal", "emperor", "abbot", "stepfather", "groom", "godson", "grandson", "sultan", "emir":
		return false, true
	}
	switch {
	case n > 5 && w[n-5:] == "woman":
		return true, false
	case n > 4 && w[n-3:] == "man" && w != "german" && w != "human" && w != "roman" && w != "layman":
		return false, true
	}
	return false, false
}

// indefinite reports whether the phrase of a source without a name brings
// somebody in: "a diplomat", "one shopkeeper".
func (r *reading) indefinite(s source) bool {
	w := s.span.Of(r.low)
	for _, d := range [...]string{"a ", "an ", "one ", "another "} {
		if len(w) > len(d) && w[:len(d)] == d {
			return true
		}
	}
	return false
}

// bodyOf returns the body last named whose name has the noun w, in lower case;
// -1 where there is none.
func (r *reading) bodyOf(w string) int {
	for i := len(r.entities) - 1; i >= max(0, len(r.entities)-maxCandidates); i-- {
		e := &r.entities[i]
		if e.words > 1 && !e.isPerson() && contains(e.name.Of(r.low), w) {
			return i
		}
	}
	return -1
}

// bodyBefore returns the body that last opened a unit by name, or else the one
// last named before token i.
func (r *reading) bodyBefore(i int) source {
	if r.body.known() {
		return r.body
	}
	for j := i - 1; j >= max(0, i-300); j-- {
		if k := r.tokens[j].name; k >= 0 {
			if e := &r.entities[r.names[k].entity]; e.organization > 0 && !e.isPerson() && (e.words > 1 || e.organization > 2) {
				return r.named(r.names[k].entity)
			}
		}
	}
	return nobody
}

// byRole returns the person whose role has the noun that the phrase p ends
// with: the only one, the only one whose role has the other words of p too, or
// of several the one who spoke last; -1 where there is none.
func (r *reading) byRole(p phrase, noun string) int {
	found, best, tie := -1, -1, false
	for i := max(0, len(r.entities)-maxCandidates); i < len(r.entities); i++ {
		n := r.shares(i, p, noun)
		if n < 0 {
			continue
		}
		if n > best {
			found, best, tie = i, n, false
		} else if n == best {
			tie = true
		}
	}
	if r.tokens[p.first].Of(r.low) != "the" && best < 1 {
		return -1 // "Orvik’s mayor" is not any mayor
	}
	if !tie {
		return found
	}
	if f := r.focus.entity; f >= 0 && r.shares(f, p, noun) == best {
		return f
	}
	for i := len(r.reports) - 1; i >= max(0, len(r.reports)-8); i-- {
		if e := r.reports[i].source.entity; e >= 0 && r.shares(e, p, noun) == best {
			return e
		}
	}
	return -1
}

// shares counts the words of the phrase p before its noun that a role of the
// entity i has too; -1 where no role has the noun.
func (r *reading) shares(i int, p phrase, noun string) int {
	best := -1
	for _, role := range r.entities[i].roles {
		s := role.Of(r.low)
		if !contains(s, noun) && !(noun == "judge" && contains(s, "justice")) {
			continue
		}
		n := 0
		for j := p.first; j+1 < p.end; j++ {
			if t := r.tokens[j]; t.kind == word && t.Len() > 3 && strings.Contains(s, t.Of(r.low)) {
				n++
			}
		}
		best = max(best, n)
	}
	return best
}
