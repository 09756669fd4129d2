package archive

import (
	"archive/tar"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/ulikunitz/xz"
)

// TestXz extracts with the machine's program and without one: the same files, and
// the same refusals.
func TestXz(t *testing.T) {
	packed := func(headers ...tar.Header) []byte {
		var out bytes.Buffer
		w, err := xz.NewWriter(&out)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(archive(t, headers...)); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	good := packed(file("a/b", "body"), file("a/c", "x"))
	broken := bytes.Clone(good)
	broken[len(broken)-20] ^= 0xff // of the index, behind the contents
	path := os.Getenv("PATH")
	for label, dirs := range map[string]string{"program": path, "none": t.TempDir()} {
		t.Setenv("PATH", dirs)
		extract := func(data []byte) (string, error) {
			dir := t.TempDir()
			name := filepath.Join(dir, "a.tar.xz")
			if err := os.WriteFile(name, data, 0o644); err != nil {
				t.Fatal(err)
			}
			_, err := ExtractFile(name, filepath.Join(dir, "in"), Extraction{})
			text, _ := os.ReadFile(filepath.Join(dir, "in/a/b"))
			return string(text), err
		}
		if text, err := extract(good); err != nil || text != "body" {
			t.Errorf("%s: %q, %v", label, text, err)
		}
		var refused *RefusedError
		if _, err := extract(packed(file("a/b", "x"), file("../evil", "x"))); !errors.As(err, &refused) {
			t.Errorf("%s: an entry that leaves: %v", label, err)
		}
		if _, err := extract(good[:len(good)/2]); err == nil {
			t.Errorf("%s: half of an archive was taken for whole", label)
		}
		if _, err := extract(broken); err == nil && label == "program" {
			t.Errorf("%s: a broken end was not noticed", label)
		}
	}
}
