package speaker

// noCue is the score of a token that cannot be a cue.
const noCue int32 = -1 << 20

// cueMark is what the second stage is told of the first.
type cueMark struct {
	trust      uint8 // that the token is a cue, from 0 to 4
	prev, next int16 // the nearest likely cues on either side, -1 for none
}

// candidate reports whether token k may be a cue: a word of the lexicon, another
// that looks like the past of a verb, or what the grammar takes for one.
func (t *tagger) candidate(k int) bool {
	s := &t.signs[k]
	return s.cueOf >= 0 || s.class >= classVerb && s.class <= classAttitude || s.class == classPast
}

// rank scores the tokens of the unit as cues.
func (t *tagger) rank() {
	t.scores = t.scores[:0]
	for k := range t.signs {
		score := noCue
		if t.candidate(k) {
			score = 0
			for _, f := range t.cueFeatures(k) {
				score += weighCue(f)
			}
		}
		t.scores = append(t.scores, score)
	}
	t.mark()
}

// trust tells scores apart by what they are worth: the borders are chances of
// one, three, seven and nine in ten.
func trust(score int32) uint8 {
	const likely, sure = 0.8125 / cueUnit, 2.1875 / cueUnit // the logarithms of 7/3 and 9
	switch {
	case score < -sure:
		return 0
	case score < -likely:
		return 1
	case score < likely:
		return 2
	case score < sure:
		return 3
	}
	return 4
}

// mark notes for each token where the likely cues are.
func (t *tagger) mark() {
	t.cues = t.cues[:0]
	last := int16(-1)
	for k, s := range t.scores {
		m := cueMark{trust(s), last, -1}
		if m.trust >= 2 {
			last = int16(k)
		}
		t.cues = append(t.cues, m)
	}
	last = -1
	for k := len(t.cues) - 1; k >= 0; k-- {
		t.cues[k].next = last
		if t.cues[k].trust >= 2 {
			last = int16(k)
		}
	}
}

// cueFeatures returns what speaks for and against token k as a cue.
func (t *tagger) cueFeatures(k int) []uint32 {
	t.rows = t.rows[:0]
	b, c, d := t.at(k-1), t.at(k), t.at(k+1)
	verb, subject := c.verb(), uint32(c.subject)
	t.add(1, 0, 0, 0, 0)
	t.add(2, c.kind(), 0, 0, 0)
	t.add(3, b.kind(), c.kind(), 0, 0)
	t.add(4, c.kind(), d.kind(), 0, 0)
	t.add(5, b.kind(), c.kind(), d.kind(), 0)
	t.add(6, c.word, 0, 0, 0)
	t.add(7, b.word, 0, 0, 0)
	t.add(8, d.word, 0, 0, 0)
	t.add(9, b.word, c.word, 0, 0)
	t.add(10, c.word, d.word, 0, 0)
	t.add(11, c.suffix, 0, 0, 0)
	t.add(12, b.kind(), c.suffix, d.kind(), 0)
	t.add(13, c.word, b.kind(), 0, 0)
	t.add(14, c.word, d.kind(), 0, 0)
	t.add(15, verb, 0, 0, 0)
	t.add(16, verb, subject, 0, 0)
	t.add(17, c.lemma, uint32(c.form), 0, 0)
	t.add(18, c.lemma, subject, 0, 0)
	t.add(19, verb, subject, d.kind(), 0)
	t.add(20, uint32(c.headClass), uint32(c.headFar), 0, 0)
	t.add(21, c.head, 0, 0, 0)
	t.add(22, uint32(c.headClass), c.word, 0, 0)
	t.add(23, uint32(c.headClass), uint32(c.headFar), verb, 0)
	t.cueGrammar(k)
	t.cueBehind(k)
	t.cueBefore(k)
	t.cueClause(k)
	t.cueLeft(k)
	t.cueInside(k)
	return t.rows
}

// cueGrammar adds what the grammar makes of token k and of its unit.
func (t *tagger) cueGrammar(k int) {
	c, d := t.at(k), t.at(k+1)
	sure, in := uint32(c.sure), b2(c.in >= 0)
	elsewhere := uint32(0)
	for i := range t.signs {
		switch {
		case t.signs[i].cueOf < 0:
		case i < k:
			elsewhere |= 1
		case i > k:
			elsewhere |= 2
		}
	}
	t.add(24, sure, in, 0, 0)
	t.add(25, sure, c.verb(), 0, 0)
	t.add(26, sure, c.word, 0, 0)
	t.add(27, sure, in, c.kind(), d.kind())
	t.add(28, elsewhere, sure, in, 0)
}

// cueBehind adds what stands between token k and the next comma.
func (t *tagger) cueBehind(k int) {
	c, d := t.at(k), t.at(k+1)
	finite, that, quoted := uint32(0), uint32(0), uint32(0)
	for i := k + 1; i < len(t.signs); i++ {
		s := &t.signs[i]
		if s.class == classComma || s.class == classSemicolon {
			break
		}
		switch {
		case s.class == classThat && that == 0 && i < k+8:
			that = bucket(i - k)
		case s.quotes() && quoted == 0:
			quoted = s.kind()
		}
		if s.finite && finite == 0 {
			finite = bucket(i - k)
		}
	}
	t.add(29, finite, c.verb(), 0, 0)
	t.add(30, finite, that, quoted, c.kind())
	t.add(31, that, c.word, 0, 0)
	t.add(32, finite, d.kind(), c.verb(), uint32(c.headClass))
}

// cueBefore adds the auxiliary before token k and the other reporting words of
// the unit.
func (t *tagger) cueBefore(k int) {
	c, d := t.at(k), t.at(k+1)
	aux := uint32(0)
	for i := k - 1; i >= 0 && i > k-4; i-- {
		s := &t.signs[i]
		if s.class >= classBe && s.class <= classModal {
			aux = s.word
			break
		}
		if s.class != classAdverb && s.class != classNegation {
			break
		}
	}
	t.add(33, aux, c.verb(), 0, 0)
	t.add(34, aux, c.kind(), d.kind(), uint32(c.headClass))
	if c.left >= 0 {
		t.add(35, t.at(int(c.left)).verb(), bucket(k-int(c.left)), c.verb(), 0)
	}
	if c.right >= 0 {
		t.add(36, t.at(int(c.right)).verb(), bucket(int(c.right)-k), c.verb(), 0)
	}
}

// cueClause adds what stands between the last pause and token k: how much, whether
// a verb is among it already, and what opens the clause.
func (t *tagger) cueClause(k int) {
	c := t.at(k)
	far, finite := 0, uint32(0)
	for i := k - 1; i >= 0 && !t.signs[i].pause(); i-- {
		far++
		finite += b2(t.signs[i].finite)
	}
	finite = min(2, finite)
	t.add(37, bucket(far), finite, c.kind(), 0)
	t.add(38, bucket(far), uint32(c.form), uint32(c.subject), 0)
	t.add(39, finite, c.verb(), 0, 0)
	opener := uint32(0)
	for i := k - 1; i >= 0; i-- {
		s := &t.signs[i]
		if s.class == classComma || s.class == classSemicolon {
			break
		}
		if s.opensClause() {
			opener = s.kind()
			t.add(40, s.word, c.kind(), 0, 0)
			break
		}
	}
	t.add(41, opener, c.verb(), 0, 0)
	t.add(42, opener, c.kind(), uint32(c.subject), 0)
}

// opensClause reports whether the token is a word that a clause within another
// begins with.
func (s *sign) opensClause() bool {
	return s.class == classThat || s.class == classTo || s.class >= classRelative && s.class <= classSubordinator
}

// cueLeft adds what stands before token k and the auxiliaries and adverbs that
// belong to it.
func (t *tagger) cueLeft(k int) {
	c, d := t.at(k), t.at(k+1)
	i := k - 1
	for i >= 0 && t.signs[i].attends() {
		i--
	}
	x, y, z := t.at(i), t.at(i-1), t.at(i-2)
	t.add(43, x.kind(), c.verb(), 0, 0)
	t.add(44, x.kind(), y.kind(), c.kind(), 0)
	t.add(45, x.kind(), d.kind(), c.verb(), 0)
	t.add(46, x.word, c.kind(), 0, 0)
	t.add(47, x.word, y.word, 0, 0)
	t.add(48, x.kind(), y.kind(), z.kind(), c.kind())
}

// attends reports whether the token is a word that goes with the verb behind it.
func (s *sign) attends() bool {
	return s.class == classAdverb || s.class >= classNegation && s.class <= classModal
}

// cueInside adds whether token k stands in the clause that the reporting word
// before it governs.
func (t *tagger) cueInside(k int) {
	b, c := t.at(k-1), t.at(k)
	within, verb := uint32(0), uint32(0)
	if c.left >= 0 {
		l := t.at(int(c.left))
		within, verb = 1+uint32(l.sure)+4*b2(int(l.reach) > k), l.verb()
	}
	t.add(49, within, c.verb(), 0, 0)
	t.add(50, within, verb, c.kind(), 0)
	t.add(51, within, b.kind(), c.kind(), 0)
}
