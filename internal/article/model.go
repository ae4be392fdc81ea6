package article

import (
	_ "embed"
	"math"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// model.bin holds regression trees, eight bytes a node: the feature (255 for a
// leaf), the distance to the right child, and the threshold or the leaf's
// value. The left child follows its parent. It is read as it lies.
//
// It is grown from the invented pages of testdata/sites and from nothing else:
// go test ./internal/article -train.
//
//go:embed model.bin
var modelTrees string

const (
	nodeSize = 8
	leafMark = 255
)

// score sums what the trees say of one row of features: the log odds of a
// block to be the article's.
func score(trees string, row []float32) float32 {
	var sum float32
	for i := 0; i < len(trees); {
		// A tree opens with its length, so that the next one is found.
		next := i + int(uint32At(trees[i:]))
		for i += 4; ; {
			node := trees[i : i+nodeSize]
			head, value := uint32At(node), math.Float32frombits(uint32At(node[4:]))
			feature := head & 0xff
			if feature == leafMark {
				sum += value
				break
			}
			if row[feature] <= value {
				i += nodeSize
			} else {
				i += nodeSize * int(head>>16)
			}
		}
		i = next
	}
	return sum
}

// uint32At reads the four bytes that s begins with.
func uint32At(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// The log odds from which on the model overrules the rules. Its pages are
// invented, and the rules know real ones: it has to be surer than even, and
// much more so to drop where the page does not say that it is news, since
// guides, lists and reference pages have all kinds of paragraphs, and to
// restore what leads away from the page.
const (
	dropBelow         = -2.0
	dropNewsBelow     = -0.5
	restoreAbove      = 0.5
	restoreLinksAbove = 2.0
)

// fewBlocks is how many blocks a page has at least for the model to be asked.
// Smaller ones, print versions and excerpts, are unlike the pages that it has
// learned from, and the rules are good at them.
const fewBlocks = 60

// unlikely is why the model drops what the rules would keep.
const unlikely = "unlike the article's text in place, shape and neighbours"

// classify lets the model have the last word on the blocks near the container,
// and tidies up after it. Where it would keep nothing, the rules are right.
func (l *layout) classify() {
	if len(l.blocks) < fewBlocks {
		return
	}
	l.ask(modelTrees, l.describe())
	from, to := l.window()
	kept := 0
	for i := from; i < to; i++ {
		if b := &l.blocks[i]; l.keeps(b.why, b.score) {
			kept++
		}
	}
	if kept == 0 {
		return
	}
	for i := from; i < to; i++ {
		b := &l.blocks[i]
		b.rule = b.why
		switch {
		case l.keeps(b.why, b.score):
			b.why = ""
		case b.why == "":
			b.why = unlikely
		}
	}
	dropRepeats(l.blocks)
}

// ask scores the blocks of the window by their features, and lets each hear
// what the trees say of those that it belongs with.
func (l *layout) ask(trees string, rows []float32) {
	from, to := l.window()
	window := l.blocks[from:to]
	for i := range window {
		window[i].asked, window[i].score = true, score(trees, rows[i*features:][:features])
	}
	pool(window)
	smooth(window)
}

// pool gives the items of a list and the cells of a table the mean of their
// scores: an editor puts in or leaves out the whole of it.
func pool(blocks []block) {
	for i := 0; i < len(blocks); {
		whole, sum, j := blocks[i].part(), float32(0), i
		for ; j < len(blocks) && blocks[j].part() == whole; j++ {
			sum += blocks[j].score
		}
		if whole != nil {
			for k := i; k < j; k++ {
				blocks[k].score = sum / float32(j-i)
			}
		}
		i = j
	}
}

// part returns the list or the table that the block is an item or a cell of.
func (b *block) part() *html.Node {
	switch b.tag {
	case atom.Li:
		return b.holder
	case atom.Td, atom.Th:
		for n := b.holder; n != nil; n = n.Parent {
			if n.DataAtom == atom.Table {
				return n
			}
		}
	}
	return nil
}

// A block says half as much of its neighbour as of itself, and what it says
// is bounded, so that a line that is surely none of the article's, an advert
// between two paragraphs, doesn't take them with it.
const (
	neighbourly = 0.5
	loudest     = 3
)

// smooth lets each score lean on those of the blocks right above and below in
// the same element: what is the article's and what isn't come in runs.
func smooth(blocks []block) {
	own := make([]float32, len(blocks))
	for i := range blocks {
		own[i] = blocks[i].score
	}
	for i := range blocks {
		sum, weight := own[i], float32(1)
		for _, j := range [...]int{i - 1, i + 1} {
			if j >= 0 && j < len(blocks) && blocks[j].holder == blocks[i].holder {
				sum += neighbourly * max(-loudest, min(loudest, own[j]))
				weight += neighbourly
			}
		}
		blocks[i].score = sum / weight
	}
}

// keeps weighs the rules' reason to drop a block, if any, against the model.
func (l *layout) keeps(why string, score float32) bool {
	switch {
	case why != "":
	case l.news:
		return score > dropNewsBelow
	default:
		return score > dropBelow
	}
	switch why {
	case "a link alone", "list of links", "teaser of another story":
		return score > restoreLinksAbove
	}
	return score > restoreAbove && !certain(why)
}

// certain reports the reasons that are drawn from a block's own words, which
// the model can't read, and from what the page itself calls the block, which
// it can't know better.
func certain(why string) bool {
	switch why {
	case "note on the author", "the author's name", "caption", "byline, date or section", "a page's label", "copyright", "prompt to the reader", "pointer to other pages", "credit", "no words", "said before":
		return true
	}
	return false
}

// explain returns the block i as a reader of the decision needs it.
func (l *layout) explain(i int) Block {
	b := &l.blocks[i]
	out := Block{Text: b.text, Tag: b.tag.String(), Kept: b.why == "", Rule: b.rule, Why: b.why}
	if b.asked {
		out.Chance = 1 / (1 + math.Exp(-float64(b.score)))
	}
	switch {
	case !out.Kept:
	case !b.asked:
		out.Why = "the rules keep it"
	case b.rule == "":
		out.Why = "the rules and the model agree"
	default:
		out.Why = "the model overrules: " + b.rule
	}
	return out
}
