package speaker

// noun reads a report in a noun: "Marn’s claim that the bridge is safe", "her
// warning that it may fall". It returns the token to go on from, or 0.
func (r *reading) noun(u unit, v int) int {
	limit := r.ended(u)
	if v == u.first || v+2 >= limit {
		return 0
	}
	w, next := r.tokens[v].Of(r.low), r.tokens[v+1]
	clause := next.is(that) && reportingNoun(w)
	if !clause && !(next.is(to) && r.tokens[v+2].kind == word && !r.tokens[v+2].is(determiner|capital|possessive) && intention(w)) && !judgement(w, next.Of(r.low)) {
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
	if !clause {
		first := v + 2
		if next.is(to) && intention(w) {
			first--
		}
		end := r.phraseEnd(v+2, limit)
		if !r.report(s, r.span(v, first), first, end) {
			return 0
		}
		return end
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

// phraseEnd returns where the phrase that a noun governs ends: before the verb
// of the clause that it stands in, or at the first mark.
func (r *reading) phraseEnd(k, limit int) int {
	for i := k; i < limit; i++ {
		t := r.tokens[i]
		switch {
		case t.kind == quote && r.tokens[i-1].kind == word:
		case t.kind != word && !(t.kind == stop && r.abbreviates(i-1)):
			return i
		case i > k && t.is(auxiliary|relative|that), i > k && t.frame != 0 && t.name < 0 && (t.form == past || t.form == present) && t.frame&likeNoun == 0:
			return i
		case i > k && t.is(subordinator):
			return i
		case i > k && t.name < 0 && t.form == noForm && commonVerb(t.Of(r.low)) && !hasWord("let come become need set put hit hurt look works ", t.Of(r.low)):
			return i
		}
	}
	return limit
}

// intention reports whether w is a noun for a will that "to" and a verb spell
// out: "her promise to resign".
func intention(w string) bool {
	switch w {
	case "promise", "promises", "pledge", "pledges", "plan", "plans", "threat", "threats", "vow", "vows", "proposal", "proposals", "offer", "refusal", "desire", "intention", "willingness", "determination", "commitment", "hope", "hopes", "wish":
		return true
	}
	return false
}

// judgement reports whether the noun w, with the preposition that follows,
// names what somebody said of something: "Marn’s criticism of the toll".
func judgement(w, preposition string) bool {
	switch w {
	case "criticism", "criticisms", "denunciation", "condemnation", "rejection", "endorsement", "praise", "support", "opposition", "call", "calls", "demand", "demands", "attack", "attacks", "concerns", "comments", "remarks", "complaints", "disdain", "contempt", "admiration", "advocacy", "skepticism", "scepticism", "views", "disapproval", "warnings", "objections", "proposal", "proposals":
	default:
		return false
	}
	switch preposition {
	case "of":
		return !hasWord("call calls attack attacks demand demands ", w)
	case "for":
		return hasWord("support praise call calls demand demands contempt disdain admiration advocacy ", w)
	case "to":
		return hasWord("opposition objections ", w)
	case "about", "over":
		return hasWord("concerns comments remarks complaints views skepticism scepticism warnings ", w)
	case "on":
		return hasWord("attack attacks comments views ", w)
	}
	return false
}

// attitude reports whether w is an adjective for what somebody holds, which a
// clause spells out: "was confident that the bridge would stand".
func attitude(w string) bool {
	switch w {
	case "confident", "hopeful", "certain", "sure", "convinced", "adamant", "afraid", "fearful", "optimistic", "pessimistic", "skeptical", "sceptical", "worried", "concerned", "aware", "unaware", "glad", "proud", "sorry", "unsure", "doubtful", "critical", "dismissive", "supportive", "insistent", "unhappy", "grateful", "determined", "wary", "positive", "pleased", "disappointed", "surprised", "delighted", "keen", "eager", "reluctant", "unwilling", "willing":
		return true
	}
	return false
}

// adjective reads "Marn is confident that the bridge is safe". It returns the
// token to go on from.
func (r *reading) adjective(u unit, v, at int) int {
	limit := r.ended(u)
	if v+2 >= limit || r.auxiliaryOf(u, v) == "" {
		return v + 1
	}
	s, from := r.subject(u, v)
	if !s.known() || from < at || !r.animate(s) {
		return v + 1
	}
	w, n := r.tokens[v].Of(r.low), r.tokens[v+1]
	cueEnd, first := v+1, v+1
	switch {
	case n.is(that):
		first++
	case n.is(to) && hasWord("determined keen eager reluctant unwilling willing glad proud sorry pleased ", w) && !r.tokens[v+2].is(determiner):
	case n.is(pronoun), n.is(interrogative):
	case hasWord("about of over with by ", n.Of(r.low)) && hasWord("confident hopeful certain sure convinced afraid fearful optimistic pessimistic skeptical sceptical worried concerned proud sorry doubtful critical dismissive supportive wary ", w):
		cueEnd, first = v+2, v+2
	default:
		return v + 1
	}
	end := r.clauseEnd(u, first, limit, r.tokens[v])
	if !r.report(s, r.span(v, cueEnd), first, end) {
		return v + 1
	}
	return end
}

// possessor returns whom "his" or "her" stands for.
func (r *reading) possessor(w string) source {
	switch w {
	case "his", "him":
		return r.resumed("he")
	case "her":
		return r.resumed("she")
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
	case "claim", "claims", "warning", "warnings", "promise", "pledge", "report", "reports", "demand", "demands", "hope", "hopes", "fear", "fears", "view", "plea", "plan", "charge", "charges", "doubts", "estimate", "question", "questions", "threat", "argument", "arguments", "assertion", "assertions", "belief", "suggestion", "suggestions", "allegation", "allegations", "insistence", "contention", "concern", "concerns", "complaint", "complaints", "admission", "statement", "conviction", "accusation", "accusations", "assurance", "assurances", "prediction", "predictions", "vow", "assessment", "conclusion", "recommendation", "observation", "denial", "thesis", "theory", "feeling", "announcement", "declaration", "acknowledgment", "impression", "proposal", "remark", "remarks", "comment", "comments":
		return true
	}
	return false
}
