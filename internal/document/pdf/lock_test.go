package pdf

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadLocked reads one page under every kind of encryption: where only the
// owner's password is set, readers show it to anyone, and where the user's is,
// to nobody without.
func TestReadLocked(t *testing.T) {
	files, err := filepath.Glob("testdata/*.pdf")
	if err != nil || len(files) < 7 {
		t.Fatalf("testdata: %v, %v", files, err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		f, err := Read(raw)
		if strings.HasPrefix(filepath.Base(file), "user-") {
			if !errors.Is(err, ErrEncrypted) {
				t.Errorf("Read(%s) = %v, want ErrEncrypted", file, err)
			}
			continue
		}
		if err != nil || f.Text != "It fell for nine hours." {
			t.Errorf("Read(%s) = %+v, %v, want the sentence on it", file, f, err)
		}
	}
}
