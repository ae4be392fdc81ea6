package digest

// RejectionSchema names the version of a rejection's stored JSON.
const RejectionSchema = "onrecord/rejection/v1"

// Reason is the code of a rejection, for machines.
type Reason string

// Rejection says why an upload has no digest and never will.
type Rejection struct {
	Schema string `json:"schema"`
	ID     string `json:"id"` // as the digest's would have been
	Source Source `json:"source"`
	Reason Reason `json:"reason"`
	Detail string `json:"detail"` // one plain sentence for the uploader
}
