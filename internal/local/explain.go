package local

import (
	"context"
	"fmt"
	"strings"

	"onrecord/internal/article"
	"onrecord/internal/document"
	"onrecord/internal/text"
)

func explainCommand() command {
	return command{
		name:  "explain",
		short: "say why each block of a page is the article's or not",
		usage: `Usage: onrecord explain FILE...

Prints what each page says about its article (= headline, byline, date …, with
where it says so) and its blocks in order: + what was kept, - what was dropped,
each with the reason. For web pages and what is read like them; any other file
is one line on stderr, and the exit status is 1 at the end.

  onrecord explain article.html
  onrecord explain article.html | grep '^-'`,
		run: func(_ context.Context, p *program, args []string) error { return p.explain(args) },
	}
}

func (p *program) explain(args []string) error {
	c := explainCommand()
	f := p.flags(c)
	if err := p.parse(c, f, args); err != nil {
		return err
	}
	if f.NArg() == 0 {
		return usageError{"explain: no file given"}
	}
	var failed error
	for _, path := range f.Args() {
		if err := p.explainFile(path); err != nil {
			fmt.Fprintf(p.stderr, "onrecord: %s\n", oneLine(err))
			failed = errSome
		}
	}
	return failed
}

func (p *program) explainFile(path string) error {
	raw, _, err := p.read(path)
	if err != nil {
		return err
	}
	d, err := document.Parse(raw, document.Hint{Name: path})
	if err != nil {
		return fmt.Errorf("parse %s: %w", path, err)
	}
	blocks := article.Explain(d)
	if len(blocks) == 0 {
		return fmt.Errorf("explain %s: a %s document has no blocks to judge", path, d.Format)
	}
	for _, f := range article.ExplainFacts(d) {
		if _, err := fmt.Fprintf(p.stdout, "%s\n    %s: %s\n", text.Wrap("= "+f.Name+": ", "  ", f.Value, columns), f.From, f.Why); err != nil {
			return err
		}
	}
	for _, b := range blocks {
		mark := "- "
		if b.Kept {
			mark = "+ "
		}
		said := strings.Join(strings.Fields(b.Text), " ")
		if _, err := fmt.Fprintf(p.stdout, "%s\n    <%s> %s\n", text.Wrap(mark, "  ", said, columns), b.Tag, b.Why); err != nil {
			return err
		}
	}
	return nil
}
