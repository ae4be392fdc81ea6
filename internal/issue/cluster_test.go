package issue

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// pairs makes the likenesses of n articles, symmetric, from those given.
func pairs(n int, given map[[2]int]float64) []likeness {
	out := make([]likeness, n)
	for i := range out {
		out[i] = likeness{}
	}
	for p, x := range given {
		out[p[0]][p[1]] = x
		out[p[1]][p[0]] = x
	}
	return out
}

func TestCluster(t *testing.T) {
	// Two events of four articles each, quite alike within.
	two := map[[2]int]float64{}
	for _, event := range [][]int{{0, 2, 4, 6}, {1, 3, 5, 7}} {
		for i, a := range event {
			for _, b := range event[i+1:] {
				two[[2]int{a, b}] = 0.5
			}
		}
	}
	// Article 8 is between them and tells a little of both.
	between := map[[2]int]float64{}
	for p, x := range two {
		between[p] = x
	}
	for i := range 8 {
		between[[2]int{i, 8}] = 0.21 - 0.001*float64(i%2)
	}
	for _, c := range []struct {
		name  string
		n     int
		given map[[2]int]float64
		want  [][]int
	}{
		{"none", 0, nil, nil},
		{"strangers", 2, nil, [][]int{{0}, {1}}},
		{"a pair", 2, map[[2]int]float64{{0, 1}: 0.21}, [][]int{{0, 1}}},
		{"hardly alike", 2, map[[2]int]float64{{0, 1}: 0.19}, [][]int{{0}, {1}}},
		{"to a group", 3, map[[2]int]float64{{0, 1}: 0.5, {0, 2}: 0.19, {1, 2}: 0.19}, [][]int{{0, 1, 2}}},
		{"two events", 8, two, [][]int{{0, 2, 4, 6}, {1, 3, 5, 7}}},
		{"one between does not chain", 9, between, [][]int{{0, 2, 4, 6, 8}, {1, 3, 5, 7}}},
		{"the most alike first", 3, map[[2]int]float64{{0, 1}: 0.3, {1, 2}: 0.4}, [][]int{{0}, {1, 2}}},
		{"of equals the earlier", 3, map[[2]int]float64{{0, 1}: 0.3, {1, 2}: 0.3}, [][]int{{0, 1}, {2}}},
	} {
		if diff := cmp.Diff(c.want, cluster(pairs(c.n, c.given))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestLargeGroupsNeedMore(t *testing.T) {
	if lone, two := sameEvent(1), sameEvent(2); lone <= two {
		t.Errorf("sameEvent(1) = %v and sameEvent(2) = %v, want more of two lone articles", lone, two)
	}
	last := 0.0
	for _, n := range []int{2, 4, 16, 64, 100, 225} {
		need := sameEvent(n)
		if need < last {
			t.Errorf("sameEvent(%d) = %v, less than for fewer pairs", n, need)
		}
		last = need
	}
	if got := sameEvent(1_000_000); got != last {
		t.Errorf("sameEvent(1000000) = %v, want %v as for %d", got, last, mostPairs)
	}
}
