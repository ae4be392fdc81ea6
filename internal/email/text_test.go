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
