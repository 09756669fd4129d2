// Package limit says how much of the machine a build may take, and stops a build
// that takes more.
package limit

import (
	"time"

	"github.com/serpent-os/wildebeest/internal/cgroup"
	"golang.org/x/sys/unix"
)

// Limits bound one build. 0 is no limit.
type Limits struct {
	Kernel
	Time    time.Duration // of the recipe's sections, wall clock
	Silence time.Duration // without a byte of output
	Disk    Size          // what the build writes on the disk
	Log     Size          // what it prints
	Package Size          // what it installs, holes included
}

// Kernel are the limits that the kernel keeps, once it is told.
type Kernel struct {
	Memory    Size // of all processes together, where there are cgroups; else of each
	Processes int  // with threads
	Files     int  // that one process has open
	FileSize  Size // of one file
	Temporary Size // of the files in /tmp and /dev together, which are in memory
}

// Automatic is a limit that Resolve finds out: of the machine, or of the disk.
const Automatic Size = -1

// Default are the limits of a build for which nobody named others.
//   - Time: LLVM takes 10 hours on two cores.
//   - Silence: longer than linking LLVM with link-time optimisation prints nothing.
//   - Processes: make -j on the largest machines, with threads, takes a tenth.
//   - Log: no package of stage3 prints 10 MB.
//   - Package: many times what the largest packages have. Holes of sparse files take
//     no disk but are read as zeros, by this program and by those of its users.
//   - Files: lld opens all objects of a link.
//   - FileSize: the largest file of ext4. It is there for the holes of sparse files,
//     as what a file really takes is bound by Disk.
func Default() Limits {
	return Limits{
		Kernel: Kernel{Memory: Automatic, Processes: 16384, Files: 16384, FileSize: 16 * tera, Temporary: Automatic},
		Time:   24 * time.Hour, Silence: time.Hour, Disk: Automatic, Log: 100 * mega, Package: 64 * giga,
	}
}

// share is the part of something, in percent, that a build gets where nobody says
// how much: the rest is for the driver and for the machine.
const share = 90

// Resolve returns the limits with numbers in place of Automatic: nine tenths of
// this machine's memory, or of what this process's cgroup may have, and for files
// in memory half of that, at most half of the machine's. Disk stays Automatic, as
// it is of the time at which a build begins.
func (l Limits) Resolve() Limits {
	machine := machineMemory()
	if l.Memory == Automatic {
		l.Memory = machine
		if own := Size(cgroup.OwnMemory()); own > 0 && (machine == 0 || own < machine) {
			l.Memory = own
		}
		l.Memory = l.Memory / 100 * share
	}
	if l.Temporary == Automatic {
		l.Temporary = machine / 2
		if l.Memory > 0 {
			l.Temporary = min(l.Temporary, l.Memory/2)
		}
	}
	return l
}

// machineMemory is the machine's memory in bytes.
func machineMemory() Size {
	var info unix.Sysinfo_t
	if unix.Sysinfo(&info) != nil {
		return 0
	}
	return Size(uint64(info.Totalram) * uint64(info.Unit))
}
