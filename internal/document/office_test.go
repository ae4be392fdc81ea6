package document

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// zipped builds an archive of name, content, name, content …
func zipped(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		h := &zip.FileHeader{Name: parts[i], Method: zip.Deflate}
		if parts[i] == "mimetype" {
			h.Method = zip.Store
		}
		f, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	wordStart = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	wordEnd   = `<w:sectPr/></w:body></w:document>`
	wordStyle = `<w:styles xmlns:w="x"><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Mine"><w:name w:val="Our head"/><w:basedOn w:val="berschrift1"/></w:style></w:styles>`
	wordCore  = `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Snow</dc:title><dc:creator>Ragna Solheim</dc:creator><dcterms:created>2026-11-22T17:00:00Z</dcterms:created></cp:coreProperties>`
	wordText  = `<w:p><w:pPr><w:pStyle w:val="Mine"/></w:pPr><w:r><w:t>Snow closes </w:t></w:r><w:r><w:t xml:space="preserve">the pass</w:t></w:r></w:p>` +
		`<w:p><w:r><w:t>It fell for </w:t></w:r><w:del><w:r><w:t>ten</w:t></w:r></w:del><w:ins><w:r><w:t>nine</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t> secret</w:t></w:r><w:r><w:t> hours &amp; more.</w:t></w:r></w:p>` +
		`<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>A box.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>A box.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>` +
		`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Depth</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>60 cm</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`
)

func docxFile(t testing.TB) []byte {
	return zipped(t, "[Content_Types].xml", "<Types/>", "word/document.xml", wordStart+wordText+wordEnd, "word/styles.xml", wordStyle, "docProps/core.xml", wordCore)
}

func TestParseDOCX(t *testing.T) {
	d, err := Parse(docxFile(t), Hint{Name: "story.html", ContentType: "text/html"})
	if err != nil {
		t.Fatal(err)
	}
	if d.Format != DOCX {
		t.Errorf("format %q, want %q", d.Format, DOCX)
	}
	if diff := cmp.Diff([]string{"Snow closes the pass", "It fell for nine hours & more.", "Depth", "60 cm"}, shown(d)); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]string{"title": "Snow", "author": "Ragna Solheim", "date": "2026-11-22T17:00:00Z"}, d.Meta); diff != "" {
		t.Errorf("meta (-want +got):\n%s", diff)
	}
	if h := d.Root.FirstChild; h == nil || h.Data != "h1" {
		t.Errorf("first element %v, want the heading that a style based on heading 1 makes", h)
	}
}

const odtContent = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:draw="d" xmlns:svg="v"><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text>` +
	`<text:p text:style-name="P1">Snow closes<text:s text:c="2"/>the <text:span>pass</text:span></text:p><text:p>It fell for` + "\n" + `nine hours<text:note><text:p>A note.</text:p></text:note>.<draw:frame><svg:title>A picture</svg:title><draw:text-box><text:p>A box.</text:p></draw:text-box></draw:frame></text:p>` +
	`<text:h text:outline-level="2">Lorries</text:h><text:list><text:list-item><text:p>One</text:p></text:list-item></text:list></office:text></office:body></office:document-content>`

func odtFile(t testing.TB) []byte {
	return zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", odtContent,
		"meta.xml", `<office:document-meta xmlns:office="o" xmlns:dc="d" xmlns:meta="m"><office:meta><dc:title>Snow</dc:title><meta:initial-creator>Ragna Solheim</meta:initial-creator><dc:creator>A desk</dc:creator><meta:creation-date>2026-11-22T17:00:00</meta:creation-date></office:meta></office:document-meta>`)
}

func TestParseODT(t *testing.T) {
	d, err := Parse(odtFile(t), Hint{})
	if err != nil {
		t.Fatal(err)
	}
	if d.Format != ODT {
		t.Errorf("format %q, want %q", d.Format, ODT)
	}
	if diff := cmp.Diff([]string{"Snow closes the pass", "It fell for nine hours.", "Lorries", "One"}, shown(d)); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]string{"title": "Snow", "author": "Ragna Solheim", "date": "2026-11-22T17:00:00"}, d.Meta); diff != "" {
		t.Errorf("meta (-want +got):\n%s", diff)
	}
}

func TestParseOfficeRejected(t *testing.T) {
	bomb := wordStart + strings.Repeat("<w:p><w:r><w:t>0</w:t></w:r></w:p>", maxUnpacked/34+1) + wordEnd
	many := make([]string, 0, 2*maxParts+4)
	for range maxParts + 2 {
		many = append(many, "word/x", "")
	}
	for _, tt := range []struct {
		name string
		in   []byte
		want error // nil: a SyntaxError
	}{
		{"a DOCX that grows a thousandfold", zipped(t, "word/document.xml", bomb), ErrTooLarge},
		{"a DOCX of too many parts", zipped(t, many...), ErrTooLarge},
		{"a DOCX cut off", docxFile(t)[:400], nil},
		{"a DOCX of broken XML", zipped(t, "word/document.xml", wordStart+"<w:p><w:r></w:p><"), nil},
		{"a DOCX nested too deep", zipped(t, "word/document.xml", wordStart+strings.Repeat("<w:p>", 10_000)), nil},
		{"an ODT under a password", zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "x", "META-INF/manifest.xml", "<manifest:encryption-data/>"), ErrEncrypted},
		{"a DOCX under a password", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 500) + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), ErrEncrypted},
		{"an old Word file", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 500)), ErrUnsupported},
		{"a spreadsheet", zipped(t, "xl/workbook.xml", "<x/>"), ErrUnsupported},
		{"any other archive", zipped(t, "a.txt", "x"), ErrUnsupported},
		{"an empty archive", zipped(t), ErrUnsupported},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse(tt.in, Hint{Name: "story.docx"})
			if syntax := (*SyntaxError)(nil); tt.want == nil && !errors.As(err, &syntax) || tt.want != nil && !errors.Is(err, tt.want) {
				t.Errorf("error %v, want %v", err, tt.want)
			}
		})
	}
}

func gzipped(t testing.TB, b []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestParseGzip(t *testing.T) {
	for name, in := range map[string][]byte{
		"story.md.gz": gzipped(t, []byte("Just words.")),
		"x.md":        append(gzipped(t, []byte("Just words.")), "trailing bytes"...),
	} {
		d, err := Parse(in, Hint{Name: name})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if d.Format != Markdown {
			t.Errorf("%s: format %q, want the one that the name without .gz says", name, d.Format)
		}
	}
	if d, err := Parse(gzipped(t, docxFile(t)), Hint{}); err != nil || d.Format != DOCX {
		t.Errorf("a DOCX in gzip: %v, %v", d, err)
	}
	if _, err := Parse(gzipped(t, gzipped(t, []byte("x"))), Hint{}); !errors.Is(err, ErrUnsupported) {
		t.Errorf("gzip in gzip: %v, want ErrUnsupported", err)
	}
	if _, err := Parse(gzipped(t, make([]byte, 200<<20)), Hint{}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a gzip bomb: %v, want ErrTooLarge", err)
	}
	whole := gzipped(t, []byte(strings.Repeat("Words that end. ", 500)))
	if _, err := Parse(whole[:len(whole)-20], Hint{}); err == nil {
		t.Error("a gzip cut off was read")
	}
}
