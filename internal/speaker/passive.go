package speaker

// passiveBy reads a report whose speaker stands after "by": "was told by Marn
// that …", "was described by Hale as a disgrace". It returns the token to go on
// from, or 0.
func (r *reading) passiveBy(u unit, v, at int) int {
	held, n := r.attention(), len(r.reports)
	next := r.agentReports(u, v, at)
	if len(r.reports) > n && held.focus.known() {
		r.attendAgain(held) // "Asked by Marn where it was, he …"
	}
	return next
}

// agentReports is passiveBy but for whom pronouns stand for behind it.
func (r *reading) agentReports(u unit, v, at int) int {
	t := r.tokens[v]
	limit := r.ended(u)
	if t.form != past && t.form != passive || t.name >= 0 || t.frame&needsParticle != 0 || v+2 >= limit || r.tokens[v+1].Of(r.low) != "by" {
		return 0
	}
	end := r.agentEnd(v+2, limit)
	if end <= v+2 || r.tokens[v+2].form == gerund {
		return 0
	}
	s := r.sourceOf(phrase{v + 2, end})
	if d := r.tokens[v+2]; d.name < 0 && !d.is(determiner|possessive|capital) || d.is(groupNoun) || !s.known() || !r.animate(s) {
		return 0
	}
	cue := r.span(v, v+1)
	if end < limit && r.tokens[end].kind == comma && s.entity >= 0 {
		if k := r.nextComma(end+1, limit); k > 0 && r.parenthetic(end+1, k) {
			end = k + 1 // "was pressed by Marn, the member for Hexley, on"
		}
	}
	if end < limit && r.tokens[end].is(preposition) && !r.tokens[end].is(to) {
		if k := r.adjuncts(end, limit); k < limit && r.tokens[k].is(that|interrogative) {
			end = k // "was told by Marn on Monday that"
		}
	}
	if end < limit && r.tokens[end].kind == word {
		switch n := r.tokens[end]; {
		case n.is(that) && t.frame&takesClause != 0:
			return r.told(u, s, v, end+1, limit)
		case n.Of(r.low) == "if" && t.frame&takesAddressee != 0, n.is(preposition) && (n.Of(r.low) == "about" || n.Of(r.low) == "on") && t.frame&takesTo != 0 && t.frame&takesClause != 0:
			return r.told(u, s, v, end, min(limit, r.commaOr(end, limit)))
		case n.is(interrogative) && t.frame&takesClause != 0, n.is(to) && t.frame&(takesAddressee|takesTo) != 0, n.Of(r.low) == "as" && t.frame&takesObject != 0:
			return r.told(u, s, v, end, limit)
		}
	}
	if v == u.first || t.frame&takesObject == 0 || t.frame&stance != 0 || !isBe(r.auxiliaryOf(u, v)) {
		return 0
	}
	j := v - 1
	for j > u.first && r.tokens[j].is(adverb|auxiliary) {
		j--
	}
	if p := r.nounPhraseLeft(max(at, u.first), j+1); p.first < p.end && p.first >= at && r.report(s, cue, p.first, p.end) {
		return end
	}
	return 0
}

// told reports what stands from token first on as said by s with the verb at v.
func (r *reading) told(u unit, s source, v, first, limit int) int {
	end := r.clauseEnd(u, first, limit, r.tokens[v])
	if !r.report(s, r.span(v, v+1), first, end) {
		return 0
	}
	return end
}

// commaOr returns the next comma, or limit.
func (r *reading) commaOr(k, limit int) int {
	if n := r.nextComma(k, limit); n > 0 {
		return n
	}
	return limit
}

// agentEnd returns where the noun phrase after "by" ends.
func (r *reading) agentEnd(k, limit int) int {
	end := r.phraseRight(k, limit)
	for i := k + 1; i < end; i++ {
		if t := r.tokens[i]; t.is(to|interrogative|subordinator|that) || t.is(preposition) && !t.is(to) && t.Of(r.low) != "of" && t.Of(r.low) != "for" && t.Of(r.low) != "at" {
			return i
		}
	}
	return end
}
