package speaker

import (
	_ "embed"
)

// label says what a token is to the reports of its unit.
type label uint8

const (
	outside label = iota
	begins        // first token of what is reported
	within        // a further token of it
	reports       // a word that says that something is reported

	labels  = 4
	nothing = labels // before the first token of a unit
)

// model.bin holds the weights of the tagger: slots of five bytes, a mark of the
// feature whose slot it is, 0 where it is empty, and its weight for each label,
// signed, in units of weightUnit. It is read as it lies. TestMain trains it: go
// test -v ./internal/speaker -train.
//
//go:embed model.bin
var model string

const (
	slotBits   = 17
	slots      = 1 << slotBits
	slotSize   = 1 + labels
	probes     = 4 // slots that a feature may be in
	weightUnit = 1.0 / 24
)

// slotOf returns the first slot of a feature and the mark it has there.
func slotOf(feature uint32) (slot int, mark byte) {
	return int(feature >> (32 - slotBits)), max(1, byte(feature))
}

// weigh adds the weights of a feature to score.
func weigh(feature uint32, score *[labels]int32) {
	slot, mark := slotOf(feature)
	for range probes {
		w := model[slot*slotSize : slot*slotSize+slotSize]
		if w[0] == mark {
			for y := range labels {
				score[y] += int32(int8(w[1+y]))
			}
			return
		}
		if w[0] == 0 {
			return
		}
		slot = (slot + 1) % slots
	}
}

// sign is what the tagger sees of one token.
type sign struct {
	word    uint32 // the word itself, or a stand-in for names and numbers
	lemma   uint32 // of a reporting verb
	frame   frame
	form    form
	class   uint8
	grammar label // what the grammar makes of it
	// left and right are the next reporting verbs on either side within the
	// unit, counted from its first token, -1 where there is none.
	left, right int16
	// reach is where the clause that the left verb governs ends.
	reach int16
	// subject says who the subject of a reporting verb is.
	subject subjectKind
	commas  uint8 // commas in the unit up to here
	after   uint8 // class of the token behind the next comma
	resume  uint8 // and of the one behind that
	thats   uint8
}

type subjectKind uint8

const (
	noSubject subjectKind = iota
	unknownSubject
	personSubject
	bodySubject
	peopleSubject
	thingSubject
)

// tagger holds what one unit’s tagging needs, so that the next reuses it.
type tagger struct {
	signs []sign
	rows  []uint32
	own   [][labels]int32             // scores of the labels of each token
	after [][labels + 1][labels]int32 // and by the label before it
	best  [][labels]int32
	from  [][labels]label
	out   []label
	// watch, if set, is shown every unit instead of tagging it.
	watch func(u unit, t *tagger)
}

// The classes that a token is told by.
const (
	classComma uint8 = iota + 1
	classColon
	classSemicolon
	classDash
	classStop
	classSpeech
	classEndedSpeech
	classScare
	classBracket
	classMark
	classPerson
	classBody
	classPronoun
	classObjective
	classOwner
	classPossessive
	classThat
	classTo
	classRelative
	classInterrogative
	classSubordinator
	classAnd
	classBut
	classOf
	classPreposition
	classNegation
	classBe
	classHave
	classDo
	classModal
	classDeterminer
	classNumeral
	classTemporal
	classAdverb
	classVerb // five of them, one for each form
	_
	_
	_
	_
	_
	classAttitude
	classVerbal
	classGerund
	classPast
	classGroup
	classRole
	classOrganization
	classMedium
	classCapital
	classPlural
	classNoun
)

// classOf tells token i by what it is.
func (r *reading) classOf(i int) uint8 {
	t := r.tokens[i]
	switch t.kind {
	case comma:
		return classComma
	case colon:
		return classColon
	case semicolon:
		return classSemicolon
	case dash:
		return classDash
	case stop:
		return classStop
	case bracket:
		return classBracket
	case other:
		return classMark
	case quote:
		q := r.quotes[t.quote].Inner
		if q.Len() > 0 {
			switch r.text[q.End-1] {
			case ',', '.', '!', '?':
				return classEndedSpeech
			}
		}
		if q.Len() >= 30 {
			return classSpeech
		}
		return classScare
	}
	if t.name >= 0 {
		if r.entities[r.names[t.name].entity].isPerson() {
			return classPerson
		}
		return classBody
	}
	return r.classOfWord(t)
}

// classOfWord tells a word that is no name by what it is.
func (r *reading) classOfWord(t token) uint8 {
	w := t.Of(r.low)
	switch {
	case t.is(pronoun):
		return classPronoun
	case t.is(determiner) && t.is(possessive):
		return classOwner
	case t.is(objective):
		return classObjective
	case t.is(possessive):
		return classPossessive
	case t.is(that):
		return classThat
	case t.is(to):
		return classTo
	case t.is(relative):
		return classRelative
	case t.is(interrogative):
		return classInterrogative
	case t.is(subordinator):
		return classSubordinator
	case t.is(coordinator):
		if w == "and" || w == "or" {
			return classAnd
		}
		return classBut
	case w == "of":
		return classOf
	case t.is(negation):
		return classNegation
	case t.is(auxiliary):
		switch {
		case isBe(w) || w == "’s" || w == "'s":
			return classBe
		case hasWord("has have had having ", w):
			return classHave
		case hasWord("do does did done ", w):
			return classDo
		}
		return classModal
	case t.is(temporal):
		return classTemporal
	case t.is(preposition):
		return classPreposition
	case t.is(numeral):
		return classNumeral
	case t.is(determiner):
		return classDeterminer
	case t.frame == adjectival:
		return classAttitude
	case t.frame != 0 && t.form != noForm && !(t.is(roleNoun) && t.form == base):
		return classVerb + uint8(t.form) - 1
	case t.is(adverb):
		return classAdverb
	case t.is(groupNoun):
		return classGroup
	case t.is(roleNoun):
		return classRole
	case t.is(orgNoun):
		return classOrganization
	case t.is(medium):
		return classMedium
	case len(w) > 5 && w[len(w)-3:] == "ing":
		return classGerund
	case t.is(verbal) && len(w) > 3 && w[len(w)-2:] == "ed":
		return classPast
	case t.is(verbal):
		return classVerbal
	case t.is(capital) && !t.is(opening):
		return classCapital
	case plural(w):
		return classPlural
	}
	return classNoun
}

// hash mixes the parts of a feature.
func hash(parts ...uint32) uint32 {
	h := uint32(2166136261)
	for _, p := range parts {
		h = (h ^ p) * 16777619
		h ^= h >> 15
	}
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return h ^ h>>16
}

func hashWord(w string) uint32 {
	h := uint32(2166136261)
	for i := range len(w) {
		h = (h ^ uint32(w[i])) * 16777619
	}
	return h
}

// observe fills the signs of the unit; the reports from before on are the
// grammar’s.
func (r *reading) observe(u unit, before int) {
	t := &r.tagger
	limit := r.ended(u)
	n := limit - u.first
	t.signs = t.signs[:0]
	left, commas, thats := int16(-1), uint8(0), uint8(0)
	reach := int16(-1)
	for i := u.first; i < limit; i++ {
		tok := r.tokens[i]
		s := sign{class: r.classOf(i), left: left, right: -1, reach: reach, commas: commas, thats: thats}
		switch {
		case tok.kind != word || tok.name >= 0 || s.class == classNumeral || s.class == classCapital:
			s.word = uint32(s.class)
		default:
			s.word = hashWord(tok.Of(r.low))
		}
		switch s.class {
		case classComma:
			commas++
		case classThat:
			thats++
		}
		if s.class >= classVerb && s.class < classVerb+5 || s.class == classAttitude {
			s.frame, s.form = tok.frame, tok.form
			l, _, _ := lemmatize(tok.Of(r.low))
			s.lemma = hashWord(l)
			s.subject = r.subjectKind(u, i)
			left = int16(i - u.first)
			reach = int16(r.clauseEnd(u, i+1, limit, tok) - u.first)
			for k := len(t.signs) - 1; k >= 0 && t.signs[k].right < 0; k-- {
				t.signs[k].right = left
			}
		}
		t.signs = append(t.signs, s)
	}
	after, resume := uint8(0), uint8(0)
	for k := len(t.signs) - 1; k >= 0; k-- {
		s := &t.signs[k]
		s.after, s.resume = after, resume
		if s.class == classComma || s.class == classDash || s.class == classBracket {
			after, resume = t.at(k+1).class, after
		}
	}
	for _, rep := range r.reports[before:] {
		r.noteSpan(u, n, rep)
	}
}

// noteSpan marks the tokens of what the grammar found.
func (r *reading) noteSpan(u unit, n int, rep report) {
	first := true
	for k := range n {
		p := r.tokens[u.first+k]
		switch {
		case p.End > rep.content.Start && p.Start < rep.content.End:
			r.tagger.signs[k].grammar = within
			if first {
				r.tagger.signs[k].grammar = begins
			}
			first = false
		case p.Start >= rep.cue.Start && p.End <= rep.cue.End && rep.cue.Len() > 0:
			r.tagger.signs[k].grammar = reports
		}
	}
}

func (r *reading) subjectKind(u unit, v int) subjectKind {
	s, from := r.subject(u, v)
	switch {
	case !s.known() && from == v:
		return noSubject
	case !s.known():
		return unknownSubject
	case s.kind == Person:
		return personSubject
	case s.kind == Organization:
		return bodySubject
	case r.animate(s):
		return peopleSubject
	}
	return thingSubject
}

// at returns the sign k of the unit; beyond its borders an empty one.
func (t *tagger) at(k int) *sign {
	if k < 0 || k >= len(t.signs) {
		return &beyond
	}
	return &t.signs[k]
}

var beyond = sign{grammar: nothing, left: -1, right: -1}

func bucket(n int) uint32 {
	switch {
	case n <= 3:
		return uint32(n)
	case n <= 5:
		return 4
	case n <= 9:
		return 5
	case n <= 16:
		return 6
	}
	return 7
}

// features returns the features of token k.
func (t *tagger) features(k int) []uint32 {
	t.rows = t.rows[:0]
	t.neighbours(k)
	t.grammars(k)
	t.pauses(k)
	t.leftVerb(k)
	t.rightVerb(k)
	return t.rows
}

func (t *tagger) add(parts ...uint32) { t.rows = append(t.rows, hash(parts...)) }

func (s *sign) kind() uint32 { return uint32(s.class) }

// verb says how the sign reports: with what frame, in what form.
func (s *sign) verb() uint32 { return uint32(s.frame)<<4 | uint32(s.form) }

// pause reports whether the token is a mark that a clause may end with.
func (s *sign) pause() bool {
	return s.class == classComma || s.class == classDash || s.class == classBracket
}

// neighbours adds what the token and those around it are.
func (t *tagger) neighbours(k int) {
	a, b, c, d, e := t.at(k-2), t.at(k-1), t.at(k), t.at(k+1), t.at(k+2)
	t.add(1)
	t.add(2, c.kind())
	t.add(3, b.kind(), c.kind())
	t.add(4, c.kind(), d.kind())
	t.add(5, b.kind(), c.kind(), d.kind())
	t.add(6, a.kind(), b.kind(), c.kind())
	t.add(7, c.kind(), d.kind(), e.kind())
	t.add(8, c.word)
	t.add(9, b.word)
	t.add(10, d.word)
	t.add(11, b.word, c.word)
	t.add(12, c.word, d.word)
	t.add(13, a.word)
	t.add(19, c.verb())
	t.add(20, c.verb(), uint32(c.subject))
	t.add(21, c.lemma, uint32(c.form))
	t.add(22, c.lemma, d.kind())
	t.add(23, c.verb(), d.kind())
	t.add(24, c.verb(), uint32(c.subject), d.kind())
	t.add(25, t.edge(k), c.kind())
}

// edge says whether token k is the first or the last of the unit.
func (t *tagger) edge(k int) uint32 {
	switch k {
	case 0:
		return 1
	case len(t.signs) - 1:
		return 2
	}
	return 0
}

// around is what the grammar makes of token k and its neighbours.
func (t *tagger) around(k int) uint32 {
	return uint32(t.at(k-1).grammar)<<8 | uint32(t.at(k).grammar)<<4 | uint32(t.at(k+1).grammar)
}

func (t *tagger) grammars(k int) {
	g := t.around(k)
	t.add(14, g)
	t.add(15, g, t.at(k).kind())
	t.add(16, g, t.at(k-1).kind())
	t.add(17, g, t.at(k+1).kind())
	t.add(18, uint32(t.at(k-2).grammar), g, uint32(t.at(k+2).grammar))
}

// pauses adds what stands behind the commas, dashes and brackets: a verb there
// goes on with the clause that the first of two interrupts.
func (t *tagger) pauses(k int) {
	b, c, d := t.at(k-1), t.at(k), t.at(k+1)
	g := t.around(k)
	if c.pause() {
		t.add(50, c.kind(), d.kind(), uint32(c.after))
		t.add(51, d.kind(), uint32(c.after), uint32(c.resume))
		t.add(52, d.word, uint32(c.after))
		t.add(53, d.kind(), uint32(c.after), g)
	} else {
		t.add(54, uint32(c.after), g)
	}
	if b.pause() {
		t.add(55, c.kind(), uint32(b.after), uint32(c.after))
		t.add(56, c.kind(), d.kind(), uint32(c.after))
	}
}

// leftVerb adds how the token stands to the last reporting verb before it.
func (t *tagger) leftVerb(k int) {
	b, c, d := t.at(k-1), t.at(k), t.at(k+1)
	if c.left < 0 {
		t.add(37, t.edge(k), c.kind(), min(2, uint32(c.commas)))
		return
	}
	l := t.at(int(c.left))
	dist := bucket(k - int(c.left))
	commas, thats := min(2, uint32(c.commas-l.commas)), min(1, uint32(c.thats-l.thats))
	over := uint32(0)
	switch {
	case k == int(c.reach):
		over = 1
	case k > int(c.reach):
		over = 2
	}
	t.add(26, l.verb(), dist)
	t.add(27, l.verb(), dist, c.kind())
	t.add(28, l.verb(), uint32(l.subject), commas, thats, over)
	t.add(29, l.lemma, uint32(l.form), over, commas)
	t.add(30, l.lemma, dist)
	t.add(31, commas, thats, over, uint32(l.grammar), t.around(k))
	t.add(32, l.verb(), uint32(l.subject), uint32(l.grammar), over)
	t.add(33, l.verb(), commas, b.kind(), c.kind())
	t.add(34, uint32(l.grammar), over, b.kind(), c.kind())
	if int(c.left)+1 == k {
		t.add(35, l.lemma, c.kind())
		t.add(36, l.verb(), uint32(l.subject), c.kind(), d.kind())
	}
}

// rightVerb adds how it stands to the next one behind it.
func (t *tagger) rightVerb(k int) {
	b, c, d := t.at(k-1), t.at(k), t.at(k+1)
	if c.right < 0 {
		t.add(41, c.kind(), b.kind())
		return
	}
	l := t.at(int(c.right))
	commas := min(2, uint32(l.commas-c.commas))
	t.add(38, l.verb(), bucket(int(c.right)-k), commas)
	t.add(39, l.verb(), uint32(l.subject), uint32(l.grammar), commas, b2(int(c.right) > len(t.signs)-5))
	t.add(40, uint32(l.grammar), commas, c.kind(), d.kind())
}

func b2(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// bridge returns the rows that speak of token k after a token labelled prev.
func (t *tagger) bridge(k int, prev label) [5]uint32 {
	b, c := t.at(k-1), t.at(k)
	return [5]uint32{
		hash(60, uint32(prev)),
		hash(61, uint32(prev), uint32(c.class)),
		hash(62, uint32(prev), uint32(b.class), uint32(c.class)),
		hash(63, uint32(prev), uint32(b.grammar)<<4|uint32(c.grammar)),
		hash(64, uint32(prev), uint32(c.class), uint32(c.after), uint32(c.grammar)),
	}
}

// possible reports whether one label may follow another.
func possible(prev, next label) bool {
	return next != within || prev == begins || prev == within
}

// score sums what the model says of every token of the unit.
func (t *tagger) score() {
	t.own, t.after = t.own[:0], t.after[:0]
	for k := range t.signs {
		var own [labels]int32
		for _, f := range t.features(k) {
			weigh(f, &own)
		}
		t.own = append(t.own, own)
		var after [labels + 1][labels]int32
		for prev := range label(labels + 1) {
			if (prev == nothing) == (k == 0) {
				for _, f := range t.bridge(k, prev) {
					weigh(f, &after[prev])
				}
			}
		}
		t.after = append(t.after, after)
	}
}

// decode returns the likeliest labels of the tokens of the unit; reluctance
// speaks for those outside, in units of weightUnit.
func (t *tagger) decode(reluctance int32) []label {
	const never = -1 << 30
	t.best, t.from, t.out = t.best[:0], t.from[:0], t.out[:0]
	for k := range t.signs {
		own := t.own[k]
		own[outside] += reluctance
		best, from := [labels]int32{never, never, never, never}, [labels]label{}
		for prev := range label(labels) {
			p, score := prev, int32(0)
			if k == 0 {
				p = nothing
			} else {
				score = t.best[k-1][prev]
			}
			if score == never {
				continue
			}
			for y := range label(labels) {
				if s := score + own[y] + t.after[k][p][y]; possible(p, y) && s > best[y] {
					best[y], from[y] = s, prev
				}
			}
		}
		t.best, t.from, t.out = append(t.best, best), append(t.from, from), append(t.out, outside)
	}
	n := len(t.signs)
	if n == 0 {
		return t.out
	}
	last := outside
	for y := range label(labels) {
		if t.best[n-1][y] > t.best[n-1][last] {
			last = y
		}
	}
	for k := n - 1; k >= 0; k-- {
		t.out[k] = last
		last = t.from[k][last]
	}
	return t.out
}
