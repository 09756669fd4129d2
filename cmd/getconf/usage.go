package main

import (
	"strings"

	"github.com/serpent-os/wildebeest/internal/version"
)

// usage is what glibc 2.36's getconf prints for a command line that it cannot
// use; it names the program without its directory.
func usage(program string) string {
	program = program[strings.LastIndexByte(program, '/')+1:]
	return "Usage: " + program + " [-v specification] variable_name [pathname]\n" +
		"       " + program + " -a [pathname]\n"
}

const helpText = `Usage: getconf [--libc=LIBC] [-v SPEC] VARIABLE [PATH]
       getconf [--libc=LIBC] [-v SPEC] -a [PATH]

Print the value of a configuration variable, as a program linked to musl gets
it from sysconf, confstr or pathconf. Path variables need a PATH.

  -a           print every variable; the default PATH is /
  -v SPEC      accepted for POSIX; the answers are the same for every SPEC
  --libc=LIBC  whose answers: musl (the default), musl-VERSION, or glibc;
               GETCONF_LIBC in the environment says the same
  --help       print this text
  --version    print the version

Exit status: 0 for a value or "undefined", 1 when writing fails, 2 for a wrong
command line or an unknown variable, 3 when the PATH cannot be examined.

Example:
  $ getconf _NPROCESSORS_ONLN
  8
`

const versionText = "getconf (Wildebeest) " + version.Number + ": the form of glibc 2.36's getconf, the values of musl\n"
