package mailer

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"onrecord/internal/email"
)

// answer wraps an error as the SDK does one that came with an HTTP answer.
func answer(status int, err error) error {
	return &smithy.OperationError{ServiceID: "SESv2", OperationName: "SendEmail", Err: &awshttp.ResponseError{
		ResponseError: &smithyhttp.ResponseError{
			Response: &smithyhttp.Response{Response: &http.Response{StatusCode: status}}, Err: err,
		},
	}}
}

func says(code, message string) error {
	return &smithy.GenericAPIError{Code: code, Message: message}
}

var errRefused = errors.New("an *email.RefusedError")

func TestOutcome(t *testing.T) {
	const left, stayed = true, false
	unverified := "Email address is not verified. The following identities failed the check in region EU-WEST-1: "
	wrapped := "wrapped"
	for _, c := range []struct {
		name string
		err  error
		left bool
		want error
	}{
		{"rate", answer(429, &types.TooManyRequestsException{}), left, email.ErrThrottled},
		{"rate, in words", answer(429, says("TooManyRequestsException", "Maximum sending rate exceeded.")), left, email.ErrThrottled},
		{"rate, wrapped twice", fmt.Errorf("a: %w", fmt.Errorf("b: %w", answer(429, &types.TooManyRequestsException{}))), left, email.ErrThrottled},
		{"rate, of the front", answer(400, says("ThrottlingException", "Rate exceeded")), left, email.ErrThrottled},
		{"limit", answer(400, &types.LimitExceededException{}), left, email.ErrThrottled},
		{"daily quota", answer(429, says("TooManyRequestsException", "Daily message quota exceeded.")), left, email.ErrQuota},
		{"daily quota, as a limit", answer(400, says("LimitExceededException", "daily quota")), left, email.ErrQuota},
		{"shed", answer(503, says("ServiceUnavailable", "")), left, email.ErrThrottled},
		{"shed, unknown name", answer(503, says("New", "")), left, email.ErrThrottled},
		{"shed by a proxy", answer(503, errors.New("not JSON")), left, email.ErrThrottled},
		{"paused", answer(400, &types.SendingPausedException{}), left, email.ErrPaused},
		{"suspended", answer(400, &types.AccountSuspendedException{}), left, email.ErrPaused},
		{"domain", answer(400, &types.MailFromDomainNotVerifiedException{}), left, email.ErrPaused},
		{"list", answer(404, &types.NotFoundException{}), left, email.ErrPaused},
		{"topic", answer(400, says("BadRequestException", "Topic: x doesn't exist in list: y")), left, email.ErrPaused},
		{"permission", answer(403, says("AccessDeniedException", "")), left, email.ErrPaused},
		{"credentials", answer(403, says("ExpiredTokenException", "")), left, email.ErrPaused},
		{"forbidden, unknown name", answer(403, says("New", "")), left, email.ErrPaused},
		{"sender", answer(400, says("MessageRejected", unverified+"Digest@example.com")), left, email.ErrPaused},
		{"sender and recipient", answer(400, says("MessageRejected", unverified+"digest@example.com, ada@example.org")), left, email.ErrPaused},
		{"recipient in the sandbox", answer(400, says("MessageRejected", unverified+"ada@example.org")), left, errRefused},
		{"address", answer(400, says("BadRequestException", "Missing final '@domain'")), left, errRefused},
		{"address of a word", answer(400, says("BadRequestException", "Illegal address: 'topic@example.org'")), left, errRefused},
		{"rejected", answer(400, &types.MessageRejected{Message: &wrapped}), left, errRefused},
		{"rejected, wrapped", fmt.Errorf("a: %w", answer(400, &types.MessageRejected{})), left, errRefused},
		{"client's fault, unknown name", answer(400, says("New", "")), left, errRefused},
		{"server's fault", answer(500, &types.InternalServiceErrorException{}), left, email.ErrUnconfirmed},
		{"server's fault, unknown name", answer(500, says("New", "")), left, email.ErrUnconfirmed},
		{"bad gateway", answer(502, errors.New("not JSON")), left, email.ErrUnconfirmed},
		{"gateway timeout", answer(504, errors.New("not JSON")), left, email.ErrUnconfirmed},
		{"accepted, answer garbled", answer(200, &smithy.DeserializationError{Err: errors.New("EOF")}), left, email.ErrUnconfirmed},
		{"connection reset", &smithyhttp.RequestSendError{Err: errors.New("reset")}, left, email.ErrUnconfirmed},
		{"deadline", &smithyhttp.RequestSendError{Err: context.DeadlineExceeded}, left, email.ErrUnconfirmed},
		{"no connection", &smithyhttp.RequestSendError{Err: errors.New("refused")}, stayed, email.ErrThrottled},
		{"cancelled before it left", context.Canceled, stayed, email.ErrThrottled},
		{"something else", errors.New("?"), left, email.ErrUnconfirmed},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := outcome(c.err, c.left, "On Record <digest@example.com>", "Topic@example.org")
			if c.want == errRefused {
				var refused *email.RefusedError
				if !errors.As(got, &refused) || refused.Reason == "" {
					t.Fatalf("outcome(%v) = %v, want a RefusedError with a reason", c.err, got)
				}
				return
			}
			for _, kind := range []error{email.ErrThrottled, email.ErrPaused, email.ErrQuota, email.ErrUnconfirmed} {
				if errors.Is(got, kind) != (kind == c.want) {
					t.Errorf("outcome(%v) = %v, want %v alone", c.err, got, c.want)
				}
			}
			if !errors.Is(got, c.err) {
				t.Errorf("outcome(%v) = %v, which hides the cause", c.err, got)
			}
		})
	}
}

// TestPace checks the pace that SES allows, which is the default. A process
// that is started anew has to keep it to the last call of the one before.
func TestPace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		pace := New(nil, Options{}).o.Pace
		for n := 1; n <= 5; n++ {
			if err := pace(t.Context()); err != nil {
				t.Fatal(err)
			}
			if got := time.Since(began); got < time.Duration(n)*time.Second {
				t.Errorf("call %d came %v after the start", n, got)
			}
		}
	})
}

func FuzzAttributes(f *testing.F) {
	for _, s := range []string{
		"", "{}", "[]", "null", `{"name":"Ada","timezone":"Asia/Tokyo","hour":7,"topics":["world"]}`,
		`{"hour":"7"}`, `{"hour":1e1}`, `{"hour":99999999999999999999}`, `{"timezone":"../../etc/passwd"}`, `{"name":"\u0000"}`, "{\"name\":\"\xff\"}",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		a := attributes(data)
		if a.Hour < -1 || a.Hour > 23 {
			t.Errorf("hour %d", a.Hour)
		}
		if len(a.Name) > maxName {
			t.Errorf("a name of %d bytes", len(a.Name))
		}
	})
}
