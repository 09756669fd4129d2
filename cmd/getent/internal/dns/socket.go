package dns

import (
	"encoding/binary"
	"time"

	"golang.org/x/sys/unix"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
)

// port is where name servers listen.
const port = 53

// maxMessage is the largest message of DNS.
const maxMessage = 1 << 16

func domain(a inet.Addr) int {
	if a.Is6 {
		return unix.AF_INET6
	}
	return unix.AF_INET
}

// dial starts to connect a socket that doesn't block.
func dial(server inet.Addr, kind int) (int, error) {
	fd, err := unix.Socket(domain(server), kind|unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, 0)
	if err != nil {
		return -1, err
	}
	if err := unix.Connect(fd, server.Sockaddr(port)); err != nil && err != unix.EINPROGRESS {
		unix.Close(fd)
		return -1, err
	}
	return fd, nil
}

// poll waits until a descriptor is ready; false when the deadline has passed.
func poll(polls []unix.PollFd, deadline time.Time) bool {
	for {
		left := time.Until(deadline)
		if left <= 0 {
			return false
		}
		n, err := unix.Poll(polls, int(left/time.Millisecond)+1)
		if err == nil && n > 0 {
			return true
		}
		if err != nil && err != unix.EINTR {
			return false
		}
	}
}

// stream is the exchange of messages over a TCP connection that doesn't block.
type stream struct {
	fd  int
	out []byte // what is left to send
	in  []byte // what came of the next reply
}

func dialStream(server inet.Addr) (*stream, error) {
	fd, err := dial(server, unix.SOCK_STREAM)
	if err != nil {
		return nil, err
	}
	return &stream{fd: fd}, nil
}

func (s *stream) close() { unix.Close(s.fd) }

// send queues a message.
func (s *stream) send(message []byte) {
	s.out = binary.BigEndian.AppendUint16(s.out, uint16(len(message)))
	s.out = append(s.out, message...)
}

// events are those to poll for.
func (s *stream) events() int16 {
	if len(s.out) > 0 {
		return unix.POLLOUT
	}
	return unix.POLLIN
}

// move sends or receives what can be without waiting. It returns a message when one
// is complete.
func (s *stream) move() (message []byte, err error) {
	if len(s.out) > 0 {
		n, err := unix.SendmsgN(s.fd, s.out, nil, nil, unix.MSG_NOSIGNAL)
		if err != nil {
			return nil, wait(err)
		}
		s.out = s.out[n:]
		return nil, nil
	}
	want := 2
	if len(s.in) >= 2 {
		want += int(binary.BigEndian.Uint16(s.in))
	}
	if len(s.in) < want {
		buf := make([]byte, want-len(s.in))
		n, err := unix.Read(s.fd, buf)
		if err != nil {
			return nil, wait(err)
		}
		if n == 0 {
			return nil, errClosed
		}
		s.in = append(s.in, buf[:n]...)
	}
	if len(s.in) < 2 || len(s.in) < 2+int(binary.BigEndian.Uint16(s.in)) {
		return nil, nil
	}
	message, s.in = s.in[2:], nil
	return message, nil
}

// errClosed is that the server has ended a connection.
const errClosed = unix.ENOTCONN

// wait is nil for an error after which the same has to be tried again.
func wait(err error) error {
	if err == unix.EAGAIN || err == unix.EINTR {
		return nil
	}
	return err
}
