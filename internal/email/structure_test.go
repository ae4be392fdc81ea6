package email

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"onrecord/internal/email/emailtest"
	"onrecord/internal/issue"
)

// page is what the structural tests ask of a parsed mail.
type page struct {
	tags      map[string]int
	hrefs     []string
	headlines []string // text of h2, of the contents and of the further headlines
	faults    []string
}

func parse(t *testing.T, source string) page {
	t.Helper()
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		t.Fatalf("html.Parse: %v", err)
	}
	p := page{tags: map[string]int{}}
	p.walk(root)
	return p
}

func (p *page) walk(n *html.Node) {
	if n.Type == html.ElementNode {
		p.tags[n.Data]++
		for _, a := range n.Attr {
			p.attribute(n, a)
		}
		if n.DataAtom == atom.H2 {
			p.headlines = append(p.headlines, contents(n))
		}
	}
	for c := range n.ChildNodes() {
		p.walk(c)
	}
}

func (p *page) attribute(n *html.Node, a html.Attribute) {
	allowed := []string{"href", "id", "rel", "type", "title", "class", "style", "dir", "lang", "role", "width", "valign", "align", "cellpadding",
		"cellspacing", "border", "charset", "name", "content", "aria-hidden", "aria-label", "aria-roledescription", "xmlns:o"}
	if !slices.Contains(allowed, a.Key) {
		p.faults = append(p.faults, "attribute "+a.Key+" on "+n.Data)
	}
	if a.Key == "style" && strings.Contains(a.Val, "url(") {
		p.faults = append(p.faults, "style "+a.Val)
	}
	if a.Key == "href" {
		p.hrefs = append(p.hrefs, a.Val)
	}
}

func contents(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		b.WriteString(contents(c))
	}
	return b.String()
}

// check holds m against what every mail must be, whatever the articles say.
func check(t *testing.T, m Message) page {
	t.Helper()
	if len(m.HTML) >= MaxHTML {
		t.Errorf("HTML is %d bytes, want under %d", len(m.HTML), MaxHTML)
	}
	if !utf8.ValidString(m.HTML) || !utf8.ValidString(m.Text) || !utf8.ValidString(m.Subject) {
		t.Error("mail is not valid UTF-8")
	}
	if strings.ContainsFunc(m.Subject, unicode.IsControl) || utf8.RuneCountInString(m.Subject) > longestSubject || m.Subject == "" {
		t.Errorf("subject %q is no single line of 1 to %d characters", m.Subject, longestSubject)
	}
	p := parse(t, m.HTML)
	for _, tag := range []string{"script", "img", "link", "main", "iframe", "form", "video", "object", "svg", "base", "input"} {
		if p.tags[tag] > 0 {
			t.Errorf("HTML has <%s>", tag)
		}
	}
	if p.tags["style"] != 1 || p.tags["h1"] != 1 || p.tags["title"] != 1 || p.tags["body"] != 1 {
		t.Errorf("HTML has %d style, %d h1, %d title, %d body; want one of each", p.tags["style"], p.tags["h1"], p.tags["title"], p.tags["body"])
	}
	for _, f := range p.faults {
		t.Errorf("HTML has %s", f)
	}
	placeholders := 0
	for _, h := range p.hrefs {
		if h == Unsubscribe {
			placeholders++
			continue
		}
		u, err := url.Parse(h)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
			t.Errorf("HTML links to %q", h)
		}
	}
	if n := strings.Count(m.HTML, "{{"); n != placeholders {
		t.Errorf("HTML has %d opening double braces, want only the %d unsubscribe links", n, placeholders)
	}
	if n := strings.Count(m.Text, "{{"); n != placeholders {
		t.Errorf("text has %d opening double braces, want only the %d unsubscribe links", n, placeholders)
	}
	return p
}

func TestStructure(t *testing.T) {
	for _, c := range mails {
		t.Run(c.name, func(t *testing.T) {
			m := compose(t, c.make(), fixtureOptions)
			p := check(t, m)
			if !slices.Contains(p.hrefs, Unsubscribe) {
				t.Error("HTML has no unsubscribe link")
			}
			text := unwrapped(m.Text)
			for _, h := range p.headlines {
				if !strings.Contains(text, unwrapped(h)) && !strings.Contains(text, unwrapped(strings.ToUpper(h))) {
					t.Errorf("text part lacks the headline %q", h)
				}
			}
		})
	}
}

// unwrapped is s without white space, so that it compares whatever the lines.
func unwrapped(s string) string {
	return strings.Join(strings.Fields(s), "")
}

func TestEveryStoryIsInTheMail(t *testing.T) {
	for _, c := range mails {
		t.Run(c.name, func(t *testing.T) {
			is := c.make()
			m := compose(t, is, fixtureOptions)
			root, err := html.Parse(strings.NewReader(m.HTML))
			if err != nil {
				t.Fatal(err)
			}
			inHTML, inText := unwrapped(contents(root)), unwrapped(m.Text)
			for _, s := range is.Stories {
				h := unwrapped(headlineOf(s.Headline))
				if !strings.Contains(inHTML, h) {
					t.Errorf("HTML lacks the headline %q", s.Headline)
				}
				if !strings.Contains(inText, h) {
					t.Errorf("text lacks the headline %q", s.Headline)
				}
			}
		})
	}
}

func TestThousandsOfStoriesAreCounted(t *testing.T) {
	var stories []issue.Story
	for range 5000 {
		stories = append(stories, emailtest.One().Stories[0])
	}
	m := compose(t, fixture(stories...), fixtureOptions)
	p := check(t, m)
	full := p.tags["h3"]
	if full < 3 {
		t.Errorf("%d stories in full, want at least 3", full)
	}
	listed := strings.Count(m.Text, ". "+headlineOf(stories[0].Headline)+"\n    Eastmere Gazette")
	if listed < 50 {
		t.Errorf("%d stories listed, want at least 50", listed)
	}
	if want := count(5000-full-listed, "more"); !strings.Contains(m.Text, strings.TrimSuffix(want, "s")+" that did not fit") {
		t.Errorf("mail with %d stories in full and %d listed does not say that %d are missing", full, listed, 5000-full-listed)
	}
}

func TestManyStoriesShowFewerSpeakers(t *testing.T) {
	var stories []issue.Story
	for range 10 {
		stories = append(stories, emailtest.Eight().Stories[0])
	}
	m := compose(t, fixture(stories...), fixtureOptions)
	p := check(t, m)
	if p.tags["h3"] != 10 || strings.Contains(m.Text, "MORE HEADLINES") {
		t.Errorf("%d of 10 stories have their speakers, want all", p.tags["h3"])
	}
	if !strings.Contains(m.Text, "… and 2 more speakers in the articles") {
		t.Error("the first story does not show six of its eight speakers")
	}
	if !strings.Contains(m.Text, "… and 4 more speakers") {
		t.Error("no other story shows four of its eight speakers")
	}
}

func TestQuotationMarksOnlyAroundQuotes(t *testing.T) {
	is := fixture(tells("world", []string{"A summary."},
		[]issue.Speaker{says("Ada Finch", "mayor",
			direct("said", "Plainly spoken."), indirect("thought", "the bridge was safe"), mixed("called", "it “safe enough”"))},
		from("Example Wire", "world/bridge", "", "Bridge Reopens", 1)))
	m := compose(t, is, fixtureOptions)
	for _, want := range []string{"Said: “Plainly spoken.”\n", "Thought the bridge was safe.\n", "Called it “safe enough”.\n"} {
		if !strings.Contains(m.Text, want) {
			t.Errorf("text lacks %q:\n%s", want, m.Text)
		}
	}
	if n := strings.Count(m.HTML, "“"); n != 2 {
		t.Errorf("HTML has %d opening quotation marks, want 2", n)
	}
}

func TestUnknownTimezone(t *testing.T) {
	is := fixture()
	is.Timezone = "Mars/Olympus"
	if _, err := Compose(is, fixtureOptions); err == nil {
		t.Error("Compose in timezone Mars/Olympus succeeded, want an error")
	}
}

func TestWithoutOptions(t *testing.T) {
	m := compose(t, emailtest.One(), Options{})
	p := check(t, m)
	for _, h := range p.hrefs {
		if strings.Contains(h, "unsubscribe") || strings.Contains(h, "digest.example.com") {
			t.Errorf("mail without options links to %q", h)
		}
	}
	if !strings.HasPrefix(m.Text, "DAILY DIGEST\n") {
		t.Errorf("text begins %q, want the default title", m.Text[:20])
	}
}
