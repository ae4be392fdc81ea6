package archive

import (
	"context"
	"iter"
	"strings"
	"time"
)

// Folders whose objects are sorted by day.
const (
	digests   = "digests/"
	rejected  = "rejected/"
	withdrawn = "withdrawn/"
)

// dayLayout sorts as time does, for the years 1 to 9999.
const dayLayout = "2006/01/02"

// day returns the UTC day of t. Years that dayLayout can't sort count as the
// first or the last that it can.
func day(t time.Time) string {
	t = t.UTC()
	switch {
	case t.Year() < 1:
		t = time.Time{}
	case t.Year() > 9999:
		t = time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)
	}
	return t.Format(dayLayout)
}

// dayKey returns the key of what happened at a time.
func dayKey(folder string, at time.Time, id string) string {
	return folder + day(at) + "/" + id + ".json"
}

// dayKeys yields the folder's keys of the days that the time after from, up
// to and including to, touches. It is one listing from the first day to the
// last, so that days without objects cost nothing. What has no day in its key
// is not the archive's and is passed over.
func (a *Archive) dayKeys(ctx context.Context, folder string, from, to time.Time) iter.Seq2[string, error] {
	first, last := day(from), day(to)
	return func(yield func(string, error) bool) {
		for key, err := range a.keys(ctx, folder, folder+first+"/") {
			if err != nil {
				yield("", err)
				return
			}
			name := strings.TrimPrefix(key, folder)
			of := name[:min(len(name), len(dayLayout))]
			if of > last {
				return
			}
			if _, err := time.Parse(dayLayout, of); err != nil || !strings.HasSuffix(name, ".json") {
				continue
			}
			if !yield(key, nil) {
				return
			}
		}
	}
}
