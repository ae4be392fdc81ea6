package summary

import (
	"math"
)

// quoteMost is the share inside quotation marks over which a sentence is a
// quotation and no summary: the speakers section shows it. Such a sentence is
// chosen only where there is no other.
const quoteMost = 0.5

// longest is how many words a sentence of a summary may have: beyond, it
// spends the whole summary on one thought, or has a caption run into it.
const longest = 40

// sameMost is the share of a sentence's terms that another of the summary may
// hold: over it, one of the two is enough.
const sameMost = 0.7

// choose returns the best set of candidates, by index and in reading order:
// the first where none stands alone, none where there is no candidate.
func (r *reading) choose(w *vector) []int {
	var best [maxSentences]int
	size, most := 0, math.Inf(-1)
	r.sets(func(set []int) {
		f := r.measure(set)
		score := f.dot(w)
		// Two sentences are better than one, whatever their score.
		if paired := len(set) > 1; paired == (size > 1) && score > most || paired && size <= 1 {
			size, most = copy(best[:], set), score
		}
	})
	if size == 0 {
		size = min(1, len(r.candidates))
	}
	return best[:size]
}

// sets calls yield with every set of candidates that may be a summary, each in
// reading order. The set is only valid during the call.
func (r *reading) sets(yield func(set []int)) {
	any := true // there is no candidate that a summary would rather have
	for k := range r.candidates {
		any = any && r.candidates[k].unfit()
	}
	var set [maxSentences]int
	r.extend(set[:0], 0, 0, any, yield)
}

// unfit reports whether c is chosen only where every candidate is unfit: a
// quotation, or a sentence that takes up most of the room and isn't the lead,
// which a news agency packs full.
func (c *candidate) unfit() bool {
	return c.quoted > quoteMost || c.words > longest && c.index >= opening
}

// extend yields set, which has the given number of words, and every set that
// begins with it, if each may be a summary.
func (r *reading) extend(set []int, from, words int, any bool, yield func([]int)) {
	if len(set) > 0 && r.standsAlone(set) {
		yield(set)
	}
	if len(set) == maxSentences {
		return
	}
	for k := from; k < len(r.candidates); k++ {
		c := &r.candidates[k]
		if c.unfit() && !any || len(set) > 0 && words+c.words > maxWords || r.repeats(set, k) {
			continue
		}
		r.extend(append(set, k), k+1, words+c.words, any, yield)
	}
}

// standsAlone reports whether each sentence of set points at nothing and takes
// nothing as known, or what it needs stands before it in the set.
func (r *reading) standsAlone(set []int) bool {
	for k, i := range set {
		needs := r.candidates[i].leansOn
		met := needs < 0
		known := r.candidates[i].anchor < 0
		for _, j := range set[:k] {
			met = met || r.candidates[j].index == needs
			known = known || contains(r.termsOf(r.candidates[j].index), r.candidates[i].anchor)
		}
		if !met || !known {
			return false
		}
	}
	return true
}

// repeats reports whether most of what a candidate says is said by one of the
// set already, or the other way round.
func (r *reading) repeats(set []int, k int) bool {
	for _, j := range set {
		if r.alike[j][k] {
			return true
		}
	}
	return false
}

// pairUp notes which candidates say the same as an earlier one.
func (r *reading) pairUp() {
	for k := range r.candidates {
		x := r.termsOf(r.candidates[k].index)
		for j := range k {
			y := r.termsOf(r.candidates[j].index)
			r.alike[j][k] = float64(shared(x, y)) > sameMost*float64(min(len(x), len(y)))
		}
	}
}

// measure returns the features of a set of candidates.
func (r *reading) measure(set []int) vector {
	var f vector
	words, held := 0, 0
	distinct, begun, head := 0, 0.0, 0
	r.round++
	for _, k := range set {
		c := &r.candidates[k]
		c.add(&f)
		words += c.words
		for _, id := range r.termsOf(c.index) {
			held++
			if r.seen[id] == r.round {
				continue
			}
			r.seen[id] = r.round
			t := &r.terms[id]
			distinct++
			if t.opening {
				begun += t.weight
			}
			if t.headline {
				head++
			}
		}
	}
	f[openingCoverage] = 5 * begun
	if r.headline > 0 {
		f[headlineCoverage] = float64(head) / float64(r.headline)
	}
	f[repetition] = float64(held-distinct) / 5
	f[totalWords] = float64(words) / 20
	f[offLength] = math.Pow(float64(words-aim)/20, 2)
	return f
}

// add adds what c brings along by itself to f.
func (c *candidate) add(f *vector) {
	f[lead] += one(c.index == 0)
	f[depth] += math.Log(float64(c.index + 1))
	f[place] += c.place
	f[paragraph] += one(c.opensParagraph)
	f[central] += 10 * c.central
	f[restated] += 2 * c.restated
	f[carriedOn] += c.carriedOn
	f[leans] += one(c.leansOn >= 0 && !c.pronoun)
	f[pronoun] += one(c.pronoun)
	f[quotation] += c.quoted
	f[reporting] += one(c.reports)
	f[firstPerson] += one(c.firstPerson)
	f[secondPerson] += one(c.secondPerson)
	f[number] += one(c.number)
	f[names] += float64(min(c.names, 3))
}

func one(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// dot returns the score of the features f.
func (f *vector) dot(w *vector) float64 {
	sum := 0.0
	for k := range f {
		sum += f[k] * w[k]
	}
	return sum
}
