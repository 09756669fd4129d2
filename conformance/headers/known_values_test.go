package headers_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/headers"
)

// TestKnownValues holds the rows of known.tsv whose tool is headers/MODULE:
// the case is a C expression of integer type, evaluated with the module's headers
// included; the reference column is glibc's value, ours that of libwildebeest.
func TestKnownValues(t *testing.T) {
	rows := knownValues(t)
	if len(rows) == 0 {
		t.Fatal("known.tsv has no row for a module")
	}
	modules, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	targets := muslTargets(t)
	for _, m := range modules {
		cases := rows[m.Name]
		delete(rows, m.Name)
		if len(cases) == 0 {
			continue
		}
		t.Run(m.Name, func(t *testing.T) {
			t.Parallel()
			program := valuesProgram(t, m, cases)
			glibcValues := strings.Split(execute(t, glibc.compile(t, program, "-std=gnu11")), "\n")
			for _, to := range targets {
				values := strings.Split(execute(t, to.compile(t, program, "-std=gnu11")), "\n")
				for i, row := range cases {
					if glibcValues[i] != row[2] || values[i] != row[3] {
						t.Errorf("%s: glibc %s, %s %s; known.tsv says %s and %s: correct or remove the row",
							row[1], glibcValues[i], to.name, values[i], row[2], row[3])
					}
					if row[2] == row[3] {
						t.Errorf("%s: the row states no difference", row[1])
					}
				}
			}
		})
	}
	for name := range rows {
		t.Errorf("known.tsv has rows for headers/%s, which is no module", name)
	}
}

// knownValues reads the rows for modules, by module: tool, case, reference, ours, reason.
func knownValues(t *testing.T) map[string][][]string {
	data, err := os.ReadFile("../known.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows := make(map[string][][]string)
	for line := range strings.Lines(string(data)) {
		row := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if module, ok := strings.CutPrefix(row[0], "headers/"); ok {
			if len(row) != 5 {
				t.Fatalf("known.tsv: %q has %d columns, not 5", line, len(row))
			}
			rows[module] = append(rows[module], row)
		}
	}
	return rows
}

// valuesProgram writes a program that prints the value of each case.
func valuesProgram(t *testing.T, m headers.Module, cases [][]string) string {
	var text strings.Builder
	text.WriteString("#define _GNU_SOURCE\n#include <errno.h>\n#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n")
	for _, header := range m.Headers {
		fmt.Fprintf(&text, "#include <%s>\n", header)
	}
	text.WriteString("int main(void)\n{\n")
	for _, row := range cases {
		fmt.Fprintf(&text, "\tprintf(\"%%d\\n\", (int)(%s));\n", row[1])
	}
	text.WriteString("\treturn 0;\n}\n")
	program := filepath.Join(t.TempDir(), "known.c")
	if err := os.WriteFile(program, []byte(text.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return program
}
