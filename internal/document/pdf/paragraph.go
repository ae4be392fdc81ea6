package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// passage is a paragraph or heading.
type passage struct {
	text string
	size float64
	page int
}

// compose puts the text of the pages in reading order.
func compose(sheets []*sheet) (headline, text string) {
	var pages [][]run
	total := 0
	for _, artifacts := range [...]bool{false, true} {
		pages, total = nil, 0
		for _, s := range sheets {
			segs := s.segments(artifacts)
			total += len(segs)
			pages = append(pages, segs)
		}
		if total > 0 {
			break
		}
	}
	dropRunning(pages, sheets)
	o := &orderer{work: 2_000_000}
	var all []run
	for k, p := range pages {
		o.page = k
		o.cut(p, 0)
		all = append(all, p...)
	}
	w := &weaver{body: bodySize(all), words: wordsOf(all), hyphenates: hyphenates(o.out)}
	for _, c := range append(o.out, o.boxes...) {
		w.column(c)
	}
	w.end()
	var out []string
	for _, p := range w.out {
		out = append(out, p.text)
	}
	return w.headline(), strings.Join(out, "\n\n")
}

// weaver joins lines to paragraphs.
type weaver struct {
	body       float64
	words      map[string]bool
	left       float64 // edges of the column before
	right      float64
	hyphenates bool
	out        []passage
	open       passage
	last       run
	indents    bool // paragraphs open with an indent
}

func (w *weaver) column(c column) {
	left, right := edges(c.lines, w.body)
	indented := func(l run) bool { return l.x0 > left+0.7*l.size && l.x0 < left+5*l.size }
	n := 0
	for i, l := range c.lines {
		if indented(l) && i > 0 && !indented(c.lines[i-1]) {
			n++
		}
	}
	w.indents = n >= 2 && n*2 < len(c.lines)
	for i, l := range c.lines {
		switch {
		case w.open.text == "":
			w.begin(l, c.page)
		case !w.alike(l):
			w.begin(l, c.page)
		case i == 0: // a new column: the sentence may go on in it
			if endsSentence(w.last.text) && !(w.indents && !indented(l)) || unfilled(w.last, l, w.right, w.left) {
				w.begin(l, c.page)
			} else {
				w.goOn(l)
			}
		case w.last.y-l.y > 1.3*leading(c.lines, l.size) || w.last.y < l.y,
			w.indents && indented(l) && !indented(w.last),
			bullet(l.text),
			l.size < 1.2*w.body && unfilled(w.last, l, right, left):
			w.begin(l, c.page)
		default:
			w.goOn(l)
		}
		w.last = l
	}
	w.left, w.right = left, right
}

// alike reports a line in the type of the one before.
func (w *weaver) alike(l run) bool {
	return near(l.size, w.last.size, 0.08*w.last.size+0.1) && l.allBold() == w.last.allBold()
}

func (r run) allBold() bool { return r.strong*10 > r.glyphs*9 }

func (w *weaver) begin(l run, page int) {
	w.end()
	w.open = passage{text: l.text, size: l.size, page: page}
}

// goOn adds a line. A hyphen at the end of the one before is taken off where
// it was put there to break a word.
func (w *weaver) goOn(l run) {
	t := w.open.text
	for _, hyphen := range [...]string{"-", "\u2010", "\u00ad"} {
		bare, found := strings.CutSuffix(t, hyphen)
		if !found || strings.HasSuffix(bare, " ") || bare == "" {
			continue
		}
		if hyphen == "\u00ad" || lowerFirst(l.text) && w.breaksWord(lastWord(bare), firstWord(l.text), l) {
			t = bare
		}
		w.open.text = t + l.text
		return
	}
	w.open.text = t + " " + l.text
}

// breaksWord reports whether the hyphen between a and b only breaks a line.
// The text itself knows best: it may have the word in one piece, or with its
// hyphen, elsewhere.
// Where it does not, a text that breaks words does so every twenty lines or
// more often; in any other, and in headlines, a hyphen is a compound's.
func (w *weaver) breaksWord(a, b string, l run) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	switch {
	case w.words[a+b]:
		return true
	case w.words[a+"-"+b], strings.Contains(a, "-"), a == "":
		return false
	case w.words[a] && w.words[b] && len(a) > 2 && len(b) > 2:
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(a)
	return unicode.IsLetter(r) && len(a) > 1 && w.hyphenates && l.size < 1.2*w.body
}

func (w *weaver) end() {
	if w.open.text != "" {
		w.out = append(w.out, w.open)
	}
	w.open = passage{}
}

// headline is the largest type of the first page that is more than a label.
func (w *weaver) headline() string {
	best := -1
	for i, p := range w.out {
		if p.page > 0 || p.size < 1.2*w.body || len(p.text) > 400 || len(strings.Fields(p.text)) < 3 {
			continue
		}
		if best < 0 || p.size > 1.05*w.out[best].size {
			best = i
		}
	}
	if best < 0 {
		return ""
	}
	return w.out[best].text
}

// edges are the left edge that most lines share, and the right end of the
// longest line of text, which headlines may run past.
func edges(lines []run, body float64) (left, right float64) {
	count := map[int]int{}
	best := 0
	for _, l := range lines {
		k := int(l.x0)
		if count[k]++; count[k] > count[best] || count[k] == count[best] && k < best {
			best = k
		}
		if l.size < 1.2*body {
			right = max(right, l.x1)
		}
	}
	return float64(best), right
}

// leading is the usual distance between two lines of that size.
func leading(lines []run, size float64) float64 {
	var d []float64
	for i := 1; i < len(lines); i++ {
		gap := lines[i-1].y - lines[i].y
		if gap > 0 && near(lines[i].size, size, 0.5) && near(lines[i-1].size, size, 0.5) {
			d = append(d, gap)
		}
	}
	if len(d) == 0 {
		return 1e9
	}
	slices.Sort(d)
	if len(d) < 3 { // too few to know what is usual
		return min(d[0], 1.6*size)
	}
	// In a column of short paragraphs half of the gaps lie between them.
	return d[len(d)/3]
}

// unfilled reports a line that had room for the next word, so that it was the
// writer who ended it.
func unfilled(l, next run, right, left float64) bool {
	word := firstWord(next.text)
	width := (next.x1 - next.x0) * float64(len(word)+1) / float64(max(1, len(next.text)))
	room := right - l.x1
	return room > width+0.5*l.size && (endsSentence(l.text) || room > 0.45*(right-left))
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return strings.Trim(w, ".,;:!?\"'”’)»")
}

func lastWord(s string) string {
	return strings.Trim(s[strings.LastIndexByte(s, ' ')+1:], "\"'“‘(«")
}

func lowerFirst(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

func bullet(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("•▪◦‣●■", r)
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»«“)] ")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:。！？", r)
}

// hyphenates reports a text in which one line in thirty or more ends within a
// word.
func hyphenates(columns []column) bool {
	lines, broken := 0, 0
	for _, c := range columns {
		for i, l := range c.lines {
			lines++
			if i+1 < len(c.lines) && strings.HasSuffix(l.text, "-") && lowerFirst(c.lines[i+1].text) {
				broken++
			}
		}
	}
	return broken*30 >= lines && broken > 1
}

// wordsOf lists the words of the text, but for those at line ends.
func wordsOf(segs []run) map[string]bool {
	words := map[string]bool{}
	for _, s := range segs {
		fields := strings.Fields(strings.ToLower(s.text))
		for i, f := range fields {
			if i+1 < len(fields) && len(words) < 200_000 {
				words[strings.Trim(f, ".,;:!?\"'“”‘’()«»")] = true
			}
		}
	}
	return words
}
