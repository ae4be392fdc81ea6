package metrics

// The metrics of ingest. The alarms and the dashboard of template.yaml name
// them.
const (
	Articles    = "Articles"    // uploads that were digested
	ArticleSize = "ArticleSize" // bytes of an upload
	Speakers    = "Speakers"    // speakers in a digest
	Rejections  = "Rejections"  // uploads that can't be digested, also by Reason
	Withdrawals = "Withdrawals" // articles that were deleted
	Retries     = "Retries"     // events that go back to Lambda

	// How long each stage of an upload took.
	FetchTime     = "FetchTime"     // from S3
	ParseTime     = "ParseTime"     // bytes to document
	ExtractTime   = "ExtractTime"   // document to article
	AttributeTime = "AttributeTime" // article to speakers
	SummarizeTime = "SummarizeTime" // article to summary
	StoreTime     = "StoreTime"     // to S3

	// Reason is the dimension of Rejections: the code of the rejection.
	Reason = "Reason"
)

// The metrics of deliver.
const (
	MailsSent        = "MailsSent"        // mails that the mail service took
	MailsRefused     = "MailsRefused"     // mails that it refused for good
	MailsUnconfirmed = "MailsUnconfirmed" // mails of which nobody knows, for the sender died
	Subscribers      = "Subscribers"      // recipients seen in a beat
	Stories          = "Stories"          // stories of an issue, once it is compiled
	SendRate         = "SendRate"         // mails a second of a beat that sent any
	BeatTime         = "BeatTime"         // how long a beat took
	QuotaReached     = "QuotaReached"     // beats that the daily quota held up
	AccountRefused   = "AccountRefused"   // beats that found the account paused or in the sandbox
	DigestsLeftOut   = "DigestsLeftOut"   // stored digests that can't be read
)
