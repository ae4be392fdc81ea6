// Command mails writes the mails, pages and feeds that .ci/run checks: an
// ordinary issue, one of a single story, one of forty, one of articles that
// mean harm and an empty one.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"onrecord/internal/email"
	"onrecord/internal/email/emailtest"
	"onrecord/internal/email/eml"
	"onrecord/internal/issue"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: mails FOLDER")
	}
	for name, make := range map[string]func() issue.Issue{
		"eight": emailtest.Eight, "one": emailtest.One, "forty": emailtest.Forty, "hostile": emailtest.Hostile,
		"empty": func() issue.Issue { return emailtest.Issue() },
	} {
		if err := write(filepath.Join(os.Args[1], name), make()); err != nil {
			log.Fatal(err)
		}
	}
}

var options = email.Options{
	Title: "Daily Digest", Hour: 7, PostalAddress: "Example Publishing, 1 Example Street, 1000 AA Amsterdam",
	UnsubscribeURL: email.Unsubscribe, WebBaseURL: "https://digest.example.com",
}

// write writes an issue's mail as NAME.eml and NAME.html, and what is
// published of it with slashes turned into hyphens.
func write(name string, is issue.Issue) error {
	m, err := email.Compose(is, options)
	if err != nil {
		return err
	}
	file, err := eml.Write(m, eml.Envelope{
		From: "On Record <digest@news.example.com>", To: "reader@example.org", Date: is.Window.To,
		MessageID: filepath.Base(name) + "@news.example.com", UnsubscribeURL: "https://news.example.com/unsubscribe?t=1",
	})
	if err != nil {
		return err
	}
	html := strings.ReplaceAll(m.HTML, email.Unsubscribe, "https://news.example.com/unsubscribe?t=1")
	files := []email.File{{Path: ".html", Body: []byte(html)}, {Path: ".eml", Body: file}}
	page, err := email.Page(is, options)
	if err != nil {
		return err
	}
	site, err := email.Index([]issue.Issue{is}, options)
	if err != nil {
		return err
	}
	for _, f := range append(site, page) {
		f.Path = "-web-" + strings.ReplaceAll(f.Path, "/", "-")
		files = append(files, f)
	}
	for _, f := range files {
		if err := os.WriteFile(name+f.Path, f.Body, 0o644); err != nil {
			return fmt.Errorf("%s: %w", f.Path, err)
		}
	}
	return nil
}
