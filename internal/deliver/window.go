package deliver

import (
	"time"

	"onrecord/internal/issue"
)

// longest is how far back a window may reach after a pause of the stack: one
// catch-up issue holds a week at most.
const longest = 7 * 24 * time.Hour

// window returns the window that is due at a time: from where the last issue
// ended to the latest cut-off. It is empty (From equals To, or lies after it)
// where the last issue reaches that far already. Without a last issue the
// window is the day before the cut-off.
func (d *Deliverer) window(at time.Time, last issue.Window) issue.Window {
	cutOff := d.cutOff(at, 0)
	from := last.To
	if from.IsZero() {
		from = d.cutOff(at, -1)
	}
	if oldest := cutOff.Add(-longest); from.Before(oldest) {
		from = oldest
	}
	return issue.Window{From: from.UTC(), To: cutOff.UTC()}
}

// cutOff returns the latest cut-off that is not after at, moved by days. It is
// reckoned in calendar days, so that a day of 23 or 25 hours has exactly one.
func (d *Deliverer) cutOff(at time.Time, days int) time.Time {
	local := at.In(d.Zone)
	on := func(days int) time.Time {
		return time.Date(local.Year(), local.Month(), local.Day()+days, d.Hour, 0, 0, 0, d.Zone)
	}
	if on(0).After(at) {
		days--
	}
	return on(days)
}

// NextCutOff returns the first cut-off after a time.
func (d *Deliverer) NextCutOff(after time.Time) time.Time { return d.cutOff(after, 1) }
