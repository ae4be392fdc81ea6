package article

import (
	"strings"
	"unicode/utf8"
)

// headReach is how many lines above the text the headline is looked for.
const headReach = 300

// masthead finds the headline, and marks as the page's what stands above it
// and what stands between it and the text: summary, byline, date, captions.
func masthead(a *Article, lines []line) {
	first := firstRunning(lines)
	if first == len(lines) && first > 0 {
		first = firstSentenceLine(lines)
	}
	head := headlineOf(lines, first)
	if head < 0 {
		facts(a, lines[:min(first, headReach)])
		markFacts(lines[:min(first, headReach)])
		return
	}
	a.Headline = withoutMarks(withoutBar(lines[head].text))
	f := fold(lines[head].text)
	for i := range lines {
		switch same := fold(lines[i].text); {
		case i == head, same == f, same == fold(a.Headline):
			lines[i].drop("headline")
		case i < first && same != "" && fold(withoutSite(lines[i].text, "")) == f:
			lines[i].drop("headline and site")
		}
	}
	end := headEnd(lines, first)
	facts(a, lines[head+1:end])
	facts(a, lines[max(0, head-headReach):head])
	marks := headMarks(lines, head, end)
	for i := range lines[:end] {
		switch l := &lines[i]; {
		case i < head:
			l.drop("above the headline")
		case i < marks:
			l.drop("summary or byline")
		case i > head && i+1 == first && clock(lines[i-1].text): // heading of the first entry
		case !endsSentence(l.text) && utf8.RuneCountInString(l.text) < 160:
			l.drop("between headline and text")
		case i > 0 && lines[i-1].why == "credit" && utf8.RuneCountInString(l.text) < 120:
			l.drop("caption")
		}
	}
}

// firstRunning returns the index at which the text begins to run. On a page
// with a menu, a lone sentence far from the next is a notice and not the text.
func firstRunning(lines []line) int {
	first, above := -1, 0
	for i := range lines {
		switch {
		case lines[i].why != "":
			above++
		case !runningText(lines[i].text):
		case first < 0:
			first = i
			if above < 3 {
				return i
			}
		}
		if first >= 0 && lines[i].why == "" && runningText(lines[i].text) && runsOn(lines[i+1:]) {
			return i
		}
	}
	if first < 0 {
		return len(lines)
	}
	return first
}

// firstSentenceLine is firstRunning for a text of short paragraphs only. A
// headline needs something below it, and may be a question itself.
func firstSentenceLine(lines []line) int {
	for i := 1; i < len(lines); i++ {
		if lines[i].why == "" && endsSentence(lines[i].text) {
			return i
		}
	}
	return len(lines) - 1
}

// runsOn reports another paragraph among the next few lines that were kept.
func runsOn(lines []line) bool {
	kept := 0
	for _, l := range lines[:min(len(lines), 10)] {
		if l.why != "" {
			continue
		}
		if runningText(l.text) {
			return true
		}
		if kept++; kept == 4 {
			break
		}
	}
	return false
}

// headMark reports a line that stands between a headline and its text and
// nowhere else: byline, date, address, reading time.
func headMark(l string) bool {
	return utf8.RuneCountInString(l) <= 160 && (bylineOf(l) != nil || stamp(l) || webAddress(l) != "" || fieldLine(l))
}

// stamp reports a line about when the article appeared.
func stamp(l string) bool {
	if utf8.RuneCountInString(l) <= 90 && dateWordsOnly(l) {
		return true // 07:00h.
	}
	if endsSentence(l) && !strings.HasSuffix(l, ".m.") || utf8.RuneCountInString(l) > 120 {
		return false
	}
	f := fold(l)
	if strings.HasSuffix(f, " ago") || strings.HasSuffix(f, "min read") {
		return true
	}
	for _, p := range [...]string{"published", "updated", "posted", "last updated", "first published", "stand ", "publié", "publicado", "pubblicato", "veröffentlicht", "actualizado", "mis à jour", "aktualisiert", "aggiornato", "atualizado", "gepubliceerd", "bijgewerkt", "publicerad", "uppdaterad", "publisert", "oppdatert", "publiceret", "opdateret", "julkaistu", "päivitetty", "opublikowano", "aktualizacja"} {
		if strings.HasPrefix(f, p) {
			return true
		}
	}
	return len(strings.Fields(l)) <= 14 && dateOf(l) != "" && strings.ContainsAny(l, "|·•-–,")
}

// clock reports a line that is the time of an entry: 18:42 GMT, Posted at
// 6.51 am.
func clock(l string) bool {
	if len(l) > 40 || !strings.ContainsAny(l, "0123456789") {
		return false
	}
	f := strings.ToLower(strings.Trim(l, " |·•-–—"))
	for _, p := range [...]string{"updated at ", "posted at ", "published at "} {
		f = strings.TrimPrefix(f, p)
	}
	hour, rest := leadingDigits(f)
	if hour == "" || len(hour) > 2 || rest == "" || !strings.ContainsAny(rest[:1], ":.h") {
		return false
	}
	minute, zone := leadingDigits(rest[1:])
	if len(minute) != 2 {
		return false
	}
	switch zone = strings.Trim(zone, " .()"); zone {
	case "", "am", "pm", "a.m", "p.m", "uhr", "h", "gmt", "utc", "bst", "est", "edt", "et", "cst", "cdt", "ct", "pst", "pdt", "pt", "ist", "cet", "cest", "wat", "eat", "aest", "aedt":
		return true
	}
	return false
}

func leadingDigits(s string) (digits, rest string) {
	i := 0
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	return s[:i], s[i:]
}

// keyEvent reports an item of the list of a running report's entries: 22.05
// Company walks out.
func keyEvent(l string) bool {
	at, _, found := strings.Cut(l, " ")
	return found && clock(at) && !clock(l) && !endsSentence(l) && utf8.RuneCountInString(l) < 120
}

// dateWordsOnly reports a line of a date's words with a day, a month and a
// year, which may be either way round: 08/11/2026 a las 07:00h.
func dateWordsOnly(l string) bool {
	if !strings.ContainsAny(l, "0123456789") {
		return false
	}
	year, numbers := false, 0
	for w := range strings.FieldsSeq(fold(l)) {
		number, word := leadingDigits(w)
		switch {
		case number != "" && word == "":
			numbers++
			year = year || len(w) == 4 && (w[0] == '1' || w[0] == '2')
		case month(w) > 0:
			numbers++
		case !dateWord(word):
			return false
		}
	}
	return year && numbers >= 3
}

// headEnd returns the index at which the text begins. Summaries run on like
// text; a byline or a date below one, before the text has properly begun,
// tells it from a first paragraph.
func headEnd(lines []line, first int) int {
	end, running := first, 0
	for i := first; i < len(lines) && running <= 2; i++ {
		l := &lines[i]
		switch {
		case l.why == "" && runningText(l.text):
			if utf8.RuneCountInString(l.text) > 350 {
				return end
			}
			running++
		case clock(l.text): // of an entry of a running report
		case bylineOf(l.text) != nil, running == 1 && headMark(l.text):
			end = i + 1
		}
	}
	if end > first { // on to where it runs again
		for end < len(lines) && !(lines[end].why == "" && endsSentence(lines[end].text)) {
			end++
		}
	}
	return min(end, len(lines))
}

// headMarks returns the index after the last byline or date of the head.
func headMarks(lines []line, head, end int) int {
	for i := end - 1; i > head; i-- {
		if headMark(lines[i].text) {
			return i + 1
		}
	}
	return head
}

// facts notes byline, date and address that the lines of the head tell.
func facts(a *Article, lines []line) {
	for _, l := range lines {
		if utf8.RuneCountInString(l.text) > 200 || l.why != "" && !headMark(l.text) {
			continue
		}
		if names := bylineOf(l.text); len(a.Byline) == 0 && names != nil {
			a.Byline = names
		}
		if a.Published == "" && stamp(l.text) {
			a.Published = dateOf(l.text)
		}
		if u := webAddress(l.text); a.URL == "" && u != "" {
			a.URL = u
		}
	}
	for _, l := range lines { // a name alone
		if n := len(strings.Fields(l.text)); len(a.Byline) == 0 && l.why == "" && n >= 2 && n <= 4 && !endsSentence(l.text) && person(l.text, "", false) {
			a.Byline = []string{l.text}
		}
	}
}

// markFacts marks the lines above a text without a headline that say who
// wrote it and when.
func markFacts(lines []line) {
	for i := range lines {
		if headMark(lines[i].text) {
			lines[i].drop("byline or date")
		}
	}
}
