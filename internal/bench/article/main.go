// Command article measures what digesting one article costs, on one core:
// each page from its bytes to its digest's JSON, against a bare html.Parse of
// the same page, in turn. Texts are measured without a yardstick.
//
//	go run ./internal/bench/article events/articles/*/*
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"runtime"
	"slices"
	"time"

	"golang.org/x/net/html"

	"onrecord/internal/digest"
	"onrecord/internal/document"
)

// measure is what one article took.
type measure struct {
	path          string
	bytes         int
	digest, parse time.Duration // parse is 0 where the article is no page
	allocations   float64
	stages        [4]time.Duration
}

func main() {
	log.SetFlags(0)
	rounds := flag.Int("rounds", 15, "how often each article is digested; the fastest counts")
	each := flag.Bool("each", false, "print a line for each article")
	flag.Parse()
	if flag.NArg() == 0 {
		log.Fatal("usage: article [-rounds N] [-each] FILE...")
	}
	runtime.GOMAXPROCS(1)
	var pages, texts []measure
	for _, path := range flag.Args() {
		raw, err := os.ReadFile(path)
		if err != nil {
			log.Fatal(err)
		}
		m, err := of(path, raw, *rounds)
		if err != nil {
			log.Printf("left out: %v", err)
			continue
		}
		if *each {
			fmt.Printf("%8.3f ms %7d bytes %6.0f allocations  %s\n", ms(m.digest), m.bytes, m.allocations, m.path)
		}
		if m.parse > 0 {
			pages = append(pages, m)
		} else {
			texts = append(texts, m)
		}
	}
	if len(pages) > 0 {
		reportPages(pages)
	}
	if len(texts) > 0 {
		fmt.Printf("%d texts: median %.3f ms, %.0f allocations, %.0f bytes\n", len(texts),
			middle(texts, func(m measure) float64 { return ms(m.digest) }),
			middle(texts, func(m measure) float64 { return m.allocations }),
			middle(texts, func(m measure) float64 { return float64(m.bytes) }))
	}
}

// of digests an article and, where it is a page, parses it, by turns.
func of(path string, raw []byte, rounds int) (measure, error) {
	m := measure{path: path, bytes: len(raw), digest: time.Hour}
	doc, err := document.Parse(raw, document.Hint{Name: path})
	if err != nil {
		return m, fmt.Errorf("%s: %w", path, err)
	}
	page := doc.Format == document.HTML
	for range rounds {
		stages, took, allocations, err := once(path, raw)
		if err != nil {
			return m, fmt.Errorf("%s: %w", path, err)
		}
		if took < m.digest {
			m.digest, m.stages, m.allocations = took, stages, allocations
		}
		if !page {
			continue
		}
		began := time.Now()
		if _, err := html.Parse(bytes.NewReader(raw)); err != nil {
			return m, fmt.Errorf("%s: %w", path, err)
		}
		if took := time.Since(began); m.parse == 0 || took < m.parse {
			m.parse = took
		}
	}
	return m, nil
}

// once takes an article from its bytes to JSON.
func once(path string, raw []byte) (stages [4]time.Duration, took time.Duration, allocations float64, err error) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	began := time.Now()
	last := began
	d, err := digest.MakeStaged(digest.Source{Key: path, Size: int64(len(raw))}, raw, func(s digest.Stage) {
		now := time.Now()
		stages[s] = now.Sub(last)
		last = now
	})
	if err == nil {
		err = d.Encode(io.Discard)
	}
	took = time.Since(began)
	runtime.ReadMemStats(&after)
	return stages, took, float64(after.Mallocs - before.Mallocs), err
}

func reportPages(pages []measure) {
	fmt.Printf("%d pages: median %.2f × html.Parse, %.3f ms, %.0f allocations, %.0f bytes\n", len(pages),
		middle(pages, func(m measure) float64 { return float64(m.digest) / float64(m.parse) }),
		middle(pages, func(m measure) float64 { return ms(m.digest) }),
		middle(pages, func(m measure) float64 { return m.allocations }),
		middle(pages, func(m measure) float64 { return float64(m.bytes) }))
	fmt.Print("of its time:")
	for s, name := range []string{"parse", "extract", "attribute", "summarize"} {
		share := middle(pages, func(m measure) float64 { return float64(m.stages[s]) / float64(m.digest) })
		fmt.Printf(" %s %.0f %%", name, 100*share)
	}
	fmt.Println()
}

// middle is the median of a figure.
func middle(of []measure, figure func(measure) float64) float64 {
	var all []float64
	for _, m := range of {
		all = append(all, figure(m))
	}
	slices.Sort(all)
	return all[len(all)/2]
}

func ms(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1e6 }
