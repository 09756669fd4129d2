package beneath

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// tree makes a directory with links, each a name and a target, beside a directory
// "out"; it returns both, without links in their paths.
func tree(t testing.TB, links ...[2]string) (in, out string) {
	t.Helper()
	base, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	in, out = filepath.Join(base, "in"), filepath.Join(base, "out")
	for _, dir := range []string{filepath.Join(in, "usr/bin"), out} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, link := range links {
		if err := os.Symlink(strings.ReplaceAll(link[1], "OUT", out), filepath.Join(in, link[0])); err != nil {
			t.Fatal(err)
		}
	}
	return in, out
}

func opened(t testing.TB, dir string) *Dir {
	t.Helper()
	d, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

func TestPath(t *testing.T) {
	in, _ := tree(t, [2]string{"sbin", "/usr/bin"}, [2]string{"up", "../../../../usr"}, [2]string{"away", "OUT"},
		[2]string{"round", "round"}, [2]string{"usr/self", "."}, [2]string{"deep", "usr/self/self/../../../../usr/bin"},
		[2]string{"magic", "/proc/self/root"})
	d := opened(t, in)
	for name, want := range map[string]string{
		"": "", ".": "", "/": "", "..": "", "usr": "/usr", "/usr/../usr/bin": "/usr/bin",
		"sbin": "/usr/bin", "up": "/usr", "usr/self/self/bin": "/usr/bin", "deep": "/usr/bin",
	} {
		if name == "" {
			continue // openat2 has no empty path
		}
		if got, err := d.Path(name); err != nil || got != in+want {
			t.Errorf("%q is %s, %v; want %s", name, got, err, in+want)
		}
	}
	for name, want := range map[string]error{"away": unix.ENOENT, "round": unix.ELOOP, "magic": unix.ENOENT, "usr/bin/x": unix.ENOENT} {
		if got, err := d.Path(name); !errors.Is(err, want) {
			t.Errorf("%q is %s, %v; want %v", name, got, err, want)
		}
	}
}

func TestMkdirAll(t *testing.T) {
	in, out := tree(t, [2]string{"away", "OUT"}, [2]string{"sbin", "/usr/bin"})
	d := opened(t, in)
	for name, want := range map[string]string{"a/b/c": "a/b/c", "sbin/x": "usr/bin/x", "usr/bin": "usr/bin", "../../d": "d", "/": ""} {
		dir, err := d.MkdirAll(name, 0o755)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := Symlink("target", dir, "link"); err != nil {
			t.Error(err)
		}
		if err := Symlink("other", dir, "link"); !errors.Is(err, fs.ErrExist) {
			t.Errorf("a second link: %v", err)
		}
		dir.Close()
		if target, err := os.Readlink(filepath.Join(in, want, "link")); err != nil || target != "target" {
			t.Errorf("%s: the link is not in %s: %q, %v", name, want, target, err)
		}
	}
	for _, name := range []string{"away", "away/x"} {
		_, err := d.MkdirAll(name, 0o755)
		if err == nil || !strings.Contains(err.Error(), "is a link to") || !strings.Contains(err.Error(), "where there is no directory") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if entries, err := os.ReadDir(out); err != nil || len(entries) > 0 {
		t.Errorf("outside are %v, %v", entries, err)
	}
}

// FuzzBeneath makes links of a text's lines, NAME>TARGET, and then directories
// and links by the same names: nothing is made outside, and no path leads there.
func FuzzBeneath(f *testing.F) {
	f.Add("a>/usr\na/x>../../..\n", "a/x/y")
	f.Add("usr/sbin>OUT", "usr/sbin/tool")
	f.Add("t>.\nl>t/t/../../../out", "l/x")
	f.Fuzz(func(t *testing.T, text, name string) {
		if strings.Contains(text+name, "\x00") || len(name) > 200 {
			return
		}
		in, out := tree(t)
		root, err := os.OpenRoot(in)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		for line := range strings.Lines(text) {
			link, target, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ">")
			root.Symlink(strings.ReplaceAll(target, "OUT", out), link) // where it can be made
		}
		d := opened(t, in)
		if dir, err := d.MkdirAll(name, 0o755); err == nil {
			Symlink("target", dir, "link")
			dir.Close()
		}
		if at, err := d.Path(name + "/."); err == nil && at != in && !strings.HasPrefix(at, in+"/") {
			t.Errorf("%q leads to %s", name, at)
		}
		if entries, err := os.ReadDir(out); err != nil || len(entries) > 0 {
			t.Errorf("outside are %v, %v", entries, err)
		}
		if entries, err := os.ReadDir(filepath.Dir(in)); err != nil || len(entries) != 2 {
			t.Errorf("beside it are %v, %v", entries, err)
		}
	})
}
