package article

import (
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"onrecord/internal/document"
)

// The trainer of model.bin is built with the tests, because the package itself
// reads no files:
//
//	go test -v ./internal/article -train [-measure pages.jsonl,more.jsonl]
//
// It learns which blocks are the article's from the invented sites of
// testdata/sites and from nothing else, and prints what the rules, the best
// possible choice and the model reach on them, the model also cross-validated
// by site. Other pages whose text is known only measure it. The same sites give
// the same bytes.
var (
	trainModel = flag.Bool("train", false, "grow model.bin from the invented sites; runs no test")
	measureOn  = flag.String("measure", "", "with -train, comma-separated files of labelled pages to measure on, one JSON object a line: url, html or raw (base64), body")
)

func TestMain(m *testing.M) {
	flag.Parse()
	if !*trainModel {
		os.Exit(m.Run())
	}
	if err := train(os.Stdout, strings.FieldsFunc(*measureOn, func(r rune) bool { return r == ',' })); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// labelled is a page whose article is known.
type labelled struct {
	URL  string `json:"url"`
	HTML string `json:"html"`
	Raw  []byte `json:"raw"`
	Body string `json:"body"`
}

// lesson is a labelled page as the learner needs it.
type lesson struct {
	fold   int
	set    int
	gold   []string // words
	l      *layout
	rows   []float32
	labels []bool
	from   int
}

const folds = 5

const pageWeight = 40

// perSite is how many pages are drawn of each invented site.
const perSite = 40

// train learns from the invented sites, writes model.bin and reports on w, also
// on the pages of the files, one set each.
func train(w io.Writer, files []string) error {
	var lessons []*lesson
	for _, name := range siteNames() {
		for seed := range uint64(perSite) {
			if le := newLesson(drawSite(name, seed), 0); le != nil {
				lessons = append(lessons, le)
			}
		}
	}
	learned := lessons
	for i, file := range files {
		read, err := readLessons(file, 1+i)
		if err != nil {
			return err
		}
		lessons = append(lessons, read...)
	}
	sets := 1 + len(files)
	report(w, "rules", lessons, sets, func(le *lesson, i int) bool { return le.l.blocks[i].why == "" })
	report(w, "oracle", lessons, sets, func(le *lesson, i int) bool {
		return i >= le.from && i-le.from < len(le.labels) && le.labels[i-le.from]
	})
	models := make([]string, folds+1)
	var wg sync.WaitGroup
	slots := make(chan bool, 2)
	for k := range models {
		wg.Go(func() {
			slots <- true
			defer func() { <-slots }()
			models[k] = grown(learned, k)
		})
	}
	wg.Wait()
	decide := func(model func(*lesson) string) func(*lesson, int) bool {
		var asked *lesson
		return func(le *lesson, i int) bool {
			b := &le.l.blocks[i]
			if k := i - le.from; k < 0 || k >= len(le.labels) || len(le.l.blocks) < fewBlocks {
				return b.why == ""
			}
			if asked != le {
				asked = le
				le.l.ask(model(le), le.rows)
			}
			return le.l.keeps(b.why, b.score)
		}
	}
	report(w, "model", lessons, sets, decide(func(*lesson) string { return models[folds] }))
	report(w, "cross-validated", learned, 1, decide(func(le *lesson) string { return models[le.fold] }))
	fmt.Fprintf(w, "%d bytes of trees\n", len(models[folds]))
	return os.WriteFile("model.bin", []byte(models[folds]), 0o644)
}

// grown learns from all lessons but those of one fold.
func grown(lessons []*lesson, without int) string {
	var samples []sample
	for _, le := range lessons {
		if le.fold == without {
			continue
		}
		// A page counts as one page: the longest ones are lists of offers,
		// whose hundreds of blocks would drown the news.
		first, sum := len(samples), float32(0)
		for k, label := range le.labels {
			s := sample{row: le.rows[k*features:][:features]}
			if label {
				s.label = 1
			}
			n := float64(min(1000, le.l.blocks[le.from+k].runes))
			s.weight = float32(0.25 + math.Sqrt(n)/20)
			sum += s.weight
			samples = append(samples, s)
		}
		for k := range samples[first:] {
			samples[first+k].weight *= pageWeight / max(pageWeight, sum)
		}
	}
	g := &learner{trees: 100, depth: 4, rate: 0.1, minWeight: 30, ridge: 30}
	return g.learn(samples)
}

func readLessons(file string, set int) ([]*lesson, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := json.NewDecoder(f)
	var out []*lesson
	for in.More() {
		var p labelled
		if err := in.Decode(&p); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if le := newLesson(p, set); le != nil {
			out = append(out, le)
		}
	}
	return out, nil
}

func newLesson(p labelled, set int) *lesson {
	if len(p.Raw) == 0 {
		p.Raw = []byte(p.HTML)
	}
	d, err := document.Parse(p.Raw, document.Hint{Name: "page.html"})
	if err != nil || d.Root == nil || p.Body == "" {
		return nil
	}
	l := arrange(d.Root, collect(d.Root), true)
	if l == nil {
		return nil
	}
	le := &lesson{set: set, l: l, gold: words(p.Body), fold: int(siteHash(p.URL) % folds)}
	from, to := l.window()
	le.from, le.rows = from, l.describe()
	le.labels = goldBlocks(l.blocks[from:to], le.gold)
	return le
}

// siteHash keeps the pages of one site in one fold.
func siteHash(address string) uint32 {
	u, _ := url.Parse(address)
	parts := strings.Split(u.Hostname(), ".")
	h := fnv.New32a()
	io.WriteString(h, strings.Join(parts[max(0, len(parts)-2):], "."))
	return h.Sum32()
}

func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_' })
}

// goldBlocks tells which blocks are the article's, by the chain of blocks that
// stands in the gold text in the same order and covers most of it.
func goldBlocks(blocks []block, gold []string) []bool {
	index := map[string][]int{}
	for i := range gold {
		index[gram(gold, i, 4)] = append(index[gram(gold, i, 4)], i)
	}
	first := map[string][]int{}
	for i, w := range gold {
		first[w] = append(first[w], i)
	}
	type place struct{ block, start, end, worth, prev int }
	var places []place
	for b := range blocks {
		ws := words(blocks[b].text)
		for _, at := range candidates(ws, gold, index, first) {
			places = append(places, place{b, at[0], at[1], at[2], -1})
		}
	}
	sum := make([]int, len(places))
	best := -1
	for i, p := range places {
		sum[i] = p.worth
		for j := range i {
			if q := places[j]; q.block < p.block && q.end <= p.start+2 && sum[j]+p.worth > sum[i] {
				sum[i], places[i].prev = sum[j]+p.worth, j
			}
		}
		if best < 0 || sum[i] > sum[best] {
			best = i
		}
	}
	out := make([]bool, len(blocks))
	for i := best; i >= 0; i = places[i].prev {
		out[places[i].block] = true
	}
	return out
}

func gram(ws []string, i, n int) string { return strings.Join(ws[i:min(len(ws), i+n)], " ") }

// candidates returns the places of the gold text where a block may stand:
// first word, last word, and how many words are the same.
func candidates(ws, gold []string, index, first map[string][]int) [][3]int {
	var out [][3]int
	if len(ws) == 0 {
		return nil
	}
	if len(ws) < 8 {
		for _, at := range first[ws[0]] {
			if at+len(ws) <= len(gold) && gram(gold, at, len(ws)) == gram(ws, 0, len(ws)) && len(out) < 6 {
				out = append(out, [3]int{at, at + len(ws), len(ws)})
			}
		}
		return out
	}
	tried := map[int]bool{}
	for i := 0; i+4 <= len(ws) && len(out) < 6; i += 1 + len(ws)/40 {
		for _, at := range index[gram(ws, i, 4)] {
			start := max(0, at-i)
			if tried[start/8] || len(tried) > 12 {
				continue
			}
			tried[start/8] = true
			same, end := 0, min(len(gold), start+len(ws)+4)
			here := map[string]bool{}
			for j := start; j < end; j++ {
				here[gram(gold, j, 4)] = true
			}
			for j := 0; j+4 <= len(ws); j++ {
				if here[gram(ws, j, 4)] {
					same++
				}
			}
			if same*2 > len(ws)-3 {
				out = append(out, [3]int{start, min(len(gold), start+len(ws)), same})
			}
		}
	}
	return out
}

// report logs the measure of the article benchmarks: precision and recall of
// four-word shingles, and the share of pages without a wrong one.
func report(w io.Writer, name string, lessons []*lesson, sets int, keep func(*lesson, int) bool) {
	for set := range sets {
		var p, r, np, nr, perfect, pages float64
		for _, le := range lessons {
			if le.set != set {
				continue
			}
			blocks := slices.Clone(le.l.blocks)
			for i := range blocks {
				if blocks[i].why = "no"; keep(le, i) {
					blocks[i].why = ""
				}
			}
			dropRepeats(blocks)
			var text []string
			for i := range blocks {
				if blocks[i].why == "" {
					text = append(text, words(blocks[i].text)...)
				}
			}
			hit, nGold, nText := shingleHits(le.gold, text)
			pages++
			if nText > 0 {
				p, np = p+float64(hit)/float64(nText), np+1
			}
			if nGold > 0 {
				r, nr = r+float64(hit)/float64(nGold), nr+1
			}
			if hit == nGold && hit == nText {
				perfect++
			}
		}
		p, r = p/np, r/nr
		fmt.Fprintf(w, "%-24s set %d: F1 %.4f P %.4f R %.4f perfect %.3f of %v\n", name, set, 2*p*r/(p+r), p, r, perfect/pages, pages)
	}
}

func shingleHits(gold, text []string) (hit, nGold, nText int) {
	count := map[string]int{}
	for i := range max(min(1, len(gold)), len(gold)-3) {
		count[gram(gold, i, 4)]++
		nGold++
	}
	for i := range max(min(1, len(text)), len(text)-3) {
		if g := gram(text, i, 4); count[g] > 0 {
			count[g]--
			hit++
		}
		nText++
	}
	return hit, nGold, nText
}
