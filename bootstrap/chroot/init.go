package chroot

import (
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/serpent-os/wildebeest/internal/namespace"
	"golang.org/x/sys/unix"
)

// Main returns at once in an ordinary process. In the first process of new
// namespaces it sets them up, runs the command, reaps what it leaves, reports
// and exits.
func Main() {
	if !namespace.IsFirst(argument0) {
		return
	}
	result, err := initProcess()
	report := outcome{Result: result}
	if err != nil {
		report.Failed = err.Error()
	}
	namespace.WriteOutcome(report)
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
	if err := told.Spec.root().Enter(); err != nil {
		return Result{}, err
	}
	return supervise(told.Spec, descriptors(told.Extra))
}

// descriptors are the files of the command, by number: standard ones and extra
// ones of the caller's.
func descriptors(extra int) []uintptr {
	files := []uintptr{0, 1, 2}
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

// supervise starts the command and waits for it, reaping the orphans that fall
// to the first process of a pid namespace.
func supervise(spec Spec, files []uintptr) (Result, error) {
	if err := os.Chdir(spec.Dir); err != nil {
		return Result{}, err
	}
	program, err := namespace.LookPath(spec.Args[0], spec.Env)
	if err != nil {
		return Result{}, err
	}
	// A terminal's interrupt is for the command; the first process outlives it.
	signal.Ignore(unix.SIGINT, unix.SIGQUIT, unix.SIGTSTP)
	// The thread that starts the command gives it its limits, and keeps them.
	runtime.LockOSThread()
	var attempts *watch
	if spec.Confined {
		if err := namespace.ProtectKernel(); err != nil {
			return Result{}, err
		}
		if err := namespace.KeepOnly(ownFiles); err != nil {
			return Result{}, err
		}
		attempts = newWatch()
	}
	begin := time.Now()
	pid, err := syscall.ForkExec(program, spec.Args, &syscall.ProcAttr{
		Env: spec.Env, Files: files,
	})
	if err != nil {
		return Result{}, fmt.Errorf("run %s: %w", program, err)
	}
	for {
		var status syscall.WaitStatus
		got, err := syscall.Wait4(-1, &status, 0, nil)
		if err == unix.EINTR {
			continue
		}
		if err != nil {
			return Result{}, fmt.Errorf("wait for %s: %w", program, err)
		}
		if got == pid && (status.Exited() || status.Signaled()) {
			result := finish(status)
			result.Elapsed = time.Since(begin)
			result.Network = attempts.attempts()
			return result, nil
		}
	}
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
		name := entry.Name()
		if name == "1" || strings.Trim(name, "0123456789") != "" {
			continue
		}
		line, err := os.ReadFile("/proc/" + name + "/cmdline")
		if err != nil || len(line) == 0 {
			continue // gone, or a zombie
		}
		found = append(found, commandLine(line))
	}
	return found
}
