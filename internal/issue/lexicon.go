package issue

import "strings"

// The kinds of term. An article is weighed by each, because one event and a
// similar one share most of their words but not whom, where and how many they
// name, nor the words that stand side by side.
const (
	wordKind = iota // words that are no stop-words
	nameKind        // names and numbers alone
	pairKind        // two such words in a row
	kinds
)

// piece is what is compared: an article, or a story as an issue told it.
type piece struct {
	headline, body string
	speakers       []string // names and roles of those who speak in it
}

// counted is one term of a piece and how much it counts there.
type counted struct {
	id int32
	n  float64
}

// lexicon numbers the words and terms of all articles, in the order in which
// they first appear, and counts in how many articles each term stands.
type lexicon struct {
	words  map[string]uint32 // 0: a stop-word
	single [pairKind][]int32 // terms of one word, by the word's number; 0: none yet
	pairs  map[uint64]int32  // terms of two, by both their numbers
	spread []float64         // by term
	last   []place           // by term: where it was counted last
	read   int32             // how many articles have been read
}

// place is an article and an index into its counts.
type place struct{ article, at int32 }

// stopWord is the number of every stop-word.
const stopWord = 0

func newLexicon() *lexicon {
	l := &lexicon{words: map[string]uint32{}, pairs: map[uint64]int32{}}
	l.term() // 0 is no term
	for w := range strings.FieldsSeq(stopwords) {
		l.words[w] = stopWord
	}
	return l
}

// word returns the number of a word: the same for singular and plural.
func (l *lexicon) word(folded string) uint32 {
	n, known := l.words[folded]
	if known {
		return n
	}
	if one := singular(folded); one != folded {
		n = l.word(one)
	} else if len(folded) > 1 {
		n = uint32(len(l.words) + 1)
	}
	l.words[strings.Clone(folded)] = n
	return n
}

// singular takes the plural's s off. More of a stemmer did not help.
func singular(w string) string {
	if len(w) > 4 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
		return w[:len(w)-1]
	}
	return w
}

// count returns the terms of p, kind by kind in the order of appearance.
func (l *lexicon) count(p piece) [kinds][]counted {
	l.read++
	headline, body := words(p.headline, textWords), words(p.body, textWords)
	t := tally{lexicon: l}
	for kind := range t.counts {
		t.counts[kind] = make([]counted, 0, (len(headline)+len(body))/2)
	}
	t.add(headline, textWords, headlineWeight)
	t.voices = l.voices(p.speakers, headline)
	t.add(body, leadWords, leadWeight)
	return t.counts
}

// tally is the terms of one article while it is read.
type tally struct {
	*lexicon
	counts [kinds][]counted
	voices map[uint32]bool // words that only say who speaks
}

// voices returns the words of speakers' names and roles that the headline does
// not have. Who comments on two events, and is introduced with every title in
// both, does not make them one.
func (l *lexicon) voices(speakers []string, headline []word) map[uint32]bool {
	out := map[uint32]bool{}
	for _, s := range speakers {
		for _, w := range words(s, leadWords) {
			if n := l.word(w.folded); n != stopWord {
				out[n] = true
			}
		}
	}
	for _, w := range headline {
		delete(out, l.word(w.folded))
	}
	return out
}

// add counts the words, of which the first lead weigh so much more.
func (t *tally) add(ws []word, lead int, leading float64) {
	previous := uint32(stopWord)
	for i, w := range ws {
		n := t.word(w.folded)
		if n == stopWord {
			previous = n
			continue
		}
		weight := 1.0
		if i < lead {
			weight = leading
		}
		if t.voices[n] {
			weight *= voiceWeight
		}
		if w.name || w.number {
			t.one(nameKind, t.alone(nameKind, n), weight)
		}
		if previous != stopWord {
			t.one(pairKind, t.pair(previous, n), weight)
		}
		previous = n
		switch {
		case w.name:
			weight *= nameWeight
		case w.number:
			weight *= numberWeight
		}
		t.one(wordKind, t.alone(wordKind, n), weight)
	}
}

// one counts a term of the piece.
func (t *tally) one(kind int, id int32, weight float64) {
	if t.last[id].article != t.read {
		t.last[id] = place{t.read, int32(len(t.counts[kind]))}
		t.counts[kind] = append(t.counts[kind], counted{id: id})
		t.spread[id]++
	}
	t.counts[kind][t.last[id].at].n += weight
}

// term makes a new term.
func (l *lexicon) term() int32 {
	l.spread = append(l.spread, 0)
	l.last = append(l.last, place{})
	return int32(len(l.spread) - 1)
}

// alone returns the term that is one word, of a kind that words make.
func (l *lexicon) alone(kind int, word uint32) int32 {
	terms := l.single[kind]
	for int(word) >= len(terms) {
		terms = append(terms, 0)
	}
	if terms[word] == 0 {
		terms[word] = l.term()
	}
	l.single[kind] = terms
	return terms[word]
}

// pair returns the term that is two words.
func (l *lexicon) pair(first, second uint32) int32 {
	key := uint64(first)<<32 | uint64(second)
	id, known := l.pairs[key]
	if !known {
		id = l.term()
		l.pairs[key] = id
	}
	return id
}
