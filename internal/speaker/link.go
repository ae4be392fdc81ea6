package speaker

// sourceBeside returns who reports with the word at token v.
func (r *reading) sourceBeside(u unit, v, first int) source {
	t := r.tokens[v]
	if t.kind != word {
		return r.clauseSubject(u, v)
	}
	if v == u.first {
		return r.sourceBehind(u, v, first)
	}
	if s, _ := r.subject(u, v); s.known() {
		return s
	}
	if s := r.owner(u, v); s.known() {
		return s
	}
	if t.form == gerund || t.form == base || r.tokens[v-1].is(to) {
		if s := r.participleSubject(u, v); s.known() {
			return s
		}
	}
	if s := r.clauseSubject(u, v); s.known() {
		return s
	}
	return r.sourceBehind(u, v, first)
}

// owner returns whose the noun at token v is: "Marn's growing doubts".
func (r *reading) owner(u unit, v int) source {
	j := v - 1
	for j > u.first && j > v-4 && r.tokens[j].kind == word && !r.tokens[j].is(possessive|determiner|preposition|auxiliary) && r.tokens[j].frame == 0 {
		j--
	}
	p := r.tokens[j]
	if !p.is(possessive) {
		return nobody
	}
	if p.is(determiner) {
		return r.possessor(p.Of(r.low))
	}
	if np := r.nounPhraseLeft(u.first, j); np.first < np.end {
		return r.sourceOf(np)
	}
	return nobody
}

// sourceBehind returns the subject that follows its verb: “…,” said Marn.
func (r *reading) sourceBehind(u unit, v, first int) source {
	if first >= v || v+1 >= u.end {
		return nobody
	}
	e := r.phraseRight(v+1, r.ended(u))
	if e <= v+1 {
		return nobody
	}
	s := r.sourceOf(phrase{v + 1, e})
	if s.kind != Person {
		s = r.apposedRight(s, e, r.ended(u))
	}
	return s
}
