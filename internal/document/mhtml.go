package document

import (
	"cmp"
	"errors"
	"strings"
)

// mailFormat tells a page that a browser saved as a message from a message.
func mailFormat(head string) Format {
	if savedPage(splitEntity(envelope([]byte(head))).header) {
		return MHTML
	}
	return EML
}

// savedPage reports a header that a browser wrote and not a mail program.
func savedPage(h header) bool {
	switch {
	case h["snapshot-content-location"] != "", strings.Contains(strings.ToLower(h["from"]), "saved by"):
		return true
	case h["received"] != "" || h["message-id"] != "" || h["to"] != "":
		return false
	}
	return strings.HasPrefix(strings.ToLower(h["content-type"]), "multipart/related")
}

// parseMHTML reads a page that a browser saved with its pictures and styles
// in one file, which is a message whose parts are the files of the page. Its
// Date is the day it was saved, and so nothing that an article could use.
func parseMHTML(raw []byte) (*Document, error) {
	e := splitEntity(envelope(raw))
	page := e.page(0)
	if page == nil {
		return nil, &SyntaxError{Format: MHTML, Err: errors.New("no page among the parts")}
	}
	s, err := decode(page.decoded(), Hint{ContentType: "text/html; charset=" + strings.Trim(page.params["charset"], `"' `)})
	if err != nil {
		return nil, err
	}
	d, err := parseHTML(s)
	if err != nil {
		return nil, err
	}
	d.Format = MHTML
	if url := cmp.Or(webAddress(e.header["snapshot-content-location"]), webAddress(page.header["content-location"])); url != "" {
		d.Meta = map[string]string{"url": url}
	}
	return d, nil
}

// page returns the part that the others belong to: the one that start names,
// or the first page.
func (e *entity) page(depth int) *entity {
	if e.kind == "text/html" || e.kind == "application/xhtml+xml" {
		return e
	}
	if depth > maxMessageDepth || !strings.HasPrefix(e.kind, "multipart/") {
		return nil
	}
	var first *entity
	parts := e.parts()
	for i := range parts {
		p := parts[i].page(depth + 1)
		if p == nil {
			continue
		}
		if id := e.params["start"]; id != "" && p.header["content-id"] == id {
			return p
		}
		if first == nil {
			first = p
		}
	}
	return first
}
