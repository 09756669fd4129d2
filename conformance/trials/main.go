// Trials holds the scan's verdict against what building proves: packages that have no
// recipe here are drafted and built on musl, without libwildebeest and then with the
// least that they need.
//
//	go run ./conformance/trials [-state DIR] [-jobs N] [-again] [PACKAGE...]
//
// The packages are the rows of packages.tsv. What was proven is kept in truth.tsv, a row
// as soon as it is known, and not built again; -again builds the named packages anew.
// Every run scans all of them and writes trials.md.
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

// run is main without the process. 2 is a usage error, 1 other trouble.
func run(ctx context.Context, stdout, stderr io.Writer, args []string) int {
	flags := flag.NewFlagSet("trials", flag.ContinueOnError)
	flags.SetOutput(stderr)
	var o options
	flags.StringVar(&o.state, "state", "var", "the driver's directory")
	flags.StringVar(&o.tools, "tools", "bin", "directory of the project's static tools")
	flags.StringVar(&o.here, "tables", "conformance/trials", "directory of the tables")
	flags.IntVar(&o.jobs, "jobs", 2, "parallel jobs of a build")
	flags.BoolVar(&o.again, "again", false, "build the named packages anew")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	o.names = flags.Args()
	rows, compiler, err := prove(ctx, stderr, o)
	if err == nil {
		err = writeReport(o.here, compiler, rows)
	}
	if err != nil {
		fmt.Fprintln(stderr, "trials:", err)
		return 1
	}
	fmt.Fprintln(stdout, count(rows))
	return 0
}
