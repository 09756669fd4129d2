// Package resolver holds getent's resolver against glibc's getent and against a
// program on each of musl's three newest releases, for behaviours of name servers
// that a generator combines.
package resolver

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/private"
	"github.com/serpent-os/wildebeest/conformance/sysroot"
	"github.com/serpent-os/wildebeest/internal/fetch"
	"github.com/serpent-os/wildebeest/musl"
)

// inside is the variable that tells the tests that they run in namespaces, and where
// the programs are.
const inside = "WILDEBEEST_RESOLVER_NAMESPACE"

// A pair is a referee and the getent that has to answer as it does.
type pair struct {
	name      string
	referee   string
	arguments []string // of our getent
}

// pairs are those of this run.
var pairs []pair

func TestMain(m *testing.M) {
	dir := os.Getenv(inside)
	if dir == "" {
		os.Exit(outside())
	}
	pairs = append(pairs, pair{"glibc", "/usr/bin/getent", []string{filepath.Join(dir, "getent"), "--libc=glibc"}})
	for _, release := range releases() {
		pairs = append(pairs, pair{release.String(), filepath.Join(dir, release.String()), []string{filepath.Join(dir, "getent"), "--libc=" + release.String()}})
	}
	if err := setUp(); err != nil {
		fmt.Fprintln(os.Stderr, "set up the namespace:", err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

func setUp() error {
	if err := private.EmptySystem(); err != nil {
		return err
	}
	for _, address := range []string{"192.0.2.100/24", "fd00::99/64"} {
		if out, err := exec.Command("ip", "addr", "add", address, "dev", "lo").CombinedOutput(); err != nil {
			return fmt.Errorf("ip addr add %s: %s", address, out)
		}
	}
	return nil
}

// releases are the three newest that can be built.
func releases() []musl.Release {
	all := musl.WithSource()
	return all[max(0, len(all)-3):]
}

// outside builds the programs and starts this one again in the namespaces.
func outside() int {
	dir, err := os.MkdirTemp("", "resolver-conformance-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	build := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", dir+"/getent", "../../cmd/getent")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "build getent: %v\n%s", err, out)
		return 1
	}
	for _, release := range releases() {
		if err := buildReferee(release, filepath.Join(dir, release.String())); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
	}
	return private.Run(inside + "=" + dir)
}

// buildReferee links getent's referee to a release, which is built once.
func buildReferee(release musl.Release, program string) error {
	machine, err := musl.Host()
	if err != nil {
		return err
	}
	libgcc, err := exec.Command("gcc", "-print-libgcc-file-name").Output()
	if err != nil {
		return fmt.Errorf("find libgcc: %w", err)
	}
	runtime := strings.TrimSpace(string(libgcc))
	root := filepath.Join(sysroot.Parent, release.String()) // stage3's, if make sysroot built it
	if _, err := os.Stat(filepath.Join(root, "usr", "lib", "libc.a")); err != nil {
		root += "-resolver"
	}
	if err := release.Install(context.Background(), fetch.UserCache(), machine, "gcc", root); err != nil {
		return err
	}
	lib := filepath.Join(root, "usr", "lib")
	line := []string{"gcc", "-static", "-no-pie", "-O1", "-nostdinc", "-isystem", filepath.Join(root, "usr", "include"), "-nostdlib", "-o", program,
		lib + "/crt1.o", lib + "/crti.o", "../getent/testdata/muslgetent.c", lib + "/libc.a", runtime, lib + "/libc.a", lib + "/crtn.o"}
	if out, err := exec.Command(line[0], line[1:]...).CombinedOutput(); err != nil {
		return fmt.Errorf("link the referee for %s: %w\n%s", release, err, out)
	}
	return nil
}
