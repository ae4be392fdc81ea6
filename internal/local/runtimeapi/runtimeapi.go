// Package runtimeapi runs a Lambda function's own binary on this machine: it
// speaks the Lambda runtime API (version 2018-06-01) to it, as the Lambda
// service does, without Docker.
package runtimeapi

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"sync"
	"time"
)

// prefix is the version of the runtime API that custom runtimes poll.
const prefix = "/2018-06-01/runtime/"

// Function is a running binary that waits for invocations.
type Function struct {
	// Output is what the binary has written to stdout and stderr so far.
	Output Output

	command *exec.Cmd
	server  *http.Server
	calls   chan *call
	exited  chan struct{} // closed once the binary has ended
	waited  error

	mu      sync.Mutex
	pending map[string]*call // by request id
	number  int
}

// Output is text that one writes while others read it.
type Output struct {
	mu   sync.Mutex
	text bytes.Buffer
}

// Write implements [io.Writer].
func (o *Output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(p)
}

// String returns what was written so far.
func (o *Output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// call is one invocation.
type call struct {
	id       string
	payload  []byte
	deadline time.Time
	answer   chan answer
}

type answer struct {
	body []byte
	err  error
}

// FunctionError is a failure that the function itself reported.
type FunctionError struct {
	Type    string `json:"errorType"`
	Message string `json:"errorMessage"`
}

func (e *FunctionError) Error() string { return e.Type + ": " + e.Message }

// Start runs binary with the environment env and the variables by which a
// runtime finds its API added to it.
func Start(binary string, env ...string) (*Function, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	f := &Function{
		command: exec.Command(binary),
		calls:   make(chan *call),
		exited:  make(chan struct{}),
		pending: map[string]*call{},
	}
	f.server = &http.Server{Handler: f.handler()}
	go func() { _ = f.server.Serve(listener) }()
	f.command.Env = append([]string{
		"AWS_LAMBDA_RUNTIME_API=" + listener.Addr().String(),
		"AWS_LAMBDA_FUNCTION_NAME=local",
		"AWS_LAMBDA_FUNCTION_MEMORY_SIZE=128",
		"AWS_LAMBDA_LOG_FORMAT=JSON",
	}, env...)
	f.command.Stdout, f.command.Stderr = &f.Output, &f.Output
	if err := f.command.Start(); err != nil {
		return nil, errors.Join(err, f.server.Close())
	}
	go func() {
		f.waited = f.command.Wait()
		close(f.exited)
	}()
	return f, nil
}

// Close kills the binary, as the service does when it takes down a sandbox.
func (f *Function) Close() error {
	err := f.command.Process.Kill()
	<-f.exited
	if errors.Is(err, os.ErrProcessDone) {
		err = nil
	}
	return errors.Join(err, f.server.Close())
}

// State returns what the binary has used, once the function is closed.
func (f *Function) State() *os.ProcessState { return f.command.ProcessState }

// Invoke hands payload to the function and returns what it answers: JSON, or
// a *[FunctionError]. It returns another error where the binary has ended or
// ctx does. ctx's deadline is the invocation's; without one it is a minute.
func (f *Function) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	deadline, limited := ctx.Deadline()
	if !limited {
		deadline = time.Now().Add(time.Minute)
	}
	f.mu.Lock()
	f.number++
	c := &call{
		id:       fmt.Sprintf("00000000-0000-4000-8000-%012d", f.number),
		payload:  payload,
		deadline: deadline,
		answer:   make(chan answer, 1),
	}
	f.pending[c.id] = c
	f.mu.Unlock()
	select {
	case f.calls <- c:
	case <-f.exited:
		return nil, fmt.Errorf("function ended before the invocation: %v", f.waited)
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	select {
	case a := <-c.answer:
		return a.body, a.err
	case <-f.exited:
		return nil, fmt.Errorf("function ended during the invocation: %v", f.waited)
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (f *Function) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+prefix+"invocation/next", f.next)
	mux.HandleFunc("POST "+prefix+"invocation/{id}/response", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		f.settle(w, r, answer{body, err})
	})
	mux.HandleFunc("POST "+prefix+"invocation/{id}/error", func(w http.ResponseWriter, r *http.Request) {
		reported := &FunctionError{}
		if err := json.NewDecoder(r.Body).Decode(reported); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		f.settle(w, r, answer{nil, reported})
	})
	return mux
}

// next holds the poll open until there is an invocation, as the service does.
func (f *Function) next(w http.ResponseWriter, r *http.Request) {
	select {
	case c := <-f.calls:
		h := w.Header()
		h.Set("Content-Type", "application/json")
		h.Set("Lambda-Runtime-Aws-Request-Id", c.id)
		h.Set("Lambda-Runtime-Deadline-Ms", strconv.FormatInt(c.deadline.UnixMilli(), 10))
		h.Set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:000000000000:function:local")
		_, _ = w.Write(c.payload)
	case <-r.Context().Done():
	case <-f.exited:
	}
}

func (f *Function) settle(w http.ResponseWriter, r *http.Request, a answer) {
	f.mu.Lock()
	c := f.pending[r.PathValue("id")]
	delete(f.pending, r.PathValue("id"))
	f.mu.Unlock()
	if c == nil {
		http.Error(w, "no such invocation", http.StatusBadRequest)
		return
	}
	c.answer <- a
	w.WriteHeader(http.StatusAccepted)
}
