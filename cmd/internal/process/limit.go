package process

// addressSpace is how many bytes of address space a 64-bit process of Go reserves
// before it runs: 1.18 GiB, of which it uses a few MiB. There is no setting for it.
//
//lint:ignore U1000 the entry points in assembly use it
const addressSpace = 5 << 28

// ExitLimit is the exit code of a program that can't start: EX_OSERR of sysexits.h.
const ExitLimit = 71

// addressLimit is where the entry point keeps RLIMIT_AS, soft and hard.
//
// With less than addressSpace the runtime would die with exit code 2, which scripts
// read as an answer. So the entry point raises a soft limit that far; where the hard
// one is lower, it writes the program's name and tooSmall, and exits.
//
//lint:ignore U1000 the entry points in assembly use it
var addressLimit [2]uint64

//lint:ignore U1000 the entry points in assembly write it
var tooSmall = ": start: the limit of address space (ulimit -v) is below the 1310720 KiB that the Go runtime reserves: raise it\n"
