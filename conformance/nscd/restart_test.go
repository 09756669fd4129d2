package nscd

import (
	"net"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/serpent-os/wildebeest/conformance/userdb"
)

// TestSecond: a second daemon leaves the first alone.
func TestSecond(t *testing.T) {
	system.write(t)
	first := nscd(t)
	out, err := exec.Command(program("nscd")).CombinedOutput()
	exit, ok := err.(*exec.ExitError)
	if want := "nscd: listen: lock /var/run/nscd/nscd.pid: process "; !ok || exit.ExitCode() != 1 || !strings.HasPrefix(string(out), want) || !strings.HasSuffix(string(out), " serves here; end it first\n") {
		t.Errorf("%v %q", err, out)
	}
	root(t)
	first.stop(t, syscall.SIGTERM)
	if code := first.ProcessState.ExitCode(); code != 0 || first.log.String() != "" {
		t.Errorf("exit code %d: %s", code, first.log.String())
	}
	if list, _ := os.ReadDir("/run/nscd"); len(list) != 1 || list[0].Name() != "nscd.pid" {
		t.Errorf("left behind: %v", list)
	}
}

// TestKilled: the socket of a daemon that was killed refuses clients at once, until
// the next one puts its own there.
func TestKilled(t *testing.T) {
	system.write(t)
	nscd(t).stop(t, syscall.SIGKILL)
	if _, err := net.Dial("unix", socket); err == nil || !strings.Contains(err.Error(), "refused") {
		t.Errorf("the dead socket: %v", err)
	}
	if got := ask(t, "ask", "n", "drop"); got != "n drop:\n" {
		t.Errorf("%q", got)
	}
	check(t, os.WriteFile("/run/nscd/socket.new", nil, 0o600)) // it was killed in between
	start(t, exec.Command(program("nscd")))
	until(t, "the next daemon answers", func() bool { return strings.Contains(ask(t, "ask", "n", "drop"), "drop:x:61500") })
}

// TestStop: whoever has connected when the daemon is to end has its answer.
func TestStop(t *testing.T) {
	system.write(t)
	service{Records: userdb.Records{Name: "io.test.Slow", Users: []object{{"userName": "dyn", "uid": 61000, "service": "io.test.Slow"}}}, Delay: 300 * time.Millisecond}.start(t)
	d := nscd(t, "--timeout=20s")
	var clients []net.Conn
	for range 200 {
		c := dial(t)
		_, err := c.Write(request("dyn"))
		check(t, err)
		clients = append(clients, c)
	}
	check(t, d.Process.Signal(syscall.SIGTERM))
	until(t, "the socket is gone", func() bool { _, err := os.Lstat(socket); return err != nil })
	for i, c := range clients {
		if got := found(everything(t, c)); got != 1 {
			t.Fatalf("client %d: %d", i, got)
		}
	}
	<-d.ended
	if code := d.ProcessState.ExitCode(); code != 0 || d.log.String() != "" {
		t.Errorf("exit code %d: %s", code, d.log.String())
	}
}

// TestRestarts: while the daemon is restarted over and over, programs find what there
// is, or nothing where they ask in between; none has an error or waits.
func TestRestarts(t *testing.T) {
	system.write(t)
	var over atomic.Bool
	var asked, missed atomic.Int64
	var all sync.WaitGroup
	for range 2 {
		all.Go(func() {
			for !over.Load() {
				out, err := exec.Command(program("ask"), "n", "drop", "l", "drop").Output()
				lines := strings.Split(string(out), "\n")
				if err != nil || lines[0] != "n drop:" && lines[0] != "n drop: drop:x:61500:61500:drop:/:/usr/sbin/nologin" || lines[1] != "l drop: 7 10" {
					t.Errorf("%v %q", err, out)
				}
				asked.Add(1)
				if lines[0] == "n drop:" {
					missed.Add(1)
				}
			}
		})
	}
	for range 20 {
		d := nscd(t, "--timeout=10s")
		time.Sleep(20 * time.Millisecond)
		d.stop(t, syscall.SIGTERM)
	}
	over.Store(true)
	all.Wait()
	t.Logf("%d programs asked; %d of them when no daemon ran", asked.Load(), missed.Load())
	if asked.Load() == missed.Load() {
		t.Error("nobody had an answer")
	}
}
