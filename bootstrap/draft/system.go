package draft

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
)

// A System is how a package is configured, built, tested and installed.
type System struct {
	Name string // as people call it
	// Files of which one at the top of the tree shows it; text has to stand in the
	// file's first bytes, where it is not empty.
	files []string
	text  string
	// The sections of the recipe.
	setup, build, check, install string
}

// systems are those that are known, the one that is taken first before the others. A
// configure script in a tarball needs nothing that is not there; what some trees have
// beside it is less cared for.
var systems = []System{
	{"Autoconf's script", []string{"configure"}, "Autoconf", "%configure", "%make", "make check", "%make_install"},
	{"Meson", []string{"meson.build"}, "", "%meson", "%meson_build", "meson test -C build", "%meson_install"},
	{"CMake", []string{"CMakeLists.txt"}, "", "%cmake", "%cmake_build", "ctest --test-dir build", "%cmake_install"},
	{"Autoconf", []string{"configure.ac", "configure.in"}, "", "%autoreconf\n%configure", "%make", "make check", "%make_install"},
	{"a configure script of its own", []string{"configure"}, "", "./configure --prefix=%(prefix)", "%make CC=\"$CC\" AR=$AR RANLIB=$RANLIB", "make check", "%make_install"},
	// The variables that such makefiles have by custom; flags come by the environment, as
	// a makefile may add to its own.
	{"make", []string{"GNUmakefile", "makefile", "Makefile"}, "", "", "%make CC=\"$CC\" AR=$AR RANLIB=$RANLIB", "make check", "%make_install PREFIX=%(prefix) prefix=%(prefix)"},
}

// headBytes are the bytes at the beginning of a file where a system's text stands.
const headBytes = 8 << 10

// systemOf finds the build system of a tree. The tree is not trusted: no link leads
// out of it.
func systemOf(dir string) (System, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return System{}, err
	}
	defer root.Close()
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
	return System{}, fmt.Errorf("no build system: the tree has none of %s at its top; write the recipe by hand", strings.Join(unique(names), ", "))
}

// has tells whether a regular file is there and begins with a text.
func has(root *os.Root, file, text string) bool {
	info, err := root.Stat(file)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	if text == "" {
		return true
	}
	f, err := root.Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, headBytes))
	return err == nil && bytes.Contains(head, []byte(text))
}

func unique(list []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}
