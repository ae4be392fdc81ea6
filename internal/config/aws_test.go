package config_test

import (
	"strings"
	"testing"

	"onrecord/internal/config"
)

func TestAWSFrom(t *testing.T) {
	got, err := config.AWSFrom(lookup(map[string]string{
		"AWS_REGION": "eu-central-1", "AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_SESSION_TOKEN": "token",
		"AWS_ENDPOINT_URL": "http://127.0.0.1:1", "AWS_ENDPOINT_URL_S3": "http://127.0.0.1:2",
	}))
	if err != nil {
		t.Fatal(err)
	}
	c, err := got.Credentials.Retrieve(t.Context())
	if err != nil || c.AccessKeyID != "id" || c.SecretAccessKey != "secret" || c.SessionToken != "token" || got.Region != "eu-central-1" {
		t.Errorf("AWSFrom: region %s, credentials %v, %v", got.Region, c, err)
	}
	if *got.S3Endpoint != "http://127.0.0.1:2" || *got.SESEndpoint != "http://127.0.0.1:1" {
		t.Errorf("AWSFrom: endpoints %s, %s; want the service's own, else that of all", *got.S3Endpoint, *got.SESEndpoint)
	}
}

func TestAWSFromMistakes(t *testing.T) {
	got, err := config.AWSFrom(lookup(nil))
	for _, name := range []string{"AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"} {
		if err == nil || !strings.Contains(err.Error(), name+": is not set") {
			t.Errorf("AWSFrom of an empty environment: %v, want %s named", err, name)
		}
	}
	if got.S3Endpoint != nil || got.SESEndpoint != nil {
		t.Errorf("AWSFrom of an empty environment: endpoints %v, %v, want AWS's own", got.S3Endpoint, got.SESEndpoint)
	}
}
