// Package standin is a strict stand-in for Amazon SES (API v2) inside the
// process, for the local run and the tests. It speaks SES's own protocol,
// refuses what SES refuses, in SES's words as far as they are known, and keeps
// accepted mail in a mailbox instead of sending it.
package standin

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"

	"onrecord/internal/loopback"
)

// Options says what kind of account the stand-in plays.
type Options struct {
	Region            string           // in error messages; "eu-west-1" where empty
	Identities        []string         // verified addresses and domains
	ConfigurationSets []string         // that a mail may name
	Sandbox           bool             // mail only to verified identities, 200 a day, 1 a second
	MaxPerSecond      float64          // MaxSendRate; 0: no limit, though GetAccount says 14 (in the sandbox, 1)
	MaxPerDay         float64          // Max24HourSend; 0: 50,000 (in the sandbox, 200); -1: no limit
	Terse             bool             // keep of a mail no more than its id, time, recipients and subject
	Now               func() time.Time // nil: time.Now
}

// Server is a running stand-in with its mailbox.
type Server struct {
	o        Options
	http     *http.Server
	routes   http.Handler
	endpoint string
	client   *awshttp.BuildableClient // of all clients, for its connections
	served   chan struct{}

	mu         sync.Mutex // guards what follows
	paused     bool
	identities []string
	list       *contactList // one an account, nil for none
	sent       []time.Time  // one an accepted recipient, of the last 24 hours
	hasty      int          // mails that came too fast
	listed     []time.Time  // calls of ListContacts
	messages   []Message
	onMessage  func(Message)
	faults     []Fault
	links      map[string]subscription // unsubscribe links by token
	serial     uint64
}

// Start serves SES on addr, a loopback address such as "127.0.0.1:0". An
// address that others could reach is refused.
func Start(addr string, o Options) (*Server, error) {
	listener, err := loopback.Listen(addr)
	if err != nil {
		return nil, fmt.Errorf("SES stand-in: %w", err)
	}
	s := newServer(o)
	s.endpoint = "http://" + listener.Addr().String()
	s.http = &http.Server{Handler: loopback.Handler(s), ReadHeaderTimeout: 10 * time.Second}
	go func() {
		defer close(s.served)
		_ = s.http.Serve(listener) // always http.ErrServerClosed, by Close
	}()
	return s, nil
}

func newServer(o Options) *Server {
	if o.Region == "" {
		o.Region = "eu-west-1"
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	s := &Server{
		o:          o,
		identities: append([]string(nil), o.Identities...),
		links:      map[string]subscription{},
		client:     awshttp.NewBuildableClient(),
		served:     make(chan struct{}),
	}
	s.routes = s.mux()
	return s
}

// Endpoint returns the server's URL, for AWS_ENDPOINT_URL_SESV2.
func (s *Server) Endpoint() string { return s.endpoint }

// Client returns a client of the server.
func (s *Server) Client(options ...func(*sesv2.Options)) *sesv2.Client {
	return sesv2.New(sesv2.Options{
		BaseEndpoint: aws.String(s.endpoint),
		Region:       s.o.Region,
		HTTPClient:   s.client,
		Credentials:  credentials.NewStaticCredentialsProvider("standin", "standin", ""),
	}, options...)
}

// Close stops the server.
func (s *Server) Close() error {
	err := s.http.Close()
	<-s.served
	return err
}

// mux names every operation that the stand-in has.
func (s *Server) mux() http.Handler {
	mux := http.NewServeMux()
	for pattern, handle := range map[string]func(*http.Request) (any, error){
		"POST /v2/email/outbound-emails":                           s.sendEmail,
		"GET /v2/email/account":                                    s.getAccount,
		"POST /v2/email/identities":                                s.createEmailIdentity,
		"GET /v2/email/identities/{identity}":                      s.getEmailIdentity,
		"POST /v2/email/contact-lists":                             s.createContactList,
		"GET /v2/email/contact-lists":                              s.listContactLists,
		"GET /v2/email/contact-lists/{list}":                       s.getContactList,
		"POST /v2/email/contact-lists/{list}/contacts":             s.createContact,
		"POST /v2/email/contact-lists/{list}/contacts/list":        s.listContacts,
		"GET /v2/email/contact-lists/{list}/contacts/{address}":    s.getContact,
		"PUT /v2/email/contact-lists/{list}/contacts/{address}":    s.updateContact,
		"DELETE /v2/email/contact-lists/{list}/contacts/{address}": s.deleteContact,
	} {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) { s.serve(w, r, handle) })
	}
	mux.HandleFunc("/v2/email/", func(w http.ResponseWriter, _ *http.Request) {
		refuse(w, &refusal{http.StatusNotFound, "UnknownOperationException", "The stand-in has no such operation."})
	})
	mux.HandleFunc("GET /unsubscribe/{token}", s.unsubscribePage)
	mux.HandleFunc("POST /unsubscribe/{token}", s.unsubscribe)
	return mux
}

// ServeHTTP answers one request to SES, or to an unsubscribe link.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.routes.ServeHTTP(w, r) }
