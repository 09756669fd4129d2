// Matrix runs the proofs of libwildebeest's modules for every release of musl that
// can be built, with every clang that it knows and finds, and gcc beside it:
//
//	go run ./conformance/matrix [-state DIR] [RELEASE...]
//
// With releases named, as musl-1.2.6, the table has these only.
//
// The proofs are the tests of conformance/headers that compile and run the modules'
// programs and compare them with glibc, and that read every overlay header in the
// dialects of C and C++. What came of them is written to matrix.md beside this file.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"

	"github.com/serpent-os/wildebeest/bootstrap/stage2"
	"github.com/serpent-os/wildebeest/conformance/sysroot"
	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/internal/fetch"
	"github.com/serpent-os/wildebeest/musl"
)

// clangs are the versions that stage2's distributions have, sorted.
func clangs() []string {
	var all []string
	for _, release := range stage2.Releases() {
		all = append(all, release.Compilers()...)
	}
	return slices.Compact(slices.Sorted(slices.Values(all)))
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Stdout, os.Stderr, os.Args[1:])
	stop()
	os.Exit(code)
}

// run is main without the process. 2 is a usage error, 1 says that something failed.
func run(ctx context.Context, stdout, stderr io.Writer, args []string) int {
	flags := flag.NewFlagSet("matrix", flag.ContinueOnError)
	flags.SetOutput(stderr)
	state := flags.String("state", "var", "the driver's directory, with the sysroot of `make sysroot`")
	table := flags.String("o", "conformance/matrix/matrix.md", "the table to write")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	releases, err := chosen(flags.Args())
	if err != nil {
		fmt.Fprintln(stderr, "matrix:", err)
		return 2
	}
	m, err := proveAll(ctx, stderr, *state, releases)
	if err == nil {
		err = durable.WriteFile(*table, []byte(m.markdown()), 0o644)
	}
	if err != nil {
		fmt.Fprintln(stderr, "matrix:", err)
		return 1
	}
	fmt.Fprint(stdout, m.markdown())
	for _, name := range m.broken {
		fmt.Fprintln(stderr, "matrix: failed:", name)
	}
	return min(len(m.broken), 1)
}

// chosen are the named releases, or those from stage3's on that can be built.
func chosen(names []string) (releases []musl.Release, err error) {
	for _, name := range names {
		release, err := musl.Parse(name)
		if err != nil {
			return nil, err
		}
		releases = append(releases, release)
	}
	if len(names) > 0 {
		return releases, nil
	}
	return slices.DeleteFunc(musl.WithSource(), func(r musl.Release) bool { return r.Date.Before(musl.Stage3().Date) }), nil
}

// proveAll runs the tests for each pair of a release and a clang.
func proveAll(ctx context.Context, stderr io.Writer, state string, releases []musl.Release) (*matrix, error) {
	m := newMatrix()
	for _, release := range releases {
		root, err := rootOf(ctx, state, release)
		if err != nil {
			return nil, err
		}
		for _, clang := range clangs() {
			path, err := exec.LookPath("clang-" + clang)
			if err != nil {
				fmt.Fprintf(stderr, "matrix: no clang-%s here: %s is not proven with it\n", clang, release)
				continue
			}
			fmt.Fprintf(stderr, "matrix: %s, clang %s\n", release, clang)
			c := column{release: release.Version, clang: clang}
			if err := m.prove(ctx, c, path, root); err != nil {
				return nil, err
			}
		}
	}
	return m, nil
}

// rootOf is a sysroot of a release: that of `make sysroot`, or one that is built below
// state once, with the kernel's headers of that one.
func rootOf(ctx context.Context, state string, release musl.Release) (string, error) {
	parent, err := filepath.Abs(filepath.Join(state, "sysroot"))
	if err != nil {
		return "", err
	}
	base := filepath.Join(parent, musl.Stage3().String())
	if release == musl.Stage3() {
		return base, nil
	}
	machine, err := musl.Host()
	if err != nil {
		return "", err
	}
	root := filepath.Join(parent, release.String()+"-matrix")
	if err := release.Install(ctx, fetch.UserCache(), machine, "gcc", root); err != nil {
		return "", err
	}
	for _, name := range []string{"asm", "asm-generic", "linux", "mtd", "misc", "rdma", "sound"} {
		kernel := filepath.Join(base, "usr", "include", name)
		if _, err := os.Stat(kernel); err != nil {
			continue
		}
		if err := os.Symlink(kernel, filepath.Join(root, "usr", "include", name)); err != nil && !os.IsExist(err) {
			return "", err
		}
	}
	return root, nil
}

// prove runs the tests in one column of the table.
func (m *matrix) prove(ctx context.Context, c column, clang, root string) error {
	dir, err := os.MkdirTemp("", "matrix-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	resolved, err := filepath.EvalSymlinks(clang)
	if err != nil {
		return err
	}
	for _, name := range []string{"clang", "clang++"} {
		script := fmt.Sprintf("#!/bin/sh\nexec %s \"$@\"\n", filepath.Join(filepath.Dir(resolved), name))
		if err := os.WriteFile(filepath.Join(dir, name), []byte(script), 0o755); err != nil {
			return err
		}
	}
	test := exec.CommandContext(ctx, "go", "test", "-json", "-count=1", "-timeout=3h", "-run", tests, "./conformance/headers")
	test.Env = append(os.Environ(), "PATH="+dir+":"+os.Getenv("PATH"), sysroot.Variable+"="+root)
	out, err := test.StdoutPipe()
	if err != nil {
		return err
	}
	test.Stderr = os.Stderr // a failed test's own words are in its events
	if err := test.Start(); err != nil {
		return err
	}
	before := len(m.broken)
	if err := m.collect(c, out); err != nil {
		return err
	}
	if err := test.Wait(); err != nil && len(m.broken) == before { // no test's failure
		return fmt.Errorf("%s, clang %s: %w", c.release, c.clang, err)
	}
	return nil
}
