package mailer

import (
	"errors"
	"fmt"
	"net/http"
	"net/mail"
	"strings"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go"

	"onrecord/internal/email"
)

// kind is what follows from a failed send.
type kind int

const (
	throttled   kind = iota // not accepted; send again later
	paused                  // not accepted; nobody's mail is until somebody acts
	quota                   // not accepted; nobody's mail is for some hours
	refused                 // not accepted; never will be, for this recipient
	unconfirmed             // may have been accepted; never send again
)

// outcome sorts the error of a SendEmail. left says whether a connection to
// SES was had, without which nothing can have been accepted.
//
// The sender's and the recipient's addresses are told apart in what SES says.
// Where the table has no line for an error it is unconfirmed: the mail may
// have gone out, and the promise is that nobody gets two copies.
func outcome(err error, left bool, from, to string) error {
	k := unconfirmed
	var api smithy.APIError
	switch {
	case errors.As(err, &api):
		k = answered(api.ErrorCode(), api.ErrorMessage(), status(err), from, to)
	case !left:
		// No name was resolved, no connection made, no credentials had: the
		// request never left this machine.
		k = throttled
	case status(err) == http.StatusTooManyRequests, status(err) == http.StatusServiceUnavailable:
		k = throttled // as below, from a proxy that has no codes
	}
	switch k {
	case throttled:
		return fmt.Errorf("%w: %w", email.ErrThrottled, err)
	case paused:
		return fmt.Errorf("%w: %w", email.ErrPaused, err)
	case quota:
		return fmt.Errorf("%w: %w", email.ErrQuota, err)
	case refused:
		return &email.RefusedError{Reason: reason(api)}
	default:
		return fmt.Errorf("%w: %w", email.ErrUnconfirmed, err)
	}
}

// answered is the table of what SES says. Each line has its reason.
func answered(code, message string, status int, from, to string) kind {
	says := strings.ToLower(message)
	switch code {
	case "TooManyRequestsException", "ThrottlingException", "Throttling", "LimitExceededException":
		if strings.Contains(says, "daily") {
			return quota // the day's is used up; waiting a second won't help
		}
		return throttled // faster than MaxSendRate; SES has not looked at the mail
	case "ServiceUnavailable", "ServiceUnavailableException", "SlowDown", "RequestThrottled":
		return throttled // shed by the front before anything acted on it
	case "SendingPausedException", "AccountSuspendedException":
		return paused // by the owner or by AWS, for the account or the configuration set
	case "MailFromDomainNotVerifiedException":
		return paused // the sender's domain is not set up
	case "NotFoundException":
		return paused // the contact list or configuration set; the same for everybody
	case "AccessDeniedException", "UnrecognizedClientException", "InvalidClientTokenId", "InvalidSignatureException",
		"SignatureDoesNotMatch", "IncompleteSignature", "MissingAuthenticationToken", "OptInRequired",
		"ExpiredTokenException", "ExpiredToken", "RequestExpired", "InvalidToken":
		return paused // permission or credentials; the same for everybody
	case "MessageRejected":
		return rejected(says, from)
	case "BadRequestException", "ValidationException", "InvalidParameterValue":
		if aboutSetup(strings.ReplaceAll(says, strings.ToLower(to), "")) {
			return paused // the same for everybody
		}
		return refused // the address is all in which requests differ
	case "InternalServiceErrorException", "InternalFailure", "InternalServerError":
		return unconfirmed // may come after the mail was queued
	}
	switch {
	case status == http.StatusTooManyRequests, status == http.StatusServiceUnavailable:
		return throttled // as above, under a name not met before
	case status == http.StatusUnauthorized, status == http.StatusForbidden:
		return paused // likewise
	case 400 <= status && status < 500:
		return refused // a fault of the request is found before anything acts on it
	default:
		return unconfirmed // any other 5xx may come after the mail was queued
	}
}

// rejected sorts what SES rejects by the parties to a mail.
func rejected(says, from string) kind {
	if !strings.Contains(says, "not verified") {
		return refused // the address, or what a virus scanner says of this copy
	}
	if a, err := mail.ParseAddress(from); err == nil {
		from = a.Address
	}
	if strings.Contains(says, strings.ToLower(from)) {
		return paused // the sender is not verified; the same for everybody
	}
	return refused // in the sandbox, the recipient is not verified
}

// aboutSetup reports whether SES complains of what every mail has in common.
func aboutSetup(says string) bool {
	for _, shared := range []string{"contact list", "list management", "topic", "configuration set", "template", "tenant", "reply-to", "replyto", "source", "from address", "subject"} {
		if strings.Contains(says, shared) {
			return true
		}
	}
	return false
}

func status(err error) int {
	var answer *awshttp.ResponseError
	if !errors.As(err, &answer) {
		return 0
	}
	return answer.HTTPStatusCode()
}

// reason returns SES's own words, or its code where it has none.
func reason(api smithy.APIError) string {
	if message := api.ErrorMessage(); message != "" {
		return message
	}
	return api.ErrorCode()
}
