package article

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"onrecord/internal/document"
)

// TestExplain holds the explanation to what Extract does: what is kept is the
// article's text, and every block has a reason.
func TestExplain(t *testing.T) {
	pages := map[string][]byte{"a full page": []byte(fullPage())}
	files, err := filepath.Glob("testdata/html-*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no pages", err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if f := txtar.Parse(raw).Files[0]; strings.HasSuffix(f.Name, ".html") {
			pages[file] = f.Data
		}
	}
	for name, raw := range pages {
		t.Run(name, func(t *testing.T) {
			d, err := document.Parse(raw, document.Hint{Name: "page.html"})
			if err != nil {
				t.Fatal(err)
			}
			a, err := Extract(d)
			if err != nil {
				t.Fatal(err)
			}
			var kept []string
			for _, b := range Explain(d) {
				if b.Why == "" || b.Tag == "" || b.Text == "" {
					t.Errorf("no reason, no tag or no text: %+v", b)
				}
				if b.Kept {
					kept = append(kept, b.Text)
				}
			}
			if diff := cmp.Diff(a.Text, strings.Join(kept, "\n\n")); diff != "" {
				t.Errorf("kept blocks (-text +kept):\n%s", diff)
			}
		})
	}
}

func TestExplainNoPage(t *testing.T) {
	d, err := document.Parse([]byte("Bridge to close\n\nThe bridge will close, the mayor said."), document.Hint{Name: "x.txt"})
	if err != nil {
		t.Fatal(err)
	}
	if got := Explain(d); got != nil {
		t.Errorf("Explain of text = %v, want none", got)
	}
}

// TestModelAsked holds a page of the usual size to its paragraphs: the model
// is asked there, and takes nothing from the rules that is right.
func TestModelAsked(t *testing.T) {
	d, err := document.Parse([]byte(fullPage()), document.Hint{Name: "page.html"})
	if err != nil {
		t.Fatal(err)
	}
	var kept []string
	asked := 0
	for _, b := range Explain(d) {
		if b.Chance > 0 {
			asked++
		}
		if b.Kept {
			kept = append(kept, b.Text)
		}
	}
	if asked < len(fullStory) {
		t.Errorf("the model was asked about %d blocks, want all of the article's", asked)
	}
	if diff := cmp.Diff(fullStory, kept); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
}

// fullStory is an invented report, one paragraph a string.
var fullStory = []string{
	"The last ferry between Ostry and the island of Lunde will sail on Sunday evening, after the county council voted by seven to five to end a service that has run for a hundred and eleven years.",
	"The crossing has lost passengers every year since the tunnel opened, and the council said on Tuesday that it could no longer pay two million crowns a year for a boat that is mostly empty.",
	"“Nobody in this room wanted to be the one who stops the ferry,” said Mirela Danko, who heads the transport committee. “But the school needs a roof, and we have one purse.”",
	"Islanders who came to watch the vote from the gallery shouted as the result was read out, and some of them left before the end of the session.",
	"Among those who stayed was Jonas Tveit, the ferry’s captain for twenty-two years, who said that he had been told of the proposal by a passenger.",
	"“I would have liked a letter,” he said. “I will sail the last one, and I will sail it on time.”",
	"The company that runs the boat, Lunde Lines, said it would offer its eleven sailors work on other routes. The union said that it had seen no such offer in writing.",
	"Shopkeepers on the island fear for the summer, when visitors who come by bicycle make up half of their trade, since the tunnel is closed to them.",
	"A bus that carries bicycles is to run four times a day from May, according to the council, at the price of the old ferry ticket.",
	"Ostry’s museum has asked for the boat, which was built in 1961, but has no place to moor it until the old quay is mended.",
}

// fullPage is the page of an invented newspaper around fullStory.
func fullPage() string {
	var b strings.Builder
	b.WriteString(`<html lang="en"><head><title>Island ferry to sail for the last time - The Ostry Post</title>
<meta property="og:site_name" content="The Ostry Post"><meta property="og:title" content="Island ferry to sail for the last time"></head><body>
<header><nav><ul>`)
	for i := range 30 {
		fmt.Fprintf(&b, `<li><a href="/section/%d">Section %d</a></li>`, i, i)
	}
	b.WriteString(`</ul></nav></header><main><article><h1>Island ferry to sail for the last time</h1>
<div class="byline">By <a rel="author" href="/a/1">Thea Malm</a></div><time datetime="2026-03-10T18:40:00+01:00">10 March 2026</time>
<div class="share"><a href="#f">Facebook</a><a href="#m">E-mail</a></div>
<figure><img src="ferry.jpg" alt=""><figcaption>The ferry at the quay of Lunde last week</figcaption></figure><div class="article-body">`)
	for i, p := range fullStory {
		fmt.Fprintf(&b, "<p>%s</p>", p)
		if i == 4 {
			b.WriteString(`<div class="ad"><span>Advertisement</span></div>`)
		}
	}
	b.WriteString(`</div></article><section class="related"><h2>More from the coast</h2><ul>`)
	for i := range 12 {
		fmt.Fprintf(&b, `<li><a href="/story/%d">Another story of the coast, number %d of the week</a></li>`, i, i)
	}
	b.WriteString(`</ul></section></main><footer>`)
	for i := range 15 {
		fmt.Fprintf(&b, `<p><a href="/about/%d">About us, page %d</a></p>`, i, i)
	}
	b.WriteString(`<p>© 2026 The Ostry Post</p></footer></body></html>`)
	return b.String()
}
