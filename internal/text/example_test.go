package text_test

import (
	"fmt"

	"onrecord/internal/text"
)

func ExampleSentences() {
	s := "The U.N. envoy, Mr. Hale, left at 9 a.m. “Why now?” he asked. Nobody knew."
	for _, p := range text.Sentences(s) {
		fmt.Println(p.Of(s))
	}
	// Output:
	// The U.N. envoy, Mr. Hale, left at 9 a.m.
	// “Why now?” he asked.
	// Nobody knew.
}

func ExampleQuotations() {
	s := "“She said ‘never’ twice,” he recalled. Elle a dit « non »."
	for _, q := range text.Quotations(s) {
		fmt.Println(q.Depth, q.Inner.Of(s))
	}
	// Output:
	// 0 She said ‘never’ twice,
	// 1 never
	// 0 non
}

func ExampleWords() {
	s := "U.S.-led drills didn’t cost $1.2 million."
	for _, p := range text.Words(s) {
		fmt.Println(p.Of(s))
	}
	// Output:
	// U.S.-led
	// drills
	// didn’t
	// cost
	// 1.2
	// million
}

func ExampleParagraphs() {
	s := "One.\n\n\n  Two.\n"
	for _, p := range text.Paragraphs(s) {
		fmt.Printf("%q\n", p.Of(s))
	}
	// Output:
	// "One."
	// "Two."
}
