package behaviour_test

import (
	"cmp"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/serpent-os/wildebeest/conformance/clang"
	"github.com/serpent-os/wildebeest/conformance/private"
	"github.com/serpent-os/wildebeest/conformance/sysroot"
	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/wildebeest/generate"
)

// A libc is what programs are compiled for.
type libc struct {
	driver clang.Driver
	link   []string // behind the objects
	shared []string // the same for programs with plug-ins; nil: link
}

// language are the options for every program; behaviour is tested, not warnings.
var language = []string{"-O1", "-w", "-fno-builtin"}

func glibc() libc {
	return libc{driver: clang.Driver{Words: append([]string{"clang", "-fuse-ld=lld", "-pthread"}, language...)}, link: []string{"-lm", "-lresolv"}}
}

// upstream is musl as it is.
func upstream(t *testing.T) libc {
	t.Helper()
	runtime := []string{"-fuse-ld=lld", "--rtlib=compiler-rt", "--unwindlib=none"}
	return libc{
		driver: clang.Driver{Words: append(muslCompiler(t), language...)},
		link:   append([]string{"-static"}, runtime...),
		shared: append([]string{"-Wl,-dynamic-linker," + filepath.Join(sysroot.Find(t), "usr", "lib", "libc.so")}, runtime...),
	}
}

func muslCompiler(t *testing.T) []string {
	t.Helper()
	machine, err := musl.Host()
	if err != nil {
		t.Fatal(err)
	}
	// clang otherwise finds the host's gcc, and with it glibc's directories.
	return []string{"clang", "--target=" + machine.Triple, "--sysroot=" + sysroot.Find(t), "--gcc-toolchain=" + t.TempDir()}
}

// build makes an executable of each program, by its file, and of each plug-in.
func (l libc) build(t *testing.T, list []*program) map[string]string {
	t.Helper()
	linker := l.linker(t, l.link)
	byLanguage := make(map[string][]string)
	for _, p := range list {
		std := cmp.Or(p.std, "gnu11")
		byLanguage[std] = append(byLanguage[std], p.file)
	}
	executables := make(map[string]string)
	for std, files := range byLanguage {
		driver := l.driver
		driver.Words = append(slices.Clip(driver.Words), "-std="+std)
		objects, err := driver.CompileInto(t.Context(), t.TempDir(), files)
		if err != nil {
			t.Fatal(err)
		}
		for file, object := range objects {
			executables[file] = strings.TrimSuffix(object, ".o")
			linker := linker
			if slices.ContainsFunc(list, func(p *program) bool { return p.file == file && strings.Contains(p.text, "dlopen(") }) {
				linker = l.linker(t, l.dynamic())
				l.plugin(t, file, executables[file])
			}
			if err := linker.Link(t.Context(), executables[file], object); err != nil {
				t.Fatal(err)
			}
		}
	}
	return executables
}

// dynamic are the options for programs with plug-ins.
func (l libc) dynamic() []string {
	if l.shared == nil {
		return l.link
	}
	return l.shared
}

func (l libc) linker(t *testing.T, options []string) clang.Linker {
	t.Helper()
	linker, err := l.driver.Linker(t.Context(), options)
	if err != nil {
		t.Fatal(err)
	}
	return linker
}

// pluginOf is the name of the shared object beside a program.
const pluginOf = ".plugin.so"

// plugin makes the shared object of a program's directory, if there is one.
func (l libc) plugin(t *testing.T, file, executable string) {
	t.Helper()
	source := filepath.Join(filepath.Dir(file), "plugin.c")
	if _, err := os.Stat(source); err != nil {
		return
	}
	words := slices.Concat(l.driver.Words, []string{"-shared", "-fPIC", "-nostdlib", "-fuse-ld=lld", "-o", executable + pluginOf, source})
	if out, err := exec.CommandContext(t.Context(), words[0], words[1:]...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", words, err, out)
	}
}

// A library is libwildebeest of some modules.
type library struct {
	tree    string
	modules []headers.Module
}

// newLibrary compiles the modules, and those that they need.
func newLibrary(t *testing.T, names []string) library {
	t.Helper()
	modules, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	if modules, err = headers.Closure(modules, names); err != nil {
		t.Fatal(err)
	}
	l := library{filepath.Join(t.TempDir(), "source"), modules}
	if err := generate.Tree(l.tree, modules); err != nil {
		t.Fatal(err)
	}
	variables := []string{"CC=" + strings.Join(muslCompiler(t), " "), "CFLAGS=-O1 -w", "AR=llvm-ar"}
	if err := clang.CompileTree(t.Context(), l.tree, variables, ""); err != nil {
		t.Fatal(err)
	}
	archive := exec.Command("make", slices.Concat([]string{"-s", "-C", l.tree, "--no-print-directory", "libwildebeest.a"}, variables)...)
	if out, err := archive.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", archive, err, out)
	}
	return l
}

// with is musl with the overlays of modules, and the library.
func (l library) with(t *testing.T, names []string) libc {
	t.Helper()
	to := upstream(t)
	modules, err := headers.Overlays(l.modules, names)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range modules {
		to.driver.Words = append(to.driver.Words, "-isystem", filepath.Join(l.tree, "include", m.Name))
		to.link = append(to.link, m.Libs...)
	}
	to.link = append(to.link, filepath.Join(l.tree, "libwildebeest.a"))
	return to
}

// run returns what a program printed and how it ended. The bound only ends a program
// that hangs.
func run(t *testing.T, executable string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	command := exec.CommandContext(ctx, executable)
	command.Dir = t.TempDir()
	if _, err := os.Stat(executable + pluginOf); err == nil {
		if err := os.Symlink(executable+pluginOf, filepath.Join(command.Dir, "plugin.so")); err != nil {
			t.Fatal(err)
		}
	}
	command.Env = []string{"PATH=/usr/bin:/bin", "LC_ALL=C", "HOME=/"}
	out, err := command.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if ctx.Err() != nil {
		t.Fatalf("%s did not end; it printed:\n%s", executable, out)
	}
	return string(out) + command.ProcessState.String() + "\n"
}

// ownEtc makes testdata/etc the /etc of this test, after everything is compiled.
func ownEtc(t *testing.T) {
	t.Helper()
	entries, err := os.ReadDir(testdata("etc"))
	if err != nil {
		t.Fatal(err)
	}
	if err := private.EmptySystem(); err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		text, err := os.ReadFile(filepath.Join(testdata("etc"), entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join("/etc", entry.Name()), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
