package email

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"onrecord/internal/issue"
)

// File is one file of what is published on the web.
type File struct {
	Path string // below the root of the web versions, in folders issues and feeds
	Type string // media type
	Body []byte
}

// LatestIssues is how many issues the list of issues and the feeds go back.
const LatestIssues = 30

// Page writes the page of an issue, with all that its mail leaves out. It takes
// an o.WebBaseURL, because a page names the feeds by their addresses.
func Page(is issue.Issue, o Options) (File, error) {
	s, err := newSite([]issue.Issue{is}, o)
	if err != nil {
		return File{}, err
	}
	return s.page(), nil
}

// Index writes what leads to the pages: the list of the latest issues, the
// latest first, and feeds of them and of each section's stories.
func Index(latest []issue.Issue, o Options) ([]File, error) {
	if len(latest) == 0 {
		return nil, nil
	}
	s, err := newSite(latest, o)
	if err != nil {
		return nil, err
	}
	feeds, err := s.atom()
	return append(feeds, s.index()), err
}

func newSite(latest []issue.Issue, o Options) (site, error) {
	if link(o.WebBaseURL) == "" {
		return site{}, fmt.Errorf("site: %q is not a web address", o.WebBaseURL)
	}
	latest = latest[:min(len(latest), LatestIssues)]
	o.UnsubscribeURL = ""
	s := site{options: o, feeds: feedsOf(latest)}
	for _, is := range latest {
		zone, err := time.LoadLocation(is.Timezone)
		if err != nil {
			return site{}, fmt.Errorf("site: issue %s: %w", is.ID, err)
		}
		s.editions = append(s.editions, edition{is, zone})
	}
	return s, nil
}

// site is what is published of the latest issues.
type site struct {
	options  Options
	editions []edition
	feeds    []feed
}

// edition is an issue and the zone its times are shown in.
type edition struct {
	issue.Issue
	zone *time.Location
}

// inWhole is how much a page shows of one story: more than any honest article
// has.
var inWhole = density{speakers: 60, positions: 30}

func (s site) page() File {
	e := s.editions[0]
	l := newLetter(e.Issue, s.options, e.zone, inWhole, len(e.Stories))
	s.furnish(l, e)
	l.AllIssues = s.address(indexPath)
	if len(l.Contents) == 1 {
		l.Contents = nil
	}
	return File{pagePath(e.ID), htmlType, []byte(render(l.document()))}
}

// index lists the issues.
func (s site) index() File {
	e := s.editions[0]
	l := &letter{Title: title(s.options), Date: "All issues and feeds", MoreTitle: "Latest issues",
		PostalAddress: plain(s.options.PostalAddress, longestAddress)}
	s.furnish(l, e)
	for _, e := range s.editions {
		en := entry{Headline: "No stories", URL: webPage(s.options, e.ID), Meta: []string{date(e.Window.To, e.zone)}}
		if len(e.Stories) > 0 {
			en.Headline = headlineOf(e.Stories[0].Headline)
			en.Meta = append(en.Meta, counts(e.Issue)...)
		}
		l.More = append(l.More, en)
	}
	return File{indexPath, htmlType, []byte(render(l.document()))}
}

// furnish gives a letter what a page has and a mail has not.
func (s site) furnish(l *letter, e edition) {
	l.Page, l.Web = true, ""
	l.Why = fmt.Sprintf("%s is published every day at %s, %s time.", l.Title, clock(s.options.Hour), clean(e.zone.String()))
	l.Colophon = origin + " This page sets no cookie and loads nothing from elsewhere."
	for _, f := range s.feeds {
		l.Feeds = append(l.Feeds, feedLink{f.name, s.address(f.path)})
	}
}

func (s site) address(path string) address {
	return link(root(s.options) + "/" + path)
}

func root(o Options) string { return strings.TrimRight(o.WebBaseURL, "/") }

const (
	htmlType  = "text/html; charset=utf-8"
	atomType  = "application/atom+xml; charset=utf-8"
	indexPath = "issues/index.html"
)

// webPage is the address of an issue's page, empty where nothing is published.
func webPage(o Options, id string) address {
	if o.WebBaseURL == "" {
		return ""
	}
	return link(root(o) + "/" + pagePath(id))
}

func pagePath(id string) string { return "issues/" + id + "/index.html" }

// onPage is where a page tells a story, empty where there is no page.
func onPage(page address, s issue.Story) address {
	if page == "" {
		return ""
	}
	return page + "#" + address(anchorName(s))
}

// anchorName names a story on its page by the article that leads it: a mail of
// some sections alone numbers its stories otherwise.
func anchorName(s issue.Story) string {
	if len(s.Articles) == 0 {
		return "story"
	}
	id := strings.Map(func(r rune) rune {
		if r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return -1
	}, s.Articles[0].Digest)
	return "story-" + id
}
