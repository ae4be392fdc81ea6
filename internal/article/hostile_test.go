package article

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/internal/document"
)

// hostile is a kind of upload that is built to be slow or to grow. Its full
// size is what the project says it can take.
type hostile struct {
	name string
	full int // how many of whatever it is made of
	make func(n int) []byte
}

const saidOnce = "The council said on Monday that it would close the old bridge in April, because divers had found cracks. "

func written(f func(n int) string) func(n int) []byte {
	return func(n int) []byte { return []byte(f(n)) }
}

// around repeats a piece between a start and an end.
func around(start, piece, end string) func(n int) []byte {
	return written(func(n int) string { return start + strings.Repeat(piece, n) + end })
}

// counted repeats a piece that is another each time.
func counted(start, piece, end string) func(n int) []byte {
	return written(func(n int) string {
		var b strings.Builder
		b.WriteString(start)
		for i := range n {
			fmt.Fprintf(&b, piece, i)
		}
		b.WriteString(end)
		return b.String()
	})
}

// packed puts one part beside what makes an archive a document.
func packed(mimetype, name string, content func(n int) []byte) func(n int) []byte {
	return func(n int) []byte {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for _, part := range [...]struct {
			name string
			data []byte
		}{{"mimetype", []byte(mimetype)}, {name, content(n)}} {
			f, err := w.Create(part.name)
			if err == nil {
				_, err = f.Write(part.data)
			}
			if err != nil {
				panic(err)
			}
		}
		if err := w.Close(); err != nil {
			panic(err)
		}
		return b.Bytes()
	}
}

func gzipOf(content func(n int) []byte) func(n int) []byte {
	return func(n int) []byte {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		if _, err := w.Write(content(n)); err != nil {
			panic(err)
		}
		if err := w.Close(); err != nil {
			panic(err)
		}
		return b.Bytes()
	}
}

const (
	wordHead = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>`
	odtHead  = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>` + saidOnce
	odtTail  = `x</text:p></office:text></office:body></office:document-content>`
	mailHead = "From: Jane Doe <j@a.example>\nSubject: Bridge to close\nDate: Mon, 16 Nov 2026 09:00:00 +0100\nMIME-Version: 1.0\n"
	pdfHead  = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]>>endobj 3 0 obj<</Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>endobj 5 0 obj<</Type/Font/Subtype/TrueType/BaseFont/Arial>>endobj 6 0 obj<</Subtype/Form/Resources<</XObject<</X 6 0 R>>>>>>stream\n/X Do /X Do\nendstream endobj 4 0 obj<<>>stream\n"
	pdfTail  = "\nendstream endobj trailer<</Root 1 0 R>>"
)

var hostiles = []hostile{
	{"nested elements", 50_000, around("<p>"+saidOnce, "<div>", saidOnce)},
	{"paragraphs", 5 << 20 / 70, counted("<h1>Bridge to close</h1>", "<p>The council said on day %d that it would close the bridge.</p>\n", "")},
	{"line breaks", 200_000, around("<p>"+saidOnce, "a<br>", "")},
	{"links", 1 << 20 / 10, around("<p>"+saidOnce, "<a href=x>", "")},
	{"table cells", 5_000, around("<p>"+saidOnce+"<table>", "<tr><td>A cell of words<td>b", "")},
	{"meta elements", 100_000, counted("", `<meta property="og:title" content="Bridge %d">`, "<p>"+saidOnce)},
	{"a title", 1 << 16, around("<title>", "Bridge to close ", "</title><p>"+saidOnce)},
	{"JSON-LD", 5 << 20 / len(saidOnce), around(`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge","articleBody":"`, saidOnce, `"}</script><p>`+saidOnce)},
	{"gzip bomb", 64 << 20, gzipOf(around("<p>", " ", ""))},
	{"zip bomb", 64 << 20, packed("", "word/document.xml", around(wordHead, "a", "</w:t></w:r></w:p></w:body></w:document>"))},
	{"entity bomb", 1_000, packed("", "word/document.xml", around(`<!DOCTYPE l [<!ENTITY a "`+strings.Repeat("a", 1000)+`"><!ENTITY b "`+strings.Repeat("&a;", 1000)+`">]>`+wordHead, "&b;", "</w:t></w:r></w:p></w:body></w:document>"))},
	{"counts of spaces", 200_000, packed("application/vnd.oasis.opendocument.text", "content.xml", around(odtHead, `<text:s text:c="999999"/>`, odtTail))},
	{"PDF loop", 20_000, around(pdfHead+"BT /F 9 Tf 50 700 Td (It fell.) Tj ET ", "/X Do ", pdfTail)},
	{"PDF operators", 200_000, around(pdfHead+"BT /F 9 Tf ", "1 0 0 1 60 700 Tm (a) Tj ", "ET"+pdfTail)},
	{"RTF groups", 400_000, around(`{\rtf1\ansi `+saidOnce+`\par `, "{", "")},
	{"RTF cells", 90_000, around(`{\rtf1\ansi `+saidOnce+`\par `, `\trowd\cellx1 a\cell\row `, "}")},
	{"JSON levels", 400_000, around("", "[", "")},
	{"MIME parts", 20_000, around(mailHead+"Content-Type: multipart/mixed; boundary=b\n\n", "--b\nContent-Type: text/plain\n\n"+saidOnce+"\n", "--b--\n")},
	{"a header line", 1 << 20, around(mailHead+"X-Long: ", "a", "\n\n"+saidOnce)},
	{"one line", 10<<20/len(saidOnce) - 1, around("", saidOnce, "")},
	{"one word", 4 << 20, around(saidOnce, "a", "")},
	{"short lines", maxLines - 10, around(saidOnce+"\n", "ab cd\n", "")},
	{"broken UTF-8", 40_000, around("<p>", saidOnce+"\xff\xfe\xc3", "")},
	{"Markdown links", 400_000, around("# Bridge\n\n"+saidOnce, "[a](b ", "")},
}

const hostileEnv = "ONRECORD_TEST_HOSTILE" // set for the child process, which reads the upload from its standard input

// TestHostileMemory takes each kind at its full size and at a quarter of it,
// in a process of its own, which tells how much memory it held and how long
// the processor worked: at most 256 MB, and not more for four times the size
// than a linear reader needs. Seconds are not asked for, since a machine that
// tests run on is busy with other things.
func TestHostileMemory(t *testing.T) {
	if os.Getenv(hostileEnv) != "" {
		readHostile(t)
		return
	}
	limit, slow := int64(256<<20), raceDetected()
	if slow {
		limit *= 10
	}
	for _, h := range hostiles {
		t.Run(h.name, func(t *testing.T) {
			if slow {
				h.full /= 8 // it takes as many times as long
			}
			quarter, _ := child(t, h.make(h.full/4))
			whole, held := child(t, h.make(h.full))
			t.Logf("%d: %v of processor, %d MB", h.full, whole, held>>20)
			if held > limit {
				t.Errorf("held %d MB, at most %d", held>>20, limit>>20)
			}
			if whole > 9*quarter+300*time.Millisecond {
				t.Errorf("%v at full size and %v at a quarter of it", whole, quarter)
			}
		})
	}
}

// raceDetected reports whether the race detector is on, which takes five to ten
// times the memory (https://go.dev/doc/articles/race_detector).
func raceDetected() bool {
	info, ok := debug.ReadBuildInfo()
	return ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}

// child reads one hostile upload in another process, and returns how long the
// processor worked and how many bytes it held at most.
func child(t *testing.T, upload []byte) (time.Duration, int64) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestHostileMemory$")
	cmd.Env = append(os.Environ(), hostileEnv+"=1", "GOMEMLIMIT=off", "GOGC=100")
	cmd.Stdin = bytes.NewReader(upload)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%d bytes: %v\n%s", len(upload), err, out)
	}
	held, found := int64(0), false
	for line := range strings.Lines(string(out)) {
		if n, err := fmt.Sscanf(line, heldLine, &held); n == 1 && err == nil {
			found = true
		}
	}
	if !found {
		t.Fatalf("%d bytes: no word of the memory held:\n%s", len(upload), out)
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), held
}

// heldLine is how the child says what it had of the system at most. What the
// system itself counts begins with the memory of the parent that forked.
const heldLine = "held %d bytes\n"

// readHostile is what the child does: an article or a clear rejection.
func readHostile(t *testing.T) {
	raw, err := io.ReadAll(os.Stdin)
	if err != nil {
		t.Fatal(err)
	}
	d, err := document.Parse(raw, document.Hint{})
	if err == nil {
		_, err = Extract(d)
	}
	syntax := (*document.SyntaxError)(nil)
	if err != nil && !errors.Is(err, ErrNoText) && !errors.Is(err, document.ErrTooLarge) && !errors.As(err, &syntax) && !errors.Is(err, document.ErrScanned) && !errors.Is(err, document.ErrUnsupported) {
		t.Fatal(err)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Printf(heldLine, m.Sys)
}
