package srctree

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzDsc: a source description never names a file outside its directory.
func FuzzDsc(f *testing.F) {
	f.Add("Checksums-Sha256:\n 00 1 ../../x.tar.gz\n 11 2 a.orig.tar.xz\nFiles:\n")
	f.Fuzz(func(t *testing.T, text string) {
		for name := range dscTarballs(text) {
			if name != filepath.Base(name) || strings.ContainsRune(name, os.PathSeparator) {
				t.Errorf("named %q", name)
			}
		}
	})
}
