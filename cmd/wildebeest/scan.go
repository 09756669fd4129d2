package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/serpent-os/wildebeest/cmd/internal/statusline"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
	"github.com/serpent-os/wildebeest/wildebeest/scan"
	"github.com/spf13/pflag"
)

const scanUsage = `usage: wildebeest scan [OPTION...] TREE

TREE is a directory, a tar archive (plain, gz, bz2, xz, zst), a Debian .dsc with
its tarballs beside it, or one C file. Nothing is unpacked to disk.

  --format FORMAT     text (the default), json or sarif
  --summary           the summary alone
  --fail-on LIST      exit 1 where something needed is found: any, shim,
                      include, config, alternative, none, or ids of rules
  --target RELEASE    musl-1.1.24 ... musl-1.2.5 (the default)
  --precise WHEN      ask the parser auto (where the lexer is unsure, the
                      default), always or never
  --config FILE       a config.h of the tree: what it says of HAVE_X holds;
                      without it, what configure would find on musl
  --compile-commands FILE
                      take -D, -I and -std= from a compile_commands.json
  --std STD           the -std= of every file, such as c99; without it, what the
                      build files say
  -D NAME[=VALUE]     a macro that every file is compiled with
  -I DIR              a directory of #include, relative to TREE
  --skip LIST         leave out generated files, vendored trees, or both
  --jobs N            files read at a time; one per processor by default
  --no-cache          scan again even if nothing has changed

exit codes: 0 done, 1 --fail-on found something, 2 trouble

example:
  wildebeest scan --summary audit-3.0.9
  audit-3.0.9: needs module cdefs
`

// scanOptions are the flags of the verb.
type scanOptions struct {
	scan     scan.Options
	format   string
	summary  bool
	failOn   []string
	commands string
	precise  string
	noCache  bool
}

func scanFlags(o *scanOptions) *pflag.FlagSet {
	flags := pflag.NewFlagSet("scan", pflag.ContinueOnError)
	flags.Usage = func() {}
	flags.SetOutput(io.Discard)
	flags.StringVar(&o.format, "format", "text", "")
	flags.BoolVar(&o.summary, "summary", false, "")
	flags.StringSliceVar(&o.failOn, "fail-on", nil, "")
	flags.StringVar(&o.scan.Target, "target", "", "")
	flags.StringVar(&o.precise, "precise", "auto", "")
	flags.StringArrayVar(&o.scan.Config, "config", nil, "")
	flags.StringVar(&o.commands, "compile-commands", "", "")
	flags.StringVar(&o.scan.Std, "std", "", "")
	flags.StringArrayVarP(&o.scan.Defines, "define", "D", nil, "")
	flags.StringArrayVarP(&o.scan.Include, "include", "I", nil, "")
	flags.StringSliceVar(&o.scan.Skip, "skip", nil, "")
	flags.IntVar(&o.scan.Jobs, "jobs", 0, "")
	flags.BoolVar(&o.noCache, "no-cache", false, "")
	return flags
}

// check returns what is wrong with the options.
func (o *scanOptions) check(args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("want one tree, have %d", len(args))
	}
	for _, c := range []struct {
		option string
		given  []string
		known  []string
	}{
		{"--format", []string{o.format}, report.Formats.Names()},
		{"--precise", []string{o.precise}, []string{"auto", "always", "never"}},
		{"--skip", o.scan.Skip, []string{scan.SkipGenerated, scan.SkipVendored}},
		{"--fail-on", o.failOn, failures()},
	} {
		for _, g := range c.given {
			if !slices.Contains(c.known, g) {
				return fmt.Errorf("%s knows no %q; it knows %s", c.option, g, strings.Join(c.known, ", "))
			}
		}
	}
	if o.scan.Jobs < 0 {
		return fmt.Errorf("--jobs %d: want at least 1", o.scan.Jobs)
	}
	return nil
}

// failures lists what --fail-on takes.
func failures() []string {
	out := []string{"any", gnuism.Shim, gnuism.Include, gnuism.Config, gnuism.Alternative, gnuism.None}
	out = append(out, report.DatabaseRules()...)
	for _, r := range rules.All() {
		out = append(out, r.ID)
	}
	return out
}

func scanTree(ctx context.Context, _ io.Reader, stdout, stderr io.Writer, args []string) int {
	var o scanOptions
	flags := scanFlags(&o)
	err := flags.Parse(args)
	if errors.Is(err, pflag.ErrHelp) {
		fmt.Fprint(stdout, scanUsage)
		return exitOK
	}
	if err == nil {
		err = o.check(flags.Args())
	}
	if err != nil {
		fmt.Fprintf(stderr, "wildebeest: scan: %v\nwildebeest scan --help says more\n", err)
		return exitTrouble
	}
	tree := flags.Arg(0)
	if o.commands != "" {
		compiled, err := scan.Commands(o.commands, tree)
		if err != nil {
			fmt.Fprintf(stderr, "wildebeest: scan: read the compile commands: %v\n", err)
			return exitTrouble
		}
		o.scan.Defines, o.scan.Include = append(o.scan.Defines, compiled.Defines...), append(o.scan.Include, compiled.Include...)
		o.scan.Std = cmp.Or(o.scan.Std, compiled.Std)
	}
	o.scan.Precise = scan.Precision(o.precise)
	if dir, err := os.UserCacheDir(); err == nil && !o.noCache {
		o.scan.Cache = filepath.Join(dir, "wildebeest", "scan")
	}
	status := statusline.New(stderr)
	if status.Terminal() {
		o.scan.Progress = func(done, total int) { status.Show(fmt.Sprintf("scanned %d of %d files", done, total)) }
	}
	r, err := scan.Tree(ctx, tree, o.scan)
	status.Clear()
	if err != nil {
		fmt.Fprintf(stderr, "wildebeest: %v\n", err)
		return exitTrouble
	}
	write := report.Formats[o.format]
	if o.summary && o.format == "text" {
		write = (*report.Report).SummaryText
	}
	if err := write(r, stdout); err != nil {
		if errors.Is(err, syscall.EPIPE) {
			return exitBroken
		}
		fmt.Fprintf(stderr, "wildebeest: write the report: %v\n", err)
		return exitTrouble
	}
	if o.fails(r) {
		return exitFound
	}
	return exitOK
}

// fails reports whether the report holds what --fail-on names.
func (o *scanOptions) fails(r *report.Report) bool {
	return slices.ContainsFunc(r.Findings, func(f report.Finding) bool {
		if slices.Contains(o.failOn, f.Rule) && !f.Fallback {
			return true
		}
		return f.Needed() && (slices.Contains(o.failOn, "any") || slices.Contains(o.failOn, f.Remedy.Kind))
	})
}
