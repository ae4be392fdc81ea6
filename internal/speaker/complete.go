package speaker

// complete moves the end of what a report gives behind its cue, where the tagger
// has set it within a phrase or a clause, to the end of that, as far as the
// grammar goes.
func (r *reading) complete(u unit, rep report, first, end int) int {
	last := r.tokenAt(u, rep.content.End)
	if rep.loose || rep.cue.Len() == 0 || rep.cue.End > rep.content.Start || first >= end || end >= last {
		return end
	}
	b, t := r.tokens[end-1], r.tokens[end]
	if b.kind == quote && r.punctuated(r.quotes[b.quote]) || hasWord("while though although whereas ", t.Of(r.low)) || r.relativeOf(u, r.tokenAt(u, rep.cue.Start)) {
		return end // “a mess,” she said; "those who praised the plan | said"
	}
	if e := r.embedded(end, last); e > end {
		return e
	}
	if (b.kind == word || b.kind == quote) && (t.kind == word || t.kind == quote) && (!t.is(coordinator|subordinator) || hasWord("if unless because whether ", t.Of(r.low))) {
		end = r.words(end, last)
	}
	if e := r.added(end, last); e > end {
		return e
	}
	return r.listed(end, last)
}

// embedded returns the end of the clause whose verb, which reports in turn, stands
// at token k or soon behind it: "said Hale | hopes to win"; k if there is none.
func (r *reading) embedded(k, last int) int {
	for i := k; i < min(last, k+4) && r.tokens[i].kind == word && !r.tokens[i].is(coordinator); i++ {
		t := r.tokens[i]
		if t.frame == 0 || t.name >= 0 || t.form != past && t.form != present {
			continue
		}
		for i < last && !r.runOn(i) {
			if r.tokens[i].kind == colon {
				return k
			}
			i++
		}
		return i
	}
	return k
}

// words returns the first token from k on that is no word and no quotation, or
// begins another sentence.
func (r *reading) words(k, last int) int {
	for k < last && (r.tokens[k].kind == word || r.tokens[k].kind == quote) && !r.runOn(k) {
		k++
		if t := r.tokens[k-1]; t.kind == quote && r.punctuated(r.quotes[t.quote]) {
			break
		}
	}
	return k
}

// runOn reports whether token i begins a sentence that no full stop parts from
// the heading before it.
func (r *reading) runOn(i int) bool {
	t := r.tokens[i]
	return t.is(capital) && t.is(pronoun|determiner|preposition|subordinator) && t.name < 0
}

// added returns the end of the phrase without a verb that "and" at token k adds:
// "88 generals | and admirals"; k if there is none.
func (r *reading) added(k, last int) int {
	if k >= last || r.tokens[k].kind != word || !r.tokens[k].is(coordinator) {
		return k
	}
	i := k + 1
	for i < last && r.nominal(i) && !r.tokens[i].is(coordinator|verbal) {
		i++
	}
	if i < last && r.tokens[i].kind == word {
		return k
	}
	return i
}

// listed returns the end of what goes on behind the comma at token k: a list to
// its "and", what it includes, a condition or a reason; k for anything else.
func (r *reading) listed(k, last int) int {
	if k+2 >= last || r.tokens[k].kind != comma {
		return k
	}
	if n := r.tokens[k+1]; n.kind == word && (n.is(subordinator) && !hasWord("while though although whereas as ", n.Of(r.low)) || hasWord("including such especially particularly even ", n.Of(r.low))) {
		return r.words(k+1, last)
	}
	if m := r.nextComma(k+1, min(last, k+14)); m > 0 && m+1 < last && hasWord("of for to as ", r.tokens[m+1].Of(r.low)) {
		return r.words(m+1, last) // "accused Marn, who chairs the trust, | of lying"
	}
	i, and := k+1, false
	for i < last && (r.nominal(i) && !r.tokens[i].is(pronoun) || r.tokens[i].kind == comma) {
		and = and || r.tokens[i].is(coordinator)
		i++
	}
	if !and || i < last && r.tokens[i].kind == word {
		return k
	}
	return i
}

// nominal reports whether token i can be a word of a phrase without a verb.
func (r *reading) nominal(i int) bool {
	t := r.tokens[i]
	return t.kind == word && !t.is(auxiliary|subordinator|relative) && (t.form == noForm || t.name >= 0)
}
