package speaker

import (
	"cmp"
	"iter"
	"slices"
)

// retag lets the tagger have its say on what of the unit is reported. The
// reports from before on are the grammar's.
func (r *reading) retag(u unit, before int) {
	t := &r.tagger
	if t.watch == nil && len(r.reports) == before && !r.hints(u) {
		return
	}
	r.observe(u, before)
	if t.watch != nil {
		t.watch(u, t)
		return
	}
	if len(t.signs) == 0 || len(model) == 0 {
		return
	}
	r.found = append(r.found[:0], r.reports[before:]...)
	r.reports = r.reports[:before]
	t.score()
	if len(r.found) > 0 {
		r.redraw(u, t.decode(eager))
	}
	r.extend(u, before, t.decode(wary))
	slices.SortStableFunc(r.reports[before:], func(a, b report) int { return cmp.Compare(a.content.Start, b.content.Start) })
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

// How much the tagger is held back from finding reports, in units of
// weightUnit: not at all where the grammar has found one, and much where it
// hasn't. Chosen by hand, with an eye on the held part of the corpus and
// on PolNeAR.
const (
	eager int32 = -36
	wary  int32 = 30
)

// redraw lets the tagger move the borders of what the grammar found. Where it
// finds nothing, only what the grammar is sure of stays.
func (r *reading) redraw(u unit, out []label) {
	hit := r.hit[:0]
	for range r.found {
		hit = append(hit, false)
	}
	r.hit = hit
	last, lastFirst, lastEnd := -1, 0, 0
	flush := func() {
		if last >= 0 && r.found[last].typ == Direct && r.whole(r.found[last], lastFirst, lastEnd) {
			r.reports = append(r.reports, r.found[last]) // its marks are its borders
		} else if last >= 0 {
			first, end := r.clip(r.found[last], lastFirst, lastEnd)
			r.report(r.found[last].source, r.found[last].cue, first, end)
		}
	}
	for first, end := range spansOf(out) {
		span := r.span(u.first+first, u.first+end)
		best, shared := -1, 0
		for k, rep := range r.found {
			n := min(rep.content.End, span.End) - max(rep.content.Start, span.Start)
			if n > shared {
				best, shared = k, n
			}
			hit[k] = hit[k] || n > 0
		}
		if best >= 0 && best == last && r.joinsOn(lastEnd, u.first+first) {
			lastEnd = u.first + end // two halves of what the grammar takes for one
			continue
		}
		flush()
		last, lastFirst, lastEnd = best, u.first+first, u.first+end
	}
	flush()
	for k, rep := range r.found {
		if !hit[k] && (!rep.loose || rep.typ == Direct) {
			r.reports = append(r.reports, rep)
		}
	}
}

// whole reports whether the quotation of a report stands by itself, so that the
// tagger’s tokens [first, end) are no clause that it completes.
func (r *reading) whole(rep report, first, end int) bool {
	for i := first; i < end; i++ {
		if t := r.tokens[i]; t.kind == quote && t.Span.Overlaps(rep.content) {
			return i == first || i < first+4 && r.sentenceLike(r.quotes[t.quote])
		}
	}
	return true
}

// joinsOn reports whether little enough stands between two halves for them to
// be one: a comma and a word, ", bringing".
func (r *reading) joinsOn(end, next int) bool {
	return next <= end+2 || next <= end+5 && r.tokens[end].kind == comma && participial(r.tokens[end+1].Of(r.low))
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
	return t.kind == word && participial(t.Of(r.low)) && t.frame&(takesClause|takesQuote|takesObject|takesAddressee) == 0
}

// extend adds what the tagger alone finds.
func (r *reading) extend(u unit, before int, out []label) {
	known := len(r.reports)
	for first, end := range spansOf(out) {
		span := r.span(u.first+first, u.first+end)
		if !slices.ContainsFunc(r.reports[before:known], func(rep report) bool { return rep.content.Overlaps(span) }) {
			r.link(u, u.first+first, u.first+end)
		}
	}
	for i := known; i < len(r.reports); i++ {
		r.reports[i].loose = true
	}
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

// fronts reports whether the tokens up to end stand in a participle phrase that
// opens the unit.
func (r *reading) fronts(u unit, end int) bool {
	t := r.tokens[u.first]
	return t.kind == word && t.name < 0 && participial(t.Of(r.low)) && end <= r.commaOr(u.first, u.end)
}

// link reports the tokens [first, end) of the unit, if it is clear who says so.
func (r *reading) link(u unit, first, end int) {
	if r.fronts(u, end) {
		return // "Conveying alarm at the news, Marn …": how, not what
	}
	cue := r.nearestCue(u, first, end)
	if cue < 0 {
		return
	}
	if n := r.tokens[first]; first == cue+1 && n.kind == word && n.is(preposition) && !n.is(to|numeral) && r.tokens[cue].frame&(takesObject|takesClause) != 0 {
		return // "accused of theft": a participle
	}
	if cue >= end && r.tokens[cue-1].is(relative) {
		return // "Marn wrote to Hale, who accepted"
	}
	s := r.sourceBeside(u, cue, first)
	if !s.known() || !r.animate(s) && !r.finding(s) {
		return
	}
	last := cue + 1
	for last < u.end && last-u.first < len(r.tagger.out) && r.tagger.out[last-u.first] == reports {
		last++
	}
	r.report(s, r.span(cue, last), first, end)
}

// nearestCue returns the token of the word that reports [first, end): the one
// that the tagger took for it, or else a verb that could be; -1 for none.
func (r *reading) nearestCue(u unit, first, end int) int {
	out := r.tagger.out
	for i := first - 1; i >= u.first && out[i-u.first] != begins && out[i-u.first] != within; i-- {
		if out[i-u.first] == reports {
			for i > u.first && out[i-1-u.first] == reports {
				i--
			}
			return i
		}
	}
	for i := end; i < u.end && i-u.first < len(out) && out[i-u.first] != begins; i++ {
		if out[i-u.first] == reports {
			return i
		}
	}
	for i := first - 1; i >= u.first && i > first-10; i-- {
		if t := r.tokens[i]; t.frame != 0 && t.name < 0 {
			return i
		}
	}
	return -1
}

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
	return r.sourceOf(phrase{v + 1, e})
}
