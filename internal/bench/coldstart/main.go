// Command coldstart measures what a cold start costs: the time from exec to
// the first poll of the Lambda runtime API, of the real functions and of two
// bare programs to compare them with. All are built as they are deployed and
// started in turn, so that whatever else the machine does falls on each.
//
//	go run ./internal/bench/coldstart
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// program is one of the programs that are compared.
type program struct {
	name, path string
	most       float64 // times the bare aws-lambda-go program's start; 0 for no bar
	binary     string
	took       []time.Duration
}

func main() {
	log.SetFlags(0)
	rounds := flag.Int("rounds", 60, "how often each program is started")
	flag.Parse()
	dir, err := os.MkdirTemp("", "coldstart")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	programs := []*program{
		{name: "bare Go over TCP", path: "./internal/bench/coldstart/bare/tcp"},
		{name: "bare aws-lambda-go", path: "./internal/bench/coldstart/bare/lambda"},
		{name: "ingest", path: "./functions/ingest", most: 1.5},
		{name: "deliver", path: "./functions/deliver", most: 1.6},
	}
	for i, p := range programs {
		p.binary = filepath.Join(dir, fmt.Sprint(i))
		if err := build(p); err != nil {
			log.Fatal(err)
		}
	}
	for range *rounds {
		for _, p := range programs {
			took, err := start(p.binary)
			if err != nil {
				log.Fatalf("%s: %v", p.name, err)
			}
			p.took = append(p.took, took)
		}
	}
	if !report(programs) {
		os.Exit(1)
	}
}

// build compiles a program as sam build does.
func build(p *program) error {
	flags, err := os.ReadFile("functions/goflags")
	if err != nil {
		return err
	}
	c := exec.Command("go", "build", "-o", p.binary, p.path)
	c.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS="+strings.TrimSpace(string(flags)))
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("go build %s: %w\n%s", p.path, err, out)
	}
	return nil
}

// environment is what the template gives the functions; no network is asked.
func environment(api string) []string {
	return []string{
		"AWS_LAMBDA_RUNTIME_API=" + api, "AWS_LAMBDA_FUNCTION_NAME=on-record", "AWS_LAMBDA_LOG_FORMAT=JSON",
		"AWS_REGION=eu-west-1", "AWS_ACCESS_KEY_ID=x", "AWS_SECRET_ACCESS_KEY=x", "AWS_SESSION_TOKEN=x",
		"DIGESTS_BUCKET=digests", "SENDER=On Record <digest@example.com>", "CONTACT_LIST=on-record", "TOPIC=daily",
		"TIMEZONE=UTC", "HOUR=7",
	}
}

// start runs a binary until it polls, and returns how long that took.
func start(binary string) (time.Duration, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	polled := make(chan error, 1)
	go func() { polled <- poll(l) }()
	var said strings.Builder
	c := exec.Command(binary)
	c.Env, c.Stdout, c.Stderr = environment(l.Addr().String()), &said, &said
	began := time.Now()
	if err := c.Start(); err != nil {
		return 0, err
	}
	select {
	case err = <-polled:
	case <-time.After(10 * time.Second):
		err = fmt.Errorf("no poll in 10 s")
	}
	took := time.Since(began)
	_ = c.Process.Kill()
	_ = c.Wait()
	if err != nil {
		return 0, fmt.Errorf("%w; it said: %s", err, said.String())
	}
	return took, nil
}

// poll waits for the first request and wants it to be for an invocation.
func poll(l net.Listener) error {
	c, err := l.Accept()
	if err != nil {
		return err
	}
	defer c.Close()
	line, err := bufio.NewReader(c).ReadString('\n')
	if err == nil && !strings.HasPrefix(line, "GET /2018-06-01/runtime/invocation/next ") {
		err = fmt.Errorf("polled with %q", line)
	}
	return err
}

// report prints the table and reports whether every bar was kept. Bars are on
// the medians.
func report(programs []*program) bool {
	kept := true
	bare := median(programs[1].took)
	fmt.Printf("%-20s %8s %8s %8s %8s  %s\n", "", "p10 ms", "p50 ms", "p90 ms", "ratio", "bytes")
	for _, p := range programs {
		slices.Sort(p.took)
		info, err := os.Stat(p.binary)
		if err != nil {
			log.Fatal(err)
		}
		ratio := float64(median(p.took)) / float64(bare)
		fmt.Printf("%-20s %8.2f %8.2f %8.2f %8.2f  %d", p.name, ms(p.took[len(p.took)/10]), ms(median(p.took)), ms(p.took[len(p.took)*9/10]), ratio, info.Size())
		if p.most > 0 {
			fmt.Printf("  (at most %.1f)", p.most)
			kept = kept && ratio <= p.most
		}
		fmt.Println()
	}
	return kept
}

func median(took []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(took))
	return sorted[len(sorted)/2]
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
