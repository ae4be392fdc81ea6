package document

import (
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shown returns the lines of a document, as a reader sees them.
func shown(d *Document) []string {
	var out []string
	for _, l := range lineList(d) {
		if text := strings.TrimSpace(l.text); text != "" {
			out = append(out, text)
		}
	}
	return out
}

// message is a multipart message; the fields and the parts follow.
func multipart(kind, fields string, parts ...string) string {
	return fields + "MIME-Version: 1.0\nContent-Type: multipart/" + kind + "; boundary=\"=_b\"\n\nThis is a message in parts.\n--=_b\n" +
		strings.Join(parts, "\n--=_b\n") + "\n--=_b--\n"
}

const mailFields = "From: =?utf-8?Q?Bj=C3=B8rn_Aas?= <b.aas@example.org>\nTo: desk@example.org\nDate: Mon, 23 Nov 2026 07:30:00 +0100\nSubject: Fwd: [desk] Ferry line\n to close in March\n"

func TestParseMail(t *testing.T) {
	meta := map[string]string{"title": "Ferry line to close in March", "author": "Bjørn Aas", "date": "Mon, 23 Nov 2026 07:30:00 +0100"}
	for _, tt := range []struct {
		name, in string
		want     []string
		meta     map[string]string
	}{
		{
			"quoted-printable in a legacy charset",
			mailFields + "MIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nThe caf=E9 on the pier stays =\nopen = all winter.\n",
			[]string{"The café on the pier stays open = all winter."}, meta,
		},
		{
			"base64, cut off",
			mailFields + "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nVGhlIGZlcnJ5IGxp\nbmUgY2xvc2VzLg",
			[]string{"The ferry line closes."}, meta,
		},
		{
			"HTML is preferred",
			multipart("alternative", mailFields, "Content-Type: text/plain\n\nView in a browser.", "Content-Type: text/html; charset=utf-8\n\n<h1>Line closes</h1><p>After 94 years.</p>"),
			[]string{"Line closes", "After 94 years."}, meta,
		},
		{
			"an empty HTML part",
			multipart("alternative", mailFields, "Content-Type: text/plain\n\nAfter 94 years.", "Content-Type: text/html\n\n<html><head><title>x</title></head><body><img src=x></body></html>"),
			[]string{"After 94 years."}, meta,
		},
		{
			"nested, with a picture and a text file attached",
			multipart("mixed", mailFields,
				"Content-Type: multipart/alternative; boundary=in\n\n--in\nContent-Type: text/plain\n\nplain\n--in\nContent-Type: text/html\n\n<p>After 94 years.\n--in--\n",
				"Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=",
				"Content-Type: text/plain\nContent-Disposition: attachment; filename=n.txt\n\nnotes"),
			[]string{"After 94 years."}, meta,
		},
		{
			"an attached message is what was sent on",
			multipart("mixed", mailFields, "Content-Type: text/plain\n\nLook at this.",
				"Content-Type: message/rfc822\n\nFrom: The Harbour Post <news@example.net>\nSubject: Snow closes the pass\nDate: Sun, 22 Nov 2026 18:00:00 +0000\n\nSnow fell for nine hours."),
			[]string{"Snow fell for nine hours."},
			map[string]string{"title": "Snow closes the pass", "author": "The Harbour Post", "date": "Sun, 22 Nov 2026 18:00:00 +0000"},
		},
		{
			"text sent on below a note",
			mailFields + "Content-Type: text/plain; charset=utf-8\nMIME-Version: 1.0\n\nFor tomorrow?\n\n---------- Forwarded message ---------\nFrom: The Harbour Post <news@example.net>\nDate: Sun, 22 Nov 2026 at 18:00\nSubject: Snow closes the pass\nTo: <b.aas@example.org>\n\n\n> Snow fell for nine hours.\n>\n> Police turned back lorries.\n",
			[]string{"Snow fell for nine hours.", "Police turned back lorries."},
			map[string]string{"title": "Snow closes the pass", "author": "The Harbour Post", "date": "Sun, 22 Nov 2026 at 18:00"},
		},
		{
			"a page sent on below a note",
			mailFields + "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<div>For tomorrow?</div><div><b>Von:</b> Harbour Post &lt;news@example.net><br><b>Gesendet:</b> 22. November 2026 18:00<br><b>An:</b> Aas<br><b>Betreff:</b> Snow closes the pass</div><p>Snow fell for nine hours.</p>",
			[]string{"Snow fell for nine hours."},
			map[string]string{"title": "Snow closes the pass", "author": "Harbour Post", "date": "22. November 2026 18:00"},
		},
		{
			"no MIME at all, from an mbox",
			"From b.aas@example.org Mon Nov 23 07:30:00 2026\n" + mailFields + "\nAfter 94 years.\n",
			[]string{"After 94 years."}, meta,
		},
		{
			"flowed text",
			mailFields + "MIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\nAfter 94 years \nthe line closes.\n",
			[]string{"After 94 years the line closes."}, meta,
		},
		{
			"a boundary that never ends, a broken type",
			mailFields + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x; =;\n\n--x\nContent-Type: text/plain; charset\n\nAfter 94 years.",
			[]string{"After 94 years."}, meta,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, in := range []string{tt.in, strings.ReplaceAll(tt.in, "\n", "\r\n")} {
				d, err := Parse([]byte(in), Hint{Name: "story.html"})
				if err != nil {
					t.Fatal(err)
				}
				if d.Format != EML {
					t.Errorf("format %q, want %q", d.Format, EML)
				}
				if diff := cmp.Diff(tt.want, shown(d)); diff != "" {
					t.Errorf("lines (-want +got):\n%s", diff)
				}
				if diff := cmp.Diff(tt.meta, d.Meta); diff != "" {
					t.Errorf("meta (-want +got):\n%s", diff)
				}
			}
		})
	}
}

func TestParseMailRejected(t *testing.T) {
	_, err := Parse([]byte(multipart("encrypted", mailFields, "Content-Type: application/pgp-encrypted\n\nVersion: 1")), Hint{})
	if !errors.Is(err, ErrEncrypted) {
		t.Errorf("encrypted: %v, want ErrEncrypted", err)
	}
	_, err = Parse([]byte(multipart("mixed", mailFields, "Content-Type: image/png\n\nx")), Hint{})
	if syntax := (*SyntaxError)(nil); !errors.As(err, &syntax) {
		t.Errorf("a message with nothing but a picture: %v, want a SyntaxError", err)
	}
	deep := mailFields + strings.Repeat("Content-Type: message/rfc822\n\n", 100_000) + "Words."
	if _, err := Parse([]byte(deep), Hint{}); err == nil {
		t.Error("100,000 messages in one another were read")
	}
}

const savedMHTML = "From: <Saved by Blink>\nSnapshot-Content-Location: https://post.example.com/snow\nSubject: Snow\nDate: Tue, 24 Nov 2026 09:00:00 -0000\nMIME-Version: 1.0\n" +
	"Content-Type: multipart/related;\n\ttype=\"text/html\";\n\tboundary=\"----MultipartBoundary--x\"\n\n\n------MultipartBoundary--x\n" +
	"Content-Type: text/html\nContent-ID: <frame-1@mhtml.blink>\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://post.example.com/snow\n\n" +
	"<!DOCTYPE html><html lang=3D\"en\"><head><meta charset=3D\"utf-8\"><title>Snow =E2=80=93 Post</title></head><body><h1>Snow closes the pass</h1><p>It fell for =\nnine hours.</p></body></html>\n" +
	"------MultipartBoundary--x\nContent-Type: text/css\nContent-Location: https://post.example.com/a.css\n\nbody { margin: 0 }\n------MultipartBoundary--x--\n"

func TestParseMHTML(t *testing.T) {
	d, err := Parse([]byte(savedMHTML), Hint{})
	if err != nil {
		t.Fatal(err)
	}
	if d.Format != MHTML {
		t.Errorf("format %q, want %q", d.Format, MHTML)
	}
	if diff := cmp.Diff([]string{"Snow closes the pass", "It fell for nine hours."}, shown(d)); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]string{"url": "https://post.example.com/snow"}, d.Meta); diff != "" {
		t.Errorf("meta (-want +got):\n%s", diff)
	}
	_, err = Parse([]byte("From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype=\"text/html\"\n\n--x"), Hint{})
	if syntax := (*SyntaxError)(nil); !errors.As(err, &syntax) || syntax.Format != MHTML {
		t.Errorf("a page cut off before its first part: %v, want a SyntaxError", err)
	}
}

// TestParseManuscript reads what a short note was sent with, and a long mail
// for itself.
func TestParseManuscript(t *testing.T) {
	story := strings.Repeat("The ferry line closes in March after ninety-four years, and nobody has said what comes next. ", 8)
	file := string(zipped(t, "[Content_Types].xml", "<Types/>", "word/document.xml", wordStart+"<w:p><w:r><w:t>"+story+"</w:t></w:r></w:p>"+wordEnd))
	attached := "Content-Type: application/octet-stream; name=story.docx\nContent-Disposition: attachment; filename=story.docx\nContent-Transfer-Encoding: base64\n\n" +
		base64.StdEncoding.EncodeToString([]byte(file))
	signature := "Content-Type: application/pgp-signature\n\n-----BEGIN PGP SIGNATURE-----"
	for _, tt := range []struct {
		name, note string
		want       Format
	}{
		{"a note", "For tomorrow. – Bjørn", DOCX},
		{"a mail", strings.Repeat("Nobody was surprised but the drivers. ", 20), EML},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := multipart("mixed", mailFields, "Content-Type: text/plain; charset=utf-8\n\n"+tt.note, signature, attached)
			d, err := Parse([]byte(in), Hint{Name: "note.eml"})
			if err != nil {
				t.Fatal(err)
			}
			if d.Format != tt.want {
				t.Errorf("format %s, want %s", d.Format, tt.want)
			}
		})
	}
}
