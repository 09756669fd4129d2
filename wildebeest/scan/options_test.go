package scan

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// levels are the names that are found at a level, sorted.
func levels(r *report.Report, level string) string {
	var names []string
	for _, f := range r.Findings {
		if f.Level == level {
			names = append(names, f.Name)
		}
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), " ")
}

// TestOptions has code under a macro that somebody has to give, and code that only
// looks so.
func TestOptions(t *testing.T) {
	code := "#ifdef SELFTEST\n#include <argp.h>\n#endif\n"
	for _, test := range []struct {
		name        string
		files       map[string]string
		build, only string
	}{
		{"nothing defines it", map[string]string{"a.c": code, "Makefile": "all: a\n"}, "", "argp.h"},
		{"the makefile offers it, and does not take it", map[string]string{"a.c": code, "Makefile": "#CFLAGS += -DSELFTEST\nall: a\n"}, "", "argp.h"},
		{"the makefile gives it", map[string]string{"a.c": code, "Makefile": "CFLAGS += -DSELFTEST\nall: a\n"}, "argp.h", ""},
		{"a part of the makefile gives it", map[string]string{"a.c": code, "Makefile": "include Make.rules\n", "Make.rules": "CFLAGS += -DSELFTEST\n"}, "argp.h", ""},
		{"a header defines it", map[string]string{"a.c": "#include \"b.h\"\n" + code, "b.h": "#define SELFTEST 1\n", "Makefile": "all: a\n"}, "argp.h", ""},
		{"a template names it", map[string]string{"a.c": code, "config.h.in": "#undef SELFTEST\n", "configure.ac": "AC_INIT([a], [1])\n"}, "argp.h", ""},
		{"it is a name of some header", map[string]string{"a.c": code + "int x = SELFTEST;\n", "Makefile": "all: a\n"}, "argp.h", ""},
		{"another project's header may have it", map[string]string{"a.c": "#include <curl/curl.h>\n" + code, "Makefile": "all: a\n"}, "argp.h", ""},
		{"no build file says how it is built", map[string]string{"a.c": code}, "argp.h", ""},
		{"a check may define it", map[string]string{"a.c": strings.ReplaceAll(code, "SELFTEST", "HAVE_X"), "configure.ac": "AC_INIT([a], [1])\nAX_CHECK_X\n"}, "argp.h", ""},
		{"no check defines it", map[string]string{"a.c": strings.ReplaceAll(code, "SELFTEST", "HAVE_X"), "Makefile": "all: a\n"}, "", "argp.h"},
		{"one of two", map[string]string{"a.c": "#if defined(SELFTEST) || defined(USED)\n#include <argp.h>\n#endif\n", "Makefile": "CFLAGS = -DUSED\n"}, "argp.h", ""},
		{"both of two", map[string]string{"a.c": "#if defined(SELFTEST) && defined(USED)\n#include <argp.h>\n#endif\n", "Makefile": "CFLAGS = -DUSED\n"}, "", "argp.h"},
		{"configure does so by an option", map[string]string{"a.c": code, "config.h.in": "#undef SELFTEST\n",
			"configure.ac": "AC_INIT([a], [1])\nAC_ARG_ENABLE([selftest], [x], [], [enable_selftest=no])\nif test x$enable_selftest = xyes; then AC_DEFINE(SELFTEST) found=yes; fi\n"}, "", ""},
		{"for another system", map[string]string{"freebsd/a.c": "#include <argp.h>\n", "port-solaris.c": "#include <fts.h>\n", "linux/b.c": "#include <obstack.h>\n", "Makefile": "all: a\n"}, "obstack.h", "argp.h fts.h"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := scanFiles(t, test.files)
			if build, only := levels(r, report.Build), levels(r, report.Only); build != test.build || only != test.only {
				t.Errorf("to build %q, only %q; want %q and %q", build, only, test.build, test.only)
			}
		})
	}
}

// TestGuardedHeader has a header that includes another project's, which may bring what
// the header uses: that its own guard is not defined yet is no doubt.
func TestGuardedHeader(t *testing.T) {
	for _, guard := range []string{"#ifndef __A_H\n#define __A_H\n", "#if !defined(A_H) /* once */\n\n# define A_H\n"} {
		r := scanFiles(t, map[string]string{
			"a.h": guard + "#include <netlink/netlink.h>\n#include <stdlib.h>\nstruct s { struct timeval t; };\n#endif\n",
			"a.c": "#include \"a.h\"\n",
		})
		if build, unsure := levels(r, report.Build), levels(r, report.Unsure); build != "" || unsure != "struct timeval" {
			t.Errorf("%s: to build %q, unsure %q", guard, build, unsure)
		}
	}
}

// TestPartOfMakefile asks for GNU's names in a file that makefiles include.
func TestPartOfMakefile(t *testing.T) {
	source := "#include <netinet/tcp.h>\nint f(struct tcphdr *t) { return t->source; }\n"
	for part, want := range map[string]string{"Make.defines": "", "make.rules": "", "NOTES": "struct tcphdr.source"} {
		r := scanFiles(t, map[string]string{"a.c": source, "Makefile": "include " + part + "\n", part: "CPPFLAGS += -D_GNU_SOURCE\n"})
		if got := levels(r, report.Build); got != want {
			t.Errorf("%s: %q, want %q", part, got, want)
		}
	}
}

// TestWordsAreFound puts many words into the filter: none of them may be lacking.
func TestWordsAreFound(t *testing.T) {
	var text strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&text, "CFLAGS += -DWORD_%d\n", i)
	}
	r := scanFiles(t, map[string]string{"a.c": "#ifdef WORD_4321\n#include <argp.h>\n#endif\n", "Makefile": text.String()})
	if got := levels(r, report.Build); got != "argp.h" {
		t.Errorf("to build %q, want argp.h", got)
	}
}
