package config_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/config"
	"onrecord/internal/issue"
)

func lookup(vars map[string]string) func(string) string {
	return func(name string) string { return vars[name] }
}

func validDeliver(change func(map[string]string)) func(string) string {
	vars := map[string]string{
		"DIGESTS_BUCKET":    "digests",
		"SENDER":            "On Record <digest@example.com>",
		"CONTACT_LIST":      "readers",
		"TOPIC":             "daily",
		"CONFIGURATION_SET": "onrecord",
		"TIMEZONE":          "Europe/Berlin",
		"HOUR":              "7",
		"EMPTY_DAY":         "line",
		"TITLE":             "On Record",
		"POSTAL_ADDRESS":    "1 Example Street",
		"WEB_BASE_URL":      "https://news.example.com/",
	}
	if change != nil {
		change(vars)
	}
	return lookup(vars)
}

func TestIngestFrom(t *testing.T) {
	got, err := config.IngestFrom(lookup(map[string]string{"DIGESTS_BUCKET": " digests "}))
	if err != nil {
		t.Fatalf("IngestFrom: %v", err)
	}
	want := config.Ingest{DigestsBucket: "digests"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("IngestFrom (-want +got):\n%s", diff)
	}
}

func TestDeliverFrom(t *testing.T) {
	got, err := config.DeliverFrom(validDeliver(nil))
	if err != nil {
		t.Fatalf("DeliverFrom: %v", err)
	}
	if got.Zone.String() != "Europe/Berlin" {
		t.Errorf("Zone = %v, want Europe/Berlin", got.Zone)
	}
	got.Zone = nil
	want := config.Deliver{
		DigestsBucket:    "digests",
		Sender:           "On Record <digest@example.com>",
		ContactList:      "readers",
		Topic:            "daily",
		ConfigurationSet: "onrecord",
		Hour:             7,
		EmptyDay:         issue.OneLine,
		Title:            "On Record",
		PostalAddress:    "1 Example Street",
		WebBaseURL:       "https://news.example.com",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("DeliverFrom (-want +got):\n%s", diff)
	}
}

func TestDeliverFromMistake(t *testing.T) {
	tests := []struct {
		desc, name, value, want string
	}{
		{"a missing bucket", "DIGESTS_BUCKET", "", "DIGESTS_BUCKET: is not set"},
		{"a sender that is no address", "SENDER", "On Record", `SENDER: "On Record" is not a mail address`},
		{"an unknown timezone", "TIMEZONE", "Mars/Olympus", `TIMEZONE: "Mars/Olympus" is not an IANA timezone`},
		{"the machine's own timezone, which a Lambda has not", "TIMEZONE", "Local", `TIMEZONE: "Local"`},
		{"a missing hour", "HOUR", "", "HOUR: is not set"},
		{"an hour past the day", "HOUR", "24", `HOUR: "24" is not an hour`},
		{"an hour with minutes", "HOUR", "7:30", `HOUR: "7:30" is not an hour`},
		{"an unknown empty day", "EMPTY_DAY", "skip", `EMPTY_DAY: "skip" is neither "none" nor "line"`},
		{"a web address without TLS", "WEB_BASE_URL", "http://news.example.com", "is not an https address"},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			_, err := config.DeliverFrom(validDeliver(func(vars map[string]string) { vars[tt.name] = tt.value }))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("DeliverFrom with %s=%q: error %v, want %q in it", tt.name, tt.value, err, tt.want)
			}
		})
	}
}

func TestDeliverFromReportsEveryMistake(t *testing.T) {
	_, err := config.DeliverFrom(lookup(nil))
	for _, name := range []string{"DIGESTS_BUCKET", "SENDER", "CONTACT_LIST", "TOPIC", "HOUR"} {
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("DeliverFrom of an empty environment: error %v, want %s named", err, name)
		}
	}
}

func TestEmptyZoneIsUTC(t *testing.T) {
	got, err := config.DeliverFrom(validDeliver(func(vars map[string]string) { vars["TIMEZONE"] = "" }))
	if err != nil || got.Zone != time.UTC {
		t.Errorf("DeliverFrom without TIMEZONE = zone %v, error %v, want UTC", got.Zone, err)
	}
}

func TestColour(t *testing.T) {
	for _, tt := range []struct {
		noColor, term string
		want          bool
	}{{"", "xterm-256color", true}, {"", "", true}, {"1", "xterm", false}, {"", "dumb", false}} {
		if got := config.Colour(lookup(map[string]string{"NO_COLOR": tt.noColor, "TERM": tt.term})); got != tt.want {
			t.Errorf("Colour with NO_COLOR=%q TERM=%q = %v, want %v", tt.noColor, tt.term, got, tt.want)
		}
	}
}

func TestVariables(t *testing.T) {
	want := []string{"DIGESTS_BUCKET"}
	if diff := cmp.Diff(want, config.IngestVariables()); diff != "" {
		t.Errorf("IngestVariables (-want +got):\n%s", diff)
	}
	if got := len(config.DeliverVariables()); got != 11 {
		t.Errorf("DeliverVariables names %d variables, want 11", got)
	}
}
