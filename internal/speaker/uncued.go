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
	if q.Depth > 0 || q.Inner.Len() < shortestUncued || !r.ends(q) || p.end <= p.first || u.paragraph > p.paragraph+1 || r.repeated(q) {
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
	in := q.Inner.Of(r.text)
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
