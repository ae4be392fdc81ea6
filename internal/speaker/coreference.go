package speaker

import "onrecord/internal/text"

// pronoun returns whom a subject pronoun stands for.
func (r *reading) pronoun(w string) source {
	switch w {
	case "he", "she":
		return r.settled(r.singular(w), w)
	case "they", "we":
		if r.topic.known() && r.topic.kind != Person {
			return r.topic
		}
		return r.speaking
	case "it":
		if r.topic.known() && r.topic.kind == Organization {
			return r.topic
		}
		if r.speaking.known() && r.speaking.kind == Organization {
			return r.speaking
		}
		if r.body.known() {
			return r.body
		}
	}
	return nobody
}

// settled notes that a pronoun has stood for the person.
func (r *reading) settled(s source, w string) source {
	if s.entity >= 0 {
		e := &r.entities[s.entity]
		if w == "she" {
			e.she = e.she || !e.he
		} else {
			e.he = e.he || !e.she
		}
	}
	return s
}

// singular returns the person whom he or she stands for: the one in focus, or
// the last whose sex is known to fit.
func (r *reading) singular(w string) source {
	if r.focus.entity < 0 && r.focus.known() && r.unnamedFits(r.focus, w) {
		return r.focus
	}
	for _, s := range [...]source{r.focus, r.speaking} {
		if s.entity >= 0 && s.kind == Person && r.fits(s.entity, w) {
			return s
		}
	}
	if w == "she" && r.she.known() {
		return r.she
	}
	if w == "he" && r.he.known() {
		return r.he
	}
	if r.focus.entity >= 0 && r.fits(r.focus.entity, w) {
		return r.focus
	}
	if r.speaking.kind == Unnamed && r.alone(r.speaking) {
		return r.speaking
	}
	return r.last
}

// resumed is pronoun for the subject of a verb: the person who opens the unit
// goes before who was spoken of in another.
func (r *reading) resumed(w string) source {
	if w == "he" || w == "she" {
		if s := r.opener(w); s.known() {
			return r.settled(s, w)
		}
	}
	return r.pronoun(w)
}

// opener returns the person whose name, after titles, opens the unit that is
// read, where that suits the pronoun.
func (r *reading) opener(w string) source {
	for i := r.opened; i < len(r.tokens) && i < r.opened+6; i++ {
		t := r.tokens[i]
		if t.name >= 0 {
			n := r.names[t.name]
			e := &r.entities[n.entity]
			if n.end >= len(r.tokens) || r.tokens[n.end].is(possessive) || !r.fits(n.entity, w) || e.words == 1 && e.person == 0 {
				break
			}
			if s := r.named(n.entity); s.kind == Person && s.entity >= 0 && (e.female || e.male || e.leaning > 1 && w == "she" || e.leaning < -1 && w == "he") {
				return s
			}
			break
		}
		if t.kind == stop && i > r.opened && r.abbreviates(i-1) {
			continue // "Sen. Marn"
		}
		if t.kind != word || !t.is(capital|roleNoun|rolePrefix|honorific) || t.is(preposition|subordinator|coordinator|adverb|pronoun|interrogative) || t.frame != 0 {
			break // "Like Marn, she thinks"
		}
	}
	return nobody
}

// alone reports whether a source without a name is one person.
func (r *reading) alone(s source) bool {
	phrase := s.span.Of(r.low)
	for _, p := range text.Words(phrase) {
		w := p.Of(phrase)
		if preposition&functionWord(w) != 0 || w == "who" {
			return false
		}
		if role(w)&roleNoun != 0 || w == "visitor" {
			return true
		}
	}
	return false
}

// unnamedFits reports whether the pronoun can stand for a source without a
// name.
func (r *reading) unnamedFits(s source, w string) bool {
	phrase := s.span.Of(r.low)
	for _, p := range text.Words(phrase) {
		switch n := p.Of(phrase); {
		case len(n) > 5 && n[len(n)-5:] == "woman", n == "mother", n == "wife", n == "daughter", n == "sister", n == "midwife", n == "widow":
			return w == "she"
		case len(n) > 4 && n[len(n)-3:] == "man" && n != "german" && n != "human", n == "father", n == "husband", n == "son", n == "brother":
			return w == "he"
		}
	}
	return true
}

// fits reports whether nothing known of the person speaks against the pronoun.
func (r *reading) fits(i int, w string) bool {
	e := &r.entities[i]
	if w == "he" {
		return !e.female && (e.male || !e.she)
	}
	return !e.male && (e.female || !e.he)
}

// attend notes that the source was a subject, so that the pronouns that
// follow stand for it.
func (r *reading) attend(s source) {
	if s.entity < 0 && s.kind == Unnamed && r.indefinite(s) && r.alone(s) {
		r.focus, r.attended = s, r.opened
		return
	}
	if s.entity < 0 || s.kind != Person {
		return
	}
	r.focus, r.attended = s, r.opened
	switch e := &r.entities[s.entity]; {
	case e.female && !e.male:
		r.she = s
	case e.male && !e.female:
		r.he = s
	}
}

// acts reports whether the full name n opens the unit and a verb that the lexicon
// does not know follows: "Ingrid Vale skips for an hour".
func (r *reading) acts(u unit, n name) bool {
	if n.run != u.first || n.end-n.first < 2 || n.end+1 >= u.end {
		return false
	}
	w, next := r.tokens[n.end].Of(r.low), r.tokens[n.end+1]
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && next.kind == word && next.is(preposition|determiner|adverb|to) && !next.is(capital)
}

// settleFocus makes the unit's first named person, where he or she is what
// the unit is about, the one that pronouns in the next unit stand for.
func (r *reading) settleFocus(u unit, before int) {
	for i := u.end - 1; i >= u.first; i-- {
		if k := r.tokens[i].name; k >= 0 {
			if e := &r.entities[r.names[k].entity]; e.isPerson() && e.words > 1 {
				r.last = r.named(r.names[k].entity)
				break
			}
		}
	}
	r.topic = nobody
	if s := r.firstPhrase(u, r.ended(u)); s.known() && s.kind != Person {
		r.topic = s
	}
	if n := len(r.reports); n > before {
		if s := r.reports[n-1].source; s.kind != Person {
			r.topic = s
		}
		return
	}
	if r.text[u.End-1] == '?' && !r.opensQuoted(u) && r.speaking.known() {
		return // the writer only asks
	}
	only, several := nobody, false
	for i := u.first; i < u.end; i++ {
		k := r.tokens[i].name
		if k < 0 {
			continue
		}
		n := r.names[k]
		if i != n.first {
			continue
		}
		if s := r.named(n.entity); s.kind == Person && s.entity >= 0 && (r.entities[s.entity].person > 0 || only.known() && r.entities[s.entity].words > 1) {
			several = several || only.known() && only.entity != s.entity
			only = s
		}
		if n.end < u.end && (r.modifies(n) && r.tokens[n.end].frame == 0 && !r.acts(u, n) || r.tokens[n.end].is(possessive) || r.tokens[n.end].is(roleNoun) && !r.tokens[n.end].is(capital)) {
			continue
		}
		if r.mentioned(u, n) {
			continue
		}
		e := &r.entities[n.entity]
		if s := r.named(n.entity); s.kind == Person && (e.words > 1 || e.middle && e.person > 0) {
			r.attend(s)
			return
		}
	}
	if only.known() && !several {
		r.attend(only) // "For Ingrid Vale the sum is simple."
	}
}

// mentioned reports whether the name only stands behind a preposition, or is joined
// to one that does: "figures like Marn and Hale".
func (r *reading) mentioned(u unit, n name) bool {
	for n.run > u.first+1 && (r.tokens[n.run-1].is(coordinator) || r.tokens[n.run-1].kind == comma) && r.tokens[n.run-2].name >= 0 {
		m := r.names[r.tokens[n.run-2].name]
		if m.end != n.run-1 || m.run <= u.first || r.tokens[m.run-1].kind == comma {
			break
		}
		n = m
	}
	return n.run > u.first && r.tokens[n.run-1].is(preposition)
}
