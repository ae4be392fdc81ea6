package article

import "golang.org/x/net/html/atom"

// guard is the share of a page's prose from which on an element can't be
// junk, whatever its name: templates put "has-sidebar" or "related" on the
// element that holds the whole article, and some name every section of it so.
const guard = 0.4

// tailAfter is how much prose has to stand above comments and teasers for
// them to be that.
const tailAfter = 400

// mark hands the kinds of the regions down to their blocks, but for those
// that hold too much of the page's prose to mean what their name says.
func mark(blocks []block, regions []region) {
	prose := proseSums(blocks)
	total := float64(max(1, prose[len(blocks)]))
	named := map[string]int{} // prose by class name, over all elements of that name
	for _, r := range regions {
		if r.kind != 0 {
			named[attribute(r.node, "class")] += prose[r.end] - prose[r.start]
		}
	}
	for i := range regions {
		r := &regions[i]
		if r.kind == 0 {
			continue
		}
		held := prose[r.end] - prose[r.start]
		if class := attribute(r.node, "class"); class != "" {
			held = max(held, named[class])
		}
		if prose[r.end]-prose[r.start] > 500 {
			r.kind &^= kindCredit | kindAuthor // "category-economy" on the article
		}
		if float64(held) > guard*total {
			if r.kind&kindTail != 0 {
				continue // may still be the comments, and longer than the article
			}
			r.kind &= kindBody | kindArticle
		}
		for j := r.start; j < r.end && r.kind != 0; j++ {
			blocks[j].kind |= r.kind
		}
	}
}

// markTail marks as junk the comments and teasers that follow the text:
// regions named so, below the headline and a fair piece of prose.
func markTail(blocks []block, regions []region, headline int) {
	prose := proseSums(blocks)
	for _, r := range regions {
		if r.kind&kindTail == 0 || r.start <= headline || prose[r.start]-prose[headline] < tailAfter {
			continue
		}
		for i := r.start; i < r.end; i++ {
			blocks[i].kind |= kindJunk
		}
	}
}

// proseSums returns the runes of running text before each block.
func proseSums(blocks []block) []int {
	sums := make([]int, len(blocks)+1)
	for i := range blocks {
		sums[i+1] = sums[i]
		if blocks[i].prose() {
			sums[i+1] += blocks[i].runes
		}
	}
	return sums
}

// otherArticles marks as junk the article elements beside the one that the
// headline stands in: the next story, endlessly scrolled.
func otherArticles(blocks []block, regions []region, headline int) {
	prose := proseSums(blocks)
	own := region{start: 0, end: len(blocks) + 1}
	for _, r := range regions {
		if r.node.DataAtom == atom.Article && r.start <= headline && headline < r.end && r.end-r.start < own.end-own.start {
			own = r
		}
	}
	if own.node == nil || prose[own.end]-prose[own.start] < 500 {
		return
	}
	for _, r := range regions {
		if r.node.DataAtom != atom.Article || r.start < own.end {
			continue
		}
		for i := r.start; i < r.end; i++ {
			blocks[i].kind |= kindJunk
		}
	}
}

// weigh gives every block its value: running text is worth its length, lists
// of links and what the page itself calls something else cost.
func weigh(blocks []block) {
	for i := range blocks {
		b := &blocks[i]
		n := float64(min(b.runes, 1200))
		share := b.linkShare()
		switch {
		case b.kind&(kindJunk|kindAside) != 0:
			b.value = -10 - min(n, 150)
		case b.kind&(kindCaption|kindCredit) != 0:
			b.value = -min(n, 20)
		case b.why != "":
			b.value = -10
		case share >= 0.5:
			b.value = -15 - n/4
		case b.prose():
			b.value = n * (1 - share)
		case isHeading(b.tag):
			b.value = -20 * share
		case b.runes >= 80:
			b.value = n * (1 - share) * 0.6
		case b.tag == atom.Li || b.tag == atom.Td:
			b.value = n*0.2 - 40*share
		case b.tag == atom.P:
			b.value = n*0.3 - 60*share
		default:
			b.value = -10 - 30*share
		}
		if b.kind&kindBody != 0 && b.value > 0 {
			b.value *= 1.3
		}
	}
}

// container picks the element whose blocks are worth most together: text
// pulls it wider, junk keeps it narrow. Of elements worth nearly the same it
// takes the smallest.
func container(blocks []block, regions []region) (start, end int) {
	sum := make([]float64, len(blocks)+1)
	for i := range blocks {
		sum[i+1] = sum[i] + blocks[i].value
	}
	start, end = 0, len(blocks)
	best := sum[len(blocks)]
	for _, r := range regions {
		best = max(best, sum[r.end]-sum[r.start])
	}
	for _, r := range regions {
		if sum[r.end]-sum[r.start] >= 0.95*best && r.end-r.start <= end-start {
			start, end = r.start, r.end
		}
	}
	return start, end
}
