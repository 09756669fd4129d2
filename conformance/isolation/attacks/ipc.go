package main

import (
	"strings"
	"unsafe"

	"github.com/serpent-os/wildebeest/conformance/isolation/host"
	"golang.org/x/sys/unix"
)

var ipc = []attack{
	{"shared-memory", "attach a System V memory segment of the host", sharedMemory},
	{"message-queue", "look at a System V message queue of the host", messageQueue},
	{"posix-queue", "open a POSIX message queue of the host", posixQueue},
}

func sharedMemory(h host.Host) string {
	data, err := unix.SysvShmAttach(h.Memory, 0, unix.SHM_RDONLY)
	if err != nil || !strings.Contains(string(data), host.Secret) {
		return ""
	}
	return "the host's secret, from its memory"
}

func messageQueue(h host.Host) string {
	const status = 2 // IPC_STAT
	var buffer [256]byte
	if _, _, errno := unix.Syscall(unix.SYS_MSGCTL, uintptr(h.Queue), status, uintptr(unsafe.Pointer(&buffer))); errno != 0 {
		return ""
	}
	return "a queue of the host"
}

func posixQueue(h host.Host) string {
	name := append([]byte(h.Posix), 0)
	fd, _, errno := unix.Syscall6(unix.SYS_MQ_OPEN, uintptr(unsafe.Pointer(&name[0])), unix.O_RDONLY, 0, 0, 0, 0)
	if errno != 0 {
		return ""
	}
	unix.Close(int(fd))
	return "a queue of the host"
}
