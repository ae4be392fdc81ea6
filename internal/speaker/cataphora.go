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
		if s.entity >= 0 || s.kind != Unnamed || s.span.Start > maxLead/2 || !r.introduced(s) {
			continue
		}
		e := r.namedBehind(i, s)
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
			if s := role.Of(r.low); heads(s, noun) && !contains(s, "deputy") && !contains(s, "former") && !contains(s, "vice") && !contains(s, "assistant") {
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
	return w != "" && role(w)&roleNoun != 0 && !plural(w) && !attendant(w)
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
	case "spokesman", "spokeswoman", "spokesperson", "official", "aide", "officer", "lawyer", "reporter", "witness", "neighbour", "neighbor", "friend", "resident", "critic", "source", "adviser", "advisor", "man", "woman", "insider", "staffer", "observer", "opponent", "supporter", "voter", "customer", "passenger", "visitor", "member", "colleague":
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
