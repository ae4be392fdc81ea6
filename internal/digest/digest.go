// Package digest makes the digest of one article, who said what in its own
// words, and reads and writes its stored JSON.
//
// Most callers want [Make], the whole way from uploaded bytes to a digest.
package digest

import (
	"fmt"
	"time"

	"onrecord/internal/article"
	"onrecord/internal/document"
	"onrecord/internal/speaker"
	"onrecord/internal/summary"
)

// Schema names the version of the stored JSON.
const Schema = "onrecord/digest/v1"

// Source says where an article came from. It is read once, from the S3 event
// and the object, and carried unchanged from there on.
type Source struct {
	Bucket      string    `json:"bucket"`
	Key         string    `json:"key"`  // decoded object key
	ETag        string    `json:"etag"` // without quotation marks
	VersionID   string    `json:"version_id"`
	ContentType string    `json:"content_type"`
	Size        int64     `json:"size"` // bytes
	ReceivedAt  time.Time `json:"received_at"`
}

// Digest is one article's headline, summary and speakers.
type Digest struct {
	Schema   string             `json:"schema"`
	ID       string             `json:"id"`
	Source   Source             `json:"source"`
	Topic    string             `json:"topic"`
	Article  article.Article    `json:"article"`
	Summary  []summary.Sentence `json:"summary"`
	Speakers []speaker.Speaker  `json:"speakers"`
}

// Make digests the uploaded bytes of src. Its errors are those of
// [document.Parse] and [article.Extract], named with the key.
func Make(src Source, raw []byte) (Digest, error) {
	doc, err := document.Parse(raw, document.Hint{Name: src.Key, ContentType: src.ContentType})
	if err != nil {
		return Digest{}, fmt.Errorf("parse %s: %w", src.Key, err)
	}
	a, err := article.Extract(doc)
	if err != nil {
		return Digest{}, fmt.Errorf("extract %s: %w", src.Key, err)
	}
	return New(src, a), nil
}

// New digests an article.
func New(src Source, a article.Article) Digest {
	return Digest{
		Schema:   Schema,
		ID:       ID(src.Bucket, src.Key, src.ETag),
		Source:   src,
		Topic:    Topic(src.Key),
		Article:  a,
		Summary:  summary.Of(a),
		Speakers: speaker.Find(a),
	}
}
