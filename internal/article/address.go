package article

import (
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fewestAddressWords is how many words an address needs to say anything of a headline:
// shorter ones name a section.
const fewestAddressWords = 4

// addressWords returns the longer words that the page's address was made of, folded:
// those of its wordiest part. A content system makes them from the headline
// when the article is filed.
func addressWords(address string) []string {
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	var best []string
	for part := range strings.SplitSeq(u.Path, "/") {
		var words []string
		for w := range strings.FieldsSeq(fold(part)) {
			if len(w) > 2 && !strings.ContainsAny(w, "0123456789") { // one with digits is a key
				words = append(words, w)
			}
		}
		if len(words) > len(best) {
			best = words
		}
	}
	return best
}

// spelled returns the share of an address's words that a title has, each as it
// stands, without its accents, or with the umlauts that German addresses write
// out.
func spelled(words []string, title string) float64 {
	has := map[string]bool{}
	for w := range strings.FieldsSeq(fold(title)) {
		has[w], has[plain(w)], has[plain(writtenOut(w))] = true, true, true
	}
	n := 0
	for _, w := range words {
		if has[w] {
			n++
		}
	}
	return float64(n) / float64(max(1, len(words)))
}

// writtenOut returns a word with the umlauts as German and Scandinavian
// addresses write them out.
func writtenOut(w string) string {
	if !strings.ContainsAny(w, "äöüßåøæ") {
		return w
	}
	return strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "å", "aa", "ø", "oe", "æ", "ae").Replace(w)
}

// plain returns a word without its accents and strokes.
func plain(w string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(w) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ø':
			b.WriteByte('o')
		case r == 'ł':
			b.WriteByte('l')
		case r == 'đ':
			b.WriteByte('d')
		case r == 'ı':
			b.WriteByte('i')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// filedUnder returns the title that the address was made of, on a page whose
// titles disagree and which has no h1 to settle it: the title of a running
// report changes with its entries, and its address stays.
func (m *metadata) filedUnder(outlet string) (title, from string) {
	words := addressWords(m.canonical)
	if len(words) < fewestAddressWords {
		return "", ""
	}
	best, least := 0.0, 1.0
	for _, c := range m.titles {
		if c.from == "h1" {
			return "", ""
		}
		if c.from != "og:title" && c.from != "json-ld headline" {
			continue
		}
		t := withoutSite(c.value, outlet)
		share := spelled(words, t)
		if least = min(least, share); share > best {
			best, title, from = share, t, c.from
		}
	}
	if best < 0.9 || least > 0.5 {
		return "", ""
	}
	return title, from
}

// addressed returns the one of several h1 that the address was made of, empty
// where there are not several: those of other stories are h1 on some sites.
func (m *metadata) addressed() string {
	words := addressWords(m.canonical)
	if len(words) < fewestAddressWords {
		return ""
	}
	title, n := "", 0
	for _, c := range m.titles {
		if c.from != "h1" {
			continue
		}
		n++
		if title == "" && spelled(words, c.value) >= 0.9 {
			title = c.value
		}
	}
	if n < 2 {
		return ""
	}
	return title
}
