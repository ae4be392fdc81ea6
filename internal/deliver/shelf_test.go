package deliver

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"time"

	"onrecord/internal/article"
	"onrecord/internal/digest"
	"onrecord/internal/email"
	"onrecord/internal/issue"
	"onrecord/internal/subscriber"
)

// shelf is an archive in memory. It holds rounds, issues and the ledger as S3
// does: created once, and the first claim wins.
type shelf struct {
	mu          sync.Mutex
	digests     []digest.Digest
	broken      []error
	withdrawals []digest.Withdrawal
	rounds      []issue.Round // by their ends
	closed      map[string]bool
	issues      map[string]issue.Issue
	pages       map[string]string
	deliveries  map[string]issue.Delivery
	ledger      map[string]map[subscriber.Key]entry // by issue
	contacts    map[string]subscriber.ContactPage
	readers     [shards][]subscriber.Reader
	holder      string
	held        time.Time

	web      map[string]string // what is published, by path
	webFault error

	counting          sync.Mutex
	puts, gets, lists int          // requests, as S3 would be sent them
	fail              func() error // of the next request; nil: none does
	onSent            func(issue, recipient string)
}

// entry is a line of the ledger: the receipt of a mail that was sent says no
// more than that, so that a million are no burden.
type entry struct {
	claimant string
	sent     bool
	receipt  *issue.Receipt
}

func newShelf(digests ...digest.Digest) *shelf {
	return &shelf{
		digests: digests, issues: map[string]issue.Issue{}, pages: map[string]string{}, deliveries: map[string]issue.Delivery{},
		closed: map[string]bool{}, ledger: map[string]map[subscriber.Key]entry{}, contacts: map[string]subscriber.ContactPage{}, web: map[string]string{},
	}
}

// count counts n requests. Beats at once send some without holding mu.
func (s *shelf) count(kind *int, n int) {
	s.counting.Lock()
	defer s.counting.Unlock()
	*kind += n
}

// request counts, and fails where it is to.
func (s *shelf) request(kind *int) error {
	s.count(kind, 1)
	if s.fail != nil {
		return s.fail()
	}
	return nil
}

func (s *shelf) SomeDigests(_ context.Context, from, to time.Time, want func(string) bool) iter.Seq2[digest.Digest, error] {
	return func(yield func(digest.Digest, error) bool) {
		s.count(&s.lists, 1)
		for _, err := range s.broken {
			if !yield(digest.Digest{}, err) {
				return
			}
		}
		for _, d := range s.digests {
			at := d.Source.ReceivedAt
			if !want(d.ID) || !at.After(from) || at.After(to) {
				continue
			}
			s.count(&s.gets, 1)
			if !yield(d, nil) {
				return
			}
		}
	}
}

func (s *shelf) Withdrawals(_ context.Context, from, to time.Time) iter.Seq2[digest.Withdrawal, error] {
	return func(yield func(digest.Withdrawal, error) bool) {
		s.count(&s.lists, 1)
		for _, w := range s.withdrawals {
			if w.At.After(from) && !w.At.After(to) && !yield(w, nil) {
				return
			}
		}
	}
}

func (s *shelf) LastRound(context.Context, time.Time) (issue.Round, bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.count(&s.lists, 1)
	if err := s.request(&s.gets); err != nil {
		return issue.Round{}, false, err
	}
	if len(s.rounds) == 0 {
		return issue.Round{}, false, fs.ErrNotExist
	}
	last := s.rounds[len(s.rounds)-1]
	return last, s.closed[last.ID()], last.Verify()
}

func (s *shelf) PutRound(_ context.Context, r issue.Round) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.request(&s.puts); err != nil {
		return err
	}
	if slices.ContainsFunc(s.rounds, func(old issue.Round) bool { return old.To.Equal(r.To) }) {
		return fs.ErrExist
	}
	s.rounds = append(s.rounds, r)
	return nil
}

func (s *shelf) CloseRound(_ context.Context, r issue.Round, _ time.Time) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed[r.ID()] = true
	return s.request(&s.puts)
}

func (s *shelf) Contacts(_ context.Context, listing string, n int) (subscriber.ContactPage, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.request(&s.gets); err != nil {
		return subscriber.ContactPage{}, err
	}
	p, found := s.contacts[fmt.Sprint(listing, n)]
	if !found {
		return p, fs.ErrNotExist
	}
	return p, nil
}

func (s *shelf) PutContacts(_ context.Context, listing string, n int, p subscriber.ContactPage) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, found := s.contacts[fmt.Sprint(listing, n)]; found {
		return fs.ErrExist
	}
	s.contacts[fmt.Sprint(listing, n)] = p
	return s.request(&s.puts)
}

func (s *shelf) Readers(_ context.Context, shard int) ([]subscriber.Reader, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.readers[shard]), s.request(&s.gets)
}

func (s *shelf) PutReaders(_ context.Context, shard int, readers []subscriber.Reader) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.readers[shard] = slices.Clone(readers)
	return s.request(&s.puts)
}

func (s *shelf) Lease(_ context.Context, holder string, now, until time.Time) (func(context.Context) error, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held.After(now) {
		return nil, fs.ErrExist
	}
	s.holder, s.held = holder, until
	return func(context.Context) error {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.holder == holder {
			s.held = time.Time{}
		}
		return nil
	}, s.request(&s.puts)
}

func (s *shelf) Issues(_ context.Context, since time.Time) ([]string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var ids []string
	for id, is := range s.issues {
		if !is.Window.From.Before(since) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids, nil
}

func (s *shelf) Issue(_ context.Context, id string) (issue.Issue, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.request(&s.gets); err != nil {
		return issue.Issue{}, err
	}
	is, found := s.issues[id]
	if !found {
		return is, fs.ErrNotExist
	}
	return is, nil
}

func (s *shelf) PutIssue(ctx context.Context, is issue.Issue, html, text string) error {
	s.mu.Lock()
	if err := s.request(&s.puts); err != nil {
		s.mu.Unlock()
		return err
	}
	if _, found := s.issues[is.ID]; found {
		s.mu.Unlock()
		return fs.ErrExist
	}
	s.issues[is.ID] = is
	s.mu.Unlock()
	return s.PutPages(ctx, is.ID, html, text)
}

func (s *shelf) HasPages(_ context.Context, id string) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, found := s.pages[id]
	return found, s.request(&s.gets)
}

func (s *shelf) PutPages(_ context.Context, id, html, text string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if html == "" || text == "" {
		return errors.New("an issue without its web version")
	}
	s.count(&s.puts, 1)
	s.pages[id] = html
	return s.request(&s.puts)
}

func (s *shelf) PutDelivery(_ context.Context, d issue.Delivery) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.deliveries[d.Issue] = d
	return s.request(&s.puts)
}

func (s *shelf) Claim(_ context.Context, id, recipient, claimant string, _ time.Time) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.request(&s.puts); err != nil {
		return err
	}
	if s.ledger[id] == nil {
		s.ledger[id] = map[subscriber.Key]entry{}
	}
	k := subscriber.KeyOf(recipient)
	if _, found := s.ledger[id][k]; found {
		return fs.ErrExist
	}
	s.ledger[id][k] = entry{claimant: claimant}
	return nil
}

func (s *shelf) Release(_ context.Context, id, recipient, claimant string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	k := subscriber.KeyOf(recipient)
	if s.ledger[id][k].claimant != claimant {
		return fs.ErrNotExist
	}
	delete(s.ledger[id], k)
	return s.request(&s.puts)
}

func (s *shelf) Settle(_ context.Context, id string, r issue.Receipt) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	k := subscriber.KeyOf(r.Recipient)
	e := s.ledger[id][k]
	if e.sent = r.Outcome == issue.Sent; !e.sent {
		e.receipt = &r
	} else if s.onSent != nil {
		s.onSent(id, r.Recipient)
	}
	s.ledger[id][k] = e
	return s.request(&s.puts)
}

func (s *shelf) Claimed(_ context.Context, id string) (func(string) bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.count(&s.lists, 1+2*len(s.ledger[id])/1000) // two objects a line, a thousand a page
	return func(recipient string) bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		_, found := s.ledger[id][subscriber.KeyOf(recipient)]
		return found
	}, nil
}

func (s *shelf) Report(_ context.Context, id string) (issue.Delivery, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.count(&s.lists, 1+2*len(s.ledger[id])/1000)
	var d issue.Delivery
	for _, e := range s.ledger[id] {
		switch {
		case e.sent:
			d.Sent++
		case e.receipt == nil:
			d.Unconfirmed = append(d.Unconfirmed, issue.Receipt{Outcome: issue.Unconfirmed})
		case e.receipt.Outcome == issue.Refused:
			d.Refused = append(d.Refused, *e.receipt)
		default:
			d.Unconfirmed = append(d.Unconfirmed, *e.receipt)
		}
	}
	return d, s.request(&s.gets)
}

// postOffice is a mail service in memory.
type postOffice struct {
	mu         sync.Mutex
	contacts   []subscriber.Contact
	attributes map[string]subscriber.Attributes
	unreadable map[string]error // by address
	pageSize   int              // 1,000 where it is 0
	account    email.Account
	answers    map[string][]error // by address, what its sends answer, in turn
	received   []string           // addresses, one entry a copy
	last       email.Message
	onSend     func(to email.Recipient, m email.Message) error

	listings, reads, sends int
	forgets                bool // every page but the first, once
}

func newPostOffice(readers ...string) *postOffice {
	p := &postOffice{
		answers: map[string][]error{}, attributes: map[string]subscriber.Attributes{},
		account: email.Account{Sending: true, MaxPerSecond: 10_000, MaxPerDay: 50_000},
	}
	for _, r := range readers {
		p.subscribe(r, subscriber.Attributes{Hour: -1})
	}
	return p
}

// joined is when the readers of the tests subscribed.
var joined = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

func (p *postOffice) subscribe(address string, a subscriber.Attributes, without ...string) {
	p.contacts = append(p.contacts, subscriber.Contact{Address: address, Updated: joined, Without: without})
	p.attributes[address] = a
}

// change has a subscriber say something else.
func (p *postOffice) change(address string, at time.Time, a subscriber.Attributes) {
	p.mu.Lock()
	defer p.mu.Unlock()
	i := slices.IndexFunc(p.contacts, func(c subscriber.Contact) bool { return c.Address == address })
	p.contacts[i].Updated = at
	p.attributes[address] = a
}

func (p *postOffice) Contacts(_ context.Context, from string) (subscriber.ContactPage, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.listings++
	if from != "" && p.forgets {
		p.forgets = false
		return subscriber.ContactPage{}, email.ErrListing
	}
	size := p.pageSize
	if size == 0 {
		size = 1000
	}
	start := 0
	if from != "" {
		if _, err := fmt.Sscan(from, &start); err != nil {
			return subscriber.ContactPage{}, err
		}
	}
	end := min(start+size, len(p.contacts))
	page := subscriber.ContactPage{Contacts: slices.Clone(p.contacts[start:end])}
	if end < len(p.contacts) {
		page.Next = fmt.Sprint(end)
	}
	return page, nil
}

func (p *postOffice) Attributes(_ context.Context, address string) (subscriber.Attributes, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.reads++
	if err := p.unreadable[address]; err != nil {
		return subscriber.Attributes{}, err
	}
	a, found := p.attributes[address]
	if !found {
		return a, fs.ErrNotExist
	}
	return a, nil
}

func (p *postOffice) Send(_ context.Context, to email.Recipient, m email.Message) (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.sends++
	if p.onSend != nil {
		if err := p.onSend(to, m); err != nil {
			return "", err
		}
	}
	if rest := p.answers[to.Address]; len(rest) > 0 {
		p.answers[to.Address] = rest[1:]
		if rest[0] != nil {
			return "", rest[0]
		}
	}
	p.received = append(p.received, to.Address)
	p.last = m
	return fmt.Sprintf("id-%d", len(p.received)), nil
}

func (p *postOffice) Account(context.Context) (email.Account, error) { return p.account, nil }

// morning is when the day of the tests is cut.
var morning = time.Date(2026, 11, 23, 7, 0, 0, 0, time.UTC)

func newDigest(key string, received time.Time) digest.Digest {
	src := digest.Source{Bucket: "uploads", Key: key, ETag: key, ReceivedAt: received}
	return digest.New(src, article.Article{
		Headline: "Headline of " + key, Words: 10, ReadingMinutes: 1,
		Text: "The council of " + key + " met on Monday evening to talk about the harbour.",
	})
}

func newDeliverer(t *testing.T, s *shelf, p *postOffice, now time.Time) *Deliverer {
	return &Deliverer{
		Archive: s, Mail: p, Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
		Now: func() time.Time { return now }, Zone: time.UTC, Hour: 7,
	}
}

func keys(is issue.Issue) []string {
	out := []string{}
	for _, s := range is.Stories {
		for _, a := range s.Articles {
			out = append(out, a.Key)
		}
	}
	slices.Sort(out)
	return out
}

func onlyIssue(t *testing.T, s *shelf) issue.Issue {
	t.Helper()
	if len(s.issues) != 1 {
		t.Fatalf("%d issues stored, want one", len(s.issues))
	}
	for _, is := range s.issues {
		return is
	}
	return issue.Issue{}
}

func beat(t *testing.T, d *Deliverer) Result {
	t.Helper()
	r, err := d.Beat(t.Context(), Beat{})
	if err != nil {
		t.Fatalf("Beat: %v", err)
	}
	return r
}
