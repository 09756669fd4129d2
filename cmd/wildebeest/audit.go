package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/internal/printable"
	"github.com/serpent-os/wildebeest/wildebeest/audit"
	"github.com/spf13/cobra"
)

func auditVerb() *cobra.Command {
	return &cobra.Command{
		Use:   "audit PATH...",
		Short: "which modules of libwildebeest a program or a root contains",
		Long: `Print the modules of libwildebeest that an ELF file, or every ELF file below a
directory, contains. Modules that have only macros and declarations leave no
trace in a binary: see the scan of the source for those. A damaged file is
reported, and the others are read all the same; the exit status is then 2.`,
		Example: "wildebeest audit /usr/sbin/auditd",
		Args:    frame.Some("path"),
		RunE:    runAudit,
	}
}

func runAudit(cmd *cobra.Command, paths []string) error {
	status := frame.ExitOK
	for _, path := range paths {
		for _, err := range auditPath(path, cmd.OutOrStdout()) {
			frame.Complain(cmd.ErrOrStderr(), cmd, err)
			status = exitFailure
		}
		if err := cmd.Context().Err(); err != nil {
			return err
		}
	}
	return frame.Code(status)
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
	_, err := fmt.Fprintf(w, "%s: %s\n", printable.Name(path), printable.Line(strings.Join(modules, " ")))
	return err
}
