package speaker

import (
	"strings"

	"onrecord/internal/text"
)

// entity is what one or several names stand for.
type entity struct {
	name    text.Span // fullest form
	words   int
	given   string
	surname string
	// person and organization count what speaks for either.
	person, organization int
	middle               bool // met with a capital where one is not due anyway
	roles                []text.Span
	lesser               text.Span // what else is said of the bearer; told where no role is
	mentions             int
	first                int // index of its first name
	inFull, short        int // mentions by all the words, and by the surname alone
	female, male         bool
	she, he              bool // what a pronoun has called somebody of unknown sex
	bare                 int  // mentions by the surname alone so far
	longer               int  // one more than the index of the body whose name goes on from this one
	form, leaning        int  // what the form of the name and its sentences suggest: a woman above 0, a man below
}

// isPerson weighs the evidence.
func (e *entity) isPerson() bool {
	if e.words > 1 {
		return e.person >= e.organization
	}
	return e.person > 0 && e.person >= e.organization
}

// ofSex returns the entity i, or another of its surname where the form of
// address before the name n speaks against i: "Mrs. Vale"; -1 where that is of
// somebody new.
func (r *reading) ofSex(i int, n name) int {
	if n.run == n.first {
		return i
	}
	female := false
	switch r.tokens[n.run].Of(r.low) {
	case "mrs", "ms", "miss", "lady", "dame":
		female = true
	case "mr", "sir", "lord":
	default:
		return i
	}
	if e := &r.entities[i]; e.bare > 0 && (female && e.female && !e.male || !female && e.male && !e.female) {
		return i
	}
	other := -1
	for j := len(r.entities) - 1; j >= max(0, len(r.entities)-maxCandidates); j-- {
		e := &r.entities[j]
		if e.surname != r.entities[i].surname {
			continue
		}
		if female && e.female && !e.male || !female && e.male && !e.female {
			return j
		}
		if other < 0 && (female && !e.male || !female && !e.female) {
			other = j
		}
	}
	if other >= 0 {
		return other
	}
	if e := &r.entities[i]; female && e.male && !e.female || !female && e.female && !e.male {
		return -1 // Lady Vale, when only Tomas Vale has been met
	}
	return i
}

// abbreviated returns the body whose name the letters n stand for: behind it in
// brackets, "the National Seismic Service (NSS)", or wherever its initials are
// theirs; -1 for none.
func (r *reading) abbreviated(n name) int {
	t := r.tokens[n.first]
	w := t.Of(r.text)
	if len(w) < 2 || len(w) > 9 || !capitalLetters(w) {
		return -1
	}
	if i := n.first - 1; i > 0 && n.end < len(r.tokens) && r.tokens[i].kind == bracket && r.tokens[n.end].kind == bracket && r.tokens[i-1].name >= 0 {
		m := r.names[r.tokens[i-1].name]
		if e := &r.entities[m.entity]; m.end == i && e.words > 1 && e.name.Of(r.text)[0] == w[0] {
			e.organization += 3
			return m.entity
		}
	}
	for i := len(r.entities) - 1; i >= max(0, len(r.entities)-maxCandidates); i-- {
		if e := &r.entities[i]; e.words > 2 && !e.isPerson() && (initials(e.name.Of(r.text), w) || initials(beforeAnd(e.name.Of(r.text)), w)) {
			return i
		}
	}
	return -1
}

// beforeAnd returns the first half of a name: abbreviations leave "and Prevention" out.
func beforeAnd(name string) string {
	first, _, _ := strings.Cut(name, " and ")
	return first
}

// capitalLetters reports whether w is made of capitals, perhaps with points.
func capitalLetters(w string) bool {
	for i := range len(w) {
		if (w[i] < 'A' || w[i] > 'Z') && (w[i] != '.' || i == 0) {
			return false
		}
	}
	return true
}

// initials reports whether the capitals that words of the name begin with are the
// letters of w.
func initials(name, w string) bool {
	k := 0
	for i := range len(name) {
		if c := name[i]; 'A' <= c && c <= 'Z' && (i == 0 || name[i-1] == ' ') {
			for k < len(w) && w[k] == '.' {
				k++
			}
			if k == len(w) || w[k] != c {
				return false
			}
			k++
		}
	}
	return k > 1 && k >= len(w)-1 && (k == len(w) || w[k] == '.')
}

// sharesEnd reports whether the name n, of a person by its look, ends with the
// whole of the name of e or is the end of it: "Joy Harden Vale", "Harden Vale".
func (r *reading) sharesEnd(e *entity, n name) bool {
	long, short := r.span(n.first, n.end).Of(r.text), e.name.Of(r.text)
	if len(long) < len(short) {
		long, short = short, long
	}
	return min(e.words, n.end-n.first) > 1 && e.words != n.end-n.first && e.organization == 0 && !r.organized(n.first, n.end) && strings.HasSuffix(long, " "+short)
}

// givenCapital reports whether w is a first name.
func givenCapital(w string) bool { return givenName(lower(w)) != 0 }

// bear makes the entity i the one that the surname alone stands for, unless that has
// stood for another already: a relative who is brought in later keeps the first
// name.
func (r *reading) bear(surname string, i int) {
	if k, ok := r.bySurname[surname]; ok && k != i && r.entities[k].bare > 0 && r.entities[k].isPerson() {
		return
	}
	r.bySurname[surname] = i
}

// entityOf finds or makes the bearer of a name.
func (r *reading) entityOf(n name) int {
	span := r.span(n.first, n.end)
	if w := r.tokens[n.end-1].Of(r.low); (w == "jr" || w == "sr") && span.End < len(r.text) && r.text[span.End] == '.' {
		span.End++
	}
	full := span.Of(r.text)
	if i, ok := r.byName[full]; ok {
		r.bear(r.entities[i].surname, i)
		return i
	}
	last := n.end - 1
	for last > n.first+1 && (r.tokens[last].Of(r.low) == "jr" || r.tokens[last].Of(r.low) == "sr" || r.tokens[last].Of(r.low) == "ii" || r.tokens[last].Of(r.low) == "iii") {
		last--
	}
	surname, given := r.tokens[last].Of(r.text), r.tokens[n.first].Of(r.text)
	words := n.end - n.first
	if words == 1 {
		if i := r.abbreviated(n); i >= 0 {
			r.byName[full] = i
			return i
		}
		i, known := r.bySurname[full]
		if known {
			if i = r.ofSex(i, n); i >= 0 {
				r.entities[i].bare++
				return i
			}
		}
		if i, ok := r.byGiven[full]; ok && !known {
			return i
		}
		if t := r.tokens[n.first]; t.is(orgNoun) && !t.is(firstName) {
			if i := r.bodyOf(t.Of(r.low)); i >= 0 {
				return i // "the Association"
			}
		}
	} else if i, ok := r.bySurname[surname]; ok {
		e := &r.entities[i]
		if r.tokens[n.first].is(particle) && words < e.words {
			return i // "Van der Meer"
		}
		if r.sharesEnd(e, n) {
			if r.tokens[n.first].is(firstName) == givenCapital(e.given) && words > e.words || r.tokens[n.first].is(firstName) && !givenCapital(e.given) {
				e.name, e.words, e.given = span, words, given
				r.byGiven[given] = i
			}
			r.byName[full] = i
			return i
		}
		if e.given == given || e.words == 1 && !(e.organization > e.person && r.tokens[n.first].is(firstName) && !e.isPerson()) {
			if words > e.words {
				e.name, e.words, e.given = span, words, given
				r.byGiven[given] = i
			}
			r.byName[full] = i
			return i
		}
	}
	if t := r.tokens[n.first]; words > 1 && (t.is(firstName) || words == 2 && !t.is(placeName|orgNoun|roleNoun|honorific|demonym) && !r.organized(n.first, n.end)) {
		// "Rhoda", who turns out to be Rhoda Vale
		if i, ok := r.byName[given]; ok && r.entities[i].words == 1 && r.entities[i].organization == 0 && (t.is(firstName) || r.entities[i].middle) {
			e := &r.entities[i]
			e.name, e.words, e.given, e.surname = span, words, given, surname
			r.byName[full], r.bySurname[surname], r.byGiven[given] = i, i, i
			return i
		}
	}
	i := len(r.entities)
	r.entities = append(r.entities, entity{name: span, words: words, given: given, surname: surname, first: len(r.names)})
	r.byName[full] = i
	r.bear(surname, i)
	if words > 1 {
		r.byGiven[given] = i
	}
	return i
}
