package article

import (
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
	if m.chosen == "" {
		m.chosen = m.chooseHeadline()
	}
	return m.chosen
}

func (m *metadata) chooseHeadline() string {
	outlet := fold(m.outlet())
	var others []string // what may confirm an h1
	for _, c := range m.titles {
		if c.from != "h1" && c.from != "itemprop" {
			others = append(others, fold(withoutSite(c.value, outlet)))
		}
	}
	for _, c := range m.titles {
		if c.from == "h1" && m.agrees(c.value, "og:title", outlet) {
			return c.value
		}
	}
	if og := m.titleFrom("og:title", outlet, true); og != "" && strings.Count(fold(og), " ") >= 2 && !m.shows("json-ld headline", outlet) {
		// The page shows this one, as the line above the article or as the
		// h1's second line, and not what is written for search engines.
		return m.whole(og, outlet)
	}
	if m.news {
		// A newsroom's own system fills this field; on other sites it is a
		// plug-in for search engines.
		if h := m.titleFrom("json-ld headline", outlet, false); h != "" {
			return m.withoutKicker(m.whole(h, outlet), outlet)
		}
	}
	best, bestShare := "", 0.5
	for _, c := range m.titles {
		if f := fold(c.value); c.from == "h1" && f != outlet {
			if share := confirmed(f, others); share > bestShare {
				best, bestShare = c.value, share
			}
		}
	}
	if best != "" {
		return m.withoutKicker(best, outlet)
	}
	for _, shown := range []bool{true, false} { // a title that the page shows comes first
		for _, from := range []string{"json-ld headline", "og:title", "itemprop", "h1", "headline", "twitter:title", "title", "json-ld name"} {
			if title := m.titleFrom(from, outlet, shown); title != "" {
				return m.withoutKicker(m.whole(title, outlet), outlet)
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
		if c.from == from && f != "" && f != outlet && (fold(c.value) == f || fold(withoutSite(c.value, outlet)) == f) {
			return true
		}
	}
	return false
}

// confirmed returns how much of an h1 the best of the other titles shares:
// 1 for the same words, or the share of the words of the shorter.
func confirmed(h1 string, others []string) float64 {
	words := strings.Fields(h1)
	best := 0.0
	for _, o := range others {
		if o == h1 {
			return 1
		}
		if len(words) < 3 {
			continue
		}
		theirs := strings.Fields(o)
		same := 0
		for _, w := range words[:min(len(words), 40)] {
			if slices.Contains(theirs, w) {
				same++
			}
		}
		if shorter := min(len(words), len(theirs)); shorter > 2 {
			best = max(best, 0.99*float64(same)/float64(shorter))
		}
	}
	return best
}

// shownPart returns the part of a title between separators that the page shows
// as a line of its own, the longest; empty for none.
func (m *metadata) shownPart(title string) string {
	best := ""
	for _, sep := range separators {
		for part := range strings.SplitSeq(title, sep) {
			if part = strings.TrimSpace(part); len(part) > len(best) && len(part) >= 10 && m.lines[fold(part)] {
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
