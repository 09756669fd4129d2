package roots

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/boot"
	"github.com/serpent-os/wildebeest/bootstrap/store"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/cmd/internal/statusline"
	"github.com/serpent-os/wildebeest/internal/printable"
	"github.com/spf13/cobra"
)

// bootOptions are the options of boot.
type bootOptions struct {
	job.Options
	root    string
	timeout time.Duration
	check   bool
}

// Boot is the verb boot.
func Boot() *cobra.Command {
	var o bootOptions
	cmd := &cobra.Command{
		Use:   "boot [OPTION...] [-- COMMAND...]",
		Short: "start the root's systemd, run a command or a shell in it",
		Long: `Start systemd of a root as process 1 of a container, run a command or a shell in
the booted system, and end the system. The root stays as it is.`,
		Example: `bootstrap boot -- systemctl status
bootstrap boot --check`,
		Annotations: frame.ExitStatus("that of the command, 1 failed or --check found a unit that failed, 2 a wrong command line"),
		Args: func(_ *cobra.Command, command []string) error {
			if o.check && len(command) > 0 {
				return frame.Usagef("--check takes no command; `bootstrap boot -- COMMAND` runs one in the booted system")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, command []string) error { return runBoot(cmd, &o, command) },
	}
	flags := cmd.Flags()
	flags.SetInterspersed(false)
	flags.StringVar(&o.root, "root", "", "boot the root in `DIR` (default: the state's)")
	cmd.MarkFlagDirname("root")
	flags.DurationVar(&o.timeout, "timeout", 2*time.Minute, "the longest `duration` that starting up may take")
	flags.BoolVar(&o.check, "check", false, "start, say what state the system reached, and end it")
	o.AddState(cmd)
	return cmd
}

func runBoot(cmd *cobra.Command, o *bootOptions, command []string) error {
	state, err := o.OpenState()
	if err != nil {
		return err
	}
	dir, release, err := bootable(state, o.root)
	if err != nil {
		return err
	}
	defer release()
	log, err := state.OtherLog("boot")
	if err != nil {
		return err
	}
	defer log.Close()
	system, reached, err := o.start(cmd, dir, log)
	if err != nil {
		return err
	}
	if o.check {
		return finishBoot(system, checked(reached))
	}
	if len(command) == 0 {
		command = shellOf(dir, cmd.InOrStdin())
	}
	code, err := system.Run(cmd.Context(), command, boot.Streams{In: cmd.InOrStdin(), Out: printable.Raw(cmd.OutOrStdout()), Err: printable.Raw(cmd.ErrOrStderr())})
	if err != nil {
		system.Kill()
		return err
	}
	return finishBoot(system, code)
}

// start starts the system and says what state it reached.
func (o *bootOptions) start(cmd *cobra.Command, dir string, log *os.File) (*boot.System, boot.State, error) {
	began := time.Now()
	system, err := boot.Start(cmd.Context(), dir, log)
	if err != nil {
		return nil, boot.State{}, err
	}
	starting, stop := context.WithTimeout(cmd.Context(), o.timeout)
	defer stop()
	reached, err := system.Wait(starting)
	if err != nil {
		system.Kill()
		return nil, boot.State{}, fmt.Errorf("%w\nthe console's log is %s", err, log.Name())
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "boot: %s after %.1f s%s; the console's log is %s\n",
		reached.System, time.Since(began).Seconds(), failures(reached), log.Name())
	return system, reached, nil
}

// checked is the exit status of --check.
func checked(reached boot.State) int {
	if reached.Target != "active" || reached.System != "running" {
		return 1
	}
	return frame.ExitOK
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
func finishBoot(system *boot.System, code int) error {
	status, err := system.Exit(code)
	if err != nil {
		return err
	}
	if status != code {
		return fmt.Errorf("systemd exited with status %d, not with %d as it was told", status, code)
	}
	return frame.Code(code)
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
func bootable(state *store.State, root string) (string, func(), error) {
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
