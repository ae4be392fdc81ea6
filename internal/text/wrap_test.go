package text_test

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/internal/text"
)

func ExampleWrap() {
	fmt.Println(text.Wrap("* ", "  ", "The council met on Monday evening.", 20))
	// Output:
	// * The council met on
	//   Monday evening.
}

func TestWrap(t *testing.T) {
	tests := []struct{ desc, first, rest, in, want string }{
		{"nothing", "* ", "  ", "", "* "},
		{"white space is folded", "* ", "  ", " two\n\t words ", "* two words"},
		{"a hanging indent", "* ", "  ", strings.Repeat("word ", 20),
			"* word word word word word word word word word word word word word word\n  word word word word word word"},
		{"only a word longer than a line is cut", "", "  ", "so " + strings.Repeat("x", 100),
			"so\n  " + strings.Repeat("x", 70) + "\n  " + strings.Repeat("x", 30)},
		{"accents take no room", "", "", strings.Repeat("e\u0301", 64) + " seven w", strings.Repeat("e\u0301", 64) + " seven w"},
		{"ideographs take two columns", "", "", strings.Repeat("漢", 40), strings.Repeat("漢", 36) + "\n" + strings.Repeat("漢", 4)},
		{"no line begins with closing punctuation", "", "", strings.Repeat("漢", 36) + "。漢", strings.Repeat("漢", 35) + "\n漢。漢"},
	}
	for _, tt := range tests {
		if got := text.Wrap(tt.first, tt.rest, tt.in, 72); got != tt.want {
			t.Errorf("%s: Wrap(%q) =\n%s\nwant\n%s", tt.desc, tt.in, got, tt.want)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("one two three", 7)
	f.Add("東京 tower cafe\u0301\u200d", 3)
	f.Add("\x10", 2)
	f.Fuzz(func(t *testing.T, s string, columns int) {
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		got := text.Wrap("", "", s, columns)
		if squeeze(got) != squeeze(s) {
			t.Errorf("Wrap(%q, %d) = %q: characters lost", s, columns, got)
		}
		for line := range strings.SplitSeq(got, "\n") {
			if columns > 2 && text.Columns(line) > columns && !strings.ContainsFunc(line, func(r rune) bool { return r > 0x2e80 }) {
				t.Errorf("Wrap(%q, %d): a line of %d columns: %q", s, columns, text.Columns(line), line)
			}
		}
	})
}
