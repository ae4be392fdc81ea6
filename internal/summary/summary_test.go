package summary_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/article"
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
		{"nothing in, nothing out", "", "", []string{}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			got := []string{}
			for _, s := range summary.Of(article.Article{Headline: tt.headline, Text: tt.text}) {
				got = append(got, s.Text)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Of(%q) (-want +got):\n%s", tt.text, diff)
			}
		})
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
