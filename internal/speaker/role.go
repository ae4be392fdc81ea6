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
			if !r.entities[n.entity].isPerson() && !r.introducedAlone(u, n) {
				r.bodyAfter(u, n)
				continue
			}
			r.roleBefore(u, n)
			r.appositionBefore(u, n)
			r.appositionAfter(u, n)
			r.postAfter(u, n)
		}
	}
}

// introducedAlone reports whether an apposition tells that a name of one word is a
// person’s: "Senait, a mother of three,".
func (r *reading) introducedAlone(u unit, n name) bool {
	e := &r.entities[n.entity]
	i := n.end + 1
	if e.words > 1 || e.organization > 0 || i+2 >= u.end || r.tokens[n.end].kind != comma || !r.tokens[i].is(determiner) {
		return false
	}
	end := r.wordsEnd(i, min(i+8, u.end))
	for k := i; k < end; k++ {
		if t := r.tokens[k]; t.is(preposition) {
			end = k
		}
	}
	if !r.hasRole(i, end) || r.namesBody(i, end) {
		return false
	}
	e.person, e.middle = e.person+2, true
	return true
}

// bodyAfter notes what the apposition behind a name that is not known to be a
// person’s says of a body: "Saravand, an oil producer,".
func (r *reading) bodyAfter(u unit, n name) {
	i := n.end + 1
	if i+1 >= u.end || r.tokens[n.end].kind != comma || !r.tokens[i].is(determiner) || n.run > u.first && hasWord("in from across at ", r.tokens[n.run-1].Of(r.low)) {
		return // "In Ulmar, the company said"
	}
	end := r.wordsEnd(i, min(i+8, u.end))
	if e := &r.entities[n.entity]; r.namesBody(i, end) {
		e.organization, e.middle = e.organization+3, true
		for k := i; k < end; k++ {
			if t := r.tokens[k]; t.is(preposition) || t.is(verbal) && k > i+1 {
				end = k
			}
		}
		if len(e.roles) < maxRoles {
			e.roles = append(e.roles, r.span(i+1, max(end, i+2)))
		}
	}
}

func (r *reading) addRole(n name, first, end int) {
	several := r.oneOf(first, end)
	for first < end && !several && (r.tokens[first].is(determiner) && !r.tokens[first].is(possessive) || r.tokens[first].is(coordinator|adverb) || r.tokens[first].kind != word) {
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
		e.female, e.male = e.female || her, e.male || his
	}
	e.person++
}

// ownRole returns where the phrase [first, end) begins to say what the person with
// the name n is; end where it says somebody else’s role.
func (r *reading) ownRole(n name, first, end int) int {
	if first >= end {
		return end
	}
	t := r.tokens[first]
	switch {
	case first+1 < end && hasWord("day week month year moment ", t.Of(r.low)) && r.tokens[first+1].is(roleNoun):
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
		if k < 0 || i != r.names[k].first || r.names[k].end < end && r.tokens[r.names[k].end].is(possessive) || r.names[k].entity == n.entity || !r.tokens[i-1].is(capital) || !r.tokens[i-1].is(roleNoun|rolePrefix|honorific) {
			continue
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

// prenominal returns where the phrase that ends before token end and says a
// role begins; end where none does.
func (r *reading) prenominal(u unit, end int) int {
	i, head := end, false
	for i > u.first {
		t := r.tokens[i-1]
		if t.kind == stop && r.abbreviates(i-2) && i-2 >= u.first && r.tokens[i-2].End == t.Start {
			i--
			continue
		}
		if t.kind != word || t.is(pronoun|coordinator|subordinator|relative|interrogative|auxiliary|temporal|negation|objective|honorific) && !(t.is(possessive) && !t.is(objective)) {
			break
		}
		if !head {
			head = true
			switch {
			case t.is(roleNoun):
				i--
				continue
			case i-3 >= u.first && r.tokens[i-2].Of(r.low) == "of" && r.tokens[i-3].is(roleNoun) && !t.is(determiner|capital|pronoun):
				i -= 3 // "chief of staff Dana Marn"
				continue
			}
			return end
		}
		if t.is(determiner) || t.is(preposition) && t.Of(r.low) != "of" || t.is(to) || t.is(verbal) && !t.is(rolePrefix) && !t.is(capital) || t.frame != 0 && t.form != base && t.form != noForm && !t.is(capital) && !t.is(roleNoun) {
			break
		}
		if t.is(adverb) && !t.is(rolePrefix) && !t.is(capital) || t.frame != 0 && t.form == base && t.frame&likeNoun == 0 && !t.is(capital|rolePrefix|roleNoun) {
			break
		}
		if !t.is(capital|rolePrefix|roleNoun|possessive) && r.tokens[i].is(capital) && r.tokens[i].is(roleNoun) {
			break // "did not satisfy Councillor Poole"
		}
		if t.Of(r.low) == "of" && !(i-2 >= u.first && r.tokens[i-2].is(roleNoun)) {
			break
		}
		i--
	}
	if !head {
		return end
	}
	if i < end && r.tokens[i].is(possessive) && !r.tokens[i].is(determiner) {
		i++ // a stray ’s
	}
	return i
}

func (r *reading) roleBefore(u unit, n name) {
	end := n.first
	for end > u.first && (r.tokens[end-1].is(honorific) || r.tokens[end-1].kind == stop && end-2 >= u.first && r.tokens[end-2].is(honorific)) {
		end--
	}
	if o := n.run - 1; n.run < n.first && o > u.first && r.tokens[o].Of(r.low) == "of" && r.tokens[o-1].is(roleNoun) {
		r.addRole(n, r.prenominal(u, o), n.first) // "Supervisor of Wharves Ingrid Vale"
		return
	}
	if end-2 > u.first && end == n.run && hasWord("named called ", r.tokens[end-1].Of(r.low)) {
		end-- // "a county judge named Ingrid Vale"
	}
	if from := r.prenominal(u, end); from < end {
		r.addRole(n, from, end)
	} else if from := r.falseTitle(u, n); from < n.first {
		r.addRole(n, from, n.first)
	} else if from := r.employer(u, n); from < n.first {
		r.addRole(n, from, n.first-1)
	}
}

// employer returns where the name of the body begins that a person of whom
// nothing else is said belongs to: "Orvik Post’s Ingrid Vale"; n.first for none.
func (r *reading) employer(u unit, n name) int {
	i := n.run - 1
	if n.run != n.first || n.end-n.first < 2 || i <= u.first || !r.tokens[i].is(possessive) || r.tokens[i].is(determiner) || r.tokens[i-1].name < 0 || len(r.entities[n.entity].roles) > 0 {
		return n.first
	}
	m := r.names[r.tokens[i-1].name]
	if e := &r.entities[m.entity]; e.isPerson() || e.organization == 0 || r.tokens[m.end-1].is(placeName) || place(e.name.Of(r.low)) {
		return n.first
	}
	return m.first
}

// falseTitle returns where the nouns begin that stand right before the name n
// as nothing but what its bearer is does, though the lexicon does not know
// them: "said frontman Tomas Hale"; n.first where none do.
func (r *reading) falseTitle(u unit, n name) int {
	if r.direct || n.run != n.first || r.entities[n.entity].words < 2 || n.end-n.first < 2 || n.first == u.first {
		return n.first
	}
	if t := r.tokens[n.first-1]; t.kind != word || t.is(capital) || t.Len() < 4 || plural(t.Of(r.low)) || hasWord("year week month day night time versus plus minus aged including named called née alias mere good poor dear young little ", t.Of(r.low)) {
		return n.first
	}
	i := n.first
	for i > u.first && i > n.first-5 {
		t := r.tokens[i-1]
		if t.kind != word || t.is(^(capital | orgNoun | placeName | demonym | rolePrefix | medium | opening)) || t.frame != 0 || participial(t.Of(r.low)) || t.name >= 0 && r.entities[r.names[t.name].entity].isPerson() {
			break
		}
		i--
	}
	if i == n.first {
		return i
	}
	if i == u.first {
		return i
	}
	switch b := r.tokens[i-1]; {
	case b.kind == comma || b.kind == quote, b.is(determiner) && !b.is(numeral|relative) && b.Of(r.low) != "that":
		return i
	case b.kind == word && b.frame&inverts != 0 && (b.form == past || b.form == present) && i-2 >= u.first && (r.tokens[i-2].kind == quote || r.tokens[i-2].kind == comma):
		return i
	}
	return n.first
}

// appositionBefore reads "the mayor of Orvik, Kim Song,".
func (r *reading) appositionBefore(u unit, n name) {
	c := n.run - 1
	if c <= u.first || n.run != n.first && !r.tokens[n.run].is(honorific) || r.tokens[c].kind != comma {
		return
	}
	if n.end < u.end {
		if t := r.tokens[n.end]; t.kind == word && t.frame == 0 && !t.is(auxiliary|verbal|adverb) && !hasWord("of from at ", t.Of(r.low)) {
			return
		}
	}
	i, head := c, -1
	for i > u.first {
		t := r.tokens[i-1]
		if t.kind != word && t.kind != stop || t.is(pronoun|subordinator|relative|auxiliary|that) || t.frame != 0 && t.form == past {
			break
		}
		i--
		if t.is(roleNoun) {
			head = i
		}
		if t.is(determiner) && !(i > u.first && r.tokens[i-1].Of(r.low) == "of") && (head >= 0 && !r.governedByRole(u, i) || !r.precededByPreposition(u, i)) {
			break
		}
	}
	for i < c && r.tokens[i].is(preposition|coordinator|adverb|temporal) {
		i++
	}
	if head < 0 || head < i {
		if r.presents(u, i, c, n) {
			r.addRole(n, i, c)
		}
		return
	}
	for j := i; j < head; j++ { // the role must be the phrase's head
		if r.tokens[j].is(preposition) || r.tokens[j].is(verbal) && !(j > i && r.tokens[j-1].is(determiner)) {
			return // but "the works minister"
		}
	}
	r.addRole(n, i, c)
}

// presents reports whether the phrase [i, c) that opens the unit can only be
// what the name behind its comma is: "Her opposite number, Tomas Hale, said",
// "One of the authors, Ingrid Vale,".
func (r *reading) presents(u unit, i, c int, n name) bool {
	if i != u.first || c-i < 2 || c-i > 10 || r.entities[n.entity].words < 2 {
		return false
	}
	if r.tokens[i].Of(r.low) == "one" {
		return r.oneOf(i, c)
	}
	last := r.tokens[c-1]
	w := last.Of(r.low)
	return r.tokens[i].is(determiner) && !r.tokens[i].is(numeral) && r.tokens[i].Of(r.low) != "that" && last.kind == word && !plural(w) && last.frame == 0 && last.name < 0 &&
		!last.is(temporal|adverb|preposition|verbal|orgNoun|numeral|possessive) && !company(w) && !institution(w) && !mediumNoun(w) &&
		!hasWord("time year week month day night moment hour summer winter autumn spring minute end result way while weekend season case point year decade century ", w) &&
		n.end < u.end && (r.tokens[n.end].kind == comma || r.tokens[n.end].kind == word)
}

// oneOf reports whether the phrase [i, end) counts somebody among those it
// tells of: "one of the governor’s aides", but not "one of them".
func (r *reading) oneOf(i, end int) bool {
	return i+3 < end && r.tokens[i].Of(r.low) == "one" && r.tokens[i+1].Of(r.low) == "of" && r.tokens[i+2].is(determiner) && !hasWord("those these ", r.tokens[i+2].Of(r.low))
}

// governedByRole reports whether a role and a preposition precede token i: "a
// spokesman for | the".
func (r *reading) governedByRole(u unit, i int) bool {
	return i > u.first+1 && r.tokens[i-1].is(preposition) && r.tokens[i-2].is(roleNoun)
}

func (r *reading) precededByPreposition(u unit, i int) bool {
	return i > u.first && r.tokens[i-1].is(preposition)
}

// appositionAfter reads "Kim Song, the mayor of Orvik," and "Kim Song (the
// mayor)".
func (r *reading) appositionAfter(u unit, n name) {
	i := n.end
	if i+1 >= u.end {
		return
	}
	if r.tokens[i].kind == word {
		w := r.tokens[i].Of(r.low)
		if c := r.originEnd(u, i); c > 0 {
			r.addApposition(u, n, c+1)
			return
		}
		if k := r.predicate(u, i); k > 0 {
			r.addApposition(u, n, k)
		}
		if w == "who" && i+2 < u.end {
			if k := r.predicate(u, i+1); k > 0 {
				r.addApposition(u, n, k)
			}
		}
		return
	}
	if r.tokens[i].kind != comma && r.tokens[i].kind != dash && r.tokens[i].kind != bracket {
		return
	}
	i++
	if r.tokens[i].is(numeral) && i+2 < u.end && r.tokens[i+1].kind == comma { // an age
		i += 2
	}
	if w := r.tokens[i].Of(r.low); (w == "prosecuting" || w == "defending") && (i+1 >= u.end || r.tokens[i+1].kind == comma) {
		e := &r.entities[n.entity]
		e.roles, e.person = append(e.roles, r.tokens[i].Span), e.person+1
		return
	}
	if r.tokens[i].Of(r.low) == "who" && i+2 < u.end && hasWord("has had serves served ", r.tokens[i+1].Of(r.low)) {
		if k := r.predicate(u, i+1); k > 0 {
			r.addApposition(u, n, k)
			return
		}
	}
	for k := i; r.tokens[i].Of(r.low) == "who" && k < i+4 && k+2 < u.end; k++ {
		if w := r.tokens[k].Of(r.low); hasWord("is was remains became ", w) {
			for k+2 < u.end && (r.tokens[k+1].kind == comma || r.tokens[k+1].is(adverb|numeral|coordinator)) {
				k++ // "who is 68 and a librarian"
			}
			r.addApposition(u, n, k+1)
			return
		}
	}
	if k := r.predicate(u, i); k > 0 {
		r.addApposition(u, n, k) // "Kim Song, 43, is a nurse"
		return
	}
	if c := r.nextComma(i, min(u.end, i+14)); c > 0 && c+2 < u.end && !r.hasRole(i, c) && r.tokens[i].kind == word {
		if k := r.predicate(u, c+1); k > 0 {
			r.addApposition(u, n, k) // "Kim Song, known as Kit, is the mayor"
			return
		}
	}
	r.addApposition(u, n, i)
}

// originEnd returns the comma behind the phrase at token i that says where the
// person named before it is from, where a role follows: "of Orvik College, |
// the chair of the panel"; 0 where none does.
func (r *reading) originEnd(u unit, i int) int {
	if !hasWord("of from at ", r.tokens[i].Of(r.low)) {
		return 0
	}
	c := i + 1
	for c < u.end && c < i+9 && r.tokens[c].kind == word && !r.tokens[c].is(auxiliary|relative|subordinator|pronoun) && (r.tokens[c].frame == 0 || r.tokens[c].name >= 0) {
		c++
	}
	if c+2 >= u.end || r.tokens[c].kind != comma || !r.tokens[c+1].is(determiner) {
		return 0
	}
	end := c + 1
	for end < u.end && end < c+12 && r.tokens[end].kind == word && !r.tokens[end].is(auxiliary|relative) {
		end++
	}
	if !r.hasRole(c+1, end) {
		return 0
	}
	return c
}

// predicate returns the token at which the noun phrase begins that the verb at
// token i says of its subject: "is | the mayor", "has been | tree warden of
// Carver"; 0 where none does.
func (r *reading) predicate(u unit, i int) int {
	switch w := r.tokens[i].Of(r.low); {
	case hasWord("is was remains became ", w):
		i++
	case hasWord("has had ", w) && i+2 < u.end && r.tokens[i+1].Of(r.low) == "been":
		i += 2
	case hasWord("serves served ", w) && i+2 < u.end && r.tokens[i+1].Of(r.low) == "as":
		i += 2
	default:
		return 0
	}
	i = r.afterAge(u, i)
	if i >= u.end {
		return 0
	}
	if t := r.tokens[i]; t.is(determiner) && (!t.is(possessive) || r.hasRole(i, min(i+4, u.end))) {
		return i
	}
	for k := i; k < u.end && k < i+4; k++ { // a bare role and what it is over
		t := r.tokens[k]
		if t.kind != word || t.is(preposition|adverb|pronoun|negation) || t.is(verbal) && !t.is(roleNoun|rolePrefix) {
			return 0
		}
		if !t.is(roleNoun) {
			continue
		}
		if n := k + 1; n >= u.end || hasWord("of at for to in from with and ", r.tokens[n].Of(r.low)) || r.tokens[n].kind == comma || r.tokens[n].kind == stop {
			return i
		}
	}
	return 0
}

// afterAge returns the token behind adverbs and an age at token i: "61 and | a
// bus driver", "88, | a bachelor".
func (r *reading) afterAge(u unit, i int) int {
	for i+1 < u.end && r.tokens[i].is(adverb) && !r.tokens[i].is(negation|determiner|preposition) {
		i++
	}
	if i+2 >= u.end || !r.tokens[i].is(numeral) {
		return i
	}
	k := i + 1
	if r.tokens[k].Of(r.low) == "years" && r.tokens[k+1].Of(r.low) == "old" {
		k += 2
	}
	from := k
	for k < u.end && k < from+3 && (r.tokens[k].kind == comma || r.tokens[k].is(coordinator) || r.tokens[k].is(adverb) && k > from) {
		k++
	}
	if k == from {
		return i
	}
	return k
}

// introduces adds the role that a unit gives the person whom its subject stands
// for: "She is the director of the museum", "A retired nurse, she had kept the
// letters".
func (r *reading) introduces(u unit) {
	if u.first+2 >= u.end {
		return
	}
	v := u.first
	if r.tokens[v].Of(r.low) == "the" {
		r.takesUp(u)
	}
	if t := r.tokens[v]; t.is(determiner) && hasWord("a an the ", t.Of(r.low)) || t.is(roleNoun|rolePrefix) && t.name < 0 {
		if v = r.frontedRole(u); v < 0 {
			return
		}
	}
	w := r.tokens[v].Of(r.low)
	if w != "he" && w != "she" {
		return
	}
	k := u.first
	if v == u.first {
		if k = r.predicate(u, v+1); k == 0 {
			return
		}
	}
	if s := r.singular(w); s.entity >= 0 && s.kind == Person {
		r.addApposition(u, name{entity: s.entity}, k)
	}
}

// takesUp attends to the person whom the unit opens with by a description: "The
// former astronaut farms 1,100 acres."
func (r *reading) takesUp(u unit) {
	for i := u.first + 1; i+1 < u.end && i < u.first+6; i++ {
		t, n := r.tokens[i], r.tokens[i+1]
		if t.kind != word || t.is(preposition|auxiliary|possessive|determiner) || t.name >= 0 {
			return
		}
		if !t.is(roleNoun) || n.is(roleNoun) {
			continue
		}
		if w := n.Of(r.low); n.kind == comma || n.kind == word && n.name < 0 && (n.is(auxiliary|verbal) || n.frame != 0 || w[len(w)-1] == 's' && !n.is(orgNoun|possessive|groupNoun|pronoun|preposition)) {
			if s := r.described(phrase{u.first, i + 1}, t); s.entity >= 0 && s.kind == Person {
				r.attend(s)
			}
		}
		return
	}
}

// frontedRole returns the pronoun that a phrase which opens the unit says a
// role of: "A former engineer, now head of safety, | he"; -1 for none.
func (r *reading) frontedRole(u unit) int {
	c := r.nextComma(u.first, min(u.end, u.first+16))
	if c == 0 || !r.hasRole(u.first, c) {
		return -1
	}
	for i := u.first; i < c; i++ {
		if t := r.tokens[i]; t.kind != word || t.is(auxiliary|pronoun|subordinator) || t.frame != 0 && t.form == past && t.frame&takesClause != 0 {
			return -1
		}
	}
	for i := c; i+1 < u.end && i < c+12; i++ {
		if t := r.tokens[i]; t.kind == comma && r.tokens[i+1].is(pronoun) {
			return i + 1
		} else if t.is(auxiliary | pronoun) {
			break
		}
	}
	return -1
}

// postAfter reads the post that somebody holds or leaves: "Roache, in his sixth
// year as Orvik manager, praised his bench", "Vale has been removed as chief
// executive of the bank".
func (r *reading) postAfter(u unit, n name) {
	for i := n.end; i+2 < u.end && i < n.end+14; i++ {
		t := r.tokens[i]
		if t.name >= 0 && r.entities[r.names[t.name].entity].isPerson() || t.kind == quote || t.kind == semicolon {
			return
		}
		if t.Of(r.low) != "as" || !hasWord("year years term terms seasons spell career job down removed elected appointed sacked ousted resigned retired serves served works worked ", r.tokens[i-1].Of(r.low)) {
			continue
		}
		first, end, head := i+1, i+1, false
		for end < u.end && end < i+9 {
			t := r.tokens[end]
			if t.kind != word || t.is(auxiliary|relative|that|subordinator|pronoun|adverb|temporal) || head && t.is(preposition) && t.Of(r.low) != "of" || t.frame != 0 && t.form == past && !t.is(capital) {
				break
			}
			head = head || t.is(roleNoun)
			if !head && t.is(preposition) {
				return
			}
			end++
		}
		if head {
			r.addRole(n, first, end)
		}
		return
	}
}

// addApposition adds the phrase at token i if its head is a role.
func (r *reading) addApposition(u unit, n name, i int) {
	first, head := i, false
	if w := r.tokens[i].Of(r.low); w == "a" || w == "an" || w == "the" {
		head = i > 0 && r.entities[n.entity].words > 1 && r.tokens[i-1].kind == comma
	} else if r.oneOf(i, u.end) {
		head = true // "one of the governor’s aides"
	}
	owned := false
	for ; i < u.end && i-first < 24; i++ {
		t := r.tokens[i]
		if t.kind == stop && i+1 < u.end && r.abbreviates(i-1) || t.kind == other && t.Of(r.text) == "&" {
			continue
		}
		if t.kind != word {
			break
		}
		if t.is(relative|auxiliary|subordinator|pronoun|interrogative) || t.is(that) && head {
			break
		}
		if t.frame != 0 && t.form == past && t.frame&(takesClause|takesQuote) != 0 {
			break
		}
		if t.is(roleNoun) {
			head = true
		} else if owned = owned || t.is(possessive); !head && (owned || t.is(coordinator) || t.name >= 0) && !t.is(to) && r.hasRole(i, r.wordsEnd(i, min(i+5, u.end))) {
			continue // "Vale’s ousted campaign manager", "research and policy director"
		} else if !head && (t.is(preposition|coordinator|to) || t.is(verbal) && (t.form != noForm || i == first && commonVerb(t.Of(r.low)) && !t.is(capital))) {
			return
		}
	}
	assumed := !r.hasRole(first, i)
	if assumed && head && r.namesBody(first, i) {
		r.entities[n.entity].organization += 3 // "Hallam Pumps, the maker of …"
	}
	if assumed && i < u.end && r.tokens[i].kind == word && !r.tokens[i].is(relative) {
		return // "According to Marn, the bridge will stand"
	}
	if head && i > first {
		r.addRole(n, first, i)
	}
}

// wordsEnd returns the first token of [i, limit) that is no word, or limit.
func (r *reading) wordsEnd(i, limit int) int {
	for i < limit && r.tokens[i].kind == word && !r.tokens[i].is(auxiliary|relative|pronoun) {
		i++
	}
	return i
}

// namesBody reports whether the head of the phrase is a noun for a body.
func (r *reading) namesBody(first, end int) bool {
	if end < len(r.tokens) && r.tokens[end].Of(r.low) == "who" {
		return false // "a retired crane operator who"
	}
	for i := first; i < end; i++ {
		t := r.tokens[i]
		if t.is(preposition) {
			return false
		}
		switch w := t.Of(r.low); w {
		case "maker", "giant", "subsidiary", "chain", "startup", "start-up", "producer", "provider", "brand", "carrier", "utility", "lender", "insurer", "supplier", "shipyard", "brewer", "newspaper", "website", "magazine", "think-tank", "nonprofit", "non-profit", "pac", "outlet", "platform", "shop", "bakery", "dairy", "brewery", "store", "restaurant", "movement", "coalition", "alliance", "organization", "organisation", "body", "bloc":
			return true
		default:
			if company(w) {
				return true
			}
		}
	}
	return false
}

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
		if len(e.roles) > 1 && strings.HasSuffix(s, "-year-old") && !strings.Contains(s, " ") {
			continue // an age is the least that is known
		}
		if !dup {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	return out
}

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
