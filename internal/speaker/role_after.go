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
	if !r.hasRole(i, end) && !comparative(r.tokens[i+1].Of(r.low)) || r.namesBody(i, end) {
		return false
	}
	e.person, e.middle = e.person+2, true
	return true
}

// calledPerson reports whether what stands beside a name of two or three words, that
// sounds like a body’s, can be said of a person only: "Jo Ellen Park, a retired
// teacher,".
func (r *reading) calledPerson(u unit, n name) bool {
	e := &r.entities[n.entity]
	if e.words < 2 || e.words > 3 || e.organization > 5 || r.tokens[n.first].is(orgNoun|placeName|determiner) || n.run > u.first && r.tokens[n.run-1].Of(r.low) == "the" {
		return false
	}
	for k := n.first; k < n.end; k++ {
		if t := r.tokens[k]; !t.is(capital) || t.kind != word || len(t.Of(r.text)) > 1 && allCapitals(t.Of(r.text)) {
			return false
		}
	}
	called := false
	if i := n.end + 1; i+1 < u.end && r.tokens[n.end].kind == comma {
		called = r.callsPerson(i, r.wordsEnd(i, min(i+8, u.end)))
	}
	if c := n.run - 1; !called && c > u.first && r.tokens[c].kind == comma {
		i := c
		for i > u.first && i > c-8 && r.tokens[i-1].kind == word && !(i < c && r.tokens[i].is(determiner) && r.tokens[i-1].Of(r.low) != "of") {
			i--
		}
		called = r.callsPerson(i, c)
	}
	if called {
		e.person, e.middle = e.organization+1, true
	}
	return called
}

// callsPerson reports whether the head of the phrase, behind its determiner, is a
// noun that no body goes by.
func (r *reading) callsPerson(i, end int) bool {
	if i >= end || !r.tokens[i].is(determiner) || r.tokens[i].is(numeral) || r.namesBody(i, end) || !r.headed(i, end) {
		return false
	}
	head := i
	for k := i; k < end && !r.tokens[k].is(preposition|relative); k++ {
		if r.tokens[k].is(roleNoun) {
			head = k
		}
	}
	return head > i && !eitherRole(r.tokens[head].Of(r.low))
}

// eitherRole reports whether the role w, in lower case, is one that bodies have too.
func eitherRole(w string) bool {
	return hasWord("owner co-owner partner publisher producer developer investor landlord broker contractor builder maker leader rival donor backer supporter critic opponent advocate member ally champion winner star host sponsor finalist trader dealer seller vendor employer trustee creditor debtor neighbor neighbour friend forward carrier independent liberal conservative republican democrat socialist libertarian contender candidate nominee brewer printer controller agent consultant adviser advisor specialist expert player customer client tenant claimant defendant plaintiff respondent petitioner appellant complainant victim survivor successor predecessor counterpart parent sibling sister native resident visitor incumbent challenger grower distiller importer exporter operator provider competitor lender publisher campaigner observer model general national broadcaster retailer designer architect auctioneer auditor accountant bookmaker bookseller distributor head chief ", w)
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
		if k := r.predicate(u, i); k > 0 && !(n.run > u.first && hasWord("if whether unless ", r.tokens[n.run-1].Of(r.low))) {
			r.addApposition(u, n, k)
		}
		if n.run > u.first && appointed(r.tokens[n.run-1].Of(r.low)) && !r.tokens[i].is(possessive) {
			if w == "as" {
				i++ // "named Kim Song as the chair"
			}
			if i < u.end && r.headed(i, r.wordsEnd(i, min(i+8, u.end))) {
				r.addApposition(u, n, i)
			}
			return
		}
		if w == "who" && i+2 < u.end {
			if k := r.predicate(u, i+1); k > 0 {
				r.addApposition(u, n, k)
			}
		}
		return
	}
	if k := r.overSeat(u, i); k > i {
		i = k // "Kim Song (D-Telse), the panel’s chairwoman,"
	}
	if r.tokens[i].kind != comma && r.tokens[i].kind != dash && r.tokens[i].kind != bracket {
		return
	}
	i++
	if r.tokens[i].is(numeral) && i+2 < u.end && r.tokens[i+1].kind == comma { // an age
		i += 2
	}
	if r.tokens[i].is(coordinator) {
		return // "Kim Song, 43, and her neighbour Tomas Hale"
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
	if k := r.became(u, i); k > 0 {
		r.addApposition(u, n, k)
		return
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

// overSeat returns the comma behind the short parenthesis at token i that says
// which party or place somebody sits for; i where there is none.
func (r *reading) overSeat(u unit, i int) int {
	if r.tokens[i].kind != bracket {
		return i
	}
	for k := i + 1; k+2 < u.end && k < i+6; k++ {
		if r.tokens[k].kind == bracket {
			if r.tokens[k+1].kind == comma && r.seat(u, i+1).Len() > 0 && !r.opensName(k+2, u.end) {
				return k + 1
			}
			break
		}
	}
	return i
}

// became returns the token at which the role begins that the clause with "who" at
// token i leads up to: "who rose from the shop floor to become | the chairman"; 0
// where it leads to none.
func (r *reading) became(u unit, i int) int {
	if r.tokens[i].Of(r.low) != "who" {
		return 0
	}
	for k := i + 2; k+2 < u.end && k < i+16 && r.tokens[k].kind == word; k++ {
		if hasWord("become becoming ", r.tokens[k].Of(r.low)) {
			return k + 1
		}
	}
	return 0
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
	case hasWord("is was remains became ’s 's ", w) && r.tokens[i].is(auxiliary|verbal):
		i++
	case hasWord("has had ", w) && i+2 < u.end && r.tokens[i+1].Of(r.low) == "been":
		i += 2
	case hasWord("serves served works worked acts acted ", w) && i+2 < u.end && r.tokens[i+1].Of(r.low) == "as":
		i += 2
	default:
		return 0
	}
	i = r.afterAge(u, i)
	if i+1 < u.end && appointed(r.tokens[i].Of(r.low)) {
		if i++; r.tokens[i].Of(r.low) == "as" {
			i++ // "was elected mayor", "has been named as the head of the bank"
		}
		if i >= u.end || !r.hasRole(i, min(i+5, u.end)) {
			return 0
		}
	}
	if i >= u.end {
		return 0
	}
	if t := r.tokens[i]; t.is(determiner) && (!t.is(possessive) || r.hasRole(i, min(i+4, u.end))) {
		return i
	} else if participial(t.Of(r.low)) && !t.is(capital) && !attributive(t.Of(r.low)) {
		return 0 // "is supporting Senator Vale"
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

// appointed reports whether w, in lower case, is the participle of a verb that
// gives somebody a post.
func appointed(w string) bool {
	return hasWord("elected re-elected appointed reappointed named crowned chosen ordained nominated installed confirmed ", w)
}

// attributive reports whether the participle w, in lower case, stands before a
// role: "acting head", "visiting professor".
func attributive(w string) bool {
	return hasWord("acting leading visiting founding managing presiding sitting outgoing incoming reigning ruling practising practicing working aspiring budding retiring serving attending consulting defending surviving returning investigating prosecuting commanding campaigning touring ", w)
}

// opensVerb reports whether the phrase at token i is what its subject does and
// not what he or she is: "Karin’s daughter, Tuva, | spends her summers here".
func (r *reading) opensVerb(i, limit int) bool {
	if i+1 >= limit {
		return false
	}
	t, n := r.tokens[i], r.tokens[i+1]
	w := t.Of(r.low)
	if t.kind != word || t.is(capital|determiner|rolePrefix|roleNoun) || t.name >= 0 || len(w) < 4 {
		return false
	}
	object := n.is(determiner|pronoun|objective|that) && n.kind == word
	switch {
	case participial(w) && !attributive(w):
		return object || n.is(preposition|to|capital)
	case t.is(verbal) || w[len(w)-2:] == "ed" || t.frame != 0 && t.form == past:
		return object || n.is(preposition|to)
	case endsInS(w):
		return object
	}
	return false
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
	if hasWord("in for until from at by then now later today ", w) {
		v = r.sinceWhen(u)
		w = r.tokens[v].Of(r.low)
	}
	if w != "he" && w != "she" {
		return
	}
	k := u.first
	if v == u.first || r.tokens[u.first].is(preposition|adverb|temporal|subordinator) && !r.tokens[u.first].is(roleNoun|rolePrefix) {
		if k = r.predicate(u, v+1); k == 0 {
			return
		}
	} else if r.saysIt(u, v+1) {
		return // "The mayor, she charged, knew"
	}
	if s := r.singular(w); s.entity >= 0 && s.kind == Person {
		r.addApposition(u, name{entity: s.entity}, k)
	}
}

// sinceWhen returns the pronoun behind the words at the head of the unit that say
// when: "For seven years | he was consul at Kesh"; the first token where none does.
func (r *reading) sinceWhen(u unit) int {
	for i := u.first + 1; i+2 < u.end && i < u.first+8; i++ {
		t := r.tokens[i]
		if t.is(pronoun) {
			return i
		}
		if t.name >= 0 || t.kind != word && t.kind != comma || t.is(auxiliary|verbal|relative|roleNoun) || t.frame != 0 {
			break
		}
	}
	return u.first
}

// saysIt reports whether the verb at token v, adverbs before it, reports what
// stands on either side of it.
func (r *reading) saysIt(u unit, v int) bool {
	for v+1 < u.end && r.tokens[v].is(adverb|auxiliary) && r.tokens[v].frame == 0 {
		v++
	}
	if v+1 >= u.end || r.tokens[v].frame&(takesClause|takesQuote) == 0 {
		return false
	}
	n := r.tokens[v+1]
	return n.kind == comma || n.is(temporal|preposition|adverb) && r.nextComma(v+1, min(u.end, v+6)) > 0
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
		if n.Of(r.low) == "of" {
			r.takesUpOf(u, i)
			return
		}
		if w := n.Of(r.low); n.kind == comma || n.kind == word && n.name < 0 && (n.is(auxiliary|verbal) || n.frame != 0 || w[len(w)-1] == 's' && !n.is(orgNoun|possessive|groupNoun|pronoun|preposition)) {
			if s := r.described(phrase{u.first, i + 1}, t); s.entity >= 0 && s.kind == Person {
				r.attend(s)
			}
		}
		return
	}
}

// takesUpOf attends to the person just named of whom the article has said nothing,
// where the unit opens with what he or she is over: "Caught between them is Kim
// Song. The head of the kennels has not been paid." The role is at token i.
func (r *reading) takesUpOf(u unit, i int) {
	w, f := r.tokens[i].Of(r.low), r.lastMet(u.first)
	if f.entity < 0 || f.kind != Person || len(r.entities[f.entity].roles) > 0 || attendant(w) || bystander(w) || r.bears(w) {
		return
	}
	e := &r.entities[f.entity]
	if e.words < 2 || e.name.End+200 < u.Start || e.first+1 < len(r.names) && r.names[e.first+1].first < u.first && r.entities[r.names[e.first+1].entity].isPerson() && r.names[e.first+1].entity != f.entity {
		return
	}
	end := i + 2
	for end < u.end && end < i+12 {
		t := r.tokens[end]
		if t.kind != word || t.is(auxiliary|relative|pronoun|subordinator|that) || t.name < 0 && (t.is(verbal) || t.frame != 0 && t.form != base) {
			break
		}
		end++
	}
	p := phrase{u.first, i + 1}
	if t := r.tokens[min(end, u.end-1)]; end-i < 3 || end >= u.end || t.kind == stop || r.namedNext(phrase{u.first, end}) || !r.suits(f.entity, p, w) {
		return
	}
	r.addRole(name{entity: f.entity}, u.first+1, end)
	r.attend(f)
}

// frontedRole returns the pronoun that a phrase which opens the unit says a
// role of: "A former engineer, now head of safety, | he"; -1 for none.
func (r *reading) frontedRole(u unit) int {
	c := r.nextComma(u.first, min(u.end, u.first+16))
	if c == 0 || !r.hasRole(u.first, c) {
		return -1
	}
	for i := u.first; i < c; i++ {
		t := r.tokens[i]
		if t.kind != word || t.is(auxiliary|pronoun|subordinator) || t.frame != 0 && t.form == past && t.frame&takesClause != 0 {
			return -1
		}
		if t.is(verbal) && !t.is(roleNoun|rolePrefix|capital) && (r.tokens[i-1].is(adverb) || r.tokens[u.first].Of(r.low) == "the") {
			return -1 // "The governor barely qualified for the debate, but he"
		}
	}
	if r.tokens[c+1].is(coordinator) {
		return -1
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
	limit := n.end
	if c := r.nextComma(n.end+1, min(u.end, n.end+24)); limit < u.end && r.tokens[limit].kind == comma && r.tokens[limit+1].is(relative) && c > 0 {
		limit = c // "Kim Song, whose lamps are in every hall, has been sacked as chairman"
	}
	for i := n.end; i+2 < u.end && i < limit+14; i++ {
		t := r.tokens[i]
		if t.name >= 0 && r.entities[r.names[t.name].entity].isPerson() || t.kind == quote || t.kind == semicolon {
			return
		}
		if t.Of(r.low) != "as" || !hasWord("year years term terms seasons spell career job down removed elected appointed sacked ousted resigned retired serves served works worked speaking acting ", r.tokens[i-1].Of(r.low)) {
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
	first := r.apposedAt(u, i)
	if r.opensVerb(first, u.end) {
		return
	}
	i, head := r.apposedEnd(u, n, first)
	if i <= first {
		return
	}
	if i < u.end && i-first < 3 && r.tokens[i].Of(r.low) == "who" && hasWord("man woman person girl boy lady ", r.tokens[i-1].Of(r.low)) {
		i = r.markEnd(u, i+1) // "the man who built it"
	}
	if i-2 > first && r.tokens[i-1].is(auxiliary) {
		i -= 2 // "the only candidate | to have pledged"
	}
	if !r.hasRole(first, i) {
		if head && r.namesBody(first, i) {
			r.entities[n.entity].organization += 3 // "Hallam Pumps, the maker of …"
		}
		if i < u.end && (r.tokens[i].kind == word && !r.tokens[i].is(relative) || r.tokens[i].kind == quote) {
			return // "According to Marn, the bridge will stand"
		}
		if r.untimely(first, i) {
			return // "gave Kim Song, his owner, a month to find it a home"
		}
	}
	if r.inFront(u, n) && (i >= u.end || r.tokens[i].kind != comma && !r.tokens[i].is(relative)) {
		return // "According to Marn, a sale of the port is near."
	}
	if head {
		r.addRole(n, first, r.dateless(first, i))
		r.secondRole(u, n, i)
	}
}

// apposedAt returns where the phrase at token i begins behind what says when, how
// surely or by whose vote somebody is what it tells.
func (r *reading) apposedAt(u unit, i int) int {
	if appointed(r.tokens[i].Of(r.low)) && i+1 < u.end {
		i++ // "Kim Song, elected chair in May,"
	}
	for i+2 < u.end && hasWord("perhaps arguably probably possibly still once now then formerly ", r.tokens[i].Of(r.low)) && r.tokens[i+1].is(determiner) {
		i++
	}
	return r.overYears(u, i) // "for forty years | his partner in the yard"
}

// apposedEnd returns where the phrase that begins at token first behind the name n
// ends, and whether it can be a role; first where it is none.
func (r *reading) apposedEnd(u unit, n name, first int) (end int, head bool) {
	i, owned := first, false
	head = r.headAssumed(u, n, first)
	for ; i < u.end && i-first < 24; i++ {
		t := r.tokens[i]
		switch r.apposedWord(u, first, i, head) {
		case apposedGoesOn:
			continue
		case apposedEnds:
			return i, head
		case apposedFails:
			return first, false
		}
		if t.is(roleNoun) {
			head = true
		} else if owned = owned || t.is(possessive); !head && (owned || t.is(coordinator) || t.name >= 0) && !t.is(to) && r.hasRole(i, r.wordsEnd(i, min(i+5, u.end))) {
			continue // "Vale’s ousted campaign manager", "research and policy director"
		} else if !head && (t.is(preposition|coordinator|to) || t.is(verbal) && (t.form != noForm || i == first && commonVerb(t.Of(r.low)) && !t.is(capital))) {
			return first, false
		}
	}
	return i, head
}

// headAssumed reports whether the phrase at token first is a role though the lexicon
// may know none of its nouns: one with an article behind the comma of a full name.
func (r *reading) headAssumed(u unit, n name, first int) bool {
	if w := r.tokens[first].Of(r.low); w != "a" && w != "an" && w != "the" {
		return r.oneOf(first, u.end) // "one of the governor’s aides"
	}
	b := r.tokens[max(first-1, 0)]
	full := r.entities[n.entity].words > 1 || first+1 < u.end && comparative(r.tokens[first+1].Of(r.low))
	return full && (b.kind == comma || first > 1 && b.is(adverb) && r.tokens[first-2].kind == comma)
}

// What a word does to the phrase in apposition that it stands in.
const (
	apposedCounts = iota // as any word does
	apposedGoesOn
	apposedEnds
	apposedFails
)

// apposedWord returns what the word at token i does to the phrase that began at
// token first.
func (r *reading) apposedWord(u unit, first, i int, head bool) int {
	t := r.tokens[i]
	switch {
	case t.kind == stop && i+1 < u.end && r.abbreviates(i-1) || t.kind == other && t.Of(r.text) == "&":
		return apposedGoesOn
	case t.kind != word:
		return apposedEnds
	case t.Of(r.low) == "as" && i > first && hasWord("successor predecessor ", r.tokens[i-1].Of(r.low)):
		return apposedGoesOn
	case t.is(auxiliary) && i > first+1 && r.tokens[i-1].is(to):
		return apposedGoesOn // "the last person to have lived there"
	case t.is(relative|auxiliary|subordinator|pronoun|interrogative) || t.is(that) && head:
		return apposedEnds
	case i > first && t.form == past && hasWord("most least ", r.tokens[i-1].Of(r.low)):
		return apposedGoesOn // "the most feared lobbyist"
	case t.frame != 0 && t.form == past && t.frame&(takesClause|takesQuote) != 0:
		if i > first && r.tokens[i-1].is(roleNoun) && r.saysIt(u, i) {
			return apposedFails // "Kim Song, a spokesman explained, “never wrote”"
		}
		return apposedEnds
	case head && t.is(coordinator) && (r.goesOnVerb(i+1, u.end) || r.anotherIs(u, i+1)):
		return apposedEnds // "the first woman and | Hale the first man"
	case head && r.otherPerson(first, i):
		if m := r.names[t.name].end; r.tokens[first].Of(r.low) == "the" && m < u.end && (r.tokens[m].is(adverb|auxiliary|verbal) || r.tokens[m].frame != 0) {
			return apposedEnds // "the best friend | Hale ever had"
		}
		return apposedFails // "Kim Song, the singer Tomas Hale and others"
	}
	return apposedCounts
}

// markEnd returns where the clause with "who" ends whose first token behind it is i;
// the "who" where no mark closes it.
func (r *reading) markEnd(u unit, i int) int {
	for k := i; k < u.end && k < i+14; k++ {
		t := r.tokens[k]
		if t.kind == quote || t.is(relative|subordinator|that|interrogative) && !t.is(capital) {
			break
		}
		if t.kind == comma || t.kind == stop || t.kind == dash || t.kind == semicolon || t.kind == bracket {
			if k > i+1 {
				return k
			}
			break
		}
	}
	return i - 1
}

// secondRole adds what the words behind a role, which ends at token i, say of its
// bearer besides: "a baker | who is also a pilot", "chair of the board, | a nurse,".
func (r *reading) secondRole(u unit, n name, i int) {
	closed := i+2 < u.end && r.tokens[i].kind == comma
	if closed {
		i++
	}
	if i+2 >= u.end {
		return
	}
	switch w := r.tokens[i].Of(r.low); {
	case w == "who":
		k := i + 1
		for k+2 < u.end && r.tokens[k].is(adverb) && !r.tokens[k].is(negation) {
			k++
		}
		if hasWord("has had ", r.tokens[k].Of(r.low)) {
			k++
			for k+2 < u.end && r.tokens[k].is(adverb) && !r.tokens[k].is(negation) {
				k++
			}
			if w := r.tokens[k].Of(r.low); w != "been" && w != "become" {
				return
			}
			k++
		} else if k = r.predicate(u, k); k == 0 {
			return
		}
		if end := r.wordsEnd(k, min(k+8, u.end)); r.headed(k, end) {
			r.addApposition(u, n, k)
		}
	case closed && (w == "a" || w == "an") && !r.tokens[i-2].is(capital|roleNoun|numeral) || closed && (w == "a" || w == "an") && r.tokens[i-2].is(roleNoun) && !r.underPreposition(i-2):
		end := r.wordsEnd(i, min(i+10, u.end))
		if end < u.end && (r.tokens[end].kind == comma || r.tokens[end].kind == stop || r.tokens[end].is(relative)) && r.headed(i, end) && !r.otherwiseNamed(i, end) {
			r.addApposition(u, n, i)
		}
	}
}

// underPreposition reports whether a preposition stands before the noun at token i in its
// phrase: "mother of a | victim".
func (r *reading) underPreposition(i int) bool {
	for k := i - 1; k >= 0 && k > i-6 && r.tokens[k].kind == word; k-- {
		if r.tokens[k].is(preposition) {
			return true
		}
	}
	return false
}

// otherwiseNamed reports whether a person is named in the tokens, or right behind
// the comma that ends them.
func (r *reading) otherwiseNamed(i, end int) bool {
	for k := i; k < end; k++ {
		if t := r.tokens[k]; t.name >= 0 && r.entities[r.names[t.name].entity].isPerson() && !(r.names[t.name].end < end && r.tokens[r.names[t.name].end].is(possessive)) {
			return true
		}
	}
	return r.namedNext(phrase{i, end})
}

// dateless returns the end of the phrase [first, end) without the day, or for a
// post that is taken up the month or year, that closes it.
func (r *reading) dateless(first, end int) int {
	if end-3 < first || !hasWord("on in last this since ", r.tokens[end-2].Of(r.low)) {
		return end
	}
	last := r.tokens[end-1]
	switch w := r.tokens[end-2].Of(r.low); {
	case w == "on" && last.is(temporal), w == "last" || w == "this", w == "since" && last.is(temporal|numeral):
		if last.is(temporal|numeral) || hasWord("week month year night summer spring autumn winter ", last.Of(r.low)) {
			return end - 2
		}
	case w == "in" && last.is(temporal|numeral):
		for k := first - 1; k >= 0 && k > first-4; k-- {
			if v := r.tokens[k].Of(r.low); appointed(v) || v == "became" || v == "served" {
				return end - 2
			}
		}
	}
	return end
}

// untimely reports whether the head of the phrase [first, end), which no role is, is
// for a time, a thing or a deed.
func (r *reading) untimely(first, end int) bool {
	k := first
	for k+1 < end && !r.tokens[k+1].is(preposition|to|coordinator|verbal) && r.tokens[k+1].Of(r.low) != "born" {
		k++
	}
	return abstract(r.tokens[k].Of(r.low))
}

// overYears returns the determiner behind the years that the words at token i count;
// i where they count none.
func (r *reading) overYears(u unit, i int) int {
	if r.tokens[i].Of(r.low) != "for" {
		return i
	}
	for k := i + 2; k+2 < u.end && k < i+5; k++ {
		if hasWord("years months decades seasons ", r.tokens[k].Of(r.low)) && r.tokens[k+1].is(determiner) {
			return k + 1
		}
	}
	return i
}

// comparative reports whether w, in lower case, tells one of a few from the rest.
func comparative(w string) bool {
	return hasWord("older younger elder eldest youngest oldest ", w)
}

// inFront reports whether the name n closes a phrase with a preposition that opens
// the unit, so that the clause which the unit makes is still to come.
func (r *reading) inFront(u unit, n name) bool {
	i := n.run - 1
	for i > u.first && (r.tokens[i].is(roleNoun|rolePrefix|determiner) || r.tokens[i].is(to)) {
		i--
	}
	if i < u.first {
		return false
	}
	if w := r.tokens[i].Of(r.low); w == "according" && r.tokens[i].is(capital) {
		return true
	}
	return i == u.first && r.tokens[i].kind == word && (r.tokens[i].is(preposition) || r.tokens[i].Of(r.low) == "asked")
}

// goesOnVerb reports whether a verb stands behind the coordinator before token i:
// "a pollster and | runs the firm".
func (r *reading) goesOnVerb(i, limit int) bool {
	from := i
	for i < limit && r.tokens[i].is(adverb) && !r.tokens[i].is(rolePrefix) {
		i++
	}
	if i+1 >= limit {
		return false
	}
	t, n := r.tokens[i], r.tokens[i+1]
	w := t.Of(r.low)
	if t.kind != word || t.is(capital|roleNoun|rolePrefix|determiner) {
		return false
	}
	if t.is(auxiliary|pronoun) || t.is(verbal) && !n.is(roleNoun|rolePrefix) && !r.hasRole(i+1, min(i+3, limit)) || t.frame != 0 && t.frame&likeNoun == 0 && (t.form == past || t.form == present) {
		return true
	}
	return len(w) > 3 && endsInS(w) && n.kind == word && (n.is(determiner|numeral) || i > from && n.is(preposition))
}

// anotherIs reports whether the name at token i has a phrase of its own behind it.
func (r *reading) anotherIs(u unit, i int) bool {
	if i >= u.end || r.tokens[i].name < 0 {
		return false
	}
	n := r.names[r.tokens[i].name]
	return n.end < u.end && r.tokens[n.end].is(determiner) && r.entities[n.entity].isPerson()
}

// otherPerson reports whether somebody is named at token i right behind a role,
// which is then his or hers.
func (r *reading) otherPerson(first, i int) bool {
	k := r.tokens[i].name
	if k < 0 || r.names[k].run != i || i == first || !r.tokens[i-1].is(roleNoun) || r.tokens[i-1].is(capital) {
		return false
	}
	if e := &r.entities[r.names[k].entity]; !e.isPerson() || e.words < 2 || !r.tokens[i].is(firstName) && e.mentions < 2 {
		return false
	}
	for j := first; j < i; j++ {
		if r.tokens[j].is(preposition|possessive) && !r.tokens[j].is(determiner) {
			return false // "assistant to the manager Tomas Hale"
		}
	}
	return true
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
		case "operator":
			if i == first || !hasWord("crane forklift machine camera switchboard radio winch lift digger excavator press tractor drone telephone computer loom sewing ", r.tokens[i-1].Of(r.low)) {
				return true // but "a crane operator"
			}
		default:
			if company(w) {
				return true
			}
		}
	}
	return false
}
