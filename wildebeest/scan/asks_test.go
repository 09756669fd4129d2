package scan

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestAsks: struct tcp_info needs _GNU_SOURCE on musl, u_int8_t _DEFAULT_SOURCE; glibc
// shows the first unless a standard is asked for, the second always.
func TestAsks(t *testing.T) {
	const uses = "#include <sys/types.h>\n#include <netinet/tcp.h>\nstruct tcp_info a;\nu_int8_t *b;\n"
	for _, c := range []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"nothing is said", map[string]string{"a.c": uses}, []string{"struct tcp_info"}},
		{"_GNU_SOURCE in the file", map[string]string{"a.c": "#define _GNU_SOURCE\n" + uses}, nil},
		{"_GNU_SOURCE in a header of the tree", map[string]string{"a.c": "#include \"top.h\"\n" + uses, "top.h": "#define _GNU_SOURCE 1\n"}, nil},
		{"POSIX in the file", map[string]string{"a.c": "#define _POSIX_C_SOURCE 200809L\n" + uses}, []string{"u_int8_t"}},
		{"POSIX too late", map[string]string{"a.c": "#include <errno.h>\n#define _POSIX_C_SOURCE 200809L\n" + uses}, []string{"struct tcp_info"}},
		{"X/Open and the default", map[string]string{"a.c": "#define _XOPEN_SOURCE 700\n#define _DEFAULT_SOURCE\n" + uses}, []string{"struct tcp_info"}},
		{"-std=c99 in the Makefile", map[string]string{"a.c": uses, "Makefile": "CFLAGS = -O2 -std=c99\n"}, []string{"u_int8_t"}},
		{"-std=gnu99 in the Makefile", map[string]string{"a.c": uses, "Makefile": "CFLAGS = -O2 -std=gnu99\n"}, []string{"struct tcp_info"}},
		{"of another directory", map[string]string{"src/a.c": uses, "lib/Makefile": "CFLAGS = -std=c99 -D_GNU_SOURCE\n"}, []string{"struct tcp_info"}},
		{"-D in the Makefile", map[string]string{"src/a.c": uses, "Makefile": "CFLAGS = -std=c99 \\\n\t-D_GNU_SOURCE\n"}, nil},
		{"a comment of the Makefile", map[string]string{"a.c": uses, "Makefile": "# CFLAGS = -D_GNU_SOURCE\n"}, []string{"struct tcp_info"}},
		{"meson", map[string]string{"a.c": uses, "meson.build": "project('x', 'c', default_options : ['c_std=c11'])\nadd_project_arguments('-D_POSIX_C_SOURCE=200809L', language : 'c')\n"}, []string{"u_int8_t"}},
		{"Autoconf's extensions", map[string]string{"a.c": uses, "configure.ac": "AC_INIT([x], [1])\nAC_USE_SYSTEM_EXTENSIONS\n"}, nil},
		{"Autoconf's comment", map[string]string{"a.c": uses, "configure.ac": "AC_INIT([x], [1])\ndnl AC_USE_SYSTEM_EXTENSIONS\n"}, []string{"struct tcp_info"}},
		{"a template of config.h", map[string]string{"a.c": "#include <config.h>\n" + uses, "config.h.in": "#undef _GNU_SOURCE\n"}, nil},
		{"a config.h that is not there", map[string]string{"a.c": "#include \"config.h\"\n" + uses}, nil},
		{"C++", map[string]string{"a.cc": uses}, nil},
		{"a header by itself", map[string]string{"a.h": uses}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range scanFiles(t, c.files).Findings {
				if f.Rule != "feature" || f.Remedy.Kind != "config" {
					t.Errorf("%s: rule %s, remedy %v", f.Name, f.Rule, f.Remedy)
				}
				got = append(got, f.Name)
			}
			slices.Sort(got)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("hidden names (-want +got):\n%s", diff)
			}
		})
	}
}
