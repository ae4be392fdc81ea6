package speaker

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/text"
)

// kind is the kind of a token.
type kind uint8

const (
	word kind = iota
	comma
	colon
	semicolon
	dash
	stop    // . ! ? …
	quote   // a whole quotation, whatever it holds
	bracket // ( ) [ ]
	other
)

// token is a word, a punctuation mark or a whole outermost quotation.
type token struct {
	text.Span
	kind  kind
	class class
	frame frame
	form  form
	quote int32 // index into the reading's quotations, -1 for other tokens
	name  int32 // index into the reading's names, -1 outside names
}

func (t token) is(c class) bool { return t.class&c != 0 }

// lex cuts the span p of the text into tokens and appends them. Quotations
// are single tokens; what stands in them is not looked at.
func (r *reading) lex(p text.Span) {
	first := len(r.tokens)
	for i := p.Start; i < p.End; {
		for r.nextQuote < len(r.quotes) && (r.quotes[r.nextQuote].Depth > 0 || r.quotes[r.nextQuote].Outer.End <= i) {
			r.nextQuote++
		}
		if r.nextQuote < len(r.quotes) {
			if q := r.quotes[r.nextQuote]; q.Outer.Start <= i {
				r.tokens = append(r.tokens, token{Span: text.Span{Start: i, End: min(q.Outer.End, p.End)}, kind: quote, quote: int32(r.nextQuote), name: -1})
				i = min(q.Outer.End, p.End)
				r.nextQuote++
				continue
			}
		}
		c, w := utf8.DecodeRuneInString(r.text[i:])
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			end := text.WordEnd(r.text[:p.End], i)
			if r.nextQuote < len(r.quotes) {
				end = min(end, r.quotes[r.nextQuote].Outer.Start)
			}
			end = max(end, i+w)
			r.word(i, end, len(r.tokens) == first)
			i = end
			continue
		case unicode.IsSpace(c):
		case (c == '’' || c == '\'') && i > p.Start && len(r.tokens) > first && r.tokens[len(r.tokens)-1].End == i:
			// The bare apostrophe of a plural's possessive.
			r.push(i, i+w, word, possessive)
		default:
			r.push(i, i+w, punctuation(c), 0)
		}
		i += w
	}
}

func punctuation(c rune) kind {
	switch c {
	case ',', '，', '、':
		return comma
	case ':', '：':
		return colon
	case ';':
		return semicolon
	case '—', '–', '-', '―':
		return dash
	case '.', '!', '?', '…', '。', '！', '？':
		return stop
	case '(', ')', '[', ']', '（', '）':
		return bracket
	}
	return other
}

func (r *reading) push(start, end int, k kind, c class) {
	r.tokens = append(r.tokens, token{Span: text.Span{Start: start, End: end}, kind: k, class: c, quote: -1, name: -1})
}

// word appends the word at [start, end), its possessive or clitic apart.
func (r *reading) word(start, end int, first bool) {
	cut := clitic(r.low[start:end])
	c := r.classify(start, end-cut)
	if first {
		c |= opening
	}
	t := token{Span: text.Span{Start: start, End: end - cut}, kind: word, class: c, quote: -1, name: -1}
	if c&capital == 0 || first {
		if w := t.Of(r.low); c&(auxiliary|determiner|to|pronoun) == 0 && len(w) > 2 {
			if _, t.form, t.frame = lemmatize(w); t.frame == 0 && attitude(w) {
				t.frame = adjectival
			}
		}
	}
	r.tokens = append(r.tokens, t)
	if cut == 0 {
		return
	}
	mark := functionWord(r.low[end-cut : end])
	if mark&possessive != 0 && c&(pronoun|relative|interrogative|that) != 0 || end-start-cut == 2 && r.low[start:end-cut] == "it" {
		mark = auxiliary // he’s, who’s, it’s
	}
	r.push(end-cut, end, word, mark)
}

// clitic returns the length of the ’s, ’ll and the like at the end of w.
func clitic(w string) int {
	for _, n := range [...]int{2, 3, 4, 5} {
		if len(w) <= n {
			return 0
		}
		switch w[len(w)-n:] {
		case "'s", "’s", "'d", "’d", "'m", "’m", "'re", "’re", "'ve", "’ve", "'ll", "’ll":
			return n
		}
	}
	return 0
}

// classify returns what the word at [start, end) may be.
func (r *reading) classify(start, end int) class {
	low := r.low[start:end]
	c := functionWord(low)
	first, width := utf8.DecodeRuneInString(r.text[start:end])
	upper := unicode.IsUpper(first)
	if n := start + 3; !upper && n < end && r.text[n-1] == '-' && (low[:2] == "al" || low[:2] == "el") && 'A' <= r.text[n] && r.text[n] <= 'Z' {
		upper = true // "al-Amin"
	}
	if upper {
		switch r.text[start:end] {
		case "US", "WHO", "IT": // the country, the body, the trade
			c &^= objective | relative | interrogative | pronoun
		}
		c |= capital
		if width == end-start || end-start == width+1 && r.text[end-1] == '.' {
			c |= initial
		}
		c |= givenName(low)
		if text.IsHonorific(r.text[start:end]) {
			c |= honorific
		}
	}
	if low == "jan" && (end >= len(r.text) || r.text[end] != '.') {
		c = c&^temporal | firstName // the name; the month takes a point
	}
	if unicode.IsDigit(first) && !hasLetter(low) {
		c |= numeral
	}
	if n := len(low); n > 4 && low[n-2:] == "ly" && !hasWord("family assembly reply rally supply bully monopoly anomaly homily butterfly italy ", low) {
		c |= adverb
	} else if n > 3 && low[n-3:] == "n't" || n > 5 && low[n-5:] == "n’t" {
		c |= auxiliary | negation
	}
	if upper && office(r.text[start:end]) && !r.timed(start) {
		c |= roleNoun
	}
	if c |= role(low); upper && surnamed(low) {
		c &^= roleNoun
	}
	if !upper {
		c |= trade(low)
	}
	if n := len(low); !upper && n > 6 && (low[n-5:] == "woman" || low[n-3:] == "man" && !hasWord("ottoman talisman inhuman superhuman subhuman ", low)) {
		c |= roleNoun // committeewoman, storeman
	}
	if base, ok := strings.CutSuffix(low, "-elect"); ok {
		c |= role(base) &^ rolePrefix // mayor-elect
	} else if base, ok := strings.CutSuffix(low, "-designate"); ok {
		c |= role(base) &^ rolePrefix
	}
	if i := strings.Index(low, "-of-"); i > 0 {
		c |= role(low[:i]) &^ rolePrefix // mum-of-two
	}
	if i := lastHyphen(low); i > 0 && c&roleNoun == 0 {
		c |= role(low[i+1:]) &^ rolePrefix // ex-wife, editor-in-chief
	}
	if organizationNoun(low) {
		c |= orgNoun
	}
	if place(low) {
		c |= placeName
	}
	if mediumNoun(low) {
		c |= medium
	}
	if groupRole(low) {
		c |= groupNoun
	}
	if nameParticle(low) {
		c |= particle
	}
	if commonVerb(low) || len(low) > 4 && low[len(low)-2:] == "ed" && !upper {
		c |= verbal
	}
	return c
}

// office reports whether w is the letters of an office that its holder is called
// by: "the PM".
func office(w string) bool {
	switch w {
	case "PM", "DPM", "VP", "CM", "MEC", "MMC", "MLA":
		return true
	}
	return false
}

// timed reports whether a digit stands before byte i: "3 PM".
func (r *reading) timed(i int) bool {
	for i > 0 && r.text[i-1] == ' ' {
		i--
	}
	return i > 0 && digit(r.text[i-1])
}

// hasLetter reports whether a letter stands in w, as in "46-year-old".
func hasLetter(w string) bool {
	for i := range len(w) {
		if letter(w[i]) {
			return true
		}
	}
	return false
}

func lastHyphen(w string) int {
	for i := len(w) - 1; i > 0; i-- {
		if w[i] == '-' {
			return i
		}
	}
	return -1
}

// lower returns s with its ASCII letters in lower case, so that offsets into
// both agree.
func lower(s string) string {
	b := make([]byte, len(s))
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b[i] = c
	}
	return string(b)
}
