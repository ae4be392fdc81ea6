package text

// Words returns the words of s: runs of letters and digits, with the
// apostrophes, hyphens, points and commas that stand inside one ("didn’t",
// "vice-president", "3.5", "1,200"), and with the last point of a dotted
// abbreviation ("U.N.", "a.m.", "U.S.-led").
func Words(s string) []Span { return AppendWords(make([]Span, 0, len(s)/6+1), s) }

// AppendWords appends the words of s to out.
func AppendWords(out []Span, s string) []Span {
	for i := 0; i < len(s); {
		if s[i] == ' ' {
			i++
			continue
		}
		r, w := next(s, i)
		if !isWordRune(r) {
			i += w
			continue
		}
		end := wordEnd(s, i)
		out = append(out, Span{i, end})
		i = end
	}
	return out
}

// WordEnd returns where the word that begins at byte i of s ends; i where no
// letter or digit stands there.
func WordEnd(s string, i int) int {
	if i >= len(s) || !isWordRune(runeAt(s, i)) {
		return i
	}
	return wordEnd(s, i)
}

// wordEnd returns where the word that begins at byte i of s ends.
func wordEnd(s string, i int) int {
	dotted := false // a point stood between two letters
	run := 0        // letters since the last mark inside the word
	digit := false  // the last rune was a digit
	for i < len(s) {
		if c := s[i] | 0x20; 'a' <= c && c <= 'z' { // nearly all of a word
			digit = false
			run++
			i++
			continue
		}
		r, w := next(s, i)
		if isWordRune(r) {
			digit = isDigit(r)
			run++
			i += w
			continue
		}
		after, _ := next(s, i+w)
		switch {
		case r == '.' && dotted && run == 1:
			// The last point of a dotted abbreviation belongs to it; the word
			// only goes on after it by a hyphen, as in U.S.-led.
			i += w
			if (after == '-' || after == '‑') && isLetter(runeAt(s, i+widthAt(s, i))) {
				dotted, run = false, 0
				i += widthAt(s, i)
				continue
			}
			if isLetter(after) && !digit {
				run = 0
				continue
			}
			return i
		case r == '.' && !digit && isLetter(after):
			if run > 2 && isUpper(after) && runsOn(s, i) {
				return i
			}
			dotted = true
		case (r == '.' || r == ',') && digit && isDigit(after):
		case (r == '\'' || r == '’' || r == '‑' || r == '-' || r == '\u00ad') && isWordRune(after):
			dotted = false
		default:
			if r == '.' && run == 1 && !digit && isInitialism(s, i) {
				i += w
			}
			return i
		}
		run = 0
		i += w
	}
	return i
}

// isInitialism reports whether the letter before the point at byte i follows
// another lettered point, as the last of "U.N." does.
func isInitialism(s string, i int) bool {
	_, w := prev(s, i)
	r, _ := prev(s, i-w)
	return r == '.'
}

func runeAt(s string, i int) rune { r, _ := next(s, i); return r }

func widthAt(s string, i int) int { _, w := next(s, i); return w }

// runsOn reports whether the point at byte i ends a sentence whose space before
// the next has been lost, as where a page breaks its lines by style alone: "for
// years.Then". The words on either side are plain, and no part of an address.
func runsOn(s string, i int) bool {
	if s[i] != '.' {
		return false
	}
	first := i
	for first > 0 && 'a' <= s[first-1] && s[first-1] <= 'z' {
		first--
	}
	if before, _ := prev(s, first); i-first < 3 || first > 0 && !isSpace(before) && !isUpper(before) {
		return false
	}
	last := i + 1
	if last >= len(s) || s[last] < 'A' || s[last] > 'Z' {
		return false
	}
	for last++; last < len(s) && 'a' <= s[last] && s[last] <= 'z'; {
		last++
	}
	switch s[i+1 : last] {
	case "Com", "Net", "Org", "Co", "Js", "Io", "Tv", "Ai", "Inc":
		return false
	}
	return last < len(s) && (s[last] == ' ' || s[last] == ',' || s[last] == '\'' || runeAt(s, last) == '’')
}
