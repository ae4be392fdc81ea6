package digest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/article"
	"onrecord/internal/digest"
	"onrecord/internal/speaker"
	"onrecord/internal/text"
)

// marked returns a digest of a text in which a speaker's positions stand in
// brackets, in the order of the text: [said|the words].
func marked(s string) (digest.Digest, speaker.Speaker) {
	var body strings.Builder
	who := speaker.Speaker{Name: "Ada Lind", Kind: speaker.Person}
	for s != "" {
		before, rest, found := strings.Cut(s, "[")
		body.WriteString(before)
		if !found {
			break
		}
		inside, after, _ := strings.Cut(rest, "]")
		cue, words, _ := strings.Cut(inside, "|")
		kind := speaker.Indirect
		if bare, quoted := strings.CutPrefix(words, "“"); quoted && strings.HasSuffix(bare, "”") {
			kind, words = speaker.Direct, strings.TrimSuffix(bare, "”")
			body.WriteString("“")
			after = "”" + after
			if led, on := strings.CutSuffix(words, ","); on {
				words, after = led, ","+after
			}
		}
		who.Positions = append(who.Positions, speaker.Position{
			Type: kind, Cue: cue, Text: words, Span: text.Span{Start: body.Len(), End: body.Len() + len(words)},
		})
		body.WriteString(words)
		s = after
	}
	return digest.Digest{Article: article.Article{Text: body.String()}, Speakers: []speaker.Speaker{who}}, who
}

func TestStatements(t *testing.T) {
	for _, c := range []struct{ desc, text, want string }{
		{"two sentences", "She said [said|it rained]. She said [said|it snowed].", "[[0] [1]]"},
		{"one that is interrupted", "[said|The figures], she said, [said|were true].", "[[0 1]]"},
		{"twice", "[said|The figures], she said, [said|if not the sums], the minister said, [said|were true].", "[[0 1 2]]"},
		{"by a source", "[according to|The plan], according to Lind, [according to|will cost three million].", "[[0 1]]"},
		{"between dashes", "[said|The figures] — she said — [said|were true].", "[[0 1]]"},
		{"a clause between two statements", "She said [said|it rained], and in this case, [said|it poured].", "[[0] [1]]"},
		{"two reports in one sentence", "She said [said|it rained], and said that [said|it poured].", "[[0] [1]]"},
		{"another cue", "[said|The figures], she warned, [warned|were false].", "[[0] [1]]"},
		{"a quotation", "[said|“The figures,”] she said, [said|“were true.”]", "[[0 1]]"},
		{"a quotation, the comma behind its mark", "[said|“The figures”], she said, [said|“were true.”]", "[[0 1]]"},
		{"two sentences quoted", "[said|“The figures were true,”] she said. [said|“Now go.”]", "[[0] [1]]"},
		{"two quotations", "She called it [called|“a folly”], and then, [called|“a crime.”]", "[[0] [1]]"},
		{"words quoted and not", "[said|“The figures,”] she said, [said|were true].", "[[0] [1]]"},
		{"another paragraph", "[said|The figures], she said,\n\n[said|were true].", "[[0] [1]]"},
		{"nobody's words", "[|The figures], , [|were true].", "[[0] [1]]"},
		{"none", "It rained.", "[]"},
	} {
		d, who := marked(c.text)
		if got := fmt.Sprint(d.Statements(who)); got != c.want {
			t.Errorf("%s: Statements = %s, want %s", c.desc, got, c.want)
		}
	}
}

// TestStatementsInOrder has the most important position first, as a speaker's
// are listed: the whole sentence goes with it.
func TestStatementsInOrder(t *testing.T) {
	d, who := marked("She said [said|it rained]. [said|The figures], she said, [said|were true]. She said [said|it snowed].")
	who.Positions = append(who.Positions[2:3:3], append(who.Positions[:2:2], who.Positions[3])...)
	if diff := cmp.Diff([][]int{{2, 0}, {1}, {3}}, d.Statements(who)); diff != "" {
		t.Errorf("Statements (-want +got):\n%s", diff)
	}
}

func TestOpens(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"[said|The figures were true], she said.", true},
		{"It rained. [said|The figures were true], she said.", true},
		{"It rained.” [said|The figures were true], she said.", true},
		{"A heading\n\n[said|640 jobs will go], she said.", true},
		{"It rained. [said|“The figures” were true], she said.", true},
		{"She said: [said|The figures are true].", true},
		{"She said [said|Lind had resigned].", false},
		{"Lind, [said|Tolvik’s mayor had resigned], she said.", false},
		{"It rained. [said|iPhones were wet], she said.", false},
	} {
		d, who := marked(c.text)
		if got := d.Opens(who.Positions[0]); got != c.want {
			t.Errorf("Opens(%q) = %v, want %v", c.text, got, c.want)
		}
	}
}
