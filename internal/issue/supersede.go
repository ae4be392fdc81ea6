package issue

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"onrecord/internal/digest"
)

// revision is a digest with the earlier versions that it stands for, the
// latest first.
type revision struct {
	digest.Digest
	supersedes []Version
}

// latest returns one digest of each article, sorted by bucket and key: of the
// versions of one source object the one received last, and likewise of what
// one outlet published again, under another key, in nearly the same words. The
// order of the input decides nothing.
func latest(digests []digest.Digest) []revision {
	return mergeRevisions(mergeUploads(digests))
}

// mergeUploads keeps the last upload under each key. ETag, id and text only
// decide between versions received at the same instant.
func mergeUploads(digests []digest.Digest) []revision {
	sorted := slices.Clone(digests)
	slices.SortFunc(sorted, func(a, b digest.Digest) int {
		return cmp.Or(
			compareSource(a, b),
			b.Source.ReceivedAt.Compare(a.Source.ReceivedAt),
			cmp.Compare(b.Source.ETag, a.Source.ETag),
			cmp.Compare(b.ID, a.ID),
			cmp.Compare(b.Article.Headline, a.Article.Headline),
			cmp.Compare(b.Article.Text, a.Article.Text),
		)
	})
	var out []revision
	for _, d := range sorted {
		last := len(out) - 1
		switch {
		case last < 0 || compareSource(out[last].Digest, d) != 0:
			out = append(out, revision{Digest: d})
		case d.ID != out[last].ID: // and not the same digest twice
			out[last].supersede(revision{Digest: d})
		}
	}
	return out
}

func compareSource(a, b digest.Digest) int {
	return cmp.Or(
		cmp.Compare(a.Source.Bucket, b.Source.Bucket),
		cmp.Compare(a.Source.Key, b.Source.Key),
	)
}

// supersede makes a stand for b, and for what b stood for.
func (a *revision) supersede(b revision) {
	a.supersedes = append(a.supersedes, Version{
		Digest: b.ID, Key: b.Source.Key, Headline: headline(b.Digest), ReceivedAt: b.Source.ReceivedAt.UTC(),
	})
	a.supersedes = append(a.supersedes, b.supersedes...)
	slices.SortStableFunc(a.supersedes, func(x, y Version) int {
		return cmp.Or(y.ReceivedAt.Compare(x.ReceivedAt), cmp.Compare(x.Key, y.Key), cmp.Compare(x.Digest, y.Digest))
	})
	a.supersedes = slices.CompactFunc(a.supersedes, func(x, y Version) bool { return x == y })
}

// What makes an article a revision of another of the same outlet, as shares of
// the runs of words in the shorter of the two.
const (
	runLength     = 4   // words
	revised       = 0.8 // an update leaves most sentences as they were
	revisedInLoco = 0.3 // at the same address less will do
	fewRuns       = 8   // of fewer nothing is told
	commonRun     = 20  // articles of one outlet with the same run: its boilerplate
)

// mergeRevisions keeps the last of what one outlet published more than once
// in nearly the same words. A copy in another outlet is a source of its own,
// and so is an article that doesn't say where it is from.
func mergeRevisions(articles []revision) []revision {
	shared, counts := sharedRuns(articles)
	later := make([]int, len(articles)) // the version that comes in the place of each
	for i := range later {
		later[i] = i
	}
	for pair, n := range shared {
		a, b := int(pair[0]), int(pair[1])
		if compareVersion(articles[a].Digest, articles[b].Digest) > 0 {
			a, b = b, a
		}
		if !revises(articles[b].Digest, articles[a].Digest, float64(n)/float64(min(counts[a], counts[b]))) {
			continue
		}
		if later[a] == a || compareVersion(articles[later[a]].Digest, articles[b].Digest) < 0 {
			later[a] = b
		}
	}
	for i := range articles {
		last := i
		for later[last] != last {
			last = later[last]
		}
		if last != i {
			articles[last].supersede(revision{Digest: articles[i].Digest, supersedes: articles[i].supersedes})
		}
	}
	out := articles[:0]
	for i, a := range articles {
		if later[i] == i {
			out = append(out, a)
		}
	}
	return out
}

// compareVersion puts the earlier version of an article first. Of two received
// together, as when an archive is uploaded, the longer is the later.
func compareVersion(a, b digest.Digest) int {
	return cmp.Or(
		a.Source.ReceivedAt.Compare(b.Source.ReceivedAt),
		cmp.Compare(len(a.Article.Text), len(b.Article.Text)),
		compareSource(a, b),
	)
}

// revises reports whether b, the later one, stands for a as well, when they
// share so much of the shorter text. A brief taken from a report does not
// replace it; and what outlets make by the dozen, weather and earthquakes,
// names other places in the same words.
func revises(b, a digest.Digest, share float64) bool {
	if len(b.Article.Text)*2 < len(a.Article.Text) {
		return false
	}
	if a.Article.URL != "" && sameAddress(a.Article.URL, b.Article.URL) && share >= revisedInLoco {
		return true
	}
	return share >= revised && keepsNames(b.Article, a.Article)
}

// sameAddress compares two addresses without what only says how a reader came
// there. The front page is no article's address, though some give it.
func sameAddress(a, b string) bool {
	x, errX := url.Parse(a)
	y, errY := url.Parse(b)
	if errX != nil || errY != nil || strings.Trim(x.Path, "/") == "" {
		return false
	}
	return strings.EqualFold(x.Host, y.Host) && strings.TrimSuffix(x.Path, "/") == strings.TrimSuffix(y.Path, "/") &&
		queryID(x) == queryID(y)
}

// queryID is the query of an address without the marks of a campaign.
func queryID(u *url.URL) string {
	q := u.Query()
	for k := range q {
		if strings.HasPrefix(k, "utm_") || k == "fbclid" || k == "gclid" || k == "ref" {
			q.Del(k)
		}
	}
	return q.Encode()
}
