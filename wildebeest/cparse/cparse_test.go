package cparse

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestUses(t *testing.T) {
	dir := t.TempDir()
	header := filepath.Join(dir, "sys.h")
	if err := os.WriteFile(header, []byte("int argp_parse(int);\ntypedef int FTS;\nstruct glob { int x; };\nint error(int);\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	src := "#include <sys.h>\n" +
		"#define PARSE(x) argp_parse(x)\n" +
		"static int error(int);\n" +
		"int f(int argc) { FTS a; struct glob g; return PARSE(argc) + error(1); }\n" +
		"int g(void) { int argp_parse = 1; return argp_parse; }\n"
	ast, err := Parse(Unit{Name: "/x/a.c", Text: []byte(src), System: []string{dir}})
	if ast == nil {
		t.Fatal(err)
	}
	got := map[Use]bool{}
	for _, u := range Uses(ast, func(file string) bool { return file == "/x/a.c" }) {
		got[u] = true
	}
	want := map[Use]bool{
		{"FTS", "/x/a.c", 4, header}:          true,
		{"struct glob", "/x/a.c", 4, header}:  true,
		{"argp_parse", "/x/a.c", 4, header}:   true, // where the macro is expanded
		{"argc", "/x/a.c", 4, "/x/a.c"}:       true,
		{"error", "/x/a.c", 4, "/x/a.c"}:      true,
		{"argp_parse", "/x/a.c", 5, "/x/a.c"}: true,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("uses (-want +got):\n%s", diff)
	}
}
