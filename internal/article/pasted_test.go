package article

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

func TestFurniture(t *testing.T) {
	for _, s := range []string{
		"1 of 4", "12:45", "5 hours ago", "72°", "1.2K views", "3 min read", "A+", "18:42 GMT", // counters
		"newsroom@example.com", "Omar Haddad · @example_omar", "https://example.com/bridge",
		"Reporter: Hattie Lomax", "Reading time: 4 minutes", "Media contact:", "Lesezeit: 3 Min.",
		"ADVERTISEMENT - SCROLL TO CONTINUE",
		"You have 2 free articles remaining this month.", "Continue reading with a digital subscription.", "Swipe up for next story", "Compartir en Facebook", "Sent from my iPhone",
		"The best of science, sent to your inbox every Friday", "If you value our work, please consider a gift of any amount.",
		"Correction: An earlier version misspelled the name of the clerk.", "This story has been updated to add a comment.", "The views expressed here are the author's own.", "Jonas Meier in Kelm contributed to this report.",
		"CAUTION: This email originated from outside your organisation.", "If you have received this message in error, please delete it.", "Gesendet: 3. November 2026", "[Message clipped]  View entire message", "The Ledger <alerts@ledger.example>",
		"We and our 214 partners store cookies on your device.", "Nous et nos partenaires utilisons des cookies.", "Läs också: Bron som ingen ville ha", "À lire aussi. Le pont ferme en avril", "Del artiklen", "Tekst gaat verder onder de foto",
		"Vous avez aimé cet article ? Partagez-le !", "Únete a nuestro canal de WhatsApp", "[SUBS: please check the date]", "[pull quote]", "SEO title: Bridge to close", "#bridge #ostry",
		"12  THE MARLOW REVIEW  ·  SPRING 2026", "Harrow (4-4-2): Asare, Pugh, Dent, Lowe", "2 of 5 The bridge at noon — Photo: Dida Amaral/Courier",
		"BC-EU--Barges, 1st Ld-Writethru", "SCHOOLS - PAGE 1 OF 1",
		"The ferry in dry dock on Monday. Picture by Noni Pratt", "The same street in October. Lena Rossini/Example Photo Agency", "La burra Catalina, este sábado. / Efraín Soto",
	} {
		if furniture(s) == "" {
			t.Errorf("furniture(%q) is empty", s)
		}
	}
	for _, s := range []string{
		"12 DEAD IN FIRE AT GRAIN EXCHANGE", "The fire originated from outside the hall.", "The bakery and its partners sell cookies at the fair.", "A: Yes, every day", "Read more slowly, the judge told him.", "The mail was late again.", "[Applause]", "Audio books are lent for a week",
		"2014", "Yes.", "Monday", "A natural siphon", "Who gains", "Is subscription worth it", "Health/Science", "Yes or no",
		"He counted 14 of 20 votes, then 15 of 21, and then he gave up.", "She wrote to newsroom@example.com and never had a reply.",
		"“Send us home,” the crowd shouted.", "Opinion: the bridge has to go", "The correction came too late for the minister.",
		"This story is as old as the town.", "The picture by Noni Pratt hangs in the hall.", "The newsletter cost him his job, he said.", "Scrolling is bad for the eyes, the doctor said.",
	} {
		if why := furniture(s); why != "" {
			t.Errorf("furniture(%q) = %q, want none", s, why)
		}
	}
}

func TestWithoutMargins(t *testing.T) {
	in := "11/7/26, 8:15 PM                Bridge to close - Courier\nThe bridge will close.\nhttps://example.com/bridge                1/2\n\tHome\tNews\tSport\nIt said so   twice."
	want := "\nThe bridge will close.\n\n\nIt said so   twice."
	if diff := cmp.Diff(want, withoutMargins(in)); diff != "" {
		t.Errorf("withoutMargins (-want +got):\n%s", diff)
	}
}

// TestPastedKeeps holds what looks like a page's furniture and is the
// article's.
func TestPastedKeeps(t *testing.T) {
	first := "The town council said on Monday that it would close the old bridge in April."
	second := "Divers had found cracks in two of its piers, the port authority said on Tuesday."
	for _, tt := range []struct{ name, in, text string }{
		{"list announced by a colon", "Bridge to close\n\n" + first + "\n\nIt gave three reasons:\n\n• Cracks\n• Cost\n• Age\n\n" + second,
			first + "\n\nIt gave three reasons:\n\nCracks\n\nCost\n\nAge\n\n" + second},
		{"list that a program wrapped", "Bridge to close\n===============\n\nThe town council said on Monday that it would close the old\nbridge in April, and gave its reasons in a letter that has\nthree points:\n\n- Divers had found cracks in two of its piers, and there is no\n  money for new ones\n- Nobody asked for it\n- The ferry, which the port has kept since the spring of 1991,\n  would do\n\nIt has not said for how long the bridge would be closed to the\nlorries that cross it by night.\n",
			"The town council said on Monday that it would close the old bridge in April, and gave its reasons in a letter that has three points:\n\n- Divers had found cracks in two of its piers, and there is no money for new ones\n\n- Nobody asked for it\n\n- The ferry, which the port has kept since the spring of 1991, would do\n\nIt has not said for how long the bridge would be closed to the lorries that cross it by night."},
		{"subheading after an advert", "Bridge to close\n\n" + first + "\n\nAdvertisement\n\nWho pays\n\n" + second, first + "\n\nWho pays\n\n" + second},
		{"short first paragraph", "Bridge to close\n\nNobody had asked for it.\n\n" + first + "\n\n" + second, "Nobody had asked for it.\n\n" + first + "\n\n" + second},
		{"summary above the byline goes", "Bridge to close in April after divers find cracks\n\nThe council has no money for new piers, it said on Monday.\n\nBy Ines Calloway\n\n" + first + "\n\n" + second, first + "\n\n" + second},
		{"text after a list of other pages", "Bridge to close\n\n" + first + "\n\nRelated stories\n\nFerry runs again\n\n" + second, first + "\n\n" + second},
		{"section in brief above the headline", "In brief\n\nBridge to close\n\nBy Ines Calloway\n\n" + first + "\n\n" + second, first + "\n\n" + second},
		{"box in brief below the headline", "Bridge to close this April\n\nIn brief\n\nCracks found\n\nNo money\n\n" + first + "\n\n" + second, first + "\n\n" + second},
		{"an end that names a newsletter", "Bridge to close\n\n" + first + "\n\nThe mayor apologised in a newsletter, which was printed twice.", first + "\n\nThe mayor apologised in a newsletter, which was printed twice."},
		{"speaker said to be a writer", "Bridge to close\n\n" + first + " Nora Lim disagreed.\n\nNora Lim is a writer and has lived under the bridge for ten years.", first + " Nora Lim disagreed.\n\nNora Lim is a writer and has lived under the bridge for ten years."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.text, extract(t, tt.in, "x.txt").Text); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
		})
	}
}

// TestPastedHostile feeds pages that rules which look around could take the
// square of their length for.
func TestPastedHostile(t *testing.T) {
	sentence := "The council said on Monday that it would close the bridge in April.\n\n"
	for _, tt := range []struct{ name, in string }{
		{"short lines below the text", strings.Repeat(sentence, 3) + strings.Repeat("Related bridges\n", 100_000)},
		{"short lines above the text", strings.Repeat("Bridge to close in the spring\n", 100_000) + sentence},
		{"the same paragraph", strings.Repeat(sentence, 15_000)},
		{"afterwords", sentence + strings.Repeat("Jane Doe is a writer.\n\n", 45_000)},
		{"bylines", sentence + strings.Repeat("By Jane Doe\n\n", 100_000)},
		{"prompts and labels by turns", sentence + strings.Repeat("Sign up for it\n\nA label\n\n", 50_000) + sentence},
		{"bars", strings.Repeat("a | ", 1<<17) + "\n\n" + sentence},
		{"tabs", strings.Repeat("a\tb\tc\n", 100_000) + sentence},
	} {
		t.Run(tt.name, func(t *testing.T) { check(t, extract(t, tt.in, "x.txt"), tt.in) })
	}
}

// FuzzFromText holds what is taken from pasted text to its input: every
// paragraph and the headline are words of it, in one piece but for the hyphens
// that a column's end cut them at.
func FuzzFromText(f *testing.F) {
	files, err := filepath.Glob("testdata/pasted/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		arc, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(arc.Files[0].Data))
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		a, paragraphs := fromText(s)
		bare := func(s string) string { return strings.ReplaceAll(strings.ReplaceAll(collapse(s), "-", ""), " ", "") }
		words := bare(s)
		for _, p := range append(paragraphs, a.Headline) {
			if !strings.Contains(words, bare(p)) {
				t.Fatalf("%q is not in the input", p)
			}
		}
	})
}
