package speaker_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"onrecord/internal/article"
	"onrecord/internal/speaker"
	"onrecord/internal/text"
)

var update = flag.Bool("update", false, "rewrite the wanted output in testdata")

// compact writes speakers so that a case can be read at a glance.
func compact(speakers []speaker.Speaker) string {
	var b strings.Builder
	for _, s := range speakers {
		fmt.Fprintf(&b, "%s (%s)", s.Name, s.Kind)
		for i, role := range s.Roles {
			sep := "; "
			if i == 0 {
				sep = ": "
			}
			b.WriteString(sep + role)
		}
		b.WriteByte('\n')
		for _, p := range s.Positions {
			fmt.Fprintf(&b, "\t%s [%s] %s\n", p.Type, p.Cue, p.Text)
		}
	}
	return b.String()
}

// TestCases holds every construction the grammar knows: each file is a
// sentence that names it, then pairs of an article and its speakers.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("Glob: %d files, %v", len(files), err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(a.Files); i += 2 {
			in, want := a.Files[i], &a.Files[i+1]
			title, lang, _ := strings.Cut(in.Name, "@")
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar")+"/"+title, func(t *testing.T) {
				if want.Name != "want" {
					t.Fatalf("%s: %q is followed by %q, want \"want\"", file, in.Name, want.Name)
				}
				got := compact(speaker.Find(article.Article{Language: lang, Text: strings.TrimSpace(string(in.Data))}))
				if *update {
					want.Data = []byte(got)
				} else if diff := cmp.Diff(string(want.Data), got); diff != "" {
					t.Errorf("Find(%s): -want +got\n%s", title, diff)
				}
			})
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// check fails unless what the package promises of every position holds.
func check(t *testing.T, a article.Article, speakers []speaker.Speaker) {
	t.Helper()
	quotations := text.Quotations(a.Text)
	seen := map[string]bool{}
	for _, s := range speakers {
		if s.Name == "" || !strings.Contains(a.Text, s.Name) {
			t.Errorf("speaker %q is not in the text", s.Name)
		}
		if len(s.Positions) == 0 {
			t.Errorf("speaker %q says nothing", s.Name)
		}
		if s.Roles == nil {
			t.Errorf("speaker %q: roles are nil, not empty", s.Name)
		}
		for _, role := range s.Roles {
			if role == "" || !strings.Contains(a.Text, role) {
				t.Errorf("role %q of %q is not in the text", role, s.Name)
			}
		}
		last, led := 0, true // the positions up to here lead
		for i, p := range s.Positions {
			if p.Start < 0 || p.End > len(a.Text) || p.Start >= p.End || p.Text != a.Text[p.Start:p.End] {
				t.Fatalf("position %v of %q is not its slice of %d bytes", p.Span, s.Name, len(a.Text))
			}
			// Only the first statement may stand before what comes earlier, with
			// all that goes on from it.
			if p.Start < last && !led {
				t.Errorf("positions of %q out of order at %v", s.Name, p.Span)
			}
			led = led && p.Start >= last && (i == 0 || speaker.GoesOn(s.Positions[i-1], p))
			last = p.Start
			if utf8.ValidString(a.Text) && (!utf8.ValidString(p.Text) || !utf8.ValidString(p.Cue) || !utf8.ValidString(s.Name)) {
				t.Errorf("position %v of %q splits a rune", p.Span, s.Name)
			}
			if !strings.Contains(a.Text, p.Cue) {
				t.Errorf("cue %q is not in the text", p.Cue)
			}
			switch p.Type {
			case speaker.Direct, speaker.Indirect, speaker.Mixed:
			default:
				t.Errorf("position %v has type %q", p.Span, p.Type)
			}
			for _, q := range quotations {
				if q.Depth == 0 && q.Outer.Overlaps(p.Span) && !q.Inner.Contains(p.Span) && !p.Span.Contains(q.Outer) {
					t.Errorf("position %v of %q cuts the quotation %v", p.Span, s.Name, q.Outer)
				}
			}
			key := fmt.Sprint(s.Name, p.Span)
			if seen[key] {
				t.Errorf("position %v of %q is given twice", p.Span, s.Name)
			}
			seen[key] = true
		}
	}
}

func FuzzFind(f *testing.F) {
	files, _ := filepath.Glob("testdata/*/*.txtar")
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, part := range a.Files {
			f.Add(string(part.Data), "en")
			f.Add(string(part.Data), "de")
		}
	}
	f.Add("“\xff,” said\u00a0Marn. “A", "")
	f.Fuzz(func(t *testing.T, s, lang string) {
		a := article.Article{Language: lang, Text: s}
		got := speaker.Find(a)
		check(t, a, got)
		if diff := cmp.Diff(got, speaker.Find(a)); diff != "" {
			t.Errorf("Find differs from itself:\n%s", diff)
		}
	})
}
