package inspect

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/store"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/headers"
	"github.com/spf13/cobra"
)

// Report is the verb report.
func Report() *cobra.Command {
	var o job.Options
	var asJSON bool
	var root string
	var format *string
	cmd := &cobra.Command{
		Use:   "report [OPTION...]",
		Short: "which packages depend on libwildebeest, and why",
		Long: `Report which packages of the recipes depend on libwildebeest, in what the recipe
declares, in what the scan of the sources found and in what the installed
binaries contain, and how this changed. With --root, report on the packages of a
root that stage3 --root made, which has a ledger of its own beside it.`,
		Example: "bootstrap report --format markdown > libwildebeest.md",
		Args:    frame.None,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if asJSON {
				*format = "json"
			}
			return runReport(cmd, &o, root, *format)
		},
	}
	format = frame.Choice(cmd, "format", "text", ledger.Formats.Names(), "the report's `FORMAT`: "+strings.Join(ledger.Formats.Names(), ", "))
	cmd.Flags().BoolVar(&asJSON, "json", false, "as --format json")
	cmd.Flags().StringVar(&root, "root", "", "report on the packages of the root in `DIR` (default: those of the recipes)")
	cmd.MarkFlagDirname("root")
	o.AddState(cmd)
	o.AddRecipes(cmd)
	return cmd
}

func runReport(cmd *cobra.Command, o *job.Options, root, format string) error {
	if root != "" {
		return reportRoot(cmd.OutOrStdout(), root, format)
	}
	recipes, err := o.LoadRecipes()
	if err != nil {
		return err
	}
	state, err := o.OpenState()
	if err != nil {
		return err
	}
	book, err := ledger.Open(state.Ledger())
	if err != nil {
		return err
	}
	return WriteReport(cmd.OutOrStdout(), book, recipes.Names(), format)
}

// reportRoot reports on the packages of a root elsewhere.
func reportRoot(w io.Writer, root, format string) error {
	root, err := filepath.Abs(root)
	if err != nil {
		return err
	}
	if _, err := os.Stat(store.LedgerOf(root)); err != nil {
		return fmt.Errorf("no ledger beside the root: %w; `bootstrap stage3 --root DIR` writes one; the state's own root is reported on without --root", err)
	}
	book, err := ledger.Open(store.LedgerOf(root))
	if err != nil {
		return err
	}
	return WriteReport(w, book, book.Names(), format)
}

// WriteReport writes the report of the named packages in a format that
// ledger.Formats has.
func WriteReport(w io.Writer, book *ledger.Ledger, names []string, format string) error {
	if err := ledger.Formats.Check(format); err != nil {
		return err
	}
	modules, err := headers.Modules()
	if err != nil {
		return err
	}
	macroOnly := func(name string) bool {
		return slices.ContainsFunc(modules, func(m headers.Module) bool { return m.Name == name && m.MacroOnly() })
	}
	return frame.Output(0, ledger.Formats.Write(w, format, book.Make(names, macroOnly)))
}
