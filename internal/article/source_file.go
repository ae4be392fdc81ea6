package article

import (
	"slices"
	"strings"
	"time"

	"onrecord/internal/document"
)

// fromFile takes the article from a format that says itself what it holds:
// mail, office files, wire formats. It reports false for pages and text.
//
// What the reader sees decides; what the file says of itself fills the gaps,
// since the author of a Word file is whoever the program was sold to, and its
// date the day on which it was begun.
func fromFile(d *document.Document) (a Article, paragraphs []string, found bool) {
	m := fileFacts(d.Meta)
	switch d.Format {
	case document.MHTML:
		a, paragraphs = fromPage(d.Root)
	case document.EML:
		a, paragraphs = fromMail(d, &m)
	case document.Text:
		if d.Meta == nil {
			return a, nil, false
		}
		a, paragraphs = fromMail(d, &m) // pasted from a mail program
	case document.DOCX, document.ODT, document.RTF:
		m.Published = m.Published[:min(len(m.Published), len(time.DateOnly))] // the clock is a computer's
		a, paragraphs = fromManuscript(d, &m)
	case document.PDF:
		m.Published = m.Published[:min(len(m.Published), len(time.DateOnly))]
		a, paragraphs = fromTitled(below(d.Text, d.Meta["headline"]), m.Headline)
	case document.JSON, document.NewsML:
		a, paragraphs = fromWire(d, m)
	default:
		return a, nil, false
	}
	if a.Headline == "" {
		a.Headline = m.Headline
	}
	if len(a.Byline) == 0 {
		a.Byline = m.Byline
	}
	for _, gap := range []struct {
		field *string
		value string
	}{
		{&a.Publication, m.Publication}, {&a.URL, m.URL}, {&a.Published, m.Published}, {&a.Language, m.Language},
	} {
		if *gap.field == "" {
			*gap.field = gap.value
		}
	}
	return a, without(a.Headline, paragraphs), true
}

// fileFacts reads what a file says: headline and byline are the article's own,
// title and author the file's.
func fileFacts(meta map[string]string) Article {
	a := frontMatter(meta)
	if own := collapse(meta["headline"]); own != "" {
		a.Headline = own
	}
	if own := meta["byline"]; own != "" {
		a.Byline = nil
		for part := range strings.SplitSeq(own, ";") {
			a.Byline = append(a.Byline, splitNames(part, a.Publication, true)...)
		}
		a.Byline = distinct(a.Byline)
	}
	if a.Published == "" {
		a.Published = parseDate(meta["version"])
	}
	return a
}

// fromMail takes the article of a message. Its subject is what a newsletter
// calls it, and its sender a person or the publication.
func fromMail(d *document.Document, m *Article) (Article, []string) {
	if name := collapse(d.Meta["author"]); name != "" && sendsNews(name) {
		m.Byline = nil
	}
	if name := collapse(d.Meta["author"]); len(m.Byline) == 0 && fold(name) != "" && !strings.Contains(name, "@") {
		m.Publication = name
	}
	if d.Root != nil {
		a, paragraphs := fromPage(d.Root)
		if len(strings.Fields(m.Headline)) >= 3 && !shows(d, a.Headline) {
			a.Headline = "" // of the page's title, which mail programs don't show
		}
		return a, paragraphs
	}
	return fromTitled(d.Text, m.Headline)
}

// sendsNews reports a sender that is a paper or a letter, and has the capitals
// of a person's name only.
func sendsNews(name string) bool {
	if likelyName(name) || strings.Contains(name, ",") {
		return false // a comma parts a person from the paper
	}
	words := strings.Fields(fold(name))
	if len(words) == 0 {
		return false
	}
	switch words[len(words)-1] {
	case "ledger", "magazine", "letter", "newsletter", "briefing", "report", "digest", "alert", "alerts", "update", "updates", "desk", "newsroom", "newsdesk", "editors", "team", "online", "today", "globe", "sun", "mirror", "pioneer", "citizen", "reporter", "beobachter", "spiegel", "blatt", "brief":
		return len(words) > 1
	}
	return outletName(name)
}

// shows reports a page with that line on it.
func shows(d *document.Document, line string) bool {
	blocks, _ := cut(d.Root, true)
	f := fold(line)
	return slices.ContainsFunc(blocks, func(b block) bool { return fold(b.text) == f })
}

// fromTitled takes the article from text whose title may be known. A title of
// a word or two is no headline where the text has one.
func fromTitled(text, title string) (Article, []string) {
	a, paragraphs := fromText(text)
	if title == "" || len(strings.Fields(title)) < 3 && a.Headline != "" || fold(title) == fold(a.Headline) {
		return a, paragraphs
	}
	if strings.Contains(a.Headline, " ") && strings.HasSuffix(fold(title), " "+fold(a.Headline)) {
		return a, paragraphs // Breaking: the headline, and [The Letter] the headline
	}
	a.Headline = title // the line that was taken for it is a masthead or a greeting
	return a, paragraphs
}

// below returns the text below its headline: what a printed page has above it
// is the site's. A headline that is not a line of the first half is not looked
// for further.
func below(text, headline string) string {
	i := strings.Index(text, headline)
	if headline == "" || i < 0 || i > len(text)/2 {
		return text
	}
	return text[i:]
}

// fromWire takes an article from a format that has its facts in fields, and
// nothing around its text.
func fromWire(d *document.Document, a Article) (Article, []string) {
	var lines []string
	if d.Root == nil {
		lines = reflow(d.Text)
	} else {
		blocks, _ := cut(d.Root, true)
		for i := range blocks {
			lines = append(lines, blocks[i].text)
		}
	}
	lines = slices.DeleteFunc(lines, func(l string) bool { return noise(l) != "" })
	if a.Headline == "" {
		lines = takeHeadline(&a, lines)
	}
	return a, lines
}

// fromManuscript takes a word processor's file as its author wrote it. Its
// headline is the first heading above the text, or the first line that can be
// one; what the program calls the title only decides between them.
func fromManuscript(d *document.Document, m *Article) (Article, []string) {
	blocks, _ := cut(d.Root, true)
	var a Article
	var lines []string
	running := false // some text stands above
	for i := range blocks {
		b := &blocks[i]
		switch {
		case a.Headline == "" && m.Headline != "" && fold(b.text) == fold(m.Headline), a.Headline == "" && isHeading(b.tag) && !running:
			a.Headline = b.text
		case noise(b.text) == "":
			lines = append(lines, withoutBullet(b.text))
			running = running || runningText(b.text)
		}
	}
	if a.Headline == "" {
		lines = takeHeadline(&a, lines)
	}
	lines = openers(&a, lines)
	lines = without(a.Headline, lines)
	if len(lines) > 1 && len(lines[0]) <= 120 && slices.ContainsFunc(a.Byline, func(name string) bool { return fold(name) == fold(lines[0]) }) {
		lines = lines[1:] // a converter's line for the author, beside the article's own
	}
	if len(lines) > 1 && len(a.Byline) == 0 && !endsSentence(lines[0]) && strings.Count(lines[0], " ") <= 3 && person(lines[0], "", false) {
		a.Byline, lines = []string{lines[0]}, lines[1:] // a name alone below the headline
	}
	return a, lines
}

// without drops the paragraphs that only say the headline again.
func without(headline string, paragraphs []string) []string {
	f := fold(headline)
	return slices.DeleteFunc(paragraphs, func(p string) bool { return len(p) < 2*len(headline)+16 && fold(p) == f })
}
