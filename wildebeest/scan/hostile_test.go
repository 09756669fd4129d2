package scan

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/serpent-os/wildebeest/internal/regular"
)

// hostile are sources that no parser should meet. Each is scanned beside a
// file with one true finding, which must come out all the same.
var hostile = map[string]string{
	"binary.c":        "\x00\x01\xff\xfe" + strings.Repeat("\x80{(\"'#\n", 5000),
	"string.c":        "#include <stdio.h>\nchar *s = \"never ends\n\\",
	"comment.c":       "/* never ends " + strings.Repeat("* /", 10000),
	"raw.hpp":         "auto s = R\"delim(never ends",
	"ifs.c":           strings.Repeat("#if A\n", 100000),
	"endifs.c":        strings.Repeat("#endif\n#else\n#elif\n", 10000),
	"braces.c":        strings.Repeat("{", 1000000),
	"closing.c":       strings.Repeat("}", 1000000),
	"parens.c":        "#if " + strings.Repeat("(", 200000) + "\nint f(void) { return " + strings.Repeat("(", 200000) + "1;",
	"not.c":           "#if " + strings.Repeat("!", 200000) + "A\n#endif\n",
	"self.h":          "#include \"self.h\"\n#include \"loop1.h\"\n",
	"loop1.h":         "#include \"loop2.h\"\n",
	"loop2.h":         "#include \"loop1.h\"\n#include <loop2.h>\n",
	"loop.c":          "#include \"self.h\"\n#include <fts.h>\nvoid *f(void) { return &fts_open; }\n",
	"name.c":          "#include \"" + strings.Repeat("a/", 50000) + "\"\n#include <\n#include\n#include \"\n# 3\n#\n",
	"up.c":            "#include \"../../../../../../etc/passwd\"\n#include \"/etc/passwd\"\n",
	"macro.c":         "#define A " + strings.Repeat("fts_open(", 100000) + "\n#define\n#define 1\n",
	"expand.c":        "#include <fts.h>\n#define A0 fts_open\n" + doubling(40) + "void *p = A40;\nvoid *q = fts_close;\n",
	"line.c":          "int x = " + strings.Repeat("1+", 5_000_000) + "1;",
	"splices.c":       strings.Repeat("\\\n", 500000) + "#if 1\n",
	"dir.c/inner.txt": "a directory with a source's name",
}

func doubling(n int) string {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, "#define A%d A%d A%d\n", i, i-1, i-1)
	}
	return b.String()
}

func TestHostileTree(t *testing.T) {
	dir := t.TempDir()
	for name, text := range hostile {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	good := "#include <argp.h>\nint f(void) { return argp_parse(0, 0, 0, 0, 0, 0); }\n"
	if err := os.WriteFile(filepath.Join(dir, "good.c"), []byte(good), 0o666); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{"loop": ".", "out.c": "/etc/passwd", "gone.c": "nowhere", "fifo-dir": "/"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
	defer cancel()
	r, err := Tree(ctx, dir, Options{Precise: Auto})
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, f := range r.Findings {
		found = found || f.File == "good.c" && f.Name == "argp_parse"
		if len(f.Text) > 600 {
			t.Errorf("%s:%d: a text of %d bytes", f.File, f.Line, len(f.Text))
		}
		if f.File == "out.c" || strings.HasPrefix(f.File, "loop/") {
			t.Errorf("a link was followed: %s", f.File)
		}
	}
	if !found {
		t.Error("the finding in good.c is lost")
	}
}

func TestHundredMegabyteLine(t *testing.T) {
	// In a process of its own: what other tests' parsers allocate, when they are
	// given up, does not count.
	const alone = "WILDEBEEST_TEST_ALONE"
	if os.Getenv(alone) == "" {
		test := exec.Command(os.Args[0], "-test.run=^TestHundredMegabyteLine$")
		test.Env = append(os.Environ(), alone+"=1")
		if out, err := test.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return
	}
	dir := t.TempDir()
	big := filepath.Join(dir, "big.c")
	if err := os.WriteFile(big, bytes.Repeat([]byte("x+"), 50_000_000), 0o666); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	r, err := Tree(context.Background(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if len(r.Notes) != 1 || r.Notes[0].File != "big.c" || !strings.Contains(r.Notes[0].Text, regular.ErrSize.Error()) {
		t.Errorf("notes: %v", r.Notes)
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > 50<<20 {
		t.Errorf("%d bytes allocated for a file that is left out", used)
	}
}

// tarball packs entries as they are given.
func tarball(t *testing.T, entries []tar.Header, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	for _, h := range entries {
		h.Mode = 0o644
		if h.Typeflag == 0 {
			h.Typeflag, h.Size = tar.TypeReg, int64(len(text))
		}
		if err := w.WriteHeader(&h); err != nil {
			t.Fatal(err)
		}
		if h.Typeflag == tar.TypeReg {
			if _, err := w.Write([]byte(text)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestArchiveThatEscapes(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "x.tar.gz")
	packed := tarball(t, []tar.Header{
		{Name: "../../escape.c"}, {Name: "/abs.c"}, {Name: "p/a.c"},
		{Name: "p/link.c", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"},
		{Name: "p/hard.c", Typeflag: tar.TypeLink, Linkname: "../../etc/passwd"},
	}, "#include <argp.h>\n")
	if err := os.WriteFile(file, packed, 0o666); err != nil {
		t.Fatal(err)
	}
	r, err := Tree(context.Background(), file, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Findings) != 1 || r.Findings[0].File != "a.c" || len(r.Notes) != 2 {
		t.Errorf("findings %v, notes %v", r.Findings, r.Notes)
	}
	if names, _ := filepath.Glob(filepath.Join(dir, "*")); len(names) != 1 {
		t.Errorf("something was written: %v", names)
	}
}

// TestBrokenArchive: what stands before the break is worth a report, and no
// more of it is held than its sources.
func TestBrokenArchive(t *testing.T) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	if err := w.WriteHeader(&tar.Header{Name: "p/a.c", Mode: 0o644, Size: 9, Typeflag: tar.TypeReg}); err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(w, "int f();\n")
	const size = 128 << 20
	if err := w.WriteHeader(&tar.Header{Name: "p/zeros", Mode: 0o644, Size: size, Typeflag: tar.TypeReg}); err != nil {
		t.Fatal(err)
	}
	zeros := make([]byte, 1<<20)
	for range size >> 20 {
		if _, err := w.Write(zeros); err != nil {
			t.Fatal(err)
		}
	}
	w.Close()
	z.Close()
	file := filepath.Join(t.TempDir(), "bomb.tar.gz")
	if err := os.WriteFile(file, b.Bytes()[:b.Len()/2], 0o666); err != nil {
		t.Fatal(err)
	}
	r, err := Tree(context.Background(), file, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if r.Summary.Files != 1 || len(r.Notes) != 1 || !strings.Contains(r.Notes[0].Text, "in part") {
		t.Errorf("%d files, notes %v", r.Summary.Files, r.Notes)
	}
}

func TestNoArchive(t *testing.T) {
	for name, text := range map[string]string{"a.tar": "no tar at all", "b.tar.xz": "\xfd7zXZ\x00broken", "c.dsc": "Format: 3.0\n", "d.tar.gz": "\x1f\x8b"} {
		file := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if _, err := Tree(context.Background(), file, Options{}); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}
