// Package suite runs a package's own tests on musl with libwildebeest and on the
// host's glibc, from the same tree with the same configuration, and compares.
//
// The sections are those of a recipe. The driver runs them in its chroot against
// musl; against glibc they run on the host's root. The tests of both run there,
// read-only and without a network. results.tsv and results.md get the table;
// reasons.tsv says of each test that does better on glibc why.
package suite

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"github.com/serpent-os/wildebeest/bootstrap/driver"
	"github.com/serpent-os/wildebeest/bootstrap/limit"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"golang.org/x/sys/unix"
)

// A Suite is a package whose tests are compared.
type Suite struct {
	// Name is the package's. The recipe NAME-tests, a directory beside the tables,
	// builds the tests and installs the tree that they are built in as
	// usr/lib/NAME-tests.
	Name string
	// Version is the package's, for the tables.
	Version string
	// BuildDir is where the driver builds: tests have it compiled in.
	BuildDir string
	// Check is shell text that runs the tests in BuildDir, with $JOBS at a time. It
	// succeeds if the tests left results, whatever these are.
	Check string
	// Libc is the file of a package that the tests of musl run with instead of musl's
	// own library, or empty.
	Libc string
	// Match says that no fewer tests may pass on musl than on glibc, whatever the
	// reasons.
	Match bool
	// Read reads the results that the tests left in a tree.
	Read func(tree string) (map[string]Result, error)
}

// A Result is how one test ended, and the last thing it said.
type Result struct {
	Outcome string // Pass, Skip, Fail or Timeout
	Last    string // the last line it wrote
}

// LastLine is the last line of what a test wrote, with single blanks.
func LastLine(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(strings.Fields(lines[len(lines)-1]), " ")
}

// How a test ends.
const (
	Pass    = "pass"
	Skip    = "skip"
	Fail    = "fail"
	Timeout = "timeout"
	absent  = "absent" // one side does not have the test
)

// Main is the main function of a suite's program.
func (s Suite) Main() {
	chroot.Main()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, unix.SIGTERM)
	code := s.run(ctx, os.Stdout, os.Stderr, os.Args[1:])
	stop()
	os.Exit(code)
}

func (s Suite) recipe() string { return s.Name + "-tests" }

// run is Main without the process. 1 says that a test does worse on musl without a
// reason, that fewer pass where Match forbids it, or other trouble; 2 is a usage
// error.
func (s Suite) run(ctx context.Context, stdout, stderr io.Writer, args []string) int {
	flags := flag.NewFlagSet(s.recipe(), flag.ContinueOnError)
	flags.SetOutput(stderr)
	o := options{say: func(text string) { fmt.Fprintf(stderr, "%s: %s\n", s.recipe(), text) }}
	flags.StringVar(&o.state, "state", "var", "the driver's directory")
	flags.StringVar(&o.tools, "tools", "bin", "directory of the project's static tools")
	flags.StringVar(&o.here, "tables", "conformance/"+s.Name, "directory of the recipe and the tables")
	flags.IntVar(&o.jobs, "jobs", 2, "parallel jobs")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	rows, err := s.measure(ctx, o)
	if err == nil {
		err = s.writeTables(o.here, rows)
	}
	if err != nil {
		o.say(err.Error())
		return 1
	}
	fmt.Fprint(stdout, markdown(rows))
	problems := s.verdict(rows)
	for _, problem := range problems {
		o.say(problem)
	}
	if len(problems) > 0 {
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
func (s Suite) measure(ctx context.Context, o options) ([]row, error) {
	here, err := driver.Dir(o.here)
	if err != nil {
		return nil, err
	}
	d, err := driver.Open(driver.Options{
		State: o.state, Tools: o.tools, Recipes: []recipe.Dir{driver.Project(), here}, Jobs: o.jobs, Limits: limit.Default(), Observer: driver.Narrate(o.say),
	})
	if err != nil {
		return nil, err
	}
	defer d.Close()
	plan, err := d.Plan(s.recipe())
	if err != nil {
		return nil, err
	}
	reasons, err := readReasons(o.here)
	if err != nil {
		return nil, err
	}
	dir, err := filepath.Abs(filepath.Join(o.state, s.Name+"-root"))
	if err != nil {
		return nil, err
	}
	where, err := newTestRoot(s, dir, o)
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	musl, err := s.onMusl(ctx, d, plan, where)
	if err != nil {
		return nil, err
	}
	glibc, err := (&host{s, o, d.Builder.Sources}).onGlibc(ctx, plan.Last().Recipe, where)
	if err != nil {
		return nil, err
	}
	return compare(musl, glibc, reasons), nil
}
