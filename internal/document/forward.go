package document

import (
	"strings"

	"golang.org/x/net/html"
)

// sentOn looks for the header that mail programs copy above a text that is
// sent on. What stands before it is a note of the person who sent it on, and
// what it says of sender, date and subject is the article's, so both go.
func sentOn(d *Document) {
	lines := lineList(d)
	fields, end := copiedHeader(lines)
	if end == 0 {
		return
	}
	for key, value := range fields {
		if value != "" {
			d.Meta[key] = value
		}
	}
	if d.Root == nil {
		var rest []string
		for _, l := range lines[end:] {
			rest = append(rest, l.text)
		}
		d.Text = strings.TrimLeft(unquoteLines(rest), "\n")
		return
	}
	for _, l := range lines[:end] {
		for _, n := range l.nodes {
			n.Data = " "
		}
	}
}

// textLine is a line of a message as its reader sees it.
type textLine struct {
	text  string
	nodes []*html.Node // the text nodes it is made of, nil for plain text
}

// lineList returns the lines of d.
func lineList(d *Document) []textLine {
	if d.Root == nil {
		var out []textLine
		for l := range strings.SplitSeq(d.Text, "\n") {
			out = append(out, textLine{text: l})
		}
		return out
	}
	c := &lineCutter{}
	c.walk(d.Root)
	c.end()
	return c.lines
}

// lineCutter cuts a page where its blocks and line breaks do.
type lineCutter struct {
	lines []textLine
	text  strings.Builder
	nodes []*html.Node
}

func (c *lineCutter) walk(n *html.Node) {
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		switch {
		case k.Type == html.TextNode:
			c.text.WriteString(k.Data)
			c.nodes = append(c.nodes, k)
		case k.Type != html.ElementNode || k.Data == "head" || k.Data == "script" || k.Data == "style":
		case k.Data == "br":
			c.end()
		case block(k.DataAtom) || cell(k.DataAtom):
			c.end()
			c.walk(k)
			c.end()
		default:
			c.walk(k)
		}
	}
}

func (c *lineCutter) end() {
	if text := strings.Join(strings.Fields(c.text.String()), " "); text != "" {
		c.lines = append(c.lines, textLine{text, c.nodes})
		c.nodes = nil
	}
	c.text.Reset()
}

// copiedHeader finds three fields or more of a header among the first lines,
// sender and subject among them, and returns what they say and where the text
// begins below them; 0 for none.
func copiedHeader(lines []textLine) (map[string]string, int) {
	for i := range lines[:min(len(lines), 60)] {
		if key, _ := copiedField(lines[i].text); key == "" {
			continue
		}
		fields, n, end := map[string]string{}, 0, 0
		for j := i; j < min(len(lines), i+14); j++ {
			key, value := copiedField(lines[j].text)
			if key != "" {
				if n++; key != "to" {
					fields[key] = value
				}
				end = j + 1
			} else if strings.Trim(lines[j].text, "> \t") != "" && j > end+1 {
				break // past what a long list of recipients may wrap to
			}
		}
		if n >= 3 && fields["author"] != "" && fields["title"] != "" {
			fields["title"], fields["author"] = subject(fields["title"]), sender(fields["author"])
			return fields, end
		}
	}
	return nil, 0
}

// copiedField reads one line of a copied header.
func copiedField(line string) (key, value string) {
	line = strings.TrimLeft(line, "> \t*")
	label, value, found := strings.Cut(line, ":")
	if !found || len(label) > 20 {
		return "", ""
	}
	value = strings.Trim(value, " \t*")
	switch strings.ToLower(strings.TrimRight(label, "* ")) {
	case "from", "von", "de", "da", "van", "fra", "från":
		return "author", value
	case "date", "sent", "datum", "gesendet", "envoyé", "enviado", "fecha", "data", "verzonden", "dato", "skickat", "inviato":
		return "date", value
	case "subject", "betreff", "objet", "asunto", "oggetto", "onderwerp", "assunto", "emne", "ämne":
		return "title", value
	case "to", "cc", "an", "à", "para", "a", "aan", "til", "till", "reply-to":
		return "to", value
	}
	return "", ""
}

// unquoteLines takes the marks of quotation off, where nearly all lines have
// them.
func unquoteLines(lines []string) string {
	marked, full := 0, 0
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			full++
			if strings.HasPrefix(l, ">") {
				marked++
			}
		}
	}
	if marked*10 > full*9 {
		for i, l := range lines {
			lines[i] = strings.TrimPrefix(strings.TrimPrefix(l, ">"), " ")
		}
	}
	return strings.Join(lines, "\n")
}

// wordsIn reports a page with text that is seen.
func wordsIn(root *html.Node) bool {
	return len(lineList(&Document{Root: root})) > 0
}
