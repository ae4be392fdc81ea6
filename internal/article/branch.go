package article

import "golang.org/x/net/html"

// column is the share of the page's kept prose that the element holds whose
// children are told apart as branches: the article's paragraphs are branches
// of their own, a box between or below them is one together.
const column = 0.6

// branch is what one child of the main column holds.
type branch struct {
	first, blocks        int // the first of its blocks, and how many
	prose, runes, linked int
}

// branches tells for each block how it hangs below the page's main column.
type branches struct {
	main   *html.Node
	levels map[*html.Node]int // of main and the elements around it: how far up
	of     map[*html.Node]*branch
	unused []branch
}

// growBranches finds the main column, the deepest element that holds most of
// the kept prose, and weighs what hangs below it.
func growBranches(blocks []block) *branches {
	held := map[*html.Node]int{}
	total := 0
	for i := range blocks {
		if b := &blocks[i]; b.why == "" && b.prose() {
			held[b.own.Parent] += b.runes
			total += b.runes
		}
	}
	around := map[*html.Node]int{}
	for n, runes := range held {
		for ; n != nil; n = n.Parent {
			around[n] += runes
		}
	}
	s := &branches{levels: map[*html.Node]int{}, of: map[*html.Node]*branch{}, unused: make([]branch, len(blocks))}
	deepest := -1
	for n, runes := range around {
		if float64(runes) < column*float64(total) {
			continue
		}
		depth := 0
		for p := n.Parent; p != nil; p = p.Parent {
			depth++
		}
		if depth > deepest { // of those that hold most there is one at each depth
			deepest, s.main = depth, n
		}
	}
	for n, up := s.main, 0; n != nil; n, up = n.Parent, up+1 {
		s.levels[n] = up
	}
	for i := range blocks {
		s.add(blocks, i)
	}
	return s
}

// climb returns the branch's root above the block: the outermost element that
// does not hold the main column, how far below it the block lies, and how far
// up the column has to be left to reach it.
func (s *branches) climb(b *block) (root *html.Node, below, up int) {
	for root = b.own; root.Parent != nil; root = root.Parent {
		if up, inside := s.levels[root.Parent]; inside {
			return root, below, up
		}
		below++
	}
	return root, below, -1
}

func (s *branches) add(blocks []block, i int) {
	b := &blocks[i]
	root, _, _ := s.climb(b)
	br := s.of[root]
	if br == nil {
		br, s.unused = &s.unused[0], s.unused[1:]
		br.first = i
		s.of[root] = br
	}
	br.blocks++
	br.runes += b.runes
	br.linked += b.links
	if b.why == "" && b.prose() {
		br.prose += b.runes
	}
}
