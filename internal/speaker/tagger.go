package speaker

import (
	_ "embed"
)

// label says what a token is to the report that a cue gives.
type label uint8

const (
	outside label = iota
	begins        // first token of what is reported
	within        // a further token of it
	speaks        // who reports

	labels  = 4
	nothing = labels // before the first token of a unit
)

// model.bin holds the weights of the tagger’s two stages, one table behind the
// other. A slot of the first, which finds cues (cue.go), is two bytes: a mark of
// the feature whose slot it is, 0 where it is empty, and its weight, signed, in
// units of cueUnit. A slot of the second, which finds what a cue reports
// (content.go), has a weight for each label, in units of contentUnit. It is read
// as it lies. TestMain trains it: go test -v ./internal/speaker -train.
//
//go:embed model.bin
var model string

const (
	cueBits     = 15
	contentBits = 16
	cueSlot     = 2
	contentSlot = 1 + labels
	cueTable    = cueSlot << cueBits
	modelSize   = cueTable + contentSlot<<contentBits
	probes      = 4 // slots that a feature may be in
	cueUnit     = 1.0 / 32
	contentUnit = 1.0 / 24
)

// slotOf returns the first slot of a feature in a table of 1<<bits, and the mark
// it has there.
func slotOf(feature uint32, bits int) (slot int, mark byte) {
	return int(feature >> (32 - bits)), max(1, byte(feature))
}

// weighCue returns the weight of a feature of the first stage.
func weighCue(feature uint32) int32 {
	slot, mark := slotOf(feature, cueBits)
	for range probes {
		w := model[slot*cueSlot : slot*cueSlot+cueSlot]
		if w[0] == mark {
			return int32(int8(w[1]))
		}
		if w[0] == 0 {
			return 0
		}
		slot = (slot + 1) & (1<<cueBits - 1)
	}
	return 0
}

// weigh adds the weights of a feature of the second stage to score.
func weigh(feature uint32, score *[labels]int32) {
	slot, mark := slotOf(feature, contentBits)
	for range probes {
		w := model[cueTable+slot*contentSlot : cueTable+slot*contentSlot+contentSlot]
		if w[0] == mark {
			for y := range labels {
				score[y] += int32(int8(w[1+y]))
			}
			return
		}
		if w[0] == 0 {
			return
		}
		slot = (slot + 1) & (1<<contentBits - 1)
	}
}

// tagger holds what one unit’s tagging needs, so that the next reuses it.
type tagger struct {
	signs  []sign
	rows   []uint32
	scores []int32 // of each token as a cue
	cues   []cueMark
	best   [][labels]int32
	from   [][labels]label
	out    []label
	// claimed marks the tokens that are reported already, used the grammar's
	// reports that the tagger has found again.
	claimed, used []bool
	held          attention
	labelled      int // tokens of the unit that the second stage was asked for
	// watch, if set, is shown every unit instead of tagging it.
	watch func(u unit, t *tagger)
}

// feature mixes what a feature is made of: its kind, told by a number, and up
// to four values.
func feature(kind, a, b, c, d uint32) uint32 {
	h := kind*0x9e3779b1 ^ (a+1)*0x85ebca6b ^ (b+1)*0xc2b2ae35 ^ (c+1)*0x27d4eb2f ^ (d+1)*0x165667b1
	h ^= h >> 15
	h *= 0x2c1b3c6d
	h ^= h >> 12
	h *= 0x297a2d39
	return h ^ h>>15
}

func (t *tagger) add(kind, a, b, c, d uint32) {
	t.rows = append(t.rows, feature(kind, a, b, c, d))
}

func hashWord(w string) uint32 {
	h := uint32(2166136261)
	for i := range len(w) {
		h = (h ^ uint32(w[i])) * 16777619
	}
	return h
}
