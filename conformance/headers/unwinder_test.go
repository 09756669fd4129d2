package headers_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/sysroot"
	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/wildebeest/generate"
)

// installed generates what a module needs, installs it with a compiler, and
// returns what the module's .pc file says to link.
func installed(t *testing.T, module, compiler string) (flags []string) {
	t.Helper()
	chosen, err := headers.Closure(allModules(t), []string{module})
	if err != nil {
		t.Fatal(err)
	}
	root := t.TempDir()
	source := filepath.Join(root, "source")
	if err := generate.Tree(source, chosen); err != nil {
		t.Fatal(err)
	}
	command(t, "make", "-s", "-C", source, "--no-print-directory", "install", "CC="+compiler, "AR=llvm-ar", "DESTDIR="+root)
	pkgConfig := exec.Command("pkg-config", "--cflags", "--libs", "libwildebeest-"+module)
	pkgConfig.Env = append(os.Environ(), "PKG_CONFIG_LIBDIR="+filepath.Join(root, "usr/lib/pkgconfig"), "PKG_CONFIG_SYSROOT_DIR="+root)
	out, err := pkgConfig.CombinedOutput()
	if err != nil {
		t.Fatalf("pkg-config: %v\n%s", err, out)
	}
	return strings.Fields(string(out))
}

// TestPkgConfigNamesAnUnwinder takes the modules whose libs have @unwinder@. Their
// .pc files name an unwinder where the compiler does not link one by itself, and
// only there; their test programs link with what pkg-config says, and succeed.
func TestPkgConfigNamesAnUnwinder(t *testing.T) {
	base := withoutUnwinder(t)
	tested := false
	for _, program := range modulePrograms(t, "test") {
		m := moduleOf(t, program)
		if !slices.Contains(m.Libs, unwinderMark) || hasOwnMalloc(t, program) {
			continue
		}
		tested = true
		for _, test := range []struct {
			unwindlib string
			named     bool
		}{{"none", true}, {"libunwind", false}} {
			compiler := append(slices.Clone(base), "--unwindlib="+test.unwindlib)
			flags := installed(t, m.Name, strings.Join(compiler, " "))
			if named := slices.Contains(flags, "-lunwind"); named != test.named {
				t.Errorf("%s, --unwindlib=%s: pkg-config says %q; it names an unwinder: %v, want %v", m.Name, test.unwindlib, flags, named, test.named)
			}
			executable := filepath.Join(t.TempDir(), "program")
			command(t, compiler[0], slices.Concat(compiler[1:], []string{"-o", executable, program}, flags)...)
			command(t, executable)
		}
	}
	if !tested {
		t.Error("no module's libs have " + unwinderMark)
	}
}

// withoutUnwinder is a compiler for musl that finds libunwind.a, and no other
// library of this machine.
func withoutUnwinder(t *testing.T) []string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Symlink(command(t, "clang", "-print-file-name=libunwind.a"), filepath.Join(dir, "libunwind.a")); err != nil {
		t.Fatal(err)
	}
	compiler := []string{"clang", "--target=" + host().Triple, "--sysroot=" + sysroot.Find(t), "--gcc-toolchain=" + t.TempDir(), "-fuse-ld=lld",
		"-static", "--rtlib=compiler-rt", "-L" + dir}
	// Debian's libunwind calls glibc's __fprintf_chk. The test program brings one;
	// the Makefile's check for an unwinder needs one, too.
	source, object := filepath.Join(dir, "chk.c"), filepath.Join(dir, "chk.o")
	if err := os.WriteFile(source, []byte("__attribute__((weak)) int __fprintf_chk(void) { return 0; }\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	command(t, compiler[0], append(compiler[1:], "-c", "-o", object, source)...)
	return append(compiler, object, "-Qunused-arguments")
}
