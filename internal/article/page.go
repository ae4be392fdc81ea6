package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// fromPage finds the article of a web page.
func fromPage(root *html.Node) (Article, []string) {
	m := collect(root)
	paragraphs := body(root, m, true)
	if len(paragraphs) == 0 {
		// Some sites hide the text until a script shows it.
		paragraphs = body(root, m, false)
	}
	if rescue := m.declaredText(); countWords(strings.Join(paragraphs, " "))*3 < countWords(strings.Join(rescue, " ")) {
		paragraphs = rescue // the page draws its text by script
	}
	a := m.article()
	a.Headline = m.headline()
	if len(a.Byline) == 0 {
		a.Byline = m.shownByline
	}
	if a.Published == "" {
		a.Published = m.shownDate
	}
	return a, paragraphs
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

// body returns the article's paragraphs.
func body(root *html.Node, m *metadata, strict bool) []string {
	blocks, regions := cut(root, strict)
	if len(blocks) == 0 {
		return nil
	}
	start, end := arrange(blocks, regions, m)
	return sift(blocks[start:end], m)
}

// arrange marks, judges and weighs the blocks and returns the run of them
// that holds the article.
func arrange(blocks []block, regions []region, m *metadata) (start, end int) {
	mark(blocks, regions)
	m.see(blocks)
	at, shown := m.headlineAt(blocks)
	if shown {
		markTail(blocks, regions, at)
		otherArticles(blocks, regions, at)
	}
	headline := fold(m.headline())
	for i := range blocks {
		blocks[i].why = judge(&blocks[i], headline)
	}
	weigh(blocks)
	start, end = container(blocks, regions)
	if shown {
		start = withStandfirst(blocks, at, start)
	}
	return start, end
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
		long := b.runes >= 60 && (b.tag == atom.P || b.tag == atom.Div || isHeading(b.tag)) && endsSentence(b.text)
		if b.why == "" && b.kind&(kindJunk|kindCaption|kindAside) == 0 && b.linkShare() < 0.3 && (long || b.kind&kindLead != 0 && b.runes >= 30) {
			first = i
		} else if b.why == "" {
			b.why = "between headline and text"
		}
	}
	return first
}
