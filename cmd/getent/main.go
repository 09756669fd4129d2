// Getent prints entries of the system's databases: users, groups, hosts,
// services and so on. Its form is that of glibc's getent, its answers are those
// that a program linked to musl gets on this machine; see getent(1).
//
// The start of the process is most of what a lookup in a small file costs: what
// every command needs goes without package os.
package main

import (
	"bufio"
	"io"
	"syscall"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/databases"
	"github.com/serpent-os/wildebeest/cmd/internal/process"
)

func main() {
	args := process.Arguments()
	syscall.Exit(run(process.Stdout, process.Stderr, args[min(1, len(args)):]))
}

// The exit codes of getent(1).
const (
	exitOK       = 0
	exitUsage    = 1  // unknown database or wrong number of arguments
	exitNotFound = 2  // at least one key was not found
	exitNoEnum   = 3  // the database can't be listed
	exitOption   = 64 // EX_USAGE of sysexits.h: an option error
	exitLimit    = process.ExitLimit
)

// run executes one command line and returns its exit code.
func run(stdout, stderr io.Writer, args []string) int {
	out := bufio.NewWriterSize(stdout, 16<<10)
	code := command(out, stderr, args)
	if err := out.Flush(); err != nil {
		complain(stderr, "write the answer", err)
		return exitUsage
	}
	return code
}

// command parses the command line and hands it to the database it names.
func command(out *bufio.Writer, stderr io.Writer, args []string) int {
	opt, code := parseOptions(out, stderr, args)
	if opt == nil {
		return code
	}
	if len(opt.args) == 0 {
		io.WriteString(stderr, "getent: wrong number of arguments\n")
		out.WriteString(tryHelp)
		return exitUsage
	}
	db := databases.Find(opt.args[0])
	if db == nil {
		io.WriteString(stderr, "Unknown database: "+opt.args[0]+"\n")
		out.WriteString(tryHelp)
		return exitUsage
	}
	s, err := newSession(stderr, opt)
	if err != nil {
		complain(stderr, "open --root", err)
		return exitUsage
	}
	defer s.close()
	p := databases.NewPrinter(out, stderr, opt.glibc)
	if keys := opt.args[1:]; len(keys) > 0 {
		switch found := db.Lookup(&s.sources, p, keys); {
		case found:
			return exitOK
		case s.limited:
			return exitLimit
		}
		return exitNotFound
	}
	if !db.List(&s.sources, p) {
		io.WriteString(stderr, "Enumeration not supported on "+db.Name()+"\n")
		return exitNoEnum
	}
	return exitOK
}
