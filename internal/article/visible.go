package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// see notes what the page shows: the short lines that may confirm a title,
// and around the headline the byline and the date.
func (m *metadata) see(blocks []block) {
	m.lines, m.blocks = map[string]bool{}, blocks
	for i := range blocks[:min(len(blocks), 600)] {
		b := &blocks[i]
		if b.runes <= 250 && b.kind&(kindJunk|kindAside) == 0 && b.linkShare() < 0.5 {
			m.lines[b.fold] = true
		}
	}
	at, shown := m.headlineAt(blocks)
	m.headlineLine = at
	if !shown && at == 0 {
		at = -1 // no line is the headline; the first may be the byline
	}
	m.seeDates(blocks, at)
	m.seeCredits(blocks, at)
	if m.shownByline = m.signedBy.people; len(m.shownByline) == 0 {
		m.shownByline = m.named.people
	}
	m.by = nil
}

// beside reports a block that may say who wrote the article and when: close to
// the headline a byline is one even among share buttons.
func beside(b *block, i, at int) bool {
	switch {
	case b.runes > 200 || b.kind&kindCaption != 0 || b.kind&kindAside != 0:
		return false
	case b.kind&kindJunk != 0:
		return i >= at-3 && i <= at+8
	}
	return true
}

// seeDates notes the date by the headline, and the first that stands alone.
func (m *metadata) seeDates(blocks []block, at int) {
	m.shownDate, m.updatedDate = "", ""
	running := 0 // paragraphs below the headline
	for i := max(0, at-5); i < min(len(blocks), at+16) && running < 3; i++ {
		b := &blocks[i]
		if i > at && runningText(b.text) {
			running++
		}
		if i == at || !beside(b, i, at) || b.runes >= 120 || b.prose() || i < at && b.kind&kindJunk != 0 {
			continue
		}
		date := dateOf(b.text)
		if date == "" && strings.Contains(b.text, "/20") {
			date = parseDate(m.machineDates[b.text]) // 03/04/2026 is two days, its element one
		}
		switch {
		case date == "":
		case saysUpdated(b.text) || i > 0 && blocks[i-1].runes < 30 && saysUpdated(blocks[i-1].text):
			if first := publishedIn(b.text); first != "" && m.shownDate == "" {
				m.shownDate = first
			} else if m.updatedDate == "" {
				m.updatedDate = date
			}
		case m.shownDate == "":
			m.shownDate = date
		}
	}
	if m.shownDate == "" {
		m.shownDate = dateLabelled(blocks)
	}
}

// dateLabelled returns the date that a line of the page, or a label and the
// line below it, says is that of publication. It is empty where several do.
func dateLabelled(blocks []block) string {
	found := ""
	for i := range blocks {
		b := &blocks[i]
		if b.runes > 60 || b.kind&kindTail != 0 || !saysPublished(b.text) {
			continue
		}
		date := dateOf(b.text)
		for j := i + 1; date == "" && j < min(len(blocks), i+3) && b.runes < 20; j++ {
			if dateLine(blocks[j].text) {
				date = dateOf(blocks[j].text)
			}
		}
		if date != "" && found != "" && date != found {
			return ""
		}
		if date != "" {
			found = date
		}
	}
	return found
}

// saysPublished reports a line that opens with the word for publication.
func saysPublished(s string) bool {
	for _, w := range [...]string{"published", "posted", "first published", "originally published", "veröffentlicht", "erschienen", "publié le", "publicado", "pubblicato", "gepubliceerd", "publicerad", "publisert", "offentliggjort", "julkaistu", "opublikowano", "yayınlanma", "опубликовано", "发布时间", "公開日"} {
		if len(s) >= len(w) && strings.EqualFold(s[:len(w)], w) {
			return true
		}
	}
	return false
}

// publishedIn returns the date of a line that gives that of an update too,
// where the first of them is what it says of the publication.
func publishedIn(s string) string {
	low := strings.ToLower(s)
	i := strings.Index(low, "publi")
	if i < 0 {
		if i = strings.Index(low, "posted"); i < 0 {
			return ""
		}
	}
	for _, w := range updateWords {
		if j := strings.Index(low[i:], w); j > 0 {
			return dateOf(s[i:min(i+j, len(s))])
		}
	}
	return dateOf(s[i:])
}

// seeCredits notes the people of the lines by the headline: those under "By",
// and those of lines that the page marks or that stand beside the date.
func (m *metadata) seeCredits(blocks []block, at int) {
	m.signedBy, m.named, m.posted = attribution{}, attribution{}, attribution{}
	signedAt, namedAt := -9, -9
	due, helped := false, false // a label stands before: of who wrote, of who helped
	running := 0                // paragraphs below the headline
	for i := max(0, at-5); i < min(len(blocks), at+16) && running < 3; i++ {
		b := &blocks[i]
		if i > at && runningText(b.text) {
			running++
		}
		if i == at || !beside(b, i, at) {
			continue
		}
		switch {
		case authorLabel(b.text):
			due, helped = true, false
			continue
		case b.runes < 25 && helper(b.text):
			due, helped = false, true
			continue
		}
		if names := m.signedLine(b, due); names != nil && (!due || b.kind&kindAuthor != 0 || m.known(names) || uncommon(names, blocks)) {
			if m.signedBy.empty() || i-signedAt <= 2 {
				m.signedBy, signedAt = attribution{distinct(append(m.signedBy.people, names...)), "line by the headline", "signed under the headline"}, i
			}
		} else if !helped {
			names, why := m.namedLine(blocks, i, at)
			if names != nil && (m.named.empty() || i-namedAt <= 2 && m.known(names)) {
				m.named, namedAt = attribution{distinct(append(m.named.people, names...)), "line by the headline", why}, i
			}
			if name := account(b, due); name != "" && m.posted.empty() {
				m.posted = attribution{[]string{name}, "line by the headline", "the name that the author posts under"}
			}
		}
		due, helped = false, false
	}
}

// account reads the name of an account that a line gives as the author's:
// "Posted by jdoe on March 1".
func account(b *block, due bool) string {
	rest := withoutBy(b.text)
	if rest == b.text && !due || b.kind&kindCredit == 0 && !due || b.runes > 120 {
		return ""
	}
	name, after, _ := strings.Cut(rest, " ")
	if after != "" && separator(" "+after) == 0 && !strings.HasPrefix(after, "on ") && !strings.HasPrefix(after, "at ") && dateOf(after) == "" || !nickname(name) {
		return ""
	}
	return name
}

// signedLine reads the people of a line that says that they wrote the article:
// "By Jane Doe", "March 1, 2026 by Jane Doe", or a name under such a label.
func (m *metadata) signedLine(b *block, due bool) []string {
	s := b.text
	if due {
		s = "By " + withoutBy(s)
	}
	if after := byWithin(s); after != "" {
		s = "By " + after
	}
	if names := bylineOf(s); names != nil {
		return names
	}
	rest := withoutBy(s)
	if rest == s || b.runes > 120 || b.prose() {
		return nil
	}
	parts := cutNames(rest)
	if len(parts) == 0 {
		return nil
	}
	name := parts[0].text
	if oneWord(name) && person(name, m.outlet(), true) && givenName(strings.ToLower(name)) {
		return []string{name} // by Klara
	}
	if name = leadingName(name); likelyName(name) && person(name, m.outlet(), false) {
		return []string{name}
	}
	return nil
}

// uncommon reports names none of whose words the page has in small letters:
// what it calls something else than a person, it mostly does.
func uncommon(names []string, blocks []block) bool {
	for _, n := range names {
		for w := range strings.FieldsSeq(bareName(n)) {
			w = strings.ToLower(strings.Trim(w, ".,"))
			for i := range blocks[:min(len(blocks), 600)] {
				if hasWord(blocks[i].text, w) {
					return false
				}
			}
		}
	}
	return true
}

// hasWord reports whether w stands in s between characters that are no
// letters.
func hasWord(s, w string) bool {
	if particle(w) || len(w) < 3 {
		return false
	}
	for {
		i := strings.Index(s, w)
		if i < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+len(w):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		s = s[i+len(w):]
	}
}

// byWithin returns what follows "by" in a line that opens with a date or with
// what else stands in a line of credits.
func byWithin(s string) string {
	if len(s) > 200 {
		return ""
	}
	low := strings.ToLower(s)
	for _, by := range [...]string{"written by ", " by ", " von ", " par ", " por ", " door ", " av ", " af "} {
		i := strings.Index(low, by)
		if i < 1 || len(low) != len(s) {
			continue
		}
		before := strings.TrimSpace(s[:i])
		if by == "written by " || strings.HasSuffix(before, "|") || strings.HasSuffix(before, "·") || strings.HasSuffix(before, "•") || strings.HasSuffix(before, "read") || dateOf(before) != "" && len(strings.Fields(before)) <= 8 {
			if !helper(before) && !strings.HasSuffix(strings.ToLower(before), "reviewed") && !strings.HasSuffix(strings.ToLower(before), "edited") {
				return strings.TrimSuffix(s[i+len(by):], ".")
			}
		}
	}
	return ""
}

// namedLine reads the people of a line by the headline that does not say what
// they did: one that the page marks as the author's, that stands beside the
// date, or right under the headline. Why says which.
func (m *metadata) namedLine(blocks []block, i, at int) (names []string, why string) {
	b := &blocks[i]
	if b.runes > 160 || lowerFirst(b.text) {
		return nil, ""
	}
	dated := b.kind&kindAuthor == 0 && (i > at && i < at+5 && datesBeside(blocks, i) || dateOf(b.text) != "")
	if b.kind&kindAuthor == 0 && !dated && (i <= at || i > at+3 && (i+1 == len(blocks) || !runningText(blocks[i+1].text))) || helper(b.text) {
		return nil, ""
	}
	names = m.namesOf(b.text, false)
	if names == nil {
		return nil, ""
	}
	known := m.known(names)
	switch {
	case b.kind&kindAuthor != 0:
		return names, "marked as the author by the headline"
	case dated && (known || uncommon(names, blocks) && !m.inTitles(names[0])):
		return names, "beside the date"
	case (known || m.mostlyKnown(names)) && i > at && i <= at+3 && b.runes <= 80 && !isHeading(b.tag) && !b.prose() && textFollows(blocks, i) && !spokenOf(names, blocks, at):
		return names, "a name right under the headline"
	case len(names) > 1 && i > at && i+1 < len(blocks) && runningText(blocks[i+1].text) && len(fold(strings.Join(names, " "))) == len(fold(b.text)) && uncommon(names, blocks) && !spokenOf(names, blocks, at):
		return names, "names alone above the text"
	}
	return nil, ""
}

// inTitles reports words that are part of what the page or its site is called.
func (m *metadata) inTitles(s string) bool {
	return slices.ContainsFunc(m.titles, func(c candidate) bool { return strings.Contains(fold(c.value), fold(s)) })
}

// textFollows reports a block that the text or its date stands close below.
func textFollows(blocks []block, i int) bool {
	for j := i + 1; j < min(len(blocks), i+6); j++ {
		if b := &blocks[j]; runningText(b.text) || b.runes < 80 && dateLine(b.text) || strings.HasSuffix(fold(b.text), "min read") {
			return true
		}
	}
	return false
}

// spokenOf reports whether the headline or the paragraphs below it speak of
// one of the people: then their names are the article's subject.
func spokenOf(names []string, blocks []block, at int) bool {
	for _, n := range names {
		words := strings.Fields(fold(bareName(n)))
		family := words[len(words)-1]
		for i := max(at, 0); i < min(len(blocks), at+16); i++ {
			if b := &blocks[i]; (i == at || b.runes > 60) && slices.Contains(strings.Fields(fold(b.text)), family) {
				return true
			}
		}
	}
	return false
}

// dateAlone returns the date of the first line of the page that gives one and
// nothing else, but for the words that introduce it.
func dateAlone(blocks []block) string {
	for i := range blocks {
		b := &blocks[i]
		if b.runes > 40 || !strings.ContainsAny(b.text, "0123456789") || b.kind&(kindJunk|kindAside|kindCaption|kindTail) != 0 || b.tag == atom.Td || b.tag == atom.Th || b.linkShare() > 0.5 || saysUpdated(b.text) {
			continue
		}
		if d := dateOf(b.text); d != "" {
			return d
		}
	}
	return ""
}

// signature returns the people of the line that says who wrote the article,
// wherever it stands. It is empty where such lines differ: they are teasers'.
func signature(blocks []block) attribution {
	var found []string
	for i := range blocks {
		b := &blocks[i]
		if b.runes > 160 || b.kind&kindTail != 0 {
			continue
		}
		names := wroteThis(b.text)
		if names == nil {
			if b.runes > 80 || b.kind&kindCaption != 0 || b.prose() {
				continue
			}
			if names = bylineOf(strings.Trim(b.text, "()（） ")); names == nil || !likelyName(names[0]) && !caseless(names[0]) && b.kind&kindAuthor == 0 && !strings.HasPrefix(fold(b.text), "written by") {
				continue
			}
		}
		if found != nil && !slices.Equal(found, names) {
			return attribution{}
		}
		found = names
	}
	return attribution{found, "line in the text", "the only line that says who wrote it"}
}

// wroteThis reads the sentence that names the author: "This article was
// written by Jane Doe, a teacher."
func wroteThis(s string) []string {
	if !opensWith(s, "this ") {
		return nil
	}
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return nil
	}
	i := strings.Index(low, " was ")
	if i < 0 || i > 30 {
		return nil
	}
	for _, by := range [...]string{" was written by ", " was originally written by ", " was first written by "} {
		if strings.HasPrefix(low[i:], by) {
			return splitNames(strings.TrimSuffix(s[i+len(by):], "."), "", false)
		}
	}
	return nil
}

// portrait returns the person whom the page portrays as its author below the
// headline: a name alone in a line above a text that says who that is, or else
// in a line that is marked as the author's. It is empty where there are
// several.
func portrait(blocks []block, at int) attribution {
	portrayed, marked := "", ""
	several := [2]bool{}
	note := func(name *string, n string, more *bool) {
		*more = *more || *name != "" && !sameName(*name, n)
		*name = n
	}
	looked, asked := 0, 0 // at lines; for names in the whole page
	for i := max(at, 0); i < len(blocks) && !several[0] && looked < 1000 && asked < 20; i++ {
		b := &blocks[i]
		if b.runes > 60 || b.runes < 4 || b.kind&kindTail != 0 || lowerFirst(b.text) || endsSentence(b.text) && b.kind&kindAuthor == 0 || i > 0 && helper(blocks[i-1].text) {
			continue
		}
		if b.kind&kindAuthor == 0 && !opensLike(b.text, blocks[i+1:min(len(blocks), i+4)]) {
			continue
		}
		looked++
		names := splitNames(b.text, "", true)
		if len(names) != 1 {
			continue
		}
		n := names[0]
		known := likelyName(n) || givenName(strings.ToLower(n))
		for j := i + 1; j < min(len(blocks), i+4); j++ {
			if !portrays(blocks[j].text, n) || !known && (oneWord(n) || !worksAs(blocks[j].text)) {
				continue
			}
			if !known {
				asked++
			}
			if known || uncommon(names, blocks) {
				note(&portrayed, n, &several[0])
				break
			}
		}
		if known && b.kind&kindAuthor != 0 && b.kind&kindAside == 0 && strings.Contains(n, " ") {
			note(&marked, n, &several[1])
		}
	}
	switch {
	case portrayed != "" && !several[0]:
		return attribution{[]string{portrayed}, "box about the author", "the only person whom the page portrays"}
	case marked != "" && !several[1] && portrayed == "":
		return attribution{[]string{marked}, "box about the author", "the only person whom the page marks as an author"}
	}
	return attribution{}
}

// worksAs reports a text whose first sentence says what somebody does for a
// living: things are not editors.
func worksAs(s string) bool {
	words := strings.Fields(fold(firstSentence(s)))
	for _, w := range words[:min(len(words), 25)] {
		switch w {
		case "writer", "editor", "journalist", "reporter", "author", "founder", "head", "director", "manager", "professor", "teacher", "consultant", "columnist", "correspondent", "contributor", "blogger", "photographer", "engineer", "researcher", "lecturer", "redakteur", "redakteurin", "journalistin", "autor", "autorin", "journaliste", "giornalista", "periodista", "redacteur":
			return true
		}
	}
	return false
}

// opensLike reports whether one of the blocks has the first word of s among its
// first: [portrays] is asked about few lines of a page.
func opensLike(s string, blocks []block) bool {
	word, _, _ := strings.Cut(s, " ")
	return slices.ContainsFunc(blocks, func(b block) bool {
		return strings.Contains(b.text[:min(len(b.text), len(word)+12)], word)
	})
}

// portrays reports a text that opens with the name and says who that is.
func portrays(s, name string) bool {
	words := strings.Fields(fold(bareName(name)))
	low := strings.TrimPrefix(strings.TrimPrefix(fold(s[:min(len(s), 200)]), "author "), "dr ")
	rest, found := strings.CutPrefix(low, strings.Join(words, " ")+" ")
	if !found {
		if rest, found = strings.CutPrefix(low, words[0]+" "); !found {
			return false
		}
	}
	verb, _, _ := strings.Cut(rest, " ")
	switch verb {
	case "is", "has", "was", "writes", "works", "covers", "reports", "joined", "founded", "specializes", "ist", "schreibt", "arbeitet", "berichtet", "est", "écrit", "travaille", "es", "escribe", "è", "scrive", "schrijft", "werkt", "är", "er", "skriver":
		return true
	}
	return false
}

// closing returns the person whose name alone closes what the page marks as
// the text, as writers sign in many countries.
func closing(blocks []block) attribution {
	last, of := -1, kindArticle // of the text's paragraphs, and how it is marked
	for i := range blocks {
		b := &blocks[i]
		if b.kind&kindBody != 0 {
			of = kindBody
		}
		if b.kind&of != 0 && b.kind&(kindJunk|kindAside) == 0 && runningText(b.text) {
			last = i
		}
	}
	if last < 3 || last+1 >= len(blocks) {
		return attribution{}
	}
	b := &blocks[last+1]
	set := b.bold >= b.runes-1 || b.slant >= b.runes-1 // apart from the text
	if b.runes > 40 || b.tag != atom.P || b.kind&(kindJunk|kindAside|kindTail|kindCaption) != 0 || b.linkShare() > 0.5 || !person(b.text, "", false) || !set && !likelyName(b.text) {
		return attribution{}
	}
	return attribution{[]string{b.text}, "last line", "a name alone closes the text"}
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
		if b.runes > 300 || b.fold != f {
			continue
		}
		if b.linkShare() < 0.5 && b.kind&(kindJunk|kindAside) == 0 {
			return i, true
		}
		if other < 0 || b.tag == atom.H1 {
			other = i
		}
	}
	if other >= 0 || len(f) < 20 {
		return max(other, 0), false
	}
	for i, s := 0, squashed(f); i < len(blocks); i++ {
		if b := &blocks[i]; isHeading(b.tag) && b.runes <= 300 && b.kind&(kindJunk|kindAside) == 0 {
			if t := squashed(b.fold); strings.HasSuffix(t, s) || strings.HasPrefix(t, s) {
				return i, true // with its kicker, or a line below it
			}
		}
	}
	return 0, false
}

// namesOf reads names off a line that holds a date or a role besides.
func (m *metadata) namesOf(s string, alone bool) []string {
	outlet := m.outlet()
	if m.ofOnePerson(outlet) {
		outlet = "" // who also signs there
	}
	if names := splitNames(s, outlet, alone); len(names) > 0 {
		return names
	}
	parts := cutNames(withoutBy(s))
	if slices.ContainsFunc(parts, func(p part) bool { return helper(p.text) }) {
		return nil
	}
	for _, p := range parts {
		p := withoutBy(p.text)
		name := leadingName(p)
		if !person(name, outlet, false) {
			continue
		}
		// What stops the name may be what makes it an outfit's: Fine Weather Team.
		next, _, _ := strings.Cut(strings.TrimSpace(p[len(name):]), " ")
		if likelyName(name) || lowerFirst(next) && uncommon([]string{name}, m.blocks) {
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
	for _, w := range updateWords {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// updateWords say that a date is that of a change.
var updateWords = [...]string{"updated", "modified", "aktualisiert", "geändert", "mis à jour", "modifié", "actualizado", "modificado", "aggiornato", "modificato", "bijgewerkt", "atualizado", "uppdaterad", "oppdatert", "opdateret", "päivitetty", "zaktualizowano", "aktualizace", "güncelleme", "обновлено", "更新", "reviewed", "edited", "revised"}

// addressDate reads the day that many sites put into an article's address.
func addressDate(address string) string {
	parts := strings.Split(address, "/")
	for i := 3; i < len(parts); i++ {
		if i+2 < len(parts) && len(parts[i]) == 4 && len(parts[i+1]) == 2 && len(parts[i+2]) == 2 {
			if d := parseDate(parts[i] + "-" + parts[i+1] + "-" + parts[i+2]); d != "" {
				return d
			}
		}
		if i+2 < len(parts) && len(parts[i]) == 4 && month(parts[i+1]) > 0 {
			if d := parseDate(parts[i+2] + " " + parts[i+1] + " " + parts[i]); d != "" {
				return d // /2026/march/01/
			}
		}
		if p := parts[i]; len(p) >= len("2006-01-02") && strings.Count(p[:10], "-") == 2 {
			if d := parseDate(p[:10]); d != "" {
				return d
			}
		}
	}
	return ""
}
