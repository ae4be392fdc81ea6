package document

import (
	"bytes"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

// parseMail reads a message: a newsletter, or an article that someone sent on
// in it or attached to it. Meta has what the header says: title, author, date.
func parseMail(raw []byte) (*Document, error) {
	e := splitEntity(envelope(raw))
	d, err := readMessage(e, 0)
	if err != nil {
		return nil, err
	}
	if d == nil {
		return nil, &SyntaxError{Format: EML, Err: errors.New("no text in the message")}
	}
	return d, nil
}

// envelope takes off what mail programs put before the header: the separator
// line of an mbox, the size line of Apple's files.
func envelope(raw []byte) []byte {
	raw = bytes.TrimLeft(bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf")), " \t\r\n")
	line, rest, _ := bytes.Cut(raw, []byte("\n"))
	digits := bytes.Trim(bytes.TrimSpace(line), "0123456789")
	if bytes.HasPrefix(line, []byte("From ")) || bytes.HasPrefix(line, []byte(">From ")) || len(line) < 20 && len(digits) == 0 {
		return rest
	}
	return raw
}

// message is what was found in a message that can be its article.
type message struct {
	html, text *entity
	attached   []entity // messages
	files      []entity // attached, that may hold a text
	parts      int
}

// coverNote is the number of words up to which a mail with a manuscript is only
// the note that it was sent with.
const coverNote = 80

// readMessage returns the article of e: that of an attached message, which is
// what was sent on, or else the best of its own bodies. It is nil where there
// is no text at all.
func readMessage(e entity, depth int) (*Document, error) {
	if encrypted(e.kind, e.params) {
		return nil, ErrEncrypted
	}
	var m message
	m.walk(e, depth)
	for _, inner := range m.attached {
		if depth >= maxMessageDepth {
			break
		}
		d, err := readMessage(inner, depth+1)
		if d != nil || err != nil {
			return d, err
		}
	}
	for _, body := range []*entity{m.html, m.text} {
		if body == nil {
			continue
		}
		d, err := body.document()
		if d == nil && err == nil {
			continue // an empty part: the other one has the text
		}
		if err != nil {
			return nil, err
		}
		e.describe(d)
		sentOn(d)
		if wordCount(d) <= coverNote {
			if file := m.manuscript(); file != nil && wordCount(file) > coverNote {
				return file, nil
			}
		}
		return d, nil
	}
	return m.manuscript(), nil
}

// manuscript reads the first attached file that an office program or a printer
// wrote. It is nil where there is none that can be read.
func (m *message) manuscript() *Document {
	for i := range m.files {
		raw := m.files[i].decoded()
		kind := binaryKind(raw)
		if kind == "" {
			continue
		}
		d, err := parseBinary(raw, kind)
		if err != nil {
			return nil // the mail is what was sent, and is read for itself
		}
		return d
	}
	return nil
}

func wordCount(d *Document) int {
	n := 0
	for _, l := range lineList(d) {
		n += len(strings.Fields(l.text))
	}
	return n
}

// encrypted reports the envelopes of S/MIME and OpenPGP.
func encrypted(kind string, params map[string]string) bool {
	switch kind {
	case "multipart/encrypted":
		return true
	case "application/pkcs7-mime", "application/x-pkcs7-mime":
		return params["smime-type"] != "signed-data"
	}
	return false
}

// walk collects the bodies. Of several of a kind the first with words counts:
// later ones are signatures and list footers.
func (m *message) walk(e entity, depth int) {
	if m.parts++; depth > maxMessageDepth || m.parts > maxMessageParts {
		return
	}
	switch {
	case strings.HasPrefix(e.kind, "multipart/"):
		for _, p := range e.parts() {
			m.walk(p, depth+1)
		}
	case e.kind == "message/rfc822", e.kind == "message/global":
		m.attached = append(m.attached, splitEntity(envelope(e.decoded())))
	case strings.HasPrefix(e.kind, "application/"):
		const most = 4
		if len(m.files) < most {
			m.files = append(m.files, e)
		}
	case strings.HasPrefix(strings.ToLower(e.header["content-disposition"]), "attachment"):
	case e.kind == "text/html" && m.html == nil && len(bytes.TrimSpace(e.body)) > 0:
		m.html = &e
	case e.kind == "text/plain" && m.text == nil && len(bytes.TrimSpace(e.body)) > 0:
		m.text = &e
	}
}

// document decodes a body; nil where it has no words.
func (e *entity) document() (*Document, error) {
	raw := e.decoded()
	s, err := decode(raw, Hint{ContentType: "text/plain; charset=" + strings.Trim(e.params["charset"], `"' `)})
	if err != nil {
		return nil, err
	}
	if e.kind != "text/html" {
		if strings.EqualFold(e.params["format"], "flowed") {
			s = unflow(s)
		}
		if !strings.ContainsFunc(s, unicode.IsLetter) {
			return nil, nil
		}
		return &Document{Format: EML, Text: s}, nil
	}
	d, err := parseHTML(s)
	if err != nil || !wordsIn(d.Root) {
		return nil, err
	}
	d.Format = EML
	return d, nil
}

// describe notes what the header says about the message.
func (e *entity) describe(d *Document) {
	d.Meta = map[string]string{}
	note := func(key, value string) {
		if value != "" {
			d.Meta[key] = value
		}
	}
	note("title", subject(words(e.header["subject"])))
	note("author", sender(e.header["from"]))
	note("date", words(e.header["date"]))
	note("lang", words(e.header["content-language"]))
	for _, field := range []string{"content-base", "content-location"} {
		note("url", webAddress(e.header[field]))
	}
}

// webAddress returns the value of a header field if a page can have that
// address, or else nothing: a field may hold a file's name, or any bytes.
func webAddress(value string) string {
	if !strings.HasPrefix(value, "http") || !utf8.ValidString(value) {
		return ""
	}
	return value
}

// subject takes off the marks of replies, forwards and lists.
func subject(s string) string {
	for {
		s = strings.TrimSpace(s)
		mark, rest, found := strings.Cut(s, ":")
		if strings.HasPrefix(s, "[") {
			if tag, after, closed := strings.Cut(s, "]"); closed && len(tag) < 40 && strings.TrimSpace(after) != "" {
				s = after
				continue
			}
		}
		if !found || !replyMark(mark) {
			return s
		}
		s = rest
	}
}

func replyMark(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "fwd", "fw", "re", "wg", "aw", "tr", "rv", "i", "vs", "vb", "vl", "doorst", "enc", "antw", "sv", "ref", "res", "rif":
		return true
	}
	return false
}

// unflow joins the lines of format=flowed: one that ends in a space goes on.
func unflow(s string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.TrimPrefix(line, " ") // stuffing
		b.WriteString(line)
		if !strings.HasSuffix(line, " ") || line == "-- " {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
