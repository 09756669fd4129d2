package guests

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/clang"
	"github.com/serpent-os/wildebeest/conformance/sysroot"
	"github.com/serpent-os/wildebeest/musl"
)

// shims is a project that looks for the shim packages of musl distributions, and knows
// nothing of libwildebeest; it has two build systems.
var shims = []guest{
	{"shims", "", "shims", `cp "$source"/* . && autoreconf --install && ./configure && make`, useShims},
	{"shims", "", "build/shims", `meson setup build "$source" && ninja -C build`, useShims},
}

const useShims = `mkdir -p t/b t/a && echo > t/a/x; "$program" -a yes -a no -a maybe t t/a; echo $?; "$program" --help; "$program" --nosuch; echo $?`

// distribution is a root of musl in which libwildebeest is installed as a musl
// distribution's package, --drop-in, and a root without it.
func distribution(t *testing.T) (with, without world) {
	t.Helper()
	host, err := musl.Host()
	if err != nil {
		t.Fatal(err)
	}
	wildebeest, err := filepath.Abs("../../bin/wildebeest")
	if err != nil {
		t.Fatal(err)
	}
	root := func(name string) world {
		dir := filepath.Join(t.TempDir(), name)
		script := fmt.Sprintf("#!/bin/sh\nexec clang --target=%s --sysroot=%s --start-no-unused-arguments -static -fuse-ld=lld -Wl,--eh-frame-hdr --rtlib=compiler-rt --unwindlib=none --end-no-unused-arguments \"$@\"\n",
			host.Triple, dir)
		w := world{compiler: filepath.Join(dir, "musl-clang"), pkgConfig: filepath.Join(dir, "usr/lib/pkgconfig")}
		if err := os.MkdirAll(filepath.Join(dir, "usr"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(w.compiler, []byte(script), 0o755); err != nil {
			t.Fatal(err)
		}
		// Debian's libunwind calls a function of glibc's.
		out, err := w.run(t, dir, `cp -rs "$musl/usr/include" "$musl/usr/lib" usr/ &&
			echo 'int __fprintf_chk(void *f, int level, const char *format) { return !f + level + !format; }' > chk.c && "$CC" -c chk.c &&
			cp "$(clang -print-file-name=libunwind.a)" usr/lib/libunwind.a && llvm-ar rs usr/lib/libunwind.a chk.o`, "musl="+sysroot.Find(t))
		if err != nil {
			t.Fatalf("a root of musl: %v\n%s", err, out)
		}
		return w
	}
	with, without = root("with"), root("without")
	dir := filepath.Dir(with.compiler)
	out, err := with.run(t, dir, `"$wildebeest" generate --drop-in --only "$modules" -o library`,
		"wildebeest="+wildebeest, "modules=argp,cdefs,error,execinfo,fts,obstack,queue,stdlib,tree,ucontext")
	if err == nil {
		err = clang.CompileTree(t.Context(), filepath.Join(dir, "library"), []string{"CC=clang --target=" + host.Triple + " --sysroot=" + dir}, "")
	}
	if err == nil {
		out, err = with.run(t, dir, `make -C library CC="$CC" AR=llvm-ar DESTDIR="$PWD" install && sed -i "s|^\(includedir\|libdir\)=|&$PWD|" usr/lib/pkgconfig/*.pc`)
	}
	if err != nil {
		t.Fatalf("libwildebeest: %v\n%s", err, out)
	}
	return with, without
}

func TestDropIn(t *testing.T) {
	with, without := distribution(t)
	meson := shims[1]
	if _, out, err := meson.make(t, without); err == nil {
		t.Errorf("it is built on musl without the shims:\n%s", out)
	}
	for _, g := range shims {
		t.Run(g.program, func(t *testing.T) {
			answers := make(map[world]string)
			glibc := world{compiler: "cc", pkgConfig: without.pkgConfig}
			for _, w := range []world{glibc, with} {
				program, out, err := g.make(t, w)
				if err != nil {
					t.Fatalf("with %s: %v\n%s", w.compiler, err, out)
				}
				said, err := w.run(t, t.TempDir(), g.runs, "program="+program)
				if err != nil {
					t.Errorf("with %s: %v", w.compiler, err)
				}
				answers[w] = strings.ReplaceAll(said, filepath.Dir(program), "DIR")
			}
			if answers[glibc] == "" || answers[glibc] != answers[with] {
				t.Errorf("on glibc it says\n%s\non musl\n%s", answers[glibc], answers[with])
			}
		})
	}
	t.Run("headers", func(t *testing.T) { testShimHeaders(t, with) })
}

// testShimHeaders uses what only shim packages have, in C and in C++, with the overlay
// and without.
func testShimHeaders(t *testing.T, with world) {
	dir := t.TempDir()
	source := filepath.Join(dir, "only.c")
	err := os.WriteFile(source, []byte(`#include <sys/tree.h>
#include <libucontext/libucontext.h>
#include <rpmatch.h>
#include <stdlib.h>
static libucontext_ucontext_t here;
RB_HEAD(tree, node) root = RB_INITIALIZER(&root);
int main(void)
{
	static volatile int times;
	libucontext_getcontext(&here);
	if (times++ < 3)
		libucontext_setcontext(&here);
	return times != 4 || rpmatch("y") != 1 || RB_EMPTY(&root) != 1;
}
`), 0o644)
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"c", "c++"} {
		for _, flags := range []string{"", "$(pkg-config --cflags libwildebeest-stdlib libwildebeest-ucontext libwildebeest-tree)"} {
			out, err := with.run(t, dir, `"$CC" -Wall -Wextra -Werror -D_GNU_SOURCE -nostdinc++ -x "$language" `+flags+` only.c -o only -lucontext -lrpmatch && ./only`, "language="+language)
			if err != nil {
				t.Errorf("%s, %s: %v\n%s", language, flags, err, out)
			}
		}
	}
	if audit, err := exec.Command("../../bin/wildebeest", "audit", filepath.Join(dir, "only")).Output(); err != nil || !strings.Contains(string(audit), "ucontext") {
		t.Errorf("audit finds %q, %v; want ucontext", audit, err)
	}
}
