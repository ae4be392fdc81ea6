package article

import (
	"strings"
	"testing"

	"onrecord/internal/document"
)

// TestStandfirst tells the standfirst that editors set above the byline from
// the first paragraph, wherever either stands.
func TestStandfirst(t *testing.T) {
	const (
		english = `<div class="text"><p>The harbour board of Ostry said on Monday that the crane will be taken down in the spring, after sixty years.</p>
			<p>It was the last of the nine that the board had bought when the shipyard was at its largest and the town was full.</p></div>`
		german = `<div class="text"><p>Die Hafenverwaltung von Ostry teilte am Montag mit, dass der Kran im Frühjahr nach sechzig Jahren abgebaut wird.</p>
			<p>Er war der letzte von neun, die die Verwaltung gekauft hatte, als die Werft am größten war und die Stadt voll.</p></div>`
		byline = `<div class="byline">By Thea Malm</div><time>10 March 2026</time>`
	)
	for _, tt := range []struct {
		name, lang, between, body string
		kept                      bool
	}{
		{"above the byline", "en", `<p>The last crane of the yard goes in spring, and nobody has said what will stand there.</p>` + byline, english, false},
		{"set as a heading", "en", `<h2>The last crane of the yard goes in spring, and nobody has said what will stand there.</h2>` + byline, english, false},
		{"below the byline", "en", byline + `<p>The last crane of the yard goes in spring, and nobody has said what will stand there.</p>`, english, true},
		{"no byline", "en", `<p>The last crane of the yard goes in spring, and nobody has said what will stand there.</p>`, english, true},
		{"of a German page", "de", `<p>Der letzte Kran der Werft wird im Frühjahr abgebaut, und niemand weiß, was dort stehen soll.</p>` + byline, german, true},
		{"too long for one", "en", `<p>The last crane of the yard goes in spring, and nobody has said what will stand there.` + strings.Repeat(" It goes as it came, by barge and at night.", 12) + `</p>` + byline, english, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			page := `<html lang="` + tt.lang + `"><title>Crane to go</title><article><header><h1>Crane to go</h1>` + tt.between + `</header>` + tt.body + `</article>`
			d, err := document.Parse([]byte(page), document.Hint{Name: "page.html"})
			if err != nil {
				t.Fatal(err)
			}
			a, err := Extract(d)
			if err != nil {
				t.Fatal(err)
			}
			if kept := strings.Contains(a.Text, "crane of the yard") || strings.Contains(a.Text, "Kran der Werft"); kept != tt.kept {
				t.Errorf("kept: %v, want %v, in:\n%s", kept, tt.kept, a.Text)
			}
		})
	}
}
