package speaker

import "strings"

// described returns whom a definite description stands for: "the treasurer" is
// the person with that role, "the trust" the body with that noun in its name,
// "the diplomat" whoever was met as "a Western diplomat". The phrase p ends
// with the noun.
func (r *reading) described(p phrase, noun token) source {
	w := noun.Of(r.low)
	if (company(w) || institution(w) || business(w) || noun.is(orgNoun)) && !noun.is(roleNoun) {
		// "the league" is not the league commissioner
	} else if i := r.byRole(p, w); i >= 0 {
		r.spellOut(i, p, w)
		r.secondRole(unit{first: r.opened, end: min(len(r.tokens), p.end+40)}, name{entity: i}, p.end)
		return r.named(i)
	}
	if investigation(w) && p.end <= p.first+3 && r.study.known() {
		return r.study // "the same poll"
	}
	if t := r.tokens[p.first]; t.is(possessive|determiner) && hasWord("his her their ", t.Of(r.low)) {
		if i := r.onlyKin(p, w); i >= 0 {
			return r.named(i)
		}
	}
	if r.tokens[p.first].Of(r.low) != "the" {
		return nobody
	}
	if s := r.bodyDescribed(p, noun); s.known() {
		return s
	}
	return r.personDescribed(p, noun)
}

// spellOut adds the noun w that the phrase p takes a role of the entity i up by,
// where the article has only given it shortened or by another word: "the senator"
// for "Sen."
func (r *reading) spellOut(i int, p phrase, w string) {
	for _, role := range r.entities[i].roles {
		if contains(role.Of(r.low), w) {
			return
		}
	}
	if p.end == p.first+2 && r.tokens[p.first].Of(r.low) == "the" && !allCapitals(r.tokens[p.first+1].Of(r.text)) {
		r.addRole(name{entity: i}, p.first+1, p.end)
	}
}

// onlyKin returns the one person of the article who is known as somebody’s kin by
// the noun w, where that can be meant by the phrase p: "her husband"; -1 for
// none or several.
func (r *reading) onlyKin(p phrase, w string) int {
	if p.end != p.first+2 || !personal(w) {
		return -1
	}
	found := -1
	for i := max(0, len(r.entities)-maxCandidates); i < len(r.entities); i++ {
		if r.shares(i, p, w) < 0 {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// bodyDescribed returns the body that "the company", "the panel" stands for.
func (r *reading) bodyDescribed(p phrase, noun token) source {
	w := noun.Of(r.low)
	if business(w) && p.end <= p.first+4 {
		return r.bodyBefore(p.first, w)
	}
	if p.end <= p.first+3 {
		if i := r.bodyCalled(w); i >= 0 {
			return r.named(i)
		}
	}
	if k := kindred(w); p.end == p.first+3 && k != "" && !r.tokens[p.first+1].is(capital|possessive) {
		if i := r.bodyAmong(k, p.first); i >= 0 {
			return r.named(i) // "the rugby club"
		}
	}
	if p.end == p.first+2 && (company(w) || institution(w) || noun.is(orgNoun) && !noun.is(capital)) {
		if i := r.bodyOf(w); i >= 0 {
			return r.named(i)
		}
		if i := r.bodyAmong(kindred(w), p.first); i >= 0 {
			return r.named(i)
		}
	}
	return nobody
}

// personDescribed returns the person whom a description stands for that none of
// the roles known so far gives away.
func (r *reading) personDescribed(p phrase, noun token) source {
	w := noun.Of(r.low)
	if company(w) || institution(w) || noun.is(orgNoun) && !noun.is(roleNoun) || plural(w) {
		return nobody
	}
	if i := r.aged(p); i >= 0 {
		r.addRole(name{entity: i}, p.first+1, p.end)
		return r.named(i)
	}
	f := r.focus
	if f.entity >= 0 && r.epithet(p) && r.suits(f.entity, p, w) {
		r.addRole(name{entity: f.entity}, p.first+1, p.end)
		return f
	}
	if f.entity >= 0 && f.entity == r.speaking.entity && hasWord("witness candidate nominee defendant plaintiff claimant ", w) && p.end == p.first+2 && r.suits(f.entity, p, w) {
		return f // whoever has just spoken in that part
	}
	if !noun.is(roleNoun) {
		return nobody
	}
	for i := len(r.reports) - 1; i >= max(0, len(r.reports)-12); i-- {
		s := r.reports[i].source
		if s.entity < 0 && s.kind == Unnamed && r.indefinite(s) && contains(s.span.Of(r.low), w) {
			return s
		}
	}
	if p.end > p.first+5 || attendant(w) {
		return nobody
	}
	if i := r.unclaimed(p, w); i >= 0 {
		r.addRole(name{entity: i}, p.first+1, p.end)
		return r.named(i)
	}
	return nobody
}

// aged returns the person with the age that the phrase p tells: "the
// 43-year-old" is "Ingrid Vale, 43,"; -1 for none.
func (r *reading) aged(p phrase) int {
	for i := p.first; i < p.end; i++ {
		age, _, ok := strings.Cut(r.tokens[i].Of(r.low), "-year-old")
		if !ok {
			continue
		}
		for k := len(r.names) - 1; k >= max(0, len(r.names)-4*maxCandidates); k-- {
			n := r.names[k]
			if v := n.end; v+1 < len(r.tokens) && (r.tokens[v].kind == comma || isBe(r.tokens[v].Of(r.low))) && r.tokens[v+1].Of(r.low) == age && r.entities[n.entity].isPerson() {
				return n.entity
			}
		}
	}
	return -1
}

// unclaimed returns the person named before the phrase p of whom nothing is known
// that a calling would contradict: the one in focus, or else the only one near;
// -1 where there is none.
func (r *reading) unclaimed(p phrase, w string) int {
	if bystander(w) && !(p.end > p.first+2 && r.tokens[p.first+1].is(capital)) || r.namedNext(p) {
		return -1
	}
	f := r.focus
	if f.entity >= 0 && !r.free(f.entity) && r.justNamed(f.entity, p.first) {
		return -1 // it may be another post of the one in focus
	}
	if f.entity < 0 || !r.free(f.entity) || !r.mayBe(f.entity, p, w) {
		return r.unexplained(p, w)
	}
	if len(r.entities[f.entity].roles) > 0 && hasWord("president premier king queen pope bishop archbishop judge coroner magistrate prosecutor minister chancellor governor mayor chairman chairwoman secretary ", w) {
		return -1 // an office that everybody knows somebody has
	}
	return f.entity
}

// justNamed reports whether the entity e is the last one named before token i, and
// not far from it.
func (r *reading) justNamed(e, i int) bool {
	for k := i - 1; k >= max(0, i-24); k-- {
		if n := r.tokens[k].name; n >= 0 {
			return r.names[n].entity == e
		}
	}
	return false
}

// bystander reports whether w, in lower case, is for somebody who comes into a
// story beside the one whom it is about.
func bystander(w string) bool {
	return hasWord("judge coroner magistrate prosecutor juror motorist driver passenger tenant customer caller boy girl husband wife matron sergeant constable policeman policewoman defender winner reporter interpreter clerk usher host referee moderator principal coordinator organizer organiser victim complainant ", w)
}

// namedNext reports whether the phrase p is the first half of an apposition: "the
// union’s president, | Kim Song".
func (r *reading) namedNext(p phrase) bool {
	if p.end+1 >= len(r.tokens) || r.tokens[p.end].kind != comma {
		return false
	}
	return r.opensName(p.end+1, len(r.tokens)) && r.tokens[p.end+1].is(capital)
}

// unexplained returns the only one who has lately spoken without the article
// saying who that is; -1 for none or several.
func (r *reading) unexplained(p phrase, w string) int {
	if hasWord("judge coroner magistrate prosecutor witness officer speaker referee moderator defendant victim ", w) {
		return -1
	}
	found := -1
	for i := len(r.reports) - 1; i >= max(0, len(r.reports)-12); i-- {
		s := r.reports[i].source
		if s.entity < 0 || s.kind != Person || s.entity == found || len(r.entities[s.entity].roles) > 0 || !r.mayBe(s.entity, p, w) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = s.entity
	}
	return found
}

// free reports whether no role of the entity i says what it does for a living.
func (r *reading) free(i int) bool {
	for _, role := range r.entities[i].roles {
		if s := role.Of(r.low); !personal(headNoun(s)) && !strings.HasPrefix(s, "former ") && !strings.HasPrefix(s, "retired ") && !strings.HasPrefix(s, "ex-") {
			return false
		}
	}
	return true
}

// personal reports whether w, in lower case, says whose kin or how old somebody
// is, and not what he or she does.
func personal(w string) bool {
	switch w {
	case "wife", "husband", "son", "daughter", "mother", "father", "brother", "sister", "cousin", "uncle", "aunt", "nephew", "niece", "grandson", "granddaughter", "grandfather", "grandmother", "widow", "widower", "fiancee", "fiance", "girlfriend", "boyfriend", "friend", "neighbor", "neighbour", "resident", "native", "twin", "mum", "mom", "dad", "bachelor", "parent", "partner", "teenager", "pensioner", "man", "woman", "boy", "girl", "victim", "survivor", "witness", "voter", "republican", "democrat", "conservative", "liberal", "newcomer", "stepson", "stepdaughter", "stepfather", "stepmother", "sibling", "bride", "groom", "defendant", "plaintiff", "claimant", "winner", "youngster":
		return true
	}
	return len(w) > 9 && w[len(w)-9:] == "-year-old"
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
	if w := r.tokens[p.end-1].Of(r.low); hasWord("teenager youngster pensioner bachelor grandmother grandfather widow widower newcomer veteran dutchman dutchwoman frenchman frenchwoman englishman irishman scotsman welshman international singer actor actress star striker midfielder goalkeeper novelist author poet musician banker farmer scientist pundit comedian presenter chef baker artist painter composer architect economist historian physicist survivor holdout hitman gaffer frontman drummer bassist guitarist violinist backbencher incumbent challenger ferryman restorer shepherd climber swimmer runner ", w) || len(w) > 8 && w[len(w)-7:] == "ologist" {
		return true // a calling, which an article names once and takes its bearer up by
	}
	w := r.tokens[p.first+1].Of(r.low)
	return p.end > p.first+2 && hasWord("former retired ex ", w)
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
	case "father", "husband", "son", "brother", "bachelor", "widower", "monk", "boy", "nephew", "uncle", "grandfather", "king", "prince", "duke", "earl", "baron", "hero", "dad", "boyfriend", "actor", "lord", "sir", "friar", "imam", "pope", "cardinal", "emperor", "abbot", "stepfather", "groom", "godson", "grandson", "sultan", "emir":
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
	switch noun {
	case "pm":
		return strings.Contains(s, "prime minister")
	case "vp":
		return strings.Contains(s, "vice president")
	case "cm":
		return strings.Contains(s, "chief minister")
	}
	others := narrower(noun)
	for len(others) > 0 {
		w, rest, _ := strings.Cut(others, " ")
		if heads(s, w) {
			return true
		}
		others = rest
	}
	return false
}

// qualifier returns the word of the role s, in lower case, that makes it another
// office than its noun alone names; "" where none does.
func qualifier(s string) string {
	for w := range strings.FieldsSeq(s) {
		switch w {
		case "shadow", "deputy", "vice", "assistant", "opposition", "prime":
			return w
		}
		if functionWord(w)&preposition != 0 {
			break
		}
	}
	return ""
}

// shares counts the words of the phrase p before its noun that a role of the
// entity i has too; -1 where no role has the noun.
func (r *reading) shares(i int, p phrase, noun string) int {
	best := -1
	for _, role := range r.entities[i].roles {
		s := role.Of(r.low)
		if past := hasWord("former retired ", r.tokens[min(p.first+1, p.end-1)].Of(r.low)); !heads(s, noun) && (past || !sameOffice(s, noun)) || past && r.focus.entity >= 0 && r.names[r.entities[i].first].first > p.first && !contains(s, "former") && !contains(s, "retired") {
			continue // "the former Orvik coach" is not the coach
		}
		if q := qualifier(s); q != "" && noun != "vp" && !(q == "assistant" && noun == "prosecutor") && !(q == "prime" && noun != "minister") && !contains(r.span(p.first, p.end).Of(r.low), q) {
			continue // "the chancellor" is not the shadow chancellor
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
