package embedded

import (
	"encoding/base64"
	"fmt"
	"hash/crc32"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

func TestMetadataGoesWithItsObject(t *testing.T) {
	s := start(t)
	put(t, s, "a", "first", func(in *s3.PutObjectInput) {
		in.ContentType = aws.String("text/html")
		in.ChecksumAlgorithm = types.ChecksumAlgorithmSha256
		in.Metadata = map[string]string{"desk": "world"}
	})
	put(t, s, "a", "second", nil)
	got, err := s.Client().GetObject(t.Context(), &s3.GetObjectInput{Bucket: aws.String(bucket), Key: aws.String("a"), ChecksumMode: types.ChecksumModeEnabled})
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	body, err := io.ReadAll(got.Body)
	if err != nil || string(body) != "second" || len(got.Metadata) != 0 || got.ChecksumSHA256 != nil || got.ChecksumCRC32 == nil {
		t.Errorf("read %q, %v, of %+v", body, err, got)
	}
	part, err := s.Client().GetObject(t.Context(), &s3.GetObjectInput{Bucket: aws.String(bucket), Key: aws.String("a"), Range: aws.String("bytes=1-2")})
	if err != nil {
		t.Fatal(err)
	}
	defer part.Body.Close()
	if body, err := io.ReadAll(part.Body); err != nil || string(body) != "ec" {
		t.Errorf("bytes 1 to 2 are %q, %v", body, err)
	}
}

func crc(body string) string {
	sum := crc32.NewIEEE()
	sum.Write([]byte(body))
	return base64.StdEncoding.EncodeToString(sum.Sum(nil))
}

func TestBodies(t *testing.T) {
	const signature = ";chunk-signature=0123456789012345678901234567890123456789012345678901234567890123"
	s := start(t)
	for _, c := range []struct {
		name, body string
		headers    map[string]string
		status     int
		want       string
	}{
		{"plain", "hello", map[string]string{"X-Amz-Checksum-Crc32": crc("hello")}, 200, "hello"},
		{"plain, wrong checksum", "hello", map[string]string{"X-Amz-Checksum-Crc32": crc("hellO")}, 400, ""},
		{"plain, wrong hash", "hello", map[string]string{"X-Amz-Content-Sha256": strings.Repeat("0", 64)}, 400, ""},
		{"plain, wrong MD5", "hello", map[string]string{"Content-Md5": "AAAAAAAAAAAAAAAAAAAAAA=="}, 400, ""},
		{"signed chunks", "3" + signature + "\r\nhel\r\n2" + signature + "\r\nlo\r\n0" + signature + "\r\n\r\n", map[string]string{
			"X-Amz-Content-Sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "X-Amz-Decoded-Content-Length": "5",
		}, 200, "hello"},
		{"signed chunks and trailer", "5" + signature + "\r\nhello\r\n0" + signature + "\r\nx-amz-checksum-crc32:" + crc("hello") + "\r\nx-amz-trailer-signature:00\r\n\r\n", map[string]string{
			"X-Amz-Content-Sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", "X-Amz-Decoded-Content-Length": "5", "X-Amz-Trailer": "x-amz-checksum-crc32",
		}, 200, "hello"},
		{"unsigned chunks and trailer", "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:" + crc("hello") + "\r\n\r\n", map[string]string{
			"X-Amz-Content-Sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "X-Amz-Decoded-Content-Length": "5", "Content-Encoding": "aws-chunked",
		}, 200, "hello"},
		{"trailer of something else", "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:" + crc("hellO") + "\r\n\r\n", map[string]string{
			"X-Amz-Content-Sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "X-Amz-Decoded-Content-Length": "5",
		}, 400, ""},
		{"empty", "0\r\n\r\n", map[string]string{
			"X-Amz-Content-Sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "X-Amz-Decoded-Content-Length": "0",
		}, 200, ""},
		{"cut off", "5\r\nhel", map[string]string{
			"X-Amz-Content-Sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "X-Amz-Decoded-Content-Length": "5",
		}, 400, ""},
		{"huge chunk", "ffffffff\r\nhel", map[string]string{
			"X-Amz-Content-Sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "X-Amz-Decoded-Content-Length": "5",
		}, 400, ""},
		{"another length", "5\r\nhello\r\n0\r\n\r\n", map[string]string{
			"X-Amz-Content-Sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "X-Amz-Decoded-Content-Length": "6",
		}, 400, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := http.NewRequestWithContext(t.Context(), http.MethodPut, s.Endpoint()+"/"+bucket+"/"+strings.ReplaceAll(c.name, " ", "-"), strings.NewReader(c.body))
			if err != nil {
				t.Fatal(err)
			}
			for name, value := range c.headers {
				r.Header.Set(name, value)
			}
			answer, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			answer.Body.Close()
			if answer.StatusCode != c.status {
				t.Fatalf("PUT: %d, want %d", answer.StatusCode, c.status)
			}
			if c.status != http.StatusOK {
				return
			}
			out, err := s.Client().GetObject(t.Context(), &s3.GetObjectInput{Bucket: aws.String(bucket), Key: aws.String(strings.ReplaceAll(c.name, " ", "-"))})
			if err != nil {
				t.Fatal(err)
			}
			defer out.Body.Close()
			if body, err := io.ReadAll(out.Body); err != nil || string(body) != c.want || out.ContentEncoding != nil {
				t.Errorf("GET: %q, %v, encoding %v, want %q", body, err, out.ContentEncoding, c.want)
			}
		})
	}
}

func FuzzDechunk(f *testing.F) {
	for _, s := range []string{"", "0\r\n\r\n", "5\r\nhello\r\n0\r\n\r\n", "5;x\r\nhello\r\n0;x\r\na:b\r\n\r\n", "ffffffff\r\n", "-1\r\n", "5\r\nhello"} {
		f.Add([]byte(s), "5")
	}
	f.Fuzz(func(t *testing.T, body []byte, length string) {
		h := http.Header{"X-Amz-Decoded-Content-Length": {length}}
		out, err := dechunk(body, h)
		if err == nil && (len(out) > len(body) || fmt.Sprint(len(out)) != length) {
			t.Errorf("dechunk(%q) = %q of length %s", body, out, length)
		}
	})
}
