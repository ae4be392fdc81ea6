package corpus_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/speaker"
	"onrecord/internal/speaker/corpus"
)

var update = flag.Bool("update", false, "rewrite testdata/figures.txt")

func load(t *testing.T) []corpus.Article {
	t.Helper()
	all, err := corpus.Load()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestAnnotation holds that every name and role of the annotation stands in
// the article, that every speaker has a statement, and that enough is held out.
func TestAnnotation(t *testing.T) {
	held := 0
	for _, a := range load(t) {
		if a.Held {
			held++
		}
		lower := strings.ToLower(a.Article.Text)
		speaks := map[int]bool{}
		for _, s := range a.Statements {
			speaks[s.Speaker] = true
		}
		for i, s := range a.Speakers {
			if !speaks[i] {
				t.Errorf("%s: %s says nothing", a.Name, s.Name)
			}
			for _, phrase := range append([]string{s.Name}, s.Roles...) {
				if !strings.Contains(lower, strings.ToLower(phrase)) {
					t.Errorf("%s: %q does not stand in the article", a.Name, phrase)
				}
			}
		}
		if n := a.Article.Words; n < 250 || n > 1000 {
			t.Errorf("%s: %d words", a.Name, n)
		}
	}
	if all := len(load(t)); all < 150 || held < 30 {
		t.Errorf("%d articles, %d of them held out, want 150 and 30", all, held)
	}
}

// TestFigures measures speaker.Find on the corpus and fails on any figure that
// is not the recorded one: a change that costs, or gains, says so.
func TestFigures(t *testing.T) {
	var trained, held corpus.Scores
	for _, a := range load(t) {
		s := corpus.Measure(a, speaker.Find(a.Article))
		if a.Held {
			held.Add(s)
		} else {
			trained.Add(s)
		}
	}
	const path = "testdata/figures.txt"
	got := table("open", trained) + table("held", held)
	t.Logf("\n%s", got)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("figures (-recorded +now):\n%s", diff)
	}
}

// TestNamesBegin holds that no name of a speaker begins with a word that only a
// sentence begins with: "Only Ingrid Vale", "Monday Tomas Hale".
func TestNamesBegin(t *testing.T) {
	never := strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Yesterday Today Only Also Even Still Then Later Now Perhaps Meanwhile Instead Again Once But And When While After Before Asked")
	for _, a := range load(t) {
		for _, s := range speaker.Find(a.Article) {
			if first, _, _ := strings.Cut(s.Name, " "); s.Kind != speaker.Unnamed && slices.Contains(never, first) {
				t.Errorf("%s: speaker %q", a.Name, s.Name)
			}
		}
	}
}

func table(name string, s corpus.Scores) string {
	var b strings.Builder
	for _, row := range []struct {
		what  string
		score corpus.Score
	}{{"speakers", s.Speakers}, {"roles", s.Roles}, {"direct", s.Direct}, {"indirect", s.Indirect}, {"named", s.Named}} {
		fmt.Fprintf(&b, "%s %-8s precision %.3f recall %.3f f1 %.3f\n", name, row.what, row.score.Precision(), row.score.Recall(), row.score.F1())
	}
	return b.String()
}

func TestParseRefuses(t *testing.T) {
	const head = "desk: court\nstyle: agency\nheld: no\nheadline: H\nspeaker: A | person | Ann | judge\n\n"
	if _, err := corpus.Parse("good", head+"<s A1>Ann</s> <c A1>said</c> <q A1>yes</q>."); err != nil {
		t.Fatal(err)
	}
	for _, body := range []string{
		"<q A1>not closed", "<q B1>no such speaker</q>", "<q A1>wrong</c>", "<q A1><c A1>nested</c></q>",
		"<s A1>Ann</s> says nothing", "<q>no id</q>", "a < b",
	} {
		if _, err := corpus.Parse("bad", head+body); err == nil {
			t.Errorf("Parse(%q): no error", body)
		}
	}
	for _, header := range []string{"speaker: A | person", "speaker: A | ghost | Ann", "desc: court", "desk: court"} {
		if _, err := corpus.Parse("bad", header+"\n\nbody"); err == nil {
			t.Errorf("Parse with header %q: no error", header)
		}
	}
}
