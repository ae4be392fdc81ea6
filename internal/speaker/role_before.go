package speaker

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
