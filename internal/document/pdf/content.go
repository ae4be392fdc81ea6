package pdf

import "fmt"

// matrix is a transformation: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{1, 0, 0, 1, 0, 0}

// then returns the transformation m followed by n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

// graphics is the state that q saves and Q restores.
type graphics struct {
	ctm                                  matrix
	font                                 *font
	size, char, word, hscale, lead, rise float64
}

// interpreter runs the content streams of pages for the text they show.
type interpreter struct {
	file     *file
	fonts    map[ref]*font
	glyphs   int
	runs     int // of the pages before
	ops      int
	drawn    int // pictures and paths seen
	pictures int

	out       *sheet
	g         graphics
	stack     []graphics
	tm, line  matrix
	marks     []mark
	artifacts int    // marks around the text that say it is not the document's
	instead   int    // marks around it that say its text in other words
	actual    string // those words, until the first glyph is shown
	resources dict
}

// mark is an open marked-content sequence.
type mark struct{ artifact, instead bool }

// page runs the content of p.
func (in *interpreter) page(p page) (*sheet, error) {
	in.out = &sheet{width: p.box[2] - p.box[0], height: p.box[3] - p.box[1]}
	in.g = graphics{ctm: upright(p), hscale: 1}
	if p.rotate%180 == 90 {
		in.out.width, in.out.height = in.out.height, in.out.width
	}
	in.stack, in.marks, in.artifacts, in.instead, in.actual = nil, nil, 0, 0, ""
	in.resources = p.resources
	err := in.run(in.file.content(p), 0)
	in.runs += len(in.out.runs)
	return in.out, err
}

// upright turns a page as it is shown, its lower left corner at the origin.
func upright(p page) matrix {
	m := matrix{1, 0, 0, 1, -p.box[0], -p.box[1]}
	w, h := p.box[2]-p.box[0], p.box[3]-p.box[1]
	switch p.rotate {
	case 90:
		return m.then(matrix{0, -1, 1, 0, 0, w})
	case 180:
		return m.then(matrix{-1, 0, 0, -1, w, h})
	case 270:
		return m.then(matrix{0, 1, -1, 0, h, 0})
	}
	return m
}

// run obeys a content stream.
func (in *interpreter) run(b []byte, depth int) error {
	l := &lexer{b: b, budget: new(int)}
	*l.budget = len(b) + 1
	var args []value
	for {
		switch v := l.next(0).(type) {
		case end:
			return nil
		case operator:
			if in.ops++; in.ops > maxOps || in.glyphs > maxGlyphs || in.runs+len(in.out.runs) > maxRuns {
				return fmt.Errorf("%w: more than %d operators or %d pieces of text", ErrTooLarge, maxOps, maxRuns)
			}
			if v == "BI" {
				in.drawn++
				skipImage(l)
			} else if err := in.obey(v, args, depth); err != nil {
				return err
			}
			args = args[:0]
		case closing:
		default:
			if len(args) < 64 {
				args = append(args, v)
			}
		}
	}
}

// skipImage skips the data of an inline picture: to EI between white space.
func skipImage(l *lexer) {
	for ; l.at+3 < len(l.b); l.at++ {
		if white(l.b[l.at]) && l.b[l.at+1] == 'E' && l.b[l.at+2] == 'I' && white(l.b[l.at+3]) {
			l.at += 3
			return
		}
	}
	l.at = len(l.b)
}

// nums returns the last n operands as numbers.
func nums(args []value, n int) ([6]float64, bool) {
	var out [6]float64
	if len(args) < n {
		return out, false
	}
	for i, v := range args[len(args)-n:] {
		f, ok := v.(float64)
		if !ok {
			return out, false
		}
		out[i] = f
	}
	return out, true
}

func (in *interpreter) obey(op operator, args []value, depth int) error {
	switch op {
	case "q":
		if len(in.stack) < 500 {
			in.stack = append(in.stack, in.g)
		}
	case "Q":
		if n := len(in.stack) - 1; n >= 0 {
			in.g, in.stack = in.stack[n], in.stack[:n]
		}
	case "cm":
		if v, ok := nums(args, 6); ok {
			in.g.ctm = matrix{v[0], v[1], v[2], v[3], v[4], v[5]}.then(in.g.ctm)
		}
	case "f", "F", "f*", "B", "B*", "b", "b*", "sh":
		in.drawn++
	case "Do":
		return in.form(args, depth)
	case "BMC", "BDC":
		in.open(args)
	case "EMC":
		in.close()
	default:
		in.text(op, args)
	}
	return nil
}

// form runs a form, which is a page within the page, or notes a picture.
func (in *interpreter) form(args []value, depth int) error {
	if len(args) == 0 {
		return nil
	}
	key, _ := args[len(args)-1].(name)
	s, ok := in.file.get(in.file.dict(in.resources["XObject"])[key]).(*stream)
	if !ok || depth > 12 {
		return nil
	}
	if in.file.name(s.dict["Subtype"]) != "Form" {
		in.drawn++
		in.pictures++
		return nil
	}
	g, resources, stack := in.g, in.resources, in.stack
	in.stack = nil
	if m := in.file.array(s.dict["Matrix"]); len(m) == 6 {
		var v [6]float64
		for i := range m {
			v[i] = in.file.number(m[i])
		}
		in.g.ctm = matrix{v[0], v[1], v[2], v[3], v[4], v[5]}.then(in.g.ctm)
	}
	if r := in.file.dict(s.dict["Resources"]); r != nil {
		in.resources = r
	}
	in.ops += 20
	err := in.run(in.file.data(s), depth+1)
	in.g, in.resources, in.stack = g, resources, stack
	return err
}

// open begins a marked-content sequence. Text that says it is an artifact is
// a running head, a page number or a watermark; ActualText is what a reader
// takes the glyphs for.
func (in *interpreter) open(args []value) {
	var m mark
	if len(in.marks) < 1000 && len(args) > 0 {
		tag, _ := args[0].(name)
		m.artifact = tag == "Artifact"
		props, _ := args[len(args)-1].(dict)
		if key, ok := args[len(args)-1].(name); ok && len(args) > 1 && in.file.lock == nil {
			props = in.file.dict(in.file.dict(in.resources["Properties"])[key])
		}
		if s, ok := in.file.get(props["ActualText"]).(str); ok && in.instead == 0 {
			m.instead = true
			in.actual = textString(string(s))
		}
	}
	in.marks = append(in.marks, m)
	if m.artifact {
		in.artifacts++
	}
	if m.instead {
		in.instead++
	}
}

func (in *interpreter) close() {
	n := len(in.marks) - 1
	if n < 0 {
		return
	}
	if in.marks[n].artifact {
		in.artifacts--
	}
	if in.marks[n].instead {
		if in.instead--; in.actual != "" { // for something that shows no glyph
			in.show(glyph{text: in.actual})
			in.actual = ""
		}
	}
	in.marks = in.marks[:n]
}
