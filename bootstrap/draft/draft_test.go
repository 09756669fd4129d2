package draft

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/internal/fetch"
	"github.com/serpent-os/wildebeest/recipes"
)

func project(t *testing.T) *plan.Set {
	t.Helper()
	all, err := recipe.Load(recipe.Dir{Files: recipes.Files, Name: "recipes"})
	if err != nil {
		t.Fatal(err)
	}
	set, err := plan.Resolve(all)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// write puts the files of an archive below a new directory of that name.
func write(t *testing.T, name string, a *txtar.Archive) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), name)
	for _, f := range a.Files {
		file := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestDrafts holds the recipe of each tree of testdata, but for where it comes from,
// against the file want.yaml of the archive.
func TestDrafts(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives (%v)", err)
	}
	set := project(t)
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			want := ""
			for i, f := range a.Files {
				if f.Name == "want.yaml" {
					want = string(f.Data)
					a.Files = append(a.Files[:i], a.Files[i+1:]...)
					break
				}
			}
			got := draftOf(t, set, write(t, "Hello-1.0", a))
			if diff := cmp.Diff(want, string(got.Text())); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if _, err := got.Recipe("hello/stone.yaml"); err != nil {
				t.Errorf("the draft is no recipe: %v", err)
			}
		})
	}
}

// draftOf drafts the recipe of a directory, as from a place that is always the same.
func draftOf(t *testing.T, set *plan.Set, dir string) *Draft {
	t.Helper()
	f := &Finder{Cache: &fetch.Cache{Dir: t.TempDir()}}
	s, err := f.Find(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	unpacked, err := Unpack(f.Cache, s, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	d, err := Of(context.Background(), s, unpacked, set)
	if err != nil {
		t.Fatal(err)
	}
	d.Upstream.Location, d.Upstream.SHA256 = "https://example.org/hello-1.0.tar.gz", strings.Repeat("0", 64)
	return d
}

func TestNames(t *testing.T) {
	for file, want := range map[string]string{
		"hello-1.0.tar.gz":               "hello 1.0",
		"hello_2.10.orig.tar.xz":         "hello 2.10",
		"hello_2.10-3.tar.xz":            "hello 2.10-3",
		"libnl-3-1.2.tgz":                "libnl-3 1.2",
		"gnu-which_2.21+dfsg.orig.tar":   "gnu-which 2.21+dfsg",
		"v252.39.tar.gz":                 "v252.39 0",
		"json-c-json-c-0.16.tar.gz":      "json-c-json-c 0.16",
		"X11Thing-v1.4-rc1.tar.bz2":      "x11thing 1.4-rc1",
		"iucode-tool_2.3.1.orig.tar.zst": "iucode-tool 2.3.1",
		"plain.tar":                      "plain 0",
	} {
		s, err := fromFileName(file)
		if got := s.Name + " " + s.Version; err != nil || got != want {
			t.Errorf("%s: %s, %v; want %s", file, got, err, want)
		}
	}
	for _, file := range []string{"hello.zip", "-.tar.gz", "README"} {
		if s, err := fromFileName(file); err == nil {
			t.Errorf("%s: %+v; want an error", file, s)
		}
	}
}

// TestDescribed has a .dsc whose tarball is right, one whose tarball was changed, and
// one that names a file elsewhere.
func TestDescribed(t *testing.T) {
	dir := t.TempDir()
	body := []byte("a tarball")
	if err := os.WriteFile(filepath.Join(dir, "hello_1.0.orig.tar.gz"), body, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ sum, file, want string }{
		{fmt.Sprintf("%x", sha256.Sum256(body)), "hello_1.0.orig.tar.gz", ""},
		{strings.Repeat("0", 64), "hello_1.0.orig.tar.gz", "has sha256"},
		{strings.Repeat("0", 64), "../hello_1.0.orig.tar.gz", "names no tarball"},
	} {
		dsc := filepath.Join(dir, "hello_1.0-1.dsc")
		text := "Format: 3.0 (quilt)\nFiles:\n 0 0 x.tar.gz\nChecksums-Sha256:\n " + test.sum + " 9 " + test.file + "\n " + test.sum + " 9 hello_1.0-1.debian.tar.xz\n"
		if err := os.WriteFile(dsc, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		s, err := (&Finder{Cache: &fetch.Cache{Dir: t.TempDir()}}).Find(context.Background(), dsc)
		if test.want == "" && (err != nil || s.Name != "hello" || s.Version != "1.0" || s.Upstream.SHA256 != test.sum) {
			t.Errorf("%+v, %v", s, err)
		}
		if test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%s %s: %v; want %q", test.sum, test.file, err, test.want)
		}
	}
}

// TestNoBuildSystem has a tree whose only build file is a link that leads out of it.
func TestNoBuildSystem(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink("/etc/passwd", filepath.Join(dir, "Makefile")); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if s, err := systemOf(root); err == nil || !strings.Contains(err.Error(), "no build system: ") {
		t.Errorf("%+v, %v", s, err)
	}
}

// TestHostileNames has a licence and a dependency whose names would end a comment.
func TestHostileNames(t *testing.T) {
	d := &Draft{Name: "hello", Version: "1", System: systems[0], BuildDeps: []string{recipe.Runtime},
		Missing:  []Missing{{Name: "a\u2028install: rm", Kind: "library"}, {Name: "b\nname: x", Kind: "library"}},
		Licences: []string{"COPYING\r"},
		Upstream: recipe.Upstream{Location: "https://example.org/a b#c: d.tar.gz", SHA256: strings.Repeat("0", 64)}}
	r, err := d.Recipe("hello/stone.yaml")
	if err != nil || r.Name != "hello" || r.Install != "%make_install\n" || r.Upstreams[0].Location != d.Upstream.Location {
		t.Errorf("%+v, %v\n%s", r, err, d.Text())
	}
}

// TestTests has the targets that run tests in the makefiles of a tree, and none.
func TestTests(t *testing.T) {
	for _, test := range []struct{ file, text, want string }{
		{"Makefile", "all:\n\ncheck: all\n", "%make check"},
		{"Makefile", "test check:\n", "%make check"},
		{"Makefile", ".PHONY: check\nall:\n", ""},
		{"Makefile", "check := yes\ntests=2\n", ""},
		{"Makefile", "test::\n\t./t\n", "%make test"},
		{"Makefile", "install-test:\n", ""},
		{"Makefile.in", "tests: @T@\n", "%make tests"},
		{"Makefile.am", "bin_PROGRAMS = x\n", "%make check"},
		{"README", "check:\n", ""},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, test.file), []byte(test.text), 0o644); err != nil {
			t.Fatal(err)
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		if got := testsOf(root, System{tests: makeTests}); got != test.want {
			t.Errorf("%s %q: %q, want %q", test.file, test.text, got, test.want)
		}
	}
}
