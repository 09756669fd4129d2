// Fresh says whether Debian testing has a newer musl, glibc or kernel than the
// database, or other packages of the newest that the database was derived from:
//
//	go run ./conformance/fresh -state var
//
// It downloads testing's lists of packages, and no package. It exits with 1 where
// something is newer.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/source"
	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

func main() {
	state := flag.String("state", "var", "directory for the lists of packages")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	newer, err := run(ctx, *state, os.Stdout)
	switch {
	case err != nil:
		fmt.Fprintln(os.Stderr, "fresh: ask Debian testing:", err)
		os.Exit(2)
	case newer:
		os.Exit(1)
	}
}

// suite is the release of Debian that has what is newest.
const suite = "testing"

func run(ctx context.Context, state string, out io.Writer) (newer bool, err error) {
	apt := source.FindApt(filepath.Join(state, "apt-"+suite))
	if apt == nil {
		return false, errors.New("this machine has no apt")
	}
	apt.Suite = suite
	if err := apt.Update(ctx); err != nil {
		return false, err
	}
	found, err := apt.Closure(ctx, []string{"musl", "libc6-dev", "linux-libc-dev"})
	if err != nil {
		return false, err
	}
	packages := map[string]source.Package{}
	for _, p := range found {
		packages[p.Name] = p
	}
	known, err := newest()
	if err != nil {
		return false, err
	}
	for _, k := range known {
		p, ok := packages[k.name]
		if !ok {
			return false, fmt.Errorf("%s has no package %s", suite, k.name)
		}
		text, old := k.compare(p)
		fmt.Fprintln(out, text)
		newer = newer || old
	}
	return newer, nil
}

// A package is one whose newest release the project knows.
type known struct {
	name    string // Debian's
	table   string // where a line for a newer one goes
	release string // the newest that is known
	version string // of the package that was read; "" is not kept
	sha256  string // of its file
}

// newest lists what the tables end with.
func newest() ([]known, error) {
	var glibc tables.GlibcRelease
	var linux tables.LinuxRelease
	err := errors.Join(
		tables.GlibcReleases.Load(func(r *tables.GlibcRelease) error { glibc = *r; return nil }),
		tables.LinuxReleases.Load(func(r *tables.LinuxRelease) error { linux = *r; return nil }))
	const dir = "wildebeest/gnuism/tables/"
	return []known{
		{"musl", "musl/releases.tsv", musl.Newest().Version, "", ""},
		{"libc6-dev", dir + "glibc.tsv", glibc.Version, glibc.Package, glibc.Headers},
		{"libc6", dir + "glibc.tsv", glibc.Version, glibc.Package, glibc.Library},
		{"linux-libc-dev", dir + "linux.tsv", linux.Version, linux.Package, linux.SHA256},
	}, err
}

// compare says how testing's package stands to the newest known, and whether it is
// newer or another.
func (k known) compare(p source.Package) (text string, newer bool) {
	upstream := release(p.Version, strings.Count(k.release, "."))
	switch {
	case upstream != k.release:
		return fmt.Sprintf("%s: testing has %s (package %s, sha256 %s), the tables end with %s: add a line to %s and run \"make generate\"",
			k.name, upstream, p.Version, p.SHA256, k.release, k.table), true
	case k.version != "" && p.Version != k.version:
		return fmt.Sprintf("%s: %s is the newest; its package is now %s, sha256 %s, no longer %s: put that into the line of %s",
			k.name, k.release, p.Version, p.SHA256, k.version, k.table), true
	}
	return fmt.Sprintf("%s: %s is the newest", k.name, k.release), false
}

// release is the upstream's release of a package's version, with a number of dots:
// "7.2" of "7.2.12-1".
func release(version string, dots int) string {
	_, rest, epoch := strings.Cut(version, ":")
	if epoch {
		version = rest
	}
	if i := strings.LastIndexByte(version, '-'); i >= 0 {
		version = version[:i]
	}
	version, _, _ = strings.Cut(version, "+")
	parts := strings.Split(version, ".")
	return strings.Join(parts[:min(len(parts), dots+1)], ".")
}
