package local

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"onrecord/internal/archive"
	"onrecord/internal/archive/embedded"
	"onrecord/internal/deliver"
	"onrecord/internal/email"
	"onrecord/internal/ingest"
	"onrecord/internal/mailer"
	"onrecord/internal/mailer/standin"
)

// The local stack's names, as the template's parameters would set them.
const (
	region         = "eu-west-1"
	articlesBucket = "onrecord-articles"
	digestsBucket  = "onrecord-digests"
	uploads        = "articles/" // the folder whose changes reach ingest
	contactList    = "onrecord"
	topic          = "daily"
	title          = "On Record"
)

// StackOptions says how a local stack is set up.
type StackOptions struct {
	S3Addr, SESAddr string         // loopback addresses; port 0 for a free one
	Zone            *time.Location // where the day is cut
	Hour            int            // local hour of the cut
	Readers         []Reader       // subscribers
	Log             *slog.Logger
}

// Stack is On Record on one machine: both functions, called through the
// Lambda library with the JSON that AWS would send, over an embedded S3
// server and a stand-in for SES.
type Stack struct {
	S3    *embedded.Server
	SES   *standin.Server
	Clock *Clock

	client  *s3.Client
	archive *archive.Archive
	shelf   *shelf
	ingest  lambda.Handler
	deliver lambda.Handler
	cut     func(time.Time) time.Time // the next cut-off after a time
	log     *slog.Logger
	ctx     context.Context // ends with the stack: events have no caller of their own

	mu      sync.Mutex
	waiting map[string][]chan error // by key of an upload, who waits for it
	failed  []Failure
	beating sync.Mutex // one beat at a time, as the reserved concurrency has it
}

// Failure is an upload that stayed undone after every retry. On AWS its event
// lies in the failure queue.
type Failure struct {
	Key string
	Err error
}

// Start runs a stack until ctx ends or it is closed.
func Start(ctx context.Context, o StackOptions) (*Stack, error) {
	s := &Stack{Clock: &Clock{}, log: o.Log, ctx: ctx, waiting: map[string][]chan error{}}
	var err error
	if s.S3, err = embedded.Start(o.S3Addr, articlesBucket, digestsBucket); err != nil {
		return nil, err
	}
	if s.SES, err = startMail(ctx, o, s.Clock); err != nil {
		return nil, errors.Join(err, s.S3.Close())
	}
	s.client = s.S3.Client()
	s.archive = archive.New(s.client, digestsBucket)
	s.shelf = newShelf(s.archive)
	in := &ingest.Ingester{Uploads: archive.NewUploads(s.client), Archive: s.shelf, Log: o.Log, Now: s.Clock.Now}
	out := &deliver.Deliverer{
		Archive: s.archive,
		Mail: mailer.New(s.SES.Client(), mailer.Options{
			From:        sender,
			ContactList: contactList,
			Topic:       topic,
			Pace:        func(context.Context) error { return nil }, // the stand-in needs none
		}),
		Log:     o.Log,
		Now:     s.Clock.Now,
		Zone:    o.Zone,
		Hour:    o.Hour,
		Options: email.Options{Title: title},
	}
	s.ingest, s.deliver = lambda.NewHandler(in.Handle), lambda.NewHandler(out.Beat)
	s.cut = out.NextCutOff
	s.S3.OnChange(s.changed)
	return s, nil
}

// Close stops the servers.
func (s *Stack) Close() error { return errors.Join(s.S3.Close(), s.SES.Close()) }

// changed hands a change of an upload to ingest, as S3's notification does.
func (s *Stack) changed(c embedded.Change) {
	if c.Bucket != articlesBucket || !strings.HasPrefix(c.Key, uploads) {
		return
	}
	err := s.invoke(s.ingest, event(c, s.Clock.Now()))
	s.mu.Lock()
	defer s.mu.Unlock()
	if err != nil {
		s.failed = append(s.failed, Failure{Key: c.Key, Err: err})
		s.log.Error("given up", "key", c.Key, "error", err)
	}
	for _, done := range s.waiting[c.Key] {
		done <- err
	}
	delete(s.waiting, c.Key)
}

// attempts is how often Lambda runs a function for an asynchronous event.
const attempts = 3

func (s *Stack) invoke(h lambda.Handler, event any) error {
	payload, err := json.Marshal(event)
	if err != nil {
		return err
	}
	for range attempts {
		if _, err = h.Invoke(s.ctx, payload); err == nil || s.ctx.Err() != nil {
			break
		}
	}
	return err
}

// Upload puts an article into the bucket and waits until the event that S3
// sends for it has been handled.
func (s *Stack) Upload(ctx context.Context, key string, body []byte, contentType string) error {
	done := make(chan error, 1)
	s.mu.Lock()
	s.waiting[key] = append(s.waiting[key], done)
	s.mu.Unlock()
	if err := s.Put(ctx, key, body, contentType); err != nil {
		return err
	}
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Put puts an article into the bucket, and does not wait for its digest.
func (s *Stack) Put(ctx context.Context, key string, body []byte, contentType string) error {
	put := &s3.PutObjectInput{
		Bucket: aws.String(articlesBucket),
		Key:    aws.String(key),
		Body:   bytes.NewReader(body),
	}
	if contentType != "" {
		put.ContentType = aws.String(contentType)
	}
	if _, err := s.client.PutObject(ctx, put); err != nil {
		return fmt.Errorf("upload %s: %w", key, err)
	}
	return nil
}

// Waiting returns how many changes of uploads have not been handled yet.
func (s *Stack) Waiting() int { return s.S3.Backlog() }

// Beat beats the schedule, as EventBridge Scheduler does every 15 minutes.
func (s *Stack) Beat(ctx context.Context) (deliver.Result, error) {
	s.beating.Lock()
	defer s.beating.Unlock()
	payload, err := json.Marshal(deliver.Beat{ScheduledTime: s.Clock.Now().UTC()})
	if err != nil {
		return deliver.Result{}, err
	}
	answer, err := s.deliver.Invoke(ctx, payload)
	if err != nil {
		return deliver.Result{}, err
	}
	var r deliver.Result
	return r, json.Unmarshal(answer, &r)
}

// NextIssue moves the clock to the next cut-off and beats.
func (s *Stack) NextIssue(ctx context.Context) (deliver.Result, error) {
	s.Clock.Set(s.cut(s.Clock.Now()))
	return s.Beat(ctx)
}

// Advance moves the clock on, without a beat.
func (s *Stack) Advance(d time.Duration) { s.Clock.Set(s.Clock.Now().Add(d)) }

// Failures returns the uploads that stayed undone.
func (s *Stack) Failures() []Failure {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Failure(nil), s.failed...)
}
