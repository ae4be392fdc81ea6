package speaker

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
