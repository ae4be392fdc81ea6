package text_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/text"
)

var quotationCases = []struct {
	name, in string
	want     []string // depth, flags (c closed, > continues, < continued), the words
}{
	{"none", "Nothing here.", nil},
	{"curly", "He said: “It is over,” and left.", []string{"0c It is over,"}},
	{"straight", `"It is over," he said. "Go."`, []string{"0c It is over,", "0c Go."}},
	{"nested", "“She told me ‘never again’ twice,” he said.", []string{"0c She told me ‘never again’ twice,", "1c never again"}},
	{"nested straight", `"She told me 'never again' twice," he said.`, []string{"0c She told me 'never again' twice,", "1c never again"}},
	{"apostrophes", "It’s the workers’ hall, isn’t it? Rock ’n’ roll.", nil},
	{"single curly", "He said: ‘It’s the workers’ hall,’ and left.", []string{"0c It’s the workers’ hall,"}},
	{"single straight", "He said: 'It isn't over,' and left.", []string{"0c It isn't over,"}},
	{"plural possessive", "The workers' hall and the ministers' cars.", nil},
	{"inches", `A 12" pipe of 3' length.`, nil},
	{"french", "Elle a dit « c’est fini » hier.", []string{"0c c’est fini"}},
	{"german", "Er sagte: „Es ist vorbei“, und ging.", []string{"0c Es ist vorbei"}},
	{"german inner", "„Er rief ‚halt‘ und lief“, sagte sie.", []string{"0c Er rief ‚halt‘ und lief", "1c halt"}},
	{"danish", "Han sagde »det er slut« og gik.", []string{"0c det er slut"}},
	{"finnish", "Hän sanoi ”se on ohi” ja lähti.", []string{"0c se on ohi"}},
	{"swiss inner", "«Il a dit ‹non› hier», dit-elle.", []string{"0c Il a dit ‹non› hier", "1c non"}},
	{"japanese", "彼は「終わった」と言った。", []string{"0c 終わった"}},
	{"paragraphs", "“It began small.\n\n“Then it grew,” he said.", []string{"0> It began small.", "0c< Then it grew,"}},
	{"three paragraphs", "\"One.\n\n\"Two.\n\n\"Three.\" He left.", []string{"0> One.", "0>< Two.", "0c< Three."}},
	{"single over paragraphs", "'One,' he said. 'It's two.\n\n'I'm three.\n\n'Four.'", []string{"0c One,", "0> It's two.", "0>< I'm three.", "0c< Four."}},
	{"single curly over paragraphs", "He said: ‘It’s one.\n\n‘Two.’ He left.", []string{"0> It’s one.", "0c< Two."}},
	{"single never closed", "He said: 'It's one.\n\n'It's two.\n\nHe left.", []string{"0> It's one.", "0< It's two."}},
	{"single never closed behind a colon", "She added: ‘I'm tired of it.\n\nShe left: 'It's over.", []string{"0 I'm tired of it.", "0 It's over."}},
	{"single never closed behind another", "'It is so,' he said.\n\n'Wonder if they know.\n\nHe left.", []string{"0c It is so,", "0 Wonder if they know."}},
	{"apostrophe that opens a paragraph", "The boats' crews left.\n\n'Twas so.", nil},
	{"single before a mark", "He wrote: '#SaveTheLock now!' and '[They] left,' she said.", []string{"0c #SaveTheLock now!", "0c [They] left,"}},
	{"apostrophes before a single quotation", "The boats' crews said 'twas so.\n\n'No,' he said.", []string{"0c No,"}},
	{"paragraphs run together", "He said: 'It's one. 'Two is mine. 'Three.'", []string{"0> It's one.", "0>< Two is mine.", "0c< Three."}},
	{"paragraphs run together, double", "She added: \"One is here. \"Two is there.\" They left.", []string{"0> One is here.", "0c< Two is there."}},
	{"slip before others", "He wrote \"The Tide, a song. She liked \"Moss\" and \"Fern\" more.", []string{"0c Moss", "0c Fern"}},
	{"in brackets", "\"Each berth (\"mooring\") is let,\" he said.", []string{"0c Each berth (\"mooring\") is let,", "1c mooring"}},
	{"unclosed", "He said “it is over and left.\n\nThe next day came.", []string{"0 it is over and left."}},
	{"empty", "He said “” and “ ” and left.", nil},
	{"mixed kinds", "“It is over\" he said.", []string{"0c It is over"}},
	{"straight to curly", `"It is over,” he said. “Go.”`, []string{"0c It is over,", "0c Go."}},
	{"straight within curly", "“The \"new bridge is over,” he said.", []string{"0c The \"new bridge is over,"}},
	{"decade", "In the ‘90s he said “no”.", []string{"0c no"}},
	{"doubled single marks", "''It isn't over,'' he said. ``Go.''", []string{"0c It isn't over,", "0c Go."}},
	{"turned apostrophe", "The mayor‘s car and the clerk‘s hat.", nil},
	{"closed by an opening mark", "“It is over,“ he said. “Go.”", []string{"0c It is over,", "0c Go."}},
	{"after a dash", "—“It is over,” he said.", []string{"0c It is over,"}},
}

func TestQuotations(t *testing.T) {
	for _, c := range quotationCases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, q := range text.Quotations(c.in) {
				flags := ""
				if q.Closed {
					flags += "c"
				}
				if q.Continues {
					flags += ">"
				}
				if q.Continued {
					flags += "<"
				}
				got = append(got, fmt.Sprintf("%d%s %s", q.Depth, flags, q.Inner.Of(c.in)))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("Quotations(%q): -want +got\n%s", c.in, diff)
			}
		})
	}
}

func FuzzQuotations(f *testing.F) {
	for _, c := range quotationCases {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		paragraphs := text.Paragraphs(s)
		var open []text.Quotation
		last := 0
		for _, q := range text.Quotations(s) {
			if !q.Outer.Contains(q.Inner) || q.Inner.Len() <= 0 || q.Outer.Start < last {
				t.Fatalf("Quotations(%q): %+v", s, q)
			}
			last = q.Outer.Start
			checkSpans(t, "Quotations", s, []text.Span{q.Inner})
			checkSpans(t, "Quotations", s, []text.Span{q.Outer})
			inside := false
			for _, p := range paragraphs {
				inside = inside || p.Contains(q.Outer)
			}
			if !inside {
				t.Fatalf("Quotations(%q): %+v crosses a paragraph", s, q)
			}
			for len(open) > 0 && open[len(open)-1].Outer.End <= q.Outer.Start {
				open = open[:len(open)-1]
			}
			if len(open) > 0 && !open[len(open)-1].Outer.Contains(q.Outer) {
				t.Fatalf("Quotations(%q): %+v crosses %+v", s, q, open[len(open)-1])
			}
			open = append(open, q)
		}
	})
}

func BenchmarkText(b *testing.B) {
	s := strings.Repeat("“It isn’t over,” Mr. Hale of the U.N. said on Jan. 9. The workers’ hall was full.\n\n", 60)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		text.Sentences(s)
		text.Words(s)
		text.Quotations(s)
	}
}
