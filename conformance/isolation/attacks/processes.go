package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"unsafe"

	"github.com/serpent-os/wildebeest/conformance/isolation/host"
	"golang.org/x/sys/unix"
)

var processes = []attack{
	{"signal", "signal a process of the caller's", signalVictim},
	{"trace", "trace a process of the caller's", func(h host.Host) string { return trace(h.Victim) }},
	{"environment-of-processes", "read the caller's environment from another process", environments},
	{"descriptor-of-process", "copy a descriptor of the caller's process", func(h host.Host) string { return copyDescriptor(h.Victim) }},
	{"join-mounts", "enter the mount namespace of another process", joinMounts},
	{"join-user", "enter the user namespace of another process", joinUser},
	{"real-time", "take the processor with real-time priority", realTime},
	{"raise-limit", "raise a hard resource limit", raiseLimit},
	{"not-for-oom", "be spared when memory runs out", notForOOM},
	{"set-id", "become another user by a set-user-ID program", setID},
	{"leave-process", "leave a process running", leaveProcess},
}

// first are aimed at process 1 of a sandbox, which has made it. They are not tried
// where process 1 is the machine's.
var first = []attack{
	{"trace-process-1", "trace process 1, which has made the sandbox", func(host.Host) string { return trace(1) }},
	{"memory-of-process-1", "open the memory of process 1 for writing", openForWriting("/proc/1/mem")},
	{"descriptor-of-process-1", "copy a descriptor of process 1 by pidfd_getfd(2)", func(host.Host) string { return copyDescriptor(1) }},
}

// signalVictim sends a signal that does nothing.
func signalVictim(h host.Host) string {
	if unix.Kill(h.Victim, unix.SIGCONT) != nil {
		return ""
	}
	return fmt.Sprintf("process %d", h.Victim)
}

func trace(process int) string {
	if unix.PtraceSeize(process) != nil {
		return ""
	}
	return fmt.Sprintf("process %d is traced", process)
}

func openForWriting(path string) func(host.Host) string {
	return func(host.Host) string {
		file, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return ""
		}
		defer file.Close()
		if covered(int(file.Fd())) {
			return ""
		}
		return path + " for writing"
	}
}

func environments(h host.Host) string {
	for _, dir := range append(others(), "/proc/self") {
		text, err := os.ReadFile(dir + "/environ")
		if err == nil && strings.Contains(string(text), h.Variable+"=") {
			return "the host's secret, from " + dir + "/environ"
		}
	}
	return ""
}

func copyDescriptor(of int) string {
	process, err := unix.PidfdOpen(of, 0)
	if err != nil {
		return ""
	}
	for fd := range 64 {
		if _, err := unix.PidfdGetfd(process, fd, 0); err == nil {
			return fmt.Sprintf("descriptor %d of process %d", fd, of)
		}
	}
	return ""
}

func joinMounts(h host.Host) string {
	unix.Unshare(unix.CLONE_FS) // or a thread can't
	for _, process := range others() {
		fd, err := unix.Open(process+"/ns/mnt", unix.O_RDONLY, 0)
		if err == nil && unix.Setns(fd, unix.CLONE_NEWNS) == nil {
			if reached := secretIn(unix.AT_FDCWD, h.Dir+"/secret"); reached != "" {
				return reached
			}
		}
	}
	return ""
}

func joinUser(h host.Host) string {
	own, _ := os.Readlink("/proc/self/ns/user")
	for _, process := range others() {
		its, err := os.Readlink(process + "/ns/user")
		if err == nil && its == h.Namespace["user"] && its != own {
			fd, err := unix.Open(process+"/ns/user", unix.O_RDONLY, 0)
			if err == nil && unix.Setns(fd, unix.CLONE_NEWUSER) == nil {
				return "the host's user namespace"
			}
		}
	}
	return ""
}

func realTime(host.Host) string {
	const fifo = 1 // SCHED_FIFO
	priority := int32(1)
	if _, _, errno := unix.Syscall(unix.SYS_SCHED_SETSCHEDULER, 0, fifo, uintptr(unsafe.Pointer(&priority))); errno != 0 {
		return ""
	}
	return "SCHED_FIFO"
}

func raiseLimit(host.Host) string {
	var limit unix.Rlimit
	unix.Getrlimit(unix.RLIMIT_MEMLOCK, &limit)
	if limit.Max == unix.RLIM_INFINITY {
		limit.Max = 1 << 20
		unix.Setrlimit(unix.RLIMIT_MEMLOCK, &unix.Rlimit{Cur: 0, Max: limit.Max})
	}
	limit.Max++
	if unix.Setrlimit(unix.RLIMIT_MEMLOCK, &limit) != nil {
		return ""
	}
	return "a hard limit was raised"
}

func notForOOM(host.Host) string {
	if os.WriteFile("/proc/self/oom_score_adj", []byte("-1000"), 0) != nil {
		return ""
	}
	return "oom_score_adj is -1000"
}

// setID tries what is set-user-ID of the host's root in sight.
func setID(host.Host) string {
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		if strings.HasPrefix(line, "NoNewPrivs:") && strings.HasSuffix(strings.TrimSpace(line), "0") {
			return "programs may give it other rights"
		}
	}
	return ""
}

// leaveProcess is judged by the test, which looks for the process.
func leaveProcess(host.Host) string {
	command := exec.Command("/proc/self/exe", "sleep", host.Mark)
	command.SysProcAttr = &unix.SysProcAttr{Setsid: true}
	command.Start()
	return ""
}
