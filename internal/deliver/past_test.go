package deliver

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/issue"
)

// readingRoom is an archive of past issues alone, some of which are lost.
type readingRoom struct {
	Archive
	ids  []string
	lost map[string]error
	read []string
	err  error
}

func (r *readingRoom) Issues(_ context.Context, since time.Time) ([]string, error) {
	return slices.DeleteFunc(slices.Clone(r.ids), func(id string) bool { return id < issue.Window{From: since}.ID() }), r.err
}

func (r *readingRoom) Issue(_ context.Context, id string) (issue.Issue, error) {
	r.read = append(r.read, id)
	return issue.Issue{ID: id}, r.lost[id]
}

func TestPast(t *testing.T) {
	today := time.Date(2026, 11, 23, 6, 0, 0, 0, time.UTC)
	w := issue.Window{From: today.AddDate(0, 0, -1), To: today}
	// id names the daily issue that was cut so many days and hours before.
	id := func(days, hours int) string {
		to := today.AddDate(0, 0, -days).Add(-time.Duration(hours) * time.Hour)
		return issue.Window{From: to.AddDate(0, 0, -1), To: to}.ID()
	}
	weekly := issue.Window{From: today.AddDate(0, 0, -13), To: today.AddDate(0, 0, -6)}.ID()
	for _, c := range []struct {
		name string
		ids  []string
		lost map[string]error
		want []string
	}{
		{"no issue yet", nil, nil, nil},
		{"a week of them", []string{id(9, 0), id(8, 0), id(7, 0), id(2, 0), id(1, 0)}, nil, []string{id(1, 0), id(2, 0), id(7, 0)}},
		{"one of a whole week, as after a pause", []string{weekly}, nil, []string{weekly}},
		{"the one that stands already", []string{id(1, 0), id(0, 0)}, nil, []string{id(1, 0)}},
		{"those for readers further east", []string{id(2, 5), id(2, 0), id(1, 5), id(1, 0), id(0, 5)}, nil, []string{id(1, 0), id(2, 0)}},
		{"one that is gone", []string{id(2, 0), id(1, 0)}, map[string]error{id(1, 0): fs.ErrNotExist}, []string{id(2, 0)}},
		{"one that is broken", []string{id(2, 0), id(1, 0)}, map[string]error{id(2, 0): errors.New("not JSON")}, []string{id(1, 0)}},
		{"a folder of another name", []string{id(1, 0), "zzz"}, nil, []string{id(1, 0)}},
	} {
		slices.Sort(c.ids)
		d := &Deliverer{Archive: &readingRoom{ids: c.ids, lost: c.lost}, Log: slog.New(slog.NewTextHandler(t.Output(), nil))}
		var got []string
		for _, is := range d.past(t.Context(), w) {
			got = append(got, is.ID)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: past (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestPastWithoutAList(t *testing.T) {
	room := &readingRoom{err: errors.New("throttled")}
	d := &Deliverer{Archive: room, Log: slog.New(slog.NewTextHandler(t.Output(), nil))}
	if got := d.past(t.Context(), issue.Window{}); got != nil || room.read != nil {
		t.Errorf("past = %v after reading %v, want nothing of either", got, room.read)
	}
}
