package internal_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// floors is the house: a package imports only what stands in a row above its
// own. Packages of one row don't know each other. A package that is not named
// lives with the nearest folder above it that is.
var floors = [][]string{
	{"text", "subscriber"},
	{"document"},
	{"article"},
	{"speaker", "summary"},
	{"digest"},
	{"issue"},
	{"email"},
	{"loopback", "metrics"},
	{"archive", "mailer", "config", "ingest", "deliver"},
	{"local"},
	{"functions", "bench"},
}

// forbidden is what the packages up to email, which turn bytes into bytes,
// must not touch, and why.
var forbidden = map[string]string{
	"context":                           "nothing there waits",
	"log":                               "they return what is to be said",
	"log/slog":                          "they return what is to be said",
	"net":                               "no network",
	"net/http":                          "no network",
	"os":                                "no disk, no environment",
	"github.com/aws/aws-sdk-go-v2":      "no AWS below the second floor",
	"github.com/aws/aws-lambda-go":      "no AWS below the second floor",
	"github.com/fsnotify/fsnotify":      "no disk",
	"github.com/johannesboyne/gofakes3": "no S3 below the second floor",
}

// module is this module's path.
const module = "onrecord/"

// room returns the package of the house that an import path of this module
// belongs to, and its floor.
func room(importPath string) (string, int) {
	name := strings.TrimPrefix(strings.TrimPrefix(importPath, module), "internal/")
	name, _, _ = strings.Cut(name, "/")
	return name, slices.IndexFunc(floors, func(row []string) bool { return slices.Contains(row, name) })
}

// breach says what is wrong with a package importing another, or "".
func breach(from, to string) string {
	name, floor := room(from)
	if floor < 0 {
		return "package " + from + " stands on no floor"
	}
	if !strings.HasPrefix(to, module) {
		email := slices.IndexFunc(floors, func(row []string) bool { return slices.Contains(row, "email") })
		for prefix, reason := range forbidden {
			if floor <= email && (to == prefix || strings.Contains(prefix, ".") && strings.HasPrefix(to, prefix)) {
				return from + " imports " + to + ": " + reason
			}
		}
		if name == "text" && strings.Contains(to, ".") && !strings.HasPrefix(to, "golang.org/x/text") {
			return from + " imports " + to + ": text uses the standard library and x/text only"
		}
		return ""
	}
	other, below := room(to)
	if other != name && below >= floor {
		return from + " imports " + to + ", which does not stand below it"
	}
	return ""
}

// imports returns the imports of the Go files in dir and below, by package.
// Tests outside of their package may put rooms of one floor together, so only
// files that are built are read.
func imports(t *testing.T, dir string) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), ".") && name != ".") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path.Join(dir, name), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		from := module + path.Dir(name)
		for _, spec := range file.Imports {
			to, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			found[from] = append(found[from], to)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestFloors(t *testing.T) {
	found := imports(t, "..")
	if len(found) < 15 {
		t.Errorf("found %d packages with imports, want the whole house", len(found))
	}
	for from, tos := range found {
		for _, to := range tos {
			if wrong := breach(from, to); wrong != "" {
				t.Error(wrong)
			}
		}
	}
}

func TestBreach(t *testing.T) {
	tests := []struct {
		from, to string
		wrong    bool
	}{
		{"onrecord/internal/digest", "onrecord/internal/speaker", false},
		{"onrecord/internal/speaker", "onrecord/internal/digest", true},     // climbs
		{"onrecord/internal/speaker", "onrecord/internal/summary", true},    // sideways
		{"onrecord/internal/ingest", "onrecord/internal/archive", true},     // sideways
		{"onrecord/internal/archive", "onrecord/internal/archive/x", false}, // its own
		{"onrecord/internal/mailer/standin", "onrecord/internal/email/eml", false},
		{"onrecord/internal/deliver", "onrecord/internal/local", true},
		{"onrecord/functions/ingest", "onrecord/internal/local", false},
		{"onrecord/internal/utils", "strings", true}, // no such room
		{"onrecord/internal/text", "golang.org/x/net/html", true},
		{"onrecord/internal/text", "golang.org/x/text/width", false},
		{"onrecord/internal/article", "os", true},
		{"onrecord/internal/article", "github.com/aws/aws-sdk-go-v2/service/s3", true},
		{"onrecord/internal/archive", "github.com/aws/aws-sdk-go-v2/service/s3", false},
	}
	for _, tt := range tests {
		if got := breach(tt.from, tt.to); (got != "") != tt.wrong {
			t.Errorf("breach(%q, %q) = %q, want a breach: %v", tt.from, tt.to, got, tt.wrong)
		}
	}
}
