package scan

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// TestLookAlikes: lines with "want NAME" must be found, all others not.
func TestLookAlikes(t *testing.T) {
	for _, c := range []struct{ name, src string }{
		{"strings, comments, members, locals", `
#include <error.h> // want error.h
#include <argp.h> // want argp.h
struct s { int error; int (*argp_parse)(int); };
int f(struct s *s) {
	const char *t = "argp_parse(1)"; /* error(1) */
	s->error = s->argp_parse(3);
	error(1, 0, "x"); // want error
	return argp_parse(0,0,0,0,0,0); // want argp_parse
}
int g(int error) { return error; }
`},
		{"the tree's own", `
#include <string.h>
#include <stdlib.h>
#ifndef strndupa
#define strndupa(s, n) own(s, n)
#endif
static char *canonicalize_file_name(const char *p) { return 0; }
char *f(char *s) { return strndupa(canonicalize_file_name(s), 3); }
`},
		{"a fallback stands ready", `
#include <string.h>
#ifdef HAVE_RAWMEMCHR
# define R(s) rawmemchr(s, 0)
#else
# define R(s) strchr(s, 0)
#endif
#ifdef __GLIBC__
char *f(char *s) { return rawmemchr(s, 0); }
#endif
#if defined(__GLIBC__) && __GLIBC__ >= 2
char *g(char *s) { return rawmemchr(s, 0); }
#else
char *g(char *s) { return s; }
#endif
#if __has_include(<execinfo.h>)
#include <execinfo.h>
#endif
`},
		{"names from no header of glibc", `
#include "other.h"
int f(void) { return error(1) + argp_parse(2) + rawmemchr; }
`},
		{"tags and forward declarations", `
#include <argp.h> // want argp.h
struct argp;
int f(int n) { struct argp_option o; return n; } // want struct argp_option
`},
		{"a macro with parameters is no use without them", `
#include <signal.h>
int f(int sigmask) { return sigmask; }
int g(int n) { return sigmask(n); } // want sigmask
`},
		{"under conditions that hold on musl", `
#include <fts.h> // want fts.h
#ifndef __UCLIBC__
FTS *f(void) { return fts_open(0, 0, 0); } // want FTS fts_open
#endif
#if 0
FTS *g(void);
#endif
#if defined(_WIN32) || defined(__APPLE__)
FTS *h(void);
#endif
`},
		{"in a call of #if", `
#include <features.h>
#if __GLIBC_PREREQ(2, 4) // want __GLIBC_PREREQ
#endif
#ifdef __GLIBC_PREREQ
#if __GLIBC_PREREQ(2, 4)
#endif
#endif
`},
		{"missing includes, once a file", `
#include <stdlib.h>
typedef int x;
char *p(void) { struct timeval t; return 0; } // want struct timeval
char *q(void) { struct timeval t; return 0; }
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := scanFiles(t, map[string]string{"a.c": c.src, "other.h": "int error(int);\n"})
			var want, got []string
			for line := range strings.Lines(c.src) {
				if _, names, ok := strings.Cut(line, "// want "); ok {
					names = strings.ReplaceAll(strings.TrimSpace(names), "struct ", "struct-")
					for _, n := range strings.Fields(names) {
						want = append(want, strings.ReplaceAll(n, "-", " "))
					}
				}
			}
			for _, f := range r.Findings {
				if f.Level == report.Build {
					got = append(got, f.Name)
				}
			}
			slices.Sort(want)
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("names (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTargets(t *testing.T) {
	src := map[string]string{"a.c": "#include <fcntl.h>\nint f(void) { return open64(\"x\", 0); }\n"}
	r := scanFiles(t, src)
	if len(r.Findings) != 0 {
		t.Errorf("musl 1.2.3 has open64: %v", r.Findings)
	}
}
