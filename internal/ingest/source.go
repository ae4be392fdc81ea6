package ingest

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/aws/aws-lambda-go/events"

	"onrecord/internal/digest"
)

// source reads the provenance of an upload from its event. Keys in S3
// notifications are URL-encoded as form values, so "+" is a space.
func source(r events.S3EventRecord) (digest.Source, error) {
	key, err := url.QueryUnescape(r.S3.Object.Key)
	if err != nil {
		return digest.Source{}, fmt.Errorf("event %s: key %q: %w", r.EventName, r.S3.Object.Key, err)
	}
	if r.S3.Bucket.Name == "" || key == "" || r.EventTime.IsZero() {
		return digest.Source{}, fmt.Errorf("event %s: bucket %q, key %q, time %v: incomplete",
			r.EventName, r.S3.Bucket.Name, key, r.EventTime)
	}
	return digest.Source{
		Bucket:     r.S3.Bucket.Name,
		Key:        key,
		ETag:       strings.Trim(r.S3.Object.ETag, `"`),
		VersionID:  r.S3.Object.VersionID,
		Size:       r.S3.Object.Size,
		ReceivedAt: r.EventTime.UTC(),
	}, nil
}
