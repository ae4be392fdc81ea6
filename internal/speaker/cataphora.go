package speaker

import (
	"strings"

	"onrecord/internal/text"
)

// maxLead bounds, in bytes, how far behind a description its bearer is named.
const maxLead = 1500

// cataphora gives what a description at the head of the article says to the
// person who is named after it: "The mountain minister blamed a sandwich" is
// followed by "“Nobody was hurt,” Jorrit Hale said".
func (r *reading) cataphora() {
	r.leadSubject()
	for i, rep := range r.reports {
		s := rep.source
		if s.entity >= 0 || s.kind != Unnamed || s.span.Start > maxLead/2 || !r.introduced(s) && !r.owned(s) {
			continue
		}
		e := r.namedBehind(i, s)
		if e < 0 {
			e = r.bearerBehind(s)
		}
		if e < 0 {
			continue
		}
		for k := i; k < len(r.reports); k++ {
			if t := r.reports[k].source; t.entity < 0 && t.span.Of(r.low) == s.span.Of(r.low) {
				r.reports[k].source = r.named(e)
			}
		}
		r.entities[e].roles = append(r.entities[e].roles, r.withoutArticle(s))
	}
}

// owned reports whether a source without a name is one person told by whose he or
// she is: "Meridia’s interior minister", "the president’s choice to oversee mail".
func (r *reading) owned(s source) bool {
	phrase := s.span.Of(r.low)
	head, several := "", false
	for w := range strings.FieldsSeq(phrase) {
		if several && functionWord(w)&(preposition|relative) != 0 || w == "to" {
			break
		}
		several = several || strings.HasSuffix(w, "’s") || strings.HasSuffix(w, "'s")
		head = w
	}
	return several && (role(head)&roleNoun != 0 || head == "choice" || head == "pick") && !plural(head) && !attendant(head)
}

// bearerBehind returns the person whom the first sentence of an article tells of
// without a name, s, and who is named as the first subject of the next two
// paragraphs: "A former regulator told a panel … Dana Marn, the former chief of the
// gaming board, gave …"; -1 for none, or where what is told of both differs.
func (r *reading) bearerBehind(s source) int {
	k := 0
	for k < len(r.units) && r.units[k].End <= s.span.Start {
		k++
	}
	if k >= len(r.units) || r.units[k].paragraph > 0 && k > 3 {
		return -1
	}
	for j := k + 1; j < len(r.units) && r.units[j].paragraph <= r.units[k].paragraph+2; j++ {
		u := r.units[j]
		for i := u.first; i < u.end; i++ {
			if r.tokens[i].name < 0 || r.names[r.tokens[i].name].first != i {
				continue
			}
			n := r.names[r.tokens[i].name]
			e := &r.entities[n.entity]
			if !e.isPerson() || e.words < 2 || e.person == 0 {
				continue
			}
			if e.name.Start < s.span.Start || e.first != int(r.tokens[i].name) || !r.leads(u, n) || !r.sameBearer(e, s) {
				return -1
			}
			return n.entity
		}
	}
	return -1
}

// leads reports whether the name is the subject that unit u opens with, perhaps
// behind when or where, or stands beside a verb that reports.
func (r *reading) leads(u unit, n name) bool {
	if n.end < u.end && r.tokens[n.end].is(possessive) {
		return false
	}
	b := n.run - 1
	return n.run == u.first || r.besideSpeech(u, n) || r.tokens[b].kind == comma && r.tokens[u.first].is(preposition|adverb) && b < u.first+10
}

// sameBearer reports whether nothing told of the person e keeps him or her from being
// the source s: no role of another kind, and no other sex.
func (r *reading) sameBearer(e *entity, s source) bool {
	head, phrase := headNoun(s.span.Of(r.low)), s.span.Of(r.low)
	if her, his := sexOf(head); her && e.male || his && e.female {
		return false
	}
	for _, role := range e.roles {
		if heads(role.Of(r.low), head) || sameOffice(role.Of(r.low), head) {
			return true
		}
		for w := range strings.FieldsSeq(role.Of(r.low)) {
			if len(w) > 5 && w != "former" && hasWord(phrase+" ", w) {
				return true
			}
		}
	}
	return len(e.roles) == 0 || strings.HasPrefix(e.roles[0].Of(r.low), "former ")
}

// foretell gives a person who is named without a word of who he or she is the
// phrase just before that says so: "His elder brother has the north slope.
// Nick Vale doesn’t go in for estimates."
func (r *reading) foretell() {
	for k := range r.units {
		u := r.units[k]
		for i := u.first; i < u.end; i++ {
			t := r.tokens[i]
			if t.name < 0 || r.names[t.name].first != i {
				continue
			}
			n := r.names[t.name]
			e := &r.entities[n.entity]
			if e.first != int(t.name) && (n.end-n.first < 2 || e.name.Start != t.Start) || len(e.roles) > 0 || !r.subjectHere(u, n) {
				continue
			}
			alone := !e.isPerson()
			if alone && (e.words > 1 || e.organization > 0 || t.is(placeName) || !r.besideSpeech(u, n) && !r.whoBehind(u, n)) {
				continue
			}
			p := phrase{}
			if e.words > 1 {
				p = r.broughtIn(k)
			}
			if p.first == p.end {
				p = r.foretold(k, n)
			}
			if p.first < p.end && !r.contradicts(e, p) && !(alone && !personal(r.tokens[p.end-1].Of(r.low))) {
				e.person++
				e.middle = true
				r.addRole(name{entity: n.entity}, p.first, p.end)
				r.secondRole(unit{end: min(len(r.tokens), p.end+40)}, name{entity: n.entity}, p.end)
			}
		}
	}
}

// subjectHere reports whether the name opens its unit or stands beside a verb
// that reports.
func (r *reading) subjectHere(u unit, n name) bool {
	return n.run == u.first || r.besideSpeech(u, n)
}

// whoBehind reports whether ", who" follows the name.
func (r *reading) whoBehind(u unit, n name) bool {
	return n.end+1 < u.end && r.tokens[n.end].kind == comma && r.tokens[n.end+1].Of(r.low) == "who"
}

// contradicts reports whether the role that the phrase p ends with is for the
// other sex.
func (r *reading) contradicts(e *entity, p phrase) bool {
	her, his := sexOf(r.tokens[p.end-1].Of(r.low))
	return her && (e.male || e.form < 0) || his && (e.female || e.form > 0)
}

// besideSpeech reports whether a verb that reports stands right behind the name,
// or in front of it as after a quotation.
func (r *reading) besideSpeech(u unit, n name) bool {
	if n.run == u.first {
		return n.end < u.end && r.tokens[n.end].frame&takesClause != 0 && r.tokens[n.end].form != noForm
	}
	if n.end < u.end && r.tokens[n.end].frame&takesClause != 0 && r.tokens[n.end].form != noForm && (r.tokens[n.run-1].kind == comma || r.tokens[n.run-1].kind == quote) {
		return true
	}
	b := r.tokens[n.run-1]
	return b.frame&inverts != 0 && (b.form == past || b.form == present)
}

// foretold returns the phrase before the name n, in the unit k or one of the two
// before it, that nobody has been named for.
func (r *reading) foretold(k int, n name) phrase {
	from := max(0, k-2)
	for from < k && r.units[k].paragraph-r.units[from].paragraph > 1 {
		from++
	}
	for j := n.run - 1; j > 0 && j >= r.units[from].first && j > n.run-70; j-- {
		t := r.tokens[j]
		if t.name >= 0 {
			m := r.names[t.name]
			if !(m.end < len(r.tokens) && r.tokens[m.end].is(possessive)) && r.entities[m.entity].isPerson() {
				return phrase{}
			}
			continue
		}
		if !t.is(roleNoun) || t.kind != word || t.is(capital) && !t.is(opening) && !(r.tokens[j-1].is(opening) && r.tokens[j-1].is(determiner)) || plural(t.Of(r.low)) || attendant(t.Of(r.low)) {
			continue
		}
		if p := r.unnamedRole(j); p.first < p.end {
			if r.cuedBehind(j) {
				return phrase{}
			}
			return p
		}
	}
	return phrase{}
}

// cuedBehind reports whether somebody without a name says what the sentence of token
// j does: "A kayaker would have lived, | a coroner has found."
func (r *reading) cuedBehind(j int) bool {
	for k := j + 1; k+2 < len(r.tokens) && k < j+40 && !r.tokens[k].is(opening); k++ {
		if r.tokens[k].kind != comma || !r.tokens[k+1].is(determiner) {
			continue
		}
		end := r.wordsEnd(k+1, min(k+7, len(r.tokens)))
		for v := end; v < min(end+3, len(r.tokens)-1); v++ {
			if t := r.tokens[v]; r.hasRole(k+1, end) && t.frame&takesClause != 0 && t.form != base && r.tokens[v+1].kind == stop {
				return true
			}
		}
	}
	return false
}

// unnamedRole returns the phrase whose head is the role at token j, if it tells of
// one person who could be named next: somebody’s kin, or the subject of its
// sentence.
func (r *reading) unnamedRole(j int) phrase {
	if j+1 < len(r.tokens) && (r.tokens[j+1].name >= 0 || r.tokens[j+1].kind == comma && j+2 < len(r.tokens) && r.tokens[j+2].name >= 0 || r.tokens[j+1].is(roleNoun|possessive|orgNoun) || r.tokens[j+1].kind == word && r.tokens[j+1].is(capital)) {
		return phrase{}
	}
	i := j
	for i > 0 && i > j-4 && r.tokens[i-1].kind == word && !r.tokens[i-1].is(determiner|possessive|preposition|auxiliary|pronoun|coordinator) && r.tokens[i-1].frame == 0 {
		i--
	}
	if i == 0 {
		return phrase{}
	}
	w := r.tokens[j].Of(r.low)
	if i > 1 && r.tokens[i-2].is(subordinator|that) {
		return phrase{} // "on Fridays, when her mother works"
	}
	if n := r.tokens[min(j+1, len(r.tokens)-1)]; n.is(objective) || n.kind == comma && j+2 < len(r.tokens) && r.tokens[j+2].is(pronoun) {
		return phrase{} // "The boy himself", "A former driver, she"
	}
	switch d := r.tokens[i-1]; {
	case d.is(possessive) && d.is(determiner) && personal(w):
		return phrase{i - 1, j + 1}
	case d.is(possessive) && !d.is(determiner) && i > 1 && r.tokens[i-2].name >= 0 && personal(w):
		return phrase{r.names[r.tokens[i-2].name].run, j + 1}
	case hasWord("the a an ", d.Of(r.low)) && d.is(opening) && !(d.Of(r.low) == "the" && r.justNamedAny(i)) && !r.bears(w) && r.alone(source{span: r.span(i-1, j+1)}):
		return phrase{i, r.overEnd(j + 1)}
	}
	return phrase{}
}

// justNamedAny reports whether somebody of whom nothing is said is named shortly
// before token i, and so may be meant by what follows.
func (r *reading) justNamedAny(i int) bool {
	for k := i - 1; k >= max(0, i-24); k-- {
		if n := r.tokens[k].name; n >= 0 {
			e := &r.entities[r.names[n].entity]
			return e.isPerson() && e.words > 1 && len(e.roles) == 0
		}
	}
	return false
}

// overEnd returns where the phrase with "of" ends that tells what the role before
// token k is over: "the mayor of Hexley | has resigned".
func (r *reading) overEnd(k int) int {
	if k+1 >= len(r.tokens) || r.tokens[k].Of(r.low) != "of" {
		return k
	}
	end := k + 1
	for end < len(r.tokens) && end < k+6 {
		t := r.tokens[end]
		if t.kind != word || t.is(auxiliary|relative|pronoun|preposition|that|subordinator) || t.name < 0 && (t.frame != 0 || t.is(verbal)) {
			break
		}
		end++
	}
	return end
}

// leadSubject gives whom the first sentence is about, told by a role alone, to
// the first person without one who speaks: "The Mayor of Hexley has resigned."
func (r *reading) leadSubject() {
	if len(r.units) == 0 || len(r.reports) == 0 {
		return
	}
	u := r.units[0]
	end := r.phraseRight(u.first, r.ended(u))
	if end <= u.first || end-u.first > 10 {
		return
	}
	s := source{entity: -1, also: -1, kind: Unnamed, span: r.span(u.first, end)}
	for _, rep := range r.reports {
		if rep.source.entity < 0 && rep.source.span.Start == s.span.Start {
			return // it speaks itself
		}
		if rep.source.entity < 0 && rep.source.span.Start < u.End && r.introduced(rep.source) {
			return // "A diver would have lived, a coroner has found."
		}
	}
	head := r.headOf(s)
	if !r.introduced(s) || r.bears(head) {
		return
	}
	if e := r.namedBehind(-1, s); e >= 0 {
		r.entities[e].roles = append(r.entities[e].roles, r.withoutArticle(s))
	}
}

// bears reports whether the article names somebody whose role is the noun.
func (r *reading) bears(noun string) bool {
	for i := range r.entities[:min(len(r.entities), maxCandidates)] {
		for _, role := range r.entities[i].roles {
			if s := role.Of(r.low); heads(s, noun) && !contains(s, "deputy") && !contains(s, "shadow") && !contains(s, "former") && !contains(s, "vice") && !contains(s, "assistant") {
				return true
			}
		}
	}
	return false
}

// introduced reports whether a source without a name is one person told by what
// he or she is: "the head of the mission", "a coroner".
func (r *reading) introduced(s source) bool {
	w := r.headOf(s)
	return w != "" && (role(w)&roleNoun != 0 || agents(w+"s") && strings.Contains(s.span.Of(r.low), " former ")) && !plural(w) && !attendant(w)
}

// headOf returns the head noun, in lower case, of a source without a name that
// an article opens; "" where none does.
func (r *reading) headOf(s source) string {
	head := ""
	phrase := s.span.Of(r.low)
	if !strings.HasPrefix(phrase, "the ") && !strings.HasPrefix(phrase, "a ") && !strings.HasPrefix(phrase, "an ") {
		return ""
	}
	for w := range strings.FieldsSeq(phrase) {
		if functionWord(w)&(preposition|relative) != 0 {
			break
		}
		head = w
	}
	return strings.TrimRight(head, ",")
}

// withoutArticle returns the phrase of such a source without the article.
func (r *reading) withoutArticle(s source) text.Span {
	p := s.span
	p.Start += strings.IndexByte(p.Of(r.low), ' ') + 1
	return p
}

// attendant reports whether w, in lower case, is what people are called who
// stay without a name, or who only speak for another.
func attendant(w string) bool {
	switch w {
	case "spokesman", "spokeswoman", "spokesperson", "official", "aide", "officer", "lawyer", "reporter", "witness", "neighbour", "neighbor", "friend", "resident", "critic", "rival", "source", "adviser", "advisor", "man", "woman", "insider", "staffer", "observer", "opponent", "supporter", "voter", "customer", "passenger", "visitor", "member", "colleague":
		return true
	}
	return false
}

// namedBehind returns the person without a known role who is named behind the
// report i before anybody else speaks; -1 where there is none.
func (r *reading) namedBehind(i int, s source) int {
	for k := i + 1; k < len(r.reports) && k < i+8; k++ {
		t := r.reports[k].source
		if t.span.Start > s.span.Start+maxLead && t.entity < 0 || r.reports[k].content.Start > s.span.Start+maxLead {
			return -1
		}
		if t.entity < 0 {
			continue
		}
		if t.kind != Person {
			continue
		}
		e := &r.entities[t.entity]
		her, his := sexOf(r.headOf(s))
		if e.words < 2 || len(e.roles) > 0 || e.name.Start < s.span.Start || her && e.male || his && e.female {
			return -1
		}
		return t.entity
	}
	return -1
}
