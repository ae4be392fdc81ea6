package local

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/article"
	"onrecord/internal/digest"
	"onrecord/internal/speaker"
	"onrecord/internal/text"
)

func TestStatementsOf(t *testing.T) {
	const body = "Lind told the committee that it had rained. The figures, she said, were true. " +
		"“We checked,” she said. The plan will cost three million, according to Lind."
	s := speaker.Speaker{Name: "Ada Lind"}
	for _, p := range []struct {
		kind speaker.Type
		cue  string
		text string
	}{
		{speaker.Indirect, "told", "it had rained"},
		{speaker.Indirect, "said", "The figures"},
		{speaker.Indirect, "said", "were true"},
		{speaker.Direct, "said", "We checked"},
		{speaker.Indirect, "according to", "The plan will cost three million"},
	} {
		at := strings.Index(body, p.text)
		s.Positions = append(s.Positions, speaker.Position{Type: p.kind, Cue: p.cue, Text: p.text, Span: text.Span{Start: at, End: at + len(p.text)}})
	}
	d := digest.Digest{Article: article.Article{Text: body}, Speakers: []speaker.Speaker{{Name: "Nobody"}, s}}
	var lines, anchors []string
	for _, line := range statementsOf(d, 1) {
		lines = append(lines, line.String())
		for _, p := range line.Parts {
			anchors = append(anchors, p.Anchor)
		}
	}
	want := []string{
		"said it had rained", // whom she told, a position does not say
		"said: The figures … were true",
		"said “We checked”",
		"The plan will cost three million", // a source stands before no statement
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("statements (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"p2-1", "p2-2", "p2-3", "p2-4", "p2-5"}, anchors); diff != "" {
		t.Errorf("anchors (-want +got):\n%s", diff)
	}
}
