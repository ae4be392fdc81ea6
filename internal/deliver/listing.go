package deliver

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"iter"

	"onrecord/internal/email"
	"onrecord/internal/issue"
	"onrecord/internal/subscriber"
)

// contacts yields, page by page, the contacts as they are after a round began,
// so that nobody is left out who subscribed before it did and hardly anybody
// is mailed who left. Every page is stored as it comes: the next beat, or the
// same after a kill, goes on where this one was, and asks SES nothing twice.
//
// SES may forget how far a listing was read. Then it is made again from the
// start, beside the first; whoever is in both is claimed once.
func (d *Deliverer) contacts(ctx context.Context, r issue.Round) iter.Seq2[subscriber.ContactPage, error] {
	return func(yield func(subscriber.ContactPage, error) bool) {
		for attempt := 0; ; attempt++ {
			listing := r.ID()
			if attempt > 0 {
				listing = fmt.Sprintf("%s-%d", listing, attempt)
			}
			again := false
			for page, err := range d.listing(ctx, listing) {
				if again = errors.Is(err, email.ErrListing) && attempt < maxListings; again {
					break
				}
				if !yield(page, err) || err != nil {
					return
				}
			}
			if !again {
				return
			}
			d.Log.WarnContext(ctx, "contacts are listed again", "round", r.ID())
		}
	}
}

// maxListings is how often the contacts are listed anew for one round.
const maxListings = 20

func (d *Deliverer) listing(ctx context.Context, listing string) iter.Seq2[subscriber.ContactPage, error] {
	return func(yield func(subscriber.ContactPage, error) bool) {
		from := ""
		for n := 0; ; n++ {
			page, err := d.page(ctx, listing, n, from)
			if !yield(page, err) || err != nil || page.Next == "" {
				return
			}
			from = page.Next
		}
	}
}

// page returns the nth page of a listing: as it was stored, or from SES.
func (d *Deliverer) page(ctx context.Context, listing string, n int, from string) (subscriber.ContactPage, error) {
	page, err := d.Archive.Contacts(ctx, listing, n)
	if !errors.Is(err, fs.ErrNotExist) {
		return page, err
	}
	if page, err = d.Mail.Contacts(ctx, from); err != nil {
		return page, err
	}
	err = d.Archive.PutContacts(ctx, listing, n, page)
	if errors.Is(err, fs.ErrExist) { // another beat was faster
		return d.Archive.Contacts(ctx, listing, n)
	}
	return page, err
}

// shortKey names a subscriber in the log, where no address may stand.
func shortKey(address string) string {
	k := subscriber.KeyOf(address)
	return hex.EncodeToString(k[:6])
}
