package speaker

import "strings"

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
		if head && t.kind == other && t.Of(r.text) == "&" && r.tokens[i].is(capital) && i-2 >= u.first && r.tokens[i-2].is(capital) {
			i -= 2 // "Pell & Marsh boss"
			continue
		}
		if head && t.is(coordinator) && r.twoPosts(u, i-1) {
			i -= 2 // "founder and chief executive"
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
		if r.tokens[i].is(possessive) && !r.tokens[i].is(determiner) && !t.is(determiner|preposition|adverb) {
			i-- // "the trust’s chairwoman", whatever else the noun may be
			continue
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

// twoPosts reports whether the coordinator at token c joins two roles of one
// person, which no article opens: "retired engineer and former mayor".
func (r *reading) twoPosts(u unit, c int) bool {
	if c <= u.first || r.tokens[c].Of(r.low) != "and" || !r.tokens[c-1].is(roleNoun) || r.tokens[c-1].name >= 0 || plural(r.tokens[c-1].Of(r.low)) {
		return false
	}
	i := c - 1
	for i > u.first && i > c-5 && r.tokens[i-1].kind == word && (r.tokens[i-1].is(rolePrefix|roleNoun) || r.tokens[i-1].is(capital) && !r.tokens[i-1].is(determiner|preposition)) && r.tokens[i-1].frame == 0 {
		i--
	}
	if i == u.first {
		return true
	}
	b := r.tokens[i-1]
	return b.kind == quote || b.kind == word && b.frame&inverts != 0 && (b.form == past || b.form == present)
}

func (r *reading) roleBefore(u unit, n name) {
	end := n.first
	for end > u.first && (r.tokens[end-1].is(honorific) || r.tokens[end-1].kind == stop && end-2 >= u.first && r.tokens[end-2].is(honorific)) {
		end--
	}
	if o := n.run - 1; n.run < n.first && o > u.first && hasWord("of for ", r.tokens[o].Of(r.low)) && r.tokens[o-1].is(roleNoun) && !r.tokens[n.run].is(honorific) && !r.tokens[n.first-1].is(roleNoun) && (!r.tokens[n.run].is(roleNoun) || r.tokens[n.run].is(rolePrefix|orgNoun)) {
		r.addRole(n, r.prenominal(u, o), n.first) // "Supervisor of Wharves Ingrid Vale", but "a critic of Mr. Vale"
		return
	}
	if end-2 > u.first && end == n.run && hasWord("named called ", r.tokens[end-1].Of(r.low)) {
		end-- // "a county judge named Ingrid Vale"
	}
	if from := r.prenominal(u, end); from < end {
		r.addRole(n, from, end)
	} else if from := r.longTitle(u, end); from < end {
		k := r.tokens[n.first].name
		r.names[k].title = from
		r.addRole(n, from, end)
	} else if from := r.falseTitle(u, n); from < n.first {
		r.addRole(n, from, n.first)
	} else if c := n.first - 1; c >= u.first && policeRank(r.tokens[c].Of(r.text)) {
		r.addRole(n, c, n.first) // "PC Kim Song"
	} else if from := r.employer(u, n); from < n.first {
		r.addRole(n, from, n.first-1)
	}
}

// longTitle returns where the title begins that says with a preposition what its
// bearer, named right behind it, is over: "Cabinet member for housing | Kim Song";
// end where none does. It opens the sentence or follows what somebody else’s
// clause ends with, so that the name is no part of it.
func (r *reading) longTitle(u unit, end int) int {
	i, governs := end, false
	for i > u.first && end-i < 9 {
		t := r.tokens[i-1]
		if t.kind != word || t.name >= 0 && r.entities[r.names[t.name].entity].isPerson() || t.is(pronoun|auxiliary|relative|subordinator|that|objective|temporal|honorific) && !t.is(rolePrefix) {
			break
		}
		if t.name < 0 && (t.frame != 0 && t.frame&likeNoun == 0 || t.is(verbal)) && !t.is(capital|roleNoun|rolePrefix|orgNoun) {
			break
		}
		i--
		governs = governs || i < end-1 && hasWord("of for ", t.Of(r.low))
	}
	if !governs {
		return end
	}
	if last := r.tokens[end-1]; last.is(preposition|determiner|coordinator|roleNoun) && !last.is(numeral) || hasWord("former late acting senior junior retired then interim ex outgoing current longtime ", last.Of(r.low)) {
		return end // "a friend of the singer Kim Song"
	}
	if i > u.first {
		b := r.tokens[i-1]
		inverted := b.frame&inverts != 0 && (b.form == past || b.form == present) && i-2 >= u.first && (r.tokens[i-2].kind == quote || r.tokens[i-2].kind == comma)
		if !inverted && b.kind != quote && b.kind != colon {
			return end
		}
	}
	from := i
	for from < end && r.tokens[from].is(determiner|adverb|coordinator) && !r.tokens[from].is(rolePrefix) {
		from++
	}
	for k := from; k < end && k < from+4; k++ {
		if t := r.tokens[k]; t.is(preposition) {
			if k == from || !r.tokens[k-1].is(roleNoun) || plural(r.tokens[k-1].Of(r.low)) || from > i && r.tokens[i].Of(r.low) != "the" {
				break
			}
			return from
		}
	}
	return end
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
	if t := r.tokens[n.first-1]; t.kind != word || t.is(capital) || t.Len() < 4 || plural(t.Of(r.low)) || abstract(t.Of(r.low)) || r.modifies(n) {
		return n.first // "the move Ingrid Vale made", "a staunch Ingrid Vale ally"
	}
	i := n.first
	for i > u.first && i > n.first-5 {
		t := r.tokens[i-1]
		if t.kind != word || t.is(^(capital | orgNoun | placeName | demonym | rolePrefix | medium | opening)) || t.frame != 0 || participial(t.Of(r.low)) || t.name >= 0 && r.entities[r.names[t.name].entity].isPerson() {
			break
		}
		i--
	}
	if i == n.first || i == u.first {
		return i
	}
	if i+1 == n.first && r.tokens[i-1].is(determiner) && describing(r.tokens[i].Of(r.low)) {
		return n.first // "a magnificent Ingrid Vale"
	}
	if i-2 >= u.first && r.tokens[i-1].is(determiner) && hasWord("in at during through within on of behind after before until since over under near ", r.tokens[i-2].Of(r.low)) {
		return n.first // "in the clip Ingrid Vale made"
	}
	switch b := r.tokens[i-1]; {
	case b.kind == comma || b.kind == quote, b.is(determiner) && !b.is(numeral|relative) && b.Of(r.low) != "that":
		return i
	case b.kind == word && b.frame&inverts != 0 && (b.form == past || b.form == present) && i-2 >= u.first && (r.tokens[i-2].kind == quote || r.tokens[i-2].kind == comma):
		return i
	}
	return n.first
}

// abstract reports whether the noun w, in lower case, is for a time, a thing or a
// deed and for nobody.
func abstract(w string) bool {
	if hasWord("year week month day night time hour minute moment second decade weekend season way place thing idea plan move claim charge bill word phrase deal name story film song book show speech email server photo picture clip trouble problem question point ", w) {
		return true
	}
	if hasWord("versus plus minus aged including named called née born alias mere good poor dear young little ", w) {
		return true
	}
	for _, end := range [...]string{"tion", "sion", "ment", "ness", "ance", "ence", "ship", "posal", "ure", "age", "ty"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// describing reports whether w, in lower case, says how somebody is and not what.
func describing(w string) bool {
	if hasWord("late former real staunch new old great signature sad glad tall proud ", w) {
		return true
	}
	for _, end := range [...]string{"able", "ible", "cent", "ous", "ful", "ive", "ish", "less", "-up", "ing"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// appositionBefore reads "the mayor of Orvik, Kim Song,".
func (r *reading) appositionBefore(u unit, n name) {
	c := r.commaOf(u, n)
	if c < 0 {
		return
	}
	if n.end < u.end {
		if t := r.tokens[n.end]; t.kind == word && t.frame == 0 && !t.is(auxiliary|verbal|adverb) && !hasWord("of from at ", t.Of(r.low)) {
			return
		}
	}
	if k := r.whoBefore(u, c); k > 0 && !(n.end < u.end && r.tokens[n.end].kind == word && r.saysIt(u, n.end)) {
		r.addRole(n, u.first, c)
		return
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
		if t.is(determiner) && !(i > u.first+1 && r.tokens[i-1].Of(r.low) == "of" && (head < 0 || r.tokens[i-2].is(roleNoun))) && !(i > u.first+1 && participial(r.tokens[i-1].Of(r.low)) && r.tokens[i-2].is(roleNoun)) && (head >= 0 && !r.governedByRole(u, i) || !r.precededByPreposition(u, i)) {
			break
		}
	}
	if strings.HasSuffix(r.tokens[c+1].Of(r.low), "-year-old") && r.tokens[i].is(possessive) {
		return // "with his mother, nine-year-old Kim Song"
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
	if !r.headed(i, c) || !r.setOff(u, i, n) {
		return
	}
	if i-2 > u.first && r.tokens[i-1].kind == comma && r.tokens[i-2].name >= 0 && !r.tokens[i].is(determiner) {
		if e := &r.entities[r.names[r.tokens[i-2].name].entity]; e.isPerson() && e.words > 1 {
			if o := &r.entities[n.entity]; !r.tokens[n.first].is(firstName) && n.run == n.first {
				o.organization = max(o.organization, o.person+1) // "Kim Song, general manager, Lumen Orvik, said"
			}
			return
		}
	}
	for j := i; j < head; j++ { // the role must be the phrase's head
		if r.tokens[j].is(preposition) || r.tokens[j].is(verbal) && !(j > i && r.tokens[j-1].is(determiner)) {
			return // but "the works minister"
		}
	}
	r.addRole(n, i, c)
}

// commaOf returns the comma before the name n, its titles and the place that it is
// of; -1 where none stands there.
func (r *reading) commaOf(u unit, n name) int {
	c := n.run - 1
	for k := n.first - 1; r.tokens[max(c, u.first)].kind != comma && k > u.first && k > n.first-5 && (r.tokens[k].is(honorific|roleNoun|rolePrefix) || r.tokens[k].kind == stop && r.abbreviates(k-1) || strings.HasSuffix(r.tokens[k].Of(r.low), "-year-old") || k == n.run-1 && r.tokens[k].Of(r.low) == "the" || hasWord("right most very ", r.tokens[k].Of(r.low)) && r.tokens[k].is(capital)); k-- {
		c = k - 1 // "the chairwoman, Senator Ingrid Vale,"
	}
	if k := n.run - 2; k > u.first && r.tokens[k+1].is(possessive) && !r.tokens[k+1].is(determiner) && r.tokens[k].name >= 0 && r.names[r.tokens[k].name].run > u.first {
		c = r.names[r.tokens[k].name].run - 1 // "the scorer, Orvik’s Kim Song,"
	}
	if c <= u.first || r.tokens[c].kind != comma || n.run < n.first && n.run <= c {
		return -1
	}
	for k := max(n.run, c+1); k < n.first; k++ {
		if t := r.tokens[k]; t.kind == word && !t.is(honorific|roleNoun|rolePrefix) && !hasWord("right most very the ", t.Of(r.low)) {
			return -1
		}
	}
	return c
}

// whoBefore returns the token of the "who" that says more of the role which opens
// the unit and goes on to the comma c: "The diver who found the ring, | Kim Song,";
// 0 where none does.
func (r *reading) whoBefore(u unit, c int) int {
	who := 0
	for k := u.first; k < c; k++ {
		if t := r.tokens[k]; t.kind != word || c-u.first > 18 {
			return 0
		} else if who == 0 && t.Of(r.low) == "who" {
			who = k
		}
	}
	if who > 0 && r.tokens[u.first].is(determiner) && r.headed(u.first, who) && r.tokens[who-1].name < 0 {
		return who
	}
	return 0
}

// identified reads "Their boss is Kim Song, who came in May".
func (r *reading) identified(u unit, n name) {
	v := n.run - 1
	if v <= u.first || !hasWord("is was remains became ", r.tokens[v].Of(r.low)) || n.end < u.end && (r.tokens[n.end].is(possessive) || r.modifies(n)) {
		return
	}
	i := u.first
	if r.tokens[i].is(coordinator) {
		i++
	}
	for k := i; k < v; k++ {
		t := r.tokens[k]
		if t.kind != word || t.is(pronoun|relative|auxiliary|subordinator|that|interrogative|negation) && !t.is(possessive) || t.is(preposition) && k == i || t.frame != 0 && t.form == past {
			return
		}
	}
	if i < v && v-i < 12 && !hasWord("one another such some few ", r.tokens[i].Of(r.low)) && !hasWord("man woman person lady boy girl ", r.tokens[v-1].Of(r.low)) && r.headed(i, v) && !plural(r.tokens[v-1].Of(r.low)) {
		r.addRole(n, i, v)
	}
}

// headed reports whether a role is the head of the phrase [first, end): "the mayor
// of Orvik", but not "the mayor’s party", "the Republican side".
func (r *reading) headed(first, end int) bool {
	for k := first; k < end; k++ {
		t := r.tokens[k]
		if k > first && t.is(preposition) {
			return false
		}
		if !t.is(roleNoun) {
			continue
		}
		if k+1 == end {
			return true
		}
		n := r.tokens[k+1]
		w := n.Of(r.low)
		if n.kind != word || n.is(preposition|coordinator|verbal|temporal|adverb) || n.form == gerund || participial(w) || hasWord("responsible emeritus emerita elect designate alive ", w) {
			return true
		}
	}
	return false
}

// setOff reports whether the name n can be in apposition to the phrase before its
// comma that begins at token i: a comma closes it, or the phrase opens the
// sentence. In "asked about the minister, Vale said" it can’t.
func (r *reading) setOff(u unit, i int, n name) bool {
	end := n.end
	if end < u.end && r.tokens[end].kind == bracket {
		for end++; end < u.end && r.tokens[end].kind != bracket && end < n.end+8; {
			end++
		}
		end++ // "Kim Song (D-Telse) | said"
	}
	if end >= u.end || r.tokens[end].kind != word || hasWord("of from at ", r.tokens[end].Of(r.low)) {
		return true
	}
	if i == u.first {
		return true
	}
	switch b := r.tokens[i-1]; {
	case b.kind == quote || b.kind == colon || b.kind == semicolon || b.kind == stop:
		return true
	case i-1 == u.first:
		return b.is(coordinator) || hasWord("as now once then also ", b.Of(r.low))
	case i-2 == u.first:
		return b.Of(r.low) == "as" && participial(r.tokens[u.first].Of(r.low)) // "Speaking as chair,"
	}
	return false
}

// presents reports whether the phrase [i, c) that opens the unit can only be
// what the name behind its comma is: "Her opposite number, Tomas Hale, said",
// "One of the authors, Ingrid Vale,".
func (r *reading) presents(u unit, i, c int, n name) bool {
	if i != u.first && !(r.tokens[i].Of(r.low) == "one" && r.tokens[i-1].kind == comma) || c-i < 2 || c-i > 10 || r.entities[n.entity].words < 2 {
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
		n.end < u.end && r.tokens[n.end].kind == comma
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
