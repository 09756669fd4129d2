// Package manager tells the service manager how the daemon fares: sd_notify(3) and
// sd_watchdog_enabled(3).
package manager

import (
	"os"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// A Manager is who started the daemon. The zero Manager hears nothing.
type Manager struct {
	socket   string
	watchdog time.Duration
}

// FromEnvironment finds the manager by the variables of a unit's process.
func FromEnvironment() Manager {
	m := Manager{socket: os.Getenv("NOTIFY_SOCKET")}
	if pid := os.Getenv("WATCHDOG_PID"); pid == "" || pid == strconv.Itoa(os.Getpid()) {
		if usec, err := strconv.ParseInt(os.Getenv("WATCHDOG_USEC"), 10, 64); err == nil && usec > 0 {
			m.watchdog = time.Duration(usec) * time.Microsecond
		}
	}
	return m
}

// Pulse is how often the manager wants to hear Alive; a long time where it does not.
func (m Manager) Pulse() time.Duration {
	if m.watchdog == 0 {
		return time.Hour
	}
	return m.watchdog / 3
}

// Ready tells that clients are served.
func (m Manager) Ready() error { return m.tell("READY=1") }

// Stopping tells that the daemon is about to end.
func (m Manager) Stopping() error { return m.tell("STOPPING=1") }

// Alive tells that the daemon does not hang.
func (m Manager) Alive() {
	if m.watchdog > 0 {
		m.tell("WATCHDOG=1")
	}
}

// tell sends a message, if there is room for one: the manager may be waiting for this
// process.
func (m Manager) tell(state string) error {
	if m.socket == "" {
		return nil
	}
	fd, err := unix.Socket(unix.AF_UNIX, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, 0)
	if err != nil {
		return err
	}
	defer unix.Close(fd)
	name := m.socket
	if strings.HasPrefix(name, "@") { // in the abstract namespace
		name = "\x00" + name[1:]
	}
	return unix.Sendto(fd, []byte(state), unix.MSG_NOSIGNAL, &unix.SockaddrUnix{Name: name})
}
