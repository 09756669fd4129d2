package draft

import (
	"context"
	"path"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
	"github.com/serpent-os/wildebeest/wildebeest/scan"
	"github.com/serpent-os/wildebeest/wildebeest/srctree"
)

// wanted is what the build files of a tree's system look for.
func wanted(ctx context.Context, dir string, system System) ([]probe.Want, error) {
	if system.followed == nil {
		return nil, nil
	}
	src, err := srctree.Open(ctx, dir)
	if err != nil {
		return nil, err
	}
	defer src.Close()
	configured, err := scan.Configuration(ctx, src, scan.Options{}, func(file string) bool {
		return slices.Contains(system.followed, path.Base(file)) || path.Ext(file) == ".m4"
	})
	if err != nil {
		return nil, err
	}
	return configured.Wants, nil
}

// provided names the recipes' names for what is wanted, and what no recipe provides.
func provided(wants []probe.Want, set *plan.Set) ([]string, []Missing) {
	deps := []string{}
	var missing []Missing
	for _, w := range wants {
		if w.Kind != probe.Linked && noPackage[strings.ToLower(w.Name)] {
			continue
		}
		if dep := provider(w, set); dep == "" {
			missing = append(missing, Missing{w.Name, string(w.Kind), w.Required})
		} else {
			deps = append(deps, dep)
		}
	}
	slices.Sort(deps)
	return append([]string{recipe.Runtime}, slices.Compact(deps)...), missing
}

// provider is what a recipe's builddeps call something that is wanted, or "".
func provider(w probe.Want, set *plan.Set) string {
	names := []string{w.Name}
	if w.Kind != probe.PkgConfig {
		low := strings.ToLower(w.Name)
		names = append(names, low, "lib"+low)
		names = append(names, aliases[low]...)
	}
	for _, name := range names {
		if dep := "pkgconfig(" + name + ")"; set.Provides(dep) {
			return dep
		}
	}
	return ""
}

// noPackage are names that Meson and CMake answer without another package: parts of
// the C library and of the compiler, and programs, which are in stage2 or not.
var noPackage = map[string]bool{
	"threads": true, "dl": true, "m": true, "rt": true, "iconv": true, "intl": true, "openmp": true, "appleframeworks": true,
	"pkgconfig": true, "doxygen": true, "git": true, "perl": true, "python": true, "python2": true, "python3": true, "pythoninterp": true,
	"bison": true, "flex": true, "gettext": true, "ctest": true, "sphinx": true, "latex": true, "java": true, "swig": true, "unixcommands": true,
}

// aliases are the names of .pc files of libraries that the linker and CMake know by
// others.
var aliases = map[string][]string{
	"z": {"zlib"}, "lzma": {"liblzma"}, "ncurses": {"ncursesw"}, "curses": {"ncursesw"}, "tinfo": {"tinfow"},
	"termcap": {"tinfow"}, "event": {"libevent"}, "elf": {"libelf"}, "dw": {"libdw"}, "crypto": {"libcrypto"},
	"openssl": {"openssl"}, "curl": {"libcurl"}, "expat": {"expat"}, "jpeg": {"libjpeg"}, "png": {"libpng"},
	"usb-1.0": {"libusb-1.0"}, "nl-3": {"libnl-3.0"}, "glib": {"glib-2.0"}, "bz2": {"bzip2"}, "bzip2": {"bzip2"},
}
