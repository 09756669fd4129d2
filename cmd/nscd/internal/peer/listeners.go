package peer

import (
	"os"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// listeners are the processes that answer at the sockets in a directory, as the
// sockets themselves tell. They are found anew when the directory has changed.
type listeners struct {
	dir     string
	mu      sync.Mutex
	changed syscall.Timespec
	found   map[int32]string // their start times
}

// has tells whether a process is one of them, or a child of one.
func (l *listeners) has(p process) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.refresh()
	if start, ok := l.found[p.pid]; ok {
		return start == p.start
	}
	start, ok := l.found[p.parent]
	if !ok {
		return false
	}
	parent, ok := readProcess(p.parent)
	return ok && parent.start == start
}

// settled is how old a change must be for the next one to have another time: the
// clock of a file system ticks every few milliseconds.
const settled = 100 * time.Millisecond

func (l *listeners) refresh() {
	var st syscall.Stat_t
	if syscall.Stat(l.dir, &st) != nil {
		l.found, l.changed = nil, syscall.Timespec{}
		return
	}
	if st.Mtim == l.changed && l.found != nil {
		return
	}
	l.changed, l.found = st.Mtim, map[int32]string{}
	if time.Since(time.Unix(st.Mtim.Unix())) < settled {
		l.changed = syscall.Timespec{} // a change that follows may have the same time
	}
	entries, err := os.ReadDir(l.dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if e.Type()&os.ModeSocket == 0 {
			continue
		}
		// Process 1 listens for whom it has not started yet.
		if pid := listener(l.dir + "/" + e.Name()); pid > 1 {
			if p, ok := readProcess(pid); ok {
				l.found[pid] = p.start
			}
		}
	}
}

// listener is the process that listens at a socket; 0 if there is none.
func listener(path string) int32 {
	fd, err := unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, 0)
	if err != nil {
		return 0
	}
	defer unix.Close(fd)
	if unix.Connect(fd, &unix.SockaddrUnix{Name: path}) != nil {
		return 0
	}
	c, err := unix.GetsockoptUcred(fd, unix.SOL_SOCKET, unix.SO_PEERCRED)
	if err != nil {
		return 0
	}
	return c.Pid
}
