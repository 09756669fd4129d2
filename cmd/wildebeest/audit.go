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
the scan of the source tells of those.

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
		if err := auditPath(path, stdout); err != nil {
			fmt.Fprintf(stderr, "wildebeest: %v\n", err)
			code = exitTrouble
		}
		if ctx.Err() != nil {
			return exitTrouble
		}
	}
	return code
}

func auditPath(path string, stdout io.Writer) error {
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("audit: %w", err)
	}
	found := make(map[string][]string)
	if info.IsDir() {
		if found, err = audit.Tree(path); err != nil {
			return err
		}
	} else {
		modules, err := audit.File(path)
		if err != nil {
			return err
		}
		if len(modules) > 0 {
			found[""] = modules
		}
	}
	if len(found) == 0 {
		_, err := fmt.Fprintf(stdout, "%s: none\n", path)
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(found)) {
		full := strings.TrimSuffix(path+"/"+name, "/")
		if _, err := fmt.Fprintf(stdout, "%s: %s\n", full, strings.Join(found[name], " ")); err != nil {
			return err
		}
	}
	return nil
}
