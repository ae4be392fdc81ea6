package speaker

// maxModifier bounds, in tokens, what says which person a source without a name is.
const maxModifier = 11

// wholeSources gives the sources without a name that report in unit u, from before
// on, what says which of their kind they are: "two people familiar with the
// talks", "a driver who survived".
func (r *reading) wholeSources(u unit, before int) {
	for i := before; i < len(r.reports); i++ {
		s := r.reports[i].source
		if s.entity >= 0 || s.span.Start < u.Start || s.span.End > u.End {
			continue
		}
		end := r.modifierEnd(u, &r.reports[i])
		if end <= 0 {
			continue
		}
		old := s.span
		s.span.End = r.tokens[end-1].End
		for _, t := range [...]*source{&r.focus, &r.speaking, &r.topic, &r.group} {
			if t.entity < 0 && t.span == old {
				t.span = s.span
			}
		}
		for k := before; k < len(r.reports); k++ {
			if t := &r.reports[k].source; t.entity < 0 && t.span == old {
				t.span = s.span
			}
		}
	}
}

// modifierEnd returns the token behind what follows the source of the report and
// belongs to it; 0 where nothing does.
func (r *reading) modifierEnd(u unit, rep *report) int {
	first := r.tokenAt(u, rep.source.span.End)
	v := r.tokenAt(u, rep.cue.Start)
	if first >= u.end || first <= u.first || r.tokens[first-1].is(pronoun|objective) || rep.cue.Len() == 0 {
		return 0
	}
	if v < first {
		return r.modifierBehind(u, rep, first)
	}
	end := v
	for end > first && r.tokens[end-1].kind == word && r.tokens[end-1].name < 0 && r.tokens[end-1].is(auxiliary|adverb|temporal|negation) {
		end--
	}
	if end-first < 2 || end-first > maxModifier || r.tokens[end-1].is(determiner|preposition|coordinator) || !r.modifierOpens(first, end) {
		return 0
	}
	for i := first; i < end; i++ {
		if t := r.tokens[i]; t.kind != word || t.is(coordinator) && t.Of(r.low) == "but" || rep.content.Contains(t.Span) {
			return 0
		}
	}
	return end
}

// modifierOpens reports whether the tokens [first, end) can say which of its kind
// the noun before them is.
func (r *reading) modifierOpens(first, end int) bool {
	t := r.tokens[first]
	switch {
	case t.Of(r.low) == "who":
		if !hasWord("people person man woman those one others ", r.tokens[first-1].Of(r.low)) {
			return false // a calling says enough
		}
		for i := first + 1; i < end; i++ {
			if n := r.tokens[i]; n.is(auxiliary|verbal) || n.frame != 0 && n.name < 0 && (n.form == past || n.form == present) || participial(n.Of(r.low)) {
				return true
			}
		}
		return false
	case t.name >= 0:
		return false
	}
	w := t.Of(r.low)
	past := len(w) > 4 && w[len(w)-2:] == "ed" && r.tokens[first+1].is(preposition)
	return hasWord("familiar close ", w) || t.is(preposition) && !t.is(to|temporal) || (past || participial(w)) && !t.is(capital)
}

// modifierBehind is modifierEnd where the source stands behind its cue: “…,” said a
// woman who lives there.
func (r *reading) modifierBehind(u unit, rep *report, first int) int {
	t := r.tokens[first]
	if t.Of(r.low) == "who" && !hasWord("people person man woman those one others ", r.tokens[first-1].Of(r.low)) {
		return 0
	}
	if t.kind != word || !hasWord("who familiar close briefed involved ", t.Of(r.low)) && !(t.Of(r.low) == "with" && r.knowledge(u, first+1)) {
		return 0
	}
	end := first + 1
	for end < u.end && end < first+maxModifier {
		if n := r.tokens[end]; n.kind != word || n.is(that) || n.Start >= rep.content.Start && rep.content.Start > t.Start {
			break
		}
		end++
	}
	for end > first && r.tokens[end-1].is(temporal) {
		end--
		for end > first && r.tokens[end-1].is(preposition|determiner) {
			end--
		}
	}
	if end-first < 2 || end == first+maxModifier {
		return 0
	}
	return end
}

// knowledge reports whether "with" before token i goes on to say what somebody
// knows: "with direct knowledge of the plan".
func (r *reading) knowledge(u unit, i int) bool {
	return i < u.end && r.tokens[i].Of(r.low) == "knowledge" || i+1 < u.end && r.tokens[i+1].Of(r.low) == "knowledge"
}
