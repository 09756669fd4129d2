package scan

import (
	"testing"

	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// TestKinds has what packages of Debian showed to be no need of the build, each beside
// what is one.
func TestKinds(t *testing.T) {
	const makefile, comp = "all: a\n", "AC_DEFUN([gl_FILE_LIST], [\n  lib/glob.c\n  m4/glob.m4\n])\n"
	for _, test := range []struct {
		name        string
		files       map[string]string
		build, only string
	}{
		{"a condition of configure in a template", map[string]string{"stdint.in.h": "#if @HAVE_ERROR_H@\n#include <error.h>\n#endif\n#if @OTHER@\n#include <argp.h>\n#endif\n"}, "argp.h", ""},
		{"a test", map[string]string{"tests/a.c": "#include <error.h>\n", "b.c": "#include <argp.h>\n", "Makefile": makefile}, "argp.h", "error.h"},
		{"a test that the build compiles", map[string]string{"tests/a.c": "#include <error.h>\n", "meson.build": "project('x', 'c')\nexecutable('a', 'tests/a.c')\n"}, "error.h", ""},
		{"by make check", map[string]string{"a.c": "#include <error.h>\n", "b.c": "#include <argp.h>\n", "configure.ac": "AC_INIT([a], [1])\nAM_INIT_AUTOMAKE\n",
			"Makefile.am": "bin_PROGRAMS = b\nb_SOURCES = b.c\ncheck_PROGRAMS = a\na_SOURCES = a.c\n"}, "argp.h", "error.h"},
		{"a copy of gnulib's", map[string]string{"gl/glob.c": "#include <error.h>\n", "gl/own.c": "#include <argp.h>\n", "m4/gnulib-comp.m4": comp, "m4/gnulib-cache.m4": "gl_SOURCE_BASE([gl])\n"}, "argp.h", "error.h"},
		{"a switch of the file's own", map[string]string{"a.c": "#ifndef BT\n# if defined(__GLIBC__)\n#  define BT 1\n# else\n#  define BT (0)\n# endif\n#endif\n#if BT\n#include <execinfo.h>\n#endif\n"}, "", ""},
		{"a switch that is on", map[string]string{"a.c": "#ifndef BT\n# if defined(__linux__)\n#  define BT 1\n# else\n#  define BT 0\n# endif\n#endif\n#if BT\n#include <execinfo.h>\n#endif\n"}, "execinfo.h", ""},
		{"a switch that may be either", map[string]string{"a.c": "#ifdef X\n#define BT 1\n#else\n#define BT 0\n#endif\n#if BT\n#include <execinfo.h>\n#endif\n"}, "execinfo.h", ""},
		{"a switch that was undefined", map[string]string{"a.c": "#define BT 0\n#undef BT\n#if BT\n#include <execinfo.h>\n#endif\n"}, "execinfo.h", ""},
		{"names that are pasted", map[string]string{"a.h": "#include <unistd.h>\n#define MAP(X) \\\n  X(EUCLEAN, group_member) \\\n  X(B, (euidaccess))\n"}, "", ""},
		{"names that are not", map[string]string{"a.h": "#define _GNU_SOURCE\n#include <unistd.h>\n#define CALL(x) group_member(x)\n"}, "group_member", ""},
		{"a definition for other systems", map[string]string{"a.c": "#define _GNU_SOURCE\n#include <signal.h>\n#ifndef SIGCHLD\n#define SIGCHLD SIGCLD\n#endif\nint x = SIGCHLD;\n"}, "", ""},
		{"a default of the file's own", map[string]string{"a.c": "#define _GNU_SOURCE\n#include <signal.h>\n#ifndef MY\n#define MY SIGCLD\n#endif\nint x = MY;\n"}, "SIGCLD", ""},
		{"a kernel's header within musl's", map[string]string{"a.c": "#include <sys/vt.h>\nstruct vt_stat s;\nint x = VT_GETSTATE;\n"}, "", ""},
		{"a switch that the file sets on glibc alone", map[string]string{"a.c": "#ifdef __GLIBC__\n#define BT\n#endif\n#ifdef BT\n#include <execinfo.h>\n#endif\n"}, "", ""},
		{"a copy of glibc's", map[string]string{"a.c": "/* This file is part of the GNU C Library. */\n#include <error.h>\n", "b.c": "#include <argp.h>\n"}, "argp.h", ""},
		{"a bit field", map[string]string{"a.c": "#include <signal.h>\nstruct s { unsigned int locked :1, sigblock :1; };\n"}, "", ""},
		{"an old prototype", map[string]string{"a.h": "#define PARAMS(x) x\nextern int group_member PARAMS((int));\n", "a.c": "#define _GNU_SOURCE\n#include <unistd.h>\n#include \"a.h\"\nint f(void) { return group_member(1); }\n"}, "", ""},
		{"an option of the linker under a condition", map[string]string{"CMakeLists.txt": "project(x C)\nif(FOO)\n  set(CMAKE_SHARED_LINKER_FLAGS \"-Wl,--default-symver\")\nendif()\n"}, "", ""},
		{"an option of the linker", map[string]string{"CMakeLists.txt": "project(x C)\nif(FOO)\nendif()\nset(CMAKE_SHARED_LINKER_FLAGS \"-Wl,--default-symver\")\n"}, "--default-symver", ""},
		{"gnulib's own #error", map[string]string{"lib/glob.c": "#ifdef __GLIBC__\n#else\n#error \"port me\"\n#endif\n", "m4/gnulib-comp.m4": comp}, "", "#error"},
		{"an example", map[string]string{"examples/a.c": "#include <error.h>\n", "Makefile": makefile}, "", "error.h"},
		{"what a header's guard asks for", map[string]string{
			"a.h": "#ifdef B_H\nint f(fd_set *);\n#endif\n", "b.h": "#ifndef B_H\n#define B_H\n#include <sys/select.h>\n#endif\n",
			"c.c": "#include \"a.h\"\n", "d.c": "#include \"b.h\"\n#include \"a.h\"\n",
		}, "", ""},
		{"what a header's guard asks for, and does not bring", map[string]string{
			"a.h": "#include <fcntl.h>\n#ifdef B_H\nssize_t f(const struct iovec *);\nint g(fd_set *);\n#endif\n", "b.h": "#ifndef B_H\n#define B_H\n#endif\n",
			"c.c": "#include \"a.h\"\n", "d.c": "#include <stdlib.h>\n#include \"b.h\"\n#include \"a.h\"\n",
		}, "fd_set", ""},
		{"a choice in another header", map[string]string{
			"defs.h": "#if defined (_POSIX_VERSION) && !defined (TERMIOS_MISSING)\n# define WITH_TERMIOS\n#else\n# define WITH_SGTTY\n#endif\n",
			"tty.h":  "#ifdef WITH_SGTTY\n#include <sgtty.h>\n#endif\n#ifdef WITH_TERMIOS\n#include <termios.h>\n#endif\n",
			"a.c":    "#include <unistd.h>\n#include \"defs.h\"\n#include \"tty.h\"\n", "Makefile": makefile,
		}, "", ""},
		{"a choice that is made", map[string]string{
			"defs.h": "#define WITH_BT\n", "bt.h": "#ifdef WITH_BT\n#include <execinfo.h>\n#endif\n",
			"a.c": "#include \"defs.h\"\n#include \"bt.h\"\n", "Makefile": makefile,
		}, "execinfo.h", ""},
		{"a choice by default", map[string]string{
			"defs.h": "#ifndef WITHOUT_BT\n#define WITH_BT 1\n#endif\n", "bt.h": "#if WITH_BT\n#include <execinfo.h>\n#endif\n",
			"a.c": "#include \"defs.h\"\n#include \"bt.h\"\n", "Makefile": makefile,
		}, "execinfo.h", ""},
		{"a choice in a later branch", map[string]string{
			"defs.h": "#if defined (_POSIX_VERSION)\n# define WITH_TERMIOS\n#elif 1\n# define WITH_SGTTY\n#endif\n",
			"tty.h":  "#ifdef WITH_SGTTY\n#include <sgtty.h>\n#endif\n",
			"a.c":    "#include <unistd.h>\n#include \"defs.h\"\n#include \"tty.h\"\n", "Makefile": makefile,
		}, "", ""},
		{"a sentence", map[string]string{"a.def": "#include <stdlib.h>\nReturns success unless a group_member or assignment error occurs.\n", "b.c": "#define _GNU_SOURCE\n#include <unistd.h>\n#include \"a.def\"\n"}, "", ""},
		{"a definition for other systems, among conditions", map[string]string{"a.h": "#if defined (S_IFDIR) && !defined (S_ISDIR)\n#define S_ISDIR(m) (((m)&S_IFMT) == S_IFDIR)\n#endif\n", "a.c": "#include <stdlib.h>\n#include \"a.h\"\n"}, "", ""},
		{"within glibc", map[string]string{"a.c": "#include <time.h>\n#ifdef weak_alias\nweak_alias (mktime, timelocal)\n#endif\n"}, "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := scanFiles(t, test.files)
			if build, only := levels(r, report.Build), levels(r, report.Only); build != test.build || only != test.only {
				t.Errorf("to build %q, only %q; want %q and %q", build, only, test.build, test.only)
			}
		})
	}
}
