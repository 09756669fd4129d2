// Derive computes the derived tables of package gnuism: it reads every public header
// of glibc, of the kernel and of each release of musl with a C parser, and keeps
// each name that a glibc header shows and its musl namesake does not.
//
//	go run ./derive [-names-only] [-rebuild] [-state DIR] -tables tables
//
// It needs gcc, clang, llvm and dpkg, and installs nothing. It fetches the releases of
// musl that have a sha256 in musl/releases.tsv, installs their headers and, where
// musl-names.tsv lacks the symbols from the same source, builds their libraries below
// the state directory, once: 25 s a release; and it unpacks there Debian's packages
// that tables/glibc.tsv and tables/linux.tsv name. Of a release of musl without source it keeps what musl-names.tsv says, and that table alone is
// read as well as written. Everything else takes a minute, clashes.tsv some more.
package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

func main() {
	state := flag.String("state", stateDir(), "directory for sources, packages, headers and libraries")
	dir := flag.String("tables", "tables", "directory with reserved.tsv, and derived/ to write to")
	var o options
	flag.BoolVar(&o.namesOnly, "names-only", false, "leave clashes.tsv as it is: it takes minutes")
	flag.BoolVar(&o.rebuild, "rebuild", false, "build the library of every release of musl, also of those whose symbols musl-names.tsv has from the same source")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *state, *dir, o); err != nil {
		fmt.Fprintln(os.Stderr, "derive:", err)
		os.Exit(1)
	}
}

// stateDir is the Makefile's STATE, from the module's directory, or its var.
func stateDir() string {
	dir := cmp.Or(os.Getenv("STATE"), "var")
	if filepath.IsAbs(dir) {
		return dir
	}
	return filepath.Join("..", "..", dir)
}

// options says what to leave out.
type options struct {
	namesOnly bool // leave clashes.tsv as it is
	rebuild   bool // build every release of musl, though the table has its symbols
}

func run(ctx context.Context, state, dir string, o options) error {
	on, err := musl.ParseMachine(machine)
	if err != nil {
		return err
	}
	out := filepath.Join(dir, "derived")
	var exported map[string]map[string]bool
	if !o.rebuild {
		if exported, err = exportsBefore(out); err != nil {
			return err
		}
	}
	list, err := readReleases(ctx, state, on, exported)
	if err != nil {
		return err
	}
	all := newColumns()
	if err := all.keep(out); err != nil {
		return err
	}
	for _, r := range list {
		all.add(r)
	}
	if err := writeMusl(out, all); err != nil {
		return err
	}
	w, err := newReleases(all, list, dir)
	if err != nil {
		return err
	}
	newest := list[len(list)-1].headers
	k, err := unpackKernels(ctx, state, dir, on)
	if err != nil {
		return err
	}
	g, err := readGlibc(ctx, state, dir, on, k.dirs)
	if err != nil {
		return err
	}
	if err := k.read(newest); err != nil {
		return err
	}
	if err := writeNames(dir, g, w, k, newest); err != nil || o.namesOnly {
		return err
	}
	return writeClashes(on, out, g, k, list, all)
}

// writeMusl writes what musl's releases have.
func writeMusl(out string, all *columns) error {
	names := all.rows()
	releases, err := releaseRows(names, all.versions)
	if err != nil {
		return err
	}
	if err := tables.Releases.WriteFile(out, muslInputs(), releases); err != nil {
		return err
	}
	return tables.MuslNames.WriteFile(out, muslInputs(), names)
}

// writeNames writes what musl lacks. muslDir has the headers of its newest release.
func writeNames(dir string, g *glibc, w *releases, k *kernel, muslDir string) error {
	reserved, err := readReserved(filepath.Join(dir, "reserved.tsv"))
	if err != nil {
		return err
	}
	inputs := g.inputs() + "; " + k.inputs() + "; " + muslInputs()
	t := subtract(g, w, k, reserved)
	fmt.Fprintf(os.Stderr, "derive: %d headers of glibc, %d of musl, %d of the kernel; %d names kept\n",
		len(g.all.headers), len(w.all.headers), len(k.all.headers), len(t.names))
	out := filepath.Join(dir, "derived")
	return errors.Join(
		tables.Names.WriteFile(out, inputs, rows(t.names)),
		tables.Presences.WriteFile(out, inputs, rows(t.presences)),
		tables.Sets.WriteFile(out, inputs, t.sets.rows()),
		tables.History.WriteFile(out, inputs, history(g, w, reserved)),
		tables.Headers.WriteFile(out, inputs, headerRows(g, w, k, muslDir)))
}

// writeClashes writes which kernel headers do not go together with which releases of
// musl.
func writeClashes(on musl.Machine, out string, g *glibc, k *kernel, list []installed, all *columns) error {
	compiler, err := compilerInputs(on.Compiler()[0])
	if err != nil {
		return err
	}
	newest := g.releases[len(g.releases)-1].Package
	inputs := "linux-libc-dev " + k.releases[len(k.releases)-1].Package + ", libc6-dev " + newest + ", " + muslInputs() + " and " + compiler
	return tables.Clashes.WriteFile(out, inputs, clashes(on, list, all, k, g))
}
