package scan

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// scanFiles scans a tree made of the given files.
func scanFiles(t *testing.T, files map[string]string) *report.Report {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	r, err := Tree(context.Background(), dir, Options{Target: "musl-1.2.3"})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTreeAudit(t *testing.T) {
	r := scanFiles(t, map[string]string{
		"auparse/auparse.h":      "#ifndef H\n#define H\n#include \"auparse-defs.h\"\nint *init(void)\n\t__attribute_malloc__;\n#endif\n",
		"auparse/auparse-defs.h": "#include <time.h>\n",
		"auparse/auparse.c": "#include <string.h>\n#include \"auparse.h\"\n#ifndef strndupa\nstatic inline char *strndupa(const char *s, size_t n) { return 0; }\n#endif\n" +
			"char *f(const char *s) { return strndupa(s, 3); }\n",
	})
	got := r.Findings
	want := []report.Finding{{
		Rule: "gnuism", Name: "__attribute_malloc__", Kind: "macro", File: "auparse/auparse.h", Line: 5, Column: 2,
		Text: "__attribute_malloc__;", Guard: "!defined(H)", Level: report.Build, Confidence: report.Reachable,
		Remedy: report.Remedy{Kind: "shim", Module: "cdefs"},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"cdefs"}, r.Summary.Modules); diff != "" {
		t.Errorf("modules (-want +got):\n%s", diff)
	}
}
