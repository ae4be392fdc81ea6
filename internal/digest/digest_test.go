package digest_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"onrecord/internal/article"
	"onrecord/internal/digest"
)

var update = flag.Bool("update", false, "rewrite the golden digests in testdata")

// samples is the folder of sample articles, as an uploads bucket holds them.
const samples = "../../events"

// TestGolden holds the digest of every sample article: against its golden
// file, and the golden file against the JSON Schema that the project ships.
func TestGolden(t *testing.T) {
	schema := compileSchema(t)
	seen := 0
	err := fs.WalkDir(os.DirFS(samples), "articles", func(key string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		seen++
		t.Run(key, func(t *testing.T) { golden(t, schema, key) })
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 8 {
		t.Errorf("%d sample articles, want at least 8", seen)
	}
}

func golden(t *testing.T, schema *jsonschema.Schema, key string) {
	got := sample(t, key)
	path := filepath.Join("testdata", strings.ReplaceAll(strings.TrimPrefix(key, "articles/"), "/", "-")+".json")
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
		t.Errorf("digest of %s (-want +got):\n%s", key, diff)
	}
	instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(want))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(instance); err != nil {
		t.Errorf("%s: %v", path, err)
	}
	if _, err := digest.Decode(bytes.NewReader(want)); err != nil {
		t.Errorf("Decode(%s): %v", path, err)
	}
}

// sample digests a sample article and returns its JSON, indented to be read.
func sample(t *testing.T, key string) []byte {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(samples, filepath.FromSlash(key)))
	if err != nil {
		t.Fatal(err)
	}
	d, err := digest.Make(digest.Source{
		Bucket: "uploads", Key: key, ETag: "0", Size: int64(len(raw)),
		ReceivedAt: time.Date(2026, 11, 23, 6, 1, 2, 0, time.UTC),
	}, raw)
	if err != nil {
		t.Fatalf("Make(%s): %v", key, err)
	}
	var line, indented bytes.Buffer
	if err := d.Encode(&line); err != nil {
		t.Fatal(err)
	}
	if err := json.Indent(&indented, line.Bytes(), "", "  "); err != nil {
		t.Fatal(err)
	}
	return indented.Bytes()
}

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(digest.JSONSchema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("digest.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("digest.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// TestSchemaRefuses holds that the schema can fail.
func TestSchemaRefuses(t *testing.T) {
	schema := compileSchema(t)
	var b bytes.Buffer
	if err := digest.New(digest.Source{Key: "k"}, article.Article{Text: "Text.", Words: 1, ReadingMinutes: 1}).Encode(&b); err != nil {
		t.Fatal(err)
	}
	valid := b.String()
	tests := []struct{ desc, old, new string }{
		{"another schema", `digest/v1`, `digest/v2`},
		{"a list that is null", `"speakers":[]`, `"speakers":null`},
		{"an empty text", `"text":"Text."`, `"text":""`},
		{"a time that is none", `"received_at":"0001-01-01T00:00:00Z"`, `"received_at":"today"`},
		{"a speaker who said nothing", `"speakers":[]`, `"speakers":[{"name":"A","kind":"person","roles":[],"positions":[]}]`},
	}
	for _, tt := range append(tests, struct{ desc, old, new string }{"", "", ""}) {
		changed := strings.Replace(valid, tt.old, tt.new, 1)
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(changed))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(instance); (err == nil) != (tt.desc == "") {
			t.Errorf("schema on %q: %v\n%s", tt.desc, err, changed)
		}
	}
}

func TestDecodeInvalid(t *testing.T) {
	var b bytes.Buffer
	text := "The council of Tolvik met on Monday evening."
	if err := digest.New(digest.Source{Key: "k"}, article.Article{Text: text, Words: 8, ReadingMinutes: 1}).Encode(&b); err != nil {
		t.Fatal(err)
	}
	if _, err := digest.Decode(bytes.NewReader(b.Bytes())); err != nil {
		t.Fatalf("Decode of what Encode wrote: %v", err)
	}
	tests := []struct{ desc, old, new string }{
		{"no JSON", "{", "["},
		{"another schema", "digest/v1", "digest/v9"},
		{"words that the article has not", `"summary":[{"text":"The`, `"summary":[{"text":"Thy`},
		{"a span past the end", `"end":44`, `"end":4400`},
		{"a span before the beginning", `"start":0`, `"start":-1`},
	}
	for _, tt := range tests {
		changed := strings.Replace(b.String(), tt.old, tt.new, 1)
		if changed == b.String() {
			t.Fatalf("%s: %q is not in %s", tt.desc, tt.old, changed)
		}
		if _, err := digest.Decode(strings.NewReader(changed)); !errors.Is(err, digest.ErrInvalid) {
			t.Errorf("Decode of %s: %v, want ErrInvalid", tt.desc, err)
		}
	}
	if _, err := digest.Decode(iotest.ErrReader(os.ErrDeadlineExceeded)); errors.Is(err, digest.ErrInvalid) || !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("Decode of a broken connection: %v, want its own error", err)
	}
}

func TestID(t *testing.T) {
	id := digest.ID("bucket", "key", "etag")
	if len(id) != 32 || id != digest.ID("bucket", "key", "etag") {
		t.Errorf("ID = %q, want the same 32 digits every time", id)
	}
	for _, other := range []string{digest.ID("buckets", "key", "etag"), digest.ID("bucket", "keyetag", ""), digest.ID("bucket", "key", "etag2")} {
		if other == id {
			t.Errorf("two uploads share the id %s", id)
		}
	}
}

func TestTopic(t *testing.T) {
	tests := []struct{ key, want string }{
		{"articles/world/summit.html", "world"},
		{"articles/world/2026/summit.html", "world"},
		{"articles/world/europe/summit.html", "world"},
		{"articles/2026/11/world/summit.html", "world"},
		{"articles/2026-11-23/world/summit.html", "world"},
		{"articles/2026/11/23/summit.html", ""},
		{"articles/1989-remembered/summit.html", "1989-remembered"},
		{"articles//world/summit.html", "world"},
		{"articles/économie/summit.html", "économie"},
		{"articles/summit.html", ""},
		{"articles/", ""},
		{"events/articles/sport/final.html", "sport"},
		{"summit.html", ""},
		{"myarticles/world/summit.html", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got := digest.Topic(tt.key); got != tt.want {
			t.Errorf("Topic(%q) = %q, want %q", tt.key, got, tt.want)
		}
	}
}
