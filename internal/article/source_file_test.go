package article

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestExtractFiles reads one article as office programs and a browser saved
// it: each file holds the same headline, byline, date and paragraphs.
func TestExtractFiles(t *testing.T) {
	want, err := os.ReadFile("testdata/files/dorn-bank.want")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/files/dorn-bank.*[fxt]")
	if files = slices.DeleteFunc(files, func(f string) bool { return strings.HasSuffix(f, ".want") }); err != nil || len(files) < 6 {
		t.Fatalf("testdata/files: %v, %v", files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			a := extract(t, string(raw), filepath.Base(file))
			if *update {
				if err := os.WriteFile("testdata/files/dorn-bank.want", []byte(render(a)), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(want), render(a)); diff != "" {
				t.Errorf("Extract(%s) (-want +got):\n%s", file, diff)
			}
		})
	}
}

// TestExtractExports reads one page as LibreOffice 7.4, Pandoc 2.17, Chromium
// 156, wkhtmltopdf 0.12 and a mail program wrote it: every file says what the
// page says.
func TestExtractExports(t *testing.T) {
	files, err := filepath.Glob("testdata/files/brenholm-salt.*")
	if err != nil || len(files) < 15 {
		t.Fatalf("testdata/files: %v, %v", files, err)
	}
	read := func(t *testing.T, file string) Article {
		t.Helper()
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		a := extract(t, string(raw), filepath.Base(file))
		a.Published = a.Published[:min(len(a.Published), len("2006-01-02"))] // a mail has the hour too
		a.URL = ""                                                           // only the saved page knows it
		return a
	}
	want := read(t, "testdata/files/brenholm-salt.html")
	if want.Words != 274 || want.Headline != "Salt works of Brenholm to reopen after 62 years" || len(want.Byline) != 1 || want.Published != "2026-11-16" {
		t.Fatalf("Extract(brenholm-salt.html) = %+v", want)
	}
	for _, file := range files {
		t.Run(strings.TrimPrefix(filepath.Base(file), "brenholm-salt."), func(t *testing.T) {
			if diff := cmp.Diff(want, read(t, file)); diff != "" {
				t.Errorf("Extract(%s) (-page +file):\n%s", file, diff)
			}
		})
	}
}

// TestExtractPrinted reads one story as a browser printed it: with a box beside
// its lines and the browser's own head and foot, in two justified columns below
// a running head, and in four on a broadsheet.
func TestExtractPrinted(t *testing.T) {
	want, err := os.ReadFile("testdata/files/lock-strike.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range [...]string{"sidebar", "columns", "broadsheet"} {
		t.Run(name, func(t *testing.T) {
			raw, err := os.ReadFile("testdata/files/lock-strike." + name + ".pdf")
			if err != nil {
				t.Fatal(err)
			}
			a := extract(t, string(raw), name+".pdf")
			if diff := cmp.Diff(string(want), a.Headline+"\n\n"+a.Text+"\n"); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

const (
	snowFell   = "The pass over the Tarn was closed on Thursday after sixty centimetres of snow fell in nine hours."
	snowPolice = "Police turned back some forty lorries at Hovda. “Nobody was surprised but the drivers,” said Sergeant Leif Moen."
)

// TestExtractFormats reads the same two paragraphs out of every format whose
// files can be written down.
func TestExtractFormats(t *testing.T) {
	html := "<p>" + snowFell + "</p><p>" + snowPolice + "</p>"
	mail := "From: Ragna Solheim <ragna@example.org>\nTo: desk@example.org\nSubject: Fwd: Snow closes the Tarn pass\nDate: Thu, 12 Nov 2026 18:00:00 +0100\nMIME-Version: 1.0\n"
	full := Article{Headline: "Snow closes the Tarn pass", Byline: []string{"Ragna Solheim"}, Published: "2026-11-12T18:00:00+01:00"}
	for _, tt := range []struct {
		name, in string
		want     Article
	}{
		{"mail, HTML", mail + "Content-Type: text/html; charset=utf-8\n\n<html><head><title>Mailing 7</title></head><body>" + html + "</body></html>", full},
		{"mail, text", mail + "Content-Type: text/plain; charset=utf-8\n\n" + snowFell + "\n\n" + snowPolice + "\n", full},
		{"mail of an outlet", strings.Replace(mail, "Ragna Solheim", "The Tarn Daily News", 1) + "Content-Type: text/html; charset=utf-8\n\n<h1>Snow closes the Tarn pass</h1><p>By Ragna Solheim</p>" + html,
			Article{Headline: full.Headline, Byline: full.Byline, Published: full.Published, Publication: "The Tarn Daily News"}},
		{"MHTML", "From: <Saved by Blink>\nSnapshot-Content-Location: https://tarn.example.com/snow\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<html><head><meta charset=utf-8><meta name=author content='Ragna Solheim'></head><body><h1>Snow closes the Tarn pass</h1>" + html + "\n--b--",
			Article{Headline: full.Headline, Byline: full.Byline, URL: "https://tarn.example.com/snow"}},
		{"schema.org", fmt.Sprintf(`{"@type":"NewsArticle","headline":"Snow closes the Tarn pass","author":{"name":"Ragna Solheim"},"datePublished":"2026-11-12T18:00:00+01:00","publisher":{"name":"Tarn Daily"},"url":"https://tarn.example.com/snow","articleBody":%q}`, snowFell+"\n\n"+snowPolice),
			Article{Headline: full.Headline, Byline: full.Byline, Published: full.Published, Publication: "Tarn Daily", URL: "https://tarn.example.com/snow"}},
		{"ninjs", fmt.Sprintf(`{"uri":"urn:1","headline":"Snow closes the Tarn pass","byline":"By Ragna Solheim and Ivo Castell","versioncreated":"2026-11-12T18:00:00+01:00","body_xhtml":%q}`, html),
			Article{Headline: full.Headline, Byline: []string{"Ragna Solheim", "Ivo Castell"}, Published: full.Published}},
		{"NewsML-G2", "<newsItem><itemMeta><provider literal='Tarn Wire'/></itemMeta><contentMeta><contentCreated>2026-11-12T18:00:00+01:00</contentCreated><by>Ragna Solheim</by><headline>Snow closes the Tarn pass</headline></contentMeta><contentSet><inlineXML><html><body>" + html + "</body></html></inlineXML></contentSet></newsItem>",
			Article{Headline: full.Headline, Byline: full.Byline, Published: full.Published, Publication: "Tarn Wire"}},
		{"RTF without styles", `{\rtf1\ansi{\info{\author Administrator}}Snow closes the Tarn pass\par By Ragna Solheim\par 12 November 2026\par\par ` + rtfText(snowFell) + `\par ` + rtfText(snowPolice) + `\par}`,
			Article{Headline: full.Headline, Byline: full.Byline, Published: "2026-11-12"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := extract(t, tt.in, "upload.txt")
			tt.want.Text = snowFell + "\n\n" + snowPolice
			tt.want.Words, tt.want.ReadingMinutes, tt.want.Language = countWords(tt.want.Text), 1, "en"
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Extract (-want +got):\n%s", diff)
			}
		})
	}
}

// TestSender tells a sender who wrote the article from a paper that sends it.
func TestSender(t *testing.T) {
	for _, tt := range []struct {
		sender, publication string
		byline              []string
	}{
		{"Ragna Solheim", "", []string{"Ragna Solheim"}},
		{"Emily Post", "", []string{"Emily Post"}},
		{"Ragna Solheim, The Tarn Post", "", []string{"Ragna Solheim"}},
		{"Harbour City Ledger", "Harbour City Ledger", nil},
		{"Tarn Courier", "Tarn Courier", nil},
		{"The Weir Letter", "The Weir Letter", nil},
		{"...", "", nil},
	} {
		a := extract(t, "From: "+tt.sender+" <a@tarn.example>\nSent: 12 November 2026\nTo: desk\nSubject: Snow closes the Tarn pass\n\n"+snowFell+"\n\n"+snowPolice+"\n", "mail.txt")
		if diff := cmp.Diff(tt.byline, a.Byline); diff != "" || a.Publication != tt.publication {
			t.Errorf("from %s: publication %q, want %q; byline (-want +got):\n%s", tt.sender, a.Publication, tt.publication, diff)
		}
	}
}

// rtfText writes what is beyond ASCII as RTF has it.
func rtfText(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < 0x80 {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\u%d?`, r)
		}
	}
	return b.String()
}
