package speaker

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/text"
)

// name is one mention of a person, body or place by name.
type name struct {
	first, end int // tokens of the name itself
	run        int // first token of the run of capitals that it ends
	title      int // first token of a title with a preposition before the run; else run
	entity     int // index into the reading's entities
}

// findNames marks the runs of capitals that are names and joins the mentions
// of one bearer.
func (r *reading) findNames() {
	for _, u := range r.units {
		if r.crosshead(u) || r.titled(u) {
			continue
		}
		for i := u.first; i < u.end; {
			if !r.startsName(i) {
				i++
				continue
			}
			end := r.runEnd(i, u.end)
			r.addName(i, end)
			i = end
		}
	}
}

// crosshead reports whether the unit is a heading set in capitals: "HOW IT WILL
// WORK".
func (r *reading) crosshead(u unit) bool {
	for i := u.first; i < u.end; i++ {
		if t := r.tokens[i]; t.kind == quote || t.kind == word && !allCapitals(t.Of(r.text)) && !t.is(numeral|possessive) {
			return false
		}
	}
	return u.lead && u.end-u.first > 1 && u.end-u.first < 12 && r.tokens[u.end-1].kind != stop
}

// titled reports whether the unit is a heading whose every word of weight has a
// capital: "Marn Tells Parliament He Will Not Resign". Its capitals are no sign
// of names.
func (r *reading) titled(u unit) bool {
	if !u.lead || u.end-u.first < 5 || u.end-u.first > 24 || r.tokens[u.end-1].kind == quote {
		return false
	}
	words, capitals, plain := 0, 0, false
	for i := u.first; i < u.end; i++ {
		t := r.tokens[i]
		if t.kind != word || t.Len() < 4 && !t.is(capital) || t.is(possessive) || !hasLetter(t.Of(r.low)) {
			continue
		}
		words++
		if t.is(capital) {
			capitals++
			plain = plain || i > u.first && t.is(auxiliary|adverb|pronoun|preposition|subordinator|interrogative|relative) && !t.is(firstName|initial) || i > u.first && !t.is(opening) && r.verbInTitle(i)
		}
	}
	return plain && words > 3 && capitals*10 >= words*9
}

// verbInTitle reports whether the capitalised token is the finite form of a
// verb, as nothing but a heading writes it.
func (r *reading) verbInTitle(i int) bool {
	w := r.tokens[i].Of(r.low)
	if commonVerb(w) {
		return true
	}
	_, f, fr := lemmatize(w)
	return fr&(takesClause|takesQuote|takesAddressee) != 0 && (f == past || f == present)
}

// startsName reports whether a run of capitals begins at token i.
func (r *reading) startsName(i int) bool {
	t := r.tokens[i]
	if t.kind != word || !t.is(capital) {
		return false
	}
	if t.is(firstName) && t.is(auxiliary|temporal|subordinator) && i+1 < len(r.tokens) && t.Len() > 2 {
		if n := r.tokens[i+1]; !(t.is(temporal) && i > 0 && r.tokens[i-1].is(preposition|determiner)) && n.kind == word && n.is(capital) && !n.is(determiner|pronoun|temporal|preposition|honorific|roleNoun) {
			return true // "Will Hale", "June Marn"
		}
	}
	if t.is(determiner | preposition | coordinator | subordinator | pronoun | relative | interrogative | auxiliary | to | that | temporal | negation) {
		return t.is(initial) && !t.is(pronoun|determiner) || t.is(particle) && !t.is(determiner) && !t.is(opening)
	}
	if t.is(opening) && t.is(adverb) && !t.is(firstName) {
		if n := i + 1; n < len(r.tokens) && t.Len() > 4 && r.tokens[n].frame&takesClause != 0 && r.tokens[n].form == past {
			return true // "Jolly said"
		}
		return functionWord(t.Of(r.low))&adverb == 0 && i+1 < len(r.tokens) && r.tokens[i+1].is(capital) && !r.tokens[i+1].is(pronoun|determiner) && !t.is(preposition) && len(t.Of(r.text)) < 6
	}
	if w := t.Of(r.low); t.is(opening) && len(w) > 5 && w[len(w)-3:] == "ing" && !t.is(firstName) && i+1 < len(r.tokens) && (r.tokens[i+1].is(capital) || r.tokens[i+1].is(preposition|to|determiner) && w != "according") {
		return false // "Pressing Marn for an answer"
	}
	if t.is(opening) && (t.frame != 0 && t.form != base || t.is(groupNoun|rolePrefix) && !t.is(roleNoun|firstName)) {
		return false
	}
	return true
}

// runEnd returns where the run of capitals that begins at token i ends.
func (r *reading) runEnd(i, limit int) int {
	end := i + 1
	for end < limit {
		t := r.tokens[end]
		switch {
		case t.kind == word && t.is(capital) && !t.is(pronoun) && !(t.is(temporal) && !t.is(firstName)):
			end++
		case t.Of(r.low) == "today" && t.is(capital) && !t.is(opening) && end == i+1:
			return end + 1 // "Orvik Today", a newspaper
		case t.kind == stop && r.tokens[end-1].End == t.Start && r.abbreviates(end-1) && end+1 < limit && r.tokens[end+1].is(capital):
			end++ // "J. K.", "Sen."
		case t.kind == word && t.is(particle) && !t.is(capital) && end+1 < limit && r.tokens[end+1].is(capital) && !t.is(possessive):
			end++
		case t.kind == word && t.is(particle) && !t.is(capital) && end+2 < limit && r.tokens[end+1].is(particle) && r.tokens[end+2].is(capital) && !t.is(possessive):
			end += 2 // "van den Berg"
		case r.bareMark(end) && end+1 < limit && r.tokens[end+1].is(capital) && r.tokens[end+1].is(orgNoun):
			end++ // "the Dockers’ Union"
		case t.is(possessive) && t.kind == word && !t.is(determiner) && end+1 < limit && r.tokens[end+1].is(capital) && (r.tokens[end+1].is(orgNoun) && (r.tokens[end-1].is(roleNoun) || folkPlural(r.tokens[end-1].Of(r.low))) || r.bareMark(end) && r.organized(i, end) && !r.tokens[end+1].is(firstName)):
			end++ // "Sheriff’s Office", "Department of Veterans’ Care"
		case t.Of(r.low) == "of" && r.tokens[end-1].is(orgNoun|groupNoun) && !r.tokens[end-1].is(roleNoun) && end+1 < limit:
			switch {
			case r.tokens[end+1].is(capital) && !r.tokens[end+1].is(pronoun|temporal):
				end++ // "Bank of Telse"
			case end+2 < limit && r.tokens[end+1].is(capital) && r.tokens[end+1].is(temporal) && r.tokens[end+2].is(capital) && !r.tokens[end+2].is(pronoun|temporal):
				end += 2 // "Association of Night Nurses"
			case end+2 < limit && r.tokens[end+1].Of(r.text) == "the" && r.tokens[end+2].is(capital):
				end += 2 // "Friends of the Lumen"
			default:
				return end
			}
		case hasWord("for on ", t.Of(r.low)) && r.tokens[end-1].is(orgNoun) && r.tokens[end-1].is(capital) && end+1 < limit && r.tokens[end+1].is(capital) && !r.tokens[end+1].is(pronoun|temporal|firstName|determiner):
			end++ // "Center for Rural Work"
		case hasWord("for of without against ", t.Of(r.low)) && t.kind == word && end+1 < limit && plural(r.tokens[end-1].Of(r.low)) && !r.tokens[end-1].is(opening|roleNoun|firstName|groupNoun|orgNoun|demonym) && r.tokens[end-1].frame == 0 && r.tokens[end+1].is(capital) && !r.tokens[end+1].is(pronoun|temporal|firstName|roleNoun) && end-i < 3:
			end++ // "Lanterns for Relief"
		case hasWord("for against without ", t.Of(r.low)) && end == i+1 && r.tokens[i].is(opening) && plural(r.tokens[i].Of(r.low)) && end+2 < limit && r.tokens[end+1].is(capital) && !r.tokens[end+1].is(pronoun|temporal|firstName|roleNoun|placeName|demonym) && r.tokens[end+2].kind == comma:
			end++ // "Parents for Quiet, a group"
		case t.Of(r.low) == "of" && end == i+1 && i > 0 && r.tokens[i-1].Of(r.low) == "the" && !r.tokens[i].is(roleNoun|firstName|temporal) && end+1 < limit && r.tokens[end+1].is(capital) && plural(r.tokens[end+1].Of(r.low)):
			end++ // "the Concord of Nations"
		case t.is(to) && end == i+1 && i > 0 && r.tokens[i-1].Of(r.low) == "the" && end+2 < limit && r.tokens[end+1].is(capital) && r.tokens[end+2].is(capital) && r.tokens[end+2].is(orgNoun):
			end++ // "the Access to Cash Alliance"
		case t.is(possessive) && !t.is(determiner) && end == i+1 && end+1 < limit && r.tokens[end+1].is(capital) && hasWord("end cross corner lane head creek landing point ferry mill farm gate wood green hill bay rest ", r.tokens[end+1].Of(r.low)):
			end++ // "Cotter’s End"
		case t.is(numeral) && t.Len() < 5 && hasWord("local branch lodge chapter ", r.tokens[end-1].Of(r.low)):
			return end + 1 // "Dockers Local 212"
		case t.kind == other && t.Of(r.text) == "&" && end+1 < limit && r.tokens[end+1].is(capital):
			end++
		case t.kind == quote && end+1 < limit && r.nickname(end):
			end++
		case t.Of(r.low) == "and":
			n := r.joinedBody(i, end, limit)
			if n == end {
				return end
			}
			end = n
		case hasWord("on for ", t.Of(r.low)) && r.tokens[end-1].is(orgNoun) && end+2 < limit && r.tokens[end+1].Of(r.text) == "the" && r.tokens[end+2].is(capital) && !r.tokens[end+2].is(pronoun|placeName):
			end += 3 // "Commission on the Night Ferries"
		default:
			return end
		}
	}
	return end
}

// nickname reports whether the quotation at token i stands between first name and
// surname: Robert “Bob” Marn.
func (r *reading) nickname(i int) bool {
	q, b, n := r.quotes[r.tokens[i].quote], r.tokens[i-1], r.tokens[i+1]
	in := q.Inner.Of(r.text)
	first, _ := utf8.DecodeRuneInString(in)
	return len(in) <= 20 && unicode.IsUpper(first) && strings.Count(in, " ") < 2 && !r.punctuated(q) &&
		(b.is(firstName) || !strings.Contains(in, " ") && b.is(capital) && !b.is(roleNoun|orgNoun|placeName|opening) && !allCapitals(b.Of(r.text))) && n.kind == word && n.is(capital) && !n.is(pronoun|temporal|roleNoun|orgNoun)
}

// folkPlural reports whether w, in lower case, is a plural for people that takes
// an apostrophe and an s: "patrolmen", "children".
func folkPlural(w string) bool {
	for _, end := range [...]string{"men", "people", "children"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// bareMark reports whether token i is the apostrophe of a plural’s possessive.
func (r *reading) bareMark(i int) bool {
	t := r.tokens[i]
	return t.is(possessive) && (t.Len() == 1 || t.Of(r.text) == "’")
}

// joinedBody returns where a name ends that "and" at token end joins with a
// noun for a body: "the Lakes and Waters Agency". What stands on either side is
// one name only where an article stands before it and none of its parts names
// a body or a person by itself.
func (r *reading) joinedBody(first, end, limit int) int {
	if n := end + 1; end-first >= 3 && r.tokens[end-2].Of(r.low) == "of" && hasWord("department ministry bureau office board secretary minister directorate ", r.tokens[end-3].Of(r.low)) && n < limit && r.tokens[n].is(capital) && !r.tokens[n].is(firstName|orgNoun|placeName|honorific|roleNoun|determiner|pronoun) && (n+1 >= limit || !r.tokens[n+1].is(capital)) {
		return n + 1 // "Department of Lands and Minerals"
	}
	if n := end + 1; end-first > 1 && n < limit && hasWord("water light power gas fire food trade health parks arts sport oil research ", r.tokens[end-1].Of(r.low)) && hasWord("power light rescue water gas safety drink drug recreation sciences industry social development electric ", r.tokens[n].Of(r.low)) && r.tokens[n].is(capital) {
		return n + 1 // "Amity Light and Power"
	}
	if n := r.abstractPair(first, end, limit); n > end {
		return n
	}
	if n := r.fieldPair(first, end, limit); n > end {
		return n
	}
	if n := end + 2; end == first+1 && n < limit && r.tokens[end+1].is(capital) && hasWord("police constabulary ", r.tokens[n].Of(r.low)) && r.tokens[n].is(capital) && !r.tokens[first].is(firstName|roleNoun|honorific|orgNoun) && !r.tokens[end+1].is(firstName|roleNoun|honorific|determiner) {
		return n + 1 // "Devon and Cornmoor Police"
	}
	if end-first > 2 || first == 0 || r.tokens[first-1].Of(r.low) != "the" || r.organized(first, end) {
		return end
	}
	for i := first; i < end; i++ {
		if t := r.tokens[i]; t.kind != word || t.is(firstName|roleNoun|honorific|placeName|particle) {
			return end
		}
	}
	for i := end + 1; i < limit && i < end+4; i++ {
		t := r.tokens[i]
		if r.bareMark(i) {
			continue // "Metal and Shipyard Workers’ Union"
		}
		if t.kind != word || !t.is(capital) || t.is(firstName|honorific|determiner|pronoun) {
			return end
		}
		if t.is(orgNoun) && i > end+1 {
			return i + 1
		}
	}
	return end
}

// abstractPair returns where a name ends that "and" at token end joins with a
// second field that its body is for, perhaps with who is in it: "Centers for
// Harbour Control and Prevention", "Federation of Professional and Technical
// Divers"; end for none.
func (r *reading) abstractPair(first, end, limit int) int {
	of := end - 1
	for of > first && r.tokens[of].is(capital) && !r.tokens[of].is(firstName|honorific|placeName) {
		of--
	}
	if of <= first || of == end-1 || !hasWord("of for ", r.tokens[of].Of(r.low)) || !r.tokens[of-1].is(orgNoun|groupNoun) && !hasWord("centers centres department ministry ", r.tokens[of-1].Of(r.low)) {
		return end
	}
	n := end + 1
	for n < limit && n < end+4 && r.tokens[n].kind == word && r.tokens[n].is(capital) && !r.tokens[n].is(firstName|honorific|determiner|pronoun|temporal|placeName|roleNoun) {
		n++
	}
	if n == end+1 || n < limit && r.tokens[n].kind == word && r.tokens[n].is(capital|preposition) {
		return end
	}
	if left, right := r.tokens[end-1].Of(r.low), r.tokens[n-1].Of(r.low); field(left) && field(right) || n > end+2 && field(left) && plural(right) {
		return n
	}
	return end
}

// fieldPair returns where a name ends that names two fields of its body and no
// person: "Immigration and Customs Enforcement"; end for none.
func (r *reading) fieldPair(first, end, limit int) int {
	if end != first+1 || r.tokens[first].is(opening|firstName) || !field(r.tokens[first].Of(r.low)) {
		return end
	}
	n := end + 1
	for n < limit && n < end+4 && r.tokens[n].kind == word && r.tokens[n].is(capital) && !r.tokens[n].is(firstName|honorific|determiner|pronoun|temporal|roleNoun) {
		n++
	}
	if last := r.tokens[n-1]; n > end+2 && (last.is(orgNoun) || field(last.Of(r.low))) {
		return n
	}
	return end
}

// field reports whether w, in lower case, looks like a noun or an adjective for a
// field of work and not like a name: "prevention", "technical".
func field(w string) bool {
	for _, end := range [...]string{"tion", "sion", "ment", "ness", "ity", "ics", "ing", "ance", "ence", "ure", "ogy", "ional", "ical", "rial", "fare", "ship", "ety", "ery", "ture"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+2 {
			return true
		}
	}
	return hasWord("control trade health women children family families youth welfare sport sports science sciences arts energy education relations affairs cooperation water works labour labor transport tourism housing justice security law order medicine research forestry fisheries food drugs tax taxes customs ", w)
}

// abbreviates reports whether the point after token i belongs to it.
func (r *reading) abbreviates(i int) bool {
	if i < 0 {
		return false
	}
	t := r.tokens[i]
	return t.is(initial|honorific) || t.is(roleNoun) && t.Len() <= 5 || t.Of(r.low) == "jr" || t.Of(r.low) == "st"
}

// addName records the name in the run of capitals [first, end), if there is
// one once titles and places before it are taken off.
func (r *reading) addName(first, end int) {
	for end > first && r.tokens[end-1].kind != word {
		end--
	}
	from, titled := r.titlesEnd(first, end)
	from, ranked := r.epithetsEnd(first, from, end)
	titled = titled || ranked
	if from >= end || r.noName(first, from, end, titled) {
		return
	}
	n := name{first: from, end: end, run: first, title: first}
	n.entity = r.entityOf(n)
	e := &r.entities[n.entity]
	e.mentions++
	if e.organization == 0 && r.tokens[end-1].is(numeral) {
		e.organization += 3 // "Dockers Local 212"
	}
	e.middle = e.middle || !r.tokens[from].is(opening) || from > first
	if t := r.tokens[from]; end-from == 1 && t.is(opening) && end < len(r.tokens) && !plural(t.Of(r.low)) && (t.frame == 0 && !t.is(verbal) || t.is(firstName)) && !t.is(orgNoun) {
		if v := r.tokens[end]; v.frame&(inverts|likeNoun) == inverts && (v.form == past || v.form == present) {
			e.middle = true // "Pocketlamp said"
			if t.is(firstName) {
				e.person++ // "Rose admits"
			}
		}
	}
	r.weigh(e, n, titled)
	for i := from; i < end; i++ {
		r.tokens[i].name = int32(len(r.names))
		r.tokens[i].class &^= adverb
	}
	r.names = append(r.names, n)
}

// titlesEnd returns where the name begins behind the honorifics and the roles
// that open the run of capitals [first, end), and whether there are any.
func (r *reading) titlesEnd(first, end int) (from int, titled bool) {
	from = first
	for i := first; i < end-1; i++ {
		t := r.tokens[i]
		if r.tokens[i+1].is(possessive) && r.tokens[end-1].is(orgNoun) {
			break // "Orvik County Sheriff’s Office"
		}
		if i > from && t.Of(r.low) == "of" && r.tokens[i-1].is(orgNoun) {
			if i-1 == from && from > first && !titled {
				from = first // "National Association of Resident Physicians"
			}
			break
		}
		if i == from && r.ofBody(i, end) {
			break // "Republican National Committee", "District of Carver"
		}
		if i == first && r.severalTitled(i) {
			from = i + 1 // "Councillors Ingrid Vale and Tomas Hale"
			continue
		}
		if t.is(honorific) || t.is(roleNoun|rolePrefix) && !t.is(firstName) && (!t.is(rolePrefix) || i == from) && !(i > first && r.tokens[first].is(firstName) && end-first <= 3) {
			from = i + 1
			if r.tokens[from].kind == stop {
				from++
				i++
			}
			titled = titled || t.is(honorific|roleNoun)
		}
	}
	if t := r.tokens[from]; from == end-1 && from > first+1 && t.is(orgNoun) && !t.is(firstName) && r.tokens[from-1].is(capital|roleNoun) && hasWord("assembly council committee congress board office ", t.Of(r.low)) && hasWord("general executive presidential chief ", r.tokens[from-1].Of(r.low)) {
		from = first // "the UN General Assembly"
	}
	return from, titled
}

// severalTitled reports whether token i is a role in the plural before the first of
// several names: "Councillors Ingrid Vale and Tomas Hale".
func (r *reading) severalTitled(i int) bool {
	t := r.tokens[i]
	w := t.Of(r.low)
	if i+1 >= len(r.tokens) || t.kind != word || len(w) < 5 || w[len(w)-1] != 's' || role(w[:len(w)-1])&roleNoun == 0 || t.is(firstName) {
		return false
	}
	if r.tokens[i+1].is(firstName) {
		return true
	}
	for k := i + 1; k < i+5; k++ {
		if k >= len(r.tokens) || r.tokens[k].is(orgNoun|roleNoun|placeName) || r.tokens[k].is(capital) == (k == i+3) {
			return false
		}
	}
	return r.tokens[i+3].Of(r.low) == "and"
}

// epithetsEnd returns where the name begins behind what else is written with a
// capital before it, an adjective, a country, a town, a rank; and whether
// there is a rank.
func (r *reading) epithetsEnd(first, from, end int) (begin int, ranked bool) {
	if w := r.tokens[from].Of(r.low); end-from > 2 && hasWord("brave tragic heartbroken devastated disgraced missing grieving evil heroic shamed proud popular beloved embattled ousted jailed convicted legendary shocked stunned furious horrified terrified worried delighted outraged relieved ", w) && r.tokens[from+1].is(capital) {
		from++ // "Brave Ingrid Vale"
	}
	if i, known := r.bySurname[r.tokens[end-1].Of(r.text)]; known && end-from > 1 && hasWord("mail times telegraph herald post news mirror guardian express standard tribune gazette echo today ", r.tokens[end-2].Of(r.low)) && r.entities[i].words > 1 && r.entities[i].organization == 0 {
		from = end - 1 // "Speaking to the Daily Mail Vale said"
	}
	if k := end - 2; k > from && r.tokens[k].is(firstName) && r.capitals(from, k) {
		from = k // "UKAP AM Ingrid Vale"
	}
	if k := end - 3; k > from && len(r.tokens[k].Of(r.text)) < 5 && r.capitals(k, k+1) && !r.capitals(k+1, end) && !r.organized(k+1, end) && !r.tokens[from].is(firstName) {
		from = k + 1 // "Orvik DA Karo Marn"
	}
	for k := first + 1; k < end-1 && k > first; k++ {
		if r.tokens[k].is(firstName) && r.tokens[k-1].is(orgNoun) && end-k < 4 && !r.organized(k, end) && first > 0 && (r.tokens[first-1].is(determiner) || hasWord("of at for ", r.tokens[first-1].Of(r.low))) {
			return k, ranked // "head of the Orvik Food Bank Ingrid Vale"
		}
	}
	if from == end-1 && from > first && r.tokens[from].Of(r.low) == "party" {
		from-- // "the Republican Party"
	}
	if from < end-3 && r.tokens[from].Of(r.low) == "united" {
		from += 2 // "ambassador to the United States Ingrid Vale"
	}
	for from < end-2 && r.tokens[from].is(placeName|orgNoun) && !r.tokens[from].is(firstName) && !r.organized(from, end) {
		from++
	}
	for from < end && r.tokens[from].kind != word {
		from++
	}
	if end-from > 1 && policeRank(r.tokens[from].Of(r.text)) {
		from++
		ranked = true
	}
	if w := r.tokens[from].Of(r.low); end-from > 1 && len(w) > 6 && w[len(w)-6:] == "-based" {
		from++ // "Telse-based Ingrid Vale"
	}
	if from == first && end-from > 2 {
		from = r.afterRole(from, end)
	}
	return from, ranked
}

// capitals reports whether all the tokens are words of two capitals and more.
func (r *reading) capitals(from, end int) bool {
	for i := from; i < end; i++ {
		if t := r.tokens[i]; t.kind != word || t.Len() < 2 || !allCapitals(t.Of(r.text)) {
			return false
		}
	}
	return true
}

// noName reports whether what is left of the run [first, end) from token from
// on names nobody: a party and state, an office, a noun that opens a sentence.
func (r *reading) noName(first, from, end int, titled bool) bool {
	last := r.tokens[end-1]
	if w := last.Of(r.text); end-from == 1 && len(w) > 2 && len(w) < 8 && w[1] == '-' {
		return true // the party and state in "(R-Telse)"
	}
	if end-from == 1 && !titled && last.is(roleNoun|rolePrefix) && !last.is(firstName) {
		return true // "Ambassador", "Republicans"
	}
	if end-first == 1 && last.is(opening) && end < len(r.tokens) && r.tokens[end].is(roleNoun) && !r.tokens[end].is(capital) {
		if _, ok := r.bySurname[last.Of(r.text)]; !ok {
			return true // "Port director": a noun, as far as anybody knows
		}
	}
	if end-first == 1 && last.is(opening) && last.is(orgNoun) && !last.is(firstName) && plural(last.Of(r.low)) && end < len(r.tokens) && (r.tokens[end].is(auxiliary | verbal | preposition | coordinator)) {
		if _, ok := r.byName[last.Of(r.text)]; !ok {
			return true // "Services were back"
		}
	}
	if end-from == 1 && first > 0 && from > first && last.is(roleNoun) && !last.is(firstName) && !r.tokens[first].is(honorific) {
		if b := r.tokens[first-1]; b.kind == comma || b.is(determiner|possessive) {
			return true // "Ingrid Vale, Chief Executive,", "the Chief Medical Director"
		}
	}
	if from > first && end-from == 2 && first > 0 && last.is(roleNoun) && !last.is(firstName) && r.tokens[first].is(roleNoun|rolePrefix) && !r.tokens[first].is(honorific) && relational(r.tokens[from].Of(r.low)) {
		return true // "the Chief Medical Director"
	}
	if end < len(r.tokens) && r.tokens[end].Of(r.low) == "and" && hasWord("ceo cfo coo cto ", last.Of(r.low)) {
		return true // "Lumen CEO and co-founder Ingrid Vale"
	}
	if end-first > 1 && first > 0 && end < len(r.tokens) && r.tokens[first-1].kind == comma && last.is(roleNoun) && !last.is(firstName) && hasWord("for of at in ", r.tokens[end].Of(r.low)) && r.tokens[end-2].is(orgNoun|roleNoun|rolePrefix) && !r.tokens[first].is(firstName|honorific) {
		return true // "Ingrid Vale, Cabinet Member for Roads,"
	}
	if end-from == 2 && first == from && first > 0 && r.tokens[first-1].Of(r.low) == "the" && last.is(roleNoun) && !last.is(firstName) && !r.tokens[from].is(firstName|initial|honorific) && !plural(last.Of(r.low)) {
		return true // "the Immigration Minister"
	}
	if b := r.tokens[max(first-1, 0)]; end-from > 1 && end < len(r.tokens) && hasWord("annual yearly ", b.Of(r.low)) && hasWord("event conference festival tournament summit gala show fair ", r.tokens[end].Of(r.low)) {
		return true // "its annual Camp Orvik event"
	}
	return false
}

// relational reports whether w, in lower case, is an adjective that says what an
// officer is over: "medical", "operating".
func relational(w string) bool {
	for _, end := range [...]string{"al", "ing", "ive", "ic", "ary"} {
		if len(w) > 5 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return hasWord("science people data risk product revenue customer design policy safety privacy officer ", w)
}

// ofBody reports whether the run [i, end), though it begins with a word that
// may stand before a name, is the name of a body.
func (r *reading) ofBody(i, end int) bool {
	t := r.tokens[i]
	if t.is(rolePrefix) && !t.is(roleNoun) && r.tokens[i+1].Of(r.low) == "of" {
		return true
	}
	if last := r.tokens[end-1]; end == i+2 && t.is(rolePrefix) && !t.is(roleNoun|firstName) && hasWord("commission committee department ministry board agency authority council bureau ", last.Of(r.low)) {
		return true // "Communications Commission"
	}
	if !hasWord("republican democrat liberal conservative independent socialist libertarian national state city county district regional school police fire health defense defence foreign ", t.Of(r.low)) {
		return false
	}
	last := r.tokens[end-1].Of(r.low)
	if !company(last) && !hasWord("committee convention conference caucus coalition alliance office bureau center centre institute police court board authority administration service services pac council assembly guard corps force network system department agency ", last) {
		return false
	}
	for k := i; k < end; k++ {
		if r.tokens[k].is(firstName) {
			return false
		}
	}
	return true
}

// afterRole returns where the name begins in a run of three or more capitals
// whose first ones are not part of it: "Supervisor of Elections Ingrid Vale",
// "Telsean Ingrid Vale".
func (r *reading) afterRole(from, end int) int {
	if from >= 2 && hasWord("of for ", r.tokens[from-1].Of(r.low)) && r.tokens[from-2].is(roleNoun) && r.tokens[end-1].kind == word && !r.tokens[end-1].is(orgNoun|roleNoun) && r.tokens[end-2].is(firstName|initial) {
		return end - 2
	}
	if r.nouns && !r.tokens[end-2].is(particle) && r.tokens[end-2].kind == word {
		return end - 2 // "Direktorin Ingrid Vale"
	}
	if r.tokens[from].is(firstName | initial | honorific) {
		return from
	}
	w := r.tokens[from].Of(r.low)
	if !plural(w) && !hasWord("ian ean ite ese nik ", w[max(0, len(w)-3):]) && (r.tokens[from].Len() < 3 || !allCapitals(r.tokens[from+1].Of(r.text)) && !allCapitals(r.tokens[from].Of(r.text))) {
		return from
	}
	for i := from + 1; i < end-1; i++ {
		if r.tokens[i].is(firstName) && !r.tokens[i-1].is(particle) {
			return i
		}
	}
	return from
}

// organized reports whether a noun for a body stands in the tokens.
func (r *reading) organized(from, end int) bool {
	for i := from; i < end; i++ {
		if r.tokens[i].is(orgNoun) {
			return true
		}
	}
	return false
}

// span returns the text of the tokens [first, end).
func (r *reading) span(first, end int) text.Span {
	return text.Span{Start: r.tokens[first].Start, End: r.tokens[end-1].End}
}
