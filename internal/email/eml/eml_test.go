package eml

import (
	"bytes"
	"flag"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/email"
)

var update = flag.Bool("update", false, "rewrite testdata/mail.eml")

var (
	message = email.Message{
		Subject: "Ferry to Østerby sails again and 2 more",
		HTML:    "<p>Ferry to Østerby sails again</p><a href=\"" + email.Unsubscribe + "\">Unsubscribe</a>",
		Text:    "Ferry to Østerby sails again\n\nUnsubscribe: " + email.Unsubscribe + "\n",
	}
	envelope = Envelope{
		From:           "Daily Digest <digest@news.example.com>",
		To:             "reader@example.org",
		Date:           time.Date(2026, 11, 23, 7, 0, 0, 0, time.FixedZone("CET", 3600)),
		MessageID:      "20261123.reader@news.example.com",
		UnsubscribeURL: "https://digest.example.com/unsubscribe?a=1&b=2",
	}
)

func TestWriteGolden(t *testing.T) {
	got, err := Write(message, envelope)
	if err != nil {
		t.Fatalf("Write: %v", err)
	}
	if *update {
		if err := os.WriteFile("testdata/mail.eml", got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/mail.eml")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("Write (-want +got, rewrite with -update):\n%s", diff)
	}
}

func TestWriteReadsBack(t *testing.T) {
	raw, err := Write(message, envelope)
	if err != nil {
		t.Fatalf("Write: %v", err)
	}
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		t.Fatalf("mail.ReadMessage: %v", err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	if err != nil {
		t.Fatal(err)
	}
	header := map[string]string{
		"Subject":               subject,
		"To":                    m.Header.Get("To"),
		"Date":                  m.Header.Get("Date"),
		"Message-ID":            m.Header.Get("Message-ID"),
		"List-Unsubscribe":      m.Header.Get("List-Unsubscribe"),
		"List-Unsubscribe-Post": m.Header.Get("List-Unsubscribe-Post"),
		"User-Agent":            m.Header.Get("User-Agent"),
	}
	want := map[string]string{
		"Subject":               message.Subject,
		"To":                    "<reader@example.org>",
		"Date":                  "Mon, 23 Nov 2026 07:00:00 +0100",
		"Message-ID":            "<20261123.reader@news.example.com>",
		"List-Unsubscribe":      "<https://digest.example.com/unsubscribe?a=1&b=2>",
		"List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
		"User-Agent":            "",
	}
	if diff := cmp.Diff(want, header); diff != "" {
		t.Errorf("headers (-want +got):\n%s", diff)
	}
	gotParts := parts(t, m)
	wantParts := []string{
		"text/plain: Ferry to Østerby sails again\n\nUnsubscribe: https://digest.example.com/unsubscribe?a=1&b=2\n",
		"text/html: <p>Ferry to Østerby sails again</p><a href=\"https://digest.example.com/unsubscribe?a=1&amp;b=2\">Unsubscribe</a>",
	}
	if diff := cmp.Diff(wantParts, gotParts); diff != "" {
		t.Errorf("parts (-want +got):\n%s", diff)
	}
}

func parts(t *testing.T, m *mail.Message) []string {
	t.Helper()
	media, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil || media != "multipart/alternative" {
		t.Fatalf("Content-Type %s, %v; want multipart/alternative", media, err)
	}
	var out []string
	r := multipart.NewReader(m.Body, params["boundary"])
	for {
		p, err := r.NextRawPart()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(quotedprintable.NewReader(p))
		if err != nil {
			t.Fatal(err)
		}
		kind, _, err := mime.ParseMediaType(p.Header.Get("Content-Type"))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, kind+": "+strings.ReplaceAll(string(body), "\r\n", "\n"))
	}
}

func TestWriteSameTwice(t *testing.T) {
	e := envelope
	e.MessageID = ""
	first, err := Write(message, e)
	if err != nil {
		t.Fatalf("Write: %v", err)
	}
	second, err := Write(message, e)
	if err != nil {
		t.Fatalf("Write: %v", err)
	}
	if !bytes.Equal(first, second) {
		t.Errorf("two files of the same mail differ:\n%s", cmp.Diff(string(first), string(second)))
	}
}

func TestWriteRefusesBadAddresses(t *testing.T) {
	for _, bad := range []string{"", "nobody", "a@example.org\r\nBcc: b@example.org"} {
		e := envelope
		e.To = bad
		if _, err := Write(message, e); err == nil {
			t.Errorf("Write to %q succeeded, want an error", bad)
		}
		e = envelope
		e.From = bad
		if _, err := Write(message, e); err == nil {
			t.Errorf("Write from %q succeeded, want an error", bad)
		}
	}
}
