package pdf

import (
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// font tells what the bytes of a string show, and how wide it is.
type font struct {
	wide      bool // codes of two bytes, or as the map has them
	unicode   *cmap
	encoding  *[256]string // of a simple font
	widths    map[int]float64
	otherwise float64 // width of a code that widths doesn't have
	scale     float64 // of widths, to the font size
	bold      bool
	utf16     bool // the codes are UTF-16 themselves
}

// glyph is one shown character, or ligature.
type glyph struct {
	text  string
	width float64 // in parts of the font size
	space bool    // code 32 of a simple font, which word spacing widens
}

// newFont reads a font dictionary.
func (d *file) newFont(v value) *font {
	fd := d.dict(v)
	f := &font{otherwise: 500, scale: 0.001, widths: map[int]float64{}}
	if s, ok := d.get(fd["ToUnicode"]).(*stream); ok {
		f.unicode = d.newCMap(d.data(s))
	}
	base := string(d.name(fd["BaseFont"]))
	f.bold = strings.Contains(base, "Bold") || strings.Contains(base, "Black") || strings.Contains(base, "Heavy") || strings.Contains(base, "Semibold")
	switch d.name(fd["Subtype"]) {
	case "Type0":
		d.composite(f, fd)
		return f
	case "Type3":
		if m := d.array(fd["FontMatrix"]); len(m) == 6 {
			f.scale = d.number(m[0])
		}
	}
	if strings.Contains(base, "Courier") {
		f.otherwise = 600
	}
	desc := d.dict(fd["FontDescriptor"])
	if w := d.number(desc["MissingWidth"]); w > 0 {
		f.otherwise = w
	}
	first := int(d.number(fd["FirstChar"]))
	for i, w := range d.array(fd["Widths"]) {
		if i < 256 {
			f.widths[first+i] = d.number(w)
		}
	}
	f.encoding = d.simpleEncoding(fd, base)
	return f
}

// composite reads the descendant of a Type0 font.
func (d *file) composite(f *font, fd dict) {
	f.wide, f.otherwise = true, 1000
	encoding := string(d.name(fd["Encoding"]))
	f.utf16 = strings.Contains(encoding, "UTF16") || strings.Contains(encoding, "UCS2")
	kids := d.array(fd["DescendantFonts"])
	if len(kids) == 0 {
		return
	}
	cid := d.dict(kids[0])
	if v, ok := d.get(cid["DW"]).(float64); ok {
		f.otherwise = v
	}
	w := d.array(cid["W"])
	for i := 0; i+1 < len(w) && len(f.widths) < 1<<16; {
		first := int(d.number(w[i]))
		if list, ok := d.get(w[i+1]).(array); ok {
			for k, v := range list {
				f.widths[first+k] = d.number(v)
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			return
		}
		last := int(d.number(w[i+1]))
		for c := first; c <= last && c < 1<<16 && c >= 0; c++ {
			f.widths[c] = d.number(w[i+2])
		}
		i += 3
	}
}

// simpleEncoding builds the table of a font of single bytes.
func (d *file) simpleEncoding(fd dict, base string) *[256]string {
	var t [256]string
	e := d.get(fd["Encoding"])
	which, _ := e.(name)
	if ed, ok := e.(dict); ok {
		which = d.name(ed["BaseEncoding"])
	}
	if which == "" && d.name(fd["Subtype"]) == "TrueType" {
		which = "WinAnsiEncoding"
	}
	for c := 32; c < 256; c++ {
		switch which {
		case "WinAnsiEncoding":
			t[c] = string(charmap.Windows1252.DecodeByte(byte(c)))
		case "MacRomanEncoding":
			t[c] = string(charmap.Macintosh.DecodeByte(byte(c)))
		default:
			t[c] = standard(byte(c))
		}
	}
	if ed, ok := e.(dict); ok {
		c := 0
		for _, v := range d.array(ed["Differences"]) {
			switch v := d.get(v).(type) {
			case float64:
				c = int(v)
			case name:
				if c >= 0 && c < 256 {
					t[c] = glyphText(string(v))
				}
				c++
			}
		}
	}
	return &t
}

// decode cuts a shown string into glyphs.
func (f *font) decode(s string, show func(glyph)) {
	for len(s) > 0 {
		n, code := 1, int(s[0])
		if f.wide {
			n = 2
			if f.unicode != nil && f.unicode.short(s[0]) {
				n = 1
			}
			if n = min(n, len(s)); n == 2 {
				code = int(s[0])<<8 | int(s[1])
			}
		}
		w, found := f.widths[code]
		if !found {
			w = f.otherwise
		}
		show(glyph{f.text(code, n), w * f.scale, n == 1 && code == 32})
		s = s[n:]
	}
}

func (f *font) text(code, n int) string {
	if f.unicode != nil {
		if t, ok := f.unicode.lookup(code, n); ok {
			return t
		}
	}
	switch {
	case f.utf16:
		return string(rune(code))
	case f.encoding != nil:
		return f.encoding[code&255]
	}
	return ""
}
