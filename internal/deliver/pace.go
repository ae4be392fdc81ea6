package deliver

import (
	"context"
	"sync"
	"time"
)

const (
	// below is how far new mails stay below the allowed rate: 1.5 %, so that
	// the gate behind them, which smoothes what claiming them has made uneven,
	// never has a queue for long.
	below = 1.015
	// second is the window in which no more mails leave than the rate allows,
	// longer than one by what the way there may shorten it.
	second = 1012 * time.Millisecond
	// catchUp is how much of a stall is made up for afterwards.
	catchUp = 100 * time.Millisecond
	// slower is what a throttled sender's rate is multiplied by, once in
	// slowest at most; each such period without throttling gives back a
	// twentieth of the whole rate.
	slower  = 0.7
	slowest = time.Second
)

// pace lets events through at a rate. Beside spacing them evenly it looks back
// at when the last ones went, so that in no second there are more than allowed
// even after a stall.
type pace struct {
	turn    chan struct{} // held by whoever goes next
	most    float64       // a second
	stretch float64       // of the time between two events

	mu       sync.Mutex // guards what follows
	rate     float64    // a second, most or less
	slowed   time.Time  // when slow was last heeded
	adjusted time.Time  // when rate was last changed
	next     time.Time  // when the next event is due
	last     []time.Time
	n        int // events so far
}

// newPace returns a pace of most events a second, evenly spread over a time
// that is stretched by a factor. At less than one a second the window is
// longer accordingly.
func newPace(most, stretch float64) *pace {
	return &pace{
		turn: make(chan struct{}, 1), most: most, stretch: stretch, rate: most,
		last: make([]time.Time, max(1, int(most))), next: time.Now(),
	}
}

// wait returns when the next event may be, or ctx's error.
func (p *pace) wait(ctx context.Context) error {
	select {
	case p.turn <- struct{}{}:
		defer func() { <-p.turn }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if d := time.Until(p.due(time.Now())); d > 0 {
		timer := time.NewTimer(d)
		defer timer.Stop()
		select {
		case <-timer.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	p.went(time.Now())
	return nil
}

// due returns when the next event may be.
func (p *pace) due(now time.Time) time.Time {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.recover(now)
	window := time.Duration(float64(second) * max(1, float64(len(p.last))/p.most))
	at := p.next
	if oldest := p.last[p.n%len(p.last)]; !oldest.IsZero() && oldest.Add(window).After(at) {
		at = oldest.Add(window)
	}
	return at
}

// went notes that an event is.
func (p *pace) went(now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.last[p.n%len(p.last)] = now
	p.n++
	if late := now.Add(-catchUp); p.next.Before(late) {
		p.next = late
	}
	p.next = p.next.Add(time.Duration(p.stretch / p.rate * float64(time.Second)))
}

// slow is told that the events come too fast.
func (p *pace) slow() {
	now := time.Now()
	p.mu.Lock()
	defer p.mu.Unlock()
	if now.Sub(p.slowed) < slowest {
		return // mails of the same moment
	}
	p.rate = max(p.rate*slower, p.most/100)
	p.slowed, p.adjusted = now, now
}

// recover gives back what slow took.
func (p *pace) recover(now time.Time) {
	if p.rate >= p.most {
		return
	}
	if periods := int(now.Sub(p.adjusted) / slowest); periods > 0 {
		p.rate = min(p.most, p.rate+p.most*0.05*float64(periods))
		p.adjusted = p.adjusted.Add(time.Duration(periods) * slowest)
	}
}
