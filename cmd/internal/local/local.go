// Package local exchanges messages with daemons over stream sockets of the file
// system, within a time limit.
package local

import (
	"io"
	"time"

	"golang.org/x/sys/unix"
)

// Conn is a connection.
type Conn struct {
	fd       int
	deadline time.Time
}

// Dial connects to the socket at path. What isn't read or written by the deadline
// fails with ETIMEDOUT, however much came until then.
func Dial(path string, deadline time.Time) (*Conn, error) {
	fd, err := unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	if err := unix.Connect(fd, &unix.SockaddrUnix{Name: path}); err != nil {
		unix.Close(fd)
		return nil, err
	}
	return &Conn{fd, deadline}, nil
}

// Close ends the connection.
func (c *Conn) Close() { unix.Close(c.fd) }

// Read reads what is there, as io.Reader.
func (c *Conn) Read(p []byte) (int, error) {
	for {
		if !time.Now().Before(c.deadline) {
			return 0, unix.ETIMEDOUT
		}
		n, err := unix.Read(c.fd, p)
		switch {
		case err == unix.EAGAIN:
			err = c.wait(unix.POLLIN)
			if err != nil {
				return 0, err
			}
		case err == unix.EINTR:
		case err != nil:
			return 0, err
		case n == 0 && len(p) > 0:
			return 0, io.EOF
		default:
			return n, nil
		}
	}
}

// Write writes all of p, as io.Writer. A daemon that went away is an error, not
// a signal.
func (c *Conn) Write(p []byte) (int, error) {
	for sent := 0; sent < len(p); {
		n, err := unix.SendmsgN(c.fd, p[sent:], nil, nil, unix.MSG_NOSIGNAL)
		switch {
		case err == unix.EAGAIN:
			if err := c.wait(unix.POLLOUT); err != nil {
				return sent, err
			}
		case err != nil && err != unix.EINTR:
			return sent, err
		case err == nil:
			sent += n
		}
	}
	return len(p), nil
}

func (c *Conn) wait(events int16) error {
	left := time.Until(c.deadline)
	if left <= 0 {
		return unix.ETIMEDOUT
	}
	_, err := unix.Poll([]unix.PollFd{{Fd: int32(c.fd), Events: events}}, int(left/time.Millisecond)+1)
	if err == unix.EINTR {
		return nil
	}
	return err
}
