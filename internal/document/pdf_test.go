package document

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// onePage is a PDF of one page with that content and that Info.
func onePage(content, info string) string {
	return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]>>endobj\n" +
		"3 0 obj<</Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj 4 0 obj<<>>stream\n" + content + "\nendstream endobj\n" +
		"5 0 obj<</Type/Font/Subtype/TrueType/BaseFont/Arial>>endobj trailer<</Root 1 0 R/Info<<" + info + ">>>>"
}

func TestParsePDF(t *testing.T) {
	in := onePage("BT /F 20 Tf 50 700 Td (Snow closes the pass) Tj /F 9 Tf 0 -30 Td (It fell for nine hours.) Tj 0 -24 Td (Twice.) Tj ET", "/Title(snow.docx)/Author(Ragna Solheim)/CreationDate(D:20261122)")
	d, err := Parse([]byte(in), Hint{Name: "story.html"})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"Snow closes the pass", "It fell for nine hours.", "Twice."}, shown(d)); diff != "" || d.Format != PDF {
		t.Errorf("%s, lines (-want +got):\n%s", d.Format, diff)
	}
	if diff := cmp.Diff(map[string]string{"headline": "Snow closes the pass", "author": "Ragna Solheim", "date": "2026-11-22"}, d.Meta); diff != "" {
		t.Errorf("meta (-want +got):\n%s", diff)
	}
}

func TestParsePDFRejected(t *testing.T) {
	locked, err := os.ReadFile("pdf/testdata/user-aes-256.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, in string
		want     error // nil: a SyntaxError
	}{
		{"under a password", string(locked), ErrEncrypted},
		{"a picture of a page", onePage("BI /W 1 /H 1 ID \x00\xff EI", ""), ErrScanned},
		{"grows past the bounds", onePage(strings.Repeat("q Q ", 1_100_000), ""), ErrTooLarge},
		{"cut off", "%PDF-1.7\n1 0 obj<</Type/Cat", nil},
	} {
		_, err := Parse([]byte(tt.in), Hint{})
		if syntax := (*SyntaxError)(nil); tt.want == nil && !errors.As(err, &syntax) || tt.want != nil && !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
}
