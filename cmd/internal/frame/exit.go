package frame

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
)

// An Exit is an error that ends the program with this status and without a
// message.
type Exit int

func (e Exit) Error() string { return fmt.Sprintf("exit status %d", int(e)) }

// Code is the error of an exit status: nil for 0.
func Code(status int) error {
	if status == ExitOK {
		return nil
	}
	return Exit(status)
}

// A usageError is a wrong command line. Its message ends with where the options
// are listed.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// Usagef makes the error of a wrong command line.
func Usagef(format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...)}
}

// Output returns the error of a write to the standard output. A reader that went
// away is not worth a message.
func Output(_ int, err error) error {
	if errors.Is(err, syscall.EPIPE) {
		return Exit(ExitOutput)
	}
	if err != nil {
		return fmt.Errorf("write the output: %w", err)
	}
	return nil
}

// report writes the message of an error and returns its exit status. ran is the
// command that returned it.
func (t *Tool) report(ctx context.Context, stderr io.Writer, ran *cobra.Command, err error) int {
	var exit Exit
	var usage usageError
	switch {
	case err == nil:
		return ExitOK
	case errors.As(err, &exit):
		return int(exit)
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "%s: %s %s\n", t.Name, clause(attempted(ran, err)), whereToLook(ran))
		return ExitUsage
	case ctx.Err() != nil:
		err = errors.New(t.interrupted())
	}
	Complain(stderr, ran, err)
	return t.Failure
}

// Complain writes the message of an error that does not end the verb.
func Complain(stderr io.Writer, verb *cobra.Command, err error) {
	fmt.Fprintf(stderr, "%s: %s\n", verb.Root().Name(), attempted(verb, err))
}

// attempted is an error's text, which begins with the verb.
func attempted(ran *cobra.Command, err error) string {
	text := err.Error()
	if !ran.HasParent() {
		return text
	}
	for _, end := range []string{" ", ": "} {
		if strings.HasPrefix(text, ran.Name()+end) {
			return text
		}
	}
	return ran.Name() + ": " + text
}

// clause ends a text to which another is added.
func clause(text string) string {
	if strings.HasSuffix(text, "?") {
		return text
	}
	return text + ";"
}

// whereToLook names the command that shows how a command is used.
func whereToLook(ran *cobra.Command) string {
	if !ran.HasParent() || ran.Name() == "help" {
		return "`" + ran.Root().Name() + " help` lists the verbs"
	}
	return "`" + ran.Root().Name() + " help " + ran.Name() + "` lists the options"
}
