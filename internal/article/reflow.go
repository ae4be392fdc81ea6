package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxWrap is the widest line that a program or a typist wraps text at.
const maxWrap = 120

// narrow is the column below which lines are a list and no wrapped text: those
// of newspapers hold some 30 characters.
const narrow = 28

// reflow cuts plain text into paragraphs. A blank line always parts two. A
// single line end does so unless the text is hard-wrapped: then it only does
// where the next word would still have fitted, which is where a person, and
// not the wrapping, ended the line.
func reflow(s string) []string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " \t")
	}
	width := wrapWidth(lines)
	divides := dividesWords(lines)
	var out, open []string
	end := func() {
		if p := collapse(strings.Join(open, " ")); p != "" {
			out = append(out, p)
		}
		open = open[:0]
	}
	for i, line := range lines {
		if strings.TrimSpace(line) == "" || underline(line) {
			end()
			continue
		}
		if n := len(open); n > 0 && divided(open[n-1], line) {
			if divides {
				open[n-1] = strings.TrimSuffix(open[n-1], "-")
			}
			open[n-1] += strings.TrimLeft(line, " ")
		} else {
			open = append(open, line)
		}
		if i+1 < len(lines) && !goesOn(line, lines[i+1], width) || i+1 < len(lines) && listed(open[0]) && listed(strings.TrimLeft(lines[i+1], " ")) {
			end()
		}
	}
	end()
	return out
}

// wrapWidth returns the column at which the text is wrapped, 0 where its line
// ends are paragraph ends.
func wrapWidth(lines []string) int {
	width := 0
	for i, l := range lines {
		n := utf8.RuneCountInString(l)
		if n > maxWrap {
			return 0
		}
		if alone := (i == 0 || lines[i-1] == "") && (i+1 == len(lines) || lines[i+1] == ""); !alone {
			width = max(width, n) // a heading of the page may be wider
		}
	}
	if width < narrow {
		return 0
	}
	all := breaksOf(lines, width)
	if all.wrapped() {
		return all.width(width)
	}
	// Short lines that stand together, as the address above a release does, say
	// nothing about paragraphs, which are runs of their own.
	var rest breakCount
	for start := 0; start < len(lines); {
		end := start
		for end < len(lines) && strings.TrimSpace(lines[end]) != "" {
			end++
		}
		if run := breaksOf(lines[start:end], width); run.full > 0 {
			rest.add(run)
		}
		start = end + 1
	}
	if rest.full < 4 || !rest.wrapped() {
		return 0
	}
	return rest.width(width)
}

// breakCount counts the line ends of a text, of them those at which the next
// word did not fit and those behind a full stop.
type breakCount struct{ breaks, full, sentences int }

func (c *breakCount) add(o breakCount) {
	c.breaks += o.breaks
	c.full += o.full
	c.sentences += o.sentences
}

// wrapped reports line ends most of which are a program's.
func (c breakCount) wrapped() bool {
	return c.breaks > 0 && c.full*10 >= c.breaks*6 && c.sentences*10 <= c.breaks*6
}

// width returns the width at which text is wrapped, 0 where there is too
// little to tell a column from a list.
func (c breakCount) width(width int) int {
	if width < 40 && c.breaks < 8 {
		return 0
	}
	return width
}

func breaksOf(lines []string, width int) breakCount {
	var c breakCount
	for i := 0; i+1 < len(lines); i++ {
		if lines[i] == "" || strings.TrimSpace(lines[i+1]) == "" || indented(lines[i], lines[i+1]) {
			continue
		}
		c.breaks++
		if fills(lines[i], lines[i+1], width) {
			c.full++
		}
		if endsSentence(lines[i]) {
			c.sentences++
		}
	}
	return c
}

// fills reports whether the first word of next would have stood beyond the
// width on this line. A few columns of slack allow for wrapping that counts
// otherwise.
func fills(line, next string, width int) bool {
	word := next
	if f := strings.Fields(next); len(f) > 0 {
		word = f[0]
	}
	return utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width-3
}

// goesOn reports whether the paragraph of line goes on in next.
func goesOn(line, next string, width int) bool {
	next = strings.TrimRight(next, " \t")
	if strings.TrimSpace(next) == "" || width == 0 {
		return false
	}
	if indented(line, next) {
		return false
	}
	if bulleted(next) {
		return false
	}
	if fills(line, next, width) || divided(line, next) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(next))
	return unicode.IsLower(first) && !endsSentence(line)
}

// dividesWords reports text whose lines end in hyphens so often that they are
// a column's. Elsewhere the hyphen at a line's end is the word's own.
func dividesWords(lines []string) bool {
	hyphens, full := 0, 0
	for i := 0; i+1 < len(lines); i++ {
		if lines[i] == "" || lines[i+1] == "" {
			continue
		}
		full++
		if divided(lines[i], lines[i+1]) {
			hyphens++
		}
	}
	return hyphens >= 2 && hyphens*20 >= full
}

// divided reports a word that a column's end cut in two.
func divided(line, next string) bool {
	before, found := strings.CutSuffix(line, "-")
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, " "))
	return found && unicode.IsLower(last) && unicode.IsLower(first)
}

// indented reports whether an indent before next opens a paragraph.
func indented(line, next string) bool {
	if hangs(line, next) {
		return false
	}
	return strings.HasPrefix(next, "  ") && !strings.HasPrefix(line, " ") || strings.HasPrefix(next, "\t")
}

// hangs reports a line that goes on an item of a list, below its first word.
func hangs(item, next string) bool {
	mark, _, found := strings.Cut(item, " ")
	if !found || !listed(item) {
		return false
	}
	depth := len(next) - len(strings.TrimLeft(next, " "))
	text := strings.TrimLeft(item[len(mark):], " ")
	first := utf8.RuneCountInString(item) - utf8.RuneCountInString(text)
	return depth > 0 && depth == first && !listed(next[depth:])
}

// underline reports a row of marks that sets off a heading or a part.
func underline(line string) bool {
	return len(line) >= 4 && (strings.Trim(line, "=") == "" || strings.Trim(line, "~") == "" || strings.Trim(line, "_") == "" || strings.Trim(line, "-") == "")
}

// withoutMargins empties the lines that are no text at all: the head and foot
// that a browser prints on each page, and rows of a menu or a table, whose
// cells the clipboard parts with tabs.
func withoutMargins(s string) string {
	if !strings.Contains(s, "\t") && !strings.Contains(s, "   ") {
		return s
	}
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if printMargin(l) || strings.Count(strings.TrimSpace(l), "\t") >= 2 && !endsSentence(l) {
			lines[i] = ""
		}
	}
	return strings.Join(lines, "\n")
}

// printMargin reports the date and title, or the address and page number,
// that stand at both ends of a printed line.
func printMargin(l string) bool {
	l = strings.TrimSpace(strings.ReplaceAll(l, "\t", "    "))
	left, right, found := strings.Cut(l, "    ")
	if !found || utf8.RuneCountInString(l) > 200 {
		return false
	}
	page, of, paged := strings.Cut(strings.TrimSpace(right), "/")
	if webAddress(left) != "" {
		return paged && strings.Trim(page+of, "0123456789") == ""
	}
	// The running head of a paper: its name or section at one side, the date or
	// the page at the other.
	left, right = strings.TrimSpace(left), strings.TrimSpace(right)
	if !endsSentence(l) && len(strings.Fields(l)) <= 12 {
		for _, side := range [...]string{left, right} {
			if dateLine(side) || len(side) <= 4 && strings.Trim(side, "0123456789") == "" {
				return true
			}
		}
	}
	date, clock, found := strings.Cut(left, ", ")
	return found && strings.Contains(clock, ":") && date != "" && strings.Trim(date, "0123456789/.-") == "" && len(clock) <= 10
}

// bulleted reports a line that opens with the mark of a list.
func bulleted(line string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(line))
	return strings.ContainsRune("•·▪◦‣●■»›*", r)
}
