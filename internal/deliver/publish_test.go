package deliver

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/digest"
	"onrecord/internal/issue"
)

func (s *shelf) PutWeb(_ context.Context, path, _ string, body []byte) error {
	if s.webFault != nil {
		return s.webFault
	}
	s.web[path] = string(body)
	return nil
}

func (s *shelf) webPaths() []string {
	paths := []string{}
	for path := range s.web {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	return paths
}

const newsroom = "https://news.example.com"

func TestPublish(t *testing.T) {
	s := newShelf(newDigest("articles/a.txt", morning.Add(-time.Hour)), newDigest("articles/b.txt", morning.Add(23*time.Hour)))
	p := newPostOffice("ada@example.org")
	for day := range 2 {
		d := newDeliverer(t, s, p, morning.AddDate(0, 0, day))
		d.Options.WebBaseURL = newsroom
		if _, err := d.Beat(t.Context(), Beat{}); err != nil {
			t.Fatalf("Beat of day %d: %v", day+1, err)
		}
	}
	want := []string{
		"feeds/issues.xml", "issues/20261122T0700Z-20261123T0700Z/index.html",
		"issues/20261123T0700Z-20261124T0700Z/index.html", "issues/index.html",
	}
	if diff := cmp.Diff(want, s.webPaths()); diff != "" {
		t.Errorf("published (-want +got):\n%s", diff)
	}
	for _, page := range []string{"issues/index.html", "feeds/issues.xml"} {
		for _, headline := range []string{"Headline of articles/a.txt", "Headline of articles/b.txt"} {
			if !strings.Contains(s.web[page], headline) {
				t.Errorf("%s lacks %q", page, headline)
			}
		}
	}
	if want := newsroom + "/issues/20261123T0700Z-20261124T0700Z/index.html"; !strings.Contains(p.last.Text, want) {
		t.Errorf("the mail does not link to %s:\n%s", want, p.last.Text)
	}
}

// TestPublishFails holds that no mail links to a page that is not there: the
// issue is not stored either, and the next beat does both.
func TestPublishFails(t *testing.T) {
	s := newShelf(newDigest("articles/a.txt", morning.Add(-time.Hour)))
	p := newPostOffice("ada@example.org")
	d := newDeliverer(t, s, p, morning)
	d.Options.WebBaseURL = newsroom
	s.webFault = errors.New("SlowDown")
	if _, err := d.Beat(t.Context(), Beat{}); err == nil || len(s.issues) > 0 || len(p.received) > 0 {
		t.Errorf("Beat = %v with %d issues and %d mails; want an error and neither", err, len(s.issues), len(p.received))
	}
	s.webFault = nil
	if _, err := d.Beat(t.Context(), Beat{}); err != nil || len(s.issues) != 1 || len(p.received) != 1 {
		t.Errorf("next Beat = %v with %d issues and %d mails; want one of each", err, len(s.issues), len(p.received))
	}
}

// TestPublishElsewhere holds that an issue cut by another clock has a page for
// its mails to link to, and no line in the list and the feeds.
func TestPublishElsewhere(t *testing.T) {
	s := newShelf(newDigest("articles/a.txt", morning.Add(-time.Hour)))
	elsewhere := issue.Window{From: morning.Add(-33 * time.Hour), To: morning.Add(-25 * time.Hour)}
	s.issues[elsewhere.ID()] = issue.Compile(elsewhere, time.UTC, []digest.Digest{newDigest("articles/elsewhere.txt", elsewhere.To)})
	d := newDeliverer(t, s, newPostOffice(), morning)
	d.Options.WebBaseURL = newsroom
	if err := d.publish(t.Context(), s.issues[elsewhere.ID()]); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"issues/" + elsewhere.ID() + "/index.html"}, s.webPaths()); diff != "" {
		t.Errorf("published (-want +got):\n%s", diff)
	}
	if _, err := d.Beat(t.Context(), Beat{}); err != nil {
		t.Fatal(err)
	}
	if list := s.web["issues/index.html"]; strings.Contains(list, "elsewhere.txt") || !strings.Contains(list, "articles/a.txt") {
		t.Errorf("the list of issues is\n%s", list)
	}
}

func TestPublishNothing(t *testing.T) {
	s := newShelf(newDigest("articles/a.txt", morning.Add(-time.Hour)))
	rehearsal := newDeliverer(t, s, newPostOffice(), morning)
	rehearsal.Options.WebBaseURL = newsroom
	if _, err := rehearsal.Beat(t.Context(), Beat{DryRun: true}); err != nil || len(s.web) > 0 {
		t.Errorf("rehearsal = %v and published %v", err, s.webPaths())
	}
	p := newPostOffice("ada@example.org")
	if _, err := newDeliverer(t, s, p, morning).Beat(t.Context(), Beat{}); err != nil || len(s.web) > 0 {
		t.Errorf("Beat without an address = %v and published %v", err, s.webPaths())
	}
	if strings.Contains(p.last.Text, "View in browser") {
		t.Error("the mail links to a page that was not published")
	}
}

// TestHome holds that every cut-off of the publisher's own schedule is told
// as such, on the days too when the clocks are put forward or back.
func TestHome(t *testing.T) {
	for _, name := range []string{"UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago"} {
		for _, hour := range []int{0, 1, 2, 3, 7} {
			d := &Deliverer{Zone: zone(t, name), Hour: hour}
			for at := instant(t, "2028-01-01T00:00:00Z"); at.Year() < 2029; {
				next := d.NextCutOff(at)
				if w := (issue.Window{From: at, To: next}); !d.home(w) {
					t.Errorf("%s %d: the issue that ends %v counts as one for readers elsewhere", name, hour, next)
				}
				if w := (issue.Window{From: at, To: next.Add(time.Hour)}); d.home(w) {
					t.Errorf("%s %d: the issue that ends an hour after %v counts as the publisher's own", name, hour, next)
				}
				at = next
			}
		}
	}
}
