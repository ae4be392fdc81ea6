package pdf

import (
	"cmp"
	"slices"
)

// column is a run of lines that are read one below the other.
type column struct {
	lines []run
	page  int
}

// orderer cuts pages into columns. Its work is bounded: what is left when it
// is used up is read from top to bottom.
type orderer struct {
	work    int
	gutters []float64 // where columns began so far
	page    int
	out     []column
}

// cut cuts a region: at the white space between its columns where it has
// some, or else above or below what lies across them, headline and foot.
func (o *orderer) cut(segs []run, depth int) {
	if len(segs) == 0 {
		return
	}
	if depth < 12 {
		if x, found := o.corridor(segs); found {
			var left, right []run
			for _, s := range segs {
				if s.x0 < x {
					left = append(left, s)
				} else {
					right = append(right, s)
				}
			}
			o.cut(left, depth+1)
			o.cut(right, depth+1)
			return
		}
		if i, j, found := o.across(segs); found {
			o.cut(segs[:i], depth+1)
			o.cut(segs[i:j], depth+1)
			o.cut(segs[j:], depth+1)
			return
		}
	}
	c := column{page: o.page}
	for _, row := range rows(slices.Clone(segs)) {
		l := row[0]
		for _, r := range row[1:] {
			l.join(r, r.size)
		}
		c.lines = append(c.lines, l)
	}
	o.out = append(o.out, c)
}

// corridor finds white space from top to bottom of a region with lines of
// text side by side: three at least, and more than numbers or bullets.
func (o *orderer) corridor(segs []run) (float64, bool) {
	if o.work -= len(segs); o.work < 0 || len(segs) < 2 {
		return 0, false
	}
	byX := slices.Clone(segs)
	slices.SortFunc(byX, func(a, b run) int { return cmp.Compare(a.x0, b.x0) })
	size := bodySize(segs)
	edge, best, at := byX[0].x1, 0.8*size, -1
	for i, s := range byX {
		if gap := s.x0 - edge; gap > best && beside(byX[:i], byX[i:], size, o.lines(s.x0)) {
			best, at = gap, i
		}
		edge = max(edge, s.x1)
	}
	if at < 0 {
		return 0, false
	}
	if len(o.gutters) < 100 {
		o.gutters = append(o.gutters, byX[at].x0)
	}
	return byX[at].x0, true
}

// lines is how many lines must stand beside one another where a column begins
// at x: fewer once there has been one, at the end of a text in columns.
func (o *orderer) lines(x float64) int {
	for _, g := range o.gutters {
		if near(g, x, 3) {
			return 1
		}
	}
	return 3
}

// beside reports two groups of segments that are columns of text: both of
// some width, and with so many lines at least at the same height.
func beside(left, right []run, size float64, lines int) bool {
	if len(left) < lines || len(right) < lines {
		return false
	}
	a, b := bounds(left), bounds(right)
	if a.width() < 8*size || b.width() < 8*size {
		return false
	}
	top, bottom := min(a.top, b.top), max(a.bottom, b.bottom)
	count := func(segs []run) (n int) {
		for _, s := range segs {
			if s.y >= bottom-size/2 && s.y <= top+size/2 {
				n++
			}
		}
		return n
	}
	return count(left) >= lines && count(right) >= lines
}

type box struct{ x0, x1, top, bottom float64 }

func (b box) width() float64 { return b.x1 - b.x0 }

func bounds(segs []run) box {
	b := box{segs[0].x0, segs[0].x1, segs[0].y, segs[0].y}
	for _, s := range segs {
		b.x0, b.x1 = min(b.x0, s.x0), max(b.x1, s.x1)
		b.top, b.bottom = max(b.top, s.y), min(b.bottom, s.y)
	}
	return b
}

// across looks for the part segs[i:j] of a region, from top to bottom, that
// has a corridor when what lies across the columns above and below is cut off.
func (o *orderer) across(segs []run) (i, j int, found bool) {
	slices.SortStableFunc(segs, func(a, b run) int { return cmp.Compare(b.y, a.y) })
	const heads, feet = 40, 12
	for foot := range feet {
		j := len(segs) - foot
		if j < 2 || !o.between(segs, j) {
			continue
		}
		for i := range min(heads, j-1) {
			if i == 0 && foot == 0 || !o.between(segs, i) {
				continue
			}
			if _, found := o.corridor(segs[i:j]); found {
				return i, j, true
			}
			if o.work < 0 {
				return 0, 0, false
			}
		}
	}
	return 0, 0, false
}

// between reports whether a line ends before segs[i].
func (o *orderer) between(segs []run, i int) bool {
	return i == 0 || i == len(segs) || segs[i-1].y-segs[i].y > 0.4*segs[i].size
}
