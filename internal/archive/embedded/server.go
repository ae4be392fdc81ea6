// Package embedded is an S3 server inside the process, for the local run and
// the tests: gofakes3 with its memory backend on a loopback address, with
// what real clients need and gofakes3 lacks: signed and unsigned aws-chunked
// bodies, checksums, listings that page by folder, metadata that goes when its
// object does, and notifications of changes.
//
// It checks no signatures, and keeps web pages out by refusing requests whose
// Host or Origin is not of this machine.
package embedded

import (
	"fmt"
	"net/http"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"

	"onrecord/internal/loopback"
)

// Server is a running S3 server. It forgets everything when it is closed.
type Server struct {
	http     *http.Server
	endpoint string
	notifier *notifier
	client   *awshttp.BuildableClient // of all clients, for its connections
	served   chan struct{}
}

// Start serves S3 on addr, a loopback address such as "127.0.0.1:0", with
// the given buckets. An address that others could reach is refused.
func Start(addr string, buckets ...string) (*Server, error) {
	listener, err := loopback.Listen(addr)
	if err != nil {
		return nil, fmt.Errorf("embedded S3: %w", err)
	}
	n := newNotifier()
	b := &backend{Backend: s3mem.New(), notifier: n}
	for _, name := range buckets {
		if err := b.CreateBucket(name); err != nil {
			n.close()
			listener.Close()
			return nil, fmt.Errorf("embedded S3: bucket %q: %w", name, err)
		}
	}
	s := &Server{
		http: &http.Server{
			Handler:           loopback.Handler(plain(gofakes3.New(b, gofakes3.WithMetadataSizeLimit(maxMetadata)).Server())),
			ReadHeaderTimeout: 10 * time.Second,
		},
		endpoint: "http://" + listener.Addr().String(),
		notifier: n,
		client:   awshttp.NewBuildableClient(),
		served:   make(chan struct{}),
	}
	go func() {
		defer close(s.served)
		_ = s.http.Serve(listener) // always http.ErrServerClosed, by Close
	}()
	return s, nil
}

// maxMetadata bounds the request headers that gofakes3 takes for metadata: a
// session token is among them, which alone is over S3's 2 kB.
const maxMetadata = 64 << 10

// OnChange has f called after every change of an object, one at a time and in
// order, from a goroutine of its own: f may use the server. Changes made
// before the call are not told. nil stops it.
func (s *Server) OnChange(f func(Change)) { s.notifier.on(f) }

// Backlog returns how many changes are still to be told, or being told, to
// who asked for them.
func (s *Server) Backlog() int { return s.notifier.backlog() }

// Handler returns what the server answers with, for requests that need no
// network.
func (s *Server) Handler() http.Handler { return s.http.Handler }

// Endpoint returns the server's URL, for AWS_ENDPOINT_URL_S3.
func (s *Server) Endpoint() string { return s.endpoint }

// Client returns a client of the server.
func (s *Server) Client(options ...func(*s3.Options)) *s3.Client {
	return s3.New(s3.Options{
		BaseEndpoint: aws.String(s.endpoint),
		Region:       "us-east-1",
		HTTPClient:   s.client,
		UsePathStyle: true,
		// As the SDK's default configuration has it.
		RequestChecksumCalculation: aws.RequestChecksumCalculationWhenSupported,
		ResponseChecksumValidation: aws.ResponseChecksumValidationWhenSupported,
		Credentials:                credentials.NewStaticCredentialsProvider("embedded", "embedded", ""),
	}, options...)
}

// Close has the changes so far told, with the server still up for whoever is
// told, and then stops it. It is not for the function given to OnChange.
func (s *Server) Close() error {
	s.notifier.close()
	err := s.http.Close()
	<-s.served
	return err
}
