package email

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/internal/email/emailtest"
	"onrecord/internal/text"
)

func TestTextLinesFit(t *testing.T) {
	for _, c := range mails {
		m := compose(t, c.make(), fixtureOptions)
		for i, line := range strings.Split(m.Text, "\n") {
			if text.Columns(line) > columns && !strings.Contains(line, "http") {
				t.Errorf("%s: line %d is %d columns wide: %s", c.name, i+1, text.Columns(line), line)
			}
			if strings.TrimRight(line, " ") != line {
				t.Errorf("%s: line %d ends in a space: %q", c.name, i+1, line)
			}
		}
		if strings.Contains(m.Text, "\n\n\n") {
			t.Errorf("%s: two blank lines in a row", c.name)
		}
	}
}

// TestInk holds that ink adds nothing but itself, on one line at a time.
func TestInk(t *testing.T) {
	mark := func(s string) string {
		if s == "" || strings.Contains(s, "\n") {
			t.Errorf("ink for %q, want a piece of a line", s)
		}
		return "<" + s + ">"
	}
	for _, c := range mails {
		if c.name == "hostile" { // has angle brackets of its own
			continue
		}
		is := c.make()
		got, err := Text(is, fixtureOptions, Ink{Strong: mark, Faint: mark})
		if err != nil {
			t.Fatal(err)
		}
		if plain := strings.NewReplacer("<", "", ">", "").Replace(got); plain != compose(t, is, fixtureOptions).Text {
			t.Errorf("%s: text with ink differs from the text", c.name)
		}
		for _, want := range []string{"<DAILY DIGEST>\n", "\n<" + strings.Repeat("-", columns) + ">\n"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: text lacks %q", c.name, want)
			}
		}
	}
	got, err := Text(emailtest.One(), fixtureOptions, Ink{Strong: mark})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"* <Senator Rupert Quayle>, leader", "  <Dismissed> the measure"} {
		if !strings.Contains(got, want) {
			t.Errorf("text lacks %q:\n%s", want, got)
		}
	}
	is := emailtest.One()
	is.Timezone = "Mars/Olympus"
	if _, err := Text(is, fixtureOptions, Ink{}); err == nil {
		t.Error("Text in timezone Mars/Olympus succeeded, want an error")
	}
}

func ExampleCompose() {
	m, err := Compose(emailtest.One(), Options{Hour: 7})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(m.Subject)
	fmt.Println(m.Text[:strings.Index(m.Text, "\n\n")])
	// Output:
	// Eastmere Senate Lowers Voting Age for City Elections by Three Votes
	// DAILY DIGEST
	// Monday, November 23, 2026
	// 1 story from 2 articles, 3 speakers, 1 min read
}
