// Package text cuts running English text into paragraphs, sentences, words
// and quotations. Everything is a [Span] of UTF-8 byte offsets into the text
// it was found in, so that a finding can be proven by slicing.
package text

// Span is a half-open range of UTF-8 byte offsets, [Start, End), into a text.
// Both ends lie on rune borders.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Of returns the part of s that the span covers.
func (p Span) Of(s string) string { return s[p.Start:p.End] }

// Len returns the length in bytes.
func (p Span) Len() int { return p.End - p.Start }

// Contains reports whether q lies wholly within p.
func (p Span) Contains(q Span) bool { return p.Start <= q.Start && q.End <= p.End }

// Overlaps reports whether the two spans share at least one byte.
func (p Span) Overlaps(q Span) bool { return p.Start < q.End && q.Start < p.End }
