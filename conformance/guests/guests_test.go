// Package guests builds small projects of others' kinds, with pkg-config alone, with
// Meson, CMake and Autotools, unchanged on glibc and on musl. With Meson the library is
// found by pkg-config, or is a subproject that a wrap fetches; with CMake it is found by
// pkg-config, or as a package with targets. Each needs one module of
// libwildebeest there, which it declares as its build system does: without the module
// it is not built, and with it it does what it does on glibc.
package guests

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/sysroot"
	"github.com/serpent-os/wildebeest/musl"
)

// A guest is a project, in the directory of its name.
type guest struct {
	name, module string
	program      string // from the build's directory on
	build        string // sh: $source is the project, the current directory is empty
	runs         string // sh: "$program" is what was built
}

var guests = []guest{
	{"pkgconfig", "argp", "repeat", `cp "$source"/* . && make CC="$CC"`, `
		"$program" -n 3 --between=- a b; "$program" --help; "$program" -n 0 x; "$program"; "$program" --nosuch; echo $?`},
	{"meson", "obstack", "build/wordlist", `meson setup build "$source" && ninja -C build`, `
		printf 'To be, or not\n to BE' | "$program"; "$program" < /dev/null; yes word | head -100000 | "$program"`},
	{"cmake", "fts", "treesize", `cmake -DCMAKE_C_COMPILER="$CC" "$source" && make`, `
		mkdir -p t/a/b t/c && echo 12345 > t/a/b/x && echo 1 > t/c/y && ln -s . t/link; "$program" t; "$program" nosuch; "$program" t/c t/a; echo $?`},
	{"mesonwrap", "envz", "build/variables", `cp -R "$source" project && mkdir project/subprojects
		if [ "$WRAP" ]; then cp "$WRAP" project/subprojects; fi; meson setup build project && ninja -C build`, `
		"$program"; "$program" A=1 HOME=/root B= A=2; "$program" A=1 B=2 A; "$program" =x X`},
	{"cmakeconfig", "error", "readable", `cmake -DCMAKE_C_COMPILER="$CC" "$source" && make`, `
		"$program" /; "$program" nosuch /; echo $?; "$program" nosuch none; echo $?; "$program"; echo $?`},
	{"autotools", "argz", "pathlist", `cp "$source"/* . && autoreconf --install && ./configure && make`, `
		"$program" /a:/b:/a::/c; "$program" ""; "$program"; echo $?`},
}

// A world is a C library to build for.
type world struct {
	compiler  string
	pkgConfig string // the directory where pkg-config looks, and nowhere else
	prefix    string // where CMake looks besides the machine's own
	wrap      string // the file by which Meson fetches libwildebeest; empty where it does not
}

// run runs a program of sh in a new directory.
func (w world) run(t *testing.T, dir, program string, variables ...string) (string, error) {
	t.Helper()
	command := exec.Command("sh", "-c", program)
	command.Dir = dir
	command.Env = append(os.Environ(), append(variables, "CC="+w.compiler, "PKG_CONFIG_LIBDIR="+w.pkgConfig, "PKG_CONFIG_PATH=",
		"CMAKE_PREFIX_PATH="+w.prefix, "WRAP="+w.wrap, "CFLAGS=", "LC_ALL=C")...)
	out, err := command.CombinedOutput()
	return string(out), err
}

// build builds a guest and returns its program.
func (g guest) make(t *testing.T, w world) (string, string, error) {
	t.Helper()
	dir := t.TempDir()
	source, err := filepath.Abs(g.name)
	if err != nil {
		t.Fatal(err)
	}
	out, err := w.run(t, dir, g.build, "source="+source)
	return filepath.Join(dir, g.program), out, err
}

// library builds the guests' modules for musl, and returns musl's world with them and
// without.
func library(t *testing.T) (with, without world) {
	t.Helper()
	dir := t.TempDir()
	host, err := musl.Host()
	if err != nil {
		t.Fatal(err)
	}
	compiler := filepath.Join(dir, "musl-clang")
	script := fmt.Sprintf("#!/bin/sh\nexec clang --target=%s --sysroot=%s --start-no-unused-arguments -static -fuse-ld=lld --rtlib=compiler-rt --unwindlib=none --end-no-unused-arguments \"$@\"\n",
		host.Triple, sysroot.Find(t))
	if err := os.WriteFile(compiler, []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	var modules []string
	for _, g := range guests {
		modules = append(modules, g.module)
	}
	wildebeest, err := filepath.Abs("../../bin/wildebeest")
	if err != nil {
		t.Fatal(err)
	}
	with = world{compiler, filepath.Join(dir, "usr/lib/pkgconfig"), filepath.Join(dir, "usr"), filepath.Join(dir, "libwildebeest.wrap")}
	out, err := with.run(t, dir, `"$wildebeest" generate --only "$modules" -o library && make -C library -j2 CC="$CC" AR=llvm-ar PREFIX="$PWD/usr" install`,
		"wildebeest="+wildebeest, "modules="+strings.Join(modules, ","))
	if err != nil {
		t.Fatalf("libwildebeest: %v\n%s", err, out)
	}
	if out, err := with.run(t, "../..", `tools/library "$dir" "file://$dir"`, "dir="+dir); err != nil {
		t.Fatalf("tools/library: %v\n%s", err, out)
	}
	return with, world{compiler: compiler, pkgConfig: filepath.Join(dir, "none")}
}

func TestGuests(t *testing.T) {
	with, without := library(t)
	glibc := world{compiler: "cc", pkgConfig: without.pkgConfig}
	wildebeest, err := filepath.Abs("../../bin/wildebeest")
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range guests {
		t.Run(g.name, func(t *testing.T) {
			if _, out, err := g.make(t, without); err == nil {
				t.Errorf("it is built on musl without libwildebeest-%s:\n%s", g.module, out)
			}
			answers := map[string]string{}
			for label, w := range map[string]world{"glibc": glibc, "musl": with} {
				program, out, err := g.make(t, w)
				if err != nil {
					t.Fatalf("on %s: %v\n%s", label, err, out)
				}
				said, err := w.run(t, t.TempDir(), g.runs, "program="+program)
				if err != nil {
					t.Errorf("on %s: %v", label, err)
				}
				answers[label] = strings.ReplaceAll(said, filepath.Dir(program), "DIR")
				if label == "glibc" {
					continue
				}
				audit, err := exec.Command(wildebeest, "audit", program).Output()
				if err != nil || !strings.Contains(string(audit), g.module) {
					t.Errorf("audit finds %q, %v; want %s", audit, err, g.module)
				}
			}
			if answers["glibc"] == "" || answers["glibc"] != answers["musl"] {
				t.Errorf("on glibc it says\n%s\non musl\n%s", answers["glibc"], answers["musl"])
			}
		})
	}
}
