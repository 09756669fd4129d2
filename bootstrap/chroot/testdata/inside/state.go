package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
	"golang.org/x/term"
)

// files prints what is to be read of files.
func files(paths []string) {
	for _, path := range paths {
		file, err := os.Open(path)
		if err == nil {
			var text []byte
			text, err = io.ReadAll(io.LimitReader(file, 40))
			file.Close()
			if err == nil {
				fmt.Printf("%s: %d bytes\n", path, len(text))
				continue
			}
		}
		fmt.Printf("%s: %v\n", path, err)
	}
}

// inherited prints what a process inherits of its parents.
func inherited() {
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		for _, field := range []string{"SigIgn:", "SigBlk:", "CapBnd:", "NoNewPrivs:", "Seccomp:", "CoreDumping:"} {
			if strings.HasPrefix(line, field) {
				fmt.Print(line)
			}
		}
	}
	var core unix.Rlimit
	unix.Getrlimit(unix.RLIMIT_CORE, &core)
	personality, _, _ := syscall.RawSyscall(unix.SYS_PERSONALITY, 0xffffffff, 0, 0)
	session, _ := unix.Getsid(0)
	dir, _ := os.Getwd()
	_, err := os.Open("/dev/tty")
	fmt.Printf("umask %03o core %d personality %#x session %t in %s\n/dev/tty: %v\n",
		unix.Umask(0), core.Cur, personality, session == os.Getpid(), dir, err)
	cgroup, _ := os.ReadFile("/proc/self/cgroup")
	fmt.Println("cgroup", strings.Contains(string(cgroup), "0::/\n"))
}

// owners makes files of several owners, and a set-id one.
func owners() {
	for name, id := range map[string]int{"root": 0, "daemon": 1, "nobody": 65534} {
		path := "/build/" + name
		err := os.WriteFile(path, nil, 0o644)
		if err == nil {
			err = os.Chown(path, id, id)
		}
		fmt.Println(name, err == nil)
	}
	fmt.Println("set-id", os.Chmod("/build/root", 0o755|os.ModeSetuid) == nil)
}

// streams opens the standard streams anew, and tries to change what is behind them.
func streams() {
	for _, path := range []string{"/dev/stdout", "/dev/stderr"} {
		file, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Fprintln(file, "by", path)
	}
	fmt.Println("truncated", os.Stdout.Truncate(0) == nil)
	name, _ := os.Readlink("/proc/self/fd/1")
	fmt.Println("a pipe", strings.HasPrefix(name, "pipe:"))
	if term.IsTerminal(0) {
		name, _ := os.Readlink("/proc/self/fd/0")
		width, height, _ := term.GetSize(0)
		fmt.Println("terminal", name, width, height)
	}
}
