package document

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const rtfSample = `{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset204 Times;}{\f2\fcharset128 Mincho;}}` +
	`{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s1\sb240 heading 1;}}{\info{\title Snow}{\author Ragna \'c5s}{\creatim\yr2026\mo11\dy22\hr17}}` +
	`{\header Harbour Post, page \chpgn}\pard\s1 Snow closes the pass\par ` + "\r\n" +
	`\pard\plain It fell for \ldblquote nine\rdblquote  hours, caf\'e9 \u8211\'96 and {\uc0\u8364 5}.\line Next line{\footnote A note.}.\par` + "\n" +
	`{\f1 \'cc\'e8\'f0} and {\f2 \'83\'65\'83\'58\'83\'67} and \u-10179?\u-8704?.\par{\v hidden}{\*\unknown skipped}` +
	`{\field{\*\fldinst HYPERLINK "https://example.com"}{\fldrslt a link}}{\pict\bin5 }{}{x}.\par\trowd\intbl Depth\cell 60 cm\cell\row }`

func TestParseRTF(t *testing.T) {
	d, err := Parse([]byte(rtfSample), Hint{Name: "story.txt", ContentType: "text/plain"})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"Snow closes the pass", "It fell for “nine” hours, café – and €5.", "Next line.",
		"Мир and テスト and 😀.", "a link.", "Depth", "60 cm",
	}
	if diff := cmp.Diff(want, shown(d)); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]string{"title": "Snow", "author": "Ragna Ås", "date": "2026-11-22"}, d.Meta); diff != "" {
		t.Errorf("meta (-want +got):\n%s", diff)
	}
	if h := d.Root.FirstChild; d.Format != RTF || h == nil || h.Data != "h1" {
		t.Errorf("format %q, first element %v, want a heading", d.Format, h)
	}
}

func TestParseRTFBroken(t *testing.T) {
	for _, in := range []string{`{\rtf1{\fonttbl`, `{\rtf1` + strings.Repeat("{", 2_000_000)} {
		_, err := Parse([]byte(in), Hint{})
		if syntax := (*SyntaxError)(nil); !errors.As(err, &syntax) {
			t.Errorf("Parse(%.20q…) = %v, want a SyntaxError", in, err)
		}
	}
	for _, in := range []string{`{\rtf1 Words\par more`, `{\rtf1 Words}}}}\par`, `{\rtf1 Words\bin999999999`, `{\rtf1 Words\u99999999999 \'zz\`} {
		d, err := Parse([]byte(in), Hint{})
		if err != nil || len(shown(d)) == 0 || !strings.HasPrefix(shown(d)[0], "Words") {
			t.Errorf("Parse(%q) = %v, want what can be read of it", in, err)
		}
	}
}
