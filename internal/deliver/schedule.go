package deliver

import (
	"sync"
	"time"

	"onrecord/internal/issue"
	"onrecord/internal/subscriber"
)

// schedule is when a subscriber's day is cut: at an hour of the clock on the
// wall, once every calendar day, also on days of 23 or 25 hours. An hour that
// spring leaves out is cut as far after midnight as on any other day; one that
// autumn has twice is cut the first time.
type schedule struct {
	zone *time.Location
	hour int
}

// cutOff returns the latest cut-off that is not after t. It never goes back
// where t goes on.
func (s schedule) cutOff(t time.Time) time.Time {
	local := t.In(s.zone)
	for days := 0; ; days-- {
		on := s.on(local, days)
		if !on.After(t) {
			return on
		}
	}
}

// on returns the cut-off of a local day, moved by days. time.Date leaves open
// which of two instants it means where the clocks are put back or forward.
func (s schedule) on(local time.Time, days int) time.Time {
	clock := time.Date(local.Year(), local.Month(), local.Day()+days, s.hour, 0, 0, 0, time.UTC)
	at := func(probe time.Time) (cut time.Time, right bool) {
		_, offset := probe.In(s.zone).Zone()
		cut = clock.Add(-time.Duration(offset) * time.Second).In(s.zone)
		_, found := cut.Zone()
		return cut, found == offset
	}
	before, right := at(clock.Add(-24 * time.Hour))
	if right {
		return before
	}
	if after, right := at(clock.Add(24 * time.Hour)); right {
		return after
	}
	return before // an hour that is left out
}

// next returns the first cut-off after t.
func (s schedule) next(t time.Time) time.Time {
	local := t.In(s.zone)
	for days := -1; ; days++ {
		on := s.on(local, days)
		if on.After(t) {
			return on
		}
	}
}

// server is anything that cuts days: a schedule, or one that began later than
// time itself.
type server interface {
	// cutOff returns how far a subscriber is served once every cut-off that is
	// not after t has been.
	cutOff(t time.Time) time.Time
}

// service is a schedule and where it begins: cut-offs after since are its
// own, and before them the subscriber was served until served.
//
// What cutOff answers never goes back where t goes on, and no change of
// schedule changes it for a t that has passed. So the windows from cutOff(t0)
// to cutOff(t1), cutOff(t1) to cutOff(t2) and so on leave nothing out and hold
// nothing twice, whatever clocks, schedules and pauses do.
type service struct {
	server
	served, since time.Time
}

func (s service) cutOff(t time.Time) time.Time {
	if cut := s.server.cutOff(t); cut.After(s.since) {
		return cut
	}
	return s.served
}

// longest is how far back a window may reach after a pause of the stack. What
// is older than a week is no news, and more than a week of digests is more
// than a function's memory is planned for.
const longest = 7 * 24 * time.Hour

// window returns what a subscriber is due in a round, and false where that is
// nothing.
func window(s server, r issue.Round) (issue.Window, bool) {
	w := issue.Window{From: s.cutOff(r.From).UTC(), To: s.cutOff(r.To).UTC()}
	if oldest := w.To.Add(-longest); w.From.Before(oldest) {
		w.From = oldest
	}
	return w, w.From.Before(w.To)
}

// common returns the service of those who chose no schedule.
func common(r issue.Round) service {
	return service{schedule{zoneOf(r.Timezone), r.Hour}, r.Served, r.Since}
}

// serviceOf returns the service of a subscriber in a round, and the schedule
// that it follows. Of nil nothing is known yet.
func serviceOf(w *subscriber.Wishes, r issue.Round) (service, schedule) {
	stack := common(r)
	follows := stack.server.(schedule)
	switch {
	case w == nil:
		return stack, follows
	case w.Zone == "":
		return service{stack, w.Served, w.Since}, follows
	default:
		own := schedule{zoneOf(w.Zone), w.Hour}
		return service{own, w.Served, w.Since}, own
	}
}

// zones caches locations: loading one parses it anew.
var zones sync.Map // name → *time.Location

// zoneOf returns the location of a name, and UTC where there is none such any
// more: the name was good when it was stored.
func zoneOf(name string) *time.Location {
	if z, found := zones.Load(name); found {
		return z.(*time.Location)
	}
	z, err := time.LoadLocation(name)
	if err != nil {
		z = time.UTC
	}
	zones.Store(name, z)
	return z
}
