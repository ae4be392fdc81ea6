package pdf

import (
	"math"
	"unicode/utf8"
)

// text obeys the operators that set and show text.
func (in *interpreter) text(op operator, args []value) {
	g := &in.g
	one, isNum := nums(args, 1)
	switch op {
	case "BT":
		in.tm, in.line = identity, identity
	case "Tf":
		in.setFont(args)
	case "Tc":
		g.char = one[0]
	case "Tw":
		g.word = one[0]
	case "TL":
		g.lead = one[0]
	case "Ts":
		g.rise = one[0]
	case "Tz":
		if isNum {
			g.hscale = one[0] / 100
		}
	case "Td", "TD":
		if v, ok := nums(args, 2); ok {
			if op == "TD" {
				g.lead = -v[1]
			}
			in.move(v[0], v[1])
		}
	case "Tm":
		if v, ok := nums(args, 6); ok {
			in.line = matrix{v[0], v[1], v[2], v[3], v[4], v[5]}
			in.tm = in.line
		}
	case "T*":
		in.move(0, -g.lead)
	case "Tj":
		in.string(args)
	case "'", "\"":
		if v, ok := nums(args[:max(0, len(args)-1)], 2); ok && op == "\"" {
			g.word, g.char = v[0], v[1]
		}
		in.move(0, -g.lead)
		in.string(args)
	case "TJ":
		if len(args) > 0 {
			list, _ := args[len(args)-1].(array)
			for _, v := range list {
				switch v := v.(type) {
				case float64:
					in.advance(-v / 1000 * g.size * g.hscale)
				case str:
					in.string([]value{v})
				}
			}
		}
	}
}

func (in *interpreter) setFont(args []value) {
	if len(args) < 2 {
		return
	}
	if size, ok := args[len(args)-1].(float64); ok {
		in.g.size = size
	}
	key, _ := args[len(args)-2].(name)
	v := in.file.dict(in.resources["Font"])[key]
	r, ok := v.(ref)
	if !ok {
		if v != nil && len(in.fonts) < 2000 {
			in.g.font = in.file.newFont(v)
		}
		return
	}
	f, found := in.fonts[r]
	if !found {
		f = in.file.newFont(r)
		in.fonts[r] = f
	}
	in.g.font = f
}

func (in *interpreter) move(x, y float64) {
	in.line = matrix{1, 0, 0, 1, x, y}.then(in.line)
	in.tm = in.line
}

func (in *interpreter) advance(x float64) {
	in.tm = matrix{1, 0, 0, 1, x, 0}.then(in.tm)
}

// string shows the string that is the last operand.
func (in *interpreter) string(args []value) {
	g := &in.g
	if len(args) == 0 || g.font == nil {
		return
	}
	s, _ := args[len(args)-1].(str)
	g.font.decode(string(s), func(c glyph) {
		if in.instead > 0 {
			c.text, in.actual = in.actual, "" // said once; the glyphs take their room
		}
		in.show(c)
		extra := g.char
		if c.space {
			extra += g.word
		}
		in.advance((c.width*g.size + extra) * g.hscale)
	})
}

// show puts a glyph on the sheet. Text that doesn't run from left to right is
// a stamp in the margin or a watermark.
func (in *interpreter) show(c glyph) {
	if in.glyphs++; in.glyphs > maxGlyphs || !utf8.ValidString(c.text) {
		return
	}
	g := &in.g
	m := matrix{g.size * g.hscale, 0, 0, g.size, 0, g.rise}.then(in.tm).then(g.ctm)
	size := math.Hypot(m.c, m.d)
	if !(size > 0.5 && size < 2000) || math.Abs(m.b) > 0.05*math.Abs(m.a) || m.a <= 0 ||
		!(math.Abs(m.e) < 20000 && math.Abs(m.f) < 20000) {
		return
	}
	in.out.add(shown{
		text: c.text, x: m.e, y: m.f, width: c.width * m.a, size: size,
		bold: g.font != nil && g.font.bold, artifact: in.artifacts > 0,
	})
}
