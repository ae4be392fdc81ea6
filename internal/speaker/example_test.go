package speaker_test

import (
	"fmt"

	"onrecord/internal/article"
	"onrecord/internal/speaker"
)

func ExampleFind() {
	a := article.Article{Language: "en", Text: "Vardia’s Ambassador, Pell Dornan, defended the dam as lawful. " +
		"He blamed Estmark for draining the lakes. “The water is ours,” Dornan said."}
	for _, s := range speaker.Find(a) {
		fmt.Println(s.Name, s.Roles)
		for _, p := range s.Positions {
			fmt.Printf("%s (%s): %s\n", p.Cue, p.Type, p.Text)
		}
	}
	// Output:
	// Pell Dornan [Vardia’s Ambassador]
	// defended (indirect): the dam as lawful
	// blamed (indirect): Estmark for draining the lakes
	// said (direct): The water is ours
}
