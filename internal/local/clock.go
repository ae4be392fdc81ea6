package local

import (
	"sync"
	"time"
)

// Clock is the local run's own time. It goes as the machine's does, from
// wherever it was set: a day passes at the press of a button.
type Clock struct {
	mu     sync.Mutex
	offset time.Duration // ahead of the machine's time
}

// Now returns the clock's time.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return time.Now().Add(c.offset)
}

// Set moves the clock to t, forward or back.
func (c *Clock) Set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.offset = time.Until(t)
}
