package speaker

// noun reads a report in a noun: "Marn’s claim that the bridge is safe", "her
// warning that it may fall". It returns the token to go on from, or 0.
func (r *reading) noun(u unit, v int) int {
	limit := r.ended(u)
	if v == u.first || v+2 >= limit || !r.tokens[v+1].is(that) || !reportingNoun(r.tokens[v].Of(r.low)) {
		return 0
	}
	j := v - 1
	for j > u.first && j > v-4 && r.tokens[j].kind == word && !r.tokens[j].is(possessive|determiner|preposition|auxiliary) && r.tokens[j].frame == 0 {
		j-- // an adjective
	}
	p := r.tokens[j]
	if !p.is(possessive) {
		return 0
	}
	s := nobody
	if p.is(determiner) { // his, her, their
		s = r.possessor(p.Of(r.low))
	} else if np := r.nounPhraseLeft(u.first, j); np.first < np.end {
		s = r.sourceOf(np)
	}
	if !s.known() || !r.animate(s) {
		return 0
	}
	end := r.clauseEnd(u, v+2, limit, r.tokens[v])
	for i := v + 2; i+1 < end; i++ { // the main clause goes on after a comma
		if r.tokens[i].kind == comma {
			end = i
		}
	}
	if !r.report(s, r.span(v, v+1), v+2, end) {
		return 0
	}
	return end
}

// possessor returns whom "his" or "her" stands for.
func (r *reading) possessor(w string) source {
	switch w {
	case "his":
		return r.pronoun("he")
	case "her":
		return r.pronoun("she")
	case "their":
		return r.pronoun("they")
	case "its":
		return r.pronoun("it")
	}
	return nobody
}

// reportingNoun reports whether w, in lower case, names a speech act that a
// clause with "that" spells out.
func reportingNoun(w string) bool {
	switch w {
	case "claim", "claims", "warning", "warnings", "promise", "pledge", "report", "reports", "demand", "demands", "hope", "hopes", "fear", "fears", "view", "plea", "plan", "charge", "charges", "doubts", "estimate", "question", "questions", "threat", "remark", "remarks", "comment", "comments":
		return true
	}
	return false
}
