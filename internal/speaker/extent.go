package speaker

// clauseEnd returns where the clause that begins at token k ends: with its
// sentence, unless another report or another clause of reporting begins.
func (r *reading) clauseEnd(u unit, k, limit int, verb token) int {
	for i := k; i < limit; i++ {
		t := r.tokens[i]
		switch {
		case t.kind == semicolon:
			return i
		case t.kind == colon && i+1 < limit && r.tokens[i+1].kind == quote && r.sentenceLike(r.quotes[r.tokens[i+1].quote]):
			return i // "criticised Marn: “It will not do,” she said"
		case t.kind == comma && i+2 < limit && r.tokens[i+1].Of(r.low) == "according" && r.tokens[i+2].is(to):
			return i
		case t.Of(r.low) == "according" && i > k && i+1 < limit && r.tokens[i+1].is(to):
			return i
		case t.kind == comma && i+1 < limit && r.tokens[i+1].form == gerund && (r.adds(r.tokens[i+1].Of(r.low)) || i+2 < limit && r.tokens[i+1].frame&takesClause != 0 && r.tokens[i+2].is(that)):
			return i
		case t.is(coordinator) && t.kind == word && i > k && i+1 < limit:
			if r.newReport(u, i+1, limit, verb) {
				if r.tokens[i-1].kind == comma {
					return i - 1
				}
				return i
			}
		case t.kind == comma && i+1 < limit && r.tokens[i+1].is(subordinator):
			if r.newSubject(u, i+2, limit) {
				return i
			}
		}
	}
	return limit
}

// adds reports whether a participle opens a further statement of the speaker
// rather than saying more about the first.
func (r *reading) adds(w string) bool {
	switch w {
	case "adding", "saying", "telling", "noting", "calling", "citing", "referring":
		return true
	}
	return false
}

// newReport reports whether what follows a coordinator is a report of its
// own: a reporting verb in the form of the first, or a subject and one.
func (r *reading) newReport(u unit, i, limit int, verb token) bool {
	j := i
	for j < limit && r.tokens[j].is(adverb) && r.tokens[j].kind == word {
		j++
	}
	if j < limit && r.tokens[j].frame != 0 && r.tokens[j].form == verb.form && (verb.form == past || verb.form == present) && j+1 < limit {
		if c := r.tokens[j+1]; c.Of(r.low) != "by" && (c.kind == quote || c.kind == word && !c.is(coordinator)) && (r.tokens[j].frame&needsParticle == 0) {
			return true
		}
	}
	return r.newSubject(u, i, limit)
}

// newSubject reports whether a subject and a verb of saying follow at token i.
func (r *reading) newSubject(u unit, i, limit int) bool {
	for j := i; j < limit && j < i+12; j++ {
		t := r.tokens[j]
		if t.kind != word || t.is(relative|that|coordinator|subordinator|verbal|to) && t.name < 0 {
			return false
		}
		if j > i && t.frame&takesClause != 0 && t.frame&stance == 0 && t.form == past && t.name < 0 {
			s, from := r.subject(u, j)
			return s.known() && from >= i && r.finite(u, j)
		}
		if t.frame != 0 && t.form == past && t.name < 0 {
			return false
		}
	}
	return false
}

// addressee returns where the one who is told ends.
func (r *reading) addressee(u unit, k, limit int) int {
	for j := k; j < limit; j++ {
		t := r.tokens[j]
		if t.kind == stop && r.abbreviates(j-1) {
			continue
		}
		if t.kind != word || t.is(that|to|interrogative|preposition|temporal|subordinator) {
			return j
		}
		if j == k {
			continue
		}
		b := r.tokens[j-1]
		starts := t.is(determiner) && !b.is(determiner) || t.is(pronoun) || t.is(capital) && !b.is(capital|determiner|possessive|preposition) && b.name < 0 || b.is(objective) && !b.is(possessive)
		if starts {
			return j
		}
	}
	return limit
}

// adjuncts returns where what may stand between a verb of saying and the
// reported words ends: "on Friday", "in a statement", "to reporters".
func (r *reading) adjuncts(k, limit int) int {
	for k < limit {
		t := r.tokens[k]
		switch {
		case t.kind == word && t.is(temporal):
			k++
		case k+1 < limit && hasWord("last this next earlier late ", t.Of(r.low)) && (r.tokens[k+1].is(temporal) || hasWord("week month year weekend summer winter spring fall autumn ", r.tokens[k+1].Of(r.low))):
			k += 2
		case t.kind == word && t.is(adverb) && !t.is(negation|objective) && t.name < 0:
			k++
		case t.kind == comma || t.kind == dash:
			n := r.parenthesis(k, limit)
			if n == k {
				return k
			}
			k = n
		case t.kind == word && t.is(preposition) && !t.is(to) || t.is(to) && k+1 < limit && r.tokens[k+1].is(groupNoun|objective|determiner|capital):
			n := r.adjunct(k, limit)
			if n == k {
				return k
			}
			k = n
		default:
			return k
		}
	}
	return k
}

// parenthesis skips ", however,": a comma whose fellow stands close by, and
// is followed by the words.
func (r *reading) parenthesis(k, limit int) int {
	if k+1 < limit && r.tokens[k+1].form == gerund {
		return k
	}
	for j := k + 1; j < limit && j < k+14; j++ {
		switch r.tokens[j].kind {
		case quote:
			if j == k+1 || r.tokens[j-1].kind == word && r.clausal(k+1, j) {
				return k // "the rain, Marn said, came to be called “the wall”"
			}
			return j
		case comma, dash:
			if r.tokens[j].kind != r.tokens[k].kind {
				continue
			}
			if j+1 < limit && (r.tokens[j+1].kind == quote || r.tokens[j+1].is(that)) {
				return j + 1
			}
			if j <= k+6 && j+1 < limit && !r.tokens[k+1].is(capital|coordinator|relative) && r.tokens[k+1].form != gerund {
				return j + 1
			}
			return k
		}
	}
	return k
}

// adjunct returns the end of the prepositional phrase at token k where the
// reported words may follow it, k where what follows belongs to it.
func (r *reading) adjunct(k, limit int) int {
	medial := false
	for j := k + 1; j < limit && j < k+30; j++ {
		t := r.tokens[j]
		if (t.is(medium|temporal|groupNoun) || hasWord("summer winter spring autumn fall week weekend month year ", t.Of(r.low))) && !(j+1 < limit && r.tokens[j+1].is(medium|temporal)) {
			medial = true
			n := j + 1
			if n < limit && r.startsClause(n) {
				return n
			}
			continue
		}
		if t.kind == quote && r.tokens[j-1].kind == word && r.tokens[j-1].is(preposition|possessive) && r.quotes[t.quote].Inner.Len() < 40 {
			medial = true // on CNN’s “Morning Call”
			if j+1 < limit && r.startsClause(j+1) {
				return j + 1
			}
			continue
		}
		if t.is(that) && j > k+1 || t.kind == quote && j > k+1 {
			return j
		}
		if t.kind == comma {
			if j+1 < limit && (r.tokens[j+1].kind == quote || r.tokens[j+1].is(that)) {
				return j + 1
			}
			return k
		}
		if t.kind == colon {
			return j
		}
		if t.kind != word && !(t.kind == stop && r.abbreviates(j-1)) {
			return k
		}
		if (t.is(determiner) || t.is(pronoun) || t.is(numeral)) && j > k+1 && !r.tokens[j-1].is(preposition|determiner|numeral|temporal|coordinator|possessive) && (medial || r.clausal(j, limit)) {
			return j
		}
	}
	if medial || k+6 >= limit {
		return limit
	}
	return k
}

// startsClause reports whether token i opens a clause: a determiner, a
// pronoun, a name.
func (r *reading) startsClause(i int) bool {
	t := r.tokens[i]
	return t.kind == word && (t.is(determiner|pronoun|that) || t.is(capital) && !t.is(temporal)) || t.kind == quote || t.kind == colon
}
