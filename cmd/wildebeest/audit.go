package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/audit"
)

const auditUsage = `usage: wildebeest audit PATH...

Which modules of libwildebeest an ELF file, or every ELF file below a
directory, really contains. Modules of macros alone leave no trace in a binary;
the scan of the source tells of those. A broken file is told and the others are
read all the same; the exit code is then 2.

example:
  wildebeest audit /usr/sbin/auditd
`

func auditFiles(ctx context.Context, _ io.Reader, stdout, stderr io.Writer, args []string) int {
	if len(args) == 1 && (args[0] == "-h" || args[0] == "--help") {
		fmt.Fprint(stdout, auditUsage)
		return exitOK
	}
	if len(args) == 0 {
		fmt.Fprintf(stderr, "wildebeest: audit: want a path\n%s", auditUsage)
		return exitTrouble
	}
	code := exitOK
	for _, path := range args {
		for _, err := range auditPath(path, stdout) {
			fmt.Fprintf(stderr, "wildebeest: %v\n", err)
			code = exitTrouble
		}
		if ctx.Err() != nil {
			return exitTrouble
		}
	}
	return code
}

// auditPath writes the modules of a file, or of every file below a directory,
// and returns what went wrong on the way.
func auditPath(path string, stdout io.Writer) []error {
	info, err := os.Stat(path)
	if err != nil {
		return []error{fmt.Errorf("audit: %w", err)}
	}
	if !info.IsDir() {
		modules, err := audit.File(path)
		if err == nil {
			err = writeModules(stdout, path, modules)
		}
		return errorsIn(err)
	}
	found, err := audit.Tree(path)
	for _, name := range slices.Sorted(maps.Keys(found)) {
		if err := writeModules(stdout, path+"/"+name, found[name]); err != nil {
			return []error{err}
		}
	}
	if err == nil && len(found) == 0 {
		err = writeModules(stdout, path, nil)
	}
	return errorsIn(err)
}

// errorsIn takes joined errors apart.
func errorsIn(err error) []error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		return joined.Unwrap()
	}
	if err == nil {
		return nil
	}
	return []error{err}
}

func writeModules(w io.Writer, path string, modules []string) error {
	if len(modules) == 0 {
		modules = []string{"none"}
	}
	_, err := fmt.Fprintf(w, "%s: %s\n", path, strings.Join(modules, " "))
	return err
}
