package pdf

// value is a PDF object: nil, bool, float64, name, str, array, dict, ref,
// *stream, or the operator of a content stream.
type value any

type (
	name     string
	str      string
	array    []value
	dict     map[name]value
	ref      int
	operator string
)

type stream struct {
	dict dict
	raw  []byte
	num  int // of the object
	gen  int
}

// lexer reads objects off b.
type lexer struct {
	b      []byte
	at     int
	refs   bool // 1 0 R is a reference
	budget *int // values still allowed, over all lexers of a file
}

// end is what next returns behind the last object.
type end struct{}

// closing is a bracket that closes something.
type closing byte

// next reads one object or operator.
func (l *lexer) next(depth int) value {
	start := l.at
	l.space()
	if l.at >= len(l.b) || *l.budget <= 0 {
		return end{}
	}
	*l.budget -= 1 + (l.at-start)/64
	c := l.b[l.at]
	switch {
	case c == '/':
		l.at++
		return l.name()
	case c == '(':
		s := l.literal()
		*l.budget -= len(s) / 16 // objects may overlap, so that a long string is read again and again
		return s
	case c == '<':
		if l.at+1 < len(l.b) && l.b[l.at+1] == '<' {
			l.at += 2
			return l.dict(depth + 1)
		}
		s := l.hex()
		*l.budget -= len(s) / 16
		return s
	case c == '[':
		l.at++
		return l.array(depth + 1)
	case c == ']':
		l.at++
		return closing(']')
	case c == '>':
		l.at++
		if l.at < len(l.b) && l.b[l.at] == '>' {
			l.at++
		}
		return closing('>')
	case c == ')' || c == '{' || c == '}':
		l.at++
		return operator("")
	case '0' <= c && c <= '9' || c == '+' || c == '-' || c == '.':
		return l.number()
	}
	return l.word()
}

func (l *lexer) space() {
	for l.at < len(l.b) {
		switch c := l.b[l.at]; {
		case white(c):
			l.at++
		case c == '%':
			for l.at < len(l.b) && l.b[l.at] != '\n' && l.b[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

func white(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func delimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return white(c)
}

func (l *lexer) word() value {
	start := l.at
	for l.at < len(l.b) && !delimiter(l.b[l.at]) {
		l.at++
	}
	switch w := string(l.b[start:l.at]); w {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	default:
		return operator(w)
	}
}

func (l *lexer) name() name {
	start := l.at
	escaped := false
	for l.at < len(l.b) && !delimiter(l.b[l.at]) {
		escaped = escaped || l.b[l.at] == '#'
		l.at++
	}
	b := l.b[start:l.at]
	if !escaped {
		return name(b)
	}
	var out []byte
	for i := 0; i < len(b); i++ {
		if b[i] == '#' && i+2 < len(b) && hexDigit(b[i+1]) >= 0 && hexDigit(b[i+2]) >= 0 {
			out = append(out, byte(hexDigit(b[i+1])<<4|hexDigit(b[i+2])))
			i += 2
			continue
		}
		out = append(out, b[i])
	}
	return name(out)
}

func hexDigit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// number reads a number, and in files the reference that may begin with it.
func (l *lexer) number() value {
	start := l.at
	l.at++
	for l.at < len(l.b) && ('0' <= l.b[l.at] && l.b[l.at] <= '9' || l.b[l.at] == '.' || l.b[l.at] == '-') {
		l.at++
	}
	v, whole := parseNumber(l.b[start:l.at])
	if l.refs && whole {
		if n, ok := l.reference(v); ok {
			return n
		}
	}
	return v
}

// parseNumber reads decimal digits, by hand: content streams are made of them.
func parseNumber(b []byte) (v float64, whole bool) {
	sign, scale, whole := 1.0, 0.0, true
	for i, c := range b {
		switch {
		case c == '-' && i == 0:
			sign = -1
		case c == '.' && scale == 0:
			scale, whole = 1, false
		case '0' <= c && c <= '9':
			v = v*10 + float64(c-'0')
			scale *= 10
		case c != '+':
			return sign * v / max(scale, 1), false
		}
	}
	return sign * v / max(scale, 1), whole && sign > 0 && v < 1<<31
}

// reference reads the rest of "12 0 R".
func (l *lexer) reference(num float64) (ref, bool) {
	i := l.at
	for i < len(l.b) && white(l.b[i]) {
		i++
	}
	start := i
	for i < len(l.b) && '0' <= l.b[i] && l.b[i] <= '9' && i-start < 6 {
		i++
	}
	if i == start {
		return 0, false
	}
	gap := i
	for i < len(l.b) && white(l.b[i]) {
		i++
	}
	if i == gap || i >= len(l.b) || l.b[i] != 'R' || i+1 < len(l.b) && !delimiter(l.b[i+1]) {
		return 0, false
	}
	l.at = i + 1
	return ref(num), true
}

func (l *lexer) array(depth int) value {
	if depth > maxNesting {
		l.at = len(l.b)
		return nil
	}
	var out array
	for {
		switch v := l.next(depth).(type) {
		case end, closing:
			return out
		case operator: // 0 0 obj within an array: broken, but the rest may do
			if v == "endobj" {
				return out
			}
		default:
			out = append(out, v)
		}
	}
}

func (l *lexer) dict(depth int) value {
	if depth > maxNesting {
		l.at = len(l.b)
		return nil
	}
	out := dict{}
	*l.budget -= 4 // maps are large
	for {
		key, ok := l.next(depth).(name)
		if !ok {
			return out
		}
		switch v := l.next(depth).(type) {
		case end, closing:
			return out
		case operator:
		default:
			out[key] = v
		}
	}
}
