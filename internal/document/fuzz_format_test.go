package document

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// fuzzFormat feeds a reader bytes, and checks what every document has to be:
// UTF-8, of no more than so many times the size of what came in, with an error
// of a kind that callers know.
func fuzzFormat(f *testing.F, read func(*testing.T, []byte) (*Document, error)) {
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 1<<16 {
			return
		}
		d, err := read(t, raw)
		if err != nil {
			syntax := (*SyntaxError)(nil)
			if !errors.Is(err, ErrUnsupported) && !errors.Is(err, ErrTooLarge) && !errors.Is(err, ErrEncrypted) && !errors.Is(err, ErrScanned) && !errors.As(err, &syntax) {
				t.Errorf("error of no known kind: %v", err)
			}
			if !utf8.ValidString(err.Error()) {
				t.Errorf("error is not UTF-8: %q", err)
			}
			return
		}
		size := checkText(t, d.Text)
		for k, v := range d.Meta {
			size += checkText(t, k) + checkText(t, v)
		}
		if d.Root != nil {
			for n := range d.Root.Descendants() {
				if n.Type == html.TextNode {
					size += checkText(t, n.Data)
				}
			}
		}
		if size > 16*len(raw)+1<<20 {
			t.Errorf("%d bytes of text out of %d", size, len(raw))
		}
	})
}

func checkText(t *testing.T, s string) int {
	if !utf8.ValidString(s) {
		t.Errorf("%q is not UTF-8", s)
	}
	return len(s)
}

// alone is a reader that needs nothing but the bytes.
func alone(read func([]byte) (*Document, error)) func(*testing.T, []byte) (*Document, error) {
	return func(_ *testing.T, raw []byte) (*Document, error) { return read(raw) }
}

func FuzzEML(f *testing.F) {
	f.Add([]byte(multipart("alternative", mailFields, "Content-Type: text/plain\n\nplain", "Content-Type: text/html; charset=koi8-r\nContent-Transfer-Encoding: quoted-printable\n\n<p>=CC=C9=D2 =\n=3D</p>")))
	f.Add([]byte(multipart("mixed", mailFields, "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nRnJvbTogYQpTdWJqZWN0OiBiCgpjCg==")))
	f.Add([]byte("Subject: =?iso-2022-jp?B?GyRCJEYbKEI=?= \nFrom: x\nDate: y\n\nFrom: a\nSent: b\nTo: c\nSubject: d\n\n> text\n"))
	fuzzFormat(f, alone(parseMail))
}

func FuzzMHTML(f *testing.F) {
	f.Add([]byte(savedMHTML))
	f.Add([]byte(strings.ReplaceAll(savedMHTML, "\n", "\r\n")))
	fuzzFormat(f, alone(parseMHTML))
}

// FuzzDOCX and FuzzODT change the XML and not the archive around it, whose
// checksums would be wrong after nearly every change.
func FuzzDOCX(f *testing.F) {
	f.Add([]byte(wordStart + wordText + wordEnd))
	f.Add([]byte(wordStart + `<w:p><w:pPr><w:outlineLvl w:val="0"/><w:numPr/></w:pPr><w:r><w:br/><w:tab/><w:noBreakHyphen/><w:sym/></w:r></w:p>`))
	fuzzFormat(f, func(t *testing.T, raw []byte) (*Document, error) {
		return Parse(zipped(t, "word/document.xml", string(raw), "word/styles.xml", wordStyle, "docProps/core.xml", string(raw)), Hint{})
	})
}

func FuzzODT(f *testing.F) {
	f.Add([]byte(odtContent))
	fuzzFormat(f, func(t *testing.T, raw []byte) (*Document, error) {
		return Parse(zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", string(raw), "meta.xml", string(raw)), Hint{})
	})
}

// FuzzZip changes the archive.
func FuzzZip(f *testing.F) {
	f.Add(docxFile(f))
	f.Add(odtFile(f))
	f.Add(gzipped(f, docxFile(f)))
	fuzzFormat(f, func(_ *testing.T, raw []byte) (*Document, error) {
		if bytes.HasPrefix(raw, []byte("\x1f\x8b")) {
			return Parse(raw, Hint{})
		}
		return parseZip(raw, "application/zip")
	})
}

func FuzzRTF(f *testing.F) {
	f.Add([]byte(rtfSample))
	f.Add([]byte(`{\rtf1\mac\uc2 \'8e\u233??\par{\shp{\*\shpinst{\sp}{\shptxt box\par}}}`))
	fuzzFormat(f, alone(parseRTF))
}

func FuzzJSON(f *testing.F) {
	f.Add(`{"@type":"NewsArticle","headline":["Snow"],"author":{"name":"R"},"articleBody":"It <b>fell</b>.\n\nTwice."}`)
	f.Add(`[{"@graph":[{"title":{"rendered":"x"},"content":{"value":"<p>a</p><p>b</p>"},"link":"http://example.com"}]}]`)
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<16 || !utf8.ValidString(s) {
			return
		}
		d, err := parseJSON(s)
		if err != nil {
			return
		}
		size := checkText(t, d.Text)
		for _, v := range d.Meta {
			size += checkText(t, v)
		}
		if size > 16*len(s)+1<<20 {
			t.Errorf("%d bytes of text out of %d", size, len(s))
		}
	})
}

func FuzzNewsML(f *testing.F) {
	f.Add([]byte(newsMLSample))
	f.Add([]byte(nitfSample))
	fuzzFormat(f, func(_ *testing.T, raw []byte) (*Document, error) {
		s, err := decode(raw, Hint{})
		if err != nil {
			return nil, err
		}
		return parseNewsML(s)
	})
}

func FuzzPDF(f *testing.F) {
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]>>endobj 3 0 obj<</Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj 4 0 obj<<>>stream\nBT /F 9 Tf 50 700 Td (It fell.) Tj ET\nendstream endobj 5 0 obj<</Type/Font/Subtype/TrueType/BaseFont/Arial>>endobj trailer<</Root 1 0 R/Info<</Title(Snow)>>>>"))
	fuzzFormat(f, alone(parsePDF))
}
