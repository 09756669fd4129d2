package produce

import (
	"fmt"
	"path/filepath"

	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/spf13/cobra"
)

// sysrootPackages are what a program needs to be compiled for and linked to.
var sysrootPackages = []string{"linux-headers", "musl"}

// Sysroot is the verb sysroot.
func Sysroot() *cobra.Command {
	var o job.Options
	var output string
	cmd := &cobra.Command{
		Use:   "sysroot -o DIR [OPTION...]",
		Short: "write musl and the kernel's headers, to compile against",
		Long: `Build musl and install it with the kernel's headers into a directory, to compile
against and link to. It is replaced when it is out of date.`,
		Example: `bootstrap sysroot -o /tmp/sysroot
clang --sysroot /tmp/sysroot --target=x86_64-linux-musl -c hello.c`,
		Args: frame.None,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if output == "" {
				return frame.Required("-o DIR")
			}
			return runSysroot(cmd, &o, output)
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to `DIR`")
	cmd.MarkFlagDirname("output")
	o.AddBuild(cmd)
	return cmd
}

func runSysroot(cmd *cobra.Command, o *job.Options, output string) error {
	dir, err := filepath.Abs(output)
	if err != nil {
		return err
	}
	j, err := job.Open(cmd, cmd.OutOrStdout(), o)
	if err != nil {
		return err
	}
	defer j.Close()
	plan, err := j.Plan(sysrootPackages...)
	if err != nil {
		return err
	}
	if _, err := j.Builder.Build(cmd.Context(), plan); err != nil {
		return err
	}
	changed, err := j.State.PublishTo(dir, plan)
	if err != nil {
		return err
	}
	if changed {
		j.Show.Done(fmt.Sprintf("%s is made of %d packages", dir, len(plan.Steps)))
	} else {
		j.Show.Done(dir + " is up to date")
	}
	return nil
}
