package standin

import (
	"errors"
	"net/http"
)

// Fault is what goes wrong with one SendEmail.
type Fault struct {
	// Kind is how it goes wrong.
	Kind FaultKind
	// Reached, where not nil, is called when the request has come.
	Reached func()
	// Until, where not nil, has the answer wait until it is closed or the
	// client has gone.
	Until <-chan struct{}
}

// FaultKind is a way in which SendEmail goes wrong.
type FaultKind int

// The kinds of fault.
const (
	None        FaultKind = iota // nothing but the wait
	Throttle                     // 429, the mail is not accepted
	Unavailable                  // 503, the mail is not accepted
	FailAfter                    // the mail is accepted, and then 500
	DropBefore                   // the connection is dropped, the mail is not accepted
	DropAfter                    // the mail is accepted, and the connection dropped
)

// errDrop has the connection dropped without an answer.
var errDrop = errors.New("drop the connection")

// Inject has the next calls of SendEmail go wrong, one fault each, in order.
func (s *Server) Inject(faults ...Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, faults...)
}

// fault takes the fault of this call, and waits if it says so.
func (s *Server) fault(r *http.Request) FaultKind {
	s.mu.Lock()
	if len(s.faults) == 0 {
		s.mu.Unlock()
		return None
	}
	f := s.faults[0]
	s.faults = s.faults[1:]
	s.mu.Unlock()
	if f.Reached != nil {
		f.Reached()
	}
	if f.Until != nil {
		select {
		case <-f.Until:
		case <-r.Context().Done():
		}
	}
	return f.Kind
}

// before returns what a fault answers without looking at the mail.
func (f FaultKind) before() error {
	switch f {
	case Throttle:
		return tooMany("Maximum sending rate exceeded.")
	case Unavailable:
		return &refusal{http.StatusServiceUnavailable, "ServiceUnavailable", "Service Unavailable"}
	case DropBefore:
		return errDrop
	default:
		return nil
	}
}

// after returns what a fault answers once the mail is accepted.
func (f FaultKind) after() error {
	switch f {
	case FailAfter:
		return &refusal{http.StatusInternalServerError, "InternalServiceErrorException", "Internal Error"}
	case DropAfter:
		return errDrop
	default:
		return nil
	}
}
