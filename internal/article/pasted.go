package article

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// line is one line or paragraph of pasted text.
type line struct {
	text string
	why  string // the reason it is left out, empty where it is the article's
}

func (l *line) drop(why string) {
	if l.why == "" {
		l.why = why
	}
}

// fromText finds the article in plain text, which may have been pasted from a
// web page with all that stood around it.
func fromText(s string) (Article, []string) {
	lines := survey(reflow(withoutMargins(s)))
	if !slices.ContainsFunc(lines, func(l line) bool { return l.why == "" }) {
		for i := range lines {
			lines[i].why = "" // better noise than nothing
		}
	}
	var a Article
	masthead(&a, lines)
	labels(lines)
	boxes(lines)
	repeats(lines)
	trail(&a, lines)
	var out []string
	for _, l := range lines {
		if l.why == "" {
			out = append(out, withoutBullet(l.text))
		}
	}
	if len(out) == 0 && a.Headline != "" {
		return Article{}, []string{a.Headline}
	}
	return a, out
}

// survey marks the lines that pages of every site put around and between the
// paragraphs, each by what it says and what stands before it.
func survey(texts []string) []line {
	lines := make([]line, len(texts))
	top, list := true, false // before the first running text; below "Related"
	gist := false            // in a box of what the article will say
	before := ""             // the last line that was kept
	for i, l := range texts {
		if strings.HasPrefix(l, "**") || strings.HasPrefix(l, "*") && strings.HasSuffix(l, "*") {
			l = withoutMarks(l) // a chat's or a mail's bold, no bullet
			texts[i] = l
		}
		lines[i].text = l
		why := ""
		switch running := runningText(l); {
		case !top && heads(l):
			list, why = true, "label of a list of pages"
		case list && !running && utf8.RuneCountInString(l) < 160 && (!endsSentence(l) || strings.HasSuffix(l, "?")):
			why = "name of another page"
		case top && len(l) <= 80 && belowHeadline(lines[:i]) && summaryLabel(fold(l)):
			gist, why = true, gistLabel
		case gist && (!running && utf8.RuneCountInString(l) < 160 || i > 0 && lines[i-1].why == gistLabel && i+1 < len(texts)):
			why = "summary"
			gist = !running // one paragraph is all of a box
		case top && keyEvent(l):
			why = "entry of a running report"
		case top && (bulleted(l) || breadcrumb(l)):
			why = "way to the page"
		case noise(l) != "":
			why = noise(l)
		case shareLine(l):
			why = "share line"
		case furniture(l) != "":
			why = furniture(l)
		case i > 0 && pullLabel(texts[i-1]) && utf8.RuneCountInString(l) < 300:
			why = "pull quote"
		case !top && signsEntry(lines[:i], l):
			why = "reporter of an entry"
		case i > 0 && captionLabel(texts[i-1]) && !endsSentence(l):
			why = "credit"
		case teaser(l, texts[i+1:]):
			top, why = true, "teaser" // what follows is the page's head again
		case bulleted(l) && l[0] != '*' && !endsSentence(l) && !strings.HasSuffix(before, ":") && !bulleted(before):
			why = "list of links" // one that is content is announced, or made of sentences
		case running:
			top, list, gist = false, false, false
		}
		if lines[i].why = why; why == "" {
			before = l
		}
	}
	return lines
}

// belowHeadline reports lines one of which may be the headline: "In brief" is a
// section above it, and a box below it.
func belowHeadline(above []line) bool {
	return slices.ContainsFunc(above[max(0, len(above)-20):], func(l line) bool {
		return l.why == "" && strings.Count(l.text, " ") >= 3 && headlineLike(l.text)
	})
}

// gistLabel is why the label of a summary is left out.
const gistLabel = "label of a summary"

// withoutBullet takes the mark of a list off an item.
func withoutBullet(l string) string {
	if r, size := utf8.DecodeRuneInString(l); bulleted(l) && r != '»' && r != '›' && strings.HasPrefix(l[size:], " ") {
		return strings.TrimLeft(l[size:], " ")
	}
	return l
}

// runningText reports a line that is prose and not a label.
func runningText(l string) bool {
	return utf8.RuneCountInString(l) >= 60 && (endsSentence(l) || elided(l))
}

// heads reports the label of a list of other stories.
func heads(l string) bool {
	if utf8.RuneCountInString(l) > 60 || endsSentence(l) && !strings.HasSuffix(l, ":") {
		return false
	}
	f := fold(l)
	switch f {
	case "related", "more stories", "more news", "top stories", "latest news", "latest", "editors picks", "editor s picks", "don t miss", "what to read next", "in case you missed it", "see also", "also read", "further reading", "up next", "read more", "read next", "popular", "popular posts", "recommended",
		"in this article", "on this page", "contents", "table of contents",
		"das könnte sie auch interessieren", "mehr lesen über", "noticia relacionada", "noticias relacionadas", "te puede interesar", "vous aimerez aussi", "potrebbe interessarti", "mehr zum thema", "lesen sie auch", "auch interessant", "lire aussi", "à lire aussi", "sur le même sujet", "dans la même rubrique", "lees ook", "leggi anche", "i più letti", "argomenti", "más información", "lea también", "lo más leído", "leia também", "mais lidas", "meistgelesen":
		return true
	}
	for _, p := range [...]string{"related ", "recommended ", "more on ", "more from ", "more in ", "also on ", "also in ", "you may also ", "you might also ", "most read", "most popular", "most viewed", "most shared", "trending", "explore more", "popular in ", "top stories ", "latest from ", "latest in "} {
		if strings.HasPrefix(f, p) {
			return true
		}
	}
	return slices.Contains(alsoReads[:], f) || topicLabel(f) || pollLabel(f)
}

// pullLabel reports the mark that a content system sets before a pull quote.
func pullLabel(l string) bool {
	switch fold(l) {
	case "pull quote", "pullquote", "quote":
		return strings.HasPrefix(l, "[")
	}
	return false
}

// signsEntry reports a line below the time of an entry of a running report
// that names its reporter, or says where that person is.
func signsEntry(above []line, l string) bool {
	if len(above) == 0 || endsSentence(l) || utf8.RuneCountInString(l) > 60 {
		return false
	}
	switch up := above[len(above)-1]; up.why {
	case "counter or time stamp":
		return clock(up.text) && person(l, "", false)
	case "reporter of an entry":
		return len(strings.Fields(l)) <= 5
	}
	return false
}

// breadcrumb reports the path to a page: Home > World > Asia.
func breadcrumb(l string) bool {
	if utf8.RuneCountInString(l) > 160 || endsSentence(l) {
		return false
	}
	marks := 0
	for _, m := range [...]string{"»", "›", ">", "→", "▸"} {
		marks += strings.Count(l, m)
	}
	low := strings.ToLower(l)
	return marks >= 2 || marks == 1 && (strings.HasPrefix(low, "home") || strings.HasSuffix(l, "»")) || strings.HasPrefix(low, "home / ") || strings.HasPrefix(low, "home | ")
}

// shareLine reports a line of nothing but the names of networks and counts.
func shareLine(l string) bool {
	words := strings.Fields(fold(l))
	if len(words) == 0 || len(words) > 12 {
		return false
	}
	named := false
	for _, w := range words {
		switch w {
		case "like", "facebook", "twitter", "x", "whatsapp", "linkedin", "email", "e", "mail", "print", "copy", "link", "pinterest", "reddit", "telegram", "messenger", "bluesky", "threads", "mastodon", "flipboard", "share", "shares", "tweet", "post", "pin", "sms", "line", "comments", "comment", "save", "listen", "likes", "views", "flip", "bookmark", "gift",
			"teilen", "merken", "drucken", "kommentare", "lesezeit", "partager", "commentaires", "compartir", "comentarios", "enlace", "condividi", "commenti", "ascolta", "lettura", "lecture", "lectura":
			named = true
		case "on", "to", "this", "via", "and", "article", "story", "by", "with", "the", "read", "k", "m", "en", "sur", "auf", "su", "de", "di", "l", "artikel", "articolo", "temps", "tiempo", "tempo", "copiar":
		case "min", "mins", "minute", "minutes", "minuti", "minutos", "minuten":
			named = true
		default:
			if w = strings.Trim(w, "0123456789"); w != "" && w != "k" && w != "m" {
				return false
			}
		}
	}
	return named
}

// elided reports text that was cut short with dots.
func elided(l string) bool {
	l = strings.TrimRight(l, " ]")
	return strings.HasSuffix(l, "…") || strings.HasSuffix(l, "...")
}

// teaser reports a paragraph that was cut short and is said in full later.
func teaser(l string, later []string) bool {
	for _, more := range [...]string{"Read more", "Continue reading", "Weiterlesen", "Lire la suite", "Leer más", "Leggi tutto"} {
		if len(l) > len(more) && strings.EqualFold(l[len(l)-len(more):], more) {
			l = strings.TrimRight(l[:len(l)-len(more)], " ")
		}
	}
	if !elided(l) {
		return false
	}
	start := strings.TrimRight(l, " .…[]")
	if len(start) < 20 {
		return false
	}
	for _, p := range later[:min(len(later), 60)] {
		if len(p) > len(start) && strings.HasPrefix(p, start) {
			return true
		}
	}
	return false
}
