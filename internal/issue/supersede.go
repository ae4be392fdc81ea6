package issue

import (
	"cmp"
	"slices"

	"onrecord/internal/digest"
)

// latest returns one digest of each source object, the one received last,
// sorted by bucket and key. ETag, id and text only decide between versions
// received at the same instant, so that the order of the input never does.
func latest(digests []digest.Digest) []digest.Digest {
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
	return slices.CompactFunc(sorted, func(a, b digest.Digest) bool { return compareSource(a, b) == 0 })
}

func compareSource(a, b digest.Digest) int {
	return cmp.Or(
		cmp.Compare(a.Source.Bucket, b.Source.Bucket),
		cmp.Compare(a.Source.Key, b.Source.Key),
	)
}
