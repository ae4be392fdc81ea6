package article

import (
	"math"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// scarce is the number of words below which a page's text may be only what it
// shows before its scripts run.
const scarce = 100

// fromPage finds the article of a web page.
func fromPage(root *html.Node) (Article, []string) {
	m := collect(root)
	var paragraphs []string
	if l := chosenLayout(root, m); l != nil {
		paragraphs = l.paragraphs()
	}
	if rescue := m.declaredText(); len(rescue) > 0 {
		if n := countUpTo(math.MaxInt, rescue); 3*countUpTo(n, paragraphs) < n {
			paragraphs = rescue // the page draws its text by script
		}
	}
	return m.article(), paragraphs
}

// declaredText returns the text that JSON-LD gives. It is often cut short and
// mostly without its paragraphs, so it only helps where the page shows none.
func (m *metadata) declaredText() []string {
	if strings.Contains(m.body, "</") {
		return nil // markup within JSON
	}
	var out []string
	for line := range strings.SplitSeq(m.body, "\n") {
		if line = collapse(line); line != "" && noise(line) == "" {
			out = append(out, line)
		}
	}
	return out
}

// chosenLayout returns the page with all decisions made, nil for one without
// text. It looks at what the page shows, and at what it hides only where that
// is far more: some sites hide the text until a script shows it.
func chosenLayout(root *html.Node, m *metadata) *layout {
	l := judged(root, m, true)
	shown := 0
	if l != nil {
		shown = countUpTo(scarce, l.paragraphs())
	}
	if shown >= scarce {
		return l
	}
	if all := judged(root, m, false); all != nil && countUpTo(3*shown+21, all.paragraphs()) > 3*shown+20 {
		return all
	}
	return l
}

// judged lets first the rules decide and then the model.
func judged(root *html.Node, m *metadata, strict bool) *layout {
	l := arrange(root, m, strict)
	if l != nil {
		l.classify()
		l.dropStandfirst()
	}
	return l
}

// paragraphs returns the text of the kept blocks.
func (l *layout) paragraphs() []string {
	var out []string
	for i := range l.blocks {
		if l.blocks[i].why == "" {
			out = append(out, l.blocks[i].text)
		}
	}
	return out
}

// arrange cuts the page and lets the rules mark, judge, weigh and sift its
// blocks. It is nil for a page without any.
func arrange(root *html.Node, m *metadata, strict bool) *layout {
	blocks, regions := cutKnowing(m.names, root, strict)
	if len(blocks) == 0 {
		return nil
	}
	mark(blocks, regions)
	m.see(blocks)
	at, shown := m.headlineAt(blocks)
	markTail(blocks, regions, at)
	if shown {
		otherArticles(blocks, regions, at)
	}
	headline := fold(m.headline())
	for i := range blocks {
		blocks[i].why = judge(&blocks[i], headline)
	}
	weigh(blocks)
	start, end := container(blocks, regions)
	if shown {
		start = withStandfirst(blocks, at, start)
	}
	sift(blocks[start:end], m.byline(m.outlet()))
	for i := range blocks {
		if (i < start || i >= end) && blocks[i].why == "" {
			blocks[i].why = "outside the container"
		}
	}
	l := &layout{blocks: blocks, start: start, end: end, headline: -1, title: headline, dek: fold(m.description), declared: fold(m.body)}
	if shown {
		l.headline = at
	}
	l.news, l.self = m.news, m.selves()
	for _, name := range append(m.byline(m.outlet()), m.shownByline...) {
		l.authors = append(l.authors, fold(name))
	}
	return l
}

// selves returns what the site calls itself: its name, and that of its host.
func (m *metadata) selves() []string {
	var out []string
	if name := fold(m.outlet()); len(name) > 3 {
		out = append(out, name)
	}
	u, err := url.Parse(m.canonical)
	if err != nil {
		return out
	}
	labels := strings.Split(strings.TrimPrefix(u.Hostname(), "www."), ".")
	if host := labels[max(0, len(labels)-2)]; len(host) > 4 && !slices.Contains(out, host) {
		out = append(out, host)
	}
	return out
}

// withStandfirst moves the start of the container up to the standfirst, which
// many sites keep with the headline. Everything else between the two is
// dropped.
func withStandfirst(blocks []block, headline, start int) int {
	if headline >= start || start-headline > 40 {
		return start
	}
	first := start
	for i := start - 1; i > headline; i-- {
		b := &blocks[i]
		under := i <= headline+2 && isHeading(b.tag) && b.runes >= 60
		long := under || b.runes >= 60 && (b.tag == atom.P || b.tag == atom.Div || isHeading(b.tag)) && endsSentence(b.text)
		if b.why == "" && b.kind&(kindJunk|kindCaption|kindAside) == 0 && b.linkShare() < 0.3 && (long || b.kind&kindLead != 0 && b.runes >= 30) {
			first = i
		} else if b.why == "" {
			b.why = "between headline and text"
		}
	}
	return first
}
