package summary

import (
	"math"
	"strings"
	"unicode/utf8"

	"onrecord/internal/article"
	"onrecord/internal/text"
)

// reading is what was learnt from an article before a sentence is chosen.
type reading struct {
	candidates []candidate // in reading order
	sentences  []sentence
	terms      []term // what is known of each term, by its number
	// held are the terms of all sentences, one after the other; a sentence
	// holds held[from:to], each once.
	held     []int32
	headline int                    // how many terms the headline has; 0 where it is the text's own first sentence
	alike    [horizon][horizon]bool // whether an earlier and a later candidate say the same
	seen     []int32
	round    int32 // terms whose seen is round have been met in the set being measured
}

// term is a content word of the article, whatever its ending.
type term struct {
	sentences int32   // how many sentences hold it
	late      bool    // one of them comes after the opening
	opening   bool    // one of them is among the first three
	headline  bool    // the headline holds it
	weight    float64 // its share of what the article keeps coming back to
}

// sentence is a sentence of the article, a candidate or not.
type sentence struct {
	from, to int32 // its terms in reading.held
}

const (
	opening = 3 // the sentences that say what the article is about
	// most is how many terms of a sentence are kept. It bounds the work on a
	// text without full stops.
	most = 100
	stem = 6 // letters by which the forms of a word are told to be one, in most European languages
)

// read learns what a is about and finds its candidates.
func read(a article.Article) *reading {
	r := &reading{
		candidates: make([]candidate, 0, horizon),
		sentences:  make([]sentence, 0, min(context, len(a.Text)/100+4)),
		held:       make([]int32, 0, min(context*16, len(a.Text)/10+8)),
	}
	numbers := make(map[uint64]int32, 256)
	head := r.readHeadline(a, numbers)
	paragraphs := text.Paragraphs(a.Text)
	sentences, last := newcomers{language: a.Language, named: -1}, 0
	var spans, words []text.Span // of a paragraph, of a sentence
	for p, paragraph := range paragraphs {
		if len(r.sentences) == context {
			break
		}
		spans = text.AppendSentences(spans[:0], a.Text, paragraph)
		for k, span := range spans {
			if len(r.sentences) == context {
				break
			}
			if k == 0 {
				span = text.AfterDateline(a.Text, span)
			}
			words = text.AppendWords(words[:0], span.Of(a.Text))
			r.hold(span.Of(a.Text), a.Language, words, numbers)
			if len(r.candidates) == horizon || len(words) == 0 {
				continue
			}
			c, ok := sentences.candidate(span, span.Of(a.Text), words, len(r.sentences)-1)
			if ok && !r.repeatsHeadline(head, span.Of(a.Text) == a.Headline) {
				c.anchor = r.anchor(span.Of(a.Text), a.Language, words, numbers)
				c.opensParagraph = k == 0 && len(paragraphs) > opening
				r.candidates = append(r.candidates, c)
				last = p + 1
			}
		}
	}
	r.weigh()
	r.seen = make([]int32, len(r.terms))
	quotations := text.QuotationsIn(a.Text, paragraphs[:last])
	for k := range r.candidates {
		r.candidates[k].quoted = quoted(r.candidates[k].span, quotations)
		r.compare(&r.candidates[k])
	}
	r.pairUp()
	return r
}

// readHeadline notes the headline's terms and returns how many there are. A
// headline that was taken from the text says nothing that the text does not.
func (r *reading) readHeadline(a article.Article, numbers map[uint64]int32) int {
	count := int32(0)
	for _, w := range text.Words(a.Headline) {
		if key, ok := termOf(w.Of(a.Headline), a.Language); ok {
			if id := r.number(key, numbers); !r.terms[id].headline {
				r.terms[id].headline = true
				count++
			}
		}
	}
	if !strings.Contains(a.Text, a.Headline) {
		r.headline = int(count)
	}
	return int(count)
}

// hold notes the terms of the next sentence.
func (r *reading) hold(s, language string, words []text.Span, numbers map[uint64]int32) {
	from := int32(len(r.held))
	index := len(r.sentences)
	for _, w := range words {
		if len(r.held)-int(from) == most {
			break
		}
		key, ok := termOf(w.Of(s), language)
		if !ok {
			continue
		}
		id := r.number(key, numbers)
		if contains(r.held[from:], id) {
			continue
		}
		r.held = append(r.held, id)
		r.terms[id].sentences++
		r.terms[id].opening = r.terms[id].opening || index < opening
		r.terms[id].late = r.terms[id].late || index >= opening+2
	}
	r.sentences = append(r.sentences, sentence{from, int32(len(r.held))})
}

// anchor returns the term that the sentence read last takes as known, -1 for
// none: the headline holds it, or no candidate before does.
func (r *reading) anchor(s, language string, words []text.Span, numbers map[uint64]int32) int32 {
	if language != "" && language != "en" {
		return -1
	}
	key, ok := termOf(anchorOf(s, words), language)
	if !ok {
		return -1
	}
	id := r.number(key, numbers)
	if r.terms[id].headline && r.headline > 0 {
		return -1
	}
	for k := range r.candidates {
		if contains(r.termsOf(r.candidates[k].index), id) {
			return id
		}
	}
	return -1
}

// number returns the number of the term with the key, a new one if need be.
func (r *reading) number(key uint64, numbers map[uint64]int32) int32 {
	id, ok := numbers[key]
	if !ok {
		id = int32(len(r.terms))
		numbers[key] = id
		r.terms = append(r.terms, term{})
	}
	return id
}

// repeatsHeadline reports whether the sentence read last is the headline in
// other words. The very headline is not meant: then the article has none of
// its own, and the headline was taken from the text.
func (r *reading) repeatsHeadline(headline int, same bool) bool {
	last := r.sentences[len(r.sentences)-1]
	shared := 0
	for _, id := range r.held[last.from:last.to] {
		if r.terms[id].headline {
			shared++
		}
	}
	return !same && headline > 0 && shared == headline && int(last.to-last.from) <= headline+1
}

// weigh gives each term that the article comes back to its weight: all
// together are 1, and how often counts less and less.
func (r *reading) weigh() {
	sum := 0.0
	for k := range r.terms {
		if n := r.terms[k].sentences; n > 1 {
			r.terms[k].weight = math.Log(float64(n)) + 0.3
			sum += r.terms[k].weight
		}
	}
	for k := range r.terms {
		r.terms[k].weight /= max(sum, 1)
	}
}

// compare measures how like the rest of the article c is.
func (r *reading) compare(c *candidate) {
	own := r.termsOf(c.index)
	r.round++
	for _, id := range own {
		r.seen[id] = r.round
	}
	sum := 0.0
	for k := range r.sentences {
		if k == c.index {
			continue
		}
		likeness := r.likeness(own, r.termsOf(k))
		sum += likeness
		c.restated = max(c.restated, likeness)
	}
	c.central = sum / float64(max(1, len(r.sentences)-1))
	c.place = float64(c.index) / float64(len(r.sentences))
	later := 0
	for _, id := range own {
		if r.terms[id].late {
			later++
		}
	}
	c.carriedOn = float64(later) / float64(max(1, len(own)))
}

// likeness returns the cosine of the angle between two sentences as sets of
// terms: 1 where they hold the same, 0 where they share none. Those of x are
// the terms that have been seen in this round.
func (r *reading) likeness(x, y []int32) float64 {
	shared := 0
	for _, id := range y {
		if r.seen[id] == r.round {
			shared++
		}
	}
	if shared == 0 {
		return 0
	}
	return float64(shared) / math.Sqrt(float64(len(x)*len(y)))
}

// termsOf returns the terms of the sentence with the index.
func (r *reading) termsOf(index int) []int32 {
	s := r.sentences[index]
	return r.held[s.from:s.to]
}

// shared counts what two sentences both hold.
func shared(x, y []int32) int {
	n := 0
	for _, id := range x {
		if contains(y, id) {
			n++
		}
	}
	return n
}

func contains(terms []int32, id int32) bool {
	for _, t := range terms {
		if t == id {
			return true
		}
	}
	return false
}

// quoted returns the share of a span that lies inside quotation marks.
func quoted(span text.Span, quotations []text.Quotation) float64 {
	inside := 0
	for _, q := range quotations {
		if q.Depth == 0 {
			inside += max(0, min(span.End, q.Outer.End)-max(span.Start, q.Outer.Start))
		}
	}
	return float64(inside) / float64(max(1, span.Len()))
}

// termOf returns the key of the term that word is a form of: a hash of its
// first letters in lower case. Function words have none.
func termOf(word, language string) (uint64, bool) {
	word = strings.TrimSuffix(strings.TrimSuffix(word, "’s"), "'s")
	var buffer [4 * 16]byte
	lower := buffer[:0]
	letters := 0
	end := 0 // of the stem
	for _, c := range word {
		if letters == 16 {
			break
		}
		lower = utf8.AppendRune(lower, toLower(c))
		if letters++; letters == stem {
			end = len(lower)
		}
	}
	if letters < 2 || isFunctionWord(lower) {
		return 0, false
	}
	if language != "en" && language != "" && (letters <= 3 && isLower(word) || isForeignFunctionWord(lower)) {
		return 0, false
	}
	if end == 0 {
		end = len(lower)
	}
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	hash := uint64(offset)
	for _, b := range lower[:end] {
		hash = (hash ^ uint64(b)) * prime
	}
	return hash, true
}
