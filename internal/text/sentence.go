package text

import "unicode/utf8"

// Sentences returns the sentences of s in order, without the white space
// around them. None crosses a paragraph's border, none is empty, and what lies
// between them is white space. Closing quotation marks and brackets belong to
// the sentence that they close.
func Sentences(s string) []Span {
	out := make([]Span, 0, len(s)/120+1)
	for _, p := range Paragraphs(s) {
		out = appendSentences(out, s, p)
	}
	return out
}

// AppendSentences appends the sentences of the paragraph p of s to out.
func AppendSentences(out []Span, s string, p Span) []Span {
	return appendSentences(out, s, p.Trim(s))
}

func appendSentences(out []Span, s string, p Span) []Span {
	body := s[:p.End] // nothing behind the paragraph is looked at
	start := p.Start
	for i := p.Start; i < p.End; {
		if c := body[i]; c < utf8.RuneSelf && c != '.' && c != '!' && c != '?' { // nearly all of a sentence
			i++
			continue
		}
		r, w := next(body, i)
		if !isTerminator(r) {
			i += w
			continue
		}
		end := terminated(body, i)
		if r == '。' || r == '！' || r == '？' || endsSentence(body, start, i, end) {
			if t := (Span{start, end}).Trim(s); t.Len() > 0 {
				out = append(out, t)
			}
			start = end
		}
		i = end
	}
	if t := (Span{start, p.End}).Trim(s); t.Len() > 0 {
		out = append(out, t)
	}
	return out
}

func isTerminator(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '。', '！', '？':
		return true
	}
	return false
}

// isCloser reports whether r, right after a sentence's last point, closes
// what the sentence opened.
func isCloser(r rune) bool {
	switch r {
	case '"', '\'', '”', '’', '»', '›', '“', ')', ']', '」', '』', '）', '*', '_':
		return true
	}
	return false
}

func isOpener(r rune) bool {
	switch r {
	case '"', '\'', '“', '‘', '„', '‚', '«', '‹', '(', '[', '「', '『', '¿', '¡', '*', '_':
		return true
	}
	return false
}

// terminated returns the end of the run of terminators at byte i of s, with
// the closing marks and footnote numbers that follow it.
func terminated(s string, i int) int {
	for i < len(s) {
		r, w := next(s, i)
		if r == '[' {
			n := footnote(s[i:])
			if n == 0 {
				break
			}
			i += n
			continue
		}
		if !isTerminator(r) && !isCloser(r) {
			break
		}
		i += w
	}
	return i
}

// footnote returns the length of a bracketed number at the start of s, or 0.
func footnote(s string) int {
	i := 1
	for i < len(s) && i < 5 && isDigit(rune(s[i])) {
		i++
	}
	if i > 1 && i < len(s) && s[i] == ']' {
		return i + 1
	}
	return 0
}

// endsSentence decides whether the sentence of s that began at start ends with
// the terminators that begin at dot and, closing marks included, end at end.
func endsSentence(s string, start, dot, end int) bool {
	i := end
	for i < len(s) && isSpace(runeAt(s, i)) {
		i += widthAt(s, i)
	}
	if i == len(s) {
		return true
	}
	if i == end {
		return runsOn(s, dot) // but not "example.com", "3.5", "!important"
	}
	quoted := false // a mark opens what follows
	for i < len(s) && isOpener(runeAt(s, i)) {
		i += widthAt(s, i)
		quoted = true
	}
	r := runeAt(s, i)
	follower := s[i:wordEnd(s, i)]
	if isLower(r) {
		// "he said" goes on after “Why?”; only a brand such as iPhone opens a
		// sentence in lower case.
		second := runeAt(s, i+widthAt(s, i))
		return isUpper(second)
	}
	if s[dot] != '.' {
		return quoted || !reportFollows(s, dot, end, i)
	}
	if end > dot+1 && s[dot+1] == '.' {
		return true // an ellipsis before a capital
	}
	return quoted && end > dot+1 || pointEnds(s, start, dot, r, follower, quoted)
}

// reportFollows reports whether a quoted question or exclamation that ends at
// end is followed by its speaker and a verb of saying: “Why?” Dana Marn asked.
func reportFollows(s string, dot, end, i int) bool {
	last, _ := prev(s, end)
	if end == dot+widthAt(s, dot) || !isCloser(last) || last == ')' || last == ']' {
		return false
	}
	for n := 0; n < 6 && i < len(s); n++ {
		e := wordEnd(s, i)
		if e == i {
			return false
		}
		if n > 0 && saysAfterName(s[i:e]) {
			return true
		}
		if !isUpper(runeAt(s, i)) && n > 0 {
			return false
		}
		i = e
		for i < len(s) && (s[i] == ' ' || s[i] == '.') {
			i++
		}
	}
	return false
}

// pointEnds decides on a single point: the word before it may be an
// abbreviation or an initial.
func pointEnds(s string, start, dot int, r rune, follower string, quoted bool) bool {
	from := dot
	for from > start {
		p, w := prev(s, from)
		if !isWordRune(p) && p != '.' {
			break
		}
		from -= w
	}
	word := s[from:dot]
	opens := quoted || opensSentence(follower)
	switch abbreviated(word) {
	case beforeName:
		return false
	case beforeNumber:
		return !isDigit(r) && (opens || word == "No")
	case anywhere:
		return opens
	}
	if word == "" {
		return true
	}
	first := runeAt(word, 0)
	switch {
	case isDotted(word): // U.N., a.m., Ph.D.
		return opens
	case widthAt(word, 0) == len(word) && isUpper(first):
		// An initial: "J. K. Marn", but not "Plan B. The".
		return opens || isDigit(r)
	}
	return true
}

// isDotted reports whether w holds a point between letters and ends in a
// single letter, as "U.N" and "a.m" do.
func isDotted(w string) bool {
	if len(w) < 3 {
		return false
	}
	last, n := prev(w, len(w))
	point, _ := prev(w, len(w)-n)
	return isLetter(last) && point == '.'
}
