package deliver

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"iter"
	"slices"
	"sync"
	"time"

	"onrecord/internal/issue"
	"onrecord/internal/subscriber"
)

// shards is how many parts the roster is stored in. Readers are spread over
// them evenly, by their keys.
const shards = 16

// roster is what is known of the subscribers' attributes.
//
// SES tells them one call a subscriber and one call a second: no beat can ask
// for those of a hundred thousand. But it tells of all of them, a thousand a
// call, when they changed anything last. So what was once read is kept, and
// read again where that time is another; whoever was not read yet gets the
// issue by the stack's schedule. A million new subscribers take twelve days to
// be read, a hundred the rest of the beat after their first.
//
// It is changed only while no round is open, so that a subscriber's windows
// stay what they were from the beginning of a round to its end, and it holds
// keys, not addresses.
type roster struct {
	readers [shards][]subscriber.Reader // sorted by key
	changed [shards]bool
	met     [shards][]bool // on the list of the round, by place in readers
}

// loadRoster reads the roster; one that is not there is empty.
func loadRoster(ctx context.Context, a Archive) (*roster, error) {
	r := &roster{}
	var errs [shards]error
	var group sync.WaitGroup
	const atOnce = 4 // of a million readers, each is some megabytes of JSON
	for lane := range atOnce {
		group.Go(func() {
			for i := lane; i < shards; i += atOnce {
				r.readers[i], errs[i] = a.Readers(ctx, i)
			}
		})
	}
	group.Wait()
	return r, errors.Join(errs[:]...)
}

// store writes the parts that changed.
func (r *roster) store(ctx context.Context, a Archive) error {
	for i := range shards {
		if !r.changed[i] {
			continue
		}
		if err := a.PutReaders(ctx, i, r.readers[i]); err != nil {
			return err
		}
		r.changed[i] = false
	}
	return nil
}

func shardOf(k subscriber.Key) int { return int(k[0] >> 4) }

func (r *roster) search(k subscriber.Key) (shard, i int, found bool) {
	shard = shardOf(k)
	i, found = slices.BinarySearchFunc(r.readers[shard], k, func(e subscriber.Reader, k subscriber.Key) int {
		return bytes.Compare(e.Key[:], k[:])
	})
	return shard, i, found
}

// find returns what is known of a subscriber.
func (r *roster) find(k subscriber.Key) (subscriber.Reader, bool) {
	shard, i, found := r.search(k)
	if !found {
		return subscriber.Reader{Key: k}, false
	}
	return r.readers[shard][i], true
}

// meet is find, of a reader who is on the list of a round.
func (r *roster) meet(k subscriber.Key) subscriber.Reader {
	shard, i, found := r.search(k)
	if !found {
		return subscriber.Reader{Key: k}
	}
	if r.met[shard] == nil {
		r.met[shard] = make([]bool, len(r.readers[shard]))
	}
	r.met[shard][i] = true
	return r.readers[shard][i]
}

// remembered is how long the schedule of a reader who left is kept. Whoever
// comes back later was not served for longer than any window reaches, so that
// nothing can come twice, whatever their schedule is then.
const remembered = longest + 24*time.Hour

// forget drops those who were not met on a round's list, their names at once:
// they unsubscribed, or were taken off it.
func (r *roster) forget(now time.Time) {
	for shard := range r.readers {
		met := r.met[shard]
		kept := r.readers[shard][:0]
		for i, e := range r.readers[shard] {
			here := met != nil && met[i]
			keep, changed := stays(&e, here, now)
			r.changed[shard] = r.changed[shard] || changed || !keep
			if keep {
				kept = append(kept, e)
			}
		}
		r.readers[shard], r.met[shard] = kept, nil
	}
}

// stays reports whether a reader is kept in the roster, being on the list or
// not, and whether what is known of them is another now.
func stays(e *subscriber.Reader, here bool, now time.Time) (keep, changed bool) {
	w := e.Wishes
	switch {
	case here && (w == nil || w.Left.IsZero()):
		return true, false
	case here: // back again, be it that the list was wrong
		back := *w
		back.Left = time.Time{}
		e.Wishes, e.Updated = &back, 0 // the name is to be read anew
		return true, true
	case w == nil, w.Zone == "" && w.Served.IsZero():
		return false, true
	case w.Left.IsZero():
		e.Wishes = &subscriber.Wishes{Zone: w.Zone, Hour: w.Hour, Served: w.Served, Since: w.Since, Left: now.UTC()}
		return true, true
	}
	return now.Sub(w.Left) <= remembered, false
}

// put notes what is known of a subscriber.
func (r *roster) put(e subscriber.Reader) {
	shard, i, found := r.search(e.Key)
	if found {
		r.readers[shard][i] = e
	} else {
		r.readers[shard] = slices.Insert(r.readers[shard], i, e)
	}
	r.changed[shard] = true
}

// wishes yields those of every reader who has any.
func (r *roster) wishes() iter.Seq[*subscriber.Wishes] {
	return func(yield func(*subscriber.Wishes) bool) {
		for _, shard := range r.readers {
			for _, e := range shard {
				if e.Wishes != nil && !yield(e.Wishes) {
					return
				}
			}
		}
	}
}

// note takes what was read of a contact into the roster. A schedule that is
// another than before holds from now on; up to there the reader was served as
// the last round did.
func (d *Deliverer) note(readers *roster, c subscriber.Contact, a subscriber.Attributes, last issue.Round) {
	k := subscriber.KeyOf(c.Address)
	e, _ := readers.find(k)
	e.Updated = c.Updated.UnixMilli()
	next := subscriber.Wishes{Name: a.Name}
	if a.Zone != "" || a.Hour >= 0 {
		// What is left out is the stack's, and stays what that is now.
		next.Zone, next.Hour = a.Zone, a.Hour
		if next.Zone == "" {
			next.Zone = d.Zone.String()
		}
		if next.Hour < 0 {
			next.Hour = d.Hour
		}
	}
	before := subscriber.Wishes{}
	if e.Wishes != nil {
		before = *e.Wishes
	}
	if next.Zone == before.Zone && next.Hour == before.Hour {
		next.Served, next.Since = before.Served, before.Since
	} else {
		served, _ := serviceOf(e.Wishes, last)
		next.Served, next.Since = served.cutOff(last.To).UTC(), d.Now().UTC()
	}
	e.Wishes = nil
	if next != (subscriber.Wishes{}) {
		e.Wishes = &next
	}
	readers.put(e)
}

const (
	// fewPages is how long a list may be, in pages, to be read at every beat
	// and not only for a round: half a minute of calls, every quarter of an
	// hour.
	fewPages = 30
	// savePeriod is how often what was read is stored.
	savePeriod = time.Minute
)

// manyFailures is how many contacts in a row may fail to be read before it is
// not theirs alone.
const manyFailures = 5

// refresh reads the attributes of contacts who changed something, for as long
// as the beat has time. What goes wrong with a contact costs that contact
// alone: its old wishes hold, and it is tried again at the next beat.
func (d *Deliverer) refresh(ctx, budget context.Context, readers *roster, last issue.Round, mailed bool) error {
	saved := time.Now()
	read, failures := 0, 0
	var failure error
	for c, err := range d.changedContacts(budget, readers, last, mailed) {
		if failure = err; err != nil {
			break
		}
		err = d.readContact(ctx, budget, readers, c, last)
		if failures++; err == nil {
			failures = 0
			read++
		}
		if budget.Err() != nil {
			break
		}
		if failures == manyFailures {
			failure = err
			break
		}
		if time.Since(saved) > savePeriod {
			if failure = readers.store(ctx, d.Archive); failure != nil {
				break
			}
			saved = time.Now()
		}
	}
	if read > 0 {
		d.Log.InfoContext(ctx, "attributes read", "subscribers", read)
	}
	if budget.Err() != nil { // out of time, which is no fault
		failure = nil
	}
	return errors.Join(failure, readers.store(ctx, d.Archive))
}

// readContact takes a contact's attributes into the roster.
func (d *Deliverer) readContact(ctx, budget context.Context, readers *roster, c subscriber.Contact, last issue.Round) error {
	a, err := d.Mail.Attributes(budget, c.Address)
	switch {
	case errors.Is(err, fs.ErrNotExist): // deleted since it was listed
		return nil
	case err != nil:
		err = redact(err, c.Address)
		if budget.Err() == nil {
			d.Log.WarnContext(ctx, "contact not read", "subscriber", shortKey(c.Address), "error", err)
		}
		return err
	}
	if a.Problem != "" {
		d.Log.WarnContext(ctx, "contact's attributes", "subscriber", shortKey(c.Address), "problem", a.Problem)
	}
	d.note(readers, c, a, last)
	return nil
}

// changedContacts yields the contacts of whom something changed since it was
// read: those of the last round's listing where that was just made or the list
// is long, and of a new listing otherwise.
func (d *Deliverer) changedContacts(ctx context.Context, readers *roster, last issue.Round, mailed bool) iter.Seq2[subscriber.Contact, error] {
	pages := d.listAnew(ctx)
	_, err := d.Archive.Contacts(ctx, last.ID(), fewPages)
	if mailed || err == nil {
		pages = d.storedPages(ctx, last.ID())
	}
	return func(yield func(subscriber.Contact, error) bool) {
		for page, err := range pages {
			if err != nil {
				yield(subscriber.Contact{}, err)
				return
			}
			for _, c := range page.Contacts {
				e, found := readers.find(subscriber.KeyOf(c.Address))
				if (!found || e.Updated != c.Updated.UnixMilli()) && !yield(c, nil) {
					return
				}
			}
		}
	}
}

// listAnew yields the first pages of the list as it is now.
func (d *Deliverer) listAnew(ctx context.Context) iter.Seq2[subscriber.ContactPage, error] {
	return func(yield func(subscriber.ContactPage, error) bool) {
		from := ""
		for range fewPages {
			page, err := d.Mail.Contacts(ctx, from)
			if !yield(page, err) || err != nil || page.Next == "" {
				return
			}
			from = page.Next
		}
	}
}

// storedPages yields the pages of a listing that was made for a round.
func (d *Deliverer) storedPages(ctx context.Context, listing string) iter.Seq2[subscriber.ContactPage, error] {
	return func(yield func(subscriber.ContactPage, error) bool) {
		for n := 0; ; n++ {
			page, err := d.Archive.Contacts(ctx, listing, n)
			if errors.Is(err, fs.ErrNotExist) {
				return
			}
			if !yield(page, err) || err != nil || page.Next == "" {
				return
			}
		}
	}
}
