package system

import (
	"strconv"
	"syscall"

	"github.com/serpent-os/wildebeest/cmd/getconf/internal/startlimit"
	"github.com/serpent-os/wildebeest/cmd/getconf/internal/value"
)

// Resources of asm-generic/resource.h that package syscall does not name.
const (
	rlimitNproc      = 6
	rlimitSigpending = 11
)

const unlimited = ^uint64(0) // RLIM_INFINITY

func MuslChildMax(*Query) (string, error) { return muslLimit(softLimit(rlimitNproc)) }

func MuslOpenMax(*Query) (string, error) {
	return muslLimit(startlimit.OpenFiles, startlimit.Errno == 0)
}

// muslLimit is a soft limit as musl tells it: at most LONG_MAX.
func muslLimit(limit uint64, ok bool) (string, error) {
	if !ok || limit == unlimited {
		return "", value.Undefined
	}
	return value.Number(limit)
}

func GlibcChildMax(*Query) (string, error)    { return glibcLimit(softLimit(rlimitNproc)) }
func GlibcSignalQueue(*Query) (string, error) { return glibcLimit(softLimit(rlimitSigpending)) }

// glibcLimit is a soft limit as glibc 2.36 was observed to tell it: the bits
// of the limit as a long, where getrlimit of 32-bit targets has no more than
// 32 of them.
func glibcLimit(limit uint64, ok bool) (string, error) {
	if !ok {
		return "", value.Undefined
	}
	if limit > uint64(^uint(0)) {
		limit = unlimited
	}
	return value.Long(int(limit))
}

// GlibcOpenMax is getdtablesize(): the soft limit as an int.
func GlibcOpenMax(*Query) (string, error) {
	if startlimit.Errno != 0 {
		return "256", nil
	}
	limit := startlimit.OpenFiles
	if limit > uint64(^uint(0)) {
		limit = unlimited
	}
	return value.Long(int(int32(limit)))
}

// QuarterOfStack is glibc's ARG_MAX: a quarter of the soft limit of the stack,
// and at least 128 KiB, at most 6 MiB.
func QuarterOfStack(*Query) (string, error) {
	const least, most = 131072, 6 << 20
	limit, ok := softLimit(syscall.RLIMIT_STACK)
	if !ok {
		return value.Number(least)
	}
	return value.Number(min(max(limit/4, least), most))
}

func softLimit(resource int) (limit uint64, ok bool) {
	var l syscall.Rlimit
	err := syscall.Getrlimit(resource, &l)
	return l.Cur, err == nil
}

// KernelGroups is glibc's NGROUPS_MAX.
func KernelGroups(*Query) (string, error) {
	const fallback = 65536
	text, err := readFile("/proc/sys/kernel/ngroups_max")
	n, ok := leadingNumber(text)
	if err != nil || !ok {
		n = fallback
	}
	return strconv.Itoa(n), nil
}
