package article

import (
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"
)

// headline chooses among the titles of the page. They disagree for a few
// reasons: og:title and title carry the site's name, JSON-LD and og:title may
// be written for search engines, an h1 may be the site's logo or the section.
// So an h1 that another title confirms is the headline as the reader sees it;
// without one it is JSON-LD's, then og:title, then the only h1, then title.
func (m *metadata) headline() string {
	if m.chosen.value == "" {
		m.chosen = m.chooseHeadline()
	}
	return m.chosen.value
}

func (m *metadata) chooseHeadline() choice {
	outlet := fold(m.outlet())
	var others []string // what may confirm an h1
	for _, c := range m.titles {
		if c.from != "h1" && c.from != "itemprop" {
			others = append(others, fold(withoutSite(c.value, outlet)))
		}
	}
	for _, c := range m.titles {
		if c.from == "h1" && m.agrees(c.value, "og:title", outlet) && !m.theSite(c.value) {
			return choice{m.headlineOf(c.value, outlet), "h1", "og:title confirms it"}
		}
	}
	if t := m.setApart(outlet); t != "" {
		return choice{t, "heading", "a part of a heading, the rest of which is a kicker to it"}
	}
	if t, from := m.filedUnder(outlet); t != "" {
		return choice{t, from, "the page's address is made of its words"}
	}
	if og := m.titleFrom("og:title", outlet, true); og != "" && strings.Count(fold(og), " ") >= 2 && !m.shows("json-ld headline", outlet) {
		// The page shows this one, as the line above the article or as the
		// h1's second line, and not what is written for search engines.
		return choice{m.whole(og, outlet), "og:title", "the page shows it as a line"}
	}
	if m.news {
		// A newsroom's own system fills this field; on other sites it is a
		// plug-in for search engines.
		t := m.titleFrom("json-ld headline", outlet, false)
		if alt := m.titleFrom("json-ld alternativeHeadline", outlet, true); alt != "" && m.agrees(alt, "h1", outlet) && !m.lines[fold(t)] && !strings.HasPrefix(fold(t), fold(alt)) {
			return choice{alt, "h1", "the newsroom's own system has it beside one for search engines"}
		}
		if t != "" {
			return choice{m.withoutKicker(m.whole(t, outlet), outlet), "json-ld headline", "declared by the newsroom's own system"}
		}
	}
	best, bestShare := m.addressed(), 0.5
	if best != "" {
		bestShare = 1
	}
	for _, c := range m.titles {
		if f := fold(c.value); c.from == "h1" && f != outlet && !m.theSite(c.value) {
			if share := confirmed(f, others); share > bestShare || share == 0.5 && best == "" {
				best, bestShare = c.value, share
			}
		}
	}
	if best != "" {
		return choice{m.withoutKicker(m.headlineOf(best, outlet), outlet), "h1", "another title shares its words"}
	}
	for _, shown := range [...]bool{true, false} { // a title that the page shows comes first
		for _, from := range [...]string{"json-ld headline", "og:title", "itemprop", "h1", "headline", "twitter:title", "title", "json-ld name"} {
			title := m.titleFrom(from, outlet, shown)
			if title == "" || from == "h1" && (m.strange(title, others) || m.theSite(title)) {
				continue
			}
			why := "the best of what the page declares"
			if shown {
				why = "the best of what the page declares and shows"
			}
			return choice{m.withoutKicker(m.whole(title, outlet), outlet), from, why}
		}
	}
	return choice{}
}

// choice is a value, where the page gives it and why it was believed.
type choice struct{ value, from, why string }

// theSite reports a title that is the address of the site.
func (m *metadata) theSite(title string) bool {
	u, err := url.Parse(m.canonical)
	return err == nil && u.Host != "" && strings.EqualFold(strings.TrimSpace(title), strings.TrimPrefix(u.Hostname(), "www."))
}

// strange reports an h1 that has no word in common with two titles that agree:
// the name of a section, or a notice.
func (m *metadata) strange(h1 string, others []string) bool {
	f := fold(h1)
	for i, o := range others {
		if strings.Count(o, " ") >= 2 && slices.Contains(others[i+1:], o) && shared(f, o) == 0 {
			return true
		}
	}
	return false
}

// headlineOf returns an h1 without the outlet's name, and without the label
// behind a bar, in the better form that og:title has of the same words.
func (m *metadata) headlineOf(h1, outlet string) string {
	for {
		i := strings.LastIndex(h1, " | ")
		if i < 0 || strings.Count(h1[:i], " ") < 2 || len(strings.Fields(h1[i+3:])) > 4 {
			break
		}
		h1 = strings.TrimSpace(h1[:i])
	}
	for _, sep := range separators {
		if i := strings.LastIndex(h1, sep); i > 0 && outlet != "" && fold(h1[i+len(sep):]) == outlet {
			h1 = strings.TrimSpace(h1[:i])
		}
	}
	f := fold(h1)
	for _, c := range m.titles {
		if t := withoutSite(c.value, outlet); c.from == "og:title" && fold(t) != f && squashed(fold(t)) == squashed(f) {
			return t // where tags stand between its words, they are glued
		}
	}
	return h1
}

func squashed(s string) string { return strings.ReplaceAll(s, " ", "") }

// setApart returns the declared title that is a part of one of the page's
// headings: what stands beside it there is the kicker, or a count.
func (m *metadata) setApart(outlet string) string {
	for _, from := range [...]string{"og:title", "json-ld headline", "title"} {
		for _, c := range m.titles {
			if c.from != from {
				continue
			}
			t := withoutSite(c.value, outlet)
			if m.headingParts[fold(t)] {
				return t
			}
			if rest := afterKicker(t); rest != "" && m.headingParts[fold(rest)] && !m.headingParts[squashed(fold(t))] {
				return rest // under another kicker than on the page
			}
		}
	}
	return ""
}

// withoutKicker returns the other title that this one ends in: the words
// before it name the subject and stand above the headline. Of two titles with
// different kickers the headline is what both end in.
func (m *metadata) withoutKicker(title, outlet string) string {
	f := fold(title)
	if m.lines[f] {
		return title // with its kicker, as the page shows it
	}
	own := afterKicker(title)
	for _, c := range m.titles {
		t := withoutSite(c.value, outlet)
		o := fold(t)
		if c.from == "h1" || c.from == "itemprop" || strings.Count(o, " ") < 2 || o == f {
			continue
		}
		if strings.HasSuffix(f, " "+o) {
			return t
		}
		if rest := afterKicker(t); own != "" && fold(rest) == fold(own) && !strings.HasSuffix(o, " "+f) {
			return own
		}
	}
	return title
}

// afterKicker returns what follows the first colon or spaced dash of a title,
// where that is long enough to be a headline of its own.
func afterKicker(title string) string {
	for _, sep := range [...]string{": ", " - ", " – ", " | "} {
		if before, after, found := strings.Cut(title, sep); found && len(before) <= 60 && strings.Count(after, " ") >= 3 {
			return after
		}
	}
	return ""
}

// shows reports a title of that source that the page shows as a line.
func (m *metadata) shows(from, outlet string) bool {
	return m.titleFrom(from, outlet, true) != ""
}

// titleFrom returns the title of one source without the site's name, empty
// where it is no headline or, if asked for, is not shown.
func (m *metadata) titleFrom(from, outlet string, shown bool) string {
	for _, c := range m.titles {
		title := withoutSite(c.value, outlet)
		f := fold(title)
		if c.from != from || f == "" || f == outlet || len(title) > 300 {
			continue
		}
		if part := m.shownPart(c.value); part != "" && from == "title" {
			return part
		}
		if !shown || m.lines[f] {
			return title
		}
	}
	return ""
}

// whole returns the longer form of a title that JSON-LD cut short at its 110
// characters.
func (m *metadata) whole(title, outlet string) string {
	if utf8.RuneCountInString(title) < 100 {
		return title
	}
	start := strings.TrimRight(title, " .…")
	for _, c := range m.titles {
		longer := withoutSite(c.value, outlet)
		rest, found := strings.CutPrefix(longer, start)
		if found && rest != "" && (lowerFirst(strings.TrimSpace(rest)) || !strings.ContainsAny(rest, "|-–—:：·")) {
			return longer
		}
	}
	return title
}

// agrees reports whether the title of the given source has the same words.
func (m *metadata) agrees(h1, from, outlet string) bool {
	f := fold(h1)
	for _, c := range m.titles {
		if c.from != from || f == "" || f == outlet {
			continue
		}
		if t := fold(withoutSite(c.value, outlet)); fold(c.value) == f || t == f || squashed(t) == squashed(f) {
			return true
		}
	}
	return false
}

// confirmed returns how much of an h1 the best of the other titles shares:
// 1 for the same words, or less than 1 as [shared] has it.
func confirmed(h1 string, others []string) float64 {
	best := 0.0
	for _, o := range others {
		if o == h1 {
			return 1
		}
		if strings.Count(h1, " ") >= 2 {
			best = max(best, 0.99*shared(h1, o))
		}
	}
	return best
}

// shared returns the share of the longer words of the title with fewer of them
// that the other has too. Short words are in every title.
func shared(a, b string) float64 {
	long := func(s string) (out []string) {
		for w := range strings.FieldsSeq(s) {
			if (len(w) > 3 || isDigit(w[0])) && len(out) < 40 {
				out = append(out, w)
			}
		}
		return out
	}
	x, y := long(a), long(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	same := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			same++
		}
	}
	return float64(min(same, len(x), len(y))) / float64(min(len(x), len(y)))
}

// shownPart returns the part of a title between separators that the page shows
// as a line of its own, the longest; empty for none.
func (m *metadata) shownPart(title string) string {
	best := ""
	for _, sep := range separators {
		for part := range strings.SplitSeq(title, sep) {
			if part = strings.TrimSpace(part); len(part) > len(best) && len(part) >= 10 && m.lines[fold(part)] && fold(part) != fold(m.outlet()) {
				best = part
			}
		}
	}
	return best
}

// separators stand between a headline and the site's name.
var separators = [...]string{" | ", " – ", " — ", " - ", " · ", " • ", " » ", " :: ", " // ", " / "}

// withoutSite takes the site's name off the end or the front of a title. What
// stands behind a separator is the site's name where it is the known outlet's,
// or short beside what stands before.
func withoutSite(title, outlet string) string {
	for _, sep := range separators {
		i := strings.LastIndex(title, sep)
		if i < 0 {
			continue
		}
		before, after := title[:i], title[i+len(sep):]
		a := fold(after)
		switch {
		case outlet != "" && (a == outlet || strings.Contains(outlet, a) && len(a) >= 3 || strings.Contains(a, outlet)),
			strings.HasSuffix(strings.ToLower(after), ".com"),
			sep == " | " && len(strings.Fields(after)) <= 4 && len(after) < len(before):
			return withoutSite(strings.TrimSpace(before), outlet)
		case outlet != "" && fold(before) == outlet:
			return strings.TrimSpace(after)
		}
	}
	if before, after, found := strings.Cut(title, " | "); found && outlet != "" && fold(before) == outlet {
		return strings.TrimSpace(after)
	}
	return strings.TrimSpace(title)
}
