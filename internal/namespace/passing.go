package namespace

import (
	"os"

	"golang.org/x/sys/unix"
)

// SocketPair makes two connected sockets, of a kind such as SOCK_STREAM, by which
// processes pass descriptors.
func SocketPair(kind int, name string) (one, other *os.File, err error) {
	ends, err := unix.Socketpair(unix.AF_UNIX, kind|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return nil, nil, os.NewSyscallError("socketpair", err)
	}
	return os.NewFile(uintptr(ends[0]), name), os.NewFile(uintptr(ends[1]), name), nil
}

// maxPassed is how many descriptors come at a time.
const maxPassed = 4

// Pass sends descriptors, with data, of one byte at least, to carry them.
func Pass(socket int, data []byte, fds ...int) error {
	return os.NewSyscallError("sendmsg", unix.Sendmsg(socket, data, unix.UnixRights(fds...), nil, 0))
}

// Receive reads into data what has come, and the descriptors that came with it.
// At the end it reads nothing.
func Receive(socket int, data []byte) (n int, fds []int, err error) {
	control := make([]byte, unix.CmsgSpace(4*maxPassed))
	var controls int
	for {
		n, controls, _, _, err = unix.Recvmsg(socket, data, control, unix.MSG_CMSG_CLOEXEC)
		if err != unix.EINTR {
			break
		}
	}
	if err != nil {
		return 0, nil, os.NewSyscallError("recvmsg", err)
	}
	messages, err := unix.ParseSocketControlMessage(control[:controls])
	for _, message := range messages {
		passed, _ := unix.ParseUnixRights(&message)
		fds = append(fds, passed...)
	}
	return n, fds, err
}
