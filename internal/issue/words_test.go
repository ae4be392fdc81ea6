package issue

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/digest"
)

func TestWords(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"", nil},
		{"Mayor Storm's dyke, 4.2 km long.", []string{"mayor", "storm", "dyke", "4.2", "km", "long"}},
		{"Storm’s well-known son-in-law", []string{"storm", "well-known", "son-in-law"}},
		{"1,200 men; rock 'n' roll", []string{"1,200", "men", "rock", "n", "roll"}},
		{"Zürich…Łódź", []string{"zürich", "łódź"}},
		{"\xff\xfeab\xff", []string{"ab"}},
		{"東京都は、4月にab会", []string{"東京", "京都", "都は", "は", "4", "月に", "に", "ab", "会"}},
		{strings.Repeat("x", 130), []string{strings.Repeat("x", 64), strings.Repeat("x", 64), "xx"}},
	} {
		var got []string
		for _, w := range words(c.in, 100) {
			got = append(got, w.folded)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("words(%q) (-want +got):\n%s", c.in, diff)
		}
	}
}

func TestWordsTellNames(t *testing.T) {
	var names, numbers []string
	for _, w := range words("The mayor, Hanneke Storm, said no. Rain fell on Osterby for 72 hours.\nEngineers left.", 100) {
		if w.name {
			names = append(names, w.folded)
		}
		if w.number {
			numbers = append(numbers, w.folded)
		}
	}
	if diff := cmp.Diff([]string{"hanneke", "storm", "osterby"}, names); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"72"}, numbers); diff != "" {
		t.Errorf("numbers (-want +got):\n%s", diff)
	}
}

// FuzzCompile holds that any text compiles: each article into exactly one
// story, the same whatever the order.
func FuzzCompile(f *testing.F) {
	f.Add(osterbyFlood, osterbyAgain, ferryStrike)
	f.Add("", "\xff", strings.Repeat("A", 1000))
	f.Add("a a a", "A.", "1,2.3'4-5")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		ds := []digest.Digest{written("a", a, b), written("b", b, c), written("c", c, a)}
		is := Compile(window, time.UTC, ds)
		seen := map[string]int{}
		for _, s := range is.Stories {
			for _, src := range s.Articles {
				seen[src.Key]++
			}
		}
		if diff := cmp.Diff(map[string]int{"a": 1, "b": 1, "c": 1}, seen); diff != "" {
			t.Errorf("articles in stories (-want +got):\n%s", diff)
		}
		back := Compile(window, time.UTC, []digest.Digest{ds[2], ds[0], ds[1]})
		if diff := cmp.Diff(is, back); diff != "" {
			t.Errorf("in another order (-want +got):\n%s", diff)
		}
		for _, w := range words(a, 50) {
			if len(w.folded) > 4*64 || utf8.ValidString(a) && !utf8.ValidString(w.folded) {
				t.Errorf("words(%q) has %q", a, w.folded)
			}
		}
	})
}

// FuzzDecode holds that what decodes is written and read again unchanged.
func FuzzDecode(f *testing.F) {
	f.Add(`{"schema":"onrecord/issue/v1","id":"20261122T0600Z-20261123T0600Z","window":{"from":"2026-11-22T06:00:00Z","to":"2026-11-23T06:00:00Z"},"timezone":"UTC","stories":[{"headline":"x","articles":[{"key":"k"}],"speakers":[{"name":"n","positions":[{"type":"direct","text":"t","start":0,"end":1,"article":0}]}]}]}`)
	f.Add(`{"schema":"onrecord/issue/v1"}`)
	f.Add(`{`)
	f.Fuzz(func(t *testing.T, s string) {
		is, err := Decode(strings.NewReader(s))
		if err != nil {
			return
		}
		once := encoded(t, is)
		again, err := Decode(strings.NewReader(once))
		if err != nil {
			t.Fatalf("Decode of what Encode wrote: %v\n%s", err, once)
		}
		if diff := cmp.Diff(once, encoded(t, again)); diff != "" {
			t.Errorf("Encode(Decode(Encode)) (-want +got):\n%s", diff)
		}
	})
}

func ExampleCompile() {
	to := time.Date(2026, 11, 23, 6, 0, 0, 0, time.UTC)
	w := Window{From: to.Add(-24 * time.Hour), To: to}
	is := Compile(w, time.UTC, []digest.Digest{
		written("articles/local/dyke.html", "Dyke Breaks at Osterby", osterbyFlood),
		written("articles/world/osterby.html", "Osterby Flooded as Marrow Dyke Fails", osterbyAgain),
		written("articles/business/strike.html", "Ferry Crews to Strike for Two Days", ferryStrike),
	})
	fmt.Println(is.ID)
	for _, s := range is.Stories {
		fmt.Printf("%s (%d)\n", s.Headline, len(s.Articles))
	}
	// Output:
	// 20261122T0600Z-20261123T0600Z
	// Osterby Flooded as Marrow Dyke Fails (2)
	// Ferry Crews to Strike for Two Days (1)
}

func ExampleParseID() {
	w, err := ParseID("20261122T0600Z-20261123T0600Z")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(w.To.Sub(w.From))
	// Output: 24h0m0s
}
