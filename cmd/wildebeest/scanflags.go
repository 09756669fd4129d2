package main

import (
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/rules/all"
	"github.com/serpent-os/wildebeest/wildebeest/scan"
	"github.com/spf13/cobra"
)

// patchFormat is the format that mends instead of telling.
const patchFormat = "patch"

// scanOptions are the options of scan.
type scanOptions struct {
	scan                    scan.Options
	format                  *string
	all                     bool
	fix                     bool
	summary                 bool
	failOn                  *[]string
	skip                    *[]string
	ignore                  *[]string
	commands                string
	precise                 *string
	noCache                 bool
	from, to                string
	exclude                 []string
	baseline, writeBaseline string
}

func (o *scanOptions) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	formats := slices.Sorted(slices.Values(append(report.Formats.Names(), patchFormat)))
	o.format = frame.Choice(cmd, "format", "text", formats,
		"the report's `FORMAT`: "+strings.Join(formats, ", ")+"; patch is what --fix would do")
	flags.BoolVar(&o.fix, "fix", false, "add includes and write portable spellings in the sources, where that is mechanical, and report the rest")
	flags.BoolVar(&o.all, "all", false, "show every place in text, not one line for each remedy and cause")
	flags.BoolVar(&o.summary, "summary", false, "print the summary alone")
	o.failOn = frame.Choices(cmd, "fail-on", failures(),
		"exit 1 where something of this `LIST` is needed: any, shim, include, config, alternative, none, build, behave, unsure, or ids of rules")
	flags.StringVar(&o.scan.Target, "target", "",
		"the `RELEASE` of musl to build for, such as musl-1.2.3 (default: "+gnuism.Newest().String()+")")
	flags.StringVar(&o.scan.Kernel, "kernel", "",
		"the `RELEASE` of Linux whose headers are there: "+strings.Join(gnuism.Kernels(), ", ")+" (default: the last of these)")
	flags.StringVar(&o.from, "from", "", "with --to: say what an upgrade of musl or glibc from this `RELEASE` breaks and frees in the tree")
	flags.StringVar(&o.to, "to", "", "the `RELEASE` of the same library to upgrade to")
	o.precise = frame.Choice(cmd, "precise", "auto", []string{"auto", "always", "never"},
		"`WHEN` to parse a file: auto (where the lexer alone can't tell), always or never")
	flags.StringArrayVar(&o.scan.Config, "config", nil,
		"read HAVE_X from this config.h `FILE` of the tree; without it, they are what configure would find on musl")
	flags.StringVar(&o.commands, "compile-commands", "", "take -D, -I and -std= from a compile_commands.json `FILE`, and scan only what it compiles")
	flags.StringVar(&o.scan.Std, "std", "", "the standard `STD` for every file, such as c99; without it, what the build files say")
	flags.StringArrayVarP(&o.scan.Defines, "define", "D", nil, "define the macro `NAME[=VALUE]` in every file")
	flags.StringArrayVarP(&o.scan.Include, "include", "I", nil, "search `DIR`, relative to TREE, for #include")
	o.skip = frame.Choices(cmd, "skip", []string{scan.SkipGenerated, scan.SkipVendored},
		"leave out a `LIST` of generated (files) and vendored (trees)")
	flags.StringArrayVar(&o.exclude, "exclude", nil,
		"leave out findings of files, or below directories, that match `GLOB`, relative to TREE")
	o.ignore = frame.Choices(cmd, "ignore", ruleIDs(), "leave out findings of a `LIST` of rules, by their ids")
	flags.StringVar(&o.baseline, "baseline", "", "leave out the findings that this `FILE` knows")
	flags.StringVar(&o.writeBaseline, "write-baseline", "", "write all findings to a `FILE` for --baseline")
	flags.IntVar(&o.scan.Jobs, "jobs", 0, "read `N` files at a time (default: one per processor)")
	flags.BoolVar(&o.noCache, "no-cache", false, "scan again even if nothing has changed")
	for _, flag := range []string{"target", "from", "to"} {
		cmd.RegisterFlagCompletionFunc(flag, completeReleases)
	}
	cmd.MarkFlagsRequiredTogether("from", "to")
	cmd.MarkFlagsMutuallyExclusive("from", "target")
	cmd.MarkFlagsMutuallyExclusive("from", "fix")
	cmd.MarkFlagFilename("config", "h")
	cmd.MarkFlagFilename("compile-commands", "json")
}

// failures lists what --fail-on takes.
func failures() []string {
	out := []string{"any", gnuism.Shim, gnuism.Include, gnuism.Config, gnuism.Alternative, gnuism.None, report.Build, report.Behave, report.Unsure}
	return append(out, ruleIDs()...)
}

// ruleIDs lists the rules.
func ruleIDs() []string {
	out := report.DatabaseRules()
	for _, r := range all.Rules {
		out = append(out, r.ID)
	}
	return out
}

func completeReleases(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var found []cobra.Completion
	for _, r := range musl.Releases() {
		found = append(found, r.String())
	}
	return found, cobra.ShellCompDirectiveNoFileComp
}
