package chroot

import (
	"encoding/binary"
	"fmt"
	"io"
	"net/netip"
	"os"
	"slices"
	"strings"
	"sync"
	"unsafe"

	"golang.org/x/sys/unix"
)

// A watch records which processes try to reach the network. The kernel notifies
// it before each system call that names an address (seccomp_unotify(2)). It lets
// all of them continue: the network namespace keeps them from reaching anything.
type watch struct {
	listener int

	mu   sync.Mutex
	seen []string
}

// maxSeen bounds how many attempts are remembered, maxName the bytes of a name.
const (
	maxSeen = 8
	maxName = 100
)

// listenTo starts a watch on the listener of a filter; there is none for -1.
func listenTo(listener int) *watch {
	if listener < 0 {
		return nil
	}
	w := &watch{listener: listener}
	go w.listen()
	return w
}

// The kernel's struct seccomp_notif and seccomp_notif_resp.
type (
	notification struct {
		id         uint64
		pid, flags uint32
		nr         int32
		arch       uint32
		ip         uint64
		args       [6]uint64
	}
	reply struct {
		id    uint64
		val   int64
		err   int32
		flags uint32
	}
)

// listen answers until this process ends.
func (w *watch) listen() {
	for {
		var call notification
		_, _, errno := unix.Syscall(unix.SYS_IOCTL, uintptr(w.listener), unix.SECCOMP_IOCTL_NOTIF_RECV, uintptr(unsafe.Pointer(&call)))
		if errno == unix.EINTR || errno == unix.ENOENT { // the notifying process has ended
			continue
		}
		if errno != 0 {
			return
		}
		if to, ok := destination(call); ok {
			w.remember(processName(call.pid) + " → " + to)
		}
		answer := reply{id: call.id, flags: unix.SECCOMP_USER_NOTIF_FLAG_CONTINUE}
		unix.Syscall(unix.SYS_IOCTL, uintptr(w.listener), unix.SECCOMP_IOCTL_NOTIF_SEND, uintptr(unsafe.Pointer(&answer)))
	}
}

func (w *watch) remember(attempt string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.seen) < maxSeen && !slices.Contains(w.seen, attempt) {
		w.seen = append(w.seen, attempt)
	}
}

// attempts returns what was recorded so far.
func (w *watch) attempts() []string {
	if w == nil {
		return nil
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.seen)
}

// destination reads the address of a system call from the notifying process's
// memory, and tells whether it is one of the network: not this machine's own
// loopback, except where names are looked up.
func destination(n notification) (string, bool) {
	at, size := n.args[1], n.args[2] // connect(fd, address, size)
	switch n.nr {
	case unix.SYS_SENDTO: // (fd, buffer, length, flags, address, size)
		at, size = n.args[4], n.args[5]
	case unix.SYS_SENDMSG, unix.SYS_SENDMMSG: // (fd, *msghdr, …): name and its size are first
		header, err := readMemory(n.pid, n.args[1], 12)
		if err != nil {
			return "", false
		}
		at, size = binary.NativeEndian.Uint64(header), uint64(binary.NativeEndian.Uint32(header[8:]))
	}
	if at == 0 || size < 8 {
		return "", false
	}
	address, err := readMemory(n.pid, at, int(min(size, 28)))
	if err != nil {
		return "", false
	}
	var ip netip.Addr
	switch binary.NativeEndian.Uint16(address) {
	case unix.AF_INET:
		ip, _ = netip.AddrFromSlice(address[4:8])
	case unix.AF_INET6:
		if len(address) < 24 {
			return "", false
		}
		ip, _ = netip.AddrFromSlice(address[8:24])
	default:
		return "", false
	}
	port := binary.BigEndian.Uint16(address[2:])
	if port == 53 {
		return fmt.Sprintf("%v port 53, to look up a name", ip), true
	}
	return netip.AddrPortFrom(ip, port).String(), !ip.IsLoopback() && !ip.Unmap().IsLoopback()
}

func readMemory(pid uint32, at uint64, size int) ([]byte, error) {
	file, err := os.Open(fmt.Sprintf("/proc/%d/mem", pid))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data := make([]byte, size)
	_, err = file.ReadAt(data, int64(at))
	return data, err
}

// processName is a process's command line, shortened.
func processName(pid uint32) string {
	if line := commandLine(pid); line != "" {
		return line
	}
	return fmt.Sprintf("process %d", pid)
}

// commandLine is the text of a /proc/PID/cmdline, shortened, or "" for a process that
// has ended or has none. A process can say that gigabytes of its memory are it
// (PR_SET_MM_MAP of prctl(2)), so no more is read than is shown.
func commandLine(pid uint32) string {
	file, err := os.Open(fmt.Sprintf("/proc/%d/cmdline", pid))
	if err != nil {
		return ""
	}
	defer file.Close()
	line := make([]byte, maxName+1)
	n, err := io.ReadFull(file, line)
	if err != nil && err != io.ErrUnexpectedEOF {
		return ""
	}
	text := strings.TrimSpace(strings.ReplaceAll(string(line[:min(n, maxName)]), "\x00", " "))
	if n > maxName {
		text += "…"
	}
	return text
}
