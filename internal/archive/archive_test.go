package archive_test

import (
	"crypto/rand"
	"os"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"onrecord/internal/archive/archivetest"
	"onrecord/internal/archive/embedded"
)

func openEmbedded(t *testing.T) archivetest.Store {
	t.Helper()
	const bucket = "digests"
	server, err := embedded.Start("127.0.0.1:0", bucket)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Error(err)
		}
	})
	return archivetest.Store{Client: server.Client(), Bucket: bucket}
}

// openServer returns how to open a bucket of its own for each clause on the
// server at an endpoint.
func openServer(endpoint string) func(t *testing.T) archivetest.Store {
	client := s3.New(s3.Options{
		BaseEndpoint: aws.String(endpoint),
		Region:       "us-east-1",
		UsePathStyle: true,
		// As the SDK's default configuration has it.
		RequestChecksumCalculation: aws.RequestChecksumCalculationWhenSupported,
		ResponseChecksumValidation: aws.ResponseChecksumValidationWhenSupported,
		Credentials: credentials.NewStaticCredentialsProvider(
			os.Getenv("AWS_ACCESS_KEY_ID"), os.Getenv("AWS_SECRET_ACCESS_KEY"), ""),
	})
	return func(t *testing.T) archivetest.Store {
		t.Helper()
		bucket := "onrecord-" + strings.ToLower(rand.Text())
		if _, err := client.CreateBucket(t.Context(), &s3.CreateBucketInput{Bucket: &bucket}); err != nil {
			t.Fatal(err)
		}
		return archivetest.Store{Client: client, Bucket: bucket}
	}
}

// TestArchive runs the contract against the embedded server, and against a
// real one where ONRECORD_TEST_S3 names its endpoint.
func TestArchive(t *testing.T) {
	t.Run("embedded", func(t *testing.T) { archivetest.Run(t, openEmbedded) })
	if endpoint := os.Getenv("ONRECORD_TEST_S3"); endpoint != "" {
		t.Run("server", func(t *testing.T) { archivetest.Run(t, openServer(endpoint)) })
	}
}

// TestVersions does the same for versions of uploads.
func TestVersions(t *testing.T) {
	t.Run("embedded", func(t *testing.T) { archivetest.RunVersions(t, openEmbedded) })
	if endpoint := os.Getenv("ONRECORD_TEST_S3"); endpoint != "" {
		t.Run("server", func(t *testing.T) { archivetest.RunVersions(t, openServer(endpoint)) })
	}
}
