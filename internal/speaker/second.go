package speaker

import (
	"cmp"
	"slices"
)

// remaining reads the reporting words of the unit that no report has used: where the
// strict reading wants more evidence, it is content with a living subject.
func (r *reading) remaining(u unit, before int) {
	limit := r.ended(u)
	speaking, lastCue, n := r.speaking, r.lastCue, len(r.reports)
	for v := u.first; v < limit; v++ {
		t := r.tokens[v]
		if t.frame == 0 || t.name >= 0 || t.form == noForm || r.used(t, before) {
			continue
		}
		if next := r.second(u, v, limit, before); next > v {
			v = next - 1
		}
	}
	for i := n; i < len(r.reports); i++ {
		r.reports[i].loose = true
	}
	r.speaking, r.lastCue = speaking, lastCue
	slices.SortStableFunc(r.reports[before:], func(a, b report) int { return cmp.Compare(a.content.Start, b.content.Start) })
}

// used reports whether a report of the unit has the token.
func (r *reading) used(t token, before int) bool {
	for _, rep := range r.reports[before:] {
		if rep.content.Overlaps(t.Span) || rep.cue.Overlaps(t.Span) {
			return true
		}
	}
	return false
}

// second reads the reporting word at v. It returns the token to go on from, or 0.
func (r *reading) second(u unit, v, limit, before int) int {
	if v == u.first || v+1 >= limit {
		return 0
	}
	t := r.tokens[v]
	if !r.verbHere(u, v, limit) {
		return 0
	}
	s := r.sourceBeside(u, v, limit)
	if !s.known() || !r.animate(s) && !r.finding(s) {
		return 0
	}
	c := r.complement(u, v)
	if c.end <= c.first {
		c = r.object(u, v, limit)
	}
	if c.end <= c.first || r.anonymity(c) || perceives(t.Of(r.low)) && !r.clausal(c.first, c.end) {
		return 0
	}
	if n := r.tokens[c.first]; c.cueEnd <= v+1 && n.is(preposition) && !n.is(to|numeral) && !r.approximates(c.first, limit) {
		return 0 // "accused of theft": a participle
	}
	for i := c.first; i < c.end; i++ {
		if r.used(r.tokens[i], before) {
			c.end = i
		}
	}
	if c.end <= c.first || t.frame&takesClause == 0 && c.end == c.first+1 && r.tokens[c.first].is(adverb|preposition) {
		return 0
	}
	if !r.report(s, r.cue(u, v, max(c.cueEnd, v+1)), c.first, c.end) {
		return 0
	}
	return c.end
}

// verbHere reports whether the word at v is a verb, as far as its neighbours tell.
func (r *reading) verbHere(u unit, v, limit int) bool {
	t, b := r.tokens[v], r.tokens[v-1]
	if t.frame == adjectival || t.is(preposition) {
		return false
	}
	n := r.tokens[v+1]
	switch t.form {
	case gerund:
		return !b.is(determiner|possessive) && b.Of(r.low) != "of" && !(n.kind == word && (n.is(auxiliary) || n.is(preposition) && t.frame&needsParticle == 0)) && t.frame&(takesQuote|needsParticle) == 0
	case base:
		if b.is(to) {
			return t.frame&(takesQuote|needsParticle) == 0 && n.kind != comma
		}
		if t.frame&likeNoun != 0 {
			return b.is(auxiliary) && !isBe(b.Of(r.low)) && t.frame&needsParticle == 0
		}
		return t.frame&stance != 0 && (b.is(auxiliary|pronoun|adverb|groupNoun|relative) || plural(b.Of(r.low)))
	case present:
		return t.frame&(takesQuote|needsParticle|likeNoun) == 0 && !b.is(determiner|possessive)
	case past:
		aux := r.auxiliaryOf(u, v)
		return t.frame&(takesQuote|needsParticle) == 0 && !isBe(aux) && !b.is(determiner|possessive|preposition) && n.Of(r.low) != "by"
	}
	return false
}

// object returns the noun phrase behind the verb at v with what belongs to it.
func (r *reading) object(u unit, v, limit int) complement {
	t := r.tokens[v]
	if t.frame&(stance|takesObject|takesTo) == 0 || t.frame&takesAddressee != 0 || t.frame&needsThat != 0 && t.form == past {
		return complement{}
	}
	k := v + 1
	for k < limit && r.tokens[k].is(adverb) && !r.tokens[k].is(negation|objective) && r.tokens[k].name < 0 {
		k++
	}
	if k >= limit {
		return complement{}
	}
	n := r.tokens[k]
	if n.kind != word && n.kind != quote || n.kind == word && n.is(preposition|relative|coordinator|auxiliary|subordinator) && !n.is(to) {
		return complement{}
	}
	end := r.clauseEnd(u, k, limit, t)
	for i := k + 1; i < end; i++ {
		if r.tokens[i].kind == comma {
			end = i
		}
	}
	return complement{v + 1, k, end}
}
