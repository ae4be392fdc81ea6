package document

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"net/mail"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// Mail is read with the standard library's word, address and type parsers and
// the walk below. enmime would do it too, but it brings eighteen modules and
// half a millisecond to every cold start; mime/multipart gives up at the
// first header or boundary that breaks the rules, as exported mail often does.

const (
	maxMessageDepth = 20  // of parts in parts
	maxMessageParts = 500 // in one message
)

// entity is a message or a part of one.
type entity struct {
	header header
	body   []byte
	kind   string            // media type, lower-case
	params map[string]string // of the media type
}

// header holds the first field of each name, unfolded, names in lower case.
type header map[string]string

// splitEntity parts header from body. A line that is no field is ignored.
func splitEntity(raw []byte) entity {
	e := entity{header: header{}}
	key := ""
	for len(raw) > 0 {
		line, rest, _ := bytes.Cut(raw, []byte("\n"))
		raw = rest
		line = bytes.TrimRight(line, "\r")
		if len(line) == 0 {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			if v := e.header[key]; key != "" && len(v) < 8<<10 {
				e.header[key] = v + " " + string(bytes.TrimSpace(line))
			}
			continue
		}
		name, value, found := bytes.Cut(line, []byte(":"))
		key = ""
		if k := strings.ToLower(string(name)); found && len(name) < 100 && e.header[k] == "" && len(e.header) < 200 {
			key = k
			e.header[k] = string(bytes.TrimSpace(value))
		}
	}
	e.body = raw
	e.kind, e.params = mediaType(e.header["content-type"])
	return e
}

// mediaType reads a Content-Type. What mime rejects, often an unquoted
// charset or a stray semicolon, still has its type in front.
func mediaType(s string) (string, map[string]string) {
	if s == "" {
		return "text/plain", nil
	}
	kind, params, err := mime.ParseMediaType(s)
	if err == nil {
		return kind, params
	}
	kind, rest, _ := strings.Cut(s, ";")
	params = map[string]string{}
	for p := range strings.SplitSeq(rest, ";") {
		k, v, _ := strings.Cut(p, "=")
		params[strings.ToLower(strings.TrimSpace(k))] = strings.Trim(strings.TrimSpace(v), `"'`)
	}
	return strings.ToLower(strings.TrimSpace(kind)), params
}

// decoded returns the body without its transfer encoding.
func (e *entity) decoded() []byte {
	switch strings.ToLower(strings.TrimSpace(e.header["content-transfer-encoding"])) {
	case "quoted-printable":
		return unquotePrintable(e.body)
	case "base64":
		return unbase64(e.body)
	}
	return e.body
}

// unquotePrintable undoes quoted-printable. An equals sign that begins no
// escape is itself.
func unquotePrintable(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		if b[i] != '=' {
			out = append(out, b[i])
			continue
		}
		rest := b[i+1:]
		if hi, lo := nibble(rest, 0), nibble(rest, 1); hi >= 0 && lo >= 0 {
			out = append(out, byte(hi<<4|lo))
			i += 2
			continue
		}
		n := 0
		for n < len(rest) && (rest[n] == ' ' || rest[n] == '\t' || rest[n] == '\r') {
			n++
		}
		switch {
		case n < len(rest) && rest[n] == '\n':
			i += n + 1
		case n == len(rest): // the end was cut off
			i += n
		default:
			out = append(out, '=')
		}
	}
	return out
}

// nibble is the value of the hexadecimal digit b[i], -1 for none.
func nibble(b []byte, i int) int {
	if i >= len(b) {
		return -1
	}
	switch c := b[i]; {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// unbase64 decodes as far as the text goes; what is no base64 is ignored.
func unbase64(b []byte) []byte {
	kept := make([]byte, 0, len(b))
	for _, c := range b {
		switch {
		case 'A' <= c && c <= 'Z', 'a' <= c && c <= 'z', '0' <= c && c <= '9', c == '+', c == '/':
			kept = append(kept, c)
		}
	}
	if len(kept)%4 == 1 {
		kept = kept[:len(kept)-1] // one digit alone says nothing
	}
	out := make([]byte, base64.RawStdEncoding.DecodedLen(len(kept)))
	n, _ := base64.RawStdEncoding.Decode(out, kept)
	return out[:n]
}

// parts splits a multipart body at its boundary lines.
func (e *entity) parts() []entity {
	boundary := e.params["boundary"]
	if boundary == "" || len(boundary) > 200 {
		return nil
	}
	mark := []byte("--" + boundary)
	var found []entity
	start, at := -1, 0
	for at < len(e.body) && len(found) < maxMessageParts {
		end := len(e.body)
		if i := bytes.IndexByte(e.body[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		if line := e.body[at:end]; bytes.HasPrefix(line, mark) {
			rest := bytes.TrimSpace(line[len(mark):])
			if len(rest) == 0 || string(rest) == "--" {
				if start >= 0 {
					found = append(found, splitEntity(e.body[start:at]))
				}
				if start = end; len(rest) > 0 {
					return found
				}
			}
		}
		at = end
	}
	if start >= 0 && start < len(e.body) { // cut off before its end
		found = append(found, splitEntity(e.body[start:]))
	}
	return found
}

// words decodes the encoded words of a header field, RFC 2047. Bytes beyond
// ASCII that stand there as they are go the way of any text.
func words(s string) string {
	dec := mime.WordDecoder{CharsetReader: charsetReader}
	out, err := dec.DecodeHeader(s)
	if err != nil {
		out = s
	}
	if d, err := decode([]byte(out), Hint{}); err == nil {
		out = d
	} else { // hardly text; what of it is stays
		out = clean(strings.ToValidUTF8(out, "\uFFFD"))
	}
	return strings.Join(strings.Fields(out), " ")
}

func charsetReader(label string, r io.Reader) (io.Reader, error) {
	enc, err := htmlindex.Get(label)
	if err != nil {
		return nil, err
	}
	return enc.NewDecoder().Reader(r), nil
}

// sender returns the display name of a From field, or its address.
func sender(field string) string {
	p := mail.AddressParser{WordDecoder: &mime.WordDecoder{CharsetReader: charsetReader}}
	if list, err := p.ParseList(field); err == nil && len(list) > 0 {
		if list[0].Name != "" {
			return words(list[0].Name)
		}
		return words(list[0].Address)
	}
	name, _, _ := strings.Cut(words(field), "<")
	return strings.Trim(name, ` "'`)
}
