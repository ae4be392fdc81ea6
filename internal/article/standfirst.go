package article

import "strings"

// longestStandfirst is in characters: what is longer is the beginning of a
// text that names its author late.
const longestStandfirst = 500

// dropStandfirst drops the lines between the headline and the byline of an
// English page. There a standfirst is the editors' display type, which says
// the story once more; elsewhere, as the Vorspann of a German paper or the
// entradilla of a Spanish one, it is where the story begins. A line below the
// byline, and one that stands in the same element as the text, is the text's.
func (l *layout) dropStandfirst() {
	credit := l.creditBelowHeadline()
	if credit < 0 {
		return
	}
	text := credit
	for text < len(l.blocks) && l.blocks[text].why != "" {
		text++
	}
	if text == len(l.blocks) {
		return
	}
	above, runes := l.blocks[l.headline+1:credit], 0
	for i := range above {
		if b := &above[i]; b.why == "" && b.holder == l.blocks[text].holder {
			return
		} else if b.why == "" {
			runes += b.runes
		}
	}
	if runes == 0 || runes > longestStandfirst || detectLanguage(strings.Join(l.paragraphs(), "\n")) != "en" {
		return
	}
	for i := range above {
		if b := &above[i]; b.why == "" {
			b.why = "standfirst above the byline"
		}
	}
}

// creditBelowHeadline returns the first line of byline or date below the
// headline, -1 for none.
func (l *layout) creditBelowHeadline() int {
	if l.headline < 0 {
		return -1
	}
	for i := l.headline + 1; i < min(len(l.blocks), l.headline+16); i++ {
		b := &l.blocks[i]
		if b.why != "" && (b.kind&kindCredit != 0 || b.runes < 100 && (dateOf(b.text) != "" || bylineOf(b.text) != nil)) {
			return i
		}
	}
	return -1
}
