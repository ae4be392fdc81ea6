package summary

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"go/format"
	"io"
	"math"
	"os"
	"regexp"
	"strings"
	"testing"

	"onrecord/internal/article"
	"onrecord/internal/document"
	"onrecord/internal/speaker/corpus"
	"onrecord/internal/text"
)

// The trainer of weights.go is built with the tests, because the package
// itself reads no files:
//
//	go test -v ./internal/summary -train frank_dev.jsonl
//
// It learns from the 150 articles of internal/speaker/corpus with the
// summaries in testdata/references.txt, and from the files given ("none" for
// none). The references were written for this: the whole article in two or
// three sentences and some fifty words of the writer's own, as an editor would
// ask of a freelance writer. It writes the weights into weights.go and prints
// what they reach. The same articles give the same weights.
var trainOn = flag.String("train", "", "comma-separated files of more articles, one JSON object a line: title, text, refs (summaries as lists of sentences); rewrites weights.go and runs no test")

func TestMain(m *testing.M) {
	flag.Parse()
	if *trainOn == "" {
		os.Exit(m.Run())
	}
	if err := train(os.Stdout, strings.Split(*trainOn, ",")); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

const (
	folds = 5
	// ridge keeps weights small that few articles ask for.
	ridge = 0.01
	// wordPrice is the ROUGE that a word must bring to be worth its room.
	wordPrice = 0.0025
	// sentenceWorth is the ROUGE that a sentence more may cost: three short
	// ones are easier to read than two long ones.
	sentenceWorth = 0.012
	// leadWorth is the ROUGE that keeping the lead may cost. It is an editor's
	// choice: many articles of the corpus begin with a scene, and without it
	// hard news would lose its lead to a sentence with more names.
	leadWorth = 0.01
)

// option is a set of sentences that may be the summary, and what it is worth.
type option struct {
	features vector
	rouge    float64
	words    int
	size     int
}

// lesson is an article with all its possible summaries.
type lesson struct {
	options []option
	lead    [maxSentences + 1]float64 // the ROUGE of its first sentences, by their number
	moments moments
}

// moments are the covariances of the features, and of each with the worth.
type moments [features][features + 1]float64

func (m *moments) add(n *moments) {
	for i := range m {
		for j := range m[i] {
			m[i][j] += n[i][j]
		}
	}
}

// newLesson scores the possible summaries of a against the references.
func newLesson(a article.Article, references []string) *lesson {
	l := &lesson{}
	r := read(a)
	var wanted [][][]string
	for _, ref := range references {
		wanted = append(wanted, sentencesOf(ref))
	}
	score := func(sentences [][]string) float64 {
		sum := 0.0
		for _, w := range wanted {
			sum += rouge(w, sentences) / float64(len(wanted))
		}
		return sum
	}
	pairs := false
	r.sets(func(set []int) {
		o := option{features: r.measure(set), size: len(set)}
		var sentences [][]string
		for _, k := range set {
			sentences = append(sentences, stems(r.candidates[k].span.Of(a.Text)))
			o.words += r.candidates[k].words
		}
		o.rouge = score(sentences)
		pairs = pairs || len(set) > 1
		l.options = append(l.options, o)
	})
	if pairs { // only these are compared
		var kept []option
		for _, o := range l.options {
			if o.size > 1 {
				kept = append(kept, o)
			}
		}
		l.options = kept
	}
	all := sentencesOf(a.Text)
	for n := range l.lead {
		l.lead[n] = score(all[:min(n, len(all))])
	}
	l.average()
	return l
}

// average fills in the moments.
func (l *lesson) average() {
	n := float64(len(l.options))
	var mean vector
	worth := 0.0
	for k := range l.options {
		for i, x := range l.options[k].features {
			mean[i] += x / n
		}
		worth += l.options[k].worth() / n
	}
	for k := range l.options {
		o := &l.options[k]
		for i := range mean {
			x := (o.features[i] - mean[i]) / n
			for j := range mean {
				l.moments[i][j] += x * (o.features[j] - mean[j])
			}
			l.moments[i][features] += x * (o.worth() - worth)
		}
	}
}

// worth is what a summary is worth to the reader: that it says what people
// say, is short, and begins with the lead, which nobody misses in good company.
func (o *option) worth() float64 {
	return o.rouge - wordPrice*float64(o.words) + sentenceWorth*float64(o.size) + leadWorth*o.features[lead]
}

// best returns the option that the weights choose.
func (l *lesson) best(w *vector) *option {
	best, most := 0, math.Inf(-1)
	for k := range l.options {
		if score := l.options[k].features.dot(w); score > most {
			best, most = k, score
		}
	}
	return &l.options[best]
}

// fit returns the ridge regression's weights for the lessons that keep says.
func fit(lessons []*lesson, keep func(k int) bool) vector {
	var m moments
	n := 0
	for k, l := range lessons {
		if keep(k) {
			m.add(&l.moments)
			n++
		}
	}
	for i := range features {
		m[i][i] += ridge * float64(n)
	}
	return solve(&m)
}

// solve returns the solution of the linear equations m, whose matrix is
// positive definite (Gauss and Jordan).
func solve(m *moments) vector {
	for i := range features {
		for k := range features {
			if k == i {
				continue
			}
			by := m[k][i] / m[i][i]
			for j := i; j <= features; j++ {
				m[k][j] -= by * m[i][j]
			}
		}
	}
	var w vector
	for i := range w {
		w[i] = m[i][features] / m[i][i]
	}
	return w
}

// ownLessons are the articles of the corpus with the summaries in testdata.
func ownLessons() ([]*lesson, error) {
	articles, err := corpus.Load()
	if err != nil {
		return nil, err
	}
	references, err := readReferences()
	if err != nil {
		return nil, err
	}
	var lessons []*lesson
	for _, a := range articles {
		if ref, ok := references[a.Name]; ok {
			lessons = append(lessons, newLesson(a.Article, []string{ref}))
		}
	}
	return lessons, nil
}

// readReferences returns the summaries in testdata by the article's name.
func readReferences() (map[string]string, error) {
	raw, err := os.ReadFile("testdata/references.txt")
	if err != nil {
		return nil, err
	}
	references := map[string]string{}
	for _, p := range text.Paragraphs(string(raw)) {
		name, summary, found := strings.Cut(p.Of(string(raw)), "\n")
		if !found || !strings.HasPrefix(name, "## ") {
			return nil, fmt.Errorf("testdata/references.txt: %q is not a name and a summary", name)
		}
		references[name[len("## "):]] = summary
	}
	return references, nil
}

// readLessons reads a file of articles.
func readLessons(file string) ([]*lesson, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	var lessons []*lesson
	for lines.Scan() {
		var given struct {
			Title, Text string
			Refs        [][]string
		}
		if err := json.Unmarshal(lines.Bytes(), &given); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		d, err := document.Parse([]byte(given.Title+"\n\n"+given.Text), document.Hint{})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		a, err := article.Extract(d)
		if err != nil {
			continue // not an article to the program either
		}
		var references []string
		for _, ref := range given.Refs {
			references = append(references, strings.Join(ref, "\n\n"))
		}
		if l := newLesson(a, references); len(l.options) > 0 {
			lessons = append(lessons, l)
		}
	}
	return lessons, lines.Err()
}

// train fits the weights, writes weights.go and reports on w.
func train(w io.Writer, files []string) error {
	lessons, err := ownLessons()
	if err != nil {
		return err
	}
	sets := map[string][2]int{"own": {0, len(lessons)}}
	for _, file := range files {
		if file == "none" {
			continue
		}
		more, err := readLessons(file)
		if err != nil {
			return err
		}
		sets[file] = [2]int{len(lessons), len(lessons) + len(more)}
		lessons = append(lessons, more...)
	}
	learnt := fit(lessons, func(int) bool { return true })
	for _, set := range append([]string{"own"}, files...) {
		if bounds, ok := sets[set]; ok {
			fmt.Fprintf(w, "%s: %v\n  cross-validated: %v\n", set,
				average(lessons, bounds[0], bounds[1], func(int) *vector { return &learnt }), crossValidate(lessons, bounds[0], bounds[1]))
		}
	}
	return writeWeights(learnt)
}

// figures are means over articles.
type figures struct {
	rouge, lead, words, sentences float64
}

func (f figures) String() string {
	return fmt.Sprintf("ROUGE %.4f, lead of as many sentences %.4f, gain %+.4f; %.1f words in %.2f sentences",
		f.rouge, f.lead, f.rouge-f.lead, f.words, f.sentences)
}

// average returns the figures of lessons from to to under the weights that
// choose gives for each.
func average(lessons []*lesson, from, to int, choose func(k int) *vector) figures {
	var f figures
	n := float64(to - from)
	for k := from; k < to; k++ {
		o := lessons[k].best(choose(k))
		f.rouge += o.rouge / n
		f.lead += lessons[k].lead[o.size] / n
		f.words += float64(o.words) / n
		f.sentences += float64(o.size) / n
	}
	return f
}

// TestWeights holds what the weights reach on the articles of the corpus, so
// that a change that makes the summaries worse is seen. It is no estimate of
// what they reach elsewhere: they were fitted to these articles too.
func TestWeights(t *testing.T) {
	lessons, err := ownLessons()
	if err != nil {
		t.Fatal(err)
	}
	f := average(lessons, 0, len(lessons), func(int) *vector { return &weights })
	t.Log(f)
	if f.rouge-f.lead < 0.015 || f.rouge < 0.345 || f.words > 55 {
		t.Errorf("%v; want ROUGE of at least 0.345, a gain of 0.015 and at most 55 words", f)
	}
}

func crossValidate(lessons []*lesson, from, to int) figures {
	var w [folds]vector
	for fold := range w {
		w[fold] = fit(lessons, func(k int) bool { return k%folds != fold })
	}
	return average(lessons, from, to, func(k int) *vector { return &w[k%folds] })
}

// writeWeights puts the weights into weights.go, which names each.
func writeWeights(w vector) error {
	source, err := os.ReadFile("weights.go")
	if err != nil {
		return err
	}
	lines := regexp.MustCompile(`(?m)^(\t\w+: +)[-\d.]+(, +//)`)
	k := -1
	written := lines.ReplaceAllStringFunc(string(source), func(line string) string {
		k++
		return lines.ReplaceAllString(line, fmt.Sprintf("${1}%.2f${2}", 100*w[k]))
	})
	if k != features-1 {
		return fmt.Errorf("weights.go has %d weights, want %d", k+1, features)
	}
	formatted, err := format.Source([]byte(written))
	if err != nil {
		return err
	}
	return os.WriteFile("weights.go", formatted, 0o644)
}
