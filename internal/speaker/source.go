package speaker

import (
	"strings"

	"onrecord/internal/text"
)

// textual reports whether a source without a name is a text or a finding,
// which can praise and blame in its author's stead.
func (r *reading) textual(s source) bool {
	phrase := s.span.Of(r.low)
	for _, w := range text.Words(phrase) {
		if n := w.Of(phrase); mediumNoun(n) || evidence(n) {
			return true
		}
	}
	return false
}

// finding reports whether a source without a name is one text or finding that
// the article has brought in: "the report", but not "figures".
func (r *reading) finding(s source) bool {
	first, _, several := strings.Cut(s.span.Of(r.low), " ")
	return several && functionWord(first)&determiner != 0 && r.textual(s)
}

// naming reports whether w is the past of a verb that after a thing is more
// often a participle: "a bridge called Long Tom".
func naming(w string) bool {
	switch w {
	case "called", "named", "dubbed", "identified", "labeled", "labelled", "branded", "rated", "ranked", "backed", "targeted", "supported", "favored", "favoured":
		return true
	}
	return false
}

// sourceOf says whom the phrase stands for: a name with its titles, or an
// unnamed person, group or body.
func (r *reading) sourceOf(p phrase) source {
	p = r.fronted(p)
	for p.end > p.first && r.tokens[p.end-1].kind != word {
		p.end-- // the point of "Jr."
	}
	if p.end > p.first+1 && r.tokens[p.end-2].name >= 0 && hasWord("both all each alike ", r.tokens[p.end-1].Of(r.low)) {
		p.end-- // "Vale and Marn both"
	}
	if p.first >= p.end {
		return nobody
	}
	if k := r.tokens[p.end-1].name; k >= 0 {
		n := r.names[k]
		if n.end == p.end && r.headsPhrase(p, n) {
			if e := &r.entities[n.entity]; e.words == 1 && e.person == 0 && e.organization == 0 && n.run > p.first && hasWord("a an another ", r.tokens[p.first].Of(r.low)) {
				return source{entity: -1, also: -1, kind: Unnamed, span: r.span(p.first, p.end)} // "a senior Federalist"
			}
			if w := r.tokens[n.first].Of(r.low); n.end == n.first+1 && plural(w) && n.run > p.first && !hasWord("the his her its their ", r.tokens[p.first].Of(r.low)) && r.tokens[p.first].is(determiner|numeral|groupNoun) {
				return source{entity: -1, also: -1, kind: Unnamed, span: r.span(p.first, p.end)} // "some liberal Federalists"
			}
			if s := r.capitalised(p, n); s.known() {
				return s
			}
			s := r.named(n.entity)
			s.also = r.joined(p, n)
			return s
		}
		if t := r.tokens[p.first]; n.end == p.end && t.is(opening) && t.name < 0 && participial(t.Of(r.low)) && r.entities[n.entity].isPerson() && p.end < len(r.tokens) && r.tokens[p.end].frame != 0 {
			return r.named(n.entity) // "Speaking to the Telse Mail Vale"
		}
	}
	if n := p.end + 1; n < len(r.tokens) && r.tokens[n].name >= 0 && hasWord("named called ", r.tokens[p.end].Of(r.low)) && r.names[r.tokens[n].name].run == n && r.tokens[p.end-1].is(roleNoun) {
		if s := r.named(r.names[r.tokens[n].name].entity); s.kind == Person {
			return s // "a neighbour named Kim Song"
		}
	}
	// The head stands before the first preposition.
	head := p.end
	for i := p.first; i < p.end; i++ {
		if r.tokens[i].is(preposition) && i > p.first {
			head = i
			break
		}
	}
	if head < p.end {
		if k := r.tokens[head-1].name; k >= 0 && r.names[k].end == head && r.headsPhrase(phrase{p.first, head}, r.names[k]) {
			return r.named(r.names[k].entity)
		}
		if w := r.tokens[head-1]; head-2 > p.first && (participial(w.Of(r.low)) || w.is(verbal)) && r.tokens[head-2].name >= 0 {
			if n := r.names[r.tokens[head-2].name]; n.end == head-1 && r.headsPhrase(phrase{p.first, head - 1}, n) {
				return r.named(n.entity) // "the High Court sitting in Orvik"
			}
		}
	}
	return r.unnamed(p, head)
}

// capitalised returns who has been named before by other words and is now taken up
// by one with a capital: "the Company" for a firm, "the PS" for the Principal
// Secretary, "the Slovenian" for whoever is spoken of.
func (r *reading) capitalised(p phrase, n name) source {
	if n.end-n.first != 1 || p.end != p.first+2 || n.first != p.first+1 || r.tokens[p.first].Of(r.low) != "the" {
		return nobody
	}
	t := r.tokens[n.first]
	switch w := t.Of(r.low); {
	case business(w) || hasWord("society association ", w):
		return r.bodyBefore(p.first, w)
	case t.Len() > 1 && t.Len() < 5 && capitalLetters(t.Of(r.text)):
		for i := len(r.entities) - 1; i >= max(0, len(r.entities)-maxCandidates); i-- {
			for _, role := range r.entities[i].roles {
				for s := role.Of(r.text); r.entities[i].isPerson() && s != ""; _, s, _ = strings.Cut(s, " ") {
					if initials(s, t.Of(r.text)) {
						return r.named(i) // the Agriculture Principal Secretary
					}
				}
			}
		}
	case peopled(w) && r.focus.entity >= 0 && r.focus.entity != n.entity && r.entities[n.entity].organization < 4:
		return r.focus
	}
	return nobody
}

// peopled reports whether w, in lower case, ends as what somebody from a place is
// called does.
func peopled(w string) bool {
	for _, end := range [...]string{"ian", "ean", "ese", "ite", "gan", "ish"} {
		if n := len(w) - len(end); n > 2 && w[n:] == end {
			return true
		}
	}
	return hasWord("swede dane finn pole turk serb croat czech slovak spaniard dutchman frenchman scot briton german american swiss thai iraqi israeli pakistani ", w)
}

// joined returns the person named before "and" in a phrase that ends with the
// name n: "Ingrid Vale and Tomas Hale"; -1 where there is none.
func (r *reading) joined(p phrase, n name) int {
	for i := n.run - 1; i > p.first; i-- {
		if !r.tokens[i].is(coordinator) {
			continue
		}
		if r.tokens[i-1].kind == bracket {
			i = r.party(p.first, i-1)
		}
		if k := r.tokens[i-1].name; k >= 0 {
			if m := r.names[k]; m.end == i && m.entity != n.entity && r.headsPhrase(phrase{p.first, i}, m) {
				return m.entity
			}
		}
		return -1
	}
	return -1
}

// headsPhrase reports whether the name, last in p, is its head: only its
// titles stand before it.
func (r *reading) headsPhrase(p phrase, n name) bool {
	i := n.first
	if i <= p.first || n.title < n.run && n.title <= p.first+1 {
		return true
	}
	from := p.first
	for j := i - 1; j >= from; j-- {
		t := r.tokens[j]
		if t.is(preposition) && t.Of(r.low) != "of" {
			// "a spokesman for Marn", but "the aide to Hale Dana Marn"
			if j < i-1 && r.onlyTitles(j+1, i) {
				return false // "a spokesman for Speaker Marn"
			}
			return j < i-1 && (r.tokens[i-1].is(roleNoun) || n.run < n.first && !r.tokens[n.run].is(honorific) && j > from && r.tokens[j-1].is(roleNoun))
		}
		if t.Of(r.low) == "of" {
			if j == n.run-1 && n.run < n.first && r.tokens[n.run].is(honorific) {
				return false // "a friend of Mr Vale"
			}
			if j > from && j == i-2 && r.tokens[j-1].is(roleNoun) && !r.tokens[i-1].is(capital|roleNoun|determiner|possessive) {
				return true // "chief of staff Dana Marn"
			}
			if j > from && r.tokens[j-1].is(roleNoun) && r.tokens[i-1].is(roleNoun) && !r.tokens[i-1].is(capital) {
				return false // "mother of the victim Dana Marn"
			}
			if j > from && r.belongs(from, j) {
				return false
			}
			return j < i-1 && n.first-n.run > 0 || j < i-1 && r.tokens[i-1].is(roleNoun)
		}
		if t.is(coordinator) {
			return true
		}
		if j > from && participial(t.Of(r.low)) && !t.is(capital) && r.tokens[j-1].is(roleNoun) {
			return false // "a lawyer representing Mayor Marn"
		}
		if t.is(relative|auxiliary|that) && !t.is(capital) || t.frame != 0 && t.form == past {
			return false // "a union that has endorsed Marn"
		}
	}
	return true
}

// onlyTitles reports whether the tokens [first, end) before a name are its bearer’s
// titles and nothing else.
func (r *reading) onlyTitles(first, end int) bool {
	for k := first; k < end; k++ {
		if t := r.tokens[k]; t.kind == word && (!t.is(roleNoun|rolePrefix|honorific|orgNoun) || t.name >= 0) {
			return false
		}
	}
	return true
}

// belongs reports whether the phrase that begins at token first, with "of" at token
// of, tells of somebody else than who is named behind it: "a critic of | Mr Hale",
// "friends of | President Hale".
func (r *reading) belongs(first, of int) bool {
	w := r.tokens[of-1].Of(r.low)
	if r.tokens[of+1].is(honorific) || personal(w) || attendant(w) || hasWord("critic ally allies friends relatives critics supporters rival backer successor predecessor office campaign team family estate camp staff administration ", w) {
		return true
	}
	return r.tokens[of-1].is(roleNoun) && hasWord("a an one another ", r.tokens[first].Of(r.low))
}

func (r *reading) named(i int) source {
	e := &r.entities[i]
	if e.longer > 0 {
		i = e.longer - 1
		e = &r.entities[i]
	}
	switch w := e.name.Of(r.low); {
	case w == "according":
		return nobody // the word that opens a sentence
	case e.words == 1 && initialsOfMany(e.name.Of(r.text)):
		return source{entity: -1, also: -1, kind: Unnamed, span: e.name} // "MPs"
	case e.words == 1 && plural(w) && givenName(w) == 0 && r.collective(e):
		return source{entity: -1, also: -1, kind: Unnamed, span: e.name} // "Hispanics"
	case e.isPerson() && !(e.words == 1 && organizationNoun(w) && givenName(w) == 0):
		return source{entity: i, also: -1, kind: Person}
	case e.words == 1 && plural(e.name.Of(r.low)) && (e.organization == 0 && !e.middle || !organizationNoun(e.name.Of(r.low)) && r.collective(e)):
		return source{entity: -1, also: -1, kind: Unnamed, span: e.name} // "Fishermen said"
	case e.words == 1 && e.organization == 0 && !e.middle && e.mentions < 2:
		return source{entity: -1, also: -1, kind: Unnamed, span: e.name} // "Tension", "Courted"
	case e.words == 1 && e.organization == 0 && e.person == 0 && (hasWord("video footage ", w) || !e.middle && (mediumNoun(w) || evidence(w) || hasWord("evidence staff management police research ", w))):
		return source{entity: -1, also: -1, kind: Unnamed, span: e.name} // "Footage showed"
	case e.words == 1 && e.organization == 0 && e.mentions > 1:
		return source{entity: i, also: -1, kind: Person}
	}
	return source{entity: i, also: -1, kind: Organization}
}

// initialsOfMany reports whether the name is the initials of what several are: "MPs".
func initialsOfMany(w string) bool {
	n := len(w) - 1
	return n > 1 && n < 5 && w[n] == 's' && allCapitals(w[:n])
}

// collective reports whether the one word of a name says what its bearers are:
// "Republicans", "Telseans".
func (r *reading) collective(e *entity) bool {
	w := e.name.Of(r.low)
	return groupRole(w) || role(w[:len(w)-1]) != 0 || hasWord("crats ians eans cans ives ists ites shmen ", w[max(0, len(w)-4):]) || len(w) > 5 && hasWord("crats stans icans shmen ", w[len(w)-5:])
}

// unnamed returns the source that a phrase without a name stands for; head is
// where its head noun ends.
func (r *reading) unnamed(p phrase, head int) source {
	for p.end > head && p.end > p.first+2 && r.tokens[p.end-1].is(temporal) {
		p.end-- // "the ministry on Monday"
		for p.end > head && r.tokens[p.end-1].is(preposition|determiner) {
			p.end--
		}
	}
	if p.end > head+1 && r.tokens[p.end-2].Of(r.low) == "at" && hasWord("first last least once ", r.tokens[p.end-1].Of(r.low)) {
		p.end -= 2 // "the palace at first"
	}
	if d := r.document(p, head); d >= 0 {
		if s := r.author(p, d); s.known() {
			return s
		}
		if d+1 < p.end && (r.tokens[d+1].is(verbal) || issued(r.tokens[d+1].Of(r.low))) {
			p.end, head = d+1, d+1 // "a study | published in May"
		}
	}
	if t := r.tokens[p.first]; t.name < 0 && !t.is(capital|roleNoun|rolePrefix|determiner) && p.first+1 < p.end && r.tokens[p.first+1].is(preposition) && (t.is(verbal) || t.Of(r.low) == "due") {
		return nobody // "raped from the age of 14", "due to the noise"
	}
	if g := r.member(p); g.known() {
		return g
	}
	noun := r.tokens[head-1]
	if noun.kind != word || noun.is(preposition|adverb|to) && !noun.is(groupNoun) || head == p.first+2 && noun.Of(r.low) == "most" && r.tokens[p.first].Of(r.low) == "the" {
		return nobody // "the most detailed account"
	}
	first := p.first
	span := r.span(first, p.end)
	if head == p.end && (!noun.is(groupNoun) || noun.is(roleNoun) || company(noun.Of(r.low))) && r.definite(p) {
		if s := r.described(p, noun); s.known() {
			return s
		}
	}
	if head+2 == p.end && r.tokens[head].Of(r.low) == "of" && r.tokens[head+1].is(numeral) && r.definite(p) && hasWord("father mother dad mum mom grandfather grandmother ", noun.Of(r.low)) {
		if f := r.focus; f.entity >= 0 && r.suits(f.entity, phrase{p.first, head}, noun.Of(r.low)) {
			r.addRole(name{entity: f.entity}, first+1, p.end)
			return f // "the father of three"
		}
	}
	if s := r.surveyor(p, head); s.known() {
		return s
	}
	if head == p.end {
		if s := r.earlier(p, noun.Of(r.low)); s.known() {
			return s
		}
	}
	if head == p.end && head-2 > p.first && hasWord("union company group party newspaper magazine network chain charity firm bank airline agency retailer foundation website ", noun.Of(r.low)) {
		if k := r.tokens[head-2].name; k >= 0 && r.names[k].run == p.first+1 && r.names[k].end == head-1 && r.entities[r.names[k].entity].words > 1 {
			e := &r.entities[r.names[k].entity]
			e.organization += 3
			return r.named(r.names[k].entity) // "the Allied Assemblers union"
		}
	}
	k := Unnamed
	if r.isBody(p, head) {
		k = Organization
		if t := r.tokens[p.first]; noun.Of(r.low) == "campaign" && p.end == p.first+2 && t.is(possessive) {
			for i := len(r.reports) - 1; i >= max(0, len(r.reports)-24); i-- {
				if s := r.reports[i].source; s.entity < 0 && s.kind == Organization && headNoun(s.span.Of(r.low)) == "campaign" {
					return s // "the Vale campaign" is "her campaign"
				}
			}
		}
	}
	return source{entity: -1, also: -1, span: span, kind: k}
}

// isBody reports whether the phrase p without a name, whose head noun ends at
// token head, is for a body that is the only one of its kind there: "the
// ministry", "the dockers’ union", "her campaign", but not "her office".
func (r *reading) isBody(p phrase, head int) bool {
	opens, noun := r.tokens[p.first], r.tokens[head-1]
	w := noun.Of(r.low)
	owned := head-2 >= p.first && r.tokens[head-2].is(possessive)
	switch {
	case w == "office" && owned:
		return false // a person’s
	case hasWord("campaign government administration ministry regime ", w) && owned, w == "campaign" && head-2 > p.first && r.tokens[head-2].name >= 0:
		return true
	case opens.is(numeral | pronoun), opens.is(determiner) && opens.Of(r.low) != "the", noun.is(roleNoun), noun.is(groupNoun) && !company(w):
		return false // brings them in
	}
	return company(w) || institution(w) || noun.is(capital) && !noun.is(opening) && opens.is(capital)
}

// company reports whether w, in lower case, is a noun that a body named
// before is taken up by.
func company(w string) bool {
	switch w {
	case "company", "firm", "group", "bank", "union", "club", "agency", "ministry", "department", "council", "committee", "commission", "charity", "party", "university", "hospital", "association", "airline", "carmaker", "retailer", "manufacturer", "operator", "publisher", "carrier", "watchdog", "regulator", "newspaper", "paper", "fund", "foundation", "festival", "trust", "utility", "lender", "grocer", "supermarket", "developer", "maker", "startup", "chain", "federation", "league", "museum", "theatre":
		return true
	}
	return false
}

// official reports whether w, in lower case, is a noun for a body that needs no
// name to be known by: "the ministry", but not "the firm".
func official(w string) bool {
	switch w {
	case "board", "force", "newspaper", "paper", "regulator", "watchdog", "foundation", "federation", "league", "society", "trust", "theatre", "theater":
		return false
	case "agency", "ministry", "department", "council", "committee", "commission":
		return true
	}
	return institution(w)
}

// institution reports whether w, in lower case, is a noun for a body that acts
// and speaks as one.
func institution(w string) bool {
	switch w {
	case "coastguard", "palace", "government", "court", "parliament", "congress", "senate", "assembly", "army", "navy", "military", "cabinet", "administration", "board", "office", "authority", "regulator", "watchdog", "embassy", "church", "school", "newspaper", "paper", "network", "prosecution", "defence", "defense", "opposition", "service", "force", "institute", "foundation", "federation", "league", "society", "trust", "museum", "library", "theatre", "theater", "city", "county", "state", "country", "house", "regime", "campaign":
		return true
	}
	return false
}

// definite reports whether the phrase says that its bearer is known: "the
// mayor", "Orvik’s mayor".
func (r *reading) definite(p phrase) bool {
	if hasWord("the his her their ", r.tokens[p.first].Of(r.low)) {
		return true
	}
	for i := p.first + 1; i+1 < p.end; i++ {
		if r.tokens[i].is(possessive) && !r.tokens[i].is(determiner) {
			return true
		}
	}
	return false
}

// maxCandidates bounds how many persons "the minister" is looked for among.
const maxCandidates = 64

// quantity reports whether the phrase s, in lower case, says how many of those
// who follow: "two thirds ", "about half ", "the rest ".
func quantity(s string) bool {
	for _, w := range text.Words(s) {
		if c := s[w.Start:w.End]; functionWord(c)&numeral != 0 || c[0] >= '0' && c[0] <= '9' || hasWord("half third thirds quarter quarters majority minority number handful dozen rest percent lot couple couples pair group share ", c) {
			return true
		}
	}
	return false
}

// animate reports whether a source can hold an attitude: a name, a role, a
// group, a body.
func (r *reading) animate(s source) bool {
	if s.entity >= 0 || s.span.Len() == 0 {
		return s.entity >= 0
	}
	if s.kind == Organization {
		return true
	}
	for i, w := range text.Words(s.span.Of(r.low)) {
		c := s.span.Of(r.low)[w.Start:w.End]
		if groupRole(c) || role(c)&roleNoun != 0 {
			return true
		}
		if f := functionWord(c); i > 1 && f&preposition != 0 && !quantity(s.span.Of(r.low)[:w.Start]) {
			return false // "a session of the council"
		}
	}
	return false
}

// singled reports whether the phrase s, in lower case, says more of the body that
// it names by the noun w than that it is one: "the ruling party".
func singled(s, w string) bool {
	return hasWord("party union association federation watchdog regulator force foundation league society trust ", w) && len(text.Words(s)) > 2
}
