package digest_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"onrecord/internal/digest"
)

// TestReadsV1 reads a digest that the first version stored. The file is never
// written again: whatever comes must still read it, or be another schema and
// read both.
func TestReadsV1(t *testing.T) {
	stored, err := os.ReadFile("testdata/v1/digest.json")
	if err != nil {
		t.Fatal(err)
	}
	d, err := digest.Decode(bytes.NewReader(stored))
	if err != nil {
		t.Fatal(err)
	}
	if d.Article.Headline != "Ferry Line to Halme Will Close in March" || d.Source.VersionID != "3/L4kqtJlcpXroDTDmJ" ||
		len(d.Summary) != 1 || len(d.Speakers) != 2 || d.Speakers[1].Positions[0].Cue != "called on" {
		t.Errorf("Decode = %+v", d)
	}
	instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(stored))
	if err != nil {
		t.Fatal(err)
	}
	if err := compileSchema(t).Validate(instance); err != nil {
		t.Errorf("the schema refuses it: %v", err)
	}

	// A later version may say more, at any place; this one passes over it.
	more := string(stored)
	for _, at := range []string{`"topic":`, `"headline":`, `"received_at":`, `"kind": "person",`, `"cue": "said",`, `"start": 0,`} {
		if !strings.Contains(more, at) {
			t.Fatalf("no %s in the file", at)
		}
		more = strings.Replace(more, at, `"from_later": {"x": [1]}, `+at, 1)
	}
	later, err := digest.Decode(strings.NewReader(more))
	if err != nil {
		t.Fatalf("with members of a later version: %v", err)
	}
	if diff := cmp.Diff(d, later); diff != "" {
		t.Errorf("members of a later version change the rest:\n%s", diff)
	}
}
