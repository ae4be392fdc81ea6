package speaker

import "strings"

// accordingTo reads "According to X, S" and "S, according to X". It reports
// whether the whole unit was read.
func (r *reading) accordingTo(u unit) bool {
	limit := r.ended(u)
	for i := u.first; i+2 < limit; i++ {
		if r.tokens[i].kind != word || !(r.tokens[i].Of(r.low) == "according" && r.tokens[i+1].is(to) || r.inWordsOf(u, i)) {
			continue
		}
		end := r.phraseRight(i+2, limit)
		s := r.sourceOf(phrase{i + 2, end})
		if w := r.tokens[i+2].Of(r.low); w == "him" || w == "her" && end == i+3 || end == i+2 {
			s, end = r.pronoun(subjectForm(w)), max(end, i+3)
		}
		if o, m := r.apposedBehind(end, limit); o.known() && s.entity < 0 {
			s, end = o, m
		}
		cue := r.span(i, i+2)
		if i == u.first || i <= u.first+6 && !r.clausal(u.first, i) {
			k := end
			for k < limit && r.tokens[k].kind != comma && r.tokens[k].kind != colon && k < end+30 {
				k++
			}
			for k+1 < limit && r.parenthetic(k+1, limit) {
				n := r.nextComma(k+1, limit)
				if n == 0 || !r.relates(k+1, n) && r.clausal(k+1, n) {
					break // "according to Marn, about a hundred came, …"
				}
				k = n // "according to Marn, who runs it, …"
			}
			if k >= limit {
				return false
			}
			if i > u.first+1 && k+1 < limit && r.tokens[i-1].kind == comma && r.finiteWord(k+1) {
				r.report(s, cue, u.first, i-1) // "The plan, according to Marn, will cost a fortune"
			}
			return r.report(s, cue, k+1, limit)
		}
		if r.inWordsOf(u, i) {
			q := r.quoteAfter(end, limit)
			if q > 0 {
				r.report(s, r.span(i-2, i+2), q, q+1)
			}
			continue
		}
		if r.spokenFor(u, i) {
			return false
		}
		if r.report(s, cue, u.first, i) {
			if end+2 < limit && r.tokens[end].kind == comma && r.clausal(end+1, min(end+8, limit)) && !r.parenthetic(end+1, limit) {
				r.report(s, cue, end+1, limit) // "S, according to X, goes on"
			}
			return true
		}
	}
	return false
}

// spokenFor reports whether another has already been named for the quotation that
// opens the unit before token end: “It is so,” said Marn, according to the Wire.
func (r *reading) spokenFor(u unit, end int) bool {
	if !r.opensQuoted(u) || u.first+3 >= end || r.quoteBefore(u.first+1, u.first) < 0 {
		return false
	}
	for v := u.first + 1; v < min(end, u.first+14); v++ {
		if t := r.tokens[v]; t.frame&inverts != 0 && t.name < 0 && (t.form == past || t.form == present) {
			return true
		}
	}
	return false
}

// apposedBehind returns the person whose name stands between commas behind token
// end, and where the name ends: "according to the mayor, | Kim Song,".
func (r *reading) apposedBehind(end, limit int) (source, int) {
	if end+1 >= limit || r.tokens[end].kind != comma || !r.opensName(end+1, limit) {
		return nobody, end
	}
	k := end + 1
	for k < limit && r.tokens[k].name < 0 {
		k++
	}
	if k >= limit {
		return nobody, end
	}
	n := r.names[r.tokens[k].name]
	if s := r.named(n.entity); s.kind == Person && s.entity >= 0 && (n.end >= limit || r.tokens[n.end].kind == comma) {
		return s, n.end
	}
	return nobody, end
}

// inView reads "In the view of X, S" and "S, in the opinion of X". It reports whether
// the whole unit was read.
func (r *reading) inView(u unit) bool {
	limit := r.ended(u)
	for i := u.first + 2; i+2 < limit; i++ {
		if !hasWord("view opinion judgment judgement estimation ", r.tokens[i].Of(r.low)) || r.tokens[i+1].Of(r.low) != "of" || r.tokens[i-1].Of(r.low) != "the" || r.tokens[i-2].Of(r.low) != "in" {
			continue
		}
		end := r.phraseRight(i+2, limit)
		s := r.sourceOf(phrase{i + 2, end})
		if !s.known() || !r.animate(s) {
			return false
		}
		if i-2 > u.first {
			return r.clausal(u.first, i-2) && r.report(s, r.span(i, i+1), u.first, i-2)
		}
		k := end
		for k+1 < limit && r.tokens[k].kind == comma && r.parenthetic(k+1, limit) {
			n := r.nextComma(k+1, limit)
			if n == 0 {
				break
			}
			k = n // "in the view of Marn, the director, the toll …"
		}
		return k < limit && r.tokens[k].kind == comma && r.report(s, r.span(i, i+1), k+1, limit)
	}
	return false
}

// relates reports whether a "who" or "which" stands in the tokens.
func (r *reading) relates(first, end int) bool {
	for i := first; i < end; i++ {
		if r.tokens[i].is(relative) {
			return true
		}
	}
	return false
}

// subjectForm returns the pronoun, in lower case, as a subject.
func subjectForm(w string) string {
	switch w {
	case "him":
		return "he"
	case "her":
		return "she"
	}
	return w
}

// quoteAfter returns the quotation that follows the phrase that ends at token k,
// perhaps after an apposition; 0 for none.
func (r *reading) quoteAfter(k, limit int) int {
	for j := k; j < limit && j < k+20; j++ {
		if r.tokens[j].kind == quote {
			return j
		}
	}
	return 0
}

// inWordsOf reports whether token i is the "words" of "in the words of".
func (r *reading) inWordsOf(u unit, i int) bool {
	return i >= u.first+2 && r.tokens[i].Of(r.low) == "words" && r.tokens[i+1].Of(r.low) == "of" && r.tokens[i-1].Of(r.low) == "the" && r.tokens[i-2].Of(r.low) == "in"
}

func (r *reading) nextComma(k, limit int) int {
	for j := k; j < limit && j < k+30; j++ {
		if r.tokens[j].kind == comma {
			return j
		}
	}
	return 0
}

// phraseRight returns where the noun phrase that begins at token k ends.
func (r *reading) phraseRight(k, limit int) int {
	for j := k; j < limit; j++ {
		t := r.tokens[j]
		if t.kind == stop && j > k && r.abbreviates(j-1) || t.kind == quote && r.quotes[t.quote].Inner.Len() < 30 {
			continue
		}
		if t.kind != word || t.is(relative|auxiliary|that|subordinator) && !t.is(capital) || t.frame != 0 && t.frame&takesClause != 0 && t.form == past && t.name < 0 {
			return j
		}
		if j > k && t.is(verbal) && !t.is(capital|rolePrefix|roleNoun) && !r.tokens[j-1].is(determiner|possessive) {
			return j
		}
		if j > k && t.is(pronoun) && !t.is(initial) {
			return j
		}
		if j > k && t.frame != 0 && t.form == present && t.name < 0 && r.tokens[j-1].name >= 0 {
			return j // "The aid group Lanterns for Relief estimates"
		}
	}
	return limit
}

// trailing reads a report that ends its sentence with who said it: "S, X
// said." It reports whether the whole unit was read.
func (r *reading) trailing(u unit) bool {
	limit := r.ended(u)
	for v := limit - 1; v > u.first+2 && v > limit-40; v-- {
		t := r.tokens[v]
		if t.kind == quote {
			return false
		}
		if t.frame&(takesClause|takesAddressee) == 0 || t.frame&stance != 0 || t.name >= 0 || t.form != past && t.form != present && t.form != base || r.tokens[v-1].is(relative) || !r.finite(u, v) {
			continue
		}
		k := v + 1
		if t.frame&takesAddressee != 0 {
			k = r.addressee(u, k, limit)
		}
		s, from := r.subject(u, v)
		if r.adjuncts(k, limit) >= limit || k >= limit {
			if q := r.quoteBefore(from, u.first); s.known() && q > u.first {
				if !r.completes(u, q) || !r.report(s, r.cue(u, v, v+1), u.first, q+1) {
					return false
				}
				r.reports[len(r.reports)-1].settled = true
				return true
			}
			if !s.known() || from-1 <= u.first || r.tokens[from-1].kind != comma || !r.asserts(u.first, from-1) || r.tokens[from-2].kind == quote {
				return false
			}
			return r.reportLeft(u, s, v, from-1)
		}
		if r.tokens[v-1].kind == comma && t.frame&inverts != 0 && (t.form == past || t.form == present) && r.tokens[v-2].kind != quote && r.clausal(u.first, v-1) {
			if r.tokens[k].is(that | to | pronoun | objective | adverb | interrogative) {
				return false
			}
			if first := r.tokens[v+1]; !first.is(capital) && strings.HasSuffix(first.Of(r.low), "ing") {
				return false // "and Ruvia, the chair, proposed closing the bank": what was proposed
			}
			end := r.phraseRight(v+1, limit)
			if end < limit && r.tokens[end].kind != comma && !r.tokens[end].is(relative) {
				return false
			}
			s := r.sourceOf(phrase{v + 1, end})
			if s.kind != Person {
				s = r.apposedRight(s, end, limit)
			}
			return s.known() && r.animate(s) && r.reportLeft(u, s, v, v-1)
		}
		return false
	}
	return false
}

// completes reports whether the quotation at token q is the end of the clause that
// opens the unit, so that who speaks behind it says all of it: "Marn plans to
// make it “cheap for all,” Hale said".
func (r *reading) completes(u unit, q int) bool {
	b := r.tokens[q-1]
	if b.kind != word || b.is(coordinator) || b.frame&takesQuote != 0 {
		return false
	}
	reports := false
	for i := u.first; i < q; i++ {
		t := r.tokens[i]
		if t.kind == quote && r.sentenceLike(r.quotes[t.quote]) || t.kind == colon || t.frame&inverts != 0 && t.frame&stance == 0 && (t.form == past || t.form == present) && t.name < 0 {
			return false
		}
		if t.frame&takesQuote == 0 {
			reports = reports || t.frame != 0 && t.name < 0
		}
	}
	return reports && r.clausal(u.first, q)
}

// asserts reports whether the tokens can be a clause: a verb stands in them, or
// enough words for one that the lexicon does not know.
func (r *reading) asserts(first, end int) bool {
	return r.clausal(first, end) || end-first > 4 && !(r.tokens[first].is(preposition|subordinator) && !r.tokens[first].is(capital))
}

// reportLeft reports the clause that ends before token end.
func (r *reading) reportLeft(u unit, s source, v, end int) bool {
	return r.report(s, r.cue(u, v, v+1), u.first, end)
}

// inverted reads “…,” said X. It returns the token to go on from.
func (r *reading) inverted(u unit, v, at int) (int, bool) {
	t := r.tokens[v]
	if t.frame&inverts == 0 || t.form == gerund || t.form == passive || v == at || v+1 >= u.end {
		return 0, false
	}
	q := r.quoteBefore(v, at)
	if q < 0 {
		return r.invertedAside(u, v, at)
	}
	limit := r.ended(u)
	n := r.tokens[v+1]
	if n.kind != word || n.is(that|to|preposition|interrogative|coordinator) && !n.is(determiner) {
		return 0, false
	}
	end := r.phraseRight(v+1, limit)
	s := r.sourceOf(phrase{v + 1, end})
	if n.is(pronoun) {
		s, end = r.pronoun(n.Of(r.low)), v+2
	}
	if !s.known() {
		return 0, false
	}
	if s.entity < 0 || s.kind != Person { // "said the mayor, Kim Song"
		s = r.apposedRight(s, end, limit)
	}
	cue := r.span(v, v+1)
	if !r.report(s, cue, r.leftStart(u, q, at), q+1) {
		return 0, false
	}
	for k := end; k < limit && k < end+40; k++ {
		if r.tokens[k].kind == quote {
			if r.tokens[k-1].kind != word || r.quotes[r.tokens[k].quote].Inner.Len() > 40 {
				r.report(s, cue, k, k+1)
				return k + 1, true
			}
		}
		if r.tokens[k].frame != 0 && r.tokens[k].form == gerund {
			return k, true
		}
	}
	return limit, true
}

// invertedAside reads "The bridge, said Marn, will stand."
func (r *reading) invertedAside(u unit, v, at int) (int, bool) {
	limit := r.ended(u)
	if v-1 <= at || r.tokens[v-1].kind != comma || r.tokens[v].form != past || !r.tokens[v+1].is(capital|determiner) {
		return 0, false
	}
	end := r.phraseRight(v+1, limit)
	if end >= limit || r.tokens[end].kind != comma || end+1 >= limit {
		return 0, false
	}
	s := r.sourceOf(phrase{v + 1, end})
	if s.kind != Person {
		s = r.apposedRight(s, end, limit)
	}
	cue := r.span(v, v+1)
	for k := end; k < limit && k < end+24; k++ { // "said Marn, an expert on toads, will stand"
		if n := k + 1; r.tokens[k].kind == comma && n < limit && r.tokens[n].kind == word && r.tokens[n].is(auxiliary|verbal) && !r.tokens[n].is(capital) {
			end = k
			break
		}
	}
	if !s.known() || !r.animate(s) || !r.report(s, cue, at, v-1) {
		return 0, false
	}
	if n := r.tokens[end+1]; n.kind == word && n.is(auxiliary|verbal) {
		r.report(s, cue, end+1, limit)
		return limit, true
	}
	return end, true
}

// apposedRight prefers the person named after the comma at token end.
func (r *reading) apposedRight(s source, end, limit int) source {
	if end+1 >= limit || r.tokens[end].kind != comma {
		return s
	}
	first := end + 1
	for first+1 < limit && r.tokens[first].is(honorific) {
		first++ // "said its chair, Dame Ingrid Vale"
	}
	if k := r.tokens[first].name; k >= 0 && r.names[k].first == first {
		if n := r.names[k]; r.entities[n.entity].isPerson() && (n.end >= limit || r.tokens[n.end].kind != word) {
			return r.named(n.entity)
		}
	}
	return s
}
