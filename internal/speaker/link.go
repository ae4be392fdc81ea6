package speaker

// sourceBeside returns who reports with the word at token v.
func (r *reading) sourceBeside(u unit, v, first int) source {
	t := r.tokens[v]
	if t.kind != word {
		return r.clauseSubject(u, v)
	}
	if t.form == past && v+2 < u.end && r.tokens[v+1].Of(r.low) == "by" && r.tokens[v+2].form != gerund {
		if s := r.agentBehind(u, v+2); s.known() {
			return s // "was told by a soldier"
		}
	}
	if v == u.first {
		return r.sourceBehind(u, v, first)
	}
	if s := r.withSubject(u, v); s.known() {
		return s
	}
	if t.form == gerund && r.tokens[v-1].kind == comma && !r.partedBehind(u, v) {
		if n := len(r.reports); n > 0 && r.reports[n-1].cue.Start >= u.Start && r.reports[n-1].cue.End < t.Start {
			return r.reports[n-1].source // "Marn said it would stand, dismissing"
		}
	}
	if s, _ := r.subject(u, v); s.known() {
		return s
	}
	if s := r.owner(u, v); s.known() {
		return s
	}
	if r.tokens[v-1].is(to) && v-3 >= u.first && r.tokens[v-2].kind == word && r.tokens[v-3].name >= 0 {
		if s, _ := r.subject(u, v-2); s.entity >= 0 {
			return s // "as Marn likes to point out"
		}
	}
	if t.form == gerund && r.partedBehind(u, v) {
		for i := v - 1; i > u.first; i-- {
			if r.tokens[i].kind == semicolon {
				if s := r.sourceOf(phrase{i + 1, max(i+1, r.phraseRight(i+1, v))}); s.known() {
					return s // "…; Marn, the leader, refused, saying"
				}
				break
			}
		}
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

// withSubject returns whose the participle at token v is in a phrase with "with":
// "with the minister, Dana Marn, warning that".
func (r *reading) withSubject(u unit, v int) source {
	if r.tokens[v].form != gerund || v-2 <= u.first || r.tokens[v-1].kind != comma || r.tokens[v-2].name < 0 {
		return nobody
	}
	n := r.names[r.tokens[v-2].name]
	if n.end != v-1 || !r.entities[n.entity].isPerson() {
		return nobody
	}
	for i := n.run - 1; i >= u.first && i > n.run-10; i-- {
		t := r.tokens[i]
		if t.Of(r.low) == "with" {
			return r.named(n.entity)
		}
		if t.kind != word && t.kind != comma && t.kind != stop || t.is(auxiliary) {
			break
		}
	}
	return nobody
}

// partedBehind reports whether a semicolon stands between the last report of unit u and
// token v.
func (r *reading) partedBehind(u unit, v int) bool {
	for i := v - 1; i > u.first; i-- {
		if r.tokens[i].kind == semicolon {
			n := len(r.reports)
			return n == 0 || r.reports[n-1].cue.Start < r.tokens[i].Start
		}
	}
	return false
}

// agentBehind returns whom the phrase at token k, behind "by", stands for, or the name
// in apposition to it: "by the judge, Dame Verity Marn, why".
func (r *reading) agentBehind(u unit, k int) source {
	limit := r.ended(u)
	end := r.agentEnd(k, limit)
	for i := k + 1; i+1 < end; i++ {
		if r.tokens[i].Of(r.low) == "of" && participial(r.tokens[i+1].Of(r.low)) {
			end = i // "accused by Marn | of hiding it"
		}
	}
	if end <= k {
		return nobody
	}
	s := r.sourceOf(phrase{k, end})
	if end+1 < limit && r.tokens[end].kind == comma && r.tokens[end-1].name < 0 {
		if e := r.phraseRight(end+1, limit); e > end+1 && r.tokens[e-1].name >= 0 {
			if n := r.sourceOf(phrase{end + 1, e}); n.entity >= 0 && n.kind == Person {
				return n
			}
		}
	}
	if s.known() && (r.animate(s) || body(headNoun(s.span.Of(r.low)))) {
		return s
	}
	return nobody
}
