package main

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// hello is a unit that needs what musl alone does not do: OOMScoreAdjust= is
// written through an unbuffered stream, CPUSchedulingPolicy= goes through
// sched_setscheduler.
const hello = `[Unit]
Description=Says what the tools say

[Service]
Type=oneshot
OOMScoreAdjust=100
CPUSchedulingPolicy=batch
ExecStart=getent passwd root
ExecStart=getconf PAGE_SIZE
`

// check is what an administrator would try. Its lines are what they claim, or
// the unit's log.
const check = `exec 2>&1
systemctl is-system-running
systemctl is-active multi-user.target systemd-journald.service
systemctl start hello.service || systemctl status --no-pager hello.service
journalctl -b -u hello.service -o cat --no-pager
systemd-tmpfiles --create && echo tmpfiles made
getent group systemd-journal
udevadm info --query=name --path=/sys/class/mem/null
cat /proc/1/comm
exit 7
`

// TestBoot is the point of the whole: unpatched systemd as process 1 on musl.
func TestBoot(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("booting needs root")
	}
	root := filepath.Join(t.TempDir(), "root")
	if out, err := exec.Command("cp", "-a", testRoot(t), root).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	place := func(name, text string) {
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	place("usr/lib/systemd/system/hello.service", hello)
	place("root/check.sh", check)
	before := treeHash(t, root)

	out, errs, code := bootstrap(t, "boot", "--state="+state(t), "--root="+root, "--", "bash", "/root/check.sh")
	contains(t, "the boot", out,
		"running\nactive\nactive\n", "root:x:0:0:root:/root:/bin/bash\n", "\n4096\n", "Finished Says what the tools say",
		"tmpfiles made\n", "systemd-journal:x:", "\nnull\n", "\nsystemd\n")
	if code != 7 {
		t.Errorf("exit %d, want the command's 7\n%s%s", code, out, errs)
	}
	contains(t, "stderr", errs, "boot: running after ")
	if treeHash(t, root) != before {
		t.Error("booting changed the root")
	}
	log, err := os.ReadFile(filepath.Join(state(t), "logs", "boot.log"))
	if err != nil {
		t.Fatal(err)
	}
	contains(t, "the console", string(log), "Welcome to ", "Exiting container.")
	if mounts, err := os.ReadFile("/proc/self/mounts"); err != nil || bytes.Contains(mounts, []byte(root)) {
		t.Errorf("a mount is left below %s (%v)", root, err)
	}
	if left := leftGroups(); len(left) > 0 {
		t.Errorf("cgroups are left: %v", left)
	}
}

// leftGroups are the control groups that nobody holds: other tests have theirs at
// the same time.
func leftGroups() (left []string) {
	all, _ := filepath.Glob("/sys/fs/cgroup/*/wildebeest-*")
	for _, dir := range all {
		group, err := os.Open(dir)
		if err != nil {
			continue
		}
		if unix.Flock(int(group.Fd()), unix.LOCK_EX|unix.LOCK_NB) == nil {
			left = append(left, dir)
		}
		group.Close()
	}
	return left
}

// treeHash tells whether a tree is still the same: names, modes, sizes, contents.
func treeHash(t *testing.T, dir string) string {
	t.Helper()
	out, err := exec.Command("sh", "-c", `cd "$1" && { find . -printf '%p %m %s %l %T@\n' | sort; find . -type f -exec sha256sum {} + | sort; } | sha256sum`, "sh", dir).Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestBootRefusals(t *testing.T) {
	empty := t.TempDir()
	for _, test := range []struct {
		args []string
		want string
	}{
		{[]string{"boot", "--root=" + empty}, "can't be booted"},
		{[]string{"boot", "--check", "--", "true"}, "--check takes no command"},
		{[]string{"boot", "--timeout=soon"}, "--timeout"},
	} {
		out, errs, code := bootstrap(t, append(test.args, "--state="+empty)...)
		if code == 0 || !strings.Contains(errs, test.want) {
			t.Errorf("%v: exit %d, %s%s; want %q", test.args, code, out, errs, test.want)
		}
	}
}

// TestBootAfterKill kills the driver: the machine ends with it, and the next boot
// removes the cgroup that it could not.
func TestBootAfterKill(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("booting needs root")
	}
	where, root := "--state="+state(t), "--root="+testRoot(t)
	command := exec.Command(program(t), "boot", where, root, "--", "sleep", "1000")
	errs, err := command.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(errs).ReadString('\n')
	if err != nil {
		t.Errorf("read what boot says: %v", err)
	}
	contains(t, "stderr", line, "boot: running")
	command.Process.Kill()
	command.Wait()
	must(t, "boot", where, root, "--check")
	if left := leftGroups(); len(left) > 0 {
		t.Errorf("cgroups are left: %v", left)
	}
}
