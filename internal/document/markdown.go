package document

import (
	"strings"

	"golang.org/x/net/html"
)

// parseMarkdown renders Markdown to HTML and parses that. Only the blocks and
// marks that newsroom exports use are known; a full CommonMark library takes
// a millisecond of every cold start, which is a quarter of it.
func parseMarkdown(s string) (*Document, error) {
	meta, body := frontMatter(strings.TrimLeft(s, "\n"))
	m := &markdown{}
	for line := range strings.SplitSeq(body, "\n") {
		m.line(line)
	}
	m.flush()
	root, err := buildTree(m.out.String())
	if err != nil {
		return nil, err
	}
	return &Document{Format: Markdown, Root: root, Meta: meta}, nil
}

// withoutAttributes takes off what Pandoc and its kin write behind a heading:
// {#an-id .a-class}.
func withoutAttributes(heading string) string {
	i := strings.LastIndex(heading, " {")
	if i < 0 || !strings.HasSuffix(heading, "}") || !strings.ContainsAny(heading[i+2:i+3], "#.-=") {
		return heading
	}
	return heading[:i]
}

// markdown renders line by line: para holds the lines of the block that is
// still open.
type markdown struct {
	out   strings.Builder
	para  []string
	tag   string // of the open block: p, li, blockquote
	fence string // mark that closes the open code block
}

func (m *markdown) line(line string) {
	trimmed := strings.TrimSpace(line)
	if m.fence != "" {
		m.code(trimmed, line)
		return
	}
	switch level := headingLevel(line); {
	case trimmed == "":
		m.flush()
	case level > 0:
		m.flush()
		m.tag = "h" + string(rune('0'+level))
		m.para = append(m.para, strings.TrimSpace(strings.TrimRight(withoutAttributes(trimmed[level:]), "# ")))
		m.flush()
	case underline(trimmed) && len(m.para) > 0 && m.tag == "p":
		m.tag = "h2"
		if trimmed[0] == '=' {
			m.tag = "h1"
		}
		m.flush()
	case rule(trimmed):
		m.flush()
		m.out.WriteString("<hr>\n")
	case strings.HasPrefix(trimmed, "```"), strings.HasPrefix(trimmed, "~~~"):
		m.flush()
		m.fence, m.tag = trimmed[:3], "pre"
	case strings.HasPrefix(trimmed, ">"):
		m.open("blockquote", strings.TrimSpace(strings.TrimLeft(trimmed, "> ")))
	default:
		if text, ok := listItem(trimmed); ok {
			m.flush()
			m.open("li", text)
			return
		}
		m.open("", trimmed)
	}
}

// open adds a line to the open block, or begins one of the given tag; the
// empty tag goes on with whatever is open. An empty line of a quotation ends
// its paragraph.
func (m *markdown) open(tag, text string) {
	if text == "" || tag != "" && m.tag != tag {
		m.flush()
	}
	if m.tag == "" {
		if m.tag = tag; tag == "" {
			m.tag = "p"
		}
	}
	if text != "" {
		m.para = append(m.para, text)
	}
}

func (m *markdown) code(trimmed, line string) {
	if strings.HasPrefix(trimmed, m.fence) {
		m.fence = ""
		m.flush()
		return
	}
	m.para = append(m.para, line)
}

// flush writes the open block.
func (m *markdown) flush() {
	if len(m.para) > 0 {
		text := strings.Join(m.para, "\n")
		if m.tag == "pre" {
			text = html.EscapeString(text)
		} else {
			text = inline(text)
		}
		m.out.WriteString("<" + m.tag + ">" + text + "</" + m.tag + ">\n")
	}
	m.para, m.tag = nil, ""
}

// headingLevel is the number of marks of an ATX heading, 0 for any other line.
func headingLevel(line string) int {
	n := len(line) - len(strings.TrimLeft(line, "#"))
	if n < 1 || n > 6 || len(line) == n || line[n] != ' ' && line[n] != '\t' {
		return 0
	}
	return n
}

// underline reports the line of marks under a setext heading.
func underline(line string) bool {
	return len(line) >= 3 && (strings.Trim(line, "=") == "" || strings.Trim(line, "-") == "")
}

// rule reports a thematic break.
func rule(line string) bool {
	bare := strings.ReplaceAll(line, " ", "")
	return len(bare) >= 3 && (strings.Trim(bare, "*") == "" || strings.Trim(bare, "-") == "" || strings.Trim(bare, "_") == "")
}

// listItem takes the bullet or number off an item.
func listItem(line string) (string, bool) {
	for _, bullet := range [...]string{"- ", "* ", "+ ", "• "} {
		if rest, found := strings.CutPrefix(line, bullet); found {
			return strings.TrimSpace(rest), true
		}
	}
	n := 0
	for n < len(line) && n < 3 && '0' <= line[n] && line[n] <= '9' {
		n++
	}
	if n > 0 && len(line) > n+1 && (line[n] == '.' || line[n] == ')') && line[n+1] == ' ' {
		return strings.TrimSpace(line[n+2:]), true
	}
	return "", false
}
