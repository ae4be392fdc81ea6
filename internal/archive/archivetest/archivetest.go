// Package archivetest is the contract of an archive: what every S3 server that
// On Record runs on has to do for [archive.Archive] and [archive.Uploads].
package archivetest

import (
	"context"
	"iter"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/s3"

	"onrecord/internal/archive"
)

// Store is an empty bucket of the server under test, and a client that may do
// everything in it.
type Store struct {
	Client *s3.Client
	Bucket string
}

// Run holds the server behind open to the contract. open is called once for
// each clause and returns a bucket that no other clause uses.
func Run(t *testing.T, open func(t *testing.T) Store) {
	for _, c := range []struct {
		name string
		test func(t *testing.T, s Store)
	}{
		{"digests come back within the window", testWindow},
		{"a digest comes back by its id", testDigestByID},
		{"digests come back in the order of their keys, over many pages", testPages},
		{"a repeated digest overwrites itself", testRepeatedDigest},
		{"a poisoned digest costs only itself", testPoisoned},
		{"a sequence can be left and cancelled", testLeave},
		{"rejections come back", testRejections},
		{"withdrawals come back, in whatever order they are told", testWithdrawals},
		{"an issue is compiled once", testIssue},
		{"one of many compilers wins", testIssueRace},
		{"issues are listed once they are committed", testIssues},
		{"what is published lies below web/ alone", testWeb},
		{"an issue's pages can be mended", testPagesOfIssue},
		{"a delivery report comes back", testDelivery},
		{"only the wanted digests are read", testSomeDigests},
		{"the last round comes back", testRounds},
		{"a round of very many digests comes back", testLargeRound},
		{"one of many begins a round", testRoundRace},
		{"a page of contacts is stored once", testContacts},
		{"the roster comes back", testRoster},
		{"one of many gets the lease", testLease},
		{"one of many claimants wins", testClaimRace},
		{"a claim holds until it is released", testRelease},
		{"one of many claimants wins what was released", testReleaseRace},
		{"a claim whose answer was lost is one's own", testLostAnswer},
		{"the ledger tells how each mail stands", testLedger},
		{"the ledger of many recipients is read in shards", testShards},
		{"names that are no folders are refused", testNames},
		{"uploads come back byte for byte", testUploads},
		{"uploads of any key come back", testKeys},
		{"a missing upload is told from a fault", testMissingUpload},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, open(t)) })
	}
}

func (s Store) archive() *archive.Archive { return archive.New(s.Client, s.Bucket) }

// must returns the values of a sequence, none of which may be an error.
func must[T any](t *testing.T, seq iter.Seq2[T, error]) []T {
	t.Helper()
	var all []T
	for v, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, v)
	}
	return all
}

// each runs f for 0 to n-1, several at once.
func each(t *testing.T, n int, f func(ctx context.Context, i int) error) {
	t.Helper()
	const atOnce = 32
	next, errs := make(chan int), make(chan error, n)
	for range atOnce {
		go func() {
			for i := range next {
				errs <- f(t.Context(), i)
			}
		}()
	}
	for i := range n {
		next <- i
	}
	close(next)
	for range n {
		if err := <-errs; err != nil {
			t.Fatal(err)
		}
	}
}

// race calls f 32 times at once and returns the errors.
func race(t *testing.T, f func(ctx context.Context, i int) error) []error {
	t.Helper()
	const racers = 32
	start := make(chan struct{})
	errs := make(chan error, racers)
	for i := range racers {
		go func() {
			<-start
			errs <- f(t.Context(), i)
		}()
	}
	close(start)
	all := make([]error, racers)
	for i := range all {
		all[i] = <-errs
	}
	return all
}
