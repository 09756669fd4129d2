package main

import (
	"debug/elf"
	"fmt"
	"path"
	"strings"

	"github.com/serpent-os/wildebeest/internal/tsv"
)

// readReserved returns a function that tells which names beginning with an
// underscore to keep.
func readReserved(file string) (func(string) bool, error) {
	var patterns []string
	err := tsv.ReadFile(file, 2, func(f []string) error { patterns = append(patterns, f[0]); return nil })
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
func symbolVersions(objects ...string) (map[string]string, error) {
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
