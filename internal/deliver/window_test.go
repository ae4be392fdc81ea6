package deliver

import (
	"testing"
	"time"

	"onrecord/internal/issue"
)

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func instant(t *testing.T, s string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, s)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func TestWindow(t *testing.T) {
	tests := []struct {
		desc, zone string
		hour       int
		at, last   string // last: where the last issue ended, empty for none
		from, to   string
	}{
		{"the first issue is of one day", "UTC", 7, "2026-11-23T07:00:00Z", "", "2026-11-22T07:00:00Z", "2026-11-23T07:00:00Z"},
		{"a moment before the cut it is yesterday's", "UTC", 7, "2026-11-23T06:59:59Z", "", "2026-11-21T07:00:00Z", "2026-11-22T07:00:00Z"},
		{"a zone ahead of UTC", "Pacific/Auckland", 7, "2026-11-23T00:00:00Z", "", "2026-11-21T18:00:00Z", "2026-11-22T18:00:00Z"},
		{"the spring day of 23 hours", "Europe/Berlin", 7, "2026-03-29T05:00:00Z", "", "2026-03-28T06:00:00Z", "2026-03-29T05:00:00Z"},
		{"the autumn day of 25 hours", "Europe/Berlin", 7, "2026-10-25T06:30:00Z", "", "2026-10-24T05:00:00Z", "2026-10-25T06:00:00Z"},
		{"an hour that spring leaves out", "Europe/Berlin", 2, "2026-03-29T12:00:00Z", "", "2026-03-28T01:00:00Z", "2026-03-29T01:00:00Z"},
		{"a leap day", "UTC", 0, "2028-02-29T00:00:00Z", "", "2028-02-28T00:00:00Z", "2028-02-29T00:00:00Z"},
		{"it goes on where the last issue ended", "UTC", 7, "2026-11-23T07:15:00Z", "2026-11-22T07:00:00Z", "2026-11-22T07:00:00Z", "2026-11-23T07:00:00Z"},
		{"one catch-up issue after a pause of three days", "UTC", 7, "2026-11-23T07:15:00Z", "2026-11-20T07:00:00Z", "2026-11-20T07:00:00Z", "2026-11-23T07:00:00Z"},
		{"a week at most after a long pause", "UTC", 7, "2026-11-23T07:15:00Z", "2026-06-01T07:00:00Z", "2026-11-16T07:00:00Z", "2026-11-23T07:00:00Z"},
		{"nothing is due twice", "UTC", 7, "2026-11-23T09:00:00Z", "2026-11-23T07:00:00Z", "2026-11-23T07:00:00Z", "2026-11-23T07:00:00Z"},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			d := &Deliverer{Zone: zone(t, tt.zone), Hour: tt.hour}
			var last issue.Window
			if tt.last != "" {
				last.To = instant(t, tt.last)
			}
			got := d.window(instant(t, tt.at), last)
			want := issue.Window{From: instant(t, tt.from), To: instant(t, tt.to)}
			if !got.From.Equal(want.From) || !got.To.Equal(want.To) {
				t.Errorf("window(%s) = %s, want %s", tt.at, got.ID(), want.ID())
			}
		})
	}
}

// TestCutOffEveryHourOfAYear holds that cut-offs come once for every calendar
// day, whatever the clocks do, and never after the time that asks.
func TestCutOffEveryHourOfAYear(t *testing.T) {
	for _, name := range []string{"UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Cairo", "America/Santiago"} {
		d := &Deliverer{Zone: zone(t, name), Hour: 2}
		var last time.Time
		for at := instant(t, "2027-12-31T00:00:00Z"); at.Before(instant(t, "2028-12-31T00:00:00Z")); at = at.Add(30 * time.Minute) {
			cut := d.cutOff(at, 0)
			if cut.After(at) || at.Sub(cut) > 26*time.Hour {
				t.Fatalf("%s: cutOff(%v) = %v", name, at, cut)
			}
			if !last.IsZero() && !cut.Equal(last) && cut.YearDay() != last.AddDate(0, 0, 1).YearDay() {
				t.Fatalf("%s: the cut-off %v follows %v, want one every calendar day", name, cut, last)
			}
			last = cut
		}
	}
}
