package main

import (
	"bufio"
	"debug/elf"
	"fmt"
	"os"
	"path"
	"strings"
)

// release says when musl had a name, and the header its makers noted for it.
type release struct {
	since, last, header string
	exported            bool
}

// readReleases reads musl-names.tsv, keyed as exposure is. Functions without a
// definition in libc.so keep exported false.
func readReleases(file string) (map[string]release, error) {
	out := map[string]release{}
	exports := map[string]bool{}
	err := rows(file, 5, func(f []string) {
		kind, name := f[0], f[1]
		switch kind {
		case "kind":
			return
		case "export":
			exports[name] = true
			return
		case "header":
			name = "<" + name + ">"
		}
		r, seen := out[name]
		if !seen || r.last != "" && f[4] == "" {
			out[name] = release{since: f[3], last: f[4], header: f[2]}
		}
	})
	for name, r := range out {
		r.exported = exports[name]
		out[name] = r
	}
	return out, err
}

// rows calls f with the fields of each line that has n of them and is no comment.
func rows(file string, n int, f func([]string)) error {
	in, err := os.Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != n {
			return fmt.Errorf("%s: want %d fields: %q", file, n, line)
		}
		f(fields)
	}
	return lines.Err()
}

// readReserved returns a function that tells which names beginning with an
// underscore to keep.
func readReserved(file string) (func(string) bool, error) {
	var patterns []string
	err := rows(file, 2, func(f []string) { patterns = append(patterns, f[0]) })
	return func(name string) bool {
		for _, p := range patterns {
			if ok, _ := path.Match(p, name); ok {
				return true
			}
		}
		return false
	}, err
}

// symbolVersions says with which version of glibc a symbol came.
func symbolVersions(objects []string) (map[string]string, error) {
	out := map[string]string{}
	for _, file := range objects {
		f, err := elf.Open(file)
		if err != nil {
			return nil, fmt.Errorf("read symbol versions: %w", err)
		}
		syms, err := f.DynamicSymbols()
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("read symbol versions of %s: %w", file, err)
		}
		for _, s := range syms {
			v, ok := strings.CutPrefix(s.Version, "GLIBC_")
			if !ok || s.Section == elf.SHN_UNDEF {
				continue
			}
			if old, ok := out[s.Name]; !ok || olderVersion(v, old) {
				out[s.Name] = v
			}
		}
	}
	return out, nil
}

func olderVersion(a, b string) bool {
	var x, y [3]int
	fmt.Sscanf(a, "%d.%d.%d", &x[0], &x[1], &x[2])
	fmt.Sscanf(b, "%d.%d.%d", &y[0], &y[1], &y[2])
	for i := range x {
		if x[i] != y[i] {
			return x[i] < y[i]
		}
	}
	return false
}
