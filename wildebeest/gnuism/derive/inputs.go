package main

import (
	"bytes"
	"fmt"
	"os/exec"
	"path"
	"strings"

	"github.com/serpent-os/wildebeest/internal/tsv"
	"github.com/serpent-os/wildebeest/musl"
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

// muslInputs says which releases of musl were read, and which were kept.
func muslInputs() string {
	var read, kept []string
	for _, r := range musl.Releases() {
		if r.SHA256 == "" {
			kept = append(kept, r.Version)
		} else {
			read = append(read, r.Version)
		}
	}
	inputs := "musl " + strings.Join(read, ", ")
	if len(kept) > 0 {
		inputs += "; of musl " + strings.Join(kept, ", ") + " from the table before"
	}
	return inputs
}

// compilerInputs is the first line of the compiler's version.
func compilerInputs(compiler string) (string, error) {
	out, err := exec.Command(compiler, "--version").Output()
	if err != nil {
		return "", fmt.Errorf("ask %s for its version: %w (install it)", compiler, err)
	}
	line, _, _ := bytes.Cut(out, []byte("\n"))
	return string(line), nil
}
