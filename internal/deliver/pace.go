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
	// second is the window in which no more mails come than the rate allows, a
	// little longer than one.
	second = 1003 * time.Millisecond
	// latest is how late a mail may be on its way and still be waited for.
	latest = 250 * time.Millisecond
	// sample is after how many answers the fastest is taken for what is possible.
	sample = 20
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
//
// What counts is when they come to the other end, which is not known. But an
// event was on its way as much longer than the fastest as its answer took
// longer than that one's: by so much, the one that is a second's events behind
// it goes later. The first mail of a beat, for which a connection is made, so
// does not come in the same second as all of the next.
type pace struct {
	turn    chan struct{} // held by whoever goes next
	most    float64       // a second
	stretch float64       // of the time between two events

	mu       sync.Mutex // guards what follows
	rate     float64    // a second, most or less
	slowed   time.Time  // when slow was last heeded
	adjusted time.Time  // when rate was last changed
	next     time.Time  // when the next event is due
	last     []event    // as many as there may be in a second
	n        int        // events so far
	answers  int
	fastest  time.Duration // of the answers
}

// event is one that went, and how long its answer took: 0 while there is none.
type event struct {
	at   time.Time
	took time.Duration
}

// newPace returns a pace of most events a second, evenly spread over a time
// that is stretched by a factor. At less than one a second the window is
// longer accordingly.
func newPace(most, stretch float64) *pace {
	return &pace{
		turn: make(chan struct{}, 1), most: most, stretch: stretch, rate: most,
		last: make([]event, max(1, int(most))), next: time.Now(),
	}
}

// wait returns when the next event may be, with a function that is to be told
// when it is answered; or ctx's error.
func (p *pace) wait(ctx context.Context) (answered func(), err error) {
	select {
	case p.turn <- struct{}{}:
		defer func() { <-p.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	for d := p.until(); d > 0; d = p.until() {
		timer := time.NewTimer(d)
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
			return nil, ctx.Err()
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return p.went(time.Now()), nil
}

// until returns how long it is to the next event.
func (p *pace) until() time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	p.recover(now)
	at := p.next
	if first := p.last[p.n%len(p.last)]; !first.at.IsZero() {
		took := first.took
		if took == 0 {
			took = now.Sub(first.at)
		}
		window := time.Duration(float64(second) * max(1, float64(len(p.last))/p.most))
		if p.answers >= sample {
			took -= p.fastest
		}
		if end := first.at.Add(window + min(max(0, took), latest)); end.After(at) {
			at = end
		}
	}
	return at.Sub(now)
}

// went notes that an event is.
func (p *pace) went(now time.Time) (answered func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := p.n
	p.last[n%len(p.last)] = event{at: now}
	p.n++
	if late := now.Add(-catchUp); p.next.Before(late) {
		p.next = late
	}
	p.next = p.next.Add(time.Duration(p.stretch / p.rate * float64(time.Second)))
	return func() { p.answered(n, time.Since(now)) }
}

// answered notes how long the answer to the nth event took.
func (p *pace) answered(n int, took time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	took = max(took, 1)
	if p.answers++; p.answers == 1 || took < p.fastest {
		p.fastest = took
	}
	if p.n-n <= len(p.last) { // or its place is another's by now
		p.last[n%len(p.last)].took = took
	}
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
