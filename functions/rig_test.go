package functions_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"

	"onrecord/internal/archive/embedded"
	"onrecord/internal/mailer/standin"
)

// role has this test's own binary be a server instead, in a process of its
// own: nothing that happens to deliver happens to it.
const role = "ONRECORD_TEST_ROLE"

func TestMain(m *testing.M) {
	switch os.Getenv(role) {
	case "":
		os.Exit(run(m))
	case "s3":
		serveS3()
	case "ses":
		serveSES()
	}
}

func run(m *testing.M) int {
	folder, err := os.MkdirTemp("", "onrecord")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(folder)
	binaries.folder, binaries.built = folder, map[string]string{}
	return m.Run()
}

// greeting is the first line that a server writes.
type greeting struct {
	Endpoint string
	Troubled string // the same server behind a wire on which things go wrong
}

// count is what the SES stand-in has taken so far.
type count struct {
	Mails int
	Twice int // mails that somebody had already, of the same subject
	Hasty int // mails turned down for coming too fast
	First time.Time
	Last  time.Time
}

func serveS3() {
	log.SetOutput(io.Discard) // net/http tells of every connection that is cut
	server, err := embedded.Start("127.0.0.1:0", digestsBucket)
	if err != nil {
		panic(err)
	}
	greet(server.Endpoint(), troubleS3)
	_, _ = io.Copy(io.Discard, os.Stdin) // until the test has ended
}

func greet(endpoint string, trouble func(http.ResponseWriter)) {
	front := httptest.NewServer(newWire(endpoint, trouble))
	_ = json.NewEncoder(os.Stdout).Encode(greeting{endpoint, front.URL})
}

// serveSES answers every line on its standard input with a count.
func serveSES() {
	log.SetOutput(io.Discard)
	var o standin.Options
	if err := json.Unmarshal([]byte(os.Getenv("ONRECORD_TEST_SES_OPTIONS")), &o); err != nil {
		panic(err)
	}
	o.Identities, o.Terse = []string{"example.com"}, true
	server, err := standin.Start("127.0.0.1:0", o)
	if err != nil {
		panic(err)
	}
	var mu sync.Mutex
	var c count
	seen := map[string]int{}
	server.OnMessage(func(m standin.Message) {
		mu.Lock()
		defer mu.Unlock()
		if c.Mails++; c.Mails == 1 {
			c.First = m.Time
		}
		c.Last = m.Time
		k := m.To[0] + m.Subject
		if seen[k]++; seen[k] > 1 {
			c.Twice++
		}
	})
	greet(server.Endpoint(), troubleSES)
	out := json.NewEncoder(os.Stdout)
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		hasty := server.Hasty()
		mu.Lock()
		c.Hasty = hasty
		switch lines.Text() {
		case "mails":
			_ = out.Encode(seen)
		case "listed":
			_ = out.Encode(server.Listed())
		default:
			_ = out.Encode(c)
		}
		mu.Unlock()
	}
}

// server is a server process.
type server struct {
	greeting
	command *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
	mu      sync.Mutex
}

func startServer(t testing.TB, as string, env ...string) *server {
	t.Helper()
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), append(env, role+"="+as)...)
	command.Stderr = os.Stderr
	in, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	s := &server{command: command, in: in, out: bufio.NewReaderSize(out, 1<<20)}
	t.Cleanup(func() {
		in.Close()
		_ = command.Process.Kill()
		_ = command.Wait()
	})
	s.read(t, &s.greeting)
	return s
}

func (s *server) read(t testing.TB, into any) {
	t.Helper()
	line, err := s.out.ReadBytes('\n')
	if err == nil {
		err = json.Unmarshal(line, into)
	}
	if err != nil {
		t.Fatalf("server process: %v, %.200s", err, line)
	}
}

func (s *server) ask(t testing.TB, what string, into any) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, err := fmt.Fprintln(s.in, what); err != nil {
		t.Fatal(err)
	}
	s.read(t, into)
}

func (s *server) count(t testing.TB) count {
	var c count
	s.ask(t, "count", &c)
	return c
}

// wire passes requests on to a server, and has some of them go wrong.
type wire struct {
	proxy   *httputil.ReverseProxy
	trouble func(http.ResponseWriter) // answers as the service does that sheds load
}

func newWire(endpoint string, trouble func(http.ResponseWriter)) *wire {
	behind, err := url.Parse(endpoint)
	if err != nil {
		panic(err)
	}
	transport := &http.Transport{MaxIdleConnsPerHost: 200}
	return &wire{trouble: trouble, proxy: &httputil.ReverseProxy{
		Transport: transport,
		Rewrite:   func(r *httputil.ProxyRequest) { r.SetURL(behind) },
	}}
}

// ServeHTTP answers one request in a hundred each with: too fast; a fault of
// the server's, before or after it has acted; no answer, before or after it;
// and one long after.
func (w *wire) ServeHTTP(out http.ResponseWriter, r *http.Request) {
	switch rand.IntN(100) {
	case 0:
		w.trouble(out)
	case 1:
		out.WriteHeader(http.StatusInternalServerError)
	case 2:
		w.proxy.ServeHTTP(httptest.NewRecorder(), r)
		out.WriteHeader(http.StatusInternalServerError)
	case 3:
		panic(http.ErrAbortHandler)
	case 4:
		w.proxy.ServeHTTP(httptest.NewRecorder(), r)
		panic(http.ErrAbortHandler)
	case 5:
		answer := httptest.NewRecorder()
		w.proxy.ServeHTTP(answer, r)
		select {
		case <-time.After(time.Duration(rand.IntN(1500)) * time.Millisecond):
		case <-r.Context().Done():
		}
		for name, values := range answer.Header() {
			out.Header()[name] = values
		}
		out.WriteHeader(answer.Code)
		_, _ = answer.Body.WriteTo(out)
	default:
		w.proxy.ServeHTTP(out, r)
	}
}

func troubleS3(w http.ResponseWriter) {
	if rand.IntN(2) == 0 {
		w.WriteHeader(http.StatusServiceUnavailable)
		_, _ = io.WriteString(w, "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>")
		return
	}
	w.WriteHeader(http.StatusTooManyRequests)
	_, _ = io.WriteString(w, "<Error><Code>TooManyRequests</Code></Error>")
}

func troubleSES(w http.ResponseWriter) {
	switch rand.IntN(3) {
	case 0:
		w.Header().Set("X-Amzn-ErrorType", "TooManyRequestsException")
		w.WriteHeader(http.StatusTooManyRequests)
	case 1:
		w.Header().Set("X-Amzn-ErrorType", "Throttling")
		w.WriteHeader(http.StatusBadRequest)
	case 2:
		w.Header().Set("X-Amzn-ErrorType", "ServiceUnavailable")
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	_, _ = io.WriteString(w, `{"message":"Maximum sending rate exceeded."}`)
}

// subscribe makes the contact list and its readers.
func (s *server) subscribe(t testing.TB, n int) {
	t.Helper()
	client := sesv2.New(sesv2.Options{
		BaseEndpoint: aws.String(s.Endpoint), Region: "eu-west-1",
		Credentials: credentials.NewStaticCredentialsProvider("local", "local", ""),
	})
	_, err := client.CreateContactList(t.Context(), &sesv2.CreateContactListInput{
		ContactListName: aws.String("readers"),
		Topics: []types.Topic{{
			TopicName: aws.String("daily"), DisplayName: aws.String("Daily"),
			DefaultSubscriptionStatus: types.SubscriptionStatusOptIn,
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for lane := range 8 {
		group.Go(func() {
			for i := lane; i < n; i += 8 {
				_, err := client.CreateContact(context.Background(), &sesv2.CreateContactInput{
					ContactListName: aws.String("readers"), EmailAddress: aws.String(reader(i)),
				})
				if err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	group.Wait()
}

func reader(i int) string { return fmt.Sprintf("reader%06d@example.org", i) }

func freeLease(t testing.TB, client *s3.Client, bucket string) {
	t.Helper()
	_, err := client.PutObject(t.Context(), &s3.PutObjectInput{
		Bucket: aws.String(bucket), Key: aws.String("lease.json"), Body: bytes.NewReader([]byte("{}")),
	})
	if err != nil {
		t.Fatal(err)
	}
}
