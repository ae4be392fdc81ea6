package speaker

import "strings"

// described returns whom a definite description stands for: "the treasurer" is
// the person with that role, "the trust" the body with that noun in its name,
// "the diplomat" whoever was met as "a Western diplomat". The phrase p ends
// with the noun.
func (r *reading) described(p phrase, noun token) source {
	w := noun.Of(r.low)
	if company(w) || institution(w) || noun.is(orgNoun) && !noun.is(roleNoun) {
		// "the league" is not the league commissioner
	} else if i := r.byRole(p, w); i >= 0 {
		return r.named(i)
	}
	if investigation(w) && p.end <= p.first+3 && r.study.known() {
		return r.study // "the same poll"
	}
	if r.tokens[p.first].Of(r.low) != "the" {
		return nobody
	}
	if business(w) && p.end <= p.first+4 {
		if i := r.bodyOf(w); i >= 0 {
			return r.named(i)
		}
		return r.bodyBefore(p.first)
	}
	if p.end == p.first+2 && (company(w) || institution(w) || noun.is(orgNoun) && !noun.is(capital)) {
		if i := r.bodyOf(w); i >= 0 {
			return r.named(i)
		}
		if i := r.bodyAmong(kindred(w)); i >= 0 {
			return r.named(i)
		}
		return nobody
	}
	if f := r.focus; f.entity >= 0 && r.epithet(p) && r.nearest(p.first) == f.entity && r.suits(f.entity, p, w) {
		r.addRole(name{entity: f.entity}, p.first+1, p.end)
		return f
	}
	if !noun.is(roleNoun) || plural(w) {
		return nobody
	}
	for i := len(r.reports) - 1; i >= max(0, len(r.reports)-12); i-- {
		s := r.reports[i].source
		if s.entity < 0 && s.kind == Unnamed && r.indefinite(s) && contains(s.span.Of(r.low), w) {
			return s
		}
	}
	if f := r.focus; f.entity >= 0 && len(r.entities[f.entity].roles) == 0 && p.end <= p.first+5 && r.mayBe(f.entity, p, w) {
		r.entities[f.entity].roles = append(r.entities[f.entity].roles, r.span(p.first+1, p.end))
		return f
	}
	return nobody
}

// mayBe reports whether nothing known of the entity i speaks against the
// description p, whose noun is w.
func (r *reading) mayBe(i int, p phrase, w string) bool {
	for j := p.first; j < p.end; j++ {
		if r.tokens[j].is(preposition) {
			return false
		}
	}
	return r.suits(i, p, w)
}

// epithet reports whether the phrase p tells something new of somebody who has
// been named: "the former dining-car manager", "the 81-year-old".
func (r *reading) epithet(p phrase) bool {
	for i := p.first + 1; i < p.end; i++ {
		w := r.tokens[i].Of(r.low)
		if len(w) > 9 && w[len(w)-9:] == "-year-old" || hasWord("mum-of-two mum-of-three mum-of-four mother-of-two mother-of-three dad-of-two dad-of-three father-of-two father-of-three ", w) {
			return true
		}
	}
	if w := r.tokens[p.end-1].Of(r.low); hasWord("singer actor actress star striker midfielder goalkeeper novelist author poet musician banker farmer scientist pundit comedian presenter chef baker artist painter composer architect economist historian physicist pensioner ", w) || len(w) > 8 && w[len(w)-7:] == "ologist" {
		return true // a calling, which an article names once and takes its bearer up by
	}
	w := r.tokens[p.first+1].Of(r.low)
	return p.end > p.first+2 && hasWord("former retired ex ", w)
}

// nearest returns the person last named before token i; -1 for none near.
func (r *reading) nearest(i int) int {
	for j := i - 1; j >= max(0, i-200); j-- {
		if k := r.tokens[j].name; k >= 0 {
			if e := r.names[k].entity; r.entities[e].isPerson() {
				return e
			}
		}
	}
	return -1
}

// suits reports whether neither sex nor the words before the phrase p, whose
// noun is w, keep it from standing for the entity i.
func (r *reading) suits(i int, p phrase, w string) bool {
	for j := min(r.opened, p.first); j < p.first; j++ {
		if k := r.tokens[j].name; k >= 0 && r.names[k].entity == i {
			return false // "Asked by Marn, the witness said"
		}
	}
	her, his := sexOf(w)
	return r.fits(i, "she") || !her && (r.fits(i, "he") || !his)
}

// sexOf reports whether the noun w, in lower case, is for a woman or for a man.
func sexOf(w string) (her, his bool) {
	n := len(w)
	switch w {
	case "mother", "wife", "daughter", "sister", "widow", "actress", "midwife", "nun", "girl", "niece", "aunt", "grandmother", "queen", "princess", "duchess", "baroness", "heroine", "mum", "mom", "girlfriend", "heiress", "hostess", "waitress", "dame", "lady", "empress", "abbess", "ballerina", "seamstress", "matron", "mistress", "stepmother", "bride", "goddaughter", "granddaughter":
		return true, false
	case "father", "husband", "son", "brother", "widower", "monk", "boy", "nephew", "uncle", "grandfather", "king", "prince", "duke", "earl", "baron", "hero", "dad", "boyfriend", "actor", "lord", "sir", "friar", "imam", "pope", "cardinal", "emperor", "abbot", "stepfather", "groom", "godson", "grandson", "sultan", "emir":
		return false, true
	}
	switch {
	case n > 5 && w[n-5:] == "woman":
		return true, false
	case n > 4 && w[n-3:] == "man" && w != "german" && w != "human" && w != "roman" && w != "layman":
		return false, true
	}
	return false, false
}

// indefinite reports whether the phrase of a source without a name brings
// somebody in: "a diplomat", "one shopkeeper".
func (r *reading) indefinite(s source) bool {
	w := s.span.Of(r.low)
	for _, d := range [...]string{"a ", "an ", "one ", "another "} {
		if len(w) > len(d) && w[:len(d)] == d {
			return true
		}
	}
	return false
}

// investigation reports whether w, in lower case, is what a body finds
// something out by.
func investigation(w string) bool {
	return hasWord("poll survey study review analysis report ", w)
}

// surveyor returns the body whose poll or study the phrase p is, whose noun
// ends before token head: "a Larkin College poll", "a study by researchers at
// Larkin College".
func (r *reading) surveyor(p phrase, head int) source {
	if !investigation(r.tokens[head-1].Of(r.low)) {
		return nobody
	}
	k := int32(-1)
	if head-2 >= p.first {
		k = r.tokens[head-2].name
	}
	if head < p.end && hasWord("by from ", r.tokens[head].Of(r.low)) {
		for i := head + 1; i < p.end && k < 0 && i < head+7; i++ {
			k = r.tokens[i].name
		}
	}
	if k < 0 {
		return nobody
	}
	e := &r.entities[r.names[k].entity]
	if e.isPerson() && !r.organized(r.names[k].first, r.names[k].end) || e.words < 2 {
		return nobody
	}
	e.organization += 2
	r.study = r.named(r.names[k].entity)
	return r.study
}

// bodyOf returns the body last named whose name has the noun w, in lower case;
// -1 where there is none.
func (r *reading) bodyOf(w string) int {
	for i := len(r.entities) - 1; i >= max(0, len(r.entities)-maxCandidates); i-- {
		e := &r.entities[i]
		if e.words > 1 && !e.isPerson() && contains(e.name.Of(r.low), w) {
			return i
		}
	}
	return -1
}

// business reports whether w, in lower case, is a noun that any private body
// may be taken up by, whatever its name.
func business(w string) bool {
	switch w {
	case "company", "firm", "group", "airline", "carmaker", "retailer", "manufacturer", "operator", "publisher", "carrier", "lender", "grocer", "supermarket", "developer", "maker", "startup", "start-up", "chain", "charity", "bank", "chipmaker", "insurer", "brewer", "brand", "supplier", "producer", "giant", "shipyard", "restaurant":
		return true
	}
	return false
}

// public reports whether the name of the entity says that it is a body of the
// state, which "the company" can’t stand for.
func (r *reading) public(e *entity) bool {
	for w := range strings.FieldsSeq(e.name.Of(r.low)) {
		switch w {
		case "bureau", "department", "ministry", "court", "police", "council", "congress", "parliament", "senate", "agency", "commission", "committee", "board", "office", "government", "administration", "authority", "house", "assembly", "union", "university", "college", "school", "reserve", "treasury", "nations", "party", "games", "cup", "street", "avenue", "road", "lake", "river", "island", "county", "city", "bay", "act", "bill":
			return true
		}
	}
	return false
}

// kindred returns the nouns, each with a space behind it, in the names of the
// bodies that may be taken up by the noun w: "the watchdog" is a bureau or an
// office.
func kindred(w string) string {
	switch w {
	case "union":
		return "federation association guild brotherhood workers hands congress "
	case "association", "federation", "league":
		return "union federation association guild league owners council society "
	case "club", "team", "side":
		return "rovers united wanderers athletic town city fc albion rangers "
	case "watchdog", "regulator", "agency":
		return "bureau office authority agency commission inspectorate board directorate "
	case "panel", "commission", "committee":
		return "commission committee board panel tribunal "
	case "newspaper", "paper":
		return "times post journal tribune herald gazette chronicle courier lantern echo mercury star argus observer sentinel ledger telegraph "
	case "party":
		return "party democrats republicans greens conservatives liberals "
	}
	return ""
}

// bodyAmong returns the body last named whose name has one of the nouns; -1
// where there is none.
func (r *reading) bodyAmong(nouns string) int {
	for j := r.opened - 1; nouns != "" && j >= max(0, r.opened-600); j-- {
		k := r.tokens[j].name
		if k < 0 || r.names[k].first != j {
			continue
		}
		n := r.names[k]
		e := &r.entities[n.entity]
		if e.words < 2 || e.isPerson() {
			continue
		}
		for w := range strings.FieldsSeq(e.name.Of(r.low)) {
			if hasWord(nouns, w) {
				return n.entity
			}
		}
	}
	return -1
}

// bodyBefore returns the private body that last opened a unit by name, or else
// the one last named before token i; where none is, the name that nothing has
// been told of but that something is.
func (r *reading) bodyBefore(i int) source {
	if b := r.body; b.known() && b.entity >= 0 && !r.public(&r.entities[b.entity]) {
		return b
	}
	unsure := -1
	for j := i - 1; j >= max(0, i-300); j-- {
		k := r.tokens[j].name
		if k < 0 || r.names[k].first != j {
			continue
		}
		e := &r.entities[r.names[k].entity]
		if r.public(e) || j > 0 && (r.tokens[j-1].is(possessive) || r.tokens[j-1].Of(r.low) == "the" && !r.organized(j, r.names[k].end)) {
			continue // a place or a product
		}
		if e.organization > 0 && !e.isPerson() && (e.words > 1 || e.organization > 2) {
			return r.named(r.names[k].entity)
		}
		if e.person == 0 && !e.she && !e.he && e.mentions > 1 && r.bare(r.names[k]) {
			unsure = r.names[k].entity
		}
	}
	if unsure >= 0 {
		r.entities[unsure].organization += 3
		return r.named(unsure)
	}
	return nobody
}

// bare reports whether the name opens its sentence or follows a verb or a
// preposition, as that of a body does which is called by its name alone.
func (r *reading) bare(n name) bool {
	t := r.tokens[n.first]
	return t.is(opening) && !t.is(firstName|placeName) && n.end < len(r.tokens) && (r.tokens[n.end].is(auxiliary|verbal) || r.tokens[n.end].frame != 0)
}

// byRole returns the person whose role has the noun that the phrase p ends
// with: the only one, the only one whose role has the other words of p too, or
// of several the one who spoke last; -1 where there is none.
func (r *reading) byRole(p phrase, noun string) int {
	found, best, tie := -1, -1, false
	for i := max(0, len(r.entities)-maxCandidates); i < len(r.entities); i++ {
		n := r.shares(i, p, noun)
		if n < 0 {
			continue
		}
		if n > best {
			found, best, tie = i, n, false
		} else if n == best {
			tie = true
		}
	}
	if r.tokens[p.first].Of(r.low) != "the" && best < 1 {
		return -1 // "Orvik’s mayor" is not any mayor
	}
	if !tie {
		return found
	}
	if f := r.focus.entity; f >= 0 && r.shares(f, p, noun) == best {
		return f
	}
	for i := len(r.reports) - 1; i >= max(0, len(r.reports)-8); i-- {
		if e := r.reports[i].source.entity; e >= 0 && r.shares(e, p, noun) == best {
			return e
		}
	}
	return -1
}

// heads reports whether the noun stands in the role s before what a preposition
// adds: "the mayor" is not the wife of the mayor.
func heads(s, noun string) bool {
	for w := range strings.FieldsSeq(s) {
		if w = strings.TrimRight(w, ",.’'"); w == noun {
			return true
		} else if functionWord(w)&preposition != 0 {
			return false
		}
	}
	return false
}

// sameOffice reports whether the role s, in lower case, is another word, or a
// shorter one, for what the noun says: "Sen." for "the senator".
func sameOffice(s, noun string) bool {
	others := ""
	switch noun {
	case "judge":
		others = "justice "
	case "governor":
		others = "gov "
	case "congressman", "congresswoman":
		others = "rep "
	case "professor":
		others = "prof "
	case "general":
		others = "gen "
	case "captain":
		others = "capt "
	case "detective":
		others = "det "
	case "chairman", "chairwoman":
		others = "chair "
	case "chair":
		others = "chairman chairwoman "
	case "nominee":
		others = "candidate "
	case "candidate":
		others = "nominee "
	}
	for len(others) > 0 {
		w, rest, _ := strings.Cut(others, " ")
		if heads(s, w) {
			return true
		}
		others = rest
	}
	return false
}

// shares counts the words of the phrase p before its noun that a role of the
// entity i has too; -1 where no role has the noun.
func (r *reading) shares(i int, p phrase, noun string) int {
	best := -1
	for _, role := range r.entities[i].roles {
		s := role.Of(r.low)
		if !heads(s, noun) && !sameOffice(s, noun) {
			continue
		}
		n := 0
		for j := p.first; j+1 < p.end; j++ {
			if t := r.tokens[j]; t.kind == word && t.Len() > 3 && strings.Contains(s, t.Of(r.low)) {
				n++
			}
		}
		best = max(best, n)
	}
	return best
}
