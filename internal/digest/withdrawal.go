package digest

import "time"

// Withdrawal says that an article was deleted: digests of the same bucket and
// key that were received no later than At go into no issue compiled after it.
type Withdrawal struct {
	Bucket string    `json:"bucket"`
	Key    string    `json:"key"`
	At     time.Time `json:"at"`
}
