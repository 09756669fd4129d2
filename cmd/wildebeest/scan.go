package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/cmd/internal/statusline"
	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/internal/regular"
	"github.com/serpent-os/wildebeest/wildebeest/delta"
	"github.com/serpent-os/wildebeest/wildebeest/fix"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/scan"
	"github.com/serpent-os/wildebeest/wildebeest/srctree"
	"github.com/spf13/cobra"
)

func scanVerb() *cobra.Command {
	o := new(scanOptions)
	cmd := &cobra.Command{
		Use:   "scan [OPTION...] TREE...",
		Short: "what C sources need beyond musl",
		Long: `Report what the C sources of a tree need beyond musl, and what to do about it.
TREE is a directory, a tar archive (plain, gz, bz2, xz, zst), a Debian .dsc with
its tarballs beside it, a C file, a pattern for these, or - for a C source on
standard input. Nothing is unpacked to disk. Several C files are one tree.

Options may stand in a .wildebeest.yaml of the tree, or of the working directory
for files, as in "target: musl-1.2.5" and "exclude: [tests]". What the command
line says comes first.`,
		Example: `$ wildebeest scan --summary audit-3.0.9
audit-3.0.9: to build needs module cdefs; …`,
		Annotations: frame.ExitStatus("0 done, 1 --fail-on found something, 2 failed or a wrong command line"),
		Args:        frame.Some("tree"),
		RunE:        func(cmd *cobra.Command, args []string) error { return runScan(cmd, o, args) },
	}
	o.add(cmd)
	return cmd
}

func runScan(cmd *cobra.Command, o *scanOptions, args []string) error {
	trees, err := o.trees(args)
	if err != nil {
		return err
	}
	if err := o.configure(cmd, trees[0].settings); err != nil {
		return err
	}
	status := statusline.New(cmd.ErrOrStderr())
	if status.Terminal() {
		o.scan.Progress = func(done, total int) { status.Show(fmt.Sprintf("scanned %d of %d files", done, total)) }
	}
	var reports []*report.Report
	for _, t := range trees {
		r, err := o.run(cmd, t)
		status.Clear()
		if err != nil {
			return err
		}
		reports = append(reports, r)
	}
	r := report.Merge(reports)
	r.Within = within(trees)
	if err := o.triage(r); err != nil {
		return err
	}
	if o.fix || *o.format == patchFormat {
		files, err := mend(trees, r)
		if err == nil && o.fix {
			err = store(files)
		}
		if err != nil {
			return err
		}
		if *o.format == patchFormat {
			return frame.Output(0, fix.WritePatch(cmd.OutOrStdout(), files))
		}
		fmt.Fprintf(cmd.ErrOrStderr(), "wildebeest: scan: %d files mended\n", len(files))
	}
	r.All = o.all || o.from != "" // of an upgrade, each place is news
	write := report.Formats[*o.format]
	if o.summary && *o.format == "text" {
		write = (*report.Report).SummaryText
	}
	if *o.format == "text" && coloured(cmd.OutOrStdout()) {
		write = inColour(write)
	}
	if err := frame.Output(0, write(r, cmd.OutOrStdout())); err != nil {
		return err
	}
	if o.fails(r) {
		return frame.Exit(exitFound)
	}
	return nil
}

// run scans a tree, for one release or for an upgrade.
func (o *scanOptions) run(cmd *cobra.Command, t tree) (*report.Report, error) {
	options, err := o.complete(t.name)
	if err != nil {
		return nil, err
	}
	ctx := cmd.Context()
	var r *report.Report
	switch {
	case o.from != "":
		r, err = delta.Tree(ctx, t.name, o.from, o.to, options)
	case t.open == nil:
		r, err = scan.Tree(ctx, t.name, options)
	default:
		var src srctree.Source
		if src, err = t.open(cmd.InOrStdin()); err != nil {
			return nil, fmt.Errorf("scan %s: %w", t.name, err)
		}
		r, err = scan.Source(ctx, src, options)
	}
	if err != nil {
		return nil, err
	}
	if err := r.Exclude(o.exclude); err != nil {
		return nil, frame.Usagef("--exclude: %v", err)
	}
	return r, nil
}

// triage leaves out what the options ignore and what the baseline knows, and writes a
// new baseline.
func (o *scanOptions) triage(r *report.Report) error {
	r.Ignore(*o.ignore)
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

// complete turns the flags into the options of the scan of a tree.
func (o *scanOptions) complete(tree string) (scan.Options, error) {
	options := o.scan
	if o.scan.Jobs < 0 {
		return options, frame.Usagef("--jobs %d: want at least 1", o.scan.Jobs)
	}
	if o.commands != "" {
		compiled, err := scan.Commands(o.commands, tree)
		if err != nil {
			return options, fmt.Errorf("read the compile commands: %w", err)
		}
		options.Defines, options.Include = slices.Concat(o.scan.Defines, compiled.Defines), slices.Concat(o.scan.Include, compiled.Include)
		options.Std = cmp.Or(o.scan.Std, compiled.Std)
		if len(compiled.Units) > 0 {
			options.Units = compiled.Units
		} else if compiled.Files > 0 {
			return options, fmt.Errorf("read the compile commands: %s: no command compiles a file of %s", o.commands, tree)
		}
	}
	options.Precise, options.Skip = scan.Precision(*o.precise), *o.skip
	if dir, err := os.UserCacheDir(); err == nil && !o.noCache {
		options.Cache = filepath.Join(dir, "wildebeest", "scan")
	}
	return options, nil
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
