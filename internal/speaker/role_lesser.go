package speaker

import (
	"strings"

	"onrecord/internal/text"
)

// lesserAfter notes what the words behind the name n say of a person without a
// noun for it: what she runs, whom she speaks for, which body she is from. It
// is told where the article has nothing better.
func (r *reading) lesserAfter(u unit, n name) {
	e := &r.entities[n.entity]
	i := n.end
	if s := r.several(u, n); s.Len() > 0 {
		e.lesser = s
	}
	if e.lesser.Len() > 0 || i+1 >= u.end {
		return
	}
	switch t := r.tokens[i]; {
	case t.kind == bracket, t.kind == comma && r.tokens[i+1].kind == word && r.tokens[i+1].Len() > 2 && r.tokens[i+1].Of(r.text)[1] == '-':
		e.lesser = r.seat(u, i+1)
		return
	case t.kind == comma || t.kind == dash:
		i++
		if i+2 < u.end && r.tokens[i].is(numeral) && r.tokens[i+1].kind == comma { // an age
			i += 2
		}
	}
	switch w := r.tokens[i].Of(r.low); {
	case i+2 >= u.end:
	case w == "who":
		e.lesser = r.doing(u, i+1)
	case hasWord("of from for ", w) && !(i > n.end && w == "for"), i > n.end && hasWord("at with ", w):
		e.lesser = r.home(u, i+1)
	case i > n.end:
		e.lesser = r.acting(u, i)
	}
}

// several returns the role in the plural that stands before the name n, or before
// the one that n is joined to: "councillors Kim Song and Tomas Hale".
func (r *reading) several(u unit, n name) text.Span {
	i := n.run
	first := n.first
	if k := int(r.tokens[n.first].name); i > u.first+2 && r.tokens[i-1].Of(r.low) == "and" && k > 0 && r.names[k-1].end == i-1 {
		i, first = r.names[k-1].run, r.names[k-1].first
	}
	if first == i {
		i--
	}
	if i < u.first || !r.severalTitled(i) || attendant(strings.TrimSuffix(r.tokens[i].Of(r.low), "s")) {
		return text.Span{}
	}
	from := i
	for from > u.first && from > i-4 {
		t := r.tokens[from-1]
		if t.kind != word || !t.is(capital|rolePrefix) && (t.is(^(groupNoun|medium)) || t.frame != 0) || t.is(determiner|preposition|pronoun|coordinator|temporal|opening) && !t.is(rolePrefix) {
			break
		}
		from--
	}
	return r.span(from, i+1)
}

// seat returns the party, and the place sat for, in a parenthesis at token i:
// "(Lab, Northfield)", "(R-Telse)".
func (r *reading) seat(u unit, i int) text.Span {
	w := r.tokens[i].Of(r.text)
	lettered := len(w) > 3 && len(w) < 12 && w[1] == '-' && 'A' <= w[0] && w[0] <= 'Z' && 'A' <= w[2] && w[2] <= 'Z'
	if !lettered && !hasWord("lab labour con conservative conservatives lib libdem liberal ld green greens snp plaid reform ukip dup sdlp alliance alba independent ind republican democrat democratic labor nationalist ", r.tokens[i].Of(r.low)) || r.tokens[i].kind != word {
		return text.Span{}
	}
	end := i + 1
	for end < u.end && end < i+7 && (r.tokens[end].kind == word && r.tokens[end].is(capital|preposition|coordinator) || r.tokens[end].kind == comma && r.tokens[i-1].kind == bracket) {
		end++
	}
	if end < u.end && r.tokens[end].kind == stop && lettered {
		return text.Span{Start: r.tokens[i].Start, End: r.tokens[end].End} // "D-Ark."
	}
	if end >= u.end || r.tokens[end].kind != r.tokens[i-1].kind {
		return text.Span{}
	}
	return r.span(i, end)
}

// doing returns what the clause with "who" whose verb is at token i, or an
// auxiliary before it, says that somebody does for the place or the trade that it
// names: "chairs the transport committee", "has taught there for ten years".
func (r *reading) doing(u unit, i int) text.Span {
	v := i
	for v+2 < u.end && (hasWord("has had ", r.tokens[v].Of(r.low)) || r.tokens[v].is(adverb) && !r.tokens[v].is(negation)) {
		v++
	}
	if r.tokens[i].is(adverb) {
		i = v // "who | now chairs"
	}
	if isBe(r.tokens[v].Of(r.low)) && v+3 < u.end {
		for v++; v+3 < u.end && r.tokens[v].is(adverb); {
			v++
		}
		i = v
		if w, n := r.tokens[v].Of(r.low), r.tokens[v+1]; w == "leading" && n.is(determiner) || w == "running" && (n.is(determiner) || n.Of(r.low) == "against") {
			return r.clause(u, v, v+1)
		}
		return r.acting(u, v) // "who is | chairing the inquiry"
	}
	w, n := r.tokens[v].Of(r.low), r.tokens[v+1]
	switch {
	case hasWord("leads led heads headed chairs chaired co-chairs runs ran run owns owned founded co-founded represents represented teaches taught coaches coached manages managed directs directed oversees oversaw edits edited commands commanded captains hosts presents studies researches organises organizes ", w):
	case hasWord("works worked serves served sits lives lived farms farmed volunteers specialises specializes plays played campaigns ", w):
		if !n.is(preposition|adverb) && !hasWord("next opposite alone here ", n.Of(r.low)) {
			return text.Span{}
		}
	default:
		return text.Span{}
	}
	if n.kind != word || n.is(objective|pronoun|auxiliary|that|interrogative) && !n.is(possessive) {
		return text.Span{}
	}
	return r.clause(u, i, v+1)
}

// acting returns the phrase at token i, behind a comma, that says for whom
// somebody acts: "representing the family", "in charge of roads", "for the Crown".
func (r *reading) acting(u unit, i int) text.Span {
	n := r.tokens[i+1]
	switch w := r.tokens[i].Of(r.low); {
	case w == "in" && n.Of(r.low) == "charge" && r.tokens[i+2].Of(r.low) == "of":
	case w == "for" && n.is(determiner) && hasWord("claimant claimants defence defense prosecution crown family council plaintiff plaintiffs state government respondent appellant company union defendant department ministry ", r.tokens[i+2].Of(r.low)):
		if i+3 < u.end && r.tokens[i+3].kind == word {
			return text.Span{} // "for the state funeral"
		}
	case w == "speaking" && hasWord("for on ", n.Of(r.low)) && !r.tokens[i+2].is(temporal|numeral|capital):
	case hasWord("representing chairing presiding heading overseeing ", w) && n.kind == word:
	case hasWord("running standing ", w) && n.Of(r.low) == "for":
	default:
		return text.Span{}
	}
	return r.clause(u, i, i+1)
}

// clause returns the phrase from token first to where the clause that goes on at
// token i ends.
func (r *reading) clause(u unit, first, i int) text.Span {
	for i < u.end && i < first+16 {
		t := r.tokens[i]
		if t.kind != word && !(t.kind == stop && i+1 < u.end && r.abbreviates(i-1)) && !(t.kind == other && t.Of(r.text) == "&") {
			break
		}
		if t.is(relative|subordinator|that|auxiliary|interrogative) && !t.is(capital) || t.is(coordinator) && (r.goesOnVerb(i+1, u.end) || i+2 < u.end && !r.tokens[i+1].is(determiner|preposition|capital|adverb|numeral) && r.tokens[i+2].is(determiner)) {
			break
		}
		if t.frame != 0 && t.name < 0 && t.form == past && t.frame&(takesClause|takesQuote) != 0 {
			return text.Span{} // no comma closes it, and the main verb may be one of several
		}
		i++
	}
	for i > first && (r.tokens[i-1].kind != word || r.tokens[i-1].is(preposition|coordinator|determiner) && !r.tokens[i-1].is(adverb|possessive) || r.tokens[i-1].Of(r.low) == "more") {
		i--
	}
	if i < first+2 || i == first+16 {
		return text.Span{}
	}
	return r.span(first, i)
}

// home returns the body behind "of" or "from" at the token before i that somebody
// is from: "of the Institute for Tides", but not "of Pell Street".
func (r *reading) home(u unit, i int) text.Span {
	if r.tokens[i].Of(r.low) == "the" {
		i++
	}
	if i >= u.end || r.tokens[i].name < 0 {
		return text.Span{}
	}
	n := r.names[r.tokens[i].name]
	e := &r.entities[n.entity]
	if n.run != i || e.isPerson() && e.person > 0 || n.end < u.end && (r.tokens[n.end].is(possessive) || r.modifies(n)) {
		return text.Span{}
	}
	body := e.words == 1 && r.tokens[i].Len() > 2 && allCapitals(r.tokens[i].Of(r.text)) && !r.tokens[i].is(placeName)
	for k := n.first; k < n.end; k++ {
		t := r.tokens[k]
		body = body || t.is(orgNoun) && !t.is(placeName) && !geographic(t.Of(r.low))
	}
	if !body || geographic(r.tokens[n.end-1].Of(r.low)) {
		return text.Span{}
	}
	return r.span(n.first, n.end)
}

// geographic reports whether w, in lower case, is for a place though bodies have
// it in their names too.
func geographic(w string) bool {
	return hasWord("street avenue road river lake island islands county city town village district province valley bay beach park north south east west bridge square hill close lane drive court house ", w)
}
