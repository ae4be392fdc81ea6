package document

import (
	"strings"
	"testing"
)

const story = "The ferry to Orsa will not sail before the spring, the operator said on Monday.\n\nDivers found cracks in two of its plates, and the yard has no berth until March.\n\nHotels on the island have lost most of their bookings for the winter.\n"

// TestParseTextOfMail reads what was copied out of a mail program: the article
// is below the last header, and a header below the article is of another mail.
func TestParseTextOfMail(t *testing.T) {
	header := "From: The Orsa Post <desk@orsa.example>\nSent: 3 November 2026 08:14\nTo: Press office\nSubject: Ferry laid up until spring\n\n"
	for _, tt := range []struct{ name, in, title, text string }{
		{"a note above", "CAUTION: This email came from outside.\n\nFor your file.\n\nJ.\n\n" + header + story, "Ferry laid up until spring", story},
		{"passed on twice", "Von: Jane Doe\nGesendet: Montag\nAn: John Roe\nBetreff: WG: Ferry laid up until spring\n\nsee below\n\n" + header + story, "Ferry laid up until spring", story},
		{"quoted", header + "> " + strings.ReplaceAll(strings.TrimSuffix(story, "\n"), "\n", "\n> ") + "\n", "Ferry laid up until spring", story},
		{"an answer below", story + "\n" + header + "Is it true?\n", "", story + "\n" + header + "Is it true?\n"},
		{"a list with colons", "From: the harbour\nTo: the church\n\n" + story, "", "From: the harbour\nTo: the church\n\n" + story},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, err := parseText(tt.in)
			if err != nil {
				t.Fatal(err)
			}
			if d.Meta["title"] != tt.title {
				t.Errorf("title = %q, want %q", d.Meta["title"], tt.title)
			}
			if got := strings.TrimSuffix(d.Text, "\n"); got != strings.TrimSuffix(tt.text, "\n") {
				t.Errorf("text = %q, want %q", d.Text, tt.text)
			}
		})
	}
}
