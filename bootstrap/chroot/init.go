package chroot

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"strconv"
	"syscall"
	"time"

	"github.com/serpent-os/wildebeest/internal/namespace"
	"golang.org/x/sys/unix"
)

// Main returns at once in an ordinary process. In the first process of new
// namespaces it sets them up, runs the command, reaps what it leaves, reports
// and exits; in the process below it, it becomes a confined command.
func Main() {
	namespace.Hold()
	switch {
	case len(os.Args) > 0 && os.Args[0] == commandName:
		becomeCommand()
	case namespace.IsFirst(argument0):
		report := outcome{}
		var err error
		if report.Result, err = initProcess(); err != nil {
			report.Failed = whyNot(err)
		}
		namespace.WriteOutcome(report)
	default:
		return
	}
	os.Exit(0)
}

func initProcess() (Result, error) {
	var told request
	if err := namespace.ReadRequest(&told); err != nil {
		return Result{}, fmt.Errorf("read the request: %w", err)
	}
	// The kernel ends every other process of a pid namespace with its first.
	go func() {
		io.Copy(io.Discard, os.NewFile(aliveFD, "alive"))
		os.Exit(1)
	}()
	// A terminal's interrupt is for the command, and what the command sends is not
	// for the first process; it outlives them.
	signal.Ignore(unix.SIGINT, unix.SIGQUIT, unix.SIGTSTP, unix.SIGTERM, unix.SIGHUP, unix.SIGUSR1, unix.SIGUSR2,
		unix.SIGALRM, unix.SIGPIPE, unix.SIGTTIN, unix.SIGTTOU)
	start := told.startPrivileged
	if told.Spec.Confined {
		start = told.startConfined
	}
	// The command is killed when the thread that started it ends.
	runtime.LockOSThread()
	begin := time.Now()
	pid, attempts, err := start()
	if err != nil {
		return Result{}, err
	}
	result, err := supervise(pid)
	result.Elapsed = time.Since(begin)
	result.Network = attempts.attempts()
	return result, err
}

// supervise waits for the command, reaping the orphans that fall to the first
// process of a pid namespace.
func supervise(pid int) (Result, error) {
	for {
		var status syscall.WaitStatus
		got, err := syscall.Wait4(-1, &status, 0, nil)
		if err == unix.EINTR {
			continue
		}
		if err != nil {
			return Result{}, fmt.Errorf("wait for the command: %w", err)
		}
		if got == pid && (status.Exited() || status.Signaled()) {
			return finish(status), nil
		}
	}
}

// startConfined enters the root and starts a confined command there. It returns
// the command's process id, and the watch of what it tries, or nil.
func (r request) startConfined() (int, *watch, error) {
	root, identity, err := r.openRoot()
	if err != nil {
		return 0, nil, err
	}
	hand, err := newHand(identity, r.Extra)
	if err != nil {
		return 0, nil, err
	}
	if err := root.Enter(); err != nil {
		return 0, nil, err
	}
	if err := namespace.HideKernel(); err != nil {
		return 0, nil, err
	}
	attempts, err := hand.command(r, identity)
	return hand.pid, attempts, err
}

// openRoot opens the root for a confined command, and returns the identity that
// the command has.
func (r request) openRoot() (*namespace.OpenRoot, namespace.Identity, error) {
	root := r.Spec.root()
	if r.Shifted {
		identity := namespace.Shifted()
		root.Users, root.Owner = os.NewFile(usersFD, "users"), identity.Root()
		open, err := root.Open()
		if !errors.Is(err, namespace.ErrNoIDMap) {
			return open, identity, err
		}
		root.Users, root.Owner = nil, 0
	}
	identity, err := namespace.Same()
	if err != nil {
		return nil, identity, err
	}
	open, err := root.Open()
	return open, identity, err
}

// startPrivileged starts a command that is not confined.
func (r request) startPrivileged() (int, *watch, error) {
	if err := r.Spec.root().Enter(); err != nil {
		return 0, nil, err
	}
	if err := os.Chdir(r.Spec.Dir); err != nil {
		return 0, nil, err
	}
	program, err := namespace.LookPath(r.Spec.Args[0], r.Spec.Env)
	if err != nil {
		return 0, nil, &StartError{NotFound, err.Error()}
	}
	pid, err := syscall.ForkExec(program, r.Spec.Args, &syscall.ProcAttr{
		Env: r.Spec.Env, Files: appendExtra([]uintptr{0, 1, 2}, r.Extra),
	})
	if err != nil {
		return 0, nil, notRun(program, err)
	}
	return pid, nil, nil
}

// appendExtra adds the extra files of the command to its others, by number.
func appendExtra(files []uintptr, extra int) []uintptr {
	if extra == 0 {
		return files
	}
	for len(files) < ExtraFD {
		files = append(files, ^uintptr(0)) // closed
	}
	for i := range extra {
		files = append(files, uintptr(extraFD+i))
	}
	return files
}

func finish(status syscall.WaitStatus) Result {
	result := Result{Status: namespace.ExitStatus(status), Leftover: running()}
	var usage unix.Rusage
	if unix.Getrusage(unix.RUSAGE_CHILDREN, &usage) == nil {
		result.CPU = time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
		result.MaxRSS = usage.Maxrss << 10 // the kernel counts KiB
	}
	return result
}

// running lists the processes beside the first one that have not ended.
func running() []string {
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return nil
	}
	var found []string
	for _, entry := range entries {
		pid, err := strconv.ParseUint(entry.Name(), 10, 32)
		if err != nil || pid == 1 {
			continue
		}
		if line := commandLine(uint32(pid)); line != "" {
			found = append(found, line)
		}
	}
	return found
}
