package speaker

// authored reports whether w, in lower case, is a noun for words or figures that
// somebody signs, so that who signs them is who says so.
func authored(w string) bool {
	switch w {
	case "statement", "letter", "report", "calculation", "calculations", "estimate", "estimates", "analysis", "study", "memo", "filing", "filings", "tweet", "tweets", "post", "posts", "email", "e-mail", "release", "note", "response", "reply", "testimony", "figures", "data", "survey", "review", "audit", "forecast", "forecasts", "website", "assessment", "announcement", "bulletin", "complaint", "affidavit", "column", "editorial", "manifesto":
		return true
	}
	return false
}

// document returns where the noun for a document stands that heads the phrase
// p, whose first preposition, or end, is head; -1 where none does.
func (r *reading) document(p phrase, head int) int {
	for d := head - 1; d >= p.first && d >= head-3; d-- {
		switch t := r.tokens[d]; {
		case t.kind == word && t.name < 0 && authored(t.Of(r.low)):
			return d
		case d < head-1 && r.tokens[d+1].is(possessive), !t.is(verbal|adverb|temporal) && !issued(t.Of(r.low)):
			return -1
		}
	}
	return -1
}

// issued reports whether w, in lower case, is the participle that tells how a
// document became known: "a memo seen by this newspaper".
func issued(w string) bool {
	return hasWord("seen obtained reviewed published released leaked issued shown read drafted ", w)
}

// author returns whose the document at token d of the phrase p is: "Marn’s
// statement", "a Northern Wire report", "the report of the fire service".
func (r *reading) author(p phrase, d int) source {
	if s := r.surveyor(p, d+1); s.known() {
		return s
	}
	for i := d - 1; i >= p.first; i-- {
		switch t := r.tokens[i]; {
		case !t.is(possessive):
			continue
		case !t.is(determiner):
			if i == p.first {
				return nobody
			}
			return r.speaks(r.sourceOf(phrase{p.first, i}))
		case i == p.first:
			return r.possessor(t.Of(r.low))
		}
	}
	if k := r.tokens[max(d-1, p.first)].name; k >= 0 && r.names[k].end == d && r.names[k].run >= p.first {
		if s := r.named(r.names[k].entity); s.kind == Organization {
			return s
		}
	}
	if d+1 < p.end && hasWord("seen obtained reviewed leaked shown read ", r.tokens[d+1].Of(r.low)) {
		return nobody // "a memo seen by the Mercury" is not the Mercury’s
	}
	for j := d + 1; j+1 < p.end; j++ {
		t := r.tokens[j]
		if !t.is(preposition) {
			continue
		}
		if t.is(to) && hasWord("statement filing announcement release ", r.tokens[d].Of(r.low)) && r.body.known() {
			return r.body // "a statement to the stock exchange"
		}
		if !hasWord("by from of ", t.Of(r.low)) {
			return nobody
		}
		end := j + 1
		for end < p.end && !(r.tokens[end].is(preposition) && r.tokens[end].Of(r.low) != "of") {
			end++
		}
		return r.speaks(r.sourceOf(phrase{j + 1, end}))
	}
	if d+1 == p.end && d == p.first+1 && r.tokens[p.first].Of(r.low) == "the" && r.tokens[d].Of(r.low) == "statement" {
		return r.speaking // whoever the sentence before quotes from it
	}
	return nobody
}

// speaks returns s if it is somebody, nobody if it is a thing.
func (r *reading) speaks(s source) source {
	if !s.known() || !r.animate(s) {
		return nobody
	}
	return s
}
