package article

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/document"
)

func TestParseDate(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"2024-06-01T09:30:00+02:00", "2024-06-01T09:30:00+02:00"}, // as written, not in UTC
		{"2024-06-01T09:30:00.000Z", "2024-06-01T09:30:00Z"},
		{"2024-06-01T09:30+0200", "2024-06-01T09:30:00+02:00"},
		{"2024-06-01 09:30:00 -05:00", "2024-06-01T09:30:00-05:00"},
		{"2024-06-01T09:30:00", "2024-06-01"}, // no zone is made up
		{"2024-06-01", "2024-06-01"},
		{"2024/6/1", "2024-06-01"},
		{"20240601", "2024-06-01"},
		{"Sat, 01 Jun 2024 09:30:00 +0200", "2024-06-01T09:30:00+02:00"},
		{"Sat, 01 Jun 2024 09:30:00 GMT", "2024-06-01T09:30:00Z"},
		{"June 1, 2024", "2024-06-01"},
		{"Jun. 1st, 2024 at 12:05 a.m. EDT", "2024-06-01T00:05:00-04:00"},
		{"1 June 2024, 9:30 pm CST", "2024-06-01"}, // two zones go by CST
		{"Samstag, 1. Juni 2024, 9:30 Uhr", "2024-06-01"},
		{"1er juin 2024", "2024-06-01"},
		{"1 de junio de 2024", "2024-06-01"},
		{"1º de março de 2024", "2024-03-01"},
		{"3 maart 2024", "2024-03-03"},
		{"3.4.2024", "2024-04-03"},
		{"25/6/2024", "2024-06-25"},
		{"6/25/2024", "2024-06-25"},
		{"4/4/2024", "2024-04-04"},
		{"3/4/2024", ""}, // two days at once
		{"2024-02-30", ""},
		{"31.2.2024", ""},
		{"May 2024", ""},
		{"01-Jun-2024", "2024-06-01"},
		{"6 min read | June 1, 2024", "2024-06-01"}, // not the sixth
		{"7 min readJun 1, 2024", "2024-06-01"},
		{"Jun 1, 2024Jane Doe", "2024-06-01"},
		{"1 czerwca 2024", "2024-06-01"},
		{"1. kesäkuuta 2024", "2024-06-01"},
		{"1 июня 2024", "2024-06-01"},
		{"1 Haziran 2024", "2024-06-01"},
		{"发布于2024年06月01日09:30", "2024-06-01"},
		{"2024년 6월 1일", "2024-06-01"},
		{"0001-01-01", ""},
		{"yesterday", ""},
		{"", ""},
	} {
		if got := parseDate(tt.in); got != tt.want {
			t.Errorf("parseDate(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestSplitNames(t *testing.T) {
	for _, tt := range []struct {
		in    string
		alone bool
		want  string
	}{
		{"By Jane Doe", false, "Jane Doe"},
		{"ByJane Doe", false, "Jane Doe"}, // a tag stood between them
		{"Byron Doe", false, "Byron Doe"},
		{"Jane Doe, MD, PhD and John Roe, Ph.D.", false, "Jane Doe, MD, PhD|John Roe, Ph.D."},
		{"Jane Doe, CNN", false, "Jane Doe"},
		{"Jane Doe, Boston", false, "Jane Doe"},
		{"Jane Doe, Head of Studies, Marlow Works", false, "Jane Doe"},
		{"Jane Doe, Reporter, and John Roe, Editor", false, "Jane Doe|John Roe"},
		{"Written by Jane Doe | Reviewed by | John Roe", false, "Jane Doe"},
		{"By Jane Doe, DVM. Reviewed by John Roe, DVM", false, "Jane Doe, DVM"},
		{"Foto: Agentur/John Roe", false, ""},
		{"Text: Karla Öhm, Fotos: Jörg Roth", false, "Karla Öhm"},
		{"Jane Doe Jane Doe", false, "Jane Doe"},
		{"Ottoline (Otti) Varga", false, "Ottoline (Otti) Varga"},
		{"Jane Doe (The Marlow Courier)", false, "Jane Doe"},
		{"Jane Doe ● March 1, 2026 ● 6 min read", false, "Jane Doe"},
		{"Ottoline’s Notes", false, ""},
		{"Jane DoeFounder", false, ""},
		{"Jane DoeMar 1, 2026", false, ""},
		{"Jane McAllister", false, "Jane McAllister"},
		{"Marlower Presse-Agentur", false, ""},
		{"Center for Bridges and Research", true, ""},
		{"Klara and Tom", true, "Klara|Tom"},
		{"M.A. Geschichte", false, ""},
		{"Text Size", false, ""},
		{"Av Kari Moe og Per Lie", false, "Kari Moe|Per Lie"},
		{"作者：王小明、李雷", false, "王小明|李雷"},
		{"Jane Doe and John Roe, Staff Writers", false, "Jane Doe|John Roe"},
		{"Von Karla Öhm und Jörg van der Laan", false, "Karla Öhm|Jörg van der Laan"},
		{"Par Aurélie d’Ormont, Jean-Luc Petit et Zoé Le Goff", false, "Aurélie d’Ormont|Jean-Luc Petit|Zoé Le Goff"},
		{"Doe, Jane", false, "Jane Doe"},
		{"Jane Doe | Senior Political Correspondent | June 1, 2024", false, "Jane Doe"},
		{"The Marlow Courier", false, ""},
		{"Marlow Courier Staff", false, ""},
		{"Reuters", true, ""},
		{"Associated Press", true, ""},
		{"admin", true, ""},
		{"Redaktion", true, ""},
		{"https://example.com/author/jane-doe", true, ""},
		{"jane@example.com", true, ""},
		{"Ottoline", true, "Ottoline"},
		{"Ottoline", false, ""},
		{"AFP", true, ""},
		{"山田 太郎", true, "山田 太郎"},
		{"by the time the council met", false, ""},
		{"", false, ""},
	} {
		if got := strings.Join(splitNames(tt.in, "The Marlow Courier", tt.alone), "|"); got != tt.want {
			t.Errorf("splitNames(%q, alone %v) = %q, want %q", tt.in, tt.alone, got, tt.want)
		}
	}
}

func TestHeadline(t *testing.T) {
	const text = `<p>The old bridge will close in April, the port authority said on Wednesday.</p><p>Divers found cracks in two of its piers.</p>`
	for _, tt := range []struct{ name, in, want string }{
		{"h1 that the title confirms", `<title>Bridge to close | Courier</title><body><h1>Courier</h1><h1>Bridge to close</h1>`, "Bridge to close"},
		{"h1 beside a search engine's title", `<title>Bridge Closure 2026: All You Need</title><meta property="og:title" content="Bridge to close after cracks"><h1>Bridge to close after cracks</h1>`, "Bridge to close after cracks"},
		{"og:title without its site", `<meta property="og:site_name" content="Courier"><meta property="og:title" content="Bridge to close - Courier">`, "Bridge to close"},
		{"site's name in front", `<meta property="og:site_name" content="Courier"><title>Courier | Bridge to close</title>`, "Bridge to close"},
		{"hyphen that belongs to the headline", `<meta property="og:title" content="Bridge to close - and nobody asked"><p>x`, "Bridge to close - and nobody asked"},
		{"JSON-LD with entities", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge &amp; pier to close"}</script><title>x</title>`, "Bridge & pier to close"},
		{"broken JSON-LD", `<script type="application/ld+json">{"@type":"NewsArticle","headline":</script><title>Bridge to close</title>`, "Bridge to close"},
		{"kicker that another title goes without", `<meta property="og:title" content="Bridge to close for a year"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Cracks in the piers: Bridge to close for a year"}</script>`, "Bridge to close for a year"},
		{"kicker that the page shows in its line", `<meta property="og:title" content="Bridge to close for a year"><title>Cracks: Bridge to close for a year</title><h1>Cracks: Bridge to close for a year</h1>`, "Cracks: Bridge to close for a year"},
		{"two kickers", `<meta property="og:title" content="Port of Ostry: Bridge to close for a year"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Cracks: Bridge to close for a year"}</script>`, "Bridge to close for a year"},
		{"shown og:title beside JSON-LD for search engines", `<meta property="og:title" content="Bridge to close for a year"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge closure: dates and detours"}</script><h2>Bridge to close for a year</h2>`, "Bridge to close for a year"},
		{"kicker in the heading's own element", `<meta property="og:title" content="Bridge to close for a year"><title>“Cracks”: Bridge to close for a year</title><h2><span>“Cracks”</span><span>Bridge to close for a year</span></h2>`, "Bridge to close for a year"},
		{"another kicker in the heading", `<meta property="og:title" content="Port of Ostry: Bridge to close for a year"><h1><span>Cracks in the piers</span> Bridge to close for a year</h1>`, "Bridge to close for a year"},
		{"words of the h1 that tags glue", `<meta property="og:title" content="Bridge to close for a whole year"><h1>Bridge to close for a<b>whole</b> year</h1>`, "Bridge to close for a whole year"},
		{"label behind a bar", `<meta property="og:title" content="Bridge to close | Opinion"><h1>Why the bridge has to close | Opinion</h1><title>Why the bridge has to close | Opinion</title>`, "Why the bridge has to close"},
		{"site's name in the h1", `<meta property="og:site_name" content="Courier"><meta property="og:title" content="Bridge to close – Courier"><h1>Bridge to close – Courier</h1>`, "Bridge to close"},
		{"h1 that is a notice", `<meta property="og:title" content="Bridge to close for a year"><title>Bridge to close for a year</title><h1>Support our newspaper</h1>`, "Bridge to close for a year"},
		{"h1 that is the address", `<link rel="canonical" href="https://courier.example/a"><h1>courier.example</h1><title>Bridge to close for a year</title>`, "Bridge to close for a year"},
		{"the site's name as the only line", `<meta property="og:site_name" content="Marlow Courier"><title>Bridge to close for a year - Marlow Courier</title><p>Marlow Courier</p>`, "Bridge to close for a year"},
		{"h1 escaped twice", `<meta property="og:title" content="Bridge &amp; pier to close"><h1>Bridge &amp;amp; pier to close</h1>`, "Bridge & pier to close"},
		{"running report without an h1", `<link rel="canonical" href="https://courier.example/news/storm-over-the-estuary-live-report,Q7xZ"><meta property="og:title" content="Second ferry breaks loose"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Storm over the estuary: live report"}</script><h2>Second ferry breaks loose</h2>`, "Storm over the estuary: live report"},
		{"address with its umlauts written out", `<link rel="canonical" href="https://kurier.example/sturm-ueber-der-muendung-faehren-bleiben-im-hafen"><meta property="og:title" content="Zweite Fähre reißt sich los"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Sturm über der Mündung: Fähren bleiben im Hafen"}</script><h2>Zweite Fähre reißt sich los</h2>`, "Sturm über der Mündung: Fähren bleiben im Hafen"},
		{"h1 of another story", `<link rel="canonical" href="https://courier.example/2026/old-bridge-closes-in-april"><title>Where the bridge closes - Courier</title><meta property="og:title" content="When the bridge closes in April"><h1>When the new bridge opens in autumn</h1><h1>The old bridge closes in April</h1>`, "The old bridge closes in April"},
		{"JSON-LD for search engines beside the reader's", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge Closure 2027: Dates And Detours","alternativeHeadline":"The bridge that nobody wants to close"}</script><h1>The bridge that nobody wants to close</h1>`, "The bridge that nobody wants to close"},
		{"nothing but text", ``, "The old bridge will close in April, the port authority said on Wednesday."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := extract(t, "<html>"+tt.in+text, "x.html")
			if a.Headline != tt.want {
				t.Errorf("headline = %q, want %q", a.Headline, tt.want)
			}
			if !strings.Contains(a.Text, "The old bridge will close") {
				t.Errorf("text = %q", a.Text)
			}
		})
	}
}

func TestBylineOfPage(t *testing.T) {
	const headline, text = `<html><h1>Bridge to close</h1>`, `<p>The old bridge will close in April, the port authority said on Wednesday.</p>`
	ld := func(author string) string {
		return `<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","author":` + author + `}</script>`
	}
	for _, tt := range []struct {
		name, in string
		want     []string
	}{
		{"object", ld(`{"@type":"Person","name":"Jane Doe"}`), []string{"Jane Doe"}},
		{"array of objects and strings", ld(`[{"name":"Jane Doe"},"John Roe"]`), []string{"Jane Doe", "John Roe"}},
		{"names in a list", ld(`{"@type":"Person","name":["Jane Doe","John Roe"]}`), []string{"Jane Doe", "John Roe"}},
		{"one string of two", ld(`"Jane Doe and John Roe"`), []string{"Jane Doe", "John Roe"}},
		{"given and family name", ld(`{"givenName":"Jane","familyName":"Doe"}`), []string{"Jane Doe"}},
		{"an organization, and a person in the text", ld(`{"@type":"Organization","name":"Jane Doe Media"}`) + `<div class="byline">By Jane Doe</div>`, []string{"Jane Doe"}},
		{"meta of an outlet", `<meta name="author" content="Courier Staff">`, nil},
		{"meta of an address", `<meta property="article:author" content="https://example.com/jane">`, nil},
		{"rel", `<a rel="author" href="/j">Jane Doe</a>`, []string{"Jane Doe"}},
		{"microdata", `<span itemprop="author" itemscope><span itemprop="name">Jane Doe</span></span>`, []string{"Jane Doe"}},
		{"said twice", `<a rel="author">JANE DOE</a><a rel="author">Jane Doe</a>`, []string{"JANE DOE"}},
		{"the box about the author", `<aside class="author-box"><a rel="author">Jane Doe</a></aside>`, []string{"Jane Doe"}},
		{"boxes about two authors", `<aside class="author-box"><a rel="author">Jane Doe</a><a rel="author">John Roe</a></aside>`, nil},
		{"what a shared link shows", `<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Jane Doe">`, []string{"Jane Doe"}},
		{"another label of a shared link", `<meta name="twitter:label1" content="Filed under"><meta name="twitter:data1" content="Jane Doe">`, nil},
		{"lower-case, declared a person", ld(`{"@type":"Person","name":"jane doe"}`), []string{"jane doe"}},
		{"the name of an account, where nothing else names anyone", ld(`{"@type":"Person","name":"janedoe77"}`), []string{"janedoe77"}},
		{"the key of a record", ld(`{"@type":"Person","name":"8f14e45fceea167a"}`), nil},
		{"an account that is a role", ld(`{"@type":"Person","name":"siteadmin"}`), nil},
		{"an outlet with its article, declared a person", ld(`{"@type":"Person","name":"Der Bote"}`), nil},
		{"signed at the end", `<div><p>Written by Jane Doe</p></div>`, []string{"Jane Doe"}},
		{"signed by one, declared another", ld(`{"@type":"Person","name":"John Roe"}`) + `<p>By Jane Doe</p>`, []string{"Jane Doe"}},
		{"signed by two, declared one", ld(`{"@type":"Person","name":"John Roe"}`) + `<p>By Jane Doe and John Roe</p>`, []string{"Jane Doe", "John Roe"}},
		{"signed by one, declared both", ld(`[{"@type":"Person","name":"Jane Doe"},{"@type":"Person","name":"John Roe"}]`) + `<p>By Jane Doe</p>`, []string{"Jane Doe", "John Roe"}},
		{"signed in capitals", ld(`{"@type":"Person","name":"Jane Doe"}`) + `<p>BY JANE DOE</p>`, []string{"Jane Doe"}},
		{"a label and a name", `<div>Written by</div><div>Jane Doe</div>`, []string{"Jane Doe"}},
		{"a label of who edited", `<div>Edited by</div><div class="author">John Roe</div><div>Written by</div><div class="author">Jane Doe</div>`, []string{"Jane Doe"}},
		{"behind the date", `<p>March 1, 2026 by Jane Doe</p>`, []string{"Jane Doe"}},
		{"behind a bar", `<p>6 min read | By Jane Doe</p>`, []string{"Jane Doe"}},
		{"beside the date", `<div>Jane Doe</div><div>March 1, 2026</div>`, []string{"Jane Doe"}},
		{"a section beside the date", `<div>Harbour Bridges</div><div>March 1, 2026</div><p>The harbour has two bridges, the port authority said at noon.</p>`, nil},
		{"share links beside the date", `<div>Facebook Email Print LinkedIn</div><div>March 1, 2026</div>`, nil},
		{"a name right under the headline", `<p>Jane Doe</p>`, []string{"Jane Doe"}},
		{"the subject's name under the headline", `<p>Jane Doe</p><p>The engineer Jane Doe has closed the old bridge, the port authority said on Wednesday.</p>`, nil},
		{"names alone above the text", `<p>Cracks found</p><p>Divers called</p><p>Mayor silent</p><p>Tumelo Sekhonyana/Ngaio Tuhoe</p>`, []string{"Tumelo Sekhonyana", "Ngaio Tuhoe"}},
		{"a place above the text", `<p>Cracks found</p><p>Divers called</p><p>Mayor silent</p><p>Port Ostry</p>`, nil},
		{"words that run into the marked name", `<p class="byline"><span>Jane Doe</span><span>Founder</span></p><p>x</p><div class="author">Jane Doe</div>`, []string{"Jane Doe"}},
		{"a given name alone", `<p>by Klara · Mar 1, 2026</p>`, []string{"Klara"}},
		{"the line of an account", `<p class="meta">Posted by jdoe on March 1, 2026</p>`, []string{"jdoe"}},
		{"an account and a name", `<meta name="author" content="jdoe77"><p>By Jane Doe</p>`, []string{"Jane Doe"}},
		{"an editors' desk", `<p class="byline">By Marlow Editorial Team</p>`, nil},
		{"a desk that opens like a name", `<meta name="author" content="Fine Weather Editorial Team">`, nil},
		{"degrees", ld(`{"@type":"Person","name":"Jane Doe, MD"}`), []string{"Jane Doe, MD"}},
		{"an agency", ld(`{"@type":"Person","name":"AFP"}`) + `<p>By AFP</p>`, nil},
		{"a person and an agency", `<p>Von Jane Doe, dpa</p>`, []string{"Jane Doe"}},
		{"authors of teased stories", `<aside><a rel="author">Jane Doe</a></aside>`, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, extract(t, headline+tt.in+text, "x.html").Byline); diff != "" {
				t.Errorf("byline (-want +got):\n%s", diff)
			}
		})
	}
}

// TestBylineBelow holds pages to the author that they name below the text.
func TestBylineBelow(t *testing.T) {
	const text = `<h1>Bridge to close</h1><div class="article-body"><p>The old bridge will close in April, the port authority said on Wednesday.</p>` +
		`<p>Divers found cracks in two of its piers, and the council of the town voted to close it at once.</p>` +
		`<p>A ferry is to run from May, at the price of a bus ticket, the mayor of the town told reporters.</p>` +
		`<p>The bridge was built in 1911, and nobody has painted it since the summer of the year 1987.</p>`
	for _, tt := range []struct {
		name, in string
		want     []string
	}{
		{"a portrait", `</div><h3>Jane Doe</h3><p>Jane Doe is a reporter in Ostry and has written about its harbour since 2011.</p>`, []string{"Jane Doe"}},
		{"a portrait by given name", `</div><h3>Jane Doe, PhD</h3><p>Jane writes about harbours for this paper and for others.</p>`, []string{"Jane Doe, PhD"}},
		{"a portrait of a rare name", `</div><h3>Tumelo Sekhonyana</h3><p>Tumelo Sekhonyana is the editor of this page.</p>`, []string{"Tumelo Sekhonyana"}},
		{"a portrait of a thing", `</div><h3>Tumelo Sekhonyana</h3><p>Tumelo Sekhonyana is a ferry with room for forty cars.</p>`, nil},
		{"a signature that runs on", `</div><p>Posted by Jane Doe on</p><p>March 1, 2026</p>`, []string{"Jane Doe"}},
		{"two portraits", `</div><h3>Jane Doe</h3><p>Jane Doe is a reporter in Ostry.</p><h3>John Roe</h3><p>John Roe is a diver from Lunde.</p>`, nil},
		{"who checked", `</div><div>Fact checked by</div><div class="author-name">John Roe</div><p>John Roe is a librarian in Ostry.</p>`, nil},
		{"a heading about a thing", `</div><h3>Rose Garden</h3><p>The garden opens at nine.</p>`, nil},
		{"the last line", `<p>Jane Doe</p></div><p>More about the harbour of the town</p>`, []string{"Jane Doe"}},
		{"the last line, set apart", `<p><strong>Ngaio Tuhoe</strong></p></div>`, []string{"Ngaio Tuhoe"}},
		{"a sentence", `</div><p>This article was written by Jane Doe, a diver.</p>`, []string{"Jane Doe"}},
		{"the editor in charge", `</div><div>（责编：王小明、李雷）</div>`, []string{"王小明", "李雷"}},
		{"links to the authors of other stories", `</div><a rel="author" href="/a">Ann Moss</a><a rel="author" href="/b">John Roe</a><a rel="author" href="/c">Ines Calloway</a>`, nil},
		{"the owner of the site", `</div><meta property="og:site_name" content="Jane Doe"><link rel="canonical" href="https://janedoe.example/bridge">`, []string{"Jane Doe"}},
		{"a person in the site's title only", `</div><title>Bridge to close | Jane Doe</title><link rel="canonical" href="https://courier.example/bridge">`, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, extract(t, "<html>"+text+tt.in, "x.html").Byline); diff != "" {
				t.Errorf("byline (-want +got):\n%s", diff)
			}
		})
	}
}

func TestGivenName(t *testing.T) {
	names := strings.Split(strings.TrimSuffix(givenNames, "\n"), "\n")
	if !slices.IsSorted(names) {
		t.Fatal("givennames.txt is not sorted")
	}
	for _, n := range names {
		if n == "" || n != strings.ToLower(n) || !givenName(n) {
			t.Errorf("givenName(%q) = false, or it is not in small letters", n)
		}
	}
	for _, w := range []string{"", "the", "zzz", "bridge", "aaro", "aaronn", "Jane"} {
		if givenName(w) {
			t.Errorf("givenName(%q) = true", w)
		}
	}
}

func TestPublished(t *testing.T) {
	const text = `<p>The old bridge will close in April, the port authority said on Wednesday.</p>`
	for _, tt := range []struct{ name, in, want string }{
		{"published before modified", `<meta property="article:modified_time" content="2026-02-02"><meta property="article:published_time" content="2026-01-01T08:00:00-03:00">`, "2026-01-01T08:00:00-03:00"},
		{"JSON-LD before meta", `<meta name="date" content="2026-02-02"><script type="application/ld+json">{"@type":"Article","datePublished":"2026-01-01"}</script>`, "2026-01-01"},
		{"the fuller form of the same day", `<time datetime="2026-01-01T08:00:00Z">x</time><script type="application/ld+json">{"@type":"Article","datePublished":"2026-01-01"}</script>`, "2026-01-01T08:00:00Z"},
		{"time", `<time datetime="2026-01-01">New Year</time>`, "2026-01-01"},
		{"time without datetime", `<time>January 1, 2026</time>`, "2026-01-01"},
		{"shown only", `<span class="date">1. Januar 2026</span>`, "2026-01-01"},
		{"of the page's JSON-LD", `<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2026-01-01"}]}</script>`, "2026-01-01"},
		{"of the article before the page's", `<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2020-01-01"},{"@type":"Article","headline":"x","datePublished":"2026-01-01"}]}</script>`, "2026-01-01"},
		{"time in an aside", `<aside><time datetime="2026-01-01">New Year</time></aside>`, "2026-01-01"},
		{"class with the word in it", `<span class="blogpost-date">January 1, 2026</span>`, "2026-01-01"},
		{"a machine's UTC beside the reader's day", `<meta property="article:published_time" content="2026-01-02T02:41:00+00:00"><p>January 1, 2026</p>`, "2026-01-01"},
		{"a machine's time with its zone", `<meta property="article:published_time" content="2026-01-02T02:41:00+09:00"><p>January 1, 2026</p>`, "2026-01-02T02:41:00+09:00"},
		{"a day before the declared one", `<meta property="article:published_time" content="2026-01-05T02:41:00+00:00"><p>January 1, 2026</p>`, "2026-01-01"},
		{"a day after the declared one", `<meta property="article:published_time" content="2026-01-01T02:41:00+00:00"><p>January 5, 2026</p>`, "2026-01-01T02:41:00+00:00"},
		{"two days at once", `<meta name="date" content="03/04/2026">`, ""},
		{"two days at once, one to the machine", `<time datetime="2026-04-03">03/04/2026</time>`, "2026-04-03"},
		{"a day before the declared one, in its zone", `<meta property="article:published_time" content="2026-01-05T02:41:00+02:00"><p>January 1, 2026</p>`, "2026-01-01"},
		{"an update by the headline", `<meta property="article:published_time" content="2026-01-05"><p>Updated January 1, 2026</p>`, "2026-01-05"},
		{"an update and nothing else", `<p>Updated January 1, 2026</p>`, "2026-01-01"},
		{"publication and update in one line", `<p>Published January 1, 2026, updated January 5, 2026</p>`, "2026-01-01"},
		{"update and publication in one line", `<p>Updated January 5, 2026, published January 1, 2026</p>`, "2026-01-01"},
		{"a label and a day", `<div class="sidebar"><h4>Published</h4><div>January 1, 2026</div></div>`, "2026-01-01"},
		{"days of several teasers", `<meta name="date" content="January 1, 2026"><i itemprop="datePublished" content="2026-03-03">x</i><i itemprop="datePublished" content="2026-03-04">x</i>`, "2026-01-01"},
		{"teasers' days and the one by the headline", `<p>January 1, 2026</p><p>x</p><div class="date">March 3, 2026</div>`, "2026-01-01"},
		{"in the address", `<link rel="canonical" href="https://example.com/2026/01/01/bridge">`, "2026-01-01"},
		{"in the address, in words", `<link rel="canonical" href="https://example.com/2026/january/01/bridge">`, "2026-01-01"},
		{"in the address, before the name", `<link rel="canonical" href="https://example.com/2026-01-01-bridge">`, "2026-01-01"},
		{"a relative day", `<p>Yesterday, 9:30</p><time>3 hours ago</time>`, ""},
	} {
		if got := extract(t, "<html><body><h1>Bridge</h1>"+tt.in+text, "x.html").Published; got != tt.want {
			t.Errorf("%s: published = %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestScarceText(t *testing.T) {
	const long = "<p>The old bridge will close in April, the port authority said on Wednesday, and stay shut.</p>" +
		"<p>Divers found cracks in two of its piers, and the council of the town voted to close it at once.</p>" +
		"<p>A ferry is to run from May, at the price of a bus ticket, the mayor of the town told reporters.</p>"
	for _, tt := range []struct {
		name, in string
	}{
		{"hidden until a script shows it", "<p>Please wait.</p><div hidden>" + long + "</div>"},
		{"in a dialog that is never closed", "<dialog><p>Search</p>" + long},
		{"hidden beside the text", long + "<div hidden><p>Sign in, dear reader, to go on with this text.</p></div>"},
	} {
		a := extract(t, "<html><body><h1>Bridge to close</h1>"+tt.in, "x.html")
		if !strings.Contains(a.Text, "A ferry is to run") || strings.Contains(a.Text, "dear reader") {
			t.Errorf("%s: text = %q", tt.name, a.Text)
		}
	}
}

func TestTableInFigure(t *testing.T) {
	a := extract(t, "<html><body><article><h1>Ferries</h1><p>The ferries of the county carried more people last year, the port said on Monday.</p>"+
		"<figure><table><tr><td>Line one, Ostry to Lunde</td><td>412,000</td></tr></table></figure>"+
		"<figure><img><figcaption>The quay at noon</figcaption></figure><p>More boats are to be built for the line to Lunde, which is often full in summer, it said.</p>", "x.html")
	if !strings.Contains(a.Text, "412,000") || strings.Contains(a.Text, "noon") {
		t.Errorf("text = %q, want the table and no caption", a.Text)
	}
}

func TestTextOfJSONLD(t *testing.T) {
	const ld = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge to close","articleBody":"The old bridge will close in April, the port authority said.\n\nDivers found cracks in two of its piers. &quot;We cannot go on,&quot; said Ines Calloway."}</script>`
	const want = "The old bridge will close in April, the port authority said.\n\nDivers found cracks in two of its piers. \"We cannot go on,\" said Ines Calloway."
	if a := extract(t, "<html>"+ld+`<div id="app">Loading</div>`, "x.html"); a.Text != want {
		t.Errorf("a page drawn by script: text = %q, want %q", a.Text, want)
	}
	const shown = "<p>The old bridge will close in April, said the port.</p><p>Its chief engineer had no comment.</p>"
	if a := extract(t, "<html>"+ld+shown, "x.html"); strings.Contains(a.Text, "Divers") {
		t.Errorf("a page that shows its text: text = %q", a.Text)
	}
}

func TestAddress(t *testing.T) {
	const text = `<p>The old bridge will close in April, the port authority said on Wednesday.</p>`
	for _, tt := range []struct{ in, want string }{
		{`<link rel="canonical" href="https://example.com/a?b=1">`, "https://example.com/a?b=1"},
		{`<meta property="og:url" content="http://example.com/a">`, "http://example.com/a"},
		{`<link rel="canonical" href="/a"><meta property="og:url" content="https://example.com/a">`, "https://example.com/a"},
		{`<link rel="canonical" href="https://example.com/"><meta property="og:url" content="https://example.com/a">`, "https://example.com/a"},
		{`<meta property="og:url" content="https://example.com/a"><link rel="canonical" href="https://example.com/">`, "https://example.com/a"},
		{`<meta property="og:url" content="https://example.com/a"><link rel="canonical" href="https://example.com/b">`, "https://example.com/b"},
		{`<link rel="canonical" href="javascript:alert(1)">`, ""},
		{`<link rel="canonical" href="file:///etc/passwd">`, ""},
		{`<link rel="canonical" href="https://example.com/a&quot;><b>">`, ""},
	} {
		if got := extract(t, "<html><head>"+tt.in+"</head>"+text, "x.html").URL; got != tt.want {
			t.Errorf("%s: URL = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestPublication(t *testing.T) {
	const text = `<p>The old bridge will close in April, the port authority said on Wednesday.</p>`
	for _, tt := range []struct{ name, in, want string }{
		{"the site's name", `<meta property="og:site_name" content="Courier"><meta name="publisher" content="Courier Holdings">`, "Courier"},
		{"the publisher", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","publisher":{"name":"Courier"}}</script>`, "Courier"},
		{"an account", `<meta property="og:site_name" content="@courier">`, ""},
		{"a motto behind it", `<meta property="og:site_name" content="Marlow Courier - News from the river since 1911"><link rel="canonical" href="https://marlowcourier.example/a">`, "Marlow Courier"},
		{"a dash of its own", `<meta property="og:site_name" content="Marlow - Courier"><link rel="canonical" href="https://mc.example/a">`, "Marlow - Courier"},
		{"in small letters", `<meta property="og:site_name" content="marlowcourier"><script type="application/ld+json">{"@type":"NewsArticle","headline":"x","publisher":{"name":"Marlow Courier"}}</script>`, "Marlow Courier"},
		{"a part of a site", `<meta property="og:site_name" content="Blog"><meta name="publisher" content="Courier">`, "Courier"},
		{"the title's end", `<title>Bridge to close | The Marlow Courier</title><link rel="canonical" href="https://www.marlowcourier.example/a">`, "The Marlow Courier"},
		{"the title's front", `<title>Marlow Courier - Bridge to close</title><link rel="canonical" href="https://marlow-courier.example/a">`, "Marlow Courier"},
		{"a title that the address does not spell", `<title>Bridge to close | Harbour</title><link rel="canonical" href="https://marlowcourier.example/a">`, ""},
		{"nothing", ``, ""},
	} {
		if got := extract(t, "<html><head>"+tt.in+"</head>"+text, "x.html").Publication; got != tt.want {
			t.Errorf("%s: publication = %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestExplainFacts holds the reasons to what Extract takes.
func TestExplainFacts(t *testing.T) {
	d, err := document.Parse([]byte(fullPage()), document.Hint{Name: "page.html"})
	if err != nil {
		t.Fatal(err)
	}
	want := []Fact{
		{"headline", "Island ferry to sail for the last time", "h1", "og:title confirms it"},
		{"byline", "Thea Malm", "line by the headline", "signed under the headline"},
		{"published", "2026-03-10T18:40:00+01:00", "line by the headline", "shown by the headline"},
		{"publication", "The Ostry Post", "og:site_name", "the first source that names the site"},
		{"language", "en", "html lang", "declared by the page"},
	}
	if diff := cmp.Diff(want, ExplainFacts(d)); diff != "" {
		t.Errorf("ExplainFacts (-want +got):\n%s", diff)
	}
	a, err := Extract(d)
	if err != nil {
		t.Fatal(err)
	}
	got := []string{a.Headline, strings.Join(a.Byline, "; "), a.Published, a.Publication, a.Language}
	for i, f := range want {
		if got[i] != f.Value {
			t.Errorf("Extract: %s = %q, want %q", f.Name, got[i], f.Value)
		}
	}
	if d, err = document.Parse([]byte("Bridge to close\n\nThe bridge will close, the mayor said."), document.Hint{Name: "x.txt"}); err != nil || ExplainFacts(d) != nil {
		t.Errorf("ExplainFacts of text = %v, %v, want none", ExplainFacts(d), err)
	}
}

func TestDetectLanguage(t *testing.T) {
	for _, tt := range []struct{ want, in string }{
		{"en", "The council said on Monday that it would close the bridge for the summer."},
		{"de", "Der Rat sagte am Montag, dass die Brücke für den Sommer nicht gesperrt wird."},
		{"fr", "Le conseil a annoncé lundi que le pont ne sera pas fermé pour les vacances."},
		{"es", "El consejo dijo el lunes que el puente no se cierra para los meses del verano."},
		{"it", "Il consiglio ha detto lunedì che il ponte non sarà chiuso per la stagione della pesca."},
		{"nl", "De raad zei maandag dat de brug niet dicht gaat voor de zomer en het najaar."},
		{"pt", "O conselho disse na segunda-feira que a ponte não fecha para os meses do verão."},
		{"ja", "市議会は月曜日、橋を夏の間は閉鎖しないと発表した。"},
		{"", "Zxcv qwer asdf"},
		{"", "12 34"},
	} {
		if got := detectLanguage(tt.in); got != tt.want {
			t.Errorf("detectLanguage(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestPrimarySubtag(t *testing.T) {
	for in, want := range map[string]string{"en-GB": "en", "de_AT.UTF-8": "de", "FR": "fr", "fil": "fil", "english": "", "und": "", "": "", "e1": ""} {
		if got := primarySubtag(in); got != want {
			t.Errorf("primarySubtag(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCounts(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want int
	}{
		{"", 0}, {" — ", 0}, {"one", 1}, {"It’s one well-known U.N. body – in 2026.", 7}, {"東京 です", 2},
	} {
		if got := countWords(tt.in); got != tt.want {
			t.Errorf("countWords(%q) = %d, want %d", tt.in, got, tt.want)
		}
	}
	for words, want := range map[int]int{1: 1, 238: 1, 356: 1, 357: 2, 2380: 10} {
		if got := readingMinutes(words); got != want {
			t.Errorf("readingMinutes(%d) = %d, want %d", words, got, want)
		}
	}
}

func TestFirstSentence(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"One. Two.", "One."},
		{"The U.S. Senate voted. It was late.", "The U.S. Senate voted."},
		{"Sen. Ann Moss left at 5 p.m. on Monday. Nobody saw her.", "Sen. Ann Moss left at 5 p.m. on Monday."},
		{"“Stop!” she said. He did.", "“Stop!” she said."},
		{"It grew by 3.5 per cent in March. Good.", "It grew by 3.5 per cent in March."},
		{"No end", "No end"},
		{"始まった。終わった。", "始まった。"},
	} {
		if got := firstSentence(tt.in); got != tt.want {
			t.Errorf("firstSentence(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func extract(t testing.TB, in, name string) Article {
	t.Helper()
	d, err := document.Parse([]byte(in), document.Hint{Name: name})
	if err != nil {
		t.Fatalf("Parse: %v", err)
	}
	a, err := Extract(d)
	if err != nil {
		t.Fatalf("Extract: %v", err)
	}
	return a
}

// TestHeadlineBesideKicker holds a page to its headline's line, where that has
// the kicker too: what stands above the text is found from there.
func TestHeadlineBesideKicker(t *testing.T) {
	a := extract(t, `<html><meta property="og:title" content="Bridge to close for a year"><body><h2><span>Cracks in piers</span><span>Bridge to close for a year</span></h2>`+
		`<p>By Jane Doe</p><p>March 1, 2026</p><p>The old bridge will close in April, the port authority said on Wednesday.</p>`, "x.html")
	if a.Headline != "Bridge to close for a year" || len(a.Byline) != 1 || a.Published != "2026-03-01" || a.Text != "The old bridge will close in April, the port authority said on Wednesday." {
		t.Errorf("got %q by %q on %s: %q", a.Headline, a.Byline, a.Published, a.Text)
	}
}

func TestLongestStopWord(t *testing.T) {
	longest := 0
	for _, s := range stopWords {
		for w := range strings.FieldsSeq(s.words) {
			longest = max(longest, len(w))
		}
	}
	if longest != longestStopWord {
		t.Errorf("longestStopWord = %d, the longest has %d bytes", longestStopWord, longest)
	}
}
