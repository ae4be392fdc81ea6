package article

import (
	"encoding/binary"
	"math"
	"slices"
)

// sample is one block as the learner sees it.
type sample struct {
	row    []float32
	label  float32
	weight float32
}

// learner grows gradient-boosted regression trees with logistic loss over
// binned features. The same samples give the same trees.
type learner struct {
	trees     int
	depth     int
	rate      float32
	minWeight float32 // of a leaf's hessian
	ridge     float32
	edges     [][]float32
	bins      []uint8 // of sample i and feature f at i*features+f
	grad      []float32
	hess      []float32
	raw       []float32
	out       []byte
}

const maxBins = 64

// learn returns the trees in the form that score reads.
func (g *learner) learn(samples []sample) string {
	g.bin(samples)
	g.grad, g.hess, g.raw = make([]float32, len(samples)), make([]float32, len(samples)), make([]float32, len(samples))
	all := make([]int32, len(samples))
	for range g.trees {
		for i := range samples {
			p := float32(1 / (1 + math.Exp(-float64(g.raw[i]))))
			g.grad[i] = (p - samples[i].label) * samples[i].weight
			g.hess[i] = p * (1 - p) * samples[i].weight
			all[i] = int32(i)
		}
		start := len(g.out)
		g.out = append(g.out, 0, 0, 0, 0)
		g.grow(all, g.depth)
		binary.LittleEndian.PutUint32(g.out[start:], uint32(len(g.out)-start))
	}
	return string(g.out)
}

// bin cuts every feature at its quantiles.
func (g *learner) bin(samples []sample) {
	g.edges = make([][]float32, features)
	g.bins = make([]uint8, len(samples)*features)
	for f := range features {
		values := make([]float32, len(samples))
		for i := range samples {
			values[i] = samples[i].row[f]
		}
		slices.Sort(values)
		distinct := slices.Compact(slices.Clone(values))
		var edges []float32
		if len(distinct) <= maxBins {
			edges = distinct[:len(distinct)-1]
		} else {
			for k := 1; k < maxBins; k++ {
				edges = append(edges, values[len(values)*k/maxBins])
			}
			edges = slices.Compact(edges)
		}
		g.edges[f] = edges
		for i := range samples {
			at, _ := slices.BinarySearch(edges, samples[i].row[f])
			g.bins[i*features+f] = uint8(at)
		}
	}
}

// grow appends the best tree over the samples.
func (g *learner) grow(at []int32, depth int) {
	var sumG, sumH float32
	for _, i := range at {
		sumG += g.grad[i]
		sumH += g.hess[i]
	}
	feature, bin, gain := 0, 0, float32(0)
	if depth > 0 && sumH > 2*g.minWeight {
		feature, bin, gain = g.split(at, sumG, sumH)
	}
	if gain <= 1e-4 {
		value := -g.rate * sumG / (sumH + g.ridge)
		for _, i := range at {
			g.raw[i] += value
		}
		g.node(leafMark, value)
		return
	}
	left := 0
	for k := range at { // in place and stable enough: the order never matters
		if int(g.bins[int(at[k])*features+feature]) <= bin {
			at[left], at[k] = at[k], at[left]
			left++
		}
	}
	node := g.node(feature, g.edges[feature][bin])
	g.grow(at[:left], depth-1)
	jump := (len(g.out) - node) / nodeSize
	g.out[node+2], g.out[node+3] = byte(jump), byte(jump>>8)
	g.grow(at[left:], depth-1)
}

func (g *learner) node(feature int, value float32) int {
	at := len(g.out)
	g.out = append(g.out, byte(feature), 0, 0, 0)
	g.out = binary.LittleEndian.AppendUint32(g.out, math.Float32bits(value))
	return at
}

// split finds the cut that tells most.
func (g *learner) split(at []int32, sumG, sumH float32) (feature, bin int, gain float32) {
	var hist [features][maxBins + 1][2]float32
	for _, i := range at {
		row := g.bins[int(i)*features:][:features]
		gr, he := g.grad[i], g.hess[i]
		for f, b := range row {
			hist[f][b][0] += gr
			hist[f][b][1] += he
		}
	}
	base := sumG * sumG / (sumH + g.ridge)
	for f := range features {
		var lg, lh float32
		for b := range g.edges[f] {
			lg += hist[f][b][0]
			lh += hist[f][b][1]
			if lh < g.minWeight || sumH-lh < g.minWeight {
				continue
			}
			rg, rh := sumG-lg, sumH-lh
			if v := lg*lg/(lh+g.ridge) + rg*rg/(rh+g.ridge) - base; v > gain {
				feature, bin, gain = f, b, v
			}
		}
	}
	return feature, bin, gain
}
