package edit

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/draft"
	"github.com/serpent-os/wildebeest/bootstrap/driver"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/internal/temporary"
	"github.com/spf13/cobra"
)

// New is the verb new.
func New() *cobra.Command {
	var o job.Options
	var output string
	cmd := &cobra.Command{
		Use:   "new [OPTION...] SOURCE",
		Short: "draft the recipe of a package that has none",
		Long: `Draft a recipe for a source, by its build system and what its build files look
for, and write it to DIR/NAME/stone.yaml. Nothing is built, and a recipe that is
there already stays as it is. What the draft can't know is said in comments.

` + strings.Join(frame.Wrap("SOURCE is "+draft.Forms+".", 80), "\n"),
		Example: "bootstrap new debian:pax",
		Args:    frame.Exactly(1, "SOURCE"),
		RunE:    func(cmd *cobra.Command, args []string) error { return runNew(cmd, &o, output, args[0]) },
	}
	o.AddState(cmd)
	o.AddRecipes(cmd)
	cmd.Flags().StringVarP(&output, "output", "o", "recipes", "write NAME/stone.yaml below `DIR`")
	cmd.MarkFlagDirname("output")
	return cmd
}

func runNew(cmd *cobra.Command, o *job.Options, output, named string) error {
	set, err := o.LoadRecipes()
	if err != nil {
		return err
	}
	state, err := o.OpenState()
	if err != nil {
		return err
	}
	sources := driver.Sources(state)
	found, err := sources.Find(cmd.Context(), named)
	if err != nil {
		return err
	}
	file := filepath.Join(output, found.Name, recipe.FileName)
	if _, err := os.Lstat(file); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: the recipe is there already; edit it, or write elsewhere with --output", file)
	}
	const prefix = "bootstrap-new-"
	if err := temporary.Sweep(os.TempDir(), prefix); err != nil {
		return err
	}
	work, err := temporary.NewDir(os.TempDir(), prefix)
	if err != nil {
		return err
	}
	defer work.Remove()
	dir, err := draft.Unpack(sources.Cache, found, work.Path)
	if err != nil {
		return err
	}
	d, err := draft.Of(cmd.Context(), found, dir, set)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	if err := durable.WriteFile(file, d.Text(), 0o644); err != nil {
		return err
	}
	return frame.Output(fmt.Fprintf(cmd.OutOrStdout(), "%s: %s %s, by %s\n", file, d.Name, d.Version, d.System.Name))
}
