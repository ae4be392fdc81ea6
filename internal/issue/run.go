package issue

import (
	"net/url"
	"slices"
	"strings"

	"onrecord/internal/article"
)

// run is some words in a row that stand in an article: a hash, which is the
// same for the same words of the same outlet, above the article's place.
type run uint64

func (r run) hash() uint32   { return uint32(r >> 32) }
func (r run) article() int32 { return int32(uint32(r)) }

// sharedRuns counts the runs that two articles of one outlet have in common,
// by their places in articles, the lower first; and those of each article. An
// article that has too few to tell, or no outlet, has none.
func sharedRuns(articles []revision) (shared map[[2]int32]int, counts []int) {
	var runs []run
	for i, a := range articles {
		runs = appendRuns(runs, int32(i), a.Article)
	}
	slices.Sort(runs)
	runs = slices.Compact(runs)
	counts = make([]int, len(articles))
	for _, r := range runs {
		counts[r.article()]++
	}
	shared = map[[2]int32]int{}
	for len(runs) > 0 {
		n := 1
		for n < len(runs) && runs[n].hash() == runs[0].hash() {
			n++
		}
		if n <= commonRun {
			for i, a := range runs[:n] {
				for _, b := range runs[i+1 : n] {
					shared[[2]int32{a.article(), b.article()}]++
				}
			}
		}
		runs = runs[n:]
	}
	return shared, counts
}

func appendRuns(runs []run, i int32, a article.Article) []run {
	from := outlet(a.Publication, a.URL)
	if from == "" {
		return runs
	}
	ws := words(a.Text, textWords)
	if len(ws) < runLength+fewRuns {
		return runs
	}
	seed := addHash(offset32, from)
	for k := range len(ws) - runLength + 1 {
		h := seed
		for _, w := range ws[k : k+runLength] {
			h = addHash(h, w.folded)
		}
		runs = append(runs, run(h)<<32|run(i))
	}
	return runs
}

// outlet names who published an article, by its publication or the site of its
// address. It is empty where neither is known.
func outlet(publication, address string) string {
	if p := strings.ToLower(strings.TrimSpace(publication)); p != "" {
		return p
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// keepsNames reports whether b still names, somewhere in its beginning, what
// the lead of a names. An update does; what is made by the form names another
// place in the same words. A capital at the start of a sentence counts, too:
// what it begins there may be a name.
func keepsNames(b, a article.Article) bool {
	var kept []string
	for _, w := range words(b.Text, textWords) {
		kept = append(kept, w.folded)
	}
	slices.Sort(kept)
	named, missing := 0, 0
	for _, w := range words(a.Text, leadWords) {
		if !w.capital {
			continue
		}
		named++
		if _, found := slices.BinarySearch(kept, w.folded); !found {
			missing++
		}
	}
	return missing*10 <= named
}

// addHash goes on with a 32-bit FNV-1a hash: the same in every process, unlike
// those of hash/maphash, and without the allocation of hash/fnv's.
func addHash(h uint32, s string) uint32 {
	const prime = 16777619
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * prime
	}
	return (h ^ ' ') * prime
}

// offset32 is what an FNV-1a hash begins with.
const offset32 = 2166136261
