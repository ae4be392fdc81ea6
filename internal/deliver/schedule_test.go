package deliver

import (
	"testing"
	"time"

	"onrecord/internal/issue"
	"onrecord/internal/subscriber"
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
	if s == "" {
		return time.Time{}
	}
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
		last, at   string // the round
		from, to   string // empty where nothing is due
	}{
		{"a day", "UTC", 7, "2026-11-23T06:59:00Z", "2026-11-23T07:00:00Z", "2026-11-22T07:00:00Z", "2026-11-23T07:00:00Z"},
		{"a moment before the cut nothing is due", "UTC", 7, "2026-11-22T07:00:00Z", "2026-11-23T06:59:59Z", "", ""},
		{"nothing is due twice", "UTC", 7, "2026-11-23T07:00:00Z", "2026-11-23T09:00:00Z", "", ""},
		{"a zone ahead of UTC", "Pacific/Auckland", 7, "2026-11-22T12:00:00Z", "2026-11-22T18:15:00Z", "2026-11-21T18:00:00Z", "2026-11-22T18:00:00Z"},
		{"a zone a quarter of an hour off", "Asia/Kathmandu", 7, "2026-11-23T01:00:00Z", "2026-11-23T01:15:00Z", "2026-11-22T01:15:00Z", "2026-11-23T01:15:00Z"},
		{"the spring day of 23 hours", "Europe/Berlin", 7, "2026-03-29T04:45:00Z", "2026-03-29T05:00:00Z", "2026-03-28T06:00:00Z", "2026-03-29T05:00:00Z"},
		{"the autumn day of 25 hours", "Europe/Berlin", 7, "2026-10-25T05:45:00Z", "2026-10-25T06:30:00Z", "2026-10-24T05:00:00Z", "2026-10-25T06:00:00Z"},
		{"an hour that spring leaves out", "Europe/Berlin", 2, "2026-03-29T00:45:00Z", "2026-03-29T01:00:00Z", "2026-03-28T01:00:00Z", "2026-03-29T01:00:00Z"},
		{"an hour that autumn has twice is cut the first time", "Europe/Berlin", 2, "2026-10-24T23:45:00Z", "2026-10-25T00:00:00Z", "2026-10-24T00:00:00Z", "2026-10-25T00:00:00Z"},
		{"and not the second", "Europe/Berlin", 2, "2026-10-25T00:00:00Z", "2026-10-25T01:15:00Z", "", ""},
		{"a leap day", "UTC", 0, "2028-02-28T23:45:00Z", "2028-02-29T00:00:00Z", "2028-02-28T00:00:00Z", "2028-02-29T00:00:00Z"},
		{"one issue after a pause of three days", "UTC", 7, "2026-11-20T07:00:00Z", "2026-11-23T07:15:00Z", "2026-11-20T07:00:00Z", "2026-11-23T07:00:00Z"},
		{"a week at most after a long pause", "UTC", 7, "2026-06-01T07:00:00Z", "2026-11-23T07:15:00Z", "2026-11-16T07:00:00Z", "2026-11-23T07:00:00Z"},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			r := issue.Round{From: instant(t, tt.last), To: instant(t, tt.at), Timezone: tt.zone, Hour: tt.hour}
			got, due := window(common(r), r)
			if due != (tt.to != "") {
				t.Fatalf("window = %s, due %v", got.ID(), due)
			}
			want := issue.Window{From: instant(t, tt.from), To: instant(t, tt.to)}
			if due && (!got.From.Equal(want.From) || !got.To.Equal(want.To)) {
				t.Errorf("window = %s, want %s", got.ID(), want.ID())
			}
		})
	}
}

// TestWindowsAfterChange follows a subscriber who moves on the 23rd at noon,
// having been served at seven in the morning, Berlin's time.
func TestWindowsAfterChange(t *testing.T) {
	noon := instant(t, "2026-11-23T12:00:00Z")
	served := instant(t, "2026-11-23T06:00:00Z")
	for _, tt := range []struct {
		desc, zone string
		hour       int
		first      string // the end of the first window, which begins where the last ended
	}{
		{"to an hour that is still to come today", "America/New_York", 20, "2026-11-24T01:00:00Z"},
		{"to an hour that is over for today", "America/New_York", 7, "2026-11-24T12:00:00Z"},
		{"back to the stack's", "", 0, "2026-11-24T06:00:00Z"},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			w := &subscriber.Wishes{Zone: tt.zone, Hour: tt.hour, Served: served, Since: noon}
			var windows []issue.Window
			for at := instant(t, "2026-11-23T06:00:00Z"); at.Before(instant(t, "2026-11-27T00:00:00Z")); at = at.Add(15 * time.Minute) {
				r := issue.Round{From: at, To: at.Add(15 * time.Minute), Timezone: "Europe/Berlin", Hour: 7}
				s, _ := serviceOf(w, r)
				if w, due := window(s, r); due {
					windows = append(windows, w)
				}
			}
			if len(windows) < 3 || !windows[0].From.Equal(served) || !windows[0].To.Equal(instant(t, tt.first)) {
				t.Fatalf("windows %v, want the first from %v to %s", windows, served, tt.first)
			}
			for i := range windows[1:] {
				if !windows[i+1].From.Equal(windows[i].To) || windows[i+1].To.Sub(windows[i].To) != 24*time.Hour {
					t.Errorf("window %v follows %v, want a day that begins where that ended", windows[i+1], windows[i])
				}
			}
		})
	}
}

// TestCutOffEveryHourOfAYear holds that cut-offs come once for every calendar
// day, whatever the clocks do, never after the time that asks, and that they
// never go back.
func TestCutOffEveryHourOfAYear(t *testing.T) {
	for _, name := range []string{
		"UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Cairo",
		"America/Santiago", "Asia/Beirut", "Pacific/Chatham", "Africa/Casablanca", "America/Havana", "Atlantic/Azores",
	} {
		for _, hour := range []int{0, 1, 2, 3, 7, 23} { // clocks change by night
			s := schedule{zone(t, name), hour}
			var last time.Time
			for at := instant(t, "2027-12-31T00:00:00Z"); at.Before(instant(t, "2028-12-31T00:00:00Z")); at = at.Add(30 * time.Minute) {
				cut := s.cutOff(at)
				if cut.After(at) || at.Sub(cut) > 26*time.Hour {
					t.Fatalf("%s %d: cutOff(%v) = %v", name, hour, at, cut)
				}
				if next := s.next(at); !next.After(at) || !s.cutOff(next).Equal(next) || next.Sub(cut) > 26*time.Hour {
					t.Fatalf("%s %d: next(%v) = %v after %v", name, hour, at, next, cut)
				}
				if !last.IsZero() && !cut.Equal(last) && (cut.Before(last) || cut.Sub(last) < 22*time.Hour) {
					t.Fatalf("%s %d: the cut-off %v follows %v, want one every calendar day", name, hour, cut, last)
				}
				last = cut
			}
		}
	}
}
