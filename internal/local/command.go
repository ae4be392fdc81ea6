// Package local runs On Record on one machine: the command line, and the
// whole stack behind a page on the loopback address, with an embedded S3
// server and a stand-in for SES in place of AWS.
package local

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
)

// Exit statuses of the command line.
const (
	statusOK     = 0
	statusFailed = 1 // some input was rejected, or something went wrong
	statusUsage  = 2 // the command line itself was wrong
)

// command is one verb of the command line.
type command struct {
	name  string
	short string
	usage string
	run   func(ctx context.Context, p *program, args []string) error
}

// program is the command line's outside world.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer
}

// errSome reports that some of the inputs were rejected, each of which has
// been named on stderr by then.
var errSome = errors.New("some inputs were rejected")

// usageError reports a command line that can't be run.
type usageError struct{ message string }

func (e usageError) Error() string { return e.message }

func commands() []command {
	return []command{digestCommand(), issueCommand(), explainCommand(), serveCommand()}
}

// Main runs the command line and returns its exit status.
func Main(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{stdin: stdin, stdout: stdout, stderr: stderr}
	err := p.dispatch(ctx, args)
	var usage usageError
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return statusOK
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "onrecord: %s\nTry: onrecord help\n", usage.message)
		return statusUsage
	case !errors.Is(err, errSome):
		fmt.Fprintf(stderr, "onrecord: %v\n", err)
	}
	return statusFailed
}

func (p *program) dispatch(ctx context.Context, args []string) error {
	if len(args) == 0 {
		p.help(p.stderr)
		return usageError{"no command given"}
	}
	if args[0] == "help" || args[0] == "-h" || args[0] == "-help" || args[0] == "--help" {
		p.help(p.stdout)
		return nil
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return c.run(ctx, p, args[1:])
		}
	}
	return usageError{fmt.Sprintf("unknown command %q", args[0])}
}

func (p *program) help(w io.Writer) {
	fmt.Fprint(w, "On Record: who said what, in the article's own words.\n\nCommands:\n")
	for _, c := range commands() {
		fmt.Fprintf(w, "  %-8s %s\n", c.name, c.short)
	}
	fmt.Fprint(w, "\nonrecord COMMAND -help says more about each.\n")
}

// flags returns a flag set that explains the command on -help and reports
// mistakes as usage errors.
func (p *program) flags(c command) *flag.FlagSet {
	f := flag.NewFlagSet(c.name, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.Usage = func() {}
	return f
}

// parse parses args; on -help it prints the command's usage and returns
// [flag.ErrHelp].
func (p *program) parse(c command, f *flag.FlagSet, args []string) error {
	err := f.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprintf(p.stdout, "%s\n\nFlags:\n", c.usage)
		f.SetOutput(p.stdout)
		f.PrintDefaults()
		return err
	}
	if err != nil {
		return usageError{c.name + ": " + err.Error()}
	}
	return nil
}

// oneOf checks the value of a -format flag.
func oneOf(c command, format string, known ...string) error {
	for _, k := range known {
		if format == k {
			return nil
		}
	}
	return usageError{fmt.Sprintf("%s: -format %q is none of %v", c.name, format, known)}
}
