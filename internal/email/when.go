package email

import (
	"fmt"
	"time"

	"onrecord/internal/issue"
)

// date is the day on the mail's head.
func date(t time.Time, zone *time.Location) string {
	return t.In(zone).Format("Monday, January 2, 2006")
}

// published says when an article appeared, in the reader's timezone: its own
// date where it has one, or else when it came in. The year is only said where
// it is not the mail's.
func published(written string, received, now time.Time, zone *time.Location) string {
	if t, err := time.Parse(time.RFC3339, written); err == nil {
		return day(t.In(zone), now.In(zone)) + t.In(zone).Format(", 3:04 PM MST")
	}
	if t, err := time.Parse(time.DateOnly, written); err == nil {
		return day(t, now.In(zone))
	}
	if received.IsZero() {
		return ""
	}
	return "received " + day(received.In(zone), now.In(zone)) + received.In(zone).Format(", 3:04 PM MST")
}

func day(t, now time.Time) string {
	if t.Year() == now.Year() {
		return t.Format("Jan 2")
	}
	return t.Format("Jan 2, 2006")
}

// earlier names the issue that had a story before.
func earlier(f issue.Follows, now time.Time, zone *time.Location) string {
	cut, err := time.Parse(time.DateOnly, f.Date)
	switch {
	case f.Days == 0:
		return "an earlier issue of today"
	case f.Days == 1:
		return "yesterday’s issue"
	case err != nil || f.Days < 0:
		return "an earlier issue"
	case f.Days < 7:
		return cut.Format("Monday") + "’s issue"
	}
	return "the issue of " + day(cut, now.In(zone))
}

// clock is the hour of the day at which a mail is due.
func clock(hour int) string {
	return time.Date(2000, 1, 1, hour, 0, 0, 0, time.UTC).Format("3:04 PM")
}

// count is a number and what there are, with a plural s but for one.
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
