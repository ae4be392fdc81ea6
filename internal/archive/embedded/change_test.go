package embedded

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestChanges(t *testing.T) {
	s := start(t)
	ctx, c := t.Context(), s.Client()
	put(t, s, "before.html", "nobody listens yet", nil)
	told := make(chan Change, 100)
	s.OnChange(func(change Change) {
		told <- change
		if change.Key == "ask.html" { // whoever is told may use the server
			put(t, s, "answer.html", "a", nil)
		}
	})
	const key = "articles/world/a b+c é%2B.html"
	put(t, s, key, "hello", nil)
	if _, err := c.CopyObject(ctx, &s3.CopyObjectInput{
		Bucket: aws.String(bucket), Key: aws.String("copy.html"), CopySource: aws.String(bucket + "/before.html"),
	}); err != nil {
		t.Fatal(err)
	}
	putInParts(t, c, "parts.html", "hel", "lo")
	postForm(t, s, "form é.html", "hello")
	if _, err := c.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: aws.String(bucket), Key: aws.String(key)}); err != nil {
		t.Fatal(err)
	}
	if _, err := c.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: aws.String(bucket), Key: aws.String("never was")}); err != nil {
		t.Fatal(err)
	}
	if _, err := c.DeleteObjects(ctx, &s3.DeleteObjectsInput{Bucket: aws.String(bucket), Delete: &types.Delete{
		Objects: []types.ObjectIdentifier{{Key: aws.String("copy.html")}, {Key: aws.String("parts.html")}},
	}}); err != nil {
		t.Fatal(err)
	}
	_, err := c.PutObject(ctx, &s3.PutObjectInput{
		Bucket: aws.String(bucket), Key: aws.String("before.html"), Body: strings.NewReader("x"), IfNoneMatch: aws.String("*"),
	})
	if err == nil {
		t.Error("a conditional put over an object is accepted")
	}
	put(t, s, "ask.html", "a", nil)

	const hello, a = "5d41402abc4b2a76b9719d911017c592", "0cc175b9c0f1b6a831c399e269772661"
	want := []Change{
		{Event: CreatedPut, Key: key, ETag: hello, Size: 5},
		{Event: CreatedCopy, Key: "copy.html", ETag: etag(t, c, "before.html"), Size: 18},
		{Event: CreatedComplete, Key: "parts.html", ETag: hello, Size: 5},
		{Event: CreatedPost, Key: "form é.html", ETag: hello, Size: 5},
		{Event: Removed, Key: key},
		{Event: Removed, Key: "copy.html"},
		{Event: Removed, Key: "parts.html"},
		{Event: CreatedPut, Key: "ask.html", ETag: a, Size: 1},
		{Event: CreatedPut, Key: "answer.html", ETag: a, Size: 1},
	}
	last := ""
	for i := range want {
		want[i].Bucket = bucket
		got := <-told
		if diff := cmp.Diff(want[i], got, cmpopts.IgnoreFields(Change{}, "Sequencer", "Time")); diff != "" {
			t.Errorf("change %d (-want +got):\n%s", i, diff)
		}
		if got.Sequencer <= last || time.Since(got.Time) > time.Hour {
			t.Errorf("change %d: sequencer %q after %q, time %v", i, got.Sequencer, last, got.Time)
		}
		last = got.Sequencer
	}
	s.OnChange(nil)
	put(t, s, "after.html", "a", nil)
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if len(told) != 0 {
		t.Errorf("told %v after nobody listened", <-told)
	}
}

func etag(t *testing.T, c *s3.Client, key string) string {
	t.Helper()
	head, err := c.HeadObject(t.Context(), &s3.HeadObjectInput{Bucket: aws.String(bucket), Key: aws.String(key)})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Trim(*head.ETag, `"`)
}

func putInParts(t *testing.T, c *s3.Client, key string, parts ...string) {
	t.Helper()
	upload, err := c.CreateMultipartUpload(t.Context(), &s3.CreateMultipartUploadInput{Bucket: aws.String(bucket), Key: &key})
	if err != nil {
		t.Fatal(err)
	}
	var done types.CompletedMultipartUpload
	for i, body := range parts {
		part, err := c.UploadPart(t.Context(), &s3.UploadPartInput{
			Bucket: aws.String(bucket), Key: &key, UploadId: upload.UploadId, PartNumber: aws.Int32(int32(i + 1)), Body: strings.NewReader(body),
		})
		if err != nil {
			t.Fatal(err)
		}
		done.Parts = append(done.Parts, types.CompletedPart{ETag: part.ETag, PartNumber: aws.Int32(int32(i + 1))})
	}
	if _, err := c.CompleteMultipartUpload(t.Context(), &s3.CompleteMultipartUploadInput{
		Bucket: aws.String(bucket), Key: &key, UploadId: upload.UploadId, MultipartUpload: &done,
	}); err != nil {
		t.Fatal(err)
	}
}

func postForm(t *testing.T, s *Server, key, body string) {
	t.Helper()
	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	if err := w.WriteField("key", key); err != nil {
		t.Fatal(err)
	}
	part, err := w.CreateFormFile("file", "a.html")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write([]byte(body)); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	answer, err := http.Post(s.Endpoint()+"/"+bucket, w.FormDataContentType(), &form)
	if err != nil || answer.Body.Close() != nil || answer.StatusCode != http.StatusOK {
		t.Fatal(answer, err)
	}
}

func TestVersionsAreTold(t *testing.T) {
	s := start(t)
	c := s.Client()
	versioning := func(status types.BucketVersioningStatus) error {
		_, err := c.PutBucketVersioning(t.Context(), &s3.PutBucketVersioningInput{
			Bucket: aws.String(bucket), VersioningConfiguration: &types.VersioningConfiguration{Status: status},
		})
		return err
	}
	put(t, s, "a", "0", nil)
	head, err := c.HeadObject(t.Context(), &s3.HeadObjectInput{Bucket: aws.String(bucket), Key: aws.String("a")})
	if err != nil || head.VersionId != nil {
		t.Errorf("without versioning: version %v, %v", head.VersionId, err)
	}
	if err := versioning(types.BucketVersioningStatusEnabled); err != nil {
		t.Fatal(err)
	}
	told := make(chan Change, 10)
	s.OnChange(func(change Change) { told <- change })
	put(t, s, "a", "1", nil)
	if _, err := c.DeleteObject(t.Context(), &s3.DeleteObjectInput{Bucket: aws.String(bucket), Key: aws.String("a")}); err != nil {
		t.Fatal(err)
	}
	created, removed := <-told, <-told
	if created.VersionID == "" || removed.VersionID == created.VersionID || removed.Event != RemovedMarker {
		t.Errorf("told %+v, then %+v", created, removed)
	}
	if _, err := c.DeleteObject(t.Context(), &s3.DeleteObjectInput{
		Bucket: aws.String(bucket), Key: aws.String("a"), VersionId: aws.String(created.VersionID),
	}); err == nil {
		t.Error("a version can be deleted, which the memory backend does wrong")
	}
	if err := versioning(types.BucketVersioningStatusSuspended); err == nil {
		t.Error("versioning can be suspended, which the memory backend does wrong")
	}
}

// TestCloseTellsTheRest checks that what was put before Close is told, to
// somebody who may still use the server.
func TestCloseTellsTheRest(t *testing.T) {
	s, err := Start("127.0.0.1:0", bucket)
	if err != nil {
		t.Fatal(err)
	}
	hold := make(chan struct{})
	told := 0
	s.OnChange(func(c Change) {
		<-hold
		if got := etag(t, s.Client(), c.Key); got != c.ETag {
			t.Errorf("%s has ETag %q, want %q", c.Key, got, c.ETag)
		}
		told++
	})
	for _, key := range []string{"a", "b", "c"} {
		put(t, s, key, key, nil)
	}
	close(hold)
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if told != 3 {
		t.Errorf("%d changes were told, want 3", told)
	}
	if err := s.Close(); err != nil {
		t.Errorf("Close again: %v", err)
	}
}
