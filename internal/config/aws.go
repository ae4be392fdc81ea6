package config

import (
	"cmp"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
)

// AWS is what the AWS SDK's clients take from the environment.
type AWS struct {
	aws.Config

	// Endpoints of the services where they are not AWS's own, else nil.
	S3Endpoint, SESEndpoint *string
}

// AWSFrom reads what Lambda gives every function: region and credentials,
// which last as long as the function's sandbox, and the endpoints that the
// SDK's own variables name.
//
// The SDK's config package reads the same and much more: files, single
// sign-on, roles to assume. None of it is there in Lambda, and having it in
// the program makes a cold start a quarter longer.
func AWSFrom(getenv func(string) string) (AWS, error) {
	r := reader{getenv: getenv}
	c := AWS{
		Config: aws.Config{
			Region: r.required("AWS_REGION"),
			Credentials: credentials.NewStaticCredentialsProvider(
				r.required("AWS_ACCESS_KEY_ID"), r.required("AWS_SECRET_ACCESS_KEY"), r.optional("AWS_SESSION_TOKEN")),
			// As the SDK's config package has it.
			RequestChecksumCalculation: aws.RequestChecksumCalculationWhenSupported,
			ResponseChecksumValidation: aws.ResponseChecksumValidationWhenSupported,
		},
		S3Endpoint:  r.endpoint("AWS_ENDPOINT_URL_S3"),
		SESEndpoint: r.endpoint("AWS_ENDPOINT_URL_SESV2"),
	}
	return c, r.err()
}

// endpoint reads a service's endpoint, or that of all services.
func (r *reader) endpoint(name string) *string {
	if v := cmp.Or(r.optional(name), r.optional("AWS_ENDPOINT_URL")); v != "" {
		return &v
	}
	return nil
}
