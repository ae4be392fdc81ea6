package summary_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/article"
	"onrecord/internal/speaker/corpus"
	"onrecord/internal/summary"
	"onrecord/internal/text"
)

func ExampleOf() {
	a := article.Article{
		Headline: "Ferry Line to Halme Will Close in March",
		Text: "The ferry line between Corrin and the island of Halme will close in March after 94 years.\n\n" +
			"It carried 12,000 passengers last year, a third of what it carried in 2010.\n\n" +
			"“We looked at every timetable there is,” said Ane Brodd, who runs the line.",
	}
	for _, s := range summary.Of(a) {
		fmt.Println(s.Text)
	}
	// Output:
	// The ferry line between Corrin and the island of Halme will close in March after 94 years.
	// It carried 12,000 passengers last year, a third of what it carried in 2010.
}

func TestOf(t *testing.T) {
	long := "The council " + strings.Repeat("and the board ", 20) + "agreed on the budget."
	tests := []struct {
		desc, headline, text string
		want                 []string
	}{
		{
			"a pronoun goes nowhere without the sentence that it points at",
			"Mayor resigns",
			"The mayor of Tolvik resigned on Monday after nine years in the office.\n\n" +
				"“I leave with a light heart and a heavy suitcase,” said the mayor, Ole Brandt, on the steps.\n\n" +
				"He will move to the coast of Norrholm in the spring, his office said.",
			[]string{
				"The mayor of Tolvik resigned on Monday after nine years in the office.",
			},
		},
		{
			"the headline again is not a summary",
			"Storm closes the bridge at Vessel Point",
			"Storm closes the bridge at Vessel Point.\n\nWind of 130 km/h shut the crossing for nine hours on Sunday night.",
			[]string{"Wind of 130 km/h shut the crossing for nine hours on Sunday night."},
		},
		{
			"a crosshead and a line without a full stop are not sentences",
			"Budget passes",
			"What happens next for the city now\n\nThe city council passed its budget by two votes on Tuesday.",
			[]string{"The city council passed its budget by two votes on Tuesday."},
		},
		{
			"one long sentence is better than none",
			"",
			long,
			[]string{long},
		},
		{
			"a pronoun behind an opening clause needs its person too",
			"Choir wins",
			"The choir of Tolvik won the cup of the northern coast on Sunday evening in Halme.\n\n" +
				"When she took over, the hall had no roof and the choir had nine members.\n\n" +
				"The cup was made in 1911 from the bell of a herring boat that sank off Halme.",
			[]string{
				"The choir of Tolvik won the cup of the northern coast on Sunday evening in Halme.",
				"The cup was made in 1911 from the bell of a herring boat that sank off Halme.",
			},
		},
		{
			"an article is never left without a summary",
			"",
			"Why not?\n\nHe had been told by the harbour master to keep the engine running all night.",
			[]string{"He had been told by the harbour master to keep the engine running all night."},
		},
		{
			"what a sentence says again is left out",
			"Mill burns",
			"Fire destroyed the paper mill at Vessel Point early on Sunday morning.\n\n" +
				"The paper mill at Vessel Point was destroyed by fire on Sunday morning.\n\n" +
				"Sixty firefighters from three towns worked until noon to save the harbour beside it.",
			[]string{
				"Fire destroyed the paper mill at Vessel Point early on Sunday morning.",
				"Sixty firefighters from three towns worked until noon to save the harbour beside it.",
			},
		},
		{
			"a quotation is a summary where there is nothing else",
			"",
			"“We will build the bridge again, and this time we will build it of stone,” she said.",
			[]string{"“We will build the bridge again, and this time we will build it of stone,” she said."},
		},
		{
			"German pronouns lean as well",
			"Fähre wird eingestellt",
			"Die Fähre zwischen Corrin und der Insel Halme wird nach 94 Jahren im März eingestellt.\n\n" +
				"Das teilte der Betreiber Nordlinie am Montag in Corrin mit.\n\n" +
				"Er hatte die Preise im Herbst zum dritten Mal in zwei Jahren angehoben.",
			[]string{
				"Die Fähre zwischen Corrin und der Insel Halme wird nach 94 Jahren im März eingestellt.",
				"Das teilte der Betreiber Nordlinie am Montag in Corrin mit.",
			},
		},
		{
			"Japanese without spaces",
			"",
			"コリンとハルメ島を結ぶ連絡船は九十四年の歴史に幕を閉じることになった。昨年の利用者は一万二千人にとどまり二〇一〇年の三分の一だった。",
			[]string{
				"コリンとハルメ島を結ぶ連絡船は九十四年の歴史に幕を閉じることになった。",
				"昨年の利用者は一万二千人にとどまり二〇一〇年の三分の一だった。",
			},
		},
		{"nothing in, nothing out", "", "", []string{}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			got := []string{}
			for _, s := range summary.Of(article.Article{Headline: tt.headline, Text: tt.text, Language: languageOf(tt.text)}) {
				got = append(got, s.Text)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Of(%q) (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

// BenchmarkOf measures an article of the usual length.
func BenchmarkOf(b *testing.B) {
	articles, err := corpus.Load()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for k := 0; b.Loop(); k++ {
		summary.Of(articles[k%len(articles)].Article)
	}
}

// TestOfBounded holds the work on hostile texts: no full stops, no spaces,
// nothing but short sentences, nothing but openings.
func TestOfBounded(t *testing.T) {
	for _, piece := range []string{"word another ", "x", "A b c d e f g. ", "“", "(", "He said so and left again. ", "9,", "Dr. "} {
		start := time.Now()
		summary.Of(article.Article{Headline: "word", Text: "A sentence of seven words opens the text. " + strings.Repeat(piece, 1<<20/len(piece))})
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("1 MiB of %q took %v", piece, took)
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add("Headline", "One sentence stands here alone. He said so twice.\n\n“And this,” she said, “is a quotation.”")
	f.Add("", "…\n\n\x00 a b c d e f g.")
	f.Fuzz(func(t *testing.T, headline, body string) {
		if !utf8.ValidString(body) || !utf8.ValidString(headline) {
			return // article.Extract lets only valid UTF-8 through
		}
		words, end := 0, 0
		got := summary.Of(article.Article{Headline: headline, Text: body})
		for _, s := range got {
			if s.Start < end || body[s.Start:s.End] != s.Text {
				t.Fatalf("sentence %v is out of order or not verbatim: %q", s.Span, s.Text)
			}
			end = s.End
			words += len(text.Words(s.Text))
		}
		if len(got) > 3 || len(got) > 1 && words > 60 {
			t.Fatalf("%d sentences, %d words; want at most 3 and 60", len(got), words)
		}
	})
}

// languageOf is what package article finds, for the few languages used here.
func languageOf(s string) string {
	switch {
	case strings.Contains(s, "Die "):
		return "de"
	case strings.Contains(s, "の"):
		return "ja"
	}
	return "en"
}
