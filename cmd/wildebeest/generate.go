package main

import (
	"fmt"

	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/wildebeest/generate"
	"github.com/spf13/cobra"
)

func generateVerb() *cobra.Command {
	var output string
	var only []string
	var dropIn bool
	cmd := &cobra.Command{
		Use:   "generate -o DIR [OPTION...]",
		Short: "write libwildebeest: headers, sources, Makefile, .pc files",
		Long: `Write libwildebeest below a directory, which must be new or empty: overlay
headers, sources, a Makefile and a .pc file per module. Nothing there needs Go.

With --drop-in, make also installs the names under which packages look for the
shims of musl distributions, as -largp, -lfts, -lobstack, -lexecinfo, -lucontext
and -lrpmatch, their .pc files, and argp.h, sys/queue.h and the like beside the
C library's headers. Each is a name for the same code.`,
		Example: `wildebeest generate -o libwildebeest --only argp,fts
wildebeest generate -o libwildebeest --drop-in
make -C libwildebeest CC=clang AR=llvm-ar install DESTDIR=/tmp/root`,
		Args: frame.None,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if output == "" {
				return frame.Required("-o DIR")
			}
			return runGenerate(cmd, output, only, dropIn)
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "write below `DIR`")
	cmd.Flags().StringSliceVar(&only, "only", nil, "write only `MODULE,...` and the modules they require")
	cmd.Flags().BoolVar(&dropIn, "drop-in", false, "also install the names of distributions' shim packages")
	cmd.MarkFlagDirname("output")
	cmd.RegisterFlagCompletionFunc("only", completeModules)
	return cmd
}

func runGenerate(cmd *cobra.Command, output string, only []string, dropIn bool) error {
	modules, err := chosenModules(only)
	if err != nil {
		return err
	}
	if err := generate.Tree(output, modules); err != nil {
		return err
	}
	if dropIn {
		if err := generate.DropIn(output, modules); err != nil {
			return err
		}
	}
	return frame.Output(fmt.Fprintf(cmd.OutOrStdout(), "%s: %d modules\n", output, len(modules)))
}

// chosenModules are the named modules with what they require, or all.
func chosenModules(names []string) ([]headers.Module, error) {
	modules, err := headers.Modules()
	if err != nil || len(names) == 0 {
		return modules, err
	}
	return headers.Closure(modules, names)
}

func completeModules(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	modules, err := headers.Modules()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var found []cobra.Completion
	for _, m := range modules {
		found = append(found, cobra.CompletionWithDesc(m.Name, m.Summary))
	}
	return found, cobra.ShellCompDirectiveNoFileComp
}
