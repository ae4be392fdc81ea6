package article

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"onrecord/internal/document"
)

func TestExtractNoText(t *testing.T) {
	for _, in := range []string{
		"", " \n\t ", "<html><body></body></html>", "<nav><a href=/>Home</a></nav>", "—\n***\n",
		"<script>var a = 'A long sentence that nobody will ever read, since it is code.'</script>",
	} {
		d, err := document.Parse([]byte(in), document.Hint{})
		if err != nil {
			t.Fatal(err)
		}
		if a, err := Extract(d); !errors.Is(err, ErrNoText) {
			t.Errorf("Extract(%q) = %+v, %v, want ErrNoText", in, a, err)
		}
	}
}

func TestReflow(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     []string
	}{
		{"blank lines", "one\n\ntwo\n \t\nthree", []string{"one", "two", "three"}},
		{"lines that are paragraphs", "A long line that is a paragraph of its own and ends here.\nShort one.\nAnother long line that is a paragraph of its own, and ends.", []string{"A long line that is a paragraph of its own and ends here.", "Short one.", "Another long line that is a paragraph of its own, and ends."}},
		{"wrapped, with a paragraph's end inside", "The glass works at Ostry, cold since the spring of last year,\nis to be lit again in September, its new owner said.\nHalf of the furnaces will stay cold for good, and of 640 jobs\nsome 250 will come back.", []string{"The glass works at Ostry, cold since the spring of last year, is to be lit again in September, its new owner said.", "Half of the furnaces will stay cold for good, and of 640 jobs some 250 will come back."}},
		{"wrapped, paragraphs indented", "   The glass works at Ostry, cold since the spring of last year,\nis to be lit again in September, its new owner said on a Thursday.\n   Half of the furnaces will stay cold for good, and of 640 jobs\nsome 250 will come back.", []string{"The glass works at Ostry, cold since the spring of last year, is to be lit again in September, its new owner said on a Thursday.", "Half of the furnaces will stay cold for good, and of 640 jobs some 250 will come back."}},
		{"bullets stay apart", "• one\n• two", []string{"• one", "• two"}},
	} {
		if diff := cmp.Diff(tt.want, reflow(tt.in)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestNoise(t *testing.T) {
	for _, s := range []string{
		"Advertisement", "ADVERTISEMENT", "Article continues below", "Share this article", "Related Articles", "Read more: The other story", "Lesen Sie auch: Der andere Text",
		"© 2026 The Courier", "Copyright 1999 The Pellworth Weekly", "All rights reserved.", "Sign up for our newsletter and never miss a story.",
		"We use cookies to make this site better.", "Photo: A. Lind", "Hives at Drumley. (Photo by Nell Acheson)", "A view of the port. Mats Olin/Getty Images", "***",
		"Lorem ipsum dolor sit amet, consectetur adipiscing elit.", "4 min read", "3 Min. Lesezeit",
	} {
		if noise(s) == "" {
			t.Errorf("noise(%q) is empty", s)
		}
	}
	for _, s := range []string{
		"The council said it would not close the bridge.", "Related parties said they would share the costs of the work.", "Read him his rights, said the judge.",
		"“Advertisement is everything,” he said.", "Share prices fell by a third on Monday.", "Copyrights on the songs expired in 1999.", "Yes.", "Follow the money, she told the jury.",
		"Get out of the house, the sheriff told them.", "Your support was decisive, the president told the crowd in Lunde.",
	} {
		if why := noise(s); why != "" {
			t.Errorf("noise(%q) = %q, want none", s, why)
		}
	}
}

func TestPlainTextKeeps(t *testing.T) {
	for _, tt := range []struct{ name, in, headline, text string }{
		{"a single line", "Bridge to close in April", "Bridge to close in April", "Bridge to close in April"},
		{"headline with a question mark", "Who pays for the bridge?\n\nNobody knows, the mayor said.", "Who pays for the bridge?", "Nobody knows, the mayor said."},
		{"headline that ends in an abbreviation", "Tarvia to sell its gas to the U.S.\n\nTarvia signed on Monday. It was late.", "Tarvia to sell its gas to the U.S.", "Tarvia signed on Monday. It was late."},
		{"a teaser that nothing repeats", "Bridge\n\nThe old bridge over the Tarn is to close in April, it was said […]\n\nThe mayor had no comment.", "Bridge", "The old bridge over the Tarn is to close in April, it was said […]\n\nThe mayor had no comment."},
		{"the address on top", "https://example.com/bridge\n\nBridge to close\n\nThe bridge will close, the mayor said.", "Bridge to close", "The bridge will close, the mayor said."},
		{"quotation on a line of its own", "Bridge to close\n\nThe mayor spoke on Monday to the council of the town.\n\n“No.”\n\nThen she left the room by the back door.", "Bridge to close", "The mayor spoke on Monday to the council of the town.\n\n“No.”\n\nThen she left the room by the back door."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := extract(t, tt.in, "x.txt")
			if a.Headline != tt.headline || a.Text != tt.text {
				t.Errorf("headline %q\ntext %q\nwant %q\n%q", a.Headline, a.Text, tt.headline, tt.text)
			}
		})
	}
}

// TestExtractHostile feeds uploads that are built to be slow or huge; each
// has to end.
func TestExtractHostile(t *testing.T) {
	sentence := "The council said on Monday that it would close the bridge. "
	for _, tt := range []struct{ name, in string }{
		{"50,000 nested elements", strings.Repeat("<div>", 50_000) + sentence},
		{"5 MB of paragraphs", strings.Repeat("<p>"+sentence, 5<<20/62)},
		{"200,000 line breaks", sentence + strings.Repeat("a<br>", 200_000)},
		{"1 MB of links", "<p>" + sentence + strings.Repeat("<a href=x>", 1<<20/10)},
		{"a 10,000-cell table", "<table>" + strings.Repeat("<tr><td>A cell of words<td>b", 5_000)},
		{"100,000 times elements", sentence + strings.Repeat("<time>June 1, 2024</time>", 100_000)},
		{"100,000 h1", "<p>" + sentence + strings.Repeat("<h1>x</h1>", 100_000)},
		{"100,000 bylines", "<p>" + sentence + strings.Repeat("<p class=byline>By Jane Doe</p>", 100_000)},
		{"100,000 empty bylines", "<p>" + sentence + strings.Repeat("<p class=authorship></p>", 100_000)},
		{"50,000 portraits", "<p>" + sentence + strings.Repeat("<p>Tumelo Sekhonyana</p><p>Tumelo Sekhonyana is an editor of tumelo sekhonyana.</p>", 50_000)},
		{"100,000 headings in parts", "<p>" + sentence + strings.Repeat("<h2><b>Bridge to close at once</b> in April</h2>", 100_000)},
		{"100,000 author links", "<p>" + sentence + strings.Repeat("<a rel=author href=/author/jane>Jane Doe</a>", 100_000)},
		{"nested bylines", strings.Repeat("<div class=byline><h1 itemprop=author>", 90) + strings.Repeat(sentence, 1000)},
		{"deep JSON-LD", `<script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, 5_000) + `</script><p>` + sentence},
		{"1 MB of titles", "<title>" + strings.Repeat("a | ", 1<<18) + "</title><p>" + sentence},
		{"1 MB in one word", strings.Repeat("a", 1<<20) + " " + sentence},
		{"100,000 short lines", strings.Repeat("a\n", 100_000) + sentence},
		{"100,000 teasers", strings.Repeat("The old bridge over the Tarn is to close […]\n\n", 100_000) + sentence},
		{"1 MB of names", "By " + strings.Repeat("Jane Doe, ", 1<<17) + "\n\n" + sentence},
		{"50,000 streamed elements, each in the one before", "<p>" + sentence + `<template id="B:0"></template>` + streamed(50_000)},
		{"1 MB of bullets", strings.Repeat("• a\n", 1<<18) + sentence},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, err := document.Parse([]byte(tt.in), document.Hint{})
			if err != nil {
				t.Fatal(err)
			}
			a, err := Extract(d)
			if err != nil && !errors.Is(err, ErrNoText) && !errors.Is(err, document.ErrTooLarge) {
				t.Fatal(err)
			}
			check(t, a, tt.in)
		})
	}
}

// check holds an article to what every article is.
func check(t *testing.T, a Article, in string) {
	t.Helper()
	for _, s := range append([]string{a.Headline, a.Publication, a.URL, a.Published, a.Language, a.Text}, a.Byline...) {
		if !utf8.ValidString(s) {
			t.Fatalf("invalid UTF-8 in %.100q", s)
		}
	}
	if len(a.Text) > 4*len(in)+10 || len(a.Byline) > 4000 {
		t.Fatalf("%d bytes of text, %d names from %d bytes", len(a.Text), len(a.Byline), len(in))
	}
	if a.Text == "" {
		return
	}
	for p := range strings.SplitSeq(a.Text, "\n\n") {
		if p == "" || p != collapse(p) {
			t.Fatalf("paragraph %.100q is empty or holds white space other than single spaces", p)
		}
	}
	if a.Headline == "" || a.Headline != collapse(a.Headline) || a.Words == 0 || a.ReadingMinutes == 0 {
		t.Fatalf("headline %.100q, %d words, %d minutes", a.Headline, a.Words, a.ReadingMinutes)
	}
}

func TestExtractTooLong(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		ok       bool
	}{
		{"a novel", strings.Repeat("It fell again on Monday. ", MaxWords/5), true},
		{"more", strings.Repeat("It fell again on Monday. ", MaxWords/5+1), false},
		{"a page of more", "<p>" + strings.Repeat("It fell again on Monday. ", MaxWords/5+1), false},
		{"lines without end", strings.Repeat("It fell.\n", maxLines+1), false},
	} {
		d, err := document.Parse([]byte(tt.in), document.Hint{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Extract(d); (err == nil) != tt.ok || err != nil && !errors.Is(err, document.ErrTooLarge) {
			t.Errorf("Extract(%s) = %v", tt.name, err)
		}
	}
}

func FuzzExtract(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(txtar.Parse(raw).Files[0].Data)
	}
	f.Add([]byte("<meta name=date content='June 1'><time>x<h1>a<p class=byline>By A B"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, name := range []string{"", "x.html", "x.md"} {
			d, err := document.Parse(raw, document.Hint{Name: name})
			if err != nil {
				continue
			}
			a, err := Extract(d)
			if err != nil {
				if !errors.Is(err, ErrNoText) {
					t.Fatal(err)
				}
				continue
			}
			check(t, a, string(raw))
		}
	})
}

// FuzzExtractFile takes an article out of every format whose files are text,
// from the upload's bytes on. Seeds are the exports of one page.
func FuzzExtractFile(f *testing.F) {
	files, _ := filepath.Glob("testdata/files/brenholm-salt.*")
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		if len(raw) < 16<<10 {
			f.Add(raw)
		}
	}
	f.Add([]byte("From: ... <a@b.example>\nSent: Monday\nSubject: Bridge to close this spring\n\nIt will close in April, the council said, and gave no reason for it on Monday.\n"))
	f.Add([]byte(`{"@type":"NewsArticle","headline":"Snow","author":{"name":"Jane Doe"},"articleBody":"It fell."}`))
	f.Add([]byte(`<newsItem><contentMeta><by>Jane Doe</by><headline>Snow</headline></contentMeta><contentSet><inlineXML><html><body><p>It fell.</p></body></html></inlineXML></contentSet></newsItem>`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 1<<16 {
			return
		}
		d, err := document.Parse(raw, document.Hint{})
		if err != nil {
			return
		}
		a, err := Extract(d)
		if err != nil {
			if !errors.Is(err, ErrNoText) {
				t.Fatal(err)
			}
			return
		}
		for _, s := range append([]string{a.Headline, a.Publication, a.URL, a.Published, a.Language, a.Text}, a.Byline...) {
			if !utf8.ValidString(s) {
				t.Fatalf("invalid UTF-8 in %.100q", s)
			}
		}
		if a.Text == "" || a.Headline == "" || a.Words == 0 {
			t.Fatalf("headline %.100q, text %.100q, %d words", a.Headline, a.Text, a.Words)
		}
	})
}

func ExampleExtract() {
	d, err := document.Parse([]byte(`<html lang="en"><title>Bridge to close - The Courier</title>
		<meta property="og:site_name" content="The Courier">
		<nav><a href="/">Home</a></nav>
		<article><h1>Bridge to close</h1><p class="byline">By Ottoline Varga</p><time datetime="2026-03-04">4 March</time>
		<p>The old bridge will close in April, the port authority said.</p>
		<p>“We cannot keep patching this,” said its chief engineer.</p></article>
		<footer>© The Courier</footer>`), document.Hint{Name: "bridge.html"})
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := Extract(d)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Headline, a.Byline, a.Publication, a.Published, a.Language)
	fmt.Println(a.Text)
	// Output:
	// Bridge to close [Ottoline Varga] The Courier 2026-03-04 en
	// The old bridge will close in April, the port authority said.
	//
	// “We cannot keep patching this,” said its chief engineer.
}

// newsPage is a page of about 60 kB, most of it markup, as pages are.
func newsPage() string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="en"><head><title>A page | Courier</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"A page","author":{"@type":"Person","name":"Jane Doe"}}</script>`)
	for range 40 {
		b.WriteString(`<script>window.config = {"key": "` + strings.Repeat("value ", 60) + `"};</script><link rel="preload" href="/a.js">`)
	}
	b.WriteString(`</head><body>`)
	for i := range 150 {
		fmt.Fprintf(&b, `<div class="card card--%d" data-id="x"><a class="card__link" href="/story/%d"><span>Story number %d</span></a></div>`, i, i, i)
	}
	b.WriteString(`<article><h1>A page</h1>`)
	for i := range 60 {
		fmt.Fprintf(&b, `<p class="body__paragraph">The council said on <a href="/d">Monday</a> that it would <em>not</em> close bridge %d before the summer, &ldquo;whatever happens&rdquo;.</p>`, i)
	}
	return b.String()
}

// BenchmarkExtract takes a page from bytes to article.
func BenchmarkExtract(b *testing.B) {
	in := []byte(newsPage())
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		d, err := document.Parse(in, document.Hint{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := Extract(d); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBareParse is the yardstick of BenchmarkExtract.
func BenchmarkBareParse(b *testing.B) {
	in := newsPage()
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		if _, err := html.Parse(strings.NewReader(in)); err != nil {
			b.Fatal(err)
		}
	}
}

// streamed returns n hidden elements, each of which waits for the next.
func streamed(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<div hidden id="S:%d">x<template id="P:%d"></template></div>`, i, i+1)
	}
	return b.String()
}

// TestStreamed reads a page as React streams it: the paragraphs stand in hidden
// elements at its end, and a script would move them to their templates.
func TestStreamed(t *testing.T) {
	first, second := "The weir at Tarnby was opened on Monday, nine hours before the flood.", "Nobody had asked the keeper, who opened it because her cat was restless."
	page := `<html><head><title>Weir opened early</title></head><body><main><h1>Weir opened early</h1>
<template id="B:0"></template><div>Loading paragraph...</div><p>` + second + `</p><template id="B:1"></template><template id="B:9"></template></main>
<footer><p>All about weirs, and about those who keep them, since 1971.</p></footer>
<div hidden id="S:0"><p>` + first + `</p><template id="P:0"></template></div><script>$RC("B:0","S:0")</script></body></html>`
	if diff := cmp.Diff(first+"\n\n"+second, extract(t, page, "page.html").Text); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}
