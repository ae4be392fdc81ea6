// Command deliver is the Lambda function that mails the day's issue: a beat of
// the schedule in, mails out.
package main

import (
	"log"
	"log/slog"
	"os"
	"time"
	_ "time/tzdata" // provided.al2023 has no timezone database

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdacontext"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"

	"onrecord/internal/archive"
	"onrecord/internal/config"
	"onrecord/internal/deliver"
	"onrecord/internal/email"
	"onrecord/internal/mailer"
	"onrecord/internal/metrics"
)

func main() {
	c, err := config.DeliverFrom(os.Getenv)
	if err != nil {
		log.Fatalf("configuration: %v", err)
	}
	sdk, err := config.AWSFrom(os.Getenv)
	if err != nil {
		log.Fatalf("configuration: %v", err)
	}
	sdk.HTTPClient = mailer.HTTPClient()
	d := &deliver.Deliverer{
		Archive: archive.New(s3.NewFromConfig(sdk.Config, func(o *s3.Options) { o.BaseEndpoint = sdk.S3Endpoint }), c.DigestsBucket),
		Mail: mailer.New(sesv2.NewFromConfig(sdk.Config, func(o *sesv2.Options) { o.BaseEndpoint = sdk.SESEndpoint }), mailer.Options{
			From:             c.Sender,
			ContactList:      c.ContactList,
			Topic:            c.Topic,
			ConfigurationSet: c.ConfigurationSet,
		}),
		Log:      slog.New(metrics.NewHandler(lambdacontext.NewLogHandler(), lambdacontext.FunctionName)),
		Now:      time.Now,
		Zone:     c.Zone,
		Hour:     c.Hour,
		EmptyDay: c.EmptyDay,
		Options:  email.Options{Title: c.Title, PostalAddress: c.PostalAddress, WebBaseURL: c.WebBaseURL},
	}
	lambda.Start(d.Beat)
}
