// Bootstrap builds stage3 chroots: musl systems that start empty, with the
// previous stage's tools at /serpent, and records which packages depend on
// libwildebeest.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime/debug"

	"github.com/serpent-os/wildebeest/bootstrap/boot"
	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/edit"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/free"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/inspect"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/produce"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/roots"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/spf13/cobra"
	"golang.org/x/sys/unix"
)

// The scan of a source tree allocates much and keeps little: with the garbage
// collected at five times what lives, and not at twice, it takes two thirds of
// the time. From memory bytes on it is collected as it comes.
const (
	garbage = 400 // percent
	memory  = 512 << 20
)

// umask is what the driver and all that it starts have: the modes of what is built
// must not be those of the caller's umask.
const umask = 0o022

func main() {
	chroot.Main()
	boot.Main()
	unix.Umask(umask)
	// With a caller's limit of a file's size, a write is an error with a message and
	// not the end of the program.
	signal.Ignore(unix.SIGXFSZ)
	debug.SetGCPercent(garbage)
	debug.SetMemoryLimit(memory)
	ctx, stop := frame.Interruptible()
	code := run(ctx, os.Stdin, os.Stdout, os.Stderr, os.Args[1:])
	stop()
	os.Exit(code)
}

// tool makes the command; a new verb is a file and a row.
func tool() *frame.Tool {
	return &frame.Tool{
		Name:    "bootstrap",
		Summary: "build a musl system from an empty root",
		Doc: `Build a musl system from an empty root, with the tools of stage2 at /serpent,
and record which packages depend on libwildebeest.`,
		Example: `bootstrap stage2 --from debian
bootstrap stage3
bootstrap enter -- getconf PAGE_SIZE`,
		Status: "0 done, 1 failed, 2 a wrong command line",
		Verbs: []*cobra.Command{
			produce.Stage2(),
			produce.Stage3(),
			inspect.Plan(),
			inspect.Lint(),
			edit.New(),
			edit.Update(),
			roots.Enter(),
			roots.Boot(),
			inspect.Alone(),
			produce.Verify(),
			produce.Probe(),
			produce.Try(),
			produce.Sysroot(),
			inspect.Status(),
			inspect.Log(),
			inspect.Report(),
			inspect.Export(),
			free.Clean(),
			free.GC(),
		},
		Failure:     1,
		Interrupted: "what was finished is kept, the next run goes on from there",
	}
}

func run(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer, args []string) int {
	return tool().Run(ctx, stdin, stdout, stderr, args)
}
