package local

import (
	"net/url"
	"time"

	"github.com/aws/aws-lambda-go/events"

	"onrecord/internal/archive/embedded"
)

// event writes a change as the notification that S3 sends for it, with the
// key encoded as S3 does and the time of the local run's clock.
func event(c embedded.Change, at time.Time) events.S3Event {
	return events.S3Event{Records: []events.S3EventRecord{{
		EventVersion: "2.1",
		EventSource:  "aws:s3",
		AWSRegion:    region,
		EventTime:    at.UTC().Truncate(time.Millisecond),
		EventName:    c.Event,
		S3: events.S3Entity{
			SchemaVersion: "1.0",
			Bucket:        events.S3Bucket{Name: c.Bucket, Arn: "arn:aws:s3:::" + c.Bucket},
			Object: events.S3Object{
				Key:       url.QueryEscape(c.Key),
				Size:      c.Size,
				ETag:      c.ETag,
				VersionID: c.VersionID,
				Sequencer: c.Sequencer,
			},
		},
	}}}
}
