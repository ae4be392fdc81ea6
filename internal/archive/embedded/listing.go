package embedded

import (
	"strings"

	"github.com/johannesboyne/gofakes3"
)

// afterFolder, put behind a folder's name, sorts after every key in it: keys
// are UTF-8, which has no such byte.
const afterFolder = "\xff"

// ListBucket implements [gofakes3.Backend]. The memory backend's own listing
// forgets between two pages which folder it told last, and tells it again; it
// reads the bucket from its first key; and it calls a listing truncated where
// only keys without the prefix are left.
func (b *backend) ListBucket(bucket string, prefix *gofakes3.Prefix, page gofakes3.ListBucketPage) (*gofakes3.ObjectList, error) {
	list := gofakes3.NewObjectList()
	if exists, err := b.BucketExists(bucket); err != nil || !exists {
		return nil, gofakes3.BucketNotFound(bucket)
	}
	plain := gofakes3.Prefix{HasPrefix: prefix.HasPrefix, Prefix: prefix.Prefix}
	marker, lastFolder := page.Marker, ""
	for count := int64(0); ; {
		raw, err := b.Backend.ListBucket(bucket, &plain, gofakes3.ListBucketPage{
			Marker: startAfter(marker, prefix.Prefix), MaxKeys: gofakes3.MaxBucketKeys,
		})
		if err != nil {
			return nil, err
		}
		for _, o := range raw.Contents {
			folder := folder(o.Key, prefix)
			if folder != "" && folder == lastFolder {
				continue
			}
			if count >= page.MaxKeys {
				list.IsTruncated, list.NextMarker = page.MaxKeys > 0, marker
				return list, nil
			}
			count++
			if folder == "" {
				list.Add(o)
				marker = o.Key
				continue
			}
			list.AddPrefix(folder)
			marker, lastFolder = folder+afterFolder, folder
		}
		if !raw.IsTruncated || len(raw.Contents) == 0 {
			return list, nil
		}
	}
}

// startAfter returns the marker from which to read keys that come after marker and
// begin with prefix: one that skips what comes before the prefix, and is no
// such key itself.
func startAfter(marker, prefix string) string {
	if prefix == "" {
		return marker
	}
	return max(marker, prefix[:len(prefix)-1])
}

// folder returns what a key is told as where the listing has a delimiter and
// the key has one after the prefix, and else nothing.
func folder(key string, prefix *gofakes3.Prefix) string {
	if !prefix.HasDelimiter {
		return ""
	}
	before, _, found := strings.Cut(key[len(prefix.Prefix):], prefix.Delimiter)
	if !found {
		return ""
	}
	return prefix.Prefix + before + prefix.Delimiter
}
