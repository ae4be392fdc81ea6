package speaker

import (
	"slices"

	"onrecord/internal/article"
	"onrecord/internal/text"
)

// Unit is a unit as the trainer of the tagger needs it.
type Unit struct {
	Tokens []text.Span
	tagger tagger
}

// Labels of the tagger, and the form of its model.
const (
	Labels      = labels
	CueBits     = cueBits
	CueSlot     = cueSlot
	CueTable    = cueTable
	ContentBits = contentBits
	ContentSlot = contentSlot
	ModelSize   = modelSize
	Probes      = probes
	CueUnit     = cueUnit
	ContentUnit = contentUnit
	Bridges     = bridges
	Outside     = int(outside)
	Begins      = int(begins)
	Within      = int(within)
	Speaks      = int(speaks)
	Nothing     = int(nothing)
)

// Possible is possible.
func Possible(prev, next int) bool { return possible(label(prev), label(next)) }

// Units returns what the tagger sees of an article. There must be no model.
func Units(a article.Article) []*Unit {
	var all []*Unit
	r := read(a.Text, a.Language)
	r.tagger.watch = func(u unit, t *tagger) {
		x := &Unit{tagger: tagger{signs: slices.Clone(t.signs)}}
		for k := range t.signs {
			x.Tokens = append(x.Tokens, r.tokens[u.first+k].Span)
		}
		all = append(all, x)
	}
	for _, u := range r.units {
		r.attribute(u)
	}
	return all
}

// Candidate reports whether token k may be a cue.
func (u *Unit) Candidate(k int) bool { return u.tagger.candidate(k) }

// Heads says how well token k stands for a cue of several words.
func (u *Unit) Heads(k int) int {
	switch s := &u.tagger.signs[k]; {
	case !u.Candidate(k):
		return -1
	case s.frame != 0:
		return 4
	case s.class == classVerbal || s.class == classPast || s.class == classGerund:
		return 3
	case s.class >= classRole || s.class == classColon:
		return 2
	case s.class == classAdverb || s.class == classNegation || s.class >= classBe && s.class <= classModal:
		return 0
	}
	return 1
}

// CueFeatures returns the features of token k as a cue.
func (u *Unit) CueFeatures(k int) []uint32 { return slices.Clone(u.tagger.cueFeatures(k)) }

// Mark tells the unit how its tokens score as cues, in units of CueUnit; those
// that are no candidates score nothing.
func (u *Unit) Mark(scores []int32) {
	u.tagger.scores = u.tagger.scores[:0]
	for k, s := range scores {
		if !u.Candidate(k) {
			s = noCue
		}
		u.tagger.scores = append(u.tagger.scores, s)
	}
	u.tagger.mark()
}

// ContentFeatures returns the features of token k for the report with the cue at
// token cue, and those of it behind a token with each label. The unit must be
// marked.
func (u *Unit) ContentFeatures(cue, k int) ([]uint32, [labels + 1][bridges]uint32) {
	c := u.tagger.cued(cue)
	var behind [labels + 1][bridges]uint32
	for y := range behind {
		behind[y] = u.tagger.bridge(&c, k, label(y))
	}
	return slices.Clone(u.tagger.contentFeatures(&c, k)), behind
}

// SlotOf is slotOf.
func SlotOf(feature uint32, bits int) (slot int, mark byte) { return slotOf(feature, bits) }

// SetModel replaces the tagger's weights.
func SetModel(s string) { model = s }

// Model returns the tagger's weights.
func Model() string { return model }

// MostLabelled is mostLabelled.
const MostLabelled = mostLabelled

// Labelled returns how many tokens the tagger’s second stage labels in the unit
// of the article that takes most.
func Labelled(a article.Article) int {
	r, most := read(a.Text, a.Language), 0
	for _, u := range r.units {
		r.attribute(u)
		most = max(most, r.tagger.labelled)
	}
	return most
}

// GoesOn is goesOn.
func GoesOn(p, q Position) bool { return goesOn(p, q) }
