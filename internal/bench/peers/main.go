// Command peers compares On Record with what one would else run on the same
// pages, each on one core, in one run: Readability.js with jsdom and
// compromise, and trafilatura with sumy. It installs them in a folder of its
// own, which needs npm and Python, and takes that away again.
//
//	go run ./internal/bench/peers events/articles/*/*.html
package main

import (
	_ "embed"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"onrecord/internal/digest"
)

//go:embed peer.mjs
var javascript []byte

//go:embed peer.py
var python []byte

// The versions that are compared with.
var (
	npm = []string{"@mozilla/readability@0.6.0", "jsdom@26.1.0", "compromise@14.14.4"}
	pip = []string{"trafilatura==2.0.0", "sumy==0.11.0", "lxml_html_clean==0.4.2", "numpy==2.2.6"}
)

func main() {
	log.SetFlags(0)
	flag.Parse()
	if flag.NArg() == 0 {
		log.Fatal("usage: peers FILE.html...")
	}
	var files []string
	for _, f := range flag.Args() {
		path, err := filepath.Abs(f)
		if err != nil {
			log.Fatal(err)
		}
		files = append(files, path)
	}
	dir, err := os.MkdirTemp("", "peers")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	if err := install(dir); err != nil {
		log.Fatal(err)
	}
	ours, err := onRecord(files)
	if err != nil {
		log.Fatal(err)
	}
	js, err := seconds(dir, files, "node", filepath.Join(dir, "peer.mjs"))
	if err != nil {
		log.Fatal(err)
	}
	py, err := seconds(dir, files, filepath.Join(dir, "venv", "bin", "python"), filepath.Join(dir, "peer.py"))
	if err != nil {
		log.Fatal(err)
	}
	n := float64(len(files))
	fmt.Printf("%-42s %10s %8s\n", fmt.Sprintf("%d pages, one core", len(files)), "articles/s", "ratio")
	for _, row := range []struct {
		name string
		took float64
	}{{"On Record", ours}, {"Readability.js, jsdom, compromise", js}, {"trafilatura, sumy", py}} {
		fmt.Printf("%-42s %10.0f %8.1f\n", row.name, n/row.took, row.took/ours)
	}
}

func install(dir string) error {
	for name, body := range map[string][]byte{"peer.mjs": javascript, "peer.py": python} {
		if err := os.WriteFile(filepath.Join(dir, name), body, 0o644); err != nil {
			return err
		}
	}
	venv := filepath.Join(dir, "venv")
	for _, command := range [][]string{
		append([]string{"npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix", dir}, npm...),
		{"python3", "-m", "venv", venv},
		append([]string{filepath.Join(venv, "bin", "pip"), "install", "--quiet"}, pip...),
	} {
		if out, err := exec.Command(command[0], command[1:]...).CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", strings.Join(command, " "), err, out)
		}
	}
	return nil
}

// onRecord digests every file to JSON and returns the seconds that the
// fastest of some rounds took.
func onRecord(files []string) (float64, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var pages [][]byte
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			return 0, err
		}
		pages = append(pages, raw)
	}
	best := time.Hour
	for range 5 {
		began := time.Now()
		for i, raw := range pages {
			d, err := digest.Make(digest.Source{Key: files[i]}, raw)
			if err == nil {
				err = d.Encode(io.Discard)
			}
			if err != nil {
				return 0, err
			}
		}
		best = min(best, time.Since(began))
	}
	return best.Seconds(), nil
}

// seconds runs a peer on one core and reads what it prints.
func seconds(dir string, files []string, command ...string) (float64, error) {
	c := exec.Command("taskset", append(append([]string{"-c", "0"}, command...), files...)...)
	c.Dir, c.Stderr = dir, os.Stderr
	out, err := c.Output()
	if err != nil {
		return 0, fmt.Errorf("%s: %w", strings.Join(command, " "), err)
	}
	return strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
}
