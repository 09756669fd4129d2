package main

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// aliases are headers that only include another one.
var aliases = []string{"memory.h", "wait.h", "syscall.h", "sys/bitypes.h", "sys/dir.h", "sys/errno.h", "sys/fcntl.h",
	"sys/poll.h", "sys/signal.h", "sys/syslog.h", "sys/termios.h", "sys/ucontext.h", "sys/unistd.h", "sys/vfs.h", "termio.h"}

// plainest picks the header to name to people: the one that shows least
// besides, and no alias of another.
func plainest(e *exposure, headers map[string]bool) string {
	best := slices.MinFunc(append(slices.Sorted(maps.Keys(headers)), "-"), func(a, b string) int {
		return cmp.Or(
			cmp.Compare(btoi(a == "-"), btoi(b == "-")),
			cmp.Compare(btoi(slices.Contains(aliases, a)), btoi(slices.Contains(aliases, b))),
			cmp.Compare(e.size[a], e.size[b]),
			cmp.Compare(a, b))
	})
	return best
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// parent returns the tag or typedef before the last dot.
func parent(name string) string { return name[:strings.LastIndexByte(name, '.')] }

// plainName strips "struct " and "parent." from a name.
func plainName(name string) string {
	if i := strings.LastIndexAny(name, " ."); i >= 0 && i+1 < len(name) {
		return name[i+1:]
	}
	return name
}
