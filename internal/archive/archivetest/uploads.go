package archivetest

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/google/go-cmp/cmp"

	"onrecord/internal/archive"
	"onrecord/internal/digest"
)

// upload puts an object as a client would, and returns its ETag and version.
func (s Store) upload(t *testing.T, in s3.PutObjectInput, body string) (etag, version string) {
	t.Helper()
	in.Bucket = aws.String(s.Bucket)
	in.Body = bytes.NewReader([]byte(body))
	out, err := s.Client.PutObject(t.Context(), &in)
	if err != nil {
		t.Fatal(err)
	}
	return aws.ToString(out.ETag), aws.ToString(out.VersionId)
}

func testUploads(t *testing.T, s Store) {
	var packed bytes.Buffer
	zip := gzip.NewWriter(&packed)
	if _, err := zip.Write([]byte("<p>Hello</p>")); err != nil || zip.Close() != nil {
		t.Fatal("gzip", err)
	}
	for _, c := range []struct{ name, body, contentType, encoding string }{
		{"page", "<p>ü</p>", "text/html; charset=utf-8", ""},
		{"empty", "", "text/plain", ""},
		{"bytes of no encoding", "\x00\xff\xfe\x80", "application/octet-stream", ""},
		{"gzip stays gzip", packed.String(), "text/html", "gzip"},
	} {
		in := s3.PutObjectInput{Key: aws.String(c.name), ContentType: aws.String(c.contentType)}
		if c.encoding != "" {
			in.ContentEncoding = aws.String(c.encoding)
		}
		etag, version := s.upload(t, in, c.body)
		src := digest.Source{Bucket: s.Bucket, Key: c.name, ETag: "old", Size: 99, ReceivedAt: noon}
		body, got, err := archive.NewUploads(s.Client).Open(t.Context(), src)
		if err != nil {
			t.Fatal(err)
		}
		read, err := io.ReadAll(body)
		if err := errors.Join(err, body.Close()); err != nil || string(read) != c.body {
			t.Errorf("%s: read %q, %v, want %q", c.name, read, err, c.body)
		}
		want := digest.Source{
			Bucket: s.Bucket, Key: c.name, ETag: etag[1 : len(etag)-1], VersionID: version,
			ContentType: c.contentType, Size: int64(len(c.body)), ReceivedAt: noon,
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: source (-want +got):\n%s", c.name, diff)
		}
	}
}

func testKeys(t *testing.T, s Store) {
	for _, key := range []string{
		"articles/world/a b.html", "articles/1+1=2.html", "articles/100%.html", "articles/%2B%20.html",
		"articles/брифинг/東京.html", "articles/e\u0301t\u00e9.html", "articles/🗞.md",
		"articles/a&b?c#d=e;f,g@h:i'(j)*!~.html", "articles/\"quoted\".html", "articles/deep/er/and/deeper",
	} {
		s.upload(t, s3.PutObjectInput{Key: aws.String(key)}, key)
		body, _, err := archive.NewUploads(s.Client).Open(t.Context(), digest.Source{Bucket: s.Bucket, Key: key})
		if err != nil {
			t.Error(err)
			continue
		}
		read, err := io.ReadAll(body)
		if err := errors.Join(err, body.Close()); err != nil || string(read) != key {
			t.Errorf("%q: read %q, %v", key, read, err)
		}
	}
}

func testMissingUpload(t *testing.T, s Store) {
	uploads := archive.NewUploads(s.Client)
	open := func(src digest.Source) error {
		body, _, err := uploads.Open(t.Context(), src)
		if err == nil {
			body.Close()
		}
		return err
	}
	if err := open(digest.Source{Bucket: s.Bucket, Key: "no such/key é.html"}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing key: %v, want fs.ErrNotExist", err)
	}
	err := open(digest.Source{Bucket: s.Bucket + "-missing", Key: "a"})
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing bucket: %v, want a fault", err)
	}
	deleted := s3.DeleteObjectInput{Bucket: aws.String(s.Bucket), Key: aws.String("a")}
	s.upload(t, s3.PutObjectInput{Key: aws.String("a")}, "a")
	if _, err := s.Client.DeleteObject(t.Context(), &deleted); err != nil {
		t.Fatal(err)
	}
	if err := open(digest.Source{Bucket: s.Bucket, Key: "a"}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("deleted key: %v, want fs.ErrNotExist", err)
	}
}

// RunVersions holds a server that keeps versions to what [archive.Uploads]
// needs of them. The bucket that open returns has versioning enabled by it.
func RunVersions(t *testing.T, open func(t *testing.T) Store) {
	s := open(t)
	_, err := s.Client.PutBucketVersioning(t.Context(), &s3.PutBucketVersioningInput{
		Bucket:                  aws.String(s.Bucket),
		VersioningConfiguration: &types.VersioningConfiguration{Status: types.BucketVersioningStatusEnabled},
	})
	if err != nil {
		t.Fatal(err)
	}
	in := s3.PutObjectInput{Key: aws.String("a é.html")}
	_, first := s.upload(t, in, "first")
	_, second := s.upload(t, in, "second")
	deleted, err := s.Client.DeleteObject(t.Context(), &s3.DeleteObjectInput{Bucket: aws.String(s.Bucket), Key: in.Key})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, version, want string }{
		{"the first", first, "first"},
		{"the second", second, "second"},
		{"the latest, which is deleted", "", ""},
		{"the deletion itself", aws.ToString(deleted.VersionId), ""},
	} {
		src := digest.Source{Bucket: s.Bucket, Key: *in.Key, VersionID: c.version}
		body, got, err := archive.NewUploads(s.Client).Open(t.Context(), src)
		if c.want == "" {
			if !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%s: %v, want fs.ErrNotExist", c.name, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		read, err := io.ReadAll(body)
		if err := errors.Join(err, body.Close()); err != nil || string(read) != c.want || got.VersionID != c.version {
			t.Errorf("%s: read %q of version %q, %v; want %q of %q", c.name, read, got.VersionID, err, c.want, c.version)
		}
	}
}
