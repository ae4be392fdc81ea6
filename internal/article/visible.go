package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"
)

// see notes what the page shows: the short lines that may confirm a title,
// and around the headline the byline and the date.
func (m *metadata) see(blocks []block) {
	m.lines = map[string]bool{}
	for i := range blocks[:min(len(blocks), 600)] {
		b := &blocks[i]
		if b.runes <= 250 && b.kind&(kindJunk|kindAside) == 0 && b.linkShare() < 0.5 {
			m.lines[fold(b.text)] = true
		}
	}
	at, _ := m.headlineAt(blocks)
	updated := ""
	for i := max(0, at-5); i < min(len(blocks), at+16); i++ {
		b := &blocks[i]
		if b.runes > 200 || b.kind&kindCaption != 0 || i == at {
			continue
		}
		// Close to the headline a byline is one even among share buttons.
		if b.kind&kindAside != 0 || b.kind&kindJunk != 0 && (i < at-3 || i > at+8) {
			continue
		}
		date := ""
		if b.runes < 120 && !b.prose() {
			date = dateOf(b.text)
		}
		if len(m.shownByline) == 0 {
			m.shownByline = m.creditNames(b, date != "" || i > at && i < at+5 && datesBeside(blocks, i))
		}
		switch {
		case date == "":
		case saysUpdated(b.text):
			if updated == "" {
				updated = date
			}
		case m.shownDate == "":
			m.shownDate = date
		}
	}
	if m.shownDate == "" {
		m.shownDate = updated
	}
	m.loneDate = dateAlone(blocks)
	m.signed = signature(blocks)
	if m.shownDate == "" {
		m.shownDate = addressDate(m.canonical)
	}
}

// dateAlone returns the date of the first line of the page that gives one and
// nothing else, but for the words that introduce it.
func dateAlone(blocks []block) string {
	for i := range blocks {
		b := &blocks[i]
		if b.runes > 40 || b.kind&(kindJunk|kindAside|kindCaption|kindTail) != 0 || b.linkShare() > 0.5 || saysUpdated(b.text) {
			continue
		}
		if d := dateOf(b.text); d != "" {
			return d
		}
	}
	return ""
}

// signature returns the people of the line that says who wrote the article,
// wherever it stands. It is nil where such lines differ: they are teasers'.
func signature(blocks []block) []string {
	var found []string
	for i := range blocks {
		b := &blocks[i]
		if b.runes > 80 || b.kind&(kindCaption|kindTail) != 0 || b.prose() {
			continue
		}
		names := bylineOf(b.text)
		if names == nil {
			continue
		}
		if found != nil && !slices.Equal(found, names) {
			return nil
		}
		found = names
	}
	return found
}

// datesBeside reports a line with a date or a reading time next to block i.
func datesBeside(blocks []block, i int) bool {
	if isHeading(blocks[i].tag) || blocks[i].runes > 40 {
		return false
	}
	for j := max(0, i-2); j < min(len(blocks), i+3); j++ {
		if b := &blocks[j]; j != i && b.runes < 80 && (dateLine(b.text) || strings.HasSuffix(fold(b.text), "min read")) {
			return true
		}
	}
	return false
}

// headlineAt returns where the page shows the headline, or the top of the
// page where it doesn't.
func (m *metadata) headlineAt(blocks []block) (at int, shown bool) {
	f := fold(m.headline())
	if f == "" {
		return 0, false
	}
	other := -1 // where it stands in a link or in what is named as something else
	for i := range blocks {
		b := &blocks[i]
		if b.runes > 300 || fold(b.text) != f {
			continue
		}
		if b.linkShare() < 0.5 && b.kind&(kindJunk|kindAside) == 0 {
			return i, true
		}
		if other < 0 || b.tag == atom.H1 {
			other = i
		}
	}
	return max(other, 0), false
}

// creditNames reads the people of a line by the headline: one that opens with
// "by", that the page names a byline, or that gives the date.
func (m *metadata) creditNames(b *block, dated bool) []string {
	if names := bylineOf(b.text); names != nil {
		return names
	}
	if b.kind&kindAuthor == 0 && !dated {
		return nil
	}
	return m.namesOf(b.text, false)
}

// namesOf reads names off a line that holds a date or a role besides.
func (m *metadata) namesOf(s string, alone bool) []string {
	outlet := m.outlet()
	if f := fold(outlet); strings.Count(f, " ") == 1 && person(outlet, "", false) {
		outlet = "" // a site of one person, who also signs there
	}
	if names := splitNames(s, outlet, alone); len(names) > 0 {
		return names
	}
	for _, part := range cutNames(withoutBy(s)) {
		if name := leadingName(withoutBy(part)); person(name, outlet, false) {
			return []string{name}
		}
	}
	return nil
}

// leadingName returns the words of a name that s opens with, up to the first
// digit, role or word of the language.
func leadingName(s string) string {
	words := strings.Fields(s)
	n := 0
	for n < len(words) && n < 5 {
		w := strings.ToLower(strings.Trim(words[n], ".,·|•-–—"))
		if w == "" || strings.ContainsAny(w, "0123456789") || notAName(w) || month(w) > 0 || lowerFirst(words[n]) && !particle(words[n]) {
			break
		}
		n++
		if strings.ContainsAny(words[n-1], ",|•·") {
			break
		}
	}
	return strings.Trim(strings.Join(words[:n], " "), " ,|•·-–—")
}

func saysUpdated(s string) bool {
	low := strings.ToLower(s)
	for _, w := range [...]string{"updated", "modified", "aktualisiert", "mis à jour", "actualizado", "aggiornato", "bijgewerkt", "atualizado", "reviewed", "edited"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// addressDate reads the day that many sites put into an article's address.
func addressDate(address string) string {
	parts := strings.Split(address, "/")
	for i := 3; i+2 < len(parts); i++ {
		if len(parts[i]) == 4 && len(parts[i+1]) == 2 && len(parts[i+2]) == 2 {
			if d := parseDate(parts[i] + "-" + parts[i+1] + "-" + parts[i+2]); d != "" {
				return d
			}
		}
	}
	return ""
}
