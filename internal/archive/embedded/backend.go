package embedded

import (
	"bytes"
	"crypto/md5"
	"encoding/hex"
	"encoding/json"
	"io"
	"strings"
	"sync"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"
)

// backend is gofakes3's memory backend, mended, and telling of its changes.
type backend struct {
	*s3mem.Backend
	notifier *notifier
	order    sync.Mutex // changes are told in the order they are made in
}

// metadataKey is the one entry of metadata that the memory backend sees. It
// lets every entry that the new version of an object does not have live on
// from the old one, checksums among them; one entry that is always there
// leaves nothing to live on.
const metadataKey = "m"

// PutObject implements [gofakes3.Backend].
func (b *backend) PutObject(bucket, key string, meta map[string]string, in io.Reader, size int64, c *gofakes3.PutConditions) (gofakes3.PutObjectResult, error) {
	body, err := gofakes3.ReadAll(in, size)
	if err != nil {
		return gofakes3.PutObjectResult{}, err
	}
	event := meta[changeHeader]
	if event == "" {
		event = CreatedPost // forms bring their own headers
	}
	packed, err := pack(meta)
	if err != nil {
		return gofakes3.PutObjectResult{}, err
	}
	b.order.Lock()
	defer b.order.Unlock()
	result, err := b.Backend.PutObject(bucket, key, packed, bytes.NewReader(body), size, c)
	if err != nil {
		return result, err
	}
	sum := md5.Sum(body)
	b.notifier.add(Change{
		Event: event, Bucket: bucket, Key: key,
		ETag: hex.EncodeToString(sum[:]), Size: size, VersionID: string(result.VersionID),
	})
	return result, nil
}

// CopyObject implements [gofakes3.Backend].
func (b *backend) CopyObject(srcBucket, srcKey, dstBucket, dstKey string, meta map[string]string) (gofakes3.CopyObjectResult, error) {
	meta[changeHeader] = CreatedCopy
	return gofakes3.CopyObject(b, srcBucket, srcKey, dstBucket, dstKey, meta)
}

// DeleteObject implements [gofakes3.Backend].
func (b *backend) DeleteObject(bucket, key string) (gofakes3.ObjectDeleteResult, error) {
	b.order.Lock()
	defer b.order.Unlock()
	_, missing := b.Backend.HeadObject(bucket, key)
	result, err := b.Backend.DeleteObject(bucket, key)
	if err != nil || missing != nil {
		return result, err
	}
	c := Change{Event: Removed, Bucket: bucket, Key: key, VersionID: string(result.VersionID)}
	if result.IsDeleteMarker {
		c.Event = RemovedMarker
	}
	b.notifier.add(c)
	return result, nil
}

// DeleteMultiVersions implements [gofakes3.VersionedBackend].
func (b *backend) DeleteMultiVersions(bucket string, objects ...gofakes3.ObjectID) (gofakes3.MultiDeleteResult, error) {
	var all gofakes3.MultiDeleteResult
	for _, o := range objects {
		err := errVersions
		if o.VersionID == "" {
			_, err = b.DeleteObject(bucket, o.Key)
		}
		if err != nil {
			refused := gofakes3.ErrorResultFromError(err)
			refused.Key = o.Key
			all.Error = append(all.Error, refused)
			continue
		}
		all.Deleted = append(all.Deleted, o)
	}
	return all, nil
}

// errVersions refuses what the memory backend does wrong: after the current
// version is deleted it has none, where S3 falls back to the one before.
var errVersions = gofakes3.ErrorMessage(gofakes3.ErrNotImplemented, "The embedded server keeps all versions.")

// DeleteObjectVersion implements [gofakes3.VersionedBackend].
func (b *backend) DeleteObjectVersion(string, string, gofakes3.VersionID) (gofakes3.ObjectDeleteResult, error) {
	return gofakes3.ObjectDeleteResult{}, errVersions
}

// SetVersioningConfiguration implements [gofakes3.VersionedBackend].
func (b *backend) SetVersioningConfiguration(bucket string, v gofakes3.VersioningConfiguration) error {
	if !v.Enabled() {
		return errVersions
	}
	return b.Backend.SetVersioningConfiguration(bucket, v)
}

// GetObject implements [gofakes3.Backend].
func (b *backend) GetObject(bucket, key string, r *gofakes3.ObjectRangeRequest) (*gofakes3.Object, error) {
	return unpack(b.Backend.GetObject(bucket, key, r))
}

// HeadObject implements [gofakes3.Backend]. The memory backend's own tells
// the version even where there are none.
func (b *backend) HeadObject(bucket, key string) (*gofakes3.Object, error) {
	o, err := unpack(b.Backend.HeadObject(bucket, key))
	if err != nil {
		return nil, err
	}
	v, err := b.VersioningConfiguration(bucket)
	if !v.Enabled() {
		o.VersionID = ""
	}
	return o, err
}

// GetObjectVersion implements [gofakes3.VersionedBackend].
func (b *backend) GetObjectVersion(bucket, key string, v gofakes3.VersionID, r *gofakes3.ObjectRangeRequest) (*gofakes3.Object, error) {
	return unpack(b.Backend.GetObjectVersion(bucket, key, v, r))
}

// HeadObjectVersion implements [gofakes3.VersionedBackend].
func (b *backend) HeadObjectVersion(bucket, key string, v gofakes3.VersionID) (*gofakes3.Object, error) {
	return unpack(b.Backend.HeadObjectVersion(bucket, key, v))
}

// pack keeps of the request headers that gofakes3 takes for metadata those
// that are.
func pack(meta map[string]string) (map[string]string, error) {
	kept := map[string]string{}
	for name, value := range meta {
		switch {
		case !strings.HasPrefix(name, "X-Amz-"),
			strings.HasPrefix(name, "X-Amz-Meta-"),
			strings.HasPrefix(name, checksumPrefix) && checksum(name) != nil:
			kept[name] = value
		}
	}
	packed, err := json.Marshal(kept)
	return map[string]string{metadataKey: string(packed)}, err
}

func unpack(o *gofakes3.Object, err error) (*gofakes3.Object, error) {
	if err != nil || o == nil || o.IsDeleteMarker { // which has none
		return o, err
	}
	meta := map[string]string{}
	if err := json.Unmarshal([]byte(o.Metadata[metadataKey]), &meta); err != nil {
		return nil, err
	}
	o.Metadata = meta
	return o, nil
}
