// Bootstrap builds stage3 chroots: musl systems that start empty, with the
// previous stage's tools at /serpent, and records which packages depend on
// libwildebeest.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"

	"github.com/serpent-os/wildebeest/bootstrap/boot"
	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"golang.org/x/sys/unix"
)

// The scan of a source tree allocates much and keeps little: with the garbage
// collected at five times what lives, and not at twice, it takes two thirds of
// the time. From memory bytes on it is collected as it comes.
const (
	garbage = 400 // percent
	memory  = 512 << 20
)

func main() {
	chroot.Main()
	boot.Main()
	debug.SetGCPercent(garbage)
	debug.SetMemoryLimit(memory)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, unix.SIGTERM)
	code := run(ctx, streams{os.Stdin, os.Stdout, os.Stderr}, os.Args[1:])
	stop()
	os.Exit(code)
}

// streams are a command's standard input, output and error.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

const usage = `Usage: bootstrap VERB [OPTION...] [ARG...]

Build a musl system from an empty root, with the tools of stage2 at /serpent.

  stage2 --from debian     assemble the stage2 tools from Debian packages
  stage3 [PACKAGE...]      build all packages and the root, or some packages
  plan [PACKAGE...]        what stage3 would build, and why
  lint                     what is wrong with the recipes, by file and line
  enter [-- COMMAND...]    run a command, or a shell, in the root
  boot [-- COMMAND...]     start the root's systemd, run a command or a shell in it
  alone                    what in the root refers to /serpent
  verify [PACKAGE...]      build again: are the bytes the same?
  probe PACKAGE...|--all   build without libwildebeest: is it still needed?
  sysroot -o DIR           musl and the kernel's headers, to compile against
  status [--json]          what is built, from which key, how long it took
  log [PACKAGE]            what the last build printed
  report [--format F]      who leans on libwildebeest, and why
  help [VERB]              this text, or a verb's options

Example:
  bootstrap stage2 --from debian
  bootstrap stage3
  bootstrap enter -- getconf PAGE_SIZE
`

// A verb is a command with its own options. It returns an error to be printed
// as "bootstrap VERB: error", and an exit status.
type verb struct {
	name string
	run  func(ctx context.Context, std streams, args []string) (int, error)
}

var verbs = []verb{
	{"stage2", stage2Verb},
	{"stage3", stage3Verb},
	{"plan", planVerb},
	{"lint", lintVerb},
	{"enter", enterVerb},
	{"boot", bootVerb},
	{"alone", aloneVerb},
	{"verify", verifyVerb},
	{"probe", probeVerb},
	{"sysroot", sysrootVerb},
	{"status", statusVerb},
	{"log", logVerb},
	{"report", reportVerb},
}

// run is main without the process: it returns the exit status. 2 is a usage
// error, 1 a failure, 0 success; enter's is its command's.
func run(ctx context.Context, std streams, args []string) int {
	if len(args) == 0 {
		fmt.Fprint(std.err, usage)
		return 2
	}
	if args[0] == "help" && len(args) == 2 {
		args = []string{args[1], "--help"}
	}
	if slices.Contains([]string{"help", "--help", "-h"}, args[0]) {
		fmt.Fprint(std.out, usage)
		return 0
	}
	i := slices.IndexFunc(verbs, func(v verb) bool { return v.name == args[0] })
	if i < 0 {
		fmt.Fprintf(std.err, "bootstrap: unknown verb %q; `bootstrap help` lists them\n", args[0])
		return 2
	}
	code, err := verbs[i].run(ctx, std, args[1:])
	if err != nil {
		if ctx.Err() != nil {
			err = fmt.Errorf("interrupted; what was finished is kept, the next run goes on from there")
		}
		fmt.Fprintf(std.err, "bootstrap %s: %s\n", args[0], messageOf(err))
	}
	return code
}

// messageOf sets several mistakes in recipes on lines of their own.
func messageOf(err error) string {
	var found recipe.Problems
	if errors.As(err, &found) && len(found) > 1 {
		return fmt.Sprintf("%d mistakes in the recipes\n%v", len(found), err)
	}
	return err.Error()
}
