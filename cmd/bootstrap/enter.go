package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"github.com/serpent-os/wildebeest/bootstrap/driver"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
)

// ownShell is a root's own shell; stage2 has one below its prefix.
const ownShell = "/usr/bin/bash"

func enterVerb(ctx context.Context, std streams, args []string) (int, error) {
	p := newParser("enter", "enter [OPTION...] [-- COMMAND...]")
	root := p.String("root", "", "the root to enter (default: the state's)")
	serpent := p.Bool("serpent", false, "mount the stage2 tools at /serpent, as a root without a shell of its own gets them anyway")
	stage2Dir := p.String("stage2", "", "a stage2 tree of your own (default: the assembled one)")
	writable := p.Bool("writable", false, "let the command write to the root; stage3 replaces the root when a package changes")
	network := p.Bool("network", false, "share the host's network")
	p.SetInterspersed(false)
	if done, code := p.parse(std, args); done {
		return code, nil
	}
	state, err := p.openState()
	if err != nil {
		return 1, err
	}
	if *root == "" {
		*root = state.Root()
	}
	if _, err := os.Stat(*root); err != nil {
		return 1, fmt.Errorf("no root: %w; `bootstrap stage3` makes one", err)
	}
	release, err := state.UseRoot()
	if err != nil {
		return 1, err
	}
	defer release()
	absolute, err := filepath.Abs(*root)
	if err != nil {
		return 1, err
	}
	shell := ownShell
	path := "/usr/bin:/usr/sbin"
	needed := chroot.MountPoints()
	var mounts []chroot.Mount
	if _, err := os.Lstat(filepath.Join(absolute, ownShell)); err != nil || *serpent || *stage2Dir != "" {
		tools, err := driver.Stage2(state, *stage2Dir)
		if err != nil {
			return 1, err
		}
		shell, path = stage2.Prefix+ownShell, path+":"+stage2.Prefix+"/usr/bin"
		needed = append(needed, stage2.Prefix)
		mounts = append(mounts, chroot.Mount{Source: tools.Dir, Target: stage2.Prefix, ReadOnly: true})
	}
	for _, dir := range needed {
		if info, err := os.Lstat(filepath.Join(absolute, dir)); err != nil || !info.IsDir() {
			return 1, fmt.Errorf("%s has no directory %s to mount on; make it, or name the right --root", absolute, dir)
		}
	}
	command := p.Args()
	if len(command) == 0 {
		command = []string{shell, "--norc"}
	}
	result, err := chroot.Run(ctx, chroot.Spec{
		Root: absolute, ReadOnlyRoot: !*writable, Network: *network, Hostname: "stage3", Dir: "/", Mounts: mounts,
		Env: []string{
			"PATH=" + path, "HOME=/root", "LC_ALL=C", "TERM=" + os.Getenv("TERM"), "SHELL=" + shell, `PS1=stage3:\w\$ `,
		},
		Args: command,
	}, chroot.Streams{In: std.in, Out: std.out, Err: std.err})
	if err != nil {
		return 1, err
	}
	return result.Status, nil
}
