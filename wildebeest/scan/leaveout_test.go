package scan

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/serpent-os/wildebeest/wildebeest/parse"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// TestHoles: a declaration that only a configured build can compile costs the
// parser that declaration, and not the unit.
func TestHoles(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.c": "#include <argp.h>\n#include \"x.h\"\nint f(void)\n{\n\treturn argp_parse(0, 0, 0, 0, 0, 0);\n}\n",
		"x.h": "#pragma once\n#define LEN(x) (sizeof(\"\" x \"\") - 1)\nextern int a[LEN(ONLY_CONFIGURED)];\nstatic const int b[\n\tLEN(ONLY_CONFIGURED)];\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	r, err := Tree(context.Background(), dir, Options{Precise: Always})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Notes) > 0 {
		t.Errorf("notes: %v", r.Notes)
	}
	for _, f := range r.Findings {
		if f.Name == "argp_parse" && f.Confidence == report.Parsed && f.Line == 5 {
			return
		}
	}
	t.Errorf("argp_parse is not parsed: %+v", r.Findings)
}

func TestBlank(t *testing.T) {
	const text = "a;\nb(\n#if 1\n c);\nd;\n"
	if got, want := string(parse.Blank([]byte(text), 2)), "a;\n\n#if 1\n\nd;\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
