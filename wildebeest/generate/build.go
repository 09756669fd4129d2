package generate

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/internal/version"
)

// objectHeader puts a note with the module's name into each object, so that an
// installed binary tells which modules it contains. The linker keeps notes
// under --gc-sections and adds none for members it does not pull. The layout is
// elf(5)'s Elf64_Nhdr, name and descriptor padded to 4 bytes.
const objectHeader = `/* SPDX-License-Identifier: MIT
 * object.h: included before every source by the Makefile; WILDEBEEST_MODULE is
 * the name of its module.
 */
#ifndef WILDEBEEST_OBJECT_H
#define WILDEBEEST_OBJECT_H

/* Public data must be one object in a program and its shared libraries;
 * functions stay hidden in whatever they were linked into. */
#define WILDEBEEST_PUBLIC __attribute__((__visibility__("default")))

__attribute__((__section__(".note.wildebeest"), __used__, __aligned__(4)))
static const struct {
	unsigned int name_size, descriptor_size, type;
	char name[12];
	char descriptor[(sizeof(WILDEBEEST_MODULE) + 3) & ~3UL];
} wildebeest_note = {
	sizeof("wildebeest"), sizeof(WILDEBEEST_MODULE), 1,
	"wildebeest", WILDEBEEST_MODULE
};

#endif
`

const makefileRules = `
CC      = cc
AR      = ar
CFLAGS  = -O2
PREFIX  = /usr
LIBDIR  = $(PREFIX)/lib
HEADERS = $(PREFIX)/include
INCLUDE = $(HEADERS)/wildebeest
DESTDIR =

# An archive ends in shared objects too; hidden, its functions do not leak out.
# Unwind tables, which not every machine has by default, let backtrace through.
LIBCFLAGS = -std=gnu11 -fPIC -fvisibility=hidden -ffunction-sections -fdata-sections -funwind-tables
OVERLAY   = $(MODULES:%=-isystem include/%)
OBJECTS   = $(SOURCES:%.c=%.o)
PC        = $(basename $(basename $(notdir $(wildcard pkgconfig/*.pc.in))))
CMAKE     = libwildebeest-config libwildebeest-config-version

# What a compiler that does not link an unwinder by itself has to be told; nothing
# where there is no -lunwind either.
UNWINDER = $(shell for unwinder in "" -lunwind; do \
	echo 'int _Unwind_Backtrace(void); int main(void) { return _Unwind_Backtrace(); }' | \
	$(CC) -x c -o unwinder - $$unwinder 2> /dev/null && echo $$unwinder && break; done; rm -f unwinder)

all: libwildebeest.a

# The C library is not glibc, which has all this. The overlay's headers include its
# own, so they have to come first.
order:
	@if printf '#include <features.h>\n#ifdef __GLIBC__\nlibc_is_glibc\n#endif\n' | \
		$(CC) $(CFLAGS) -E - 2> /dev/null | grep -q libc_is_glibc; then \
		echo 'libwildebeest: compile with CC="$(CC)": it compiles for glibc, which has what libwildebeest' \
			'provides on musl; name a compiler for musl, as CC="clang --target=x86_64-linux-musl --sysroot=DIR"' >&2; exit 1; \
	fi
	@if [ -f include/cdefs/features.h ]; then \
		printf '#include <features.h>\n#ifdef WILDEBEEST_CDEFS_FEATURES_H\noverlay_is_first\n#endif\n' | \
		$(CC) $(LIBCFLAGS) $(CFLAGS) $(OVERLAY) -E - | grep -q overlay_is_first || { \
		echo 'libwildebeest: compile with CC="$(CC)" CFLAGS="$(CFLAGS)":' \
			'these name the headers of the C library before those of the overlay;' \
			'give its directory as --sysroot=, or with -idirafter' >&2; exit 1; }; \
	fi

libwildebeest.a: $(OBJECTS)
	rm -f $@
	$(AR) rcs $@ $(OBJECTS)

# Once, and not when what is built is installed, perhaps without a compiler.
.order:
	@$(MAKE) --no-print-directory order
	@touch $@

%.o: %.c | .order
	$(CC) $(LIBCFLAGS) $(CFLAGS) $(OVERLAY) -include object.h \
		-DWILDEBEEST_MODULE='"$(notdir $(patsubst %/,%,$(dir $<)))"' -c -o $@ $<

install: all
	mkdir -p $(DESTDIR)$(INCLUDE) $(DESTDIR)$(LIBDIR)/pkgconfig $(DESTDIR)$(LIBDIR)/cmake/libwildebeest
	cp -R include/. $(DESTDIR)$(INCLUDE)/
	cp libwildebeest.a $(DESTDIR)$(LIBDIR)/libwildebeest.a
	for file in $(PC:%=pkgconfig/%.pc) $(CMAKE:%=cmake/libwildebeest/%.cmake); do \
		sed -e 's|@includedir@|$(INCLUDE)|g' -e 's|@libdir@|$(LIBDIR)|g' -e 's|@headers@|$(HEADERS)|g' \
			-e 's|@unwinder@|$(UNWINDER)|' $$file.in > $(DESTDIR)$(LIBDIR)/$$file || exit 1; \
	done

clean:
	rm -f libwildebeest.a .order $(OBJECTS)

-include drop-in.mk

.PHONY: all order install clean
`

func makefile(modules []headers.Module) string {
	var all []string
	for _, m := range modules {
		all = append(all, sources(m)...)
	}
	return "# libwildebeest " + version.String() + ": make && make install DESTDIR=…\n" +
		"MODULES = " + strings.Join(headers.Names(modules), " ") + "\n" +
		"SOURCES = " + strings.Join(all, " \\\n\t") + "\n" + makefileRules
}

// sources are a module's sources in the tree.
func sources(m headers.Module) []string {
	var all []string
	for _, source := range m.Sources {
		all = append(all, path.Join("src", m.Name, path.Base(source)))
	}
	return all
}

// linkerFlags are what a user of a module gives the linker besides the archive.
func linkerFlags(m headers.Module, modules []headers.Module) ([]string, error) {
	used, err := usedLibs(m, modules)
	if err != nil {
		return nil, err
	}
	return slices.Concat(m.Libs, used), nil
}

// pkgConfig is the template of a module's .pc file. How its Requires and Libs
// follow from module.yaml is in the documentation of package headers.
func pkgConfig(m headers.Module, modules []headers.Module) (string, error) {
	var requires, libs []string
	for _, name := range m.Requires {
		requires = append(requires, "libwildebeest-"+name)
	}
	if !m.MacroOnly() {
		libs = append(libs, "-L${libdir}", "-lwildebeest")
	}
	flags, err := linkerFlags(m, modules)
	if err != nil {
		return "", err
	}
	libs = append(libs, flags...)
	return fmt.Sprintf(`includedir=@includedir@
libdir=@libdir@

Name: libwildebeest-%s
Description: %s
Version: %s
Requires: %s
Cflags: -isystem ${includedir}/%s
Libs: %s
`, m.Name, m.Summary, version.String(), strings.Join(requires, " "), m.Name, strings.Join(libs, " ")), nil
}

// usedLibs are the linker flags of the modules that a module uses without
// requiring them: no Requires of its .pc file brings those.
func usedLibs(m headers.Module, modules []headers.Module) (libs []string, err error) {
	needed, err := headers.Closure(modules, []string{m.Name})
	if err != nil {
		return nil, err
	}
	required, err := headers.Overlays(modules, []string{m.Name})
	if err != nil {
		return nil, err
	}
	for _, n := range needed {
		if !slices.ContainsFunc(required, func(r headers.Module) bool { return r.Name == n.Name }) {
			libs = append(libs, n.Libs...)
		}
	}
	return libs, nil
}

// pkgConfigRenamed is the template of the .pc file that a module had under a former
// name: builds that ask for it get the module.
func pkgConfigRenamed(old, today string) string {
	return fmt.Sprintf(`Name: libwildebeest-%s
Description: the former name of libwildebeest-%s
Version: %s
Requires: libwildebeest-%s
`, old, today, version.String(), today)
}

func pkgConfigAll(modules []headers.Module) string {
	var requires []string
	for _, m := range modules {
		requires = append(requires, "libwildebeest-"+m.Name)
	}
	return fmt.Sprintf(`Name: libwildebeest
Description: source compatibility with GNU extensions on musl, every module
Version: %s
Requires: %s
`, version.String(), strings.Join(requires, " "))
}
