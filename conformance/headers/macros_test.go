package headers_test

import (
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/internal/tsv"
)

// TestMacros expands text behind headers, in several feature modes, as the rows of
// headers/MODULE/test/macros.tsv say: includes, flags (modes between |), text, and
// what the last line expands to with glibc and with musl and the overlay.
func TestMacros(t *testing.T) {
	tables, err := filepath.Glob(filepath.Join(moduleDir, "*/test/macros.tsv"))
	if err != nil || len(tables) == 0 {
		t.Fatalf("no macros.tsv: %v", err)
	}
	targets := muslTargets(t)
	for _, table := range tables {
		err := tsv.ReadFile(table, 5, func(row []string) error {
			for _, mode := range strings.Split(row[1], "|") {
				flags := strings.Fields(mode)
				if got := expand(t, glibc, row[0], row[2], flags); got != row[3] {
					t.Errorf("%s: %s %v with glibc: %q, the table says %q", table, row[0], flags, got, row[3])
				}
				for _, to := range targets {
					if got := expand(t, to, row[0], row[2], flags); got != row[4] {
						t.Errorf("%s: %s %v with %s: %q, the table says %q", table, row[0], flags, to.name, got, row[4])
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}

// expand returns what text stands for behind headers, given between spaces.
func expand(t *testing.T, to target, headers, text string, flags []string) string {
	t.Helper()
	var source strings.Builder
	for _, header := range strings.Fields(headers) {
		source.WriteString("#include <" + header + ">\n")
	}
	source.WriteString(text + "\n")
	compiler := exec.Command(to.compiler, slices.Concat([]string{"-E", "-P", "-xc", "-"}, flags, to.include)...)
	compiler.Stdin = strings.NewReader(source.String())
	out, err := compiler.Output()
	if err != nil {
		t.Fatalf("%s: preprocess %q: %v", to.name, source.String(), err)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	return lines[len(lines)-1]
}
