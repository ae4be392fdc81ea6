package mailer

import (
	"net/http"
	"time"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
)

// connections is how many connections to SES are kept open: as many as mails
// are in flight at most. Go's own default of two would open one for nearly
// every mail.
const connections = 128

// HTTPClient returns a client for SES.
//
// An idle connection is given up after a few seconds, well before SES or
// anything between would: between two beats the function is frozen, and a mail
// written to a connection that died meanwhile would be one of which nobody
// knows whether it arrived.
func HTTPClient() *awshttp.BuildableClient {
	return awshttp.NewBuildableClient().WithTransportOptions(func(t *http.Transport) {
		t.MaxIdleConns = connections
		t.MaxIdleConnsPerHost = connections
		t.IdleConnTimeout = 5 * time.Second
	})
}
