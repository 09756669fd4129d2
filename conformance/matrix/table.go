package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// tests are those of conformance/headers that a column of the table stands for.
const tests = "^(TestSameAsGlibc|TestOnMuslOnly|TestHeadersInEveryDialect|TestMacrosInCpp)$"

// dialects is the row of the headers in all dialects of C and C++.
const dialects = "every header, C (gnu89 to gnu23) and C++ (11 to 20)"

// A column is a release of musl and a clang.
type column struct{ release, clang string }

// matrix holds how many proofs of each row passed and failed in each column.
type matrix struct {
	columns []column
	results map[string]map[column]*result
	broken  []string // tests that failed
}

type result struct{ passed, failed int }

func newMatrix() *matrix { return &matrix{results: make(map[string]map[column]*result)} }

// collect reads the events of `go test -json`.
func (m *matrix) collect(c column, events io.Reader) error {
	m.columns = append(m.columns, c)
	for decoder := json.NewDecoder(events); ; {
		var event struct{ Action, Test string }
		switch err := decoder.Decode(&event); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("read what go test says: %w", err)
		}
		row := rowOf(event.Test)
		if event.Action == "fail" && event.Test != "" && (row != "" || !strings.Contains(event.Test, "/")) {
			m.broken = append(m.broken, fmt.Sprintf("%s, clang %s: %s", c.release, c.clang, event.Test))
		}
		if row == "" || event.Action != "pass" && event.Action != "fail" {
			continue
		}
		if m.results[row] == nil {
			m.results[row] = make(map[column]*result)
		}
		if m.results[row][c] == nil {
			m.results[row][c] = new(result)
		}
		if event.Action == "pass" {
			m.results[row][c].passed++
		} else {
			m.results[row][c].failed++
		}
	}
}

// rowOf is the module of a program's test, the row of all dialects, or "".
func rowOf(test string) string {
	words := strings.Split(test, "/")
	switch {
	case words[0] == "TestSameAsGlibc" && len(words) == 4: // MODULE/test/PROGRAM
		return words[1]
	case words[0] == "TestOnMuslOnly" && len(words) == 6: // TARGET/MODULE/musl/PROGRAM/CASE
		return words[2]
	case words[0] == "TestHeadersInEveryDialect", words[0] == "TestMacrosInCpp":
		return dialects
	}
	return ""
}

// markdown is the table. Every proof is made with the clang of the column and with gcc.
func (m *matrix) markdown() string {
	var w strings.Builder
	w.WriteString("# Modules, releases of musl, compilers\n\nWritten by `make matrix`: how many proofs of a module pass, each with this clang and with gcc.\n\n| module |")
	for _, c := range m.columns {
		fmt.Fprintf(&w, " musl %s, clang %s |", c.release, c.clang)
	}
	w.WriteString("\n|---|" + strings.Repeat("---|", len(m.columns)) + "\n")
	for _, row := range slices.Sorted(maps.Keys(m.results)) {
		fmt.Fprintf(&w, "| %s |", row)
		for _, c := range m.columns {
			fmt.Fprintf(&w, " %s |", m.results[row][c])
		}
		w.WriteByte('\n')
	}
	return w.String()
}

func (r *result) String() string {
	switch {
	case r == nil:
		return "none"
	case r.failed == 0:
		return fmt.Sprint(r.passed)
	}
	return fmt.Sprintf("**%d of %d**", r.passed, r.passed+r.failed)
}
