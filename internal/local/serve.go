package local

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"path/filepath"
	"time"

	"onrecord/internal/loopback"
)

func serveCommand() command {
	return command{
		name:  "serve",
		short: "run everything on this machine, with a page on 127.0.0.1",
		usage: `Usage: onrecord serve [flags]

Runs On Record without AWS: an S3 server and a mail service in this process,
and a page that shows what comes of them. The sample articles are digested and
the day's issue is mailed to sample subscribers; then it waits for articles to
be dropped into the watched folder or put into the bucket. Ctrl-C ends it, and
nothing is kept.

  onrecord serve -watch ~/Downloads/articles
  onrecord serve -samples "" -timezone America/New_York -hour 6`,
		run: func(ctx context.Context, p *program, args []string) error { return p.serve(ctx, args) },
	}
}

// serveOptions are the flags of serve.
type serveOptions struct {
	page, s3, ses  string
	samples, inbox string
	zone           *time.Location
	hour           int
}

func (p *program) serveFlags(args []string) (serveOptions, error) {
	c := serveCommand()
	f := p.flags(c)
	var o serveOptions
	f.StringVar(&o.page, "page", "127.0.0.1:8600", "loopback `ADDRESS` of the page")
	f.StringVar(&o.s3, "s3", "127.0.0.1:8601", "loopback `ADDRESS` of the S3 server")
	f.StringVar(&o.ses, "ses", "127.0.0.1:8602", "loopback `ADDRESS` of the mail service")
	f.StringVar(&o.samples, "samples", "events/articles", "`FOLDER` of articles to begin with; empty for none")
	f.StringVar(&o.inbox, "watch", "inbox", "`FOLDER` to watch; made where it is missing")
	zone := f.String("timezone", "UTC", "IANA `ZONE` in which the day is cut")
	f.IntVar(&o.hour, "hour", 7, "local `HOUR` at which the day is cut, 0 to 23")
	if err := p.parse(c, f, args); err != nil {
		return o, err
	}
	if f.NArg() > 0 {
		return o, usageError{fmt.Sprintf("serve: unexpected argument %q", f.Arg(0))}
	}
	var err error
	if o.zone, err = time.LoadLocation(*zone); err != nil {
		return o, usageError{fmt.Sprintf("serve: -timezone: %v", err)}
	}
	if o.hour < 0 || o.hour > 23 {
		return o, usageError{fmt.Sprintf("serve: -hour %d is not an hour from 0 to 23", o.hour)}
	}
	return o, nil
}

func (p *program) serve(ctx context.Context, args []string) error {
	o, err := p.serveFlags(args)
	if err != nil {
		return err
	}
	listener, err := loopback.Listen(o.page)
	if err != nil {
		return fmt.Errorf("%w (another address: -page)", err)
	}
	defer listener.Close()
	log := slog.New(slog.NewTextHandler(p.stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	stack, err := Start(ctx, StackOptions{
		S3Addr: o.s3, SESAddr: o.ses, Zone: o.zone, Hour: o.hour, Readers: sampleReaders(), Log: log,
	})
	if err != nil {
		return fmt.Errorf("%w (another address: -s3, -ses)", err)
	}
	defer stack.Close()
	server := &http.Server{Handler: newPage(stack, log), ReadHeaderTimeout: 10 * time.Second}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	if err := p.begin(ctx, stack, o, log); err != nil {
		return errors.Join(err, server.Close())
	}
	p.invite(stack, listener.Addr(), o)
	select {
	case <-ctx.Done():
		fmt.Fprintln(p.stdout, "\nStopped.")
		return server.Close()
	case err := <-served:
		return err
	}
}

// begin digests the samples, mails the day's issue and starts to watch. The
// clock is set to just before the last cut-off, so that the issue is today's
// and whatever comes next is for tomorrow's.
func (p *program) begin(ctx context.Context, stack *Stack, o serveOptions, log *slog.Logger) error {
	now := time.Now()
	stack.Clock.Set(stack.cut(now.AddDate(0, 0, -1)).Add(-10 * time.Minute))
	if o.samples != "" {
		n, err := uploadFolder(ctx, stack, o.samples)
		if err != nil {
			return fmt.Errorf("samples: %w", err)
		}
		result, err := stack.NextIssue(ctx)
		if err != nil {
			return fmt.Errorf("first issue: %w", err)
		}
		fmt.Fprintf(p.stdout, "%d articles digested in %s, %d stories mailed to %d of %d subscribers.\n",
			n, time.Since(now).Round(time.Millisecond), result.Stories, result.Sent, result.Subscribers)
	}
	go beatOften(ctx, stack, log)
	return watch(ctx, o.inbox, stack.Put, log)
}

// uploadFolder uploads every file below dir and returns how many there were.
func uploadFolder(ctx context.Context, stack *Stack, dir string) (int, error) {
	n := 0
	return n, filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() || hidden(path) {
			return err
		}
		n++
		return uploadFile(ctx, dir, path, stack.Upload)
	})
}

// beatOften beats the schedule every 15 minutes, as the template has it.
func beatOften(ctx context.Context, stack *Stack, log *slog.Logger) {
	tick := time.NewTicker(15 * time.Minute)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if _, err := stack.Beat(ctx); err != nil {
				log.Error("beat", "error", err)
			}
		}
	}
}

// invite says where to look and what to try.
func (p *program) invite(stack *Stack, page net.Addr, o serveOptions) {
	fmt.Fprintf(p.stdout, `
Page     http://%s
Drop     an article into %s%c (a subfolder is a section)
Or put   AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_REGION=%s \
         aws s3 cp article.html s3://%s/%sworld/ --endpoint-url %s
Ctrl-C ends it; nothing is kept.
`, page, o.inbox, filepath.Separator, region, articlesBucket, uploads, stack.S3.Endpoint())
}
