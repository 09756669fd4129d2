package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/cmd/internal/statusline"
	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/internal/regular"
	"github.com/serpent-os/wildebeest/wildebeest/delta"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/scan"
	"github.com/spf13/cobra"
)

func scanVerb() *cobra.Command {
	o := new(scanOptions)
	cmd := &cobra.Command{
		Use:   "scan [OPTION...] TREE",
		Short: "what C sources need beyond musl",
		Long: `Report what the C sources of a tree need beyond musl, and what to do about it.
TREE is a directory, a tar archive (plain, gz, bz2, xz, zst), a Debian .dsc with
its tarballs beside it, or one C file. Nothing is unpacked to disk.`,
		Example: `$ wildebeest scan --summary audit-3.0.9
audit-3.0.9: to build needs modules cdefs, string; …`,
		Annotations: frame.ExitStatus("0 done, 1 --fail-on found something, 2 failed or a wrong command line"),
		Args:        frame.One("tree"),
		RunE:        func(cmd *cobra.Command, args []string) error { return runScan(cmd, o, args[0]) },
	}
	o.add(cmd)
	return cmd
}

func runScan(cmd *cobra.Command, o *scanOptions, tree string) error {
	if err := o.complete(tree); err != nil {
		return err
	}
	status := statusline.New(cmd.ErrOrStderr())
	if status.Terminal() {
		o.scan.Progress = func(done, total int) { status.Show(fmt.Sprintf("scanned %d of %d files", done, total)) }
	}
	r, err := o.run(cmd.Context(), tree)
	status.Clear()
	if err != nil {
		return err
	}
	if err := o.triage(r); err != nil {
		return err
	}
	r.All = o.all || o.from != "" // of an upgrade, each place is news
	write := report.Formats[*o.format]
	if o.summary && *o.format == "text" {
		write = (*report.Report).SummaryText
	}
	if err := frame.Output(0, write(r, cmd.OutOrStdout())); err != nil {
		return err
	}
	if o.fails(r) {
		return frame.Exit(exitFound)
	}
	return nil
}

// run scans the tree, for one release or for an upgrade.
func (o *scanOptions) run(ctx context.Context, tree string) (*report.Report, error) {
	if o.from != "" {
		return delta.Tree(ctx, tree, o.from, o.to, o.scan)
	}
	return scan.Tree(ctx, tree, o.scan)
}

// triage leaves out what the options exclude and what the baseline knows, and writes a
// new baseline.
func (o *scanOptions) triage(r *report.Report) error {
	if err := r.Exclude(o.exclude); err != nil {
		return frame.Usagef("--exclude: %v", err)
	}
	if o.writeBaseline != "" {
		text, err := r.Baseline().JSON()
		if err == nil {
			err = durable.WriteFile(o.writeBaseline, text, 0o666)
		}
		if err != nil {
			return fmt.Errorf("write the baseline: %w", err)
		}
	}
	if o.baseline == "" {
		return nil
	}
	text, err := regular.Read(o.baseline, maxBaseline)
	if err != nil {
		return fmt.Errorf("read the baseline: %w", err)
	}
	known, err := report.ReadBaseline(text)
	if err != nil {
		return fmt.Errorf("read the baseline: %s: %w", o.baseline, err)
	}
	r.Without(known)
	return nil
}

// maxBaseline bounds a baseline file, in bytes.
const maxBaseline = 64 << 20

// complete turns the flags into the scan's options.
func (o *scanOptions) complete(tree string) error {
	if o.scan.Jobs < 0 {
		return frame.Usagef("--jobs %d: want at least 1", o.scan.Jobs)
	}
	if o.commands != "" {
		compiled, err := scan.Commands(o.commands, tree)
		if err != nil {
			return fmt.Errorf("read the compile commands: %w", err)
		}
		o.scan.Defines, o.scan.Include = append(o.scan.Defines, compiled.Defines...), append(o.scan.Include, compiled.Include...)
		o.scan.Std = cmp.Or(o.scan.Std, compiled.Std)
	}
	o.scan.Precise, o.scan.Skip = scan.Precision(*o.precise), *o.skip
	if dir, err := os.UserCacheDir(); err == nil && !o.noCache {
		o.scan.Cache = filepath.Join(dir, "wildebeest", "scan")
	}
	return nil
}

// fails reports whether the report holds what --fail-on names.
func (o *scanOptions) fails(r *report.Report) bool {
	return slices.ContainsFunc(r.Findings, func(f report.Finding) bool {
		if slices.Contains(*o.failOn, f.Rule) && f.Level != report.Only || slices.Contains(*o.failOn, f.Level) {
			return true
		}
		return f.Needed() && (slices.Contains(*o.failOn, "any") || slices.Contains(*o.failOn, f.Remedy.Kind))
	})
}
