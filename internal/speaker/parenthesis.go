package speaker

// beforeParenthesis finds the subject of a verb that follows a comma: the
// phrase before the matching one, or one of two that name the same.
func (r *reading) beforeParenthesis(u unit, end int, mark kind) (source, int) {
	if mark == bracket {
		k := end - 1
		for k > u.first && r.tokens[k].kind != bracket {
			k--
		}
		if k <= u.first || end-k > 12 {
			return nobody, end
		}
		p := r.nounPhraseLeft(u.first, k)
		if p.first >= p.end {
			return nobody, end
		}
		return r.sourceOf(p), p.first
	}
	if end > u.first && r.tokens[end-1].kind == bracket {
		if s, from := r.beforeParenthesis(u, end-1, bracket); s.known() {
			if c := from - 1; s.entity < 0 && c > u.first && r.tokens[c].kind == comma && r.tokens[c-1].name >= 0 {
				n := r.names[r.tokens[c-1].name] // "Joan Hale, the mayor (and a diver), said"
				return r.named(n.entity), n.run
			}
			return s, from
		}
	}
	for range 6 {
		k := end - 1
		for k >= u.first && r.tokens[k].kind != mark && !r.hardBorder(k) {
			k--
		}
		hard := k < u.first || r.tokens[k].kind != mark
		if k+1 >= end {
			return nobody, end
		}
		if s := r.bodyNamed(u, k, end); s.known() {
			return s, r.names[r.tokens[k+1].name].run
		}
		if !r.parenthetic(k+1, end) {
			p := r.nounPhraseLeft(k+1, end)
			if p.first >= p.end {
				return nobody, end
			}
			s := r.sourceOf(p)
			if !hard && p.first == k+1 && k > u.first {
				// "the mayor, Kim Song, said": both halves are one.
				q := r.nounPhraseLeft(u.first, k)
				left := r.sourceOf(q)
				if left.known() && (s.entity < 0 || s.kind != Person && r.tokens[q.end-1].name >= 0) && left.entity >= 0 {
					return left, q.first
				}
				if s.known() && left.known() && q.first < q.end {
					return s, q.first
				}
			}
			return s, p.first
		}
		if hard {
			return nobody, end
		}
		k = r.beforeBracket(u, k)
		if c := r.commaBefore(u, k); c > u.first && r.tokens[c-1].name >= 0 && r.tokens[c+1].is(determiner) && r.entities[r.names[r.tokens[c-1].name].entity].isPerson() && r.parenthetic(c+1, k) && r.tokens[k].kind == comma {
			end = k // "Peris Vale, a trader and chair of the guild, who …, fears"
			continue
		}
		if p := r.nounPhraseLeft(u.first, k); p.first < p.end && !r.tokens[p.first].is(relative|numeral|subordinator) {
			s := r.sourceOf(p)
			if s.known() && !r.inApposition(u, p, s) {
				return s, p.first
			}
		}
		if k > u.first && r.tokens[k-1].is(pronoun) {
			return r.pronoun(r.tokens[k-1].Of(r.low)), k - 1
		}
		end = k
	}
	return nobody, end
}

// bodyNamed returns the body whose name is all that stands between the comma at
// token k and token end, behind what it is: "The water company, Sound Water, said".
func (r *reading) bodyNamed(u unit, k, end int) source {
	if k <= u.first || r.tokens[k].kind != comma || r.tokens[k+1].name < 0 {
		return nobody
	}
	n := r.names[r.tokens[k+1].name]
	if w := r.tokens[k-1].Of(r.low); n.end != end || n.run != k+1 || r.tokens[k-1].name >= 0 || !company(w) && !business(w) && !institution(w) {
		return nobody
	}
	s := r.named(n.entity)
	if s.entity < 0 || s.kind != Organization {
		return nobody
	}
	return s
}

// inApposition reports whether the phrase p only says who the person is that
// is named before it.
func (r *reading) inApposition(u unit, p phrase, s source) bool {
	c := p.first - 1
	if c-2 > u.first && r.tokens[c].kind == comma && r.tokens[c-1].is(numeral) && r.tokens[c-2].kind == comma {
		c -= 2 // "Marn, 29, a plumber,"
	}
	if c <= u.first || r.tokens[c].kind != comma || r.tokens[c-1].name < 0 {
		return false
	}
	n := r.names[r.tokens[c-1].name]
	return s.entity < 0 || s.kind != Person && r.entities[n.entity].isPerson() && r.tokens[p.first].name != r.tokens[p.end-1].name
}

// commaBefore returns the comma next to the left of token k in its unit, with
// nothing but words between; -1 for none.
func (r *reading) commaBefore(u unit, k int) int {
	for c := k - 1; c > u.first; c-- {
		if r.tokens[c].kind == comma {
			return c
		}
		if r.tokens[c].kind != word {
			break
		}
	}
	return -1
}

// beforeBracket returns the token of the bracket that opens the parenthesis
// which ends before token k; k where none does.
func (r *reading) beforeBracket(u unit, k int) int {
	if k-1 <= u.first || r.tokens[k-1].kind != bracket {
		return k
	}
	for j := k - 2; j > u.first && j > k-12; j-- {
		if r.tokens[j].kind == bracket {
			return j
		}
	}
	return k
}

// hardBorder reports whether token i bounds its clause.
func (r *reading) hardBorder(i int) bool {
	// A stop inside a unit belongs to an abbreviation.
	return r.tokens[i].kind == colon || r.tokens[i].kind == semicolon
}

// parenthetic reports whether what stands between two commas says something
// of the noun before them rather than being a subject itself.
func (r *reading) parenthetic(first, end int) bool {
	t := r.tokens[first]
	for end > first+1 && r.tokens[end-1].kind == stop {
		end--
	}
	if w := t.Of(r.text); len(w) > 2 && len(w) < 9 && w[1] == '-' && end <= first+3 {
		return true // "R-Telse"
	}
	if t.name >= 0 {
		// A name alone may be a person in apposition; a place or the letters
		// of an honour are not.
		n := r.names[t.name]
		if n.end < end && r.tokens[n.end].is(possessive) && r.hasRole(n.end, end) && (r.tokens[end-1].name < 0 || !r.entities[r.names[r.tokens[end-1].name].entity].isPerson()) {
			return true // "Ulmar’s oil and gas minister"
		}
		return n.end == end && !r.entities[n.entity].isPerson() || end == first+1 && t.Len() <= 4 && allCapitals(t.Of(r.text))
	}
	if t.is(relative|interrogative|preposition|numeral|subordinator|adverb|temporal|coordinator) && !t.is(determiner) {
		return true
	}
	if t.is(numeral) && end == first+1 {
		return true
	}
	if t.is(determiner | roleNoun | rolePrefix | possessive) {
		for i := first; i < end; i++ {
			if r.tokens[i].name >= 0 && r.names[r.tokens[i].name].end == end && r.tokens[i].is(capital) && r.entities[r.names[r.tokens[i].name].entity].isPerson() && r.headsPhrase(phrase{first, end}, r.names[r.tokens[i].name]) {
				return false
			}
		}
		return true
	}
	w := t.Of(r.low)
	return t.form == gerund || t.form == past || t.is(verbal) || len(w) > 5 && w[len(w)-3:] == "ing" && !t.is(capital)
}

func allCapitals(w string) bool {
	for i := range len(w) {
		if w[i] < 'A' || w[i] > 'Z' {
			return false
		}
	}
	return true
}
