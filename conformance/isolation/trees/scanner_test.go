package trees

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// Attacks of a source tree on `wildebeest scan`. Each tree also has the file
// good.c, whose finding must be in the report: an attack hides nothing.
var scanner = []attack{
	{name: "device", make: files("a.c", strings.Join(includes("/dev/zero"), "")+use)},
	{name: "shadow", make: files("a.c", strings.Join(includes("/etc/shadow"), "")+use)},
	{name: "pipe outside", make: func(t *testing.T, dir string) {
		// Nobody writes to it: who opens it waits.
		pipe := filepath.Join(t.TempDir(), "pipe.h")
		if err := unix.Mkfifo(pipe, 0o666); err != nil {
			t.Fatal(err)
		}
		files("a.c", strings.Join(includes(pipe), "")+use)(t, dir)
	}},
	{name: "pipe in the tree", make: func(t *testing.T, dir string) {
		for _, name := range []string{"pipe.c", "pipe.h", "Makefile"} {
			if err := unix.Mkfifo(filepath.Join(dir, name), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		files("a.c", "#include \"pipe.h\"\n"+use)(t, dir)
	}},
	{name: "socket in the tree", make: func(t *testing.T, dir string) {
		l, err := net.Listen("unix", filepath.Join(dir, "s.h"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { l.Close() })
		files("a.c", "#include \"s.h\"\n"+use)(t, dir)
	}},
	{name: "links that lead out", make: func(t *testing.T, dir string) {
		for name, to := range map[string]string{"zero.h": "/dev/zero", "zero.c": "/dev/zero", "shadow.c": "/etc/shadow", "root": "/", "self": ".", "proc.c": "/proc/kcore"} {
			if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
		}
		files("a.c", "#include \"zero.h\"\n#include \"root/dev/zero\"\n"+use)(t, dir)
	}},
	{name: "parentheses", make: files("a.c", use+"int x = "+strings.Repeat("(", 1_000_000)+"1;"), note: "the parser"},
	{name: "blocks", make: files("a.c", use+"int x(void) "+strings.Repeat("{", 1_000_000)), note: "the parser"},
	{name: "one large initializer", make: files("a.c", use+"int x[] = {"+strings.Repeat("1,", 4_000_000)+"};"), note: "the parser"},
	{name: "conditions ?:", make: files("a.c", use+"#if "+strings.Repeat("1?1:", 5_000_000)+"1\n#endif\n")},
	{name: "groups", make: files("a.c", use+strings.Repeat("#if A\n", 1_000_000))},
	{name: "branches", make: files("a.c", use+"#if A\n"+strings.Repeat("#else\n", 300_000)+"#endif\n")},
	{name: "macros that double", make: files("a.c", use+doubling(60)+"int x = A60 1;\n")},
	{name: "includes that double", make: func(t *testing.T, dir string) {
		for i := range 60 {
			files(fmt.Sprintf("h%d.h", i), fmt.Sprintf("#include \"h%d.h\"\n#include \"h%d.h\"\n#include \"h%d.h\"\n", i+1, i+1, i))(t, dir)
		}
		files("a.c", "#include \"h0.h\"\n"+use)(t, dir)
	}},
	{name: "a configure script of parentheses", make: files("configure.ac", "AC_INIT([x], [1])\n"+strings.Repeat("$(", 450_000))},
	{name: "a configure script of branches", make: files("configure.ac", "AC_INIT([x], [1])\nif a; then :\n"+strings.Repeat("elif a; then :\n", 60_000)+"fi\n")},
	{name: "a build file that doubles", make: files("CMakeLists.txt", "project(x C)\nset(A abcdefgh)\n"+strings.Repeat("set(A \"${A}${A}\")\n", 60))},
	{name: "a build file that calls itself", make: files("CMakeLists.txt", "project(x C)\nfunction(f)\nf()\nf()\nendfunction()\nf()\nwhile(TRUE)\nlist(APPEND L x)\nendwhile()\n")},
	{name: "a build file of loops", make: files("meson.build", "project('x', 'c')\nr = range(1000)\n"+strings.Repeat("foreach i : r\n", 9)+"x = 1\n"+strings.Repeat("endforeach\n", 9))},
	{name: "a build file of options under conditions", make: files("CMakeLists.txt", "project(x C)\n"+strings.Repeat("if(A)\nset(B \"-Wl,--default-symver\")\n", 20_000))},
	{name: "guards within guards", make: files("a.c", use+strings.Repeat(strings.Repeat("#ifndef A\n", 200)+strings.Repeat("#endif\n", 200), 5_000))},
	{name: "conditions around findings of many units", make: func(t *testing.T, dir string) {
		var text strings.Builder
		for i := range 190 {
			fmt.Fprintf(&text, "#if defined(SWITCH_%d) || defined(A_%s)\n", i, strings.Repeat("Z", 150))
			files(fmt.Sprintf("other%d.h", i), fmt.Sprintf("#define SWITCH_%d\n", i))(t, dir)
		}
		text.WriteString("#include <argp.h>\n")
		for i := range 20_000 {
			fmt.Fprintf(&text, "int a%d = argp_parse(%d);\n", i, i)
		}
		files("big.h", text.String()+strings.Repeat("#endif\n", 190))(t, dir)
		files("Makefile", "all:\n\tcc -c unit0.c\n")(t, dir)
		for i := range 150 {
			files(fmt.Sprintf("unit%d.c", i), "#include \"big.h\"\n")(t, dir)
		}
	}},
	{name: "a long list of a macro", make: files("a.c", use+"#define L(X) "+strings.Repeat("X(error,b) ", 1_500_000)+"\n")},
	{name: "lists of copies", make: func(t *testing.T, dir string) {
		list := "AC_DEFUN([gl_FILE_LIST], [\n" + strings.Repeat("  lib/a.c\n", 20_000) + "])\n"
		for i := range 200 {
			files(fmt.Sprintf("p%d/m4/gnulib-comp.m4", i), list)(t, dir)
		}
		files("a.c", use)(t, dir)
	}},
	{name: "one word", make: files("a.c", use+"int "+strings.Repeat("a", 20_000_000)+";")},
	{name: "a sparse file", make: func(t *testing.T, dir string) {
		files("hole.c", "")(t, dir)
		if err := os.Truncate(filepath.Join(dir, "hole.c"), 1<<40); err != nil {
			t.Fatal(err)
		}
	}, note: "too big"},
	{name: "deep directories", make: func(t *testing.T, dir string) {
		files(strings.Repeat("d/", 500)+"a.c", use)(t, dir)
	}, note: "directories"},
	{name: "findings without end", make: files("z.c", "#include <argp.h>\nint x = "+strings.Repeat("argp_parse(0)+", 1_000_000)+"0;"), note: "more"},
	{name: "an archive of zeros", zeros: 2 << 30, note: "in part"},
}

// use is code that the scanner asks the parser about.
const use = "#include <fts.h>\nvoid *use(void) { return (void *)fts_open; }\n"

// good has a finding.
const good = "#include <argp.h>\nint good(void) { return argp_parse(0, 0, 0, 0, 0, 0); }\n"

// includes are the ways to name a file of the host.
func includes(file string) []string {
	up := strings.Repeat("../", 20)
	return []string{
		"#include <.." + file + ">\n#include <../.." + file + ">\n#include <../../.." + file + ">\n",
		"#include \"" + file + "\"\n#include <" + file + ">\n",
		"#include \"" + up + file[1:] + "\"\n#include <" + up + file[1:] + ">\n",
		"#include <sys/../../.." + file + ">\n#include <linux/" + up + file[1:] + ">\n",
		"#define THERE <../.." + file + ">\n#include THERE\n#if __has_include(<../.." + file + ">)\n#endif\n",
	}
}

func doubling(n int) string {
	var b strings.Builder
	b.WriteString("#define A0 1 +\n")
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, "#define A%d A%d A%d\n", i, i-1, i-1)
	}
	return b.String()
}

// files makes a tree of one file.
func files(name, text string) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		t.Helper()
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		if err := root.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := root.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// packed is a compressed tar archive of good.c and of a file of zeros, a multiple
// of 1 MiB long. A gzip file may have many members: that of one MiB is repeated.
func packed(t *testing.T, zeros int64) []byte {
	t.Helper()
	const mebibyte = 1 << 20
	var entries bytes.Buffer
	w := tar.NewWriter(&entries)
	err := w.WriteHeader(&tar.Header{Name: "p/good.c", Mode: 0o644, Size: int64(len(good)), Typeflag: tar.TypeReg})
	if err == nil {
		_, err = w.Write([]byte(good))
	}
	if err == nil {
		err = w.WriteHeader(&tar.Header{Name: "p/zeros", Mode: 0o644, Size: zeros, Typeflag: tar.TypeReg})
	}
	if err != nil {
		t.Fatal(err)
	}
	end := make([]byte, 1024)
	return slices.Concat(member(t, entries.Bytes()),
		bytes.Repeat(member(t, make([]byte, mebibyte)), int(zeros/mebibyte)), member(t, end))
}

// member is one member of a gzip file.
func member(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := z.Write(data)
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
