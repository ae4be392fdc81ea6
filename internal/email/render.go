package email

import (
	"embed"
	"fmt"
	html "html/template"
	"io"
	"strings"
	"sync"
	texttemplate "text/template"

	"onrecord/internal/text"
)

// columns is the width of the plain text part: what a terminal or a quoting
// reply shows without breaking lines of its own.
const columns = 72

//go:embed templates
var templates embed.FS

// Parsed when the first mail is composed, not when the program starts: most
// starts of the deliver function find nothing due.
var (
	htmlTemplate = sync.OnceValues(func() (*html.Template, error) {
		return html.New("").Funcs(html.FuncMap{"rtl": rtl}).ParseFS(templates, "templates/mail.html.tmpl")
	})
	textTemplate = sync.OnceValues(func() (*texttemplate.Template, error) {
		return texttemplate.New("").Funcs(texttemplate.FuncMap{
			"wrap":  func(first, rest, s string) string { return text.Wrap(first, rest, s, columns) },
			"join":  strings.Join,
			"upper": strings.ToUpper,
			"rule":  func() string { return strings.Repeat("-", columns) },
		}).ParseFS(templates, "templates/mail.txt.tmpl")
	})
)

func (l *letter) html() (string, error) {
	var b strings.Builder
	err := part(&b, "mail", l)
	return b.String(), err
}

func (l *letter) text() (string, error) {
	t, err := textTemplate()
	if err != nil {
		return "", fmt.Errorf("text template: %w", err)
	}
	var b strings.Builder
	if err := t.ExecuteTemplate(&b, "mail", l); err != nil {
		return "", fmt.Errorf("text template: %w", err)
	}
	return b.String(), nil
}

// part renders one of the HTML template's parts.
func part(w io.Writer, name string, data any) error {
	t, err := htmlTemplate()
	if err != nil {
		return fmt.Errorf("HTML template: %w", err)
	}
	if err := t.ExecuteTemplate(w, name, data); err != nil {
		return fmt.Errorf("HTML template: %w", err)
	}
	return nil
}

// partSize returns how many bytes a part takes.
func partSize(name string, data any) (int, error) {
	var n counter
	err := part(&n, name, data)
	return int(n), err
}

type counter int

func (n *counter) Write(p []byte) (int, error) {
	*n += counter(len(p))
	return len(p), nil
}
