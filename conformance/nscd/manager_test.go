package nscd

import (
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// nscdTo starts the daemon with standard error in a file.
func nscdTo(t *testing.T, stderr *os.File) *daemon {
	t.Helper()
	cmd := exec.Command(program("nscd"))
	d := &daemon{Cmd: cmd, ended: make(chan struct{})}
	cmd.Stderr = stderr
	check(t, cmd.Start())
	go func() {
		cmd.Wait()
		close(d.ended)
	}()
	t.Cleanup(func() { d.stop(t, syscall.SIGKILL) })
	until(t, "nscd listens", func() bool { _, err := os.Stat(socket); return err == nil })
	return d
}

// TestManager: the service manager hears that clients are served, that the daemon
// lives, and that it ends; and need not listen.
func TestManager(t *testing.T) {
	system.write(t)
	path := filepath.Join(t.TempDir(), "notify")
	l, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: path, Net: "unixgram"})
	check(t, err)
	defer l.Close()
	next := func() string {
		t.Helper()
		buf := make([]byte, 4096)
		check(t, l.SetReadDeadline(time.Now().Add(30*time.Second)))
		n, err := l.Read(buf)
		check(t, err)
		return string(buf[:n])
	}
	cmd := exec.Command(program("nscd"))
	cmd.Env = append(os.Environ(), "NOTIFY_SOCKET="+path, "WATCHDOG_USEC=150000")
	d := start(t, cmd)
	if got := next(); got != "READY=1" {
		t.Fatalf("%q", got)
	}
	root(t)
	for range 3 {
		if got := next(); got != "WATCHDOG=1" {
			t.Fatalf("%q", got)
		}
	}
	time.Sleep(3 * time.Second) // the queue of the socket is full by now
	root(t)
	for range 30 {
		next()
	}
	check(t, d.Process.Signal(syscall.SIGTERM))
	for last := ""; last != "STOPPING=1"; last = next() {
		if last != "" && last != "WATCHDOG=1" {
			t.Fatalf("%q", last)
		}
	}
	<-d.ended
}
