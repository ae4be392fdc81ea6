package speaker

import (
	"onrecord/internal/article"
	"onrecord/internal/text"
)

// Unit is a unit as the trainer of the tagger needs it.
type Unit struct {
	Tokens  []text.Span
	Rows    [][]uint32              // of each token
	Bridges [][labels + 1][5]uint32 // of each token, by the label before it
}

// Labels of the tagger, and the size of its model.
const (
	Labels     = labels
	Slots      = slots
	SlotSize   = slotSize
	Probes     = probes
	WeightUnit = weightUnit
	Outside    = outside
	Begins     = begins
	Within     = within
	Reports    = reports
	Nothing    = nothing
)

// Possible is possible.
func Possible(prev, next int) bool { return possible(label(prev), label(next)) }

// Units returns what the tagger sees of an article.
func Units(a article.Article) []Unit {
	var all []Unit
	r := read(a.Text, a.Language)
	r.tagger.watch = func(u unit, t *tagger) {
		var x Unit
		for k := range t.signs {
			x.Tokens = append(x.Tokens, r.tokens[u.first+k].Span)
			x.Rows = append(x.Rows, append([]uint32(nil), t.features(k)...))
			var b [labels + 1][5]uint32
			for y := range b {
				b[y] = t.bridge(k, label(y))
			}
			x.Bridges = append(x.Bridges, b)
		}
		all = append(all, x)
	}
	for _, u := range r.units {
		r.attribute(u)
	}
	return all
}

// SlotOf is slotOf.
func SlotOf(feature uint32) (slot int, mark byte) { return slotOf(feature) }

// SetModel replaces the tagger's weights.
func SetModel(s string) { model = s }

// Model returns the tagger's weights.
func Model() string { return model }
