// Package selfcontained checks whether a root is self-contained: whether nothing
// in it refers to the tools that built it, which are missing when it runs.
package selfcontained

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/internal/printable"
	"github.com/serpent-os/wildebeest/internal/regular"
)

// Kinds of offences.
const (
	Interpreter = "interpreter" // a program's dynamic linker
	Rpath       = "rpath"       // where a program or library looks for libraries
	Needed      = "needed"      // a library that is not in the root
	Script      = "script"      // what a #! line names
	Link        = "link"        // a symbolic link's target
	Bytes       = "bytes"       // the path anywhere in a file
)

// An Offence is a reference of the root to the tools, or to a file that is missing.
type Offence struct {
	File string `json:"file"` // from the root: /usr/bin/x
	Kind string `json:"kind"`
	What string `json:"what"`
}

func (o Offence) String() string {
	return fmt.Sprintf("%s: %s %s", printable.Name(o.File), o.Kind, o.What)
}

type plainOffence Offence

// MarshalJSON writes the file as printable.Percent has it.
func (o Offence) MarshalJSON() ([]byte, error) {
	o.File = printable.Percent(o.File)
	return json.Marshal(plainOffence(o))
}

// Result is what a check found.
type Result struct {
	Offences []Offence `json:"offences"` // without those that the table excepts
	Excepted []Offence `json:"excepted"`
	// Untrue are rows of the table whose file exists and has no such offence.
	Untrue []Exception `json:"untrue"`
}

// Check examines every file of a root for references to the tools in the
// directory prefix, such as /serpent; /serpent-os is another name. The root's
// files are untrusted: no link is followed.
func Check(root, prefix string, table []Exception) (*Result, error) {
	c := &checker{root: root, prefix: prefix, names: make(map[string]bool)}
	var files []string
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && path != root {
			c.names[entry.Name()] = true
			files = append(files, path[len(root):])
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	buffer := newBuffer()
	for _, file := range files {
		if err := c.file(file, buffer); err != nil {
			return nil, fmt.Errorf("check %s: %w", filepath.Join(root, file), err)
		}
	}
	return except(c.found, files, table), nil
}

type checker struct {
	root, prefix string
	names        map[string]bool // base names of all files of the root
	found        []Offence
}

func (c *checker) add(file, kind, format string, args ...any) {
	c.found = append(c.found, Offence{file, kind, printable.Line(fmt.Sprintf(format, args...))})
}

func (c *checker) file(file string, buffer []byte) error {
	path := filepath.Join(c.root, file)
	info, err := os.Lstat(path)
	if err != nil {
		return err
	}
	switch {
	case info.Mode()&fs.ModeSymlink != 0:
		target, err := os.Readlink(path)
		if err != nil {
			return err
		}
		if c.refers(target) {
			c.add(file, Link, "→ %s", target)
		}
		return nil
	case !info.Mode().IsRegular():
		return nil
	}
	opened, err := regular.Open(path)
	if err != nil {
		return err
	}
	defer opened.Close()
	before := len(c.found)
	if err := c.head(file, opened, buffer[:headSize]); err != nil {
		return err
	}
	if slices.ContainsFunc(c.found[before:], func(o Offence) bool { return o.Kind != Needed }) {
		return nil // reported already, more precisely
	}
	text, err := search(opened, c.prefix, buffer)
	if err != nil {
		return err
	}
	if text != "" {
		c.add(file, Bytes, "%q", text)
	}
	return nil
}

// refers tells whether a text has the prefix as a path.
func (c *checker) refers(text string) bool { return index([]byte(text), c.prefix) >= 0 }

// library tells whether a library is part of musl, or a file of this name is
// anywhere in the root.
func (c *checker) library(name string) bool {
	// musl's own libraries by other names, as musl's ldso resolves them without a
	// file (observed on musl 1.2.3).
	base := strings.TrimSuffix(strings.SplitN(name, ".so", 2)[0], ".")
	if slices.Contains([]string{"libc", "libpthread", "librt", "libm", "libdl", "libutil", "libxnet"}, base) {
		return true
	}
	return c.names[filepath.Base(name)]
}
