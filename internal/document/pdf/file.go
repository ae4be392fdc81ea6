package pdf

import (
	"bytes"
	"fmt"
)

// file holds the objects of a PDF.
type file struct {
	raw      []byte
	objects  map[int]value
	trailer  dict // the entries of all trailers, the last one wins
	values   int  // still allowed
	unpacked int  // bytes of streams still allowed
	lock     *lock
}

// load finds all objects: in the file, in the order they stand there, so that
// a later version replaces an earlier one, and in the object streams.
func (d *file) load() error {
	d.values, d.trailer = maxValues, dict{}
	var packs []*stream
	l := &lexer{b: d.raw, refs: true, budget: &d.values}
	for {
		i := bytes.Index(d.raw[l.at:], []byte("obj"))
		if i < 0 {
			break
		}
		l.at += i + len("obj")
		num, gen, ok := objectNumber(d.raw, l.at-len("obj"))
		if !ok {
			continue
		}
		if len(d.objects) >= maxObjects {
			return fmt.Errorf("%w: more than %d objects", ErrTooLarge, maxObjects)
		}
		v := plain(l.next(0))
		if head, ok := v.(dict); ok {
			if s := streamOf(l, head); s != nil {
				s.num, s.gen = num, gen
				switch v = s; head["Type"] {
				case name("ObjStm"):
					packs = append(packs, s)
				case name("XRef"):
					d.note(head)
				}
			}
		}
		d.objects[num] = v
	}
	d.trailers()
	if err := d.unlock(); err != nil {
		return err
	}
	for _, s := range packs {
		d.unpack(s)
	}
	if d.values <= 0 || d.unpacked <= 0 {
		return fmt.Errorf("%w: more than %d values or %d bytes", ErrTooLarge, maxValues, maxUnpacked)
	}
	return nil
}

// plain turns what is no object into null.
func plain(v value) value {
	switch v.(type) {
	case end, closing, operator:
		return nil
	}
	return v
}

// objectNumber reads the two numbers before the obj at i, backwards.
func objectNumber(b []byte, i int) (num, gen int, ok bool) {
	gap := func() int {
		start := i
		for i > 0 && white(b[i-1]) {
			i--
		}
		return start - i
	}
	digits := func() (int, bool) {
		stop := i
		for i > 0 && '0' <= b[i-1] && b[i-1] <= '9' && stop-i < 9 {
			i--
		}
		v, _ := parseNumber(b[i:stop])
		return int(v), i < stop
	}
	gap()
	if gen, ok = digits(); !ok || gap() == 0 {
		return 0, 0, false
	}
	num, ok = digits()
	return num, gen, ok
}

// streamOf reads the stream that may follow a dictionary.
func streamOf(l *lexer, head dict) *stream {
	at := l.at
	for at < len(l.b) && white(l.b[at]) {
		at++
	}
	if !bytes.HasPrefix(l.b[at:], []byte("stream")) {
		return nil
	}
	at += len("stream")
	if at < len(l.b) && l.b[at] == '\r' {
		at++
	}
	if at < len(l.b) && l.b[at] == '\n' {
		at++
	}
	stop := -1
	if n, ok := head["Length"].(float64); ok && n >= 0 && int(n) <= len(l.b)-at {
		rest := bytes.TrimLeft(l.b[at+int(n):min(len(l.b), at+int(n)+20)], "\r\n \t")
		if bytes.HasPrefix(rest, []byte("endstream")) {
			stop = at + int(n)
		}
	}
	if stop < 0 {
		if n := bytes.Index(l.b[at:], []byte("endstream")); n >= 0 {
			stop = at + n
		} else {
			stop = len(l.b) // cut off
		}
	}
	l.at = stop
	return &stream{dict: head, raw: l.b[at:stop]}
}

// trailers notes the trailers of the cross-reference tables.
func (d *file) trailers() {
	l := &lexer{b: d.raw, refs: true, budget: &d.values}
	for {
		i := bytes.Index(d.raw[l.at:], []byte("trailer"))
		if i < 0 {
			return
		}
		l.at += i + len("trailer")
		if t, ok := l.next(0).(dict); ok {
			d.note(t)
		}
	}
}

func (d *file) note(t dict) {
	for _, key := range [...]name{"Root", "Info", "Encrypt", "ID"} {
		if t[key] != nil {
			d.trailer[key] = t[key]
		}
	}
}

// unpack adds the objects of an object stream.
func (d *file) unpack(s *stream) {
	b := d.data(s)
	n, first := d.number(s.dict["N"]), d.number(s.dict["First"])
	head := &lexer{b: b, budget: &d.values}
	for range min(int(n), maxObjects) {
		num, ok := head.next(0).(float64)
		off, ok2 := head.next(0).(float64)
		at := int(first) + int(off)
		if !ok || !ok2 || at < 0 || at >= len(b) || len(d.objects) >= maxObjects {
			return
		}
		l := &lexer{b: b, at: at, refs: true, budget: &d.values}
		d.objects[int(num)] = plain(l.next(0))
	}
}

// get follows references. A reference to a reference is not allowed, and so
// followed only a few times.
func (d *file) get(v value) value {
	for range 8 {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = d.objects[int(r)]
	}
	return nil
}

func (d *file) dict(v value) dict {
	switch v := d.get(v).(type) {
	case dict:
		return v
	case *stream:
		return v.dict
	}
	return nil
}

func (d *file) array(v value) array {
	a, _ := d.get(v).(array)
	return a
}

func (d *file) number(v value) float64 {
	n, _ := d.get(v).(float64)
	return n
}

func (d *file) name(v value) name {
	n, _ := d.get(v).(name)
	return n
}
