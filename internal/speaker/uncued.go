package speaker

import (
	"strings"

	"onrecord/internal/text"
)

// shortestUncued is how many bytes a quotation without a cue must have before it
// is taken for speech.
const shortestUncued = 20

// repeatWindow is how many bytes to either side of a quotation are searched for
// the words it repeats.
const repeatWindow = 4096

// uncued gives a sentence that is nothing but a quotation, without a cue of its own
// or before it, to whom the sentence before tells of: in an interview to the one
// who is asked, "And the tide? // “It was luck.”", elsewhere to its subject, "Marn
// was at home. “I was scared.”"
func (r *reading) uncued(u unit, q text.Quotation) source {
	p := r.previous
	if q.Depth > 0 || q.Continued || !q.Closed && !q.Continues || q.Inner.Len() < shortestUncued || !r.ends(q) || p.end <= p.first || u.paragraph > p.paragraph+1 || r.repeated(q) {
		return nobody
	}
	if r.text[p.End-1] == '?' && !r.opensQuoted(p) {
		if s := r.speaking; s.kind == Person && s.entity >= 0 {
			return s
		}
		if r.asked == nobody && r.focus.kind == Person {
			r.asked = r.focus
		}
		return r.asked
	}
	if t := r.tokens[p.first]; t.kind == word && t.is(pronoun) && hasWord("he she ", t.Of(r.low)) {
		return r.person(r.pronoun(t.Of(r.low)))
	}
	if r.attended >= p.first {
		return r.person(r.focus)
	}
	return nobody
}

// person returns s if it is a person, nobody if not.
func (r *reading) person(s source) source {
	if s.kind != Person {
		return nobody
	}
	return s
}

// ends reports whether the quotation ends as a sentence does, and is no heading.
func (r *reading) ends(q text.Quotation) bool {
	in := strings.TrimRight(q.Inner.Of(r.text), "'’\"”)]") // what is quoted in it closes with it
	return strings.HasSuffix(in, ".") || strings.HasSuffix(in, "!") || strings.HasSuffix(in, "?") || strings.HasSuffix(in, "…") || q.Outer.End < len(r.text) && r.text[q.Outer.End] == '.'
}

// repeated reports whether the words that the quotation begins with stand in
// another place near it: then it is set apart to catch the eye.
func (r *reading) repeated(q text.Quotation) bool {
	words := q.Inner.Of(r.text)[:shortestUncued]
	before := r.text[max(0, q.Outer.Start-repeatWindow):q.Outer.Start]
	behind := r.text[q.Outer.End:min(len(r.text), q.Outer.End+repeatWindow)]
	return strings.Contains(before, words) || strings.Contains(behind, words)
}

// coordinated reports whether the quotation at token i is joined by "and" to the
// one that the last report of the unit ends with: it was “odd”, and “a shame”.
func (r *reading) coordinated(u unit, i, before int) bool {
	if len(r.reports) == before || i < u.first+2 || !r.tokens[i-1].is(coordinator) {
		return false
	}
	q := i - 2
	if q > u.first && r.tokens[q].kind == comma {
		q--
	}
	last := r.reports[len(r.reports)-1]
	return r.tokens[q].kind == quote && last.cue.End < last.content.Start && r.tokens[q].Span.Overlaps(last.content)
}

// goesOn reports whether the unit opens with a participle that brings in the
// quotation at token i: "Adding, “That is all.”"
func (r *reading) goesOn(u unit, i int) bool {
	t := r.tokens[u.first]
	return i > u.first && t.form == gerund && t.frame&(takesClause|takesQuote) != 0 && t.frame&stance == 0 && r.tokens[i-1].kind != word || i == u.first+1 && t.form == gerund && t.frame&takesQuote != 0
}

// resuming returns who goes on speaking: the last speaker, or whom "he" or "she"
// at the head of the unit before stands for.
func (r *reading) resuming() source {
	if p := r.previous; p.end > p.first {
		if t := r.tokens[p.first]; t.kind == word && hasWord("he she ", t.Of(r.low)) {
			return r.pronoun(t.Of(r.low))
		}
	}
	if r.speaking.known() {
		return r.speaking
	}
	return r.person(r.focus)
}

// saidOddly reads a quotation beside a person and a verb that is in no lexicon of
// reports: “We knew it,” shares Marn; “It hurt,” Marn deadpans.
func (r *reading) saidOddly(u unit, i int) bool {
	v, limit := i+1, r.ended(u)
	if r.quoteBefore(v, u.first) != i || r.quotes[r.tokens[i].quote].Inner.Len() < shortestUncued {
		return false
	}
	if v+1 < limit && r.verbal(v) && r.tokens[v+1].frame == 0 {
		end := r.phraseRight(v+1, limit)
		s := r.person(r.sourceOf(phrase{v + 1, end}))
		return (s.entity >= 0) && (end >= limit || r.tokens[end].kind != word || r.tokens[end].is(preposition|relative)) && r.report(s, r.tokens[v].Span, i, i+1)
	}
	var s source
	if v < limit && hasWord("he she ", r.tokens[v].Of(r.low)) {
		s, v = r.pronoun(r.tokens[v].Of(r.low)), v+1
	} else {
		for end := v + 5; v < min(limit, end) && r.tokens[v].name < 0 && r.tokens[v].is(capital|honorific|roleNoun); v++ {
		}
		if v >= limit || r.tokens[v].name < 0 {
			return false
		}
		n := r.names[r.tokens[v].name]
		s, v = r.named(n.entity), n.end
	}
	if v >= limit || !r.verbal(v) || v+1 < limit && r.tokens[v+1].kind == word && !r.tokens[v+1].is(preposition|adverb|temporal|subordinator) {
		return false
	}
	return r.person(s).entity >= 0 && r.report(s, r.tokens[v].Span, i, i+1)
}

// verbal reports whether token i looks like a verb in the present or the past.
func (r *reading) verbal(i int) bool {
	t := r.tokens[i]
	if t.kind != word || t.name >= 0 || t.is(capital|preposition|determiner|pronoun|auxiliary|possessive|adverb|temporal) {
		return false
	}
	w := t.Of(r.low)
	return t.is(verbal) || strings.HasSuffix(w, "ed") || len(w) > 4 && plural(w)
}
