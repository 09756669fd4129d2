// Derive computes the derived tables of package gnuism: it reads every public header
// of glibc, of the kernel and of each release of musl with a C parser, and keeps
// each name that a glibc header shows and its musl namesake does not.
//
//	go run ./derive [-names-only] -state ../../var -tables tables
//
// It needs libc6-dev, linux-libc-dev, gcc, clang and llvm. It fetches the releases
// of musl that have a sha256 in musl/releases.tsv, installs their headers and builds
// their libraries below the state directory, once: 25 s a release. Of a release
// without source it keeps what musl-names.tsv says, and that table alone is read as
// well as written. Everything else takes a minute, clashes.tsv some more.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

func main() {
	state := flag.String("state", "var", "directory for the sources, headers and libraries of musl")
	dir := flag.String("tables", "tables", "directory with reserved.tsv, and derived/ to write to")
	only := flag.Bool("names-only", false, "leave clashes.tsv as it is: it takes minutes")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *state, *dir, *only); err != nil {
		fmt.Fprintln(os.Stderr, "derive:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, state, dir string, namesOnly bool) error {
	on, err := musl.ParseMachine(machine)
	if err != nil {
		return err
	}
	if host, err := musl.Host(); err != nil || host.Name != on.Name {
		return fmt.Errorf("the tables are of %s: this machine is another, and has other headers", on.Name)
	}
	releases, err := readReleases(ctx, state, on)
	if err != nil {
		return err
	}
	out := filepath.Join(dir, "derived")
	all, m := newColumns(), newExposure()
	if err := all.keep(out); err != nil {
		return err
	}
	for _, r := range releases {
		all.add(r)
		m.add(r.shows)
	}
	if err := writeMusl(out, all); err != nil {
		return err
	}
	newest := releases[len(releases)-1].headers
	kernel, err := kernelHeaders(on, newest)
	if err != nil {
		return err
	}
	if err := writeNames(on, dir, m, kernel, newest, all.presences()); err != nil || namesOnly {
		return err
	}
	return writeClashes(on, out, m, kernel, releases[len(releases)-1])
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

// writeNames reads glibc and the kernel's headers and writes what musl lacks.
func writeNames(on musl.Machine, dir string, m *exposure, kernel tree, newest string, had map[string]presence) error {
	glibc, err := glibcHeaders(on)
	if err != nil {
		return err
	}
	g, err := expose(glibc)
	if err != nil {
		return err
	}
	k, err := expose(kernel)
	if err != nil {
		return err
	}
	versions, err := symbolVersions(filepath.Join("/lib", on.GNU, "libc.so.6"), filepath.Join("/lib", on.GNU, "libm.so.6"))
	if err != nil {
		return err
	}
	reserved, err := readReserved(filepath.Join(dir, "reserved.tsv"))
	if err != nil {
		return err
	}
	inputs, err := packageInputs("libc6", "libc6-dev", "linux-libc-dev")
	if err != nil {
		return err
	}
	inputs += ", " + muslInputs()
	t := subtract(g, m, k, had, versions, reserved)
	fmt.Fprintf(os.Stderr, "derive: %d headers of glibc, %d of musl, %d of the kernel; %d names kept\n",
		len(g.headers), len(m.headers), len(k.headers), len(t.names))
	out := filepath.Join(dir, "derived")
	if err := tables.Names.WriteFile(out, inputs, t.names); err != nil {
		return err
	}
	if err := tables.Sets.WriteFile(out, inputs, t.sets.rows()); err != nil {
		return err
	}
	return tables.Headers.WriteFile(out, inputs, headerRows(g, m, k, had, newest))
}

// writeClashes writes which kernel headers do not go together with the newest
// release's.
func writeClashes(on musl.Machine, out string, m *exposure, kernel tree, newest installed) error {
	packages, err := packageInputs("libc6-dev", "linux-libc-dev")
	if err != nil {
		return err
	}
	compiler, err := compilerInputs(on.Compiler()[0])
	if err != nil {
		return err
	}
	return tables.Clashes.WriteFile(out, packages+", "+newest.String()+" and "+compiler, clashes(on, m, kernel, newest.headers))
}
