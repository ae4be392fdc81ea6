package issue

import "onrecord/internal/digest"

// events groups the digests by what happened. The groups, and the digests in
// each, are in the order of digests.
func events(digests []digest.Digest) [][]digest.Digest {
	groups := cluster(alike(vectors(digests)))
	out := make([][]digest.Digest, len(groups))
	for k, g := range groups {
		for _, i := range g {
			out[k] = append(out[k], digests[i])
		}
	}
	return out
}

const (
	// leastLikeness is what a pair of articles must have in common to be
	// looked at. It is far under samePair, so that the mean over two groups
	// hardly misses the rest.
	leastLikeness = 0.05
	// mostArticles is how many articles may have a term that is used to find
	// pairs: one that a thousand have tells nothing apart.
	mostArticles = 1000
)

// posting is one article that has a term, and the term's weight in it.
type posting struct {
	article int32
	weight  float32
}

// newIndex returns for each term the articles that have it, in their order.
func newIndex(vs []vector) [][]posting {
	var lengths []int // by term
	total := 0
	for _, v := range vs {
		for _, t := range v {
			for int(t.id) >= len(lengths) {
				lengths = append(lengths, 0)
			}
			lengths[t.id]++
			total++
		}
	}
	index := make([][]posting, len(lengths))
	room := make([]posting, total)
	for id, n := range lengths {
		index[id], room = room[:0:n], room[n:]
	}
	for i, v := range vs {
		for _, t := range v {
			index[t.id] = append(index[t.id], posting{int32(i), t.weight})
		}
	}
	return index
}

// alike returns for each article its likeness to others. Pairs are found
// through an index of the terms, so articles that share none cost nothing.
func alike(vs []vector) []likeness {
	index := newIndex(vs)
	out := make([]likeness, len(vs))
	for i := range out {
		out[i] = likeness{}
	}
	sums := make([]float64, len(vs)) // with the articles before i
	var touched []int32
	for i, v := range vs {
		touched = touched[:0]
		for _, t := range v {
			postings := index[t.id]
			if len(postings) > mostArticles {
				continue
			}
			for _, p := range postings {
				if int(p.article) >= i {
					break
				}
				if sums[p.article] == 0 {
					touched = append(touched, p.article)
				}
				sums[p.article] += float64(p.weight) * float64(t.weight)
			}
		}
		for _, j := range touched {
			if sums[j] >= leastLikeness {
				out[i][int(j)] = sums[j]
				out[j][i] = sums[j]
			}
			sums[j] = 0
		}
	}
	return out
}
