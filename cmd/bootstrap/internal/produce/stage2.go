// Package produce has the verbs of bootstrap that build: stage2, stage3, probe,
// verify and sysroot.
package produce

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/stage2"
	"github.com/serpent-os/wildebeest/bootstrap/store"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/progress"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/spf13/cobra"
)

// Stage2 is the verb stage2.
func Stage2() *cobra.Command {
	var o job.Options
	var from, compiler string
	var update bool
	cmd := &cobra.Command{
		Use:   "stage2 --from RELEASE [OPTION...]",
		Short: "assemble the stage2 tools from a distribution's packages",
		Long: `Assemble the stage2 tools (compiler, make, shell, ...) from packages of a
distribution. They are unpacked into the state directory, not installed. Where
they are there already, nothing is done. RELEASE is debian for the release of
this machine, or one of those that the option lists.`,
		Example: "bootstrap stage2 --from debian",
		Args:    frame.None,
		RunE: func(cmd *cobra.Command, _ []string) error {
			release, err := stage2.ParseRelease(from)
			if err != nil {
				return frame.Usagef("--from: %w; a tree of your own needs no assembling: use stage3 --stage2 DIR", err)
			}
			if compiler != "" {
				if release, err = release.WithCompiler(compiler); err != nil {
					return frame.Usagef("--compiler: %w", err)
				}
			}
			return runStage2(cmd, &o, release, update)
		},
	}
	o.AddState(cmd)
	cmd.Flags().StringVar(&from, "from", "", "take the packages of this `RELEASE`: "+strings.Join(releases(), ", "))
	cmd.Flags().StringVar(&compiler, "compiler", "", "take clang and lld of `VERSION` (default: the release's own): "+strings.Join(compilers(), "; "))
	cmd.Flags().BoolVar(&update, "update", false, "look for newer packages")
	cmd.RegisterFlagCompletionFunc("from", cobra.FixedCompletions(releases(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// releases are the values of --from.
func releases() []string {
	names := []string{"debian"}
	for _, r := range stage2.Releases() {
		names = append(names, r.String())
	}
	return names
}

// compilers are the values of --compiler, by release.
func compilers() []string {
	var lines []string
	for _, r := range stage2.Releases() {
		lines = append(lines, r.String()+" has "+strings.Join(r.Compilers(), ", "))
	}
	return lines
}

func runStage2(cmd *cobra.Command, o *job.Options, release stage2.Release, update bool) error {
	state, err := o.OpenState()
	if err != nil {
		return err
	}
	show := progress.New(cmd.OutOrStdout(), cmd.Name())
	defer show.Close()
	// Nothing to write, so another run may go on meanwhile.
	if tree := stage2.Ready(state.Stage2(), release); tree != nil && !update {
		show.Done(isThere(tree))
		return nil
	}
	if err := state.Lock(); err != nil {
		return err
	}
	defer state.Unlock()
	packages, err := release.Manager(state.Apt())
	if err != nil {
		return fmt.Errorf("--from %s: %w", release, err)
	}
	return assemble(cmd.Context(), state, release, packages, update, show)
}

// assemble makes the tree in a state that is locked.
func assemble(ctx context.Context, state *store.State, release stage2.Release, packages stage2.PackageManager, update bool, show *progress.Display) error {
	begin := time.Now()
	before, _ := stage2.Current(state.Stage2())
	tree, err := stage2.Assemble(ctx, release, packages, state.Stage2(), update, show.Doing)
	if err != nil {
		return err
	}
	if before != nil && before.Key == tree.Key {
		show.Done(isThere(tree))
		return nil
	}
	show.Done(fmt.Sprintf("%s assembled from %d packages in %.1f s", tree.Key, len(tree.Packages), time.Since(begin).Seconds()))
	return nil
}

func isThere(tree *stage2.Tree) string {
	return fmt.Sprintf("%s is there (%d packages)", tree.Key, len(tree.Packages))
}
