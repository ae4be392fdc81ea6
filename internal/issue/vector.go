package issue

import (
	"cmp"
	"math"
	"slices"
)

// How much a word counts, and how far into an article. Chosen on articles
// that are not part of the project, and flat around these figures.
const (
	headlineWeight = 3.0 // the event in a line
	leadWeight     = 3.0 // the first leadWords say what happened
	nameWeight     = 1.6 // among all words: who and where
	numberWeight   = 1.3 // likewise dates, tolls and sums
	voiceWeight    = 0.3 // words that say who speaks
	leadWords      = 60
	textWords      = 300 // beyond these an article is background
	kindTerms      = 120 // the heaviest terms kept of each kind
)

// shares is how much of the likeness of two articles each kind of term makes.
var shares = [kinds]float64{wordKind: 0.7, nameKind: 0.15, pairKind: 0.15}

// background is how many other articles every term is counted against, as if
// one in forty had it: on a day of few articles being in two of them must not
// make a word common.
const background = 200.0

// term is one dimension of a vector: the number of a term, and its weight.
type term struct {
	id     int32
	weight float32
}

// vector is an article as its heaviest terms. The product of two is their
// likeness, from 0 to 1.
type vector []term

// vectors weighs the terms of every piece by how few pieces have them.
func vectors(pieces []piece) []vector {
	l := newLexicon()
	counts := make([][kinds][]counted, len(pieces))
	for i, p := range pieces {
		counts[i] = l.count(p)
	}
	rarity := make([]float64, len(l.spread))
	for id, n := range l.spread {
		rarity[id] = math.Log((float64(len(pieces)) + background) / (n + background/40))
	}
	// A term of one article adds to that article's length but to no likeness.
	alone := func(t term) bool { return l.spread[t.id] == 1 }
	out := make([]vector, len(pieces))
	for i := range counts {
		for kind, share := range shares {
			out[i] = append(out[i], slices.DeleteFunc(weigh(counts[i][kind], rarity, share), alone)...)
		}
	}
	return out
}

// weigh makes the vector of one kind of term: each by how often it stands in
// the article, dampened, and how few have it, and all together of the length
// that makes products of two such vectors at most share.
func weigh(counts []counted, rarity []float64, share float64) vector {
	v := make(vector, 0, len(counts))
	for _, c := range counts {
		v = append(v, term{c.id, float32((1 + math.Log(max(c.n, 1))) * rarity[c.id])})
	}
	if len(v) > kindTerms {
		slices.SortFunc(v, func(a, b term) int {
			return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.id, b.id))
		})
		v = v[:kindTerms]
	}
	var sum float64
	for _, t := range v {
		sum += float64(t.weight) * float64(t.weight)
	}
	for i := range v {
		v[i].weight *= float32(math.Sqrt(share / sum))
	}
	return v
}
