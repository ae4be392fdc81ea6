package bench_test

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/internal/digest"
)

var update = flag.Bool("update", false, "write allocations.txt anew")

const figures = "allocations.txt"

// margin is how far a count may be above its figure: maps make it differ a
// little from run to run, and so does the race detector.
const margin = 1.10

// allocations counts those of an article, from its bytes to JSON.
func allocations(t *testing.T, path string) int {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return int(testing.AllocsPerRun(20, func() {
		d, err := digest.Make(digest.Source{Key: path}, raw)
		if err == nil {
			err = d.Encode(io.Discard)
		}
		if err != nil {
			t.Fatal(err)
		}
	}))
}

// TestAllocations holds each sample article against its figure. A change that
// costs says so by changing the figure: go test ./internal/bench -update.
func TestAllocations(t *testing.T) {
	paths, err := filepath.Glob("../../events/articles/*/*")
	if err != nil || len(paths) < 8 {
		t.Fatalf("%d sample articles: %v", len(paths), err)
	}
	var now strings.Builder
	was := readFigures(t)
	for _, path := range paths {
		name := strings.TrimPrefix(filepath.ToSlash(path), "../../events/articles/")
		n := allocations(t, path)
		fmt.Fprintf(&now, "%6d %s\n", n, name)
		if *update {
			continue
		}
		if figure, found := was[name]; !found || float64(n) > margin*float64(figure) {
			t.Errorf("%s: %d allocations, figure %d", name, n, figure)
		}
	}
	if *update {
		if err := os.WriteFile(figures, []byte(now.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// readFigures reads the committed counts by article.
func readFigures(t *testing.T) map[string]int {
	t.Helper()
	f, err := os.Open(figures)
	if err != nil {
		if *update {
			return nil
		}
		t.Fatal(err)
	}
	defer f.Close()
	found := map[string]int{}
	for s := bufio.NewScanner(f); s.Scan(); {
		var n int
		number, name, _ := strings.Cut(strings.TrimSpace(s.Text()), " ")
		if _, err := fmt.Sscan(number, &n); err != nil {
			t.Fatalf("%s: %v", figures, err)
		}
		found[name] = n
	}
	return found
}
