package article

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// keptOf sifts a page's blocks and returns what is left.
func keptOf(t *testing.T, page string, byline []string) []string {
	t.Helper()
	blocks, _ := cut(parsePage(t, page), true)
	for i := range blocks {
		blocks[i].why = judge(&blocks[i], "")
	}
	sift(blocks, byline)
	return (&layout{blocks: blocks}).paragraphs()
}

func TestSiftNames(t *testing.T) {
	const first, last = "The river rose by a metre overnight, and the mill was closed.", "It will open again when the cellar is dry, its owner said on Friday."
	for _, tt := range []struct {
		name, page string
		want       []string
	}{
		{"a name amid the text", "<p>" + first + "</p><p>Thea Malm</p><p>" + last + "</p>", []string{first, last}},
		{"a byline of two", "<p>" + first + "</p><h6>By Thea Malm and Jonas Tveit</h6><p>" + last + "</p>", []string{first, last}},
		{"a name that something is said of", "<p>" + first + "</p><h3>Thea Malm answers</h3><p>" + last + "</p>", []string{first, "Thea Malm answers", last}},
		{"another's name", "<p>" + first + "</p><h3>Karl Orrin</h3><p>" + last + "</p>", []string{first, "Karl Orrin", last}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := keptOf(t, tt.page, []string{"Thea Malm", "Jonas Tveit"}); !slices.Equal(got, tt.want) {
				t.Errorf("kept %q, want %q", got, tt.want)
			}
		})
	}
}

// TestSiftPromotion drops a closing line about the site's podcast, and keeps
// one where podcasts are what the text is about.
func TestSiftPromotion(t *testing.T) {
	const closing = "A good podcast starts with a quiet room and a friend who listens."
	for _, tt := range []struct {
		about string
		want  bool
	}{{"bridge", false}, {"podcast", true}} {
		var page strings.Builder
		for i := range 6 {
			fmt.Fprintf(&page, "<p>The %s of the town has %d friends and a committee, and it meets in the library.</p>", tt.about, i+3)
		}
		page.WriteString("<p>" + closing + "</p>")
		if got := slices.Contains(keptOf(t, page.String(), nil), closing); got != tt.want {
			t.Errorf("after a text about a %s: kept %v, want %v", tt.about, got, tt.want)
		}
	}
}

// TestSiftJumpLinks drops the links to the page's own sections by the name
// that their box has.
func TestSiftJumpLinks(t *testing.T) {
	const text = "The river rose by a metre overnight, and the mill was closed."
	page := `<div class="x-jump-links"><a href="#a">What rose</a><a href="#b">What closed</a></div><p>` + text + `</p>`
	blocks, regions := cut(parsePage(t, page), true)
	mark(blocks, regions)
	if blocks[0].kind&kindJunk == 0 || blocks[1].kind != 0 {
		t.Errorf("kinds %b and %b, want junk and none", blocks[0].kind, blocks[1].kind)
	}
}
