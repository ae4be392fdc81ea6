package standin

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

// refusal is an error of the service, as it goes over the wire.
type refusal struct {
	status  int
	code    string // SES's name for it
	message string
}

func (r *refusal) Error() string { return r.code + ": " + r.message }

func badRequest(format string, args ...any) error {
	return &refusal{http.StatusBadRequest, "BadRequestException", fmt.Sprintf(format, args...)}
}

func notFound(format string, args ...any) error {
	return &refusal{http.StatusNotFound, "NotFoundException", fmt.Sprintf(format, args...)}
}

func alreadyExists(format string, args ...any) error {
	return &refusal{http.StatusBadRequest, "AlreadyExistsException", fmt.Sprintf(format, args...)}
}

func tooMany(message string) error {
	return &refusal{http.StatusTooManyRequests, "TooManyRequestsException", message}
}

// maxRequest bounds a request: the largest message, base64 and JSON around it.
const maxRequest = 64 << 20

// serve answers a request with what handle returns, as JSON.
func (s *Server) serve(w http.ResponseWriter, r *http.Request, handle func(*http.Request) (any, error)) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxRequest))
	if err != nil {
		refuse(w, &refusal{http.StatusRequestEntityTooLarge, "BadRequestException", "Request is too large."})
		return
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	answer, err := handle(r)
	if err != nil {
		refuse(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(answer) // the client may have gone
}

// refuse answers with an error.
func refuse(w http.ResponseWriter, err error) {
	if errors.Is(err, errDrop) {
		panic(http.ErrAbortHandler) // net/http's way to drop the connection
	}
	var known *refusal
	if !errors.As(err, &known) {
		known = &refusal{http.StatusInternalServerError, "InternalServiceErrorException", err.Error()}
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("X-Amzn-ErrorType", known.code)
	w.WriteHeader(known.status)
	_ = json.NewEncoder(w).Encode(map[string]string{"message": known.message}) // the client may have gone
}

// decode reads a request's JSON.
func decode[T any](r *http.Request) (T, error) {
	var in T
	err := json.NewDecoder(r.Body).Decode(&in)
	if err != nil && !errors.Is(err, io.EOF) {
		return in, &refusal{http.StatusBadRequest, "SerializationException", err.Error()}
	}
	return in, nil
}

// empty is the answer that says no more than that it is done.
type empty struct{}

// epoch is a time as the protocol writes it: seconds since 1970.
type epoch time.Time

// MarshalJSON implements [json.Marshaler].
func (e epoch) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "%.3f", float64(time.Time(e).UnixMilli())/1000), nil
}
