package speaker

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/text"
)

// looseQuotes gives the quotations of the unit that no verb claimed to whom
// they belong: a sentence that is nothing but a quotation goes on with the
// speech before it.
func (r *reading) looseQuotes(u unit, before int) {
	for i := u.first; i < u.end; i++ {
		t := r.tokens[i]
		if t.kind != quote || r.taken[t.quote] {
			continue
		}
		q := r.quotes[t.quote]
		if v := i - 2; v > u.first && r.tokens[i-1].kind == colon && r.tokens[v].frame&takesClause != 0 && r.tokens[v].form == past && r.tokens[v].name < 0 && r.sentenceLike(q) {
			if s, _ := r.subject(u, v); s.known() && r.animate(s) && r.report(s, r.span(v, v+1), i, i+1) {
				continue // "Asked by Hale where it was, Marn said: “…”"
			}
		}
		switch {
		case r.subhead(u, q):
		case r.signed(u, i):
		case (q.Continued || r.announced && i == u.first && len(r.reports) == before) && r.speaking.known():
			r.report(r.speaking, r.lastCue, i, i+1)
		case len(r.reports) > before && r.sentenceLike(q):
			// “…,” X said. “…” within one unit, or a second quotation of it.
			last := r.reports[len(r.reports)-1]
			if i == u.first || r.tokens[i-1].kind != word || last.typ != Indirect && q.Inner.Len() >= 40 {
				r.report(last.source, last.cue, i, i+1)
			}
		case len(r.reports) > before && r.resumes(u, i, before):
			last := r.reports[len(r.reports)-1]
			r.report(last.source, last.cue, i, i+1)
		case r.onlyQuoted(u) && r.speaking.known() && r.lastCue.Len() > 0:
			r.report(r.speaking, r.lastCue, i, i+1)
		case r.onlyQuoted(u) && u.lead && r.holding.known() && r.sentenceLike(q):
			r.report(r.holding, text.Span{Start: t.Start, End: t.Start}, i, i+1) // a caption stands between
		case r.coordinated(u, i, before):
			last := r.reports[len(r.reports)-1]
			r.report(last.source, last.cue, i, i+1)
		case i <= u.first+2 && r.goesOn(u, i):
			r.report(r.resuming(), r.tokens[u.first].Span, i, i+1)
		case r.saidOddly(u, i):
		case r.onlyQuoted(u):
			r.report(r.uncued(u, q), text.Span{Start: t.Start, End: t.Start}, i, i+1)
		case i > u.first && r.tokens[i-1].kind == colon && r.sentenceLike(q):
			s := r.clauseSubject(u, i-1)
			if k := r.tokens[u.first].name; !s.known() && k >= 0 && r.entities[r.names[k].entity].isPerson() && r.names[k].end == i-2 {
				s = r.named(r.names[k].entity) // "Dana Marn emails: “…”"
			}
			if !s.known() {
				s = r.firstPhrase(u, i-1) // "The launch boss, on the loop: “…”"
			}
			if p := r.firstPerson(u, i-1); !s.known() || s.entity < 0 && r.within(p, s.span) {
				s = p // "Neighbour Ingrid Vale picks up the story: “…”"
			}
			if !r.label(s) {
				r.report(s, r.tokens[i-1].Span, i, i+1)
			}
		}
	}
}

// label reports whether the source is a word in capitals that no name of somebody
// is: "VERDICT: “It will do.”"
func (r *reading) label(s source) bool {
	name := s.span
	if s.entity >= 0 {
		name = r.entities[s.entity].name
		if r.entities[s.entity].person > 0 {
			return false
		}
	}
	return name.Len() > 5 && !strings.Contains(name.Of(r.text), " ") && allCapitals(name.Of(r.text))
}

// resumes reports whether the quotation at token i is the end of what the last
// report of the unit gives, behind its cue and its speaker: "It coughs, she
// says, “same as me”."
func (r *reading) resumes(u unit, i, before int) bool {
	last := r.reports[len(r.reports)-1]
	if i+2 < u.end || i < u.first+3 || r.tokens[i-1].kind != comma || last.cue.End > r.tokens[i].Start || last.content.End > last.cue.Start {
		return false
	}
	for k := i - 2; k > u.first && r.tokens[k].End > last.cue.End; k-- {
		if t := r.tokens[k]; t.kind != word || t.is(auxiliary|relative|coordinator) || t.frame != 0 && t.name < 0 {
			return false
		}
	}
	return true
}

// joinSignatures moves a name behind a dash to the unit before it that ends
// with a quotation: “….” — Dana Marn
func (r *reading) joinSignatures() {
	for i := 1; i < len(r.units); i++ {
		u, next := &r.units[i-1], &r.units[i]
		if next.paragraph != u.paragraph || u.end == u.first || r.tokens[u.end-1].kind != quote || next.first != u.end {
			continue
		}
		k := next.first
		for k < next.end && r.tokens[k].kind == dash {
			k++
		}
		if k == next.first || k >= next.end || r.tokens[k].name < 0 {
			continue
		}
		n := r.names[r.tokens[k].name]
		if n.run != k || n.end < next.end && r.tokens[n.end].kind != quote && r.tokens[n.end].kind != stop && r.tokens[n.end].kind != comma {
			continue
		}
		u.end, u.End = n.end, r.tokens[n.end-1].End
		next.first, next.Start = n.end, u.End
	}
	r.units = slices.DeleteFunc(r.units, func(u unit) bool { return u.first >= u.end })
}

// firstPerson returns the first person named in the unit before token limit.
func (r *reading) firstPerson(u unit, limit int) source {
	for i := u.first; i < limit; i++ {
		if k := r.tokens[i].name; k >= 0 {
			if s := r.named(r.names[k].entity); s.kind == Person && s.entity >= 0 {
				return s
			}
		}
	}
	return nobody
}

// within reports whether the person s is named in the span, as nobody’s owner and
// not in what a preposition adds.
func (r *reading) within(s source, p text.Span) bool {
	if s.entity < 0 || r.entities[s.entity].person == 0 {
		return false
	}
	for k := len(r.names) - 1; k >= 0 && r.tokens[r.names[k].first].Start >= p.Start; k-- {
		if n := r.names[k]; n.entity == s.entity && r.tokens[n.end-1].End <= p.End {
			return n.end < len(r.tokens) && !r.tokens[n.end].is(possessive) && (n.run == 0 || !r.tokens[n.run-1].is(preposition))
		}
	}
	return false
}

// signed reads a quotation with its speaker’s name under it: “…” — Dana Marn.
func (r *reading) signed(u unit, i int) bool {
	k := i + 1
	for k < u.end && r.tokens[k].kind == dash {
		k++
	}
	if k == i+1 || k >= u.end || r.tokens[k].name < 0 {
		return false
	}
	n := r.names[r.tokens[k].name]
	if n.run != k || n.end < u.end && r.tokens[n.end].kind == word && r.tokens[n.end].frame != 0 {
		return false
	}
	s := r.named(n.entity)
	return s.kind == Person && r.entities[n.entity].words > 1 && r.report(s, r.span(i+1, k), i, i+1)
}

// onlyQuoted reports whether the unit holds nothing but quotations.
func (r *reading) onlyQuoted(u unit) bool {
	for i := u.first; i < u.end; i++ {
		if k := r.tokens[i].kind; k == word || k == bracket {
			return false
		}
	}
	return true
}

// subhead reports whether the quotation is a paragraph by itself that is set as
// a heading: in capitals, with a capital to each word, or short, without a stop,
// and with a colon before whoever it is from.
func (r *reading) subhead(u unit, q text.Quotation) bool {
	if !u.lead || !r.onlyQuoted(u) || q.Inner.Len() > 90 {
		return false
	}
	if r.stops && !r.announced && !q.Continued && !r.stopped(u) {
		return true
	}
	words, capitals, small := 0, 0, 0
	for _, p := range text.Words(q.Inner.Of(r.text)) {
		w := p.Of(q.Inner.Of(r.text))
		if len(w) < 4 {
			continue
		}
		words++
		if c := w[0]; 'A' <= c && c <= 'Z' {
			capitals++
		}
		if strings.ContainsFunc(w, unicode.IsLower) {
			small++
		}
	}
	if words > 1 && small == 0 {
		return true
	}
	if r.pauses(q) {
		return false
	}
	return words > 2 && capitals == words || strings.Contains(q.Inner.Of(r.text), ": ")
}

// sentenceLike reports whether a quotation is long enough, or so punctuated,
// that it is speech and not a title or a word held at arm's length.
func (r *reading) sentenceLike(q text.Quotation) bool {
	return q.Inner.Len() >= 30 || r.punctuated(q)
}

// punctuated reports whether a comma or a stop closes the quotation, of which
// there is always a byte.
func (r *reading) punctuated(q text.Quotation) bool {
	switch r.text[q.Inner.End-1] {
	case ',', '.', '!', '?':
		return true
	}
	return false
}

// pauses reports whether a mark closes the quotation, a dash or an ellipsis too.
func (r *reading) pauses(q text.Quotation) bool {
	last := r.text[q.Inner.End-1]
	return r.punctuated(q) || last == '-' || last >= utf8.RuneSelf
}

// foreign reads an article in another language: each quotation that is long
// enough goes to the person named beside it in its sentence.
func (r *reading) foreign() {
	for _, u := range r.units {
		s, before := nobody, len(r.reports)
		for i := u.first; i < u.end; i++ {
			if k := r.tokens[i].name; k >= 0 {
				if e := r.entities[r.names[k].entity]; e.words > 1 && e.organization == 0 {
					s = r.named(r.names[k].entity)
					s.kind = Person
				}
			}
		}
		if !s.known() && !u.lead || r.onlyQuoted(u) {
			s = r.speaking
		}
		for i := u.first; i < u.end; i++ {
			t := r.tokens[i]
			if t.kind == quote && !r.taken[t.quote] && r.quotes[t.quote].Inner.Len() >= 20 {
				r.report(s, text.Span{Start: t.Start, End: t.Start}, i, i+1)
			}
		}
		r.settleFocus(u, before)
	}
}
