package issue

// Line is a story as one entry of a list: what a mail shows of a story that it
// has no room to tell.
type Line struct {
	Headline    string
	Section     string // may be empty
	Publication string // of the first article, may be empty
	URL         string // likewise
	Articles    int    // how many are on it
}

// Overflow returns the stories after the first told as a list of headlines,
// none left out. How many are told is for the mail to say, which alone knows
// how many bytes a story takes.
func (is Issue) Overflow(told int) []Line {
	var out []Line
	for _, s := range is.Stories[min(max(told, 0), len(is.Stories)):] {
		l := Line{Headline: s.Headline, Section: s.Section, Articles: len(s.Articles)}
		if len(s.Articles) > 0 {
			l.Publication, l.URL = s.Articles[0].Publication, s.Articles[0].URL
		}
		out = append(out, l)
	}
	return out
}
