package speaker

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/internal/text"
)

// speakers gathers the reports by speaker, the most important first.
func (r *reading) speakers() []Speaker {
	out := make([]Speaker, 0, 8)
	named := make(map[int]int, 16)
	unnamed := make(map[string]int, 8)
	for _, rep := range r.eachSource() {
		var at int
		var ok bool
		if rep.source.entity >= 0 {
			at, ok = named[rep.source.entity]
		} else {
			at, ok = unnamed[rep.source.span.Of(r.low)]
		}
		if !ok {
			at = len(out)
			out = append(out, r.speaker(rep.source))
			if rep.source.entity >= 0 {
				named[rep.source.entity] = at
			} else {
				unnamed[rep.source.span.Of(r.low)] = at
			}
		}
		out[at].Positions = append(out[at].Positions, Position{
			Type: rep.typ, Cue: rep.cue.Of(r.text), Text: rep.content.Of(r.text), Span: rep.content,
		})
	}
	for i := range out {
		slices.SortStableFunc(out[i].Positions, func(a, b Position) int { return cmp.Compare(a.Start, b.Start) })
		lead(out[i].Positions)
	}
	slices.SortStableFunc(out, func(a, b Speaker) int { return cmp.Compare(weight(b), weight(a)) })
	return out
}

// lead moves the first position that stands on its own to the front, before
// refusals, scraps and the halves of a clause that its cue cuts in two.
func lead(ps []Position) {
	if !leadWith(ps, func(i int) bool { return stands(ps[i]) && !half(ps, i) }) {
		leadWith(ps, func(i int) bool { return stands(ps[i]) })
	}
}

// half reports whether position i is one side of a reported clause around its
// cue: "The figures, she said, were true."
func half(ps []Position, i int) bool {
	joined := func(p, q Position) bool { return p.Type != Direct && q.Type != Direct && goesOn(p, q) }
	return i > 0 && joined(ps[i-1], ps[i]) || i+1 < len(ps) && joined(ps[i], ps[i+1])
}

// leadWith moves the first position that will do to the front, with what goes
// on from it. It reports whether there is one.
func leadWith(ps []Position, do func(i int) bool) bool {
	for i := range ps {
		if !do(i) {
			continue
		}
		end := i + 1
		for end < len(ps) && goesOn(ps[end-1], ps[end]) {
			end++ // “…,” she said. “…”
		}
		for i > 0 && goesOn(ps[i-1], ps[i]) {
			i--
		}
		moved := slices.Clone(ps[i:end])
		copy(ps[len(moved):end], ps[:i])
		copy(ps, moved)
		return true
	}
	return false
}

// goesOn reports whether q is more of the statement p: it has the same cue, which
// stands between them.
func goesOn(p, q Position) bool { return p.Cue == q.Cue && q.Start-p.End < 80 }

// stands reports whether a position says enough to be shown alone.
func stands(p Position) bool {
	_, _, f := lemmatize(lower(p.Cue))
	if f&(takesTo|takesClause|stance) == takesTo|stance { // declined, refused, sought
		return false
	}
	return len(p.Text) >= 16
}

// eachSource returns the reports with every joint statement once for each who
// made it.
func (r *reading) eachSource() []report {
	joint := false
	for i := range r.reports {
		joint = joint || r.reports[i].source.also >= 0
	}
	if !joint {
		return r.reports
	}
	out := make([]report, 0, len(r.reports)+4)
	for _, rep := range r.reports {
		if also := rep.source.also; also >= 0 {
			second := rep
			second.source = r.named(also)
			out = append(out, second)
		}
		out = append(out, rep)
	}
	return out
}

func (r *reading) speaker(s source) Speaker {
	if s.entity < 0 {
		if w := r.headOf(s); s.kind == Organization && (company(w) || institution(w)) && !official(w) && !singled(s.span.Of(r.low), w) {
			s.kind = Unnamed // "the firm", whichever it is
		}
		return Speaker{Name: s.span.Of(r.text), Kind: s.kind, Roles: []string{}}
	}
	e := &r.entities[s.entity]
	if now := r.named(s.entity); now.entity == s.entity {
		s.kind = now.kind // what was read later may have settled it
	}
	roles := r.bestRoles(e)
	if s.kind != Person {
		roles = slices.DeleteFunc(roles, func(s string) bool { return !strings.Contains(s, " ") }) // "group" tells nothing
	}
	return Speaker{Name: e.name.Of(r.text), Kind: s.kind, Roles: roles}
}

// weight says how much an editor would want the speaker listed: people with a
// name and a role first, then bodies, then who has no name.
func weight(s Speaker) int {
	w := 0
	switch s.Kind {
	case Person:
		w = 40
		if len(s.Roles) > 0 {
			w += 20
		}
	case Organization:
		w = 20
	case Unnamed:
		if ws := text.Words(lower(s.Name)); len(ws) > 0 && len(ws) < 5 && authored(ws[len(ws)-1].Of(lower(s.Name))) {
			w = -10 // a report that nobody signs
		}
	}
	for _, p := range s.Positions {
		if p.Type == Indirect {
			w += 1
		} else {
			w += 3
		}
	}
	return w
}
