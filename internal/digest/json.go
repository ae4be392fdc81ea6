package digest

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"onrecord/internal/speaker"
	"onrecord/internal/summary"
)

// JSONSchema is the JSON Schema (2020-12) of a stored digest.
//
//go:embed digest.schema.json
var JSONSchema []byte

// Encode writes d as one line of JSON. Empty lists are written as [], never
// as null, and no character is escaped that JSON does not ask for.
func (d Digest) Encode(w io.Writer) error {
	d.Article.Byline = list(d.Article.Byline)
	d.Summary = list(d.Summary)
	d.Speakers = append([]speaker.Speaker{}, d.Speakers...)
	for i := range d.Speakers {
		d.Speakers[i].Roles = list(d.Speakers[i].Roles)
		d.Speakers[i].Positions = list(d.Speakers[i].Positions)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(d); err != nil {
		return fmt.Errorf("encode digest %s: %w", d.ID, err)
	}
	return nil
}

func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// ErrInvalid reports stored bytes that are no digest of this schema. Reading
// them again gives the same answer.
var ErrInvalid = errors.New("invalid digest")

// Decode reads what [Digest.Encode] wrote. It refuses another schema and any
// span that does not lie in the text or does not say what it claims to: a
// digest that was tampered with is not mailed. The error wraps [ErrInvalid],
// unless it is r's own.
func Decode(r io.Reader) (Digest, error) {
	raw, err := io.ReadAll(r)
	if err != nil {
		return Digest{}, fmt.Errorf("read digest: %w", err)
	}
	var d Digest
	if err := json.Unmarshal(raw, &d); err != nil {
		return Digest{}, fmt.Errorf("%w: %v", ErrInvalid, err)
	}
	if d.Schema != Schema {
		return Digest{}, fmt.Errorf("%w: schema %q, want %q", ErrInvalid, d.Schema, Schema)
	}
	if err := d.verify(); err != nil {
		return Digest{}, fmt.Errorf("%w: %s: %v", ErrInvalid, d.ID, err)
	}
	return d, nil
}

func (d Digest) verify() error {
	for _, s := range d.Summary {
		if err := d.verbatim(s); err != nil {
			return err
		}
	}
	for _, s := range d.Speakers {
		for _, p := range s.Positions {
			if err := d.verbatim(summary.Sentence{Text: p.Text, Span: p.Span}); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d Digest) verbatim(s summary.Sentence) error {
	t := d.Article.Text
	if s.Start < 0 || s.End < s.Start || s.End > len(t) || t[s.Start:s.End] != s.Text {
		return fmt.Errorf("bytes %d to %d of the text are not the words stored", s.Start, s.End)
	}
	return nil
}
