package article

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// byline chooses the people the page names as its authors: the first source
// that names any, in the order in which sources are right.
func (m *metadata) byline(outlet string) []string {
	for _, from := range []string{"json-ld person", "json-ld", "byl", "parsely-author", "sailthru.author", "citation_author", "author", "article:author:name", "dc.creator", "dcterms.creator", "creator",
		"article:author", "og:article:author", "cxenseparse:author", "twitter:data", "rel=author", "itemprop", "class byline", "class author"} {
		var people []string
		declared := from == "json-ld person" || from == "author" || from == "twitter:data"
		for _, c := range m.authors {
			if c.from != from {
				continue
			}
			if strings.HasPrefix(from, "class") || from == "itemprop" {
				// The first of these is this article's; later ones may be
				// those of other stories on the page.
				if len(people) == 0 {
					people = m.namesOf(c.value, true)
				}
				continue
			}
			if from == "json-ld person" && strings.Count(c.value, " ") == 1 {
				outlet = "" // a site of one person, who also signs there
			}
			names := splitNames(c.value, outlet, true)
			if len(names) == 0 && declared && lowerName(c.value) && fold(c.value) != fold(outlet) {
				names = []string{c.value} // as its owner writes it
			}
			people = append(people, names...)
		}
		if people = distinct(m.notTheSite(people)); len(people) > 0 && len(people) <= 12 {
			return people
		}
	}
	return nil
}

// onlyAside returns the one person whom all boxes about an author name.
func (m *metadata) onlyAside(outlet string) []string {
	var people []string
	for _, c := range m.authors {
		if c.from == "rel=author aside" {
			people = append(people, splitNames(c.value, outlet, false)...)
		}
	}
	if people = distinct(m.notTheSite(people)); len(people) == 1 {
		return people
	}
	return nil
}

// lowerName reports two or three words of lower-case letters that may be a
// name where the source says that a name is what it holds.
func lowerName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 3 || len(s) > 40 {
		return false
	}
	for _, w := range words {
		if notAName(w) || strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLower(r) }) {
			return false
		}
	}
	return true
}

// notTheSite drops single words that are the site's own name, as its address
// has it.
func (m *metadata) notTheSite(names []string) []string {
	u, err := url.Parse(m.canonical)
	if err != nil {
		return names
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	return slices.DeleteFunc(names, func(n string) bool {
		bare := strings.ReplaceAll(fold(n), " ", "")
		return !strings.Contains(n, " ") && strings.HasPrefix(strings.ReplaceAll(host, "-", ""), bare)
	})
}

// distinct drops names said twice, in whatever case.
func distinct(names []string) []string {
	var out []string
	for _, n := range names {
		if !slices.ContainsFunc(out, func(o string) bool { return strings.EqualFold(o, n) }) {
			out = append(out, n)
		}
	}
	return out
}

// splitNames returns the people of a byline. Roles, places, outlets and dates
// that stand between them are left out. alone says that a single word may be
// a name, since the source holds names and nothing else.
func splitNames(line, outlet string, alone bool) []string {
	line = withoutBy(collapse(line))
	if len(line) > 300 || webAddress(line) != "" {
		return nil
	}
	parts := cutNames(line)
	if len(parts) == 2 && strings.Contains(line, ", ") && oneWord(parts[0]) && oneWord(parts[1]) && person(parts[1]+" "+parts[0], outlet, false) {
		return []string{parts[1] + " " + parts[0]} // Doe, Jane
	}
	var out []string
	for _, p := range parts {
		if role, name, found := strings.Cut(p, ": "); found && len(role) < 30 {
			p = name // Redaktion: Jane Doe
		}
		if p = withoutBy(strings.Trim(p, " .:-–—*")); person(p, outlet, alone && len(parts) <= 2) {
			out = append(out, p)
		}
	}
	return out
}

func oneWord(s string) bool { return s != "" && !strings.Contains(s, " ") }

// withoutBy takes the words off that introduce a byline.
func withoutBy(s string) string {
	for {
		low := strings.ToLower(s)
		cut := 0
		for _, p := range [...]string{"by", "von", "par", "por", "di", "door", "av", "af", "written by", "posted by", "reported by", "published by", "words by", "story by", "article by", "recipe by",
			"text by", "opinion by", "analysis by", "review by", "from", "author", "authors", "text", "autor", "autorin", "auteur", "autore"} {
			if strings.HasPrefix(low, p) && len(p) > cut && introduces(p, s[len(p):]) {
				cut = len(p)
			}
		}
		if cut == 0 || cut > len(s) {
			return s
		}
		s = strings.TrimLeft(s[cut:], " :")
	}
}

// introduces reports whether p stands before a name: apart from it, or glued
// to it as where a tag stood between them.
func introduces(p, rest string) bool {
	switch {
	case rest == "":
		return false
	case rest[0] == ':':
		return true
	case rest[0] == ' ':
		return strings.HasSuffix(p, "by") || len(p) <= 4 && p != "text" || p == "author"
	}
	return strings.HasSuffix(p, " by") && !lowerFirst(rest)
}

// cutNames cuts a line of names where one ends and the next begins.
func cutNames(line string) []string {
	var out []string
	start := 0
	cut := func(i, n int) {
		if p := strings.TrimSpace(line[start:i]); p != "" {
			out = append(out, p)
		}
		start = i + n
	}
	for i := 0; i < len(line); {
		n := separator(line[i:])
		if n == 0 {
			i++
			continue
		}
		cut(i, n)
		i += n
	}
	cut(len(line), 0)
	return out
}

// separator returns the length of what parts two names at the start of s.
func separator(s string) int {
	for _, sep := range [...]string{",", ";", "|", "/", "•", "·", " - ", " – ", " — ", " & ", " and ", " und ", " et ", " y ", " e ", " en ", " og ", " och ", " with ", " mit ", " And ", "(", ")"} {
		if strings.HasPrefix(s, sep) {
			return len(sep)
		}
	}
	return 0
}

// person reports whether s reads as a person's name.
func person(s, outlet string, alone bool) bool {
	if utf8.RuneCountInString(s) > 50 || strings.ContainsAny(s, "0123456789@<>{}[]?!=_#:\"") {
		return false
	}
	f := fold(s)
	if f == "" || outlet != "" && (f == fold(outlet) || strings.ReplaceAll(f, " ", "") == strings.ReplaceAll(fold(outlet), " ", "")) {
		return false
	}
	words := strings.Fields(s)
	if articleWord(words[0]) {
		return false // Der Bote
	}
	for _, w := range words {
		if notAName(strings.ToLower(strings.Trim(w, ".,'’"))) || strings.Contains(w[1:], ".") && len(w) > 6 {
			return false
		}
	}
	if caseless(s) {
		n := utf8.RuneCountInString(s)
		if !alone && width(s) == n {
			return len(words) >= 2 && len(words) <= 4 // one word is a section's name
		}
		return n >= 2 && len(words) <= 4 && (alone || n <= 6)
	}
	if len(words) == 1 {
		return alone && singleName(s)
	}
	return len(words) <= 6 && namesCased(words)
}

// articleWord reports the articles that open the names of outlets and of no
// person.
func articleWord(w string) bool { return w == "Der" || w == "Die" || w == "Das" || w == "The" }

// namesCased reports words in a name's capitals: the first and the last begin
// with one, and so do all between but the particles.
func namesCased(words []string) bool {
	for i, w := range words {
		if _, name, found := strings.Cut(w, "’"); found && len(name) > 1 && !unicode.IsUpper([]rune(w)[0]) {
			w = name // d’Ormont
		}
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "'’(“"))
		if !unicode.IsUpper(r) && (i == len(words)-1 || !particle(w) && i == 0 || !particle(w)) {
			return false
		}
	}
	return true
}

// singleName reports a word that can be all there is of a name: no initials,
// no acronym, no handle.
func singleName(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) && len(s) > size+1 && strings.ToUpper(s) != s && !strings.ContainsAny(s, ".-")
}

// caseless reports a name in a script without capitals.
func caseless(s string) bool {
	for _, r := range s {
		if unicode.IsUpper(r) || unicode.IsLower(r) {
			return false
		}
	}
	return true
}

func particle(w string) bool {
	switch strings.ToLower(w) {
	case "de", "del", "della", "di", "da", "das", "do", "dos", "du", "des", "la", "le", "el", "al", "bin", "bint", "ibn", "ben",
		"van", "von", "vom", "der", "den", "ter", "ten", "te", "zu", "zum", "zur", "af", "av", "y", "e", "i", "d", "st", "st.", "d'", "mc", "ould", "abu":
		return true
	}
	return strings.HasPrefix(w, "d'") || strings.HasPrefix(w, "d’") || strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "el-")
}

// notAName lists words that roles, desks, agencies and outlets are made of,
// and no name is.
func notAName(w string) bool {
	switch w {
	case "staff", "writer", "writers", "reporter", "reporters", "correspondent", "correspondents", "editor", "editors", "editorial", "columnist", "contributor", "contributors", "contributing", "journalist", "journalists", "freelance", "photographer", "photography", "senior", "junior", "chief", "bureau", "desk", "team", "newsroom", "author", "authors", "guest", "admin", "administrator", "webmaster", "anonymous", "unknown",
		"redaktion", "redakteur", "redakteurin", "reporterin", "korrespondent", "korrespondentin", "autor", "autorin", "rédaction", "redaction", "redazione", "redacción", "redaccion", "redactie", "redação", "redactor", "redactora", "journaliste", "giornalista", "periodista", "correspondant", "correspondante", "correspondente", "corresponsal", "verslaggever", "redacteur", "redaktionen", "redaksi",
		"news", "newswire", "wire", "press", "agency", "agencies", "agentur", "agenturen", "agence", "agences", "agenzia", "agencia", "agencias", "agência", "reuters", "afp", "dpa", "apa", "ansa", "efe", "sda", "ats", "anp", "belga", "xinhua", "bloomberg", "associated", "upi", "pti", "ians", "kyodo", "tass", "yonhap",
		"magazine", "times", "herald", "tribune", "gazette", "daily", "weekly", "media", "network", "online", "radio", "tv", "television", "channel", "broadcasting", "journal", "zeitung", "digital", "website", "blog", "podcast",
		"company", "inc", "ltd", "llc", "gmbh", "corp", "corporation", "foundation", "institute", "university", "college", "association", "council", "committee", "department", "ministry", "office", "center", "centre", "group", "service", "services", "official", "support", "marketing", "content", "studio", "studios", "community", "society", "organization", "international", "global", "agents", "expert", "experts", "clinic", "hospital", "school", "publishing", "publisher", "academy", "ministerium", "verlag", "administration", "health", "insurance",
		"published", "updated", "posted", "read", "more", "about", "view", "profile", "follow", "share", "subscribe", "minutes", "min", "ago", "today", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "september", "october", "november", "december",
		"the", "and", "for", "with", "our", "this", "is", "are", "was", "your", "how", "all", "every", "to", "of", "on", "in", "at", "medically", "reviewed", "reviewer", "fact", "checked", "image", "photo", "photos", "credit", "source", "comments", "comment", "articles", "posts", "by":
		return true
	}
	return false
}
