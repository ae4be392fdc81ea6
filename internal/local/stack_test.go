package local

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

const ferry = `Ferry Line to Halme Will Close in March

The ferry line between Corrin and the island of Halme will close in March after 94 years.

“We looked at every timetable there is,” said Ane Brodd, the line’s director.
`

func startStack(t *testing.T) *Stack {
	t.Helper()
	stack, err := Start(t.Context(), StackOptions{
		S3Addr: "127.0.0.1:0", SESAddr: "127.0.0.1:0", Zone: time.UTC, Hour: 7,
		Readers: sampleReaders(), Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := stack.Close(); err != nil {
			t.Error(err)
		}
	})
	stack.Clock.Set(time.Date(2026, 11, 23, 6, 50, 0, 0, time.UTC))
	return stack
}

func upload(t *testing.T, stack *Stack, key, body string) {
	t.Helper()
	if err := stack.Upload(t.Context(), key, []byte(body), "text/plain"); err != nil {
		t.Fatal(err)
	}
}

func nextIssue(t *testing.T, stack *Stack) {
	t.Helper()
	if _, err := stack.NextIssue(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// TestStackSamples takes the sample articles the whole way to the inbox.
func TestStackSamples(t *testing.T) {
	stack := startStack(t)
	n, err := uploadFolder(t.Context(), stack, "../../events/articles")
	if err != nil {
		t.Fatal(err)
	}
	result, err := stack.NextIssue(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if result.Sent != 3 || !result.Complete || result.Stories < 8 || result.Stories >= n {
		t.Errorf("%d articles: %+v, want 3 mails of 8 stories or more, two articles merged", n, result)
	}
	for _, m := range stack.SES.Mailbox() {
		if strings.Contains(m.HTML+m.Text, "amazonSES") {
			t.Errorf("the mail to %v has the placeholder of the unsubscribe link", m.To)
		}
	}
	if again, err := stack.Beat(t.Context()); err != nil || again.Issue != "" || len(stack.SES.Mailbox()) != 3 {
		t.Errorf("a beat with nothing due: %+v, %v, %d mails", again, err, len(stack.SES.Mailbox()))
	}
}

// TestStackPut puts an article as the AWS command line does, past Upload.
func TestStackPut(t *testing.T) {
	stack := startStack(t)
	_, err := stack.S3.Client().PutObject(t.Context(), &s3.PutObjectInput{
		Bucket: aws.String(articlesBucket), Key: aws.String("articles/local/a b+c%2B.txt"), Body: strings.NewReader(ferry),
	})
	if err != nil {
		t.Fatal(err)
	}
	upload(t, stack, "articles/local/after.txt", ferry) // events come in order
	nextIssue(t, stack)
	page := get(t, stack, "/")
	if !strings.Contains(page, "articles/local/a b&#43;c%2B.txt") {
		t.Errorf("the page does not name the key:\n%s", page)
	}
}

func TestStackWithdraws(t *testing.T) {
	stack := startStack(t)
	upload(t, stack, "articles/a.txt", ferry)
	upload(t, stack, "articles/b.txt", strings.ReplaceAll(ferry, "Halme", "Vessel Point"))
	_, err := stack.S3.Client().DeleteObject(t.Context(), &s3.DeleteObjectInput{
		Bucket: aws.String(articlesBucket), Key: aws.String("articles/a.txt"),
	})
	if err != nil {
		t.Fatal(err)
	}
	upload(t, stack, "articles/c.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR") // comes after the deletion
	nextIssue(t, stack)
	mailbox := stack.SES.Mailbox()
	if len(mailbox) != 3 || !strings.Contains(mailbox[0].Subject, "Vessel Point") || strings.Contains(mailbox[0].Text, "Halme") {
		t.Errorf("%d mails, the first %q; want the article that was not deleted alone", len(mailbox), mailbox[0].Subject)
	}
	if page := get(t, stack, "/"); !strings.Contains(page, "articles/c.png") || !strings.Contains(page, "The file is a picture") {
		t.Errorf("the page does not say why the picture was rejected:\n%s", page)
	}
}

// TestWatch drops a file into a new subfolder of the watched folder.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	got := make(chan string, 10)
	record := func(_ context.Context, key string, body []byte, _ string) error {
		got <- key + " " + string(body)
		return nil
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	if err := watch(ctx, dir, record, slog.New(slog.NewTextHandler(t.Output(), nil))); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "world"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, body := range map[string]string{".half.txt": "no", "ferry line.txt": "words"} {
		if err := os.WriteFile(filepath.Join(dir, "world", name), []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if first := <-got; first != "articles/world/ferry line.txt words" {
		t.Errorf("uploaded %q, want the file alone, under its folder", first)
	}
}
