package document

import "strings"

// headerReach is how many lines of a pasted text a mail's header is looked for
// in, and noteSize how many bytes may stand above it: the note of the person
// who passes an article on, and the warnings of their mail program.
const (
	headerReach = 80
	noteSize    = 2000
)

// parseText keeps plain text as it is; what its lines mean is for those to
// say who know what an article is. Only what was pasted from a mail program
// begins below the header that it shows, the last where it was passed on
// more than once.
func parseText(s string) (*Document, error) {
	d := &Document{Format: Text, Text: s}
	for range 5 {
		if !belowHeader(d) {
			break
		}
	}
	return d, nil
}

// belowHeader cuts a header that a mail program shows, and the note above it,
// off the text, and notes what its fields say.
func belowHeader(d *Document) bool {
	rows := strings.SplitN(d.Text, "\n", headerReach+1)
	lines := make([]textLine, 0, headerReach)
	for _, row := range rows[:min(len(rows), headerReach)] {
		if len(row) > noteSize {
			break
		}
		lines = append(lines, textLine{text: row})
	}
	fields, end := copiedHeader(lines)
	above := 0
	for _, l := range lines[:end] {
		above += len(l.text) + 1
	}
	if end == 0 || above > noteSize || len(d.Text)-above < above {
		return false // the text may stand above, and the header be of a mail that it answers
	}
	d.Meta = map[string]string{}
	for key, value := range fields {
		if value != "" {
			d.Meta[key] = value
		}
	}
	d.Text = strings.TrimLeft(unquoteLines(strings.Split(d.Text[above:], "\n")), "\n")
	return true
}
