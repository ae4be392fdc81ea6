package speaker

import "onrecord/internal/text"

// verb reads the clause of the reporting verb at token v. No report may begin
// left of at. It returns the token to go on from.
func (r *reading) verb(u unit, v, at int) int {
	if next := r.noun(u, v); next > 0 {
		return next
	}
	t := r.tokens[v]
	if t.frame == adjectival {
		return r.adjective(u, v, at)
	}
	if next := r.passiveBy(u, v, at); next > 0 {
		return next
	}
	if t.name >= 0 {
		return v + 1
	}
	if v == u.first && t.form == gerund {
		return max(v+1, r.frontedClause(u))
	}
	if !r.finite(u, v) {
		return v + 1
	}
	s, from := r.speakerOf(u, v)
	if !s.known() || from < at {
		if next, ok := r.inverted(u, v, at); ok {
			return next
		}
	}
	if !s.known() {
		if r.quoteBefore(from, at) >= 0 {
			r.speaking, r.lastCue = nobody, text.Span{} // somebody spoke, nobody knows who
		}
		return v + 1
	}
	if !r.animate(s) && r.needsWill(t, s) {
		return v + 1
	}
	return r.place(u, v, at, from, s)
}

// frontedClause reads the clause that a participle opens the unit with, whose
// subject is the sentence's: "Arguing that the bridge was unsafe, Marn left". It
// returns the token to go on from, or 0.
func (r *reading) frontedClause(u unit) int {
	t, limit := r.tokens[u.first], r.ended(u)
	k := u.first + 1
	if t.frame&takesClause == 0 || t.frame&(stance|needsParticle) != 0 || k >= limit || r.tokens[k].kind != word {
		return 0
	}
	if r.tokens[k].is(that) {
		k++
	}
	if n := r.tokens[k]; n.is(preposition) && !n.is(determiner|numeral) || hasWord("responding replying writing reading ", t.Of(r.low)) {
		return 0 // "Writing for the paper, …", "Responding officers …"
	}
	for i := k + 2; i+2 < limit && i < k+40; i++ {
		if r.tokens[i].kind != comma || !r.clausal(k, i) {
			continue
		}
		end := r.phraseRight(i+1, limit)
		s := r.sourceOf(phrase{i + 1, end})
		if n := r.tokens[i+1]; n.is(pronoun) && n.name < 0 {
			s, end = r.pronoun(n.Of(r.low)), i+2
		}
		if n := r.tokens[min(end, limit-1)]; !s.known() || !r.animate(s) || n.kind != word || !n.is(auxiliary|verbal|adverb) && (n.frame == 0 || n.form != past && n.form != present) {
			continue
		}
		if r.report(s, r.span(u.first, u.first+1), k, i) {
			return i
		}
	}
	return 0
}

// speakerOf returns whose report the verb at v gives, and where the subject
// begins, or the verb where the subject stands further off.
func (r *reading) speakerOf(u unit, v int) (source, int) {
	t := r.tokens[v]
	if t.form == base && r.habitual(u, v) {
		return r.subject(u, v-2)
	}
	s, from := r.subject(u, v)
	if t.form == base && r.tokens[v-1].is(to) {
		return r.participleSubject(u, v), v
	}
	if t.form == gerund && r.auxiliaryOf(u, v) == "" {
		if k := r.tokens[v-1].name; k >= 0 && r.names[k].end == v {
			return r.named(r.names[k].entity), v // "with Marn calling it a disgrace"
		}
		if b := r.tokens[v-1]; b.kind != word || b.is(preposition|subordinator|medium) && b.name < 0 || !r.animate(s) {
			s = r.participleSubject(u, v)
		}
		return s, v
	}
	return s, from
}

// needsWill reports whether only somebody with a will can be the verb’s
// subject: "the bridge wants", "a bridge called Long Tom".
func (r *reading) needsWill(t token, s source) bool {
	switch {
	case t.frame&stance != 0:
		return t.frame&takesTo != 0
	case naming(t.Of(r.low)):
		return true
	}
	f := t.frame & (takesObject | takesClause | needsParticle)
	return (f == takesObject || f == needsParticle && t.form == present) && !r.textual(s)
}

// place finds the words that s reports with the verb at v: on its left, on its
// right, or on both sides.
func (r *reading) place(u unit, v, at, from int, s source) int {
	t := r.tokens[v]
	c := r.complement(u, v)
	c = r.beforeSpeech(u, c)
	cue := r.cue(u, v, c.cueEnd)
	if q := r.spokenBefore(from, at, c); q >= 0 && (t.frame&(takesClause|takesQuote|takesAddressee|takesObject) != 0 || c.cueEnd > v+1) {
		r.report(s, cue, r.leftStart(u, q, at), q+1)
		if c.end > c.first && r.tokens[c.first].kind == quote { // “…,” Marn said, “…”
			r.report(s, cue, c.first, c.end)
			return c.end
		}
		return v + 1
	}
	if r.anonymity(c) {
		return v + 1
	}
	if c.end > c.first {
		if r.relativeOf(u, v) {
			c.end = r.relativeEnd(c.first, c.end, t)
		}
		if r.report(s, cue, c.first, c.end) {
			return c.end
		}
		return v + 1
	}
	if k := r.interrupts(u, v, from, at); k > 0 {
		limit := r.ended(u)
		if r.clausal(at, from-1) || !r.tokens[at].is(preposition|adverb|subordinator) {
			r.report(s, cue, at, from-1)
		}
		r.report(s, cue, k, limit)
		return limit
	}
	if t.frame&(takesClause|takesAddressee) != 0 && from-1 > at && r.tokens[from-1].kind == comma && !r.relativeOf(u, v) && r.clausal(at, from-1) {
		r.report(s, cue, at, from-1)
	}
	return v + 1
}

// beforeSpeech cuts what c has found where a quotation in it is introduced as speech
// of its own: behind a colon, "did not know: “Ask Hale”", or behind another
// reporting verb, "would stay, stating, “We shall”". Behind a pronoun the
// quotation itself is what is reported: "scolded him: “Go home.”"
func (r *reading) beforeSpeech(u unit, c complement) complement {
	for k := c.first + 1; k+1 < c.end; k++ {
		n := r.tokens[k+1]
		if r.tokens[k].kind == colon && n.kind == quote && r.sentenceLike(r.quotes[n.quote]) {
			c.end = k
		} else if r.tokens[k].kind == comma && n.form == gerund && n.frame&(takesClause|takesQuote) != 0 && n.frame&stance == 0 && r.quoteNext(u, k+1) {
			c.end = k
		}
	}
	if c.end <= c.first || c.end+1 >= u.end || r.tokens[c.end].kind != colon || r.tokens[c.end+1].kind != quote {
		return c
	}
	if c.end == c.first+1 && r.tokens[c.first].is(objective) {
		return complement{c.cueEnd, c.end + 1, c.end + 2}
	}
	c.end = r.beforeCue(c.first, c.end)
	return c
}

// beforeCue returns end without what only brings in the speech behind it: "would not
// say when | and only said", "conceded defeat | in nine words".
func (r *reading) beforeCue(first, end int) int {
	k := end - 1
	if t := r.tokens[k]; t.is(medium) || t.Of(r.low) == "words" {
		for i := k - 1; i > first && i > k-4; i-- {
			if hasWord("in on at ", r.tokens[i].Of(r.low)) {
				return i
			}
		}
	}
	if t := r.tokens[k]; k <= first || t.frame == 0 || t.name >= 0 || t.form != past {
		return end
	}
	for k--; k > first && r.tokens[k].is(adverb); k-- {
	}
	if k > first && r.tokens[k].is(coordinator) {
		return k
	}
	return end
}

// spokenBefore returns the token of the quotation that ends right before the
// subject at from, -1 where there is none or where it is a title: on “Morning
// Call,” Marn said the bridge would stand.
func (r *reading) spokenBefore(from, at int, c complement) int {
	q := r.quoteBefore(from, at)
	if q > at && r.tokens[q-1].kind == word && c.end > c.first+2 && r.tokens[c.first].kind == word && r.quotes[r.tokens[q].quote].Inner.Len() < 40 {
		return -1
	}
	return q
}

// relativeOf reports whether the verb at v stands in a clause with "who".
func (r *reading) relativeOf(u unit, v int) bool {
	j := v - 1
	for j > u.first && r.tokens[j].is(adverb|auxiliary) {
		j--
	}
	return j >= u.first && r.tokens[j].is(relative)
}

// relativeEnd returns where words end that are reported with the verb t in a
// relative clause: the main clause goes on with its verb, after a comma, or, where
// t takes no clause, without: "those who praised the plan | said".
func (r *reading) relativeEnd(first, end int, t token) int {
	for i := first; i+1 < end; i++ {
		n := r.tokens[i+1]
		finite := n.kind == word && n.frame != 0 && n.name < 0 && (n.form == past || n.form == present)
		if r.tokens[i].kind == comma && (finite || n.kind == word && n.is(auxiliary|verbal)) {
			return i
		}
		if finite && t.frame&takesClause == 0 && n.form == past && n.frame&takesClause != 0 && r.tokens[i].kind == word && !r.tokens[i].is(auxiliary|relative|that|to|pronoun|determiner|possessive|adverb) {
			return i + 1
		}
	}
	return end
}

// interrupts reports whether subject and verb stand between two commas in the
// middle of what is reported: "The bridge, Marn said, will stand." It returns
// where the second half begins, or 0.
func (r *reading) interrupts(u unit, v, from, at int) int {
	t := r.tokens[v]
	limit := r.ended(u)
	k := v + 1
	for k < limit && k < v+9 && r.tokens[k].kind == word && (k > v+1 || r.tokens[k].is(preposition|temporal|adverb)) {
		k++ // "suggested in a message"
	}
	if t.frame&takesClause == 0 || from-1 <= at || k+1 >= limit || r.tokens[from-1].kind != comma || r.tokens[k].kind != comma {
		return 0
	}
	switch n := r.tokens[k+1]; {
	case n.kind == quote:
		if !r.clausal(at, from-1) {
			return k + 1
		}
	case n.kind == word && n.form != gerund && !n.is(relative) && (!n.is(coordinator) || r.clausal(at, from-1)) && r.clausal(at, limit):
		return k + 1
	}
	return 0
}

// anonymity reports whether the words are a refusal to speak, or a wish to
// stay without a name, and not a statement.
func (r *reading) anonymity(c complement) bool {
	if c.first >= c.end || !r.tokens[c.first].is(to|negation) && r.tokens[c.first].Of(r.low) != "condition" {
		return false
	}
	for i := c.first; i < c.end && i < c.first+5; i++ {
		switch r.tokens[i].Of(r.low) {
		case "named", "identified", "anonymity", "anonymous":
			return true
		}
	}
	return false
}

// participleSubject returns the subject of ", saying": that of the clause.
func (r *reading) participleSubject(u unit, v int) source {
	if s := r.withSubject(u, v); s.known() {
		return s
	}
	if n := len(r.reports); n > 0 && r.reports[n-1].cue.Start >= u.Start {
		return r.reports[n-1].source
	}
	return r.clauseSubject(u, v)
}

// cue returns the span of the reporting words: the verb with its particle,
// and with the auxiliary where it is negated.
func (r *reading) cue(u unit, v, end int) text.Span {
	first := v
	for j := v - 1; j >= u.first && j >= v-4 && r.tokens[j].is(auxiliary|adverb) && r.tokens[j].name < 0; j-- {
		if r.tokens[j].is(negation) {
			first = j
			if !r.tokens[j].is(auxiliary) && j > u.first && r.tokens[j-1].is(auxiliary) {
				first = j - 1
			}
		}
	}
	return r.span(first, end)
}

// leftStart returns where the reported words begin that end with the
// quotation at token q: with it, or with the clause it completes.
func (r *reading) leftStart(u unit, q, at int) int {
	if q == at || r.tokens[q-1].kind != word || participial(r.tokens[at].Of(r.low)) {
		return q
	}
	if !r.clausal(at, q) {
		return q
	}
	return at
}

// quoteBefore returns the token of the quotation that ends right before token
// from and that a comma or a stop of its own closes; -1 if there is none.
func (r *reading) quoteBefore(from, at int) int {
	q := from - 1
	if q > at && r.tokens[q].kind == comma {
		q--
		if r.tokens[q].kind == quote {
			return q
		}
		return -1
	}
	if q < at || r.tokens[q].kind != quote {
		return -1
	}
	if r.pauses(r.quotes[r.tokens[q].quote]) {
		return q
	}
	return -1
}
