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
	boxes   []column // that stand beside the text, to be read after it
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
	if text, box, found := o.sidebar(segs); found {
		o.boxes = append(o.boxes, o.column(box))
		o.cut(text, depth+1)
		return
	}
	o.out = append(o.out, o.column(segs))
}

// column joins the pieces of each line.
func (o *orderer) column(segs []run) column {
	c := column{page: o.page}
	for _, row := range rows(slices.Clone(segs)) {
		l := row[0]
		for _, r := range row[1:] {
			l.join(r, r.size)
		}
		c.lines = append(c.lines, l)
	}
	return c
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
	// Pieces of one line, which justified text may be pulled into, are one.
	count := func(segs []run) (n int) {
		var seen []float64
		for _, s := range segs {
			if s.y < bottom-size/2 || s.y > top+size/2 || slices.ContainsFunc(seen, func(y float64) bool { return near(y, s.y, 0.4*size) }) {
				continue
			}
			if n++; n >= lines {
				break
			}
			seen = append(seen, s.y)
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

// sidebar parts a region from a box that stands to the right of a few of its
// lines, and that the lines above and below run over: pieces with one left
// edge, beside lines too long to be cells of a table.
func (o *orderer) sidebar(segs []run) (text, box []run, found bool) {
	if o.work -= len(segs); o.work < 0 || len(segs) > 2000 {
		return nil, nil, false
	}
	for _, s := range segs {
		if o.work -= len(segs); o.work < 0 {
			return nil, nil, false
		}
		text, box = nil, nil
		for _, r := range segs {
			if near(r.x0, s.x0, 2) {
				box = append(box, r)
			} else {
				text = append(text, r)
			}
		}
		if len(box) >= 2 && len(text) > len(box) && aside(bounds(box), box[0].size, text) {
			return text, box, true
		}
	}
	return nil, nil, false
}

// aside reports a box no taller than half a page of lines, with lines of
// running text to its left at its height and nothing to its right.
func aside(b box, size float64, text []run) bool {
	const long = 18 // sizes of type; cells of tables are narrower
	beside := 0
	for _, r := range text {
		if r.y > b.top+0.7*size || r.y < b.bottom-0.7*size {
			continue
		}
		if r.x1 > b.x0-0.8*size || r.x1-r.x0 < long*r.size {
			return false
		}
		beside++
	}
	return beside >= 2 && b.width() >= 5*size && b.top-b.bottom < 30*size
}

// between reports whether a line ends before segs[i].
func (o *orderer) between(segs []run, i int) bool {
	return i == 0 || i == len(segs) || segs[i-1].y-segs[i].y > 0.4*segs[i].size
}
