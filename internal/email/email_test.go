package email

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/email/emailtest"
	"onrecord/internal/issue"
)

var update = flag.Bool("update", false, "rewrite the golden mails in testdata")

// mails are the issues that every structural test holds.
var mails = []struct {
	name string
	make func() issue.Issue
}{
	{"eight", emailtest.Eight},
	{"one", emailtest.One},
	{"forty", emailtest.Forty},
	{"hostile", emailtest.Hostile},
	{"empty", func() issue.Issue { return fixture() }},
}

func compose(t *testing.T, is issue.Issue, o Options) Message {
	t.Helper()
	m, err := Compose(is, o)
	if err != nil {
		t.Fatalf("Compose(%s): %v", is.ID, err)
	}
	return m
}

func TestGolden(t *testing.T) {
	for _, c := range mails {
		t.Run(c.name, func(t *testing.T) {
			m := compose(t, c.make(), fixtureOptions)
			golden(t, c.name+".html", m.HTML)
			golden(t, c.name+".txt", "Subject: "+m.Subject+"\n\n"+m.Text)
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s (-want +got, rewrite with -update):\n%s", name, diff)
	}
}
