package article

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"onrecord/internal/document"
)

// What a page without an article is instead. Each is [ErrNoText].
var (
	// ErrEmpty reports a document without any text.
	ErrEmpty = fmt.Errorf("%w: the document is empty", ErrNoText)
	// ErrErrorPage reports a server's error message, saved in place of the
	// article.
	ErrErrorPage = fmt.Errorf("%w: the page is an error message", ErrNoText)
	// ErrLogin reports a page that asks to log in or to subscribe and shows
	// no article.
	ErrLogin = fmt.Errorf("%w: the page asks to log in or to subscribe", ErrNoText)
)

const (
	// Above it, a page says more than an error message or a login form does:
	// an article about logins is an article.
	fewWords = 120
	// Below it, a page that does not call itself an article is none: a
	// cookie notice, a "please wait", a teaser.
	tooFewWords = 10
)

// refusal says why what was found on a page is no article, or nil. Text files
// are their uploader's choice and are taken as they are.
func refusal(d *document.Document, a Article) error {
	if d.Root == nil || d.Format != document.HTML && d.Format != document.MHTML {
		return nil
	}
	if a.Words >= fewWords {
		return nil
	}
	p := look(d.Root)
	titles := []string{strings.ToLower(a.Headline), p.title}
	switch {
	case says(titles, errorTitle):
		return ErrErrorPage
	case p.asksPassword && (says(titles, loginTitle) || a.Words < tooFewWords), says(titles, wallTitle) && a.Words < 2*tooFewWords:
		return ErrLogin
	case a.Words > 0 && a.Words < tooFewWords && !p.article:
		return fmt.Errorf("%w: %d words in all", ErrNoText, a.Words)
	}
	return nil
}

func says(titles []string, what func(string) bool) bool {
	for _, t := range titles {
		if what(t) {
			return true
		}
	}
	return false
}

// errorTitle reports whether a title, in lower case, is that of a server's
// error page, in the words that servers and content systems use by default.
func errorTitle(t string) bool {
	switch t {
	case "error", "oops", "oops!", "forbidden", "bad request", "unauthorized", "server error", "unavailable",
		"just a moment...", "just a moment…", "attention required! | cloudflare", "are you a robot?", "page introuvable",
		"seite nicht gefunden", "página no encontrada", "pagina non trovata":
		return true
	}
	for _, code := range []string{"400", "401", "403", "404", "410", "429", "451", "500", "502", "503", "504"} {
		rest, found := strings.CutPrefix(strings.TrimPrefix(t, "error "), code)
		if found && (rest == "" || contains(rest, "not found", "error", "forbidden", "denied", "unauthorized", "bad ", "gone", "too many",
			"unavailable", "timeout", "time-out", "page")) {
			return true
		}
	}
	for _, words := range []string{"page not found", "not found", "access denied", "page can’t be found", "page can't be found",
		"something went wrong", "service unavailable", "internal server error", "too many requests"} {
		if strings.HasPrefix(t, words) {
			return true
		}
	}
	return false
}

func contains(s string, any ...string) bool {
	for _, words := range any {
		if strings.Contains(s, words) {
			return true
		}
	}
	return false
}

// loginTitle reports whether a title, in lower case, is that of a login form.
func loginTitle(t string) bool {
	for _, words := range []string{"log in", "login", "sign in", "sign-in", "register", "create an account", "my account",
		"anmelden", "einloggen", "connexion", "se connecter", "iniciar sesión", "accedi", "inloggen"} {
		if strings.HasPrefix(t, words) {
			return true
		}
	}
	return false
}

// wallTitle reports whether a title, in lower case, is that of a paywall.
func wallTitle(t string) bool {
	return contains(t, "subscribe to continue", "subscribe to read", "subscription required", "this article is for subscribers",
		"log in to continue", "sign in to continue", "register to continue", "already a subscriber")
}

// glance is what a look over a whole page tells of its kind.
type glance struct {
	title        string // in lower case
	asksPassword bool   // it has a field for a password
	article      bool   // it calls itself an article
}

func look(root *html.Node) glance {
	var g glance
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.Title:
			if g.title == "" && n.FirstChild != nil {
				g.title = strings.ToLower(collapse(n.FirstChild.Data))
			}
		case atom.Input:
			g.asksPassword = g.asksPassword || strings.EqualFold(attribute(n, "type"), "password")
		case atom.Article:
			g.article = true
		case atom.Meta:
			g.article = g.article || attribute(n, "property") == "og:type" && attribute(n, "content") == "article"
		}
	}
	return g
}
