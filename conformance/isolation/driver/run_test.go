package driver

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/serpent-os/wildebeest/internal/namespace"
)

// An event is what the driver writes to --status-fd.
type event struct{ Event, Package, Why, Limit string }

// A result is what came of a run of the driver.
type result struct {
	code int
	said string           // what it wrote to its terminal
	last map[string]event // of each package
	took time.Duration
}

// patience is how long any run may take.
const patience = 15 * time.Minute

// stage3 runs the verb of that name on the workspace's recipes.
func (r *workspace) stage3(t *testing.T, args ...string) *result {
	t.Helper()
	return r.start(t, args...).wait(t)
}

// A started driver has its output on a terminal.
type started struct {
	command  *exec.Cmd
	said     chan string
	last     chan map[string]event
	terminal *os.File
	cancel   func()
	begin    time.Time
}

// start runs stage3 as the workspace's account. The assembled tools lie where an
// ordinary user has no access; a mount shows them.
func (r *workspace) start(t *testing.T, args ...string) *started {
	t.Helper()
	file, err := program()
	if err != nil {
		t.Fatal(err)
	}
	tools := r.tools
	if r.who.uid != 0 {
		tools = filepath.Join(r.dir, "stage2")
	}
	line := append([]string{
		file, "stage3", "--state", r.state, "--stage2", tools + "/", "--status-fd=3", "--jobs=2",
		"--no-default-recipes", "--recipes", filepath.Join(r.dir, "recipes"),
	}, args...)
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	s := &started{said: make(chan string, 1), last: make(chan map[string]event, 1), cancel: cancel, begin: time.Now()}
	s.command = exec.CommandContext(ctx, line[0], line[1:]...)
	if r.who.uid != 0 {
		const asUser = `mount --bind "$1" "$2" && shift 2 && exec setpriv --reuid "$0" --regid "$0" --clear-groups "$@"`
		s.command = exec.CommandContext(ctx, "sh", append([]string{"-c", asUser, fmt.Sprint(r.who.uid), r.tools, tools}, line...)...)
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		namespace.Private(s.command, 0)
	}
	if s.command.SysProcAttr == nil {
		s.command.SysProcAttr = new(syscall.SysProcAttr)
	}
	s.command.Dir = "/"
	terminal, theirs, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	events, theirEnd, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	s.terminal = terminal
	s.command.Stdout, s.command.Stderr, s.command.ExtraFiles = theirs, theirs, []*os.File{theirEnd}
	err = s.command.Start()
	theirs.Close()
	theirEnd.Close()
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		var text bytes.Buffer
		io.Copy(&text, terminal) // EIO where the last writer has ended
		s.said <- text.String()
	}()
	go func() { defer events.Close(); s.last <- readEvents(events) }()
	return s
}

func readEvents(in io.Reader) map[string]event {
	last := make(map[string]event)
	for lines := bufio.NewReader(in); ; {
		line, err := lines.ReadBytes('\n')
		var e event
		if json.Unmarshal(line, &e) == nil && e.Package != "" {
			last[e.Package] = e
		}
		if err != nil {
			return last
		}
	}
}

// wait returns what came of the run.
func (s *started) wait(t *testing.T) *result {
	t.Helper()
	defer s.cancel()
	defer s.terminal.Close()
	if err := s.command.Wait(); err != nil && s.command.ProcessState == nil {
		t.Fatal(err)
	}
	run := &result{code: s.command.ProcessState.ExitCode(), took: time.Since(s.begin)}
	if run.took >= patience {
		t.Errorf("the driver had to be ended")
	}
	select {
	case run.said = <-s.said:
	case <-time.After(10 * time.Second):
		t.Errorf("a process still has the driver's terminal open")
	}
	run.last = <-s.last
	return run
}
