package article

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
)

// attribution is the people whom one source names as the authors.
type attribution struct {
	people []string
	from   string // "json-ld person", "class byline", "line by the headline", …
	why    string // why it was believed, in words
}

func (c attribution) empty() bool { return len(c.people) == 0 }

// byline returns the people who wrote the article.
func (m *metadata) byline(outlet string) []string { return m.writers(outlet).people }

// writers returns the byline with its source and the reason for the choice.
func (m *metadata) writers(outlet string) attribution {
	if m.by == nil {
		by := m.chooseByline(outlet)
		m.by = &by
	}
	return *m.by
}

// chooseByline chooses the people who wrote the article. What the page shows beside
// the headline under "By" is what its editors signed; what its markup declares
// is often whoever put it online. Where they agree, the markup has the better
// spelling; where one has more names than the other, it has them all.
func (m *metadata) chooseByline(outlet string) attribution {
	if m.ofOnePerson(outlet) {
		outlet = "" // who also signs there
	}
	declared := m.declared(outlet)
	signed := attribution{m.notTheSite(m.signedBy.people), m.signedBy.from, m.signedBy.why}
	switch {
	case signed.empty():
	case declared.empty(), within(declared.people, signed.people) && len(signed.people) > len(declared.people):
		return signed
	case within(signed.people, declared.people):
		declared.why += "; the line by the headline agrees"
		return declared
	default:
		signed.why += "; the page's markup names who put it online"
		return signed
	}
	marked := m.marked(outlet)
	if !declared.empty() {
		return m.completed(declared, marked)
	}
	if !m.named.empty() && len(m.named.people) == len(marked.people) && within(m.named.people, marked.people) {
		marked = m.named // the same, as the reader sees them
	}
	for _, find := range [...]func() attribution{
		func() attribution { return marked },
		func() attribution { return m.named },
		func() attribution { return m.onlyAside(outlet) },
		func() attribution { return signature(m.blocks) },
		func() attribution { return portrait(m.blocks, m.headlineLine) },
		func() attribution { return closing(m.blocks) },
		func() attribution { return m.posted },
		func() attribution { return m.handle(outlet) },
		m.owner,
	} {
		c := find()
		if c.people = m.notTheSite(c.people); !c.empty() {
			return c
		}
	}
	return attribution{}
}

// ofOnePerson reports a site that goes by its owner's name.
func (m *metadata) ofOnePerson(outlet string) bool {
	n := strings.Count(fold(outlet), " ")
	if n < 1 || n > 2 || !person(outlet, "", false) {
		return false
	}
	return likelyName(outlet) || n == 1 && uncommon([]string{outlet}, m.blocks) &&
		slices.Contains(m.authors, candidate{outlet, "json-ld person"})
}

// owner returns the person whom a site belongs to, where the site goes by that
// name and its address has a part of it.
func (m *metadata) owner() attribution {
	u, err := url.Parse(m.canonical)
	if err != nil || u.Host == "" || m.news {
		return attribution{}
	}
	host := strings.ToLower(u.Hostname())
	names := []string{m.outlet()}
	for _, c := range m.titles {
		if c.from == "title" || c.from == "og:title" || c.from == "h1" {
			names = append(names, c.value)
			for _, sep := range separators {
				if i := strings.LastIndex(c.value, sep); i >= 0 {
					names = append(names, c.value[i+len(sep):])
				}
			}
		}
	}
	for _, n := range names {
		words := strings.Fields(fold(n))
		if len(words) < 2 || len(words) > 3 || !likelyName(n) || !person(n, "", false) {
			continue
		}
		if slices.ContainsFunc(words, func(w string) bool { return len(w) >= 4 && strings.Contains(host, w) }) {
			return attribution{[]string{n}, "the site's name", "the site goes by its owner's name"}
		}
	}
	return attribution{}
}

// completed returns the declared people, or those that the text marks where
// they are the same and more, each known to be a person.
func (m *metadata) completed(declared, marked attribution) attribution {
	for _, c := range []attribution{marked, m.named} {
		if c.from != "rel=author" && len(c.people) > len(declared.people) && within(declared.people, c.people) && m.known(c.people) && !spokenOf(c.people, m.blocks, m.headlineLine) {
			c.why += "; the page declares only some of them"
			return c
		}
	}
	return declared
}

// known reports people who are so by their words, or have a page on the site.
func (m *metadata) known(names []string) bool {
	return !slices.ContainsFunc(names, func(n string) bool {
		return !likelyName(n) && !m.authorPages[fold(n)] && !(oneWord(n) && givenName(strings.ToLower(n)))
	})
}

// mostlyKnown reports a list of names half of which at least are known.
func (m *metadata) mostlyKnown(names []string) bool {
	n := 0
	for i := range names {
		if m.known(names[i : i+1]) {
			n++
		}
	}
	return len(names) > 1 && 2*n >= len(names)
}

// declared returns the people whom the first source of the head names, in the
// order in which sources are right.
func (m *metadata) declared(outlet string) attribution {
	for _, from := range [...]string{"json-ld person", "json-ld", "byl", "parsely-author", "sailthru.author", "citation_author", "author", "article:author:name", "dc.creator", "dcterms.creator", "creator",
		"article:author", "og:article:author", "cxenseparse:author", "twitter:data"} {
		var people []string
		for _, c := range m.authors {
			if c.from != from {
				continue
			}
			v := c.value
			if from == "citation_author" && strings.Count(v, ", ") == 1 {
				family, given, _ := strings.Cut(v, ", ") // as libraries have it
				v = given + " " + family
			}
			names := splitNames(v, outlet, true)
			if len(names) == 0 && (from == "json-ld person" || from == "author" || from == "twitter:data") && lowerName(c.value) && fold(c.value) != fold(outlet) {
				names = []string{c.value} // as its owner writes it
			}
			people = append(people, names...)
		}
		if people = distinct(m.notTheSite(people)); len(people) > 0 && len(people) <= 12 {
			return attribution{people, from, "declared by the page"}
		}
	}
	return attribution{}
}

// marked returns the people of the elements that the page marks as naming the
// author.
func (m *metadata) marked(outlet string) attribution {
	for _, from := range [...]string{"rel=author", "itemprop", "class byline", "class author"} {
		var people []string
		for _, c := range m.authors {
			if c.from != from {
				continue
			}
			if from == "rel=author" {
				people = append(people, splitNames(c.value, outlet, true)...)
				continue
			}
			// The first of these is this article's; later ones may be those
			// of other stories on the page, or of comments.
			if people = m.namesOf(c.value, true); len(people) == 1 && oneWord(people[0]) && !m.known(people) {
				people = nil
			}
			if len(people) > 0 || accountIn(c.value) != "" {
				break
			}
		}
		if from == "rel=author" && len(people) > 2 && !within(people[:1], append(m.signedBy.people, m.named.people...)) {
			continue // the authors of other stories: none stands by the headline
		}
		if people = distinct(m.notTheSite(people)); len(people) > 0 && len(people) <= 12 {
			return attribution{people, from, "marked as the author in the text"}
		}
	}
	return attribution{}
}

// onlyAside returns the one person whom all boxes about an author name.
func (m *metadata) onlyAside(outlet string) attribution {
	var people []string
	for _, c := range m.authors {
		if c.from == "rel=author aside" {
			names := splitNames(c.value, outlet, false)
			if len(names) == 0 && oneWord(c.value) && givenName(strings.ToLower(c.value)) {
				names = []string{c.value}
			}
			people = append(people, names...)
		}
	}
	if people = distinct(m.notTheSite(people)); len(people) == 1 {
		return attribution{people, "rel=author aside", "the only person in a box about the author"}
	}
	return attribution{}
}

// handle returns the name that an author goes by on the web, where nothing
// gives another: it is a person who posts there.
func (m *metadata) handle(outlet string) attribution {
	for _, c := range m.authors {
		switch c.from {
		case "json-ld person", "json-ld", "author", "twitter:data", "rel=author":
			if h := strings.Trim(c.value, " |"); nickname(h) && fold(h) != fold(outlet) {
				return attribution{[]string{h}, c.from, "the name that the author posts under"}
			}
		case "class byline", "class author":
			if h := accountIn(c.value); h != "" && fold(h) != fold(outlet) {
				return attribution{[]string{h}, c.from, "the name that the author posts under"}
			}
		}
	}
	return attribution{}
}

// accountIn returns the name of an account from a line of the page that is
// marked as naming the author: alone there, or under "By".
func accountIn(line string) string {
	due := true
	for _, p := range cutNames(line) {
		if due && nickname(p.text) {
			return p.text
		}
		due = authorLabel(p.text)
	}
	return ""
}

// nickname reports a name as people choose them for an account: one word of
// letters, digits, dots and dashes. A role, an address or the key of a record
// is none.
func nickname(s string) bool {
	low := strings.ToLower(s)
	if len(s) < 3 || len(s) > 24 || strings.Count(low, "-") > 2 {
		return false
	}
	letters, digits := 0, 0
	for _, r := range low {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			digits++
		case r != '.' && r != '_' && r != '-':
			return false
		}
	}
	if letters < 3 || digits > 4 || len(s) > 16 && digits > 0 || strings.ToUpper(s) == s {
		return false
	}
	for _, w := range [...]string{"admin", "editor", "team", "staff", "user", "author", "guest", "test", "blog", "news", "press", "support", "marketing", "contact", "info", "redaktion", "redaccion", "agency", "media", "www", "default", "undefined", "null", "anonym", "unknown", "webmaster", "content", "service", "studio", "digital"} {
		if strings.Contains(low, w) {
			return false
		}
	}
	for _, tld := range [...]string{".com", ".net", ".org", ".de", ".io", ".tv", ".at", ".ch", ".fr", ".be", ".is", ".uk", ".info", ".news", ".it", ".eu", ".co"} {
		if strings.HasSuffix(low, tld) {
			return false
		}
	}
	return !notAName(low) && !dateWord(low) && month(low) == 0
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
// has it. A given name that a longer address begins with is its owner's.
func (m *metadata) notTheSite(names []string) []string {
	u, err := url.Parse(m.canonical)
	if err != nil {
		return names
	}
	host := strings.ReplaceAll(strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."), "-", "")
	labels := strings.Split(host, ".")
	label := labels[0]
	var out []string
	for _, n := range names {
		bare := strings.ReplaceAll(fold(n), " ", "")
		site := oneWord(n) && bare != "" && (slices.Contains(labels, bare) || strings.HasPrefix(host, bare) || strings.HasPrefix(bare, label) && len(label) > 3)
		if site && (bare == label || !givenName(bare)) && !camelName(n) {
			continue
		}
		out = append(out, n)
	}
	return out
}

// camelName reports a given name and a family name written as one word.
func camelName(s string) bool {
	for i, r := range s {
		if i > 1 && unicode.IsUpper(r) {
			return givenName(strings.ToLower(s[:i])) && !strings.ContainsFunc(s[i+1:], func(r rune) bool { return !unicode.IsLower(r) })
		}
	}
	return false
}

// distinct drops names said twice, in whatever case, and with or without the
// degrees behind them; the fuller form stays.
func distinct(names []string) []string {
	var out []string
	for _, n := range names {
		i := slices.IndexFunc(out, func(o string) bool { return sameName(o, n) })
		switch {
		case i < 0:
			out = append(out, n)
		case len(n) > len(out[i]) && strings.Contains(n, ", ") && !strings.Contains(out[i], ", "):
			out[i] = n
		}
	}
	return out
}

// within reports whether each of the names is one of others.
func within(names, others []string) bool {
	return !slices.ContainsFunc(names, func(n string) bool {
		return !slices.ContainsFunc(others, func(o string) bool { return sameName(n, o) })
	})
}

// sameName reports two forms of one name: case, degrees, forms of address and
// a middle name do not tell people apart on one page.
func sameName(a, b string) bool {
	x, y := strings.Fields(fold(bareName(a))), strings.Fields(fold(bareName(b)))
	if slices.Equal(x, y) {
		return true
	}
	short, long := strings.Join(x, " "), strings.Join(y, " ")
	if len(short) > len(long) {
		short, long = long, short
	}
	if strings.Contains(short, " ") && strings.HasPrefix(long, short) {
		return true // what stood behind the name ran into it
	}
	if len(x) < 2 || len(y) < 2 {
		return false
	}
	return x[0] == y[0] && x[len(x)-1] == y[len(y)-1] && (len(x) == 2 || len(y) == 2)
}
