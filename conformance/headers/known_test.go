package headers_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/known"
	"github.com/serpent-os/wildebeest/headers"
)

// TestKnownDifferences holds each row of conformance/known.tsv whose tool is
// libwildebeest against the program it names: case argp/no-room is
// headers/argp/known/no-room.c. What it prints and how it ends, lines joined by
// "; ", must be the row's reference on glibc and the row's other column on
// musl; so a row that is no longer true fails, as does a program without a row.
func TestKnownDifferences(t *testing.T) {
	programs := modulePrograms(t, "known")
	rows := knownRows(t, "libwildebeest")
	targets := muslTargets(t)
	for _, program := range programs {
		name := strings.Replace(programName(program), "/known/", "/", 1)
		row, ok := rows[name]
		if !ok {
			t.Errorf("%s has no row in conformance/known.tsv", program)
			continue
		}
		delete(rows, name)
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := oneLine(execute(t, glibc.compile(t, program, "-std=gnu11"))); got != row.Reference {
				t.Errorf("glibc: %q, but known.tsv says %q", got, row.Reference)
			}
			for _, to := range targets {
				if got := oneLine(execute(t, to.compile(t, program, "-std=gnu11"))); got != row.Ours {
					t.Errorf("%s: %q, but known.tsv says %q", to.name, got, row.Ours)
				}
			}
		})
	}
	for name := range rows {
		t.Errorf("known.tsv has a row for %s, but there is no such program", name)
	}
}

// knownRows are the rows of known.tsv for a tool, by case.
func knownRows(t *testing.T, tool string) map[string]known.Row {
	t.Helper()
	rows, err := known.Read(tool)
	if err != nil {
		t.Fatal(err)
	}
	byCase := make(map[string]known.Row)
	for _, row := range rows {
		byCase[row.Case] = row
	}
	return byCase
}

func oneLine(output string) string {
	return strings.ReplaceAll(strings.TrimSpace(output), "\n", "; ")
}

// TestKnownValues holds the rows of known.tsv whose tool is headers/MODULE:
// the case is a C expression of integer type, evaluated with the module's headers
// included; the reference column is glibc's value, ours that of libwildebeest.
func TestKnownValues(t *testing.T) {
	rows := knownValues(t)
	targets := muslTargets(t)
	for _, m := range allModules(t) {
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
					if glibcValues[i] != row.Reference || values[i] != row.Ours {
						t.Errorf("%s: glibc %s, %s %s; known.tsv says %s and %s: correct or remove the row",
							row.Case, glibcValues[i], to.name, values[i], row.Reference, row.Ours)
					}
					if row.Reference == row.Ours {
						t.Errorf("%s: the row states no difference", row.Case)
					}
				}
			}
		})
	}
	for name := range rows {
		t.Errorf("known.tsv has rows for headers/%s, which is no module", name)
	}
}

// knownValues are the rows of known.tsv for modules, by module.
func knownValues(t *testing.T) map[string][]known.Row {
	t.Helper()
	const prefix = "headers/"
	rows, err := known.ReadPrefix(prefix)
	if err != nil || len(rows) == 0 {
		t.Fatalf("%d rows of known.tsv are of a module: %v", len(rows), err)
	}
	byModule := make(map[string][]known.Row)
	for _, row := range rows {
		module := strings.TrimPrefix(row.Tool, prefix)
		byModule[module] = append(byModule[module], row)
	}
	return byModule
}

// valuesProgram writes a program that prints the value of each case.
func valuesProgram(t *testing.T, m headers.Module, cases []known.Row) string {
	var text strings.Builder
	text.WriteString("#define _GNU_SOURCE\n#include <errno.h>\n#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n")
	for _, header := range m.Headers {
		fmt.Fprintf(&text, "#include <%s>\n", header)
	}
	text.WriteString("int main(void)\n{\n")
	for _, row := range cases {
		fmt.Fprintf(&text, "\tprintf(\"%%d\\n\", (int)(%s));\n", row.Case)
	}
	text.WriteString("\treturn 0;\n}\n")
	program := filepath.Join(t.TempDir(), "known.c")
	if err := os.WriteFile(program, []byte(text.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return program
}
