package srctree

import (
	"path"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

// extensions of the files that are read, and what they hold. A ".in" after
// them is a template of the same.
var headerExt = []string{".h", ".hh", ".hpp", ".hxx", ".inc", ".def", ".tcc", ".inl"}
var cppExt = []string{".cc", ".cpp", ".cxx", ".c++", ".C", ".hh", ".hpp", ".hxx", ".tcc", ".inl", ".ipp"}
var codeExt = []string{".c", ".y", ".l", ".yy", ".ll", ".ypp", ".lpp", ".m"}

func ext(file string) string {
	return path.Ext(strings.TrimSuffix(file, ".in"))
}

// IsHeader reports whether a file has a header's name.
func IsHeader(file string) bool { return slices.Contains(headerExt, ext(file)) }
func IsCpp(file string) bool    { return slices.Contains(cppExt, ext(file)) }
func isSource(file string) bool {
	return IsHeader(file) || IsCpp(file) || slices.Contains(codeExt, ext(file))
}

// systems are the names that directories and files have for systems that musl does not
// run on.
var systems = map[string]bool{"freebsd": true, "openbsd": true, "netbsd": true, "dragonflybsd": true, "dragonfly": true, "darwin": true, "macos": true,
	"macosx": true, "osx": true, "solaris": true, "sunos": true, "illumos": true, "aix": true, "hpux": true, "irix": true, "tru64": true, "osf1": true,
	"win32": true, "win64": true, "windows": true, "mingw": true, "mingw32": true, "cygwin": true, "msdos": true, "djgpp": true, "os2": true,
	"vms": true, "amiga": true, "amigaos": true, "beos": true, "haiku": true, "hurd": true, "qnx": true, "minix": true, "bsdi": true, "ultrix": true,
	"atheos": true, "theos": true, "qdos": true, "atari": true, "tops20": true, "tandem": true, "acorn": true, "human68k": true, "cmsmvs": true,
	"netware": true, "novell": true, "symbian": true, "wince": true, "emx": true, "mvs": true, "riscos": true}

// auxiliary are the names of directories of tests, and of what else a package has beside
// what it installs.
var auxiliary = map[string]bool{"test": true, "tests": true, "testsuite": true, "testcases": true, "regress": true, "regression": true, "unittest": true, "unittests": true, "unit-tests": true, "gl-tests": true, "gnulib-tests": true,
	"contrib": true, "example": true, "examples": true, "demo": true, "demos": true, "sample": true, "samples": true, "debug": true,
	"fuzz": true, "fuzzing": true, "fuzzers": true, "bench": true, "benchmark": true, "benchmarks": true}

// IsAuxiliary reports whether a file lies in a directory of tests, examples or the like.
func IsAuxiliary(file string) bool {
	dir := path.Dir(file)
	for part := range strings.SplitSeq(strings.ToLower(dir), "/") {
		if auxiliary[part] {
			return true
		}
	}
	return false
}

// IsOfOtherSystem reports whether a file is for a system that musl does not run on, by
// its own name or that of its directory: freebsd/list.c, port-solaris.c.
func IsOfOtherSystem(file string) bool {
	for part := range strings.SplitSeq(strings.ToLower(file), "/") {
		if systems[part] {
			return true
		}
	}
	stem, _, _ := strings.Cut(strings.ToLower(path.Base(file)), ".")
	words := strings.FieldsFunc(stem, func(r rune) bool { return r == '-' || r == '_' })
	return len(words) > 0 && (systems[words[0]] || systems[words[len(words)-1]])
}

// Wanted reports whether a file of a tree is read at all.
func Wanted(file string) bool { return isSource(file) || BuildKind(file) != "" }

// BuildKind returns the language of a build file, "" of any other file.
func BuildKind(file string) rules.BuildKind {
	base := path.Base(file)
	switch strings.TrimSuffix(base, ".in") {
	case "Makefile", "makefile", "GNUmakefile", "Makefile.am", "Makeconf", "Makerules":
		return rules.Make
	case "configure.ac", "configure":
		if base == "configure" {
			return rules.Shell
		}
		return rules.Autoconf
	case "meson.build", "meson.options", "meson_options.txt":
		return rules.Meson
	case "CMakeLists.txt":
		return rules.CMake
	case "SConstruct", "SConscript", "wscript":
		return rules.Python
	}
	if (strings.HasPrefix(base, "Makefile.") || strings.HasPrefix(base, "Make.") || strings.HasPrefix(base, "make.")) && !strings.HasSuffix(base, ".in") && !isSource(base) {
		return rules.Make // a part of one, or one for a system
	}
	switch path.Ext(base) {
	case ".mk", ".mak":
		return rules.Make
	case ".m4":
		return rules.Autoconf
	case ".cmake":
		return rules.CMake
	}
	return ""
}
