// Accuracy measures the scanner against what is known otherwise about real
// packages of Debian 12.
//
//	go run ./conformance/accuracy headers
//	go run ./conformance/accuracy compilers [PACKAGE...]
//	go run ./conformance/accuracy evidence [PACKAGE...]
//	go run ./conformance/accuracy speed
//
// headers installs the headers of upstream musl. compilers builds each package of compilers.tsv with clang and glibc, then
// compiles every file again, with the same configuration, against the headers
// of upstream musl: what fails there alone is the truth. evidence compares the
// scan of each package of evidence.tsv with what musl distributions had to
// patch in it. speed times the
// scan of systemd beside clang. Each writes a table beside this file.
package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/source"
	"github.com/serpent-os/wildebeest/internal/fetch"
	"github.com/serpent-os/wildebeest/musl"
)

// A workspace is where packages are fetched to and built.
type workspace struct {
	state   string // below it: cache, trees, logs
	headers string // include directory of upstream musl
	machine musl.Machine
	here    string // the directory of the tables
	cache   fetch.Cache
}

func main() {
	state := flag.String("state", "var/accuracy", "directory for sources and builds")
	headers := flag.String("musl", "", "header directory of upstream "+musl.Stage3().String()+" (default: below the state, where headers installs it)")
	here := flag.String("tables", "conformance/accuracy", "directory of the tables")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *state, *headers, *here, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "accuracy:", err)
		os.Exit(1)
	}
}

// notOurs makes the state a module of its own: the packages below it have Go
// files too, which ./... of this project shall not find.
func notOurs(state string) error {
	if err := os.MkdirAll(state, 0o777); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(state, "go.mod"), []byte("module accuracy.invalid\n"), 0o666)
}

func run(ctx context.Context, state, headers, here string, args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("say headers, compilers, evidence or speed")
	}
	state, err := filepath.Abs(state)
	if err != nil {
		return err
	}
	headers = cmp.Or(headers, filepath.Join(state, "musl", musl.Stage3().String(), "include"))
	if headers, err = filepath.Abs(headers); err != nil {
		return err
	}
	machine, err := musl.Host()
	if err != nil {
		return err
	}
	if err := notOurs(state); err != nil {
		return err
	}
	w := &workspace{state: state, headers: headers, machine: machine, here: here,
		cache: fetch.Cache{Dir: filepath.Join(state, "cache"), Mirror: &source.Apt{Dir: filepath.Join(state, "apt")}}}
	if args[0] == "headers" {
		return w.installHeaders(ctx, filepath.Join(state, "musl"))
	}
	if _, err := os.Stat(filepath.Join(headers, "stdio.h")); err != nil {
		return fmt.Errorf("find musl's headers: %w (run: accuracy headers)", err)
	}
	switch args[0] {
	case "compilers":
		return w.compilers(ctx, args[1:])
	case "evidence":
		return w.evidence(ctx, args[1:])
	case "speed":
		return w.speed(ctx)
	}
	return fmt.Errorf("no measurement %q: say headers, compilers, evidence or speed", args[0])
}
