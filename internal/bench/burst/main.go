// Command burst puts thousands of articles into the local run at once and
// waits until each has its digest: how many a second go through the S3
// server, what memory that takes beside what the server keeps, where the time
// goes, and that nothing is lost.
//
//	go run ./internal/bench/burst -n 10000
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"onrecord/internal/local"
	"onrecord/internal/metrics"
)

// uploaders is how many put articles at the same time.
const uploaders = 8

func main() {
	log.SetFlags(0)
	n := flag.Int("n", 10_000, "articles")
	samples := flag.String("articles", "events/articles", "folder of the articles that are put again and again")
	flag.Parse()
	articles, err := read(*samples)
	if err != nil {
		log.Fatal(err)
	}
	times := &clockwork{sums: map[string]time.Duration{}}
	stack, err := local.Start(context.Background(), local.StackOptions{
		S3Addr: "127.0.0.1:0", SESAddr: "127.0.0.1:0", Zone: time.UTC, Hour: 7, Log: slog.New(times),
	})
	if err != nil {
		log.Fatal(err)
	}
	defer stack.Close()
	before := heap()
	began := time.Now()
	stored := put(stack, articles, *n)
	uploaded := time.Since(began)
	for stack.Waiting() > 0 {
		time.Sleep(10 * time.Millisecond)
	}
	took := time.Since(began)
	report(times, *n, took, uploaded)
	after := heap()
	fmt.Printf("memory: %d MB before, %d MB after, of which %d MB of uploads and about as much of digests are kept by the S3 server\n",
		before>>20, after>>20, stored>>20)
	if times.digested.Load() != int64(*n) {
		log.Fatalf("%d digests of %d articles", times.digested.Load(), *n)
	}
}

func read(folder string) ([][]byte, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*", "*"))
	if err != nil {
		return nil, err
	}
	var articles [][]byte
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		articles = append(articles, raw)
	}
	if len(articles) == 0 {
		return nil, fmt.Errorf("no articles in %s", folder)
	}
	return articles, nil
}

// put uploads n articles, each under a key of its own, and returns how many
// bytes they have.
func put(stack *local.Stack, articles [][]byte, n int) (stored int64) {
	var group sync.WaitGroup
	var next, sum atomic.Int64
	for range uploaders {
		group.Go(func() {
			for i := next.Add(1); i <= int64(n); i = next.Add(1) {
				body := articles[int(i)%len(articles)]
				sum.Add(int64(len(body)))
				if err := stack.Put(context.Background(), fmt.Sprintf("articles/burst/%d", i), body, ""); err != nil {
					log.Fatal(err)
				}
			}
		})
	}
	group.Wait()
	return sum.Load()
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapInuse
}

// clockwork is a log handler that adds up the stages of every upload.
type clockwork struct {
	digested atomic.Int64

	mu   sync.Mutex
	sums map[string]time.Duration
}

func (c *clockwork) Enabled(context.Context, slog.Level) bool { return true }
func (c *clockwork) WithAttrs([]slog.Attr) slog.Handler       { return c }
func (c *clockwork) WithGroup(string) slog.Handler            { return c }

func (c *clockwork) Handle(_ context.Context, r slog.Record) error {
	if r.Level > slog.LevelInfo {
		log.Print(r.Message)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	r.Attrs(func(a slog.Attr) bool {
		switch a.Key {
		case metrics.Articles:
			c.digested.Add(1)
		case metrics.FetchTime, metrics.ParseTime, metrics.ExtractTime, metrics.AttributeTime, metrics.SummarizeTime, metrics.StoreTime:
			var ms float64
			switch v := a.Value.Resolve(); v.Kind() {
			case slog.KindFloat64:
				ms = v.Float64()
			case slog.KindInt64:
				ms = float64(v.Int64())
			}
			c.sums[a.Key] += time.Duration(ms * float64(time.Millisecond))
		}
		return true
	})
	return nil
}

func report(c *clockwork, n int, took, uploaded time.Duration) {
	fmt.Printf("%d articles in %s (all were up after %s): %.0f a second\n",
		n, took.Round(time.Millisecond), uploaded.Round(time.Millisecond), float64(n)/took.Seconds())
	var stages []string
	var sum time.Duration
	for name, d := range c.sums {
		stages = append(stages, name)
		sum += d
	}
	slices.SortFunc(stages, func(a, b string) int { return int(c.sums[b] - c.sums[a]) })
	fmt.Printf("%.3f ms of ingest an article:", sum.Seconds()*1000/float64(n))
	for _, name := range stages {
		fmt.Printf(" %s %.0f %%", name, 100*float64(c.sums[name])/float64(sum))
	}
	fmt.Println()
}
