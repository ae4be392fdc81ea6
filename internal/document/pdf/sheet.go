package pdf

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sheet is the text of a page as it lies there.
type sheet struct {
	width, height float64
	runs          []run
}

// shown is a glyph in its place, in points from the lower left corner.
type shown struct {
	text           string
	x, y           float64
	width, size    float64
	bold, artifact bool
}

// run is text on one baseline without wide gaps.
type run struct {
	x0, x1, y, size float64
	text            string
	open            []byte // text while it still grows
	strong, glyphs  int
	artifact        bool
}

// add puts a glyph behind the one before where it continues it.
func (s *sheet) add(g shown) {
	blank := strings.TrimSpace(g.text) == ""
	if n := len(s.runs); n > 0 {
		r := &s.runs[n-1]
		gap := g.x - r.x1
		if g.artifact == r.artifact && near(g.y, r.y, 0.2*r.size) && gap > -0.5*g.size && gap < g.size && g.size < 1.7*r.size && r.size < 1.7*g.size {
			if gap > 0.18*g.size && !blank {
				r.open = append(r.open, ' ')
			}
			r.grow(g)
			return
		}
	}
	if blank {
		return
	}
	s.runs = append(s.runs, run{x0: g.x, y: g.y, size: g.size, artifact: g.artifact})
	s.runs[len(s.runs)-1].grow(g)
}

func (r *run) grow(g shown) {
	r.open = append(r.open, g.text...)
	r.x1 = max(r.x1, g.x+g.width)
	r.glyphs++
	if g.bold {
		r.strong++
	}
}

func near(a, b, by float64) bool { return a-b <= by && b-a <= by }

// segments returns the runs of the page as pieces of lines: what stands on one
// baseline with no more than a wide word gap between, whatever the order it
// was drawn in. Artifacts are left out, unless there is nothing else.
func (s *sheet) segments(artifacts bool) []run {
	var runs []run
	for _, r := range s.runs {
		r.text, r.open = strings.Join(strings.Fields(string(r.open)), " "), nil
		if r.text != "" && (artifacts || !r.artifact) {
			runs = append(runs, r)
		}
	}
	runs = dropCaps(runs)
	var out []run
	for _, row := range rows(runs) {
		for _, r := range row {
			if n := len(out) - 1; n >= 0 && near(out[n].y, r.y, 0.35*max(r.size, out[n].size)) && r.x0 >= out[n].x0 {
				last := &out[n]
				gap := r.x0 - last.x1
				if gap < -0.3*r.size && strings.HasSuffix(last.text, r.text) {
					continue // drawn twice, to look bold
				}
				if gap < 1.0*max(r.size, last.size) {
					last.join(r, gap)
					continue
				}
			}
			out = append(out, r)
		}
	}
	return out
}

func (r *run) join(next run, gap float64) {
	if gap > 0.15*next.size {
		r.text += " "
	}
	r.text += next.text
	r.x1 = max(r.x1, next.x1)
	if next.glyphs > r.glyphs {
		r.size = next.size
	}
	r.glyphs += next.glyphs
	r.strong += next.strong
}

// rows groups runs by baseline, from the top of the page down, each from left
// to right.
func rows(runs []run) [][]run {
	slices.SortStableFunc(runs, func(a, b run) int { return cmp.Compare(b.y, a.y) })
	var out [][]run
	for i := 0; i < len(runs); {
		j := i + 1
		for j < len(runs) && near(runs[j].y, runs[j-1].y, 0.3*min(runs[j].size, runs[j-1].size)) && near(runs[j].y, runs[i].y, 0.5*runs[i].size) {
			j++
		}
		row := runs[i:j]
		slices.SortStableFunc(row, func(a, b run) int { return cmp.Compare(a.x0, b.x0) })
		out = append(out, row)
		i = j
	}
	return out
}

// dropCaps puts the large first letter of a text before its first line.
func dropCaps(runs []run) []run {
	body := bodySize(runs)
	var out []run
	for i := range runs {
		c := runs[i]
		first, n := utf8.DecodeRuneInString(c.text)
		best := -1
		if c.size > 1.8*body && n == len(c.text) && unicode.IsUpper(first) && len(runs) < 1000 {
			for k := range runs {
				r := &runs[k]
				if k != i && r.size < 1.3*body && near(r.x0, c.x1, 1.2*body) && r.y > c.y-0.3*body && r.y < c.y+c.size && (best < 0 || r.y > runs[best].y) {
					best = k
				}
			}
		}
		if best < 0 {
			out = append(out, c)
			continue
		}
		for k := range out { // it may have been copied already
			if out[k].x0 == runs[best].x0 && out[k].y == runs[best].y && out[k].text == runs[best].text {
				out[k].text, out[k].x0 = c.text+out[k].text, c.x0
			}
		}
		runs[best].text, runs[best].x0 = c.text+runs[best].text, c.x0
	}
	return out
}

// bodySize is the size that most of the text is set in.
func bodySize(runs []run) float64 {
	var sizes []run
	total := 0
	for _, r := range runs {
		sizes = append(sizes, run{size: r.size, glyphs: r.glyphs})
		total += r.glyphs
	}
	// The median by length: text in other sizes is less than half of any page
	// that is read for its text.
	slices.SortFunc(sizes, func(a, b run) int { return cmp.Compare(a.size, b.size) })
	n := 0
	for _, r := range sizes {
		if n += r.glyphs; 2*n >= total {
			return r.size
		}
	}
	return 10
}
