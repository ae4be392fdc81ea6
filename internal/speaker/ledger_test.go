package speaker_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"onrecord/internal/article"
	"onrecord/internal/speaker"
)

// TestLedger compares what Find finds with what a person marked. A file holds
// an article, the marks, and the misjudgements: what is missed and what is
// extra. The test fails on any change that the ledger does not record, better
// or worse, so that an improvement shows as lines that go; it prints precision
// and recall. A mark is "Name: role; role", then one line a position.
func TestLedger(t *testing.T) {
	files, err := filepath.Glob("testdata/ledger/*.txtar")
	if err != nil || len(files) < 6 {
		t.Fatalf("Glob: %d files, %v; want at least 6", len(files), err)
	}
	var total score
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Files) != 3 {
			t.Fatalf("%s: %d parts, want article, marked, misjudged", file, len(a.Files))
		}
		body := strings.TrimSpace(string(a.Files[0].Data))
		found := speaker.Find(article.Article{Language: "en", Text: body})
		marked := marks(t, file, body, string(a.Files[1].Data))
		s, lines := judge(marked, claims(found))
		total.add(s)
		t.Logf("%-24s %v", filepath.Base(file), s)
		if *update {
			a.Files[2].Data = []byte(lines)
			if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if diff := cmp.Diff(string(a.Files[2].Data), lines); diff != "" {
			t.Errorf("%s: the ledger does not record (-recorded +now)\n%s", file, diff)
		}
	}
	t.Logf("%-24s %v", "all", total)
}

// score counts claims: who speaks, what they are, what they say.
type score struct{ hit, miss, extra int }

func (s *score) add(o score) { s.hit, s.miss, s.extra = s.hit+o.hit, s.miss+o.miss, s.extra+o.extra }

func (s score) String() string {
	return fmt.Sprintf("precision %.3f recall %.3f (%d found, %d missed, %d extra)",
		float64(s.hit)/float64(max(1, s.hit+s.extra)), float64(s.hit)/float64(max(1, s.hit+s.miss)), s.hit, s.miss, s.extra)
}

// marks reads what a person marked, and checks that it stands in the article.
func marks(t *testing.T, file, body, marked string) []string {
	t.Helper()
	var out []string
	name := ""
	for line := range strings.Lines(marked) {
		line = strings.TrimRight(line, "\n")
		quoted := strings.TrimPrefix(line, "\t")
		if quoted == line {
			var roles string
			name, roles, _ = strings.Cut(line, ": ")
			quoted = name
			out = append(out, "speaker: "+name)
			for role := range strings.SplitSeq(roles, "; ") {
				if role != "" {
					out = append(out, "role: "+name+": "+role)
				}
				if !strings.Contains(body, role) {
					t.Errorf("%s: role %q is not in the article", file, role)
				}
			}
		} else {
			out = append(out, "position: "+name+": "+quoted)
		}
		if !strings.Contains(body, quoted) {
			t.Errorf("%s: %q is not in the article", file, quoted)
		}
	}
	return out
}

func claims(found []speaker.Speaker) []string {
	var out []string
	for _, s := range found {
		out = append(out, "speaker: "+s.Name)
		for _, role := range s.Roles {
			out = append(out, "role: "+s.Name+": "+role)
		}
		for _, p := range s.Positions {
			out = append(out, "position: "+s.Name+": "+p.Text)
		}
	}
	return out
}

// judge compares two lists of claims.
func judge(marked, found []string) (score, string) {
	var s score
	var b strings.Builder
	left := map[string]int{}
	for _, c := range found {
		left[c]++
	}
	for _, c := range marked {
		if left[c] > 0 {
			left[c]--
			s.hit++
		} else {
			s.miss++
			fmt.Fprintf(&b, "miss: %s\n", c)
		}
	}
	for _, c := range found {
		if left[c] > 0 {
			left[c]--
			s.extra++
			fmt.Fprintf(&b, "extra: %s\n", c)
		}
	}
	return s, b.String()
}
