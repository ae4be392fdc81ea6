package issue

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/digest"
	"onrecord/internal/speaker"
	"onrecord/internal/summary"
)

func encoded(t *testing.T, is Issue) string {
	t.Helper()
	var b bytes.Buffer
	if err := is.Encode(&b); err != nil {
		t.Fatalf("Encode: %v", err)
	}
	return b.String()
}

func TestCompile(t *testing.T) {
	is := Compile(window, time.UTC, day(t))
	want := []string{"Osterby Flooded as Marrow Dyke Fails", "Ferry Crews to Strike for Two Days", "Soldiers Pump Out Vellada After Storm"}
	got := headlines(is)
	slices.Sort(got)
	slices.Sort(want)
	if len(is.Stories) != 3 {
		t.Fatalf("Compile made the stories %q, want three", got)
	}
	lead := is.Stories[0]
	if len(lead.Articles) != 2 {
		t.Errorf("lead story %q has %d articles, want the 2 on Osterby", lead.Headline, len(lead.Articles))
	}
	if is.ID != "20261122T0600Z-20261123T0600Z" || is.Schema != Schema || is.Timezone != "UTC" {
		t.Errorf("Compile: id %q, schema %q, timezone %q", is.ID, is.Schema, is.Timezone)
	}
}

func TestCompileEmptyWindow(t *testing.T) {
	is := Compile(window, time.UTC, nil)
	if got, want := encoded(t, is), `{"schema":"onrecord/issue/v1","id":"20261122T0600Z-20261123T0600Z","window":{"from":"2026-11-22T06:00:00Z","to":"2026-11-23T06:00:00Z"},"timezone":"UTC","stories":[],"people":[]}`+"\n"; got != want {
		t.Errorf("empty issue is %s, want %s", got, want)
	}
}

func TestCompileInAnyOrder(t *testing.T) {
	digests := append(day(t), many(60)...)
	want := encoded(t, Compile(window, time.UTC, digests))
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		r.Shuffle(len(digests), func(i, j int) { digests[i], digests[j] = digests[j], digests[i] })
		if diff := cmp.Diff(want, encoded(t, Compile(window, time.UTC, digests))); diff != "" {
			t.Fatalf("Compile of the same digests in another order (-want +got):\n%s", diff)
		}
	}
}

func TestLaterVersionSupersedes(t *testing.T) {
	first := written("articles/world/a.html", "First Version", ferryStrike, receivedAt(2, "zz"))
	second := written("articles/world/a.html", "Corrected Version", ferryStrike, receivedAt(3, "aa"))
	otherBucket := written("articles/world/a.html", "Elsewhere", velladaFlood, func(d *digest.Digest) { d.Source.Bucket = "other" })
	for _, order := range [][]digest.Digest{{first, second, otherBucket}, {otherBucket, second, first, second}} {
		got := headlines(Compile(window, time.UTC, order))
		slices.Sort(got)
		if diff := cmp.Diff([]string{"Corrected Version", "Elsewhere"}, got); diff != "" {
			t.Errorf("stories (-want +got):\n%s", diff)
		}
	}
}

func TestVersionsOfOneInstant(t *testing.T) {
	a := written("articles/a.html", "ETag a", ferryStrike, receivedAt(2, "a"))
	b := written("articles/a.html", "ETag b", ferryStrike, receivedAt(2, "b"))
	for _, order := range [][]digest.Digest{{a, b}, {b, a}} {
		if diff := cmp.Diff([]string{"ETag b"}, headlines(Compile(window, time.UTC, order))); diff != "" {
			t.Errorf("stories (-want +got):\n%s", diff)
		}
	}
}

func TestSimilarEventsStayApart(t *testing.T) {
	digests := []digest.Digest{
		written("articles/a.html", "Floods Hit Osterby", osterbyFlood),
		written("articles/b.html", "Floods Hit Vellada", velladaFlood),
		written("articles/c.html", "Ferries Stop", ferryStrike),
	}
	if got := Compile(window, time.UTC, digests); len(got.Stories) != 3 {
		t.Errorf("Compile made %d stories of two floods and a strike, want 3: %q", len(got.Stories), headlines(got))
	}
}

func TestCommonWordsDoNotGlue(t *testing.T) {
	const boilerplate = " He said on Monday that, according to a report released last week, officials expected more news in the coming days. " +
		"A spokesman declined to comment further. This story will be updated. Additional reporting by our correspondents."
	digests := []digest.Digest{
		written("articles/a.html", "Officials Expect More News on Floods, Report Says", osterbyFlood+boilerplate),
		written("articles/b.html", "Officials Expect More News on Ferries, Report Says", ferryStrike+boilerplate),
	}
	if got := Compile(window, time.UTC, digests); len(got.Stories) != 2 {
		t.Errorf("Compile made %d story of two articles that share only common words, want 2", len(got.Stories))
	}
}

func TestSameTextIsOneStory(t *testing.T) {
	a := written("articles/world/a.html", "Dyke Breaks", osterbyFlood)
	b := written("articles/local/b.html", "Dyke Breaks at Osterby", osterbyFlood)
	if got := Compile(window, time.UTC, []digest.Digest{a, b}); len(got.Stories) != 1 {
		t.Errorf("Compile made %d stories of one agency text, want 1", len(got.Stories))
	}
}

// keysOf returns the keys of a story's articles.
func keysOf(s Story) []string {
	var keys []string
	for _, a := range s.Articles {
		keys = append(keys, a.Key)
	}
	return keys
}

func TestLeadArticle(t *testing.T) {
	plain := written("articles/a.html", "Plain", osterbyFlood, receivedAt(1, "a"), by("A"))
	voiced := written("articles/b.html", "With a Voice", osterbyFlood, receivedAt(5, "b"), by("B"), saying("Hanneke Storm", speaker.Person, "mayor", "it was inspected"))
	untitled := written("articles/c.html", "", osterbyFlood, receivedAt(0, "c"), by("C"), saying("A", speaker.Person, "", "one"), saying("B", speaker.Person, "", "two"))
	later := written("articles/d.html", "Later", osterbyFlood, receivedAt(6, "d"), by("D"))
	is := Compile(window, time.UTC, []digest.Digest{later, untitled, plain, voiced})
	if len(is.Stories) != 1 {
		t.Fatalf("Compile made %d stories, want 1", len(is.Stories))
	}
	want := []string{"articles/b.html", "articles/c.html", "articles/a.html", "articles/d.html"}
	if diff := cmp.Diff(want, keysOf(is.Stories[0])); diff != "" {
		t.Errorf("articles (-want +got):\n%s", diff)
	}
	if got := is.Stories[0].Articles[1].Headline; !strings.HasPrefix(got, "Osterby, a harbour town") {
		t.Errorf("headline of the untitled article is %q, want its first sentence", got)
	}
}

// TestBestSummary gives the story to the article that says what all say, not
// to the one that came in with a detail.
func TestBestSummary(t *testing.T) {
	summed := func(sentence string) func(*digest.Digest) {
		return func(d *digest.Digest) { d.Summary = []summary.Sentence{{Text: sentence}} }
	}
	digests := []digest.Digest{
		written("articles/a.html", "The Baker of Kiln Hill", osterbyFlood, by("A"), summed("He gave away four hundred rolls.")),
		written("articles/b.html", "Dyke Breaks at Osterby", osterbyFlood, by("B"), summed("Osterby was flooded when the Marrow dyke gave way after three days of rain.")),
		written("articles/c.html", "Water in Osterby", osterbyAgain, by("C"), summed("The school on Kiln Hill has no classes.")),
	}
	is := Compile(window, time.UTC, digests)
	if got := is.Stories[0].Headline; len(is.Stories) != 1 || got != "Dyke Breaks at Osterby" {
		t.Errorf("the stories are %q, want one under Dyke Breaks at Osterby", headlines(is))
	}
}

func TestContradictoryHeadlines(t *testing.T) {
	said := saying("Hanneke Storm", speaker.Person, "mayor", "it was inspected")
	digests := []digest.Digest{
		written("articles/a.html", "Osterby Dyke Breaks, 3 Missing", osterbyFlood, by("A"), said),
		written("articles/b.html", "Water in the Streets", osterbyFlood, by("B"), receivedAt(11, "b")),
		written("articles/c.html", "Osterby dyke breaks, none missing", osterbyAgain, by("C"), receivedAt(13, "c")),
		written("articles/d.html", "Osterby Dyke Breaks: 5 Missing", osterbyAgain, by("D"), receivedAt(10, "d")),
	}
	is := Compile(window, time.UTC, digests)
	if len(is.Stories) != 1 {
		t.Fatalf("Compile made the stories %q, want 1", headlines(is))
	}
	var got []string
	for _, a := range is.Stories[0].Articles {
		got = append(got, fmt.Sprint(a.Key, " ", a.Contradicts))
	}
	want := []string{"articles/c.html false", "articles/d.html true", "articles/a.html true", "articles/b.html false"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("articles (-want +got):\n%s", diff)
	}
}

func TestOrder(t *testing.T) {
	story := func(topic, headline string, articles, speakers int) Story {
		s := Story{Topic: topic, Headline: headline, Speakers: make([]Speaker, speakers)}
		for i := range articles {
			s.Articles = append(s.Articles, Source{Key: fmt.Sprintf("%s-%d", headline, i), ReceivedAt: window.From})
		}
		return s
	}
	stories := []Story{
		story("sport", "match", 1, 9),
		story("business", "big", 5, 3),
		story("world", "small", 1, 1),
		story("world", "smaller", 1, 0),
		story("business", "tiny", 1, 0),
		story("", "unsectioned", 1, 0),
		story("world", "smaller", 1, 0),
	}
	arrange(window, stories)
	want := []string{"big", "tiny", "match", "small", "smaller", "smaller", "unsectioned"}
	if diff := cmp.Diff(want, headlines(Issue{Stories: stories})); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

func TestWeight(t *testing.T) {
	story := func(topic string, speakers int, hours int, publications ...string) Story {
		s := Story{Topic: topic, Speakers: make([]Speaker, speakers)}
		for _, p := range publications {
			s.Articles = append(s.Articles, Source{Publication: p, ReceivedAt: window.From.Add(time.Duration(hours) * time.Hour)})
		}
		return s
	}
	unnamed := story("world", 9, 12, "A")
	for i := range unnamed.Speakers {
		unnamed.Speakers[i].Kind = speaker.Unnamed
	}
	for _, c := range []struct {
		name       string
		more, less Story
	}{
		{"coverage", story("sport", 0, 12, "A", "B"), story("world", 0, 12, "A")},
		{"outlets, not articles", story("world", 0, 12, "A", "B"), story("world", 0, 12, "A", "A")},
		{"articles that name no outlet", story("world", 0, 12, "", ""), story("world", 0, 12, "A", "A")},
		{"speakers", story("world", 3, 12, "A"), story("world", 1, 12, "A")},
		{"speakers with a name", story("world", 1, 12, "A"), unnamed},
		{"recency", story("world", 1, 20, "A"), story("world", 1, 2, "A")},
		{"section", story("World", 1, 12, "A"), story("opinion", 1, 12, "A")},
	} {
		if more, less := weight(window, c.more), weight(window, c.less); more <= less {
			t.Errorf("%s: weights %.2f and %.2f, want the first the greater", c.name, more, less)
		}
	}
}

func TestSectionsOfOneName(t *testing.T) {
	digests := []digest.Digest{
		written("articles/World/a.html", "Floods Hit Osterby", osterbyFlood),
		written("articles/business/b.html", "Ferries Stop", ferryStrike),
		written("articles/world/c.html", "Floods Hit Vellada", velladaFlood),
	}
	var got []string
	for _, s := range Compile(window, time.UTC, digests).Stories {
		got = append(got, s.Section)
	}
	if diff := cmp.Diff([]string{"World", "World", "Business"}, got); diff != "" {
		t.Errorf("sections (-want +got):\n%s", diff)
	}
}

func TestWindowID(t *testing.T) {
	amsterdam := time.FixedZone("CET", 3600)
	for _, c := range []struct {
		w    Window
		want string
	}{
		{window, "20261122T0600Z-20261123T0600Z"},
		{Window{time.Date(2026, 11, 22, 7, 0, 0, 0, amsterdam), time.Date(2026, 11, 23, 7, 0, 0, 0, amsterdam)}, "20261122T0600Z-20261123T0600Z"},
	} {
		if got := c.w.ID(); got != c.want {
			t.Errorf("ID of %v = %q, want %q", c.w, got, c.want)
		}
		back, err := ParseID(c.want)
		if err != nil {
			t.Fatalf("ParseID(%q): %v", c.want, err)
		}
		if !back.From.Equal(c.w.From) || !back.To.Equal(c.w.To) {
			t.Errorf("ParseID(%q) = %v, want %v", c.want, back, c.w)
		}
	}
	for _, bad := range []string{"", "-", "20261122T0600Z", "20261122T0600Z-", "20261122T0600Z-20261123T0600", "20261122T0600Z-20261123T0600Z-x", "20261332T0600Z-20261123T0600Z"} {
		if w, err := ParseID(bad); err == nil {
			t.Errorf("ParseID(%q) = %v, want an error", bad, w)
		}
	}
}

func TestWindowContains(t *testing.T) {
	for at, want := range map[time.Time]bool{
		window.From:                  false,
		window.From.Add(time.Second): true,
		window.To:                    true,
		window.To.Add(time.Second):   false,
	} {
		if got := window.Contains(at); got != want {
			t.Errorf("Contains(%v) = %v, want %v", at, got, want)
		}
	}
}

func TestDecodeInvertsEncode(t *testing.T) {
	want := Compile(window, time.UTC, day(t))
	got, err := Decode(strings.NewReader(encoded(t, want)))
	if err != nil {
		t.Fatalf("Decode: %v", err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Decode(Encode) (-want +got):\n%s", diff)
	}
}

func TestDecodeRefuses(t *testing.T) {
	good := encoded(t, Compile(window, time.UTC, day(t)))
	for _, c := range []struct{ name, old, new string }{
		{"no JSON", "{", ""},
		{"another schema", "onrecord/issue/v1", "onrecord/issue/v2"},
		{"an id of another window", "20261122T0600Z-", "20261121T0600Z-"},
		{"a position of no article", `"article":0`, `"article":7`},
	} {
		bad := strings.Replace(good, c.old, c.new, 1)
		if bad == good {
			t.Fatalf("%s: %q is not in %s", c.name, c.old, good)
		}
		if _, err := Decode(strings.NewReader(bad)); err == nil {
			t.Errorf("Decode of %s succeeded, want an error", c.name)
		}
	}
}
