package selfcontained

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// rootWith makes a root of files by name; a text that begins with → is a link.
func rootWith(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range files {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		var err error
		if target, ok := strings.CutPrefix(text, "→"); ok {
			err = os.Symlink(target, path)
		} else {
			err = os.WriteFile(path, []byte(text), 0o755)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func check(t *testing.T, root string, table ...Exception) *Result {
	t.Helper()
	result, err := Check(root, "/serpent", table)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func compressed(t *testing.T, text string) string {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestCheck(t *testing.T) {
	long := strings.Repeat("x", block-4)
	root := rootWith(t, map[string]string{
		"usr/bin/good":                 "#!/bin/sh\necho https://github.com/serpent-os/wildebeest /serpents /usr/serpentine\n",
		"usr/bin/script":               "#!/serpent/usr/bin/bash\n",
		"usr/bin/config":               "#!/bin/sh\nSHELL=/serpent/usr/bin/bash\n",
		"usr/lib/pkgconfig/x.pc":       "prefix=/serpent\n",
		"usr/lib/x.la":                 "libdir='/usr/lib -L/serpent/usr/lib'",
		"usr/bin/link":                 "→/serpent/usr/bin/x",
		"usr/bin/other":                "→../lib/x.la",
		"usr/lib/binary":               "\x00\x01/serpent\x00",
		"usr/lib/at-a-blocks-end":      long + "/serpent/usr/lib and more",
		"usr/lib/at-a-blocks-end-good": long + "/serpent-os and more",
		"usr/share/man/x.1.gz":         compressed(t, "see /serpent/etc\n"),
		"usr/lib/not-really-gz":        "\x1f\x8b nothing /serpent/x",
		"usr/lib/not-really-elf":       "\x7fELF nothing",
		"usr/share/empty":              "",
	})
	want := []Offence{
		{"/usr/bin/config", Bytes, `"SHELL=/serpent/usr/bin/bash"`},
		{"/usr/bin/link", Link, "→ /serpent/usr/bin/x"},
		{"/usr/bin/script", Script, "#!/serpent/usr/bin/bash"},
		{"/usr/lib/at-a-blocks-end", Bytes, `"` + strings.Repeat("x", shown/2) + `/serpent/usr/lib and more"`},
		{"/usr/lib/binary", Bytes, `"/serpent"`},
		{"/usr/lib/not-really-gz", Bytes, `" nothing /serpent/x"`},
		{"/usr/lib/pkgconfig/x.pc", Bytes, `"prefix=/serpent"`},
		{"/usr/lib/x.la", Bytes, `"libdir='/usr/lib -L/serpent/usr/lib'"`},
		{"/usr/share/man/x.1.gz", Bytes, `"see /serpent/etc"`},
	}
	if difference := cmp.Diff(want, check(t, root).Offences); difference != "" {
		t.Error(difference)
	}
}

// TestPrograms has real ones, which the C compiler links.
func TestPrograms(t *testing.T) {
	root := rootWith(t, map[string]string{"main.c": "int x(void); int main(void) { return x(); }\n", "x.c": "int x(void) { return 0; }\n"})
	compile := func(args ...string) {
		command := exec.Command("gcc", args...)
		command.Dir = root
		if out, err := command.CombinedOutput(); err != nil {
			t.Fatalf("gcc: %v\n%s", err, out)
		}
	}
	compile("-shared", "-fPIC", "-o", "libx.so", "x.c")
	compile("-o", "program", "main.c", "libx.so", "-Wl,-rpath,/serpent/usr/lib", "-Wl,--dynamic-linker=/serpent/lib/ld.so")
	if err := os.Remove(filepath.Join(root, "libx.so")); err != nil {
		t.Fatal(err)
	}
	want := []Offence{
		{"/program", Interpreter, "/serpent/lib/ld.so"},
		{"/program", Rpath, "/serpent/usr/lib"},
		{"/program", Needed, "libx.so, which is not in the root"},
	}
	if difference := cmp.Diff(want, check(t, root).Offences); difference != "" {
		t.Error(difference)
	}
	compile("-shared", "-fPIC", "-o", "libx.so", "x.c")
	compile("-o", "program", "main.c", "libx.so", "-Wl,--dynamic-linker=/lib/ld-musl-x86_64.so.1")
	want = []Offence{{"/program", Interpreter, "/lib/ld-musl-x86_64.so.1, which is not in the root"}}
	if difference := cmp.Diff(want, check(t, root).Offences); difference != "" {
		t.Error(difference)
	}
}

func TestExceptions(t *testing.T) {
	root := rootWith(t, map[string]string{"a": "/serpent/", "b": "fine"})
	result := check(t, root, Exception{"/a", Bytes, "it has to"}, Exception{"/b", Bytes, "it had to"}, Exception{"/c", Bytes, "not there"})
	want := &Result{
		Offences: []Offence{}, Excepted: []Offence{{"/a", Bytes, `"/serpent/"`}}, Untrue: []Exception{{"/b", Bytes, "it had to"}},
	}
	if difference := cmp.Diff(want, result); difference != "" {
		t.Error(difference)
	}
	if _, err := Exceptions(); err != nil {
		t.Error(err)
	}
	for _, wrong := range []string{"/a\tbytes\n", "/a\tcolour\twhy\n", "a\tbytes\twhy\n", "/[\tbytes\twhy\n", "/a\tbytes\t\n"} {
		if _, err := parseExceptions(wrong); err == nil || !strings.Contains(err.Error(), "exceptions.tsv:1:") {
			t.Errorf("%q: %v", wrong, err)
		}
	}
}

func FuzzCheck(f *testing.F) {
	f.Add([]byte("#!/serpent/usr/bin/sh\n"))
	f.Add([]byte("\x7fELF\x02\x01\x01/serpent"))
	f.Add([]byte("\x28\xb5\x2f\xfd/serpent "))
	f.Fuzz(func(t *testing.T, data []byte) {
		root := t.TempDir()
		if err := os.WriteFile(filepath.Join(root, "file"), data, fs.FileMode(0o644)); err != nil {
			t.Fatal(err)
		}
		result, err := Check(root, "/serpent", nil)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.HasPrefix(data, []byte("a")) && index(data, "/serpent") >= 0 && len(result.Offences) == 0 {
			t.Errorf("%q does not offend", data)
		}
	})
}
