package speaker

// putAt reads "put it to her that …" and "put the cost at 40 crowns". It
// returns where the cue ends and the reported words begin, or 0.
func (r *reading) putAt(k, limit int) (cueEnd, first int) {
	if r.tokens[k].Of(r.low) == "it" {
		for j := k + 1; j < limit && j < k+7; j++ {
			if r.tokens[j].is(that) {
				return k + 1, j + 1
			}
		}
		return 0, 0
	}
	for j := k + 1; j+1 < limit && j < k+16; j++ {
		t := r.tokens[j]
		if t.kind != word || t.is(auxiliary|relative|that|pronoun|to) {
			break
		}
		if t.Of(r.low) == "at" && !r.tokens[j+1].is(determiner) && (r.tokens[j+1].is(numeral) || r.tokens[j+1].kind == other || r.tokens[j+1].Of(r.low) == "between") {
			return k, k
		}
	}
	return 0, 0
}

// asNoted reads "As Marn noted, S" and "S, as Marn noted." It reports whether
// the whole unit was read.
func (r *reading) asNoted(u unit) bool {
	limit := r.ended(u)
	for i := u.first; i+2 < limit; i++ {
		if r.tokens[i].Of(r.low) != "as" || i > u.first+2 && r.tokens[i-1].kind != comma {
			continue
		}
		for v := i + 2; v < limit && v < i+16; v++ {
			t := r.tokens[v]
			if t.kind != word && t.kind != stop && t.kind != comma {
				break
			}
			if t.frame&takesClause == 0 || t.frame&stance != 0 || t.name >= 0 || t.form != past && t.form != present {
				continue
			}
			s, from := r.subject(u, v)
			if !s.known() || from <= i || from > i+6 {
				break
			}
			return r.notedBeside(u, s, i, v, limit)
		}
	}
	return false
}

// notedBeside reports what stands beside "as Marn noted", whose "as" is token
// i and whose verb is token v.
func (r *reading) notedBeside(u unit, s source, i, v, limit int) bool {
	k := r.adjuncts(v+1, limit)
	if r.tokens[v].frame&takesAddressee != 0 {
		k = r.adjuncts(r.addressee(u, v+1, limit), limit)
	}
	if k < limit && r.tokens[k].is(preposition) {
		k = r.toComma(k, limit)
	}
	cue := r.span(v, v+1)
	switch {
	case i <= u.first+2 && k+1 < limit && r.tokens[k].kind == comma && r.asserts(k+1, limit):
		return r.report(s, cue, k+1, r.clauseEnd(u, k+1, limit, r.tokens[v]))
	case i > u.first+2 && k >= limit && r.asserts(u.first, i-1):
		return r.report(s, cue, u.first, i-1)
	}
	return false
}

// toComma returns the comma that ends the prepositional phrase at token k,
// "on Monday,", or k where words of another kind come first.
func (r *reading) toComma(k, limit int) int {
	for j := k + 1; j < limit && j < k+10; j++ {
		switch t := r.tokens[j]; {
		case t.kind == comma:
			return j
		case t.kind != word || t.frame != 0 && t.name < 0:
			return k
		}
	}
	return k
}

// gave reads "gave evidence that …", "gave the cause of death as …".
func (r *reading) gave(k, limit int) (cueEnd, first int) {
	for j := k; j+1 < limit && j < k+8; j++ {
		t := r.tokens[j]
		if t.kind != word || t.is(auxiliary|relative|pronoun) {
			break
		}
		if n := r.tokens[j+1]; n.is(that) && (reportingNoun(t.Of(r.low)) || hasWord("evidence assurance assurances notice warning ", t.Of(r.low))) {
			return j + 1, j + 2
		} else if j > k && n.Of(r.low) == "as" {
			return k, k
		}
	}
	return 0, 0
}

// letKnow reads "let it be known that …", "let slip that …".
func (r *reading) letKnow(k, limit int) (cueEnd, first int) {
	for j := k; j+1 < limit && j < k+4; j++ {
		if hasWord("known slip understood ", r.tokens[j].Of(r.low)) {
			if r.tokens[j+1].is(that) {
				return j + 1, j + 2
			}
			return j + 1, j + 1
		}
	}
	return 0, 0
}
