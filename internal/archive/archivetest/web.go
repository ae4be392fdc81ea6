package archivetest

import (
	"errors"
	"io"
	"io/fs"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func testWeb(t *testing.T, s Store) {
	a, ctx := s.archive(), t.Context()
	const path, contentType = "feeds/sections/café.xml", "application/atom+xml; charset=utf-8"
	for _, body := range []string{"<feed/>", "<feed>ü</feed>"} {
		if err := a.PutWeb(ctx, path, contentType, []byte(body)); err != nil {
			t.Fatal(err)
		}
	}
	got, err := s.Client.GetObject(ctx, &s3.GetObjectInput{Bucket: &s.Bucket, Key: aws.String("web/" + path)})
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	body, err := io.ReadAll(got.Body)
	if err != nil || string(body) != "<feed>ü</feed>" {
		t.Errorf("published file = %q, %v, want the second", body, err)
	}
	if aws.ToString(got.ContentType) != contentType {
		t.Errorf("published file is %q, want %q", aws.ToString(got.ContentType), contentType)
	}
	for _, path := range []string{"", ".", "../digests/x.json", "/x", "a//b"} {
		if err := a.PutWeb(ctx, path, contentType, nil); !errors.Is(err, fs.ErrInvalid) {
			t.Errorf("PutWeb of %q: %v, want fs.ErrInvalid", path, err)
		}
	}
}
