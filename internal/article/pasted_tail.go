package article

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// boxes marks the rest of a box that asks something of the reader: a few
// lines that are no sentences, beside such a prompt and between paragraphs. A
// single one may be a subheading.
func boxes(lines []line) {
	var box []int
	asked := false
	for i := range lines {
		l := &lines[i]
		switch {
		case l.why == "" && endsSentence(l.text):
			if asked && len(box) > 1 && len(box) <= 4 {
				for _, j := range box {
					lines[j].drop("in a box with a prompt")
				}
			}
			box, asked = box[:0], false
		case l.why == "" && listed(l.text):
			asked = false
		case l.why == "":
			box = append(box, i)
		case strings.HasPrefix(l.why, "prompt"), strings.HasPrefix(l.why, "appeal"):
			asked = true
		}
	}
}

// menu is why a line in a run of labels is left out.
const menu = "menu or list of links"

// labels marks lines that no article has: short ones that stand in the page
// time and again, and long runs of them, which are a menu, a footer or a list
// of links.
func labels(lines []line) {
	const often, many = 4, 10
	count := map[string]int{}
	for _, l := range lines {
		if l.why == "" && labelLike(l.text) {
			count[fold(l.text)]++
		}
	}
	run := 0
	for i := 0; i <= len(lines); i++ {
		if i < len(lines) && (lines[i].why != "" || labelLike(lines[i].text)) {
			run++
			if lines[i].why == "" && count[fold(lines[i].text)] >= often {
				lines[i].drop("label said time and again")
			}
			continue
		}
		if run >= many {
			for j := i - run; j < i; j++ {
				lines[j].drop(menu)
			}
		}
		run = 0
	}
}

// labelLike reports a short line that is neither a sentence nor an item of a
// list.
func labelLike(l string) bool {
	return utf8.RuneCountInString(l) < 80 && !endsSentence(l) && !listed(l)
}

// repeats marks pull quotes: lines that say again what a paragraph near them
// says, and the name of the speaker below.
func repeats(lines []line) {
	folds := make([]string, len(lines))
	for i := range lines {
		if lines[i].why == "" {
			folds[i] = fold(lines[i].text)
		}
	}
	const near = 12 // lines; a quote is pulled out of the text around it
	for i := range lines {
		f := folds[i]
		if len(f) > 300 || strings.Count(f, " ") < 6 || !quoted(lines[i].text) && !endsSentence(lines[i].text) {
			continue
		}
		for j := max(0, i-near); j < min(len(lines), i+near); j++ {
			if len(folds[j]) > len(f) && strings.Contains(folds[j], f) {
				lines[i].drop("pull quote")
				folds[i] = ""
				break
			}
		}
		if i+1 < len(lines) && lines[i].why == "pull quote" && person(lines[i+1].text, "", false) {
			lines[i+1].drop("speaker of a pull quote")
		}
	}
}

// trail marks what follows the text: everything below a label that ends
// articles, then, from the end up, what is no paragraph.
func trail(a *Article, lines []line) {
	end := articleEnd(a, lines)
	for i := range lines[end:] {
		lines[end+i].drop("below the text")
	}
	gap := false // furniture between the line and the end of the text
	last := lastRunning(lines[:end])
	if last < 0 {
		return // nothing to tell the end of the text by
	}
	for i := last + 1; i < end; i++ {
		l := &lines[i]
		switch {
		case l.why != "":
			gap = true
		case listed(l.text):
		case !endsSentence(l.text) && (gap || utf8.RuneCountInString(l.text) < 80):
			gap = true
			l.drop("below the text")
		}
	}
	const most = 8 // an afterword is a few lines
	for i, n := end-1, 0; i > 0 && n < most; i-- {
		l := &lines[i]
		if l.why != "" {
			continue
		}
		if !afterword(a, lines, i) {
			break
		}
		l.drop("about the author or the site")
		n++
	}
}

// articleEnd returns the index of the label that ends the article, len(lines)
// where there is none.
func articleEnd(a *Article, lines []line) int {
	below := 0
	for _, l := range lines {
		if sentenceLine(l) {
			below++
		}
	}
	running := 0
	for i, l := range lines {
		if sentenceLine(l) {
			below--
		}
		if l.why == "" && runningText(l.text) {
			running++
		} else if running >= 2 && ends(a, l, running, below) {
			return i
		}
	}
	return len(lines)
}

// sentenceLine reports a line that was kept and is more than an interjection.
func sentenceLine(l line) bool {
	return l.why == "" && endsSentence(l.text) && strings.Count(l.text, " ") >= 4
}

func lastRunning(lines []line) int {
	for i := len(lines) - 1; i >= 0; i-- {
		if lines[i].why == "" && runningText(lines[i].text) {
			return i
		}
	}
	return -1
}

// listed reports an item of a list with its mark or number.
func listed(l string) bool {
	if bulleted(l) || strings.HasPrefix(l, "- ") || strings.HasPrefix(l, "– ") {
		return true
	}
	digits := strings.TrimLeft(l, "0123456789")
	return len(digits) < len(l) && (strings.HasPrefix(digits, ". ") || strings.HasPrefix(digits, ") "))
}

// ends reports whether the article ends above a line, which has so many
// paragraphs above it and so many sentences below.
func ends(a *Article, at line, running, below int) bool {
	l := at.text
	if utf8.RuneCountInString(l) > 80 || at.why == "reporter of an entry" {
		return false
	}
	switch strings.Trim(strings.ToLower(l), " -–—*.") {
	case "###", "# # #", "30", "ends", "end", "(ends)":
		return !endsSentence(l) || strings.HasPrefix(l, "-")
	}
	f := fold(l)
	switch strings.Trim(f, " 0123456789") {
	case "comments", "reader comments", "view comments", "show comments", "leave a comment", "leave a reply", "join the conversation", "kommentare", "commentaires", "comentarios", "commenti", "notes to editors", "note to editors", "references", "footnotes", "about the author", "about the authors":
		return (running >= 3 || below == 0) && !strings.HasPrefix(f, "0 ") // none follow
	}
	if strings.HasPrefix(f, "comments ") && strings.Count(f, " ") <= 2 {
		return running >= 3
	}
	few := below <= 2 && running > 2*below
	switch {
	case slices.Contains(a.Byline, l), strings.HasPrefix(l, "SOURCE "), strings.HasPrefix(f, "about the author"), strings.HasPrefix(f, "media contact"), strings.HasPrefix(f, "press contact"):
		return few // a name alone stands over a note about its bearer
	case at.why == menu:
		return running > 2*below
	case heads(l):
		return below == 0 || few && (strings.HasPrefix(f, "most ") || strings.HasPrefix(f, "trending"))
	}
	return false
}

// afterword reports the last lines of a text that are no part of the article:
// who the author is, whom to write to, what the site offers.
func afterword(a *Article, lines []line, i int) bool {
	l := lines[i].text
	if utf8.RuneCountInString(l) > 500 || quoted(l) {
		return false
	}
	return aboutAuthor(l, a.Byline) || promotes(l, nil) && addresses(l) || biography(lines, i) ||
		len(l) < 200 && strings.Contains(l, "@") || len(l) < 120 && strings.Contains(l, " reported from ")
}

// addresses reports a line in which a site speaks to its readers.
func addresses(l string) bool {
	return !endsSentence(l) || containsAny(" "+fold(l)+" ", " our ", " us ", " your ", " you ", " sign up ", " subscribe ", " folgen sie ", " abonnieren ", " abonnez ", " suscríbe")
}

// biography reports a paragraph that opens with a name which the article
// does not know, and gives the profession of somebody who writes.
func biography(lines []line, i int) bool {
	words := strings.Fields(lines[i].text)
	for n := 2; n <= 4 && n < len(words); n++ {
		name := strings.Join(words[:n], " ")
		if !person(name, "", false) || strings.HasSuffix(name, ",") {
			continue
		}
		switch strings.Trim(words[n], ",") {
		case "is", "was", "writes", "covers", "has", "reports", "edits", "teaches", "lives":
		default:
			continue
		}
		f := " " + fold(lines[i].text) + " "
		if !containsAny(f, " writer ", " reporter ", " correspondent ", " columnist ", " column ", " editor ", " journalist ", " covers ", " writes about ", " author of ", " freelance", " contributor ") {
			return false
		}
		return !slices.ContainsFunc(lines[:i], func(l line) bool {
			return l.why == "" && runningText(l.text) && strings.Contains(l.text, words[n-1])
		})
	}
	return false
}
