package speaker

// cued is a cue as the features of its content need it.
type cued struct {
	at       int
	sign     *sign
	verb     uint32
	reported bool // by the grammar
}

func (t *tagger) cued(c int) cued {
	s := &t.signs[c]
	return cued{c, s, s.verb(), s.cueOf >= 0}
}

// grammar says what the grammar makes of token k: 1 and 2 for what it takes the
// cue to report, 3 and 4 for what another does, 5 for another's cue.
func (t *tagger) grammar(c *cued, k int) uint32 {
	s := t.at(k)
	switch {
	case s == &beyond:
		return 6
	case s.in < 0 && s.cueOf < 0:
		return 0
	case s.in < 0:
		return 5
	case c.reported && s.in == c.sign.cueOf:
		return 2 - b2(s.opens)
	}
	return 4 - b2(s.opens)
}

// side says on which side of the cue token k is.
func (c *cued) side(k int) uint32 {
	switch {
	case k < c.at:
		return 0
	case k > c.at:
		return 1
	}
	return 2
}

// contentFeatures returns what says whether the cue reports token k.
func (t *tagger) contentFeatures(c *cued, k int) []uint32 {
	t.rows = t.rows[:0]
	a, b, x, d, e := t.at(k-2), t.at(k-1), t.at(k), t.at(k+1), t.at(k+2)
	side := c.side(k)
	lo, hi := t.at(min(k, c.at)), t.at(max(k, c.at))
	far := bucket(max(k-c.at, c.at-k)) | side<<4
	commas := min(2, uint32(hi.commas-lo.commas)) | side<<4
	over := uint32(0)
	switch {
	case k == int(c.sign.reach):
		over = 1
	case k > int(c.sign.reach):
		over = 2
	}
	subject := uint32(c.sign.subject)
	t.add(101, side, 0, 0, 0)
	t.add(102, far, 0, 0, 0)
	t.add(103, far, x.kind(), 0, 0)
	t.add(104, far, c.verb, 0, 0)
	t.add(105, far, c.sign.lemma, 0, 0)
	t.add(106, far, c.verb, subject, 0)
	t.add(107, c.verb, side, b.kind(), x.kind())
	t.add(108, c.verb, side, x.kind(), d.kind())
	t.add(109, side, a.kind(), b.kind(), x.kind())
	t.add(110, side, x.kind(), d.kind(), e.kind())
	t.add(111, side, b.kind(), x.kind(), d.kind())
	t.add(112, side, x.word, 0, 0)
	t.add(113, side, b.word, 0, 0)
	t.add(114, side, d.word, 0, 0)
	t.add(115, b.word, x.word, 0, 0)
	t.add(116, x.word, d.word, 0, 0)
	t.add(117, c.verb, commas, min(1, uint32(hi.thats-lo.thats)), over)
	t.add(118, c.verb, subject, commas, over)
	t.add(119, c.sign.lemma, uint32(c.sign.form), commas, over)
	t.add(120, side, c.sign.lemma, b.kind(), x.kind())
	t.add(121, c.sign.kind(), uint32(c.sign.headClass), far, 0)
	t.add(122, t.edge(k), x.kind(), side, 0)
	t.add(123, b2(x.finite), b2(b.finite), commas, 0)
	between := b2(hi.quoted > t.at(min(k, c.at)+1).quoted) // a quotation
	t.add(125, side, between, b.kind(), x.kind())
	t.add(126, side, between, commas, c.verb)
	if k == c.at+1 || k == c.at-1 {
		t.add(124, side, c.sign.lemma, x.kind(), 0)
	}
	t.contentGrammar(c, k, side, commas, over)
	t.contentCues(c, k, side, commas)
	t.contentPauses(c, k, side)
	return t.rows
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

// contentGrammar adds what the grammar makes of token k.
func (t *tagger) contentGrammar(c *cued, k int, side, commas, over uint32) {
	b, x, d := t.at(k-1), t.at(k), t.at(k+1)
	has := b2(c.reported)
	g := has<<12 | t.grammar(c, k-1)<<8 | t.grammar(c, k)<<4 | t.grammar(c, k+1)
	t.add(130, g, side, 0, 0)
	t.add(131, g, x.kind(), 0, 0)
	t.add(132, g, b.kind(), 0, 0)
	t.add(133, g, d.kind(), 0, 0)
	t.add(134, t.grammar(c, k-2), g, t.grammar(c, k+2), 0)
	t.add(135, g, c.verb, 0, 0)
	t.add(136, g, commas, over, 0)
}

// contentCues adds how token k stands to other cues.
func (t *tagger) contentCues(c *cued, k int, side, commas uint32) {
	b, x, d, e := t.at(k-1), t.at(k), t.at(k+1), t.at(k+2)
	m := t.cues[k]
	between := b2(k > c.at && int(m.prev) > c.at || k < c.at && m.next >= 0 && int(m.next) < c.at)
	prev, next := uint32(0), uint32(0)
	if m.prev >= 0 {
		prev = bucket(k-int(m.prev)) | b2(int(m.prev) == c.at)<<4
	}
	if m.next >= 0 {
		next = bucket(int(m.next)-k) | b2(int(m.next) == c.at)<<4
	}
	t.add(140, b2(c.reported), between, commas, 0)
	t.add(141, between|side<<4, t.trust(k-1), t.trust(k), t.trust(k+1))
	t.add(142, between|side<<4, b.kind(), x.kind(), 0)
	t.add(143, t.trust(k), x.verb(), c.verb, 0)
	t.add(144, t.trust(k+1), x.kind(), d.kind(), uint32(c.sign.form)<<4|uint32(d.form))
	t.add(145, t.trust(k+2), x.kind(), d.kind(), e.kind()<<8|uint32(c.sign.form)<<4|uint32(e.form))
	t.add(146, next, x.kind(), side, 0)
	t.add(147, prev, x.kind(), side, 0)
	t.add(148, next, x.kind(), b.kind(), commas)
	t.add(149, next, prev, side, 0)
	if m.next >= 0 && int(m.next) != c.at {
		n := t.at(int(m.next))
		t.add(150, next, n.verb(), x.kind(), 0)
		t.add(151, uint32(n.subject), n.verb(), min(2, uint32(n.commas-x.commas)), side)
	}
}

// trust returns how likely token k is a cue.
func (t *tagger) trust(k int) uint32 {
	if k < 0 || k >= len(t.cues) {
		return 7
	}
	return uint32(t.cues[k].trust)
}

// contentPauses adds what stands behind the commas, dashes and brackets: a verb
// there goes on with the clause that the first of two interrupts.
func (t *tagger) contentPauses(c *cued, k int, side uint32) {
	b, x, d := t.at(k-1), t.at(k), t.at(k+1)
	if x.pause() {
		t.add(160, side, x.kind(), d.kind(), uint32(x.after))
		t.add(161, side, d.kind(), uint32(x.after), uint32(x.resume))
		t.add(162, side, d.word, uint32(x.after), 0)
		t.add(163, side, d.kind(), uint32(x.after), t.grammar(c, k))
	} else {
		t.add(164, side, uint32(x.after), t.grammar(c, k), 0)
	}
	if b.pause() {
		t.add(165, side, x.kind(), uint32(b.after), uint32(x.after))
		t.add(166, side, x.kind(), d.kind(), uint32(x.after))
	}
}

const bridges = 5

// bridge returns the features of token k behind a token labelled prev.
func (t *tagger) bridge(c *cued, k int, prev label) [bridges]uint32 {
	b, x := t.at(k-1), t.at(k)
	p := uint32(prev) | c.side(k)<<4
	return [bridges]uint32{
		feature(180, p, 0, 0, 0),
		feature(181, p, x.kind(), 0, 0),
		feature(182, p, b.kind(), x.kind(), 0),
		feature(183, p, t.grammar(c, k), b2(c.reported), 0),
		feature(184, p, x.word, 0, 0),
	}
}

// possible reports whether one label may follow another.
func possible(prev, next label) bool {
	return next != within || prev == begins || prev == within
}

// content returns the likeliest labels of the tokens of the unit for the report
// that the cue at token at gives.
func (t *tagger) content(at int) []label {
	const never = -1 << 28
	c := t.cued(at)
	t.best, t.from, t.out = t.best[:0], t.from[:0], t.out[:0]
	for k := range t.signs {
		var own [labels]int32
		for _, f := range t.contentFeatures(&c, k) {
			weigh(f, &own)
		}
		if k == at {
			own = [labels]int32{0, never, never, never}
		}
		best, from := [labels]int32{never, never, never, never}, [labels]label{}
		for prev := range label(labels) {
			p, score := prev, int32(0)
			if k == 0 {
				p = nothing
			} else if score = t.best[k-1][prev]; score <= never {
				continue
			}
			next := own
			for _, f := range t.bridge(&c, k, p) {
				weigh(f, &next)
			}
			for y := range label(labels) {
				if s := score + next[y]; possible(p, y) && s > best[y] {
					best[y], from[y] = s, prev
				}
			}
			if k == 0 {
				break
			}
		}
		t.best, t.from, t.out = append(t.best, best), append(t.from, from), append(t.out, outside)
	}
	n := len(t.signs)
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
