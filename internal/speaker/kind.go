package speaker

import "strings"

// weigh adds what this mention says about the kind of its bearer.
func (r *reading) weigh(e *entity, n name, titled bool) {
	if titled {
		e.person += 3
		for i := n.run; i < n.first; i++ {
			switch r.tokens[i].Of(r.low) {
			case "mr", "sir", "lord", "king", "prince", "congressman", "councilman":
				e.male = true
			case "mrs", "ms", "miss", "dame", "lady", "queen", "princess", "congresswoman", "councilwoman":
				e.female = true
			}
		}
	}
	if w := r.tokens[n.end-1].Of(r.text); n.end-n.first == 2 && doubleBarrelled(w) {
		e.person++
	}
	if n.first > 0 && n.run == n.first {
		p := r.tokens[n.first-1]
		if p.Of(r.low) == "the" {
			if !r.modifies(n) {
				e.organization += 2
			}
		} else if p.is(roleNoun) && !p.is(capital) {
			e.person += 2
		}
	}
	if c := n.run - 1; c > 0 && n.end < len(r.tokens) && r.tokens[c].kind == comma && r.tokens[n.end].kind == comma && r.tokens[c-1].is(roleNoun) && !r.tokens[c-1].is(capital) {
		e.person += 2 // "his wife, Rosl,"
	}
	if p := n.run - 1; p >= 0 && r.titles(p) {
		e.organization += 4
	}
	words := r.weighWords(e, n)
	r.weighFirst(e, n, words, titled)
	r.weighForm(e, n, words, titled)
	r.weighBehind(e, n, words, titled)
}

// titles reports whether token i, or the small word behind it, brings in the title
// of a work: "a novel entitled Some Quiet Thing".
func (r *reading) titles(i int) bool {
	if i > 0 && r.tokens[i].is(capital) && r.tokens[i].is(determiner|preposition|coordinator) {
		i--
	}
	return hasWord("entitled titled ", r.tokens[i].Of(r.low))
}

// weighWords adds what the words of the name say, and returns how many they are.
func (r *reading) weighWords(e *entity, n name) int {
	words := 0
	if w := r.tokens[n.end-1].Of(r.text); fused(w) || n.end-n.first > 1 && len(w) > 1 && len(w) < 6 && !suffixed(w) && allCapitals(w) && !allCapitals(r.tokens[n.end-2].Of(r.text)) {
		e.organization += 2 // "ProAtlas", "Priorities TPA"
	}
	for i := n.first; i < n.end; i++ {
		t := r.tokens[i]
		if t.kind != word {
			if t.kind == other {
				e.organization += 3 // "Pell & Marsh"
			}
			continue
		}
		words++
		if i > n.first && t.Of(r.low) == "today" {
			e.organization += 3 // "Orvik Today"
		}
		if i > n.first+1 && i == n.end-1 && hasWord("show podcast hour ", t.Of(r.low)) {
			e.organization += 4 // "the Laura Vale Show"
		}
		if i > n.first && t.is(possessive) && !t.is(determiner) {
			e.organization += 3 // "Cotter’s End"
		}
		if i > n.first && (hasWord("for without against ", t.Of(r.low)) || t.is(coordinator) && !t.is(capital)) {
			e.organization += 3 // "Lanterns for Relief", "Amity Light and Power"
		}
		if t.is(orgNoun) && !t.is(firstName) && (i > n.first || n.end-n.first == 1 || r.tokens[i+1].is(preposition)) {
			e.organization += 2
		}
		if i > n.first && i == n.end-1 && corporate(t.Of(r.low)) && !r.tokens[n.first].is(firstName|initial|honorific) {
			e.organization += 2 // "Corvane Aero"
		}
		if i > n.first && i == n.end-1 && hasWord("state eve christmas easter studies ", t.Of(r.low)) && !r.tokens[n.first].is(firstName|honorific) {
			e.organization += 2 // "Hexley State", "Midsummer Eve"
		}
		if i > n.first && i == n.end-1 && plural(t.Of(r.low)) && role(t.Of(r.low)[:t.Len()-1])&roleNoun != 0 && !r.tokens[n.first].is(firstName) {
			e.organization += 2 // "Lombard Grocers"
		}
		if i == n.first && (t.is(placeName) && !t.is(firstName) || n.end-i > 1 && hasWord("port fort mount cape camp lake ", t.Of(r.low))) {
			e.organization += 2 // "Telsean", "Port Orvik"
		}
	}
	return words
}

// weighFirst adds what the first word says, of the sex too.
func (r *reading) weighFirst(e *entity, n name, words int, titled bool) {
	if t := r.tokens[n.first]; words == 1 && e.words == 1 && !titled && t.is(firstName) && !t.is(orgNoun|placeName|temporal|verbal|roleNoun) && r.byFirstName(n) {
		e.person++ // "Molly is seven."
		e.female = e.female || hasHer(t.Of(r.low))
		e.male = e.male || hasHis(t.Of(r.low))
	}
	if r.tokens[n.first].is(firstName) && words > 1 && !r.bodily(n, words) {
		e.person += 2
		e.female = e.female || hasHer(r.tokens[n.first].Of(r.low))
		e.male = e.male || hasHis(r.tokens[n.first].Of(r.low))
	}
	if t := r.tokens[n.first]; words > 1 && t.Len() > 3 && !t.is(firstName|orgNoun|placeName|initial) && !titled {
		w := t.Of(r.low)
		switch {
		case w[len(w)-1] == 'a' || w[len(w)-2:] == "ie" || w[len(w)-4:] == "ette" || w[len(w)-4:] == "elle":
			e.form = 1
		case w[len(w)-1] == 'o' || w[len(w)-2:] == "us":
			e.form = -1
		}
	}
}

// bodily reports whether the last word of the name can only be a body’s, so that
// its first one is no first name: "Clement Regional Medical Center".
func (r *reading) bodily(n name, words int) bool {
	w := r.tokens[n.end-1].Of(r.low)
	return words > 2 && hasWord("center centre hospital university college institute foundation association committee council commission department agency corporation company group channel partnership network ", w) ||
		hasWord("pharmaceuticals industries airlines airways technologies university college partnership ", w)
}

// byFirstName reports whether the name, one word, stands where somebody is called by
// the first name: in the middle of a sentence, or before a verb or a comma.
func (r *reading) byFirstName(n name) bool {
	if n.run != n.first || n.end >= len(r.tokens) || r.tokens[n.end].is(capital) || n.first > 0 && r.tokens[n.first-1].is(preposition|coordinator) {
		return false
	}
	v := r.tokens[n.end]
	return v.is(auxiliary|verbal) || v.frame != 0 && (v.form == past || v.form == present) || v.kind == comma && n.first > 0 && r.tokens[n.first-1].kind == comma
}

// weighForm adds what the length and the capitals of the name say, and what it
// is part of.
func (r *reading) weighForm(e *entity, n name, words int, titled bool) {
	if words == 1 && !titled {
		r.weighSingle(e, n)
	}
	if w := r.tokens[n.first].Of(r.text); words > 1 && !titled && len(w) > 2 && len(w) < 6 && allCapitals(w) && !allCapitals(r.tokens[n.end-1].Of(r.text)) && !r.tokens[n.first].is(firstName|honorific|roleNoun|particle) {
		e.organization += 2 // "BBN Breakfast"
	}
	if r.inPost(n) {
		e.organization += 3
	}
	if v := n.end; v < len(r.tokens) && words > 1 && !r.tokens[n.first].is(firstName) && r.tokens[v].Of(r.low) == "that" && v+1 < len(r.tokens) && (r.tokens[v+1].is(auxiliary|verbal) || r.tokens[v+1].form == past) {
		e.organization++ // "It was Dura Heritage that found her"
	}
	if words > 1 && !titled && r.shouted(n) {
		e.organization += 2
	}
	if words > 5 {
		e.organization += 2
	}
}

// weighBehind adds what follows the name: "who", an age, "which".
func (r *reading) weighBehind(e *entity, n name, words int, titled bool) {
	if v := n.end; v+2 < len(r.tokens) {
		switch {
		case r.tokens[v].Of(r.low) == "who":
			e.person++
		case r.tokens[v].kind != comma:
		case r.tokens[v+1].is(numeral) && r.tokens[v+1].Len() <= 5 && !r.tokens[v+1].is(temporal) && r.tokens[v+2].kind == comma && plausibleAge(r.tokens[v+1].Of(r.low)):
			e.person += 2 // "Kai, 14,"
		case r.tokens[v+1].Of(r.low) == "which" && words > 1 && !titled && !r.tokens[n.first].is(firstName) && (n.run == 0 || !r.tokens[n.run-1].is(preposition)):
			e.organization += 2
		}
	}
}

// inPost reports whether the name is the last part of what a post is over:
// "Minister of Water and Rural Works".
func (r *reading) inPost(n name) bool {
	i := n.run - 1
	if i < 3 || r.tokens[i].Of(r.low) != "and" {
		return false
	}
	for i--; i > 1 && r.tokens[i].is(capital) && r.tokens[i].kind == word && !r.tokens[i].is(firstName); i-- {
	}
	return hasWord("of for ", r.tokens[i].Of(r.low)) && r.tokens[i-1].is(roleNoun) && r.tokens[i-1].is(capital)
}

// weighSingle adds what speaks for a body in a name of one word.
func (r *reading) weighSingle(e *entity, n name) {
	t := r.tokens[n.first]
	if t.is(firstName|initial) || e.words > 1 {
		return
	}
	if w := t.Of(r.text); len(w) > 1 && len(w) < 7 && allCapitals(w) && n.first > 0 && n.end < len(r.tokens) && !allCapitals(r.tokens[n.first-1].Of(r.text)) && !allCapitals(r.tokens[n.end].Of(r.text)) {
		e.organization += 2 // "TPA"
	}
}

// plausibleAge reports whether w, which is a number, can be somebody’s age and is
// no year.
func plausibleAge(w string) bool { return len(w) < 3 || w[0] > '9' }

// doubleBarrelled reports whether the word joins two names with a hyphen.
func doubleBarrelled(w string) bool {
	i := lastHyphen(w)
	return i > 2 && i+3 < len(w) && 'A' <= w[i+1] && w[i+1] <= 'Z' && 'a' <= w[1] && w[1] <= 'z'
}

// fused reports whether a capital stands inside the word that no prefix of a
// surname explains: "ProAtlas", but not "McHale".
func fused(w string) bool {
	for i := 1; i < len(w); i++ {
		if 'A' <= w[i] && w[i] <= 'Z' && 'a' <= w[i-1] && w[i-1] <= 'z' {
			return i > 2 && w[:i] != "Mac" && w[:i] != "Fitz" && w[:i] != "Van" && w[:i] != "Von" && givenName(lower(w[:i])) == 0
		}
	}
	return false
}

// suffixed reports whether w counts the bearers of a name: "III".
func suffixed(w string) bool {
	return w == "II" || w == "III" || w == "IV" || w == "JR" || w == "SR" || w == "KC" || w == "QC" || w == "MP" || w == "OBE" || w == "CBE" || w == "MBE"
}

// settleKinds weighs how often each name is given in full: a person is soon
// called by the surname, a body seldom by its last word.
func (r *reading) settleKinds() {
	for _, n := range r.names {
		e := &r.entities[n.entity]
		switch words := n.end - n.first; {
		case words == e.words:
			e.inFull++
		case words == 1 && r.tokens[n.first].Of(r.text) == e.surname && !r.tokens[n.first].is(orgNoun) && (n.first == 0 || r.tokens[n.first-1].Of(r.low) != "the"):
			e.short++
		}
	}
	for i := range r.entities {
		e := &r.entities[i]
		switch {
		case e.words < 2:
		case e.short > 0 && e.organization < 4:
			e.person += min(e.short, 2)
		case e.inFull > 2 && e.short == 0 && e.person == 0:
			e.organization++
		}
	}
}

// joinShortForms makes the first words of a firm’s name, where they stand alone,
// stand for the firm: "Lumen Harbor" for Lumen Harbor Energy.
func (r *reading) joinShortForms() {
	for i := range r.entities[:min(len(r.entities), maxCandidates)] {
		e := &r.entities[i]
		if e.words > 2 || e.person > 1 && e.words == 1 || e.organization > 3 || r.tokens[r.names[e.first].first].is(firstName|placeName) {
			continue
		}
		short := e.name.Of(r.text)
		for k := range r.entities[:min(len(r.entities), maxCandidates)] {
			if l := &r.entities[k]; l.words > e.words && l.words < e.words+3 && l.organization > 1 && !l.isPerson() && strings.HasPrefix(l.name.Of(r.text), short+" ") && firmly(l.name.Of(r.low)) {
				e.longer = k + 1
				l.mentions += e.mentions
				break
			}
		}
	}
}

// firmly reports whether the last word of a name, in lower case, is one that firms
// put behind the word that they are called by.
func firmly(name string) bool {
	last := name[strings.LastIndexByte(name, ' ')+1:]
	return corporate(last) || hasWord("industries energy group holdings bank airlines airways motors pharmaceuticals technologies software partners associates brothers capital insurance railways company corporation inc corp ltd plc systems services media studios oil gas electric ", last)
}

// settleSexes guesses whether those are women or men of whom neither first name
// nor form of address nor role tells, by the end of the first name and by what
// pronouns follow in a sentence that they open: "Rosario Vale, who left her
// job".
func (r *reading) settleSexes() {
	for _, u := range r.units {
		r.leanings(u)
	}
	for i := range r.entities {
		e := &r.entities[i]
		if e.female || e.male || e.form*e.leaning < 0 {
			continue
		}
		e.female, e.male = e.form > 0 || e.leaning > 1, e.form < 0 || e.leaning < -1
	}
}

// leanings notes the pronouns of the unit behind the person whom it opens with.
func (r *reading) leanings(u unit) {
	subject := -1
	for i := u.first; i < u.end; i++ {
		t := r.tokens[i]
		if t.kind == quote || t.kind == semicolon || t.kind == colon {
			return
		}
		if t.name >= 0 {
			n := r.names[t.name]
			if i != n.first || !r.entities[n.entity].isPerson() {
				continue
			}
			if subject >= 0 && subject != n.entity || subject < 0 && n.run > u.first && r.tokens[n.run-1].is(preposition) {
				return
			}
			subject = n.entity
			continue
		}
		if subject < 0 || t.kind != word {
			continue
		}
		switch t.Of(r.low) {
		case "his", "himself", "he":
			r.entities[subject].leaning--
		case "herself", "she":
			r.entities[subject].leaning++
		case "her":
			if n := i + 1; n < u.end && r.tokens[n].kind == word && !r.tokens[n].is(preposition|adverb|that|to|determiner|temporal|coordinator) {
				r.entities[subject].leaning++
			}
		}
	}
}

// shouted reports whether the name is set in capitals throughout, as the names
// of bodies and crossheads are: "UNITE HERE".
func (r *reading) shouted(n name) bool {
	for i := n.first; i < n.end; i++ {
		if t := r.tokens[i]; t.kind == word && (t.is(firstName) || !allCapitals(t.Of(r.text))) {
			return false
		}
	}
	return true
}

// modifies reports whether a common noun follows the name: "the Vale campaign".
func (r *reading) modifies(n name) bool {
	if n.end >= len(r.tokens) {
		return false
	}
	t := r.tokens[n.end]
	return t.kind == word && !t.is(capital|preposition|auxiliary|coordinator|subordinator|relative|adverb|possessive|that|to|pronoun|determiner) && (t.frame == 0 || t.form == base) && !t.is(verbal)
}
