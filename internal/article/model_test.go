package article

import (
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestModelTrees walks every tree that is shipped: each step has to lead on
// within its tree, and to a leaf.
func TestModelTrees(t *testing.T) {
	if len(modelTrees) == 0 || len(modelTrees) > 200_000 {
		t.Fatalf("%d bytes of trees, want some and at most 200 kB", len(modelTrees))
	}
	for at := 0; at < len(modelTrees); {
		size := int(binary.LittleEndian.Uint32([]byte(modelTrees[at:])))
		if size < 4+nodeSize || at+size > len(modelTrees) || (size-4)%nodeSize != 0 {
			t.Fatalf("a tree of %d bytes at %d of %d", size, at, len(modelTrees))
		}
		tree := modelTrees[at+4 : at+size]
		for i := 0; i < len(tree); i += nodeSize {
			feature, jump := int(tree[i]), nodeSize*(int(tree[i+2])|int(tree[i+3])<<8)
			if feature == leafMark {
				continue
			}
			if feature >= features || jump < 2*nodeSize || i+jump >= len(tree) {
				t.Fatalf("node at %d: feature %d, right child %d bytes on, tree of %d", at+4+i, feature, jump, len(tree))
			}
		}
		if tree[len(tree)-nodeSize] != leafMark {
			t.Fatalf("the tree at %d ends in no leaf", at)
		}
		at += size
	}
}

// TestLearner grows trees on a rule of two features and reads them back.
func TestLearner(t *testing.T) {
	var samples []sample
	for i := range 400 {
		row := make([]float32, features)
		row[3], row[7], row[11] = float32(i%20), float32(i/20), float32(i%7)
		s := sample{row: row, weight: 1}
		if row[3] > 9 && row[7] < 12 {
			s.label = 1
		}
		samples = append(samples, s)
	}
	grow := func() string {
		g := &learner{trees: 30, depth: 3, rate: 0.3, minWeight: 1, ridge: 1}
		return g.learn(samples)
	}
	trees := grow()
	for i, s := range samples {
		if got := score(trees, s.row) > 0; got != (s.label > 0) {
			t.Errorf("sample %d: %v, want %v", i, got, s.label > 0)
		}
	}
	if grow() != trees {
		t.Error("the same samples grew other trees")
	}
}

// TestPool holds the items of a list, and the cells of a table, to one
// decision, and leaves paragraphs alone.
func TestPool(t *testing.T) {
	blocks, _ := cut(parsePage(t, `<ul><li>Blankets</li><li>A torch</li></ul><p>One.</p><p>Two.</p><ul><li>Water</li></ul>
		<table><tr><th>Ferry</th><td>9.40</td></tr><tr><td>Bus</td></tr></table>`), true)
	for i, score := range []float32{2, -1, 3, -3, -2, 1, 1, 4} {
		blocks[i].score = score
	}
	pool(blocks)
	if got, want := scores(blocks), []float32{0.5, 0.5, 3, -3, -2, 2, 2, 2}; !slices.Equal(got, want) {
		t.Errorf("scores %v, want %v", got, want)
	}
}

// TestSmooth lets a paragraph in doubt go with those around it, a sure one
// stand, and takes nothing from another element.
func TestSmooth(t *testing.T) {
	for _, tt := range []struct {
		name, page string
		in, want   []float32
	}{
		{"in doubt amid the text", "<p>One.</p><p>Two.</p><p>Three.</p>", []float32{2, -1, 2}, []float32{1, 0.5, 1}},
		{"surely none of it", "<p>One.</p><p>Two.</p><p>Three.</p>", []float32{2, -9, 2}, []float32{1.0 / 3, -3.5, 1.0 / 3}},
		{"in a box", "<p>One.</p><div><p>Two.</p></div><p>Three.</p>", []float32{2, -1, 2}, []float32{2, -1, 2}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			blocks, _ := cut(parsePage(t, tt.page), true)
			for i := range blocks {
				blocks[i].score = tt.in[i]
			}
			smooth(blocks)
			if got := scores(blocks); !slices.Equal(got, tt.want) {
				t.Errorf("scores %v, want %v", got, tt.want)
			}
		})
	}
}

func scores(blocks []block) []float32 {
	out := make([]float32, len(blocks))
	for i := range blocks {
		out[i] = blocks[i].score
	}
	return out
}

func parsePage(t *testing.T, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}
