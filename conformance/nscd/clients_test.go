package nscd

import (
	"bytes"
	"encoding/binary"
	"io"
	"net"
	"os"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

func dial(t *testing.T) net.Conn {
	t.Helper()
	c, err := net.Dial("unix", socket)
	check(t, err)
	t.Cleanup(func() { c.Close() })
	return c
}

// everything is what comes of a connection until the daemon closes it.
func everything(t *testing.T, c net.Conn) []byte {
	t.Helper()
	check(t, c.SetDeadline(time.Now().Add(time.Minute)))
	text, err := io.ReadAll(c)
	if err != nil && !strings.Contains(err.Error(), "reset by peer") {
		t.Errorf("the connection stays: %v", err)
	}
	return text
}

// root is what the daemon answers for root.
func root(t *testing.T) {
	t.Helper()
	c := dial(t)
	_, err := c.Write(request("root"))
	check(t, err)
	if got, want := everything(t, c), append(numbers(2, 1, 5, 2, 0, 0, 5, 6, 8), "root\x00x\x00root\x00/root\x00/bin/sh\x00"...); !bytes.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestMalformed sends what no program linked to musl does. What asks for nothing has
// no answer; glibc's programs then look elsewhere.
func TestMalformed(t *testing.T) {
	system.write(t)
	d := nscd(t)
	missing := numbers(2, 0, 0, 0, 0, 0, 0, 0, 0)
	for name, c := range map[string]struct{ sent, want []byte }{
		"another version":    {append(numbers(1, 0, 5), "root\x00"...), nil},
		"shared memory":      {append(numbers(2, 11, 7), "passwd\x00"...), nil},
		"hosts":              {append(numbers(2, 4, 2), "a\x00"...), nil},
		"statistics":         {append(numbers(2, 10, 1), 0), nil},
		"no key":             {numbers(2, 0, 0), nil},
		"negative size":      {numbers(2, 0, -1), nil},
		"no NUL":             {append(numbers(2, 0, 4), "root"...), nil},
		"two names":          {append(numbers(2, 0, 7), "ro\x00ot\x00\x00"...), nil},
		"long key":           {append(numbers(2, 0, 1<<20), "root"...), missing},
		"endless key":        {append(numbers(2, 0, 1<<31-1), bytes.Repeat([]byte("a"), 100000)...), missing},
		"no number":          {append(numbers(2, 1, 2), "x\x00"...), missing},
		"number and more":    {append(numbers(2, 1, 3), "0x\x00"...), missing},
		"a second request":   {append(request("nx"), request("root")...), missing},
		"nothing":            {nil, nil},
		"less than a number": {[]byte{2, 0}, nil},
	} {
		conn := dial(t)
		conn.Write(c.sent)
		if len(c.sent) < 4 {
			conn.(*net.UnixConn).CloseWrite()
		}
		if got := everything(t, conn); !bytes.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	root(t)
	if got := openFiles(t, d); got > 16 {
		t.Errorf("%d files are open", got)
	}
	if text := d.log.String(); text != "" {
		t.Errorf("nscd says %s", text)
	}
}

// TestSlowClients: who sends nothing, or one byte after the other, or takes no
// answer, is cut off, and others have their answers meanwhile.
func TestSlowClients(t *testing.T) {
	tr := tree{"userdb/large.group": `{"groupName":"large","gid":7000,"members":["` + strings.Repeat(`x","`, 60000) + `x"]}`}
	for name, text := range system {
		tr[name] = text
	}
	tr.write(t)
	d := nscd(t, "--timeout=1s")
	root(t)
	before := openFiles(t, d)
	silent, dripping, deaf := dial(t), dial(t), dial(t)
	go func() {
		for _, c := range request(strings.Repeat("x", 1000)) {
			if _, err := dripping.Write([]byte{c}); err != nil {
				return
			}
			time.Sleep(20 * time.Millisecond)
		}
	}()
	_, err := deaf.Write(append(numbers(2, 2, 6), "large\x00"...))
	check(t, err)
	check(t, deaf.(*net.UnixConn).SetReadBuffer(4096))
	root(t)
	for _, c := range []net.Conn{silent, dripping} {
		if got := everything(t, c); len(got) > 0 {
			t.Errorf("%q for no request", got)
		}
	}
	until(t, "all are cut off", func() bool { return openFiles(t, d) <= before })
	root(t)
}

// TestCrowd: with all connections in use, who has kept the daemon waiting longest
// makes room, and one user can't have all.
func TestCrowd(t *testing.T) {
	system.write(t)
	nscd(t, "--connections=40", "--timeout=30s")
	var idle []net.Conn
	for range 100 {
		idle = append(idle, dial(t))
	}
	root(t)
	if got := everything(t, idle[0]); len(got) > 0 {
		t.Errorf("%q for no request", got)
	}
	nobody := make(chan []int)
	go func() { // on a thread that ends with this function, and with its user
		runtime.LockOSThread()
		var fds []int
		if _, _, errno := unix.RawSyscall(unix.SYS_SETRESUID, 65534, 65534, 65534); errno == 0 {
			for range 100 {
				fd, err := unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
				if err == nil && unix.Connect(fd, &unix.SockaddrUnix{Name: socket}) == nil {
					fds = append(fds, fd)
				}
			}
		}
		nobody <- fds
	}()
	fds := <-nobody
	if len(fds) != 100 {
		t.Fatalf("%d connections of nobody", len(fds))
	}
	root(t)
	closed := 0
	for _, fd := range fds {
		var b [1]byte
		if n, _, err := unix.Recvfrom(fd, b[:], unix.MSG_DONTWAIT); n == 0 && err == nil {
			closed++
		}
		unix.Close(fd)
	}
	if closed < 70 || closed == 100 {
		t.Errorf("%d of nobody's 100 connections are closed; it may have 30 of 40", closed)
	}
}

// TestBlockedLog: nobody reads what the daemon says, and it answers as before.
func TestBlockedLog(t *testing.T) {
	system.write(t)
	for _, name := range []string{"io.test.A", "io.test.B"} {
		check(t, os.MkdirAll(userdbDir, 0o755))
		l, err := net.Listen("unix", userdbDir+"/"+name)
		check(t, err)
		defer l.Close()
		go func() {
			for {
				c, err := l.Accept()
				if err != nil {
					return
				}
				c.Write([]byte("nonsense\x00"))
				c.Close()
			}
		}()
	}
	defer os.RemoveAll(userdbDir)
	var pipe [2]int
	check(t, unix.Pipe2(pipe[:], unix.O_CLOEXEC|unix.O_NONBLOCK))
	for {
		if _, err := unix.Write(pipe[1], make([]byte, 4096)); err != nil {
			break
		}
	}
	check(t, unix.SetNonblock(pipe[1], false))
	reader, writer := os.NewFile(uintptr(pipe[0]), "reader"), os.NewFile(uintptr(pipe[1]), "writer")
	d := nscdTo(t, writer)
	for range 200 {
		if got := ask(t, "ask", "n", "nx", "n", "root"); !strings.HasSuffix(got, "n root: root:x:0:0:root:/root:/bin/sh\n") {
			t.Fatalf("%q", got)
		}
	}
	check(t, d.Process.Signal(syscall.SIGTERM))
	<-d.ended
	reader.Close()
	writer.Close()
}

// found is the number of a reply that says whether there is one.
func found(reply []byte) int32 {
	if len(reply) < 8 {
		return -2
	}
	return int32(binary.NativeEndian.Uint32(reply[4:]))
}
