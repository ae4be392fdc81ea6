package local

import (
	"context"
	"fmt"
	"io"
	"time"

	"onrecord/internal/digest"
	"onrecord/internal/email"
	"onrecord/internal/email/eml"
	"onrecord/internal/issue"
)

func issueCommand() command {
	return command{
		name:  "issue",
		short: "compile article files into one issue, as text, HTML, mail or JSON",
		usage: `Usage: onrecord issue [-format text|html|eml|json] [-at TIME] [-timezone ZONE] FILE...

Digests the files and compiles them into one issue. Articles on the same event
become one story. A file that has no digest is one line on stderr, and the exit
status is 1 at the end.

  onrecord issue events/articles/*/*
  onrecord issue -format html articles/*.html > issue.html
  onrecord issue -format eml -timezone Europe/Berlin articles/*.html > issue.eml`,
		run: func(_ context.Context, p *program, args []string) error { return p.issue(args) },
	}
}

func (p *program) issue(args []string) error {
	c := issueCommand()
	f := p.flags(c)
	format := f.String("format", "text", "`FORMAT`: text, html, eml or json")
	at := f.String("at", "", "`TIME` at which the issue is cut, as 2006-01-02T15:04:05Z; now where absent")
	zone := f.String("timezone", "UTC", "IANA `ZONE` that dates are shown in")
	if err := p.parse(c, f, args); err != nil {
		return err
	}
	if err := oneOf(c, *format, "text", "html", "eml", "json"); err != nil {
		return err
	}
	if f.NArg() == 0 {
		return usageError{"issue: no file given"}
	}
	location, err := time.LoadLocation(*zone)
	if err != nil {
		return usageError{fmt.Sprintf("issue: -timezone: %v", err)}
	}
	cut := time.Now()
	if *at != "" {
		if cut, err = time.Parse(time.RFC3339, *at); err != nil {
			return usageError{fmt.Sprintf("issue: -at: %v", err)}
		}
	}
	var digests []digest.Digest
	rejected := p.digestFiles(f.Args(), func(d digest.Digest) error {
		digests = append(digests, d)
		return nil
	})
	window := issue.Window{From: cut.AddDate(0, 0, -1), To: cut}
	if err := printIssue(p.stdout, issue.Compile(window, location, digests), cut.In(location).Hour(), *format); err != nil {
		return err
	}
	return rejected
}

// What the mail of issue -format eml is addressed with.
const (
	sampleRecipient   = "reader@example.org"
	sampleUnsubscribe = "https://example.com/unsubscribe"
)

// printIssue writes an issue that comes every day at an hour of its timezone.
func printIssue(w io.Writer, is issue.Issue, hour int, format string) error {
	if format == "json" {
		return is.Encode(w)
	}
	options := email.Options{Title: title, Hour: hour, UnsubscribeURL: sampleUnsubscribe}
	if format == "text" {
		ink := inkFor(w)
		text, err := email.Text(is, options, email.Ink{Strong: ink.bold, Faint: ink.faint})
		if err != nil {
			return err
		}
		_, err = io.WriteString(w, text)
		return err
	}
	message, err := email.Compose(is, options)
	if err != nil {
		return err
	}
	var out []byte
	switch format {
	case "html":
		out = []byte(message.HTML)
	case "eml":
		out, err = eml.Write(message, eml.Envelope{
			From: sender, To: sampleRecipient, Date: is.Window.To, UnsubscribeURL: sampleUnsubscribe,
		})
	}
	if err != nil {
		return err
	}
	_, err = w.Write(out)
	return err
}
