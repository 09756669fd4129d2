// Getconf prints the configuration values of the system: what sysconf, confstr
// and pathconf tell a program linked to musl, in the form of glibc's getconf.
//
// The start of the process is most of its cost, so nothing is computed before
// main: tables are static data without maps, and os, fmt and flag packages stay
// out. The command line is not flag's or pflag's kind either (-vSPEC, an option
// that counts only as the first argument), so it is parsed by hand.
package main

import (
	"io"
	"syscall"

	"github.com/serpent-os/wildebeest/cmd/internal/process"
)

// The exit codes are those of glibc 2.36's getconf, and 1 for a failed write.
const (
	exitOK          = 0
	exitWriteFailed = 1
	exitUsage       = 2
	exitPathFailed  = 3
)

func main() {
	syscall.Exit(run(process.Stdout, process.Stderr, process.Arguments(), process.Getenv("GETCONF_LIBC")))
}

// run does what the command line args says, args[0] being the program's name.
// It returns the exit code.
func run(stdout, stderr io.Writer, args []string, libcName string) int {
	program := "getconf"
	if len(args) > 0 {
		program, args = args[0], args[1:]
	}
	request, err := parse(args, libcName)
	if err == nil {
		var output []byte
		if output, err = request.output(); err == nil {
			_, err = stdout.Write(output)
			if err != nil {
				return report(stderr, program, &failure{exitWriteFailed, "write error: " + message(err)})
			}
			return exitOK
		}
	}
	return report(stderr, program, err)
}

// report prints err as glibc's getconf would and returns the exit code.
func report(stderr io.Writer, program string, err error) int {
	failed, ok := err.(*failure)
	if !ok {
		io.WriteString(stderr, usage(program))
		return exitUsage
	}
	io.WriteString(stderr, program+": "+failed.text+"\n")
	return failed.code
}

// failure is an error that getconf reports in one line, and its exit code.
type failure struct {
	code int
	text string
}

func (f *failure) Error() string { return f.text }

// message is the text that strerror has for the cause of err: the texts of
// package syscall, which begin with a lower-case letter, in glibc's spelling.
func message(err error) string {
	if err == syscall.ESTALE {
		return "Stale file handle"
	}
	text := []byte(err.Error())
	if len(text) > 0 && 'a' <= text[0] && text[0] <= 'z' {
		text[0] -= 'a' - 'A'
	}
	return string(text)
}
