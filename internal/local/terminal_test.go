package local

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"onrecord/internal/digest"
)

// TestInk sets headline, names and cues off, and changes nothing else.
func TestInk(t *testing.T) {
	d, err := digest.Make(digest.Source{Key: "ferry.txt"}, []byte(ferry+"\nHalme’s mayor, Jon Vik, called on the county to take over the boats.\n"))
	if err != nil {
		t.Fatal(err)
	}
	d.Article.Headline += strings.Repeat(" and so on", 10) // two lines of it
	var plain, coloured bytes.Buffer
	if printDigest(&plain, d, ink{}) != nil || printDigest(&coloured, d, ink{on: true}) != nil {
		t.Fatal("a buffer fails")
	}
	for _, want := range []string{
		"\x1b[1mFerry Line to Halme", "\x1b[0m\n\x1b[1m", "\x1b[1mJon Vik\x1b[0m, Halme’s mayor", "  \x1b[1mcalled on\x1b[0m the county",
	} {
		if !strings.Contains(coloured.String(), want) {
			t.Errorf("no %q in\n%q", want, coloured.String())
		}
	}
	if bare := regexp.MustCompile(`\x1b\[\dm`).ReplaceAllString(coloured.String(), ""); bare != plain.String() {
		t.Errorf("without its colours:\n%s\nwant\n%s", bare, plain.String())
	}
	if strings.Contains(plain.String(), "\x1b") {
		t.Errorf("no terminal, and yet %q", plain.String())
	}
}

// TestTerminal holds that a file is none: what goes to a pipe or a file has no
// colours and no progress in it.
func TestTerminal(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if inkFor(f).on || newProgress(f, 100).w != nil || inkFor(&bytes.Buffer{}).on {
		t.Error("a file or a buffer is taken for a terminal")
	}
}

func TestProgress(t *testing.T) {
	var out bytes.Buffer
	p := &progress{w: &out, total: 40, next: time.Now().Add(time.Hour)}
	p.done(1)
	p.clear()
	if out.Len() > 0 {
		t.Errorf("short work is spoken of: %q", out.String())
	}
	p.next = time.Time{}
	p.done(2)
	p.done(3) // too soon after
	p.clear()
	p.clear()
	if want := "\r2 of 40\r\x1b[K"; out.String() != want {
		t.Errorf("progress wrote %q, want %q", out.String(), want)
	}
}
