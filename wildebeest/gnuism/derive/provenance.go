package main

import (
	"bytes"
	"fmt"
	"os/exec"
	"strings"

	"github.com/serpent-os/wildebeest/musl"
)

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

// packageInputs says which versions of packages are installed, as "libc6 2.36-9".
func packageInputs(packages ...string) (string, error) {
	args := append([]string{"-W", "-f", "${Package} ${Version}\n"}, packages...)
	out, err := exec.Command("dpkg-query", args...).Output()
	if err != nil {
		return "", fmt.Errorf("ask dpkg-query for the versions of %s: %w (install them)", strings.Join(packages, ", "), err)
	}
	return strings.Join(strings.Split(strings.TrimSpace(string(out)), "\n"), ", "), nil
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
