package main

import (
	"fmt"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/wildebeest/cparse"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
)

// A tree is a set of public headers and where to look for what they include.
type tree struct {
	name    string
	headers []string // as in #include <…>, sorted
	system  []string
	modes   []gnuism.Mode // to ask it in, besides _GNU_SOURCE
	lenient bool          // a header that can't be parsed alone is left out
}

// machine is the one that the tables are derived for.
const machine = "x86_64"

// glibcDirs are the directories of glibc's and the kernel's headers.
func glibcDirs(m musl.Machine) []string {
	return []string{filepath.Join("/usr/include", m.GNU), "/usr/include"}
}

// glibcHeaders lists what libc6-dev installs, without its private parts.
func glibcHeaders(m musl.Machine) (tree, error) {
	headers, err := packageHeaders("libc6-dev", m, func(h string) bool {
		return !strings.HasPrefix(h, "bits/") && !strings.HasPrefix(h, "finclude/") &&
			!strings.HasPrefix(h, "gnu/stubs") && !strings.HasPrefix(h, "sys/platform/")
	})
	if err != nil {
		return tree{}, err
	}
	own, err := cparse.CompilerHeaders()
	return tree{name: "glibc", headers: headers, modes: gnuism.AllModes, system: append([]string{own}, glibcDirs(m)...)}, err
}

// kernelHeaders lists what linux-libc-dev installs for user space, to be read
// on top of musl's headers: what shows there shows on a musl system.
func kernelHeaders(m musl.Machine, muslDir string) (tree, error) {
	headers, err := packageHeaders("linux-libc-dev", m, func(h string) bool {
		return !strings.HasPrefix(h, "asm-generic/")
	})
	if err != nil {
		return tree{}, err
	}
	return tree{name: "linux", headers: headers, system: append([]string{muslDir}, glibcDirs(m)...), lenient: true}, nil
}

func packageHeaders(pkg string, m musl.Machine, keep func(string) bool) ([]string, error) {
	out, err := exec.Command("dpkg", "-L", pkg).Output()
	if err != nil {
		return nil, fmt.Errorf("list the files of %s: %w (install it)", pkg, err)
	}
	var headers []string
	for _, path := range strings.Fields(string(out)) {
		if !strings.HasSuffix(path, ".h") {
			continue
		}
		for _, dir := range glibcDirs(m) {
			if h, ok := strings.CutPrefix(path, dir+"/"); ok {
				if keep(h) {
					headers = append(headers, h)
				}
				break
			}
		}
	}
	slices.Sort(headers)
	return slices.Compact(headers), nil
}

// muslHeaders lists an installed include directory of musl.
func muslHeaders(dir string) (tree, error) {
	t := tree{name: "musl", modes: gnuism.AllModes, system: []string{dir}}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".h") {
			return err
		}
		h, _ := filepath.Rel(dir, path)
		if !strings.HasPrefix(h, "bits/") {
			t.headers = append(t.headers, h)
		}
		return nil
	})
	slices.Sort(t.headers)
	return t, err
}
