package document

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// maxGroups bounds how deep the groups of an RTF file may lie; writers stay
// under 30.
const maxGroups = 1000

// rtf reads Rich Text Format, of which no kept-up library for Go is left. It
// is a list of control words, groups that bound their reach, and text in the
// code page of the font.
type rtf struct {
	raw     []byte
	at      int
	state   rtfState
	stack   []rtfState
	skip    int    // characters of a fallback still to be skipped
	pending []byte // text in the code page, not decoded yet
	page    sheet
	text    strings.Builder
	tag     string
	meta    map[string]string
	ansi    int // the file's code page
	fonts   map[int]int
	styles  map[int]string
	style   int  // of the open stylesheet entry
	high    rune // the first half of a surrogate pair
}

// rtfState is what a group bounds.
type rtfState struct {
	dest   destination
	hidden bool
	font   int
	uc     int // characters of fallback after each \u
}

// destination is where the text of a group goes.
type destination int

const (
	toBody destination = iota
	toNothing
	toFonts
	toStyles
	toTitle
	toAuthor
	toDate
)

// parseRTF reads an RTF file.
func parseRTF(raw []byte) (*Document, error) {
	r := &rtf{raw: raw, state: rtfState{uc: 1}, tag: "p", meta: map[string]string{}, ansi: 1252, fonts: map[int]int{}, styles: map[int]string{}}
	for r.at < len(r.raw) {
		if err := r.step(); err != nil {
			return nil, err
		}
	}
	if len(r.stack) > 0 && r.page.blocks == 0 && r.text.Len() == 0 && len(r.pending) == 0 {
		return nil, &SyntaxError{Format: RTF, Offset: len(raw), Err: errors.New("ends within a group")}
	}
	r.endParagraph()
	return r.page.document(RTF, r.meta)
}

// step reads one control, brace or run of text.
func (r *rtf) step() error {
	switch c := r.raw[r.at]; c {
	case '{':
		r.flush()
		if len(r.stack) == maxGroups {
			return &SyntaxError{Format: RTF, Offset: r.at, Err: fmt.Errorf("more than %d groups deep", maxGroups)}
		}
		r.stack = append(r.stack, r.state)
		r.skip = 0
		r.at++
	case '}':
		r.endGroup()
		r.at++
	case '\\':
		r.at++
		r.control()
	case '\r', '\n':
		r.at++
	default:
		r.at++
		r.add(c)
	}
	return nil
}

func (r *rtf) endGroup() {
	r.flush()
	switch r.state.dest {
	case toStyles, toTitle, toAuthor, toDate:
		r.endValue()
	}
	if n := len(r.stack) - 1; n >= 0 {
		r.state, r.stack = r.stack[n], r.stack[:n]
	}
	r.skip = 0
}

// endValue notes a fact that a group of the head held.
func (r *rtf) endValue() {
	v := strings.Trim(strings.Join(strings.Fields(r.text.String()), " "), ";")
	r.text.Reset()
	if v == "" {
		return
	}
	switch r.state.dest {
	case toStyles:
		if len(r.styles) < 2000 {
			r.styles[r.style] = styleTag(v)
		}
	case toTitle:
		r.meta["title"] = v
	case toAuthor:
		r.meta["author"] = v
	}
}

// add adds a byte of text.
func (r *rtf) add(c byte) {
	if r.skip > 0 {
		r.skip--
		return
	}
	if r.state.dest == toNothing || r.state.dest == toFonts || r.state.hidden {
		return
	}
	r.pending = append(r.pending, c)
}

// flush decodes the text since the last control that could change how.
func (r *rtf) flush() {
	if len(r.pending) == 0 {
		return
	}
	r.put(r.decode(r.pending))
	r.pending = r.pending[:0]
}

func (r *rtf) put(s string) {
	if r.state.dest != toNothing && r.state.dest != toFonts && !r.state.hidden {
		r.text.WriteString(s)
	}
}

func (r *rtf) decode(b []byte) string {
	ascii := true
	for _, c := range b {
		ascii = ascii && c < 0x80
	}
	if ascii {
		return string(b)
	}
	page, found := r.fonts[r.state.font]
	if !found || page == 0 {
		page = r.ansi
	}
	enc := codePage(page)
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return strings.ToValidUTF8(string(b), "\uFFFD")
	}
	return string(out)
}

// control reads what follows a backslash.
func (r *rtf) control() {
	if r.at >= len(r.raw) {
		return
	}
	c := r.raw[r.at]
	if c < 'a' || c > 'z' {
		r.at++
		r.symbol(c)
		return
	}
	start := r.at
	for r.at < len(r.raw) && 'a' <= r.raw[r.at]|0x20 && r.raw[r.at]|0x20 <= 'z' && r.at-start < 32 {
		r.at++
	}
	word := string(r.raw[start:r.at])
	start = r.at
	if r.at < len(r.raw) && r.raw[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.raw) && '0' <= r.raw[r.at] && r.raw[r.at] <= '9' && r.at-start < 11 {
		r.at++
	}
	n, err := strconv.Atoi(string(r.raw[start:r.at]))
	given := err == nil
	if r.at < len(r.raw) && r.raw[r.at] == ' ' {
		r.at++
	}
	if word == "bin" {
		r.at = min(len(r.raw), r.at+max(n, 0))
		return
	}
	if r.skip > 0 && word != "u" {
		r.skip--
		return
	}
	r.word(word, n, given)
}

// symbol reads a control that is no word.
func (r *rtf) symbol(c byte) {
	switch c {
	case '\'':
		hi, lo := nibble(r.raw, r.at), nibble(r.raw, r.at+1)
		if hi < 0 || lo < 0 {
			return
		}
		r.at += 2
		r.add(byte(hi<<4 | lo))
		return
	case '\\', '{', '}':
		r.add(c)
		return
	case '*': // a destination that readers may not know
		r.flush()
		r.state.dest = toNothing
		return
	}
	r.flush()
	if r.skip > 0 {
		r.skip--
		return
	}
	switch c {
	case '~':
		r.put("\u00a0")
	case '_':
		r.put("-")
	case '\r', '\n':
		r.endParagraph()
	}
}
