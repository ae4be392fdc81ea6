package article

import (
	"errors"
	"testing"

	"onrecord/internal/document"
)

func TestRefusal(t *testing.T) {
	const story = "<p>The ferry line between Corrin and Halme will close in March after 94 years, its operator said on Monday in a letter to the county council and to its 40 employees.</p>"
	tests := []struct {
		desc, page string
		want       error // nil: an article
	}{
		{"an article", "<title>Ferry line closes</title><h1>Ferry line closes</h1>" + story, nil},
		{"an article about an error", "<title>404 reasons to visit Halme</title><h1>404 reasons to visit Halme</h1>" + story, nil},
		{"an article with a login form in its head", `<title>Ferry line closes</title><form><input type="password"></form><h1>Ferry line closes</h1>` + story, nil},
		{"nothing", "<html><body></body></html>", ErrEmpty},
		{"a missing page", "<title>Page not found | The Courier</title><h1>Page not found</h1><p>The page you are looking for may have been moved, deleted, or never existed at all.</p>", ErrErrorPage},
		{"a bare server error", "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>", ErrErrorPage},
		{"a check for robots", "<title>Just a moment...</title><p>Checking your browser before accessing the site. This process is automatic, and your browser will continue shortly.</p>", ErrErrorPage},
		{"a login form", `<title>Log in | The Courier</title><h1>Log in</h1><form><p>Please enter your mail address and your password to go on reading on all of your devices.</p><input type="password"></form>`, ErrLogin},
		{"a paywall without the article", "<title>Ferry</title><h1>Subscribe to continue reading</h1><p>Already a subscriber? Your first month is on us, and you may cancel at any time.</p>", ErrLogin},
		{"a few words that are no article", "<title>Welcome</title><p>Please enable cookies and reload the page.</p>", ErrNoText},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			d, err := document.Parse([]byte("<!doctype html>"+tt.page), document.Hint{})
			if err != nil {
				t.Fatal(err)
			}
			a, err := Extract(d)
			if !errors.Is(err, tt.want) {
				t.Errorf("Extract = %q, %v; want error %v", a.Text, err, tt.want)
			}
			if tt.want != nil && !errors.Is(err, ErrNoText) {
				t.Errorf("%v is not ErrNoText", err)
			}
		})
	}
}
