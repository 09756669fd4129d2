package main

import (
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// endsWithin is 2 s, for a machine that does other things as well.
const endsWithin = 6 * time.Second

// TestSignalsEndVerbs sends both signals to each verb that can take long, while it
// does what takes long.
func TestSignalsEndVerbs(t *testing.T) {
	recipes := recipeSet(t, map[string]string{
		"slow":   "builddeps: [filesystem]\nbuild: |\n  trap '' TERM INT\n  echo begun\n  exec -a wildebeest-signal-test sleep 6000\ninstall: |\n  true\n",
		"stall":  "upstreams:\n  - " + stalling(t) + "/stall-1.tar: " + strings.Repeat("0", 64) + "\ninstall: |\n  true\n",
		"chatty": "builddeps: [filesystem]\nbuild: |\n  yes | head -c 10000000\ninstall: |\n  echo > %(installroot)/x\n",
	})
	dir := t.TempDir()
	options := tools(t, recipes, dir)
	must(t, append([]string{"stage3", "chatty"}, options...)...)
	must(t, append([]string{"stage3", "--root=" + filepath.Join(dir, "sysroot/made"), "filesystem"}, options...)...)
	for _, test := range []struct {
		label string
		args  []string
		until string // the verb's output, or "" for a moment
		deaf  bool   // nobody reads the output
	}{
		{"stage3, building", append([]string{"stage3", "slow"}, options...), "slow 1: building", false},
		{"stage3, downloading", append([]string{"stage3", "stall"}, options...), "", false},
		{"probe", append([]string{"probe", "slow"}, options...), "slow 1: building", false},
		{"verify", append([]string{"verify", "slow"}, options...), "slow 1: building", false},
		{"log, to who does not read", []string{"log", "--state=" + dir, "chatty"}, "", true},
	} {
		for _, signal := range []os.Signal{unix.SIGTERM, unix.SIGINT} {
			t.Run(test.label+", "+signal.String(), func(t *testing.T) {
				interrupt(t, test.args, test.until, test.deaf, signal)
			})
		}
	}
	if found := processes(t, "wildebeest-signal-test"); len(found) > 0 {
		t.Errorf("builds go on: %v", found)
	}
}

// interrupt starts a verb, waits for an output, sends the signal and waits for the
// end.
func interrupt(t *testing.T, args []string, until string, deaf bool, signal os.Signal) {
	t.Helper()
	command := exec.Command(program(t), args...)
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	if until == "" {
		time.Sleep(700 * time.Millisecond)
	} else {
		waitFor(t, out, until)
	}
	if !deaf {
		go io.Copy(io.Discard, out)
	}
	begin := time.Now()
	if err := command.Process.Signal(signal); err != nil {
		t.Fatalf("it ended by itself: %v", err)
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	select {
	case err := <-ended:
		if err == nil {
			t.Error("exit status 0")
		}
		t.Logf("ended after %v", time.Since(begin))
	case <-time.After(endsWithin):
		command.Process.Kill()
		t.Errorf("goes on %v after the signal", endsWithin)
	}
}

func waitFor(t *testing.T, out io.Reader, text string) {
	t.Helper()
	var seen strings.Builder
	for buffer := make([]byte, 4096); !strings.Contains(seen.String(), text); {
		n, err := out.Read(buffer)
		seen.Write(buffer[:n])
		if err != nil {
			t.Fatalf("%q did not come: %s", text, seen.String())
		}
	}
}

// stalling is the URL of a server that begins to answer.
func stalling(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "1000")
		io.WriteString(w, "x")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})}
	go server.Serve(listener)
	t.Cleanup(func() { server.Close() })
	return "http://" + listener.Addr().String()
}

// processes are the command lines of processes with a text in them.
func processes(t *testing.T, text string) []string {
	t.Helper()
	files, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, file := range files {
		line, _ := os.ReadFile(file)
		if strings.HasPrefix(string(line), text) {
			found = append(found, string(line))
		}
	}
	return found
}
