// Wildebeest tells what a C source tree needs beyond musl.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Stdin, os.Stdout, os.Stderr, os.Args[1:])
	stop()
	os.Exit(code)
}

// Exit codes.
const (
	exitOK      = 0
	exitFound   = 1   // scan --fail-on found something
	exitTrouble = 2   // a wrong call, or the verb failed
	exitBroken  = 141 // the reader of the output went away, as the shell says it
)

// verb is one thing the command does.
type verb struct {
	name string
	run  func(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer, args []string) int
}

// verbs are the rows of the command: a new one is a file and a row.
var verbs = []verb{
	{"audit", auditFiles},
	{"explain", explain},
	{"generate", generateLibrary},
	{"list", listModules},
	{"scan", scanTree},
}

const usage = `usage: wildebeest VERB [ARG...]

  scan TREE         what the C sources below TREE need beyond musl
  explain NAME|RULE what a name or rule is about, and what to do
  generate -o DIR   write libwildebeest: headers, sources, Makefile, .pc files
  list              the modules of libwildebeest
  audit PATH...     which modules a binary, or a root, really contains

example:
  wildebeest scan --target musl-1.2.3 audit-3.0.9

wildebeest VERB --help says more.
`

func run(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer, args []string) int {
	if len(args) == 0 {
		fmt.Fprint(stderr, usage)
		return exitTrouble
	}
	if args[0] == "-h" || args[0] == "--help" || args[0] == "help" {
		fmt.Fprint(stdout, usage)
		return exitOK
	}
	i := slices.IndexFunc(verbs, func(v verb) bool { return v.name == args[0] })
	if i < 0 {
		fmt.Fprintf(stderr, "wildebeest: no verb %q\n%s", args[0], usage)
		return exitTrouble
	}
	return verbs[i].run(ctx, stdin, stdout, stderr, args[1:])
}
