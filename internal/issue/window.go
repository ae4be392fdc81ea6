package issue

import (
	"fmt"
	"strings"
	"time"
)

// Window is the time whose digests an issue holds: after From, up to and
// including To.
type Window struct {
	From time.Time `json:"from"`
	To   time.Time `json:"to"`
}

// idTime is a cut-off in an issue's id, always in UTC: without characters
// that a key or a shell would need quoted, and sorting as time does.
const idTime = "20060102T1504Z"

// ID names the window, 20261122T0600Z-20261123T0600Z, in UTC: the folder of
// the issue under issues/. Ids sort as their windows do.
func (w Window) ID() string {
	return w.From.UTC().Format(idTime) + "-" + w.To.UTC().Format(idTime)
}

// Contains reports whether t lies after From and not after To.
func (w Window) Contains(t time.Time) bool {
	return t.After(w.From) && !t.After(w.To)
}

// ParseID is the inverse of [Window.ID].
func ParseID(id string) (Window, error) {
	from, to, found := strings.Cut(id, "-")
	if !found {
		return Window{}, fmt.Errorf("parse issue id %q: want two times with a hyphen between", id)
	}
	var w Window
	var err error
	if w.From, err = time.Parse(idTime, from); err != nil {
		return Window{}, fmt.Errorf("parse issue id %q: %w", id, err)
	}
	if w.To, err = time.Parse(idTime, to); err != nil {
		return Window{}, fmt.Errorf("parse issue id %q: %w", id, err)
	}
	if w.ID() != id {
		return Window{}, fmt.Errorf("parse issue id %q: not as written by ID", id)
	}
	return w, nil
}
