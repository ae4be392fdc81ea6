// Command ses serves the SES stand-in on an address that a container can
// reach, with a contact list and two subscribers in it. When it is ended it
// writes the mails it took to standard output as JSON.
//
//	go run ./.ci/ses ADDRESS
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"os/signal"
	"syscall"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"

	"onrecord/internal/mailer/standin"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, address string) error {
	ses, err := standin.Start("127.0.0.1:0", standin.Options{
		Identities:        []string{"example.com"},
		ConfigurationSets: []string{"on-record"},
	})
	if err != nil {
		return err
	}
	defer ses.Close()
	if err := subscribe(ctx, ses.Client(), "ada@example.org", "ben@example.org"); err != nil {
		return err
	}
	// The stand-in listens on the loopback address only, and answers only to it.
	behind, err := url.Parse(ses.Endpoint())
	if err != nil {
		return err
	}
	front := &http.Server{Addr: address, Handler: &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(behind) },
	}}
	failed := make(chan error, 1)
	go func() { failed <- front.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	front.Close()
	return json.NewEncoder(os.Stdout).Encode(ses.Mailbox())
}

// subscribe makes the list that template.yaml would make, with readers on it.
func subscribe(ctx context.Context, client *sesv2.Client, readers ...string) error {
	list := aws.String("on-record")
	_, err := client.CreateContactList(ctx, &sesv2.CreateContactListInput{
		ContactListName: list,
		Topics: []types.Topic{{
			TopicName: aws.String("daily"), DisplayName: aws.String("Daily Digest"),
			DefaultSubscriptionStatus: types.SubscriptionStatusOptOut,
		}},
	})
	for _, r := range readers {
		if err != nil {
			return err
		}
		_, err = client.CreateContact(ctx, &sesv2.CreateContactInput{
			ContactListName: list, EmailAddress: aws.String(r),
			TopicPreferences: []types.TopicPreference{{
				TopicName: aws.String("daily"), SubscriptionStatus: types.SubscriptionStatusOptIn,
			}},
		})
	}
	return err
}
