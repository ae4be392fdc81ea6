package deliver

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"onrecord/internal/email"
	"onrecord/internal/subscriber"
)

// busiest returns the most instants within any one second, of a sorted list.
func busiest(at []time.Time) int {
	most, from := 0, 0
	for i := range at {
		for !at[from].After(at[i].Add(-time.Second)) {
			from++
		}
		most = max(most, i-from+1)
	}
	return most
}

// TestPace lets mails go whose claims take unevenly long, as does their way,
// the first one's longest, and past a stall. It holds the pace where they
// come: within 2 % of the rate, and never above it in a second.
func TestPace(t *testing.T) {
	for _, rate := range []float64{1, 14, 500, 2.5} {
		t.Run(fmt.Sprint(rate), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				tickets, gate := newPace(rate, below), newPace(rate, 1)
				random := rand.New(rand.NewPCG(1, uint64(rate)))
				var mu sync.Mutex
				var come []time.Time
				ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
				defer cancel()
				stalled := time.Now().Add(20 * time.Second)
				var group sync.WaitGroup
				for range 128 {
					group.Go(func() {
						for {
							started, err := tickets.wait(ctx)
							if err != nil {
								return
							}
							started()
							mu.Lock()
							claim := time.Duration(random.IntN(60)) * time.Millisecond
							way := time.Duration(1000+random.IntN(8000)) * time.Microsecond
							if len(come) == 0 {
								way += 80 * time.Millisecond // for the connection
							}
							mu.Unlock()
							if now := time.Now(); now.After(stalled) && now.Before(stalled.Add(80*time.Millisecond)) {
								claim = time.Until(stalled.Add(100 * time.Millisecond))
							}
							time.Sleep(claim)
							answered, err := gate.wait(ctx)
							if err != nil {
								return
							}
							time.Sleep(way)
							mu.Lock()
							come = append(come, time.Now())
							mu.Unlock()
							time.Sleep(time.Millisecond)
							answered()
						}
					})
				}
				group.Wait()
				if got := busiest(come); float64(got) > rate {
					t.Errorf("%d in one second, at %v a second", got, rate)
				}
				whole := float64(int(rate)) // of a second and a half, none are sent in halves
				if got := float64(len(come)-1) / come[len(come)-1].Sub(come[0]).Seconds(); got < 0.98*whole || got > rate {
					t.Errorf("%.2f a second, want %v less 2 %% at most", got, rate)
				}
			})
		})
	}
}

// TestPaceAdapts throttles at a rate below what the account is said to have:
// few tries are turned down, and the pace comes back once they are not.
func TestPaceAdapts(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPace(100, 1)
		limit := 40
		var taken []time.Time
		turnedDown := 0
		during := func(d time.Duration) {
			for end := time.Now().Add(d); time.Now().Before(end); {
				answered, err := p.wait(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				answered()
				now := time.Now()
				n := 0
				for i := len(taken) - 1; i >= 0 && taken[i].After(now.Add(-time.Second)); i-- {
					n++
				}
				if n >= limit {
					turnedDown++
					p.slow()
					continue
				}
				taken = append(taken, now)
			}
		}
		during(time.Minute)
		if got := len(taken); got < 60*40*70/100 || turnedDown > got/2 {
			t.Errorf("%d taken in a minute of 2,400 and %d turned down", got, turnedDown)
		}
		limit, taken, turnedDown = 1000, nil, 0
		during(30 * time.Second)
		if got := len(taken); got < 30*100*80/100 {
			t.Errorf("%d taken in half a minute of 3,000, once the throttling is over", got)
		}
	})
}

func TestPaceStops(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPace(0.1, 1)
		ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
		defer cancel()
		var group sync.WaitGroup
		for range 10 {
			group.Go(func() {
				for {
					if _, err := p.wait(ctx); err != nil {
						return
					}
				}
			})
		}
		began := time.Now()
		group.Wait()
		if got := time.Since(began); got != 3*time.Second {
			t.Errorf("waiting ended after %v, want it with the context", got)
		}
	})
}

// TestDeadline has mails that take long, in an invocation of two minutes: none
// is begun in the margin, and the last is noted before the end.
func TestDeadline(t *testing.T) {
	if sendTimeout+2*noteTimeout >= margin {
		t.Errorf("a mail may take %v and its lines in the ledger %v each, of a margin of %v", sendTimeout, noteTimeout, margin)
	}
	synctest.Test(t, func(t *testing.T) {
		s := newShelf(newDigest("a.txt", morning.Add(-time.Hour)))
		p := newPostOffice()
		for i := range 2000 {
			p.subscribe(fmt.Sprintf("reader%d@example.org", i), subscriber.Attributes{Hour: -1})
		}
		p.account.MaxPerSecond = 14
		var last time.Time
		p.onSend = func(email.Recipient, email.Message) error { last = time.Now(); return nil }
		d := newDeliverer(t, s, p, morning)
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
		defer cancel()
		deadline, _ := ctx.Deadline()
		got, err := d.Beat(ctx, Beat{})
		if err != nil || got.Complete || got.Held != timeHeld || got.Sent < 1200 {
			t.Errorf("Beat = %+v, %v; want some 1,300 sent and the rest left for lack of time", got, err)
		}
		if last.After(deadline.Add(-margin)) || time.Now().After(deadline.Add(-margin+sendTimeout)) {
			t.Errorf("the last mail was begun %v before the deadline, the beat ended %v before", deadline.Sub(last), time.Until(deadline))
		}
		if got := beat(t, d); !got.Complete || got.Sent != 2000 || len(p.received) != 2000 {
			t.Errorf("the next Beat = %+v, %d mails; want all 2,000 sent", got, len(p.received))
		}
	})
}
