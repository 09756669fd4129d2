// List writes the facts that cmd/getconf takes from other packages of the project
// but must not import, because its start-up time is most of its cost: the releases
// of musl that --libc accepts, and the project's version. They go into releases.go
// and, the releases, into the manual page, both in the current directory.
package main

import (
	"fmt"
	"os"

	"github.com/serpent-os/wildebeest/internal/version"
	"github.com/serpent-os/wildebeest/musl"
)

// oldest is the first release whose answers getconf claims to know.
const oldest = "1.2.2"

// The files that are written, in the directory of cmd/getconf.
const (
	sourceFile = "releases.go"
	manualFile = "getconf.1"
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
	return os.WriteFile(sourceFile, source(releases, version.String()), 0o644)
}
