package speaker

import (
	"strings"

	"onrecord/internal/text"
)

// pronoun returns whom a subject pronoun stands for.
func (r *reading) pronoun(w string) source {
	switch w {
	case "he", "she":
		return r.singular(w)
	case "they", "we":
		if g := r.group; g.known() && r.opened < len(r.tokens) && g.span.Start >= r.tokens[r.opened].Start {
			return g // of this very sentence
		}
		if r.topic.known() && r.topic.kind != Person {
			return r.topic
		}
		return r.speaking
	case "it":
		if r.topic.known() && r.topic.kind == Organization {
			return r.topic
		}
		if r.speaking.known() && r.speaking.kind == Organization {
			return r.speaking
		}
		if r.body.known() {
			return r.body
		}
	}
	return nobody
}

// singular returns the person whom he or she stands for: the one in focus, or
// the last whose sex is known to fit.
func (r *reading) singular(w string) source {
	if r.focus.entity < 0 && r.focus.known() && r.unnamedFits(r.focus, w) {
		return r.focus
	}
	for _, s := range [...]source{r.focus, r.speaking} {
		if s.entity >= 0 && s.kind == Person && r.fits(s.entity, w) {
			return s
		}
	}
	if s := r.nearest(w, r.previous.first); s.known() {
		if e := &r.entities[s.entity]; w == "she" && (e.female || e.she) || w == "he" && (e.male || e.he) {
			return s
		}
	}
	if w == "she" && r.she.known() {
		return r.she
	}
	if w == "he" && r.he.known() {
		return r.he
	}
	if r.focus.entity >= 0 && r.fits(r.focus.entity, w) {
		return r.focus
	}
	if r.speaking.kind == Unnamed && r.alone(r.speaking) {
		return r.speaking
	}
	return r.nearest(w, 0)
}

// nearest returns the person last named before the unit that is read, from token
// first on, of whom nothing speaks against the pronoun.
func (r *reading) nearest(w string, first int) source {
	if r.opened >= len(r.tokens) {
		return nobody
	}
	met := 0
	for k := r.nameBefore(r.opened); k >= 0 && met < 12 && r.names[k].first >= first; k-- {
		e := &r.entities[r.names[k].entity]
		if !e.isPerson() || e.words == 1 && e.person == 0 {
			continue
		}
		met++
		if r.fits(r.names[k].entity, w) {
			if s := r.named(r.names[k].entity); s.kind == Person {
				return s
			}
		}
	}
	return nobody
}

// lastMet returns the person last named, in more words than one, before token i.
func (r *reading) lastMet(i int) source {
	back := r.nameBefore(i)
	for k := back; k >= max(0, back-maxNamesBack); k-- {
		if e := &r.entities[r.names[k].entity]; e.isPerson() && e.words > 1 {
			return r.named(r.names[k].entity)
		}
	}
	return nobody
}

// resumed is pronoun for the subject of a verb: the person who opens the unit
// goes before who was spoken of in another.
func (r *reading) resumed(w string) source {
	if w == "he" || w == "she" {
		if s := r.opener(w); s.known() {
			return s
		}
	}
	return r.pronoun(w)
}

// opener returns the person whose name, after titles, opens the unit that is
// read, where that suits the pronoun.
func (r *reading) opener(w string) source {
	from := r.appositionEnd()
	for i := from; i < len(r.tokens) && i < from+6; i++ {
		t := r.tokens[i]
		if t.name >= 0 {
			n := r.names[t.name]
			e := &r.entities[n.entity]
			if n.end >= len(r.tokens) || r.tokens[n.end].is(possessive) || !r.fits(n.entity, w) || e.words == 1 && e.person == 0 {
				break
			}
			if s := r.named(n.entity); s.kind == Person && s.entity >= 0 && (e.female || e.male || e.leaning > 1 && w == "she" || e.leaning < -1 && w == "he") {
				return s
			}
			break
		}
		if t.kind == stop && i > r.opened && r.abbreviates(i-1) {
			continue // "Sen. Marn"
		}
		if t.kind != word || !t.is(capital|roleNoun|rolePrefix|honorific) || t.is(preposition|subordinator|coordinator|adverb|pronoun|interrogative) || t.frame != 0 {
			break // "Like Marn, she thinks"
		}
	}
	return nobody
}

// appositionEnd returns the token behind "The eldest," where a name follows it that
// a comma closes; else the first of the unit that is read.
func (r *reading) appositionEnd() int {
	if r.opened >= len(r.tokens) || !r.tokens[r.opened].is(determiner|possessive) {
		return r.opened
	}
	for i := r.opened + 1; i+1 < len(r.tokens) && i < r.opened+8; i++ {
		t := r.tokens[i]
		if t.kind == comma {
			return i + 1
		}
		if t.kind != word || t.name >= 0 || t.is(auxiliary|relative|that) || t.frame != 0 && t.form != noForm && !t.is(roleNoun) {
			break
		}
	}
	return r.opened
}

// alone reports whether a source without a name is one person.
func (r *reading) alone(s source) bool {
	phrase := s.span.Of(r.low)
	if strings.HasPrefix(phrase, "one of ") {
		return true
	}
	for _, p := range text.Words(phrase) {
		w := p.Of(phrase)
		if preposition&functionWord(w) != 0 || w == "who" {
			return false
		}
		if role(w)&roleNoun != 0 || w == "visitor" || !plural(w) && agents(w+"s") {
			return true
		}
	}
	return false
}

// unnamedFits reports whether the pronoun can stand for a source without a
// name.
func (r *reading) unnamedFits(s source, w string) bool {
	phrase := s.span.Of(r.low)
	for _, p := range text.Words(phrase) {
		switch n := p.Of(phrase); {
		case len(n) > 5 && n[len(n)-5:] == "woman", n == "mother", n == "wife", n == "daughter", n == "sister", n == "midwife", n == "widow":
			return w == "she"
		case len(n) > 4 && n[len(n)-3:] == "man" && n != "german" && n != "human", n == "father", n == "husband", n == "son", n == "brother":
			return w == "he"
		}
	}
	return true
}

// fits reports whether nothing known of the person speaks against the pronoun.
func (r *reading) fits(i int, w string) bool {
	e := &r.entities[i]
	if w == "he" {
		return !e.female && (e.male || !e.she)
	}
	return !e.male && (e.female || !e.he)
}

// attention is whom pronouns stand for at some place.
type attention struct {
	focus, she, he, speaking source
	attended                 int
}

// attention returns whom pronouns stand for now.
func (r *reading) attention() attention {
	return attention{r.focus, r.she, r.he, r.speaking, r.attended}
}

// attendAgain makes pronouns stand for whom they stood for.
func (r *reading) attendAgain(a attention) {
	r.focus, r.she, r.he, r.speaking, r.attended = a.focus, a.she, a.he, a.speaking, a.attended
}

// attend notes that the source was a subject, so that the pronouns that
// follow stand for it.
func (r *reading) attend(s source) {
	r.gather(s)
	if s.entity < 0 && s.kind == Unnamed && r.indefinite(s) && r.alone(s) {
		r.focus, r.attended = s, r.opened
		return
	}
	if s.entity < 0 || s.kind != Person {
		return
	}
	r.focus, r.attended = s, r.opened
	switch e := &r.entities[s.entity]; {
	case e.female && !e.male:
		r.she = s
	case e.male && !e.female:
		r.he = s
	}
}

// acts reports whether the full name n opens the unit and a verb that the lexicon
// does not know follows: "Ingrid Vale skips for an hour".
func (r *reading) acts(u unit, n name) bool {
	if n.run != u.first || n.end-n.first < 2 || n.end+1 >= u.end {
		return false
	}
	w, next := r.tokens[n.end].Of(r.low), r.tokens[n.end+1]
	return len(w) > 3 && endsInS(w) && next.kind == word && next.is(preposition|determiner|adverb|to) && !next.is(capital)
}

// refocus attends to those who report in unit u, from before on, in the order of the
// text, whatever the order in which they were found; whoever only asks goes before
// whom he or she asks.
func (r *reading) refocus(u unit, before int, held attention) {
	held.speaking = r.speaking
	r.attendAgain(held)
	own := r.reports[before:]
	guard := nobody
	for _, rep := range own {
		if r.agent(u, rep) {
			if rep.source.entity >= 0 || rep.cue.Of(r.low) == "according to" {
				r.attend(rep.source)
			} else {
				guard = rep.source
			}
		}
	}
	about := false
	for _, rep := range own {
		if !r.agent(u, rep) {
			r.attend(rep.source)
			r.calledBy(u, rep)
			about = true
		}
	}
	if about || !guard.known() {
		return
	}
	if s := r.firstPhrase(u, r.ended(u)); s.kind == Person {
		r.attend(s) // "Marn was told by a guard"
	} else if !r.focus.known() {
		r.attend(guard)
	}
}

// calledBy notes which pronoun has stood for the source of a report, a person of
// whom nothing else tells the sex.
func (r *reading) calledBy(u unit, rep report) {
	if rep.source.entity < 0 || rep.source.kind != Person || rep.cue.Len() == 0 {
		return
	}
	v := r.tokenAt(u, rep.cue.Start)
	j := v - 1
	for j > u.first && r.tokens[j].kind == word && r.tokens[j].is(adverb|auxiliary) {
		j--
	}
	if j < u.first || !hasWord("he she ", r.tokens[j].Of(r.low)) {
		j = v + 1
	}
	if j >= u.end {
		return
	}
	switch e := &r.entities[rep.source.entity]; r.tokens[j].Of(r.low) {
	case "she":
		e.she = e.she || !e.he
	case "he":
		e.he = e.he || !e.she
	}
}

// agent reports whether the source of the report stands behind "by", or behind
// "according to", and so is not what its sentence is about.
func (r *reading) agent(u unit, rep report) bool {
	v := r.tokenAt(u, rep.cue.End)
	if v < u.end && v > u.first && r.tokens[v].Of(r.low) == "by" {
		return true
	}
	return strings.HasSuffix(rep.cue.Of(r.low), " to") && strings.HasPrefix(rep.cue.Of(r.low), "according")
}

// settleFocus makes the unit's first named person, where he or she is what
// the unit is about, the one that pronouns in the next unit stand for.
func (r *reading) settleFocus(u unit, before int) {
	r.topic = nobody
	if s := r.firstPhrase(u, r.ended(u)); s.known() && s.kind != Person {
		r.topic = s
		r.gather(s)
	}
	if n := len(r.reports); n > before {
		if s := r.reports[n-1].source; s.kind != Person {
			r.topic = s
		}
		for _, rep := range r.reports[before:] {
			if rep.source.kind == Person || r.animate(rep.source) {
				return
			}
		}
	}
	if r.text[u.End-1] == '?' && !r.opensQuoted(u) && r.speaking.known() {
		return // the writer only asks
	}
	only, several := nobody, false
	for i := u.first; i < u.end; i++ {
		k := r.tokens[i].name
		if k < 0 {
			continue
		}
		n := r.names[k]
		if i != n.first {
			continue
		}
		if s := r.named(n.entity); s.kind == Person && s.entity >= 0 && (r.entities[s.entity].person > 0 || only.known() && r.entities[s.entity].words > 1) {
			several = several || only.known() && only.entity != s.entity
			only = s
		}
		if n.end < u.end && (r.modifies(n) && r.tokens[n.end].frame == 0 && !r.acts(u, n) || r.tokens[n.end].is(possessive) || r.tokens[n.end].is(roleNoun) && !r.tokens[n.end].is(capital)) {
			continue
		}
		if r.mentioned(u, n) {
			continue
		}
		e := &r.entities[n.entity]
		if s := r.named(n.entity); s.kind == Person && (e.words > 1 || e.middle && e.person > 0) {
			r.attend(s)
			return
		}
	}
	if only.known() && !several {
		r.attend(only) // "For Ingrid Vale the sum is simple."
	}
}

// mentioned reports whether the name only stands behind a preposition, or is joined
// to one that does: "figures like Marn and Hale".
func (r *reading) mentioned(u unit, n name) bool {
	for n.run > u.first+1 && (r.tokens[n.run-1].is(coordinator) || r.tokens[n.run-1].kind == comma) && r.tokens[n.run-2].name >= 0 {
		m := r.names[r.tokens[n.run-2].name]
		if m.end != n.run-1 || m.run <= u.first || r.tokens[m.run-1].kind == comma {
			break
		}
		n = m
	}
	return n.run > u.first && r.tokens[n.run-1].is(preposition)
}
