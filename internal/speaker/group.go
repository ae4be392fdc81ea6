package speaker

import "strings"

// maxApart bounds, in bytes, how far behind several people "one of them" may stand.
const maxApart = 700

// gather notes a source of several without a name, one of whom may speak next.
func (r *reading) gather(s source) {
	if s.entity >= 0 || s.kind != Unnamed || s.span.Len() == 0 {
		return
	}
	head := headNoun(s.span.Of(r.low))
	if !plural(head) || functionWord(head)&(pronoun|determiner|numeral) != 0 || hasWord("others ones figures records documents papers minutes data polls polls results ", head) {
		return
	}
	first, _, several := strings.Cut(s.span.Of(r.low), " ")
	if several && hasWord("some many most few others both all ", first) {
		return // already some of others
	}
	if g := r.group.span; g.Start == s.span.Start && g.End >= s.span.End {
		return // it is known by more words
	}
	if r.animate(s) || groupRole(head) || agents(head) || !several {
		r.group = s
	}
}

// agents reports whether the plural w, in lower case, has an ending that those have
// who do something: "forecasters", "lobbyists".
func agents(w string) bool {
	for _, end := range [...]string{"ers", "ors", "ists", "ians", "ants"} {
		if strings.HasSuffix(w, end) {
			return len(w) > 5 && !hasWord("numbers papers letters orders computers matters factors sectors answers powers borders chapters quarters parameters posters trailers errors mirrors plants restaurants flowers towers ", w)
		}
	}
	return false
}

// near reports whether a source stands not far before the unit that is read.
func (r *reading) near(s source) bool {
	return s.span.Len() > 0 && r.opened < len(r.tokens) && r.tokens[r.opened].Start-s.span.Start < maxApart
}

// member returns the several people of whom the phrase p counts one or some: "one
// of them", "another", "two of the officials".
func (r *reading) member(p phrase) source {
	if !r.near(r.group) || p.end <= p.first {
		return nobody
	}
	k := p.first
	for k < p.end && (hasWord("at least more than about a the only ", r.tokens[k].Of(r.low)) && k+1 < p.end) {
		k++
	}
	w := r.tokens[k].Of(r.low)
	if !hasWord("one another two three four five six seven eight nine ten several some both many most others third second fourth other half each ", w) {
		return nobody
	}
	switch rest := p.end - k - 1; {
	case rest == 0:
		return r.group
	case rest == 2 && r.tokens[k+1].Of(r.low) == "of" && hasWord("them those whom ", r.tokens[k+2].Of(r.low)):
		return r.group
	case rest == 3 && r.tokens[k+1].Of(r.low) == "of" && hasWord("the these those ", r.tokens[k+2].Of(r.low)):
		if last := r.tokens[k+3].Of(r.low); last == headNoun(r.group.span.Of(r.low)) || last == "people" {
			return r.group
		}
	}
	return nobody
}

// earlier returns the source without a name that the phrase "the N", whose noun is
// w, takes up: "a Treasury source" is "the source", "two people familiar with the
// talks" are "the people".
func (r *reading) earlier(p phrase, w string) source {
	if d := r.tokens[p.first].Of(r.low); d != "the" && d != "this" || p.end > p.first+3 {
		return nobody
	}
	for i := len(r.reports) - 1; i >= max(0, len(r.reports)-24); i-- {
		s := r.reports[i].source
		if s.entity >= 0 || s.kind == Person || s.span.Len() == 0 {
			continue
		}
		phrase := s.span.Of(r.low)
		head := headNoun(phrase)
		if head != w && !(w == "person" && r.alone(s)) {
			continue
		}
		first, _, _ := strings.Cut(phrase, " ")
		if plural(w) || r.indefinite(s) || functionWord(first)&numeral != 0 {
			return s
		}
	}
	return nobody
}
