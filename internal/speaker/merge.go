package speaker

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"onrecord/internal/text"
)

// What a cue must score for the tagger to be followed, in units of cueUnit:
// little where the grammar has found the report as well, more where it hasn't,
// most where the lexicon doesn't know the word or the form is as often a noun
// ("contests"); and below what score the tagger's doubt outweighs the grammar.
// Chosen by hand, with an eye on the articles of the corpus that the fit left out
// and on what is added below them elsewhere: one in four says what somebody said.
const (
	eager   int32 = -2.5 / cueUnit
	wary    int32 = -2 / cueUnit
	strange int32 = -0.5 / cueUnit
	doubt   int32 = -4 / cueUnit
)

// mostLabelled bounds how many tokens of a unit the second stage labels, for all
// its cues together. Of 75,000 units of real articles the one that took most
// took 1,332; nothing but reporting words would take 90,000.
const mostLabelled = 1500

// retag lets the tagger have its say on what of the unit is reported. The
// reports from before on are the grammar’s.
func (r *reading) retag(u unit, before int) {
	t := &r.tagger
	if t.watch == nil && (len(r.reports) > before && r.reports[len(r.reports)-1].settled || len(model) == 0 || len(r.reports) == before && !r.hints(u)) {
		return
	}
	r.observe(u, before)
	if t.watch != nil {
		t.watch(u, t)
		return
	}
	if len(t.signs) == 0 {
		return
	}
	r.found = append(r.found[:0], r.reports[before:]...)
	r.reports = r.reports[:before]
	t.rank()
	t.labelled = 0
	t.held = r.attention()
	t.claimed, t.used = t.claimed[:0], t.used[:0]
	for range t.signs {
		t.claimed = append(t.claimed, false)
	}
	for range r.found {
		t.used = append(t.used, false)
	}
	// What both find comes first: no later report takes its words.
	for k, score := range t.scores {
		if t.signs[k].cueOf >= 0 && score >= eager {
			r.follow(u, k)
		}
	}
	for k, score := range t.scores {
		if t.signs[k].cueOf < 0 && score >= wary && !r.describes(u.first+k) {
			r.follow(u, k)
		}
	}
	r.keep(before)
	slices.SortStableFunc(r.reports[before:], func(a, b report) int { return cmp.Compare(a.content.Start, b.content.Start) })
	n := before
	for _, rep := range r.reports[before:] {
		if n == before || !r.reports[n-1].content.Overlaps(rep.content) {
			r.reports[n] = rep // what clip has pulled over another is left out
			n++
		}
	}
	r.reports = r.reports[:n]
}

// describes reports whether the word at token v belongs to the phrase of a source:
// "those who praised the plan | said".
func (r *reading) describes(v int) bool {
	return slices.ContainsFunc(r.found, func(rep report) bool {
		return !rep.loose && rep.source.entity < 0 && rep.source.span.Contains(r.tokens[v].Span)
	})
}

// hints reports whether the unit has a word or a mark that could report.
func (r *reading) hints(u unit) bool {
	for _, t := range r.tokens[u.first:u.end] {
		if t.kind == quote || t.frame != 0 && t.name < 0 {
			return true
		}
	}
	return false
}

// follow reports what the tagger takes the cue at token k of the unit to report.
func (r *reading) follow(u unit, k int) {
	t := &r.tagger
	if t.labelled+len(t.signs) > mostLabelled {
		return
	}
	t.labelled += len(t.signs)
	out := t.content(k)
	asked, s := false, nobody
	size := 0
	for first, end := range spansOf(out) {
		size += end - first
	}
	for first, end := range spansOf(out) {
		a, b := t.free(first, end)
		if 2*(b-a) <= end-first || b-a <= 2 && size > 2*(b-a) && !t.quoted(a, b) {
			continue // another report has it, or it is a splinter
		}
		g, shared := r.counterpart(u.first+k, r.span(u.first+a, u.first+b))
		if g >= 0 && shared > 0 && r.swallows(g, r.span(u.first+a, u.first+b)) {
			for b > a+1 && r.tokens[u.first+b-1].Start >= r.found[g].content.End {
				b--
			}
		}
		direct := g >= 0 && r.found[g].typ == Direct
		switch {
		case direct && shared == 0 && !r.clausal(u.first+a, u.first+b):
			continue // As for the toll, “it is a scandal,” said Marn
		case g >= 0 && (shared > 0 || r.credible(u, u.first+k, u.first+a, u.first+b, r.found[g].source)):
			r.revise(u, g, shared, u.first+a, u.first+b)
			t.used[g] = shared > 0 || !direct // no quotation is lost for words beside it
		case g >= 0:
			continue
		default:
			if !asked {
				s, asked = r.sayer(u, k, first), true
			}
			n := len(r.reports)
			if !r.credible(u, u.first+k, u.first+a, u.first+b, s) || !r.report(s, r.span(u.first+k, u.first+k+1), u.first+a, u.first+b) {
				continue
			}
			r.reports[n].loose = true
		}
		for i := a; i < b; i++ {
			t.claimed[i] = true
		}
	}
}

// swallows reports whether the span takes in another report of the grammar, cue and
// all, that begins behind its report g: "said the plan was short | and praised it".
func (r *reading) swallows(g int, span text.Span) bool {
	rep := r.found[g]
	return slices.ContainsFunc(r.found, func(o report) bool {
		return !o.loose && o.cue.Len() > 0 && o.cue != rep.cue && min(o.cue.Start, o.content.Start) >= rep.content.End && o.content.End <= span.End
	})
}

// credible reports whether nothing that the lexicon knows of the cue at token v
// speaks against its reporting the tokens [first, end) of s.
func (r *reading) credible(u unit, v, first, end int, s source) bool {
	t, n := r.tokens[v], r.tokens[first]
	switch {
	case !s.known(), r.phrasal(v), r.fronts(u, end), r.anonymity(complement{v + 1, first, end}):
		return false
	case s.entity < 0 && r.wordless(u, s), first > u.first+1 && hasWord("if whether ", r.tokens[first-1].Of(r.low)) && r.tokens[first-2].Of(r.low) == "asked" && end <= v:
		return false // "Asked if she would go, Marn said no"
	case first > v && r.suffered(u, v, first, end, s):
		return false
	case first == v+1 && n.kind == word && n.is(preposition) && !n.is(to|numeral) && t.frame&(takesObject|takesClause) != 0, !r.animate(s) && naming(t.Of(r.low)):
		return false // "accused of theft", "a village called Long Tom": participles
	}
	quoted := slices.ContainsFunc(r.tokens[first:end], func(t token) bool { return t.kind == quote })
	switch {
	case quoted, n.is(to | that | interrogative):
		return true
	case (t.frame == 0 || t.frame&likeNoun != 0 && t.form == present) && r.tagger.scores[v-u.first] < strange:
		return false // "Southeastern states which", "led the crowd"
	case t.frame&needsParticle != 0 && !r.withParticle(v, first), n.is(subordinator) && first == v+1:
		return false // "levelled from 20 metres", "applauded when it was read out"
	case t.frame&needsThat != 0 && first == v+1, perceives(t.Of(r.low)):
		return r.clausal(first, end) // "saw water between the rails"
	case t.frame&takesAddressee != 0 && t.frame&(takesObject|takesTo) == takesTo:
		return r.asks(first, end) // "ordered four boats"
	}
	return t.frame&takesQuote == 0 || r.tagger.scores[v-u.first] >= 0 // "smiled at the crowd"
}

// wordless reports whether a source without a name is one word that stands for
// nobody: an adjective, a noun for a thing.
func (r *reading) wordless(u unit, s source) bool {
	w := strings.Trim(s.span.Of(r.low), "'‘“\"")
	if i := strings.LastIndexByte(w, ' '); i > 0 && functionWord(w[i+1:])&(pronoun|auxiliary) != 0 && !hasWord("all some both it ", w[i+1:]) {
		return true // "the public hate the fact they"
	}
	if w == "" || strings.ContainsAny(w, " -") || s.span.Start > r.tokens[u.first].Start && text.IsCapitalized(s.span.Of(r.text)) || functionWord(w)&numeral != 0 || plural(w) || groupRole(w) || role(w) != 0 || organizationNoun(w) || institution(w) || company(w) || evidence(w) || mediumNoun(w) {
		return w == ""
	}
	return !hasWord("another everyone everybody anyone anybody someone somebody nobody half most many some all others none one each both they we bloc police staff management footage such ", w)
}

// suffered reports whether the passive at token v says what others do to s, or say
// of it, and not what s says: "was criticised for her tone", "was told to wait",
// "is said to have cost a fortune".
func (r *reading) suffered(u unit, v, first, end int, s source) bool {
	t := r.tokens[v]
	if t.form != past || !isBe(r.auxiliaryOf(u, v)) || v+1 < end && hasWord("by in ", r.tokens[v+1].Of(r.low)) {
		return false
	}
	lemma, _, _ := lemmatize(t.Of(r.low))
	switch {
	case lemma == "allege", hasWord("tell ask order invite instruct remind inform notify call ", lemma), t.frame&takesObject != 0 && t.frame&(takesClause|takesTo|takesAddressee) == 0:
		return !slices.ContainsFunc(r.tokens[first:end], func(t token) bool { return t.kind == quote })
	case !hasWord("say report believe think know reckon consider ", lemma):
		return false
	}
	if r.tokens[first].is(to) {
		first++
	}
	if w := r.tokens[first].Of(r.low); first+1 < end && w == "have" {
		return r.tokens[first+1].frame == 0 // but "is said to have told friends"
	} else if w == "be" {
		return !r.animate(s)
	}
	return false
}

// perceives reports whether w, in lower case, is a form of a verb whose object alone
// is no statement.
func perceives(w string) bool {
	l, _, _ := lemmatize(w)
	return hasWord("know see hear watch ", l)
}

// fronts reports whether the tokens up to end stand in a participle phrase that
// opens the unit: "Conveying alarm at the news, Marn …" says how, not what.
func (r *reading) fronts(u unit, end int) bool {
	t := r.tokens[u.first]
	return t.kind == word && t.name < 0 && participial(t.Of(r.low)) && end <= r.commaOr(u.first, u.end)
}

// phrasal reports whether a particle makes another verb of the reporting verb at
// token v: "pushed up the price".
func (r *reading) phrasal(v int) bool {
	if v+1 >= len(r.tokens) || r.tokens[v].frame == 0 {
		return false
	}
	w := r.tokens[v+1].Of(r.low)
	lemma, _, _ := lemmatize(r.tokens[v].Of(r.low))
	return hasWord("up down out off away back aside ", w) && !hasWord(particles(lemma), w)
}

// withParticle reports whether one of the particles that make the verb at token v
// report stands between it and token first.
func (r *reading) withParticle(v, first int) bool {
	lemma, _, _ := lemmatize(r.tokens[v].Of(r.low))
	return slices.ContainsFunc(r.tokens[v+1:max(v+1, first)], func(t token) bool { return hasWord(particles(lemma), t.Of(r.low)) })
}

// spansOf yields the runs of tokens that are reported.
func spansOf(out []label) iter.Seq2[int, int] {
	return func(yield func(first, end int) bool) {
		for i := range out {
			if out[i] != begins {
				continue
			}
			end := i + 1
			for end < len(out) && out[end] == within {
				end++
			}
			if !yield(i, end) {
				return
			}
		}
	}
}

// free returns the first run of [first, end) that no report has claimed.
func (t *tagger) free(first, end int) (int, int) {
	for first < end && t.claimed[first] {
		first++
	}
	i := first
	for i < end && !t.claimed[i] {
		i++
	}
	return first, i
}

// quoted reports whether a quotation stands in the tokens [first, end).
func (t *tagger) quoted(first, end int) bool {
	for k := first; k < end; k++ {
		if t.signs[k].quotes() {
			return true
		}
	}
	return false
}

// counterpart returns the grammar’s report with the cue at token v that shares
// most with the span, and how much; or else any with that cue; -1 for none.
func (r *reading) counterpart(v int, span text.Span) (best, shared int) {
	best = slices.IndexFunc(r.found, func(rep report) bool { return rep.cue.Overlaps(r.tokens[v].Span) })
	if best < 0 {
		return -1, 0
	}
	cue := r.found[best].cue
	for i, rep := range r.found {
		if n := min(rep.content.End, span.End) - max(rep.content.Start, span.Start); n > shared && rep.cue.Overlaps(cue) {
			best, shared = i, n
		}
	}
	return best, shared
}

// revise gives the grammar’s report g the tokens [first, end), unless it is a
// quotation that stands by itself, whose marks are its borders, or a participle's
// that opens the unit: the subject behind it is.
func (r *reading) revise(u unit, g, shared, first, end int) {
	rep := r.found[g]
	opens := rep.cue.Start == r.tokens[r.opened].Start && r.tokens[r.opened].form == gerund
	if shared > 0 && (opens || rep.typ == Direct && r.whole(rep, first, end)) {
		r.reports = append(r.reports, rep)
		return
	}
	if shared > 0 {
		first, end = r.clip(rep, first, end)
		end = r.complete(u, rep, first, end)
	}
	r.report(rep.source, rep.cue, first, end)
}

// clip keeps the tokens [first, end) from reaching over the cue on the left or
// into the verb that goes on after what the grammar found.
func (r *reading) clip(rep report, first, end int) (int, int) {
	for first < end && r.tokens[first].Start < rep.content.Start && rep.typ != Direct {
		first++
	}
	for k := first - 1; k >= first-2 && k >= 0 && r.tokens[k].Start >= rep.content.Start; k-- {
		if t := r.tokens[k]; t.kind != word || t.is(that|adverb|temporal|coordinator) {
			break
		} else if t.Start == rep.content.Start {
			first = k // a word or two less are no border
		}
	}
	if end+1 < len(r.tokens) && r.tokens[end].kind == comma && r.tokens[end].Start < rep.content.End && r.consequence(end+1) {
		for end < len(r.tokens) && r.tokens[end].Start < rep.content.End {
			end++
		}
	}
	for end > first && r.tokens[end-1].kind == quote { // it was “odd”, and “a shame”
		j := end
		if j < len(r.tokens) && r.tokens[j].kind == comma {
			j++
		}
		if j+1 >= len(r.tokens) || !r.tokens[j].is(coordinator) || r.tokens[j+1].kind != quote || r.tokens[j+1].End > rep.content.End {
			break
		}
		end = j + 2
	}
	for i := first; i < end; i++ {
		t := r.tokens[i]
		if t.Start < rep.content.End || t.kind != word {
			continue
		}
		if t.is(auxiliary|verbal) || t.frame != 0 && t.form == past {
			for end = i; end > first && r.tokens[end-1].End > rep.content.End; end-- {
			}
		}
		break
	}
	return first, end
}

// consequence reports whether a participle at token i tells more of what is
// reported, rather than opening a report of its own.
func (r *reading) consequence(i int) bool {
	t := r.tokens[i]
	return t.kind == word && participial(t.Of(r.low)) && (t.frame&(takesClause|takesQuote|takesObject|takesAddressee) == 0 || r.phrasal(i))
}

// whole reports whether the quotation of a report stands by itself, so that the
// tagger’s tokens [first, end) are no clause that it completes.
func (r *reading) whole(rep report, first, end int) bool {
	for i := first; i < end; i++ {
		if t := r.tokens[i]; t.kind == quote && t.Span.Overlaps(rep.content) {
			return i == first || r.tokens[i-1].kind == comma || r.tokens[i-1].kind == colon
		}
	}
	return true
}

// keep keeps what the grammar alone has found: quotations, which the tagger
// knows only by their cues, and what neither is in doubt of.
func (r *reading) keep(before int) {
	t := &r.tagger
	for i, rep := range r.found {
		if t.used[i] {
			continue
		}
		half := rep.typ == Indirect && rep.content.End < rep.cue.Start && t.finite(i) // "S, she says, …"
		trusted := rep.typ == Direct || !rep.loose && rep.cue.Len() == 0
		for k := range t.signs {
			s := &t.signs[k]
			trusted = trusted || !rep.loose && (int(s.cueOf) == i && t.scores[k] >= doubt || half && s.cueOf >= 0 && t.scores[k] >= eager && r.found[s.cueOf].cue.Overlaps(rep.cue))
		}
		if trusted && !slices.ContainsFunc(r.reports[before:], func(o report) bool { return o.content.Overlaps(rep.content) }) {
			r.reports = append(r.reports, rep)
		}
	}
}

// finite reports whether a finite verb stands in what the grammar's report i gives.
func (t *tagger) finite(i int) bool {
	return slices.ContainsFunc(t.signs, func(s sign) bool { return int(s.in) == i && s.finite })
}

// sayer returns who reports with the cue at token k of the unit what begins at
// token first of it: whom the grammar finds beside it, or else whom the tagger
// has marked.
func (r *reading) sayer(u unit, k, first int) source {
	// What has been followed so far is in no order that pronouns could go by.
	now := r.attention()
	r.attendAgain(r.tagger.held)
	defer r.attendAgain(now)
	out := r.tagger.out
	a := slices.Index(out, speaks)
	v := u.first + k
	if a < 0 && first < k && r.tokens[v-1].is(relative) {
		return nobody // "Marn wrote to Hale, who accepted"
	}
	beside := r.sourceBeside(u, v, u.first+first)
	if beside.known() && (r.animate(beside) || r.finding(beside)) {
		return beside
	}
	if a < 0 {
		return nobody
	}
	b := a + 1
	for b < len(out) && out[b] == speaks {
		b++
	}
	return r.marked(u, phrase{u.first + a, u.first + b}, beside)
}

// marked returns whom the phrase stands for that the tagger takes for the
// source.
func (r *reading) marked(u unit, p phrase, beside source) source {
	for p.end-p.first > 1 && r.tokens[p.end-1].is(that|relative) {
		p.end-- // "Marn | that said"
	}
	last := r.tokens[p.end-1]
	if last.is(possessive) && p.end-p.first > 1 {
		p.end--
		last = r.tokens[p.end-1]
	}
	if last.name >= 0 {
		n := r.names[last.name]
		b := n.run - 1
		if b > u.first && r.tokens[b].is(determiner) {
			b--
		}
		if beside.entity < 0 && beside.known() && b > u.first && r.tokens[b].is(preposition) && beside.span.Start < r.tokens[b].Start && beside.span.End+1 >= r.tokens[b].Start {
			return beside // "a reader in Hexley"
		}
		return r.named(n.entity)
	}
	if r.tokens[p.first].is(relative) && r.tokens[p.first].Of(r.low) == "who" {
		s, _ := r.antecedent(u, p.first)
		return s // "Hale, a baker who lives here, said"
	}
	if p.end-p.first == 1 {
		switch w := last.Of(r.low); {
		case last.is(possessive | objective):
			return r.possessor(w)
		case last.is(pronoun):
			return r.pronoun(w)
		case last.is(relative | that):
			s, _ := r.antecedent(u, p.first)
			return s
		}
	}
	if beside.entity >= 0 {
		return beside
	}
	return r.sourceOf(p)
}
