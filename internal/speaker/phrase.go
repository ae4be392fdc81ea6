package speaker

import "strings"

// phrase is a noun phrase: the tokens [first, end).
type phrase struct{ first, end int }

// maxPhrase bounds the noun phrases that are read from their end, in tokens.
const maxPhrase = 40

// nounPhraseLeft returns the noun phrase that ends before token end, no
// further left than first.
func (r *reading) nounPhraseLeft(first, end int) phrase {
	i := end
	first = max(first, end-maxPhrase)
	for i > first {
		t := r.tokens[i-1]
		if t.kind == stop && i-2 >= first && r.abbreviates(i-2) && r.tokens[i-2].End == t.Start {
			i--
			continue
		}
		if t.kind == bracket && i < end && r.tokens[i].is(coordinator) {
			if k := r.party(first, i-1); k < i-1 {
				i = k
				continue
			}
		}
		if t.kind == other && (t.Of(r.text) == "&" || t.Of(r.text) == "%") {
			i--
			continue
		}
		if t.kind == quote && i < end && r.quotes[t.quote].Inner.Len() < 30 && i-2 >= first && r.tokens[i-2].kind == word && !r.punctuated(r.quotes[t.quote]) {
			i-- // the “Late Show” host
			continue
		}
		if t.is(objective) && i-2 >= first && r.tokens[i-2].is(preposition) {
			i-- // "a source close to him"
			continue
		}
		if t.kind != word || r.boundsPhrase(t) {
			break
		}
		if t.is(verbal) && t.name < 0 && !t.is(capital) && i-2 >= first && r.tokens[i-2].name >= 0 {
			break // "Farid Mossop presented"
		}
		if t.is(coordinator) && !r.joins(first, i-1, end) {
			break
		}
		i--
		if i > first && t.is(determiner) && !t.is(numeral|groupNoun|capital) && r.bearsNoun(r.tokens[i-1]) {
			break // "a step | the governor"
		}
	}
	for i < end && (r.tokens[i].is(coordinator) || r.tokens[i].is(adverb) && !r.tokens[i].is(capital) || r.tokens[i].is(possessive) && !r.tokens[i].is(determiner) || r.tokens[i].is(opening) && r.tokens[i].is(adverb) && r.tokens[i].name < 0 || r.tokens[i].kind != word) {
		i++
	}
	return phrase{i, end}
}

// bearsNoun reports whether the token can be the last word of a noun phrase, so
// that a determiner behind it opens another.
func (r *reading) bearsNoun(t token) bool {
	if t.kind != word || t.name >= 0 {
		return t.kind == word
	}
	return !t.is(preposition|determiner|coordinator|adverb|numeral|possessive|auxiliary|verbal|to|that|subordinator|relative|interrogative|temporal|negation) && t.frame == 0 && !hasWord("half such quite rather what twice double ", t.Of(r.low))
}

// boundsPhrase reports whether a noun phrase cannot hold the word.
func (r *reading) boundsPhrase(t token) bool {
	if t.is(subordinator|relative|auxiliary|that|interrogative) && !t.is(capital) {
		return true
	}
	if t.is(opening) && t.is(subordinator|relative|interrogative) {
		return true
	}
	if t.is(pronoun) && !t.is(initial) || t.is(objective) && !t.is(possessive) {
		return true
	}
	if t.name >= 0 {
		return false
	}
	if t.frame != 0 && t.frame&takesClause != 0 && (t.form == past || t.form == present && t.frame&likeNoun == 0) {
		return true
	}
	return t.is(verbal) && !t.is(rolePrefix|roleNoun) && commonVerb(t.Of(r.low))
}

// joins reports whether the coordinator at token i joins two parts of one
// subject: "Marn and Hale", "the mayor and her deputy".
func (r *reading) joins(first, i, end int) bool {
	if i <= first || i+1 >= end || r.tokens[i].Of(r.low) == "but" {
		return false
	}
	left := r.tokens[i-1]
	if left.kind == bracket {
		left = r.tokens[max(first, r.party(first, i-1)-1)]
	}
	if left.name >= 0 || left.is(groupNoun|roleNoun) {
		right := r.tokens[i+1]
		start := r.tokens[first]
		// "He met Marn and Hale said" has a verb further left; the walk stops
		// there, so only a phrase that opens its clause may be joined.
		return (right.is(capital) || right.is(groupNoun|roleNoun|determiner) || r.entitles(i+1, end)) && (start.kind == word || start.kind == quote) && (i-first) < 8 && !r.tokens[first].is(preposition)
	}
	return false
}

// entitles reports whether plain words from token i on are the role of the name
// that ends before token end: "state house speaker Brian Bose".
func (r *reading) entitles(i, end int) bool {
	k := r.tokens[end-1].name
	if k < 0 || r.names[k].end != end || r.names[k].run <= i || r.names[k].run > i+4 || !r.tokens[r.names[k].run-1].is(roleNoun) && r.names[k].run == r.names[k].first {
		return false
	}
	for ; i < r.names[k].run; i++ {
		if t := r.tokens[i]; t.kind != word || t.frame != 0 && !t.is(roleNoun) || t.is(preposition|auxiliary|verbal|pronoun|adverb|subordinator) {
			return false
		}
	}
	return true
}

// party returns where the brackets open that close at token i, with a party or a
// place in them, between a name and "and": "Rosl Egger (Greens) and"; i where
// they don’t.
func (r *reading) party(first, i int) int {
	for k := i - 1; k > first && k >= i-4; k-- {
		if r.tokens[k].kind == bracket {
			if r.tokens[k-1].name >= 0 {
				return k
			}
			return i
		}
	}
	return i
}

// fronted returns p without the adverbial that opens it: "In Orvik the mayor".
func (r *reading) fronted(p phrase) phrase {
	i := p.first
	for i < p.end && r.tokens[i].is(temporal) {
		i++
	}
	if i >= p.end || !r.tokens[i].is(preposition) {
		return phrase{i, p.end}
	}
	// The subject begins at the last determiner or name that no preposition
	// governs.
	for j := p.end - 1; j > i; j-- {
		t := r.tokens[j]
		before := r.tokens[j-1]
		starts := t.is(determiner) || r.opensName(j, p.end)
		if starts && !before.is(preposition|determiner|possessive|coordinator) {
			return phrase{j, p.end}
		}
	}
	return phrase{p.end, p.end}
}

// opensName reports whether a name, or the titles before one, begins at token j.
func (r *reading) opensName(j, end int) bool {
	for k := j; k < end && k < j+5; k++ {
		if n := r.tokens[k].name; n >= 0 {
			return r.names[n].run == j
		}
		if !r.tokens[k].is(capital) && r.tokens[k].kind != stop {
			return false
		}
	}
	return false
}

// plural reports whether the noun w, in lower case, looks like a plural.
func plural(w string) bool {
	n := len(w)
	return n > 3 && (endsInS(w) || w[n-3:] == "men" || n > 5 && w[n-6:] == "people" || w[n-4:] == "folk")
}

// headNoun returns the last word of the phrase s, in lower case, before what a
// preposition, "who" or a participle adds: "two officials | briefed on the talks".
func headNoun(s string) string {
	head, _ := headAndLast(s)
	return head
}

// headAndLast returns the head noun of the phrase s, in lower case, and the last word
// before its first preposition or "who", which can be a participle: "officials" and
// "briefed" of "two officials briefed on the talks".
func headAndLast(s string) (head, last string) {
	for w := range strings.FieldsSeq(s) {
		w = strings.TrimRight(w, ",.’'")
		if last != "" && functionWord(w)&(preposition|relative) != 0 {
			break
		}
		if n := len(w); head == "" && (plural(last) || role(last)&roleNoun != 0) && n > 4 && (w[n-2:] == "ed" || w[n-3:] == "ing" || hasWord("familiar close ", w)) {
			head = last
		}
		last = w
	}
	if head == "" {
		head = last
	}
	return head, last
}
