// Wildebeest tells what a C source tree needs beyond musl.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/spf13/cobra"
)

// The scan of a tree allocates much and keeps little: from these bytes on garbage
// is collected as it comes.
const memory = 448 << 20

func main() {
	debug.SetMemoryLimit(memory)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Stdin, os.Stdout, os.Stderr, os.Args[1:])
	stop()
	os.Exit(code)
}

// Exit statuses beside those of the frame.
const (
	exitFound   = 1 // scan --fail-on found something
	exitFailure = 2 // the verb failed
)

// tool makes the command; a new verb is a file and a row.
func tool() *frame.Tool {
	return &frame.Tool{
		Name:    "wildebeest",
		Summary: "find what C sources need beyond musl, and provide it",
		Doc: `Find in C sources what needs more than musl, say what to do about it, and write
the source library libwildebeest, which provides the GNU extensions.`,
		Example: `wildebeest scan --target musl-1.2.3 audit-3.0.9
wildebeest explain strndupa`,
		Status: "0 done, 2 failed or a wrong command line",
		Verbs: []*cobra.Command{
			scanVerb(),
			explainVerb(),
			diffVerb(),
			deltaVerb(),
			generateVerb(),
			listVerb(),
			auditVerb(),
		},
		Data:    releases,
		Failure: exitFailure,
	}
}

func run(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer, args []string) int {
	return tool().Run(ctx, stdin, stdout, stderr, args)
}

// releases are the releases of the database.
func releases() []string {
	var glibcs, musls []string
	for _, g := range gnuism.Glibcs() {
		glibcs = append(glibcs, strings.TrimPrefix(g.String(), "glibc-"))
	}
	for _, m := range musl.Releases() {
		musls = append(musls, m.Version)
	}
	return []string{
		"glibc: " + strings.Join(glibcs, " "), "musl: " + strings.Join(musls, " "), "linux: " + strings.Join(gnuism.Kernels(), " "),
	}
}
