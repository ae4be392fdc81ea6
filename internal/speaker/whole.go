package speaker

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/text"
)

// makeWhole looks once more at what was found in unit u, the reports from before
// on: words that begin behind the subject they belong to are given it, and
// what says nothing without words that nobody reported is dropped.
func (r *reading) makeWhole(u unit, before int, spoke source) {
	for i := before; i < len(r.reports); i++ {
		rep := &r.reports[i]
		r.takeHead(u, before, rep)
		if rep.typ != Direct {
			r.takeSubject(u, before, rep)
			r.takeMain(u, before, rep)
			r.takeRest(u, before, rep)
			i += r.takeGap(u, before, i)
		}
	}
	for i := before; i < len(r.reports); i++ {
		r.turn(u, &r.reports[i], spoke)
	}
	r.wholeSources(u, before)
	kept := r.reports[:before]
	for i := before; i < len(r.reports); i++ {
		if rep := r.reports[i]; rep.typ == Direct || !r.broken(u, before, rep) {
			kept = append(kept, rep)
		}
	}
	r.reports = kept
}

// turn gives the words that a pronoun reports, and that name whom it was taken
// for, to the one who spoke before: “Hale was worse than any,” she said.
func (r *reading) turn(u unit, rep *report, spoke source) {
	if rep.source.entity < 0 || rep.source.kind != Person || spoke.entity < 0 || spoke.kind != Person || spoke.entity == rep.source.entity {
		return
	}
	v := r.tokenAt(u, rep.cue.Start)
	if v <= u.first || v+1 >= u.end || !r.tokens[v-1].is(pronoun) && !r.tokens[v+1].is(pronoun) {
		return
	}
	e, o := &r.entities[rep.source.entity], &r.entities[spoke.entity]
	words := text.Words(e.name.Of(r.text))
	if len(words) < 2 || e.female != o.female && e.male != o.male {
		return
	}
	surname := words[len(words)-1].Of(e.name.Of(r.text))
	said := rep.content.Of(r.text)
	if len(surname) < 4 || !named(said, surname) || strings.Contains(said, "name is") {
		return
	}
	rep.source = spoke
	r.attend(spoke)
}

// named reports whether the name w stands in s, and is nobody’s possession.
func named(s, w string) bool {
	i := strings.Index(s, w)
	if i < 0 || i > 0 && letter(s[i-1]|0x20) {
		return false
	}
	rest := s[i+len(w):]
	return rest == "" || rest[0] == ' ' || rest[0] == ','
}

// tokenAt returns the first token of unit u that does not end before the byte
// offset at; u.end where all do.
func (r *reading) tokenAt(u unit, at int) int {
	n, _ := slices.BinarySearchFunc(r.tokens[u.first:u.end], at, func(t token, at int) int {
		if t.End <= at {
			return -1
		}
		return 1
	})
	return u.first + n
}

// unreported reports whether no other report of the unit has any of the span.
func (r *reading) unreported(before int, own *report, p text.Span) bool {
	for i := before; i < len(r.reports); i++ {
		if other := &r.reports[i]; other != own && other.content.Overlaps(p) || other.cue.Overlaps(p) {
			return false
		}
	}
	return true
}

// takeSubject moves the beginning of what is reported to the light subject
// before its verb: "said there | was no sign of it", "says that | ’s for the best".
func (r *reading) takeSubject(u unit, before int, rep *report) {
	first := r.tokenAt(u, rep.content.Start)
	if first <= u.first || first+1 >= u.end {
		return
	}
	b := r.tokens[first-1]
	if seems := b.Of(r.low) == "there" && r.tokens[first+1].is(to); !seems && !r.finiteWord(first) {
		return // "there | seems to be"
	}
	if b.kind == word && hasWord("there that this it he she they we ", b.Of(r.low)) && r.unreported(before, rep, b.Span) {
		rep.content.Start = b.Start
		return
	}
	for i := first - 1; i > u.first && i > first-7; i-- { // "says | too much is made of it"
		switch t := r.tokens[i]; {
		case t.Span == rep.cue || t.End == rep.cue.End:
			if i+1 < first && r.unreported(before, rep, r.span(i+1, first)) {
				rep.content.Start = r.tokens[i+1].Start
			}
			return
		case t.kind != word, t.is(auxiliary | verbal | relative | coordinator | that | objective), t.frame != 0 && t.name < 0:
			return
		}
	}
}

// takeHead moves the beginning of a quotation that goes on with its sentence to
// the sentence's: "Both sides | “saw it as a country in need,” says Marn".
func (r *reading) takeHead(u unit, before int, rep *report) {
	k := r.tokenAt(u, rep.content.Start)
	if rep.typ != Direct || k >= u.end || r.tokens[k].kind != quote || rep.cue.Start < r.tokens[k].End || !goesOnInside(r.quotes[r.tokens[k].quote].Inner.Of(r.text)) {
		return
	}
	first := u.first
	for first < k && r.tokens[first].is(coordinator) {
		first++
	}
	if first == k || r.tokens[k-1].kind != word || participial(r.tokens[first].Of(r.low)) || !r.unreported(before, rep, r.span(first, k)) {
		return
	}
	for i := first; i < k; i++ {
		if t := r.tokens[i]; t.kind != word && t.kind != comma && t.kind != other && (t.kind != stop || i == first || !r.abbreviates(i-1)) {
			return
		}
	}
	rep.content, rep.typ = r.span(first, k+1), Mixed
}

// goesOnInside reports whether a quotation begins within a sentence, with a
// small letter.
func goesOnInside(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(c)
}

// takeGap adds, as a half of its own, the noun before "which critics say" to report
// number i that begins with its verb: "a toll which critics say | would fall on
// the poor". It returns how many reports were added before that one.
func (r *reading) takeGap(u unit, before, i int) int {
	rep := r.reports[i]
	first, v := r.tokenAt(u, rep.content.Start), r.tokenAt(u, rep.cue.Start)
	if first >= u.end || v >= first || !r.finiteWord(first) {
		return 0
	}
	_, from := r.subject(u, v)
	j := from - 1
	if from == v || j <= u.first || r.tokens[j].kind != word {
		return 0
	}
	for j > u.first && (r.tokens[j].is(relative|that) || r.tokens[j].kind == comma) {
		j--
	}
	p := r.nounPhraseLeft(u.first, j+1)
	if p.end <= p.first || p.end-p.first > 12 || r.tokens[p.end-1].is(temporal|preposition|adverb) || !r.tokens[p.first].is(determiner|possessive|capital|numeral) {
		return 0
	}
	half := report{source: rep.source, cue: rep.cue, content: r.span(p.first, p.end), typ: Indirect, loose: rep.loose}
	if !r.unreported(before, &r.reports[i], half.content) {
		return 0
	}
	r.reports = slices.Insert(r.reports, i, half)
	return 1
}

// finiteWord reports whether token i is a word that only a clause’s verb
// begins with: an auxiliary, or a verb in the present or the past that is no noun.
func (r *reading) finiteWord(i int) bool {
	t := r.tokens[i]
	if t.kind != word || t.name >= 0 || t.is(capital) {
		return false
	}
	if t.is(auxiliary) {
		return !hasWord("be been being having done do did does ", t.Of(r.low))
	}
	return t.is(verbal) && commonVerb(t.Of(r.low)) || t.frame != 0 && t.form == present && t.frame&likeNoun == 0
}

// takeMain goes on to the main clause where only the clause of time that opens
// it was taken: "said the day before she left, | the money had come".
func (r *reading) takeMain(u unit, before int, rep *report) {
	first, end := r.tokenAt(u, rep.content.Start), r.tokenAt(u, rep.content.End)
	limit := r.ended(u)
	if first >= end || end+2 >= limit || r.tokens[end].kind != comma || rep.cue.Start > rep.content.Start || !r.whenClause(first, end) {
		return
	}
	if n := r.tokens[end+1]; n.kind != word || !(n.is(pronoun|determiner) || n.name >= 0) || !r.clausal(end+1, limit) {
		return
	}
	verb := r.tokens[min(r.tokenAt(u, rep.cue.Start), u.end-1)]
	to := r.clauseEnd(u, end+1, limit, verb)
	if to > end+2 && r.unreported(before, rep, r.span(end+1, to)) {
		rep.content.End = r.tokens[to-1].End
	}
}

// takeRest moves the end of what stands before its cue to the comma that closes
// it: "The toll will go on | with the plan, says Marn".
func (r *reading) takeRest(u unit, before int, rep *report) {
	end, cue := r.tokenAt(u, rep.content.End), r.tokenAt(u, rep.cue.Start)
	k := end
	for k < cue && r.tokens[k].kind == word {
		k++
	}
	if k > end && k+1 == cue && r.tokens[k].kind == comma && r.tokens[end-1].kind == word && r.unreported(before, rep, r.span(end, k)) {
		rep.content.End = r.tokens[k-1].End
	}
}

// whenClause reports whether the tokens are a clause that says when.
func (r *reading) whenClause(first, end int) bool {
	if t := r.tokens[first]; t.is(determiner) && first+2 < end && hasWord("day week month year night morning evening moment minute time ", r.tokens[first+1].Of(r.low)) {
		return hasWord("before after ", r.tokens[first+2].Of(r.low)) || r.tokens[first+2].is(pronoun) || r.tokens[first+2].name >= 0
	}
	return hasWord("when after before while once until since ", r.tokens[first].Of(r.low)) && r.tokens[first].kind == word
}

// broken reports whether what is reported can be no statement.
func (r *reading) broken(u unit, before int, rep report) bool {
	first, v := r.tokenAt(u, rep.content.Start), r.tokenAt(u, rep.cue.Start)
	if first >= u.end || v >= u.end || rep.cue.Len() == 0 {
		return false
	}
	return r.scene(u, first, v, rep) || r.headless(u, before, first, rep) || r.lifeless(u, first, rep) || r.misread(u, v, rep) || r.undone(u, v, rep) || r.wondered(u, rep) || r.strayed(u, before, first, rep)
}

// scene reports whether the words only say when or where, before a subject whose
// verb at token v reports what stands behind it: "After the trip, she told her
// the bridge was shut", but not "After the trip, she said, the bridge was shut".
func (r *reading) scene(u unit, first, v int, rep report) bool {
	t := r.tokens[first]
	if rep.typ != Indirect || rep.content.End > rep.cue.Start || first != u.first && !r.tokens[first-1].is(coordinator) || t.kind != word || t.name >= 0 || !t.is(temporal) && !hasWord("after before following during on at later earlier asked despite ", t.Of(r.low)) || strings.HasPrefix(rep.cue.Of(r.low), "according") {
		return false
	}
	end := r.tokenAt(u, rep.content.End)
	k := r.tokenAt(u, rep.cue.End)
	for i := k; i < min(k+6, r.ended(u)); i++ {
		if r.tokens[i].kind == comma {
			return false
		}
	}
	return end < v && r.tokens[end].kind == comma && !r.clausal(first, end) && k < r.ended(u) && r.tokens[k].kind == word
}

// headless reports whether the words are a verb without its subject, or the
// object of a verb that says nothing of persons.
func (r *reading) headless(u unit, before, first int, rep report) bool {
	t := r.tokens[first]
	if t.kind == word && t.is(objective) && !t.is(possessive|adverb) && rep.cue.End <= rep.content.Start {
		for _, other := range r.reports[before:] {
			if other.content.Start >= rep.cue.End && other.content.End <= rep.content.Start {
				return true // "told her the bridge was shut and pointed | them to the ferry"
			}
		}
		l, _, f := lemmatize(rep.cue.Of(r.low))
		return l == "give" || f&needsParticle != 0 && !strings.Contains(rep.cue.Of(r.low), " ") || f&inverts != 0 && f&(takesAddressee|takesTo) == 0
	}
	if rep.typ != Indirect || !r.finiteWord(first) || first+1 < u.end && r.tokens[first+1].is(pronoun) {
		return false
	}
	for _, other := range r.reports[before:] {
		if other.cue == rep.cue && other.content.End <= rep.content.Start {
			return false // the second half
		}
	}
	return true
}

// lifeless reports whether a thing is said to do something to another: "lentils
// add flavour", "storms threaten the coast".
func (r *reading) lifeless(u unit, first int, rep report) bool {
	s := rep.source
	if s.entity >= 0 || rep.typ != Indirect || s.kind != Unnamed || rep.content.Start < rep.cue.End || r.animate(s) || r.textual(s) {
		return false
	}
	if head := headNoun(s.span.Of(r.low)); functionWord(head)&(pronoun|determiner|numeral) != 0 || body(head) || !fruitless(rep.cue.Of(r.low)) || r.tokens[first].is(to|that|interrogative) {
		return false
	}
	return !r.clausal(first, r.tokenAt(u, rep.content.End)) && !strings.HasSuffix(strings.TrimSpace(r.low[rep.cue.End:rep.content.Start]), "that")
}

// body reports whether w, in lower case, is a noun for a body or for several.
func body(w string) bool {
	one := strings.TrimSuffix(w, "s")
	if strings.HasSuffix(w, "ies") {
		one = w[:len(w)-3] + "y"
	}
	return institution(w) || company(w) || institution(one) || company(one)
}

// fruitless reports whether the cue c, in lower case, is a verb for what things
// do as well: "tides threaten the coast".
func fruitless(c string) bool {
	l, _, _ := lemmatize(c)
	return hasWord("add maintain highlight underscore underline emphasize emphasise threaten push press support attack back ", l) || strings.HasPrefix(c, "focus")
}

// misread reports whether the cue at token v is no verb where it stands: "one
// of a few states where", "this latest alleged scandal", "her love of reading,
// writing and the sea".
func (r *reading) misread(u unit, v int, rep report) bool {
	t := r.tokens[v]
	if v <= u.first || t.End != rep.cue.End || t.frame == 0 {
		return false
	}
	b := r.tokens[v-1]
	if n := r.tokens[min(v+1, u.end-1)]; t.Of(r.low) == "back" && (n.is(preposition) || b.is(objective|verbal)) || t.Of(r.low) == "think" && hasWord("tank tanks ", n.Of(r.low)) || t.Of(r.low) == "compared" && n.is(preposition) && rep.typ == Indirect && rep.source.kind != Person {
		return true // "took her back to the quay", "growth compared to last year"
	}
	switch t.form {
	case present:
		counted := b.is(numeral) && !b.is(pronoun|temporal) && b.Of(r.low) != "one" || hasWord("a an the these those few several many most all some various no ", b.Of(r.low))
		return counted && !reportingNoun(t.Of(r.low))
	case past:
		adjective := superlative(b.Of(r.low)) || hasWord("new recent other own ", b.Of(r.low))
		if b.is(possessive) && b.kind == word && v+1 < u.end && !r.tokens[v+1].is(that) && rep.content.Start > t.End {
			return true // "Marn’s dismissed deputies"
		}
		return rep.content.Start > t.End && v-2 >= u.first && adjective && r.tokens[v-2].is(determiner|possessive)
	case gerund:
		return rep.content.End <= rep.cue.Start
	}
	return false
}

// superlative reports whether w, in lower case, has the form of one.
func superlative(w string) bool {
	return strings.HasSuffix(w, "est") && !hasWord("guest priest forest harvest protest request interest conquest contest inquest arrest west ", w)
}

// undone reports whether the cue at token v says what was not said, or that
// somebody could not do what is no saying: "stopped short of naming a sum",
// "could not agree on a plan".
func (r *reading) undone(u unit, v int, rep report) bool {
	if t := r.tokens[v]; t.form == gerund && t.Start == rep.cue.Start && v-2 >= u.first && r.withholds(v-1) {
		return true
	}
	c := rep.cue.Of(r.low)
	if !strings.HasPrefix(c, "could") && !strings.HasPrefix(c, "can") {
		return false
	}
	for _, w := range text.Words(c) {
		if l, _, f := lemmatize(w.Of(c)); f != 0 {
			return hasWord("agree decide figure find determine learn discover ", l)
		}
	}
	return false
}

// withholds reports whether the preposition at token i takes back the gerund
// behind it: "short of", "instead of", "refrained from", "without", "rather than".
func (r *reading) withholds(i int) bool {
	b := r.tokens[i-1].Of(r.low)
	switch r.tokens[i].Of(r.low) {
	case "without", "than":
		return true
	case "of":
		return hasWord("short instead ", b)
	case "from":
		return !hasWord("apart aside ", b)
	}
	return false
}

// wondered reports whether the writer only asks: "Why did she want to come?"
func (r *reading) wondered(u unit, rep report) bool {
	t := r.tokens[u.first]
	return rep.typ == Indirect && r.text[u.End-1] == '?' && t.kind == word && t.is(interrogative|auxiliary) && rep.cue.End <= rep.content.Start
}

// meanwhile reports whether the words from token i on tell what went on while
// something was said: "as he entered", "cutting off a reporter".
func (r *reading) meanwhile(i int) bool {
	const times = "as while when before after once until "
	return r.tokens[i-1].kind == comma && participial(r.tokens[i].Of(r.low)) || hasWord(times, r.tokens[i].Of(r.low)) || hasWord(times, r.tokens[i-1].Of(r.low))
}

// strayed reports whether the words belong to something else: they stand before a
// cue that a "that" follows, or are part of what is told of the source.
func (r *reading) strayed(u unit, before, first int, rep report) bool {
	if rep.typ != Indirect {
		return false
	}
	if last := r.tokenAt(u, rep.content.End); rep.content.Start > rep.cue.End && !r.clausal(first, last) {
		if v := r.tokenAt(u, rep.cue.Start); r.tokens[first].is(coordinator) && v > u.first && r.tokens[v-1].is(possessive) {
			return true // "their love of reading, writing | and the sea"
		}
		for _, other := range r.reports[before:] {
			if other.cue == rep.cue && other.content.Start > rep.content.End && strings.HasPrefix(rep.cue.Of(r.low), "according") {
				return true // "According to Marn, who lost | a leg, the bridge …"
			}
			if other.cue == rep.cue && other.content.End <= rep.cue.Start && r.tokens[first-1].kind == word && r.adjuncts(first, last) >= last {
				return true // "The bridge is safe, Marn writes | this week in a journal"
			}
		}
	}
	if rep.content.Start > rep.cue.End && r.meanwhile(first) {
		for _, other := range r.reports[before:] {
			if other.cue == rep.cue && other.typ == Direct && other.content.End <= rep.cue.Start {
				return true // “It is over,” Marn said, | cutting off a reporter
			}
		}
	}
	if rep.content.End > rep.cue.Start || !r.tokens[first].is(preposition) {
		return false
	}
	for _, other := range r.reports[before:] {
		if other.cue == rep.cue && other.content.Start > rep.cue.End {
			return strings.HasSuffix(strings.TrimSpace(r.low[rep.cue.End:other.content.Start]), "that")
		}
	}
	return false
}
