package text_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/text"
)

func parts(s string, spans []text.Span) []string {
	var out []string
	for _, p := range spans {
		out = append(out, p.Of(s))
	}
	return out
}

// sentenceCases are written with the wanted borders as a bar.
var sentenceCases = []struct{ name, want string }{
	{"two", "Rain fell.|It stopped."},
	{"capital abbreviation", "The U.N. envoy spoke.|He left."},
	{"country at the end", "She flew to the U.S.|The talks began."},
	{"country before a name", "The U.S. Senate voted."},
	{"title", "Mr. Hale met Gen. Osei and Sen. Brandt.|They agreed."},
	{"number", "It was No. 4 on the list.|He said no.|Nobody minded."},
	{"date", "On Jan. 9 it snowed.|It began in Oct.|The lake froze."},
	{"clock", "It opens at 9 a.m. Monday.|It shuts at 5 p.m.|The keys stay."},
	{"initials", "J. K. Marn wrote it with T.R. Oduya.|Nobody read it."},
	{"plan b", "They had a Plan B.|It failed."},
	{"decimals", "It rose 3.5 percent to $1.2 million.|It fell later."},
	{"ellipsis goes on", "He waited ... and waited.|Then he left."},
	{"ellipsis ends", "He waited…|Then he left."},
	{"asked", "“Why now?” he asked.|Nobody knew."},
	{"asked by name", "“Why now?” Dana Marn asked.|Nobody knew."},
	{"exclaimed by role", "“Stop!” Mayor Dana Marn shouted.|They stopped."},
	{"closing mark belongs", "He said: “It is over.”|They left."},
	{"straight marks", "\"It is over.\"|\"Is it?\"|They left."},
	{"brackets", "It rained (hard.)|They left."},
	{"footnote", "The river rose.[3]|It fell."},
	{"company", "Marn & Co. rose.|Hale Inc. fell.|Brill Corp. stayed.|The market shut."},
	{"state", "He was born in Aspen, Colo.|He died there."},
	{"web address", "See example.com for more.|It is free."},
	{"exclamation run", "What?!|No!!"},
	{"blank line", "No stop here|Next block"},
	{"digit opens", "It failed.|12 people left."},
	{"brand opens", "It failed.|iPods sold well."},
	{"ideographic stop", "雨が降った。|止んだ。"},
	{"doctorate", "Ana Brill, Ph.D., spoke.|She left."},
	{"question in mid quote", "“Why? Because it pays,” he said."},
}

func TestSentences(t *testing.T) {
	for _, c := range sentenceCases {
		t.Run(c.name, func(t *testing.T) {
			want := strings.Split(c.want, "|")
			sep := " "
			switch c.name {
			case "blank line":
				sep = "\n\n"
			case "ideographic stop":
				sep = ""
			case "question in mid quote":
				want = []string{"“Why?", "Because it pays,” he said."}
			}
			s := strings.Join(want, sep)
			if diff := cmp.Diff(want, parts(s, text.Sentences(s))); diff != "" {
				t.Errorf("Sentences(%q): -want +got\n%s", s, diff)
			}
		})
	}
}

func TestParagraphs(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"", nil},
		{" \n\t\n ", nil},
		{"one", []string{"one"}},
		{"one\ntwo", []string{"one\ntwo"}},
		{"one\n\ntwo", []string{"one", "two"}},
		{"\n\n one \r\n\r\n\r\n two\n \t \nthree \n", []string{"one", "two", "three"}},
		{"one\u2029two", []string{"one", "two"}},
		{"\u00a0one\u00a0\n\u00a0\ntwo", []string{"one", "two"}},
	} {
		if diff := cmp.Diff(c.want, parts(c.in, text.Paragraphs(c.in))); diff != "" {
			t.Errorf("Paragraphs(%q): -want +got\n%s", c.in, diff)
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"Rain fell, then stopped.", "Rain|fell|then|stopped"},
		{"The U.N. and U.S.-led talks", "The|U.N.|and|U.S.-led|talks"},
		{"at 9 a.m. sharp", "at|9|a.m.|sharp"},
		{"didn’t the workers’ hall's roof", "didn’t|the|workers|hall's|roof"},
		{"$1,200.50 or 3.5%", "1,200.50|or|3.5"},
		{"vice-president — ex-wife", "vice-president|ex-wife"},
		{"J. K. Marn, Ph.D., T.R. Oduya", "J|K|Marn|Ph.D.|T.R.|Oduya"},
		{"see example.com.", "see|example.com"},
		{"Zoë Müller-Østby", "Zoë|Müller-Østby"},
		{"'quoted' words'", "quoted|words"},
		{"end.Next", "end.Next"},
	} {
		got := strings.Join(parts(c.in, text.Words(c.in)), "|")
		if got != c.want {
			t.Errorf("Words(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

// checkSpans fails unless the spans are ordered, disjoint, not empty and on
// rune borders.
func checkSpans(t *testing.T, name, s string, spans []text.Span) {
	t.Helper()
	end := 0
	for _, p := range spans {
		if p.Start < end || p.End <= p.Start || p.End > len(s) {
			t.Fatalf("%s(%q): span %v after %d", name, s, p, end)
		}
		if !onBorder(s, p.Start) || !onBorder(s, p.End) {
			t.Fatalf("%s(%q): span %v splits a rune", name, s, p)
		}
		end = p.End
	}
}

func onBorder(s string, i int) bool {
	if i == 0 || i == len(s) || utf8.RuneStart(s[i]) {
		return true
	}
	// A stray continuation byte is a rune of its own.
	for j := i - 1; j >= 0 && j > i-utf8.UTFMax; j-- {
		if utf8.RuneStart(s[j]) {
			_, w := utf8.DecodeRuneInString(s[j:])
			return j+w <= i
		}
	}
	return true
}

func FuzzSentences(f *testing.F) {
	for _, c := range sentenceCases {
		f.Add(strings.ReplaceAll(c.want, "|", " "))
	}
	f.Add("a\xff. \xe2\x80")
	f.Fuzz(func(t *testing.T, s string) {
		sentences, paragraphs := text.Sentences(s), text.Paragraphs(s)
		checkSpans(t, "Sentences", s, sentences)
		checkSpans(t, "Paragraphs", s, paragraphs)
		checkSpans(t, "Words", s, text.Words(s))
		at, p := 0, 0
		for _, x := range append(sentences, text.Span{Start: len(s), End: len(s)}) {
			if rest := strings.TrimFunc(s[at:x.Start], unicode.IsSpace); rest != "" {
				t.Fatalf("Sentences(%q) loses %q", s, rest)
			}
			at = x.End
			for p < len(paragraphs) && paragraphs[p].End < x.End {
				p++
			}
			if x.Len() > 0 && (p == len(paragraphs) || !paragraphs[p].Contains(x)) {
				t.Fatalf("Sentences(%q): %v lies in no paragraph", s, x)
			}
		}
	})
}

func TestSentencesRunOn(t *testing.T) {
	for in, want := range map[string][]string{
		"It had stood for years.A storm took it. Nobody saw.": {"It had stood for years.", "A storm took it.", "Nobody saw."},
		"They left.Hale’s boat stayed.":                       {"They left.", "Hale’s boat stayed."},
		"See example.Com or www.orvik.Com for more.":          {"See example.Com or www.orvik.Com for more."},
		"The U.N.Council met in St.Orvik at 9.Then it left.":  {"The U.N.Council met in St.Orvik at 9.Then it left."},
	} {
		if diff := cmp.Diff(want, parts(in, text.Sentences(in))); diff != "" {
			t.Errorf("Sentences(%q): -want +got\n%s", in, diff)
		}
	}
}
