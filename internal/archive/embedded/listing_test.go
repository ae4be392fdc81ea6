package embedded

import (
	"fmt"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func TestListing(t *testing.T) {
	s := start(t)
	for _, key := range []string{"a", "b/", "b/1", "b/2", "b/c/3", "b0", "c/1", "c/2", "d", "é/1", "é/2"} {
		put(t, s, key, key, nil)
	}
	for _, c := range []struct {
		prefix, delimiter, after string
		want                     string
	}{
		{"", "", "", "a b/ b/1 b/2 b/c/3 b0 c/1 c/2 d é/1 é/2"},
		{"", "/", "", "a [b/] b0 [c/] d [é/]"},
		{"b/", "/", "", "b/ b/1 b/2 [b/c/]"},
		{"b", "/", "", "[b/] b0"},
		{"b", "", "b/1", "b/2 b/c/3 b0"},
		{"", "/", "b/1", "[b/] b0 [c/] d [é/]"},
		{"c/", "", "a", "c/1 c/2"},
		{"c/", "", "zzz", ""},
		{"", "", "é/2", ""},
		{"x", "/", "", ""},
		{"é/", "", "", "é/1 é/2"},
	} {
		for _, size := range []int32{1, 2, 3, 1000} {
			t.Run(fmt.Sprint(c.prefix, c.delimiter, c.after, size), func(t *testing.T) {
				if got := list(t, s.Client(), c.prefix, c.delimiter, c.after, size); got != c.want {
					t.Errorf("prefix %q, delimiter %q, after %q, %d a page: %q, want %q", c.prefix, c.delimiter, c.after, size, got, c.want)
				}
			})
		}
	}
}

func list(t *testing.T, c *s3.Client, prefix, delimiter, after string, size int32) string {
	t.Helper()
	in := &s3.ListObjectsV2Input{Bucket: aws.String(bucket), Prefix: &prefix, MaxKeys: &size}
	if delimiter != "" {
		in.Delimiter = &delimiter
	}
	if after != "" {
		in.StartAfter = &after
	}
	var names []string
	for pages := s3.NewListObjectsV2Paginator(c, in); pages.HasMorePages(); {
		page, err := pages.NextPage(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if n := len(page.Contents) + len(page.CommonPrefixes); n > int(size) || n == 0 && *page.IsTruncated {
			t.Errorf("a page of %d, truncated %v", n, *page.IsTruncated)
		}
		i := 0
		for _, o := range page.Contents {
			for ; i < len(page.CommonPrefixes) && *page.CommonPrefixes[i].Prefix < *o.Key; i++ {
				names = append(names, "["+*page.CommonPrefixes[i].Prefix+"]")
			}
			names = append(names, *o.Key)
		}
		for ; i < len(page.CommonPrefixes); i++ {
			names = append(names, "["+*page.CommonPrefixes[i].Prefix+"]")
		}
	}
	return strings.Join(names, " ")
}
