package chroot

import (
	"encoding/binary"
	"fmt"
	"net/netip"
	"os"
	"runtime"
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

// architectures of the kernel's filters; on others there is no watch.
var architectures = map[string]uint32{"amd64": unix.AUDIT_ARCH_X86_64, "arm64": unix.AUDIT_ARCH_AARCH64}

// newWatch makes the kernel notify the watch of the calling thread, which has to
// be locked, and of all processes that it starts from now on. It returns nil where
// the kernel has no such filters.
func newWatch() *watch {
	arch, ok := architectures[runtime.GOARCH]
	if !ok {
		return nil
	}
	program := filter(arch)
	prog := unix.SockFprog{Len: uint16(len(program)), Filter: &program[0]}
	listener, _, errno := unix.Syscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, unix.SECCOMP_FILTER_FLAG_NEW_LISTENER, uintptr(unsafe.Pointer(&prog)))
	if errno != 0 {
		return nil
	}
	unix.CloseOnExec(int(listener))
	w := &watch{listener: int(listener)}
	go w.listen()
	return w
}

// filter notifies of connect, sendmsg and sendmmsg, and of sendto with an address;
// the offsets are those of struct seccomp_data.
func filter(arch uint32) []unix.SockFilter {
	const (
		offsetNr, offsetArch, offsetArg4 = 0, 4, 16 + 4*8
		load                             = unix.BPF_LD | unix.BPF_W | unix.BPF_ABS
		equal                            = unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K
		end                              = unix.BPF_RET | unix.BPF_K
	)
	return []unix.SockFilter{
		{Code: load, K: offsetArch},
		{Code: equal, K: arch, Jf: 9}, // → allow
		{Code: load, K: offsetNr},
		{Code: equal, K: unix.SYS_CONNECT, Jt: 8},  // → notify
		{Code: equal, K: unix.SYS_SENDMSG, Jt: 7},  // → notify
		{Code: equal, K: unix.SYS_SENDMMSG, Jt: 6}, // → notify
		{Code: equal, K: unix.SYS_SENDTO, Jf: 4},   // → allow
		{Code: load, K: offsetArg4},
		{Code: equal, K: 0, Jf: 3}, // → notify
		{Code: load, K: offsetArg4 + 4},
		{Code: equal, K: 0, Jf: 1}, // → notify
		{Code: end, K: unix.SECCOMP_RET_ALLOW},
		{Code: end, K: unix.SECCOMP_RET_USER_NOTIF},
	}
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
	line, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", pid))
	if err != nil {
		return fmt.Sprintf("process %d", pid)
	}
	return commandLine(line)
}

// commandLine is the text of a /proc/PID/cmdline.
func commandLine(line []byte) string {
	text := strings.TrimSpace(strings.ReplaceAll(string(line), "\x00", " "))
	if len(text) > maxName {
		text = text[:maxName] + "…"
	}
	return text
}
