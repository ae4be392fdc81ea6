package speaker

// finite reports whether token v can be the verb of a clause that reports.
func (r *reading) finite(u unit, v int) bool {
	t := r.tokens[v]
	var before token
	if v > u.first {
		before = r.tokens[v-1]
	}
	aux := r.auxiliaryOf(u, v)
	switch t.form {
	case past:
		if v+1 < u.end && r.tokens[v+1].Of(r.low) == "by" {
			return false
		}
		if t.frame&(likeNoun|takesTo|takesClause) == likeNoun|takesTo|takesClause && v+1 < u.end && r.tokens[v+1].kind == word && !r.governs(u, v) && !r.tokens[v+1].is(temporal|preposition|adverb) && aux == "" && !r.nominalHead(before) {
			return false // "pledged delegates"
		}
		if hasWord("most least ", before.Of(r.low)) && v-2 >= u.first && r.tokens[v-2].is(determiner|possessive) && v+1 < u.end && r.tokens[v+1].kind == word {
			return false // "the most respected expert"
		}
		return !isBe(aux)
	case present:
		if before.is(determiner|possessive) && before.kind == word && !before.is(groupNoun) {
			return false
		}
		return t.frame&likeNoun == 0 || r.governs(u, v)
	case base:
		if r.habitual(u, v) {
			return true
		}
		if before.is(to) && v > u.first+2 && t.frame&takesQuote != 0 && r.quoteNext(u, v) {
			return true // "was heard to mutter “…”"
		}
		if before.is(to) && before.kind == word && v > u.first+2 && t.frame&takesClause != 0 && t.frame&(stance|likeNoun) == 0 && !r.tokens[v-2].is(auxiliary|adverb) {
			return r.quoteNext(u, v) || v+1 < u.end && r.tokens[v+1].is(that|pronoun) // "took to the radio to say that"
		}
		if before.kind == word && before.is(to|determiner|preposition|possessive) && !before.is(groupNoun) {
			return false
		}
		if aux != "" {
			return !isBe(aux) && aux != "has" && aux != "have" && aux != "had"
		}
		if t.is(opening) || v == u.first {
			return false
		}
		if t.frame&likeNoun != 0 || t.frame&takesClause == 0 {
			return r.pluralSubject(u, v) && r.governs(u, v)
		}
		return r.pluralSubject(u, v) || before.kind == word && !before.is(adverb|relative|interrogative|coordinator) && r.governs(u, v)
	case gerund:
		if t.is(opening) {
			return false
		}
		return isBe(aux) || before.kind == comma || before.kind == dash || before.Of(r.low) == "as" || t.frame&takesClause != 0 && r.quoteNext(u, v) ||
			t.frame&stance == 0 && v > u.first+1 && (hasWord("by in while after before ", before.Of(r.low)) || before.kind == word && !before.is(preposition|determiner|auxiliary|adverb|to|coordinator|possessive)) && r.governs(u, v)
	}
	return false
}

// habitual reports whether the verb at v tells what somebody says again and
// again: "he likes to say".
func (r *reading) habitual(u unit, v int) bool {
	return v > u.first+2 && r.tokens[v-1].is(to) && r.tokens[v].frame&takesClause != 0 && hasWord("used likes like liked loves love loved prefers preferred ", r.tokens[v-2].Of(r.low))
}

// nominalHead reports whether the token can end a subject: a name, a pronoun,
// a noun for people or for a text.
func (r *reading) nominalHead(t token) bool {
	return t.kind == word && (t.name >= 0 || t.is(pronoun|relative|roleNoun|groupNoun|orgNoun|medium))
}

// quoteNext reports whether a quotation follows the verb at v at once.
func (r *reading) quoteNext(u unit, v int) bool {
	k := v + 1
	if k < u.end && (r.tokens[k].kind == comma || r.tokens[k].kind == colon) {
		k++
	}
	return k < u.end && r.tokens[k].kind == quote
}

// auxiliaryOf returns the auxiliary that governs the verb at v, or "".
func (r *reading) auxiliaryOf(u unit, v int) string {
	for j := v - 1; j >= u.first && j >= v-4; j-- {
		t := r.tokens[j]
		if t.is(auxiliary) {
			return t.Of(r.low)
		}
		if !t.is(adverb) {
			break
		}
	}
	return ""
}

func isBe(aux string) bool {
	switch aux {
	case "is", "are", "was", "were", "be", "been", "being", "am", "’re", "'re", "’m", "'m", "isn’t", "isn't", "wasn’t", "wasn't", "aren’t", "aren't", "weren’t", "weren't":
		return true
	}
	return false
}

// pluralSubject reports whether what stands before a base form can be its
// subject: "they say", "critics say", "Marn and Hale say".
func (r *reading) pluralSubject(u unit, v int) bool {
	j := v - 1
	for j >= u.first && r.tokens[j].is(adverb) {
		j--
	}
	if j < u.first {
		return false
	}
	t := r.tokens[j]
	if t.is(pronoun) || t.is(relative) || t.is(groupNoun) {
		return true
	}
	if t.kind == comma {
		return true
	}
	if t.kind == other && t.Of(r.text) == "%" {
		return true
	}
	if p := r.fronted(r.nounPhraseLeft(max(u.first, v-16), j+1)); p.first < p.end && t.kind == word && t.name < 0 {
		for i := p.first; i < p.end; i++ {
			if n := r.tokens[i]; n.is(preposition) && i > p.first {
				if h := r.tokens[i-1]; h.is(groupNoun|numeral) || h.name < 0 && plural(h.Of(r.low)) {
					return true
				}
				break
			}
		}
	}
	w := t.Of(r.low)
	if t.kind == word && len(w) > 3 && endsInS(w) && (t.name < 0 || r.tokens[v].frame&likeNoun == 0 && r.entities[r.names[t.name].entity].words == 1) {
		return true // "farmers say", "Telseans often say"
	}
	return t.name >= 0 && r.nounPhraseLeft(max(u.first, v-12), v).plural(r)
}

// governs reports whether what follows the verb-like word at v can be its
// complement, so that it is a verb and not a noun.
func (r *reading) governs(u unit, v int) bool {
	if v+1 >= r.ended(u) || r.tokens[v+1].kind == comma {
		for j := v - 1; j >= u.first && j > v-12; j-- {
			if r.tokens[j].kind == quote {
				return true // “…,” Marn notes.
			}
		}
		return false
	}
	t := r.tokens[v+1]
	if t.kind == quote || t.kind == colon {
		return true
	}
	if t.kind != word {
		return false
	}
	if t.is(determiner|pronoun|objective|that|to|interrogative|numeral|negation) || t.name >= 0 && t.is(capital) {
		return true
	}
	if w := t.Of(r.low); len(w) > 5 && w[len(w)-3:] == "ing" {
		return true // "supports raising the toll"
	}
	l, _, _ := lemmatize(r.tokens[v].Of(r.low))
	return hasWord(particles(l), t.Of(r.low)) || t.is(possessive) && t.is(determiner)
}

// hasWord reports whether list, each word closed by a space, has w.
func hasWord(list, w string) bool {
	for i := 0; i < len(list); {
		j := i
		for list[j] != ' ' {
			j++
		}
		if list[i:j] == w {
			return true
		}
		i = j + 1
	}
	return false
}
