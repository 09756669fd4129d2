package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/serpent-os/wildebeest/wildebeest/scan"
	"github.com/spf13/pflag"
)

const scanUsage = `usage: wildebeest scan [OPTION...] TREE

  --format FORMAT   text (the default) or json
  --summary         the summary alone
  --target RELEASE  musl-1.1.24 ... musl-1.2.5 (the default)
  --jobs N          files read at a time; one per processor by default

example:
  wildebeest scan --summary audit-3.0.9
  audit-3.0.9: needs module cdefs
`

func scanTree(ctx context.Context, _ io.Reader, stdout, stderr io.Writer, args []string) int {
	flags := pflag.NewFlagSet("scan", pflag.ContinueOnError)
	flags.Usage = func() {}
	flags.SetOutput(io.Discard)
	format := flags.String("format", "text", "")
	summary := flags.Bool("summary", false, "")
	target := flags.String("target", "", "")
	precise := flags.String("precise", "auto", "")
	jobs := flags.Int("jobs", 0, "")
	switch err := flags.Parse(args); {
	case errors.Is(err, pflag.ErrHelp):
		fmt.Fprint(stdout, scanUsage)
		return exitOK
	case err != nil:
		fmt.Fprintf(stderr, "wildebeest: scan: %v\n%s", err, scanUsage)
		return exitUsage
	case flags.NArg() != 1:
		fmt.Fprintf(stderr, "wildebeest: scan: want one tree, have %d\n%s", flags.NArg(), scanUsage)
		return exitUsage
	case *format != "text" && *format != "json":
		fmt.Fprintf(stderr, "wildebeest: scan: unknown format %q\n%s", *format, scanUsage)
		return exitUsage
	}
	r, err := scan.Tree(ctx, flags.Arg(0), scan.Options{Target: *target, Jobs: *jobs, Precise: scan.Precision(*precise)})
	if err != nil {
		fmt.Fprintf(stderr, "wildebeest: %v\n", err)
		return exitFail
	}
	switch {
	case *format == "json":
		err = r.JSON(stdout)
	case *summary:
		err = r.SummaryText(stdout)
	default:
		err = r.Text(stdout)
	}
	if err != nil {
		fmt.Fprintf(stderr, "wildebeest: write the report: %v\n", err)
		return exitFail
	}
	return exitOK
}
