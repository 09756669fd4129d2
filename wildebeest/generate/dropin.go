package generate

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/internal/version"
)

// DropIn adds to the tree of the same modules (Tree) the names under which packages
// look for the shim packages of musl distributions, each a name for the same code:
//
//	drop-in/include/…      headers for the C library's directory, as argp.h
//	drop-in/*.in           libraries that are linker scripts
//	pkgconfig/*.pc.in      musl-fts, libucontext and so on
//	drop-in.mk             installs them, with the rest
//
// A program that finds them so needs no overlay; nothing declares that it uses them.
func DropIn(dir string, modules []headers.Module) error {
	files := make(map[string]string)
	var libraries []string
	for _, m := range modules {
		if m.Shim == nil {
			continue
		}
		for _, header := range m.ShimHeaders() {
			files["drop-in/include/"+header] = shimHeader(m, header)
		}
		if err := copyTree(filepath.Join(dir, "drop-in", "include"), path.Join(m.Name, "shim")); err != nil {
			return err
		}
		for _, name := range m.Shim.PC {
			files["pkgconfig/"+name+".pc.in"] = shimPkgConfig(name, m)
		}
		switch library := m.Shim.Library; {
		case library == "":
		case slices.Contains(m.Libs, unwinder):
			files["drop-in/lib"+library+".a.in"] = "INPUT(-lwildebeest " + unwinder + ")\n"
		default:
			libraries = append(libraries, library)
		}
	}
	files["drop-in.mk"] = "SHIMS = " + strings.Join(libraries, " ") + "\n" + dropInRules
	for name, text := range files {
		if err := writeFile(filepath.Join(dir, name), []byte(text)); err != nil {
			return err
		}
	}
	// Where no module has a header of its own for it, there is nothing to install.
	return os.MkdirAll(filepath.Join(dir, "drop-in", "include"), 0o755)
}

// unwinder is the linker's flag in module.yaml that the Makefile finds out.
const unwinder = "@unwinder@"

// The headers name the directory of the overlay from the compiler's directories on,
// or from the root where it is not below the C library's headers.
const dropInRules = `
install: install-drop-in

install-drop-in:
	mkdir -p $(DESTDIR)$(LIBDIR)
	set -e; cd drop-in/include; find . -name '*.h' | while read -r header; do \
		mkdir -p "$(DESTDIR)$(HEADERS)/$${header%/*}"; \
		sed 's|@overlay@|$(patsubst $(HEADERS)/%,%,$(INCLUDE))|' "$$header" > "$(DESTDIR)$(HEADERS)/$$header"; \
	done
	for shim in $(SHIMS); do ln -sf libwildebeest.a $(DESTDIR)$(LIBDIR)/lib$$shim.a || exit 1; done
	for script in $(basename $(notdir $(wildcard drop-in/*.a.in))); do \
		sed 's|@unwinder@|$(UNWINDER)|' drop-in/$$script.in > $(DESTDIR)$(LIBDIR)/$$script || exit 1; \
	done

.PHONY: install-drop-in
`

// shimHeader is a name, in the C library's directory, for a header of a module.
func shimHeader(m headers.Module, header string) string {
	return fmt.Sprintf(`/* SPDX-License-Identifier: MIT
 * %s: that of libwildebeest's module %s.
 */
#ifndef WILDEBEEST_DROP_IN
#define WILDEBEEST_DROP_IN
#endif
#include <@overlay@/%s/%s>
`, header, m.Name, m.Name, header)
}

// shimPkgConfig is the template of the .pc file of a shim package.
func shimPkgConfig(name string, m headers.Module) string {
	libs := append([]string{"-L${libdir}", "-l" + m.Shim.Library},
		slices.DeleteFunc(slices.Clone(m.Libs), func(flag string) bool { return flag == unwinder })...)
	return fmt.Sprintf(`includedir=@headers@
libdir=@libdir@

Name: %s
Description: libwildebeest's module %s, under the name of a package of its own
Version: %s
Cflags: -I${includedir}
Libs: %s
`, name, m.Name, version.String(), strings.Join(libs, " "))
}
