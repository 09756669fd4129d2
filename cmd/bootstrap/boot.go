package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/boot"
	"github.com/serpent-os/wildebeest/bootstrap/build"
	"github.com/serpent-os/wildebeest/cmd/internal/statusline"
)

func bootVerb(ctx context.Context, std streams, args []string) (int, error) {
	p := newParser("boot", "boot [OPTION...] [-- COMMAND...]")
	root := p.String("root", "", "the root to boot (default: the state's)")
	timeout := p.Duration("timeout", 2*time.Minute, "how long starting up may take")
	check := p.Bool("check", false, "start, say what state the system reached, and end it")
	p.SetInterspersed(false)
	if done, code := p.parse(std, args); done {
		return code, nil
	}
	if *check && p.NArg() > 0 {
		fmt.Fprintln(std.err, "bootstrap boot: --check takes no command; `bootstrap boot -- COMMAND` runs one in the booted system")
		return 2, nil
	}
	state, err := p.openState()
	if err != nil {
		return 1, err
	}
	dir, release, err := bootable(state, *root)
	if err != nil {
		return 1, err
	}
	defer release()
	log, err := state.OtherLog("boot")
	if err != nil {
		return 1, err
	}
	defer log.Close()

	began := time.Now()
	system, err := boot.Start(ctx, dir, log)
	if err != nil {
		return 1, err
	}
	starting, stop := context.WithTimeout(ctx, *timeout)
	reached, err := system.Wait(starting)
	stop()
	if err != nil {
		system.Kill()
		return 1, fmt.Errorf("%w\nthe console's log is %s", err, log.Name())
	}
	fmt.Fprintf(std.err, "boot: %s after %.1f s%s; the console's log is %s\n",
		reached.System, time.Since(began).Seconds(), failures(reached), log.Name())
	code := 0
	if !*check {
		command := p.Args()
		if len(command) == 0 {
			command = shellOf(dir, std.in)
		}
		if code, err = system.Run(ctx, command, boot.Streams{In: std.in, Out: std.out, Err: std.err}); err != nil {
			system.Kill()
			return 1, err
		}
	} else if reached.Target != "active" || reached.System != "running" {
		code = 1
	}
	return finishBoot(system, code)
}

// shellOf is what runs in the booted system without a command. The terminal of
// the caller has no name there, and so bash has no job control; script(1) gives it
// one of the system's own.
func shellOf(root string, in io.Reader) []string {
	if !statusline.IsTerminal(in) {
		return []string{"bash"}
	}
	if _, err := os.Stat(filepath.Join(root, "usr/bin/script")); err != nil {
		return []string{"bash", "-i"}
	}
	return []string{"script", "--quiet", "--return", "--command", "bash -i", "/dev/null"}
}

// finishBoot ends the system with the status that the verb is to end with.
func finishBoot(system *boot.System, code int) (int, error) {
	status, err := system.Exit(code)
	if err != nil {
		return 1, err
	}
	if status != code {
		return 1, fmt.Errorf("systemd exited with status %d, not with %d as it was told", status, code)
	}
	return code, nil
}

func failures(s boot.State) string {
	var text string
	if s.Target != "active" {
		text = ", multi-user.target not reached"
	}
	if len(s.Failed) > 0 {
		text += ", failed: " + strings.Join(s.Failed, " ")
	}
	return text
}

// bootable finds a root that has a systemd, and keeps stage3 from replacing it.
func bootable(state *build.State, root string) (string, func(), error) {
	if root == "" {
		root = state.Root()
	}
	absolute, err := filepath.Abs(root)
	if err != nil {
		return "", nil, err
	}
	if _, err := os.Stat(filepath.Join(absolute, boot.Init)); err != nil {
		return "", nil, fmt.Errorf("%s can't be booted: %w; `bootstrap stage3` makes a root with systemd", absolute, err)
	}
	release, err := state.UseRoot()
	return absolute, release, err
}
