package deliver

import (
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"onrecord/internal/digest"
	"onrecord/internal/subscriber"
)

// theZones are twelve in which a day is cut at odd moments: no change of
// clocks, one in either hemisphere, by half an hour, at midnight, on dates of
// a moving feast, at offsets of 45 minutes, and both ends of the world.
var theZones = []string{
	"UTC", "Europe/Berlin", "America/New_York", "America/Santiago", "Asia/Kathmandu", "Australia/Lord_Howe",
	"Africa/Casablanca", "Asia/Beirut", "Pacific/Chatham", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Africa/Cairo",
}

// theDrifter is a reader who leaves the list and comes back, after hours or
// weeks.
const theDrifter = "drifter@example.org"

// theMovers is how many readers move from zone to zone, every other week.
const theMovers = 4

// year is a simulated one: 2028, which has a leap day.
type year struct {
	t       *testing.T
	rand    *rand.Rand
	offset  time.Duration // of the year from the bubble's clock
	shelf   *shelf
	office  *postOffice
	arrived []arrival // digests on their way, by when they come
	got     map[string]map[string]int
	mailed  map[string][]time.Time
}

// arrival is a digest that comes into the archive after its upload.
type arrival struct {
	at     time.Time
	digest digest.Digest
}

func (y *year) now() time.Time { return time.Now().Add(y.offset) }

// deliver notes what a mail holds.
func (y *year) deliver(id, address string) {
	y.mailed[address] = append(y.mailed[address], y.now())
	if y.got[address] == nil {
		y.got[address] = map[string]int{}
	}
	for _, s := range y.shelf.issues[id].Stories {
		for _, a := range s.Articles {
			y.got[address][a.Digest]++
		}
	}
}

// upload makes a year's digests, one every few hours. Most come at once, some
// hours later and a few after almost a fortnight in the failure queue.
func (y *year) upload(from, to time.Time) {
	for n, at := 0, from; at.Before(to); n++ {
		delay := time.Duration(y.rand.IntN(120)) * time.Second
		switch y.rand.IntN(20) {
		case 0:
			delay = time.Duration(y.rand.IntN(13*24*60)) * time.Minute
		case 1, 2, 3:
			delay = time.Duration(y.rand.IntN(6*60)) * time.Minute
		}
		y.arrived = append(y.arrived, arrival{at.Add(delay), newDigest(fmt.Sprintf("articles/%d.txt", n), at)})
		at = at.Add(time.Duration(y.rand.IntN(12*60*60)) * time.Second)
		if n%10 == 0 { // some on the very moment that a day is cut
			at = at.Truncate(time.Hour)
		}
	}
	slices.SortFunc(y.arrived, func(a, b arrival) int { return a.at.Compare(b.at) })
}

// TestYear has a stack work for a year: for a reader in each of twelve zones,
// for four who move between them, one who said nothing, one who said nonsense
// and one who leaves now and then, with beats that are missed, a pause of
// three days, and the stack's own schedule changed in summer. Every digest
// reaches every one of them exactly once, but for what came while the last was
// away.
func TestYear(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		begin := time.Date(2028, 1, 1, 0, 0, 0, 0, time.UTC)
		y := &year{
			t: t, rand: rand.New(rand.NewPCG(7, 2028)), offset: time.Until(begin),
			shelf: newShelf(), office: newPostOffice("silent@example.org", "nonsense@example.org"),
			got: map[string]map[string]int{}, mailed: map[string][]time.Time{},
		}
		y.office.attributes["nonsense@example.org"] = subscriber.Attributes{Hour: -1, Problem: "attributes are no JSON object"}
		y.shelf.onSent = y.deliver
		var movers []string
		for i, zone := range theZones {
			y.office.subscribe(fmt.Sprintf("settled%d@example.org", i), subscriber.Attributes{Zone: zone, Hour: 2 * i})
		}
		for i := range theMovers {
			movers = append(movers, fmt.Sprintf("mover%d@example.org", i))
			y.office.subscribe(movers[i], subscriber.Attributes{Hour: -1})
		}
		y.office.subscribe(theDrifter, subscriber.Attributes{Zone: "Asia/Kathmandu", Hour: 20})
		end := begin.AddDate(1, 0, 0)
		y.upload(begin, end)
		y.run(begin, end, movers)
		y.check(begin.AddDate(0, 0, 3), end.AddDate(0, 0, -16))
	})
}

func (y *year) run(begin, end time.Time, movers []string) {
	d := &Deliverer{
		Archive: y.shelf, Mail: y.office, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Now: y.now, Zone: time.UTC, Hour: 7,
	}
	paused := begin.AddDate(0, 2, 27) // over the change of clocks in Europe
	for beat := begin; beat.Before(end); beat = beat.Add(15 * time.Minute) {
		time.Sleep(beat.Add(time.Duration(y.rand.IntN(60)) * time.Second).Sub(y.now()))
		for len(y.arrived) > 0 && !y.arrived[0].at.After(y.now()) {
			y.shelf.digests = append(y.shelf.digests, y.arrived[0].digest)
			y.arrived = y.arrived[1:]
		}
		if y.rand.IntN(300) == 0 {
			y.office.change(movers[y.rand.IntN(len(movers))], y.now(), y.move())
		}
		if beat.Minute() == 0 && y.rand.IntN(100) == 0 {
			y.drift()
		}
		if beat.Equal(begin.AddDate(0, 6, 10).Add(9 * time.Hour)) {
			d.Zone, d.Hour = zoneOf("America/New_York"), 6
		}
		if beat.Hour() == 0 && beat.Minute() == 0 {
			y.forget()
		}
		if y.rand.IntN(30) == 0 || !beat.Before(paused) && beat.Before(paused.Add(72*time.Hour)) {
			continue // missed
		}
		if _, err := d.Beat(y.t.Context(), Beat{ScheduledTime: beat}); err != nil {
			y.t.Fatal(err)
		}
	}
}

// drift takes the drifter off the list, or onto it again.
func (y *year) drift() {
	list := slices.DeleteFunc(slices.Clone(y.office.contacts), func(c subscriber.Contact) bool { return c.Address == theDrifter })
	if len(list) == len(y.office.contacts) {
		list = append(list, subscriber.Contact{Address: theDrifter, Updated: y.now()})
	}
	y.office.contacts = list
}

// forget drops the issues of over a month ago, which nobody asks for any more
// but whoever lists them all.
func (y *year) forget() {
	for id, is := range y.shelf.issues {
		if y.now().Sub(is.Window.To) > 31*24*time.Hour {
			delete(y.shelf.issues, id)
			delete(y.shelf.pages, id)
		}
	}
}

// move returns the attributes of somebody who moves, or returns to the stack's
// schedule.
func (y *year) move() subscriber.Attributes {
	a := subscriber.Attributes{Hour: y.rand.IntN(25) - 1}
	if y.rand.IntN(4) > 0 {
		a.Zone = theZones[y.rand.IntN(len(theZones))]
	}
	return a
}

// check holds every reader against the digests that were received in a time.
func (y *year) check(from, to time.Time) {
	readers := 0
	for address, got := range y.got {
		readers++
		counted, missed, twice := 0, 0, 0
		for _, d := range y.shelf.digests {
			if at := d.Source.ReceivedAt; at.Before(from) || at.After(to) {
				continue
			}
			counted++
			switch got[d.ID] {
			case 0:
				missed++
			case 1:
			default:
				twice++
			}
		}
		if missed > 0 && address != theDrifter || twice > 0 || counted < 1200 {
			y.t.Errorf("%s: of %d digests %d never came and %d came more than once", address, counted, missed, twice)
		}
		if strings.HasPrefix(address, "settled") {
			y.checkMornings(address)
		}
	}
	if want := 3 + len(theZones) + theMovers; readers != want {
		y.t.Errorf("%d readers got mail, want %d", readers, want)
	}
	for id, d := range y.shelf.deliveries {
		if len(d.Refused)+len(d.Unconfirmed) > 0 {
			y.t.Errorf("issue %s: %d refused, %d unconfirmed", id, len(d.Refused), len(d.Unconfirmed))
		}
	}
}

// checkMornings holds that somebody who stayed got a mail a day, soon after
// the day was cut.
func (y *year) checkMornings(address string) {
	var i int
	if _, err := fmt.Sscanf(address, "settled%d@", &i); err != nil {
		y.t.Fatal(err)
	}
	s := schedule{zoneOf(theZones[i]), 2 * i}
	days := map[time.Time]int{}
	late := 0
	for _, at := range y.mailed[address][1:] { // the first was by the stack's schedule
		days[s.cutOff(at)]++
		if at.Sub(s.cutOff(at)) > 90*time.Minute {
			late++
		}
	}
	for cut, n := range days {
		if n > 1 {
			y.t.Errorf("%s got %d mails for %v", address, n, cut)
		}
	}
	// One is late after the pause, which leaves out two more; a day may be
	// without news.
	if late > 1 || len(days) < 355 {
		y.t.Errorf("%s got mail on %d days, late on %d", address, len(days), late)
	}
}
