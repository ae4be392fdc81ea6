package speaker

// broughtIn returns the phrase of the sentence before the unit k that brings
// somebody in without a name, as the person named in the unit k then is: "There
// was also a diver." "Among them was the mayor’s wife." It ends with its head.
func (r *reading) broughtIn(k int) phrase {
	if k == 0 || r.units[k].paragraph-r.units[k-1].paragraph > 1 {
		return phrase{}
	}
	u := r.units[k-1]
	for j := r.ended(u) - 1; j > u.first; j-- {
		t := r.tokens[j]
		if t.name >= 0 {
			if n := r.names[t.name]; n.run == j && !(n.end < u.end && r.tokens[n.end].is(possessive)) && r.entities[n.entity].isPerson() {
				return phrase{} // who may be meant
			}
			continue
		}
		if t.kind != word || !t.is(roleNoun) || plural(t.Of(r.low)) || attendant(t.Of(r.low)) || r.bears(t.Of(r.low)) {
			continue
		}
		if p := r.bringsIn(u, j); p.first < p.end {
			return p
		}
	}
	return phrase{}
}

// bringsIn returns the phrase whose head is the role at token j, if its sentence u
// introduces its bearer.
func (r *reading) bringsIn(u unit, j int) phrase {
	last := j+1 >= r.ended(u)
	if n := r.tokens[min(j+1, len(r.tokens)-1)]; !last && (n.name >= 0 || n.is(roleNoun|possessive|orgNoun) || n.kind == word && n.is(capital) || n.kind == comma && j+2 < u.end && r.tokens[j+2].name >= 0) {
		return phrase{}
	} else if !last && n.kind == word && n.frame == 0 && !n.is(preposition|auxiliary|relative|adverb|coordinator|verbal|subordinator|temporal) {
		return phrase{} // "the mayor’s executive powers"
	}
	i := j
	for i > u.first && i > j-4 && r.tokens[i-1].kind == word && !r.tokens[i-1].is(determiner|possessive|preposition|auxiliary|pronoun|coordinator) && (r.tokens[i-1].frame == 0 || r.tokens[i-1].is(rolePrefix)) {
		i--
	}
	if i <= u.first {
		return phrase{}
	}
	d := r.tokens[i-1]
	b := token{}
	if i-2 >= u.first {
		b = r.tokens[i-2]
	}
	end, scene := r.overEnd(j+1), onScene(r.tokens[j].Of(r.low))
	switch {
	case d.is(possessive) && !d.is(determiner) && b.name >= 0: // "Orvik’s coach"
		return phrase{r.names[b.name].run, end}
	case d.is(possessive) && !d.is(determiner) && b.is(roleNoun|orgNoun|groupNoun): // "the mayor’s wife"
		first := i - 2
		for first > u.first && r.tokens[first-1].kind == word && !r.tokens[first-1].is(determiner|possessive|preposition|auxiliary|pronoun|coordinator|verbal) && r.tokens[first-1].frame == 0 {
			first--
		}
		return phrase{first, end}
	case hasWord("its their ", d.Of(r.low)) && !scene:
		if r.tokens[i].Of(r.low) == "own" {
			i++ // "its own director"
		}
		return phrase{i, end}
	case hasWord("a an ", d.Of(r.low)) && r.presentative(u, i-1):
		return phrase{i, end}
	case hasWord("a an the ", d.Of(r.low)) && i-3 > u.first && b.is(to) && hasWord("married engaged ", r.tokens[i-3].Of(r.low)):
		return phrase{i, end}
	case d.Of(r.low) == "the" && last && !scene && (b.is(to) || b.is(verbal)):
		return phrase{i, end} // "took the sheet to the principal."
	}
	return phrase{}
}

// presentative reports whether what stands before token i says no more than that
// somebody is there: "It was", "There is also", "Enter".
func (r *reading) presentative(u unit, i int) bool {
	k := i - 1
	for k > u.first && r.tokens[k].is(adverb) {
		k--
	}
	switch {
	case k >= u.first && isBe(r.tokens[k].Of(r.low)):
		k--
		for k > u.first && r.tokens[k].is(adverb) {
			k--
		}
		return k >= u.first && hasWord("it there ", r.tokens[k].Of(r.low)) || r.tokens[u.first].Of(r.low) == "among" || r.nameless(u.first, k+1)
	case hasWord("enter enters ", r.tokens[u.first].Of(r.low)):
		return true
	}
	return false
}

// nameless reports whether the tokens [first, end) tell of somebody without a name:
// "Her opponent", "The tenant".
func (r *reading) nameless(first, end int) bool {
	if first >= end || end-first > 6 || !r.tokens[first].is(determiner) || r.tokens[first].is(numeral) || !r.headed(first, end) {
		return false
	}
	for k := first; k < end; k++ {
		if r.tokens[k].kind != word || r.tokens[k].name >= 0 {
			return false
		}
	}
	return true
}

// onScene reports whether w, in lower case, is for one of those who are about in
// every story, and of whom the next one named is not meant.
func onScene(w string) bool {
	return hasWord("judge magistrate coroner prosecutor juror defendant victim suspect driver passenger caller reporter presenter interviewer interpreter translator moderator referee host player opponent candidate employee worker patient teacher doctor president premier minister chancellor king queen pope governor commissioner chairman leader boy girl child son daughter mother father wife husband winner star head chief general independent democrat republican conservative liberal ", w)
}
