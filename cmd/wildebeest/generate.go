package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/wildebeest/generate"
	"github.com/spf13/pflag"
)

const generateUsage = `usage: wildebeest generate -o DIR [--only MODULE,...]

Write libwildebeest below DIR, which must be new or empty: overlay headers,
sources, a Makefile and a .pc file per module. Nothing there needs Go.

  -o, --output DIR    where to write
  --only MODULES      these modules and those they require; all by default

example:
  wildebeest generate -o libwildebeest --only argp,fts
  make -C libwildebeest CC=clang AR=llvm-ar install DESTDIR=/tmp/root
`

func generateLibrary(_ context.Context, _ io.Reader, stdout, stderr io.Writer, args []string) int {
	flags := pflag.NewFlagSet("generate", pflag.ContinueOnError)
	flags.Usage = func() {}
	flags.SetOutput(io.Discard)
	output := flags.StringP("output", "o", "", "")
	only := flags.StringSlice("only", nil, "")
	err := flags.Parse(args)
	switch {
	case errors.Is(err, pflag.ErrHelp):
		fmt.Fprint(stdout, generateUsage)
		return exitOK
	case err == nil && *output == "":
		err = errors.New("-o DIR is missing")
	case err == nil && flags.NArg() > 0:
		err = fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	if err != nil {
		fmt.Fprintf(stderr, "wildebeest: generate: %v\nwildebeest generate --help says more\n", err)
		return exitTrouble
	}
	modules, err := chosenModules(*only)
	if err == nil {
		err = generate.Tree(*output, modules)
	}
	if err != nil {
		fmt.Fprintf(stderr, "wildebeest: generate: %v\n", err)
		return exitTrouble
	}
	fmt.Fprintf(stdout, "%s: %d modules\n", *output, len(modules))
	return exitOK
}

// chosenModules are the named modules with what they require, or all.
func chosenModules(names []string) ([]headers.Module, error) {
	modules, err := headers.Modules()
	if err != nil || len(names) == 0 {
		return modules, err
	}
	return headers.Closure(modules, names)
}
