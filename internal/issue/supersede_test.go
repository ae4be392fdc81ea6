package issue

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/digest"
)

func TestRevisions(t *testing.T) {
	const (
		more    = osterbyFlood + " The prime minister will visit the town on Monday morning."
		weather = "Rain will fall on %s from noon and turn to sleet at night, with wind from the north and a high of four degrees. " +
			"The %s Weather Office advises drivers to take the train. Tomorrow stays dry until the evening, when fog comes in from the sea."
	)
	address := func(u string) func(*digest.Digest) { return func(d *digest.Digest) { d.Article.URL = u } }
	osterby, vellada := strings.ReplaceAll(weather, "%s", "Osterby"), strings.ReplaceAll(weather, "%s", "Vellada")
	for _, c := range []struct {
		name string
		in   []digest.Digest
		want []string // the keys of each story's articles, and what they stand for
	}{
		{"a corrected upload",
			[]digest.Digest{
				written("articles/a.html", "First", osterbyFlood, receivedAt(1, "1")),
				written("articles/a.html", "Second", osterbyFlood, receivedAt(2, "2")),
				written("articles/a.html", "Third", osterbyFlood, receivedAt(3, "3")),
			}, []string{"articles/a.html for articles/a.html Second, articles/a.html First"}},
		{"an update under another key",
			[]digest.Digest{
				written("articles/a.html", "Dyke Breaks", osterbyFlood, receivedAt(1, "1"), by("The Lantern")),
				written("articles/a-2.html", "Dyke Breaks; Minister to Visit", more, receivedAt(3, "2"), by("the lantern")),
			}, []string{"articles/a-2.html for articles/a.html Dyke Breaks"}},
		{"the same address, much rewritten",
			[]digest.Digest{
				written("articles/a.html", "Dyke Breaks", osterbyFlood, receivedAt(1, "1"), address("https://lantern.example/dyke?utm_source=mail")),
				written("articles/b.html", "Dyke Mended", osterbyFlood[:len(osterbyFlood)/2]+" "+osterbyAgain, receivedAt(3, "2"), address("https://lantern.example/dyke/")),
			}, []string{"articles/b.html for articles/a.html Dyke Breaks"}},
		{"a syndicated copy",
			[]digest.Digest{
				written("articles/a.html", "Dyke Breaks", osterbyFlood, receivedAt(1, "1"), by("The Lantern")),
				written("articles/b.html", "Dyke Breaks", osterbyFlood, receivedAt(3, "2"), by("Vellada Courier")),
			}, []string{"articles/a.html", "articles/b.html"}},
		{"copies of nobody's",
			[]digest.Digest{
				written("articles/a.txt", "Dyke Breaks", osterbyFlood, receivedAt(1, "1"), by(""), address("")),
				written("articles/b.txt", "Dyke Breaks", osterbyFlood, receivedAt(3, "2"), by(""), address("")),
			}, []string{"articles/a.txt", "articles/b.txt"}},
		{"a brief out of a report",
			[]digest.Digest{
				written("articles/a.html", "Dyke Breaks", more+" "+osterbyAgain, receivedAt(1, "1")),
				written("articles/b.html", "Brief", osterbyFlood[:len(osterbyFlood)/2], receivedAt(3, "2")),
			}, []string{"articles/a.html", "articles/b.html"}},
		{"forecasts by the form",
			[]digest.Digest{
				written("articles/a.html", "Weather in Osterby", osterby, receivedAt(1, "1")),
				written("articles/b.html", "Weather in Vellada", vellada, receivedAt(3, "2")),
			}, []string{"articles/b.html", "articles/a.html"}},
		{"a front page for an address",
			[]digest.Digest{
				written("articles/a.html", "Ferries Stop", ferryStrike, receivedAt(1, "1"), address("https://lantern.example/")),
				written("articles/b.html", "Dyke Breaks", osterbyFlood, receivedAt(3, "2"), address("https://lantern.example/")),
			}, []string{"articles/b.html", "articles/a.html"}},
		{"too short to tell",
			[]digest.Digest{
				written("articles/a.html", "Correction", "We regret the error.", receivedAt(1, "1")),
				written("articles/b.html", "Correction", "We regret the error.", receivedAt(3, "2")),
			}, []string{"articles/a.html", "articles/b.html"}},
	} {
		var got []string
		for _, s := range Compile(window, time.UTC, c.in).Stories {
			for _, a := range s.Articles {
				var versions []string
				for _, v := range a.Supersedes {
					versions = append(versions, v.Key+" "+v.Headline)
				}
				line := a.Key
				if versions != nil {
					line += " for " + strings.Join(versions, ", ")
				}
				got = append(got, line)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestLiveReport follows a report that grew by the hour under a key of its own
// each time: one article is left, with the others under it.
func TestLiveReport(t *testing.T) {
	text := osterbyFlood
	var digests []digest.Digest
	for h := range 12 {
		digests = append(digests, written(fmt.Sprintf("articles/live-%02d.html", h), fmt.Sprintf("Live, hour %d", h), text, receivedAt(h, fmt.Sprint(h))))
		text += fmt.Sprintf(" At %d o'clock the water stood %d centimetres over the quay.", h, 40+7*h)
	}
	is := Compile(window, time.UTC, digests)
	if len(is.Stories) != 1 || len(is.Stories[0].Articles) != 1 {
		t.Fatalf("Compile made the stories %q, want 1 of 1 article", headlines(is))
	}
	a := is.Stories[0].Articles[0]
	if a.Key != "articles/live-11.html" || len(a.Supersedes) != 11 || a.Supersedes[0].Key != "articles/live-10.html" {
		t.Errorf("the article is %s and stands for %v", a.Key, a.Supersedes)
	}
}
