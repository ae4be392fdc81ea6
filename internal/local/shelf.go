package local

import (
	"context"
	"slices"
	"sync"
	"time"

	"onrecord/internal/digest"
	"onrecord/internal/ingest"
)

// shelf is the archive that the local ingest writes to. It remembers what
// came by, so that the page can list thousands of digests without reading
// them.
type shelf struct {
	ingest.Archive

	mu         sync.Mutex
	digests    []label            // by when they were first made
	at         map[string]int     // in digests, by id
	rejections []digest.Rejection // likewise
}

// label is what a list shows of a digest.
type label struct {
	ID, Key, Headline, Topic, Publication string

	Speakers int
	Received time.Time
}

func newShelf(a ingest.Archive) *shelf { return &shelf{Archive: a, at: map[string]int{}} }

// PutDigest stores d and remembers it.
func (s *shelf) PutDigest(ctx context.Context, d digest.Digest) error {
	if err := s.Archive.PutDigest(ctx, d); err != nil {
		return err
	}
	l := label{
		ID: d.ID, Key: d.Source.Key, Headline: d.Article.Headline, Topic: d.Topic, Publication: d.Article.Publication,
		Speakers: len(d.Speakers), Received: d.Source.ReceivedAt,
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if i, again := s.at[d.ID]; again {
		s.digests[i] = l
		return nil
	}
	s.at[d.ID] = len(s.digests)
	s.digests = append(s.digests, l)
	return nil
}

// PutRejection stores r and remembers it.
func (s *shelf) PutRejection(ctx context.Context, r digest.Rejection) error {
	if err := s.Archive.PutRejection(ctx, r); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.rejections = slices.DeleteFunc(s.rejections, func(old digest.Rejection) bool { return old.ID == r.ID })
	s.rejections = append(s.rejections, r)
	return nil
}

// find returns the label of the digest with an id.
func (s *shelf) find(id string) (label, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	i, found := s.at[id]
	if !found {
		return label{}, false
	}
	return s.digests[i], true
}

// labels returns those of a sheet, the latest first.
func (s *shelf) labels(sheet sheet) ([]label, sheet) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return latest(s.digests, sheet)
}

// refused returns the rejections of a sheet, the latest first.
func (s *shelf) refused(sheet sheet) ([]digest.Rejection, sheet) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return latest(s.rejections, sheet)
}
