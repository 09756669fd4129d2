package headers_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestKnownDifferences holds each row of conformance/known.tsv whose tool is
// libwildebeest against the program it names: case argp/no-room is
// headers/argp/known/no-room.c. What it prints and how it ends, lines joined by
// "; ", must be the row's reference on glibc and the row's other column on
// musl; so a row that is no longer true fails, as does a program without a row.
func TestKnownDifferences(t *testing.T) {
	programs, err := filepath.Glob("../../headers/*/known/*.c")
	if err != nil {
		t.Fatal(err)
	}
	rows := knownRows(t)
	targets := muslTargets(t)
	for _, program := range programs {
		name := strings.TrimSuffix(strings.TrimPrefix(program, "../../headers/"), ".c")
		name = strings.Replace(name, "/known/", "/", 1)
		row, ok := rows[name]
		if !ok {
			t.Errorf("%s has no row in conformance/known.tsv", program)
			continue
		}
		delete(rows, name)
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := oneLine(execute(t, glibc.compile(t, program, "-std=gnu11"))); got != row.reference {
				t.Errorf("glibc: %q, but known.tsv says %q", got, row.reference)
			}
			for _, to := range targets {
				if got := oneLine(execute(t, to.compile(t, program, "-std=gnu11"))); got != row.ours {
					t.Errorf("%s: %q, but known.tsv says %q", to.name, got, row.ours)
				}
			}
		})
	}
	for name := range rows {
		t.Errorf("known.tsv has a row for %s, but there is no such program", name)
	}
}

type knownRow struct{ reference, ours string }

// knownRows reads the rows of libwildebeest from conformance/known.tsv.
func knownRows(t *testing.T) map[string]knownRow {
	t.Helper()
	data, err := os.ReadFile("../known.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows := make(map[string]knownRow)
	for line := range strings.Lines(string(data)) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if fields[0] != "libwildebeest" {
			continue
		}
		if len(fields) != 5 {
			t.Fatalf("known.tsv: want 5 columns in %q", line)
		}
		rows[fields[1]] = knownRow{reference: fields[2], ours: fields[3]}
	}
	return rows
}

func oneLine(output string) string {
	return strings.ReplaceAll(strings.TrimSpace(output), "\n", "; ")
}
