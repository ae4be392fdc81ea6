// Package emailtest is the issues that mails are tested with, by package email
// and by whoever needs a mail to look at: an ordinary day, a quiet one, a busy
// one, an empty one, and one of articles that mean harm. Everybody and
// everything in them is invented.
package emailtest

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	"onrecord/internal/issue"
	"onrecord/internal/speaker"
	"onrecord/internal/text"
)

// Window is the window of every issue here.
var Window = issue.Window{
	From: time.Date(2026, 11, 22, 6, 0, 0, 0, time.UTC),
	To:   time.Date(2026, 11, 23, 6, 0, 0, 0, time.UTC),
}

// Issue returns an issue of stories.
func Issue(stories ...issue.Story) issue.Issue {
	return issue.Issue{
		Schema:   issue.Schema,
		ID:       Window.ID(),
		Window:   Window,
		Timezone: "Europe/Amsterdam",
		Stories:  stories,
	}
}

// From returns an article of a publication.
func From(publication, slug, published, headline string, minutes int) issue.Source {
	host := strings.ToLower(strings.ReplaceAll(publication, " ", "-")) + ".example.com"
	return issue.Source{
		Digest:         fmt.Sprintf("%x", sha256.Sum256([]byte(slug+headline)))[:32],
		Key:            "articles/" + slug + ".html",
		Headline:       headline,
		Publication:    publication,
		URL:            "https://" + host + "/" + slug,
		Published:      published,
		ReceivedAt:     Window.To.Add(-time.Hour),
		ReadingMinutes: minutes,
	}
}

// Tells returns a story told by articles, the first of which leads it.
func Tells(topic string, summary []string, speakers []issue.Speaker, articles ...issue.Source) issue.Story {
	return issue.Story{Headline: articles[0].Headline, Topic: topic, Section: issue.SectionName(topic), Summary: summary, Speakers: speakers, Articles: articles}
}

// Says returns a speaker; role may be empty.
func Says(name, role string, positions ...issue.Position) issue.Speaker {
	s := issue.Speaker{Name: name, Kind: speaker.Person, Roles: []string{}, Positions: positions}
	if role != "" {
		s.Roles = append(s.Roles, role)
	}
	return s
}

// Stated returns a position of any type.
func Stated(t speaker.Type, cue, words string) issue.Position {
	return issue.Position{Position: speaker.Position{Type: t, Cue: cue, Text: words, Span: text.Span{End: len(words)}}}
}

// Direct returns words that are quoted.
func Direct(cue, words string) issue.Position { return Stated(speaker.Direct, cue, words) }

// Indirect returns words that are reported.
func Indirect(cue, words string) issue.Position { return Stated(speaker.Indirect, cue, words) }

// Mixed returns reported words with quotation marks in them.
func Mixed(cue, words string) issue.Position { return Stated(speaker.Mixed, cue, words) }

// In returns p as the nth article of a story reports it, from 0.
func In(article int, p issue.Position) issue.Position {
	p.Article = article
	return p
}

// Eight is an ordinary day: two stories go on from earlier issues, an
// article was corrected, one contradicts another, one person speaks twice.
func Eight() issue.Issue {
	is := Ordinary()
	is.Stories[0].Follows = &issue.Follows{Window: "20261121T0600Z-20261122T0600Z", Date: "2026-11-22", Days: 1,
		Headline: "Nine States Reopen Lantern Sea Talks", URL: "https://example-wire.example.com/world/talks"}
	is.Stories[0].Articles[2].Contradicts = true
	is.Stories[4].Follows = &issue.Follows{Window: "20261118T0600Z-20261119T0600Z", Date: "2026-11-19", Days: 4,
		Headline: is.Stories[4].Headline}
	is.Stories[1].Articles[0].Supersedes = []issue.Version{{Digest: "0", Key: "articles/world/vellano.html"}}
	haddad := Says("Noor Haddad", "marine biologist at the University of Saltmere",
		Indirect("according to", "the old meadows will not come back by themselves"),
		Indirect("told", "the seed bank had a year’s supply left"),
		Mixed("saying", "it would be spent “where it is likely to take”"))
	is.Stories[5].Speakers = append(is.Stories[5].Speakers, haddad)
	is.People = []issue.Person{{Name: haddad.Name, Kind: haddad.Kind, Roles: haddad.Roles,
		Stories: []issue.Appearance{{Story: 0, Speaker: 4}, {Story: 5, Speaker: 1}}}}
	return is
}

// Ordinary is a day that has nothing to do with another.
func Ordinary() issue.Issue {
	return Issue(
		Tells("world",
			[]string{
				"Envoys of nine coastal states failed on Sunday to agree on catch limits for the Lantern Sea, hours before the old treaty lapses.",
				"Without a deal, boats from Marrow and Tessaly may fish the shared banks without quotas from midnight.",
			},
			[]issue.Speaker{
				Says("Oriane Delvaux", "chair of the Lantern Sea Commission",
					Direct("said", "We were two pages apart at noon and two oceans apart by supper."),
					Indirect("appealed", "to all nine governments to keep their boats in port until Thursday")),
				Says("Teodor Vance", "Marrow’s fisheries minister",
					Indirect("rejected", "any limit that is set by weight rather than by days at sea"),
					In(1, Mixed("called", "the commission’s figures “a guess with a decimal point”"))),
				Says("Ilse Brandeis", "Tessaly’s chief negotiator",
					Direct("told", "We brought a pencil"), Direct("told", "They brought an axe."),
					Indirect("accused", "Marrow of having licensed forty new trawlers while the talks were going on")),
				Says("Father Anselm Roy", "who runs the seamen’s mission in Port Carrow",
					Direct("asked", "Who tells a crew of twelve that the sea is closed?")),
				Says("Noor Haddad", "marine biologist at the University of Saltmere",
					Indirect("warned", "that cod on the southern bank would not survive a second year without quotas"),
					Direct("added", "The fish do not read communiqués.")),
				Says("Piet Okafor", "spokesman for the Union of Deckhands",
					Indirect("said", "members would strike if they were sent out without insurance")),
				Says("Lucia Ferran", "European observer", Indirect("noted", "that the last lapse, in 2011, had ended after six days")),
				Says("Gareth Pole", "owner of two trawlers", Direct("said", "I will fish.")),
			},
			From("Example Wire", "world/lantern-sea", "2026-11-22T21:40:00+01:00", "Lantern Sea Talks Collapse Hours Before Fishing Treaty Lapses", 4),
			From("Harbour Courier", "business/quota", "2026-11-22T22:05:00+01:00", "No Quotas From Midnight as Lantern Sea Talks Fail", 3),
			From("The Carrow Post", "local/trawlers", "2026-11-22", "Carrow’s Trawlers Wait for Word", 2)),
		Tells("world",
			[]string{"A second tremor in three days shook the hill towns above Vellano early on Sunday, cracking the dam road but leaving the dam itself unharmed, engineers said."},
			[]issue.Speaker{
				Says("Chiara Montelupo", "head of Vellano’s civil protection",
					Indirect("said", "that no one was missing and that the shelters would stay open all week")),
			},
			From("Example Wire", "world/vellano", "2026-11-22T08:12:00+01:00", "Second Tremor Shakes Vellano Hill Towns", 2)),
		Tells("politics",
			[]string{"The upper house of Eastmere voted 41 to 38 to lower the voting age to sixteen in municipal elections.", "The bill now goes to the governor, who has ten days to sign it."},
			[]issue.Speaker{
				Says("Senator Maud Achterberg", "the bill’s sponsor", Direct("told", "If they may be taxed at sixteen, they may be asked at sixteen.")),
				Says("Senator Rupert Quayle", "leader of the opposition in the upper house",
					Mixed("dismissed", "the measure as “a present to the party that wrote it”"),
					Indirect("promised", "to challenge it in court")),
				Says("a spokeswoman for the governor", "", Indirect("declined", "to say whether he would sign")),
			},
			From("Eastmere Gazette", "politics/voting-age", "2026-11-22T17:30:00+01:00", "Eastmere Senate Lowers Voting Age for City Elections by Three Votes", 3),
			From("Example Post", "politics/sixteen", "2026-11-22T19:01:00+01:00", "Sixteen-Year-Olds May Vote in Eastmere", 1)),
		Tells("business",
			[]string{"Passenger numbers on the northern island ferries fell 11 percent in October, the lowest for the month in ten years.", "The operator keeps its winter timetable unchanged."},
			nil,
			From("Example Post", "business/ferries", "2026-11-22T16:02:00+01:00", "Island Ferries Report Quietest October in a Decade", 1)),
		Tells("business",
			[]string{"Brightwater Cement will close its kiln at Low Tarn in March and move production to Osterby, with the loss of 212 jobs."},
			[]issue.Speaker{
				Says("Hanneke Storm", "Brightwater’s managing director", Indirect("blamed", "the price of gas and a kiln that dates from 1968"), Direct("said", "We have kept it alive three winters longer than the numbers allowed.")),
				Says("Derek Amblin", "shop steward at Low Tarn for nineteen years", Direct("said", "They told the newspapers before they told the night shift.")),
				Says("Low Tarn District Council", "", Indirect("announced", "a fund of 3 million crowns for retraining")),
			},
			From("Harbour Courier", "business/kiln", "2026-11-22T12:45:00+01:00", "Brightwater to Close Low Tarn Kiln After 58 Years", 3)),
		Tells("science",
			[]string{"Researchers have grown seagrass from seed on a bare seabed for the first time at the scale of a football field."},
			[]issue.Speaker{
				Says("Dr. Yusuf Adeyemi-Lindqvist", "who led the nine-year trial at the Institute for Coastal Ecology and Sediment Dynamics in Saltmere",
					Indirect("described", "the first summer’s growth as faster than anyone in the team had dared to write into the grant application"),
					Direct("said", "I took my mask off under water, which you should not do.")),
			},
			From("Saltmere Review", "science/seagrass", "2026-11-21", "Seagrass Meadow Grown From Seed on Bare Seabed", 5)),
		Tells("culture",
			[]string{"أعلن متحف الميناء يوم الأحد أنه سيفتح أبوابه مجاناً طوال فصل الشتاء."},
			[]issue.Speaker{Says("ليلى منصور", "مديرة المتحف", Direct("قالت", "المتحف بيت المدينة"))},
			From("Example Arabic", "culture/museum", "2026-11-22T10:00:00+01:00", "متحف الميناء يفتح أبوابه مجاناً في الشتاء", 1)),
		Tells("sport",
			[]string{"Carrow Rovers came from two goals down to win the cup at the last kick of extra time."},
			[]issue.Speaker{
				Says("Joana Silvestre", "Rovers’ captain", Direct("joked", "My mother had already left to get the car.")),
				Says("Tomasz Bielak", "coach", Indirect("said", "he would not watch the second goal again before Christmas")),
			},
			From("The Carrow Post", "sport/cup", "2026-11-22T23:10:00+01:00", "Rovers Win the Cup at the Last Kick", 2)),
	)
}

// One is a quiet day: one story.
func One() issue.Issue {
	return Issue(Ordinary().Stories[2])
}

// Forty is more than a mail holds.
func Forty() issue.Issue {
	var stories []issue.Story
	places := []string{"Eastmere", "Osterby", "Low Tarn", "Port Carrow", "Vellano"}
	for i := range 40 {
		s := Ordinary().Stories[i%8]
		a := s.Articles[0]
		a.Digest = fmt.Sprintf("%032x", i)
		a.Headline = fmt.Sprintf("%s, Says %s in Report No. %d", a.Headline, places[i%5], i+1)
		a.URL = fmt.Sprintf("%s-%d", a.URL, i+1)
		s.Headline = a.Headline
		s.Articles = append([]issue.Source{a}, s.Articles[1:]...)
		stories = append(stories, s)
	}
	return Issue(stories...)
}

// Hostile is a day of articles written by somebody who means harm.
func Hostile() issue.Issue {
	const (
		script = `<script>alert(1)</script>`
		markup = `"><img src=http://evil.example.com/x.png onerror=alert(1)><h1>Not a headline</h1></td></table>`
		braces = `{{amazonSESUnsubscribeUrl}} {{{{.Title}}}} {%raw%} ${x} {{define "story"}}`
	)
	long := strings.Repeat("Donaudampfschiff", 625) // 10,000 letters
	bidi := "abc\u202Egnp.exe\u202C \u2066isolated\u2069 \u200F\u061C end"
	tower := "Z" + strings.Repeat("\u0301", 500) + "algo"
	control := "line one\r\nBcc: everybody@example.org\r\n\r\n--boundary\x00\x1b[31m\u2028after"
	source := func(url, headline string) issue.Source {
		s := From(markup, "world/x", script, headline, -5)
		s.URL = url
		return s
	}
	bad := []issue.Speaker{
		Says(script, markup, Direct(braces, script), Indirect(script, long), Mixed(bidi, braces)),
		Says(long, long, Direct(long, long)),
		Says(bidi, tower, Indirect(control, control)),
		Says("", "", Direct("", "")),
		Says("\u0300\u0301", "\x00", Indirect("{", "{amazonSESUnsubscribeUrl}}")),
		Says("<!--", "-->", Direct("]]>", "<![endif]--><style>*{display:none}</style>")),
		Says("never shown", "", Direct("x", "y")),
	}
	stories := []issue.Story{
		Tells(script, []string{markup, braces}, bad, source("javascript:alert(1)", script+" "+control), source("data:text/html,<b>x", "a")),
		Tells(markup, []string{long, long}, bad, source("https://example.com/\"onclick=alert(1)", long)),
		Tells(braces, []string{bidi}, bad, source("https://example.com/{{amazonSESUnsubscribeUrl}}", braces)),
		Tells(bidi, []string{tower}, bad, source("https://user:password@example.com/", bidi)),
		Tells("", nil, nil, source("//example.com/no-scheme", "")),
		Tells(long, nil, bad, source("https://example.com/"+long, tower)),
		Tells("x", []string{"\xff\xfe broken \xc3"}, bad, source("HTTPS://EXAMPLE.com/ok?a=1&b=<2>", "\xff broken")),
		Tells("y", nil, nil, source("http://[::1", "=?utf-8?q?encoded?=")),
	}
	is := Issue(stories...)
	is.Stories[0].Follows = &issue.Follows{Date: script, Days: -3, Window: markup, Headline: markup, URL: "javascript:alert(1)"}
	is.Stories[1].Follows = &issue.Follows{Days: 900, Headline: long, URL: "https://example.com/{{x}}"}
	is.People = []issue.Person{
		{Name: script, Roles: []string{markup}, Stories: []issue.Appearance{{Story: 0}, {Story: 1}, {Story: -1}, {Story: 99}}},
		{Name: long, Roles: []string{long}, Stories: []issue.Appearance{{Story: 0}, {Story: 1}}},
		{Name: bidi},
	}
	return is
}
