package issue

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	"onrecord/internal/digest"
	"onrecord/internal/speaker"
)

// many makes n digests on about n/4 events. Words are drawn as language has
// them, a few very often and most hardly ever; those of one event share the
// words that it is about, and six people speak in each article.
func many(n int) []digest.Digest {
	r := rand.New(rand.NewPCG(7, uint64(n)))
	zipf := rand.NewZipf(r, 1.1, 4, 30_000)
	word := func() string { return "w" + fmt.Sprint(zipf.Uint64()) }
	out := make([]digest.Digest, 0, n)
	for i := range n {
		event := i / 4
		about := rand.New(rand.NewPCG(9, uint64(event)))
		var b strings.Builder
		for j := range 400 {
			if j%4 == 0 {
				fmt.Fprintf(&b, "Name%d ", event*20+about.IntN(20))
			} else {
				b.WriteString(word() + " ")
			}
			if j%20 == 19 {
				b.WriteString("stop. ")
			}
		}
		voices := []func(*digest.Digest){by(fmt.Sprintf("Paper %d", i%40))}
		for v := range 6 {
			name := fmt.Sprintf("Ada%d Finch%d", v, event)
			switch {
			case v == 0: // who speaks on many events
				name = fmt.Sprintf("Minister Okafor%d", event%50)
			case v == 1 && i%4 > 0:
				name = fmt.Sprintf("Finch%d", event)
			}
			statement := func() string { return strings.Join([]string{word(), word(), word(), word(), word(), word()}, " ") }
			voices = append(voices, saying(name, speaker.Person, fmt.Sprintf("role %d of %d", v, event), statement(), statement()))
		}
		out = append(out, written(fmt.Sprintf("articles/s%d/%d.html", i%5, i), fmt.Sprintf("Headline of %d", i), b.String(), voices...))
	}
	return out
}

func TestManyEvents(t *testing.T) {
	is := Compile(window, time.UTC, many(400))
	if n := len(is.Stories); n < 95 || n > 105 {
		t.Errorf("Compile made %d stories of 400 articles on 100 events", n)
	}
}

// TestNoChain compiles articles of which each is much like the ones beside it
// and has nothing of those twenty further on: no story may run along them.
func TestNoChain(t *testing.T) {
	for _, step := range []int{3, 4, 6, 10, 20} {
		var digests []digest.Digest
		for i := range 240 {
			var b strings.Builder
			for w := range 60 {
				fmt.Fprintf(&b, "and Name%d said word%d ", i*step+w, i*step+w)
			}
			digests = append(digests, written(fmt.Sprintf("articles/%03d.html", i), fmt.Sprintf("Part %d", i), b.String(), by(fmt.Sprint("Paper ", i))))
		}
		for _, s := range Compile(window, time.UTC, digests).Stories {
			if n := len(s.Articles); n > 30 {
				t.Errorf("with steps of %d words of 60 a story has %d articles, want at most 30", step, n)
			}
		}
	}
}

// TestCompileAllocates holds what a large day allocates over the whole run,
// which is about twice of what is held at once.
func TestCompileAllocates(t *testing.T) {
	digests := many(1_000)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	Compile(window, time.UTC, digests)
	runtime.ReadMemStats(&after)
	if got := (after.TotalAlloc - before.TotalAlloc) >> 20; got > 190 {
		t.Errorf("Compile of 1,000 digests allocated %d MiB, want at most 190", got)
	}
}

func BenchmarkCompile(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			digests := many(n)
			b.ReportAllocs()
			for b.Loop() {
				Compile(window, time.UTC, digests)
			}
		})
	}
}
