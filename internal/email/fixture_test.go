package email

import "onrecord/internal/email/emailtest"

var fixtureOptions = Options{
	Title:          "Daily Digest",
	Hour:           7,
	PostalAddress:  "Example Publishing, 1 Example Street, 1000 AA Amsterdam",
	UnsubscribeURL: Unsubscribe,
	WebBaseURL:     "https://digest.example.com",
}

// The parts that the tests make issues of.
var (
	fixture  = emailtest.Issue
	from     = emailtest.From
	tells    = emailtest.Tells
	says     = emailtest.Says
	stated   = emailtest.Stated
	direct   = emailtest.Direct
	indirect = emailtest.Indirect
	mixed    = emailtest.Mixed
	in       = emailtest.In
)
