package nscd

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// A tree is the files below /etc; a text that begins with "-> " is a link.
type tree map[string]string

// write replaces what is in /etc.
func (tr tree) write(t testing.TB) {
	t.Helper()
	old, err := os.ReadDir("/etc")
	check(t, err)
	for _, e := range old {
		check(t, os.RemoveAll("/etc/"+e.Name()))
	}
	for name, content := range tr {
		path := filepath.Join("/etc", name)
		check(t, os.MkdirAll(filepath.Dir(path), 0o755))
		if target, ok := strings.CutPrefix(content, "-> "); ok {
			check(t, os.Symlink(target, path))
			continue
		}
		check(t, os.WriteFile(path, []byte(content), 0o644))
	}
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// until waits for what must come true.
func until(t testing.TB, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); !ok(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("timed out: ", what)
		}
	}
}

// A daemon is a running process.
type daemon struct {
	*exec.Cmd
	log   log
	ended chan struct{}
	end   sync.Once
}

// log is what a process has written so far.
type log struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(p)
}

func (l *log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

// start starts a process that is ended with the test.
func start(t testing.TB, cmd *exec.Cmd) *daemon {
	t.Helper()
	d := &daemon{Cmd: cmd, ended: make(chan struct{})}
	cmd.Stdout, cmd.Stderr = &d.log, &d.log
	check(t, cmd.Start())
	go func() {
		cmd.Wait()
		close(d.ended)
	}()
	t.Cleanup(func() { d.stop(t, syscall.SIGTERM) })
	return d
}

// stop ends the process by a signal.
func (d *daemon) stop(t testing.TB, signal os.Signal) {
	t.Helper()
	d.end.Do(func() {
		d.Process.Signal(syscall.SIGCONT)
		d.Process.Signal(signal)
	})
	select {
	case <-d.ended:
	case <-time.After(20 * time.Second):
		d.Process.Signal(syscall.SIGQUIT) // nscd tells what it waits for
		time.Sleep(time.Second)
		d.Process.Kill()
		t.Errorf("%s does not end: %s", d.Path, d.log.String())
	}
}

const socket = "/run/nscd/socket"

// nscd starts the daemon under test.
func nscd(t testing.TB, args ...string) *daemon {
	t.Helper()
	d := start(t, exec.Command(program("nscd"), args...))
	until(t, "nscd listens", func() bool {
		select {
		case <-d.ended:
			t.Fatal("nscd: ", d.log.String())
		default:
		}
		_, err := os.Stat(socket)
		return err == nil
	})
	return d
}

const userdbDir = "/run/systemd/userdb"

// userdbd starts systemd's own daemon.
func userdbd(t testing.TB) *daemon {
	t.Helper()
	check(t, os.MkdirAll(userdbDir, 0o755))
	d := start(t, exec.Command("/lib/systemd/systemd-userdbd"))
	t.Cleanup(func() {
		d.stop(t, syscall.SIGTERM)
		os.RemoveAll(userdbDir)
	})
	until(t, "systemd-userdbd listens", func() bool {
		_, err := os.Stat(userdbDir + "/io.systemd.DropIn")
		return err == nil
	})
	return d
}

// ask runs a program of testdata/ask.c.
func ask(t testing.TB, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(program(name), args...)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %q: %v", name, args, err)
	}
	return string(out)
}
