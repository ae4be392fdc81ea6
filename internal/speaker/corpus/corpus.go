// Package corpus reads the annotated articles that package speaker is
// measured and trained on. GUIDELINE.md says how they are annotated.
package corpus

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"onrecord/internal/article"
	"onrecord/internal/speaker"
	"onrecord/internal/text"
)

//go:embed articles/*.txt
var files embed.FS

// Article is an annotated article.
type Article struct {
	Name       string // file name without its ending
	Desk       string
	Style      string
	Held       bool // never trained on
	Article    article.Article
	Speakers   []Speaker
	Statements []Statement
}

// Speaker is somebody with a statement.
type Speaker struct {
	Letter string
	Kind   speaker.Kind
	Name   string
	Roles  []string
}

// Statement is one statement. Its spans are of Article.Text, in reading order;
// Source and Cue are empty where the article leaves them out.
type Statement struct {
	ID      string // the speaker's letter and a number
	Speaker int    // index into Speakers
	Source  []text.Span
	Cue     []text.Span
	Content []text.Span
}

// Type says how the article reports a part of a statement's content.
func (a Article) Type(content text.Span) speaker.Type {
	for _, q := range text.Quotations(a.Article.Text) {
		switch {
		case q.Inner.Contains(content) || q.Outer.Contains(content):
			return speaker.Direct
		case content.Overlaps(q.Outer):
			return speaker.Mixed
		}
	}
	return speaker.Indirect
}

// Load reads the whole corpus, by file name.
func Load() ([]Article, error) {
	names, err := fs.Glob(files, "articles/*.txt")
	if err != nil {
		return nil, err
	}
	var all []Article
	for _, name := range names {
		raw, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		a, err := Parse(strings.TrimSuffix(path.Base(name), ".txt"), string(raw))
		if err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	return all, nil
}

// Parse reads one annotated article. The error names the file and what is
// wrong with it.
func Parse(name, raw string) (Article, error) {
	a := Article{Name: name}
	header, body, _ := strings.Cut(raw, "\n\n")
	for line := range strings.Lines(header) {
		if err := a.header(strings.TrimSpace(line)); err != nil {
			return a, fmt.Errorf("%s: %w", name, err)
		}
	}
	if a.Desk == "" || a.Article.Headline == "" {
		return a, fmt.Errorf("%s: no desk or no headline", name)
	}
	if err := a.body(body); err != nil {
		return a, fmt.Errorf("%s: %w", name, err)
	}
	a.Article.Language = "en"
	a.Article.Words = len(text.Words(a.Article.Text))
	return a, nil
}

func (a *Article) header(line string) error {
	key, value, _ := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	switch key {
	case "desk":
		a.Desk = value
	case "style":
		a.Style = value
	case "headline":
		a.Article.Headline = value
	case "held":
		a.Held = value == "yes"
	case "speaker":
		return a.speaker(value)
	default:
		return fmt.Errorf("header %q is not known", key)
	}
	return nil
}

func (a *Article) speaker(line string) error {
	fields := strings.Split(line, "|")
	if len(fields) < 3 || len(fields) > 4 {
		return fmt.Errorf("speaker %q: want letter, kind, name and roles", line)
	}
	s := Speaker{
		Letter: strings.TrimSpace(fields[0]),
		Kind:   speaker.Kind(strings.TrimSpace(fields[1])),
		Name:   strings.TrimSpace(fields[2]),
	}
	if !slices.Contains([]speaker.Kind{speaker.Person, speaker.Organization, speaker.Unnamed}, s.Kind) {
		return fmt.Errorf("speaker %q: kind %q", s.Letter, s.Kind)
	}
	if len(fields) == 4 {
		for role := range strings.SplitSeq(fields[3], ";") {
			if role = strings.TrimSpace(role); role != "" {
				s.Roles = append(s.Roles, role)
			}
		}
	}
	a.Speakers = append(a.Speakers, s)
	return nil
}

// body takes the tags out of the text and notes where they stood.
func (a *Article) body(marked string) error {
	tag := regexp.MustCompile(`<(/?)([scq])(?: ([A-Z]{1,2})(\d+))?>`)
	var paragraphs []string
	for p := range strings.SplitSeq(marked, "\n\n") {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			paragraphs = append(paragraphs, p)
		}
	}
	marked = strings.Join(paragraphs, "\n\n")
	var out strings.Builder
	var kind, letter, id string // of the open tag
	start, last := 0, 0
	for _, m := range tag.FindAllStringSubmatchIndex(marked, -1) {
		out.WriteString(marked[last:m[0]])
		last = m[1]
		switch closing := m[3] > m[2]; {
		case closing && kind == marked[m[4]:m[5]]:
			if err := a.note(letter, id, kind, text.Span{Start: start, End: out.Len()}); err != nil {
				return err
			}
			kind = ""
		case closing || kind != "" || m[6] < 0:
			return fmt.Errorf("tag %s does not fit at %q", marked[m[0]:m[1]], marked[m[0]:min(len(marked), m[0]+60)])
		default:
			kind, letter, id = marked[m[4]:m[5]], marked[m[6]:m[7]], marked[m[6]:m[9]]
			start = out.Len()
		}
	}
	out.WriteString(marked[last:])
	a.Article.Text = out.String()
	if kind != "" || strings.Contains(a.Article.Text, "<") {
		return fmt.Errorf("a tag is not closed")
	}
	for _, s := range a.Statements {
		if len(s.Content) == 0 {
			return fmt.Errorf("statement %s has no content", s.ID)
		}
	}
	return nil
}

func (a *Article) note(letter, id, kind string, span text.Span) error {
	who := slices.IndexFunc(a.Speakers, func(s Speaker) bool { return s.Letter == letter })
	if who < 0 {
		return fmt.Errorf("statement %s: no speaker %s", id, letter)
	}
	i := slices.IndexFunc(a.Statements, func(s Statement) bool { return s.ID == id })
	if i < 0 {
		i = len(a.Statements)
		a.Statements = append(a.Statements, Statement{ID: id, Speaker: who})
	}
	s := &a.Statements[i]
	switch kind {
	case "s":
		s.Source = append(s.Source, span)
	case "c":
		s.Cue = append(s.Cue, span)
	default:
		s.Content = append(s.Content, span)
	}
	return nil
}
