package article

import (
	"strings"
	"unicode/utf8"
)

// headlineOf returns the index of the line above first that is most like the
// headline, -1 for none: one that is said twice, that stands under a section's
// name and over a byline, and whose words come back in the text.
func headlineOf(lines []line, first int) int {
	seen := map[string]int{}
	for _, l := range lines[:min(len(lines), first+40)] {
		seen[fold(l.text)]++
	}
	body := stems(lines, first)
	best, most := -1, 0.0
	for i := max(0, first-headReach); i < first; i++ {
		l := &lines[i]
		if l.why != "" || !headlineLike(l.text) || endsSentence(l.text) && strings.HasSuffix(strings.TrimRight(l.text, "\"”’»"), ".") && !endsInitials(l.text) {
			continue
		}
		score := 3 * body.share(l.text)
		if seen[fold(l.text)] > 1 {
			score++
		}
		switch words := len(strings.Fields(l.text)); {
		case words <= 3:
			score -= 2 // a section's name
		case words >= 5 && words <= 22:
			score += 0.5
		}
		if i > 0 && (sectionName(lines[i-1].text) || lines[i-1].why != "") {
			score++
		} else if i > 0 && best == i-1 && len(strings.Fields(lines[best].text)) >= 5 {
			score-- // a summary stands right below the headline
		}
		if i+1 < first && headMark(lines[i+1].text) {
			score++
		}
		if i == 0 && first <= 3 && !sectionName(l.text) {
			score++ // no page around it: the first line of a plain text
		}
		if kicker(l.text) || headMark(l.text) {
			score -= 3
		}
		if i > 0 && clock(lines[i-1].text) {
			score -= 2 // heads an entry of a running report
		}
		if outletName(l.text) {
			score -= 2
		}
		score -= min(1.5, 0.1*float64(max(0, first-i-6))) // menus stand far above the text
		if best < 0 || score > most {
			best, most = i, score
		}
	}
	return best
}

// withoutBar takes off what a page's title has behind the headline: its
// section or site.
func withoutBar(l string) string {
	i := strings.LastIndex(l, " | ")
	if i < 0 || len(strings.Fields(l[:i])) < 5 || len(strings.Fields(l[i+3:])) > 4 {
		return l
	}
	return strings.TrimSpace(l[:i])
}

// kicker reports a section's name with a bar: OPINION | JANE ROE.
func kicker(l string) bool {
	before, after, found := strings.Cut(l, "|")
	return found && len(strings.Fields(before)) <= 2 && len(strings.Fields(after)) <= 4
}

// outletName reports a line that names a paper or a station: few words, all
// with capitals, with a word that they are named by at either end.
func outletName(l string) bool {
	words := strings.Fields(l)
	if len(words) > 6 || endsSentence(l) {
		return false
	}
	for _, w := range words {
		if lowerFirst(w) && len(w) > 3 {
			return false
		}
	}
	names := strings.Fields(fold(l))
	for i, w := range names {
		if i > 0 && i < len(names)-1 {
			continue
		}
		switch w {
		case "courier", "post", "times", "gazette", "herald", "news", "tribune", "leader", "journal", "observer", "shopper", "dispatch", "radio", "chronicle", "echo", "press", "standard", "star", "mail", "telegraph", "guardian", "express", "bulletin", "sentinel", "review", "record", "argus", "enquirer", "examiner", "mercury", "advertiser", "independent", "weekly", "daily", "tv", "fm", "lantern", "register", "monitor",
			"zeitung", "bote", "kurier", "anzeiger", "tagblatt", "nachrichten", "rundschau", "diario", "jornal", "corriere", "gazzetta", "giornale", "folha", "periódico", "presse", "dagblad", "courant", "avis":
			return true
		}
	}
	return false
}

// withoutMarks takes off the marks that chats and mails set headings with:
// *bold*, ** and #.
func withoutMarks(l string) string {
	if t := strings.Trim(l, "*_# "); t != "" && strings.ContainsAny(l[:1], "*#_") {
		return t
	}
	return l
}

// stemSet holds the beginnings of the longer words of a text.
type stemSet map[string]bool

// stems collects the words of the paragraphs from first on.
func stems(lines []line, first int) stemSet {
	set := stemSet{}
	for _, l := range lines[first:min(len(lines), first+40)] {
		if l.why == "" && len(l.text) >= 60 {
			for w := range strings.FieldsSeq(fold(l.text)) {
				if len(w) >= 4 {
					set[w[:min(len(w), 5)]] = true
				}
			}
		}
	}
	return set
}

// share returns the part of the longer words of l that the text has too.
func (set stemSet) share(l string) float64 {
	found, all := 0, 0
	for w := range strings.FieldsSeq(fold(l)) {
		if len(w) >= 4 {
			all++
			if set[w[:min(len(w), 5)]] {
				found++
			}
		}
	}
	return float64(found) / float64(max(3, all)) // one word of the text's is chance
}

// takeHeadline finds the headline and returns the lines without it. It is a
// line that the page says twice, or the first above the text that is short,
// has no full stop and is more than a section's name.
func takeHeadline(a *Article, lines []string) []string {
	if len(lines) < 2 {
		return lines
	}
	first := 0
	for first < len(lines)-1 && !runningText(lines[first]) {
		first++
	}
	best := -1
	for i := 0; i < first && i < 12; i++ {
		if !headlineLike(lines[i]) {
			continue
		}
		if i+1 < len(lines) && said(lines[i], lines[i+1:min(len(lines), i+12)]) {
			best = i
			break
		}
		if best < 0 || sectionName(lines[best]) && !sectionName(lines[i]) {
			best = i
		}
	}
	if best < 0 {
		return lines
	}
	a.Headline = lines[best]
	f := fold(a.Headline)
	var out []string
	for i, l := range lines {
		if i == best || fold(l) == f || i < best && (sectionName(l) || f == fold(withoutSite(l, ""))) {
			continue
		}
		out = append(out, l)
	}
	if len(out) == 0 {
		a.Headline = ""
		return lines
	}
	return out
}

func said(line string, later []string) bool {
	f := fold(line)
	for _, l := range later {
		if fold(l) == f {
			return true
		}
	}
	return false
}

// headlineLike reports a line that can be a headline: short, and not a
// sentence with its full stop, nor a byline or a date.
func headlineLike(l string) bool {
	n := utf8.RuneCountInString(l)
	if n < 3 || n > 250 || strings.HasPrefix(l, "http") {
		return false
	}
	if strings.HasSuffix(l, ".") && !strings.HasSuffix(l, "...") && !endsInitials(l) || strings.HasSuffix(l, ",") || strings.HasSuffix(l, ":") {
		return false
	}
	return bylineOf(l) == nil && !dateLine(l)
}

// endsInitials reports a line whose last word is an abbreviation: "U.S."
func endsInitials(l string) bool {
	word := l[strings.LastIndexByte(l, ' ')+1:]
	return strings.Count(word, ".") >= 2
}

// sectionName reports a line too short to be a headline beside a longer one.
func sectionName(l string) bool { return len(strings.Fields(l)) <= 3 }
