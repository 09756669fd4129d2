package frame

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
)

// A signalled is the cause of a context that a signal ended.
type signalled struct{ syscall.Signal }

func (s signalled) Error() string { return s.String() }

// Interruptible makes a context that ends with SIGINT or SIGTERM, or with stop.
func Interruptible() (ctx context.Context, stop func()) {
	ctx, end := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM)
	go func() {
		if got, ok := (<-signals).(syscall.Signal); ok {
			end(signalled{got})
		}
	}()
	return ctx, func() {
		signal.Stop(signals)
		end(context.Canceled)
	}
}

// Interrupted is the exit of a verb that runs another program, in a context that a
// signal ended: a shell's status for a program that the signal ended.
func Interrupted(ctx context.Context) error {
	signal := signalled{syscall.SIGINT}
	errors.As(context.Cause(ctx), &signal)
	return Exit(128 + int(signal.Signal))
}
