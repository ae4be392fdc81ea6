package deliver

import (
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/digest"
	"onrecord/internal/email"
	"onrecord/internal/issue"
	"onrecord/internal/speaker"
	"onrecord/internal/subscriber"
	texts "onrecord/internal/text"
)

// issuesOf returns the keys of the articles of every issue, by its end.
func issuesOf(s *shelf) map[string][]string {
	out := map[string][]string{}
	for _, is := range s.issues {
		out[is.Window.To.Format("02 15:04")] = keys(is)
	}
	return out
}

// TestReplacedAndWithdrawn follows articles that are corrected, deleted and
// put back around the cut-off.
func TestReplacedAndWithdrawn(t *testing.T) {
	s := newShelf(
		newDigest("deleted.txt", morning.Add(-3*time.Hour)),
		newDigest("put-back.txt", morning.Add(-3*time.Hour)),
		newDigest("deleted-too-late.txt", morning.Add(-3*time.Hour)),
	)
	withdraw := func(key string, at time.Time) {
		s.withdrawals = append(s.withdrawals, digest.Withdrawal{Bucket: "uploads", Key: key, At: at})
	}
	withdraw("deleted.txt", morning.Add(-2*time.Hour))
	withdraw("put-back.txt", morning.Add(-2*time.Hour))
	p := newPostOffice("ada@example.org")
	beat(t, newDeliverer(t, s, p, morning))
	// After the issue the one comes back, byte for byte, and one is deleted
	// that was mailed; the same bytes are uploaded anew of another.
	s.digests = append(s.digests, newDigest("put-back.txt", morning.Add(time.Hour)), newDigest("deleted-too-late.txt", morning.Add(2*time.Hour)))
	beat(t, newDeliverer(t, s, p, morning.Add(24*time.Hour)))
	want := map[string][]string{"23 07:00": {"deleted-too-late.txt"}, "24 07:00": {"put-back.txt"}}
	if diff := cmp.Diff(want, issuesOf(s)); diff != "" {
		t.Errorf("articles by issue (-want +got):\n%s", diff)
	}
}

// TestWithdrawnAfterTheRoundBegan deletes an article while a beat that had
// counted it is killed before it compiles.
func TestWithdrawnAfterTheRoundBegan(t *testing.T) {
	s := newShelf(newDigest("a.txt", morning.Add(-time.Hour)), newDigest("b.txt", morning.Add(-time.Hour)))
	d := newDeliverer(t, s, newPostOffice("ada@example.org"), morning)
	if _, found, err := d.nextRound(t.Context(), morning, &roster{}); err != nil || !found {
		t.Fatal(found, err)
	}
	s.withdrawals = []digest.Withdrawal{{Bucket: "uploads", Key: "a.txt", At: morning}}
	beat(t, d)
	if diff := cmp.Diff([]string{"b.txt"}, keys(onlyIssue(t, s))); diff != "" {
		t.Errorf("articles (-want +got):\n%s", diff)
	}
}

// TestFullIssue uploads an archive, of more articles than an issue holds: the
// latest are told, once each, and the beat says that the others are not.
func TestFullIssue(t *testing.T) {
	d := &Deliverer{Log: slog.New(slog.NewTextHandler(t.Output(), nil))}
	w := issue.Window{From: morning.Add(-24 * time.Hour), To: morning}
	var all []issue.Seen
	for i := range mostDigests + 3 {
		all = append(all, issue.Seen{Digest: fmt.Sprint(i), ReceivedAt: w.From.Add(time.Duration(i+1) * time.Second)})
	}
	if got := d.fitting(t.Context(), w, slices.Clone(all[3:])); len(got) != mostDigests || got[0].Digest != "3" {
		t.Errorf("of as many as fit %d are left, from %s", len(got), got[0].Digest)
	}
	got := d.fitting(t.Context(), w, slices.Clone(all))
	if len(got) != mostDigests || slices.ContainsFunc(got, func(s issue.Seen) bool { return s.Digest < "3" && len(s.Digest) == 1 }) {
		t.Errorf("of three too many %d are left, the earliest %v", len(got), got[len(got)-1])
	}
}

// TestLateDigest has digests come in from the failure queue, whose article was
// corrected in the meantime or not.
func TestLateDigest(t *testing.T) {
	s := newShelf(newDigest("a.txt", morning.Add(-time.Hour)), newDigest("corrected.txt", morning.Add(-time.Hour)))
	p := newPostOffice("ada@example.org")
	beat(t, newDeliverer(t, s, p, morning))
	first := newDigest("corrected.txt", morning.Add(-2*time.Hour))
	first.ID = "first"
	s.digests = append(s.digests, first, newDigest("fortnight.txt", morning.Add(-13*24*time.Hour)))
	beat(t, newDeliverer(t, s, p, morning.Add(24*time.Hour)))
	beat(t, newDeliverer(t, s, p, morning.Add(48*time.Hour)))
	want := map[string][]string{"23 07:00": {"a.txt", "corrected.txt"}, "24 07:00": {"fortnight.txt"}, "25 07:00": {}}
	if diff := cmp.Diff(want, issuesOf(s)); diff != "" {
		t.Errorf("articles by issue (-want +got):\n%s", diff)
	}
}

// TestOneRoundAtATime leaves a round open over the next cut-off.
func TestOneRoundAtATime(t *testing.T) {
	s := newShelf(newDigest("a.txt", morning.Add(-time.Hour)), newDigest("b.txt", morning.Add(time.Hour)))
	p := newPostOffice("a@example.org", "b@example.org")
	p.account.MaxPerDay, p.account.SentToday = 1, 0
	if got := beat(t, newDeliverer(t, s, p, morning)); got.Complete {
		t.Fatalf("Beat = %+v, want it held by the quota", got)
	}
	p.account.MaxPerDay = 100
	got := beat(t, newDeliverer(t, s, p, morning.Add(48*time.Hour)))
	want := map[string][]string{"23 07:00": {"a.txt"}, "25 07:00": {"b.txt"}}
	if diff := cmp.Diff(want, issuesOf(s)); diff != "" || !got.Complete || len(p.received) != 4 {
		t.Errorf("Beat = %+v, %d mails; articles by issue (-want +got):\n%s", got, len(p.received), diff)
	}
}

// TestGivenUp pauses the stack in the middle of a round, for so long that S3
// has forgotten who was mailed.
func TestGivenUp(t *testing.T) {
	for _, c := range []struct {
		desc   string
		paused time.Duration
		want   []string     // articles mailed to one and to the other: who is first is a matter of chance
		ending issue.Ending // of the first issue
	}{
		{"a month is gone on with", OpenLongest, []string{"a.txt b.txt", "a.txt b.txt"}, issue.Mailed},
		{"more is given up", OpenLongest + time.Minute, []string{"a.txt b.txt", "b.txt"}, issue.GivenUp},
	} {
		resumed := morning.Add(c.paused)
		s := newShelf(newDigest("a.txt", morning.Add(-time.Hour)), newDigest("b.txt", resumed.Add(-25*time.Hour)))
		p := newPostOffice("a@example.org", "b@example.org")
		mailed := map[string][]string{}
		s.onSent = func(id, recipient string) { mailed[recipient] = append(mailed[recipient], keys(s.issues[id])...) }
		p.account.MaxPerDay = 1
		first := beat(t, newDeliverer(t, s, p, morning))
		p.account.MaxPerDay = 100
		if c.ending == issue.GivenUp {
			s.ledger = map[string]map[subscriber.Key]entry{}
		}
		rehearsal, err := newDeliverer(t, s, p, resumed).Beat(t.Context(), Beat{DryRun: true})
		if err != nil || (rehearsal.Issue == first.Issue) != (c.ending == issue.Mailed) {
			t.Errorf("%s: rehearsal = %+v, %v; the first issue is %s", c.desc, rehearsal, err, first.Issue)
		}
		beat(t, newDeliverer(t, s, p, resumed))
		var got []string
		for _, read := range mailed {
			slices.Sort(read)
			got = append(got, strings.Join(read, " "))
		}
		slices.Sort(got)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: articles mailed (-want +got):\n%s", c.desc, diff)
		}
		if report := s.deliveries[first.Issue]; report.Ending != c.ending || !report.Started.Equal(morning) {
			t.Errorf("%s: report %+v, want it %s", c.desc, report, c.ending)
		}
	}
}

func TestSections(t *testing.T) {
	s := newShelf(
		newDigest("articles/world/a.txt", morning.Add(-time.Hour)),
		newDigest("articles/Local%20%26%20near/b.txt", morning.Add(-time.Hour)),
	)
	// Two texts that are about different things, so that they are two stories.
	s.digests[1].Article.Text = "A ferry to the island of Halme will sail on Sundays again, its captain said."
	p := newPostOffice()
	p.subscribe("all@example.org", subscriber.Attributes{Hour: -1})
	p.subscribe("world@example.org", subscriber.Attributes{Hour: -1}, "local-near")
	p.subscribe("local@example.org", subscriber.Attributes{Hour: -1}, "sport", "world")
	p.subscribe("none@example.org", subscriber.Attributes{Hour: -1}, "local-near", "world")
	mails := map[string]string{}
	p.onSend = func(to email.Recipient, m email.Message) error {
		for _, key := range []string{"world/a", "near/b"} {
			if strings.Contains(m.Text, key) {
				mails[to.Address] += key + " "
			}
		}
		return nil
	}
	got := beat(t, newDeliverer(t, s, p, morning))
	want := map[string]string{"all@example.org": "world/a near/b ", "world@example.org": "world/a ", "local@example.org": "near/b "}
	if diff := cmp.Diff(want, mails); diff != "" {
		t.Errorf("stories mailed (-want +got):\n%s", diff)
	}
	report := s.deliveries[got.Issue]
	if report.Subscribers != 4 || report.Sent != 3 || report.Elsewhere != 1 || !got.Complete {
		t.Errorf("report %+v, want 4 due, 3 sent, 1 who chose none of the sections", report)
	}
}

// TestSectionsOfPeople holds that the index of who speaks in more than one
// story counts the stories of the reader's own mail.
func TestSectionsOfPeople(t *testing.T) {
	s := newShelf()
	for i, text := range []string{
		"Wenlock beat Arden by two goals, and the captain limped off the pitch in the rain.",
		"A ferry to Halme sails on Sundays again once its new engine has come from the yard.",
		"Astronomers discovered a comet whose orbit no almanac or telescope had ever listed.",
	} {
		d := newDigest([]string{"articles/sport/a.txt", "articles/local/b.txt", "articles/science/c.txt"}[i], morning.Add(-time.Hour))
		d.Article.Text, d.Article.Headline = text, text[:20]
		d.Speakers = []speaker.Speaker{{Name: "Vera Molnar", Kind: speaker.Person, Roles: []string{"mayor of Halden"}, Positions: []speaker.Position{
			{Type: speaker.Indirect, Cue: "said", Text: text[:20], Span: texts.Span{End: 20}},
		}}}
		s.digests = append(s.digests, d)
	}
	s.digests[0].Speakers[0].Name = "Ole Brandt"
	p := newPostOffice()
	p.subscribe("all@example.org", subscriber.Attributes{Hour: -1})
	for _, section := range []string{"sport", "local", "science"} {
		p.subscribe("no-"+section+"@example.org", subscriber.Attributes{Hour: -1}, section)
	}
	right := map[string]bool{}
	p.onSend = func(to email.Recipient, m email.Message) error {
		var want string // the numbers of the stories in which she speaks, as this mail has them
		for _, headline := range []string{"A ferry to Halme sai", "Astronomers discover"} {
			if at := strings.Index(m.Text, ". "+headline); at > 0 {
				want += m.Text[at-1 : at]
			}
		}
		_, index, _ := strings.Cut(m.Text, "IN MORE THAN ONE STORY\n\n")
		if len(want) < 2 {
			right[to.Address] = index == ""
			return nil
		}
		want = min(want[:1], want[1:]) + " and " + max(want[:1], want[1:])
		index = strings.ReplaceAll(index, "\u00a0", " ")
		right[to.Address] = strings.HasPrefix(index, "* Vera Molnar\n  Mayor of Halden, stories "+want+"\n")
		return nil
	}
	beat(t, newDeliverer(t, s, p, morning))
	want := map[string]bool{"all@example.org": true, "no-sport@example.org": true, "no-local@example.org": true, "no-science@example.org": true}
	if diff := cmp.Diff(want, right); diff != "" {
		t.Errorf("whose index of people is right (-want +got):\n%s", diff)
	}
}

// TestLeavers holds what is known of readers who leave the list: their names
// go with the next round, the rest once it can't matter any more.
func TestLeavers(t *testing.T) {
	s := newShelf()
	p := newPostOffice("silent@example.org")
	p.subscribe("named@example.org", subscriber.Attributes{Name: "Ada", Hour: -1})
	p.subscribe("early@example.org", subscriber.Attributes{Name: "Ole", Zone: "Asia/Tokyo", Hour: 6})
	p.subscribe("stays@example.org", subscriber.Attributes{Name: "Eve", Zone: "Asia/Tokyo", Hour: 6})
	day := 0
	beatOfDay := func(n int) {
		t.Helper()
		for ; day <= n; day++ {
			beat(t, newDeliverer(t, s, p, morning.AddDate(0, 0, day)))
		}
	}
	known := func() map[string]string {
		out := map[string]string{}
		for _, address := range []string{"silent@example.org", "named@example.org", "early@example.org", "stays@example.org"} {
			k := subscriber.KeyOf(address)
			for _, r := range s.readers[shardOf(k)] {
				switch {
				case r.Key != k:
				case r.Wishes == nil:
					out[address] = "nothing"
				default:
					out[address] = fmt.Sprint(r.Wishes.Name, " ", r.Wishes.Zone)
				}
			}
		}
		return out
	}
	check := func(when string, want map[string]string) {
		t.Helper()
		if diff := cmp.Diff(want, known()); diff != "" {
			t.Errorf("known %s (-want +got):\n%s", when, diff)
		}
	}
	beatOfDay(0)
	everybody := map[string]string{
		"silent@example.org": "nothing", "named@example.org": "Ada ",
		"early@example.org": "Ole Asia/Tokyo", "stays@example.org": "Eve Asia/Tokyo",
	}
	check("of those on the list", everybody)
	list := p.contacts
	p.contacts = p.contacts[3:]
	beatOfDay(1)
	check("the day after", map[string]string{"early@example.org": " Asia/Tokyo", "stays@example.org": "Eve Asia/Tokyo"})
	p.contacts = list // the list was wrong
	beatOfDay(2)
	check("once they are back", everybody)
	p.contacts = p.contacts[3:]
	beatOfDay(10)
	check("a week later", map[string]string{"early@example.org": " Asia/Tokyo", "stays@example.org": "Eve Asia/Tokyo"})
	beatOfDay(12)
	check("after that", map[string]string{"stays@example.org": "Eve Asia/Tokyo"})
}

// TestListingForgotten has the service forget how far the list was read.
func TestListingForgotten(t *testing.T) {
	s := newShelf(newDigest("a.txt", morning.Add(-time.Hour)))
	p := newPostOffice()
	p.pageSize = 2
	for i := range 7 {
		p.subscribe(fmt.Sprintf("reader%d@example.org", i), subscriber.Attributes{Hour: -1})
	}
	p.forgets = true
	got := beat(t, newDeliverer(t, s, p, morning))
	slices.Sort(p.received)
	if n := len(slices.Compact(slices.Clone(p.received))); !got.Complete || n != 7 || len(p.received) != 7 {
		t.Errorf("Beat = %+v, %d mails to %d readers; want 7 to 7", got, len(p.received), n)
	}
}

// TestBrokenContacts has one contact whose attributes can't be read and one
// who left since the list was made.
func TestBrokenContacts(t *testing.T) {
	s := newShelf(newDigest("a.txt", morning.Add(-time.Hour)))
	p := newPostOffice("ada@example.org", "broken@example.org", "gone@example.org")
	p.attributes["broken@example.org"] = subscriber.Attributes{Hour: -1, Problem: "attributes are no JSON object"}
	p.attributes["ada@example.org"] = subscriber.Attributes{Name: "Ada", Zone: "Asia/Tokyo", Hour: 9}
	delete(p.attributes, "gone@example.org")
	if got := beat(t, newDeliverer(t, s, p, morning)); got.Sent != 3 {
		t.Errorf("Beat = %+v, want 3 sent", got)
	}
	known := map[string]*subscriber.Wishes{}
	for _, address := range []string{"ada@example.org", "broken@example.org", "gone@example.org"} {
		k := subscriber.KeyOf(address)
		for _, r := range s.readers[shardOf(k)] {
			if r.Key == k {
				known[address] = r.Wishes
			}
		}
	}
	want := map[string]*subscriber.Wishes{
		"ada@example.org":    {Name: "Ada", Zone: "Asia/Tokyo", Hour: 9, Served: morning, Since: morning},
		"broken@example.org": nil,
	}
	if diff := cmp.Diff(want, known); diff != "" {
		t.Errorf("known of the readers (-want +got):\n%s", diff)
	}
	p.unreadable = map[string]error{"gone@example.org": errors.New("InternalServiceError")}
	beat(t, newDeliverer(t, s, p, morning.Add(time.Minute)))
	reads := p.reads
	beat(t, newDeliverer(t, s, p, morning.Add(15*time.Minute)))
	if p.reads != reads+1 { // the one who left is still listed, and asked for again
		t.Errorf("%d contacts read at the next beat, want only what is not known", p.reads-reads)
	}
}

// TestContactsUnreadable holds that a service which reads nobody's attributes
// is an error, and soon.
func TestContactsUnreadable(t *testing.T) {
	s := newShelf(newDigest("a.txt", morning.Add(-time.Hour)))
	p := newPostOffice()
	p.unreadable = map[string]error{}
	for i := range 50 {
		p.subscribe(fmt.Sprintf("reader%d@example.org", i), subscriber.Attributes{Hour: -1})
		p.unreadable[fmt.Sprintf("reader%d@example.org", i)] = fmt.Errorf("Get /contacts/reader%d@example.org: %w", i, errS3)
	}
	got, err := newDeliverer(t, s, p, morning).Beat(t.Context(), Beat{})
	if !errors.Is(err, errS3) || got.Sent != 50 || !got.Complete || p.reads != manyFailures {
		t.Errorf("Beat = %+v, %v after %d contacts; want the mails sent, and the error after %d", got, err, p.reads, manyFailures)
	}
	if strings.Contains(err.Error(), "example.org") {
		t.Errorf("the error has an address in it: %v", err)
	}
}

// TestDryRun holds that a dry run says what a beat would do, and does nothing.
func TestDryRun(t *testing.T) {
	s := newShelf(newDigest("a.txt", morning.Add(-time.Hour)), newDigest("b.txt", morning.Add(-time.Hour)))
	p := newPostOffice("a@example.org", "b@example.org", "tokyo@example.org")
	k := subscriber.KeyOf("tokyo@example.org")
	s.readers[shardOf(k)] = []subscriber.Reader{{Key: k, Wishes: &subscriber.Wishes{Zone: "Asia/Tokyo", Hour: 1}}}
	d := newDeliverer(t, s, p, morning)
	for range 2 {
		puts := s.puts
		got, err := d.Beat(t.Context(), Beat{DryRun: true})
		if err != nil || got.Subscribers != 2 || got.Stories == 0 || got.Issue != "20261122T0700Z-20261123T0700Z" {
			t.Errorf("dry run = %+v, %v; want the stories for two, the third being due at another hour", got, err)
		}
		if s.puts != puts || p.sends > 0 {
			t.Errorf("dry run stored %d objects and sent %d mails", s.puts-puts, p.sends)
		}
	}
	beat(t, d)
	sends := p.sends
	if got, err := d.Beat(t.Context(), Beat{DryRun: true}); err != nil || got.Subscribers != 2 || p.sends != sends {
		t.Errorf("dry run after the mails = %+v, %v, %d more mails; want the last round", got, err, p.sends-sends)
	}
}

// TestMendsPages kills a compiler between the issue and its web version.
func TestMendsPages(t *testing.T) {
	s := newShelf(newDigest("a.txt", morning.Add(-time.Hour)))
	d := newDeliverer(t, s, newPostOffice("a@example.org"), morning)
	round, _, err := d.nextRound(t.Context(), morning, &roster{})
	if err != nil {
		t.Fatal(err)
	}
	w, _ := window(common(round), round)
	if s.issues[w.ID()], err = d.compile(t.Context(), w, round); err != nil {
		t.Fatal(err)
	}
	beat(t, d)
	if !strings.Contains(s.pages[w.ID()], "Headline of a.txt") {
		t.Errorf("the issue has pages %v", slices.Sorted(maps.Keys(s.pages)))
	}
}

var errS3 = errors.New("SlowDown")

// TestArchiveFailsAnywhere has each request to the archive in turn fail, and
// beats until all is done: nobody is mailed twice or forgotten, and what is
// unconfirmed is what was in flight.
func TestArchiveFailsAnywhere(t *testing.T) {
	for nth := 1; ; nth++ {
		s := newShelf(newDigest("a.txt", morning.Add(-time.Hour)))
		p := newPostOffice("a@example.org", "b@example.org", "c@example.org")
		d := newDeliverer(t, s, p, morning)
		n := 0
		s.fail = func() error {
			if n++; n == nth {
				return errS3
			}
			return nil
		}
		failed := false
		for range 3 {
			s.held = time.Time{}
			_, err := d.Beat(t.Context(), Beat{})
			failed = failed || err != nil
		}
		sent, unconfirmed := 0, 0
		for _, r := range s.deliveries {
			sent += r.Sent
			unconfirmed += len(r.Unconfirmed)
		}
		slices.Sort(p.received)
		if got := len(slices.Compact(slices.Clone(p.received))); got != len(p.received) || sent+unconfirmed != 3 || unconfirmed > 1 {
			t.Errorf("request %d fails: %d mails to %d readers, %d sent, %d unconfirmed", nth, len(p.received), got, sent, unconfirmed)
		}
		if n < nth {
			if nth < 60 {
				t.Errorf("only %d requests were made", n)
			}
			return
		}
	}
}

// TestPoisonedDigest holds that a digest which can't be read costs itself, at
// every beat, and that the log names no subscriber.
func TestPoisonedDigest(t *testing.T) {
	s := newShelf(newDigest("a.txt", morning.Add(-time.Hour)))
	s.broken = []error{fmt.Errorf("digests/x.json: %w", digest.ErrInvalid)}
	p := newPostOffice("ada@example.org")
	p.answers["ada@example.org"] = []error{fmt.Errorf("send to ada@example.org: %w", email.ErrUnconfirmed)}
	d := newDeliverer(t, s, p, morning)
	var log strings.Builder
	d.Log = slog.New(slog.NewTextHandler(&log, nil))
	beat(t, d)
	if !strings.Contains(log.String(), "digests/x.json") || strings.Contains(log.String(), "ada@") {
		t.Errorf("the log has no word of the digest, or an address:\n%s", log.String())
	}
	if diff := cmp.Diff([]string{"a.txt"}, keys(onlyIssue(t, s))); diff != "" {
		t.Errorf("articles (-want +got):\n%s", diff)
	}
}
