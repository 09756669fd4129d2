// Package edit has the verbs of bootstrap that change recipes.
package edit

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/serpent-os/wildebeest/bootstrap/draft"
	"github.com/serpent-os/wildebeest/bootstrap/driver"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/internal/fetch"
	"github.com/spf13/cobra"
)

// Update is the verb update.
func Update() *cobra.Command {
	var o job.Options
	cmd := &cobra.Command{
		Use:   "update [OPTION...] RECIPE VERSION",
		Short: "give a recipe another version, with its tarballs' hashes",
		Long: `Fetch the tarballs of another version and rewrite the recipe: its version, the
locations and hashes of its upstreams, and its release, which is 1 again. All
else stays as it is written, comments too. With the version that the recipe has,
the hashes are taken anew.

RECIPE is a package, a stone.yaml or its directory. The project's own recipes
are found from the top of its source tree.`,
		Example: "bootstrap update zlib 1.3.1",
		Args:    frame.Exactly(2, "RECIPE VERSION"),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, word string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return o.CompletePackages(cmd, args, word)
		},
		RunE: func(cmd *cobra.Command, args []string) error { return runUpdate(cmd, &o, args[0], args[1]) },
	}
	o.AddState(cmd)
	o.AddRecipes(cmd)
	return cmd
}

func runUpdate(cmd *cobra.Command, o *job.Options, name, version string) error {
	r, err := find(o, name)
	if err != nil {
		return err
	}
	state, err := o.OpenState()
	if err != nil {
		return err
	}
	h := hasher{cmd.Context(), driver.Sources(state)}
	text, err := r.Update(version, func(u recipe.Upstream) (string, error) {
		sum, err := h.hash(u)
		if err == nil {
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s  %s\n", sum, fetch.Redacted(u.Location))
		}
		return sum, err
	})
	if err != nil {
		return err
	}
	if bytes.Equal(text, r.Text) {
		return frame.Output(fmt.Fprintf(cmd.OutOrStdout(), "%s: nothing to change\n", r.File))
	}
	info, err := os.Stat(r.File)
	if err != nil {
		return err
	}
	if err := durable.WriteFile(r.File, text, info.Mode().Perm()); err != nil {
		return err
	}
	return frame.Output(fmt.Fprintf(cmd.OutOrStdout(), "%s: %s is now %s\n", r.File, r.Version, version))
}

// find is the recipe that is named, which has to be a file.
func find(o *job.Options, name string) (*recipe.Recipe, error) {
	names, files := job.Named([]string{name})
	set, err := o.LoadRecipes(files...)
	if err != nil {
		return nil, err
	}
	wanted, err := job.Chosen(set, names, files)
	if err != nil {
		return nil, err
	}
	r := wanted[0]
	if err := r.Mistakes.Err(); err != nil {
		return nil, err
	}
	if text, err := os.ReadFile(r.File); err != nil || !bytes.Equal(text, r.Text) {
		return nil, fmt.Errorf("%s: the recipe is a part of this program, and there is no such file here; name its stone.yaml, or lay your own over it with --recipes", r.File)
	}
	return r, nil
}

// A hasher finds the hashes of upstreams.
type hasher struct {
	ctx     context.Context
	sources *draft.Finder
}

func (h hasher) hash(u recipe.Upstream) (string, error) {
	debian := u.Debian()
	if debian == "" {
		return h.sources.Cache.FetchNew(h.ctx, u.Location, u.FileName())
	}
	if h.sources.Apt == nil {
		return "", errors.New(u.Location + ": this machine has no apt to ask Debian's archive with; write the hash by hand")
	}
	name, version := u.DebianVersion()
	return h.sources.Apt.Orig(h.ctx, name, version)
}
