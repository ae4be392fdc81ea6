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
	// Speech is what was looked for: in other languages than English indirect
	// speech is not attempted.
	Speech speaker.Scope `json:"speech"`
}

// Stage is a part of the way from uploaded bytes to a digest.
type Stage int

// The stages, in their order.
const (
	Parse     Stage = iota // bytes to document
	Extract                // document to article
	Attribute              // article to speakers
	Summarize              // article to summary
)

// Make digests the uploaded bytes of src. Its errors are those of
// [document.Parse] and [article.Extract], named with the key.
func Make(src Source, raw []byte) (Digest, error) {
	return MakeStaged(src, raw, func(Stage) {})
}

// MakeStaged is [Make] for a caller with a clock: ended is called as each
// stage ends, the one that fails included.
func MakeStaged(src Source, raw []byte, ended func(Stage)) (Digest, error) {
	doc, err := document.Parse(raw, document.Hint{Name: src.Key, ContentType: src.ContentType})
	ended(Parse)
	if err != nil {
		return Digest{}, fmt.Errorf("parse %s: %w", src.Key, err)
	}
	a, err := article.Extract(doc)
	ended(Extract)
	if err != nil {
		return Digest{}, fmt.Errorf("extract %s: %w", src.Key, err)
	}
	return newStaged(src, a, ended), nil
}

// New digests an article.
func New(src Source, a article.Article) Digest { return newStaged(src, a, func(Stage) {}) }

func newStaged(src Source, a article.Article, ended func(Stage)) Digest {
	d := Digest{
		Schema:  Schema,
		ID:      ID(src.Bucket, src.Key, src.ETag),
		Source:  src,
		Topic:   Topic(src.Key),
		Article: a,
		Speech:  speaker.ScopeOf(a.Language),
	}
	d.Speakers = speaker.Find(a)
	ended(Attribute)
	d.Summary = summary.Of(a)
	ended(Summarize)
	return d
}
