package document

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

func TestParseFormat(t *testing.T) {
	for _, tt := range []struct {
		in   string
		hint Hint
		want Format
	}{
		{"<!DOCTYPE html><p>x</p>", Hint{}, HTML},
		{"\ufeff\n<!-- saved from -->\n<html><body>x", Hint{Name: "story.txt"}, HTML}, // content beats the name
		{"<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"><html/>", Hint{}, HTML},
		{"<p>A fragment.</p>", Hint{}, HTML},
		{"Words first<br>\nand then <p>tags</p>", Hint{}, HTML},
		{"Words <b>first</b>", Hint{Name: "a.htm"}, HTML}, // the name breaks the tie
		{"5 < 6 and 7 > 3", Hint{Name: "a.html"}, Text},
		{"A line.\n\nAnother.", Hint{Name: "a.html", ContentType: "text/html"}, Text},
		{"# Title\n\nWith a [link](http://example.com).", Hint{}, Markdown},
		{"---\ntitle: x\n---\nBody.", Hint{Name: "x.txt"}, Markdown},
		{"Just words.", Hint{Name: "x.md"}, Markdown},
		{"Just words.", Hint{ContentType: "text/markdown; charset=utf-8"}, Markdown},
		{"#hashtag and * a star", Hint{}, Text},
		{"", Hint{}, Text},
	} {
		d, err := Parse([]byte(tt.in), tt.hint)
		if err != nil {
			t.Errorf("Parse(%q, %v): %v", tt.in, tt.hint, err)
			continue
		}
		if d.Format != tt.want {
			t.Errorf("Parse(%q, %v).Format = %q, want %q", tt.in, tt.hint, d.Format, tt.want)
		}
	}
}

func TestParseUnsupported(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"PK\x03\x04\x14\x00 anything", "application/zip"},
		{"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"},
		{"\x89PNG\r\n\x1a\n", "image/png"},
		{"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"},
		{"\x00\x00\x00\x20ftypmp42", "video/mp4"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"},
		{"words\x00and more", "application/octet-stream"},
		{"\x01\x02\x03\x04\x05\x06\x07\x08", "application/octet-stream"},
		{"<?xml version=\"1.0\"?><rss><channel/></rss>", "application/xml"},
		{`{"@type": "NewsArticle"}`, "application/json"},
		{`[{"a": 1}]`, "application/json"},
	} {
		_, err := Parse([]byte(tt.in), Hint{Name: "story.html", ContentType: "text/html"})
		if !errors.Is(err, ErrUnsupported) {
			t.Errorf("Parse(%q) = %v, want ErrUnsupported", tt.in, err)
			continue
		}
		if want := "unsupported format: " + tt.want; err.Error() != want {
			t.Errorf("Parse(%q) = %q, want %q", tt.in, err, want)
		}
	}
}

func TestParseTooLarge(t *testing.T) {
	if _, err := Parse([]byte(strings.Repeat("a", MaxBytes+1)), Hint{}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("one byte too many: %v, want ErrTooLarge", err)
	}
	if _, err := Parse([]byte(strings.Repeat("<i>", MaxBytes/3)), Hint{}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a page of nothing but tags: %v, want ErrTooLarge", err)
	}
	if _, err := Parse([]byte(strings.Repeat("a ", MaxBytes/2)), Hint{}); err != nil {
		t.Errorf("the largest upload: %v", err)
	}
}

func TestParseCharset(t *testing.T) {
	head := func(charset string) string { return `<html><head><meta charset="` + charset + `"></head>` }
	for _, tt := range []struct {
		name, in string
		hint     Hint
		want     string
	}{
		{"valid UTF-8 is UTF-8, whatever is declared", head("iso-8859-1") + "<p>Zürich", Hint{}, "Zürich"},
		{"declared", head("iso-8859-2") + "<p>\xa3\xf3d\xbc", Hint{}, "Łódź"},
		{"declared after 1,024 bytes", "<html><head><!--" + strings.Repeat("x", 2000) + "--><meta http-equiv=content-type content='text/html; charset=koi8-r'></head><p>\xed\xc9\xd2", Hint{}, "Мир"},
		{"declared by the uploader", "<p>\x83\x65\x83\x58\x83\x67", Hint{ContentType: "text/html; charset=shift_jis"}, "テスト"},
		{"of the page's language", "<html lang=ru><p>\xcc\xe8\xf0", Hint{}, "Мир"},
		{"UTF-8 declared, and untrue", head("utf-8") + "<p>Z\xfcrich \x93quoted\x94", Hint{}, "Zürich “quoted”"},
		{"nothing declared", "<p>caf\xe9 \x80 5", Hint{}, "café € 5"},
		{"UTF-8 cut in the middle", "<p>Zürich und Köln und Grün\xc3", Hint{}, "Zürich und Köln und Grün\uFFFD"},
		{"byte order mark", "\xef\xbb\xbf<p>x", Hint{}, "x"},
		{"UTF-16", "\xff\xfe<\x00p\x00>\x00\xfc\x00", Hint{}, "ü"},
		{"UTF-16 without its mark", "<\x00p\x00>\x00B\x00r\x00i\x00d\x00g\x00e\x00 \x00\xfc\x00", Hint{}, "Bridge ü"},
		{"big-endian UTF-16 without its mark", "\x00<\x00p\x00>\x00B\x00r\x00i\x00d\x00g\x00e\x00 \x00\xfc", Hint{}, "Bridge ü"},
		{"UTF-16, big-endian", "\xfe\xff\x00<\x00p\x00>\x00\xfc", Hint{}, "ü"},
		{"soft hyphens written as entities too", "<p>Helikopter&shy;lande&#8203;platz", Hint{}, "Helikopterlandeplatz"},
		{"soft hyphens and zero-width spaces are layout", "<p>Helikopter\u00adlande\u200bplatz", Hint{}, "Helikopterlandeplatz"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, err := Parse([]byte(tt.in), tt.hint)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.TrimSpace(allText(d.Root)); got != tt.want {
				t.Errorf("text = %q, want %q", got, tt.want)
			}
		})
	}
}

func TestParseBrokenCharset(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		offset   int
	}{
		{"half a character at the end of UTF-16", "\xff\xfea\x00b", 4},
		{"not the charset it declares", `<meta charset="euc-jp"><p>` + strings.Repeat("\xff\xff \xfe", 200), 0},
	} {
		_, err := Parse([]byte(tt.in), Hint{})
		var syntax *SyntaxError
		if !errors.As(err, &syntax) {
			t.Errorf("%s: %v, want a *SyntaxError", tt.name, err)
			continue
		}
		if syntax.Offset != tt.offset || syntax.Unwrap() == nil || !strings.Contains(err.Error(), syntax.Err.Error()) {
			t.Errorf("%s: %#v, message %q", tt.name, syntax, err)
		}
	}
}

func TestParseLineEnds(t *testing.T) {
	d, err := Parse([]byte("one\r\ntwo\rthree\u2028four\x0b five"), Hint{})
	if err != nil {
		t.Fatal(err)
	}
	if want := "one\ntwo\nthree\nfour five"; d.Text != want {
		t.Errorf("Text = %q, want %q", d.Text, want)
	}
}

func TestFrontMatter(t *testing.T) {
	const in = `---
title: "A \"quoted\" title: with a colon"
Author: Jane Doe # the editor
authors:
  - Jane Doe
  - name: 'John O''Roe'
tags: [a, "b c"]
nested:
  key: skipped
folded: >
  first
  second
---

Body.
`
	d, err := Parse([]byte(in), Hint{})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"title": `A "quoted" title: with a colon`, "author": "Jane Doe", "authors": "Jane Doe; John O'Roe",
		"tags": "a; b c", "nested": "", "folded": "first second",
	}
	if diff := cmp.Diff(want, d.Meta); diff != "" {
		t.Errorf("Meta (-want +got):\n%s", diff)
	}
	if got := strings.TrimSpace(allText(d.Root)); got != "Body." {
		t.Errorf("body = %q", got)
	}
}

func TestFrontMatterIsNone(t *testing.T) {
	for _, in := range []string{
		"---\nProse between two rules. It goes on.\n---\nMore.",
		"---\n---\nx",
		"---\ntitle: never closed",
		"text",
	} {
		if meta, body := frontMatter(in); meta != nil || body != in {
			t.Errorf("frontMatter(%q) = %v, %q", in, meta, body)
		}
	}
}

func TestMarkdown(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"# One #\nTwo\nlines", "h1:One p:Two lines"},
		{"Title\n=====\nSub\n---\ntext", "h1:Title h2:Sub p:text"},
		{"# One {#one .big}\n## Two {curly}\ntext", "h1:One h2:Two {curly} p:text"},
		{"a\n\n---\n\nb", "p:a p:b"},
		{"- one\n- two\n  goes on\n1. three", "li:one li:two goes on li:three"},
		{"> said\n> more\n>\n> again", "blockquote:said more blockquote:again"},
		{"```\n**code** <b>\n```\nafter", "pre:**code** <b> p:after"},
		{"**bold** *it* _em_ `co*de` [li*n*k](http://e.org/a_b \"t\") ![x](y.png) ~~gone~~", "p:bold it em co*de link gone"},
		{"s*** snake_case 2 * 3 * 4 \\*no\\* [a][b] [c](d", "p:s*** snake_case 2 * 3 * 4 *no* [a][b] [c](d"},
		{"<https://example.com/x> AT&amp;T <b>html</b>", "p:https://example.com/x AT&T html"},
	} {
		d, err := Parse([]byte(tt.in), Hint{Name: "x.md"})
		if err != nil {
			t.Fatal(err)
		}
		if got := outline(d.Root); got != tt.want {
			t.Errorf("Markdown %q\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

// TestTree holds the tree to what html.Parse makes of pages that people
// write, as far as text goes.
func TestTree(t *testing.T) {
	for _, in := range []string{
		"<p>one<p>two<div>three</div>four",
		"<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e",
		"<table><tr><td>a<td>b<tr><td>c</table>d",
		"<dl><dt>a<dd>b<dt>c<dd>d</dl>",
		"<h2>a<h3>b</h3>c",
		"<p>a<br>b<br/>c</br>d",
		"<div><p>a</div>b",
		"<b><p>a</b>b</p>c",
		"<a href=x>a<a href=y>b</a>c",
		"<p>a</div>b",
		"<script>var a = '<p>no</p>';</script><p>yes",
		"<svg><title>x</title><path/></svg><p>a",
		"<textarea><p>raw</textarea><p>b",
		"<title>a <b>b</title><p>c",
		"<p>a<!-- <p>b --><p>c<!-->d",
		"<table><tr><td><table><tr><td>in</table></td><td>out</table>",
		"<body><p>a</body></html><p>b",
	} {
		want, err := html.Parse(strings.NewReader(in))
		if err != nil {
			t.Fatal(err)
		}
		got, err := buildTree(in)
		if err != nil {
			t.Fatal(err)
		}
		if g, w := outline(got), outline(want); g != w {
			t.Errorf("%s\n got %s\nwant %s", in, g, w)
		}
	}
}

// outline writes each text with the name of the block element it lies in.
func outline(n *html.Node) string {
	var out []string
	last := (*html.Node)(nil)
	for c := range n.Descendants() {
		if c.Type != html.TextNode || strings.TrimSpace(c.Data) == "" {
			continue
		}
		p := c.Parent
		if p.Data == "script" || p.Data == "style" {
			continue
		}
		for p.Parent != nil && !block(p.DataAtom) && !cell(p.DataAtom) && p.Data != "title" && p.Data != "textarea" {
			p = p.Parent
		}
		name := p.Data
		if p.Parent == nil {
			name = "body"
		}
		words := strings.Join(strings.Fields(c.Data), " ")
		if p == last {
			if strings.TrimLeft(c.Data, " \n") != c.Data || strings.HasSuffix(out[len(out)-1], " ") {
				words = " " + words
			}
			out[len(out)-1] += words
		} else {
			out = append(out, name+":"+words)
		}
		if strings.TrimRight(c.Data, " \n") != c.Data {
			out[len(out)-1] += " "
		}
		last = p
	}
	for i := range out {
		out[i] = strings.Join(strings.Fields(out[i]), " ")
	}
	return strings.Join(out, " ")
}

func allText(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// TestParseHostile feeds pages that are built to be slow, deep or huge. Each
// has to end in a document or an error that says what is wrong.
func TestParseHostile(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		ok       bool
	}{
		{"50,000 nested elements", strings.Repeat("<div>", 50_000) + "text", true},
		{"50,000 nested, each closed", strings.Repeat("<div>", 50_000) + "text" + strings.Repeat("</div>", 50_000), true},
		{"5 MB of paragraphs", strings.Repeat("<p>A paragraph of some forty characters.</p>", 5<<20/44), true},
		{"200,000 line breaks", strings.Repeat("a<br>", 200_000), true},
		{"1 MB of links", strings.Repeat("<a href=x>", 1<<20/10), true},
		{"a 10,000-cell table", "<table>" + strings.Repeat("<tr><td>a<td>b", 5_000), true},
		{"formatting left open in every paragraph", "<p>" + strings.Repeat("<b><i><u>", 1_000) + strings.Repeat("<p>x", 100_000), true},
		{"end tags of nothing", strings.Repeat("<b><div>", 150) + strings.Repeat("</b>", 500_000), true},
		{"an unclosed comment", "<p>a<!--" + strings.Repeat("-", 1<<20), true},
		{"an unclosed attribute", "<p class=\"" + strings.Repeat("x", 1<<20), true},
		{"100,000 attributes", "<p " + strings.Repeat("class=a ", 100_000) + ">x", true},
		{"2,000,000 elements", strings.Repeat("<b>", 2_000_000), false},
		{"Markdown of brackets", "# x\n" + strings.Repeat("[", 1<<20) + "](" + strings.Repeat("![", 1<<18), true},
		{"Markdown of stars", "# x\n" + strings.Repeat("*a ** _b_ `` ` ", 1<<17), true},
		{"front matter without end", "---\n" + strings.Repeat("a: b\n", 1<<18), true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, err := Parse([]byte(tt.in), Hint{Name: "x.md"})
			if !tt.ok {
				if !errors.Is(err, ErrTooLarge) {
					t.Errorf("err = %v, want ErrTooLarge", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got := depth(d.Root); got > MaxDepth {
				t.Errorf("nested %d deep, at most %d", got, MaxDepth)
			}
		})
	}
}

func depth(root *html.Node) int {
	if root == nil {
		return 0
	}
	deepest := 0
	for c := range root.Descendants() {
		if c.FirstChild != nil {
			continue
		}
		n := 0
		for p := c; p.Parent != nil; p = p.Parent {
			n++
		}
		deepest = max(deepest, n)
	}
	return deepest
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "<p>x", "# a\n*b*", "---\na: b\n---\nc", "\xff\xfea\x00", "%PDF-", "\xfc<table><td><p></table>", "<svg><a><p></svg>", "[a](b) `c` <d>"} {
		f.Add([]byte(s), "a.md")
		f.Add([]byte(s), "")
	}
	f.Fuzz(func(t *testing.T, raw []byte, name string) {
		d, err := Parse(raw, Hint{Name: name, ContentType: name})
		if err != nil {
			var syntax *SyntaxError
			if !errors.Is(err, ErrUnsupported) && !errors.Is(err, ErrTooLarge) && !errors.As(err, &syntax) {
				t.Fatalf("Parse = %v, which is none of the documented errors", err)
			}
			return
		}
		if !utf8.ValidString(d.Text) || len(d.Text) > 4*len(raw) {
			t.Fatalf("Text: valid %v, %d bytes of %d", utf8.ValidString(d.Text), len(d.Text), len(raw))
		}
		if d.Root == nil {
			return
		}
		if n := depth(d.Root); n > MaxDepth {
			t.Fatalf("nested %d deep", n)
		}
		size := 0
		for c := range d.Root.Descendants() {
			size += len(c.Data)
			if !utf8.ValidString(c.Data) {
				t.Fatalf("invalid UTF-8 in %q", c.Data)
			}
		}
		if size > 40*len(raw)+100 {
			t.Fatalf("%d bytes of text and names from %d", size, len(raw))
		}
	})
}

func ExampleParse() {
	d, err := Parse([]byte("<title>Caf\xe9</title><p>Z\xfcrich"), Hint{Name: "page.html"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Format)
	for n := range d.Root.Descendants() {
		if n.Type == html.TextNode {
			fmt.Println(n.Data)
		}
	}
	_, err = Parse([]byte("\x89PNG\r\n\x1a\n"), Hint{Name: "page.html"})
	fmt.Println(err)
	// Output:
	// html
	// Café
	// Zürich
	// unsupported format: image/png
}

// page is a news page of about 120 kB, most of it markup, as pages are.
func page() string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="en"><head><title>A page</title>`)
	for range 40 {
		b.WriteString(`<script>window.config = {"key": "` + strings.Repeat("value ", 60) + `"};</script><link rel="preload" href="/a.js">`)
	}
	b.WriteString(`</head><body>`)
	for i := range 150 {
		fmt.Fprintf(&b, `<div class="card card--%d" data-id="x"><a class="card__link" href="/story/%d"><span>Story number %d</span></a></div>`, i, i, i)
	}
	b.WriteString(`<article><h1>A page</h1>`)
	for range 60 {
		b.WriteString(`<p class="body__paragraph">The council said on <a href="/d">Monday</a> that it would <em>not</em> close the bridge before the summer, &ldquo;whatever happens&rdquo;.</p>`)
	}
	return b.String()
}

// BenchmarkParse reports as a ratio what parsing takes of a bare html.Parse.
func BenchmarkParse(b *testing.B) {
	in := []byte(page())
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		if _, err := Parse(in, Hint{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBareParse is the yardstick of BenchmarkParse.
func BenchmarkBareParse(b *testing.B) {
	in := page()
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		if _, err := html.Parse(strings.NewReader(in)); err != nil {
			b.Fatal(err)
		}
	}
}
