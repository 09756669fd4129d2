// Packages proves libwildebeest by packages: each, unpatched, is built against
// musl twice, without libwildebeest and with the modules that its recipe
// declares.
//
//	go run ./conformance/packages [-state DIR] [-jobs N] [PACKAGE...]
//
// The packages are those of the directories beside this file, and those of
// recipes/ that declare modules. Everything goes through the driver's store and
// ledger, so that what was built before is not built again. Without names, the
// results of all packages are written to packages.tsv and packages.md beside this
// file.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"golang.org/x/sys/unix"
)

func main() {
	chroot.Main()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, unix.SIGTERM)
	code := run(ctx, os.Stdout, os.Stderr, os.Args[1:])
	stop()
	os.Exit(code)
}

// run is main without the process. 2 is a usage error, 1 says that a package did
// not build with libwildebeest, or other trouble.
func run(ctx context.Context, stdout, stderr io.Writer, args []string) int {
	flags := flag.NewFlagSet("packages", flag.ContinueOnError)
	flags.SetOutput(stderr)
	state := flags.String("state", "var", "the driver's directory")
	tools := flags.String("tools", "bin", "directory of the project's static tools")
	here := flags.String("tables", "conformance/packages", "directory of the recipes and tables")
	jobs := flags.Int("jobs", 2, "parallel jobs of a build")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	rows, err := prove(ctx, stderr, options{state: *state, tools: *tools, here: *here, jobs: *jobs, names: flags.Args()})
	if err == nil && flags.NArg() == 0 {
		err = writeTables(*here, rows)
	}
	if err != nil {
		fmt.Fprintln(stderr, "packages:", err)
		return 1
	}
	fmt.Fprint(stdout, markdown(rows))
	return exitCode(stderr, rows)
}

// exitCode is 1 where a package did not build with libwildebeest, and names it.
func exitCode(stderr io.Writer, rows []row) int {
	code := 0
	for _, r := range rows {
		if r.With != fine {
			fmt.Fprintf(stderr, "packages: %s %s does not build with libwildebeest: %s\n", r.Package, r.Version, r.With)
			code = 1
		}
	}
	return code
}
