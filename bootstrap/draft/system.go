package draft

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/configure/autoconf"
	"github.com/serpent-os/wildebeest/wildebeest/configure/cmake"
	"github.com/serpent-os/wildebeest/wildebeest/configure/meson"
)

// A System is how a package is configured, built and installed.
type System struct {
	Name string // as people call it
	// Files of which one at the top of the tree shows it; text has to stand in the
	// file's first bytes, where it is not empty.
	files []string
	text  string
	// followed are the build files, anywhere in the tree, that say what it looks for.
	followed []string
	// The sections of the recipe.
	setup, build, install string
	// tests runs the package's own tests; a makefile may call them otherwise, or have none.
	tests string
}

// systems are those that are known, the one that is taken first before the others. A
// configure script in a tarball needs nothing that is not there; what some trees have
// beside it is less cared for.
var systems = []System{
	{"Autoconf's script", []string{"configure"}, "Autoconf", autoconf.Files, "%configure", "%make", "%make_install", makeTests},
	{"Meson", []string{meson.File}, "", []string{meson.File}, "%meson", "%meson_build", "%meson_install", "meson test -C build --print-errorlogs"},
	{"CMake", []string{cmake.File}, "", []string{cmake.File}, "%cmake", "%cmake_build", "%cmake_install", "ctest --test-dir build --output-on-failure"},
	{"Autoconf", autoconf.Files, "", autoconf.Files, "%autoreconf\n%configure", "%make", "%make_install", makeTests},
	{"a configure script of its own", []string{"configure"}, "", nil, "./configure --prefix=%(prefix)", "%make CC=\"$CC\" AR=$AR RANLIB=$RANLIB", "%make_install", makeTests},
	// The variables that such makefiles have by custom, the directories in the build as
	// well, which compiles them in; flags come by the environment, as a makefile may add to
	// its own.
	{"make", []string{"GNUmakefile", "makefile", "Makefile"}, "", nil, "", "%make CC=\"$CC\" AR=$AR RANLIB=$RANLIB PREFIX=%(prefix) prefix=%(prefix)", "%make_install PREFIX=%(prefix) prefix=%(prefix)", makeTests},
}

// headBytes are the bytes at the beginning of a file where a system's text stands.
const headBytes = 8 << 10

// systemOf finds the build system of a tree. The tree is not trusted: no link leads
// out of it.
func systemOf(root *os.Root) (System, error) {
	for _, s := range systems {
		for _, file := range s.files {
			if has(root, file, s.text) {
				return s, nil
			}
		}
	}
	var names []string
	for _, s := range systems {
		names = append(names, s.files...)
	}
	return System{}, fmt.Errorf("no build system: the tree has none of %s at its top; write the recipe by hand", strings.Join(slices.Compact(slices.Sorted(slices.Values(names))), ", "))
}

// has tells whether a regular file is there and begins with a text.
func has(root *os.Root, file, text string) bool {
	head, err := readHead(root, file, headBytes)
	return err == nil && bytes.Contains(head, []byte(text))
}
