package speaker

import "onrecord/internal/text"

// announce notes a unit that ends with a colon, and who is to speak.
func (r *reading) announce(u unit) {
	if u.end == u.first || r.tokens[u.end-1].kind != colon {
		r.announced = r.announced && r.opensQuoted(u)
		return
	}
	if s, cue := r.sourceIntroduced(u); s.known() {
		r.speaking, r.lastCue, r.announced = s, cue, true
		return
	}
	for v := u.end - 2; v >= u.first && v > u.end-30; v-- {
		t := r.tokens[v]
		if t.kind == quote {
			break
		}
		if t.frame&(takesClause|takesQuote|takesAddressee|takesObject) == 0 || t.name >= 0 || t.frame&stance != 0 {
			continue
		}
		if s, _ := r.subject(u, v); s.known() && t.form != base {
			r.speaking, r.lastCue, r.announced = s, r.span(v, v+1), true
			r.attend(s)
			return
		}
	}
	if s := r.clauseSubject(u, u.end-1); s.known() {
		r.speaking, r.lastCue, r.announced = s, r.tokens[u.end-1].Span, true
	}
}

// sourceIntroduced returns whom a unit names that ends with a colon: "According to
// the suit:".
func (r *reading) sourceIntroduced(u unit) (source, text.Span) {
	for i := u.first; i+3 < u.end; i++ {
		if r.tokens[i].Of(r.low) == "according" && r.tokens[i+1].is(to) {
			return r.sourceOf(phrase{i + 2, r.phraseRight(i+2, u.end-1)}), r.span(i, i+2)
		}
	}
	return nobody, text.Span{}
}

// opening reads a unit that begins with its verb: "Said Marn: “…”".
func (r *reading) opening(u unit) bool {
	t := r.tokens[u.first]
	if u.end-u.first < 3 || t.frame&inverts == 0 || t.form != past || !r.tokens[u.first+1].is(capital|determiner) {
		return false
	}
	end := r.phraseRight(u.first+1, u.end)
	s := r.sourceOf(phrase{u.first + 1, end})
	if !s.known() {
		return false
	}
	cue := r.span(u.first, u.first+1)
	for k := end; k < u.end && k < end+30; k++ {
		if r.tokens[k].kind == quote && r.tokens[k-1].kind != word {
			return r.report(s, cue, k, k+1)
		}
	}
	if r.tokens[u.end-1].kind == colon && end == u.end-1 {
		r.speaking, r.lastCue, r.announced = s, cue, true
		r.attend(s)
		return true
	}
	return false
}
