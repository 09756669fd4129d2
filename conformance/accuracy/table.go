package main

import (
	"bytes"
	"fmt"
	"os"

	"github.com/serpent-os/wildebeest/musl"
)

func percent(n, of int) string {
	if of == 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f %%", 100*float64(n)/float64(of))
}

func (r *result) row() string {
	return fmt.Sprintf("| %s | %d | %d | %d | %s | %d | %d | %s |", r.name, r.files,
		r.truths, r.found, percent(r.found, r.truths), r.judged, r.right, percent(r.right, r.judged))
}

var compilersHead = `# The scanner against compilers

Written by ` + "`make accuracy`" + `: each package is built with clang and glibc; every C file
is then compiled with the same configuration against upstream musl ` + musl.Stage3().Version + `. A
truth is a pair of file and name that fails with musl alone; a report is judged
where the compiler saw its line.

| package | files | truths | found | recall | judged | right | precision |
|---|---|---|---|---|---|---|---|
`

func writeCompilers(file string, results []result) error {
	var b bytes.Buffer
	b.WriteString(compilersHead)
	total := result{name: "**all**"}
	for i := range results {
		r := &results[i]
		fmt.Fprintln(&b, r.row())
		total.files += r.files
		total.truths += r.truths
		total.found += r.found
		total.judged += r.judged
		total.right += r.right
	}
	fmt.Fprintln(&b, total.row())
	for _, part := range []struct {
		title string
		list  func(*result) []string
	}{
		{"Missed", func(r *result) []string { return r.misses }},
		{"False", func(r *result) []string { return r.falseAlarms }},
	} {
		fmt.Fprintf(&b, "\n## %s\n", part.title)
		for i := range results {
			for _, m := range part.list(&results[i]) {
				fmt.Fprintf(&b, "- %s: `%s`\n", results[i].name, m)
			}
		}
	}
	fmt.Println(total.row())
	return os.WriteFile(file, b.Bytes(), 0o666)
}
