package main

import (
	"os"
	"unsafe"

	"github.com/serpent-os/wildebeest/conformance/isolation/host"
	"golang.org/x/sys/unix"
)

var terminals = []attack{
	{"write-terminal", "write an escape sequence to the caller's terminal by /dev/tty", writeTerminal("/dev/tty")},
	{"write-terminal-device", "the same by the terminal's own name", func(h host.Host) string { return writeTerminal(h.Terminal)(h) }},
	{"type", "type a command into the caller's terminal", typeInto(unix.TIOCSTI)},
	{"type-with-high-bits", "the same, by a request whose upper half is not 0", typeInto(unix.TIOCSTI | 1<<32)},
	{"paste", "paste a selection into a virtual console", typeInto(unix.TIOCLINUX)},
	{"truncate-log", "cut off the log that standard output is", truncateLog},
	{"read-log", "read the log that standard output is", readLog},
	{"consoles", "open the machine's consoles", openAny("/dev/console", "/dev/tty0", "/dev/tty1", "/dev/vcs", "/dev/ttyS0")},
	{"steal-terminal", "make the caller's terminal that of a session of its own", stealTerminal},
}

func writeTerminal(path string) func(host.Host) string {
	return func(host.Host) string {
		fd, err := unix.Open(path, unix.O_WRONLY|unix.O_NOCTTY|unix.O_NONBLOCK, 0)
		if err != nil {
			return ""
		}
		if _, err := unix.Write(fd, []byte("\x1b]0;"+host.Mark+"\a")); err != nil {
			return ""
		}
		return path + " was written to"
	}
}

// ownTerminals are descriptors that could be of the caller's terminal.
func ownTerminals() []int {
	all := []int{0, 1, 2}
	if fd, err := unix.Open("/dev/tty", unix.O_RDWR|unix.O_NONBLOCK, 0); err == nil {
		all = append(all, fd)
	}
	return all
}

func typeInto(request uint64) func(host.Host) string {
	return func(host.Host) string {
		key := [2]byte{'x'}
		for _, fd := range ownTerminals() {
			_, _, errno := unix.Syscall(unix.SYS_IOCTL, uintptr(fd), uintptr(request), uintptr(unsafe.Pointer(&key)))
			if errno == 0 {
				return "a key was typed"
			}
		}
		return ""
	}
}

func stealTerminal(h host.Host) string {
	unix.Setsid()
	fds := ownTerminals()
	if fd, err := unix.Open(h.Terminal, unix.O_RDWR|unix.O_NOCTTY|unix.O_NONBLOCK, 0); err == nil {
		fds = append(fds, fd)
	}
	for _, fd := range fds {
		if unix.IoctlSetInt(fd, unix.TIOCSCTTY, 1) == nil {
			return "it is the session's terminal"
		}
	}
	return ""
}

func truncateLog(host.Host) string {
	for _, path := range []string{"/proc/self/fd/1", "/dev/stdout"} {
		if file, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil && file.Truncate(0) == nil {
			return "the log was cut off"
		}
	}
	if os.Stdout.Truncate(0) == nil {
		return "the log was cut off"
	}
	return ""
}

func readLog(host.Host) string {
	file, err := os.Open("/proc/self/fd/1")
	if err != nil {
		return ""
	}
	if info, err := file.Stat(); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	return secretOf(file)
}
