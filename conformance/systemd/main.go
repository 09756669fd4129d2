// Systemd runs systemd's own unit tests on musl with libwildebeest and on the
// host's glibc, from the same tree with the same configuration, and compares.
//
//	go run ./conformance/systemd [-state DIR] [-tools DIR] [-jobs N]
//
// The sections are those of systemd-tests/stone.yaml. The driver runs them in its
// chroot against musl; against glibc they run on the host's root. The tests of both
// run there, read-only and without a network. results.tsv and results.md get the
// table; reasons.tsv says of each test that does better on glibc why.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"github.com/serpent-os/wildebeest/conformance/driver"
	"golang.org/x/sys/unix"
)

func main() {
	chroot.Main()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, unix.SIGTERM)
	code := run(ctx, os.Stdout, os.Stderr, os.Args[1:])
	stop()
	os.Exit(code)
}

// run is main without the process. 1 says that fewer tests pass on musl than on
// glibc, that a difference has no reason, or other trouble; 2 is a usage error.
func run(ctx context.Context, stdout, stderr io.Writer, args []string) int {
	flags := flag.NewFlagSet("systemd", flag.ContinueOnError)
	flags.SetOutput(stderr)
	o := options{say: func(text string) { fmt.Fprintln(stderr, "systemd-tests:", text) }}
	flags.StringVar(&o.state, "state", "var", "the driver's directory")
	flags.StringVar(&o.tools, "tools", "bin", "directory of the project's static tools")
	flags.StringVar(&o.here, "tables", "conformance/systemd", "directory of the recipe and the tables")
	flags.IntVar(&o.jobs, "jobs", 2, "parallel jobs")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	rows, err := measure(ctx, o)
	if err == nil {
		err = writeTables(o.here, rows)
	}
	if err != nil {
		fmt.Fprintln(stderr, "systemd-tests:", err)
		return 1
	}
	fmt.Fprint(stdout, markdown(rows))
	if problems := verdict(rows); len(problems) > 0 {
		for _, problem := range problems {
			fmt.Fprintln(stderr, "systemd-tests:", problem)
		}
		return 1
	}
	return 0
}

// options are where things are.
type options struct {
	state, tools, here string
	jobs               int
	say                func(string)
}

// measure builds the tests on both libcs, where that has not been done for the same
// sources, tools and modules, and runs them.
func measure(ctx context.Context, o options) ([]row, error) {
	d, err := driver.Open(driver.Options{State: o.state, Tools: o.tools, Recipes: o.here, Jobs: o.jobs, Say: o.say})
	if err != nil {
		return nil, err
	}
	defer d.Close()
	plan, step, err := d.Plan(testPackage, "")
	if err != nil {
		return nil, err
	}
	reasons, err := readReasons(o.here)
	if err != nil {
		return nil, err
	}
	dir, err := filepath.Abs(filepath.Join(o.state, "systemd-place"))
	if err != nil {
		return nil, err
	}
	where, err := newPlace(dir, o.jobs, o.say)
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	musl, err := onMusl(ctx, d, plan, step, where)
	if err != nil {
		return nil, err
	}
	glibc, err := (&host{o, d.Builder.Sources}).onGlibc(ctx, step.Recipe, where)
	if err != nil {
		return nil, err
	}
	return compare(musl, glibc, reasons), nil
}
