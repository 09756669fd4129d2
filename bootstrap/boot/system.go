// Package boot runs a root's systemd as process 1 of namespaces of its own and
// controls it with the root's own systemctl. The program itself is at first that
// process: a caller's main (and TestMain) starts with Main, which takes over then.
package boot

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// Init is the path of systemd in a root.
const Init = "/usr/lib/systemd/systemd"

// environment is what commands in the system get. systemd's own has the variable
// container as well, by which it knows that it runs in one.
var environment = []string{"PATH=/usr/bin:/usr/sbin", "HOME=/root", "LC_ALL=C.UTF-8", "TERM=" + os.Getenv("TERM")}

// A System is a booted root.
type System struct {
	machine *machine
	console *os.File      // the terminal's other end
	drained chan struct{} // closed when the console's last line has been copied
}

// Start boots the root directory root with its systemd as process 1. What it
// writes on the console goes to log.
func Start(ctx context.Context, root string, log io.Writer) (*System, error) {
	master, slave, err := pty.Open()
	if err != nil {
		return nil, fmt.Errorf("open a terminal for the console: %w", err)
	}
	defer slave.Close()
	if err := pty.Setsize(master, &pty.Winsize{Rows: 25, Cols: 132}); err != nil {
		master.Close()
		return nil, err
	}
	s := &System{console: master, drained: make(chan struct{})}
	s.machine, err = start(ctx, request{
		Root: root, Hostname: "stage3",
		Env:  append([]string{"container=wildebeest"}, environment...),
		Args: []string{Init, "--show-status=yes"},
	}, slave)
	if err != nil {
		master.Close()
		return nil, err
	}
	go s.copyConsole(log)
	return s, nil
}

// copyConsole copies what is written on the console until the system has ended.
// Reading fails with EIO while no process has the terminal open, as after a
// vhangup(2), with which systemd resets it.
func (s *System) copyConsole(log io.Writer) {
	defer close(s.drained)
	for ended := false; ; {
		_, err := io.Copy(log, s.console)
		if ended || !errors.Is(err, unix.EIO) {
			return
		}
		select {
		case <-s.machine.ended:
			ended = true // but what was written since is still to be read
		case <-time.After(poll):
		}
	}
}

// Streams are a command's standard input and outputs.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// Run runs a command in the system and returns its exit status.
func (s *System) Run(ctx context.Context, args []string, streams Streams) (int, error) {
	return s.machine.run(ctx, args, environment, streams)
}

// output runs a command and returns what it printed and its exit status.
func (s *System) output(ctx context.Context, args ...string) (string, int, error) {
	var out, errs bytes.Buffer
	status, err := s.Run(ctx, args, Streams{Out: &out, Err: &errs})
	if err == nil && out.Len() == 0 && errs.Len() > 0 {
		err = errors.New(strings.TrimSpace(errs.String()))
	}
	return strings.TrimSpace(out.String()), status, err
}

// A State is what systemd reports of itself: running, or degraded where units
// failed (systemctl(1), is-system-running).
type State struct {
	System string
	Target string   // multi-user.target's: active when it was reached
	Failed []string // units
}

// poll is the time between two questions.
const poll = 100 * time.Millisecond

// Wait waits until every start job is done and returns the state. ctx's end is
// an error that says what the system was waiting for.
func (s *System) Wait(ctx context.Context) (State, error) {
	var state State
	for {
		answer, _, err := s.output(ctx, "systemctl", "is-system-running")
		if err == nil {
			state.System = answer
		}
		switch state.System {
		case "running", "degraded", "maintenance":
			return s.describe(ctx, state)
		}
		select {
		case <-s.machine.ended:
			return state, errors.New("systemd ended while starting up")
		case <-ctx.Done():
			return state, s.late(state, err)
		case <-time.After(poll):
		}
	}
}

func (s *System) describe(ctx context.Context, state State) (State, error) {
	var err error
	if state.Target, _, err = s.output(ctx, "systemctl", "is-active", "multi-user.target"); err != nil {
		return state, err
	}
	list, _, err := s.output(ctx, "systemctl", "--failed", "--plain", "--no-legend", "--no-pager")
	for line := range strings.Lines(list) {
		if fields := strings.Fields(line); len(fields) > 0 {
			state.Failed = append(state.Failed, fields[0])
		}
	}
	return state, err
}

// late says what a system that did not start in time was doing.
func (s *System) late(state State, last error) error {
	ctx, stop := context.WithTimeout(context.Background(), 5*time.Second)
	defer stop()
	jobs, _, err := s.output(ctx, "systemctl", "list-jobs", "--no-pager")
	switch {
	case err == nil:
		return fmt.Errorf("not up in time (state %q); its jobs:\n%s", state.System, jobs)
	case last != nil:
		return fmt.Errorf("not up in time: %w", last)
	}
	return fmt.Errorf("not up in time (state %q)", state.System)
}

// exitPatience is how long stop jobs may take before the rest is killed.
const exitPatience = 30 * time.Second

// Exit ends the system with `systemctl exit STATUS` and returns process 1's
// exit status.
func (s *System) Exit(status int) (int, error) {
	ctx, stop := context.WithTimeout(context.Background(), exitPatience)
	defer stop()
	_, _, asked := s.output(ctx, "systemctl", "exit", fmt.Sprint(status))
	var late error
	select {
	case <-s.machine.ended:
		asked = nil
	case <-ctx.Done():
		late = fmt.Errorf("systemd did not exit within %v", exitPatience)
	}
	got, err := s.Kill()
	return got, errors.Join(asked, late, err)
}

// Kill ends the system at once, if it has not ended, and returns process 1's
// exit status.
func (s *System) Kill() (int, error) {
	status, err := s.machine.close()
	select {
	case <-s.drained:
	case <-time.After(time.Second): // a terminal that somebody else holds open
	}
	s.console.Close()
	return status, err
}
