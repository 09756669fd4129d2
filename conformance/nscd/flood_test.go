package nscd

import (
	"encoding/binary"
	"fmt"
	"io"
	"os/exec"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// numbers are such of a message, in the machine's byte order.
func numbers(list ...int32) []byte {
	var b []byte
	for _, n := range list {
		b = binary.NativeEndian.AppendUint32(b, uint32(n))
	}
	return b
}

// request asks for a user by the name, as musl's programs do.
func request(name string) []byte {
	return append(append(numbers(2, 0, int32(len(name)+1)), name...), 0)
}

// outcome is what became of many questions.
type outcome struct {
	longest                 time.Duration // that a client waited, from connecting on
	found, missing, unknown int
	lost                    int // connections without a whole reply
}

func (o *outcome) add(took time.Duration, found int32, err error) {
	o.longest = max(o.longest, took)
	switch {
	case err != nil:
		o.lost++
	case found == 1:
		o.found++
	case found == 0:
		o.missing++
	default:
		o.unknown++
	}
}

// A client has asked for a user and waits for the reply.
type client struct {
	since time.Time // when it began to connect
	came  []byte
}

// A crowd is many clients in one thread, so that what they cost hardly counts.
type crowd struct {
	poll    int
	waiting map[int32]*client
	result  outcome
}

// flood asks so many questions at once, each for one of the users flood0, flood1 and
// so on.
func flood(t *testing.T, count, users int) outcome {
	t.Helper()
	poll, err := unix.EpollCreate1(unix.EPOLL_CLOEXEC)
	check(t, err)
	defer unix.Close(poll)
	c := crowd{poll: poll, waiting: map[int32]*client{}}
	for i := range count {
		c.ask(t, request(fmt.Sprint("flood", i%users)))
	}
	for len(c.waiting) > 0 {
		c.read(t, time.Minute)
	}
	return c.result
}

// ask connects and asks. While the daemon's queue is full it waits, as a client does
// whose connect(2) blocks.
func (c *crowd) ask(t *testing.T, request []byte) {
	t.Helper()
	since := time.Now()
	fd, err := unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, 0)
	check(t, err)
	for {
		err := unix.Connect(fd, &unix.SockaddrUnix{Name: socket})
		if err == nil {
			break
		}
		if err != unix.EAGAIN {
			t.Fatal("connect: ", err)
		}
		c.read(t, time.Millisecond)
	}
	_, err = unix.Write(fd, request)
	check(t, err)
	check(t, unix.EpollCtl(c.poll, unix.EPOLL_CTL_ADD, fd, &unix.EpollEvent{Events: unix.EPOLLIN, Fd: int32(fd)}))
	c.waiting[int32(fd)] = &client{since: since}
}

// read reads the replies that have come.
func (c *crowd) read(t *testing.T, wait time.Duration) {
	t.Helper()
	events := make([]unix.EpollEvent, 256)
	n, err := unix.EpollWait(c.poll, events, int(wait.Milliseconds()))
	if err == unix.EINTR {
		return
	}
	check(t, err)
	if n == 0 && wait == time.Minute {
		t.Fatalf("%d clients wait without end", len(c.waiting))
	}
	for _, e := range events[:n] {
		one := c.waiting[e.Fd]
		buf := make([]byte, 4096)
		n, err := unix.Read(int(e.Fd), buf)
		if n > 0 {
			one.came = append(one.came, buf[:n]...)
			continue
		}
		var found int32
		if err == nil && len(one.came) < 36 {
			err = io.ErrUnexpectedEOF
		} else if err == nil {
			found = int32(binary.NativeEndian.Uint32(one.came[4:]))
		}
		c.result.add(time.Since(one.since), found, err)
		unix.Close(int(e.Fd))
		delete(c.waiting, e.Fd)
	}
}

// muslFlood is flood by threads of a program linked to musl.
func muslFlood(t *testing.T, count, users int) outcome {
	t.Helper()
	out, err := exec.Command(program("flood"), fmt.Sprint(count), fmt.Sprint(users)).Output()
	check(t, err)
	var o outcome
	var ms int
	if _, err := fmt.Sscan(string(out), &ms, &o.found, &o.missing, &o.unknown); err != nil {
		t.Fatalf("%s: %v", out, err)
	}
	o.longest = time.Duration(ms) * time.Millisecond
	return o
}
