package issue

import (
	"strings"
	"testing"
	"time"

	"onrecord/internal/article"
	"onrecord/internal/digest"
	"onrecord/internal/speaker"
	"onrecord/internal/summary"
	"onrecord/internal/text"
)

var (
	cutoff = time.Date(2026, 11, 23, 6, 0, 0, 0, time.UTC)
	window = Window{From: cutoff.Add(-24 * time.Hour), To: cutoff}
)

// written is a digest of an article with this headline and body, received
// twelve hours into the window; each change says what is different about it.
func written(key, headline, body string, changes ...func(*digest.Digest)) digest.Digest {
	d := digest.Digest{
		Schema: digest.Schema,
		Source: digest.Source{Bucket: "articles", Key: key, ETag: "e1", ReceivedAt: window.From.Add(12 * time.Hour)},
		Topic:  digest.Topic(key),
		Article: article.Article{
			Headline: headline, Publication: "Example Wire", URL: "https://news.example.com/" + key,
			Published: "2026-11-22", Language: "en", ReadingMinutes: 2, Text: body,
		},
	}
	if first, _, found := strings.Cut(body, "."); found {
		d.Summary = []summary.Sentence{{Text: first + ".", Span: text.Span{End: len(first) + 1}}}
	}
	for _, c := range changes {
		c(&d)
	}
	d.ID = digest.ID(d.Source.Bucket, d.Source.Key, d.Source.ETag)
	return d
}

func receivedAt(hours int, etag string) func(*digest.Digest) {
	return func(d *digest.Digest) {
		d.Source.ReceivedAt = window.From.Add(time.Duration(hours) * time.Hour)
		d.Source.ETag = etag
	}
}

// by says who published the article.
func by(publication string) func(*digest.Digest) {
	return func(d *digest.Digest) { d.Article.Publication = publication }
}

// saying adds a speaker whose statements are appended to the body.
func saying(name string, kind speaker.Kind, role string, statements ...string) func(*digest.Digest) {
	return func(d *digest.Digest) {
		s := speaker.Speaker{Name: name, Kind: kind}
		if role != "" {
			s.Roles = []string{role}
		}
		for _, words := range statements {
			d.Article.Text += "\n\n" + words
			end := len(d.Article.Text)
			s.Positions = append(s.Positions, speaker.Position{
				Type: speaker.Indirect, Cue: "said", Text: words, Span: text.Span{Start: end - len(words), End: end},
			})
		}
		d.Speakers = append(d.Speakers, s)
	}
}

// Two floods and a strike: the floods are alike and are not one event.
const (
	osterbyFlood = "Osterby, a harbour town on the Lantern Sea, was flooded on Saturday night when the Marrow dyke gave way after three days of rain. " +
		"About 400 people spent the night in the school on Kiln Hill. Mayor Hanneke Storm said the dyke had been inspected in August. " +
		"Engineers hope to close the 30-metre gap by Tuesday."
	osterbyAgain = "Some 400 residents of Osterby were sheltering in a school on Sunday after the Marrow dyke broke and water from the Lantern Sea filled the streets. " +
		"Mayor Hanneke Storm defended the inspection made in August. The breach, 30 metres wide, may be closed by Tuesday."
	velladaFlood = "Streets in Vellada were under water on Sunday after the river Tarse burst its banks in a thunderstorm, the worst in the valley since 1987. " +
		"The governor, Luis Arroyo, sent two hundred soldiers with pumps. Nobody was hurt. The railway to Carmona is closed."
	ferryStrike = "Deckhands on the northern island ferries will strike for 48 hours from Friday over unpaid overtime, their union announced. " +
		"Piet Okafor, who speaks for the union, said the company owed its crews two million crowns. Talks with a mediator failed on Saturday."
)

func headlines(is Issue) []string {
	var out []string
	for _, s := range is.Stories {
		out = append(out, s.Headline)
	}
	return out
}

func day(t *testing.T) []digest.Digest {
	t.Helper()
	return []digest.Digest{
		written("articles/local/dyke.html", "Dyke Breaks at Osterby", osterbyFlood,
			saying("Hanneke Storm", speaker.Person, "mayor of Osterby", "the dyke had been inspected in August")),
		written("articles/world/osterby.html", "Osterby Flooded as Marrow Dyke Fails", osterbyAgain, receivedAt(14, "e2"),
			saying("Storm", speaker.Person, "Mayor of Osterby", "nobody could have foreseen three days of such rain")),
		written("articles/world/vellada.html", "Soldiers Pump Out Vellada After Storm", velladaFlood,
			saying("Luis Arroyo", speaker.Person, "governor", "the army would stay as long as it was needed")),
		written("articles/business/strike.html", "Ferry Crews to Strike for Two Days", ferryStrike),
	}
}
