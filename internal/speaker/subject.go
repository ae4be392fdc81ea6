package speaker

// subject finds who does what the verb at token v says, to its left. It also
// returns where the subject, or the auxiliary and adverbs of the verb where
// it shares another's subject, begins.
func (r *reading) subject(u unit, v int) (s source, from int) {
	j := v - 1
	for j >= u.first && r.tokens[j].kind == word && r.tokens[j].name < 0 && (r.tokens[j].is(adverb|auxiliary|temporal) || r.tokens[j].Of(r.low) == "once" || r.tokens[j].is(preposition) && j+1 < v && r.tokens[j+1].is(temporal) || r.lastWeek(u, j) || r.lastWeek(u, j+1)) {
		j--
	}
	if j < u.first {
		return nobody, v
	}
	t := r.tokens[j]
	switch {
	case t.kind == comma || t.kind == dash || t.kind == bracket:
		return r.beforeParenthesis(u, j, t.kind)
	case (t.kind == other && t.Of(r.text) == "%" || t.Of(r.low) == "percent" || t.Of(r.low) == "per-cent") && j > u.first:
		return source{entity: -1, also: -1, kind: Unnamed, span: r.span(j-1, j+1)}, j - 1
	case t.kind == quote:
		return r.overQuote(u, j, v)
	case t.kind != word && t.kind != stop:
		return nobody, v
	case t.kind == stop && !(j > u.first && r.abbreviates(j-1)):
		return nobody, v
	case t.is(coordinator):
		return r.shared(u, j)
	case t.is(relative):
		return r.antecedent(u, j)
	case t.Of(r.low) == "i" && t.name < 0:
		return nobody, v // the writer
	case t.is(pronoun) && j > u.first && r.tokens[j-1].kind == comma && !r.afterColon(u, j):
		return r.pronoun(t.Of(r.low)), j // "Marn was the best, she thought, by far": what opens it is spoken of
	case t.is(pronoun) && !t.is(capital) || t.is(pronoun) && t.Of(r.low) != "i":
		return r.resumed(t.Of(r.low)), j
	case t.is(objective) && j-2 >= u.first && r.tokens[j-1].Of(r.low) == "of" && r.tokens[j-2].is(determiner|numeral|groupNoun):
		first := j - 2
		if first > u.first && r.tokens[first-1].is(numeral) {
			first-- // "62 percent of them"
		}
		if g := r.member(phrase{first, j + 1}); g.known() {
			return g, first
		}
		return source{entity: -1, also: -1, kind: Unnamed, span: r.span(first, j+1)}, first // "one of them"
	case t.is(possessive) && !t.is(determiner) && j > u.first && r.tokens[j-1].name >= 0 && r.tokens[v].frame&likeNoun == 0 && j == v-1 && r.alwaysPossessive(r.names[r.tokens[j-1].name].entity):
		return r.possessiveName(j), r.names[r.tokens[j-1].name].run // "Hale’s rejects the findings"
	case t.is(numeral) && j-2 >= u.first && r.tokens[j-1].Of(r.low) == "in" && r.tokens[j-2].is(determiner|numeral):
		return source{entity: -1, also: -1, kind: Unnamed, span: r.span(j-2, j+1)}, j - 2 // "one in five"
	case t.is(preposition|to|possessive|that|interrogative|objective) && t.name < 0, t.is(subordinator) && t.name < 0 && t.Of(r.low) != "once":
		return nobody, v
	case t.is(determiner) && !t.is(groupNoun|numeral):
		return nobody, v
	}
	if a, from := r.restricted(u, j+1); a.known() {
		return a, from
	}
	p := r.nounPhraseLeft(u.first, j+1)
	if p.first >= p.end {
		return nobody, v
	}
	if p.first > u.first && r.tokens[p.first-1].Of(r.low) == "whose" {
		if a, from := r.antecedent(u, p.first-1); a.entity >= 0 && (authored(t.Of(r.low)) || hasWord("model models members government research work figures ", t.Of(r.low))) {
			return a, from // "Marn, whose model suggests"
		}
	}
	s = r.sourceOf(p)
	if f := r.fronted(p); f.first < f.end {
		p = f
	}
	if k := t.name; !s.known() && k >= 0 && r.names[k].end == j+1 && r.entities[r.names[k].entity].isPerson() {
		s, p.first = r.named(r.names[k].entity), r.names[k].run // whatever stands before it
	}
	if s.known() && p.first > u.first+1 && r.tokens[p.first-1].kind == comma {
		s, p.first = r.apposed(u, s, p.first)
	}
	return s, p.first
}

// overQuote returns the subject of the verb at token v that a clause with "who" parts
// from it which ends with the quotation at token q: "Marn, who called it “a hobby,” |
// now says".
func (r *reading) overQuote(u unit, q, v int) (source, int) {
	inner := r.quotes[r.tokens[q].quote].Inner
	if inner.Len() == 0 || r.text[inner.End-1] != ',' {
		return nobody, v
	}
	for i := q - 1; i > u.first && i > q-40; i-- {
		if k := r.tokens[i].kind; k == colon || k == semicolon || k == quote {
			break
		}
		if r.tokens[i].Of(r.low) == "who" {
			return r.antecedent(u, i)
		}
	}
	return nobody, v
}

// afterColon reports whether a colon in unit u stands before token j: what is before
// it tells who speaks, "Marn went further: the toll, she said".
func (r *reading) afterColon(u unit, j int) bool {
	for i := u.first; i < j; i++ {
		if k := r.tokens[i].kind; k == colon || k == semicolon {
			return true
		}
	}
	return false
}

// restricted returns the subject that ends before token end with a clause with
// "who", without commas: "a woman who lives next door | says".
func (r *reading) restricted(u unit, end int) (source, int) {
	for j := end - 2; j > u.first && j > end-24 && r.tokens[j].kind == word; j-- {
		if r.tokens[j].Of(r.low) != "who" {
			continue
		}
		own := j + 1
		for own < end && r.tokens[own].is(auxiliary|adverb) {
			own++
		}
		if t := r.tokens[own]; own == end || r.tokens[j-1].kind != word || t.is(pronoun|determiner|possessive) || t.name >= 0 || t.frame&takesClause != 0 && t.frame&(takesTo|takesObject) == 0 {
			break // "who says", "a man who says the mayor said"
		}
		s, from := r.antecedent(u, j)
		if s.entity < 0 && s.span.End == r.tokens[j-1].End && end-j < 10 && !hasWord("spoke asked declined requested insisted wanted authorized authorised permitted allowed ", r.tokens[own].Of(r.low)) {
			s.span.End = r.tokens[end-1].End
		}
		return s, from
	}
	return nobody, end
}

// lastWeek reports whether tokens j-1 and j say when: "last week".
func (r *reading) lastWeek(u unit, j int) bool {
	return j > u.first && hasWord("last this next ", r.tokens[j-1].Of(r.low)) && hasWord("week month year night summer spring autumn winter weekend ", r.tokens[j].Of(r.low))
}

// alwaysPossessive reports whether a possessive’s mark belongs to the name of a
// body, which is never met without it: "Hale’s".
func (r *reading) alwaysPossessive(entity int) bool {
	e := &r.entities[entity]
	if e.isPerson() {
		return false
	}
	for _, n := range r.names[e.first:min(len(r.names), e.first+maxCandidates)] {
		if n.entity == entity && (n.end >= len(r.tokens) || !r.tokens[n.end].is(possessive)) {
			return false
		}
	}
	return true
}

// possessiveName returns the body whose name ends with the mark at token j.
func (r *reading) possessiveName(j int) source {
	n := r.names[r.tokens[j-1].name]
	e := &r.entities[n.entity]
	if e.name.End == r.tokens[j-1].End {
		e.name.End = r.tokens[j].End
	}
	return source{entity: n.entity, also: -1, kind: Organization}
}

// apposed handles "the mayor of Orvik, Kim Song" and "Kim Song, mayor of
// Orvik" where the verb follows at once: the part that names a person counts.
func (r *reading) apposed(u unit, s source, first int) (source, int) {
	if s.entity >= 0 && s.kind == Person {
		i := first - 1
		for i > u.first && r.tokens[i-1].kind == word && !r.tokens[i-1].is(subordinator|pronoun|relative) && r.tokens[i-1].frame&takesClause == 0 {
			i--
		}
		for j := i; j < first-1; j++ {
			if r.tokens[j].is(roleNoun) {
				return s, i
			}
		}
	}
	return s, first
}

// antecedent finds whom "who" at token j stands for.
func (r *reading) antecedent(u unit, j int) (source, int) {
	end := j
	if end > u.first && r.tokens[end-1].kind == comma {
		end--
	}
	if end <= u.first || r.tokens[end-1].kind != word && r.tokens[end-1].kind != stop {
		return nobody, j
	}
	// The nearest name or noun, not the whole phrase with what governs it.
	if k := r.tokens[end-1].name; k >= 0 {
		n := r.names[k]
		if o := r.placeOf(u, n); o >= 0 && hasWord("who whose ", r.tokens[j].Of(r.low)) {
			return r.named(r.names[o].entity), r.names[o].run
		}
		if o := r.classed(u, n); o.known() && r.tokens[j].Of(r.low) == "who" {
			return o, n.run
		}
		if r.entities[n.entity].isPerson() || r.tokens[j].Of(r.low) != "who" {
			return r.named(n.entity), n.run
		}
	}
	for i := end - 1; i >= u.first && i > end-16 && r.tokens[j].Of(r.low) == "who"; i-- {
		t := r.tokens[i]
		if t.name >= 0 && r.names[t.name].first == i {
			// "Hale, a baker from Orvik, Telse, who said"
			if e := &r.entities[r.names[t.name].entity]; e.isPerson() && r.names[t.name].end < end && r.tokens[r.names[t.name].end].kind == comma {
				return r.named(r.names[t.name].entity), r.names[t.name].run
			}
		}
		if t.frame != 0 && t.form == past || t.kind == quote {
			break
		}
	}
	if n, ok := r.bodyApposed(u, end); ok {
		return r.named(n.entity), n.run
	}
	for i := end - 1; i >= u.first && i > end-8; i-- {
		t := r.tokens[i]
		if t.kind != word || t.is(preposition|verbal|auxiliary) {
			break
		}
		if b := r.tokens[max(i-1, u.first)]; t.is(determiner) || t.is(groupNoun) && b.name < 0 && !b.is(determiner) {
			return r.sourceOf(phrase{i, end}), i
		}
	}
	return nobody, j
}

// classed returns whom a name behind "a" classes, as a party’s or a people’s
// does: "Gov. Ingrid Vale, a Federalist who", "a Telsean who".
func (r *reading) classed(u unit, n name) source {
	i := n.run - 1
	for i > u.first && r.tokens[i].kind == word && !r.tokens[i].is(determiner|preposition|auxiliary) && r.tokens[i].frame == 0 {
		i--
	}
	if i <= u.first || n.end-n.first > 1 || !hasWord("a an another ", r.tokens[i].Of(r.low)) {
		return nobody
	}
	if r.tokens[i-1].kind == comma && r.tokens[i-2].name >= 0 {
		if s := r.named(r.names[r.tokens[i-2].name].entity); s.kind == Person && s.entity >= 0 {
			return s
		}
	}
	return source{entity: -1, also: -1, kind: Unnamed, span: r.span(i, n.end)}
}

// bodyApposed returns the name of the body that the apposition before token end
// tells of: "the Meadow Compact, an aid group".
func (r *reading) bodyApposed(u unit, end int) (name, bool) {
	if !company(r.tokens[end-1].Of(r.low)) {
		return name{}, false
	}
	i := end - 1
	for i > u.first && i > end-7 && r.tokens[i].kind == word {
		i--
	}
	if i <= u.first || r.tokens[i].kind != comma || !r.tokens[i+1].is(determiner) || r.tokens[i-1].name < 0 {
		return name{}, false
	}
	n := r.names[r.tokens[i-1].name]
	r.entities[n.entity].organization += 3
	return n, true
}

// placeOf returns the person's name in whose apposition the name n only says
// where he or she serves: "Tim Hale, a strategist at Blackmoor Rail, who"; -1
// where it doesn't.
func (r *reading) placeOf(u unit, n name) int32 {
	i := n.run - 1
	for i > u.first && (r.tokens[i].is(determiner) || r.tokens[i].is(capital)) && r.tokens[i].kind == word {
		i--
	}
	if i <= u.first || !hasWord("at of for in with from ", r.tokens[i].Of(r.low)) {
		return -1
	}
	role := false
	for ; i > u.first && r.tokens[i].kind == word && !r.tokens[i].is(auxiliary|relative) && r.tokens[i].name < 0; i-- {
		role = role || r.tokens[i].is(roleNoun)
	}
	if !role || r.tokens[i].kind != comma {
		return -1
	}
	k := r.tokens[i-1].name
	if k < 0 || !r.entities[r.names[k].entity].isPerson() {
		return -1
	}
	return k
}

// shared finds the subject of a verb after "and": that of the verb it is
// joined to.
func (r *reading) shared(u unit, j int) (source, int) {
	if n := len(r.reports); n > 0 {
		last := r.reports[n-1]
		if last.cue.Start >= u.Start && last.cue.End <= r.tokens[j].Start {
			return last.source, j
		}
	}
	for i := j - 1; i > u.first && r.tokens[i].kind == word; i-- {
		if r.tokens[i].Of(r.low) == "who" && (r.tokens[i-1].kind == comma || r.tokens[i-1].kind == word) {
			if s, _ := r.antecedent(u, i); s.known() {
				return s, j // "Ukwu, who took the letter and condemned"
			}
		}
	}
	for i := j - 1; i > u.first; i-- {
		t := r.tokens[i]
		if t.is(auxiliary) {
			if isBe(t.Of(r.low)) && r.tokens[i+1].is(verbal) {
				return nobody, j // "was praised and called"
			}
			break
		}
	}
	if s := r.clauseSubject(u, j); s.known() {
		return s, j
	}
	return r.firstPhrase(u, j), j
}

// firstPhrase returns what the noun phrase stands for that opens the unit,
// after an adverbial that a comma closes.
func (r *reading) firstPhrase(u unit, limit int) source {
	k := u.first
	if r.tokens[k].is(preposition|subordinator|adverb|coordinator) || r.tokens[k].form == gerund {
		if n := r.nextComma(k, limit); n > 0 {
			k = n + 1
		}
	}
	end := r.subjectEnd(k, r.phraseRight(k, limit))
	if end <= k || end-k > 12 {
		return nobody
	}
	return r.sourceOf(phrase{k, end})
}

// subjectEnd returns where the subject ends that opens the tokens [k, end), where
// they run on over a verb that the lexicon does not know: "Officials | privately
// despair", "Backers | deserve a hearing".
func (r *reading) subjectEnd(k, end int) int {
	if k < end && r.tokens[k].is(pronoun) && !r.tokens[k].is(initial|determiner|numeral) {
		return min(k+1, end)
	}
	for j := k + 1; j < end; j++ {
		t, b := r.tokens[j], r.tokens[j-1]
		if t.kind != word || t.name >= 0 {
			continue
		}
		if t.is(adverb) && !t.is(capital|temporal) && r.bearsNoun(b) && functionWord(t.Of(r.low))&adverb == 0 {
			return j
		}
		if t.is(determiner) && j-1 > k && b.kind == word && b.name < 0 && r.bearsNoun(b) && !b.is(capital) {
			return j - 1
		}
	}
	return end
}

// clauseSubject returns the first subject of the unit before token limit.
func (r *reading) clauseSubject(u unit, limit int) source {
	for i := u.first; i < limit; i++ {
		t := r.tokens[i]
		if t.kind != word {
			if t.kind == quote {
				return nobody
			}
			continue
		}
		if t.is(pronoun) && (i == u.first || !r.tokens[i-1].is(preposition)) {
			return r.pronoun(t.Of(r.low))
		}
		finite := t.is(auxiliary|verbal) || t.frame != 0 && (t.form == past || t.form == present)
		if finite && i > u.first && t.name < 0 {
			if s, _ := r.subjectPhrase(u, i); s.known() {
				return s
			}
		}
	}
	return nobody
}

// subjectPhrase is subject for a verb of any kind, without shared subjects.
func (r *reading) subjectPhrase(u unit, v int) (source, int) {
	j := v - 1
	for j >= u.first && r.tokens[j].kind == word && r.tokens[j].is(adverb|auxiliary) {
		j--
	}
	if j < u.first || r.tokens[j].is(coordinator|relative) {
		return nobody, v
	}
	if r.tokens[j].kind == comma {
		return r.beforeParenthesis(u, j, comma)
	}
	if r.tokens[j].kind != word || r.tokens[j].is(preposition|to|possessive|determiner|that|subordinator) {
		return nobody, v
	}
	p := r.nounPhraseLeft(u.first, j+1)
	if p.first >= p.end {
		return nobody, v
	}
	return r.sourceOf(p), p.first
}
