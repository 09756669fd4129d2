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
	if strings.HasPrefix(base, "Makefile.") && !strings.HasSuffix(base, ".in") {
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
