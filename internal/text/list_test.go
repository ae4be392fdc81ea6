package text_test

import (
	"fmt"
	"testing"

	"onrecord/internal/text"
)

func TestListed(t *testing.T) {
	const list = "a f\nab\nabc -\nb c d\nzoë m"
	for _, c := range []struct{ list, word, want string }{
		{list, "a", "f true"},
		{list, "ab", " true"},
		{list, "abc", "- true"},
		{list, "b", "c d true"},
		{list, "zoë", "m true"},
		{list + "\n", "zoë", "m true"},
		{"one", "one", " true"},
		{list, "", " false"},
		{list, "aa", " false"},
		{list, "abcd", " false"},
		{list, "b c", " false"},
		{list, "c", " false"},
		{list, "zo", " false"},
		{list, "zzz", " false"},
		{"", "a", " false"},
	} {
		note, found := text.Listed(c.list, c.word)
		if got := fmt.Sprint(note, " ", found); got != c.want {
			t.Errorf("Listed(%q, %q) = %q, want %q", c.list, c.word, got, c.want)
		}
	}
}

func TestListedAllocates(t *testing.T) {
	if n := testing.AllocsPerRun(10, func() { text.Listed("ada f\nmarn m\n", "marn") }); n > 0 {
		t.Errorf("Listed allocates %v times", n)
	}
}
