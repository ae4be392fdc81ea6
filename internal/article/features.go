package article

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The features of a block, what the model sees of it: its shape, what the page
// calls it, what the rules think of it, and the same of its neighbours. None is
// a word of any language or the name of a site, since the model has to hold
// for pages of others.
const (
	featRunes = iota // logarithm
	featLinks        // share of the block
	featBold
	featSlant
	featTag
	featKind // the rules' kinds, one feature each
	_
	_
	_
	_
	_
	_
	_
	_
	featVerdict    // the rules' reason, as a number; 0 for kept
	featInside     // within the container
	featFromStart  // blocks from the container's start
	featFromEnd    // blocks to the container's end
	featFromTitle  // blocks below the headline
	featAbove      // logarithm of the prose kept above
	featBelow      // logarithm of the prose kept below
	featPlace      // share of the kept prose that stands above
	featSinceProse // blocks since the last kept prose
	featToProse    // blocks to the next
	featHolder     // share of the kept prose in the same holder
	featLike       // share of the kept prose in blocks of the same tag, class and depth
	featLikeCount  // blocks of the same tag, class and depth
	featDepth      // against that of the kept prose
	featSentence   // ends like a sentence
	featCommas
	featStops
	featDigits   // share of the characters
	featCapitals // share of the words with a capital
	featLower    // begins lower-case
	featMark     // begins with a bullet, a bracket, a quotation mark
	featColon    // ends with one
	featTitle    // share of its words that stand in the headline
	featDek      // share of its words that stand in the page's description
	featDeclared // stands in the text that JSON-LD declares
	featSection  // the rules' reason for the last heading above
	featSinceHeading
	featLevel        // how far up the main column is left to reach the block's branch
	featBelowBranch  // how far below its branch's root the block lies
	featBranchBlocks // logarithm
	featBranchProse  // share of the kept prose
	featBranchLinks  // share of the branch
	featBranchPlace  // blocks from the branch's start
	featSelf         // names the site
	featAuthor       // names the author
	featAppeal       // asks the reader to act
	featPerson       // share of the words that are "you" and "we"
	featNear         // kept blocks among the five on either side
	featTotal        // logarithm of the page's kept prose
	featNeighbours   // and what follows: four of each of the two blocks above and below
	features         = featNeighbours + 16
)

// reach is how far, above the headline and the container and below the latter, blocks are
// looked at. Further away the article doesn't go on.
const reach = 60

// layout is a page cut into blocks, with what the rules say of it.
type layout struct {
	blocks     []block
	start, end int // the container
	headline   int // the block that is the headline, -1 where the page shows none
	title      string
	dek        string
	declared   string   // folded
	news       bool     // the page says that it is news
	self       []string // names of the site, folded
	authors    []string // folded
}

// window returns the run of blocks that the model judges.
func (l *layout) window() (from, to int) {
	from = l.start - reach
	if l.headline >= 0 {
		from = min(from, l.headline)
	}
	return max(0, from), min(len(l.blocks), l.end+reach)
}

// likeness tells blocks that the page sets alike.
type likeness struct {
	tag   atom.Atom
	depth int
	class string
}

// surroundings holds what the features of a block take from the whole page.
type surroundings struct {
	prose        []int // kept prose before each block
	next         []int // the next kept prose
	holders      map[*html.Node]int
	like         map[likeness]int
	count        map[likeness]int
	depth        int
	title, dek   map[string]bool
	kept         []int // kept blocks before each block
	branches     *branches
	own          []string // words of the block that is described
	last, sinceH int
	section      int
}

func (l *layout) survey() *surroundings {
	n := len(l.blocks)
	s := &surroundings{
		prose: make([]int, n+1), next: make([]int, n+1), kept: make([]int, n+1),
		holders: map[*html.Node]int{}, like: map[likeness]int{}, count: map[likeness]int{},
		title: wordSet(l.title), dek: wordSet(l.dek),
	}
	s.branches = growBranches(l.blocks)
	depths := map[int]int{}
	for i := range l.blocks {
		b := &l.blocks[i]
		s.prose[i+1], s.kept[i+1] = s.prose[i], s.kept[i]
		key := likeness{b.tag, b.depth, b.class}
		s.count[key]++
		if b.why != "" {
			continue
		}
		s.kept[i+1]++
		if !b.prose() {
			continue
		}
		s.prose[i+1] += b.runes
		s.holders[b.holder] += b.runes
		s.like[key] += b.runes
		if depths[b.depth] += b.runes; depths[b.depth] > depths[s.depth] {
			s.depth = b.depth
		}
	}
	s.next[n] = n + 20
	for i := n - 1; i >= 0; i-- {
		s.next[i] = s.next[i+1]
		if b := &l.blocks[i]; b.why == "" && b.prose() {
			s.next[i] = i
		}
	}
	return s
}

// describe returns the features of the window's blocks, one row after the other.
func (l *layout) describe() []float32 {
	from, to := l.window()
	s := l.survey()
	s.last, s.sinceH = -20, -20
	for i := range from {
		s.pass(l, i)
	}
	rows := make([]float32, (to-from)*features)
	for i := from; i < to; i++ {
		row := rows[(i-from)*features:][:features]
		l.shape(row, i)
		l.place(row, i, s)
		l.words(row, i, s)
		l.branch(row, i, s)
		for k, j := range [...]int{i - 2, i - 1, i + 1, i + 2} {
			l.neighbour(row[featNeighbours+4*k:][:4], j)
		}
		s.pass(l, i)
	}
	return rows
}

// split returns the words of a folded text, until it is asked about the next.
func (s *surroundings) split(folded string) []string {
	s.own = s.own[:0]
	for w := range strings.SplitSeq(folded, " ") {
		if w != "" {
			s.own = append(s.own, w)
		}
	}
	return s.own
}

// pass notes block i as one above those that follow.
func (s *surroundings) pass(l *layout, i int) {
	b := &l.blocks[i]
	if b.why == "" && b.prose() {
		s.last = i
	}
	if isHeading(b.tag) || verdict(b.why) == verdictLabel {
		s.sinceH, s.section = i, 1+verdict(b.why)
	}
}

// shape fills in what the block is by itself.
func (l *layout) shape(row []float32, i int) {
	b := &l.blocks[i]
	n := float32(max(1, b.runes))
	row[featRunes] = logarithm(b.runes)
	row[featLinks] = float32(b.links) / n
	row[featBold] = float32(b.bold) / n
	row[featSlant] = float32(b.slant) / n
	row[featTag] = tagNumber(b.tag)
	for k := range featVerdict - featKind {
		row[featKind+k] = float32(b.kind >> k & 1)
	}
	row[featVerdict] = float32(verdict(b.why))
	row[featSentence] = truth(endsSentence(b.text))
}

// place fills in where the block stands.
func (l *layout) place(row []float32, i int, s *surroundings) {
	b := &l.blocks[i]
	total := s.prose[len(l.blocks)]
	share := func(runes int) float32 { return float32(runes) / float32(max(1, total)) }
	key := likeness{b.tag, b.depth, b.class}
	row[featInside] = truth(l.start <= i && i < l.end)
	row[featFromStart] = clip(i - l.start)
	row[featFromEnd] = clip(l.end - i)
	row[featFromTitle] = -100
	if l.headline >= 0 {
		row[featFromTitle] = clip(i - l.headline)
	}
	row[featAbove] = logarithm(s.prose[i])
	row[featBelow] = logarithm(total - s.prose[i+1])
	row[featPlace] = share(s.prose[i])
	row[featSinceProse] = min(20, clip(i-s.last))
	row[featToProse] = min(20, clip(s.next[i+1]-i))
	row[featHolder] = share(s.holders[b.holder])
	row[featLike] = share(s.like[key])
	row[featLikeCount] = logarithm(s.count[key])
	row[featDepth] = clip(b.depth - s.depth)
	row[featSection] = float32(s.section)
	row[featSinceHeading] = min(20, clip(i-s.sinceH))
	row[featNear] = float32(s.kept[min(len(l.blocks), i+6)] - s.kept[max(0, i-5)])
	row[featTotal] = logarithm(total)
}

// words fills in what the text of the block looks like.
func (l *layout) words(row []float32, i int, s *surroundings) {
	b := &l.blocks[i]
	text := b.text[:boundary(b.text, 2000)]
	commas, stops, digits, words, capitals := 0, 0, 0, 0, 0
	before := ' '
	for _, r := range text {
		switch {
		case r == ',' || r == '،' || r == '、':
			commas++
		case r == '.' || r == '!' || r == '?' || r == '。':
			stops++
		case '0' <= r && r <= '9':
			digits++
		}
		if before == ' ' {
			words++
			if unicode.IsUpper(r) {
				capitals++
			}
		}
		before = r
	}
	first, _ := utf8.DecodeRuneInString(text)
	row[featCommas] = float32(min(commas, 20))
	row[featStops] = float32(min(stops, 20))
	row[featDigits] = float32(digits) / float32(max(1, len(text)))
	row[featCapitals] = float32(capitals) / float32(max(1, words))
	row[featLower] = truth(unicode.IsLower(first))
	row[featMark] = markNumber(first)
	row[featColon] = truth(strings.HasSuffix(text, ":"))
	folded := b.fold
	own := s.split(folded)
	row[featTitle] = overlap(own, s.title)
	row[featDek] = overlap(own, s.dek)
	row[featSelf], row[featAuthor] = truth(naming(folded, l.self)), truth(naming(folded, l.authors))
	row[featAppeal] = truth(urges(own))
	row[featPerson] = float32(speaksTo(own)) / float32(max(1, len(own)))
	row[featDeclared] = -1
	if l.declared != "" && len(folded) > 0 {
		row[featDeclared] = truth(strings.Contains(l.declared, folded[:boundary(folded, 60)]))
	}
}

// neighbour fills in what is known of block j from beside it.
func (l *layout) neighbour(row []float32, j int) {
	if j < 0 || j >= len(l.blocks) {
		row[0], row[1], row[2], row[3] = -1, -1, -1, -1
		return
	}
	b := &l.blocks[j]
	row[0] = logarithm(b.runes)
	row[1] = float32(b.linkShare())
	row[2] = float32(verdict(b.why))
	row[3] = tagNumber(b.tag)
}

// branch fills in how the block hangs below the main column.
func (l *layout) branch(row []float32, i int, s *surroundings) {
	root, below, up := s.branches.climb(&l.blocks[i])
	br := s.branches.of[root]
	row[featLevel], row[featBelowBranch] = clip(up), clip(below)
	row[featBranchBlocks] = logarithm(br.blocks)
	row[featBranchProse] = float32(br.prose) / float32(max(1, s.prose[len(l.blocks)]))
	row[featBranchLinks] = float32(br.linked) / float32(max(1, br.runes))
	row[featBranchPlace] = clip(i - br.first)
}

// naming reports whether one of the names stands in the text, all folded.
func naming(text string, names []string) bool {
	for _, name := range names {
		if at := strings.Index(text, name); at >= 0 && (at == 0 || text[at-1] == ' ') &&
			(at+len(name) == len(text) || text[at+len(name)] == ' ') {
			return true
		}
	}
	return false
}

// wordSet returns the first words of a folded text.
func wordSet(folded string) map[string]bool {
	set := map[string]bool{}
	words := strings.Fields(folded)
	for _, w := range words[:min(len(words), 80)] {
		set[w] = true
	}
	return set
}

// overlap returns the share of words that stand in the other text.
func overlap(words []string, other map[string]bool) float32 {
	if len(words) == 0 || len(other) == 0 || len(words) > 80 {
		return 0
	}
	n := 0
	for _, w := range words {
		if other[w] {
			n++
		}
	}
	return float32(n) / float32(len(words))
}

func logarithm(n int) float32 { return float32(math.Log2(float64(1 + max(0, n)))) }

func clip(n int) float32 { return float32(max(-50, min(50, n))) }

func truth(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

func tagNumber(a atom.Atom) float32 {
	switch a {
	case atom.P:
		return 1
	case atom.Blockquote:
		return 2
	case atom.Div, atom.Section, atom.Article, atom.Body, atom.Main:
		return 3
	case atom.Pre:
		return 4
	case atom.Td, atom.Th:
		return 5
	case atom.Li, atom.Dd, atom.Dt:
		return 6
	case atom.H1:
		return 7
	case atom.H2:
		return 8
	case atom.H3:
		return 9
	case atom.H4:
		return 10
	case atom.H5, atom.H6:
		return 11
	}
	return 12
}

func markNumber(r rune) float32 {
	switch {
	case unicode.IsLetter(r):
		return 0
	case unicode.IsDigit(r):
		return 1
	case strings.ContainsRune("“\"„«‘'»「", r):
		return 2
	case r == '(' || r == '[':
		return 3
	}
	return 4
}

// The rules' reasons as the numbers that the model knows them by: new ones go
// to the end.
const verdictLabel = 10

var verdicts = [...]string{
	"", "outside the container", "in an element named as something else", "in an aside", "caption", "byline, date or section", "headline", "headline again",
	"a link alone", "no words", "a page's label", "copyright", "prompt to the reader", "pointer to other pages", "credit", "list of links", "teaser of another story",
	"note on the author", "before the text", "after the text", "said before", "heading of nothing", "between headline and text",
}

func verdict(why string) int { return max(0, slices.Index(verdicts[:], why)) }
