package speaker

// complement is what a verb governs to its right: the cue reaches to cueEnd,
// the reported words are [first, end), empty where there are none.
type complement struct{ cueEnd, first, end int }

// complement finds what the verb at token v governs.
func (r *reading) complement(u unit, v int) complement {
	t := r.tokens[v]
	limit := r.ended(u)
	lemma, _, _ := lemmatize(t.Of(r.low))
	k := v + 1
	none := complement{cueEnd: k}
	if k >= limit {
		return none
	}
	if end, first := r.supported(lemma, k, limit); end > 0 {
		return complement{end, first, r.clauseEnd(u, first, limit, t)}
	}
	if r.tokens[k].kind == word && hasWord(particles(lemma), r.tokens[k].Of(r.low)) {
		none.cueEnd, k = r.particle(k, limit)
		if t.frame&takesQuote == 0 {
			return complement{none.cueEnd, k, r.clauseEnd(u, k, limit, t)}
		}
	} else if t.frame&needsParticle != 0 {
		return none
	}
	object := k
	if t.frame&takesAddressee != 0 {
		k = r.addressee(u, k, limit)
	}
	switch {
	case r.approximates(k, limit):
	case t.frame&(takesClause|takesQuote|takesTo|takesAddressee) != 0 || r.tokens[min(k, limit-1)].kind != word:
		k = r.adjuncts(k, limit)
	default: // an object stands beside its verb: "a clerk accused of theft told …"
		for k < limit && r.tokens[k].is(adverb) && !r.tokens[k].is(negation|objective) && r.tokens[k].name < 0 {
			k++
		}
	}
	if k >= limit {
		return none
	}
	c := r.governed(u, v, object, k)
	c.cueEnd = none.cueEnd
	return c
}

// particle returns where the cue ends whose particle stands at token k, and
// where the reported words begin: "pointed out | that | the bridge".
func (r *reading) particle(k, limit int) (cueEnd, first int) {
	k++
	if r.tokens[k-1].Of(r.low) != "out" || k >= limit {
		return k, k
	}
	if r.tokens[k].is(that) {
		return k, k + 1
	}
	if r.tokens[k].is(preposition) && !r.tokens[k].is(temporal) { // "lashed out at"
		return k + 1, k + 1
	}
	return k, k
}

// governed finds the reported words at token k, behind the verb at v and what
// may stand between them; object is where the one who is told begins.
func (r *reading) governed(u unit, v, object, k int) complement {
	t, n := r.tokens[v], r.tokens[k]
	limit := r.ended(u)
	clause := func(first, k int) complement { return complement{first: first, end: r.clauseEnd(u, k, limit, t)} }
	switch {
	case n.kind == quote:
		return complement{first: k, end: r.quotedEnd(u, k, limit, t)}
	case n.kind == comma || n.kind == colon || n.kind == dash:
		if k+1 < limit && r.tokens[k+1].kind == quote {
			return complement{first: k + 1, end: r.quotedEnd(u, k+1, limit, t)}
		}
		if n.kind == colon && t.frame&takesClause != 0 {
			return complement{first: k + 1, end: limit}
		}
	case n.kind != word && n.kind != other:
	case t.frame&takesQuote != 0 && !(t.frame&takesTo != 0 && n.is(to)):
	case n.is(that) && t.frame&takesClause != 0 && k+1 < limit:
		return clause(k+1, k+1)
	case n.is(to):
		if t.frame&takesAddressee != 0 && k > object {
			return clause(object, k) // "told Marn to leave"
		}
		if t.frame&takesTo != 0 {
			return clause(k, k)
		}
	case n.is(interrogative):
		if t.frame&(takesClause|takesObject) != 0 {
			return clause(k, k)
		}
	case n.Of(r.low) == "if" && t.frame&takesAddressee != 0 && t.frame&takesClause != 0:
		return clause(k, k)
	case t.frame&(takesAddressee|takesTo) == takesAddressee|takesTo && r.asks(object, limit):
		return clause(object, k)
	case r.opensAdjunct(t, k, limit):
	case t.frame&(takesAddressee|takesTo) == takesAddressee|takesTo:
	case t.frame&takesTo != 0 && t.frame&(takesClause|takesObject) == 0, t.frame&needsThat != 0:
	default:
		if c := clause(k, k); r.takesPhrase(t, v, u) || participial(n.Of(r.low)) || r.clausal(c.first, c.end) {
			return c
		}
	}
	return complement{}
}

// participial reports whether w, in lower case, looks like the "-ing" of a verb.
func participial(w string) bool {
	return len(w) > 4 && w[len(w)-3:] == "ing" && w != "nothing" && w != "something" && w != "anything"
}

// asks reports whether an infinitive follows the one who is asked, whom
// token object opens: "ordered everyone in the town to leave".
func (r *reading) asks(object, limit int) bool {
	for i := object + 1; i+1 < limit && i < object+14; i++ {
		t := r.tokens[i]
		if t.kind != word && t.kind != stop || t.is(auxiliary|relative|that|coordinator) {
			return false
		}
		if n := r.tokens[i+1]; t.is(to) && n.kind == word && !n.is(determiner|possessive|capital|numeral) {
			return true
		}
	}
	return false
}

// takesPhrase reports whether the verb’s object alone, without a verb of its
// own, is what is reported.
func (r *reading) takesPhrase(t token, v int, u unit) bool {
	if t.frame&stance != 0 {
		return t.frame&takesObject != 0 || v > u.first && r.evident(u, v)
	}
	return t.frame&takesObject != 0 || t.frame&takesClause != 0 && t.frame&takesAddressee == 0
}

// opensAdjunct reports whether token k opens an adverbial rather than the
// reported words.
func (r *reading) opensAdjunct(t token, k, limit int) bool {
	n := r.tokens[k]
	switch {
	case n.is(coordinator | relative):
		return true
	case n.is(subordinator):
		w := n.Of(r.low)
		return w != "if" && (w == "as" || t.frame&(takesObject|stance|takesAddressee) != 0)
	}
	return n.is(preposition) && !n.is(determiner) && !r.approximates(k, limit)
}

// approximates reports whether a preposition and a number open a noun phrase
// at token k: "said about 2,400 members had left".
func (r *reading) approximates(k, limit int) bool {
	return k+1 < limit && r.tokens[k+1].is(numeral) && !r.tokens[k+1].is(temporal) && hasWord("about around over under between ", r.tokens[k].Of(r.low))
}

// evident reports whether the subject of the verb at v is what shows something.
func (r *reading) evident(u unit, v int) bool {
	for i := v - 1; i >= u.first && i > v-10; i-- {
		t := r.tokens[i]
		if t.kind != word {
			return false
		}
		if evidence(t.Of(r.low)) {
			return true
		}
		if t.frame != 0 && t.name < 0 && t.form == past {
			return false
		}
	}
	return false
}

// evidence reports whether w, in lower case, is a noun for what shows
// something: "the poll showed Marn ahead".
func evidence(w string) bool {
	switch w {
	case "poll", "polls", "survey", "surveys", "study", "studies", "records", "data", "report", "reports", "documents", "figures", "results", "research", "emails", "review", "analysis", "audit", "inquiry", "investigation", "investigations", "audits", "inquiries":
		return true
	}
	return false
}

// supported reads a light verb with the noun that carries the report:
// "voiced concerns over …". It returns where the cue ends and the reported
// words begin, or 0.
func (r *reading) supported(lemma string, k, limit int) (cueEnd, first int) {
	if lemma == "make" {
		if end, first := r.madeClear(k, limit); end > 0 {
			return end, first
		}
	}
	switch lemma {
	case "put":
		return r.putAt(k, limit)
	case "give":
		return r.gave(k, limit)
	case "let":
		return r.letKnow(k, limit)
	}
	if !supportNoun(lemma, "concern") {
		return 0, 0
	}
	for j := k; j < limit && j < k+5; j++ {
		t := r.tokens[j]
		if t.kind != word || t.is(preposition|pronoun|relative|coordinator) {
			return 0, 0
		}
		if !supportNoun(lemma, t.Of(r.low)) {
			continue
		}
		if j+1 >= limit || r.tokens[j+1].kind != word {
			return 0, 0
		}
		switch n := r.tokens[j+1]; {
		case n.is(that):
			return j + 1, j + 2
		case n.is(to) && lemma != "express" && lemma != "voice":
			return j + 1, j + 1
		case n.is(preposition):
			if j+2 < limit && r.tokens[j+2].is(that) {
				return j + 2, j + 3
			}
			return j + 2, j + 2
		}
	}
	return 0, 0
}

// madeClear reads "made (it) clear (on Monday) that …".
func (r *reading) madeClear(k, limit int) (cueEnd, first int) {
	if r.tokens[k].Of(r.low) == "it" {
		k++
	}
	if k+1 >= limit || r.tokens[k].Of(r.low) != "clear" && r.tokens[k].Of(r.low) != "plain" {
		return 0, 0
	}
	cueEnd = k + 1
	for k = cueEnd; k < limit && k < cueEnd+10; k++ {
		if t := r.tokens[k]; t.is(that) {
			return cueEnd, k + 1
		} else if t.kind != word || t.is(pronoun) && k > cueEnd {
			return cueEnd, k
		}
	}
	return 0, 0
}

// clausal reports whether a finite verb stands in the tokens.
func (r *reading) clausal(first, end int) bool {
	for i := first; i < end; i++ {
		t := r.tokens[i]
		if t.is(auxiliary|verbal) && t.kind == word || t.frame != 0 && (t.form == past || t.form == present) {
			return true
		}
		if t.kind == quote && r.quotes[t.quote].Inner.Len() > 15 {
			return true
		}
	}
	return false
}

// quotedEnd returns where the reported words end that begin with the
// quotation at token k.
func (r *reading) quotedEnd(u unit, k, limit int, t token) int {
	if k+1 >= limit {
		return k + 1
	}
	if r.punctuated(r.quotes[r.tokens[k].quote]) {
		return k + 1
	}
	if n := r.tokens[k+1]; n.kind != word || n.is(coordinator) && r.tokens[min(k+2, limit-1)].frame != 0 {
		return k + 1
	}
	return r.clauseEnd(u, k, limit, t)
}
