package article

import (
	"strings"
	"unicode/utf8"
)

// fromText finds the article in plain text, which may have been pasted from a
// web page with all that stood around it.
func fromText(s string) (Article, []string) {
	lines := reflow(s)
	kept := pageNoise(lines)
	if len(kept) == 0 {
		kept = lines // better noise than nothing
	}
	var a Article
	kept = takeHeadline(&a, kept)
	kept = openers(&a, kept)
	kept = closers(kept)
	return a, kept
}

// pageNoise drops the lines that pages of every site put around and between
// the paragraphs.
func pageNoise(lines []string) []string {
	var out []string
	top, list := true, false // before the first running text; below "Related"
	for i, l := range lines {
		running := runningText(l)
		if running {
			top, list = false, false
		}
		switch {
		case heads(l):
			list = true
		case list && utf8.RuneCountInString(l) < 160 && !endsSentence(l):
		case top && (bulleted(l) || breadcrumb(l)):
		case noise(l) != "", shareLine(l):
		case teaser(l, lines[i+1:]):
			top = true // what follows is the page's head again
		default:
			out = append(out, l)
		}
	}
	return out
}

// runningText reports a line that is prose and not a label.
func runningText(l string) bool {
	return utf8.RuneCountInString(l) >= 60 && (endsSentence(l) || elided(l))
}

// heads reports the label of a list of other stories.
func heads(l string) bool {
	switch fold(l) {
	case "related", "related articles", "related stories", "related news", "related topics", "related coverage", "related posts", "related content", "related links",
		"more from", "more stories", "more news", "more on this story", "more on this topic", "you may also like", "you might also like", "recommended", "recommended for you", "recommended stories", "most read", "most popular", "trending", "trending now", "top stories", "latest news", "read next", "up next", "read more", "also read", "see also", "editors picks", "don t miss", "what to read next", "popular posts", "mehr zum thema", "lesen sie auch", "lire aussi", "lees ook", "leggi anche", "lea también", "leia também":
		return true
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
		case "facebook", "twitter", "x", "whatsapp", "linkedin", "email", "e", "mail", "print", "copy", "link", "pinterest", "reddit", "telegram", "messenger", "bluesky", "threads", "mastodon", "flipboard", "share", "shares", "tweet", "post", "pin", "sms", "line", "comments", "comment", "save", "listen", "likes", "views", "flip", "bookmark", "gift":
			named = true
		case "on", "to", "this", "via", "and", "article", "story", "by", "with", "the", "read", "min", "minute", "minutes", "k", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10":
			named = named || w == "min" || w == "minute" || w == "minutes"
		default:
			if strings.Trim(w, "0123456789") != "" {
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
