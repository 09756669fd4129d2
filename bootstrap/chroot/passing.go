package chroot

import (
	"os"

	"golang.org/x/sys/unix"
)

// socketPair makes two connected sockets, by which processes pass descriptors.
func socketPair(name string) (one, other *os.File, err error) {
	ends, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return nil, nil, os.NewSyscallError("socketpair", err)
	}
	return os.NewFile(uintptr(ends[0]), name), os.NewFile(uintptr(ends[1]), name), nil
}

// maxPassed is how many descriptors come at a time.
const maxPassed = 3

// pass sends descriptors, with one byte to carry them.
func pass(socket int, fds ...int) error {
	return os.NewSyscallError("sendmsg", unix.Sendmsg(socket, []byte{'\n'}, unix.UnixRights(fds...), nil, 0))
}

// receive reads into data what has come, and the descriptors that came with it.
// At the end it reads nothing.
func receive(socket int, data []byte) (n int, fds []int, err error) {
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
