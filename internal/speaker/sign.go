package speaker

// sign is what the tagger sees of one token.
type sign struct {
	word   uint32 // the word itself, or a stand-in for names and numbers
	lemma  uint32 // of a reporting verb; of any other token the word
	suffix uint32 // the last three letters
	frame  frame
	form   form
	class  uint8
	// finite is set on what can be the verb of a clause.
	finite bool
	// cueOf and in are the grammar’s reports that have their cue here and their
	// content here, counted from the unit’s first, -1 for none; opens is set on
	// the first token of a content.
	cueOf, in int16
	opens     bool
	// sure says how much the grammar trusts the cue: 0 where it sees none, 1
	// by the second reading, 2 by the first.
	sure uint8
	// left and right are the next reporting words on either side within the
	// unit, counted from its first token, -1 where there is none; reach is
	// where the clause ends that a reporting verb here governs.
	left, right, reach int16
	// head is the last noun, name or pronoun before the token, headClass its
	// class and headFar how far off it is.
	head               uint32
	headClass, headFar uint8
	// subject says who the subject of a reporting verb is.
	subject subjectKind
	commas  uint8 // commas in the unit up to here
	thats   uint8
	quoted  uint8 // quotations
	after   uint8 // class of the token behind the next pause
	resume  uint8 // and of the one behind that
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
		switch q := r.quotes[t.quote]; {
		case r.punctuated(q):
			return classEndedSpeech
		case r.sentenceLike(q):
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

// observe fills the signs of the unit; the reports from before on are the
// grammar’s.
func (r *reading) observe(u unit, before int) {
	t := &r.tagger
	limit := r.ended(u)
	t.signs = t.signs[:0]
	left, commas, thats, quoted := int16(-1), uint8(0), uint8(0), uint8(0)
	head, headClass, headAt := uint32(0), uint8(0), -1
	for i := u.first; i < limit; i++ {
		tok, k := r.tokens[i], i-u.first
		s := sign{class: r.classOf(i), cueOf: -1, in: -1, left: left, right: -1, reach: int16(limit - u.first), commas: commas, thats: thats, quoted: quoted, head: head, headClass: headClass, headFar: uint8(bucket(k - headAt))}
		if tok.kind != word || tok.name >= 0 || s.class == classNumeral || s.class == classCapital {
			s.word = uint32(s.class)
		} else {
			w := tok.Of(r.low)
			s.word = hashWord(w)
			s.suffix = hashWord(w[max(0, len(w)-3):])
			s.finite = tok.is(auxiliary|verbal) || tok.frame != 0 && (tok.form == past || tok.form == present)
		}
		s.lemma = s.word
		switch s.class {
		case classComma:
			commas++
		case classThat:
			thats++
		case classSpeech, classEndedSpeech, classScare:
			quoted++
		}
		if nominal(s.class) {
			head, headClass, headAt = s.word, s.class, k
		}
		if s.class >= classVerb && s.class < classVerb+5 || s.class == classAttitude {
			s.frame, s.form = tok.frame, tok.form
			l, _, _ := lemmatize(tok.Of(r.low))
			if l != "" {
				s.lemma = hashWord(l)
			}
			s.subject = r.subjectKind(u, i)
			left = int16(k)
			s.reach = int16(r.clauseEnd(u, i+1, limit, tok) - u.first)
			for j := k - 1; j >= 0 && t.signs[j].right < 0; j-- {
				t.signs[j].right = left
			}
		}
		t.signs = append(t.signs, s)
	}
	after, resume := uint8(0), uint8(0)
	for k := len(t.signs) - 1; k >= 0; k-- {
		s := &t.signs[k]
		s.after, s.resume = after, resume
		if s.pause() {
			after, resume = t.at(k+1).class, after
		}
	}
	for i, rep := range r.reports[before:] {
		r.noteSpan(u, i, rep)
	}
}

// nominal reports whether a token of the class can be who or what a verb behind
// it speaks of.
func nominal(class uint8) bool {
	switch class {
	case classPerson, classBody, classPronoun, classRelative, classThat, classNumeral:
		return true
	}
	return class >= classGroup
}

// noteSpan marks the tokens of what the grammar found.
func (r *reading) noteSpan(u unit, i int, rep report) {
	opens := true
	for k := range r.tagger.signs {
		s, p := &r.tagger.signs[k], r.tokens[u.first+k]
		switch {
		case p.End > rep.content.Start && p.Start < rep.content.End:
			if s.in < 0 {
				s.in, s.opens = int16(i), opens
			}
			opens = false
		case p.Start >= rep.cue.Start && p.End <= rep.cue.End && rep.cue.Len() > 0:
			if s.cueOf < 0 {
				s.cueOf = int16(i)
			}
			if s.sure = 2; rep.loose {
				s.sure = 1
			}
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

var beyond = sign{cueOf: -1, in: -1, left: -1, right: -1}

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

func (s *sign) kind() uint32 { return uint32(s.class) }

// verb says how the sign reports: with what frame, in what form, or, where it
// is no reporting verb, of what class it is.
func (s *sign) verb() uint32 {
	if s.frame == 0 {
		return 1<<16 | uint32(s.class)
	}
	return uint32(s.frame)<<4 | uint32(s.form)
}

// pause reports whether the token is a mark that a clause may end with.
func (s *sign) pause() bool {
	return s.class == classComma || s.class == classDash || s.class == classBracket
}

func (s *sign) quotes() bool {
	return s.class >= classSpeech && s.class <= classScare
}

func b2(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}
