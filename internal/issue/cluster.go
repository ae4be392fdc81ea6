package issue

import (
	"cmp"
	"container/heap"
	"math"
	"slices"
)

// How alike two groups of articles on one event are, in the mean over all
// pairs: lonePair for two articles, where nothing else bears witness, samePair
// for small groups, and more again for large ones. Chosen on articles that are
// not part of the project, as the figures in vector.go, and flat around these:
// both on events that must be found, and on a newspaper's articles that share
// a club, a party or a war and no event.
const (
	lonePair  = 0.20
	samePair  = 0.16
	sameGroup = 0.10
	growth    = 0.17 // power of the number of pairs
	mostPairs = 225  // from here on more pairs prove nothing more
)

// sameEvent returns the mean likeness from which two groups with so many pairs
// of articles between them are on one event. One pair may be less alike than
// its event by chance; the mean of a hundred is not, and if it is low the
// groups are on two similar events.
func sameEvent(pairs int) float64 {
	if pairs == 1 {
		return lonePair
	}
	return max(samePair, sameGroup*math.Pow(float64(min(pairs, mostPairs)), growth))
}

// likeness is how alike one group is to others, by their number: summed over
// all pairs of articles. Groups that are not named are not alike.
type likeness map[int]float64

// clusters is the groups so far. A group that has become part of another has
// no members; the joined one gets a new number, so no stale link names it.
type clusters struct {
	members [][]int
	alike   []likeness
	links   links
}

// cluster groups articles by average link: it joins the two groups that are
// most alike over all pairs of their articles, again and again, until no two
// are alike enough. One article between two events does not chain them so.
// It returns the groups in the order of their first article.
func cluster(alike []likeness) [][]int {
	c := &clusters{alike: alike}
	for a := range alike {
		c.members = append(c.members, []int{a})
		for b := range alike[a] {
			if b < a {
				c.offer(b, a)
			}
		}
	}
	for c.links.Len() > 0 {
		l := heap.Pop(&c.links).(link)
		if c.members[l.a] != nil && c.members[l.b] != nil {
			c.join(l.a, l.b)
		}
	}
	out := slices.DeleteFunc(c.members, func(m []int) bool { return m == nil })
	slices.SortFunc(out, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	return out
}

// offer remembers groups a and b as ones to join, if they are alike enough.
func (c *clusters) offer(a, b int) {
	pairs := len(c.members[a]) * len(c.members[b])
	mean := c.alike[b][a] / float64(pairs)
	if enough := sameEvent(pairs); mean >= enough {
		heap.Push(&c.links, link{mean / enough, a, b})
	}
}

// join makes one group of a and b.
func (c *clusters) join(a, b int) {
	n := len(c.members)
	m := slices.Concat(c.members[a], c.members[b])
	slices.Sort(m)
	c.members = append(c.members, m)

	// Sums over pairs add up; the shorter map is poured into the longer.
	sums, other := c.alike[a], c.alike[b]
	if len(other) > len(sums) {
		sums, other = other, sums
	}
	for k, s := range other {
		sums[k] += s
	}
	delete(sums, a)
	delete(sums, b)
	c.alike = append(c.alike, sums)
	c.members[a], c.members[b] = nil, nil
	c.alike[a], c.alike[b] = nil, nil
	for k, s := range sums {
		delete(c.alike[k], a)
		delete(c.alike[k], b)
		c.alike[k][n] = s
		c.offer(k, n)
	}
}

// link is two groups that are alike enough to be joined.
type link struct {
	strength float64 // mean likeness by what is enough
	a, b     int
}

// links is a heap, the most alike on top.
type links []link

// Len is part of [heap.Interface].
func (q links) Len() int { return len(q) }

// Less is part of [heap.Interface]. Of two links as strong the one between
// earlier groups goes first, so that chance decides nothing.
func (q links) Less(i, j int) bool {
	return cmp.Or(
		cmp.Compare(q[j].strength, q[i].strength),
		cmp.Compare(q[i].a, q[j].a),
		cmp.Compare(q[i].b, q[j].b),
	) < 0
}

// Swap is part of [heap.Interface].
func (q links) Swap(i, j int) { q[i], q[j] = q[j], q[i] }

// Push is part of [heap.Interface].
func (q *links) Push(x any) { *q = append(*q, x.(link)) }

// Pop is part of [heap.Interface].
func (q *links) Pop() any {
	last := len(*q) - 1
	l := (*q)[last]
	*q = (*q)[:last]
	return l
}
