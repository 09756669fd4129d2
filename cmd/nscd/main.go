// Nscd tells programs that are linked to musl which users and groups systemd's user
// databases have. These programs load no modules: for what is not in /etc/passwd and
// /etc/group they ask a socket; see nscd(8).
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/spf13/pflag"

	"github.com/serpent-os/wildebeest/cmd/internal/accounts/userdb"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/nscd/internal/answer"
	"github.com/serpent-os/wildebeest/cmd/nscd/internal/manager"
	"github.com/serpent-os/wildebeest/cmd/nscd/internal/peer"
	"github.com/serpent-os/wildebeest/cmd/nscd/internal/server"
)

// The exit codes of nscd(8).
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 64 // EX_USAGE of sysexits.h
)

// memory is from when on the garbage collector works hard, unless $GOMEMLIMIT says
// something else: with the program itself it is well under 20 MB.
const memory = 10 << 20

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Stdout, os.Stderr, os.Args[1:]))
}

// run serves until the context ends, and returns the exit code.
func run(ctx context.Context, stdout, stderr io.Writer, args []string) int {
	o, err := parseOptions(args)
	switch {
	case errors.Is(err, pflag.ErrHelp):
		return show(stdout, stderr, usageText)
	case err != nil:
		io.WriteString(stderr, line(err)+tryHelp)
		return exitUsage
	case o.version:
		return show(stdout, stderr, versionText)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memory)
	}
	log := startLog(stderr)
	defer log.end()
	if err := serve(ctx, o, log); err != nil {
		log.report(err)
		return exitFailed
	}
	return exitOK
}

func show(stdout, stderr io.Writer, text string) int {
	if _, err := io.WriteString(stdout, text); err != nil {
		io.WriteString(stderr, line(&failure{"write the answer", err}))
		return exitFailed
	}
	return exitOK
}

func serve(ctx context.Context, o *options, log *logger) error {
	listener, err := server.Listen(o.socket)
	if err != nil {
		return &failure{"listen", err}
	}
	sources := &answer.Sources{Services: o.services, Multiplexer: fsys.Last, Report: log.report}
	if o.multiplexer {
		sources.Multiplexer = fsys.First
	}
	clients := peer.Below(userdb.Dir)
	m := manager.FromEnvironment()
	s := &server.Server{
		Settings: o.settings, Listener: listener,
		Ordinary: clients.Ordinary, Standing: clients.Standing, Answer: sources.Answer,
		Alive: m.Alive, Pulse: m.Pulse(),
	}
	stop := context.AfterFunc(ctx, func() {
		m.Stopping()
		s.Stop()
	})
	defer stop()
	if err := m.Ready(); err != nil {
		log.report(&failure{"tell the service manager", err})
	}
	if err := s.Run(); err != nil {
		return &failure{"serve", err}
	}
	return nil
}

// failure is what was attempted, and why it failed.
type failure struct {
	attempt string
	cause   error
}

func (f *failure) Error() string { return f.attempt + ": " + f.cause.Error() }
func (f *failure) Unwrap() error { return f.cause }
