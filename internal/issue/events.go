package issue

// events groups the articles by what happened. The groups, and the articles in
// each, are in the order of articles.
func events(articles []revision) [][]revision {
	pieces := make([]piece, len(articles))
	for i, d := range articles {
		pieces[i] = articlePiece(d)
	}
	groups := cluster(alike(vectors(pieces)))
	out := make([][]revision, len(groups))
	for k, g := range groups {
		for _, i := range g {
			out[k] = append(out[k], articles[i])
		}
	}
	return out
}

func articlePiece(a revision) piece {
	p := piece{headline: a.Article.Headline, body: a.Article.Text}
	for _, s := range a.Speakers {
		p.speakers = append(append(p.speakers, s.Name), s.Roles...)
	}
	return p
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

// index is, for each term, the articles that have it, in their order.
type index [][]posting

func newIndex(vs []vector) index {
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
	ix := make(index, len(lengths))
	room := make([]posting, total)
	for id, n := range lengths {
		ix[id], room = room[:0:n], room[n:]
	}
	for i, v := range vs {
		for _, t := range v {
			ix[t.id] = append(ix[t.id], posting{int32(i), t.weight})
		}
	}
	return ix
}

// search sums the likeness of v to articles of an index, article by article.
type search struct {
	index
	sums    []float64 // by article
	touched []int32   // articles of which sums is not zero
}

func newSearch(vs []vector) *search {
	return &search{index: newIndex(vs), sums: make([]float64, len(vs))}
}

// near calls found for each article before the one of number limit that has
// enough in common with v, in an order that only depends on the vectors.
// Articles that share no term with v cost nothing.
func (s *search) near(v vector, limit int, found func(article int, likeness float64)) {
	for _, t := range v {
		if int(t.id) >= len(s.index) || len(s.index[t.id]) > mostArticles {
			continue
		}
		for _, p := range s.index[t.id] {
			if int(p.article) >= limit {
				break
			}
			if s.sums[p.article] == 0 {
				s.touched = append(s.touched, p.article)
			}
			s.sums[p.article] += float64(p.weight) * float64(t.weight)
		}
	}
	for _, a := range s.touched {
		if s.sums[a] >= leastLikeness {
			found(int(a), s.sums[a])
		}
		s.sums[a] = 0
	}
	s.touched = s.touched[:0]
}

// alike returns for each article its likeness to others.
func alike(vs []vector) []likeness {
	out := make([]likeness, len(vs))
	for i := range out {
		out[i] = likeness{}
	}
	s := newSearch(vs)
	for i, v := range vs {
		s.near(v, i, func(j int, x float64) {
			out[i][j] = x
			out[j][i] = x
		})
	}
	return out
}
