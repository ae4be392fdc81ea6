package speaker_test

import (
	"strings"
	"testing"

	"onrecord/internal/article"
	"onrecord/internal/speaker"
)

// sevenHundred is an invented article of about 700 words.
func sevenHundred() article.Article {
	const piece = `Harbour Commissioner Ilse Brandvold said on Tuesday that the new breakwater at Orvik would cost more than planned, and that the council had known of it since the spring. “We told them in March, and we told them again in May,” she said. “Nobody can say that it was hidden.”

The mayor, Tomas Reyl, denied the charge. He accused the commissioner of playing politics with a storm barrier that the town has wanted for forty years. According to a report by the engineers Pell & Marsh, the price of stone has risen by a third. “It is what it is,” said Dana Okoro, a spokeswoman for the firm.

Fishermen who use the inner basin called on the council to open the books before the vote in June. Residents of the lower town, many of whom were flooded in January, have voiced concern over the delay.

`
	return article.Article{Language: "en", Text: strings.TrimSpace(strings.Repeat(piece, 5))}
}

func BenchmarkFind(b *testing.B) {
	a := sevenHundred()
	b.ReportAllocs()
	b.SetBytes(int64(len(a.Text)))
	for b.Loop() {
		speaker.Find(a)
	}
}

// BenchmarkMegabyte shows whether time grows with the length alone: it takes as
// many times as long as BenchmarkFind as its text is longer.
func BenchmarkMegabyte(b *testing.B) {
	a := sevenHundred()
	a.Text = strings.Repeat(a.Text+"\n\n", 1_000_000/len(a.Text))
	b.SetBytes(int64(len(a.Text)))
	for b.Loop() {
		speaker.Find(a)
	}
}

// BenchmarkRepeated reads 100 kB of a single phrase, again and again, where each
// word could be a cue of every other: MB/s beside BenchmarkMegabyte show what a
// hostile text costs.
func BenchmarkRepeated(b *testing.B) {
	for _, piece := range []string{"said ", "told ", "adding ", "Dr. ", "Marn Hale ", "“a,” said Marn, ", "he said that she said that ", "Two people who ran said it. "} {
		b.Run(strings.TrimSpace(piece), func(b *testing.B) {
			a := article.Article{Language: "en", Text: strings.Repeat(piece, 100_000/len(piece))}
			b.SetBytes(int64(len(a.Text)))
			for b.Loop() {
				speaker.Find(a)
			}
		})
	}
}

// TestAllocations keeps an article of 700 words under the budget.
func TestAllocations(t *testing.T) {
	a := sevenHundred()
	if n := testing.AllocsPerRun(5, func() { speaker.Find(a) }); n > 400 {
		t.Errorf("Find allocates %v times for %d words, want at most 400", n, len(strings.Fields(a.Text)))
	}
}

// TestPathological feeds what would take a quadratic reading minutes.
func TestPathological(t *testing.T) {
	for _, piece := range []string{
		"said ", "and said ", "Marn Hale ", "“", "\"a ", "according to ", ", ", "who ", "the minister ", "'a ", "he said that she said that ", "A. ", "Mr. ", "of the ", "(", "told ", "in ", "“a,” said Marn, ", "Marn, mayor, ", "\n\n“a", "adding ", "told and ", "Dr. ", "Ann Marn met Hale Pell. She said it. ", "The company said it. One of them said it. ", "Two people who ran said it. ",
	} {
		a := article.Article{Language: "en", Text: strings.Repeat(piece, 60_000/len(piece))}
		check(t, a, speaker.Find(a))
	}
}

// TestLabelled holds the work of the tagger's second stage, cues times tokens,
// to its bound where every word is a cue.
func TestLabelled(t *testing.T) {
	for _, piece := range []string{"said ", "Marn said he said that she warned they told him it argued "} {
		a := article.Article{Language: "en", Text: strings.Repeat(piece, 6_000/len(piece))}
		if n := speaker.Labelled(a); n == 0 || n > speaker.MostLabelled {
			t.Errorf("%q: %d tokens of a unit labelled, want at most %d", piece, n, speaker.MostLabelled)
		}
	}
}
