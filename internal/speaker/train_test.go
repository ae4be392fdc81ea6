package speaker_test

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"onrecord/internal/article"
	"onrecord/internal/speaker"
	"onrecord/internal/speaker/corpus"
	"onrecord/internal/text"
)

// The trainer of model.bin is built with the tests, because it needs the corpus
// and the package itself reads no files:
//
//	go test -v ./internal/speaker -train
//
// It fits a conditional random field to the open part of the corpus, prints
// what the grammar alone and the tagger reach on both parts, and writes the
// weights. The same corpus gives the same bytes.
var (
	trains = flag.Bool("train", false, "train the tagger on the open part of the corpus and write model.bin; runs no test")
	epochs = flag.Int("epochs", 6, "passes over the corpus")
	ridge  = flag.Float64("ridge", 3, "weight of the penalty")
)

func TestMain(m *testing.M) {
	flag.Parse()
	if !*trains {
		os.Exit(m.Run())
	}
	if err := train(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// TestModel holds that the model has the form in which it is read.
func TestModel(t *testing.T) {
	m := speaker.Model()
	if len(m) != speaker.Slots*speaker.SlotSize {
		t.Fatalf("model of %d bytes, want %d", len(m), speaker.Slots*speaker.SlotSize)
	}
	full := 0
	for i := 0; i < len(m); i += speaker.SlotSize {
		if m[i] != 0 {
			full++
		}
	}
	if share := float64(full) / speaker.Slots; share < 0.2 || share > 0.95 {
		t.Errorf("%.0f %% of the model's slots are taken", 100*share)
	}
}

// lesson is a unit with its labels.
type lesson struct {
	speaker.Unit
	gold []int
}

func train(w io.Writer) error {
	all, err := corpus.Load()
	if err != nil {
		return err
	}
	var open, held []corpus.Article
	for _, a := range all {
		if a.Held {
			held = append(held, a)
		} else {
			open = append(open, a)
		}
	}
	speaker.SetModel("")
	figures(w, "grammar, held", held, speaker.Find)
	// Three folds of the open part say what the tagger reaches on articles
	// that it hasn't seen.
	var folded corpus.Scores
	const folds = 3
	for k := range folds {
		var rest, fold []corpus.Article
		for i, a := range open {
			if i%folds == k {
				fold = append(fold, a)
			} else {
				rest = append(rest, a)
			}
		}
		speaker.SetModel(fit(lessons(rest)))
		for _, a := range fold {
			folded.Add(corpus.Measure(a, speaker.Find(a.Article)))
		}
	}
	show(w, "folds of the open part", folded)
	weights := fit(lessons(open))
	speaker.SetModel(weights)
	figures(w, "fitted", open, speaker.Find)
	figures(w, "held", held, speaker.Find)
	return os.WriteFile("model.bin", []byte(weights), 0o644)
}

func figures(w io.Writer, name string, articles []corpus.Article, find func(article.Article) []speaker.Speaker) {
	var s corpus.Scores
	for _, a := range articles {
		s.Add(corpus.Measure(a, find(a.Article)))
	}
	show(w, name, s)
}

func show(w io.Writer, name string, s corpus.Scores) {
	fmt.Fprintf(w, "%-24s direct %.3f indirect %.3f (p %.3f r %.3f) speakers %.3f named %.3f\n", name, s.Direct.F1(), s.Indirect.F1(), s.Indirect.Precision(), s.Indirect.Recall(), s.Speakers.F1(), s.Named.F1())
}

// lessons labels the tokens of the articles.
func lessons(articles []corpus.Article) []lesson {
	var out []lesson
	for _, a := range articles {
		speaker.SetModel("")
		for _, u := range speaker.Units(a.Article) {
			out = append(out, lesson{u, labelled(u, a.Statements)})
		}
	}
	return out
}

func labelled(u speaker.Unit, statements []corpus.Statement) []int {
	gold := make([]int, len(u.Tokens))
	for _, s := range statements {
		for _, c := range s.Cue {
			mark(u, gold, c, int(speaker.Reports), int(speaker.Reports))
		}
		for _, c := range s.Content {
			mark(u, gold, c, int(speaker.Begins), int(speaker.Within))
		}
	}
	return gold
}

// mark labels the tokens that the span shares text with.
func mark(u speaker.Unit, gold []int, p text.Span, first, rest int) {
	y := first
	for k, t := range u.Tokens {
		if t.Overlaps(p) {
			gold[k] = y
			y = rest
		}
	}
}

// fit returns the weights in the form of model.bin, found by stochastic
// gradient ascent with AdaGrad on the penalised likelihood.
func fit(ls []lesson) string {
	ids, features := numbered(ls)
	mean := make([]weights, len(features))
	coded := make([]coded, len(ls))
	for i := range ls {
		coded[i] = code(ls[i], ids)
	}
	// The order in which the units come leaves its mark; the mean over several
	// orders has less of it.
	const orders = 5
	for seed := range uint64(orders) {
		w, g2 := make([]weights, len(features)), make([]weights, len(features))
		rng := rand.New(rand.NewPCG(seed, 2))
		order := rng.Perm(len(ls))
		var f field
		for range *epochs {
			rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
			for _, i := range order {
				f.step(&coded[i], w, g2, *ridge/float64(len(ls)))
			}
		}
		for i := range w {
			for y := range w[i] {
				mean[i][y] += w[i][y] / orders
			}
		}
	}
	return packed(features, mean)
}

type weights [speaker.Labels]float64

// numbered numbers the features that are seen at least rare times; what is
// rarer says nothing of other articles.
func numbered(ls []lesson) (map[uint32]int32, []uint32) {
	const rare = 2
	seen := map[uint32]int{}
	ids := map[uint32]int32{}
	var features []uint32
	note := func(f uint32) {
		if seen[f]++; seen[f] == rare {
			ids[f] = int32(len(features))
			features = append(features, f)
		}
	}
	for _, l := range ls {
		for k := range l.Rows {
			for _, f := range l.Rows[k] {
				note(f)
			}
			prev := int(speaker.Nothing)
			if k > 0 {
				prev = l.gold[k-1]
			}
			for _, f := range l.Bridges[k][prev] {
				note(f)
			}
		}
	}
	return ids, features
}

// packed lays the heaviest weights out as model.bin has them.
func packed(features []uint32, w []weights) string {
	weight := func(i int) (s float64) {
		for _, x := range w[i] {
			s += math.Abs(x)
		}
		return s
	}
	order := make([]int, len(features))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(weight(b), weight(a)), cmp.Compare(features[a], features[b]))
	})
	out := make([]byte, speaker.Slots*speaker.SlotSize)
	for _, i := range order {
		slot, mark := speaker.SlotOf(features[i])
		for range speaker.Probes {
			at := out[slot*speaker.SlotSize:][:speaker.SlotSize]
			if at[0] == mark {
				break // another feature with this mark weighs more
			}
			if at[0] == 0 {
				at[0] = mark
				for y, x := range w[i] {
					at[1+y] = byte(int8(max(-127, min(127, math.Round(x/speaker.WeightUnit)))))
				}
				break
			}
			slot = (slot + 1) % speaker.Slots
		}
	}
	return string(out)
}

// coded is a lesson with its features numbered.
type coded struct {
	gold    []int
	rows    [][]int32
	bridges [][speaker.Labels + 1][]int32
}

func code(l lesson, ids map[uint32]int32) coded {
	c := coded{gold: l.gold}
	known := func(features []uint32) (out []int32) {
		for _, f := range features {
			if id, ok := ids[f]; ok {
				out = append(out, id)
			}
		}
		return out
	}
	for k := range l.Rows {
		c.rows = append(c.rows, known(l.Rows[k]))
		var b [speaker.Labels + 1][]int32
		for prev := range b {
			b[prev] = known(l.Bridges[k][prev][:])
		}
		c.bridges = append(c.bridges, b)
	}
	return c
}

// field holds the tables of one unit.
type field struct {
	own    [][speaker.Labels]float64
	trans  [][speaker.Labels + 1][speaker.Labels]float64
	fwd    [][speaker.Labels]float64
	bwd    [][speaker.Labels]float64
	expect [speaker.Labels]float64
}

const labels = speaker.Labels

func (f *field) step(l *coded, w, g2 []weights, ridge float64) {
	n := len(l.gold)
	if n == 0 {
		return
	}
	f.score(l, w)
	z := f.sum(n)
	update := func(id int32, y int, g float64) {
		g -= ridge * w[id][y]
		g2[id][y] += g * g
		w[id][y] += 0.25 * g / (math.Sqrt(g2[id][y]) + 0.1)
	}
	for k := range n {
		for y := range labels {
			p := math.Exp(f.fwd[k][y] + f.bwd[k][y] - z)
			g := -p
			if l.gold[k] == y {
				g++
			}
			if math.Abs(g) > 1e-4 {
				for _, row := range l.rows[k] {
					update(row, y, g)
				}
			}
		}
		for prev := range labels + 1 {
			if (k == 0) != (prev == int(speaker.Nothing)) {
				continue
			}
			for y := range labels {
				if !speaker.Possible(prev, y) {
					continue
				}
				s := f.trans[k][prev][y] + f.own[k][y] + f.bwd[k][y] - z
				was := int(speaker.Nothing)
				if k > 0 {
					s += f.fwd[k-1][prev]
					was = l.gold[k-1]
				}
				g := -math.Exp(s)
				if was == prev && l.gold[k] == y {
					g++
				}
				if math.Abs(g) > 1e-4 {
					for _, row := range l.bridges[k][prev] {
						update(row, y, g)
					}
				}
			}
		}
	}
}

func (f *field) score(l *coded, w []weights) {
	n := len(l.gold)
	f.own = make([][labels]float64, n)
	f.trans = make([][labels + 1][labels]float64, n)
	for k := range n {
		for _, id := range l.rows[k] {
			for y := range labels {
				f.own[k][y] += w[id][y]
			}
		}
		for prev := range labels + 1 {
			for _, id := range l.bridges[k][prev] {
				for y := range labels {
					f.trans[k][prev][y] += w[id][y]
				}
			}
		}
	}
}

// sum fills the forward and backward tables and returns the log of the sum
// over all sequences.
func (f *field) sum(n int) float64 {
	f.fwd, f.bwd = make([][labels]float64, n), make([][labels]float64, n)
	for k := range n {
		for y := range labels {
			var terms []float64
			if k == 0 {
				if speaker.Possible(int(speaker.Nothing), y) {
					terms = append(terms, f.trans[0][speaker.Nothing][y])
				}
			} else {
				for prev := range labels {
					if speaker.Possible(prev, y) {
						terms = append(terms, f.fwd[k-1][prev]+f.trans[k][prev][y])
					}
				}
			}
			f.fwd[k][y] = f.own[k][y] + logSum(terms)
		}
	}
	for k := n - 2; k >= 0; k-- {
		for y := range labels {
			var terms []float64
			for next := range labels {
				if speaker.Possible(y, next) {
					terms = append(terms, f.trans[k+1][y][next]+f.own[k+1][next]+f.bwd[k+1][next])
				}
			}
			f.bwd[k][y] = logSum(terms)
		}
	}
	return logSum(f.fwd[n-1][:])
}

func logSum(x []float64) float64 {
	m := math.Inf(-1)
	for _, v := range x {
		m = max(m, v)
	}
	if math.IsInf(m, -1) {
		return m
	}
	s := 0.0
	for _, v := range x {
		s += math.Exp(v - m)
	}
	return m + math.Log(s)
}
