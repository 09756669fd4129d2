// Package headers holds libwildebeest: one directory per module, with its
// description (module.yaml), its overlay headers (include/), its C sources
// (src/) and its tests. Overlay headers #include_next the libc's own and add what
// is missing; sources hold one public function each, so that a link pulls only
// what is used.
//
// conformance/headers runs the tests, and knows no module by name:
//
//	test/*.c         prints the same with glibc and with musl and the library
//	test/macros.tsv  what macros expand to behind headers, in feature modes
//	test/pairs.txt   headers that must compile together, in both orders
//	known/*.c        prints something else on purpose: a row of known.tsv
//	musl/*.c         is for musl only; musl/*.txtar has calls and output
//	fuzz/*.c         is a libFuzzer target
//	fuzz/inside/*.c  is one that includes the sources it tests
//	shim/            headers that only a shim package of distributions has
//
// What the programs of several modules share is in testing/.
//
// A module is added by adding its directory; nothing else lists it. A module
// whose name changes gets a row in renamed.tsv.
//
// # Dependencies between modules
//
// module.yaml states two kinds, and the .pc files follow from them:
//
//   - requires: modules whose overlay headers this module's headers need, or
//     which a user must have in effect as well (stdio's %m and strerror must give
//     the same texts). They are the .pc file's Requires: pkg-config adds their
//     -isystem to the flags of whoever uses this module.
//   - uses: modules whose functions this module's own sources call. The library is
//     one archive, so -lwildebeest resolves the calls; the .pc file names only the
//     linker flags (libs) of what is used, in Libs. It has no Requires.private,
//     because pkg-config adds the -isystem of those to its --cflags too, which
//     would put more overlays in effect than the user asked for.
//
// `wildebeest generate --only` takes both along (Closure). Uses may lead back to
// where they began: strerror's perror and err print with stdio's functions, whose
// %m has strerror's texts.
package headers

import (
	"embed"
	"io/fs"
	"slices"
	"sync"
)

//go:embed */module.yaml */include */src */shim
var files embed.FS

// Module describes one directory of libwildebeest.
type Module struct {
	Name    string `yaml:"-"`       // the directory's name
	Summary string `yaml:"summary"` // one line, no full stop
	// Provides are the names a package can use through the module: macros,
	// types, functions, and headers that the libc lacks (as "sys/cdefs.h").
	Provides []string `yaml:"provides"`
	// Requires are the modules whose overlay is in effect wherever this one's is.
	Requires []string `yaml:"requires"`
	// Uses are the modules whose functions this one's sources call, without those
	// of Requires. A test derives them from the objects' undefined symbols.
	Uses []string `yaml:"uses"`
	// Libs are further linker flags a user of the module needs; @unwinder@ is
	// what the compiler has to be told to link an unwinder.
	Libs []string `yaml:"libs"`
	// Differs says where musl's own functions, which the module replaces, do something
	// else than glibc's. A test sees to it that none of them is left out.
	Differs []Difference `yaml:"differs"`
	// Shim is set where distributions have a package of the same names.
	Shim *Shim `yaml:"shim"`
	// Headers are the overlay headers, as users include them ("sys/stat.h"),
	// found by listing include/.
	Headers []string `yaml:"-"`
	// Sources are the C files, NAME/src/FILE.c, found by listing src/.
	Sources []string `yaml:"-"`
}

// A Shim is what packages look for that know a module's names from a library of
// their own, as distributions of musl have one for fts or argp.
type Shim struct {
	Library string   `yaml:"library"` // "fts" of -lfts; "" where the names are macros
	PC      []string `yaml:"pc"`      // the names of its .pc file, without the suffix
}

// ShimHeaders are the headers that a shim package installs beside the C library's:
// those of the module that the C library lacks. They are files below NAME/include.
func (m Module) ShimHeaders() (found []string) {
	if m.Shim == nil {
		return nil
	}
	for _, header := range m.Headers {
		if slices.Contains(m.Provides, header) {
			found = append(found, header)
		}
	}
	return found
}

// MacroOnly reports whether the module has no sources. A binary that uses such a
// module carries no ELF note of it, so only the scan, or a build without the
// module, can show that it is used.
func (m Module) MacroOnly() bool { return len(m.Sources) == 0 }

// Modules returns every module, sorted by name.
var Modules = sync.OnceValues(func() ([]Module, error) { return load(files) })

// Files is the tree of all modules: NAME/include/… and NAME/src/….
func Files() fs.FS { return files }

// Providers maps each provided name to the module that provides it.
func Providers(modules []Module) map[string]string {
	providers := make(map[string]string)
	for _, m := range modules {
		for _, name := range m.Provides {
			providers[name] = m.Name
		}
	}
	return providers
}
