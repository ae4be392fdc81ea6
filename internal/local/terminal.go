package local

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"onrecord/internal/config"
)

// ink sets words off at a terminal; anywhere else it leaves them as they are.
type ink struct{ on bool }

// inkFor returns the ink of an output: none unless it is a terminal whose
// owner wants it.
func inkFor(w io.Writer) ink { return ink{isTerminal(w) && config.Colour(os.Getenv)} }

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// bold writes each line of s in bold: a pager may begin at any of them.
func (i ink) bold(s string) string { return i.lines(s, "\x1b[1m") }

// faint writes each line of s with less weight than its surroundings.
func (i ink) faint(s string) string { return i.lines(s, "\x1b[2m") }

func (i ink) lines(s, code string) string {
	if !i.on || s == "" {
		return s
	}
	return code + strings.ReplaceAll(s, "\n", "\x1b[0m\n"+code) + "\x1b[0m"
}

// lead writes the words that a paragraph begins with in bold, as far as they
// stand on its first line.
func (i ink) lead(paragraph, indent, words string) string {
	rest, found := strings.CutPrefix(paragraph, indent+words)
	if !found {
		return paragraph
	}
	return indent + i.bold(words) + rest
}

// progress tells at a terminal how far a long piece of work is, on a line that
// it takes away again.
type progress struct {
	w     io.Writer // nil for nobody
	total int
	next  time.Time // when to say so again
	shown bool
}

// patience is how long work may take before its progress is shown, and the
// time from one look to the next.
const patience = 200 * time.Millisecond

func newProgress(w io.Writer, total int) *progress {
	if !isTerminal(w) {
		w = nil
	}
	return &progress{w: w, total: total, next: time.Now().Add(patience)}
}

// done says how many of the total are done.
func (p *progress) done(n int) {
	if now := time.Now(); p.w != nil && !now.Before(p.next) {
		p.next, p.shown = now.Add(patience), true
		fmt.Fprintf(p.w, "\r%d of %d", n, p.total)
	}
}

// clear takes the line away, before anything else is written.
func (p *progress) clear() {
	if p.shown {
		p.shown = false
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
