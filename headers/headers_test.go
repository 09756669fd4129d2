package headers

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

var quotedInclude = regexp.MustCompile(`(?m)^[ \t]*#[ \t]*include[ \t]+"([^"]+)"`)

// TestIncludesStayHere resolves each #include "…" below headers/ against the
// including file's directory: a module needs no file from elsewhere in the project,
// and its own sources none of another module, which `generate --only` would leave
// out. Test programs may use testing/ as well.
func TestIncludesStayHere(t *testing.T) {
	tree := os.DirFS(".")
	err := fs.WalkDir(tree, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(file, ".c") && !strings.HasSuffix(file, ".h") {
			return err
		}
		text, err := fs.ReadFile(tree, file)
		for _, match := range quotedInclude.FindAllSubmatch(text, -1) {
			included := path.Join(path.Dir(file), string(match[1]))
			if _, err := fs.Stat(tree, included); err != nil {
				t.Errorf("%s includes %q, which is not below headers/", file, match[1])
				continue
			}
			module, _, _ := strings.Cut(file, "/")
			embedded := strings.Contains(file, "/src/") || strings.Contains(file, "/include/")
			if other, _, _ := strings.Cut(included, "/"); other != module && (embedded || other != "testing") {
				t.Errorf("%s includes %q of %s", file, match[1], other)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
