package pdf

import (
	"bytes"
	"compress/lzw"
	"compress/zlib"
	"encoding/ascii85"
	"io"
)

// data returns the bytes of a stream without its filters. A picture's filter
// ends it: there is no text in it. What a damaged stream gives up to where it
// breaks is kept.
func (d *file) data(s *stream) []byte {
	b := d.open(s)
	if d.unpacked -= len(b); d.unpacked <= 0 {
		return nil
	}
	filters, parms := d.list(s.dict, "Filter", "F"), d.list(s.dict, "DecodeParms", "DP")
	for i, f := range filters[:min(len(filters), 8)] {
		var p dict
		if i < len(parms) {
			p = d.dict(parms[i])
		}
		switch d.name(f) {
		case "FlateDecode", "Fl":
			b = d.predict(d.inflate(b), p)
		case "LZWDecode", "LZW":
			b = d.predict(d.unlzw(b, d.get(p["EarlyChange"]) != 0.0), p)
		case "ASCIIHexDecode", "AHx":
			l := &lexer{b: append([]byte("<"), b...), budget: &d.values}
			b = []byte(l.hex())
		case "ASCII85Decode", "A85":
			b = unascii85(b)
		case "RunLengthDecode", "RL":
			b = d.unrun(b)
		case "Crypt":
		default:
			return nil
		}
	}
	return b
}

// list returns an entry that is an array or its only item.
func (d *file) list(of dict, keys ...name) array {
	for _, k := range keys {
		switch v := d.get(of[k]).(type) {
		case array:
			return v
		case nil:
		default:
			return array{v}
		}
	}
	return nil
}

// take reads r as far as the file may still grow.
func (d *file) take(r io.Reader) []byte {
	b, _ := io.ReadAll(io.LimitReader(r, int64(max(d.unpacked, 0)))) // up to where it breaks
	d.unpacked -= len(b)
	return b
}

func (d *file) inflate(b []byte) []byte {
	r, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil
	}
	return d.take(r)
}

func (d *file) unlzw(b []byte, early bool) []byte {
	if early {
		return d.earlyLZW(b)
	}
	return d.take(lzw.NewReader(bytes.NewReader(b), lzw.MSB, 8))
}

// earlyLZW is LZW that widens its codes one code early, as PDF has it, and
// compress/lzw does not.
func (d *file) earlyLZW(b []byte) []byte {
	type entry struct {
		prefix int32
		last   byte
		first  byte
		n      int32
	}
	table := make([]entry, 258, 4097)
	for i := range 256 {
		table[i] = entry{-1, byte(i), byte(i), 1}
	}
	var out []byte
	prev, width := int32(-1), uint(9)
	var bits, held uint
	for _, c := range b {
		bits, held = bits<<8|uint(c), held+8
		if held < width {
			continue
		}
		code := int32(bits >> (held - width) & (1<<width - 1))
		held -= width
		bits &= 1<<held - 1
		if code == 257 {
			break
		}
		if code == 256 {
			table, prev, width = table[:258], -1, 9
			continue
		}
		if int(code) > len(table) || int(code) == len(table) && prev < 0 {
			break
		}
		if prev >= 0 && len(table) < 4096 {
			first := table[prev].first
			if int(code) < len(table) {
				first = table[code].first
			}
			table = append(table, entry{prev, first, table[prev].first, table[prev].n + 1})
		}
		if int(code) >= len(table) {
			break
		}
		n := int(table[code].n)
		if d.unpacked -= n; d.unpacked < 0 {
			break
		}
		out = append(out, make([]byte, n)...)
		for i, k := len(out)-1, code; k >= 0 && i >= 0; i, k = i-1, table[k].prefix {
			out[i] = table[k].last
		}
		prev = code
		switch len(table) + 1 {
		case 512, 1024, 2048:
			width++
		}
	}
	return out
}

func unascii85(b []byte) []byte {
	if i := bytes.Index(b, []byte("~>")); i >= 0 {
		b = b[:i]
	}
	out := make([]byte, len(b)*4+4) // z stands for four zero bytes
	n, _, _ := ascii85.Decode(out, b, true)
	return out[:n]
}

func (d *file) unrun(b []byte) []byte {
	var out []byte
	for len(b) > 1 && d.unpacked > 0 {
		n := int(b[0])
		switch {
		case n == 128:
			return out
		case n < 128:
			n = min(n+1, len(b)-1)
			out = append(out, b[1:1+n]...)
			b = b[1+n:]
		default:
			n = 257 - n
			out = append(out, bytes.Repeat(b[1:2], n)...)
			b = b[2:]
		}
		d.unpacked -= n
	}
	return out
}

// predict undoes the PNG predictors; those of TIFF are for pictures.
func (d *file) predict(b []byte, p dict) []byte {
	if d.number(p["Predictor"]) < 10 {
		return b
	}
	or := func(v value, otherwise float64) float64 {
		if n := d.number(v); n > 0 && n < 1<<16 {
			return n
		}
		return otherwise
	}
	bits := or(p["Colors"], 1) * or(p["BitsPerComponent"], 8)
	row, pixel := int(or(p["Columns"], 1)*bits+7)/8, max(1, int(bits)/8)
	if row > 1<<20 {
		return nil
	}
	out := make([]byte, 0, len(b))
	prev := make([]byte, row)
	for len(b) > 1 {
		kind, line := b[0], make([]byte, row)
		n := copy(line, b[1:])
		b = b[1+n:]
		unfilter(kind, line, prev, pixel)
		out = append(out, line[:n]...)
		prev = line
	}
	return out
}

func unfilter(kind byte, line, prev []byte, pixel int) {
	for i := range line {
		var left, up, corner int
		up = int(prev[i])
		if i >= pixel {
			left, corner = int(line[i-pixel]), int(prev[i-pixel])
		}
		switch kind {
		case 1:
			line[i] += byte(left)
		case 2:
			line[i] += byte(up)
		case 3:
			line[i] += byte((left + up) / 2)
		case 4:
			line[i] += byte(paeth(left, up, corner))
		}
	}
}

func paeth(a, b, c int) int {
	p := a + b - c
	pa, pb, pc := max(p-a, a-p), max(p-b, b-p), max(p-c, c-p)
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}
