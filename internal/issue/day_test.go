package issue

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"onrecord/internal/digest"
	"onrecord/internal/speaker"
	"onrecord/internal/text"
)

var update = flag.Bool("update", false, "rewrite the issue in testdata")

// The files of the invented day: what was uploaded, and the issue of it.
const (
	dayFile  = "testdata/day.txtar"
	dayIssue = "testdata/day.json"
)

// inventedDay reads the digests of the invented day, and those of the day
// before.
func inventedDay(t *testing.T) (today, yesterday []digest.Digest) {
	t.Helper()
	archive, err := txtar.ParseFile(dayFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		key, old := strings.CutPrefix(f.Name, "yesterday/")
		w := window
		if old {
			w = dayBefore()
		}
		d := uploaded(t, w, key, string(f.Data))
		if old {
			yesterday = append(yesterday, d)
		} else {
			today = append(today, d)
		}
	}
	return today, yesterday
}

func dayBefore() Window {
	return Window{From: window.From.AddDate(0, 0, -1), To: window.From}
}

// uploaded makes the digest of one file: lines of "name: value", an empty
// line, and the text.
func uploaded(t *testing.T, w Window, key, file string) digest.Digest {
	t.Helper()
	head, body, _ := strings.Cut(file, "\n\n")
	d := written(key, "", strings.TrimSpace(body))
	d.Article.Words = len(strings.Fields(body))
	d.Article.ReadingMinutes = 1
	for line := range strings.Lines(head) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch name {
		case "from":
			d.Article.Publication = value
			d.Article.URL = fmt.Sprintf("https://%s.example.com/%s", strings.ToLower(strings.ReplaceAll(value, " ", "-")), key)
		case "title":
			d.Article.Headline = value
		case "at":
			at, err := time.Parse("15:04", value)
			if err != nil {
				t.Fatalf("%s: %v", key, err)
			}
			// Before the hour of the cut it is the night after.
			received := w.From.Truncate(24 * time.Hour).Add(time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute)
			if !w.Contains(received) {
				received = received.AddDate(0, 0, 1)
			}
			d.Source.ReceivedAt = received
		case "says":
			d.Speakers = attributed(t, d, value)
		default:
			t.Fatalf("%s: no line %q is known", key, line)
		}
	}
	return d
}

// attributed adds to the speakers of d a statement given as "name | kind |
// role | cue | words", with quotation marks around direct speech. Its words
// must stand in the text.
func attributed(t *testing.T, d digest.Digest, line string) []speaker.Speaker {
	t.Helper()
	parts := strings.Split(line, "|")
	if len(parts) != 5 {
		t.Fatalf("%s: %q has %d parts, want 5", d.Source.Key, line, len(parts))
	}
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	words, direct := strings.CutPrefix(parts[4], `"`)
	words = strings.TrimSuffix(words, `"`)
	if strings.Contains(words, `"`) { // quotation marks within are the article's own
		words, direct = parts[4], false
	}
	p := speaker.Position{Type: speaker.Indirect, Cue: parts[3], Text: words}
	switch {
	case direct:
		p.Type = speaker.Direct
	case strings.Contains(words, `"`):
		p.Type = speaker.Mixed
	}
	p.Span = text.Span{Start: strings.Index(d.Article.Text, words)}
	p.Span.End = p.Span.Start + len(words)
	if p.Span.Start < 0 {
		t.Fatalf("%s: %q is not in the text", d.Source.Key, words)
	}
	s := speaker.Speaker{Name: parts[0], Kind: speaker.Kind(parts[1]), Positions: []speaker.Position{p}}
	if parts[2] != "" {
		s.Roles = []string{parts[2]}
	}
	return append(d.Speakers, s)
}

func compiledDay(t *testing.T) Issue {
	today, yesterday := inventedDay(t)
	return Compile(window, time.UTC, today, Compile(dayBefore(), time.UTC, yesterday))
}

// TestInventedDay holds the whole issue of the invented day. Run with -update
// and read what changed as an editor would.
func TestInventedDay(t *testing.T) {
	var got bytes.Buffer
	if err := json.Indent(&got, []byte(encoded(t, compiledDay(t))), "", "  "); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(dayIssue, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(dayIssue)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
		t.Errorf("the issue of the invented day (-want +got):\n%s", diff)
	}
	if err := validate(t, want); err != nil {
		t.Errorf("%s: %v", dayIssue, err)
	}
	if _, err := Decode(bytes.NewReader(want)); err != nil {
		t.Errorf("Decode(%s): %v", dayIssue, err)
	}
}

func validate(t *testing.T, raw []byte) error {
	t.Helper()
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(JSONSchema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("issue.json", schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("issue.json")
	if err != nil {
		t.Fatal(err)
	}
	instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return compiled.Validate(instance)
}

// TestSchemaRefuses holds that the schema can fail.
func TestSchemaRefuses(t *testing.T) {
	valid := encoded(t, compiledDay(t))
	if err := validate(t, []byte(valid)); err != nil {
		t.Fatalf("the invented day: %v", err)
	}
	for _, c := range []struct{ desc, old, new string }{
		{"another schema", "issue/v1", "issue/v2"},
		{"an id that is none", `"id":"2026`, `"id":"x2026`},
		{"a list that is null", `"supersedes":[]`, `"supersedes":null`},
		{"a speaker without a kind", `"kind":"person"`, `"kind":""`},
		{"a story that follows nothing in particular", `"days":1`, `"days":"one"`},
		{"a script for an address", `"url":"https:`, `"url":"javascript:`},
		{"a report by no article", `"article":0`, `"article":-1`},
		{"no people", `"people":[`, `"persons":[`},
	} {
		changed := strings.Replace(valid, c.old, c.new, 1)
		if changed == valid {
			t.Fatalf("%s: %q is not in the issue", c.desc, c.old)
		}
		if err := validate(t, []byte(changed)); err == nil {
			t.Errorf("the schema takes %s", c.desc)
		}
	}
}

// TestAnyOrderSameBytes compiles random parts of the invented day in two
// random orders: the JSON must be equal to the byte.
func TestAnyOrderSameBytes(t *testing.T) {
	today, yesterday := inventedDay(t)
	r := rand.New(rand.NewPCG(11, 23))
	for range 60 {
		part := slices.DeleteFunc(slices.Clone(today), func(digest.Digest) bool { return r.IntN(4) == 0 })
		past := []Issue{Compile(dayBefore(), time.UTC, yesterday), before(3, today[:r.IntN(20)]...), before(2, today[20:]...)}
		want := encoded(t, Compile(window, time.UTC, part, past...))
		r.Shuffle(len(part), func(i, j int) { part[i], part[j] = part[j], part[i] })
		r.Shuffle(len(past), func(i, j int) { past[i], past[j] = past[j], past[i] })
		if diff := cmp.Diff(want, encoded(t, Compile(window, time.UTC, part, past...))); diff != "" {
			t.Fatalf("Compile of %d digests in another order (-want +got):\n%s", len(part), diff)
		}
	}
}
