package email

import (
	"encoding/xml"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	g "maragu.dev/gomponents"

	"onrecord/internal/email/emailtest"
	"onrecord/internal/issue"
)

// earlierIssue is the issue of the day before.
func earlierIssue() issue.Issue {
	is := emailtest.Ordinary()
	is.Window = issue.Window{From: emailtest.Window.From.AddDate(0, 0, -1), To: emailtest.Window.From}
	is.ID = is.Window.ID()
	return is
}

func writeSite(t *testing.T, latest ...issue.Issue) map[string]File {
	t.Helper()
	page, err := Page(latest[0], fixtureOptions)
	if err != nil {
		t.Fatalf("Page: %v", err)
	}
	files, err := Index(latest, fixtureOptions)
	if err != nil {
		t.Fatalf("Index of %d issues: %v", len(latest), err)
	}
	files = append(files, page)
	byPath := map[string]File{}
	for _, f := range files {
		if _, twice := byPath[f.Path]; twice {
			t.Errorf("two files %s", f.Path)
		}
		byPath[f.Path] = f
	}
	return byPath
}

func TestSiteGolden(t *testing.T) {
	files := writeSite(t, emailtest.Eight(), earlierIssue())
	golden(t, "page.html", string(files["issues/"+emailtest.Window.ID()+"/index.html"].Body))
	golden(t, "index.html", string(files["issues/index.html"].Body))
	golden(t, "issues.xml", string(files["feeds/issues.xml"].Body))
	golden(t, "world.xml", string(files["feeds/sections/world.xml"].Body))
}

// TestSitePages holds the pages against what every page must be, and against
// the mail: a page has every story and every statement, and a target for each
// link that leads to it.
func TestSitePages(t *testing.T) {
	for _, c := range mails {
		t.Run(c.name, func(t *testing.T) {
			is := c.make()
			files := writeSite(t, is, earlierIssue())
			source := string(files["issues/"+is.ID+"/index.html"].Body)
			p := parse(t, source)
			checkPage(t, source, p)
			checkPage(t, string(files["issues/index.html"].Body), parse(t, string(files["issues/index.html"].Body)))
			for _, h := range p.hrefs {
				if name, local := strings.CutPrefix(h, "#"); local && !strings.Contains(source, ` id="`+name+`"`) {
					t.Errorf("page links to %s, which is not on it", h)
				}
			}
			for i, s := range is.Stories {
				if !strings.Contains(source, ` id="`+anchorName(s)+`"`) {
					t.Errorf("no target for story %d", i+1)
				}
				for _, sp := range s.Speakers {
					if !strings.Contains(source, render(g.Text(nameOf(sp.Name)))) {
						t.Errorf("story %d lacks %q", i+1, sp.Name)
					}
				}
			}
		})
	}
}

// TestMailLinksToPage holds that what a mail links to is on the page of its
// issue, also where the mail has only some of the issue's stories.
func TestMailLinksToPage(t *testing.T) {
	is := emailtest.Eight()
	is.Stories[2].Speakers = slices.Concat(is.Stories[2].Speakers, is.Stories[0].Speakers)
	page, err := Page(is, fixtureOptions)
	if err != nil {
		t.Fatal(err)
	}
	m := compose(t, is.Select(func(s issue.Story) bool { return s.Topic != "world" }), fixtureOptions)
	links := 0
	for _, h := range parse(t, m.HTML).hrefs {
		if name, found := strings.CutPrefix(h, "https://digest.example.com/"+page.Path+"#"); found {
			links++
			if !strings.Contains(string(page.Body), ` id="`+name+`"`) {
				t.Errorf("the mail links to %s, which is not on the page", h)
			}
		}
	}
	if links == 0 {
		t.Error("the mail does not link to what it leaves out")
	}
}

func checkPage(t *testing.T, source string, p page) {
	t.Helper()
	for _, f := range p.faults {
		t.Errorf("page has %s", f)
	}
	for _, tag := range []string{"script", "img", "iframe", "form", "video", "object", "svg", "base", "input"} {
		if p.tags[tag] > 0 {
			t.Errorf("page has <%s>", tag)
		}
	}
	if p.tags["main"] != 1 || p.tags["h1"] != 1 || p.tags["title"] != 1 || p.tags["style"] != 1 {
		t.Errorf("page has %d main, %d h1, %d title, %d style; want one of each", p.tags["main"], p.tags["h1"], p.tags["title"], p.tags["style"])
	}
	for _, h := range p.hrefs {
		u, err := url.Parse(h)
		if err != nil || !strings.HasPrefix(h, "#story-") && u.Scheme != "http" && u.Scheme != "https" {
			t.Errorf("page links to %q", h)
		}
	}
	if strings.Contains(source, Unsubscribe) {
		t.Error("page has a reader's own link")
	}
}

// TestFeeds holds every feed against RFC 4287: one id, title, updated and
// author, ids that are addresses and unique, times that parse and fall.
func TestFeeds(t *testing.T) {
	for _, c := range mails {
		t.Run(c.name, func(t *testing.T) {
			for path, f := range writeSite(t, c.make(), earlierIssue()) {
				if f.Type != atomType {
					continue
				}
				var got atomFeed
				if err := xml.Unmarshal(f.Body, &got); err != nil {
					t.Fatalf("%s: %v", path, err)
				}
				if got.Title == "" || got.Author == "" || len(got.Entries) == 0 {
					t.Errorf("%s: title %q, author %q, %d entries", path, got.Title, got.Author, len(got.Entries))
				}
				self := got.Links[slices.IndexFunc(got.Links, func(l atomLink) bool { return l.Rel == "self" })].Href
				u, err := url.Parse(self)
				if err != nil || strings.TrimPrefix(u.Path, "/") != path || self != got.ID {
					t.Errorf("%s: is %s by its self link and %s by its id", path, self, got.ID)
				}
				seen := map[string]bool{}
				last := got.Updated
				for _, e := range got.Entries {
					if seen[e.ID] || !strings.HasPrefix(e.ID, "https://digest.example.com/issues/") {
						t.Errorf("%s: id %q", path, e.ID)
					}
					seen[e.ID] = true
					if _, err := time.Parse(time.RFC3339, e.Updated); err != nil || e.Updated > last {
						t.Errorf("%s: %s updated %q after %q", path, e.ID, e.Updated, last)
					}
					last = e.Updated
					if e.Title == "" || e.Content.HTML == "" || e.Content.Type != "html" {
						t.Errorf("%s: entry %q with %d bytes of %q", path, e.Title, len(e.Content.HTML), e.Content.Type)
					}
					if p := parse(t, e.Content.HTML); p.tags["script"]+p.tags["img"]+p.tags["style"]+len(p.faults) > 0 {
						t.Errorf("%s: content has %v, %v", path, p.tags, p.faults)
					}
				}
			}
		})
	}
}

func TestFeedsOfSections(t *testing.T) {
	old := earlierIssue()
	old.Stories[0].Section = "Sport & Café" // one file name, whatever the case
	is := emailtest.Ordinary()
	is.Stories[1].Section = "sport  café"
	files := writeSite(t, is, old)
	f, found := files["feeds/sections/sport-café.xml"]
	if !found {
		t.Fatal("no feed of the section Sport & Café")
	}
	if n := strings.Count(string(f.Body), "<entry>"); n != 2 {
		t.Errorf("the feed has %d entries, want those of both issues", n)
	}
	if want := "https://digest.example.com/feeds/sections/sport-caf%C3%A9.xml"; !strings.Contains(string(f.Body), want) {
		t.Errorf("the feed does not name itself %s", want)
	}
}

// TestSiteIsBounded holds that neither many issues nor many stories make the
// site grow without end.
func TestSiteIsBounded(t *testing.T) {
	var stories []issue.Story
	for range 200 {
		stories = append(stories, emailtest.One().Stories[0])
	}
	var issues []issue.Issue
	for i := range 2 * LatestIssues {
		is := fixture(stories...)
		is.Window = issue.Window{From: emailtest.Window.From.AddDate(0, 0, -i-1), To: emailtest.Window.To.AddDate(0, 0, -i-1)}
		is.ID = is.Window.ID()
		issues = append(issues, is)
	}
	files := writeSite(t, issues...)
	if n := strings.Count(string(files["feeds/sections/politics.xml"].Body), "<entry>"); n != mostEntries {
		t.Errorf("feed of a section has %d entries, want %d", n, mostEntries)
	}
	if n := strings.Count(string(files["feeds/issues.xml"].Body), "<entry>"); n != LatestIssues {
		t.Errorf("feed of issues has %d entries, want %d", n, LatestIssues)
	}
	if n := strings.Count(string(files["issues/"+issues[0].ID+"/index.html"].Body), "<h3"); n != len(stories) {
		t.Errorf("the page tells %d stories, want %d", n, len(stories))
	}
}

func TestSiteWithoutAddress(t *testing.T) {
	for _, base := range []string{"", "ftp://example.com", "javascript:alert(1)", "/news"} {
		if _, err := Page(emailtest.One(), Options{WebBaseURL: base}); err == nil {
			t.Errorf("Page at %q succeeded, want an error", base)
		}
		if files, err := Index([]issue.Issue{emailtest.One()}, Options{WebBaseURL: base}); err == nil {
			t.Errorf("Index at %q = %d files, want an error", base, len(files))
		}
	}
	is := emailtest.One()
	is.Timezone = "Mars/Olympus"
	if _, err := Page(is, fixtureOptions); err == nil {
		t.Error("Page in timezone Mars/Olympus succeeded, want an error")
	}
	if _, err := Index([]issue.Issue{is}, fixtureOptions); err == nil {
		t.Error("Index in timezone Mars/Olympus succeeded, want an error")
	}
	if files, err := Index(nil, fixtureOptions); err != nil || len(files) != 0 {
		t.Errorf("Index of no issue = %d files, %v", len(files), err)
	}
}

// TestSiteIsDeterministic holds that the same issues give the same bytes.
func TestSiteIsDeterministic(t *testing.T) {
	if diff := cmp.Diff(writeSite(t, emailtest.Eight(), earlierIssue()), writeSite(t, emailtest.Eight(), earlierIssue())); diff != "" {
		t.Error(diff)
	}
}
