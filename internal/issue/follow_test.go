package issue

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/digest"
	"onrecord/internal/speaker"
)

// before is the issue of some days before the window, with these articles.
func before(days int, digests ...digest.Digest) Issue {
	w := Window{From: window.From.AddDate(0, 0, -days), To: window.To.AddDate(0, 0, -days)}
	return Compile(w, time.UTC, digests)
}

func dyke(key string) digest.Digest {
	return written(key, "Dyke Breaks at Osterby", osterbyFlood,
		saying("Hanneke Storm", speaker.Person, "mayor of Osterby", "the dyke had been inspected in August"))
}

func dykeNextDay(key string) digest.Digest {
	return written(key, "Osterby Closes the Gap in Its Dyke", osterbyAgain,
		saying("Hanneke Storm", speaker.Person, "mayor of Osterby", "the inspection of the dyke in August had found nothing"))
}

func TestFollows(t *testing.T) {
	yesterday := &Follows{
		Window: "20261121T0600Z-20261122T0600Z", Date: "2026-11-22", Days: 1,
		Headline: "Dyke Breaks at Osterby", URL: "https://news.example.com/articles/old.html",
	}
	threeDays := *yesterday
	threeDays.Window, threeDays.Date, threeDays.Days = "20261119T0600Z-20261120T0600Z", "2026-11-20", 3
	strike := written("articles/strike.html", "Ferry Crews to Strike for Two Days", ferryStrike)
	vellada := written("articles/vellada.html", "Soldiers Pump Out Vellada", velladaFlood)
	overlapping := before(1, dyke("articles/old.html"))
	overlapping.Window.To = overlapping.Window.To.Add(time.Hour)
	for _, c := range []struct {
		name    string
		earlier []Issue
		want    *Follows
	}{
		{"no issues", nil, nil},
		{"another story", []Issue{before(1, strike)}, nil},
		{"a similar event", []Issue{before(1, strike, vellada)}, nil},
		{"yesterday's", []Issue{before(1, strike, dyke("articles/old.html"))}, yesterday},
		{"the latest of several", []Issue{before(3, dyke("articles/a.html")), before(1, dyke("articles/old.html")), before(2, dyke("articles/b.html"))}, yesterday},
		{"a pause between", []Issue{before(1, strike), before(3, dyke("articles/old.html"))}, &threeDays},
		{"the most alike of a day", []Issue{before(1, vellada, dyke("articles/old.html"))}, yesterday},
		{"beyond a week", []Issue{before(8, dyke("articles/old.html"))}, nil},
		{"not earlier at all", []Issue{before(0, dyke("articles/old.html")), before(-1, dyke("articles/old.html"))}, nil},
		{"of the same day elsewhere", []Issue{overlapping}, nil},
		{"an issue twice", []Issue{before(1, dyke("articles/old.html")), before(1, dyke("articles/old.html"))}, yesterday},
		{"an empty one", []Issue{{}, before(1)}, nil},
	} {
		is := Compile(window, time.UTC, []digest.Digest{dykeNextDay("articles/new.html")}, c.earlier...)
		if diff := cmp.Diff(c.want, is.Stories[0].Follows); diff != "" {
			t.Errorf("%s: follows (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestFollowsItsOwnArticle(t *testing.T) {
	const rewritten = "The Marrow flows where it should again. Hanneke Storm thanked the crews from three provinces who had worked through five nights."
	old := before(1, dyke("articles/dyke.html"))
	for _, c := range []struct {
		name, key, headline, body string
		want                      bool
	}{
		{"a version that says little of the same", "articles/dyke.html", "Marrow Back in Its Bed", rewritten, true},
		{"the same words under another name", "articles/other.html", "Marrow Back in Its Bed", rewritten, false},
		{"another story under the same name", "articles/dyke.html", "Ferry Crews to Strike", ferryStrike, false},
	} {
		d := written(c.key, c.headline, c.body, func(d *digest.Digest) { d.Article.URL = "" })
		is := Compile(window, time.UTC, []digest.Digest{d}, old)
		if got := is.Stories[0].Follows != nil; got != c.want {
			t.Errorf("%s: follows is %v, want %v", c.name, got, c.want)
		}
	}
}

func TestDaysOnTheCalendar(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		from, to time.Time
		want     int
	}{
		{time.Date(2026, 10, 24, 7, 0, 0, 0, berlin), time.Date(2026, 10, 25, 7, 0, 0, 0, berlin), 1}, // of 25 hours
		{time.Date(2026, 3, 28, 7, 0, 0, 0, berlin), time.Date(2026, 3, 29, 7, 0, 0, 0, berlin), 1},   // of 23
		{time.Date(2026, 12, 31, 7, 0, 0, 0, berlin), time.Date(2027, 1, 2, 7, 0, 0, 0, berlin), 2},
		{time.Date(2026, 11, 22, 6, 0, 0, 0, berlin), time.Date(2026, 11, 22, 18, 0, 0, 0, berlin), 0},
	} {
		if got := days(c.from, c.to); got != c.want {
			t.Errorf("days(%v, %v) = %d, want %d", c.from, c.to, got, c.want)
		}
	}
}

func BenchmarkFollow(b *testing.B) {
	var week []Issue
	for d := range 7 {
		week = append(week, before(d+1, many(1_000)...))
	}
	digests := many(1_000)
	for _, n := range []int{0, 1, 7} {
		b.Run(fmt.Sprintf("%d issues", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Compile(window, time.UTC, digests, week[:n]...)
			}
		})
	}
}
