package article

import (
	"net/url"
	"strings"

	"onrecord/internal/document"
)

// Fact is one thing that a page says about its article, where the page says it
// and why that source was believed.
type Fact struct {
	Name  string `json:"name"`  // "headline", "byline", "published", "publication", "url", "language"
	Value string `json:"value"` // names of a byline are parted by semicolons
	From  string `json:"from"`  // "json-ld headline", "line by the headline", …
	Why   string `json:"why"`
}

// ExplainFacts returns the facts that [Extract] takes from a page's markup and
// from the lines around its headline, each with the reason for the choice; a
// fact that the page does not give is left out. It is nil for documents that
// are no pages.
func ExplainFacts(d *document.Document) []Fact {
	if d.Root == nil || d.Format == document.Markdown {
		return nil
	}
	m := collect(d.Root)
	chosenLayout(d.Root, m)
	by := m.writers(m.outlet())
	m.headline()
	on := m.published()
	var out []Fact
	for _, f := range [...]Fact{
		{"headline", m.chosen.value, m.chosen.from, m.chosen.why},
		{"byline", strings.Join(by.people, "; "), by.from, by.why},
		{"published", on.value, on.from, on.why},
		{"publication", m.outlet(), m.publication().from, m.publication().why},
		{"url", m.canonical, m.canonicalFrom, m.canonicalWhy},
		{"language", m.language.value, m.language.from, m.language.why},
	} {
		if f.Value != "" {
			out = append(out, f)
		}
	}
	return out
}

// article returns the facts without their reasons.
func (m *metadata) article() Article {
	outlet := m.outlet()
	return Article{
		Headline:    m.headline(),
		Byline:      m.byline(outlet),
		Publication: outlet,
		URL:         m.canonical,
		Published:   m.published().value,
		Language:    m.language.value,
	}
}

func (m *metadata) outlet() string { return m.publication().value }

// publication picks the outlet: what JSON-LD calls the publisher is often the
// company behind it, so the name the site goes by comes first.
func (m *metadata) publication() choice {
	if m.publisher == nil {
		c := m.choosePublication()
		m.publisher = &c
	}
	return *m.publisher
}

func (m *metadata) choosePublication() choice {
	for _, from := range [...]string{"og:site_name", "json-ld", "publisher", "dc.publisher", "cre", "application-name", "al:ios:app_name", "citation_journal_title"} {
		for _, c := range m.outlets {
			if c.from == from && namesOutlet(c.value) {
				return choice{m.bestSpelling(m.withoutMotto(c.value)), from, "the first source that names the site"}
			}
		}
	}
	return m.outletInTitle()
}

// namesOutlet reports what may be an outlet's name: no address, no account, and
// not what every site calls a part of itself.
func namesOutlet(s string) bool {
	switch fold(s) {
	case "", "blog", "home", "homepage", "news", "website", "default", "index":
		return false
	}
	return webAddress(s) == "" && !strings.HasPrefix(s, "@")
}

// withoutMotto returns the part of an outlet's name that its address spells,
// without the motto or the company that stands behind it.
func (m *metadata) withoutMotto(name string) string {
	for _, sep := range separators {
		if parts := strings.Split(name, sep); len(parts) > 1 {
			for _, p := range parts {
				if m.addressSpells(p) {
					return strings.TrimSpace(p)
				}
			}
		}
	}
	return name
}

// bestSpelling returns the name as another source has it, where this one has
// it in small letters or without its spaces.
func (m *metadata) bestSpelling(name string) string {
	if strings.ToLower(name) != name || strings.ContainsAny(name, " .") {
		return name
	}
	for _, c := range m.outlets {
		if c.value != name && squashed(fold(c.value)) == fold(name) {
			return c.value
		}
	}
	return name
}

// addressSpells reports a name that is a label of the site's address.
func (m *metadata) addressSpells(name string) bool {
	u, err := url.Parse(m.canonical)
	s := squashed(fold(name))
	if err != nil || len(s) < 4 {
		return false
	}
	for label := range strings.SplitSeq(strings.ReplaceAll(strings.ToLower(u.Hostname()), "-", ""), ".") {
		if label == s || "the"+label == s {
			return true
		}
	}
	return false
}

// outletInTitle returns the part of a title that the site's address spells:
// "The Marlow Courier" at marlowcourier.example.
func (m *metadata) outletInTitle() choice {
	for _, c := range m.titles {
		if c.from != "title" && c.from != "og:title" {
			continue
		}
		for _, sep := range separators {
			parts := strings.Split(c.value, sep)
			for _, p := range parts {
				if len(parts) > 1 && m.addressSpells(p) {
					return choice{strings.TrimSpace(p), c.from, "the part of the title that the address spells"}
				}
			}
		}
	}
	return choice{}
}
