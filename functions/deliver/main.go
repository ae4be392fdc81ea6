// Command deliver is the Lambda function that mails the day's issue: a beat of
// the schedule in, mails out.
package main

import (
	"context"
	"log"
	"log/slog"
	"os"
	"time"
	_ "time/tzdata" // provided.al2023 has no timezone database

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdacontext"
	awsconfig "github.com/aws/aws-sdk-go-v2/config"
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
	sdk, err := awsconfig.LoadDefaultConfig(context.Background())
	if err != nil {
		log.Fatalf("AWS configuration: %v", err)
	}
	d := &deliver.Deliverer{
		Archive: archive.New(s3.NewFromConfig(sdk), c.DigestsBucket),
		Mail: mailer.New(sesv2.NewFromConfig(sdk), mailer.Options{
			From:             c.Sender,
			ContactList:      c.ContactList,
			Topic:            c.Topic,
			ConfigurationSet: c.ConfigurationSet,
		}),
		Log:        slog.New(metrics.NewHandler(lambdacontext.NewLogHandler(), lambdacontext.FunctionName)),
		Now:        time.Now,
		Zone:       c.Zone,
		Hour:       c.Hour,
		Options:    email.Options{Title: c.Title, PostalAddress: c.PostalAddress},
		WebBaseURL: c.WebBaseURL,
	}
	lambda.Start(d.Beat)
}
