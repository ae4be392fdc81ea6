package speaker

// protagonist returns the person whom the article is about from end to end, so that
// a paragraph may open with a pronoun for him or her whoever spoke before: the one
// whose death, or whose talk with the writer, it tells of; -1 where it is about
// none.
func (r *reading) protagonist() int {
	if len(r.units) < 4 || r.direct {
		return -1
	}
	first := -1
	for k := 0; k < min(len(r.units), 3) && first < 0; k++ {
		u := r.units[k]
		for i := u.first; i < u.end; i++ {
			if t := r.tokens[i]; t.name >= 0 && r.names[t.name].first == i {
				if e := &r.entities[r.names[t.name].entity]; e.isPerson() && e.words > 1 && e.person > 0 {
					first = r.names[t.name].entity
				}
				break
			}
		}
	}
	if first < 0 || r.entities[first].mentions < 3 || !r.obituary() && !r.firstHand() {
		return -1
	}
	return first
}

// obituary reports whether the first sentences say that somebody has died.
func (r *reading) obituary() bool {
	for i, t := range r.tokens[:min(len(r.tokens), 150)] {
		if t.Of(r.low) == "died" && i > 0 && (r.tokens[i-1].Of(r.low) == "has" || r.tokens[i-1].Of(r.low) == "who" || i+1 < len(r.tokens) && hasWord("aged on in at ", r.tokens[i+1].Of(r.low))) {
			return true
		}
	}
	return false
}

// firstHand reports whether the writer speaks of himself or herself, as one does who
// has met somebody to talk.
func (r *reading) firstHand() bool {
	met := 0
	for _, t := range r.tokens[:min(len(r.tokens), 2000)] {
		if t.kind == word && t.name < 0 && hasWord("i me ", t.Of(r.low)) && t.Len() < 3 {
			met++
		}
	}
	return met > 1
}

// resumeHero makes the pronoun that opens a paragraph stand for the protagonist.
func (r *reading) resumeHero(u unit) {
	if u.lead {
		r.heroAlone = true
	}
	if r.hero == 0 || u.first >= u.end || !r.heroAlone {
		return
	}
	t := r.tokens[u.first]
	if w := subjectForm(t.Of(r.low)); t.kind == word && (w == "he" || w == "she" || w == "his") {
		if w == "his" {
			w = "he"
		}
		if r.fits(r.hero-1, w) {
			r.attend(r.named(r.hero - 1))
		}
	}
	for _, t := range r.tokens[u.first:u.end] {
		if t.name >= 0 && r.names[t.name].entity != r.hero-1 && r.entities[r.names[t.name].entity].isPerson() && r.entities[r.names[t.name].entity].person > 0 {
			r.heroAlone = false // somebody else can be meant by the next
		}
	}
}
