package document

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// maxXMLDepth bounds how deep the elements of an XML part may lie. Nested
// tables in text boxes in tables reach 60.
const maxXMLDepth = 500

// markup reads XML one token at a time. Names come without their prefix:
// the formats read here have no two elements that only a namespace tells
// apart, and their older and stricter variants differ in nothing else.
type markup struct {
	format Format
	dec    *xml.Decoder
	depth  int
}

func newMarkup(format Format, raw []byte) *markup {
	dec := xml.NewDecoder(bytes.NewReader(raw))
	dec.Strict = false
	dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // decoded before, or UTF-8 as the format demands
	return &markup{format: format, dec: dec}
}

// next returns the next token, nil at the end.
func (m *markup) next() (xml.Token, error) {
	t, err := m.dec.RawToken()
	if errors.Is(err, io.EOF) {
		return nil, nil
	}
	if err != nil {
		return nil, m.broken(err)
	}
	switch t.(type) {
	case xml.StartElement:
		if m.depth++; m.depth > maxXMLDepth {
			return nil, m.broken(fmt.Errorf("more than %d elements deep", maxXMLDepth))
		}
	case xml.EndElement:
		m.depth--
	}
	return t, nil
}

// broken says where; what encoding/xml quotes may be no UTF-8.
func (m *markup) broken(err error) error {
	if text := err.Error(); !utf8.ValidString(text) {
		err = errors.New(strings.ToValidUTF8(text, "\uFFFD"))
	}
	return &SyntaxError{Format: m.format, Offset: int(m.dec.InputOffset()), Err: err}
}

// skip reads past the end of the element that was just opened.
func (m *markup) skip() error {
	for inside := m.depth; m.depth >= inside; {
		if t, err := m.next(); t == nil {
			return err
		}
	}
	return nil
}

// text returns the text of the element that was just opened, and reads past
// its end.
func (m *markup) text() (string, error) {
	var b strings.Builder
	for inside := m.depth; m.depth >= inside; {
		t, err := m.next()
		if t == nil {
			return b.String(), err
		}
		if c, ok := t.(xml.CharData); ok {
			b.Write(c)
		}
	}
	return strings.Join(strings.Fields(b.String()), " "), nil
}

// attrValue returns the attribute of that local name.
func attrValue(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// properties reads a part of facts about the file: each element that keys
// names, under the name that Meta has for it. The first of a name counts.
func properties(format Format, raw []byte, keys func(local string) string) map[string]string {
	meta := map[string]string{}
	for m := newMarkup(format, raw); ; {
		t, err := m.next()
		if t == nil || err != nil {
			return meta // a broken part says nothing
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		if key := keys(e.Name.Local); key != "" {
			v, _ := m.text()
			if v = clean(strings.ToValidUTF8(v, "\uFFFD")); v != "" && meta[key] == "" {
				meta[key] = v
			}
		}
	}
}
