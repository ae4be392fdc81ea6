package local

import (
	"context"
	"fmt"
	"io"
	"strings"

	"onrecord/internal/digest"
	"onrecord/internal/speaker"
	"onrecord/internal/text"
)

// columns is the width that text for the terminal is set to.
const columns = 80

func digestCommand() command {
	return command{
		name:  "digest",
		short: "print the digest of each article file",
		usage: `Usage: onrecord digest [-format text|json] FILE...

Prints one digest per file, in the order given; - is standard input. A file
that has none is one line on stderr, the others are still digested, and the
exit status is 1 at the end.

  onrecord digest article.html
  onrecord digest -format json articles/*.html | jq -r '.speakers[].name'
  pbpaste | onrecord digest -`,
		run: func(_ context.Context, p *program, args []string) error { return p.digest(args) },
	}
}

func (p *program) digest(args []string) error {
	c := digestCommand()
	f := p.flags(c)
	format := f.String("format", "text", "`FORMAT`: text, or json, one object a line")
	if err := p.parse(c, f, args); err != nil {
		return err
	}
	if err := oneOf(c, *format, "text", "json"); err != nil {
		return err
	}
	if f.NArg() == 0 {
		return usageError{"digest: no file given"}
	}
	first, ink := true, inkFor(p.stdout)
	return p.digestFiles(f.Args(), func(d digest.Digest) error {
		if *format == "json" {
			return d.Encode(p.stdout)
		}
		if !first {
			fmt.Fprintf(p.stdout, "\n%s\n\n", strings.Repeat("─", columns))
		}
		first = false
		return printDigest(p.stdout, d, ink)
	})
}

// printDigest writes a digest to be read at a terminal.
func printDigest(w io.Writer, d digest.Digest, ink ink) error {
	var b strings.Builder
	b.WriteString(ink.bold(paragraph(d.Article.Headline, "")) + "\n")
	b.WriteString(ink.faint(paragraph(credit(d), "")) + "\n")
	if len(d.Summary) > 0 {
		var sentences []string
		for _, s := range d.Summary {
			sentences = append(sentences, s.Text)
		}
		b.WriteString("\n" + paragraph(strings.Join(sentences, " "), "") + "\n")
	}
	if len(d.Speakers) == 0 {
		b.WriteString("\nThe article names no one as saying anything.\n")
	} else {
		b.WriteString("\n" + ink.faint("WHO SAID WHAT") + "\n")
	}
	for i, s := range d.Speakers {
		who := paragraph(strings.Join(append([]string{s.Name}, s.Roles...), ", "), "")
		b.WriteString("\n" + ink.lead(who, "", s.Name) + "\n")
		for _, said := range statementsOf(d, i) {
			b.WriteString(ink.lead(paragraph(said.String(), "  "), "  ", said.Cue) + "\n")
		}
	}
	if d.Speech == speaker.DirectSpeech {
		b.WriteString("\n" + ink.faint(paragraph(directOnly, "")) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// directOnly is said of an article in a language whose indirect speech is not
// looked for.
const directOnly = "Quotations only: indirect speech is looked for in English."

// credit is the line under the headline: who published it, when, by whom.
func credit(d digest.Digest) string {
	a := d.Article
	var parts []string
	for _, part := range []string{a.Publication, a.Published, strings.Join(a.Byline, " and ")} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	parts = append(parts, fmt.Sprintf("%d min read", a.ReadingMinutes))
	return strings.Join(parts, " · ")
}

// paragraph sets s in lines, each indented.
func paragraph(s, indent string) string { return text.Wrap(indent, indent, s, columns) }
