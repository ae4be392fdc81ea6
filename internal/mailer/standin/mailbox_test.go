package standin

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/http"
	"net/mail"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"
)

func TestUnsubscribe(t *testing.T) {
	s := start(t, Options{})
	makeList(t, s)
	send := func() Message {
		t.Helper()
		if _, err := s.Client().SendEmail(t.Context(), letter(func(in *sesv2.SendEmailInput) {
			in.Content.Simple.Body.Text.Data = aws.String(strings.Repeat(placeholder+"\n", 3))
			in.ListManagementOptions = &types.ListManagementOptions{ContactListName: aws.String("readers"), TopicName: aws.String("daily")}
		})); err != nil {
			t.Fatal(err)
		}
		all := s.Mailbox()
		return all[len(all)-1]
	}
	m := send()
	link, rest, _ := strings.Cut(m.Text, "\n")
	if want := link + "\n" + placeholder + "\n"; rest != want {
		t.Errorf("after the first link: %q, want it twice and the third placeholder left: %q", rest, want)
	}
	if got := fmt.Sprint(m.Headers); got != "[{List-Unsubscribe <"+link+">} {List-Unsubscribe-Post List-Unsubscribe=One-Click}]" {
		t.Errorf("headers = %s", got)
	}
	visit := func(method, link string, status int, says string) {
		t.Helper()
		r, err := http.NewRequestWithContext(t.Context(), method, link, nil)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		body, err := io.ReadAll(answer.Body)
		if err != nil || answer.StatusCode != status || !strings.Contains(string(body), says) {
			t.Errorf("%s: %d %s, %v; want %d with %q", method, answer.StatusCode, body, err, status, says)
		}
	}
	visit(http.MethodGet, link, 200, "<button>Unsubscribe</button>")
	if m := send(); m.Bounced != "" {
		t.Errorf("after a GET: %q, want nobody unsubscribed", m.Bounced)
	}
	visit(http.MethodPost, link, 200, "gets no more mail")
	visit(http.MethodPost, link, 200, "gets no more mail")
	visit(http.MethodGet, link+"x", 404, "")
	visit(http.MethodPost, link+"x", 404, "")
	if m := send(); m.Bounced == "" {
		t.Error("a mail after the unsubscription did not bounce")
	}
}

func TestEML(t *testing.T) {
	m := Message{
		ID: "id-1", Time: monday, From: "=?utf-8?q?=C3=9Cber?= <digest@example.com>", To: []string{"ada@example.org"},
		ReplyTo: []string{"desk@example.org"}, Bcc: []string{"secret@example.org"},
		Subject: "Grüße – “hello” 🗞 and a subject that is so long that it has to be folded over two lines or even three of them",
		HTML:    "<p>Grüße = 1</p>\n", Text: "Grüße = 1\n.\n" + strings.Repeat("long ", 300) + "\n",
		Headers: []Header{{"List-Unsubscribe", "<http://127.0.0.1:1/unsubscribe/ABC>"}},
	}
	file, err := m.EML()
	if err != nil {
		t.Fatal(err)
	}
	got, err := mail.ReadMessage(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(got.Header.Get("Subject"))
	if err != nil || subject != m.Subject {
		t.Errorf("Subject = %q, %v, want %q", subject, err, m.Subject)
	}
	for name, want := range map[string]string{
		"Date": "Mon, 23 Nov 2026 06:00:00 +0000", "Message-Id": "<id-1@email.example.com>", "To": "<ada@example.org>",
		"Reply-To": "<desk@example.org>", "List-Unsubscribe": "<http://127.0.0.1:1/unsubscribe/ABC>", "Bcc": "", "User-Agent": "",
	} {
		if h := got.Header.Get(name); h != want {
			t.Errorf("%s = %q, want %q", name, h, want)
		}
	}
	kind, params, err := mime.ParseMediaType(got.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/alternative" {
		t.Fatalf("Content-Type = %q, %v", kind, err)
	}
	parts := multipart.NewReader(got.Body, params["boundary"])
	for _, want := range []string{m.Text, m.HTML} {
		part, err := parts.NextRawPart()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(quotedprintable.NewReader(part))
		if have := strings.ReplaceAll(string(body), "\r\n", "\n"); err != nil || have != want {
			t.Errorf("part %s = %q, %v, want %q", part.Header.Get("Content-Type"), have, err, want)
		}
	}
	again, err := m.EML()
	if err != nil || !bytes.Equal(file, again) {
		t.Errorf("EML again is not the same, %v", err)
	}
}
