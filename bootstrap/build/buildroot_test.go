package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
	"golang.org/x/sys/unix"
)

// made makes files below a new directory: a text that begins with → is a link, an
// empty one a directory.
func made(t *testing.T, files map[string]string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if target, ok := strings.CutPrefix(text, "→"); ok {
			err = os.Symlink(target, path)
		} else if text == "" {
			err = os.MkdirAll(path, 0o755)
		} else {
			err = os.WriteFile(path, []byte(text), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestPopulateStaysInTheRoot has packages that installed links in the place of
// directories.
func TestPopulateStaysInTheRoot(t *testing.T) {
	tools := &stage2.Tree{Dir: made(t, map[string]string{"usr/bin/cc": "x", "usr/sbin/ldconfig": "x", "usr/share/aclocal": "x"})}
	out := made(t, nil)
	for label, test := range map[string]struct {
		root  map[string]string
		want  string // a link that is made
		wrong string // what the error says
	}{
		"nothing":        {nil, "usr/sbin/ldconfig", ""},
		"merged":         {map[string]string{"usr/bin": "", "usr/sbin": "→bin"}, "usr/bin/ldconfig", ""},
		"absolute":       {map[string]string{"usr/lib": "", "usr/share": "→/usr/lib"}, "usr/lib/aclocal", ""},
		"above":          {map[string]string{"usr/lib": "", "usr/share": "→../../../../../../usr/lib"}, "usr/lib/aclocal", ""},
		"own program":    {map[string]string{"usr/bin/cc": "own"}, "usr/sbin/ldconfig", ""},
		"out":            {map[string]string{"usr/sbin": "→" + out}, "", "usr/sbin: it is a link to"},
		"out, through":   {map[string]string{"a": "→" + out, "usr": "→a"}, "", "it is a link to"},
		"a mount point":  {map[string]string{"build": "→" + out}, "", "build: it is a link to"},
		"/tmp elsewhere": {map[string]string{"var/tmp": "", "tmp": "→var/tmp"}, "", "mount on"},
		"/dev is /":      {map[string]string{"dev": "→.."}, "", "mount on"},
		"a file":         {map[string]string{"usr/share": "x"}, "", "not a directory"},
		"a loop":         {map[string]string{"usr/share": "→share"}, "", "too many levels"},
	} {
		root := made(t, test.root)
		err := populate(root, tools)
		if (test.wrong == "") != (err == nil) || err != nil && !strings.Contains(err.Error(), test.wrong) {
			t.Errorf("%s: %v, want %q", label, err, test.wrong)
		}
		if target, err := os.Readlink(filepath.Join(root, test.want)); test.want != "" && (err != nil || !strings.HasPrefix(target, stage2.Prefix)) {
			t.Errorf("%s: %s leads to %q, %v", label, test.want, target, err)
		}
		if text, err := os.ReadFile(filepath.Join(root, "usr/bin/cc")); label == "own program" && (err != nil || string(text) != "own") {
			t.Errorf("the package's program is %q, %v", text, err)
		}
		if entries, err := os.ReadDir(out); err != nil || len(entries) > 0 {
			t.Errorf("%s: outside are %v, %v", label, entries, err)
		}
	}
}

func TestTopDirectory(t *testing.T) {
	out := made(t, map[string]string{"f": "x"})
	dir := made(t, map[string]string{"t/s/f": "x", "file": "x", "l": "→t/s", "m": "→l", "away": "→" + out, "up": "→.."})
	for top, want := range map[string]string{"t": "t", "l": "t/s", "m": "t/s", "file": ".", "up": "."} {
		name, host, err := topDirectory(dir, top)
		if err != nil || host != filepath.Join(dir, want) || (name == "") != (top == "file") {
			t.Errorf("%s is %q, %s, %v", top, name, host, err)
		}
	}
	for _, top := range []string{"away", "missing"} {
		if _, _, err := topDirectory(dir, top); err == nil || !strings.Contains(err.Error(), "leads to no directory of the archive") {
			t.Errorf("%s: %v", top, err)
		}
	}
}

// TestWriteRecipe wants modes that the umask does not change: a build may run as
// another user.
func TestWriteRecipe(t *testing.T) {
	defer unix.Umask(unix.Umask(0o077))
	work := t.TempDir()
	b := &buildRoot{recipe: filepath.Join(work, "recipe"), failure: filepath.Join(work, "failure")}
	if err := os.Mkdir(b.recipe, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := writeRecipe(b, recipe.Script{Text: "true\n"}, []recipe.Patch{{Name: "a.patch", Text: []byte("p")}}); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]os.FileMode{
		"recipe": os.ModeDir | 0o755, "recipe/patches": os.ModeDir | 0o755, "recipe/script": 0o644,
		"recipe/patches/a.patch": 0o644, "recipe/failure": 0o644, "failure": 0o666,
	} {
		if info, err := os.Lstat(filepath.Join(work, name)); err != nil || info.Mode() != want {
			t.Errorf("%s: %v, %v; want %v", name, info, err, want)
		}
	}
}
