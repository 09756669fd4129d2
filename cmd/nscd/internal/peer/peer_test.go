package peer

import (
	"bufio"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

func TestParseStat(t *testing.T) {
	const rest = " S 1 7 7 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 1 0 4711 1 1 1"
	for text, want := range map[string]process{
		"7 (sh)" + rest:             {7, 1, "sh", "4711"},
		"7 ((unit))" + rest:         {7, 1, "(unit)", "4711"},
		"7 (a) S 2 (b) R 3)" + rest: {7, 1, "a) S 2 (b) R 3", "4711"},
	} {
		if got, ok := parseStat(7, text); !ok || got != want {
			t.Errorf("%q: %+v %v, want %+v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "7", "7 (sh", "7 )sh(", "7 (sh)", "7 (sh) S x" + rest[4:], "7 (sh) S 1 2 3"} {
		if got, ok := parseStat(7, text); ok {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

func TestGroupOf(t *testing.T) {
	for text, want := range map[string]bool{
		"0::/system.slice/systemd-userdbd.service\n":                                     true,
		"0::/system.slice/systemd-userdbd.service/worker\n":                              true,
		"12:cpu:/\n1:name=systemd:/machine.slice/x/system.slice/systemd-homed.service\n": true,
		"0::/system.slice/systemd-userdbd.service.d\n":                                   false,
		"0::/user.slice/user-7.slice/user@7.service/app.slice/systemd-userdbd.service\n": false,
		"0::/system.slice/cron.service\n":                                                false,
		"0::/\n":                                                                         false,
		"":                                                                               false,
	} {
		if got := groupOf(text, units[:]); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// TestListeners: who listens at a socket of the directory, and its children, are
// sources, as long as it does.
func TestListeners(t *testing.T) {
	dir := t.TempDir()
	sources := Below(dir)
	command := exec.Command("cat")
	in, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	defer command.Wait()
	defer in.Close()
	in.Write([]byte("\n"))
	bufio.NewReader(out).ReadString('\n') // it has become its program
	self, child := Client{PID: int32(os.Getpid())}, Client{PID: int32(command.Process.Pid)}
	expect := func(what string, want Standing) {
		t.Helper()
		sources.recent.list = [256]seen{}
		if got := sources.Standing(self); got != want {
			t.Errorf("%s: this process is %d, want %d", what, got, want)
		}
		if got := sources.Standing(child); got != want {
			t.Errorf("%s: its child is %d, want %d", what, got, want)
		}
	}
	expect("no socket", Other)
	l, err := net.Listen("unix", filepath.Join(dir, "io.test.Source"))
	if err != nil {
		t.Fatal(err)
	}
	expect("a socket", Source)
	l.Close()
	expect("the socket is gone", Other)
	for pid, want := range map[int32]Standing{1: Source, 0: Other, 1 << 30: Other} {
		if got := sources.Standing(Client{PID: pid}); got != want {
			t.Errorf("process %d: %d, want %d", pid, got, want)
		}
	}
}

// BenchmarkStanding finds out who a client is, for each question.
func BenchmarkStanding(b *testing.B) {
	sources := Below(b.TempDir())
	for b.Loop() {
		sources.recent.list = [256]seen{}
		sources.Standing(Client{PID: int32(os.Getpid())})
	}
}
