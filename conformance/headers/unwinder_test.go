package headers_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/wildebeest/generate"
)

// installed generates the modules that execinfo needs, installs them with a
// compiler, and returns what their .pc file says to link.
func installed(t *testing.T, compiler string) (flags []string, root string) {
	t.Helper()
	all, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	chosen, err := headers.Closure(all, []string{"execinfo"})
	if err != nil {
		t.Fatal(err)
	}
	root = t.TempDir()
	source := filepath.Join(root, "source")
	if err := generate.Tree(source, chosen); err != nil {
		t.Fatal(err)
	}
	command(t, "make", "-s", "-C", source, "--no-print-directory", "install", "CC="+compiler, "AR=llvm-ar", "DESTDIR="+root)
	pkgConfig := exec.Command("pkg-config", "--cflags", "--libs", "libwildebeest-execinfo")
	pkgConfig.Env = append(os.Environ(), "PKG_CONFIG_LIBDIR="+filepath.Join(root, "usr/lib/pkgconfig"), "PKG_CONFIG_SYSROOT_DIR="+root)
	out, err := pkgConfig.CombinedOutput()
	if err != nil {
		t.Fatalf("pkg-config: %v\n%s", err, out)
	}
	return strings.Fields(string(out)), root
}

// TestExecinfoNamesItsUnwinder links a program that calls backtrace with what
// pkg-config says and no more, by a compiler that links an unwinder unasked and
// by one that does not.
func TestExecinfoNamesItsUnwinder(t *testing.T) {
	libc := sysroot(t)
	where := t.TempDir() // without the other libraries of the host
	if err := os.Symlink(command(t, "clang", "-print-file-name=libunwind.a"), filepath.Join(where, "libunwind.a")); err != nil {
		t.Fatal(err)
	}
	base := []string{"clang", "--target=x86_64-linux-musl", "--sysroot=" + libc, "--gcc-toolchain=" + t.TempDir(), "-fuse-ld=lld",
		"-static", "--rtlib=compiler-rt", "-L" + where}
	// Debian's libunwind calls glibc's fprintf; the program has one for it, what
	// looks for an unwinder needs another.
	chk := filepath.Join(where, "chk.c")
	if err := os.WriteFile(chk, []byte("__attribute__((weak)) int __fprintf_chk(void) { return 0; }\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	object := filepath.Join(where, "chk.o")
	command(t, base[0], append(base[1:], "-c", "-o", object, chk)...)
	base = append(base, object, "-Qunused-arguments")
	for _, test := range []struct {
		unwindlib string
		named     bool
	}{{"none", true}, {"libunwind", false}} {
		compiler := append(base[:len(base):len(base)], "--unwindlib="+test.unwindlib)
		flags, root := installed(t, strings.Join(compiler, " "))
		if named := strings.Contains(strings.Join(flags, " "), "-lunwind"); named != test.named {
			t.Errorf("--unwindlib=%s: pkg-config says %q; it names an unwinder: %v, want %v", test.unwindlib, flags, named, test.named)
		}
		program := filepath.Join(root, "trace")
		source := filepath.Join("..", "..", "headers", "execinfo", "test", "trace.c")
		link := append(append(compiler[1:], "-o", program, source), flags...)
		command(t, compiler[0], link...)
		command(t, program)
	}
}
