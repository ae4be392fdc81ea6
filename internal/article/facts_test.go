package article

import (
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
		{"nothing but text", ``, "The old bridge will close in April, the port authority said on Wednesday."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := extract(t, "<html>"+tt.in+text, "x.html")
			if a.Headline != tt.want {
				t.Errorf("headline = %q, want %q", a.Headline, tt.want)
			}
			if !strings.HasPrefix(a.Text, "The old bridge will close") {
				t.Errorf("text = %q", a.Text)
			}
		})
	}
}

func TestBylineOfPage(t *testing.T) {
	const text = `<h1>Bridge to close</h1><p>The old bridge will close in April, the port authority said on Wednesday.</p>`
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
		{"a handle, declared a person", ld(`{"@type":"Person","name":"janedoe77"}`), nil},
		{"an outlet with its article, declared a person", ld(`{"@type":"Person","name":"Der Bote"}`), nil},
		{"signed at the end", `<div><p>Written by Jane Doe</p></div>`, []string{"Jane Doe"}},
		{"authors of teased stories", `<aside><a rel="author">Jane Doe</a></aside>`, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, extract(t, "<html>"+tt.in+text, "x.html").Byline); diff != "" {
				t.Errorf("byline (-want +got):\n%s", diff)
			}
		})
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
		{"a day that is no zone's", `<meta property="article:published_time" content="2026-01-05T02:41:00+00:00"><p>January 1, 2026</p>`, "2026-01-05T02:41:00+00:00"},
		{"two days at once", `<meta name="date" content="03/04/2026">`, ""},
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
		{`<link rel="canonical" href="javascript:alert(1)">`, ""},
		{`<link rel="canonical" href="file:///etc/passwd">`, ""},
		{`<link rel="canonical" href="https://example.com/a&quot;><b>">`, ""},
	} {
		if got := extract(t, "<html><head>"+tt.in+"</head>"+text, "x.html").URL; got != tt.want {
			t.Errorf("%s: URL = %q, want %q", tt.in, got, tt.want)
		}
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
