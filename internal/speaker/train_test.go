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
// It fits a logistic regression for the cues and a conditional random field for
// what each reports to the open part of the corpus, prints what the grammar alone
// and the tagger reach on both parts, and writes the weights. The same corpus
// gives the same bytes.
var (
	trains = flag.Bool("train", false, "train the tagger on the open part of the corpus and write model.bin; runs no test")
	epochs = flag.Int("epochs", 10, "passes over the corpus")
	ridge  = flag.Float64("ridge", 60, "weight of the penalty")
	orders = flag.Int("orders", 3, "orders of the corpus that the weights are the mean of")
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

// TestModel holds that the model has the form in which it is read. A table may be
// full: only the heaviest weights are kept, and a look-up gives up after a few slots.
func TestModel(t *testing.T) {
	m := speaker.Model()
	if len(m) != speaker.ModelSize {
		t.Fatalf("model of %d bytes, want %d", len(m), speaker.ModelSize)
	}
	for _, table := range []struct {
		name, bytes string
		slot        int
	}{
		{"cues", m[:speaker.CueTable], speaker.CueSlot},
		{"contents", m[speaker.CueTable:], speaker.ContentSlot},
	} {
		full := 0
		for i := 0; i < len(table.bytes); i += table.slot {
			if table.bytes[i] != 0 {
				full++
			}
		}
		if share := float64(full*table.slot) / float64(len(table.bytes)); share < 0.2 {
			t.Errorf("%.0f %% of the slots for %s are taken", 100*share, table.name)
		}
	}
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

// lesson is a unit with the cues that a person marked in it and what they
// report.
type lesson struct {
	*speaker.Unit
	cue   []bool
	tasks []task
}

// task is one cue with the labels that its tokens should have.
type task struct {
	at   int
	gold []int
}

// lessons returns the units of the articles with what they should be read as.
func lessons(articles []corpus.Article) []lesson {
	speaker.SetModel("")
	var out []lesson
	for _, a := range articles {
		for _, u := range speaker.Units(a.Article) {
			out = append(out, taught(u, a.Statements))
		}
	}
	return out
}

func taught(u *speaker.Unit, statements []corpus.Statement) lesson {
	l := lesson{Unit: u, cue: make([]bool, len(u.Tokens))}
	for _, s := range statements {
		at := headOf(u, s.Cue)
		if at < 0 {
			continue
		}
		gold := make([]int, len(u.Tokens))
		for _, p := range s.Source {
			mark(u, gold, p, speaker.Speaks, speaker.Speaks)
		}
		for _, p := range s.Content {
			mark(u, gold, p, speaker.Begins, speaker.Within)
		}
		if !slices.Contains(gold, speaker.Begins) {
			continue // what is reported stands in another unit
		}
		if !l.cue[at] {
			l.cue[at] = true
			l.tasks = append(l.tasks, task{at, gold})
			continue
		}
		for _, t := range l.tasks { // two statements with one cue
			for k := range gold {
				if t.at == at && t.gold[k] == speaker.Outside {
					t.gold[k] = gold[k]
				}
			}
		}
	}
	return l
}

// headOf returns the token that stands for a cue, -1 where none of the unit does.
func headOf(u *speaker.Unit, cue []text.Span) int {
	at, best := -1, -1
	for _, p := range cue {
		for k, t := range u.Tokens {
			if n := u.Heads(k); t.Overlaps(p) && n > best {
				at, best = k, n
			}
		}
	}
	return at
}

// mark labels the tokens that the span shares text with.
func mark(u *speaker.Unit, gold []int, p text.Span, first, rest int) {
	y := first
	for k, t := range u.Tokens {
		if t.Overlaps(p) {
			gold[k] = y
			y = rest
		}
	}
}

// fit returns the weights of both stages in the form of model.bin. The second is
// fitted to cues as they score with a first stage that hasn't seen the unit.
func fit(ls []lesson) string {
	const block = 50 // units that go to one half together
	var halves [2][]lesson
	for i, l := range ls {
		h := i / block % 2
		halves[h] = append(halves[h], l)
	}
	var blind [2]table
	for h := range halves {
		blind[h] = fitCues(halves[h])
	}
	for i, l := range ls {
		l.Mark(blind[1-i/block%2].scores(l))
	}
	out := make([]byte, speaker.ModelSize)
	cues := fitCues(ls)
	pack(out[:speaker.CueTable], speaker.CueBits, cues.features, cues.weights, speaker.CueUnit)
	contents := fitContents(ls)
	pack(out[speaker.CueTable:], speaker.ContentBits, contents.features, contents.weights, speaker.ContentUnit)
	return string(out)
}

// table holds the weights of features: of each as many as there are labels, or
// one.
type table struct {
	ids      map[uint32]int32
	features []uint32
	weights  [][]float64
}

// numbered gives numbers to the features that are seen at least rare times; what
// is rarer says nothing of other articles.
func numbered(each func(func(uint32))) table {
	const rare = 2
	t := table{ids: map[uint32]int32{}}
	seen := map[uint32]int{}
	each(func(f uint32) {
		if seen[f]++; seen[f] == rare {
			t.ids[f] = int32(len(t.features))
			t.features = append(t.features, f)
		}
	})
	return t
}

func (t table) known(features []uint32) (out []int32) {
	for _, f := range features {
		if id, ok := t.ids[f]; ok {
			out = append(out, id)
		}
	}
	return out
}

// averaged sets the weights of the table to the mean of what run fits in several
// orders of n items: the order leaves its mark, and the mean has less of it.
func (t *table) averaged(n, width int, run func(order []int, w, g2 [][]float64)) {
	t.weights = zeros(len(t.features), width)
	for seed := range uint64(*orders) {
		w, g2 := zeros(len(t.features), width), zeros(len(t.features), width)
		rng := rand.New(rand.NewPCG(seed, 2))
		order := rng.Perm(n)
		for range *epochs {
			rng.Shuffle(n, func(i, j int) { order[i], order[j] = order[j], order[i] })
			run(order, w, g2)
		}
		for i := range w {
			for y := range w[i] {
				t.weights[i][y] += w[i][y] / float64(*orders)
			}
		}
	}
}

func zeros(n, width int) [][]float64 {
	flat := make([]float64, n*width)
	out := make([][]float64, n)
	for i := range out {
		out[i] = flat[i*width : (i+1)*width]
	}
	return out
}

// How long the steps of the two fits are. Short ones leave the weights of rare
// words small, so that what is common to many words decides: that helps most
// with articles unlike those of the corpus.
const (
	cueRate     = 0.03
	contentRate = 0.02
)

// ascend moves the weight along its gradient, by AdaGrad.
func ascend(w, g2 *float64, gradient, rate, ridge float64) {
	g := gradient - ridge**w
	*g2 += g * g
	*w += rate * g / (math.Sqrt(*g2) + 0.1)
}

// least is the gradient below which an example teaches nothing more.
const least = 1e-3

// fitCues fits the first stage by stochastic gradient ascent on the penalised
// likelihood.
func fitCues(ls []lesson) table {
	type example struct {
		rows []int32
		cue  float64
	}
	t := numbered(func(note func(uint32)) {
		for _, l := range ls {
			for k := range l.Tokens {
				if l.Candidate(k) {
					for _, f := range l.CueFeatures(k) {
						note(f)
					}
				}
			}
		}
	})
	var examples []example
	for _, l := range ls {
		for k := range l.Tokens {
			if l.Candidate(k) {
				e := example{rows: t.known(l.CueFeatures(k))}
				if l.cue[k] {
					e.cue = 1
				}
				examples = append(examples, e)
			}
		}
	}
	penalty := *ridge / float64(len(ls))
	t.averaged(len(examples), 1, func(order []int, w, g2 [][]float64) {
		for _, i := range order {
			e, s := &examples[i], 0.0
			for _, id := range e.rows {
				s += w[id][0]
			}
			if g := e.cue - 1/(1+math.Exp(-s)); math.Abs(g) > least {
				for _, id := range e.rows {
					ascend(&w[id][0], &g2[id][0], g, cueRate, penalty)
				}
			}
		}
	})
	return t
}

// scores returns how the tokens of a unit score as cues.
func (t table) scores(l lesson) []int32 {
	var out []int32
	for k := range l.Tokens {
		s := 0.0
		if l.Candidate(k) {
			for _, id := range t.known(l.CueFeatures(k)) {
				s += t.weights[id][0]
			}
		}
		out = append(out, int32(math.Round(s/speaker.CueUnit)))
	}
	return out
}

// coded is a task with its features numbered.
type coded struct {
	at      int
	gold    []int
	rows    [][]int32
	bridges [][speaker.Labels + 1][]int32
}

// fitContents fits the second stage likewise.
func fitContents(ls []lesson) table {
	t := numbered(func(note func(uint32)) {
		for _, l := range ls {
			for _, task := range l.tasks {
				prev := speaker.Nothing
				for k, y := range task.gold {
					rows, behind := l.ContentFeatures(task.at, k)
					for _, f := range rows {
						note(f)
					}
					for _, f := range behind[prev] {
						note(f)
					}
					prev = y
				}
			}
		}
	})
	var tasks []coded
	for _, l := range ls {
		for _, task := range l.tasks {
			c := coded{at: task.at, gold: task.gold}
			for k := range task.gold {
				rows, behind := l.ContentFeatures(task.at, k)
				c.rows = append(c.rows, t.known(rows))
				var b [speaker.Labels + 1][]int32
				for prev := range b {
					b[prev] = t.known(behind[prev][:])
				}
				c.bridges = append(c.bridges, b)
			}
			tasks = append(tasks, c)
		}
	}
	penalty := *ridge / float64(len(tasks))
	var f field
	t.averaged(len(tasks), labels, func(order []int, w, g2 [][]float64) {
		for _, i := range order {
			f.step(&tasks[i], w, g2, penalty)
		}
	})
	return t
}

// pack lays the heaviest weights out as model.bin has them.
func pack(out []byte, bits int, features []uint32, w [][]float64, unit float64) {
	order := make([]int, len(features))
	heft := make([]float64, len(features))
	for i := range order {
		order[i] = i
		for _, x := range w[i] {
			heft[i] += math.Abs(x)
		}
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(heft[b], heft[a]), cmp.Compare(features[a], features[b]))
	})
	size := len(out) >> bits
	for _, i := range order {
		slot, mark := speaker.SlotOf(features[i], bits)
		for range speaker.Probes {
			at := out[slot*size:][:size]
			if at[0] == mark {
				break // another feature with this mark weighs more
			}
			if at[0] == 0 {
				at[0] = mark
				for y, x := range w[i] {
					at[1+y] = byte(int8(max(-127, min(127, math.Round(x/unit)))))
				}
				break
			}
			slot = (slot + 1) & (1<<bits - 1)
		}
	}
}

// field holds the tables of one unit.
type field struct {
	own   [][speaker.Labels]float64
	trans [][speaker.Labels + 1][speaker.Labels]float64
	fwd   [][speaker.Labels]float64
	bwd   [][speaker.Labels]float64
}

const labels = speaker.Labels

func (f *field) step(l *coded, w, g2 [][]float64, ridge float64) {
	n := len(l.gold)
	if n == 0 {
		return
	}
	f.score(l, w)
	z := f.sum(n)
	update := func(id int32, y int, g float64) {
		ascend(&w[id][y], &g2[id][y], g, contentRate, ridge)
	}
	for k := range n {
		for y := range labels {
			p := math.Exp(f.fwd[k][y] + f.bwd[k][y] - z)
			g := -p
			if l.gold[k] == y {
				g++
			}
			if math.Abs(g) > least {
				for _, row := range l.rows[k] {
					update(row, y, g)
				}
			}
		}
		for prev := range labels + 1 {
			if (k == 0) != (prev == speaker.Nothing) {
				continue
			}
			for y := range labels {
				if !speaker.Possible(prev, y) {
					continue
				}
				s := f.trans[k][prev][y] + f.own[k][y] + f.bwd[k][y] - z
				was := speaker.Nothing
				if k > 0 {
					s += f.fwd[k-1][prev]
					was = l.gold[k-1]
				}
				g := -math.Exp(s)
				if was == prev && l.gold[k] == y {
					g++
				}
				if math.Abs(g) > least {
					for _, row := range l.bridges[k][prev] {
						update(row, y, g)
					}
				}
			}
		}
	}
}

func (f *field) score(l *coded, w [][]float64) {
	n := len(l.gold)
	f.own = append(f.own[:0], make([][labels]float64, n)...)
	f.trans = append(f.trans[:0], make([][labels + 1][labels]float64, n)...)
	for k := range n {
		own := &f.own[k]
		for _, id := range l.rows[k] {
			for y, x := range w[id] {
				own[y] += x
			}
		}
		for prev := range labels + 1 {
			if (k == 0) != (prev == speaker.Nothing) {
				continue
			}
			behind := &f.trans[k][prev]
			for _, id := range l.bridges[k][prev] {
				for y, x := range w[id] {
					behind[y] += x
				}
			}
		}
	}
}

// sum fills the forward and backward tables and returns the log of the sum
// over all sequences.
func (f *field) sum(n int) float64 {
	f.fwd = append(f.fwd[:0], make([][labels]float64, n)...)
	f.bwd = append(f.bwd[:0], make([][labels]float64, n)...)
	var room [labels]float64
	for k := range n {
		for y := range labels {
			terms := room[:0]
			if k == 0 {
				if speaker.Possible(speaker.Nothing, y) {
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
			terms := room[:0]
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
