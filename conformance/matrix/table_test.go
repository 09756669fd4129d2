package main

import (
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	m := newMatrix()
	old, newer := column{"1.2.5", "14"}, column{"1.2.6", "22"}
	for c, events := range map[column]string{
		old: `{"Action":"pass","Test":"TestSameAsGlibc/argp/test/help"}
{"Action":"pass","Test":"TestSameAsGlibc"}
{"Action":"pass","Test":"TestHeadersInEveryDialect"}`,
		newer: `{"Action":"run","Test":"TestSameAsGlibc/argp/test/help"}
{"Action":"fail","Test":"TestSameAsGlibc/argp/test/help"}
{"Action":"pass","Test":"TestOnMuslOnly/musl-gcc/argp/musl/x/all"}`,
	} {
		if err := m.collect(c, strings.NewReader(events)); err != nil {
			t.Fatal(err)
		}
	}
	m.columns = []column{old, newer}
	for _, want := range []string{"| module | musl 1.2.5, clang 14 | musl 1.2.6, clang 22 |\n|---|---|---|\n", "| argp | 1 | **1 of 2** |\n", "| " + dialects + " | 1 | none |\n"} {
		if got := m.markdown(); !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if failed := m.broken; len(failed) != 1 || failed[0] != "1.2.6, clang 22: TestSameAsGlibc/argp/test/help" {
		t.Errorf("failed: %q", failed)
	}
	if err := m.collect(old, strings.NewReader("ok")); err == nil {
		t.Error("text that is no JSON is taken")
	}
}
