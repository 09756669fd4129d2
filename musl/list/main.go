// List writes the releases of musl that getconf's --libc accepts into releases.go
// in the current directory, which is that of cmd/getconf's table of C libraries, and
// into the manual page. The table must not import package musl: getconf's start-up
// time is most of its cost.
package main

import (
	"fmt"
	"os"

	"github.com/serpent-os/wildebeest/musl"
)

// oldest is the first release whose answers getconf claims to know.
const oldest = "1.2.2"

// The files that are written, seen from cmd/getconf/internal/libc.
const (
	sourceFile = "releases.go"
	manualFile = "../../getconf.1"
)

func main() {
	if err := write(); err != nil {
		fmt.Fprintln(os.Stderr, "list: write the releases into getconf:", err)
		os.Exit(1)
	}
}

func write() error {
	releases, err := accepted(musl.Releases())
	if err != nil {
		return err
	}
	page, err := os.ReadFile(manualFile)
	if err != nil {
		return err
	}
	page, err = manual(page, releases)
	if err != nil {
		return err
	}
	if err := os.WriteFile(manualFile, page, 0o644); err != nil {
		return err
	}
	return os.WriteFile(sourceFile, source(releases), 0o644)
}
