package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// build makes a file of objects, numbered from 1; the first is the catalog.
func build(objects ...string) []byte {
	var b strings.Builder
	b.WriteString("%PDF-1.4\n")
	for i, o := range objects {
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	b.WriteString("trailer\n<</Root 1 0 R>>\n%%EOF\n")
	return []byte(b.String())
}

// pageOf makes a file of one page with that content, in Helvetica as F1.
func pageOf(content string, more ...string) []byte {
	return build(append([]string{
		"<</Type/Catalog/Pages 2 0 R/Lang(en)>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>/XObject<</X 7 0 R>>>>>>",
		fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/fi/quoteright/Scaron/uni20AC]>>>>",
	}, more...)...)
}

// set writes lines of text: x, y, size and the words.
func set(lines ...any) string {
	var b strings.Builder
	for i := 0; i < len(lines); i += 4 {
		fmt.Fprintf(&b, "BT /F1 %v Tf %v %v Td (%v) Tj ET\n", lines[i+2], lines[i], lines[i+1], lines[i+3])
	}
	return b.String()
}

func TestRead(t *testing.T) {
	for _, tt := range []struct {
		name, content string
		headline      string
		want          []string
	}{
		{
			"headline, paragraphs by their gap",
			set(50, 780, 24, "Snow closes the", 50, 752, 24, "Tarn pass", 50, 720, 10, "It fell for nine", 50, 708, 10, "hours on Sunday.", 50, 684, 10, "Police turned lorries back."),
			"Snow closes the Tarn pass", []string{"Snow closes the Tarn pass", "It fell for nine hours on Sunday.", "Police turned lorries back."},
		},
		{
			"columns below a headline, the second drawn first",
			set(50, 780, 24, "Snow closes the Tarn pass", 300, 740, 10, "back and nobody was surprised", 300, 728, 10, "by it but the drivers of them", 300, 716, 10, "said the sergeant on Sunday.",
				50, 740, 10, "It fell for nine hours at night", 50, 728, 10, "and the road was closed for all", 50, 716, 10, "of Sunday. Lorries were turned"),
			"Snow closes the Tarn pass", []string{"Snow closes the Tarn pass", "It fell for nine hours at night and the road was closed for all of Sunday. Lorries were turned back and nobody was surprised by it but the drivers of them said the sergeant on Sunday."},
		},
		{
			"glyph names, octal and hexadecimal strings, kerning",
			"BT /F1 10 Tf 50 700 Td [(The \\001rst caf\\351) -50 (s) -600 <026E> 10 (\\003 \\0045)] TJ ET",
			"", []string{"The first cafés ’nŠ €5"},
		},
		{
			"hyphenation, and compounds that keep their hyphen",
			set(50, 700, 10, "As all knew, the min-", 50, 688, 10, "ister was that well-", 50, 676, 10, "known minister in a parlia-", 50, 664, 10, "ment of well-known men."),
			"", []string{"As all knew, the minister was that well-known minister in a parliament of well-known men."},
		},
		{
			"artifacts and page numbers go, actual text counts",
			"/Artifact <</Type/Pagination>> BDC " + set(50, 820, 8, "Harbour Post") + " EMC /Span <</ActualText (office)>> BDC " + set(50, 700, 10, "o@@@ce") + " EMC " + set(290, 20, 9, "- 3 -"),
			"", []string{"office"},
		},
		{
			"a form in the page, moved and scaled",
			"q 2 0 0 2 0 0 cm /X Do Q", "", []string{"In a form."},
		},
		{
			"text across the page is a watermark",
			set(50, 700, 10, "It fell.") + "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DRAFT) Tj ET",
			"", []string{"It fell."},
		},
		{
			"a drop cap",
			set(50, 678, 34, "T", 72, 700, 10, "he snow fell for", 72, 688, 10, "nine hours on", 50, 676, 10, "Sunday in the pass."),
			"", []string{"The snow fell for nine hours on Sunday in the pass."},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			form := "BT /F1 5 Tf 20 300 Td (In a form.) Tj ET"
			f, err := Read(pageOf(tt.content, "<<>>", fmt.Sprintf("<</Subtype/Form/Length %d>>stream\n%s\nendstream", len(form), form)))
			if err != nil {
				t.Fatal(err)
			}
			if f.Headline != tt.headline || f.Language != "en" {
				t.Errorf("headline %q, language %q; want %q, en", f.Headline, f.Language, tt.headline)
			}
			if diff := cmp.Diff(strings.Join(tt.want, "\n\n"), f.Text); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
		})
	}
}

func TestReadRunningHeads(t *testing.T) {
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[4 0 R 6 0 R 8 0 R]/Resources<</Font<</F1 3 0 R>>>>/MediaBox[0 0 595 842]>>", "<</Type/Font/Subtype/TrueType/BaseFont/Arial-BoldMT>>"}
	for i, s := range []string{"The snow fell for nine hours", "and the road was closed until", "the evening, police said."} {
		content := set(50, 815, 8, fmt.Sprintf("Harbour Post, page %d", i+1), 50, 700, 10, s, 50, 30, 8, "harbour.example.com")
		objects = append(objects, fmt.Sprintf("<</Type/Page/Contents %d 0 R>>", 5+2*i), "<<>>stream\n"+content+"\nendstream")
	}
	f, err := Read(build(objects...))
	if err != nil {
		t.Fatal(err)
	}
	if want := "The snow fell for nine hours and the road was closed until the evening, police said."; f.Text != want {
		t.Errorf("text %q, want %q", f.Text, want)
	}
}

// TestReadObjectStream reads a file whose objects lie in a compressed stream,
// as all but the oldest writers have them, and its Info.
func TestReadObjectStream(t *testing.T) {
	parts := []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Kids[3 0 R]>>", "<</Contents 9 0 R/Resources<</Font<</F 4 0 R>>>>>>",
		"<</Subtype/Type0/Encoding/Identity-H/ToUnicode 8 0 R/DescendantFonts[5 0 R]>>", "<</DW 500/W[1[600 700]]>>", "<</Title(\xfe\xff\x00S\x00n\x00o\x00w)/Author(Ragna)/CreationDate(D:20261122180000+01'00')>>"}
	var head, body string
	for i, p := range parts {
		head += fmt.Sprintf("%d %d ", i+1, len(body))
		body += p + " "
	}
	deflated := func(s string) string {
		var b bytes.Buffer
		w := zlib.NewWriter(&b)
		if _, err := w.Write([]byte(s)); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return fmt.Sprintf("/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n", b.Len(), b.String())
	}
	raw := "%PDF-1.5\n7 0 obj\n<</Type/ObjStm/N 6/First " + fmt.Sprint(len(head)) + deflated(head+body) +
		"8 0 obj\n<<" + deflated("1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar <0001> <00410301> endbfchar 1 beginbfrange <0002> <0004> <0062> endbfrange") +
		"9 0 obj\n<<" + deflated("BT /F 10 Tf 1 0 0 1 50 700 Tm <00010002000300040001> Tj ET") +
		"10 0 obj\n<</Type/XRef/Root 1 0 R/Info 6 0 R" + deflated("x")
	f, err := Read([]byte(raw))
	if err != nil {
		t.Fatal(err)
	}
	want := &File{Text: "A\u0301bcdA\u0301", Title: "Snow", Author: "Ragna", Created: "2026-11-22T18:00:00+01:00"}
	if diff := cmp.Diff(want, f); diff != "" {
		t.Errorf("Read (-want +got):\n%s", diff)
	}
}

func TestReadRejected(t *testing.T) {
	for _, tt := range []struct {
		name string
		in   []byte
		want error // nil: any
	}{
		{"a picture of a page", pageOf("q 500 0 0 800 0 0 cm /X Do Q", "<<>>", "<</Subtype/Image/Filter/DCTDecode>>stream\n\xff\xd8\nendstream"), ErrScanned},
		{"a picture with a stamp", pageOf("/X Do "+set(50, 10, 8, "Scanned by a scanner"), "<<>>", "<</Subtype/Image>>stream\n\nendstream"), ErrScanned},
		{"a picture in the content", pageOf("BI /W 1 /H 1 ID \x00\xff EI"), ErrScanned},
		{"under a password", bytes.Replace(pageOf(set(50, 700, 10, "x")), []byte("/Root 1 0 R"), []byte("/Root 1 0 R/Encrypt<</Filter/Standard>>"), 1), ErrEncrypted},
		{"no pages", build("<</Type/Catalog>>"), nil},
		{"nothing", []byte("%PDF-1.7"), nil},
		{"more values than there can be", build("[" + strings.Repeat("1 ", maxValues+1) + "]"), ErrTooLarge},
	} {
		if _, err := Read(tt.in); err == nil || tt.want != nil && !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
	if f, err := Read(pageOf("")); err != nil || f.Text != "" {
		t.Errorf("an empty page: %v, %v, want no text and no error", f, err)
	}
}

// TestReadHostile feeds files that go round in circles or grow. All of them
// have to end.
func TestReadHostile(t *testing.T) {
	bomb := func() string {
		var b bytes.Buffer
		w := zlib.NewWriter(&b)
		if _, err := w.Write(bytes.Repeat([]byte("BT (x) Tj ET "), 8<<20)); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}()
	for name, in := range map[string][]byte{
		"pages that hold themselves":   build("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"),
		"a form that shows itself":     pageOf("/X Do", "<<>>", "<</Subtype/Form/Resources<</XObject<</X 7 0 R>>>>>>stream\n/X Do /X Do /X Do\nendstream"),
		"a reference to itself":        build("1 0 R", "2 0 R"),
		"a content that is a bomb":     build("<</Type/Catalog/Pages 2 0 R>>", "<</Kids[3 0 R]>>", "<</Contents 4 0 R>>", "<</Filter/FlateDecode>>stream\n"+bomb+"\nendstream"),
		"streams that never end":       bytes.Repeat([]byte("1 0 obj<<>>stream\n"), 300_000),
		"strings that never end":       bytes.Repeat([]byte("trailer<</A("), 500_000),
		"open dictionaries":            bytes.Repeat([]byte("1 0 obj<</A"), 500_000),
		"open arrays":                  bytes.Repeat([]byte("["), 5_000_000),
		"one stream as every content":  build("<</Pages 2 0 R/Type/Catalog>>", "<</Kids[3 0 R]>>", "<</Contents["+strings.Repeat("4 0 R ", 100_000)+"]>>", "<<>>stream\n"+strings.Repeat("q ", 50_000)+"\nendstream"),
		"objects that overlap":         build("<</Type/ObjStm/N 90000/First 1000000>>stream\n" + strings.Repeat("1 0 ", 90_000) + strings.Repeat(" ", 1_000_000) + "(" + strings.Repeat("a", 5_000_000) + "\nendstream"),
		"glyphs all over the place":    pageOf(strings.Repeat("BT /F1 9 Tf 50 700 Td (a) Tj ET BT /F1 9 Tf 350 695 Td (b) Tj ET\n", 60_000)),
		"a page of ever smaller steps": pageOf("BT /F1 9 Tf " + strings.Repeat("37 -0.01 Td (ab cd) Tj -36.9 -4 Td (e) Tj\n", 100_000) + "ET"),
	} {
		f, err := Read(in)
		if err == nil && !utf8.ValidString(f.Text) {
			t.Errorf("%s: text is not UTF-8", name)
		}
		if err != nil && strings.HasPrefix(err.Error(), "unreadable") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	locked, err := filepath.Glob("testdata/*.pdf")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range locked {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add(pageOf(set(50, 780, 24, "Snow closes the Tarn pass", 50, 700, 10, "It fell-", 50, 688, 10, "en for nine hours.")))
	f.Add(pageOf("BT /F1 10 Tf [(a) -900 <4142>] TJ T* 3 Tr (x) ' ET BI /W 1 ID x EI /X Do", "<<>>", "<</Subtype/Form/Matrix[1 0 0 1 2 2]>>stream\n(x) Tj\nendstream"))
	f.Add(build("<</Type/Catalog/Pages 2 0 R>>", "<</Kids[3 0 R]/Rotate 90>>", "<</Contents[4 0 R]/Resources<</Font<</F 5 0 R>>>>>>",
		"<</Filter[/ASCIIHexDecode/LZWDecode]/DecodeParms[null<</EarlyChange 1/Predictor 12/Columns 4>>]>>stream\n80 0b 60 50 22 0c 0c 85 01>\nendstream",
		"<</Subtype/Type0/Encoding/UniGB-UTF16-H/DescendantFonts[<</W[1 9 300]/DW 100>>]>>"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 1<<16 {
			return
		}
		file, err := Read(raw)
		if err != nil {
			if strings.HasPrefix(err.Error(), "unreadable") {
				t.Fatal(err) // a panic
			}
			return
		}
		for _, s := range []string{file.Text, file.Headline, file.Title, file.Author, file.Created, file.Language} {
			if !utf8.ValidString(s) {
				t.Errorf("%q is not UTF-8", s)
			}
		}
		if len(file.Text) > 64*len(raw)+1<<20 {
			t.Errorf("%d bytes of text out of %d", len(file.Text), len(raw))
		}
	})
}
