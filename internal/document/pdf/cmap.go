package pdf

import (
	"unicode/utf16"
)

// cmap is a ToUnicode map: what each code of a font says.
type cmap struct {
	codes  map[int]string // by code, and its length in bits 24 and up
	ranges []cmapRange
	one    [256]bool // first bytes of codes of one byte
}

type cmapRange struct {
	lo, hi, n int
	to        []uint16
}

// newCMap reads the bfchar, bfrange and codespacerange sections. All else in
// the PostScript around them is skipped.
func (d *file) newCMap(b []byte) *cmap {
	m := &cmap{codes: map[int]string{}}
	l := &lexer{b: b, budget: &d.values}
	var args []value
	for {
		switch v := l.next(0).(type) {
		case end:
			return m
		case operator:
			m.section(v, args)
			args = args[:0]
		default:
			if len(args) < 1000 { // a section holds at most 100 entries
				args = append(args, v)
			}
		}
	}
}

func (m *cmap) section(op operator, args []value) {
	text := func(i int) string { s, _ := args[i].(str); return string(s) }
	switch op {
	case "endcodespacerange":
		for i := 0; i+1 < len(args); i += 2 {
			lo, hi := text(i), text(i+1)
			if len(lo) == 1 && len(hi) == 1 {
				for c := int(lo[0]); c <= int(hi[0]); c++ {
					m.one[c] = true
				}
			}
		}
	case "endbfchar":
		for i := 0; i+1 < len(args) && len(m.codes) < 1<<16; i += 2 {
			code, n := codeOf(text(i))
			m.codes[code|n<<24] = fromUnits(units(text(i + 1)))
		}
	case "endbfrange":
		for i := 0; i+2 < len(args); i += 3 {
			m.addRange(text(i), text(i+1), args[i+2])
		}
	}
}

func (m *cmap) addRange(from, to string, v value) {
	lo, n := codeOf(from)
	hi, _ := codeOf(to)
	switch v := v.(type) {
	case array:
		for k, t := range v {
			if s, ok := t.(str); ok && lo+k <= hi && len(m.codes) < 1<<16 {
				m.codes[(lo+k)|n<<24] = fromUnits(units(string(s)))
			}
		}
	case str:
		if hi >= lo && len(m.ranges) < 5000 && len(v) < 64 {
			m.ranges = append(m.ranges, cmapRange{lo, hi, n, units(string(v))})
		}
	}
}

// short reports the first byte of a code of one byte.
func (m *cmap) short(c byte) bool { return m.one[c] }

// lookup returns what a code of n bytes says.
func (m *cmap) lookup(code, n int) (string, bool) {
	if s, ok := m.codes[code|n<<24]; ok {
		return s, true
	}
	for _, r := range m.ranges {
		if r.n == n && r.lo <= code && code <= r.hi && len(r.to) > 0 {
			to := append([]uint16(nil), r.to...)
			to[len(to)-1] += uint16(code - r.lo)
			s := fromUnits(to)
			m.codes[code|n<<24] = s // found faster the next time
			return s, true
		}
	}
	return "", false
}

func codeOf(s string) (code, n int) {
	for i := range min(len(s), 3) {
		code = code<<8 | int(s[i])
	}
	return code, len(s)
}

func units(s string) []uint16 {
	if len(s) == 1 {
		return []uint16{uint16(s[0])}
	}
	var out []uint16
	for i := 0; i+1 < len(s) && i < 64; i += 2 {
		out = append(out, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return out
}

func fromUnits(u []uint16) string { return string(utf16.Decode(u)) }
