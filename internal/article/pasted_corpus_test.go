package article

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"onrecord/internal/document"
)

// The bars that pasted text is held to.
const (
	lineBar     = .97
	headlineBar = .95
)

// missLedger records what is known to come out wrong; -update rewrites it.
const missLedger = "testdata/pasted/misses.txt"

// tally counts the lines of one or more cases: those found and wanted, and
// all that were one or the other.
type tally struct{ right, union, headlines, cases int }

func (s *tally) add(o tally) {
	s.right += o.right
	s.union += o.union
	s.headlines += o.headlines
	s.cases += o.cases
}

func (s tally) lines() float64 { return float64(s.right) / float64(max(1, s.union)) }

func (s tally) headline() float64 { return float64(s.headlines) / float64(max(1, s.cases)) }

func (s tally) String() string {
	return fmt.Sprintf("lines %.4f (%d of %d), headlines %.3f (%d of %d)", s.lines(), s.right, s.union, s.headline(), s.headlines, s.cases)
}

// TestPastedCorpus measures what is made of news pages that a person selected
// and pasted into a text file. Each case file is a sentence, the pasted text,
// and the headline and paragraphs that are the article's own.
//
// The errors of cases named held-* are counted and never shown: rules are
// written from the others, and these say whether a rule holds elsewhere.
func TestPastedCorpus(t *testing.T) {
	files, err := filepath.Glob("testdata/pasted/*.txtar")
	if err != nil || len(files) < 45 {
		t.Fatalf("testdata/pasted: %d case files, %v", len(files), err)
	}
	var open, held tally
	var ledger, short []string
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		got, misses := pastedCase(t, file)
		if strings.HasPrefix(name, "held-") {
			held.add(got)
			misses = heldMisses(got)
		} else {
			open.add(got)
		}
		if len(misses) > 0 {
			short = append(short, name)
		}
		for _, m := range misses {
			t.Logf("%s: %s", name, m)
			ledger = append(ledger, name+": "+m)
		}
	}
	for _, s := range [...]struct {
		name string
		tally
	}{{"open", open}, {"held", held}} {
		t.Logf("%s: %v", s.name, s.tally)
		if s.lines() < lineBar || s.headline() < headlineBar {
			t.Errorf("pasted text, %s: %v, want at least %.2f and %.2f; not perfect: %s", s.name, s.tally, lineBar, headlineBar, strings.Join(short, ", "))
		}
	}
	checkLedger(t, ledger)
}

// pastedCase extracts one case and says what is missing and what is extra.
func pastedCase(t *testing.T, file string) (tally, []string) {
	t.Helper()
	arc, err := txtar.ParseFile(file)
	if err != nil || len(arc.Files) != 2 || len(arc.Comment) == 0 {
		t.Fatalf("%s: want a sentence and two files: %v", file, err)
	}
	headline, body, found := strings.Cut(strings.TrimSuffix(string(arc.Files[1].Data), "\n"), "\n\n")
	if !found {
		t.Fatalf("%s: want.txt has no paragraphs", file)
	}
	d, err := document.Parse(pasted(&arc.Files[0]), document.Hint{Name: "input.txt"})
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	if d.Format != document.Text {
		t.Fatalf("%s: format %s, want text", file, d.Format)
	}
	a, err := Extract(d)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	want, got := strings.Split(body, "\n\n"), strings.Split(a.Text, "\n\n")
	missing, extra := parted(want, got)
	s := tally{right: len(want) - len(missing), union: len(want) + len(extra), cases: 1}
	var misses []string
	if a.Headline == headline {
		s.headlines++
	} else {
		misses = append(misses, "headline: "+a.Headline)
	}
	for _, l := range missing {
		misses = append(misses, "missing: "+l)
	}
	for _, l := range extra {
		misses = append(misses, "extra: "+l)
	}
	return s, misses
}

// pasted returns the input as the clipboard had it. What editors and version
// control would mend is named by the file instead: Windows line ends in
// input.crlf.txt, blanks at line ends in input.trailing.txt.
func pasted(f *txtar.File) []byte {
	s := string(f.Data)
	switch f.Name {
	case "input.crlf.txt":
		s = strings.ReplaceAll(s, "\n", "\r\n")
	case "input.trailing.txt":
		s = strings.ReplaceAll(s, "\n", "  \n")
	}
	return []byte(s)
}

// parted aligns two lists of lines in order, and returns those of want that
// got lacks and those of got that want lacks.
func parted(want, got []string) (missing, extra []string) {
	common := make([][]int, len(want)+1) // longest common subsequence of the tails
	for i := range common {
		common[i] = make([]int, len(got)+1)
	}
	for i := len(want) - 1; i >= 0; i-- {
		for j := len(got) - 1; j >= 0; j-- {
			if want[i] == got[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(want) && j < len(got) {
		switch {
		case want[i] == got[j]:
			i, j = i+1, j+1
		case common[i+1][j] >= common[i][j+1]:
			missing = append(missing, want[i])
			i++
		default:
			extra = append(extra, got[j])
			j++
		}
	}
	return slices.Concat(missing, want[i:]), slices.Concat(extra, got[j:])
}

// heldMisses says how much of a held case is wrong and not what.
func heldMisses(s tally) []string {
	if s.right == s.union && s.headlines == s.cases {
		return nil
	}
	return []string{fmt.Sprintf("%d of %d lines, %d of %d headlines", s.right, s.union, s.headlines, s.cases)}
}

// checkLedger fails on every change of what is known to be wrong, so that a
// rule that breaks a case shows as a line of a diff, as does one that mends it.
func checkLedger(t *testing.T, lines []string) {
	t.Helper()
	got := "# What comes out wrong of the case files, line by line; go test -update rewrites it.\n"
	for _, l := range lines {
		got += l + "\n"
	}
	if *update {
		if err := os.WriteFile(missLedger, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(missLedger)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-recorded +found):\n%s", missLedger, diff)
	}
}
