// Command ingest is the Lambda function that digests uploaded articles: an S3
// event in, digests in the archive out.
package main

import (
	"log"
	"log/slog"
	"os"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdacontext"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"onrecord/internal/archive"
	"onrecord/internal/config"
	"onrecord/internal/ingest"
	"onrecord/internal/metrics"
)

func main() {
	c, err := config.IngestFrom(os.Getenv)
	if err != nil {
		log.Fatalf("configuration: %v", err)
	}
	sdk, err := config.AWSFrom(os.Getenv)
	if err != nil {
		log.Fatalf("configuration: %v", err)
	}
	client := s3.NewFromConfig(sdk.Config, func(o *s3.Options) { o.BaseEndpoint = sdk.S3Endpoint })
	in := &ingest.Ingester{
		Uploads: archive.NewUploads(client),
		Archive: archive.New(client, c.DigestsBucket),
		Log:     slog.New(metrics.NewHandler(lambdacontext.NewLogHandler(), lambdacontext.FunctionName)),
		Now:     time.Now,
	}
	lambda.Start(in.Handle)
}
