package speaker

import (
	"strings"

	"onrecord/internal/text"
)

// attribute finds the reports of one unit.
func (r *reading) attribute(u unit) {
	before, spoke := len(r.reports), r.speaking
	held := r.attention()
	r.opened = u.first
	if s := r.firstPhrase(u, r.ended(u)); s.entity >= 0 && s.kind == Organization {
		r.body = s
	}
	r.resumeHero(u)
	r.introduces(u)
	defer func() { r.previous = u }()
	if r.heading(u) {
		r.lastCue, r.announced = text.Span{}, false
		return
	}
	if r.opening(u) {
		return
	}
	if u.lead && !r.opensQuoted(u) {
		r.lastCue, r.announced = text.Span{}, false
	}
	at := u.first
	if r.accordingTo(u) || r.inView(u) || r.asNoted(u) || r.trailing(u) {
		at = u.end
	}
	for i := at; i < u.end; {
		if r.tokens[i].frame == 0 {
			next := 0
			if i > u.first && r.tokens[i-1].is(possessive) {
				next = r.noun(u, i) // "Marn’s opposition to the toll"
			}
			i = max(i+1, next)
			at = max(at, next)
			continue
		}
		i = max(i+1, r.verb(u, i, at))
		if n := len(r.reports); n > before {
			at = max(at, i)
		}
	}
	r.looseQuotes(u, before)
	r.remaining(u, before)
	r.retag(u, before)
	r.makeWhole(u, before, spoke)
	if len(r.reports) > before {
		r.refocus(u, before, held)
	}
	r.settleFocus(u, before)
	for i := len(r.reports) - 1; i >= before; i-- {
		if i > before && r.relativeOf(u, r.tokenAt(u, r.reports[i].cue.Start)) && r.reports[i-1].typ == Direct {
			continue // “…,” said Marn, who heads the club, which found it. “…”
		}
		if last := r.reports[i]; !last.loose || i == before && !r.speaking.known() {
			r.speaking, r.lastCue = last.source, last.cue
			break
		}
	}
	r.announce(u)
}

// opensQuoted reports whether the unit begins with a quotation.
func (r *reading) opensQuoted(u unit) bool {
	return u.first < u.end && r.tokens[u.first].kind == quote
}

// plural reports whether the phrase joins two.
func (p phrase) plural(r *reading) bool {
	for i := p.first + 1; i < p.end; i++ {
		if r.tokens[i].is(coordinator) {
			return true
		}
	}
	return false
}

// report appends what was found. It returns false for an empty content.
func (r *reading) report(s source, cue text.Span, first, end int) bool {
	for end > first && (r.tokens[end-1].kind != word && r.tokens[end-1].kind != quote && r.tokens[end-1].kind != other && r.tokens[end-1].kind != bracket) {
		end--
	}
	for first < end && r.tokens[first].kind != word && r.tokens[first].kind != quote && r.tokens[first].kind != other && r.tokens[first].kind != bracket {
		first++
	}
	for first < end && r.tokens[first].kind == bracket && r.bracketEnd(first, end) < 0 {
		first++
	}
	if first >= end || !s.known() || r.clauseLike(s) {
		return false
	}
	quoted := false
	for i := first; i < end; i++ {
		if r.tokens[i].kind == quote {
			quoted = true
			r.taken[r.tokens[i].quote] = true
		}
	}
	rep := report{source: s, cue: cue, content: r.span(first, end), typ: Indirect}
	switch {
	case end-first == 1 && quoted:
		rep.typ = Direct
		rep.content = r.spoken(int(r.tokens[first].quote))
	case quoted:
		rep.typ = Mixed
	case end-first == 1 && r.tokens[first].frame&inverts != 0 && r.tokens[first].form == past:
		return false // "who responded said"
	case end-first == 1 && r.tokens[first].is(pronoun|objective|interrogative|relative|possessive):
		return false // "denied it": nobody knows what
	case end-first == 1 && r.tokens[first].is(adverb|preposition|auxiliary|determiner|temporal):
		return false
	}
	if rep.typ == Direct {
		r.holding = nobody
		if !r.quotes[r.tokens[first].quote].Closed {
			r.holding = s
		}
	}
	if s.entity >= 0 && s.kind == Person && rep.typ == Direct {
		if e := &r.entities[s.entity]; e.person == 0 && e.organization == 0 {
			e.person = 1 // Marn, who has a voice
		}
	}
	r.reports = append(r.reports, rep)
	r.speaking, r.lastCue = s, cue
	r.attend(s)
	return true
}

// clauseLike reports whether the phrase of a source without a name is no noun’s: "I
// suggest the public", "leaving office", "a video surfaced", "abandoned".
func (r *reading) clauseLike(s source) bool {
	if s.entity >= 0 || s.span.Len() == 0 {
		return false
	}
	phrase := s.span.Of(r.low)
	first, others, several := strings.Cut(phrase, " ")
	switch {
	case hasWord("i we he she they ", first):
		return several && !hasWord("all both each ", others)
	case participial(first) && first != "polling":
		_, last := headAndLast(phrase)
		return several && !r.animate(s) && !plural(last) // "visiting officials" are a noun
	case strings.HasSuffix(phrase, "ed"):
		if !several {
			return true
		}
		before := phrase[:strings.LastIndexByte(phrase, ' ')]
		last := before[strings.LastIndexByte(before, ' ')+1:]
		return len(last) < len(before) && !r.animate(s) && !r.textual(s) && functionWord(last)&(determiner|adverb) == 0 && !strings.HasSuffix(last, "ly")
	}
	return false
}

// bracketEnd returns the next bracket behind token first, or -1.
func (r *reading) bracketEnd(first, end int) int {
	for i := first + 1; i < end; i++ {
		if r.tokens[i].kind == bracket {
			return i
		}
	}
	return -1
}

// spoken returns the words of a quotation, without the comma that only the
// sentence around it needs.
func (r *reading) spoken(i int) text.Span {
	p := r.quotes[i].Inner
	for trimmed := true; trimmed; {
		trimmed = false
		if p.Len() > 1 && r.text[p.End-1] == ',' {
			p.End--
			p, trimmed = p.Trim(r.text), true
		}
		for _, mark := range [...]string{"”", "\""} {
			if n := p.Len() - len(mark); n > 0 && strings.HasSuffix(p.Of(r.text), mark) && strings.Count(p.Of(r.text), "“")+strings.Count(p.Of(r.text), mark) == 1 {
				p.End -= len(mark) // closed twice: “It is so.”"
				trimmed = true
			}
		}
	}
	return p
}
