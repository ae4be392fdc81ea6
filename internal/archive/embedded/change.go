package embedded

import (
	"fmt"
	"sync"
	"time"
)

// Change is what happened to an object, as an S3 event notification tells it.
type Change struct {
	Event     string // as in s3:ObjectCreated:Put, without "s3:"; see the constants
	Bucket    string
	Key       string // decoded
	ETag      string // without quotation marks, empty for a removal
	Size      int64  // bytes, 0 for a removal
	VersionID string // empty where the bucket has no versioning
	Sequencer string // hexadecimal; later changes have greater ones
	Time      time.Time
}

// The events of a [Change].
const (
	CreatedPut      = "ObjectCreated:Put"
	CreatedPost     = "ObjectCreated:Post" // an upload by an HTML form
	CreatedCopy     = "ObjectCreated:Copy"
	CreatedComplete = "ObjectCreated:CompleteMultipartUpload"
	Removed         = "ObjectRemoved:Delete"
	RemovedMarker   = "ObjectRemoved:DeleteMarkerCreated" // in a bucket with versioning
)

// notifier tells changes one at a time, in order, from its own goroutine, so
// that whoever is told may use the server.
type notifier struct {
	mu      sync.Mutex
	waiting *sync.Cond // there are changes, or no more will come
	tell    func(Change)
	changes []Change
	telling int // 1 while a change is being told
	count   uint64
	closed  bool
	done    chan struct{}
}

func newNotifier() *notifier {
	n := &notifier{done: make(chan struct{})}
	n.waiting = sync.NewCond(&n.mu)
	go n.run()
	return n
}

func (n *notifier) run() {
	defer close(n.done)
	for {
		n.mu.Lock()
		for len(n.changes) == 0 && !n.closed {
			n.waiting.Wait()
		}
		if len(n.changes) == 0 {
			n.mu.Unlock()
			return
		}
		c, tell := n.changes[0], n.tell
		n.changes, n.telling = n.changes[1:], 1
		n.mu.Unlock()
		if tell != nil {
			tell(c)
		}
		n.mu.Lock()
		n.telling = 0
		n.mu.Unlock()
	}
}

// on sets who is told of the changes from now on.
func (n *notifier) on(tell func(Change)) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.tell = tell
}

// add numbers a change and has it told, if anybody listens.
func (n *notifier) add(c Change) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.count++
	if n.tell == nil || n.closed {
		return
	}
	c.Sequencer = fmt.Sprintf("%016X", n.count)
	c.Time = time.Now().UTC()
	n.changes = append(n.changes, c)
	n.waiting.Signal()
}

// backlog is how many changes are still to be told, or being told.
func (n *notifier) backlog() int {
	n.mu.Lock()
	defer n.mu.Unlock()
	return len(n.changes) + n.telling
}

// close has the changes so far told, and returns when they are.
func (n *notifier) close() {
	n.mu.Lock()
	n.closed = true
	n.waiting.Signal()
	n.mu.Unlock()
	<-n.done
}
