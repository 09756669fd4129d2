package scan

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// namesFound lists what is found, in order.
func namesFound(r *report.Report) []string {
	var out []string
	for _, f := range r.Findings {
		out = append(out, f.Name)
	}
	return out
}

// TestMembers: musl shows the members source and syn of struct tcphdr, and source of
// struct udphdr, under _GNU_SOURCE alone, glibc by default; uh_sport is there always.
// Compiled with clang on the headers of musl 1.2.6.
func TestMembers(t *testing.T) {
	const includes = "#include <netinet/tcp.h>\n#include <netinet/udp.h>\n"
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a pointer", includes + "int f(struct tcphdr *t) { return t->source + t->th_sport; }\n", []string{"struct tcphdr.source"}},
		{"a variable", includes + "int f(void) { struct udphdr u = { 0 }; return u.source + u.uh_dport; }\n", []string{"struct udphdr.source"}},
		{"a cast", includes + "int f(void *p) { return ((struct tcphdr *)p)->syn; }\n", []string{"struct tcphdr.syn"}},
		{"_GNU_SOURCE", "#define _GNU_SOURCE\n" + includes + "int f(struct tcphdr *t, struct udphdr *u) { return t->source + u->source + u->uh_dport; }\n", nil},
		{"another struct", includes + "struct me { int source; };\nint f(struct me *t) { return t->source; }\n", nil},
		{"another struct by the same name", includes + "int g(struct tcphdr *t) { return t->th_seq; }\nstruct me { int source; };\nint f(struct me *t) { return t->source; }\n", nil},
		{"the struct that has it, not its form with 64", "#define _GNU_SOURCE\n#include <glob.h>\nint f(glob_t *g) { return g->gl_opendir != 0; }\n", []string{"glob_t.gl_opendir"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, namesFound(scanFiles(t, map[string]string{"a.c": c.text}))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestCxxHeaders: the headers of C++ bring those of C.
func TestCxxHeaders(t *testing.T) {
	if len(cxxHeaders()) < 50 {
		t.Errorf("cxxheaders.tsv has %d headers", len(cxxHeaders()))
	}
	for _, c := range []struct {
		text string
		want []string
	}{
		{"#include <cstring>\nconst char *f(char *p) { return basename(p); }\n", []string{"basename"}},
		{"#include <clocale>\nbool f() { return std::setlocale(LC_ALL, \"xx_YY\"); }\n", []string{"setlocale"}},
		{"#include <cerrno>\ntemplate <class error_t> error_t f(error_t x) { return x; }\n", nil},
		{"#include <cerrno>\nerror_t f(int x) { return x; }\n", []string{"error_t"}},
		{"#include <string>\npid_t f() { return 0; }\n", []string{"pid_t"}},
		{"#include <thread>\npid_t f() { return 0; }\n", nil}, // by <pthread.h>
	} {
		if diff := cmp.Diff(c.want, namesFound(scanFiles(t, map[string]string{"a.cpp": c.text}))); diff != "" {
			t.Errorf("%s(-want +got):\n%s", c.text, diff)
		}
	}
}

// TestDeclarationMacros: what stands between a type and a parenthesis may be a macro of
// glibc's sys/cdefs.h, and a type that musl has elsewhere wants an #include.
func TestDeclarationMacros(t *testing.T) {
	r := scanFiles(t, map[string]string{"a.c": "#include <stdlib.h>\nextern void *f(size_t) __wur __nonnull((1));\nextern char *__P(g)(int);\nu_char *c;\n"})
	if diff := cmp.Diff([]string{"__wur", "__nonnull", "__P", "u_char"}, namesFound(r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if last := r.Findings[len(r.Findings)-1]; last.Remedy.Header != "sys/types.h" {
		t.Errorf("u_char: %v, want sys/types.h", last.Remedy)
	}
}
