package article

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/htmlindex"

	"onrecord/internal/document"
)

var update = flag.Bool("update", false, "rewrite the wanted output in testdata")

// TestExtractCases runs every case file: a sentence, an upload, what should
// come of it. An upload named page.iso-8859-2.html is stored as UTF-8 in the
// case file and turned into that charset first.
func TestExtractCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 12 {
		t.Fatalf("testdata: %d case files, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			arc, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in, want := &arc.Files[0], &arc.Files[1]
			d, err := document.Parse(encoded(t, in), document.Hint{Name: in.Name})
			if err != nil {
				t.Fatal(err)
			}
			a, err := Extract(d)
			if err != nil {
				t.Fatal(err)
			}
			got := render(a)
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(arc), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(want.Data), got); diff != "" {
				t.Errorf("Extract(%s) (-want +got):\n%s", in.Name, diff)
			}
		})
	}
}

func encoded(t *testing.T, f *txtar.File) []byte {
	t.Helper()
	parts := strings.Split(f.Name, ".")
	if len(parts) == 2 {
		return f.Data
	}
	enc, err := htmlindex.Get(parts[1])
	if err != nil {
		t.Fatal(err)
	}
	raw, err := enc.NewEncoder().Bytes(f.Data)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// render writes an article as a person would check it.
func render(a Article) string {
	return fmt.Sprintf("headline: %s\nbyline: %s\npublication: %s\nurl: %s\npublished: %s\nlanguage: %s\nwords: %d, %d min\n\n%s\n",
		a.Headline, strings.Join(a.Byline, "; "), a.Publication, a.URL, a.Published, a.Language, a.Words, a.ReadingMinutes, a.Text)
}
