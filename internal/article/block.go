package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block is a run of text between the borders of block elements, what may
// become a paragraph.
type block struct {
	text   string     // white space collapsed
	fold   string     // of the text's beginning
	tag    atom.Atom  // the block element it lies in
	runes  int        // an ideograph counts as two
	links  int        // runes that lie in links
	bold   int        // runes set bold
	slant  int        // runes set italic
	depth  int        // block elements around it
	own    *html.Node // the block element it lies in
	holder *html.Node // the element that the block's own element stands in
	class  string     // of the block's own element
	kind   kind
	value  float64 // what it adds to the worth of what contains it
	why    string  // why it was dropped, empty for a kept one
	rule   string  // why the rules would drop it
	score  float32 // the log odds that the model gives it
	asked  bool    // whether the model was asked
}

// region is an element as the run of blocks it contains.
type region struct {
	node       *html.Node
	start, end int // blocks[start:end]
	kind       kind
}

// walker cuts a page into blocks, in order.
type walker struct {
	blocks  []block
	regions []region        // of block elements and of all that carry a telling name
	texts   strings.Builder // of all blocks, one after the other
	start   int             // where in texts the open block begins
	folds   strings.Builder // likewise
	names   *names
	space   bool // a space is due before the next word
	breaks  int  // br elements since the last word
	links   int
	inLink  int
	bold    int
	slant   int
	inBold  int
	inSlant int
	open    []*html.Node // block elements around the place
	strict  bool         // leave out what the page hides
	root    *html.Node
	late    map[string]*html.Node // what the page streams after itself, by number
	placed  map[*html.Node]bool   // of these, what was read in its place
}

// cut returns the blocks and regions of a page.
func cut(root *html.Node, strict bool) ([]block, []region) {
	return cutKnowing(newNames(), root, strict)
}

// cutKnowing is cut for a page some of whose names have been read.
func cutKnowing(known *names, root *html.Node, strict bool) ([]block, []region) {
	w := &walker{open: []*html.Node{root}, strict: strict, root: root, names: known}
	w.children(root)
	w.flush()
	return w.blocks, w.regions
}

func (w *walker) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			w.text(c.Data)
		case html.ElementNode:
			w.element(c)
		}
	}
}

func (w *walker) element(n *html.Node) {
	if n.DataAtom == atom.Template {
		w.arrive(n)
		return
	}
	if w.placed[n] || silent(n.DataAtom) || w.strict && (n.DataAtom == atom.Dialog || hidden(n)) {
		return
	}
	if n.DataAtom == atom.Br {
		if w.breaks++; w.breaks == 2 {
			w.flush()
		}
		w.space = true
		return
	}
	named := w.names.element(n)
	isBlock := blockElement(n.DataAtom)
	// A heading for screen readers may be the page's own, drawn as a picture.
	if !isHeading(n.DataAtom) && w.names.class(attribute(n, "class")).spoken {
		if !isBlock {
			return // "opens in a new window", in the middle of a sentence
		}
		named |= kindJunk
	}
	if named&(kindJunk|kindTail) != 0 && !isBlock && w.amid(n) {
		named &^= kindJunk | kindTail
	}
	if isBlock {
		w.flush()
		w.open = append(w.open, n)
	} else if named != 0 {
		w.flush()
	}
	// An anchor within the page is no way out of the article.
	leads := n.DataAtom == atom.A && !strings.HasPrefix(attribute(n, "href"), "#")
	bold, slant := emphasis(n.DataAtom)
	if leads {
		w.inLink++
	}
	w.inBold += bold
	w.inSlant += slant
	start := len(w.blocks)
	w.children(n)
	w.inBold -= bold
	w.inSlant -= slant
	if leads {
		w.inLink--
	}
	if isBlock || named != 0 {
		w.flush()
		if len(w.blocks) > start {
			w.regions = append(w.regions, region{n, start, len(w.blocks), named})
		}
	}
	if isBlock {
		w.open = w.open[:len(w.open)-1]
	}
}

// arrive reads in its place what React streams to the end of the page: the
// template with the id B:1 or P:1 stands where a script will move the hidden
// element with the id S:1.
func (w *walker) arrive(place *html.Node) {
	kind, number, found := strings.Cut(attribute(place, "id"), ":")
	if !found || kind != "B" && kind != "P" {
		return
	}
	if w.late == nil {
		w.late, w.placed = map[string]*html.Node{}, map[*html.Node]bool{}
		for n := range w.root.Descendants() {
			if id, found := strings.CutPrefix(attribute(n, "id"), "S:"); found && hidden(n) {
				w.late[id] = n
			}
		}
	}
	if n := w.late[number]; n != nil && !w.placed[n] { // once, and never within itself
		w.placed[n] = true
		w.children(n)
	}
}

// amid reports an inline element within a sentence, like a link whose class
// says "promo": dropping it would tear the sentence apart.
func (w *walker) amid(n *html.Node) bool {
	switch w.open[len(w.open)-1].DataAtom {
	case atom.Pre:
		return true // "comment" is what a highlighter calls one
	case atom.P, atom.Li, atom.Blockquote, atom.Td, atom.Dd:
	default:
		return false
	}
	next := n.NextSibling
	return w.breaks == 0 && w.begun() ||
		next != nil && next.Type == html.TextNode && strings.IndexFunc(next.Data, unicode.IsLetter) >= 0
}

// text adds to the open block.
func (w *walker) text(s string) {
	for s != "" {
		word := s
		i := strings.IndexFunc(s, isSpace)
		if i >= 0 {
			word = s[:i]
		}
		if word != "" {
			if w.space && w.begun() {
				w.texts.WriteByte(' ')
			}
			w.space, w.breaks = false, 0
			w.texts.WriteString(word)
			if w.inLink+w.inBold+w.inSlant > 0 {
				w.marked(width(word) + 1)
			}
		}
		if i < 0 {
			return
		}
		w.space = true
		_, size := utf8.DecodeRuneInString(s[i:])
		s = s[i+size:]
	}
}

// begun reports whether the open block holds a word.
func (w *walker) begun() bool { return w.texts.Len() > w.start }

// flush ends the open block.
func (w *walker) flush() {
	if w.begun() {
		own := w.open[len(w.open)-1]
		b := block{text: w.texts.String()[w.start:], tag: own.DataAtom, depth: len(w.open), own: own, holder: own.Parent, class: attribute(own, "class")}
		b.fold = foldInto(&w.folds, b.text[:boundary(b.text, 2000)])
		if b.tag == 0 {
			b.tag = atom.Body // the root of a document without one
		}
		b.runes = width(b.text)
		b.links, b.bold, b.slant = min(w.links, b.runes), min(w.bold, b.runes), min(w.slant, b.runes)
		w.blocks = append(w.blocks, b)
	}
	w.start = w.texts.Len()
	w.space, w.breaks, w.links, w.bold, w.slant = false, 0, 0, 0, 0
}

// marked counts n runes to the links and emphases that are open.
func (w *walker) marked(n int) {
	if w.inLink > 0 {
		w.links += n
	}
	if w.inBold > 0 {
		w.bold += n
	}
	if w.inSlant > 0 {
		w.slant += n
	}
}

// emphasis tells bold and italic elements, as what to add to their counts.
func emphasis(a atom.Atom) (bold, slant int) {
	switch a {
	case atom.B, atom.Strong:
		return 1, 0
	case atom.I, atom.Em:
		return 0, 1
	}
	return 0, 0
}

// silent reports elements whose content is never read as text.
func silent(a atom.Atom) bool {
	switch a {
	case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Object,
		atom.Video, atom.Audio, atom.Canvas, atom.Select, atom.Textarea, atom.Button, atom.Datalist, atom.Noframes,
		atom.Title, atom.Map, atom.Rp, atom.Rt:
		return true
	}
	return false
}

// hidden reports elements that the page doesn't show.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return a.Val != "until-found"
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "style":
			if !strings.ContainsAny(a.Val, "yY") {
				break // no display, no visibility
			}
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

// spokenClass reports the class of elements that only screen readers show, by
// the names that the common style sheets give them.
func spokenClass(class string) bool {
	for _, name := range [...]string{"visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "screenreader"} {
		if i := strings.Index(class, name); i >= 0 && (i == 0 || class[i-1] == ' ') && (i+len(name) == len(class) || class[i+len(name)] == ' ') {
			return true
		}
	}
	return false
}

// blockElement reports the elements at whose borders a line ends.
func blockElement(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details,
		atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Li, atom.Main,
		atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Th,
		atom.Thead, atom.Tr, atom.Ul, atom.Menu, atom.Label, atom.Legend:
		return true
	}
	return false
}

func isHeading(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// width returns the length of s in characters. An ideograph says as much as
// two letters and more.
func width(s string) int {
	n := 0
	for _, r := range s {
		if n++; r >= 0x2e80 {
			n++
		}
	}
	return n
}

// linkShare is the part of the block that is links.
func (b *block) linkShare() float64 { return float64(b.links) / float64(max(1, b.runes)) }

// prose reports running text: a sentence's end and more than a label's length.
func (b *block) prose() bool {
	return b.runes >= 40 && b.linkShare() < 0.5 && endsSentence(b.text)
}

// endsSentence reports text whose last mark ends a sentence, past closing
// quotation marks and brackets.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»«“)] ")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:。！？؟।۔", r)
}
