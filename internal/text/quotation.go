package text

import "unicode/utf8"

// Quotation is a stretch of text in quotation marks, within one paragraph.
type Quotation struct {
	Outer Span // with the marks
	Inner Span // the words, without marks and the white space beside them
	Depth int  // 0, or how many quotations it stands in
	// Closed is false where the paragraph ends before a closing mark; then
	// Outer and Inner end with the paragraph.
	Closed bool
	// Continues reports that the speech goes on in the next paragraph, which
	// opens with the same mark; Continued that it began in the one before.
	Continues, Continued bool
}

// maxDepth bounds how deep quotations nest; marks beyond it are ignored.
const maxDepth = 4

// Quotations returns the quotations of s ordered by where they open: straight
// and curly double and single quotation marks, « », ‹ ›, „ “, ‚ ‘, 「 」, 『 』,
// and the reversed » «. Apostrophes are told from single marks by what stands
// beside them.
func Quotations(s string) []Quotation {
	return QuotationsIn(s, Paragraphs(s))
}

// QuotationsIn returns the quotations of s whose paragraphs are already known.
func QuotationsIn(s string, paragraphs []Span) []Quotation {
	q := quoter{s: s}
	for i, p := range paragraphs {
		q.next = 0
		if i+1 < len(paragraphs) {
			q.next = q.singleAt(paragraphs[i+1])
		}
		q.paragraph(p)
	}
	return q.found
}

// quoter walks a text and keeps the quotations that are open.
type quoter struct {
	s     string
	found []Quotation
	open  [maxDepth]openQuote
	depth int
	// pending is the index in found, plus one, of an unclosed quotation that
	// the next paragraph may continue, and pendingMark its mark.
	pending     int
	pendingMark rune
	// next is the single mark that the next paragraph opens with, before a
	// capital; 0 where it opens with none.
	next rune
	// single is set once a sentence in straight single marks has closed.
	single bool
	// lastSingle is where the paragraph's last straight single mark that may
	// close stands: an opener behind it is an apostrophe.
	lastSingle int
}

// openQuote is a quotation whose closing mark has not been met.
type openQuote struct {
	mark  rune
	index int // in found
}

// singleAt returns the single mark that paragraph p opens with, before a
// capital; 0 where it opens with none.
func (q *quoter) singleAt(p Span) rune {
	r, w := next(q.s, p.Start)
	if (r == '\'' || r == '‘') && isUpper(runeAt(q.s[:p.End], p.Start+w)) {
		return r
	}
	return 0
}

func (q *quoter) paragraph(p Span) {
	q.depth, q.lastSingle = 0, -1
	first := len(q.found)
	pending, pendingMark := q.pending, q.pendingMark
	for i := p.Start; i < p.End; {
		if c := q.s[i]; c < utf8.RuneSelf && c != '"' && c != '\'' && c != '`' { // nearly all of a text
			i++
			continue
		}
		r, w := next(q.s, i)
		if (r == '\'' || r == '`') && i+1 < p.End && q.s[i+1] == q.s[i] {
			r, w = '"', 2 // the typewriter's double mark, and TeX's
		}
		if isMark(r) {
			q.mark(p, i, r, w)
		}
		i += w
	}
	q.pending = 0
	q.unclosed(p)
	q.compact(first)
	if pending > 0 && first < len(q.found) && q.found[first].Outer.Start == p.Start && runeAt(q.s, p.Start) == pendingMark {
		q.found[pending-1].Continues = true
		q.found[first].Continued = true
	}
}

// mark opens or closes a quotation at byte i.
func (q *quoter) mark(p Span, i int, r rune, w int) {
	if d := q.closes(p, i, r, w); d >= 0 {
		for q.depth > d+1 { // marks left open inside are slips
			q.depth--
			q.found[q.open[q.depth].index].Outer.End = -1
		}
		q.depth--
		f := &q.found[q.open[q.depth].index]
		f.Outer.End, f.Inner.End, f.Closed = i+w, i, true
		q.single = q.single || r == '\'' && q.depth == 0 && isUpper(runeAt(q.s, f.Inner.Start)) && !isLetter(runeBefore(q.s, i))
		return
	}
	if !q.opens(p, i, r, w) {
		return
	}
	resumed := q.resumes(p, i, r, w)
	if resumed {
		q.depth--
		f := &q.found[q.open[q.depth].index]
		f.Outer.End, f.Inner.End, f.Continues = i, i, true
	}
	if q.depth < maxDepth {
		q.open[q.depth] = openQuote{r, len(q.found)}
		q.found = append(q.found, Quotation{Outer: Span{i, -1}, Inner: Span{i + w, -1}, Depth: q.depth, Continued: resumed})
		q.depth++
	}
}

// resumes reports whether the mark r at byte i opens, behind the end of a
// sentence, once more what is open: a paragraph of speech that has been run on to
// the one before, “It is over. “We are going.”
func (q *quoter) resumes(p Span, i int, r rune, w int) bool {
	if q.depth == 0 || q.open[q.depth-1].mark != r || !isUpper(runeAt(q.s[:p.End], i+w)) {
		return false
	}
	if before, n := prev(q.s[p.Start:i], i-p.Start); isSpace(before) {
		ended, _ := prev(q.s[p.Start:i], i-p.Start-n)
		return ended == '.' || ended == '!' || ended == '?'
	}
	return false
}

// unclosed ends what the paragraph left open. Single marks that never close
// are apostrophes, unless the paragraph opens with one, the next one does, or a
// colon stands before it.
func (q *quoter) unclosed(p Span) {
	for d := 0; d < q.depth; d++ {
		f := &q.found[q.open[d].index]
		single := q.open[d].mark == '‘' || q.open[d].mark == '\'' || q.open[d].mark == '‚'
		if d > 0 || single && f.Outer.Start != p.Start && q.open[d].mark != q.next && !q.introduced(p, f.Outer.Start) || q.slipped(q.open[d]) {
			f.Outer.End = -1
			continue
		}
		f.Outer.End, f.Inner.End = p.End, p.End
		q.pending, q.pendingMark = q.open[d].index+1, q.open[d].mark
	}
}

// introduced reports whether a colon stands before byte i of the paragraph.
func (q *quoter) introduced(p Span, i int) bool {
	before, w := prev(q.s[p.Start:i], i-p.Start)
	if isSpace(before) {
		before, _ = prev(q.s[p.Start:i], i-p.Start-w)
	}
	return before == ':'
}

// slipped reports whether the mark of an unclosed quotation opens and closes
// others behind it: then it is the slip, and they stand in nothing.
func (q *quoter) slipped(o openQuote) bool {
	slip := false
	for i := o.index + 1; i < len(q.found); i++ {
		slip = slip || q.found[i].Closed && runeAt(q.s, q.found[i].Outer.Start) == o.mark
	}
	for i := o.index + 1; slip && i < len(q.found); i++ {
		q.found[i].Depth--
	}
	return slip
}

// compact drops the quotations since first that came to nothing, and trims
// the others.
func (q *quoter) compact(first int) {
	kept, last := first, q.pending
	for i := first; i < len(q.found); i++ {
		f := q.found[i]
		f.Inner, f.Outer = f.Inner.Trim(q.s), f.Outer.Trim(q.s)
		if f.Outer.End < 0 || f.Inner.Len() <= 0 {
			if last == i+1 {
				q.pending = 0
			}
			continue
		}
		if last == i+1 {
			q.pending = kept + 1
		}
		q.found[kept] = f
		kept++
	}
	q.found = q.found[:kept]
}
