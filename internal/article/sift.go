package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"
)

// sift drops the blocks of the container that are not the article's: first
// each on its own account, then what stands before the text and after it,
// then headings that are left with nothing below them. Every dropped block
// says why.
func sift(blocks []block, byline []string) {
	dropLinkLists(blocks)
	dropTeasers(blocks)
	dropBefore(blocks)
	dropAfter(blocks)
	dropNames(blocks, byline)
	dropTail(blocks, byline)
	dropRepeats(blocks)
	dropBareHeadings(blocks)
}

// judge says why a block is not the article's, from the block alone.
func judge(b *block, headline string) string {
	switch {
	case b.kind&kindJunk != 0:
		return "in an element named as something else"
	case b.kind&kindAside != 0:
		return "in an aside"
	case b.kind&kindCaption != 0:
		return "caption"
	case b.kind&kindCredit != 0 && b.runes < 160:
		return "byline, date or section"
	case b.tag == atom.H1:
		return "headline"
	case b.runes < 300 && headline != "" && b.fold == headline:
		return "headline again"
	case b.linkShare() > 0.8 && b.runes < 120 && !b.listed(), b.linkShare() > 0.95 && !b.listed():
		return "a link alone"
	case b.cell() && b.runes < 30:
		return "" // "1", "New" and "Author" head columns
	}
	why := noiseOf(b.text, b.fold)
	if b.tag == atom.Li && (why == "credit" || why == "prompt to the reader") && b.linkShare() < 0.5 {
		return "" // what a list asks or credits is the list's business
	}
	return why
}

// listed reports what may be a link and the article's still: a heading, an item
// of a list or a table.
func (b *block) listed() bool {
	return isHeading(b.tag) || b.tag == atom.Li || b.cell() || b.holder != nil && b.holder.DataAtom == atom.Li && b.tag == atom.P
}

func (b *block) cell() bool { return b.tag == atom.Td || b.tag == atom.Th }

// dropLinkLists drops runs of list items that are mostly links.
func dropLinkLists(blocks []block) {
	for i := 0; i < len(blocks); {
		if blocks[i].tag != atom.Li || blocks[i].why != "" {
			i++
			continue
		}
		j, runes, links := i, 0, 0
		for ; j < len(blocks) && blocks[j].tag == atom.Li; j++ {
			runes += blocks[j].runes
			links += blocks[j].links
		}
		if links*10 > runes*7 {
			for k := i; k < j; k++ {
				blocks[k].why = "list of links"
			}
		}
		i = j
	}
}

// dropTeasers drops, from the end up, headings that are links, with the few
// lines below them: each is another story. It stops at the first heading that
// more than a few lines follow, or that leads nowhere.
func dropTeasers(blocks []block) {
	end := len(blocks)
	for i := len(blocks) - 1; i > 0; i-- {
		b := &blocks[i]
		if b.why != "" || !isHeading(b.tag) {
			continue
		}
		runes := 0
		for _, c := range blocks[i+1 : end] {
			if c.why == "" {
				runes += c.runes
			}
		}
		if runes > 0 && b.linkShare() < 0.8 || runes > 400 {
			return
		}
		for k := i; k < end; k++ {
			if blocks[k].why == "" {
				blocks[k].why = "teaser of another story"
			}
		}
		end = i
	}
}

// dropNames drops the lines of the text that say no more than who wrote it.
// The very last one signs a letter or a post, and stays.
func dropNames(blocks []block, byline []string) {
	names := make([]string, len(byline))
	for i, name := range byline {
		names[i] = fold(name)
	}
	below := 0 // blocks kept so far
	for i := len(blocks) - 1; i >= 0; i-- {
		b := &blocks[i]
		if b.why != "" {
			continue
		}
		if below++; below > 1 && b.runes < 80 && namesOnly(b.fold, names) {
			b.why = "the author's name"
		}
	}
}

// namesOnly reports a folded text that holds the folded names of authors, and
// beside them at most what introduces or joins them.
func namesOnly(text string, names []string) bool {
	if !slices.ContainsFunc(names, func(name string) bool { return strings.Contains(text, name) }) {
		return false
	}
	rest, found := " "+text+" ", false
	for _, name := range names {
		before, after, has := strings.Cut(rest, " "+name+" ")
		if has {
			rest, found = before+" "+after, true
		}
	}
	for w := range strings.FieldsSeq(rest) {
		switch w {
		case "by", "and", "written", "words", "von", "und", "par", "et", "por", "y", "di", "e", "door", "en", "av", "och", "af", "og":
		default:
			return false
		}
	}
	return found
}

// dropTail drops, from the end up, prompts to subscribe and notes on the
// authors.
func dropTail(blocks []block, byline []string) {
	for i, seen := len(blocks)-1, 0; i >= 0 && seen < 2; i-- {
		b := &blocks[i]
		if b.why != "" {
			continue
		}
		switch {
		case isHeading(b.tag):
			continue
		case promotes(b.text, blocks[:i]):
			b.why = "prompt to the reader"
		case aboutAuthor(b.text, byline):
			b.why = "note on the author"
		default:
			seen++
		}
	}
}

// dropBefore drops what stands between the top of the container and the
// first running text, but for a standfirst and a heading right above it.
func dropBefore(blocks []block) {
	first := -1
	for i := range blocks {
		if blocks[i].why == "" && blocks[i].prose() && !isHeading(blocks[i].tag) {
			first = i
			break
		}
	}
	for i := 0; i < first; i++ {
		b := &blocks[i]
		if b.why != "" || b.runes >= 80 && b.linkShare() < 0.3 || b.kind&kindLead != 0 && b.runes >= 30 {
			continue
		}
		if isHeading(b.tag) && i >= first-1 {
			continue
		}
		b.why = "before the text"
	}
}

// dropAfter drops the tail of short and linked blocks after the last running
// text.
func dropAfter(blocks []block) {
	last := -1
	for i := range blocks {
		b := &blocks[i]
		if b.why == "" && (b.prose() || (b.tag == atom.Li || b.cell()) && b.linkShare() < 0.3) {
			last = i
		}
	}
	if last < 0 {
		return
	}
	for i := last + 1; i < len(blocks); i++ {
		b := &blocks[i]
		if b.why == "" && !(b.runes >= 60 && b.linkShare() < 0.3 && !isHeading(b.tag)) {
			b.why = "after the text"
		}
	}
}

// dropRepeats drops a block that was said before, as pull quotes and teasers
// for other devices are. Short ones may repeat: refrains, "Yes.", headings.
func dropRepeats(blocks []block) {
	seen := map[string]bool{}
	for i := range blocks {
		b := &blocks[i]
		if b.why != "" || b.runes < 40 || b.runes < 120 && (b.tag == atom.Li || b.cell() || isHeading(b.tag)) {
			continue
		}
		if seen[b.text] {
			b.why = "said before"
		}
		seen[b.text] = true
	}
}

// dropBareHeadings drops headings that nothing kept stands below, up to the
// next heading of the same or a higher rank: what they headed is gone.
func dropBareHeadings(blocks []block) {
	const none = 7
	rank := none // of the headings waiting for text, seen from the end
	text := false
	for i := len(blocks) - 1; i >= 0; i-- {
		b := &blocks[i]
		if b.why != "" {
			continue
		}
		if !isHeading(b.tag) || b.prose() {
			text = true
			continue
		}
		r := int(b.tag.String()[1] - '0')
		if !text && (rank == none || r >= rank) {
			b.why = "heading of nothing"
			continue
		}
		text, rank = false, r
	}
}
