package document

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

const (
	maxJSONDepth  = 100
	maxJSONValues = 300_000 // an article has a few hundred
)

// parseJSON reads an article as feeds and archives store it: schema.org, ninjs
// or the API of a content system. Other JSON is unsupported.
func parseJSON(s string) (*Document, error) {
	j := &jsonReader{dec: json.NewDecoder(strings.NewReader(s))}
	v, err := j.value(0)
	if err != nil {
		return nil, err
	}
	item := findArticle(v, 0)
	if item == nil {
		return nil, &UnsupportedError{"application/json"}
	}
	return item.document()
}

// jsonReader reads JSON token by token, so that its size in memory can be
// bounded: ten megabytes of empty objects take half a gigabyte otherwise.
type jsonReader struct {
	dec    *json.Decoder
	values int
}

// value reads one value: nil, bool, float64, string, []any or object.
func (j *jsonReader) value(depth int) (any, error) {
	t, err := j.dec.Token()
	if err != nil {
		return nil, j.broken(err)
	}
	return j.rest(t, depth)
}

// rest reads the value that begins with t.
func (j *jsonReader) rest(t json.Token, depth int) (any, error) {
	if j.values++; j.values > maxJSONValues {
		return nil, fmt.Errorf("%w: more than %d JSON values", ErrTooLarge, maxJSONValues)
	}
	open, ok := t.(json.Delim)
	if !ok {
		return t, nil
	}
	if depth > maxJSONDepth {
		return nil, j.broken(fmt.Errorf("more than %d levels deep", maxJSONDepth))
	}
	var list []any
	o := object{}
	for j.dec.More() {
		key := ""
		if open == '{' {
			t, err := j.dec.Token()
			if err != nil {
				return nil, j.broken(err)
			}
			key, _ = t.(string)
		}
		v, err := j.value(depth + 1)
		if err != nil {
			return nil, err
		}
		if open == '{' {
			o[key] = v
		} else {
			list = append(list, v)
		}
	}
	if _, err := j.dec.Token(); err != nil {
		return nil, j.broken(err)
	}
	if open == '{' {
		return o, nil
	}
	return list, nil
}

func (j *jsonReader) broken(err error) error {
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return &SyntaxError{Format: JSON, Offset: int(j.dec.InputOffset()), Err: err}
}

// object is a JSON object.
type object map[string]any

// findArticle returns the object that is an article, the first in the order
// of the file; nil for none.
func findArticle(v any, depth int) object {
	if depth > 8 {
		return nil
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			if o := findArticle(item, depth+1); o != nil {
				return o
			}
		}
	case object:
		if v.isArticle() {
			return v
		}
		for _, key := range [...]string{"@graph", "mainEntity", "item", "items", "itemListElement", "article", "articles", "data", "results", "response", "posts", "entry", "entries", "docs", "associations"} {
			if o := findArticle(v[key], depth+1); o != nil {
				return o
			}
		}
	}
	return nil
}
