package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxWrap is the widest line that a program or a typist wraps text at.
const maxWrap = 120

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
	var out, open []string
	end := func() {
		if p := collapse(strings.Join(open, " ")); p != "" {
			out = append(out, p)
		}
		open = open[:0]
	}
	for i, line := range lines {
		if strings.TrimSpace(line) == "" {
			end()
			continue
		}
		open = append(open, line)
		if i+1 < len(lines) && !goesOn(line, lines[i+1], width) {
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
	for _, l := range lines {
		n := utf8.RuneCountInString(l)
		if n > maxWrap {
			return 0
		}
		width = max(width, n)
	}
	if width < 40 {
		return 0
	}
	full, breaks, sentences := 0, 0, 0
	for i := 0; i+1 < len(lines); i++ {
		if lines[i] == "" || strings.TrimSpace(lines[i+1]) == "" {
			continue
		}
		breaks++
		if fills(lines[i], lines[i+1], width) {
			full++
		}
		if endsSentence(lines[i]) {
			sentences++
		}
	}
	if breaks == 0 || full*10 < breaks*6 || sentences*10 > breaks*6 {
		return 0
	}
	return width
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
	if strings.HasPrefix(next, "  ") && !strings.HasPrefix(line, " ") || strings.HasPrefix(next, "\t") {
		return false // an indent opens a paragraph
	}
	if bulleted(next) {
		return false
	}
	if fills(line, next, width) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(next))
	return unicode.IsLower(first) && !endsSentence(line)
}

// bulleted reports a line that opens with the mark of a list.
func bulleted(line string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(line))
	return strings.ContainsRune("•·▪◦‣●■»›*", r)
}
