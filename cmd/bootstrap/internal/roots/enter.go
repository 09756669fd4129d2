// Package roots has the verbs of bootstrap that run something in a root.
package roots

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"github.com/serpent-os/wildebeest/bootstrap/driver"
	"github.com/serpent-os/wildebeest/bootstrap/limit"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
	"github.com/serpent-os/wildebeest/bootstrap/store"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/internal/printable"
	"github.com/spf13/cobra"
)

// ownShell is a root's own shell; stage2 has one below its prefix.
const ownShell = "/usr/bin/bash"

// enterOptions are the options of enter.
type enterOptions struct {
	job.Options
	root                                   string
	serpent, writable, network, privileged bool
}

// Enter is the verb enter.
func Enter() *cobra.Command {
	var o enterOptions
	cmd := &cobra.Command{
		Use:   "enter [OPTION...] [-- COMMAND...]",
		Short: "run a command, or a shell, in the root",
		Long: `Run a command in a root, or a shell without one. The command is confined as a
build is: the root is read-only and it has no network, unless options say
otherwise, it has a terminal of its own, and it is limited. With --privileged
there is no limit but that of time.`,
		Example:     "bootstrap enter -- getconf PAGE_SIZE",
		Annotations: frame.ExitStatus("that of the command, 127 there is no such command, 126 it can't be run, 128+N signal N ended it, 1 failed, 2 a wrong command line"),
		RunE:        func(cmd *cobra.Command, args []string) error { return runEnter(cmd, &o, args) },
	}
	flags := cmd.Flags()
	flags.SetInterspersed(false)
	flags.StringVar(&o.root, "root", "", "enter the root in `DIR` (default: the state's)")
	cmd.MarkFlagDirname("root")
	flags.BoolVar(&o.serpent, "serpent", false, "mount the stage2 tools at /serpent, as a root without a shell of its own gets them anyway")
	o.AddStage2(cmd)
	flags.BoolVar(&o.writable, "writable", false, "let the command write to the root; stage3 names what changed, and replaces it with --repair only")
	flags.BoolVar(&o.network, "network", false, "share the host's network")
	flags.BoolVar(&o.privileged, "privileged", false, "give the command all rights of the caller, and the caller's terminal; as root it can change the machine")
	o.AddCommandLimits(cmd)
	o.AddState(cmd)
	return cmd
}

func runEnter(cmd *cobra.Command, o *enterOptions, command []string) error {
	if err := o.checkLimits(cmd); err != nil {
		return err
	}
	state, err := o.OpenState()
	if err != nil {
		return err
	}
	if o.root == "" {
		o.root = state.Root()
	}
	if _, err := os.Stat(o.root); err != nil {
		return fmt.Errorf("no root: %w; `bootstrap stage3` makes one", err)
	}
	release, err := state.UseRoot()
	if err != nil {
		return err
	}
	defer release()
	spec, err := o.spec(state, command)
	if err != nil {
		return err
	}
	result, err := o.run(cmd, spec)
	if err != nil {
		return err
	}
	return frame.Code(result.Status)
}

// checkLimits refuses limits that can't be kept.
func (o *enterOptions) checkLimits(cmd *cobra.Command) error {
	for _, option := range []string{limit.MemoryOption, limit.ProcessOption, limit.DiskOption, limit.FileOption, limit.FileSizeOption} {
		if o.privileged && cmd.Flags().Changed(option) {
			return frame.Usagef("--%s with --privileged: such a command has no limit but that of time", option)
		}
	}
	if !o.writable && cmd.Flags().Changed(limit.DiskOption) {
		return frame.Usagef("--%s without --writable: the root is read-only", limit.DiskOption)
	}
	return job.CheckLimits(o.Limits)
}

// run runs the command within the limits. Its output is its own: none of it is
// counted. Where it can't be run, or is interrupted, the exit status is a shell's.
func (o *enterOptions) run(cmd *cobra.Command, spec chroot.Spec) (chroot.Result, error) {
	limits := o.Limits.Resolve()
	spec.Limits = limits.Kernel
	var trees []string
	if o.writable && spec.Confined {
		trees = []string{spec.Root}
	}
	watched, guard, err := limits.Watch(cmd.Context(), io.Discard, trees...)
	if err != nil {
		return chroot.Result{}, err
	}
	defer guard.Close()
	result, err := chroot.Run(watched, spec, chroot.Streams{
		In: cmd.InOrStdin(), Out: printable.Raw(cmd.OutOrStdout()), Err: printable.Raw(cmd.ErrOrStderr()), Started: guard.Of,
	})
	var start *chroot.StartError
	switch {
	case errors.As(err, &start):
		frame.Complain(cmd.ErrOrStderr(), cmd, err)
		return result, frame.Exit(start.Status)
	case cmd.Context().Err() != nil:
		return result, frame.Interrupted(cmd.Context())
	case watched.Err() != nil:
		return result, context.Cause(watched)
	case err == nil && result.Reached != "" && result.Status != 0:
		return result, guard.Reached(result.Reached)
	}
	return result, err
}

// spec is how the command, or a shell, runs in the root.
func (o *enterOptions) spec(state *store.State, command []string) (chroot.Spec, error) {
	root, err := filepath.Abs(o.root)
	if err != nil {
		return chroot.Spec{}, err
	}
	shell, path := ownShell, "/usr/bin:/usr/sbin"
	needed := chroot.MountPoints()
	var mounts []chroot.Mount
	if _, err := os.Lstat(filepath.Join(root, ownShell)); err != nil || o.serpent || o.Stage2 != "" {
		tools, err := driver.Stage2(state, o.Stage2)
		if err != nil {
			return chroot.Spec{}, err
		}
		shell, path = stage2.Prefix+ownShell, path+":"+stage2.Prefix+"/usr/bin"
		needed = append(needed, stage2.Prefix)
		mounts = append(mounts, chroot.Mount{Source: tools.Dir, Target: stage2.Prefix, ReadOnly: true})
	}
	if len(command) == 0 {
		command = []string{shell, "--norc"}
	}
	return chroot.Spec{
		Root: root, ReadOnlyRoot: !o.writable, Confined: !o.privileged, Network: o.network, Hostname: "stage3", Dir: "/", Mounts: mounts,
		Env: []string{
			"PATH=" + path, "HOME=/root", "LC_ALL=C", "TERM=" + os.Getenv("TERM"), "SHELL=" + shell, `PS1=stage3:\w\$ `,
		},
		Args: command,
	}, checkMountPoints(root, needed)
}

// checkMountPoints returns an error unless a root has the directories to mount on.
func checkMountPoints(root string, needed []string) error {
	for _, dir := range needed {
		if info, err := os.Lstat(filepath.Join(root, dir)); err != nil || !info.IsDir() {
			return fmt.Errorf("%s has no directory %s to mount on; make it, or name the right --root", root, dir)
		}
	}
	return nil
}
